// Ce qui est enregistré d’un rapport.
import type { Text } from "../en";

export const exports: Text["exports"] = {
  open: "Enregistrer …",
  title: "Enregistrer ce rapport",
  held: "Ce qui est enregistré ici ne contient ni nom de fichier, ni date, ni rien de l’en-tête de l’enregistrement sur des personnes. Il contient en revanche les noms des canaux, ce que vous avez saisi (code du nourrisson, âges, scores, noms de vos échelles), ce qu’un tableau de nourrissons de comparaison dit de lui-même, et l’empreinte de chaque enregistrement, par laquelle quiconque possède le fichier peut le reconnaître. Les nombres sont écrits en entier et sous leur forme anglaise.",
  phaseNames:
    "Garder les noms des phases tels qu’ils figurent dans l’enregistrement ou ont été saisis ici. Ils peuvent nommer des personnes ; sans cette coche, ils sont remplacés par le type de la phase.",
  work: "Travail",
  workAbout:
    "Tout ce qui a été décidé et saisi, noms de phases compris, pour continuer plus tard. Les enregistrements n’y sont pas et sont redemandés.",
  saveWork: "Enregistrer le travail",
  workName: "attune-session.json",
  report: "Rapport",
  reportAbout:
    "La page web montre ce rapport sur tout ordinateur, sans réseau et sans les enregistrements. Le JSON contient le même rapport, en anglais, pour des programmes ; tous deux peuvent être rouverts ici.",
  numbers: "Chaque nombre en tableau",
  numbersAbout:
    "Une ligne par nombre, avec visite, phase, unité, intervalle et, où un nombre manque, la raison, en anglais. Ou une ligne pour ce nourrisson : ses colonnes sont les mêmes pour tous avec les mêmes réglages, si bien que les lignes de plusieurs se mettent l’une sous l’autre pour R, pandas, jamovi ou SPSS.",
  folder: "Dossier pour la recherche",
  folderAbout:
    "Les tableaux de chaque visite avec leurs descriptions, disposés comme dérivés BIDS, dans un seul zip.",
  folderName: "attune-derivatives.zip",
  page: "attune-report.html",
  kinds: {
    data: "Page web",
    json: "Rapport en JSON",
    csv: "CSV pour tableurs",
    tsv: "TSV pour programmes",
    wide: "Une ligne pour ce nourrisson (CSV)",
    dictionary: "Dictionnaire de ses colonnes (CSV)",
    beats: "Battements (TSV)",
    curve: "CSV avec d’autres choix",
    sidecar: "Description du tableau (JSON)",
    checklist: "Enregistrer la liste de contrôle",
    bids: "Zip de tous les tableaux",
  },
  methods: {
    title: "Méthodes, pour un article",
    about:
      "Rédigé à partir des réglages et des résultats de ce rapport, en anglais, pour un article en anglais. Lisez-le avant de l’utiliser. La liste de contrôle (Markdown, en anglais) tient ce que les guides de publication demandent à un article : rempli où le rapport le peut, vide où c’est à vous de le faire.",
    copy: "Copier le texte",
    copied: "Copié.",
    byHand: "Ce navigateur ne laisse pas la page copier. Le texte est sélectionné : copiez-le au clavier.",
  },
  figures: "Chaque figure peut être enregistrée séparément, sous elle.",
  failed: "Cela n’a pas pu être enregistré.",
  close: "Fermer",
  figure: {
    save: "Enregistrer la figure",
    saveNamed: (title) => `Enregistrer la figure : ${title}`,
    svg: "SVG",
    png: "PNG",
    failed: "Ce navigateur n’a pas pu dessiner la figure.",
  },
};
