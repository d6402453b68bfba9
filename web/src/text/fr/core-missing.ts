// What the core says where something is missing or to be known: all of it stands in the core's catalogues.
import type { Rule } from "../translate";

export const missingTexts: Rule[] = [];
