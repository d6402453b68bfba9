// The core's findings: the parts that its sentences are put together from.
import type { Rule } from "../translate";

/** Parts that sentences are put together from. */
export const findingParts: Rule[] = [
  ["95 % CI {n} to {n}", "IC à 95 % de {} à {}"],
  ["over the whole recording", "sur tout l’enregistrement"],
  ["at rest", "au repos"],
  ["with stranger", "avec la personne inconnue"],
  ["in recovery", "pendant la récupération"],
  ["in still-face", "pendant le visage immobile"],
  ["in play", "pendant le jeu"],
  ["in reunion", "pendant la réunion"],
  ["withdrawn in still-face", "retrait pendant le visage immobile"],
  ["protest in still-face", "protestation pendant le visage immobile"],
  ["object/environment in still-face", "objet/environnement pendant le visage immobile"],
  ["social monitor in still-face", "observation sociale pendant le visage immobile"],
  ["social positive in still-face", "engagement social positif pendant le visage immobile"],
  ["Orienting/regulatory capacity (ORC), mother", "Capacité d’orientation/régulation (ORC), mère"],
  ["Orienting/regulatory capacity (ORC), partner", "Capacité d’orientation/régulation (ORC), partenaire"],
  ["{v}: ", "{} : "],
  ["{v} and {v}: ", "{} et {} : "],
  ["{v} and {v} and {v}: ", "{}, {} et {} : "],
  [
    "not enough to say: {n} usable epoch, {n} are needed",
    "données insuffisantes pour conclure : {} époque utilisable, {} sont nécessaires",
  ],
  [
    "not enough to say: {n} usable epochs, {n} are needed",
    "données insuffisantes pour conclure : {} époques utilisables, {} sont nécessaires",
  ],
  [
    "Not enough clean EEG to say: {n} s found, at least {n} s needed",
    "Trop peu d’EEG exploitable pour conclure : {} s trouvées, au moins {} s nécessaires",
  ],
  [
    "Low certainty: {n} s of clean EEG found, {n} s or more recommended",
    "Certitude faible : {} s d’EEG exploitable trouvées, au moins {} s recommandées",
  ],
  ["{n} s of scorable time, {n} s are needed", "{} s de temps codable, {} s sont nécessaires"],
  ["no score was entered", "aucun score n’a été saisi"],
  ["{n} of its {n} scales missing", "{} de ses {} échelles manquent"],
  ["There is no EEG channel in this recording", "Il n’y a pas de canal EEG dans cet enregistrement"],
  [
    "No ECG channel was found in this recording, and no annotations that mark beats",
    "Aucun canal ECG n’a été trouvé dans cet enregistrement, ni annotation marquant des battements",
  ],
  ["no phase of rest, or none of stress", "pas de phase de repos, ou pas de phase de stress"],
  ["no phase of stress, or none after it", "pas de phase de stress, ou aucune après elle"],
  ["This visit has no such phase", "Cette visite n’a pas cette phase"],
  ["The recording has no such phase", "L’enregistrement n’a pas cette phase"],
  ["The coding has no such phase", "Le codage n’a pas cette phase"],
  ["No coding was given for this visit", "Aucun codage n’a été fourni pour cette visite"],
  [
    "too short to tell how sure it is: {n} s found, {n} s needed",
    "trop court pour dire à quel point c’est sûr : {1} s trouvées, {2} s nécessaires",
  ],
  ["no usable beats", "pas de battements utilisables"],
  ["{} cannot be used. ", "{1!} ne peut pas être utilisé. "],
  [
    "It is flat, without any signal, in {n} % of the recording",
    "Il est plat, sans aucun signal, dans {} % de l’enregistrement",
  ],
  [
    "It carries little but mains interference, as a disconnected electrode does",
    "Il ne porte guère que le parasitage du secteur, comme une électrode débranchée",
  ],
  ["It is noisy: {n} % of its windows are rejected", "Il est bruité : {} % de ses fenêtres sont rejetées"],
  [
    "It has nothing in common with any other channel, as a disconnected electrode has not",
    "Il n’a rien de commun avec aucun autre canal, comme une électrode débranchée",
  ],
  ["It was excluded by hand", "Il a été écarté à la main"],
];
