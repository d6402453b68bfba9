// What the core says about studies is said in French by its catalogues (core/words/fr/group.json, cohort.json).
import type { Rule } from "../translate";

export const groupTexts: Rule[] = [];
export const groupParts: Rule[] = [];
