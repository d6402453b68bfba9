// The leader's sheet. What it claims of the examples is checked in the page (tests/web/workshop.test.mjs).

export const workshop = {
  link: "Leader’s sheet: seven exercises",
  title: "Seven exercises with simulated infants",
  lead: "For a class of any size; ten minutes each. All begin at the default settings. Let everyone guess on the report (“Guess first”) before the truth is shown, turn the settings under “What if other settings were used?”, and say at the end what the infant did: in most, nothing that can be told.",
  start: (example: string) => `Start: ${example}`,
  todo: "Do",
  shows: "Shows",
  exercises: [
    {
      title: "An unchanged infant among 40",
      todo: "Open the example and guess. Then find, for heart and brain, how far a change must reach to stand out among 40 comparison infants.",
      shows:
        "Nothing was put in, and none of four domains changed reliably. But RSA would stand out only past −1.75 or +2.05 ln ms², seven times what its two recordings can tell apart (±0.25). The studies’ average, +0.45, lies far inside: an infant that changed like that would read the same.",
    },
    {
      title: "Regression to the mean",
      todo: "Look at Still-face: the infant withdrew for 36 % of the time, then for 13 %. Is that an effect? Look where the middle of the box lies.",
      shows:
        "36 % is above the 99th percentile of the comparison infants, and what begins so far out comes back without any help. For such a baseline the box runs from −36 to +21 percentage points, and −23 lies inside it.",
    },
    {
      title: "A reference that flips the sign",
      todo: "Which way does the asymmetry point at each visit? Then choose the average as the EEG reference.",
      shows:
        "−0.04 and −0.06 become +0.04 and +0.01: the infant, its brain and the recordings are the same. All four intervals hold zero, so that none of them told the side.",
    },
    {
      title: "One beat that makes an RSA",
      todo: "Signals, Baseline: click the beat at 0:44.92, press M, four times Shift and →, then Enter. One R peak of 837 now stands 80 ms late.",
      shows:
        "RSA of that epoch goes from 3.5 to 6.0 ln ms², twelvefold in ms², and that of rest from 3.30 to 3.91. The interval of the change grows from ±0.25 to ±2.1 and says so. Moved by 120 ms, the beat is mended automatically: small errors are the ones to look for.",
    },
    {
      title: "A band beside the rhythm",
      todo: "The brain’s two recordings differ by more than their own error. Choose 4–6 Hz as the alpha band. Which finding is the infant’s?",
      shows:
        "It now reads “Depends on the method”: absolute power +0.07 (−0.03 to +0.18), its oscillatory part +0.43 (+0.05 to +0.80). The rhythm was put in at 7 Hz; the band beside it holds mostly background. A finding under one choice is a finding about the choice.",
    },
    {
      title: "No number is an answer",
      todo: "Guess, then try to get an asymmetry out of these recordings: set the amplitude limit to ±300\u00a0µV.",
      shows:
        "36 restless seconds hold 16 and 11 s of clean EEG, under the widest limit 21 and 20; 30 are needed. No number is drawn, because one from so little looks like any other.",
    },
    {
      title: "Who leads?",
      todo: "Two hearts, at a first visit and nine weeks later. Whose changes come first, in play, in still-face and over the task? Guess, compare heart period and RSA, then look what was put in.",
      shows:
        "Heart period: first the infant’s changes, by about 2.2 s, then the mother’s, by about 2.8 s; 2 and 3 s were put in. In still-face no coupling is found, and none was put in. But none is found in RSA at the first visit either (p = .077), where it was put in as strongly: “no coupling found” is no proof that there is none.",
    },
  ],
};
