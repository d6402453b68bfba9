// What the core says about recordings that cannot be measured: all of it stands in the core's catalogues.
import type { Rule } from "../translate";

export const recordingTexts: Rule[] = [];
