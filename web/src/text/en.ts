// Every word the page shows that does not come from the core. Texts with values are functions. A second language
// is a second object of the same type.

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const en = {
  /** For dates; not for numbers, which read the same everywhere. */
  locale: "en-GB",
  name: "Attune",
  notice: "Attune is a research and education tool. It does not diagnose.",
  skip: "Skip to the content",
  screens: { open: "Open", check: "Check", report: "Report", methods: "Methods" },
  screensLabel: "Screens",
  visit: (index: number): string => ["Baseline", "Follow-up"][index] ?? `Visit ${index + 1}`,
  months: (age: string) => `${age} months`,

  trust: {
    title: "Nothing leaves this computer.",
    requests: (n: number) => `${count(n, "request", "requests")} since you opened this page.`,
    blocked: (n: number) => `${count(n, "attempt was", "attempts were")} blocked by the browser.`,
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
  },

  loading: "Starting …",
  coreFailed: {
    title: "This browser cannot run Attune.",
    body: "The computing part did not start. Attune needs WebAssembly and a browser from 2023 or later (Chrome or Edge 109, Firefox 115, Safari 16.4).",
  },

  open: {
    title: "Open the recordings of one infant",
    lead: "Attune compares a baseline recording with a later one and says whether heart-rate variability and frontal EEG asymmetry changed by more than measurement error.",
    privacy:
      "The files are read and computed by this page, on this computer. Nothing is uploaded, and nothing is kept once the page is closed.",
    formats: "EDF, EDF+, BDF or BDF+, also gzipped",
    drop: "Drop a file here",
    dropActive: "Let go to open it here",
    choose: "Choose a file",
    chooseFor: (visit: string) => `Choose a file for ${visit}`,
    folder: "Open a folder",
    folderHint: "Drop both files together and they are put in order of time.",
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
    simulated: "Simulated recording",
    progressOf: (visit: string) => `Reading ${visit}`,
    oneMore: "One more recording is needed for a comparison. This one can be looked at under Check.",
    allReady: (n: number) => `${n} recordings are ready.`,
    sameFile: "Two of these recordings are the same file, so a comparison of them says nothing.",
    toReport: "Show the report",
    toCheck: "Check what was found",
    clear: "Start over",
    sorted: "The recordings were put in order of their start times.",
    unsortable:
      "Not every file says when it was recorded, so the recordings stand in the order they came. If that is wrong, swap them under Check.",
    tooMany: (n: number) =>
      `${n} recordings at once are more than the visits of one infant. Choose up to six files, all of the same infant.`,
    noneFound: "This folder holds no recording (files that end in .edf, .bdf or .rec).",
    examplesTitle: "Or look at an example",
    examplesLead: "Simulated infants, made on this computer from known numbers.",
    scenario: {
      improved: ["Improved", "Heart-rate variability and frontal asymmetry both rise."],
      unchanged: ["Unchanged", "The infant is nine weeks older and nothing else has changed."],
      short: ["Too little data", "Short, restless visits leave hardly any clean signal."],
      mixed: ["Mixed", "Brain and heart move in opposite directions."],
    } as Record<string, [string, string]>,
  },

  failures: {
    E_PAGE_UNREADABLE:
      "The browser could not read this file to its end. It may have been moved or changed, or its drive taken away. Choose it again.",
    E_GZIP_DAMAGED:
      "The gzip compression of this file is damaged, or the file is not complete. Copy it again, or unpack it first.",
    E_GZIP_BOMB:
      "This file unpacks to more than 200 times its size (or beyond 64 GB), as no recording does; unpacking was stopped.",
    E_COPY:
      "The copy does not read back to the samples of the recording, so it was thrown away. The recording’s header is damaged; see above what was found in it.",
    E_PAGE_BROKEN:
      "Computing this recording stopped, most likely because memory ran out. The other recordings are unharmed. Close other tabs and choose the file again.",
    E_PAGE:
      "Something in this page went wrong. The recordings are unharmed; reload the page if it happens again.",
  } as Record<string, string>,
  where: (place: string) => `Where: ${place}`,

  severity: { error: "Problem", warning: "Warning", note: "Note" },

  check: {
    title: "What was found in each recording",
    lead: "Look this over before you read the report: which channels were taken for what, and what is wrong with the recording, if anything.",
    empty: "No recording is open yet.",
    toOpen: "Open recordings",
    start: "Start",
    startUnknown: "not given in the file",
    duration: "Recorded",
    format: "Format",
    size: "Size",
    heart: "Heart",
    brain: "Brain",
    gaps: "Gaps",
    noGaps: "none",
    gapCount: (n: number, total: string) => `${count(n, "gap", "gaps")}, ${total} in all`,
    age: "Age in months",
    ageHint: "optional; stands in the report",
    ageWrong: "Enter an age between 0 and 120 months.",
    earlier: "Move one place earlier",
    swap: "Swap with baseline",
    channels: "Channels",
    channelColumns: {
      label: "Label",
      kind: "Recognised as",
      certainty: "How sure",
      unit: "Unit",
      rate: "Rate, Hz",
      prefilter: "Filters in the file",
      use: "Used for",
    },
    kind: {
      eeg: "EEG",
      ecg: "ECG",
      respiration: "breathing",
      eog: "EOG",
      emg: "EMG",
      trigger: "triggers",
      annotation: "annotations",
      other: "other",
    } as Record<string, string>,
    certainty: { sure: "sure", likely: "likely", unknown: "not known" } as Record<string, string>,
    phases: "Phases",
    noPhases: "The annotations name no phase. The recording is taken as a whole.",
    phaseKind: {
      rest: "rest",
      stranger: "stranger",
      play: "play",
      still_face: "still-face",
      reunion: "reunion",
      recovery: "recovery",
      other: "other",
    } as Record<string, string>,
    phaseColumns: { name: "Phase", kind: "Taken as", start: "Start", end: "End", length: "Length" },
    stripLabel: "Phases and gaps along the recording",
    diagnostics: "What is to be known",
    noDiagnostics: "Nothing unusual was found in this file.",
    technical: "Code and place in the file",
    copy: {
      title: "Save a copy without names",
      lead: "The header’s patient, recording and date fields are replaced as EDF+ prescribes. Samples stay as they are, which is proved by reading the copy back. The date is gone too: note which visit came first, and the days between them.",
      technical: "Also blank transducers and reserved fields",
      annotations: "Also replace every letter of the annotations (the names of phases go with them)",
      make: "Make the copy",
      working: "Copying and reading back …",
      save: "Save the copy",
      /** Name of the saved file, which says nothing of the original's. */
      fileName: (visit: string, variant: string) =>
        `${visit.toLowerCase().replace(" ", "-")}-without-names.${variant.slice(0, 3).toLowerCase()}`,
      samplesSame: "The copy was read back: every sample is the same.",
      dataSame: "The copy was read back: every byte after the header is the same.",
      place: "Where identity can sit",
      treatment: "What was done",
      treatments: { cleaned: "cleaned", clean_already: "clean already", kept: "kept: look at it" } as Record<
        string,
        string
      >,
      note: "Note",
    },
    stillReading: "This recording is still being read.",
    failed: "This file could not be used. Choose another one under Open.",
  },

  report: {
    defaultTitle: "Infant regulation, baseline and follow-up",
    visits: (n: number) => ["", "one visit", "two visits", "three visits", "four visits"][n] ?? `${n} visits`,
    ages: (ages: string[]) =>
      `aged ${ages.slice(0, -1).join(", ")}${ages.length > 1 ? " and " : ""}${ages[ages.length - 1]} months`,
    ageAt: (visit: string, age: string) => `${visit.toLowerCase()} aged ${age} months`,
    daysApart: (days: number) => `${count(days, "day", "days")} apart`,
    simulated: "simulated example",
    working: "Computing the report …",
    reading: (name: string, percent: number) => `${name}: ${percent} %`,
    empty: "A report needs two recordings of the same infant: a baseline and a later visit.",
    toOpen: "Open recordings",
    print: "Print",
    exportJson: "Save as JSON",
    putInOrder: "Put the visits in order of time",
    exportName: "attune-report.json",
    domain: { heart: "Heart", brain: "Brain", behaviour: "Behaviour" },
    certainty: {
      good: "Good",
      low: "Low",
      none: "Cannot be judged",
    },
    terms: {
      change: "Change (95\u00a0%\u00a0CI)",
      changeTo: (visit: string) => `Change to ${visit.toLowerCase()} (95\u00a0%\u00a0CI)`,
      reliable: "Reliable change",
      comparison: "Among comparison infants",
      certainty: "Certainty of the data",
    },
    key: { bars: "Bars and bands: 95\u00a0% confidence interval of the recording" },
    minutes: "min",
    basis: (visit: string, parts: string[]) => `${visit}: ${parts.join(", ")}`,
    basisEeg: (clean: string, total: string) => `${clean} of ${total} s clean EEG`,
    basisHeart: (used: number, total: number) => `${used} of ${total} heart epochs used`,
    cardsHow:
      "Each mark is the measure at one visit, its bar the 95\u00a0% confidence interval from that recording alone. Three questions are answered apart. Change: is it larger than what two recordings of the same state would differ by? Reliable change: is it larger than infants differ from one week to the next? Comparison infants: where does this infant stand among others? What cannot be answered says so.",
    verdict: {
      increase: "higher, beyond measurement error",
      decrease: "lower, beyond measurement error",
      no_evidence: "no evidence of a difference",
      cannot_judge: "cannot be judged",
    },
    tableOf: (title: string) => `${title}, table`,
    beyond: "beyond error",
    noNumber: "no number",
    noInterval: "no interval",
    upMeans: (what: string) => `higher: ${what}`,
    howToRead: "How to read this",
    asTable: "As a table",
    columns: {
      measure: "Measure",
      change: "Change (95\u00a0%\u00a0CI)",
      finding: "Beyond measurement error?",
      visit: "Visit",
      phase: "Phase",
      start: "Start",
      used: "Used",
      reason: "Reason",
      pair: "Pair",
      frequency: "Hz",
    },
    wholeVisit: "whole visit",
    yes: "yes",
    no: "no",
    diagnosticsTitle: "What is to be known about this comparison",

    heart: {
      title: "Heart",
      caption: (source: string, low: string, high: string) =>
        [source, `RSA band ${low}–${high} Hz`].filter(Boolean).join(" · "),
      noHeart: (visit: string, reason: string) => `${visit}: no heart results. ${reason}`,
      tachogram: "Heart period, beat by beat",
      tachogramUnit: "ms between beats",
      tachogramHow:
        "Each point of the line is the time from one heart beat to the next; higher is a slower heart. The fast ripple is breathing: the larger it is, the higher the RSA. Rings mark intervals where a beat was corrected; hatched stretches were left out; the line breaks where the recording pauses.",
      tachogramLabel: (visit: string) => `Heart period over time, ${visit}`,
      epochs: "RSA in each 30-s epoch",
      epochsUnit: "ln ms²",
      epochsHow:
        "Each mark is one epoch of 30 s, the unit that the means and their intervals are formed over. A cross at the foot is an epoch that was not used; the table gives its reason. The horizontal bar is the mean of a phase.",
      epochsLabel: (visit: string) => `RSA in each epoch, ${visit}`,
      how: "Each line is one measure: its mean at each visit, and the change from baseline, with 95\u00a0% confidence intervals below. Changes are taken before rounding. “Beyond error” marks a change whose interval leaves out zero. With many lines, one in twenty does so by chance: the bold line is the one the finding rests on.",
      perPhase: "All measures in each phase",
      perPhaseHow:
        "Means over the used epochs of each phase with their 95\u00a0% confidence intervals. A phase that was not recorded, or holds too few usable epochs, has no number and says why.",
      epochsUsed: "Epochs used",
      rsa: "RSA, ln ms²",
      rmssd: "RMSSD, ms",
      sdnn: "SDNN, ms",
      meanNn: "Mean heart period, ms",
      heartRate: "Heart rate, min⁻¹",
      reactivity: "Reactivity (task − rest), RSA",
      recovery: "Recovery (after − task), RSA",
      ofEpochs: (used: number, total: number) => `${used} of ${total}`,
      edited: "corrected beat",
      excluded: "left out",
      unused: "not used",
      spectrum: "Spectrum of the heart period",
      spectrumUnit: "ms²/Hz",
      spectrumHow:
        "How much the heart period swings at each frequency. The shaded stretch is the band of infant breathing that RSA is taken from; a clear hill inside it is what RSA measures. An upright line is the breathing rate, where a breathing channel was recorded: it should lie inside the band.",
      spectrumLabel: "Spectrum of the heart period at each visit",
      breathing: (hz: string) => `breathing ${hz} Hz`,
      rsaBand: "RSA band",
      poincare: "Each heart period against the one before",
      poincareAxis: "interval before, ms",
      poincareHow:
        "Each point is two neighbouring intervals (Poincaré plot). The wider the cloud across the diagonal (SD1), the more the heart period changes from beat to beat, as breathing makes it do; its length along the diagonal (SD2) is slower change. Points far off the cloud are beats to look at. Corrected beats and gaps are left out.",
      poincareLabel: (visit: string) => `Each heart period against the one before it, ${visit}`,
      sd1: "SD1 (across), ms",
      sd2: "SD2 (along), ms",
    },

    brain: {
      title: "Brain",
      caption: (low: string, high: string, reference: string) =>
        [`1-s windows`, low && `bins ${low}–${high} Hz inclusive`, reference && `reference ${reference}`]
          .filter(Boolean)
          .join(" · "),
      sign: "Frontal alpha asymmetry is ln power at the right site minus ln power at the left one. Alpha power is inverse to activity, so positive means relatively more left frontal activity.",
      noBrain: (visit: string, reason: string) => `${visit}: no EEG results. ${reason}`,
      spectra: (left: string, right: string) => `Spectra of ${left} and ${right}`,
      spectraUnit: "µV²/Hz, log scale",
      spectraHow:
        "Power at each frequency over the left (grey) and the right site (in the visit’s colour), mean of the clean windows. The shaded stretch is the infant alpha band; where the right line lies above the left one inside it, the asymmetry is positive. Pale bands are 95\u00a0% confidence intervals.",
      spectraLabel: (visit: string) => `Spectra of the pair, ${visit}`,
      left: "left",
      right: "right",
      band: (low: string, high: string) => `${low}–${high} Hz`,
      noSpectrum: (site: string) => `No clean signal at ${site}.`,
      how: "Absolute power is the measure of the original study. Relative power divides by all power from 1 to 20 Hz; oscillatory power takes out the background that has no rhythm. If the three disagree, the finding rests on how power was taken. The posterior pair is a control: a change there as large as the frontal one is not a frontal change.",
      windows: "Windows used and not used",
      windowsHow:
        "Every second of the primary pair, in rows: used, or not used and why. Long rows of movement during one phase mean that this phase says less than the others.",
      windowsLabel: (visit: string) => `Windows used and rejected over time, ${visit}`,
      phases: "Asymmetry of the primary pair in each phase",
      sensitivity: "Does it depend on the choice of band?",
      sensitivityHow:
        "The same recordings under other choices. A finding that holds in one line only is a finding about the choice.",
      choice: "Choice",
      asSet: (low: string, high: string) => `${low}–${high} Hz (this report)`,
    },
    rejection: {
      none: "used",
      gap: "gap",
      clipping: "clipped",
      flat: "flat",
      amplitude: "too large",
      step: "sudden step",
      muscle: "muscle",
      manual: "by hand",
    } as Record<string, string>,

    truth: {
      title: "What was put into this example",
      lead: "The recordings are simulated, so the true values are known.",
      show: "Show the true values",
      changeTo: (visit: string) => `change to ${visit.toLowerCase()}`,
      put: "Put in",
      measured: "Measured (95\u00a0%\u00a0CI)",
      covered: "Inside the interval",
    },

    quality: {
      title: "Quality",
      clean: "Clean EEG of the primary pair",
      cleanOf: (clean: string, total: string) => `${clean} of ${total} s`,
      epochs: "Heart epochs used",
      edited: "Beats corrected",
      percent: (value: string) => `${value} %`,
      pairsTitle: "Clean signal by pair of sites",
      pair: "Pair",
      cleanSeconds: "Clean, s",
      coherence: "Coherence",
      standardError: "SE of FAA",
      closedForm: "SE by formula",
      level: "Certainty",
      channelsTitle: "EEG windows by channel",
      channel: "Channel",
      used: "Used",
      notUsed: "Channel not used:",
      none: "none",
      noChannel: "no EEG channel",
      noEcg: "no heart signal",
      diagnostics: "Notes on each recording",
    },

    provenance: {
      title: "Provenance",
      program: (name: string, version: string) => `${name} ${version}`,
      made: "Report made on",
      method: "RSA method",
      recording: (visit: string) => `${visit}, SHA-256`,
      settings: "All settings",
      setting: "Setting",
      value: "Value",
      repeat:
        "The saved JSON holds every number on this page, all settings and the digests of the files: what is needed to repeat it.",
      version: "Version",
    },
    printFoot: (version: string) => `Attune ${version}`,
    page: "page",
  },

  methods: {
    title: "Methods",
    lead: "How each number is formed, and every setting with its default and source.",
    setting: "Setting",
    value: "Value",
    source: "Source",
    groups: { ecg: "Beats", hrv: "Heart-rate variability", eeg: "EEG", edits: "Edits by hand" } as Record<
      string,
      string
    >,
    formulas: [
      {
        title: "Frontal alpha asymmetry (FAA)",
        formula: "FAA = ln P(right) − ln P(left)",
        body: "P is the power of the alpha bins, both edges included, in µV², as the mean over the clean windows: 1 s long, half overlapping, mean removed, Hann taper. Positive means relatively more left frontal activity, because alpha power is inverse to activity. The standard error comes from a bootstrap that draws blocks of neighbouring windows (Künsch 1989); a closed form, √(2 (1 − coherence) / 4T), stands beside it under Quality as a check. The relative form divides by all power of 1–20 Hz; the oscillatory form takes out the 1/f background first.",
      },
      {
        title: "Respiratory sinus arrhythmia (RSA)",
        formula: "RSA = mean over 30-s epochs of ln(power of the heart period in the breathing band)",
        body: "In ln ms². The Fourier transform is taken on the beats themselves, each interval weighted by its own length, after a linear detrend and a Hamming taper. Interpolated series, the usual way, lose 0.2 to 1.2 ln units of fast infant breathing. The band ends at half the beat rate where that is lower. The power that the noise of the R times brings is taken off; where it is more than a third, RSA is withheld. Mean and standard error are formed over the used epochs, phase by phase, so that differences between phases are no error; neighbouring epochs that resemble each other widen it. RSA by Porges and Bohrer’s polynomial filter stands beside it; the two methods differ by as much as the published effect, so they are never mixed.",
      },
      {
        title: "Beats",
        formula: "detected → ectopic · missed · extra · long or short",
        body: "Peaks of a filter matched to the recording’s own average beat and noise are candidates; the most likely path through them, given what rhythms are likely, is the list of beats. R peaks are timed between samples, and the error of each time comes from adding the recording’s noise to the average beat and timing it again. Intervals that no heart makes are classed and replaced as by Lipponen and Tarvainen (2019), none that changes by less than Berntson’s criterion (1990), about a sixth; nothing is deleted, and every corrected beat is marked in the figures. An epoch with too many of them is not used, nor a stretch where two detectors disagree or most beats are unsure. Edits by hand are a list of events in the settings (add, move, remove, restore, exclude a stretch), each tied to its recording’s digest.",
      },
      {
        title: "RMSSD",
        formula: "RMSSD = √ mean (NNᵢ₊₁ − NNᵢ)²",
        body: "In ms, from sub-sample beat times: whole samples at 250 Hz would inflate it. Noise of SD σ in the R times adds 6σ² to its square and is taken off; where the doubt this leaves is above a tenth, RMSSD is withheld, with the seconds found and needed. No difference is formed across a gap or beside a beat that detection is not sure of.",
      },
      {
        title: "Change between visits",
        formula: "change = later − baseline,  SE = √(SE₁² + SE₂²)",
        body: "With a 95\u00a0% confidence interval from the two recordings’ own errors, degrees of freedom by Welch and Satterthwaite. The interval leaves out zero: beyond measurement error. It holds zero: no evidence of a difference, which is not the same as no difference.",
      },
    ],
    references: "Sources",
    referenceList: [
      "Lipponen JA, Tarvainen MP (2019). A robust algorithm for heart rate variability time series artefact correction using novel beat classification. Journal of Medical Engineering and Technology 43, 173–181.",
      "Berntson GG, Quigley KS, Jang JF, Boysen ST (1990). An approach to artifact identification: application to heart period data. Psychophysiology 27, 586–598.",
      "Porges SW, Bohrer RE (1990). The analysis of periodic processes in psychophysiological research. In: Cacioppo JT, Tassinary LG (eds), Principles of Psychophysiology. Cambridge University Press.",
      "Künsch HR (1989). The jackknife and the bootstrap for general stationary observations. Annals of Statistics 17, 1217–1241.",
      "Krzeczkowski JE, Schmidt LA, Van Lieshout RJ (2021). Changes in infant emotion regulation following maternal cognitive behavioral therapy for postpartum depression. Depression and Anxiety 38, 412–421.",
      "Marshall PJ, Bar-Haim Y, Fox NA (2002). Development of the EEG from 5 months to 4 years of age. Clinical Neurophysiology 113, 1199–1208.",
      "Bar-Haim Y, Marshall PJ, Fox NA (2000). Developmental changes in heart period and high-frequency heart period variability from 4 months to 4 years of age. Developmental Psychobiology 37, 44–56.",
    ],
  },
};

export type Text = typeof en;
