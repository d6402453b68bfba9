// The screen Mother and infant.

export const pair = {
  title: "Mother and infant: who leads whom",
  lead: "Two hearts on one clock. Do their changes go together more than chance alone would have it, and whose come first?",
  privacy:
    "The files are read and computed by this page, on this computer; beats are found and mended automatically. What you put right by hand on Signals in one of these recordings counts here too; in a recording of both hearts, for the infant’s.",
  link: "Mother and infant: who leads whom",
  offer: "A recording holds the mother’s heart too:",
  choose: "The two hearts",
  fromVisit: (visit: string) => `${visit}: both hearts`,
  pick: {
    both: "A recording with both hearts",
    mother: "The mother’s recording or list of beats",
    infant: "The infant’s recording or list of beats",
  },
  whose: { both: "Both", mother: "Mother", infant: "Infant" },
  age: "The infant’s age, months",
  signal: { mother: "The mother’s signal", infant: "The infant’s signal" },
  byLabel: "as the labels say",
  clock: "One clock for two files",
  clockHint:
    "Without an entry the start times count, of lists their own zero. An error here moves every lag by as much.",
  offset: "The infant’s file begins, in seconds after the mother’s",
  drift: "The infant’s second is longer by, parts in a million",
  trigger: "Or a mark that both files hold, as it is written there",
  earlier: "Result of an earlier visit (attune-pair.json)",
  earlierHint: "Then the lead of both visits is compared.",
  earlierSaved: "as in the saved work",
  awaited: {
    both: "The saved work holds no recordings: choose the one with both hearts.",
    mother: "The saved work holds no recordings: choose the mother’s file.",
    infant: "The saved work holds no recordings: choose the infant’s file.",
  },
  strange: {
    both: "The recording with both hearts is another one than that of the saved work.",
    mother: "The mother’s file is another one than that of the saved work.",
    infant: "The infant’s file is another one than that of the saved work.",
  },
  noEarlier: "Compare with no earlier visit",
  examples: "Who leads? A simulated mother and her infant",
  example: ["At the first visit", "Nine weeks later"],
  exampleAbout: "Play, still-face and reunion, eleven minutes. Guess who leads, then look what was put in.",
  simulated: "simulated: nobody was recorded",
  close: "Close",
  working: "Reading and comparing the two hearts …",
  change: "Since the earlier visit",
  hearts: { mother: "Mother", infant: "Infant" },
  heartOf: (who: string, source: string, why: string, band: string) =>
    `${who}: ${source}; RSA band ${band} (${why})`,
  means: "Means of",
  courses: (measure: string) => `${measure} of both hearts`,
  coursesHow:
    "The mother’s course is dashed and read at the left, the infant’s is drawn through and read at the right, each over its own range. Shaded: every other phase. Where a line breaks, too few beats were usable. That two lines rise or fall together over minutes is no coupling: such drift is taken out before they are compared.",
  lags: (measure: string) => `${measure} at each lag`,
  lagsHow:
    "How the two courses, without their drift, go together when the infant’s is taken so many seconds later. A peak at the right: the mother’s changes came first. The grey band holds what 95 % of surrogates stay within at their highest peak over all lags. The dot is the peak, its line where the peak of 95 % of redrawn blocks lies.",
  infantFirst: "◂ infant first",
  motherFirst: "mother first ▸",
  time: "Time, min:s",
  lag: "Lag, s",
  r: "Correlation",
  measures: { heart_period: "Heart period", rsa: "RSA" },
  units: { heart_period: "ms", rsa: "ln ms²" },
  table: "Phase by phase",
  tableNote:
    "The task is all phases at once, each with its own level and drift. Phases by themselves are many and short, and so exploratory.",
  columns: {
    phase: "Phase",
    measure: "Measure",
    found: "Found",
    peak: "Correlation at the peak",
    chance: "Chance reaches",
    lag: "Lag, s (positive: mother first)",
    index: "Lead–lag index",
    p: "p",
  },
  task: "The task",
  noPhases: "No phases are named: the task is all the time that both share.",
  found: {
    mother: "mother first",
    infant: "infant first",
    cannot_tell: "together; who came first cannot be told",
    no_coupling_found: "no coupling found",
    too_short: "too short to tell",
    missing: "one heart only",
  },
  methods: "What was done, and what it cannot say",
  save: "Save the numbers (JSON)",
  saveHint:
    "Phases are named by their kind in it. It serves as an earlier visit’s result here and for attune dyad.",
  fileName: "attune-pair.json",
  truth: "What was put in",
  put: (leads: string, lag: string) =>
    leads === "nobody"
      ? "Nothing: each heart goes its own way."
      : `The ${leads}’s changes come first, by ${lag} s; heart period and RSA alike.`,
  strength: "Strength of the coupling",
};
