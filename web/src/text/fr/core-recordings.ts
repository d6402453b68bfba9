// What the core says about recordings that cannot be measured.
import type { Rule } from "../translate";

export const recordingTexts: Rule[] = [
  // What cannot be measured in them.
  [
    "{} is not used: less than {n} samples a second are too few to hold {}",
    "{1!} n’est pas utilisé : moins de {2} échantillons par seconde ne suffisent pas pour contenir {3}",
  ],
  ["a heartbeat", "un battement cardiaque"],
  ["an EEG's rhythms", "les rythmes d’un EEG"],
  ["breathing", "la respiration"],
  [
    "{} is not used: more than {n} samples a second come from a wrong duration of the records",
    "{1!} n’est pas utilisé : plus de {2} échantillons par seconde viennent d’une durée erronée des blocs",
  ],
];
