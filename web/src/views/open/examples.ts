/** The example dyads: scenarios of the core's simulator. */
export const scenarios = ["improved", "unchanged", "short", "mixed"];
