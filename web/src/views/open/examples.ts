// The example dyads: scenarios of the core's simulator, each with the seed that makes it the same everywhere.

/** The core's own choice, `synth::example_seed`, which says why. */
const seed = 4;

export const scenarios = ["improved", "unchanged", "short", "mixed"].map((scenario) => ({ scenario, seed }));
