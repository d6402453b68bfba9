// The panel Before a study.
export const design = {
  title: "Before a study: what could it find?",
  lead: "Many studies of each size are drawn from what you take to be true, and each is analysed as a real one is here. Everything is in SDs of a group at one visit.",
  treated: "Treated infants at the first visit",
  fields: {
    infants: "Infants of the treated group at the first visit (several sizes: 20 40 80)",
    control_ratio: "Comparison infants for one treated infant",
    visits: "Visits",
    correlation:
      "Correlation of two visits of an infant: the measure’s retest over the interval, never above its reliability",
    dropout: "Share of the infants that leave after each visit (0.1: one in ten)",
    effect: "How far below the comparison infants the treated begin, SD",
    end_difference: "How far above them they truly end, SD (0: alike)",
    equivalence_margin_sd: "Equivalent within, SD",
    draws: "Simulated studies of each size",
    seed: "Seed",
  },
  run: "Simulate",
  cancel: "Cancel",
  print: "Print",
  progress: "Simulating",
  sizes: (done: number, all: number) => `${done} of ${all} sizes`,
  groupByTime: "a different change (group × time)",
  equivalence: "equivalence at the last visit",
  power: "Power: in how many of such studies it is found",
  powerHow:
    "Each mark is the share of the simulated studies that find it; the bar is where that share may lie by the error of the simulation (95\u00a0%, Wilson 1927): with more studies it is shorter. Power tells of the study as planned, if what was entered is true.",
  widthUnit: "SD",
  width: "Width of the 95\u00a0% interval of d",
  widthHow: "How wide the interval of d_ppc2 is on average: how exactly such a study would know the effect.",
  columns: ["Treated", "Comparison", "Group × time, %", "Equivalence, %", "Width of d’s interval"],
};
