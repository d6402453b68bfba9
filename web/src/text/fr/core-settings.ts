// What the core says about its settings and their sources.
import type { Rule } from "../translate";

export const settingTexts: Rule[] = [];
