// What stands around the screens, and the screen Open.
import { count } from "./grammar";

export const trust = {
  title: "Nothing leaves this computer.",
  requests: (n: number) => `${count(n, "request", "requests")} since you opened this page.`,
  blocked: (n: number) => `${count(n, "attempt was", "attempts were")} blocked by the browser.`,
  short: (n: number) => count(n, "request", "requests"),
  how: "How to verify",
  dialogTitle: "How to verify that nothing leaves",
  steps: [
    "Take this computer off the network, then open recordings: everything works the same.",
    "Open the browser’s developer tools (F12), choose “Network” and load the recordings: the list stays empty.",
    "Read the first lines of this page’s source. The policy there (“connect-src 'none'”) makes the browser itself refuse every connection, whatever the program tries. The hashes beside it pin the only script and style sheet that may run.",
  ],
  counted:
    "The line in the margin counts the requests that the browser reports for this page, and the attempts its policy has stopped.",
  close: "Close",
};

export const tour = {
  start: "Take the tour, two minutes",
  label: "Guided tour",
  count: (n: number, all: number) => `Stop ${n} of ${all}`,
  back: "Back",
  next: "Next",
  leave: "Leave the tour",
  end: "Done",
  stops: [
    [
      "The finding comes first",
      "A simulated infant before and after. One sentence says what the domains show together, then one for each. Three questions are kept apart: is the difference larger than the recordings’ own error, is it reliable, and is the infant like other infants?",
    ],
    [
      "One row a domain",
      "Its mark and word say how strongly the change may be spoken of. Beside them stand the visits and the change: grey is what comparison infants do, and a change stands out only past the box.",
    ],
    [
      "What if?",
      "Open this and choose another band or limit. The whole report follows, and the defaults’ answer stands beside yours. A link carries your settings to others, without any data.",
    ],
    [
      "The truth",
      "This infant is simulated, so what was put in is known. Guess first, then look whether the intervals hold it.",
    ],
    [
      "The recording itself",
      "Under Signals you see EEG and heart beats on one axis, what was left out and why, and you can correct it. The report follows.",
    ],
    [
      "Every formula",
      "Methods tells how each number is formed, with every setting, its default and its source.",
    ],
    [
      "Your turn",
      "Drop two recordings here, or open another example: one unchanged, one with too little data, one mixed.",
    ],
  ] as [string, string][],
};

export const offline = {
  title: "What this page keeps on this computer",
  state: {
    unknown: "",
    no: "Nothing.",
    working: "Working …",
    yes: "The page itself, so that it opens without a network. Nothing of a recording or a report.",
    failed:
      "It could not be kept: the browser did not allow it, or the page’s address did not answer with this version whole, as while a new one is put there. Nothing is kept; try again later.",
  },
  about:
    "The page can be kept, so that it opens without a network like an installed program. The browser then fetches the page once more from its own address; these requests are counted beside “Nothing leaves this computer”.",
  keep: "Keep the page on this computer",
  kept: "The browser may now offer to install the page, in its address bar or menu. Whenever the page is opened with a network, the browser itself asks the page’s address whether there is a newer version, which it does not report to the page.",
  newer: "A newer version of the page was fetched. Load the page anew to use it.",
  forget: "Forget everything",
  coding: "A copy of a coding, as was asked for on the Code screen.",
  forgetCoding: "Delete the coding",
};

