// The brain's part of the report.
export const brain = {
  title: "Brain",
  caption: (low: string, high: string, reference: string) =>
    [`1-s windows`, low && `bins ${low}–${high} Hz inclusive`, reference && `reference ${reference}`]
      .filter(Boolean)
      .join(" · "),
  sign: "Frontal alpha asymmetry is ln power at the right site minus ln power at the left one. Alpha power is inverse to activity, so positive means relatively more left frontal activity.",
  noBrain: (visit: string, reason: string) => `${visit}: no EEG results. ${reason}`,
  faa: "Asymmetry at each visit",
  faaUnit: "ln right − ln left, 95\u00a0% CI",
  faaHow:
    "Each mark is the asymmetry at one visit, its line the 95\u00a0% confidence interval. Right of the dotted line means relatively more left frontal activity, left of it more right. Where the line crosses zero, the recording does not tell the side. The three ways of taking power should agree; the other pairs are controls.",
  faaLabel:
    "Asymmetry at each visit with its 95\u00a0% confidence interval; the table says the same in numbers",
  faaColumn: "Asymmetry, ln",
  sideColumn: "Which side",
  moreLeft: "more left",
  moreRight: "more right",
  side: {
    left: "relatively more left activity",
    right: "relatively more right activity",
    neither: "neither side beyond error",
  },
  topography: "Alpha power over the head",
  topographyUnit: "µV² in the alpha band, as recorded",
  topographyHow:
    "The head from above, the nose at the top. The larger and darker a disc, the more alpha power was measured there, on one scale for all visits; crosses are electrodes that were not used. Alpha usually rises toward the back of the head. What is shown depends on the reference, and young infants differ widely.",
  topographyLabel: (visit: string) => `Alpha power at each site of the head, ${visit}`,
  tooFewSites: "fewer than 8 clean sites",
  siteNotUsed: "not used",
  site: "Site",
  spectra: (left: string, right: string) => `Spectra of ${left} and ${right}`,
  spectraUnit: "µV²/Hz, log scale",
  spectraHow:
    "Power at each frequency over the left (grey) and the right site (in the visit’s colour), mean of the clean windows. The shaded stretch is the infant alpha band; where the right line lies above the left one inside it, the asymmetry is positive. Pale bands are 95\u00a0% confidence intervals.",
  spectraLabel: (visit: string) => `Spectra of the pair, ${visit}`,
  left: "left",
  right: "right",
  band: (low: string, high: string) => `${low}–${high} Hz`,
  noSpectrum: (site: string) => `No clean signal at ${site}.`,
  how: "Absolute power is the measure of the original study. Relative power divides by all power from 1 to 20 Hz; oscillatory power takes out the background that has no rhythm. If the three disagree, the finding rests on how power was taken; whether the background itself changed stands in the aperiodic lines. The posterior pair is a control: a change there as large as the frontal one is not a frontal change.",
  background: {
    title: "The 1/f background under the spectra",
    exponent: (site: string) => `Exponent, ${site}`,
    offset_ln: (site: string) => `Offset at 1 Hz, ${site}, ln µV²/Hz`,
    fit_error_ln: (site: string) => `Error of the fit, ${site}, ln`,
    how: "A straight line through ln power over ln frequency, without the bins in which rhythms stand. Its exponent says how steeply power falls, its offset how much there is at all frequencies; the error is how far the bins scatter about the line. A change of the background moves absolute and relative power though the rhythm stayed as it was.",
  },
  windows: "Windows used and not used",
  windowsHow:
    "Every second of the primary pair, in rows: used, or not used and why. Long rows of movement during one phase mean that this phase says less than the others.",
  windowsLabel: (visit: string) => `Windows used and rejected over time, ${visit}`,
  phases: "Asymmetry of the primary pair in each phase",
  sensitivity: "The asymmetry of each visit under other choices",
  sensitivityHow:
    "The same recordings under other choices. A finding that holds in one line only is a finding about the choice.",
  choice: "Choice",
};
