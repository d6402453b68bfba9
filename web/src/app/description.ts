// What the core tells of itself when it starts: its version, defaults and scales. Its schema, which takes longer than all of
// these, is asked for when a screen needs it (useSchema).
import type { CohortSettings, DesignSettings, PorgesGain, Scale, Settings } from "#report";
import type { CoreDescription } from "../worker/protocol";
import type { CoreState } from "./state";

export const described = (core: CoreDescription): CoreState & { kind: "ready" } => ({
  kind: "ready",
  version: core.version,
  schema: null,
  defaults: JSON.parse(core.defaultSettings) as Settings,
  scales: JSON.parse(core.scales) as Scale[],
  cohort: JSON.parse(core.cohortSettings) as CohortSettings,
  design: JSON.parse(core.designSettings) as DesignSettings,
  porgesGain: JSON.parse(core.porgesGain) as PorgesGain,
});
