// Every word the page shows that does not come from the core. Texts with values are functions. French is a second
// object of the same type (fr.ts).

import { check, coding, comparisonInfants, scores } from "./en/check";
import { code } from "./en/code";
import { design } from "./en/design";
import { exports } from "./en/exports";
import { failures, offline, open, tour, trust } from "./en/frame";
import { group } from "./en/group";
import { methods } from "./en/methods";
import { pair } from "./en/pair";
import { report } from "./en/report";
import { signals } from "./en/signals";
import { workshop } from "./en/workshop";

export const en = {
  /** Of the catalogues of the core. */
  tag: "en",
  /** For dates and for the page as a whole. */
  locale: "en-GB",
  language: "English",
  numbers: { decimal: ".", to: "to", byte: "B" },
  name: "Attune",
  notice: "Attune is a research and education tool. It does not diagnose.",
  skip: "Skip to the content",
  screens: {
    open: "Open",
    check: "Check",
    code: "Code",
    signals: "Signals",
    report: "Report",
    group: "Group",
    methods: "Methods",
    workshop: "Workshop",
    pair: "Mother and infant",
  },
  screensLabel: "Screens",
  visit: (index: number): string => ["Baseline", "Follow-up"][index] ?? `Visit ${index + 1}`,
  /** Several, at the beginning of a sentence. */
  visits: (indices: number[]): string =>
    indices.map((index, at) => (at ? en.visit(index).toLowerCase() : en.visit(index))).join(" and "),
  /** The same where there is room for little, beside the other visit's. */
  visitShort: (index: number): string => ["baseline", "follow-up"][index] ?? `${index + 1}`,
  /** What is said of something, after its name. */
  named: (name: string | number, said: string): string => `${name}: ${said}`,
  /** The same of a whole sentence. */
  saysOf: (name: string, sentence: string): string => `${name}: ${sentence}`,
  /** Between what is said of one thing and the next. */
  semicolon: "; ",
  /** What the examples' phases are called; in English as in their recordings. */
  examplePhases: null as Record<string, string> | null,
  months: (age: string) => `${age} months`,

  trust,

  tour,

  appearance: {
    label: "Appearance",
    themes: { system: "as this computer", light: "light", dark: "dark" },
    language: "Language",
  },

  offline,

  loading: "Starting …",
  coreFailed: {
    title: "This browser cannot run Attune.",
    body: "The computing part did not start. Attune needs WebAssembly and a browser from 2023 or later (Chrome or Edge 109, Firefox 115, Safari 16.4).",
  },

  open,

  failures,
  where: (place: string) => `Where: ${place}`,

  severity: { error: "Problem", warning: "Warning", note: "Note" },

  check,

  code,

  signals,

  scores,

  coding,

  comparisonInfants,

  report,

  exports,

  group,

  design,

  methods,

  workshop,

  pair,
};

export type Text = typeof en;
