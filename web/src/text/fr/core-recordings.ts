// What the core says about recordings and their copies without names.
import type { Rule } from "../translate";

export const recordingTexts: Rule[] = [
  // Recordings that cannot be read.
  ["The file is empty: it holds no bytes", "Le fichier est vide : il ne contient aucun octet"],
  [
    "This is a web page saved under the name of a recording: the download went wrong. Download the recording again",
    "C’est une page web enregistrée sous le nom d’un enregistrement : le téléchargement a échoué. Téléchargez de nouveau l’enregistrement",
  ],
  [
    "This is a {} placeholder that points to the recording, not the recording itself. Fetch the content with {}",
    "C’est un renvoi de {1!} vers l’enregistrement, non l’enregistrement lui-même. Récupérez le contenu avec {2!}",
  ],
  [
    "This is a {} archive. Unpack it and open the recording inside",
    "C’est une archive {1!}. Décompressez-la et ouvrez l’enregistrement qu’elle contient",
  ],
  [
    "This is a recording written as base64 text. Decode the text into bytes, then open it",
    "C’est un enregistrement écrit comme texte base64. Décodez le texte en octets, puis ouvrez-le",
  ],
  [
    "This is {}, not EDF or BDF. Convert it to EDF with the software it came from",
    "C’est {}, non un fichier EDF ou BDF. Convertissez-le en EDF avec le logiciel dont il provient",
  ],
  [
    "This is {}, not EDF or BDF. Choose the recording itself",
    "C’est {}, non un fichier EDF ou BDF. Choisissez l’enregistrement lui-même",
  ],
  ["a GDF (General Data Format) recording", "un enregistrement GDF (General Data Format)"],
  ["a MATLAB file (EEGLAB .set, for example)", "un fichier MATLAB (EEGLAB .set, par exemple)"],
  [
    "an HDF5 file (MATLAB 7.3 or EEGLAB .set, for example)",
    "un fichier HDF5 (MATLAB 7.3 ou EEGLAB .set, par exemple)",
  ],
  ["a BrainVision header (.vhdr)", "un en-tête BrainVision (.vhdr)"],
  ["a BrainVision marker file (.vmrk)", "un fichier de marqueurs BrainVision (.vmrk)"],
  ["a BrainVision file", "un fichier BrainVision"],
  ["a Neuroscan CNT recording", "un enregistrement Neuroscan CNT"],
  ["a Nihon Kohden recording", "un enregistrement Nihon Kohden"],
  ["an XDF (Lab Streaming Layer) recording", "un enregistrement XDF (Lab Streaming Layer)"],
  [
    "an EyeLink eye-tracker file, which also ends in .edf",
    "un fichier d’oculométrie EyeLink, qui finit aussi en .edf",
  ],
  [
    "an ESRF data file (X-ray images), which also ends in .edf",
    "un fichier ESRF (images de rayons X), qui finit aussi en .edf",
  ],
  ["a PDF document", "un document PDF"],
  ["a PNG picture", "une image PNG"],
  ["a JPEG picture", "une image JPEG"],
  ["an old Microsoft Office document", "un ancien document Microsoft Office"],
  ["an SQLite database", "une base de données SQLite"],
  ["a program (script)", "un programme (script)"],
  ["a program", "un programme"],
  ["a JSON or similar text file", "un fichier texte JSON ou semblable"],
  ["an XML file", "un fichier XML"],
  [
    "This is not an EDF or BDF recording: its first bytes are {}, where EDF has the character 0 and BDF has the byte FF and BIOSEMI",
    "Ce n’est pas un enregistrement EDF ou BDF : ses premiers octets sont {1!}, où EDF a le caractère 0 et BDF l’octet FF et BIOSEMI",
  ],
  [
    "This recording is destroyed: it was handled as text, and bytes that are not text were replaced by EF BF BD. Get the original again and copy it as a binary file",
    "Cet enregistrement est détruit : il a été traité comme du texte, et les octets qui n’en sont pas ont été remplacés par EF BF BD. Reprenez l’original et copiez-le comme fichier binaire",
  ],
  [
    "This recording is destroyed: it was handled as text, and bytes that are not text were replaced by EF BF BD ({n} times or more). Get the original again and copy it as a binary file",
    "Cet enregistrement est détruit : il a été traité comme du texte, et les octets qui n’en sont pas ont été remplacés par EF BF BD ({} fois ou plus). Reprenez l’original et copiez-le comme fichier binaire",
  ],
  [
    "This recording is damaged: it was converted to {} as if it were text, so that single bytes became two or more. Get the original again and copy it as a binary file",
    "Cet enregistrement est endommagé : il a été converti en {1!} comme s’il était du texte, de sorte que des octets en sont devenus deux ou plus. Reprenez l’original et copiez-le comme fichier binaire",
  ],
  [
    "This recording is damaged: it was transferred as text, and {n} bytes 0D were put in before bytes 0A. Transfer the original again in binary mode",
    "Cet enregistrement est endommagé : il a été transféré comme texte, et {} octets 0D ont été insérés avant des octets 0A. Transférez de nouveau l’original en mode binaire",
  ],
  [
    "The header is damaged: {} in {}, so that every field after it stands {}. Get the original again",
    "L’en-tête est endommagé : {} dans {}, de sorte que chaque champ suivant se trouve {}. Reprenez l’original",
  ],
  ["one byte is missing", "un octet manque"],
  ["two bytes are missing", "deux octets manquent"],
  ["one byte is too many", "un octet est en trop"],
  ["two bytes are too many", "deux octets sont en trop"],
  ["one byte too early", "un octet trop tôt"],
  ["two bytes too early", "deux octets trop tôt"],
  ["one byte too late", "un octet trop tard"],
  ["two bytes too late", "deux octets trop tard"],
  ["the date and time fields", "les champs de date et d’heure"],
  ["the fields after byte 184", "les champs après l’octet 184"],
  ["the patient field", "le champ patient"],
  ["the patient and recording fields", "les champs patient et enregistrement"],
  ["the signals' part of the header", "la partie de l’en-tête sur les signaux"],
  [
    "The file ends inside its header: it holds {n} bytes, the header needs {}. The copy is not complete",
    "Le fichier finit dans son en-tête : il contient {} octets, l’en-tête en demande {}. La copie est incomplète",
  ],
  ["256 or more", "256 ou plus"],
  [
    "The header gives {} as the number of signals; it must be a whole number from 1 to 9999",
    "L’en-tête donne {1!} comme nombre de signaux ; ce doit être un nombre entier de 1 à 9999",
  ],
  [
    "The header cannot be read: {} holds {}, which is not a number. Numbers too long for their field run into each other",
    "L’en-tête ne peut pas être lu : {} contient {2!}, qui n’est pas un nombre. Des nombres trop longs pour leur champ se touchent",
  ],
  ["the {} of signal {n}", "« {1!} » du signal {2}"],
  [
    "Signal {n} gives {} as its number of samples in a record, which is not a whole number, so that no sample of the file can be placed",
    "Le signal {} donne {2!} comme nombre d’échantillons par bloc, ce qui n’est pas un nombre entier, de sorte qu’aucun échantillon du fichier ne peut être situé",
  ],
  ["No signal of this file has any sample", "Aucun signal de ce fichier n’a d’échantillon"],
  [
    "One data record of this file takes {n} bytes; this reader takes up to {}",
    "Un bloc de données de ce fichier occupe {} octets ; ce lecteur en accepte jusqu’à {}",
  ],
  [
    "There is a header but no data: {n} bytes follow it, and one data record takes {n}",
    "Il y a un en-tête mais pas de données : {} octets le suivent, et un bloc de données en occupe {}",
  ],
  // Recordings with something to know.
  [
    "The file says that it has gaps but not where, so that the time of its records is unknown; they are shown one after another",
    "Le fichier dit qu’il a des interruptions mais non où, de sorte que le temps de ses blocs est inconnu ; ils sont montrés l’un après l’autre",
  ],
  [
    "The file gives no duration for its records, so that sampling rates and times are unknown; samples are only counted",
    "Le fichier ne donne pas la durée de ses blocs, de sorte que fréquences d’échantillonnage et temps sont inconnus ; les échantillons sont seulement comptés",
  ],
  [
    "The duration of a record is given as {}, which cannot be, so that sampling rates and times are unknown; samples are only counted",
    "La durée d’un bloc est donnée comme {1!}, ce qui est impossible, de sorte que fréquences d’échantillonnage et temps sont inconnus ; les échantillons sont seulement comptés",
  ],
  [
    "The last {} of this recording is missing ({n} %): {n} of {n} records are there",
    "La dernière partie de cet enregistrement manque ({1}, {2} %) : {3} blocs sur {4} sont là",
  ],
  ["part", "longueur inconnue"],
  [
    "Only {n} of {n} bytes of this file could be read; what follows them is missing",
    "Seuls {} octets sur {} de ce fichier ont pu être lus ; ce qui les suit manque",
  ],
  [
    "The file holds {n} record more than the {n} that its header announces; {}",
    "Le fichier contient {} bloc de plus que les {} que son en-tête annonce ; {}",
  ],
  [
    "The file holds {n} records more than the {n} that its header announces; {}",
    "Le fichier contient {} blocs de plus que les {} que son en-tête annonce ; {}",
  ],
  ["they are read as well", "ils sont lus aussi"],
  ["they are not read", "ils ne sont pas lus"],
  [
    "Records overlap at {}, first by {}; each keeps its own time, and nothing is computed across such a place",
    "Des blocs se chevauchent en {}, d’abord de {} ; chacun garde son propre temps, et rien n’est calculé par-dessus un tel endroit",
  ],
  ["{n} place", "{} endroit"],
  ["{n} places", "{} endroits"],
  ["{n} gap", "{} interruption"],
  ["{n} gaps", "{} interruptions"],
  ["{n} byte", "{} octet"],
  ["{n} bytes", "{} octets"],
  [
    "Records go back in time at {}; they are read in the order of the file, each at its own time",
    "Des blocs reculent dans le temps en {} ; ils sont lus dans l’ordre du fichier, chacun à son propre temps",
  ],
  [
    "The file calls itself continuous, but the times of its records show {}, {} in all; the times are trusted, and nothing is computed across a gap",
    "Le fichier se dit continu, mais les temps de ses blocs montrent {}, {} au total ; les temps font foi, et rien n’est calculé par-dessus une interruption",
  ],
  [
    "The recording has {}, {} in all; nothing is computed across a gap",
    "L’enregistrement a {}, {} au total ; rien n’est calculé par-dessus une interruption",
  ],
  [
    "The calibration is unusable; values are shown as the numbers stored, without a unit",
    "L’étalonnage est inutilisable ; les valeurs sont montrées comme les nombres stockés, sans unité",
  ],
  [
    "The digital minimum equals the digital maximum, as in a placeholder channel; values are shown as the numbers stored, without a unit",
    "Le minimum numérique égale le maximum numérique, comme dans un canal vide ; les valeurs sont montrées comme les nombres stockés, sans unité",
  ],
  [
    "The digital minimum is above the digital maximum; the calibration is applied as it stands, so the polarity may be reversed",
    "Le minimum numérique dépasse le maximum numérique ; l’étalonnage est appliqué tel quel, la polarité peut donc être inversée",
  ],
  [
    "The digital range goes beyond what the samples can hold; the calibration is applied as it stands",
    "L’étendue numérique dépasse ce que les échantillons peuvent contenir ; l’étalonnage est appliqué tel quel",
  ],
  [
    "Samples outside the digital range of the header: {n}; they are passed on unchanged, and the header may be wrong",
    "Échantillons hors de l’étendue numérique de l’en-tête : {} ; ils sont transmis tels quels, et l’en-tête est peut-être faux",
  ],
  [
    "The unit is probably not meant as written (UV for uV, MV for mV); it is shown as written and not converted",
    "L’unité n’est sans doute pas écrite comme voulu (UV pour uV, MV pour mV) ; elle est montrée telle quelle et non convertie",
  ],
  [
    "The filters are given with a high-pass not below the low-pass; they are shown as written and not used",
    "Les filtres sont donnés avec un passe-haut qui n’est pas sous le passe-bas ; ils sont montrés tels quels et non utilisés",
  ],
  [
    "A text program put a byte-order mark (EF BB BF) before the header; it is skipped",
    "Un programme de texte a mis une marque d’ordre des octets (EF BB BF) avant l’en-tête ; elle est sautée",
  ],
  [
    "The version field holds {} instead of 0; the file is read as EDF all the same",
    "Le champ de version contient {1!} au lieu de 0 ; le fichier est lu comme EDF malgré tout",
  ],
  [
    "The header gives its own length as {} bytes; {n} bytes are used, as its {n} signals need",
    "L’en-tête donne sa propre longueur comme {1!} octets ; {2} octets sont utilisés, comme le demandent ses {3} signaux",
  ],
  [
    "The number of records is given as {}; the {n} complete records that the file holds are read",
    "Le nombre de blocs est donné comme {1!} ; les {2} blocs complets que contient le fichier sont lus",
  ],
  [
    "The start is given as {}, which is not a date and time (dd.mm.yy hh.mm.ss); it is taken as unknown",
    "Le début est donné comme {1!}, qui n’est pas une date et une heure (jj.mm.aa hh.mm.ss) ; il est tenu pour inconnu",
  ],
  [
    "The header gives {} as the start date, its recording field {}; the first is used",
    "L’en-tête donne {1!} comme date de début, son champ d’enregistrement {2!} ; la première est utilisée",
  ],
  [
    "The first record begins {} from the start time of the header; the start is moved to it",
    "Le premier bloc commence à {} de l’heure de début de l’en-tête ; le début y est déplacé",
  ],
  [
    "Records without a usable time of their own: {n} of {n}; each is placed after the one before it",
    "Blocs sans temps propre utilisable : {} sur {} ; chacun est placé après le précédent",
  ],
  [
    "Annotations that cannot be read: {n}, first in record {n}; they are left out, the signals are not affected",
    "Annotations illisibles : {}, d’abord dans le bloc {} ; elles sont laissées de côté, les signaux ne sont pas touchés",
  ],
  [
    "Annotations before the start or after the end of the data: {n}, the first at {}",
    "Annotations avant le début ou après la fin des données : {}, la première à {}",
  ],
  [
    "The amplifier reports for {} that its reference electrode (CMS) was out of range; signals of that time are not to be trusted",
    "L’amplificateur signale pendant {} que son électrode de référence (CMS) était hors limites ; les signaux de ce temps ne sont pas dignes de confiance",
  ],
  [
    "The signal has no samples; it is listed and not used",
    "Le signal n’a pas d’échantillons ; il est listé et non utilisé",
  ],
  [
    "The physical minimum is above the physical maximum: the signal is stored inverted, and shown upright",
    "Le minimum physique dépasse le maximum physique : le signal est stocké inversé, et montré à l’endroit",
  ],
  [
    "The number of records was never filled in (-1); the {n} complete records that the file holds are read",
    "Le nombre de blocs n’a jamais été rempli (-1) ; les {} blocs complets que contient le fichier sont lus",
  ],
  [
    "{} at the end of the file: not a whole record, ignored",
    "{} à la fin du fichier : ce n’est pas un bloc entier, ignoré",
  ],
  [
    "The file holds annotations and no signals; it belongs beside a recording",
    "Le fichier contient des annotations et pas de signaux ; il va avec un enregistrement",
  ],
  [
    "The signals have less than one sample in ten seconds: this is a trend, not a waveform",
    "Les signaux ont moins d’un échantillon par dix secondes : c’est une tendance, non un tracé",
  ],
  [
    "The amplifier reports a low battery, first at {}",
    "L’amplificateur signale une batterie faible, d’abord à {}",
  ],
  [
    "The duration of a record is printed as {} s, cut to 8 characters; {} s is used, which gives whole sampling rates",
    "La durée d’un bloc est écrite {1!} s, coupée à 8 caractères ; {2!} s est utilisé, ce qui donne des fréquences d’échantillonnage entières",
  ],
  [
    "The file calls itself {} but has no annotation signal; it is read as {}",
    "Le fichier se dit {1!} mais n’a pas de signal d’annotations ; il est lu comme {2!}",
  ],
  [
    "The file has an annotation signal but does not call itself EDF+ or BDF+; the annotations are read",
    "Le fichier a un signal d’annotations mais ne se dit pas EDF+ ou BDF+ ; les annotations sont lues",
  ],
  ["The file calls itself {}; it is read as {}", "Le fichier se dit {1!} ; il est lu comme {2!}"],
  [
    "Annotations not written as EDF+ asks, but clear: {n}, first in record {n}",
    "Annotations non écrites comme EDF+ le demande, mais claires : {}, d’abord dans le bloc {}",
  ],
  [
    "Annotations that are not UTF-8: {n}; they are read as Windows-1252",
    "Annotations qui ne sont pas en UTF-8 : {} ; elles sont lues comme Windows-1252",
  ],
  [
    "The header holds characters outside ASCII; they are read as {}",
    "L’en-tête contient des caractères hors ASCII ; ils sont lus comme {}",
  ],
  [
    "Some text of the header may be Japanese (Shift-JIS); it is read as Windows-1252",
    "Une partie du texte de l’en-tête est peut-être du japonais (Shift-JIS) ; elle est lue comme Windows-1252",
  ],
  [
    "A number is written with a decimal comma; it is read as a point",
    "Un nombre est écrit avec une virgule décimale ; elle est lue comme un point",
  ],
  [
    "A number is written in a form that EDF does not have; its value is clear",
    "Un nombre est écrit sous une forme qu’EDF n’a pas ; sa valeur est claire",
  ],
  [
    "Fields are padded with NUL bytes instead of blanks",
    "Des champs sont complétés par des octets NUL au lieu d’espaces",
  ],
  [
    "The label {} stands for {n} signals; they are told apart by their place in the file",
    "Le nom {1!} désigne {2} signaux ; leur place dans le fichier les distingue",
  ],
  ["The signal has no label", "Le signal n’a pas de nom"],
  [
    "The recording is anonymised; its start is unknown and times count from its first sample",
    "L’enregistrement est anonymisé ; son début est inconnu et les temps comptent à partir de son premier échantillon",
  ],
  [
    "The patient or recording field is free text instead of the EDF+ subfields; all of it is treated as identifying",
    "Le champ patient ou enregistrement est du texte libre au lieu des sous-champs EDF+ ; il est entièrement traité comme identifiant",
  ],
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
  [
    "The annotations name {n} phases, as marks of trials do; at most 100 are measured, so none was taken",
    "Les annotations nomment {} phases, comme le font des marques d’essais ; 100 au plus sont mesurées, aucune n’a donc été prise",
  ],
  // Copies without names.
  ["fraction of the start's second", "fraction de la seconde du début"],
  [
    "The first record's annotation says how far into a second the recording began, which all its times count from; it stays",
    "L’annotation du premier bloc dit à quelle fraction de seconde l’enregistrement a commencé, d’où comptent tous ses temps ; elle reste",
  ],
  ["The recording begins on a full second", "L’enregistrement commence sur une seconde entière"],
  ["Set to {}", "Mis à {1!}"],
  ["patient field", "champ patient"],
  ["recording field", "champ enregistrement"],
  ["start date and time", "date et heure de début"],
  ["transducers and reserved fields", "capteurs et champs réservés"],
  ["They are empty", "Ils sont vides"],
  ["They were blanked", "Ils ont été effacés"],
  [
    "They may hold serial numbers and notes: look at them, or blank them too",
    "Ils peuvent contenir des numéros de série et des notes : regardez-les, ou effacez-les aussi",
  ],
  ["signal labels and filters", "noms des signaux et filtres"],
  [
    "They are needed to read the signals. Labels rarely hold names: look at them",
    "Ils sont nécessaires pour lire les signaux. Ils contiennent rarement des noms de personnes : regardez-les",
  ],
  ["annotation texts", "textes des annotations"],
  ["There are none", "Il n’y en a pas"],
  [
    "Every letter was replaced by X, which takes the names of phases with it",
    "Chaque lettre a été remplacée par X, ce qui emporte les noms des phases",
  ],
  [
    "{n} texts are kept: look for names and remarks",
    "{} textes sont gardés : cherchez-y des noms et des remarques",
  ],
  ["bytes after the last record", "octets après le dernier bloc"],
  ["{n} bytes are kept as they are", "{} octets sont gardés tels quels"],
  ["file name and folder", "nom du fichier et dossier"],
  ["They are yours to choose: look at them", "C’est à vous de les choisir : regardez-les"],
  ["the signals themselves", "les signaux eux-mêmes"],
  [
    "EEG and ECG can identify a person; removing the header does not anonymise the signal",
    "L’EEG et l’ECG peuvent identifier une personne ; retirer l’en-tête n’anonymise pas le signal",
  ],
];
