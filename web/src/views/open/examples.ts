// The example dyads: scenarios of the core's simulator, each with the seed that makes it the same everywhere.

export const scenarios = [
  { scenario: "improved", seed: 8 },
  { scenario: "unchanged", seed: 8 },
  { scenario: "short", seed: 8 },
  { scenario: "mixed", seed: 8 },
];
