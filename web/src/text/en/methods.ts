// The screen Methods.
const rsaFormula = "RSA = mean over 30-s epochs of ln(power of the heart period in the breathing band)";

export const methods = {
  title: "Methods",
  lead: "How each number is formed, and every setting with its default and source. What was measured of truth, error, false alarms and agreement stands in the file tests/VALIDATION.md beside the program’s source, each figure with the command that prints it.",
  setting: "Setting",
  value: "Value",
  range: "May be",
  source: "Source",
  groups: {
    phases: "Phases",
    ecg: "Beats",
    hrv: "Heart-rate variability",
    eeg: "EEG",
    coding: "Coded behaviour",
    edits: "Edits by hand",
    comparison: "Reliable change and comparison infants",
    check: "Dates and ages",
    gates: "What enters the comparison of groups",
    group: "Comparison of groups",
    reference: "Comparison infants for others",
  } as Record<string, string>,
  porgesGain: {
    title: "What Porges and Bohrer’s filters do to breathing of each frequency",
    about:
      "What the moving polynomial adds to the RSA of breathing at one frequency, in ln units, alone and with the band-pass behind it; worked out from the filters’ weights at the resampling rate below. A change of the breathing rate alone moves this RSA by as much. The spline that resamples the beats takes off some more of fast breathing.",
    frequency: "Breathing, Hz",
    polynomial: "moving polynomial",
    filtered: "with the band-pass",
  },
  rsaFormula,
  formulas: [
    {
      title: "Frontal alpha asymmetry (FAA)",
      formula: "FAA = ln P(right) − ln P(left)",
      body: "P is the power of the alpha bins, both edges included, in µV², as the mean over the clean windows: 1 s long, half overlapping, mean removed, Hann taper. Positive means relatively more left frontal activity, because alpha power is inverse to activity. The standard error comes from a bootstrap that draws blocks of neighbouring windows (Künsch 1989); a closed form, √(2 (1 − coherence) / 4T), stands beside it under Quality as a check. The relative form divides by all power of 1–20 Hz; the oscillatory form takes out the 1/f background first.",
    },
    {
      title: "Respiratory sinus arrhythmia (RSA)",
      formula: rsaFormula,
      body: "In ln ms². The Fourier transform is taken on the beats themselves, each interval weighted by its own length, after a linear detrend and a Hamming taper. Interpolated series, the usual way, lose some of fast infant breathing: at 0.8 of half the beat rate 0.4 ln units by cubic spline, 1.1 by straight lines. The band ends at half the beat rate where that is lower. The power that the noise of the R times brings is taken off; where it is more than a third, RSA is withheld. Mean and standard error are formed over the used epochs, phase by phase, so that differences between phases are no error; neighbouring epochs that resemble each other widen it. RSA by Porges and Bohrer’s polynomial filter stands beside it; breathing’s rate alone moves it, by the table below, as much as the published effect does, so the two are never mixed. Spectral RSA is true to 0.1 ln units, for breathing up to 0.8 of half the beat rate, where beats are recursive, each interval the heart period at its first beat, as in many simulations. Under integral pulse frequency modulation (Hyndman & Mohn 1975), each interval is the period’s mean over itself, and power at f shrinks by sinc²(f × mean interval): 0.31 ln units at 0.7 Hz and 140 beats a minute. Which of the two an infant’s sinus node is nearer to is not known; a setting chooses, and the report shows both. Breathing outside the band, or so fast that it may be mirrored at half the heart rate, is found from a respiration channel or else from the beats (the hill of their spectrum that most segments share); RSA is then shown and compared with no other visit.",
    },
    {
      title: "Beats",
      formula: "detected → ectopic · missed · extra · long or short",
      body: "Peaks of a filter matched to the recording’s own average beat and noise are candidates; the most likely path through them, given what rhythms are likely, is the list of beats. R peaks are timed between samples, and the error of each time comes from adding the recording’s noise to the average beat and timing it again. Beats are classed as by Lipponen and Tarvainen (2019): that beat is edited which, if moved, taken out or put in, makes the differences of successive intervals likelier by more than the price of an edit; a sigh, a step or a deceleration has no such edit and stays. An interval that none of those beside it supports within Berntson’s criterion (1990), about a sixth, enters no measure: the series breaks there, and its spectrum is bridged by the slow course. Nothing is deleted, and every corrected beat is marked in the figures. An epoch with too many of them is not used, nor one whose RSA and RMSSD contradict each other, nor a stretch where two detectors disagree or most beats are unsure. Edits by hand, made under Signals, are a list of events in the settings (add, move, remove, restore, exclude a stretch), each tied to its recording’s digest; stretches and channels of the EEG are left out in the same way.",
    },
    {
      title: "RMSSD",
      formula: "RMSSD = √ mean (NNᵢ₊₁ − NNᵢ)²",
      body: "In ms, from sub-sample beat times: whole samples at 250 Hz would inflate it. Noise of SD σ in the R times adds 6σ² to its square and is taken off; where the doubt this leaves is above a tenth, RMSSD is withheld, with the seconds found and needed. No difference is formed across a gap or beside a beat that detection is not sure of.",
    },
    {
      title: "Questionnaire scores",
      formula: "ORC = mean of low-intensity pleasure, cuddliness, duration of orienting and soothability",
      body: "Scores are taken as entered and checked against the range of their scale. From items, with a key that the user supplies, an IBQ-R scale is the mean of the answered items, reversed ones as 8 − x; “does not apply” counts neither above nor below the line, and at least half of the items that apply must be answered. A total of EPDS, PBQ or PSI-SF needs all of its items. An empty cell is missing; any other code for missing has to be named. No wording of any item is shipped.",
    },
    {
      title: "Still-face behaviour",
      formula: "proportion = time in a state / scorable time of the phase",
      body: "States exclude each other; what is not coded, or coded as unscorable, is not scorable time. Codes that overlap, end before they start or never end are refused with their line and time: nothing is guessed. Still-face effect is the proportion in still-face minus that in play, recovery that in reunion minus that in still-face; withdrawn in still-face is primary. A state that was never coded at any visit has no number. Two coders are compared in bins of 1 s by Cohen’s kappa; a bin that neither coded is left out. A proportion has no standard error of its own, so its change is judged by the reliable change and the comparison infants alone.",
    },
    {
      title: "Change between visits",
      formula: "change = later − baseline,  SE = √(SE₁² + SE₂²)",
      body: "With a 95\u00a0% confidence interval from the two recordings’ own errors, degrees of freedom by Welch and Satterthwaite. The interval leaves out zero: the recordings differ by more than their own error. It holds zero: no difference found, which is not the same as no difference.",
    },
    {
      title: "Reliable change, and comparison infants",
      formula:
        "t = (change − mean change) / (s √(1 + 1/n)), df n − 1;  RC = change / (s √2 √(1 − r));  t = (x − M) / (s √(1 + 1/n))",
      body: "That two recordings differ by more than their own error does not say that the infant changed: untreated infants change, too. So a change is called reliable only beside comparison infants seen twice over a like interval (within ±25\u00a0%; t on n − 1 degrees of freedom), or by a retest reliability that was entered (Jacobson and Truax 1991; t where s comes from few infants). Where the baseline lies 1.5 SD or more from the comparison infants’ mean, their regression of the later value on the baseline leads (Crawford and Garthwaite 2007): extreme values return by themselves. Coded shares are judged as the arcsine of their square root, and both forms must agree. The first sentence of a report counts one primary measure a domain, adjusted together (Holm 1979); limits shown are those that a change would have to pass, at its rank. Everything else is exploratory. Published retests of other samples are shown and do not decide unless their setting says so. The infant’s place is the t of Crawford and Howell (1998), its percentile with the interval of Crawford and Garthwaite (2002).",
    },
    {
      title: "What is said, and how strongly",
      formula: "reliable · no reliable change · recordings differ · no difference found",
      body: "Reliable needs comparison infants or a retest that decides. Without them a report says at most that the recordings differ by more than their own error, and that whether the infant changed cannot be judged; no difference found names the largest that could have been missed. Three answers take the place of a verdict: not comparable, where the visits were recorded against different references, hold different parts of the procedure or the infant breathed outside the band; too little data; and depends on the choice of form, where absolute and oscillatory power (or spectral and Porges–Bohrer RSA) disagree: one beyond its error, and the other’s interval holding zero but not that change. “In the direction reported” is said of reliable changes alone; the studies’ average change (Krzeczkowski, Schmidt and Van Lieshout 2021: d .56 for RSA, .60 for FAA, .29 and .35 for ORC, times the comparison infants’ SD) stands beside the limits, and whether it lies within them is told of each report: within, one infant cannot show it.",
    },
    {
      title: "Groups",
      formula: "y ~ group × visit + (1 | infant)",
      body: "Fitted by REML, with Satterthwaite’s degrees of freedom; group × time is the F of all interaction terms. With two visits and complete data it is the t test of the changes. Matched pairs are compared by the paired t test of their changes. d_ppc2 is the difference of the changes in SDs of both groups at the first visit (Morris 2008). Whether the groups are equivalent at a later visit is asked by two one-sided tests, within a margin in SDs of the comparison group at the first visit, and the power is stated that such groups would have if they truly were the same. Bayes factors are JZS with the scale below. Holm’s adjustment runs over RSA, FAA and the mother’s ORC; all else is exploratory. What a gate keeps out is counted as missing with that reason, and nothing is pooled from fewer infants than stated.",
    },
  ],
  references: "Sources",
  referenceList: [
    "Cohen J (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20, 37–46.",
    "Gartstein MA, Rothbart MK (2003). Studying infant temperament via the Revised Infant Behavior Questionnaire. Infant Behavior and Development 26, 64–86.",
    "Matthey S (2004). Calculating clinically significant change in postnatal depression studies using the Edinburgh Postnatal Depression Scale. Journal of Affective Disorders 78, 269–272.",
    "Jacobson NS, Truax P (1991). Clinical significance: a statistical approach to defining meaningful change in psychotherapy research. Journal of Consulting and Clinical Psychology 59, 12–19.",
    "Crawford JR, Garthwaite PH (2002). Investigation of the single case in neuropsychology: confidence limits on the abnormality of test scores and test score differences. Neuropsychologia 40, 1196–1208.",
    "Crawford JR, Garthwaite PH (2007). Using regression equations built from summary data in the neuropsychological assessment of the individual case. Neuropsychology 21, 611–620.",
    "Holm S (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6, 65–70.",
    "Crawford JR, Howell DC (1998). Comparing an individual’s test score against norms derived from small samples. The Clinical Neuropsychologist 12, 482–486.",
    "Lipponen JA, Tarvainen MP (2019). A robust algorithm for heart rate variability time series artefact correction using novel beat classification. Journal of Medical Engineering and Technology 43, 173–181.",
    "Berntson GG, Quigley KS, Jang JF, Boysen ST (1990). An approach to artifact identification: application to heart period data. Psychophysiology 27, 586–598.",
    "Porges SW, Bohrer RE (1990). The analysis of periodic processes in psychophysiological research. In: Cacioppo JT, Tassinary LG (eds), Principles of Psychophysiology. Cambridge University Press.",
    "Künsch HR (1989). The jackknife and the bootstrap for general stationary observations. Annals of Statistics 17, 1217–1241.",
    "Hyndman BW, Mohn RK (1975). A model of the cardiac pacemaker and its use in decoding the information content of cardiac intervals. Automedica 1, 239–252.",
    "Fleming S, Thompson M, Stevens R, Heneghan C, Plüddemann A, Maconochie I, Tarassenko L, Mant D (2011). Normal ranges of heart rate and respiratory rate in children from birth to 18 years of age: a systematic review of observational studies. Lancet 377, 1011–1018.",
    "Krzeczkowski JE, Schmidt LA, Van Lieshout RJ (2021). Changes in infant emotion regulation following maternal cognitive behavioral therapy for postpartum depression. Depression and Anxiety 38, 412–421.",
    "Morris SB (2008). Estimating effect sizes from pretest-posttest-control group designs. Organizational Research Methods 11, 364–386.",
    "Rouder JN, Speckman PL, Sun D, Morey RD, Iverson G (2009). Bayesian t tests for accepting and rejecting the null hypothesis. Psychonomic Bulletin & Review 16, 225–237.",
    "Marshall PJ, Bar-Haim Y, Fox NA (2002). Development of the EEG from 5 months to 4 years of age. Clinical Neurophysiology 113, 1199–1208.",
    "Bar-Haim Y, Marshall PJ, Fox NA (2000). Developmental changes in heart period and high-frequency heart period variability from 4 months to 4 years of age. Developmental Psychobiology 37, 44–56.",
  ],
};