export const open = {
  title: "Open the recordings of one infant",
  lead: "Attune compares a baseline recording with a later one and says, of heart-rate variability and frontal EEG asymmetry, how strongly a change may be spoken of.",
  privacy:
    "The files are read and computed by this page, on this computer. Nothing is uploaded, and nothing is kept once the page is closed, but for a coding where you ask for that.",
  formats: "EDF, EDF+, BDF or BDF+, also gzipped",
  drop: "Drop a file here",
  dropActive: "Let go to open it here",
  choose: "Choose a file",
  chooseFor: (visit: string) => `Choose a file for ${visit}`,
  folder: "Open a folder",
  saved: "Open saved work",
  awaiting: (n: number) =>
    `The saved work is open. It holds no recordings: choose ${n === 1 ? "the one" : `the ${n}`} that it was made with.`,
  notOfSession: (n: number) =>
    `${n === 1 ? "One file is none" : `${n} files are none`} of the recordings that the saved work was made with. ${n === 1 ? "It stands" : "They stand"} last, without what was entered: remove what does not belong to this infant.`,
  code: {
    label: "Infant code",
    hint: "Optional: a code of yours, no name. It stands in the report and in the names and tables of all that is saved.",
    refused:
      "This code is not taken: up to 32 letters A to Z without accents, digits, hyphens, underscores and full stops, beginning with a letter or a digit. It becomes part of file names, in which blanks and other signs are changed or lost.",
  },
  landing: {
    recording: (visit: string | null) =>
      visit
        ? `A recording: ${visit}. A folder: its visits.`
        : "Recordings and folders: the visits, in order of time",
    table: "A table of scores, coded behaviour or comparison infants: its import",
    saved: "Saved work or a report: opened in place of what is here",
    study: "A study’s folder: Group",
    video: "A video: Code",
  },
  severalSaved: "Open one saved work or report at a time. None of these was opened.",
  notOpened: (name: string) => `${name} was not opened`,
  whoseCoding: (name: string) => `${name} holds coded behaviour. Which visit is it of?`,
  leaveOut: "Leave it out",
  comparisonTaken: (name: string, instead: boolean) =>
    `The comparison infants of ${name} were taken${instead ? ", in place of those that were here" : ""}. Look at them under`,
  studyTable: (name: string) => `${name} is a table of a whole study, which goes with its folder under`,
  folderVisits: (visits: [string, string][]) =>
    `Visits of the folder: ${visits.map(([name, visit]) => `${name} is ${visit}`).join(", ")}.`,
  awaited: (facts: string) => `Recording awaited: ${facts}`,
  files: {
    add: "Add a file of this visit",
    addTo: (visit: string) => `Add a file of the same visit: ${visit}`,
    of: (visit: string) => `Files of ${visit}`,
    start: "begins at (s):",
    startOf: (file: string) => `${file} begins at, in seconds from the first sample of the visit`,
    startWrong: "Seconds from the first sample of the visit, 0 to 1,000,000; empty: by the start times.",
    takeOut: "Take out",
    takeOutOf: (file: string) => `Take ${file} out of the visit`,
    perhapsOne: (first: string, second: string) =>
      `${first} and ${second} were recorded within hours of one another. If they are one visit in two files (EEG and ECG apart, or stopped and started again), make them one; two visits so near together would say nothing of development.`,
    join: "Make them one visit",
    leaveApart: "They are two visits",
  },
  expected: (size: string, digest: string) => `A file of ${size} whose digest begins with ${digest}.`,
  folderHint:
    "Drop both files together and they are put in order of time. Saved work, reports and tables of scores, coding or comparison infants are known by what is in them.",
  addVisit: "Add a visit",
  remove: "Remove",
  removeFor: (visit: string) => `Remove ${visit}`,
  replace: "Choose another file",
  cancel: "Cancel",
  cancelFor: (visit: string) => `Cancel reading ${visit}`,
  reading: (done: string, total: string) => `${done} of ${total}`,
  timeLeft: (seconds: number) =>
    seconds < 1
      ? "less than a second left"
      : seconds < 90
        ? `about ${Math.round(seconds)} s left`
        : `about ${Math.round(seconds / 60)} min left`,
  estimating: "estimating the time left",
  simulating: "Making the simulated recording …",
  computing: "Finding beats and clean windows …",
  ready: "Read",
  failed: "This file could not be used",
  again: "Try again",
  againFor: (visit: string) => `Try again: ${visit}`,
  simulated: "Simulated recording",
  without: "No recording at this visit",
  withoutFor: (visit: string) => `No recording at ${visit}: a coding or scores alone`,
  noRecording: "No recording: a coding or scores alone",
  progressOf: (visit: string) => `Reading ${visit}`,
  oneMore: "One more recording is needed for a comparison. This one can be looked at under Check.",
  allReady: (n: number) => `${n} visits are ready.`,
  sameFile: "Two of these recordings are the same file, so a comparison of them says nothing.",
  toReport: "Show the report",
  toCheck: "Check what was found",
  clear: "Start over",
  loseWork:
    "What you entered and edited here has not been saved and would be gone. Go on? (To keep it: Report, Save …, Save the work.)",
  moved: {
    sorted: "The recordings were put in order of their start times.",
    moved: "The recordings changed places.",
    names: { scores: "scores", ages: "ages", codings: "codings" },
    stayed: (names: string[]) => `The ${names.join(" and ")} stayed with the visit they were entered for.`,
    went: (names: string[]) => `The ${names.join(" and ")} went with their recordings.`,
  },
  unsortable:
    "Not every file says when it was recorded, so the recordings stand in the order they came. If that is wrong, swap them under Check.",
  tooMany: (n: number) =>
    `${n} recordings at once are more than the visits of one infant. Choose up to six files, all of the same infant.`,
  noneFound:
    "This folder holds nothing that can be opened: no recording (.edf, .bdf or .rec), no table, no saved work.",
  linkRefused:
    "None of the settings that this link carries was taken, and nothing else has changed. Ask for the link anew, or turn the settings on the report.",
  link: {
    sets: "The link has set:",
    setsNothing: "The link leaves all settings at their defaults.",
    otherwise: "otherwise",
    example: (name: string) => `Open its example: ${name}`,
    paste: "Link, if you were given one",
    take: "Follow",
  },
  examplesTitle: "Or look at an example",
  examplesLead: "Simulated infants, made on this computer from known numbers.",
  scenario: {
    improved: ["Improved", "Heart-rate variability and frontal asymmetry both rise."],
    unchanged: ["Unchanged", "The infant is nine weeks older and nothing else has changed."],
    short: ["Too little data", "Short, restless visits leave hardly any clean signal."],
    mixed: ["Mixed", "Brain and heart move in opposite directions."],
  } as Record<string, [string, string]>,
};

