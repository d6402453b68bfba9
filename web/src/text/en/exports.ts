// What is saved of a report.
export const exports = {
  open: "Save …",
  title: "Save this report",
  held: "What is saved here holds no file name, no date and nothing of the recording’s header about persons. It does hold the labels of channels, what you typed (the infant’s code, ages, scores, names of your own scales), what a table of comparison infants says about itself, and the digest of each recording, by which anyone who has the file can recognise it. Numbers are written in full and in English form.",
  phaseNames:
    "Keep the names of phases as they are written in the recording or were typed here. They may name people; without this mark they are replaced by the kind of phase.",
  work: "Work",
  workAbout:
    "Everything decided and entered, names of phases among it, to go on later. The recordings are not in it and are asked for.",
  saveWork: "Save work",
  workName: "attune-session.json",
  report: "Report",
  reportAbout:
    "The web page shows this report on any computer, without a network and without the recordings. The JSON holds the same report for programs; both can be opened here again.",
  numbers: "Every number as a table",
  numbersAbout:
    "One line a number, with visit, phase, unit, interval and, where a number is missing, the reason. Or one line for this infant: its columns are the same for every infant under the same settings, so that the lines of many can be put under one another for R, pandas, jamovi or SPSS.",
  folder: "Folder for research",
  folderAbout: "Tables of each visit with their descriptions, laid out as BIDS derivatives, in one zip.",
  folderName: "attune-derivatives.zip",
  page: "attune-report.html",
  kinds: {
    data: "Web page",
    json: "Report as JSON",
    csv: "CSV for spreadsheets",
    tsv: "TSV for programs",
    wide: "One line for this infant (CSV)",
    dictionary: "Dictionary of its columns (CSV)",
    beats: "Beats (TSV)",
    curve: "CSV under other choices",
    sidecar: "Description of the table (JSON)",
    checklist: "Save the reporting checklist",
    bids: "Zip of all tables",
  } as Record<string, string>,
  methods: {
    title: "Methods, for a paper",
    about:
      "Written from this report’s own settings and results, in English. Read it before you use it. The checklist (Markdown) holds what reporting guidelines ask of a paper: answered where the report can, empty where you have to.",
    copy: "Copy the text",
    copied: "Copied.",
    byHand: "This browser does not let the page copy. The text is marked: copy it with the keyboard.",
  },
  figures: "Each figure can be saved by itself, below it.",
  failed: "This could not be saved.",
  close: "Close",
  figure: {
    save: "Save figure",
    saveNamed: (title: string) => `Save figure: ${title}`,
    svg: "SVG",
    png: "PNG",
    failed: "This browser could not draw the figure.",
  },
};
