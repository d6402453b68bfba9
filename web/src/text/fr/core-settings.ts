// What the core says about its settings and their sources.
import type { Rule } from "../translate";

export const settingTexts: Rule[] = [
  ["common practice", "usage courant"],
  ["common practice: {}", "usage courant : {}"],
  ["common practice; {}", "usage courant ; {}"],
  ["common practice, infant 150, strict 100", "usage courant, nourrisson 150, strict 100"],
  ["common practice in infants", "usage courant chez les nourrissons"],
  ["model", "modèle"],
  ["model: {}", "modèle : {}"],
  ["2, better 4", "2, mieux 4"],
  [
    "F3/F4 primary, F7/F8 second, P3/P4 posterior control",
    "F3/F4 principale, F7/F8 seconde, P3/P4 contrôle postérieur",
  ],
  [
    "Spellings; of several that fit, the longest counts",
    "Graphies ; de plusieurs qui conviennent, la plus longue compte",
  ],
  [
    "usual spellings of the still-face and stranger paradigms",
    "graphies usuelles des paradigmes du visage immobile et de la personne inconnue",
  ],
  ["Words that mark a beginning", "Mots qui marquent un début"],
  ["Words that mark an end", "Mots qui marquent une fin"],
  [
    "An annotation with more words beside the spelling is a remark, not a phase",
    "Une annotation avec plus de mots à côté de la graphie est une remarque, non une phase",
  ],
  [
    "A shorter duration is a point mark: the phase lasts to the next one",
    "Une durée plus courte est une marque ponctuelle : la phase dure jusqu’à la suivante",
  ],
  ["event marks of 0 to 1 ms", "marques d’événement de 0 à 1 ms"],
  [
    "A short mark of unknown meaning ends the part that goes on, unless its text stands more often",
    "Une marque brève de sens inconnu termine la partie en cours, sauf si son texte apparaît plus souvent",
  ],
  [
    "a part is repeated once at most (still-face done twice)",
    "une partie est répétée une fois au plus (still-face fait deux fois)",
  ],
  [
    "Codes of a Status channel may begin parts of the protocol if there are no more than this",
    "Les codes d’un canal Status peuvent marquer le début de parties du protocole s’il n’y en a pas plus",
  ],
  ["more are triggers of trials", "au-delà, ce sont des déclencheurs d’essais"],
  [
    "Age group: every setting of beats and heart-rate variability that is left at its default takes the group's value; by_age: the age at the visit decides, without one infant",
    "Groupe d’âge : chaque réglage des battements et de la variabilité cardiaque laissé à sa valeur par défaut prend celle du groupe ; by_age : l’âge à la visite décide, sans âge nourrisson",
  ],
  ["Infants are younger than this", "Les nourrissons sont plus jeunes"],
  [
    "ICH E11: infants and toddlers are below 24 months",
    "ICH E11 : nourrissons et tout-petits ont moins de 24 mois",
  ],
  ["Children are younger than this", "Les enfants sont plus jeunes"],
  ["ICH E11: children are 2 to 11 years old", "ICH E11 : les enfants ont de 2 à 11 ans"],
  [
    "What the heart's control does to beats: recursive, each interval is the heart period at its first beat; ipfm, its mean over the interval (integral pulse frequency modulation), and spectral RSA is raised by what that takes off",
    "Ce que la commande du cœur fait des battements : recursive, chaque intervalle est la période cardiaque à son premier battement ; ipfm, sa moyenne sur l’intervalle (modulation de fréquence d’impulsions par intégration), et l’ASR spectrale est relevée de ce que cela retire",
  ],
  [
    "recursive: as in simulations of RSA; ipfm: Hyndman & Mohn 1975",
    "recursive : comme dans les simulations de l’ASR ; ipfm : Hyndman & Mohn 1975",
  ],
  ["Part of an epoch that the last one may lack", "Part d’une époque qui peut manquer à la dernière"],
  ["rounding of beat times", "arrondi des instants des battements"],
  ["Fewest intervals for a spectrum", "Nombre minimal d’intervalles pour un spectre"],
  ["of fewer it shows the taper alone", "avec moins, il ne montre que la fenêtre"],
  [
    "Slow waves that the error of a mean over two minutes of epochs is taken from; of other lengths as many more or fewer as the cube root of the length",
    "Ondes lentes dont est tirée l’erreur d’une moyenne sur deux minutes d’époques ; pour d’autres durées, plus ou moins selon la racine cubique de la durée",
  ],
  [
    "cosines: Lazarus, Lewis, Stock & Watson 2018; how many: scripts/bench finding",
    "cosinus : Lazarus, Lewis, Stock & Watson 2018 ; leur nombre : scripts/bench finding",
  ],
  [
    "A mean whose epochs give fewer has no interval",
    "Une moyenne dont les époques en donnent moins n’a pas d’intervalle",
  ],
  [
    "A mean whose blocks give fewer has no interval",
    "Une moyenne dont les blocs en donnent moins n’a pas d’intervalle",
  ],
  [
    "of one wave an interval would be 13 standard errors wide to each side",
    "d’une seule onde, un intervalle s’étendrait à 13 erreurs standard de chaque côté",
  ],
  [
    "Rate at which the respiration channel is kept, at the least",
    "Fréquence minimale à laquelle le canal de respiration est gardé",
  ],
  ["four times the fastest breathing looked for", "quatre fois la respiration la plus rapide recherchée"],
  [
    "Breathing is looked for up to this part of the respiration channel's Nyquist frequency",
    "La respiration est cherchée jusqu’à cette part de la fréquence de Nyquist du canal de respiration",
  ],
  ["above it the channel's own filter", "au-delà, le filtre propre du canal"],
  [
    "How far beyond a segment intervals are taken for its spline",
    "Jusqu’où des intervalles sont pris au-delà d’un segment pour sa spline",
  ],
  ["two infant beats", "deux battements de nourrisson"],
  [
    "Part of a segment that the intervals must cover",
    "Part d’un segment que les intervalles doivent couvrir",
  ],
  ["Rates nearer than this are one", "Des fréquences plus proches n’en font qu’une"],
  ["half the main lobe of a segment of 16 s", "la moitié du lobe principal d’un segment de 16 s"],
  [
    "Part of the segments that must show the same rate for breathing to be told from the beats",
    "Part des segments qui doivent montrer la même fréquence pour que la respiration soit dite d’après les battements",
  ],
  [
    "60 simulated hearts: without RSA at most 0.69 of the segments do, with 2 ms 0.96 or more",
    "60 cœurs simulés : sans ASR, au plus 0,69 des segments le font, avec 2 ms 0,96 ou plus",
  ],
  [
    "Breathing told from the beats that is nearer than this to the top of what they show may be faster breathing mirrored",
    "Une respiration dite d’après les battements et plus proche que cela du haut de ce qu’ils montrent peut être une respiration plus rapide, repliée",
  ],
  ["as near as rates can be told apart", "d’aussi près que des fréquences se distinguent"],
  [
    "So may breathing whose mirror image is no faster than this",
    "De même une respiration dont l’image repliée n’est pas plus rapide que cela",
  ],
  [
    "75 breaths a minute; the 99th centile at 0 to 3 months is 66 (Fleming et al. 2011)",
    "75 respirations par minute ; le 99e centile de 0 à 3 mois est 66 (Fleming et al. 2011)",
  ],
  [
    "A rate this near to half or twice the usual, relative, suggests a factor of two",
    "Une fréquence aussi proche, relativement, de la moitié ou du double de l’usuelle suggère un facteur deux",
  ],
  [
    "A list whose usual interval is smaller is in seconds",
    "Une liste dont l’intervalle usuel est plus petit est en secondes",
  ],
  ["10 s or 10 ms is no heart period", "ni 10 s ni 10 ms ne sont une période cardiaque"],
  [
    "More values than this that rise throughout are times, not intervals",
    "Plus de valeurs que cela qui croissent sans cesse sont des instants, non des intervalles",
  ],
  ["intervals never rise for long", "des intervalles ne croissent jamais longtemps"],
  ["Lower edge of the QRS band", "Bord inférieur de la bande du QRS"],
  ["Upper edge of the QRS band", "Bord supérieur de la bande du QRS"],
  ["infant QRS 50-70 ms", "QRS du nourrisson 50-70 ms"],
  ["No second beat within this time", "Pas de second battement dans ce temps"],
  ["infant RR 260-670 ms", "RR du nourrisson 260-670 ms"],
  ["Shortest interval of the search", "Intervalle le plus court de la recherche"],
  [
    "270 bpm, faster than any infant's sinus rhythm",
    "270 bpm, plus rapide que tout rythme sinusal de nourrisson",
  ],
  [
    "Longest interval of the search; above it is a pause",
    "Intervalle le plus long de la recherche ; au-delà, c’est une pause",
  ],
  ["40 bpm, an infant's apnoea with bradycardia", "40 bpm, apnée du nourrisson avec bradycardie"],
  ["Window that gathers a QRS's energy", "Fenêtre qui rassemble l’énergie d’un QRS"],
  [
    "Pan & Tompkins 1985: 150 ms in adults; an infant's QRS is half as long",
    "Pan & Tompkins 1985 : 150 ms chez l’adulte ; le QRS du nourrisson est deux fois plus court",
  ],
  ["Length of the QRS template", "Durée du modèle de QRS"],
  ["QRS of 50-70 ms and its flanks", "QRS de 50-70 ms et ses flancs"],
  ["Below this rate there is a warning", "Sous cette fréquence, il y a un avertissement"],
  [
    "Task Force 1996: 250 Hz, less where R times are interpolated",
    "Task Force 1996 : 250 Hz, moins où les instants R sont interpolés",
  ],
  ["Below this rate no beats are looked for", "Sous cette fréquence, aucun battement n’est cherché"],
  [
    "model: half of it still holds a QRS's 8 to 25 Hz",
    "modèle : la moitié contient encore les 8 à 25 Hz d’un QRS",
  ],
  [
    "A stretch with fewer beats gives none: there is no average beat to time them by",
    "Un tronçon de moins de battements n’en donne aucun : il n’y a pas de battement moyen pour les dater",
  ],
  ["model: of fewer the average is mostly noise", "modèle : de moins, la moyenne est surtout du bruit"],
  [
    "Least rate that detection works at; lower ones are interpolated",
    "Fréquence minimale de travail de la détection ; les plus basses sont interpolées",
  ],
  [
    "a parabola through three samples still meets the apex",
    "une parabole par trois échantillons rencontre encore le sommet",
  ],
  [
    "Part of the slower rate that a change of rate passes",
    "Part de la fréquence la plus lente qu’un changement de fréquence laisse passer",
  ],
  ["model: what folds back lies above the band", "modèle : ce qui se replie est au-dessus de la bande"],
  ["What is no ECG", "Ce qui n’est pas de l’ECG"],
  ["Length of the blocks that are searched at once", "Durée des blocs examinés en une fois"],
  ["long enough for a clean average beat", "assez long pour un battement moyen net"],
  ["How far a block looks into its neighbours", "Jusqu’où un bloc regarde dans ses voisins"],
  ["longer than every filter and window", "plus long que chaque filtre et chaque fenêtre"],
  ["What is likely of the intervals", "Ce qui est vraisemblable des intervalles"],
  ["What speaks for a beat", "Ce qui parle pour un battement"],
  ["When beats are not trusted", "Quand des battements ne sont pas dignes de confiance"],
  ["When a beat is edited", "Quand un battement est corrigé"],
  ["Lower edge of the RSA band", "Bord inférieur de la bande de l’ASR"],
  ["Upper edge of the RSA band", "Bord supérieur de la bande de l’ASR"],
  ["Length of an epoch", "Durée d’une époque"],
  [
    "An epoch with more edited beats is not used",
    "Une époque avec plus de battements corrigés n’est pas utilisée",
  ],
  [
    "An epoch with more of its time in gaps, excluded stretches or intervals that no neighbour supports is not used",
    "Une époque dont une plus grande part est faite d’interruptions, de passages écartés ou d’intervalles qu’aucun voisin ne confirme n’est pas utilisée",
  ],
  ["as for edited beats", "comme pour les battements corrigés"],
  ["Fewest used epochs for a mean", "Nombre minimal d’époques utilisées pour une moyenne"],
  ["Used epochs that are recommended", "Nombre recommandé d’époques utilisées"],
  ["A longer interval is a break in the series", "Un intervalle plus long est une rupture de la série"],
  ["15 bpm: no heart period at any age", "15 bpm : à aucun âge une période cardiaque"],
  [
    "Beats around that a beat's shape is held against",
    "Battements alentour auxquels la forme d’un battement est comparée",
  ],
  ["most of them are sinus beats", "la plupart sont des battements sinusaux"],
  [
    "A beat whose correlation with the usual one falls short of 1 by no more than this is not of another shape",
    "Un battement dont la corrélation avec le battement habituel ne reste pas plus loin de 1 que cela n’est pas d’une autre forme",
  ],
  [
    "beats of one origin correlate above 0.9",
    "les battements d’une même origine ont une corrélation au-dessus de 0,9",
  ],
  [
    "Nor is one that falls short of 1 by less than this multiple of what the beats around it do",
    "Ni un battement qui en reste moins loin que ce multiple de ceux qui l’entourent",
  ],
  ["in noise no beat is like the usual one", "dans le bruit, aucun battement ne ressemble à l’habituel"],
  [
    "How much likelier its shape makes the edit of a beat of another shape that comes early between two of the usual one, and how much less that of a usual one beside it, in log-likelihood units",
    "Combien la forme d’un battement d’une autre forme, qui vient tôt entre deux de la forme habituelle, rend sa correction plus vraisemblable, et moins celle d’un battement habituel à côté, en log-vraisemblance",
  ],
  [
    "an early sinus beat takes such a shape once in 100 000",
    "un battement sinusal précoce prend une telle forme une fois sur 100 000",
  ],
  [
    "So is one longer than this multiple of the median interval",
    "De même un intervalle plus long que ce multiple de l’intervalle médian",
  ],
  ["three beats in a row cannot be interpolated", "trois battements de suite ne peuvent pas être interpolés"],
  [
    "An interval that differs by more from the nearest ones before it, and from those after it, is not used; Berntson's criterion where that is larger",
    "Un intervalle qui diffère de plus des plus proches avant lui, et de ceux après lui, n’est pas utilisé ; le critère de Berntson où il est plus grand",
  ],
  [
    "Berntson et al. 1990: a sixth of the interval in an even rhythm",
    "Berntson et al. 1990 : un sixième de l’intervalle en rythme égal",
  ],
  ["Intervals on each side that it is compared with", "Intervalles de chaque côté auxquels il est comparé"],
  ["their median outvotes a second artifact", "leur médiane l’emporte sur un second artéfact"],
  [
    "An interval that editing made, or beside a break, may differ from those around it by so much, or by fill_scatters where that is more",
    "Un intervalle issu d’une correction, ou au bord d’une interruption, peut différer de tant de ceux qui l’entourent, ou de fill_scatters si c’est plus",
  ],
  [
    "The same in standard deviations of the usual successive difference",
    "De même, en écarts types de la différence successive habituelle",
  ],
  ["95 % of the usual differences", "95 % des différences habituelles"],
  ["less than breathing moves it", "moins que ce que la respiration le déplace"],
  [
    "Fewer intervals between two breaks are not used",
    "Moins d’intervalles entre deux interruptions ne sont pas utilisés",
  ],
  ["too few to support each other", "trop peu pour se soutenir"],
  [
    "A break is bridged between the means of so many intervals on each side",
    "Une interruption est comblée entre les moyennes d’autant d’intervalles de chaque côté",
  ],
  ["about a breath", "environ une respiration"],
  [
    "An epoch where fewer of the intervals have a measured neighbour to differ from is not used",
    "Une époque où moins d’intervalles ont un voisin mesuré dont différer n’est pas utilisée",
  ],
  ["half", "la moitié"],
  [
    "An epoch whose RSA would by itself make the mean squared successive difference, tapered alike, more than so many times as large as it is, is not used",
    "Une époque dont l’ASR rendrait à elle seule le carré moyen des différences successives, fenêtré de même, plus de tant de fois plus grand qu’il n’est, n’est pas utilisée",
  ],
  [
    "a band's share in a whole is at most 1; chance leaves a factor of 2",
    "la part d’une bande dans un tout est au plus 1 ; le hasard laisse un facteur 2",
  ],
  [
    "An interval between beats of which one is less sure is not measured",
    "Un intervalle entre des battements dont l’un est moins sûr n’est pas mesuré",
  ],
  ["one in ten such beats may be none", "un tel battement sur dix peut n’en être pas un"],
  [
    "Share of a phase's RSA that the noise of the R times may explain; above it RSA is withheld",
    "Part de l’ASR d’une phase que le bruit des instants R peut expliquer ; au-delà, l’ASR n’est pas donnée",
  ],
  [
    "the noise is known to 7 %, its power to 14 %, RSA then to 0.07 ln units",
    "le bruit est connu à 7 % près, sa puissance à 14 %, l’ASR alors à 0,07 unité ln",
  ],
  [
    "Most of an epoch's RSA that is taken off as noise: an epoch that by chance shows less than its noise is not left out, which would favour the others",
    "Part maximale de l’ASR d’une époque retirée comme bruit : une époque qui par hasard montre moins que son bruit n’est pas écartée, ce qui favoriserait les autres",
  ],
  [
    "Relative standard error of the timing noise as estimated",
    "Erreur standard relative du bruit temporel estimé",
  ],
  [
    "adding known noise to preterm ECG: 4 % at +6 dB, 8 % at 0 dB",
    "ajout d’un bruit connu à des ECG de prématurés : 4 % à +6 dB, 8 % à 0 dB",
  ],
  [
    "RMSSD is withheld where twice the standard error that timing noise leaves in it is larger",
    "La RMSSD n’est pas donnée où le double de l’erreur standard qu’y laisse le bruit temporel est plus grand",
  ],
  ["a tenth", "un dixième"],
  ["Frequencies summed per 1 / epoch length", "Fréquences additionnées par 1 / durée d’époque"],
  ["fine enough that the sum does not depend on it", "assez fin pour que la somme n’en dépende pas"],
  [
    "Resampling rate of the Porges-Bohrer method",
    "Fréquence de rééchantillonnage de la méthode de Porges-Bohrer",
  ],
  ["4 Hz for infants", "4 Hz pour les nourrissons"],
  [
    "How far beyond its epoch the Porges-Bohrer filters look",
    "Jusqu’où les filtres de Porges-Bohrer regardent au-delà de leur époque",
  ],
  ["longer than both filters", "plus long que les deux filtres"],
  ["Width of the edges of the Porges-Bohrer band-pass", "Largeur des bords du passe-bande de Porges-Bohrer"],
  [
    "Segments that breathing rate and coherence are averaged over, half overlapping",
    "Segments sur lesquels fréquence respiratoire et cohérence sont moyennées, recouvrement de moitié",
  ],
  ["some breaths each", "quelques respirations chacun"],
  ["Slowest breathing looked for", "Respiration la plus lente recherchée"],
  ["slower waves are drift", "les ondes plus lentes sont une dérive"],
  ["Fastest breathing looked for", "Respiration la plus rapide recherchée"],
  [
    "120 breaths a minute: faster than any infant's",
    "120 respirations par minute : plus rapide que celle de tout nourrisson",
  ],
  [
    "Fewest segments for a coherence, and for breathing told from the beats",
    "Nombre minimal de segments pour une cohérence, et pour une respiration dite d’après les battements",
  ],
  ["of fewer it is near 1 by chance", "avec moins, elle est proche de 1 par hasard"],
  [
    "Preset that the rejection limits were set for",
    "Préréglage pour lequel les limites de rejet ont été choisies",
  ],
  ["Infant alpha band, both bins included", "Bande alpha du nourrisson, les deux raies comprises"],
  ["Theta band", "Bande thêta"],
  ["High alpha band", "Bande alpha haute"],
  ["Beta band", "Bande bêta"],
  ["Band that relative power is taken of", "Bande dont la puissance relative est prise"],
  [
    "relative power was the stable form in 321 infants (PMC11268489)",
    "la puissance relative était la forme stable chez 321 nourrissons (PMC11268489)",
  ],
  ["Pairs; the first is the primary one", "Paires ; la première est la principale"],
  ["What the channels are measured against", "Par rapport à quoi les canaux sont mesurés"],
  [
    "as recorded, so that nothing is computed in",
    "telle qu’enregistrée, pour que rien n’y soit ajouté par calcul",
  ],
  [
    "Fewest usable channels for an average reference",
    "Nombre minimal de canaux utilisables pour une référence moyenne",
  ],
  ["Other bands that the asymmetry is shown for", "Autres bandes pour lesquelles l’asymétrie est montrée"],
  [
    "lower bands below 5 months: Wilkinson et al. 2024; 8-12 Hz: adults",
    "bandes plus basses avant 5 mois : Wilkinson et al. 2024 ; 8-12 Hz : adultes",
  ],
  ["Below this age the 6-9 Hz band is uncertain", "Sous cet âge, la bande de 6-9 Hz est incertaine"],
  [
    "Amplitude limit after removing the window's mean",
    "Limite d’amplitude après retrait de la moyenne de la fenêtre",
  ],
  ["Largest step between samples", "Saut maximal entre échantillons"],
  ["Peak-to-peak below which a window is flat", "Crête à crête sous lequel une fenêtre est plate"],
  [
    "Samples at a digital limit that make a window clipped",
    "Échantillons à une limite numérique qui rendent une fenêtre saturée",
  ],
  [
    "files scaled to their own extremes touch a limit once",
    "les fichiers mis à l’échelle de leurs propres extrêmes touchent une limite une fois",
  ],
  ["Band that muscle shows in", "Bande où le muscle apparaît"],
  [
    "Power in that band over the channel's own median that makes a window a muscle window",
    "Puissance dans cette bande, rapportée à la médiane du canal, qui fait d’une fenêtre une fenêtre de muscle",
  ],
  [
    "Power in that band below which no window is a muscle window",
    "Puissance dans cette bande sous laquelle aucune fenêtre n’est une fenêtre de muscle",
  ],
  ["amplifier noise of 1 uV has this power", "un bruit d’amplificateur de 1 µV a cette puissance"],
  [
    "Share of flat windows above which the channel is not used",
    "Part de fenêtres plates au-delà de laquelle le canal n’est pas utilisé",
  ],
  [
    "Share of rejected windows above which the channel is noisy and not used",
    "Part de fenêtres rejetées au-delà de laquelle le canal est bruité et non utilisé",
  ],
  [
    "Mains density over 1-20 Hz power above which an electrode counts as disconnected",
    "Densité du secteur rapportée à la puissance de 1-20 Hz au-delà de laquelle une électrode compte comme débranchée",
  ],
  [
    "An electrode whose correlation with every other stays below this counts as disconnected",
    "Une électrode dont la corrélation avec chaque autre reste en dessous compte comme débranchée",
  ],
  [
    "after Bigdely-Shamlo et al. 2015, who ask for 0.4 in most windows",
    "d’après Bigdely-Shamlo et al. 2015, qui demandent 0,4 dans la plupart des fenêtres",
  ],
  ["That rule needs more channels than this", "Cette règle demande plus de canaux que ceci"],
  ["few electrodes may stand far apart", "peu d’électrodes peuvent être très écartées"],
  [
    "Power of the difference of two channels over their mean power below which they are bridged",
    "Puissance de la différence de deux canaux, rapportée à leur puissance moyenne, sous laquelle ils sont pontés",
  ],
  ["electrical distance, after Tenke & Kayser 2001", "distance électrique, d’après Tenke & Kayser 2001"],
  ["Bins that the 1/f background is fitted on", "Raies sur lesquelles le fond en 1/f est ajusté"],
  ["above 24 Hz muscle flattens it", "au-delà de 24 Hz, le muscle l’aplatit"],
  [
    "Bins left out of that fit, where peaks stand",
    "Raies laissées hors de cet ajustement, où se trouvent des pics",
  ],
  ["Band that blinks and movement show in", "Bande où clignements et mouvements apparaissent"],
  [
    "Windows with more power in that band, over the median, are left out of the background's fit",
    "Les fenêtres avec plus de puissance dans cette bande, rapportée à la médiane, sont laissées hors de l’ajustement du fond",
  ],
  [
    "a blink too small to be rejected lifts the fit; a lower limit would cut off ordinary windows",
    "un clignement trop petit pour être rejeté relève l’ajustement ; une limite plus basse écarterait des fenêtres ordinaires",
  ],
  [
    "Height over the background from which a bin counts as an alpha peak",
    "Hauteur au-dessus du fond à partir de laquelle une raie compte comme pic alpha",
  ],
  [
    "Share of the band's power above the background below which there is no oscillatory form",
    "Part de la puissance de la bande au-dessus du fond sous laquelle il n’y a pas de forme oscillatoire",
  ],
  [
    "below it the logarithm of a small difference would be taken",
    "en dessous, on prendrait le logarithme d’une petite différence",
  ],
  [
    "Share of bootstrap draws in which that form must exist",
    "Part des tirages du bootstrap où cette forme doit exister",
  ],
  ["else its interval has no end", "sinon son intervalle n’a pas de fin"],
  ["Clean seconds for full certainty", "Secondes exploitables pour une pleine certitude"],
  ["Below this no number is given", "En dessous, aucun nombre n’est donné"],
  ["Length of the blocks that the bootstrap draws", "Durée des blocs que tire le bootstrap"],
  ["longer than the bursts of infant alpha", "plus long que les bouffées d’alpha du nourrisson"],
  ["Bootstrap draws", "Tirages du bootstrap"],
  ["moving blocks: Kunsch 1989", "blocs mobiles : Künsch 1989"],
  ["Seed of the bootstrap", "Graine du bootstrap"],
  ["any number", "un nombre quelconque"],
  [
    "Slow waves of the asymmetry that the error of a mean over two minutes is taken from; of other lengths as many more or fewer as the cube root of the length",
    "Ondes lentes de l’asymétrie dont est tirée l’erreur d’une moyenne sur deux minutes ; pour d’autres durées, plus ou moins selon la racine cubique de la durée",
  ],
  ["Memory for what is kept of a recording", "Mémoire pour ce qui est gardé d’un enregistrement"],
  ["an hour of 32 channels takes about 100 MB", "une heure de 32 canaux prend environ 100 Mo"],
  [
    "Which code means which state; a code without a rule is a state of its own name",
    "Quel code signifie quel état ; un code sans règle est un état de son propre nom",
  ],
  [
    "states as in the Infant and Caregiver Engagement Phases (Weinberg & Tronick 1999); usual spellings",
    "états comme dans les Infant and Caregiver Engagement Phases (Weinberg & Tronick 1999) ; graphies usuelles",
  ],
  [
    "The state that the still-face finding rests on",
    "L’état sur lequel repose le résultat du visage immobile",
  ],
  [
    "A phase with less scorable time has no number in the comparison",
    "Une phase avec moins de temps codable n’a pas de nombre dans la comparaison",
  ],
  ["With less, certainty is low", "Avec moins, la certitude est faible"],
  ["phases last 120 s", "les phases durent 120 s"],
  ["infants change within weeks", "les nourrissons changent en quelques semaines"],
  [
    "Two coders who agree less make certainty low",
    "Deux codeurs qui concordent moins rendent la certitude faible",
  ],
  ["Landis & Koch 1977: substantial from .61", "Landis & Koch 1977 : accord fort à partir de 0,61"],
  [
    "Codes and phases that overlap by no more than this, a frame of the video, are cut where the next begins",
    "Les codes et les phases qui se chevauchent de cette durée au plus, une image vidéo, sont coupés où le suivant commence",
  ],
  ["25 frames a second (PAL)", "25 images par seconde (PAL)"],
  [
    "A longer phase is warned of: times in another unit are taken for seconds",
    "Une phase plus longue est signalée : des temps dans une autre unité sont pris pour des secondes",
  ],
  [
    "phases of the still-face last 1 to 5 min (Mesman et al. 2009)",
    "les phases du visage immobile durent de 1 à 5 min (Mesman et al. 2009)",
  ],
  ["Two coders are compared in steps of this length", "Deux codeurs sont comparés par pas de cette durée"],
  [
    "Beats added, moved, removed and restored, stretches and channels excluded, by hand",
    "Battements ajoutés, déplacés, retirés et restaurés, passages et canaux écartés, à la main",
  ],
  [
    "Comparison infants are at most this much older or younger",
    "Les nourrissons de comparaison ont au plus ceci de plus ou de moins",
  ],
  ["Whether comparison infants are of the same sex", "Si les nourrissons de comparaison sont du même sexe"],
  ["off: halves their number", "non : cela réduit leur nombre de moitié"],
  [
    "With fewer comparison infants nothing is said",
    "Avec moins de nourrissons de comparaison, rien n’est dit",
  ],
  ["Crawford & Howell 1998 work with 5 and more", "Crawford & Howell 1998 travaillent avec 5 et plus"],
  [
    "Change of the EPDS total that counts as reliable",
    "Changement du total de l’EPDS qui compte comme fiable",
  ],
  [
    "Retest reliability of measures, for reliable change",
    "Fidélité test-retest des mesures, pour le changement fiable",
  ],
  [
    "Putnam et al. 2014 for ORC; FAA and RSA have none that could stand for all infants",
    "Putnam et al. 2014 pour l’ORC ; la FAA et l’ASR n’en ont pas qui vaudrait pour tous les nourrissons",
  ],
  [
    "Ages may differ by this much from the time between the recordings",
    "Les âges peuvent différer de ceci du temps entre les enregistrements",
  ],
  [
    "Pauses, and what the recording itself marks as bad",
    "Pauses, et ce que l’enregistrement marque lui-même comme mauvais",
  ],
  [
    "Words that the annotation begins with, lower case, without accents",
    "Mots par lesquels l’annotation commence, en minuscules, sans accents",
  ],
  ["What they mark", "Ce qu’ils marquent"],
  [
    "usual marks of MNE-Python, EEGLAB, BrainVision, Nihon Kohden, Natus and Micromed",
    "marques habituelles de MNE-Python, EEGLAB, BrainVision, Nihon Kohden, Natus et Micromed",
  ],
  [
    "Whether stretches that the recording marks as bad are left out",
    "Si les passages que l’enregistrement marque comme mauvais sont écartés",
  ],
  [
    "Whether a pause or cut that the recording marks begins a new segment",
    "Si une pause ou une coupure marquée dans l’enregistrement commence un nouveau segment",
  ],
  [
    "An annotation with more words beside a pause's or cut's is a remark",
    "Une annotation avec plus d’autres mots que ceux d’une pause ou d’une coupure est une remarque",
  ],
  ["ages are rounded", "les âges sont arrondis"],
  [
    "An EEG whose standard deviation is below this is asked about",
    "Un EEG dont l’écart-type est inférieur à ceci est mis en question",
  ],
  [
    "own choice: awake infants have 10 to 50 uV, an amplifier's noise about 1 uV",
    "choix propre : les nourrissons éveillés ont 10 à 50 µV, le bruit d’un amplificateur environ 1 µV",
  ],
  [
    "An EEG whose standard deviation is above this is asked about",
    "Un EEG dont l’écart-type est supérieur à ceci est mis en question",
  ],
  [
    "own choice: slow waves of sleep have up to about 100 uV",
    "choix propre : les ondes lentes du sommeil ont jusqu’à environ 100 µV",
  ],
  [
    "Upper end of the band of that standard deviation; it begins at 1 Hz",
    "Limite supérieure de la bande de cet écart-type ; elle commence à 1 Hz",
  ],
  [
    "own choice: mains and muscle lie above",
    "choix propre : le secteur et les muscles se trouvent au-dessus",
  ],
  [
    "Beyond this the report asks whether the recordings are of one infant",
    "Au-delà, le rapport demande si les enregistrements sont d’un même nourrisson",
  ],
  ["infants are compared within about three years", "les nourrissons sont comparés sur environ trois ans"],
  [
    "a background that bends, without any peak, rises by up to 0.13 above the straight line",
    "un fond courbe, sans aucun pic, s’élève jusqu’à 0,13 au-dessus de la droite",
  ],
  // Groups.
  [
    "With less clean EEG of the primary pair the recording's asymmetries do not enter",
    "Avec moins d’EEG exploitable sur la paire principale, les asymétries de l’enregistrement n’entrent pas",
  ],
  ["60 s are recommended", "60 s sont recommandées"],
  [
    "With fewer 30-s epochs used the recording's heart measures do not enter",
    "Avec moins d’époques de 30 s utilisées, les mesures cardiaques de l’enregistrement n’entrent pas",
  ],
  ["at least two, four recommended", "au moins deux, quatre recommandées"],
  [
    "With more beats changed by editing the recording's heart measures do not enter",
    "Avec plus de battements corrigés, les mesures cardiaques de l’enregistrement n’entrent pas",
  ],
  ["the limit that holds for one epoch", "la limite qui vaut pour une époque"],
  [
    "Recordings of {w} infants do not enter; null: all ages",
    "Les enregistrements de nourrissons {} n’entrent pas ; null : tous les âges",
  ],
  ["younger", "plus jeunes"],
  ["older", "plus âgés"],
  [
    "Values of the tables that mean missing, beside empty cells, NA and the like, and codes such as -99 where they cannot be a value",
    "Valeurs des tables qui signifient « manquant », outre les cellules vides, NA et semblables, et les codes tels que -99 là où ils ne peuvent être une valeur",
  ],
  [
    "Name of the comparison group; empty: recognised by its name (control, comparison, healthy …)",
    "Nom du groupe de comparaison ; vide : reconnu à son nom (control, comparison, healthy …)",
  ],
  [
    "Name of the group whose change is asked about; empty: the other one. With it, further groups are left out",
    "Nom du groupe dont l’évolution est en question ; vide : l’autre. S’il est donné, tout autre groupe est laissé de côté",
  ],
  [
    "Measures that Holm's adjustment runs over; empty: FAA, RSA and the mother's ORC by their names",
    "Mesures sur lesquelles porte la correction de Holm ; vide : FAA, ASR et ORC de la mère, d’après leurs noms",
  ],
  [
    "The three outcomes of Krzeczkowski, Schmidt & Van Lieshout 2021",
    "Les trois critères de jugement de Krzeczkowski, Schmidt & Van Lieshout 2021",
  ],
  [
    "With fewer infants of a group at a visit, or fewer pairs, nothing is pooled",
    "Avec moins de nourrissons d’un groupe à une visite, ou moins de paires, rien n’est mis en commun",
  ],
  [
    "cells below 5 are withheld, and Crawford & Howell 1998 work with 5 and more",
    "les cases de moins de 5 ne sont pas communiquées, et Crawford & Howell 1998 travaillent avec 5 et plus",
  ],
  ["p below this is told as a difference", "Un p inférieur est énoncé comme une différence"],
  ["Fisher 1925, by custom", "Fisher 1925, par convention"],
  [
    "Equivalence margin in SDs of the comparison infants at the first visit",
    "Marge d’équivalence, en écarts types des nourrissons de comparaison à la première visite",
  ],
  [
    "Lakens 2017: a medium effect; to be chosen before looking at the data",
    "Lakens 2017 : un effet moyen ; à choisir avant de regarder les données",
  ],
  [
    "Scale of the Cauchy prior on the standardised effect",
    "Échelle de la loi a priori de Cauchy sur l’effet standardisé",
  ],
  ["Rouder et al. 2009, √2/2 by custom", "Rouder et al. 2009, √2/2 par convention"],
  ["Resamplings of the infants", "Rééchantillonnages des nourrissons"],
  [
    "Efron & Tibshirani 1993: thousands for percentiles",
    "Efron & Tibshirani 1993 : des milliers pour des percentiles",
  ],
  ["Seed of the resampling", "Graine du rééchantillonnage"],
  [
    "any; the same data then give the same interval",
    "quelconque ; les mêmes données donnent alors le même intervalle",
  ],
  [
    "Aggregates are formed in bands of this width, from a whole multiple of it",
    "Les agrégats sont formés par tranches de cette largeur, à partir d’un multiple entier de celle-ci",
  ],
  ["Cells of fewer infants are withheld", "Les cases de moins de nourrissons ne sont pas communiquées"],
  [
    "common practice of disclosure control; Crawford & Howell 1998 work with 5 and more",
    "usage courant de la protection statistique des données ; Crawford & Howell 1998 travaillent avec 5 et plus",
  ],
  [
    "What the pack says about itself; empty: the group's name and size",
    "Ce que la table dit d’elle-même ; vide : nom et taille du groupe",
  ],
  [
    "Comparison infants count for a change if their two visits lie as far apart as this infant's, within this share of it",
    "Les nourrissons de comparaison comptent pour un changement si leurs deux visites sont aussi éloignées que celles de ce nourrisson, à cette fraction près",
  ],
  [
    "own choice: change grows with the time that it has",
    "choix propre : un changement croît avec le temps qu’il a",
  ],
  [
    "A baseline at least this many SDs from the comparison infants' mean is judged by regression on it",
    "Un niveau initial à au moins ce nombre d’écarts types de la moyenne des nourrissons de comparaison est évalué par régression",
  ],
  [
    "own choice; Crawford & Garthwaite 2007: extreme baselines return toward the mean",
    "choix propre ; Crawford & Garthwaite 2007 : les niveaux initiaux extrêmes reviennent vers la moyenne",
  ],
  [
    "Two-sided level of reliable change; Holm's correction divides it among the domains judged",
    "Niveau bilatéral du changement fiable ; la correction de Holm le partage entre les domaines évalués",
  ],
  [
    "Change of the EPDS total that is usual over about six weeks, said beside a reliable one",
    "Changement du total de l’EPDS habituel en six semaines environ, dit à côté d’un changement fiable",
  ],
  [
    "1.96 √2 SD √(1 − r): SD 4.5, r .80 (ICC over six weeks)",
    "1,96 √2 ET √(1 − r) : ET 4,5, r 0,80 (CCI sur six semaines)",
  ],
  [
    "Comparison infants' values this many robust SDs from their median are named as outliers",
    "Les valeurs de nourrissons de comparaison à ce nombre d’écarts types robustes de leur médiane sont nommées comme aberrantes",
  ],
  [
    "own choice; robust SD: 1.4826 times the median absolute deviation",
    "choix propre ; écart type robuste : 1,4826 fois l’écart absolu médian",
  ],
  [
    "Where the infant's value and the comparison infants' median differ by this factor, their units may differ",
    "Lorsque la valeur du nourrisson et la médiane des nourrissons de comparaison diffèrent de ce facteur, leurs unités diffèrent peut-être",
  ],
  ["own choice", "choix propre"],
  ["What the specification curve varies", "Ce que la courbe de spécifications fait varier"],
  ["Alpha bands of the specification curve", "Bandes alpha de la courbe de spécifications"],
  [
    "6-9 Hz: Marshall, Bar-Haim & Fox 2002, whose peaks rise with age; 5-8 and 6-10 Hz: common practice",
    "6–9 Hz : Marshall, Bar-Haim & Fox 2002, dont les pics montent avec l’âge ; 5–8 et 6–10 Hz : usage courant",
  ],
  [
    "References of the specification curve, where the recordings allow them",
    "Références de la courbe de spécifications, où les enregistrements les permettent",
  ],
  ["Amplitude limits of the specification curve", "Limites d’amplitude de la courbe de spécifications"],
  ["Frontal pairs of the specification curve", "Paires frontales de la courbe de spécifications"],
  ["Brooker et al. 2017: F3/F4 and F7/F8", "Brooker et al. 2017 : F3/F4 et F7/F8"],
  [
    "Bootstrap draws of each asymmetry of the curve but the report's own",
    "Tirages bootstrap de chaque asymétrie de la courbe, sauf celle du rapport",
  ],
  ["speed: a standard error is then known to 5 %", "vitesse : une erreur type est alors connue à 5 % près"],
  [
    "RSA bands of the specification curve, for infants",
    "Bandes de l’ASR de la courbe de spécifications, pour les nourrissons",
  ],
  [
    "0.24-1.04 Hz: Bar-Haim, Marshall & Fox 2000; 0.3-1.3 Hz: Porges for newborns (MindWare KB0015)",
    "0,24–1,04 Hz : Bar-Haim, Marshall & Fox 2000 ; 0,3–1,3 Hz : Porges pour les nouveau-nés (MindWare KB0015)",
  ],
  [
    "Lengths of the epochs of RSA in the specification curve",
    "Durées des époques de l’ASR dans la courbe de spécifications",
  ],
  ["30 s; 20 and 60 s: own choice", "30 s ; 20 et 60 s : choix propre"],
  [
    "Whether a change may be called reliable by it; off: its index is shown and decides nothing, as it is of another sample and laboratory",
    "Si un changement peut être dit fiable d’après elle ; sinon, son indice est montré et ne décide de rien, car il vient d’un autre échantillon et d’un autre laboratoire",
  ],
];
