// What the core tells of itself when it starts: its version, defaults, scales and schema.
import type { CohortSettings, DesignSettings, PorgesGain, Scale, Settings } from "#report";
import type { CoreDescription } from "../worker/protocol";
import type { CoreState, Schema } from "./state";

export const described = (core: CoreDescription): CoreState & { kind: "ready" } => ({
  kind: "ready",
  version: core.version,
  schema: JSON.parse(core.schema) as Schema,
  defaults: JSON.parse(core.defaultSettings) as Settings,
  scales: JSON.parse(core.scales) as Scale[],
  cohort: JSON.parse(core.cohortSettings) as CohortSettings,
  design: JSON.parse(core.designSettings) as DesignSettings,
  porgesGain: JSON.parse(core.porgesGain) as PorgesGain,
});
