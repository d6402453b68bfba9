// What the core says about tables, scores, codings and saved work, and how it names places in them.
import type { Rule } from "../translate";

export const tableTexts: Rule[] = [];
