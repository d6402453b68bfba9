// What the core says where something is missing or to be known: heart, EEG, scores and the comparison.
import type { Rule } from "../translate";

export const missingTexts: Rule[] = [
  // What is missing.
  ["a coded share has no standard error of its own", "une part codée n’a pas d’erreur standard propre"],
  ["a score has no standard error of its own", "un score n’a pas d’erreur standard propre"],
  ["no score was entered", "aucun score n’a été saisi"],
  ["{n} of its {n} scales missing", "{} de ses {} échelles manquent"],
  ["both visits are the same file", "les deux visites sont le même fichier"],
  ["no standard error", "pas d’erreur standard"],
  ["This visit has no such phase", "Cette visite n’a pas cette phase"],
  ["The recording has no such phase", "L’enregistrement n’a pas cette phase"],
  ["The coding has no such phase", "Le codage n’a pas cette phase"],
  ["This recording has no {} and {}", "Cet enregistrement n’a ni {} ni {}"],
  ["No recording at this visit", "Pas d’enregistrement à cette visite"],
  ["No coding was given for this visit", "Aucun codage n’a été fourni pour cette visite"],
  ["There is no second coding", "Il n’y a pas de second codage"],
  ["{} was coded at no visit", "{} n’a été codé à aucune visite"],
  ["No scorable time in this phase", "Pas de temps codable dans cette phase"],
  ["Neither coder has a code in these phases", "Aucun des deux codeurs n’a de code dans ces phases"],
  [
    "Both coders used one and the same code throughout: chance alone agrees",
    "Les deux codeurs ont utilisé un seul et même code partout : le hasard suffit à les faire concorder",
  ],
  ["no phase of rest, or none of stress", "pas de phase de repos, ou pas de phase de stress"],
  ["no phase of stress, or none after it", "pas de phase de stress, ou aucune après elle"],
  [
    "too short to tell how sure it is: {n} s found, {n} s needed",
    "trop court pour dire à quel point c’est sûr : {1} s trouvées, {2} s nécessaires",
  ],
  ["no beats", "pas de battements"],
  ["no usable beats", "pas de battements utilisables"],
  [
    "the times span more than 14 days, the most that is measured",
    "les temps couvrent plus de 14 jours, le plus qui soit mesuré",
  ],
  ["{n} % of it is without usable beats", "{} % de sa durée sont sans battements utilisables"],
  [
    "{n} % of its beats were edited or are not sure",
    "{} % de ses battements ont été corrigés ou ne sont pas sûrs",
  ],
  [
    "not enough to say: {n} % of the RSA is noise of the R times, {n} % are the most that can be taken off",
    "données insuffisantes pour conclure : {} % de l’ASR est du bruit des instants R, au plus {} % peuvent en être retirés",
  ],
  [
    "not enough to say: in the ECG's noise RMSSD cannot be told from the noise of the R times, however long the recording; {n} s found",
    "données insuffisantes pour conclure : dans le bruit de l’ECG, la RMSSD ne se distingue pas du bruit des instants R, si long que soit l’enregistrement ; {} s trouvées",
  ],
  [
    "not enough to say: in the ECG's noise {n} s of successive beats are needed, {n} s found",
    "données insuffisantes pour conclure : dans le bruit de l’ECG, {} s de battements successifs sont nécessaires, {} s trouvées",
  ],
  ["RMSSD: {}", "RMSSD : {}"],
  ["no beat found in an interval of several", "aucun battement trouvé dans un intervalle de plusieurs"],
  ["splits one interval in two", "coupe un intervalle en deux"],
  ["stands where beats were not found", "se trouve là où des battements n’ont pas été trouvés"],
  [
    "comes early: a short and a long interval around it",
    "vient trop tôt : intervalles court et long de part et d’autre",
  ],
  [
    "has another shape than the beats around it, and comes early",
    "a une autre forme que les battements qui l’entourent, et vient tôt",
  ],
  ["stands too early between its neighbours", "se trouve trop tôt entre ses voisins"],
  ["stands too late between its neighbours", "se trouve trop tard entre ses voisins"],
  ["short and long interval around it", "intervalles court et long de part et d’autre"],
  ["interval far from the median", "intervalle loin de la médiane"],
  [
    "fewer than {n} % of its intervals have a neighbour to differ from",
    "moins de {} % de ses intervalles ont un voisin dont différer",
  ],
  ["RSA and RMSSD contradict each other", "l’ASR et la RMSSD se contredisent"],
  ["added by hand", "ajouté à la main"],
  ["removed by hand", "retiré à la main"],
  ["restored by hand", "restauré à la main"],
  ["moved by hand", "déplacé à la main"],
  ["list of beats", "liste de battements"],
  ["annotations", "annotations"],
  [
    "Fourier transform on the beats (no interpolation), interval-weighted, linear detrend, Hamming",
    "transformée de Fourier sur les battements (sans interpolation), pondérée par les intervalles, tendance linéaire retirée, Hamming",
  ],
  // Heart and EEG of a recording.
  [
    "No ECG channel was found in this recording, and no annotations that mark beats",
    "Aucun canal ECG n’a été trouvé dans cet enregistrement, ni annotation marquant des battements",
  ],
  [
    "The channel chosen for the heart is not read as an ECG",
    "Le canal choisi pour le cœur n’est pas lu comme un ECG",
  ],
  ["The list of beats cannot be read: {}", "La liste de battements ne peut pas être lue : {}"],
  [
    "The ECG is sampled at {n} Hz, below {n} Hz: R times, and RMSSD with them, are less exact",
    "L’ECG est échantillonné à {} Hz, sous {} Hz : les instants R, et la RMSSD avec eux, sont moins exacts",
  ],
  [
    "In {n} s of the ECG one value is held, as by a lead that is off or a dropout: no interval spans it",
    "Pendant {} s de l’ECG, une valeur est tenue, comme par une dérivation détachée ou une perte : aucun intervalle ne l’enjambe",
  ],
  [
    "In {n} s of the ECG the amplifier is at its limit: no interval spans it",
    "Pendant {} s de l’ECG, l’amplificateur est à sa limite : aucun intervalle ne l’enjambe",
  ],
  [
    "In {n} s of the ECG there are jumps steeper than any QRS, as of an electrode that moves: no interval spans them",
    "Pendant {} s de l’ECG, il y a des sauts plus raides que tout QRS, comme d’une électrode qui bouge : aucun intervalle ne les enjambe",
  ],
  [
    "In {n} s of the ECG the stretches between gaps are too short to find beats in",
    "Pendant {} s de l’ECG, les tronçons entre lacunes sont trop courts pour y trouver des battements",
  ],
  [
    "In {n} s of the ECG the beats cannot be trusted; they are not used",
    "Dans {} s de l’ECG, les battements ne sont pas dignes de confiance ; ils ne sont pas utilisés",
  ],
  [
    "The heart beats too slowly for the whole RSA band: breathing faster than half the heart rate cannot be seen in it",
    "Le cœur bat trop lentement pour toute la bande de l’ASR : une respiration plus rapide que la moitié de la fréquence cardiaque n’y est pas visible",
  ],
  [
    "{}: the RSA shown here is compared with no other visit's",
    "{} : l’ASR montrée ici n’est comparée à celle d’aucune autre visite",
  ],
  [
    "breathing at {n} Hz lies outside the RSA band, {n} Hz to {n} Hz",
    "respiration à {} Hz, hors de la bande de l’ASR, de {} Hz à {} Hz",
  ],
  [
    "breathing at {n} Hz is faster than half the heart rate, {n} Hz, and shows at a wrong frequency",
    "respiration à {} Hz, plus rapide que la moitié de la fréquence cardiaque, {} Hz, et visible à une fausse fréquence",
  ],
  [
    "the beats show breathing at {n} Hz, or at {n} Hz mirrored at half the heart rate; whether the RSA band, {n} Hz to {n} Hz, holds it cannot be judged without a respiration channel",
    "les battements montrent une respiration à {} Hz, ou à {} Hz repliée à la moitié de la fréquence cardiaque ; si la bande de l’ASR, de {} Hz à {} Hz, la contient ne peut être évalué sans canal de respiration",
  ],
  [
    "A heart rate of {n}/min is below the 1st centile at this age, {n}/min: {}",
    "Une fréquence cardiaque de {}/min est sous le 1er centile à cet âge, {}/min : {}",
  ],
  [
    "A heart rate of {n}/min is above the 99th centile at this age, {n}/min: {}",
    "Une fréquence cardiaque de {}/min est au-dessus du 99e centile à cet âge, {}/min : {}",
  ],
  [
    "the sampling rate or the record duration in the file may be wrong by a factor of two, or the ECG is an adult's",
    "la fréquence d’échantillonnage ou la durée des enregistrements dans le fichier peut être fausse d’un facteur deux, ou l’ECG est celui d’un adulte",
  ],
  [
    "the age may be wrong, or the ECG another person's",
    "l’âge peut être faux, ou l’ECG celui d’une autre personne",
  ],
  [
    "T waves may be counted as beats, or the sampling rate or the record duration in the file is wrong by a factor of two",
    "des ondes T peuvent être comptées comme battements, ou la fréquence d’échantillonnage ou la durée des enregistrements dans le fichier est fausse d’un facteur deux",
  ],
  [
    "the age may be wrong, T waves may be counted as beats, or the infant cried throughout",
    "l’âge peut être faux, des ondes T peuvent être comptées comme battements, ou le nourrisson a pleuré tout du long",
  ],
  ["There is no EEG channel in this recording", "Il n’y a pas de canal EEG dans cet enregistrement"],
  ["as recorded; the labels do not name it", "telle qu’enregistrée ; les noms des canaux ne la nomment pas"],
  ["as recorded; the labels name several", "telle qu’enregistrée ; les noms des canaux en nomment plusieurs"],
  ["as recorded, against {}", "telle qu’enregistrée, par rapport à {1!}"],
  ["as recorded", "telle qu’enregistrée"],
  ["average", "moyenne"],
  ["linked mastoids", "mastoïdes liées"],
  ["the average of {n} channels", "la moyenne de {} canaux"],
  ["{} (computed)", "{} (calculée)"],
  ["reference: {}", "référence : {}"],
  ["amplitude limit {n} uV", "limite d’amplitude {} µV"],
  ["Channel {} is not used. {}", "Le canal {1!} n’est pas utilisé. {2}"],
  [
    "Channels {} and {} carry the same signal, as bridged electrodes do",
    "Les canaux {1!} et {2!} portent le même signal, comme le font des électrodes pontées",
  ],
  [
    "{} and {} carry the same signal, as electrodes joined by gel do (bridged). Their asymmetry would say nothing about the brain",
    "{1!} et {2!} portent le même signal, comme des électrodes réunies par du gel (pontées). Leur asymétrie ne dirait rien du cerveau",
  ],
  [
    "Below {n} months of age the {} Hz rhythm is not settled: read the asymmetry beside its values for 4-6 and 5-8 Hz",
    "Avant l’âge de {} mois, le rythme de {2!} Hz n’est pas établi : lisez l’asymétrie à côté de ses valeurs pour 4-6 et 5-8 Hz",
  ],
  [
    "{n} channels were not kept, to bound memory; the pairs' channels were kept first",
    "{} canaux n’ont pas été gardés, pour limiter la mémoire ; ceux des paires ont été gardés d’abord",
  ],
  [
    "The EEG after {n} s was not analysed, to bound memory",
    "L’EEG après {} s n’a pas été analysé, pour limiter la mémoire",
  ],
  [
    "No EEG channel is called {}: none was excluded for it",
    "Aucun canal EEG ne s’appelle {1!} : aucun n’a été écarté pour lui",
  ],
  [
    "The unit of {} is not a voltage; amplitude limits take its numbers as microvolts",
    "L’unité de {1!} n’est pas une tension ; les limites d’amplitude prennent ses nombres pour des microvolts",
  ],
  [
    "The recording does not have the channels that the reference {} needs",
    "L’enregistrement n’a pas les canaux que demande la référence {}",
  ],
  [
    "The reference {} is made of {} or {} itself: nothing is left to compare",
    "La référence {1} est faite de {2!} ou {3!} : il ne reste rien à comparer",
  ],
  [
    "Power in the band does not rise clearly enough above the background to form this",
    "La puissance dans la bande ne s’élève pas assez nettement au-dessus du fond pour former cette valeur",
  ],
  [
    "An interval needs at least two bootstrap draws",
    "Un intervalle demande au moins deux tirages du bootstrap",
  ],
  ["There are too few windows for an interval", "Il y a trop peu de fenêtres pour un intervalle"],
  [
    "No bin of the spectrum lies in the band {} Hz",
    "Aucune raie du spectre ne se trouve dans la bande {1!} Hz",
  ],
  [
    "The band {} Hz reaches beyond this recording's spectra, which end at {n} Hz",
    "La bande {1!} Hz dépasse les spectres de cet enregistrement, qui finissent à {2} Hz",
  ],
  [
    "An asymmetry needs the names of two different sites",
    "Une asymétrie demande les noms de deux sites différents",
  ],
  ["The asymmetry {} cannot be formed: {}", "L’asymétrie {1!} ne peut pas être formée : {2}"],
  [
    "The asymmetry {} cannot be formed from these bipolar channels: {} was recorded against {} and {} against {}, so their difference would mix the activity of four places. It needs both sites against one common reference",
    "L’asymétrie {1!} ne peut pas être formée à partir de ces canaux bipolaires : {2!} a été enregistré par rapport à {3!} et {4!} par rapport à {5!}, de sorte que leur différence mêlerait l’activité de quatre endroits. Il faut les deux sites par rapport à une référence commune",
  ],
  ["there is no channel for {} in this recording", "il n’y a pas de canal pour {} dans cet enregistrement"],
  [
    "{} is there only as the reference of {}. It needs both sites against one common reference, not bipolar channels",
    "{} n’est là que comme référence de {}. Il faut les deux sites par rapport à une référence commune, non des canaux bipolaires",
  ],
  [
    "{} are there only as the reference of {}. It needs both sites against one common reference, not bipolar channels",
    "{} ne sont là que comme référence de {}. Il faut les deux sites par rapport à une référence commune, non des canaux bipolaires",
  ],
  [
    "{} is recorded in {} and {} in {}, so their powers cannot be compared",
    "{1!} est enregistré en {2} et {3!} en {4}, leurs puissances ne peuvent donc pas être comparées",
  ],
  ["no unit", "unité inconnue"],
  [
    "the two channels have different sampling rates",
    "les deux canaux ont des fréquences d’échantillonnage différentes",
  ],
  [
    "{} was recorded against {} and {} against {}: a difference between the two ears enters the asymmetry",
    "{1!} a été enregistré par rapport à {2!} et {3!} par rapport à {4!} : une différence entre les deux oreilles entre dans l’asymétrie",
  ],
  [
    "Only one of {} and {} names its reference; they are taken to share one",
    "Un seul de {1!} et {2!} nomme sa référence ; ils sont supposés en partager une",
  ],
  [
    "Several channels stand for {} or {}; the first that can be used were taken: {} and {}",
    "Plusieurs canaux représentent {1!} ou {2!} ; les premiers utilisables ont été pris : {3!} et {4!}",
  ],
  [
    "The EPDS total is at or above {n}, the cut-off for probable depression; a screening score, not a diagnosis",
    "Le total de l’EPDS atteint ou dépasse {}, le seuil d’une dépression probable ; c’est un score de dépistage, non un diagnostic",
  ],
  [
    "The EPDS total is at or above {n}, the cut-off for possible depression; a screening score, not a diagnosis",
    "Le total de l’EPDS atteint ou dépasse {}, le seuil d’une dépression possible ; c’est un score de dépistage, non un diagnostic",
  ],
  [
    "Item 10 of the EPDS was answered above 0: the mother's safety needs to be asked about by a clinician today, whatever the total",
    "La question 10 de l’EPDS a reçu une réponse supérieure à 0 : un clinicien doit interroger la mère sur sa sécurité aujourd’hui, quel que soit le total",
  ],
  // The comparison as a whole.
  [
    "The same file was given for {v} and {v}; choose the recording of each visit",
    "Le même fichier a été donné pour la {} et la {} ; choisissez l’enregistrement de chaque visite",
  ],
  [
    "The recording given for {v} is older than the one before it; the visits may be swapped",
    "L’enregistrement donné pour la {} est plus ancien que le précédent ; les visites sont peut-être inversées",
  ],
  [
    "The end of the recording given for {v} is missing; what is told of the whole recording covers less of it",
    "La fin de l’enregistrement donné pour la {} manque ; ce qui est dit de tout l’enregistrement en couvre moins",
  ],
  [
    "The recordings of {v} and {v} do not have the same phases; what is told of the whole recordings compares different parts of the procedure",
    "Les enregistrements de la {} et de la {} n’ont pas les mêmes phases ; ce qui est dit des enregistrements entiers compare des parties différentes de la procédure",
  ],
  [
    "Not every recording says when it was made; the visits are in the order in which they were given",
    "Tous les enregistrements ne disent pas quand ils ont été faits ; les visites sont dans l’ordre où elles ont été données",
  ],
  [
    "More than {n} years lie between the first and the last recording; are they of one infant?",
    "Plus de {} ans séparent le premier et le dernier enregistrement ; sont-ils du même nourrisson ?",
  ],
  [
    "The ages given for {v} and {v} do not fit the time between the recordings",
    "Les âges donnés pour la {} et la {} ne s’accordent pas avec le temps entre les enregistrements",
  ],
  ["There is no recording to report on", "Il n’y a pas d’enregistrement dont faire un rapport"],
  [
    "There are scores of {n} visits, but there are {n} in the report",
    "Il y a des scores de {} visites, mais il y en a {} dans le rapport",
  ],
  [
    "Neither the coding nor the recording names a phase; the coding is taken as a whole",
    "Ni le codage ni l’enregistrement ne nomment de phase ; le codage est pris dans son ensemble",
  ],
  [
    "The coding's clock is taken to begin with the recording, whose phases are used; give the time between the two if that is not so",
    "L’horloge du codage est supposée partir avec l’enregistrement, dont les phases sont utilisées ; indiquez le temps entre les deux si ce n’est pas le cas",
  ],
];
