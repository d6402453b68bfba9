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
];