export const failures = {
  E_PAGE_UNREADABLE:
    "The browser could not read this file to its end. It may have been moved or changed, or its drive taken away. Choose it again.",
  E_GZIP_DAMAGED:
    "The gzip compression of this file is damaged, or the file is not complete. Copy it again, or unpack it first.",
  E_GZIP_BOMB:
    "This file unpacks to more than 200 times its size (or beyond 64 GB), as no recording does; unpacking was stopped.",
  E_COPY:
    "The copy does not read back to the samples of the recording, so it was thrown away. The recording’s header is damaged; see above what was found in it.",
  E_SAVED_CODING:
    "The coding in this saved work cannot be read: it was changed, or saved by a later version. Nothing was opened.",
  E_TABLE_LARGE:
    "This file is larger than 32 MB, as no table of one infant’s scores or codes is. Choose another one.",
  E_LINK: "What the link carries cannot be read as settings.",
  E_PROGRESS: "This file is no saved progress of a study.",
  E_PROGRESS_OTHER:
    "This progress was saved by another version, or with other settings than those in use now, so nothing is taken from it. Measure the recordings anew.",
  E_COHORT_TABLE_LARGE:
    "This table is larger than 32 MB, as no table of a study is. Take it out of the folder, then choose the folder again.",
  E_PAGE_BROKEN:
    "Computing this recording stopped, most likely because memory ran out. The other recordings are unharmed. Close other tabs, then try again or choose the file again.",
  E_PAGE:
    "Something in this page went wrong. The recordings are unharmed; reload the page if it happens again.",
} as Record<string, string>;
