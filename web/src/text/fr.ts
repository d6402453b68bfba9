// The French dictionary. What the core says comes in French from its own catalogues.

import type { Text } from "./en";
import { check, coding, comparisonInfants, scores } from "./fr/check";
import { code } from "./fr/code";
import { design } from "./fr/design";
import { exports } from "./fr/exports";
import { failures, offline, open, tour, trust } from "./fr/frame";
import { afterColon, lower, spacedAll } from "./fr/grammar";
import { group } from "./fr/group";
import { methods } from "./fr/methods";
import { pair } from "./fr/pair";
import { report } from "./fr/report";
import { signals } from "./fr/signals";
import { workshop } from "./fr/workshop";

const words: Text = {
  tag: "fr",
  locale: "fr-FR",
  language: "Français",
  numbers: { decimal: ",", to: "à", byte: "o" },
  name: "Attune",
  notice: "Attune est un outil de recherche et d’enseignement. Il ne pose pas de diagnostic.",
  skip: "Aller au contenu",
  screens: {
    open: "Ouvrir",
    check: "Vérifier",
    code: "Coder",
    signals: "Signaux",
    report: "Rapport",
    group: "Groupe",
    methods: "Méthodes",
    workshop: "Atelier",
    pair: "Mère et nourrisson",
  },
  screensLabel: "Écrans",
  visit: (index) => ["Visite initiale", "Visite de suivi"][index] ?? `Visite ${index + 1}`,
  visits: (indices) =>
    indices.map((index, at) => (at ? lower(words.visit(index)) : words.visit(index))).join(" et "),
  visitShort: (index) => ["initiale", "suivi"][index] ?? `${index + 1}`,
  saysOf: (name, sentence) => `${name} : ${afterColon(sentence)}`,
  named: (name, said) => `${name} : ${said}`,
  semicolon: " ; ",
  examplePhases: {
    Rest: "Repos",
    "Stranger with toy": "Personne inconnue",
    Recovery: "Récupération",
    Play: "Jeu",
    "Still face": "Visage immobile",
    Reunion: "Retrouvailles",
  },
  months: (age) => `${age} mois`,
  trust,
  tour,
  appearance: {
    label: "Apparence",
    themes: { system: "selon l’appareil", light: "clair", dark: "sombre" },
    language: "Langue",
  },
  offline,
  loading: "Démarrage …",
  coreFailed: {
    title: "Ce navigateur ne peut pas exécuter Attune.",
    body: "La partie qui calcule n’a pas démarré. Attune demande WebAssembly et un navigateur de 2023 ou plus récent (Chrome ou Edge 109, Firefox 115, Safari 16.4).",
  },
  open,
  failures,
  where: (place) => `Où : ${place}`,
  severity: { error: "Problème", warning: "Avertissement", note: "Remarque" },
  check,
  code,
  signals,
  scores,
  coding,
  comparisonInfants,
  report,
  exports,
  group,
  design,
  methods,
  workshop,
  pair,
};

export const fr: Text = spacedAll(words);
