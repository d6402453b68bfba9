// What the core says about tables, scores, codings and saved work, and how it names places in them.
import type { Rule } from "../translate";

export const tableTexts: Rule[] = [
  // Tables in general.
  ["A quote is opened here and never closed", "Un guillemet est ouvert ici et jamais fermé"],
  ["There is text after the closing quote", "Il y a du texte après le guillemet fermant"],
  [
    "The table is UTF-16 that breaks off; save it as UTF-8",
    "La table est de l’UTF-16 interrompu ; enregistrez-la en UTF-8",
  ],
  ["There are two columns named {}", "Il y a deux colonnes nommées {1!}"],
  ["There is no column {}; there are: {}", "Il n’y a pas de colonne {1!} ; il y a : {2!}"],
  ["There is no number", "Il n’y a pas de nombre"],
  ["{} is not a number", "{1!} n’est pas un nombre"],
  [
    "{} is not a number. Write it with a decimal point",
    "{1!} n’est pas un nombre. Écrivez-le avec un point décimal",
  ],
  ["The table is empty", "La table est vide"],
  [
    "This line has {n} fields, the line of column names has {n}",
    "Champs de cette ligne : {}, de la ligne des noms de colonnes : {}",
  ],
  [
    "This line has more than {n} columns, the most that are read",
    "Cette ligne a plus de {} colonnes, le plus qui soit lu",
  ],
  [
    "The table has more than {n} cells and lines with hardly anything in them; empty rows and columns must be taken out first",
    "La table a plus de {} cellules et lignes presque toutes vides ; il faut d’abord en ôter les lignes et les colonnes vides",
  ],
  [
    "The table has more than {n} different visits or events, the most that are read",
    "La table a plus de {} visites ou événements différents, le plus qui soit lu",
  ],
  ["There is no name over this column", "Il n’y a pas de nom au-dessus de cette colonne"],
  ["A visit is a whole number from 1", "Une visite est un nombre entier à partir de 1"],
  ["A visit is a whole number from 1 to 99", "Une visite est un nombre entier de 1 à 99"],
  [
    "A visit is a whole number from 1 to 99; 0 leaves the event out",
    "Une visite est un nombre entier de 1 à 99 ; 0 laisse l’événement de côté",
  ],
  ["n is a whole number from 2", "n est un nombre entier à partir de 2"],
  ["An SD is not below 0", "Un écart type n’est pas inférieur à 0"],
  ["A kind is value or change", "Un genre est value ou change"],
  [
    "A value needs a visit or both ages, a change a visit",
    "Une valeur demande une visite ou les deux âges, un changement une visite",
  ],
  ["All lines need the same source", "Toutes les lignes demandent la même source"],
  ["This value was already given in line {n}", "Cette valeur a déjà été donnée à la ligne {}"],
  // Lists of beats.
  ["There is no column time_s", "Il n’y a pas de colonne time_s"],
  ["There is no time in seconds", "Il n’y a pas de temps en secondes"],
  [
    "The time is not later than the one before. A list of intervals is read with --nn",
    "Le temps n’est pas postérieur au précédent. Une liste d’intervalles se lit avec --nn",
  ],
  ["There is no beat in it", "Elle ne contient aucun battement"],
  ["This is not an interval in ms", "Ce n’est pas un intervalle en ms"],
  ["An interval must be longer than 0", "Un intervalle doit être plus long que 0"],
  [
    "No interval between heartbeats is longer than 10 s; a pause in a recording is no interval",
    "Aucun intervalle entre battements ne dure plus de 10 s ; une pause de l’enregistrement n’en est pas un",
  ],
  [
    "Up to here the intervals last more than 14 days, the most that is read",
    "Jusqu’ici les intervalles durent plus de 14 jours, le plus qui soit lu",
  ],
  [
    "This time lies more than 14 days from the beginning; times are in seconds from the recording's start",
    "Cet instant est à plus de 14 jours du début ; les temps sont en secondes depuis le début de l’enregistrement",
  ],
  ["There is no interval in it", "Elle ne contient aucun intervalle"],
  [
    "There are more than {n} beats, the most that are read; a recording of several days is read a day at a time",
    "Il y a plus de {} battements, le plus qui soit lu ; un enregistrement de plusieurs jours se lit jour par jour",
  ],
  [
    "There are more than {n} intervals, the most that are read; a recording of several days is read a day at a time",
    "Il y a plus de {} intervalles, le plus qui soit lu ; un enregistrement de plusieurs jours se lit jour par jour",
  ],
  // Scores.
  ["{} is not between {n} and {n}", "{1} n’est pas entre {2} et {3}"],
  [
    "{n} is not between {n} and {n}; if it means missing, name it as a code for missing",
    "{} n’est pas entre {} et {} ; s’il signifie « manquant », nommez-le comme code pour manquant",
  ],
  [
    "No rater is named in {}; taken as the mother's",
    "Aucun évaluateur n’est nommé dans {1!} ; pris comme réponses de la mère",
  ],
  ["{} already has another value at visit {n}", "{1!} a déjà une autre valeur à la visite {2}"],
  [
    "This item already has another answer at visit {n}",
    "Cette question a déjà une autre réponse à la visite {}",
  ],
  ["No {} at visit {n}: {}", "Pas de score « {} » à la visite {} : {}"],
  ["the cell is empty ({})", "la cellule est vide ({})"],
  ["the code for missing, {} ({})", "le code pour manquant, {1!} ({2})"],
  [
    "The table holds {n} records; choose the infant's",
    "La table contient {} dossiers ; choisissez celui du nourrisson",
  ],
  [
    "No column of the table is known as a scale; say which column is which",
    "Aucune colonne de la table n’est connue comme échelle ; dites quelle colonne est laquelle",
  ],
  [
    "The table has no record of that name among its {n}",
    "La table n’a pas de dossier de ce nom parmi ses {}",
  ],
  ["The table has no column {}", "La table n’a pas de colonne {1!}"],
  ["The table has no event {}", "La table n’a pas d’événement {1!}"],
  ["There is no scale {}", "Il n’y a pas d’échelle {1!}"],
  [
    "There is no scale {}; own scales need a range",
    "Il n’y a pas d’échelle {1!} ; les échelles propres demandent une étendue",
  ],
  [
    "There is no scale of this name; give it with its range under {}",
    "Il n’y a pas d’échelle de ce nom ; donnez-la avec son étendue sous {1!}",
  ],
  ["In the key of items: {}", "Dans la clé des questions : {}"],
  [
    "Give the columns lowest and highest for {}: the range of an item's answers",
    "Donnez les colonnes lowest et highest pour {1!} : l’étendue des réponses d’une question",
  ],
  [
    "The lowest answer must be below the highest",
    "La réponse la plus basse doit être inférieure à la plus haute",
  ],
  ["The method is mean or sum", "La méthode est mean ou sum"],
  ["This cell is empty", "Cette cellule est vide"],
  ["The item {} is in this scale twice", "La question {1!} figure deux fois dans cette échelle"],
  ["Write 1 or 0, yes or no", "Écrivez 1 ou 0, yes ou no"],
  ["The key has no items", "La clé n’a pas de questions"],
  ["No item applies", "Aucune question ne s’applique"],
  [
    "{n} of {n} items answered, at least half are needed",
    "{} questions répondues sur {}, au moins la moitié est nécessaire",
  ],
  [
    "{n} of {n} items answered, a sum needs all of them",
    "{} questions répondues sur {}, une somme les demande toutes",
  ],
  [
    "There are no columns of scores; a plain table has visit, scale and score, or visit and a column a scale",
    "Il n’y a pas de colonnes de scores ; une table simple a visit, scale et score, ou visit et une colonne par échelle",
  ],
  ["The sex is {}, {} or left empty", "Le sexe est {1!}, {2!} ou laissé vide"],
  // Codings.
  ["The coding cannot be read: {}", "Le codage ne peut pas être lu : {}"],
  ["The second coding cannot be read: {}", "Le second codage ne peut pas être lu : {}"],
  [
    "The annotations that name states cannot be used: {}",
    "Les annotations qui nomment des états ne peuvent pas être utilisées : {}",
  ],
  [
    "Which observation, subject or tier of the table is meant has to be chosen",
    "Il faut choisir l’observation, le sujet ou la piste de la table",
  ],
  [
    "{} last through other codes: are they phases of the procedure? Then say so with --phase-code {} (still-face, reunion …), or code them in a tier or for a subject {}",
    "{1!} durent pendant d’autres codes : sont-ce des phases de la procédure ? Dites-le alors avec --phase-code {2!} (still-face, reunion …), ou codez-les dans une piste ou pour un sujet {3!}",
  ],
  [
    "These times end in frames, and nothing tells how many frames a second has: export them as hh:mm:ss.ms",
    "Ces temps finissent par des images, et rien ne dit combien d’images a une seconde : exportez-les en hh:mm:ss.ms",
  ],
  [
    "Datavyu counts whole milliseconds, and {} is none. If the table is in seconds, name its columns onset, offset and code",
    "Datavyu compte en millisecondes entières, et {1!} n’en est pas. Si la table est en secondes, nommez ses colonnes onset, offset et code",
  ],
  [
    "These columns are none that BORIS, Datavyu, ELAN, Noldus Observer (with Time_Relative_sf), Mangold INTERACT or ChronoViz export ({}); a plain table has onset, offset and code",
    "Ces colonnes ne sont pas celles qu’exportent BORIS, Datavyu, ELAN, Noldus Observer (avec Time_Relative_sf), Mangold INTERACT ou ChronoViz ({1!}) ; une table simple a onset, offset et code",
  ],
  ["BORIS aggregated events", "événements agrégés de BORIS"],
  ["BORIS tabular events", "événements tabulaires de BORIS"],
  ["Datavyu, by frame", "Datavyu, par image"],
  ["Datavyu, native CSV", "Datavyu, CSV natif"],
  ["ELAN tab-delimited text", "texte ELAN séparé par tabulations"],
  ["plain table", "table simple"],
  ["annotations of the recording", "annotations de l’enregistrement"],
  ["{} starts here and had not stopped", "{1!} commence ici et n’avait pas fini"],
  ["{} stops here and had not started", "{1!} finit ici et n’avait pas commencé"],
  ["{} ends here and had not started", "{1!} finit ici et n’avait pas commencé"],
  ["{} starts and never stops", "{1!} commence et ne finit jamais"],
  ["{} starts and never ends", "{1!} commence et ne finit jamais"],
  ["{} is none of START, STOP and POINT", "{1!} n’est ni START, ni STOP, ni POINT"],
  ["{} stops at {n} s, before it starts at {n} s", "{1!} finit à {2} s, avant de commencer à {3} s"],
  ["{} ends at {n} s, not after its start", "{1!} finit à {2} s, non après son début"],
  [
    "{} starts before {} has ended at {n} s; the states exclude each other",
    "{1!} commence avant que {2!} ait fini à {3} s ; les états s’excluent",
  ],
  [
    "The phase {} begins before {} has ended at {n} s",
    "La phase {1!} commence avant que {2!} ait fini à {3} s",
  ],
  ["This code starts and has no end", "Ce code commence et n’a pas de fin"],
  ["This cell starts and has no end", "Cette cellule commence et n’a pas de fin"],
  ["This cell ends at {n} s, before it starts", "Cette cellule finit à {} s, avant de commencer"],
  ["This code ends at {n} s, before it starts at {n} s", "Ce code finit à {} s, avant de commencer à {} s"],
  ["A code cannot last less than nothing", "Un code ne peut pas durer moins que rien"],
  [
    "{} is not a time; hours, minutes and seconds are h:mm:ss.ms",
    "{1!} n’est pas un temps ; heures, minutes et secondes s’écrivent h:mm:ss.ms",
  ],
  [
    "{} is no time of a visit; times count from the beginning of the coding",
    "{1!} n’est pas un temps d’une visite ; les temps comptent à partir du début du codage",
  ],
  ["This is no time of a visit", "Ce n’est pas un temps d’une visite"],
  [
    "This is no cell of the form onset,offset,value",
    "Ce n’est pas une cellule de la forme onset,offset,value",
  ],
  ["No column has a code {}", "Aucune colonne n’a de code {1!}"],
  ["This line has {n} fields, the first one has more", "Cette ligne a {} champs, la première en a plus"],
  [
    "Begin, end and duration do not stand here as in the first line, or do not agree",
    "Début, fin et durée ne se trouvent pas ici comme dans la première ligne, ou ne s’accordent pas",
  ],
  [
    "There is no column with the end time; export begin and end",
    "Il n’y a pas de colonne avec le temps de fin ; exportez début et fin",
  ],
  [
    "Begin and end are not given in the same readable format; export hh:mm:ss.ms, ss.msec or msec",
    "Début et fin ne sont pas donnés dans le même format lisible ; exportez hh:mm:ss.ms, ss.msec ou msec",
  ],
  [
    "The table holds {n} observations; choose this visit's",
    "La table contient {} observations ; choisissez celle de cette visite",
  ],
  ["The table has no observation of that name", "La table n’a pas d’observation de ce nom"],
  [
    "The table holds {n} subjects; choose the infant's",
    "La table contient {} sujets ; choisissez le nourrisson",
  ],
  [
    "The table holds {n} tiers or columns; choose the one with the infant's states",
    "La table contient {} pistes ou colonnes ; choisissez celle des états du nourrisson",
  ],
  ["The table has none of the subjects that were chosen", "La table n’a aucun des sujets choisis"],
  [
    "The table has none of the tiers or columns that were chosen",
    "La table n’a aucune des pistes ou colonnes choisies",
  ],
  [
    "These columns are none that BORIS, Datavyu or ELAN export ({}); a plain table has onset, offset and code",
    "Ces colonnes ne sont pas celles qu’exportent BORIS, Datavyu ou ELAN ({1!}) ; une table simple a onset, offset et code",
  ],
  [
    "Codes without a rule are states of their own names: {}",
    "Les codes sans règle sont des états de leur propre nom : {1!}",
  ],
  [
    "Coded as points, without a length, and in no proportion: {}",
    "Codés comme points, sans durée, et dans aucune proportion : {1!}",
  ],
  [
    "The coding has no state with a beginning and an end",
    "Le codage n’a pas d’état avec un début et une fin",
  ],
  [
    "The states are coded as points, without an end: {}",
    "Les états sont codés comme points, sans fin : {1!}",
  ],
  // Saved work.
  ["This is not a session file of Attune", "Ce n’est pas un fichier de travail d’Attune"],
  ["This is not a report of Attune", "Ce n’est pas un rapport d’Attune"],
  ["This is not JSON", "Ce n’est pas du JSON"],
  [
    "It is nested more than {n} levels deep, the most that are read",
    "Il est imbriqué sur plus de {} niveaux, le plus qui soit lu",
  ],
  [
    "There are more than {n} values in it, the most that are read of a text so short",
    "Il contient plus de {} valeurs, le plus qui soit lu d’un texte aussi court",
  ],
  [
    "The table has {n} coded events, at most {n} are read; of several infants or visits, one is taken at a time",
    "La table a {} événements codés, {} au plus sont lus ; de plusieurs nourrissons ou visites, prenez-en une à la fois",
  ],
  [
    "The coding has {n} different states, at most 100 are summarised",
    "Le codage a {} états différents, 100 au plus sont résumés",
  ],
  [
    "The coding has {n} phases, at most 100 are summarised",
    "Le codage a {} phases, 100 au plus sont résumées",
  ],
  ["{} was saved by a later version of Attune", "{} a été enregistré par une version ultérieure d’Attune"],
  ["The session file", "Le fichier de travail"],
  ["The report", "Le rapport"],
  ["There is no member of this name", "Il n’y a pas de membre de ce nom"],
  ["Expected one of: {}", "Attendu, l’un de : {1!}"],
  ["Expected {} but found {}", "Attendu : {}, trouvé : {}"],
  ["Expected a finite number", "Attendu : un nombre fini"],
  ["{} is {}; it must lie between {} and {}", "{1!} vaut {2} ; la valeur doit se situer entre {3} et {4}"],
  [
    "{} is {}; it must be less than {}, which is {}",
    "{1!} vaut {2} ; la valeur doit être inférieure à {3}, qui vaut {4}",
  ],
  [
    "{} is {}; it must be at most {}, which is {}",
    "{1!} vaut {2} ; la valeur ne doit pas dépasser {3}, qui vaut {4}",
  ],
  [
    "{} is {}; it must be at least {}, which is {}",
    "{1!} vaut {2} ; la valeur doit être au moins {3!}, qui vaut {4}",
  ],
  ["{} has {} entries; it may have up to {}", "{1!} a {2} éléments ; il peut y en avoir jusqu’à {3}"],
  ["an object", "un objet"],
  ["an array", "un tableau"],
  ["a number", "un nombre"],
  ["a whole number", "un nombre entier"],
  ["a text", "un texte"],
  ["true or false", "true ou false"],
  // Places.
  ["line {n}, field {n}", "ligne {}, champ {}"],
  ["line {n}, column {}", "ligne {1}, colonne {2!}"],
  ["line {n}, column {}, {n} s", "ligne {1}, colonne {2!}, {3} s"],
  ["line {n}, {n} s", "ligne {}, {} s"],
  ["line {n}", "ligne {}"],
  ["visit {n}, {}", "visite {1}, {2!}"],
  ["annotation at {n} s", "annotation à {} s"],
];
