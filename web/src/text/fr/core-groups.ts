// What the core says about studies: folders, plans and tables of many infants, and how groups compare.
import type { Rule } from "../translate";

/** What kept values out; several of them stand in one text. */
const gates: Rule[] = [
  ["less than {n} s of clean EEG (quality gate)", "moins de {} s d’EEG exploitable (seuil de qualité)"],
  [
    "fewer than {n} heart epochs used (quality gate)",
    "moins de {} époques cardiaques utilisées (seuil de qualité)",
  ],
  [
    "more than {n} % of beats edited (quality gate)",
    "plus de {} % de battements corrigés (seuil de qualité)",
  ],
];

export const groupTexts: Rule[] = [
  // Sentences, from their beginning.
  ["{} (higher means {}): {}", "{} (plus élevé : {}) : {}"],
  ["{} (higher means {}): cannot be judged: {}", "{} (plus élevé : {}) : non évaluable : {}"],
  ["{}: from {s} to {s} {}", "{1!} : de {2!} à {3!}, {4}"],
  ["from {s} to {s} {}", "de {1!} à {2!}, {3}"],
  ["{}: cannot be judged: {}", "{1!} : non évaluable : {2}"],
  ["Exploratory: {}", "Exploratoire : {}"],
  ["Exploratory: {}: cannot be judged: {}", "Exploratoire : {1!} : non évaluable : {2}"],
  ["Alpha asymmetry {}", "Asymétrie alpha {}"],
  // Cautions.
  [
    "Groups that were not drawn by lot may differ for reasons other than treatment",
    "Des groupes qui n’ont pas été tirés au sort peuvent différer pour d’autres raisons que le traitement",
  ],
  [
    "No evidence of a difference is not evidence of none; see equivalence and its power",
    "Ne pas mettre de différence en évidence n’est pas en démontrer l’absence ; voir l’équivalence et sa puissance",
  ],
  [
    "Measures that are not primary are exploratory: their p is not adjusted",
    "Les mesures autres que principales sont exploratoires : leur p n’est pas corrigé",
  ],
  [
    "Nothing is pooled from fewer than {n} infants of a group",
    "Rien n’est mis en commun au-dessous de {} nourrissons par groupe",
  ],
  ["Some of the recordings are simulated", "Une partie des enregistrements est simulée"],
  // Why a result or a value is missing.
  [
    "too few infants at the first visit or at every later one",
    "trop peu de nourrissons à la première visite ou à chaque visite ultérieure",
  ],
  [
    "too few participants have two visits, or the values have no spread",
    "trop peu de nourrissons ont deux visites, ou les valeurs n’ont pas de dispersion",
  ],
  ["fewer than two infants in a group", "moins de deux nourrissons dans un groupe"],
  ["fewer than three infants", "moins de trois nourrissons"],
  ["no recording", "pas d’enregistrement"],
  ["no line in the table", "pas de ligne dans la table"],
  ["the file named in the table is not there", "le fichier nommé dans la table est introuvable"],
  ["not measured", "non mesuré"],
  ["the file cannot be used", "fichier inutilisable"],
  ["the same recording was given more than once", "le même enregistrement a été donné plus d’une fois"],
  ...gates,
  ["outside the ages that enter (quality gate)", "hors des âges qui entrent (seuil de qualité)"],
  ["not in this recording", "absent de cet enregistrement"],
  ["no score", "pas de score"],
  ["score out of range", "score hors de l’étendue de l’échelle"],
  ["empty cell", "cellule vide"],
  ["code for missing {}", "code pour manquant {1!}"],
  // Folders and tables.
  [
    "No cohort was found among {n} files, {n} of them recordings. Needed are BIDS folders (sub-*/ses-*/eeg/*.edf) or a table at the top with the columns participant, visit, group and file",
    "Aucune étude n’a été trouvée parmi les fichiers de ce dossier ({}, dont enregistrements : {}). Il faut des dossiers BIDS (sub-*/ses-*/eeg/*.edf), ou au premier niveau une table avec les colonnes participant, visit, group et file",
  ],
  [
    "More than one table lists recordings; {} was taken, this one not",
    "Plusieurs tables donnent une liste d’enregistrements ; {1!} a été prise, celle-ci non",
  ],
  [
    "There is more than one recording of this visit; {} was taken, this one not. Name a task in the settings to choose",
    "Il y a plusieurs enregistrements de cette visite ; {1!} a été pris, celui-ci non. Pour choisir, nommez une tâche dans les réglages",
  ],
  [
    "There is no participants.tsv; no infant has a group",
    "Il n’y a pas de participants.tsv ; aucun nourrisson n’a de groupe",
  ],
  ["Participant {} was already given in line {n}", "Le nourrisson {1!} a déjà été donné à la ligne {2}"],
  ["The table was not read", "La table n’a pas été lue"],
  [
    "The table has no column {}; its ages are not used",
    "La table n’a pas de colonne {1!} ; ses âges ne sont pas utilisés",
  ],
  ["{}. Its ages are not used", "{}. Ses âges ne sont pas utilisés"],
  ["{}. Its scores are not used", "{}. Ses scores ne sont pas utilisés"],
  [
    "The table needs the columns participant_id and session_id (or participant and visit)",
    "La table demande les colonnes participant_id et session_id (ou participant et visit)",
  ],
  [
    "{} has scores but is no infant of this cohort; they are not used",
    "{1!} a des scores mais n’est pas un nourrisson de cette étude ; ils ne sont pas utilisés",
  ],
  [
    "The score {} is not between {n} and {n}, the scale's range; it was left out",
    "Le score {} n’est pas entre {} et {}, l’étendue de l’échelle ; il a été laissé de côté",
  ],
  [
    "Column {} holds other than numbers and is not used",
    "La colonne {1!} ne contient pas que des nombres et n’est pas utilisée",
  ],
  ["This score was already given; the first is used", "Ce score a déjà été donné ; le premier est utilisé"],
  ["Participant or visit is empty", "Le nourrisson ou la visite manque"],
  ["The infant's {w} was {} before and is {} here", "Nourrisson : {1} {2!} auparavant, {3!} ici"],
  [
    "Participant {} was in {w} {} before and is in {} here",
    "Nourrisson {1!} : {2} {3!} auparavant, {4!} ici",
  ],
  ["group", "groupe"],
  ["pair", "paire"],
  ["sex", "sexe"],
  [
    "Visit {} of {} was already given; each has one line",
    "La visite {1!} de {2!} a déjà été donnée ; chacune a une seule ligne",
  ],
  ["The file {} is not in the folder", "Le fichier {1!} n’est pas dans le dossier"],
  [
    "{n} infants have no group and enter no comparison, {} first",
    "Nourrissons sans groupe, qui n’entrent dans aucune comparaison : {1} ({2!} d’abord)",
  ],
  [
    "{n} {w} without a group left out, {} first",
    "Nourrissons sans groupe, laissés de côté : {1} ({3!} d’abord)",
  ],
  [
    "A pair has one infant in each group; these have not and are left out of the analysis by pairs: {}",
    "Une paire a un nourrisson dans chaque groupe ; celles qui ne l’ont pas sont laissées hors de l’analyse par paires : {1!}",
  ],
  [
    "The table has more than {n} visits, the most that are compared",
    "La table a plus de {} visites, le plus qui soit comparé",
  ],
  [
    "The table has more than {n} infants in groups, the most that are compared",
    "La table a plus de {} nourrissons dans des groupes, le plus qui soit comparé",
  ],
  [
    "There are {n} different visits; at most {n} are compared",
    "Il y a {} visites différentes ; {} au plus sont comparées",
  ],
  [
    "Every infant at every visit would have {n} values, of which the table gives {n}. So many missing ones are not read: a measure has the same name for all infants and visits",
    "Chaque nourrisson à chaque visite aurait {} valeurs, dont la table donne {}. Autant de manquantes ne sont pas lues : une mesure porte le même nom pour tous les nourrissons et toutes les visites",
  ],
  [
    "At least two visits are compared; the table has one",
    "Il faut au moins deux visites à comparer ; la table en a une",
  ],
  ["There is no group {}; there are: {}", "Il n’y a pas de groupe {1!} ; il y a : {2!}"],
  [
    "Neither group is named as comparison; {} was taken. Name it to be sure of the sign",
    "Aucun des groupes n’est nommé comme groupe de comparaison ; {1!} a été pris. Nommez-le pour être sûr du signe",
  ],
  ["Two groups are compared; there {w} {}", "Deux groupes sont comparés ; ici, il y en a {2!}"],
  [
    "Two groups are compared; there {w} {}. Name two in the settings, control and treated",
    "Deux groupes sont comparés ; ici, il y en a {2!}. Nommez-en deux dans les réglages",
  ],
  [
    "No measure has the name of a primary one; p is adjusted over all measures",
    "Aucune mesure ne porte le nom d’une mesure principale ; p est corrigé sur toutes les mesures",
  ],
  // Places.
  ["column {}", "colonne {1!}"],
  ["{}, line {n}", "{1!}, ligne {2}"],
  ["{}, line {n}, {}", "{1!}, ligne {2}, {3}"],
  ["field {n}", "champ {}"],
];

