// What the report says in each situation, in both languages. Read it as a newcomer would: the first sentence of a report, then
// one domain's badge and sentence. Who changes a text in the catalogues changes it here, knowingly.
#pragma once

#include <cstddef>

namespace attune::test {

struct Expected {
  const char* situation;
  std::size_t statement;  ///< which of the report's
  const char* strength;
  const char *pattern, *pattern_fr;
  const char *headline, *headline_fr;
  const char *sentence, *sentence_fr;
};

inline constexpr Expected expected_findings[] = {
    {"risen reliably", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (more variability). In the direction "
     "reported for infants after their mothers' treatment; one infant cannot show what caused it. For "
     "brain: cannot be judged.",
     "Le seul domaine évaluable a changé de façon fiable : le cœur (plus de variabilité). Dans le sens "
     "rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne permet pas "
     "d’en établir la cause. Pour le cerveau : non évaluable.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: by more than "
     "untreated infants of this age change in this time. Change +1.40 ln ms² (95 % CI +0.98 to +1.82); it "
     "would stand out only below −0.31 or above +0.61 (against 10 comparison infants: Hamilton girls, at "
     "rest). A change of the studies' average, +0.17 ln ms², would not stand out in one infant. Left the "
     "comparison range (percentile at baseline: 50 (27 to 73); at follow-up: above the 99th (95 to 100)).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), "
     "plus que chez des nourrissons non traités de cet âge sur la même période. Changement +1,40 ln ms² "
     "(IC à 95 % de +0,98 à +1,82) ; il ne se distinguerait qu’en dessous de −0,31 ou au-dessus de +0,61 "
     "(par rapport à 10 nourrissons de comparaison : Hamilton girls, at rest). Un changement égal à la "
     "moyenne des études, +0,17 ln ms², ne se distinguerait pas chez un seul nourrisson. Sortie de la "
     "plage de comparaison (percentile, visite initiale : 50 (de 27 à 73) ; visite de suivi : au-dessus du "
     "99e (de 95 à 100))."},
    {"fallen reliably", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (less variability). Against the "
     "direction reported for infants after their mothers' treatment; one infant cannot show what caused "
     "it. For brain: cannot be judged.",
     "Le seul domaine évaluable a changé de façon fiable : le cœur (moins de variabilité). À l’opposé du "
     "sens rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne permet "
     "pas d’en établir la cause. Pour le cerveau : non évaluable.",
     "Fell reliably", "Diminution fiable",
     "Respiratory sinus arrhythmia at rest fell reliably from baseline to follow-up: by more than "
     "untreated infants of this age change in this time. Change −1.10 ln ms² (95 % CI −1.52 to −0.68); it "
     "would stand out only below −0.31 or above +0.61 (against 10 comparison infants: Hamilton girls, at "
     "rest). A change of the studies' average, +0.17 ln ms², would not stand out in one infant. Left the "
     "comparison range (percentile at baseline: 73 (48 to 91); at follow-up: 1 (0 to 9)).",
     "Arythmie sinusale respiratoire au repos : diminution fiable (visite initiale → visite de suivi), "
     "plus que chez des nourrissons non traités de cet âge sur la même période. Changement −1,10 ln ms² "
     "(IC à 95 % de −1,52 à −0,68) ; il ne se distinguerait qu’en dessous de −0,31 ou au-dessus de +0,61 "
     "(par rapport à 10 nourrissons de comparaison : Hamilton girls, at rest). Un changement égal à la "
     "moyenne des études, +0,17 ln ms², ne se distinguerait pas chez un seul nourrisson. Sortie de la "
     "plage de comparaison (percentile, visite initiale : 73 (de 48 à 91) ; visite de suivi : 1 (de 0 à "
     "9))."},
    {"differs, but infants change that much", 0, "not_reliable",
     "The one domain that could be judged (heart) showed no reliable change. For heart the recordings "
     "differ by more than their own error, but by no more than untreated infants change. For brain: cannot "
     "be judged.",
     "Le seul domaine évaluable (le cœur) ne montre pas de changement fiable. Pour le cœur, les "
     "enregistrements diffèrent au-delà de leur propre erreur, mais pas plus que ne changent des "
     "nourrissons non traités. Pour le cerveau : non évaluable.",
     "No reliable change", "Pas de changement fiable",
     "Respiratory sinus arrhythmia at rest: the recordings of baseline and follow-up differ by more than "
     "their own error, but by no more than untreated infants of this age change in this time. Change +0.55 "
     "ln ms² (95 % CI +0.13 to +0.97); it would stand out only below −0.31 or above +0.61 (against 10 "
     "comparison infants: Hamilton girls, at rest). A change of the studies' average, +0.17 ln ms², would "
     "not stand out in one infant. Within the comparison range at both visits (percentile at baseline: 50 "
     "(27 to 73); at follow-up: 82 (59 to 96)).",
     "Arythmie sinusale respiratoire au repos : les enregistrements (visite initiale, visite de suivi) "
     "diffèrent au-delà de leur propre erreur, mais pas plus que chez des nourrissons non traités de cet "
     "âge sur la même période. Changement +0,55 ln ms² (IC à 95 % de +0,13 à +0,97) ; il ne se "
     "distinguerait qu’en dessous de −0,31 ou au-dessus de +0,61 (par rapport à 10 nourrissons de "
     "comparaison : Hamilton girls, at rest). Un changement égal à la moyenne des études, +0,17 ln ms², ne "
     "se distinguerait pas chez un seul nourrisson. Dans la plage de comparaison aux deux visites "
     "(percentile, visite initiale : 50 (de 27 à 73) ; visite de suivi : 82 (de 59 à 96))."},
    {"no difference among infants", 0, "not_reliable",
     "The one domain that could be judged (heart) showed no reliable change. For brain: cannot be judged.",
     "Le seul domaine évaluable (le cœur) ne montre pas de changement fiable. Pour le cerveau : non "
     "évaluable.",
     "No reliable change", "Pas de changement fiable",
     "Respiratory sinus arrhythmia at rest: no difference found between the recordings of baseline and "
     "follow-up. Change +0.10 ln ms² (95 % CI −0.32 to +0.52); it would stand out only below −0.31 or "
     "above +0.61 (against 10 comparison infants: Hamilton girls, at rest). A change of the studies' "
     "average, +0.17 ln ms², would not stand out in one infant. Within the comparison range at both visits "
     "(percentile at baseline: 50 (27 to 73); at follow-up: 45 (23 to 69)).",
     "Arythmie sinusale respiratoire au repos : aucune différence décelée entre les enregistrements "
     "(visite initiale → visite de suivi). Changement +0,10 ln ms² (IC à 95 % de −0,32 à +0,52) ; il ne se "
     "distinguerait qu’en dessous de −0,31 ou au-dessus de +0,61 (par rapport à 10 nourrissons de "
     "comparaison : Hamilton girls, at rest). Un changement égal à la moyenne des études, +0,17 ln ms², ne "
     "se distinguerait pas chez un seul nourrisson. Dans la plage de comparaison aux deux visites "
     "(percentile, visite initiale : 50 (de 27 à 73) ; visite de suivi : 45 (de 23 à 69))."},
    {"rose, but less than infants do", 0, "not_reliable",
     "The one domain that could be judged (heart) showed no reliable change. For brain: cannot be judged.",
     "Le seul domaine évaluable (le cœur) ne montre pas de changement fiable. Pour le cerveau : non "
     "évaluable.",
     "No reliable change", "Pas de changement fiable",
     "Respiratory sinus arrhythmia at rest: no difference found between the recordings of baseline and "
     "follow-up. Change +0.02 ln ms² (95 % CI −0.40 to +0.44); it would stand out only below +0.01 or "
     "above +0.29 (against 10 comparison infants). A change of the studies' average, +0.17 ln ms², would "
     "not stand out in one infant. Within the comparison range at both visits (percentile at baseline: 50 "
     "(27 to 73); at follow-up: 38 (17 to 62)).",
     "Arythmie sinusale respiratoire au repos : aucune différence décelée entre les enregistrements "
     "(visite initiale → visite de suivi). Changement +0,02 ln ms² (IC à 95 % de −0,40 à +0,44) ; il ne se "
     "distinguerait qu’en dessous de +0,01 ou au-dessus de +0,29 (par rapport à 10 nourrissons de "
     "comparaison). Un changement égal à la moyenne des études, +0,17 ln ms², ne se distinguerait pas chez "
     "un seul nourrisson. Dans la plage de comparaison aux deux visites (percentile, visite initiale : 50 "
     "(de 27 à 73) ; visite de suivi : 38 (de 17 à 62))."},
    {"extreme baseline", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (more variability). In the direction "
     "reported for infants after their mothers' treatment; one infant cannot show what caused it. For "
     "brain: cannot be judged.",
     "Le seul domaine évaluable a changé de façon fiable : le cœur (plus de variabilité). Dans le sens "
     "rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne permet pas "
     "d’en établir la cause. Pour le cerveau : non évaluable.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: by more than "
     "untreated infants of this age with a similar baseline change in this time. Change +0.80 ln ms² (95 % "
     "CI +0.38 to +1.22); it would stand out only below −0.62 or above +0.72 (for a baseline like this "
     "one, against 10 comparison infants: Hamilton girls, at rest). A change of the studies' average, "
     "+0.17 ln ms², would not stand out in one infant. Moved toward the comparison range and is now within "
     "it (percentile at baseline: below the 1st (0 to 7); at follow-up: 28 (9 to 52)).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), "
     "plus que chez des nourrissons non traités de cet âge et de niveau initial semblable sur la même "
     "période. Changement +0,80 ln ms² (IC à 95 % de +0,38 à +1,22) ; il ne se distinguerait qu’en dessous "
     "de −0,62 ou au-dessus de +0,72 (pour un niveau initial semblable, par rapport à 10 nourrissons de "
     "comparaison : Hamilton girls, at rest). Un changement égal à la moyenne des études, +0,17 ln ms², ne "
     "se distinguerait pas chez un seul nourrisson. Rapprochement de la plage de comparaison, désormais "
     "atteinte (percentile, visite initiale : sous le 1er (de 0 à 7) ; visite de suivi : 28 (de 9 à 52))."},
    {"five infants", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (more variability). In the direction "
     "reported for infants after their mothers' treatment; one infant cannot show what caused it. For "
     "brain: cannot be judged.",
     "Le seul domaine évaluable a changé de façon fiable : le cœur (plus de variabilité). Dans le sens "
     "rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne permet pas "
     "d’en établir la cause. Pour le cerveau : non évaluable.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: by more than "
     "untreated infants of this age with a similar baseline change in this time. Change +1.40 ln ms² (95 % "
     "CI +0.98 to +1.82); it would stand out only below −0.57 or above +1.18 (for a baseline like this "
     "one, against 5 comparison infants). A change of the studies' average, +0.09 ln ms², would not stand "
     "out in one infant. Left the comparison range (percentile at baseline: 89 (57 to 100); at follow-up: "
     "above the 99th (94 to 100)).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), "
     "plus que chez des nourrissons non traités de cet âge et de niveau initial semblable sur la même "
     "période. Changement +1,40 ln ms² (IC à 95 % de +0,98 à +1,82) ; il ne se distinguerait qu’en dessous "
     "de −0,57 ou au-dessus de +1,18 (pour un niveau initial semblable, par rapport à 5 nourrissons de "
     "comparaison). Un changement égal à la moyenne des études, +0,09 ln ms², ne se distinguerait pas chez "
     "un seul nourrisson. Sortie de la plage de comparaison (percentile, visite initiale : 89 (de 57 à "
     "100) ; visite de suivi : au-dessus du 99e (de 94 à 100))."},
    {"four infants", 0, "recordings_differ",
     "Whether this infant changed cannot be judged. For heart: the recordings differ by more than their "
     "own error. For brain: cannot be judged.",
     "Impossible de juger si ce nourrisson a changé. Pour le cœur : les enregistrements diffèrent au-delà "
     "de leur propre erreur. Pour le cerveau : non évaluable.",
     "Recordings differ", "Enregistrements différents",
     "Respiratory sinus arrhythmia at rest: the recordings of baseline and follow-up differ by more than "
     "their own error; whether the infant changed cannot be judged: only 4 comparison infants of this "
     "infant's age have this measure at both visits; at least 5 are needed. Change +1.40 ln ms² (95 % CI "
     "+0.98 to +1.82).",
     "Arythmie sinusale respiratoire au repos : les enregistrements (visite initiale, visite de suivi) "
     "diffèrent au-delà de leur propre erreur ; impossible de juger si le nourrisson a changé : seuls 4 "
     "nourrissons de comparaison d’âge correspondant ont cette mesure aux deux visites ; il en faut au "
     "moins 5. Changement +1,40 ln ms² (IC à 95 % de +0,98 à +1,82)."},
    {"infants seen again after six months", 0, "recordings_differ",
     "Whether this infant changed cannot be judged. For heart: the recordings differ by more than their "
     "own error. For brain: cannot be judged.",
     "Impossible de juger si ce nourrisson a changé. Pour le cœur : les enregistrements diffèrent au-delà "
     "de leur propre erreur. Pour le cerveau : non évaluable.",
     "Recordings differ", "Enregistrements différents",
     "Respiratory sinus arrhythmia at rest: the recordings of baseline and follow-up differ by more than "
     "their own error; whether the infant changed cannot be judged: 10 comparison infants were seen again, "
     "but after another interval than this infant; after a similar one: 0. Change +1.40 ln ms² (95 % CI "
     "+0.98 to +1.82).",
     "Arythmie sinusale respiratoire au repos : les enregistrements (visite initiale, visite de suivi) "
     "diffèrent au-delà de leur propre erreur ; impossible de juger si le nourrisson a changé : 10 "
     "nourrissons de comparaison ont été revus, mais après un autre délai que ce nourrisson ; après un "
     "délai semblable : 0. Changement +1,40 ln ms² (IC à 95 % de +0,98 à +1,82)."},
    {"a table without ages", 0, "recordings_differ",
     "Whether this infant changed cannot be judged. For heart: the recordings differ by more than their "
     "own error. For brain: cannot be judged.",
     "Impossible de juger si ce nourrisson a changé. Pour le cœur : les enregistrements diffèrent au-delà "
     "de leur propre erreur. Pour le cerveau : non évaluable.",
     "Recordings differ", "Enregistrements différents",
     "Respiratory sinus arrhythmia at rest: the recordings of baseline and follow-up differ by more than "
     "their own error; whether the infant changed cannot be judged: the comparison table gives no ages, so "
     "nobody can be matched. Change +1.40 ln ms² (95 % CI +0.98 to +1.82).",
     "Arythmie sinusale respiratoire au repos : les enregistrements (visite initiale, visite de suivi) "
     "diffèrent au-delà de leur propre erreur ; impossible de juger si le nourrisson a changé : la table "
     "de comparaison ne donne pas les âges ; aucun appariement possible. Changement +1,40 ln ms² (IC à "
     "95 % de +0,98 à +1,82)."},
    {"nobody to compare with, recordings differ", 0, "recordings_differ",
     "Whether this infant changed cannot be judged: there are no comparison infants and no known retest "
     "reliability. For heart: the recordings differ by more than their own error. For brain: cannot be "
     "judged.",
     "Impossible de juger si ce nourrisson a changé : il n’y a ni nourrissons de comparaison ni fidélité "
     "test-retest connue. Pour le cœur : les enregistrements diffèrent au-delà de leur propre erreur. Pour "
     "le cerveau : non évaluable.",
     "Recordings differ", "Enregistrements différents",
     "Respiratory sinus arrhythmia at rest: the recordings of baseline and follow-up differ by more than "
     "their own error; whether the infant changed cannot be judged: there are no comparison infants and no "
     "known retest reliability. Change +1.40 ln ms² (95 % CI +0.98 to +1.82).",
     "Arythmie sinusale respiratoire au repos : les enregistrements (visite initiale, visite de suivi) "
     "diffèrent au-delà de leur propre erreur ; impossible de juger si le nourrisson a changé : il n’y a "
     "ni nourrissons de comparaison ni fidélité test-retest connue. Changement +1,40 ln ms² (IC à 95 % de "
     "+0,98 à +1,82)."},
    {"nobody to compare with, no difference", 0, "no_difference_found",
     "Whether this infant changed cannot be judged: there are no comparison infants and no known retest "
     "reliability. For heart: no difference found between the recordings. For brain: cannot be judged.",
     "Impossible de juger si ce nourrisson a changé : il n’y a ni nourrissons de comparaison ni fidélité "
     "test-retest connue. Pour le cœur : aucune différence décelée entre les enregistrements. Pour le "
     "cerveau : non évaluable.",
     "No difference found", "Aucune différence décelée",
     "Respiratory sinus arrhythmia at rest: no difference found between the recordings of baseline and "
     "follow-up; one of up to ±0.52 could have been missed. Change +0.10 ln ms² (95 % CI −0.32 to +0.52).",
     "Arythmie sinusale respiratoire au repos : aucune différence décelée entre les enregistrements "
     "(visite initiale → visite de suivi) ; une différence allant jusqu’à ±0,52 a pu passer inaperçue. "
     "Changement +0,10 ln ms² (IC à 95 % de −0,32 à +0,52)."},
    {"the two forms of asymmetry disagree", 1, "depends_on_choice",
     "Whether this infant changed cannot be judged: there are no comparison infants and no known retest "
     "reliability. For heart: no difference found between the recordings. For brain: it depends on the way "
     "to compute it.",
     "Impossible de juger si ce nourrisson a changé : il n’y a ni nourrissons de comparaison ni fidélité "
     "test-retest connue. Pour le cœur : aucune différence décelée entre les enregistrements. Pour le "
     "cerveau : cela dépend de la façon de calculer.",
     "Depends on the choice of form", "Dépend du choix de la forme",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity): from baseline "
     "to follow-up the ways to compute this measure disagree, so nothing is concluded: absolute power "
     "+0.50 (95 % CI +0.27 to +0.73), oscillatory part 0.00 (95 % CI −0.34 to +0.34).",
     "Asymétrie frontale alpha (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) (visite "
     "initiale → visite de suivi) : les façons de calculer cette mesure se contredisent, donc rien n’est "
     "conclu : puissance absolue +0,50 (IC à 95 % de +0,27 à +0,73), partie oscillatoire 0,00 (IC à 95 % "
     "de −0,34 à +0,34)."},
    {"heart up, brain to the right", 1, "reliable",
     "Both domains changed reliably: heart (more variability) and brain (relatively more right activity). "
     "For heart, in the direction reported for infants after their mothers' treatment; one infant cannot "
     "show what caused it. For brain, against the direction reported for infants after their mothers' "
     "treatment; one infant cannot show what caused it. The limits allow for 2 domains judged together "
     "(Holm).",
     "Les deux domaines ont changé de façon fiable : le cœur (plus de variabilité) et le cerveau "
     "(relativement plus d’activité droite). Pour le cœur, dans le sens rapporté pour des nourrissons "
     "après le traitement de leur mère ; un seul nourrisson ne permet pas d’en établir la cause. Pour le "
     "cerveau, à l’opposé du sens rapporté pour des nourrissons après le traitement de leur mère ; un seul "
     "nourrisson ne permet pas d’en établir la cause. Les limites tiennent compte de 2 domaines évalués "
     "ensemble (Holm).",
     "Moved reliably toward the right", "Déplacement fiable vers la droite",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity) moved toward "
     "the right reliably from baseline to follow-up: by more than untreated infants of this age change in "
     "this time. Change −1.20 (95 % CI −1.43 to −0.97); it would stand out only below −0.31 or above +0.61 "
     "(against 10 comparison infants: Hamilton girls, at rest). A change of the studies' average, +0.18, "
     "would not stand out in one infant. Left the comparison range (percentile at baseline: 82 (58 to 96); "
     "at follow-up: 1 (0 to 9)).",
     "Asymétrie frontale alpha (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : "
     "déplacement fiable vers la droite (visite initiale → visite de suivi), plus que chez des nourrissons "
     "non traités de cet âge sur la même période. Changement −1,20 (IC à 95 % de −1,43 à −0,97) ; il ne se "
     "distinguerait qu’en dessous de −0,31 ou au-dessus de +0,61 (par rapport à 10 nourrissons de "
     "comparaison : Hamilton girls, at rest). Un changement égal à la moyenne des études, +0,18, ne se "
     "distinguerait pas chez un seul nourrisson. Sortie de la plage de comparaison (percentile, visite "
     "initiale : 82 (de 58 à 96) ; visite de suivi : 1 (de 0 à 9))."},
    {"both as in the studies", 1, "reliable",
     "Both domains changed reliably: heart (more variability) and brain (relatively more left activity). "
     "In the direction reported for infants after their mothers' treatment; one infant cannot show what "
     "caused it. The limits allow for 2 domains judged together (Holm).",
     "Les deux domaines ont changé de façon fiable : le cœur (plus de variabilité) et le cerveau "
     "(relativement plus d’activité gauche). Dans le sens rapporté pour des nourrissons après le "
     "traitement de leur mère ; un seul nourrisson ne permet pas d’en établir la cause. Les limites "
     "tiennent compte de 2 domaines évalués ensemble (Holm).",
     "Moved reliably toward the left", "Déplacement fiable vers la gauche",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity) moved toward "
     "the left reliably from baseline to follow-up: by more than untreated infants of this age change in "
     "this time. Change +1.40 (95 % CI +1.17 to +1.63); it would stand out only below −0.31 or above +0.61 "
     "(against 10 comparison infants: Hamilton girls, at rest). A change of the studies' average, +0.18, "
     "would not stand out in one infant. Left the comparison range (percentile at baseline: 27 (9 to 52); "
     "at follow-up: 99 (91 to 100)).",
     "Asymétrie frontale alpha (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : "
     "déplacement fiable vers la gauche (visite initiale → visite de suivi), plus que chez des nourrissons "
     "non traités de cet âge sur la même période. Changement +1,40 (IC à 95 % de +1,17 à +1,63) ; il ne se "
     "distinguerait qu’en dessous de −0,31 ou au-dessus de +0,61 (par rapport à 10 nourrissons de "
     "comparaison : Hamilton girls, at rest). Un changement égal à la moyenne des études, +0,18, ne se "
     "distinguerait pas chez un seul nourrisson. Sortie de la plage de comparaison (percentile, visite "
     "initiale : 27 (de 9 à 52) ; visite de suivi : 99 (de 91 à 100))."},
    {"one of two, the other within", 1, "not_reliable",
     "One of two domains changed reliably: heart (more variability). In the direction reported for infants "
     "after their mothers' treatment; one infant cannot show what caused it. For brain: no reliable "
     "change. The limits allow for 2 domains judged together (Holm).",
     "Un domaine sur deux a changé de façon fiable : le cœur (plus de variabilité). Dans le sens rapporté "
     "pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne permet pas d’en "
     "établir la cause. Pour le cerveau : pas de changement fiable. Les limites tiennent compte de 2 "
     "domaines évalués ensemble (Holm).",
     "No reliable change", "Pas de changement fiable",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity): no difference "
     "found between the recordings of baseline and follow-up. Change +0.20 (95 % CI −0.03 to +0.43); it "
     "would stand out only below −0.31 or above +0.61 (against 10 comparison infants: Hamilton girls, at "
     "rest). A change of the studies' average, +0.18, would not stand out in one infant. Within the "
     "comparison range at both visits (percentile at baseline: 50 (27 to 73); at follow-up: 55 (31 to 77)).",
     "Asymétrie frontale alpha (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : aucune "
     "différence décelée entre les enregistrements (visite initiale → visite de suivi). Changement +0,20 "
     "(IC à 95 % de −0,03 à +0,43) ; il ne se distinguerait qu’en dessous de −0,31 ou au-dessus de +0,61 "
     "(par rapport à 10 nourrissons de comparaison : Hamilton girls, at rest). Un changement égal à la "
     "moyenne des études, +0,18, ne se distinguerait pas chez un seul nourrisson. Dans la plage de "
     "comparaison aux deux visites (percentile, visite initiale : 50 (de 27 à 73) ; visite de suivi : 55 "
     "(de 31 à 77))."},
    {"ratings with nobody to compare with", 2, "cannot_judge",
     "Whether this infant changed cannot be judged: there are no comparison infants and no known retest "
     "reliability. For heart: no difference found between the recordings. For brain and rated temperament: "
     "cannot be judged.",
     "Impossible de juger si ce nourrisson a changé : il n’y a ni nourrissons de comparaison ni fidélité "
     "test-retest connue. Pour le cœur : aucune différence décelée entre les enregistrements. Pour le "
     "cerveau et le tempérament évalué : non évaluable.",
     "Cannot be judged", "Non évaluable",
     "Orienting/regulatory capacity (ORC), mother went from 4.10 at baseline to 4.90 at follow-up; whether "
     "the infant changed cannot be judged: there are no comparison infants and no known retest reliability.",
     "Capacité d’orientation/régulation (ORC), mère : 4,10 (visite initiale) puis 4,90 (visite de suivi) ; "
     "impossible de juger si le nourrisson a changé : il n’y a ni nourrissons de comparaison ni fidélité "
     "test-retest connue."},
    {"raters disagree", 2, "not_reliable",
     "Neither of two domains that could be judged (heart and rated temperament) showed a reliable change. "
     "For brain: cannot be judged. The limits allow for 2 domains judged together (Holm).",
     "Aucun des deux domaines évaluables (le cœur et le tempérament évalué) ne montre de changement "
     "fiable. Pour le cerveau : non évaluable. Les limites tiennent compte de 2 domaines évalués ensemble "
     "(Holm).",
     "No reliable change", "Pas de changement fiable",
     "Orienting/regulatory capacity (ORC), mother went from 4.10 at baseline to 4.50 at follow-up, by no "
     "more than untreated infants of this age change in this time. Mother and partner disagree: +0.40 as "
     "the mother rates, −0.30 as the partner does. Change +0.40 points; it would stand out only below "
     "−0.39 or above +0.69 (against 10 comparison infants: Hamilton girls, at rest). A change of the "
     "studies' average, +0.09 points, would not stand out in one infant. Within the comparison range at "
     "both visits (percentile at baseline: 62 (38 to 83); at follow-up: 79 (56 to 95)).",
     "Capacité d’orientation/régulation (ORC), mère : 4,10 (visite initiale) puis 4,50 (visite de suivi), "
     "pas plus que chez des nourrissons non traités de cet âge sur la même période. Mère et partenaire ne "
     "concordent pas : +0,40 selon la mère, −0,30 selon le partenaire. Changement +0,40 points ; il ne se "
     "distinguerait qu’en dessous de −0,39 ou au-dessus de +0,69 (par rapport à 10 nourrissons de "
     "comparaison : Hamilton girls, at rest). Un changement égal à la moyenne des études, +0,09 points, ne "
     "se distinguerait pas chez un seul nourrisson. Dans la plage de comparaison aux deux visites "
     "(percentile, visite initiale : 62 (de 38 à 83) ; visite de suivi : 79 (de 56 à 95))."},
    {"a retest that was entered", 2, "reliable",
     "The one domain that could be judged changed reliably: rated temperament (more regulation). In the "
     "direction reported for infants after their mothers' treatment; one infant cannot show what caused "
     "it. For heart: no difference found between the recordings. For brain: cannot be judged.",
     "Le seul domaine évaluable a changé de façon fiable : le tempérament évalué (plus de régulation). "
     "Dans le sens rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne "
     "permet pas d’en établir la cause. Pour le cœur : aucune différence décelée entre les "
     "enregistrements. Pour le cerveau : non évaluable.",
     "Rose reliably", "Augmentation fiable",
     "Orienting/regulatory capacity (ORC), mother rose reliably from baseline to follow-up: by more than "
     "this measure's retest error; growing up over this time is not allowed for. Change +2.80 points; it "
     "would stand out only below −0.88 or above +0.88 (SD 0.60, retest r 0.72; r: our own retest, 2025).",
     "Capacité d’orientation/régulation (ORC), mère : augmentation fiable (visite initiale → visite de "
     "suivi), plus que l’erreur test-retest de cette mesure ; le développement pendant cet intervalle "
     "n’est pas pris en compte. Changement +2,80 points ; il ne se distinguerait qu’en dessous de −0,88 ou "
     "au-dessus de +0,88 (ET 0,60, r test-retest 0,72 ; r : our own retest, 2025)."},
    {"score entered once", 2, "cannot_judge",
     "Whether this infant changed cannot be judged: there are no comparison infants and no known retest "
     "reliability. For heart: no difference found between the recordings. For brain and rated temperament: "
     "cannot be judged.",
     "Impossible de juger si ce nourrisson a changé : il n’y a ni nourrissons de comparaison ni fidélité "
     "test-retest connue. Pour le cœur : aucune différence décelée entre les enregistrements. Pour le "
     "cerveau et le tempérament évalué : non évaluable.",
     "Cannot be judged", "Non évaluable",
     "Orienting/regulatory capacity (ORC), mother cannot be compared from baseline to follow-up: "
     "follow-up: no score was entered.",
     "Capacité d’orientation/régulation (ORC), mère : comparaison impossible (visite initiale → visite de "
     "suivi) : visite de suivi : aucun score n’a été saisi."},
    {"breathing outside the band", 0, "not_comparable",
     "Whether this infant changed cannot be judged. For brain: cannot be judged. For heart: visits not "
     "comparable.",
     "Impossible de juger si ce nourrisson a changé. Pour le cerveau : non évaluable. Pour le cœur : "
     "visites non comparables.",
     "Not comparable", "Non comparables",
     "Respiratory sinus arrhythmia at rest: the visits are not comparable, so a difference would say "
     "nothing of the infant: follow-up: the infant breathes at 1.15 Hz, outside the band of 0.3 to 1 Hz.",
     "Arythmie sinusale respiratoire au repos : les visites ne sont pas comparables, une différence ne "
     "dirait donc rien du nourrisson : visite de suivi : the infant breathes at 1.15 Hz, outside the band "
     "of 0.3 to 1 Hz."},
    {"another reference", 1, "not_comparable",
     "The one domain that could be judged (heart) showed no reliable change. For brain: visits not "
     "comparable. The limits allow for 2 domains judged together (Holm).",
     "Le seul domaine évaluable (le cœur) ne montre pas de changement fiable. Pour le cerveau : visites "
     "non comparables. Les limites tiennent compte de 2 domaines évalués ensemble (Holm).",
     "Not comparable", "Non comparables",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity): the visits "
     "are not comparable, so a difference would say nothing of the infant: recorded against A1 at baseline "
     "and against Cz at follow-up; choose a common reference in the settings.",
     "Asymétrie frontale alpha (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : les "
     "visites ne sont pas comparables, une différence ne dirait donc rien du nourrisson : enregistrements "
     "référencés à A1 (visite initiale) et à Cz (visite de suivi) ; choisissez une référence commune dans "
     "les réglages."},
    {"other phases", 1, "not_comparable",
     "The one domain that could be judged (heart) showed no reliable change. For brain: visits not "
     "comparable. The limits allow for 2 domains judged together (Holm).",
     "Le seul domaine évaluable (le cœur) ne montre pas de changement fiable. Pour le cerveau : visites "
     "non comparables. Les limites tiennent compte de 2 domaines évalués ensemble (Holm).",
     "Not comparable", "Non comparables",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity): the visits "
     "are not comparable, so a difference would say nothing of the infant: the recordings of baseline and "
     "follow-up hold different parts of the procedure.",
     "Asymétrie frontale alpha (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : les "
     "visites ne sont pas comparables, une différence ne dirait donc rien du nourrisson : les "
     "enregistrements (visite initiale, visite de suivi) contiennent des parties différentes du protocole."},
    {"too short", 0, "too_little",
     "Whether this infant changed cannot be judged. For brain: cannot be judged. For heart: too little "
     "data.",
     "Impossible de juger si ce nourrisson a changé. Pour le cerveau : non évaluable. Pour le cœur : "
     "données insuffisantes.",
     "Too little data", "Données insuffisantes",
     "Respiratory sinus arrhythmia over the whole recording: too little to tell. follow-up: not enough to "
     "say: 1 usable epoch, 2 are needed.",
     "Arythmie sinusale respiratoire sur tout l’enregistrement : données insuffisantes pour conclure. "
     "visite de suivi : données insuffisantes pour conclure : 1 époque utilisable, 2 sont nécessaires."},
    {"one file twice", 1, "cannot_judge",
     "Whether this infant changed cannot be judged: both visits are the same file.",
     "Impossible de juger si ce nourrisson a changé : les deux visites sont le même fichier.",
     "Cannot be judged", "Non évaluable",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity) cannot be "
     "compared from baseline to follow-up: both visits are the same file.",
     "Asymétrie frontale alpha (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : "
     "comparaison impossible (visite initiale → visite de suivi) : les deux visites sont le même fichier."},
    {"few epochs", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (more variability). In the direction "
     "reported for infants after their mothers' treatment; one infant cannot show what caused it. For "
     "brain: cannot be judged. The data of heart are of low certainty.",
     "Le seul domaine évaluable a changé de façon fiable : le cœur (plus de variabilité). Dans le sens "
     "rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne permet pas "
     "d’en établir la cause. Pour le cerveau : non évaluable. Les données ne permettent qu’une certitude "
     "faible pour le cœur.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: by more than "
     "untreated infants of this age change in this time. Change +1.40 ln ms² (95 % CI +0.98 to +1.82); it "
     "would stand out only below −0.31 or above +0.61 (against 10 comparison infants: Hamilton girls, at "
     "rest). A change of the studies' average, +0.17 ln ms², would not stand out in one infant. Left the "
     "comparison range (percentile at baseline: 50 (27 to 73); at follow-up: above the 99th (95 to 100)). "
     "Certainty is low: baseline: 3 epochs of 30 s; 4 are recommended. follow-up: 3 epochs of 30 s; 4 are "
     "recommended.",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), "
     "plus que chez des nourrissons non traités de cet âge sur la même période. Changement +1,40 ln ms² "
     "(IC à 95 % de +0,98 à +1,82) ; il ne se distinguerait qu’en dessous de −0,31 ou au-dessus de +0,61 "
     "(par rapport à 10 nourrissons de comparaison : Hamilton girls, at rest). Un changement égal à la "
     "moyenne des études, +0,17 ln ms², ne se distinguerait pas chez un seul nourrisson. Sortie de la "
     "plage de comparaison (percentile, visite initiale : 50 (de 27 à 73) ; visite de suivi : au-dessus du "
     "99e (de 95 à 100)). Certitude faible : visite initiale : 3 époques de 30 s ; 4 sont recommandées. "
     "visite de suivi : 3 époques de 30 s ; 4 sont recommandées."},
    {"no age entered", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (more variability). In the direction "
     "reported for infants after their mothers' treatment; one infant cannot show what caused it. For "
     "brain: cannot be judged.",
     "Le seul domaine évaluable a changé de façon fiable : le cœur (plus de variabilité). Dans le sens "
     "rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne permet pas "
     "d’en établir la cause. Pour le cerveau : non évaluable.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: by more than "
     "untreated infants change in this time (age not taken into account). Change +1.40 ln ms² (95 % CI "
     "+0.98 to +1.82); it would stand out only below −0.31 or above +0.61 (against 10 comparison infants: "
     "Hamilton girls, at rest).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), "
     "plus que chez des nourrissons non traités sur la même période (âge non pris en compte). Changement "
     "+1,40 ln ms² (IC à 95 % de +0,98 à +1,82) ; il ne se distinguerait qu’en dessous de −0,31 ou "
     "au-dessus de +0,61 (par rapport à 10 nourrissons de comparaison : Hamilton girls, at rest)."},
    {"visits of the user's own names", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (more variability). In the direction "
     "reported for infants after their mothers' treatment; one infant cannot show what caused it. For "
     "brain: cannot be judged.",
     "Le seul domaine évaluable a changé de façon fiable : le cœur (plus de variabilité). Dans le sens "
     "rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne permet pas "
     "d’en établir la cause. Pour le cerveau : non évaluable.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from before, at rest to after <b>CBT</b>: by more "
     "than untreated infants of this age change in this time. Change +1.40 ln ms² (95 % CI +0.98 to "
     "+1.82); it would stand out only below −0.31 or above +0.61 (against 10 comparison infants: Hamilton "
     "girls, at rest). A change of the studies' average, +0.17 ln ms², would not stand out in one infant. "
     "Left the comparison range (percentile at before, at rest: 50 (27 to 73); at after <b>CBT</b>: above "
     "the 99th (95 to 100)).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (before, at rest → after <b>CBT</b>), "
     "plus que chez des nourrissons non traités de cet âge sur la même période. Changement +1,40 ln ms² "
     "(IC à 95 % de +0,98 à +1,82) ; il ne se distinguerait qu’en dessous de −0,31 ou au-dessus de +0,61 "
     "(par rapport à 10 nourrissons de comparaison : Hamilton girls, at rest). Un changement égal à la "
     "moyenne des études, +0,17 ln ms², ne se distinguerait pas chez un seul nourrisson. Sortie de la "
     "plage de comparaison (percentile, before, at rest : 50 (de 27 à 73) ; after <b>CBT</b> : au-dessus "
     "du 99e (de 95 à 100))."},
    {"crying at the second visit", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (less variability). Against the "
     "direction reported for infants after their mothers' treatment; one infant cannot show what caused "
     "it. For brain: cannot be judged.",
     "Le seul domaine évaluable a changé de façon fiable : le cœur (moins de variabilité). À l’opposé du "
     "sens rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne permet "
     "pas d’en établir la cause. Pour le cerveau : non évaluable.",
     "Fell reliably", "Diminution fiable",
     "Respiratory sinus arrhythmia at rest fell reliably from baseline to follow-up: by more than "
     "untreated infants of this age change in this time. Change −1.10 ln ms² (95 % CI −1.52 to −0.68); it "
     "would stand out only below −0.31 or above +0.61 (against 10 comparison infants: Hamilton girls, at "
     "rest). A change of the studies' average, +0.17 ln ms², would not stand out in one infant. Heart rate "
     "140 to 150 a minute. At follow-up, 10 s are marked as crying and left out. At follow-up the heart "
     "rate was 25 a minute or more above this infant's own (140) for 2 min, as it is in crying. Left the "
     "comparison range (percentile at baseline: 73 (48 to 91); at follow-up: 1 (0 to 9)).",
     "Arythmie sinusale respiratoire au repos : diminution fiable (visite initiale → visite de suivi), "
     "plus que chez des nourrissons non traités de cet âge sur la même période. Changement −1,10 ln ms² "
     "(IC à 95 % de −1,52 à −0,68) ; il ne se distinguerait qu’en dessous de −0,31 ou au-dessus de +0,61 "
     "(par rapport à 10 nourrissons de comparaison : Hamilton girls, at rest). Un changement égal à la "
     "moyenne des études, +0,17 ln ms², ne se distinguerait pas chez un seul nourrisson. Fréquence "
     "cardiaque de 140 à 150 par minute. Pleurs marqués (visite de suivi) : 10 s, écartés de l’analyse. "
     "Pendant 2 min (visite de suivi), la fréquence cardiaque dépassait d’au moins 25 par minute celle de "
     "ce nourrisson (140), comme lors de pleurs. Sortie de la plage de comparaison (percentile, visite "
     "initiale : 73 (de 48 à 91) ; visite de suivi : 1 (de 0 à 9))."},
    {"three visits", 0, "no_difference_found",
     "At follow-up: The one domain that could be judged changed reliably: heart (more variability). In the "
     "direction reported for infants after their mothers' treatment; one infant cannot show what caused "
     "it. For brain: cannot be judged. At visit 3: Whether this infant changed cannot be judged. For "
     "heart: no difference found between the recordings. For brain: cannot be judged.",
     "visite de suivi : Le seul domaine évaluable a changé de façon fiable : le cœur (plus de "
     "variabilité). Dans le sens rapporté pour des nourrissons après le traitement de leur mère ; un seul "
     "nourrisson ne permet pas d’en établir la cause. Pour le cerveau : non évaluable. visite 3 : "
     "Impossible de juger si ce nourrisson a changé. Pour le cœur : aucune différence décelée entre les "
     "enregistrements. Pour le cerveau : non évaluable.",
     "No difference found", "Aucune différence décelée",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: by more than "
     "untreated infants of this age change in this time. Change +1.40 ln ms² (95 % CI +0.98 to +1.82); it "
     "would stand out only below −0.31 or above +0.61 (against 10 comparison infants: Hamilton girls, at "
     "rest). A change of the studies' average, +0.17 ln ms², would not stand out in one infant. Left the "
     "comparison range (percentile at baseline: 50 (27 to 73); at follow-up: above the 99th (95 to 100)). "
     "Respiratory sinus arrhythmia at rest: the recordings of follow-up and visit 3 differ by more than "
     "their own error; whether the infant changed cannot be judged: no comparison infant of this infant's "
     "age has this measure both at follow-up and at visit 3; at least 5 are needed. Change −1.30 ln ms² "
     "(95 % CI −1.72 to −0.88). Respiratory sinus arrhythmia at rest: no difference found between the "
     "recordings of baseline and visit 3; one of up to ±0.52 could have been missed. Change +0.10 ln ms² "
     "(95 % CI −0.32 to +0.52).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), "
     "plus que chez des nourrissons non traités de cet âge sur la même période. Changement +1,40 ln ms² "
     "(IC à 95 % de +0,98 à +1,82) ; il ne se distinguerait qu’en dessous de −0,31 ou au-dessus de +0,61 "
     "(par rapport à 10 nourrissons de comparaison : Hamilton girls, at rest). Un changement égal à la "
     "moyenne des études, +0,17 ln ms², ne se distinguerait pas chez un seul nourrisson. Sortie de la "
     "plage de comparaison (percentile, visite initiale : 50 (de 27 à 73) ; visite de suivi : au-dessus du "
     "99e (de 95 à 100)). Arythmie sinusale respiratoire au repos : les enregistrements (visite de suivi, "
     "visite 3) diffèrent au-delà de leur propre erreur ; impossible de juger si le nourrisson a changé : "
     "aucun nourrisson de comparaison d’âge correspondant n’a cette mesure aux deux visites (visite de "
     "suivi, visite 3) ; il en faut au moins 5. Changement −1,30 ln ms² (IC à 95 % de −1,72 à −0,88). "
     "Arythmie sinusale respiratoire au repos : aucune différence décelée entre les enregistrements "
     "(visite initiale → visite 3) ; une différence allant jusqu’à ±0,52 a pu passer inaperçue. Changement "
     "+0,10 ln ms² (IC à 95 % de −0,32 à +0,52)."},
    {"one visit", 0, "cannot_judge", "", "", "One visit only", "Une seule visite",
     "Respiratory sinus arrhythmia at rest was 3.00; a second visit is needed to speak of change.",
     "Arythmie sinusale respiratoire au repos : 3,00 ; il faut une seconde visite pour parler de "
     "changement."},
};

}  // namespace attune::test