/** Parts that the sentences are put together from. Groups and visits keep the names that the folder gives them. */
export const groupParts: Rule[] = [
  ["{s} changed by ", "{1!} a changé de "],
  ["; difference ", " ; différence "],
  [", all later visits ", ", toutes les visites ultérieures "],
  ["p = .{n}", "p\u00a0=\u00a00,{}"],
  ["p < .{n}", "p\u00a0<\u00a00,{}"],
  [": the groups changed differently", " : les groupes ont changé différemment"],
  [": no evidence of a difference in change", " : aucune différence de changement mise en évidence"],
  [" At {s} {s} − {s} is ", " À {1!}, {2!} − {3!} = "],
  [": a difference; ", " : différence ; "],
  [", power {n} %", ", puissance {} %"],
  [
    " In {n} matched pairs the difference in change is ",
    " Sur {} paires appariées, la différence des changements est de ",
  ],
  [" By matched pairs it cannot be judged: ", " Par paires appariées, non évaluable : "],
  ["equivalent within ±{n}", "équivalents à ±{} près"],
  ["equivalent within ±{n} at {s}", "équivalents à ±{1} près à {2!}"],
  ["not shown to be equivalent within ±{n}", "équivalence à ±{} près non démontrée"],
  ["changed differently; ", "changements différents ; "],
  ["{s} moved away from {s}", "le groupe {1!} s’est éloigné du groupe {2!}"],
  ["{s} moved toward {s}", "le groupe {1!} s’est rapproché du groupe {2!}"],
  [", still different at {s}", ", encore différent à {1!}"],
  ["different at {s}", "différence à {1!}"],
  ["different at both visits", "différence aux deux visites"],
  ["different at first, ", "différence au début, "],
  ["no evidence of a difference", "aucune différence mise en évidence"],
  ["no evidence of a difference at {s}", "aucune différence mise en évidence à {1!}"],
  ["no evidence of a different change", "aucune différence de changement mise en évidence"],
  ["all values are the same", "toutes les valeurs sont égales"],
  [
    "{s}: {n} {w} with both visits, at least {n} are needed",
    "{1!} : n = {2} avec les deux visites, il en faut au moins {4}",
  ],
  ["{s}: {n} {w} at {s}, at least {n} are needed", "{1!} : n = {2} à {4!}, il en faut au moins {5}"],
  [
    "{n} pairs with both visits, at least {n} are needed",
    "paires avec les deux visites : {}, il en faut au moins {}",
  ],
  [
    "{n} pairs with this visit, at least {n} are needed",
    "paires à cette visite : {}, il en faut au moins {}",
  ],
  ...gates,
];
