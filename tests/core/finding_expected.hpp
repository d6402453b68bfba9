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
     "The one domain that could be judged changed reliably: heart (more variability). In the direction reported for "
     "infants after their mothers' treatment; one infant cannot show what caused it. For brain: cannot be judged.",
     "Le seul domaine évaluable a changé de façon fiable : le cœur (plus de variabilité). Dans le sens "
     "rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne peut pas en montrer "
     "la cause. Pour le cerveau : non évaluable.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: more than untreated infants of "
     "this age change in this time. Change +1.40 ln ms² (95 % CI +0.98 to +1.82); it would stand out past −0.31 or "
     "+0.61 (beside 10 comparison infants (Hamilton girls, at rest)). The studies' average change, +0.17 ln ms², "
     "lies within these limits: one infant cannot show it. Moved away from the comparison range, now outside it "
     "(percentile 50 (27 to 73) at baseline, above the 99th (95 to 100) at follow-up).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), plus que "
     "ne changent dans ce temps des nourrissons non traités de cet âge. Changement +1,40 ln ms² (IC à 95 % de "
     "+0,98 à +1,82) ; il se distinguerait au-delà de −0,31 ou +0,61 (à côté de 10 nourrissons de "
     "comparaison (Hamilton girls, at rest)). Le changement moyen des études, +0,17 ln ms², se trouve dans ces "
     "limites : un seul nourrisson ne peut pas le montrer. Éloignement de la plage de comparaison, désormais en "
     "dehors (percentile 50 (de 27 à 73), visite initiale, puis au-dessus du 99e (de 95 à 100), visite de suivi)."},
    {"fallen reliably", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (less variability). Against the direction reported "
     "for infants after their mothers' treatment. For brain: cannot be judged.",
     "Le seul domaine évaluable a changé de façon fiable : le cœur (moins de variabilité). À l’opposé du "
     "sens rapporté pour des nourrissons après le traitement de leur mère. Pour le cerveau : non évaluable.",
     "Fell reliably", "Diminution fiable",
     "Respiratory sinus arrhythmia at rest fell reliably from baseline to follow-up: more than untreated infants of "
     "this age change in this time. Change −1.10 ln ms² (95 % CI −1.52 to −0.68); it would stand out past "
     "−0.31 or +0.61 (beside 10 comparison infants (Hamilton girls, at rest)). The studies' average change, +0.17 "
     "ln ms², lies within these limits: one infant cannot show it. Moved away from the comparison range, now outside "
     "it (percentile 73 (48 to 91) at baseline, 1 (0 to 9) at follow-up).",
     "Arythmie sinusale respiratoire au repos : diminution fiable (visite initiale → visite de suivi), plus que "
     "ne changent dans ce temps des nourrissons non traités de cet âge. Changement −1,10 ln ms² (IC à 95 % de "
     "−1,52 à −0,68) ; il se distinguerait au-delà de −0,31 ou +0,61 (à côté de 10 nourrissons de "
     "comparaison (Hamilton girls, at rest)). Le changement moyen des études, +0,17 ln ms², se trouve dans ces "
     "limites : un seul nourrisson ne peut pas le montrer. Éloignement de la plage de comparaison, désormais en "
     "dehors (percentile 73 (de 48 à 91), visite initiale, puis 1 (de 0 à 9), visite de suivi)."},
    {"differs, but infants change that much", 0, "not_reliable",
     "The one domain that could be judged did not change reliably. For heart the recordings differ by more than their "
     "own error, but by no more than untreated infants change. For brain: cannot be judged.",
     "Le seul domaine évaluable n’a pas changé de façon fiable. Pour le cœur, les enregistrements diffèrent "
     "au-delà de leur propre erreur, mais pas plus que ne changent des nourrissons non traités. Pour le cerveau : "
     "non évaluable.",
     "No reliable change", "Pas de changement fiable",
     "Respiratory sinus arrhythmia at rest: the recordings of baseline and follow-up differ by more than their own "
     "error, but by no more than untreated infants of this age change in this time. Change +0.55 ln ms² (95 % CI "
     "+0.13 to +0.97); it would stand out past −0.31 or +0.61 (beside 10 comparison infants (Hamilton girls, at "
     "rest)). The studies' average change, +0.17 ln ms², lies within these limits: one infant cannot show it. Within "
     "the comparison range at both visits (percentile 50 (27 to 73) at baseline, 82 (59 to 96) at follow-up).",
     "Arythmie sinusale respiratoire au repos : les enregistrements (visite initiale, visite de suivi) diffèrent "
     "au-delà de leur propre erreur, mais pas plus que ne changent dans ce temps des nourrissons non traités de cet "
     "âge. Changement +0,55 ln ms² (IC à 95 % de +0,13 à +0,97) ; il se distinguerait au-delà de −0,31 ou "
     "+0,61 (à côté de 10 nourrissons de comparaison (Hamilton girls, at rest)). Le changement moyen des études, "
     "+0,17 ln ms², se trouve dans ces limites : un seul nourrisson ne peut pas le montrer. Dans la plage de "
     "comparaison aux deux visites (percentile 50 (de 27 à 73), visite initiale, puis 82 (de 59 à 96), visite de "
     "suivi)."},
    {"no difference among infants", 0, "not_reliable",
     "The one domain that could be judged did not change reliably. For brain: cannot be judged.",
     "Le seul domaine évaluable n’a pas changé de façon fiable. Pour le cerveau : non évaluable.",
     "No reliable change", "Pas de changement fiable",
     "Respiratory sinus arrhythmia at rest: no difference found between baseline and follow-up. Change +0.10 ln ms² "
     "(95 % CI −0.32 to +0.52); it would stand out past −0.31 or +0.61 (beside 10 comparison infants (Hamilton "
     "girls, at rest)). The studies' average change, +0.17 ln ms², lies within these limits: one infant cannot show "
     "it. Within the comparison range at both visits (percentile 50 (27 to 73) at baseline, 45 (23 to 69) at "
     "follow-up).",
     "Arythmie sinusale respiratoire au repos : aucune différence décelée entre visite initiale et visite de "
     "suivi. Changement +0,10 ln ms² (IC à 95 % de −0,32 à +0,52) ; il se distinguerait au-delà de −0,31 "
     "ou +0,61 (à côté de 10 nourrissons de comparaison (Hamilton girls, at rest)). Le changement moyen des "
     "études, +0,17 ln ms², se trouve dans ces limites : un seul nourrisson ne peut pas le montrer. Dans la plage "
     "de comparaison aux deux visites (percentile 50 (de 27 à 73), visite initiale, puis 45 (de 23 à 69), visite de "
     "suivi)."},
    {"rose, but less than infants do", 0, "not_reliable",
     "The one domain that could be judged did not change reliably. For brain: cannot be judged.",
     "Le seul domaine évaluable n’a pas changé de façon fiable. Pour le cerveau : non évaluable.",
     "No reliable change", "Pas de changement fiable",
     "Respiratory sinus arrhythmia at rest: no difference found between baseline and follow-up. Change +0.02 ln ms² "
     "(95 % CI −0.40 to +0.44); it would stand out past +0.01 or +0.29 (beside 10 comparison infants). The studies' "
     "average change, +0.17 ln ms², lies within these limits: one infant cannot show it. Within the comparison range "
     "at both visits (percentile 50 (27 to 73) at baseline, 38 (17 to 62) at follow-up).",
     "Arythmie sinusale respiratoire au repos : aucune différence décelée entre visite initiale et visite de "
     "suivi. Changement +0,02 ln ms² (IC à 95 % de −0,40 à +0,44) ; il se distinguerait au-delà de +0,01 ou "
     "+0,29 (à côté de 10 nourrissons de comparaison). Le changement moyen des études, +0,17 ln ms², se trouve "
     "dans ces limites : un seul nourrisson ne peut pas le montrer. Dans la plage de comparaison aux deux visites "
     "(percentile 50 (de 27 à 73), visite initiale, puis 38 (de 17 à 62), visite de suivi)."},
    {"extreme baseline", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (more variability). In the direction reported for "
     "infants after their mothers' treatment; one infant cannot show what caused it. For brain: cannot be judged.",
     "Le seul domaine évaluable a changé de façon fiable : le cœur (plus de variabilité). Dans le sens "
     "rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne peut pas en montrer "
     "la cause. Pour le cerveau : non évaluable.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: more than untreated infants of "
     "this age who start like this one change in this time. Change +0.80 ln ms² (95 % CI +0.38 to +1.22); it would "
     "stand out past −0.62 or +0.72 (for a baseline like this one, beside 10 comparison infants (Hamilton girls, at "
     "rest)). The studies' average change, +0.17 ln ms², lies within these limits: one infant cannot show it. Moved "
     "toward the comparison range and is now within it (percentile below the 1st (0 to 7) at baseline, 28 (9 to 52) "
     "at follow-up).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), plus que "
     "ne changent dans ce temps des nourrissons non traités de cet âge qui partent du même niveau. Changement "
     "+0,80 ln ms² (IC à 95 % de +0,38 à +1,22) ; il se distinguerait au-delà de −0,62 ou +0,72 (pour un "
     "niveau initial comme celui-ci, à côté de 10 nourrissons de comparaison (Hamilton girls, at rest)). Le "
     "changement moyen des études, +0,17 ln ms², se trouve dans ces limites : un seul nourrisson ne peut pas le "
     "montrer. Rapprochement de la plage de comparaison, désormais atteinte (percentile sous le 1er (de 0 à 7), "
     "visite initiale, puis 28 (de 9 à 52), visite de suivi)."},
    {"five infants", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (more variability). In the direction reported for "
     "infants after their mothers' treatment; one infant cannot show what caused it. For brain: cannot be judged.",
     "Le seul domaine évaluable a changé de façon fiable : le cœur (plus de variabilité). Dans le sens "
     "rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne peut pas en montrer "
     "la cause. Pour le cerveau : non évaluable.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: more than untreated infants of "
     "this age who start like this one change in this time. Change +1.40 ln ms² (95 % CI +0.98 to +1.82); it would "
     "stand out past −0.57 or +1.18 (for a baseline like this one, beside 5 comparison infants). The studies' "
     "average change, +0.09 ln ms², lies within these limits: one infant cannot show it. Moved away from the "
     "comparison range, now outside it (percentile 89 (57 to 100) at baseline, above the 99th (94 to 100) at "
     "follow-up).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), plus que "
     "ne changent dans ce temps des nourrissons non traités de cet âge qui partent du même niveau. Changement "
     "+1,40 ln ms² (IC à 95 % de +0,98 à +1,82) ; il se distinguerait au-delà de −0,57 ou +1,18 (pour un "
     "niveau initial comme celui-ci, à côté de 5 nourrissons de comparaison). Le changement moyen des études, "
     "+0,09 ln ms², se trouve dans ces limites : un seul nourrisson ne peut pas le montrer. Éloignement de la "
     "plage de comparaison, désormais en dehors (percentile 89 (de 57 à 100), visite initiale, puis au-dessus du "
     "99e (de 94 à 100), visite de suivi)."},
    {"four infants", 0, "recordings_differ",
     "Whether this infant changed cannot be judged. For heart: the recordings differ by more than their own error. "
     "For brain: cannot be judged.",
     "Impossible de juger si ce nourrisson a changé. Pour le cœur : les enregistrements diffèrent au-delà de "
     "leur propre erreur. Pour le cerveau : non évaluable.",
     "Recordings differ", "Enregistrements différents",
     "Respiratory sinus arrhythmia at rest: the recordings of baseline and follow-up differ by more than their own "
     "error; whether the infant changed cannot be judged: 4 comparison infants seen twice, at least 5 are needed. "
     "Change +1.40 ln ms² (95 % CI +0.98 to +1.82).",
     "Arythmie sinusale respiratoire au repos : les enregistrements (visite initiale, visite de suivi) diffèrent "
     "au-delà de leur propre erreur ; impossible de juger si le nourrisson a changé : 4 nourrissons de "
     "comparaison vu deux fois, il en faut au moins 5. Changement +1,40 ln ms² (IC à 95 % de +0,98 à +1,82)."},
    {"infants seen again after six months", 0, "recordings_differ",
     "Whether this infant changed cannot be judged. For heart: the recordings differ by more than their own error. "
     "For brain: cannot be judged.",
     "Impossible de juger si ce nourrisson a changé. Pour le cœur : les enregistrements diffèrent au-delà de "
     "leur propre erreur. Pour le cerveau : non évaluable.",
     "Recordings differ", "Enregistrements différents",
     "Respiratory sinus arrhythmia at rest: the recordings of baseline and follow-up differ by more than their own "
     "error; whether the infant changed cannot be judged: no comparison over this interval: 10 comparison infants "
     "were seen again after another time, 0 after a like one. Change +1.40 ln ms² (95 % CI +0.98 to +1.82).",
     "Arythmie sinusale respiratoire au repos : les enregistrements (visite initiale, visite de suivi) diffèrent "
     "au-delà de leur propre erreur ; impossible de juger si le nourrisson a changé : pas de comparaison sur "
     "cet intervalle : 10 nourrissons de comparaison ont été revus après un autre délai, 0 après un délai "
     "semblable. Changement +1,40 ln ms² (IC à 95 % de +0,98 à +1,82)."},
    {"a table without ages", 0, "recordings_differ",
     "Whether this infant changed cannot be judged. For heart: the recordings differ by more than their own error. "
     "For brain: cannot be judged.",
     "Impossible de juger si ce nourrisson a changé. Pour le cœur : les enregistrements diffèrent au-delà de "
     "leur propre erreur. Pour le cerveau : non évaluable.",
     "Recordings differ", "Enregistrements différents",
     "Respiratory sinus arrhythmia at rest: the recordings of baseline and follow-up differ by more than their own "
     "error; whether the infant changed cannot be judged: no comparison infant seen twice, at least 5 are needed. "
     "Change +1.40 ln ms² (95 % CI +0.98 to +1.82).",
     "Arythmie sinusale respiratoire au repos : les enregistrements (visite initiale, visite de suivi) diffèrent "
     "au-delà de leur propre erreur ; impossible de juger si le nourrisson a changé : aucun nourrisson de "
     "comparaison vu deux fois, il en faut au moins 5. Changement +1,40 ln ms² (IC à 95 % de +0,98 à +1,82)."},
    {"nobody to compare with, recordings differ", 0, "recordings_differ",
     "Whether this infant changed cannot be judged: there are no comparison infants and no known retest. For heart: "
     "the recordings differ by more than their own error. For brain: cannot be judged.",
     "Impossible de juger si ce nourrisson a changé : il n’y a ni nourrissons de comparaison ni fidélité "
     "connue. Pour le cœur : les enregistrements diffèrent au-delà de leur propre erreur. Pour le cerveau : "
     "non évaluable.",
     "Recordings differ", "Enregistrements différents",
     "Respiratory sinus arrhythmia at rest: the recordings of baseline and follow-up differ by more than their own "
     "error; whether the infant changed cannot be judged: there are no comparison infants and no known retest. Change "
     "+1.40 ln ms² (95 % CI +0.98 to +1.82).",
     "Arythmie sinusale respiratoire au repos : les enregistrements (visite initiale, visite de suivi) diffèrent "
     "au-delà de leur propre erreur ; impossible de juger si le nourrisson a changé : il n’y a ni nourrissons "
     "de comparaison ni fidélité connue. Changement +1,40 ln ms² (IC à 95 % de +0,98 à +1,82)."},
    {"nobody to compare with, no difference", 0, "no_difference_found",
     "Whether this infant changed cannot be judged: there are no comparison infants and no known retest. For heart: "
     "no difference found. For brain: cannot be judged.",
     "Impossible de juger si ce nourrisson a changé : il n’y a ni nourrissons de comparaison ni fidélité "
     "connue. Pour le cœur : aucune différence décelée. Pour le cerveau : non évaluable.",
     "No difference found", "Aucune différence décelée",
     "Respiratory sinus arrhythmia at rest: no difference found between baseline and follow-up; one of up to ±0.52 "
     "could have been missed. Change +0.10 ln ms² (95 % CI −0.32 to +0.52).",
     "Arythmie sinusale respiratoire au repos : aucune différence décelée entre visite initiale et visite de "
     "suivi ; une différence allant jusqu’à ±0,52 a pu passer inaperçue. Changement +0,10 ln ms² (IC à "
     "95 % de −0,32 à +0,52)."},
    {"the two forms of asymmetry disagree", 1, "depends_on_choice",
     "Whether this infant changed cannot be judged: there are no comparison infants and no known retest. For heart: "
     "no difference found. For brain: it depends on the choice of form.",
     "Impossible de juger si ce nourrisson a changé : il n’y a ni nourrissons de comparaison ni fidélité "
     "connue. Pour le cœur : aucune différence décelée. Pour le cerveau : cela dépend du choix de la forme.",
     "Depends on the choice of form", "Dépend du choix de la forme",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity): from baseline to "
     "follow-up the forms of this measure disagree, so that there is no verdict: absolute power +0.50 (+0.27 to "
     "+0.73), oscillatory part 0.00 (−0.34 to +0.34).",
     "Asymétrie frontale alpha (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : entre "
     "visite initiale et visite de suivi, les formes de cette mesure se contredisent, donc pas de verdict : "
     "puissance absolue +0,50 (de +0,27 à +0,73), partie oscillatoire 0,00 (de −0,34 à +0,34)."},
    {"heart up, brain to the right", 1, "reliable",
     "Two of two domains changed reliably: heart (more variability) and brain (relatively more right activity). For "
     "heart, in the direction reported for infants after their mothers' treatment; one infant cannot show what caused "
     "it. For brain, against the direction reported for infants after their mothers' treatment. Limits allow for 2 "
     "questions (Holm).",
     "Deux domaines sur deux ont changé de façon fiable : le cœur (plus de variabilité) et le cerveau "
     "(relativement plus d’activité droite). Pour le cœur, dans le sens rapporté pour des nourrissons après le "
     "traitement de leur mère ; un seul nourrisson ne peut pas en montrer la cause. Pour le cerveau, à "
     "l’opposé du sens rapporté pour des nourrissons après le traitement de leur mère. Les limites tiennent "
     "compte de 2 questions (Holm).",
     "Moved reliably toward the right", "Déplacement fiable vers la droite",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity) moved toward the right "
     "reliably from baseline to follow-up: more than untreated infants of this age change in this time. Change "
     "−1.20 (95 % CI −1.43 to −0.97); it would stand out past −0.31 or +0.61 (beside 10 comparison infants "
     "(Hamilton girls, at rest)). The studies' average change, +0.18, lies within these limits: one infant cannot "
     "show it. Moved away from the comparison range, now outside it (percentile 82 (58 to 96) at baseline, 1 (0 to 9) "
     "at follow-up).",
     "Asymétrie frontale alpha (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : "
     "déplacement fiable vers la droite (visite initiale → visite de suivi), plus que ne changent dans ce temps "
     "des nourrissons non traités de cet âge. Changement −1,20 (IC à 95 % de −1,43 à −0,97) ; il se "
     "distinguerait au-delà de −0,31 ou +0,61 (à côté de 10 nourrissons de comparaison (Hamilton girls, at "
     "rest)). Le changement moyen des études, +0,18, se trouve dans ces limites : un seul nourrisson ne peut pas "
     "le montrer. Éloignement de la plage de comparaison, désormais en dehors (percentile 82 (de 58 à 96), visite "
     "initiale, puis 1 (de 0 à 9), visite de suivi)."},
    {"both as in the studies", 1, "reliable",
     "Two of two domains changed reliably: heart (more variability) and brain (relatively more left activity). In the "
     "direction reported for infants after their mothers' treatment; one infant cannot show what caused it. Limits "
     "allow for 2 questions (Holm).",
     "Deux domaines sur deux ont changé de façon fiable : le cœur (plus de variabilité) et le cerveau "
     "(relativement plus d’activité gauche). Dans le sens rapporté pour des nourrissons après le traitement de "
     "leur mère ; un seul nourrisson ne peut pas en montrer la cause. Les limites tiennent compte de 2 questions "
     "(Holm).",
     "Moved reliably toward the left", "Déplacement fiable vers la gauche",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity) moved toward the left "
     "reliably from baseline to follow-up: more than untreated infants of this age change in this time. Change +1.40 "
     "(95 % CI +1.17 to +1.63); it would stand out past −0.31 or +0.61 (beside 10 comparison infants (Hamilton "
     "girls, at rest)). The studies' average change, +0.18, lies within these limits: one infant cannot show it. "
     "Moved away from the comparison range, now outside it (percentile 27 (9 to 52) at baseline, 99 (91 to 100) at "
     "follow-up).",
     "Asymétrie frontale alpha (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : "
     "déplacement fiable vers la gauche (visite initiale → visite de suivi), plus que ne changent dans ce temps "
     "des nourrissons non traités de cet âge. Changement +1,40 (IC à 95 % de +1,17 à +1,63) ; il se "
     "distinguerait au-delà de −0,31 ou +0,61 (à côté de 10 nourrissons de comparaison (Hamilton girls, at "
     "rest)). Le changement moyen des études, +0,18, se trouve dans ces limites : un seul nourrisson ne peut pas "
     "le montrer. Éloignement de la plage de comparaison, désormais en dehors (percentile 27 (de 9 à 52), visite "
     "initiale, puis 99 (de 91 à 100), visite de suivi)."},
    {"one of two, the other within", 1, "not_reliable",
     "One of two domains changed reliably: heart (more variability). In the direction reported for infants after "
     "their mothers' treatment; one infant cannot show what caused it. For brain: no reliable change. Limits allow "
     "for 2 questions (Holm).",
     "Un domaine sur deux a changé de façon fiable : le cœur (plus de variabilité). Dans le sens rapporté pour "
     "des nourrissons après le traitement de leur mère ; un seul nourrisson ne peut pas en montrer la cause. Pour "
     "le cerveau : pas de changement fiable. Les limites tiennent compte de 2 questions (Holm).",
     "No reliable change", "Pas de changement fiable",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity): no difference found "
     "between baseline and follow-up. Change +0.20 (95 % CI −0.03 to +0.43); it would stand out past −0.31 or "
     "+0.61 (beside 10 comparison infants (Hamilton girls, at rest)). The studies' average change, +0.18, lies within "
     "these limits: one infant cannot show it. Within the comparison range at both visits (percentile 50 (27 to 73) "
     "at baseline, 55 (31 to 77) at follow-up).",
     "Asymétrie frontale alpha (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : aucune "
     "différence décelée entre visite initiale et visite de suivi. Changement +0,20 (IC à 95 % de −0,03 à "
     "+0,43) ; il se distinguerait au-delà de −0,31 ou +0,61 (à côté de 10 nourrissons de comparaison "
     "(Hamilton girls, at rest)). Le changement moyen des études, +0,18, se trouve dans ces limites : un seul "
     "nourrisson ne peut pas le montrer. Dans la plage de comparaison aux deux visites (percentile 50 (de 27 à 73), "
     "visite initiale, puis 55 (de 31 à 77), visite de suivi)."},
    {"ratings with nobody to compare with", 2, "cannot_judge",
     "Whether this infant changed cannot be judged: there are no comparison infants and no known retest. For heart: "
     "no difference found. For brain and rated temperament: cannot be judged.",
     "Impossible de juger si ce nourrisson a changé : il n’y a ni nourrissons de comparaison ni fidélité "
     "connue. Pour le cœur : aucune différence décelée. Pour le cerveau et le tempérament évalué : non "
     "évaluable.",
     "Cannot be judged", "Non évaluable",
     "Orienting/regulatory capacity (ORC), mother went from 4.10 at baseline to 4.90 at follow-up; whether this is a "
     "change cannot be judged: there are no comparison infants and no known retest.",
     "Orienting/regulatory capacity (ORC), mother : 4,10 (visite initiale) puis 4,90 (visite de suivi) ; "
     "impossible de juger s’il s’agit d’un changement : il n’y a ni nourrissons de comparaison ni "
     "fidélité connue."},
    {"raters disagree", 2, "not_reliable",
     "Neither of two domains that could be judged changed reliably. For brain: cannot be judged. Limits allow for 2 "
     "questions (Holm).",
     "Aucun des deux domaines évaluables n’a changé de façon fiable. Pour le cerveau : non évaluable. Les "
     "limites tiennent compte de 2 questions (Holm).",
     "No reliable change", "Pas de changement fiable",
     "Orienting/regulatory capacity (ORC), mother went from 4.10 at baseline to 4.50 at follow-up, by no more than "
     "untreated infants of this age change in this time. Mother and partner disagree: +0.40 as the mother rates, "
     "−0.30 as the partner does. Change +0.40 points; it would stand out past −0.39 or +0.69 (beside 10 "
     "comparison infants (Hamilton girls, at rest)). The studies' average change, +0.09 points, lies within these "
     "limits: one infant cannot show it. Within the comparison range at both visits (percentile 62 (38 to 83) at "
     "baseline, 79 (56 to 95) at follow-up).",
     "Orienting/regulatory capacity (ORC), mother : 4,10 (visite initiale) puis 4,50 (visite de suivi), pas plus "
     "que ne changent dans ce temps des nourrissons non traités de cet âge. Mère et partenaire ne concordent "
     "pas : +0,40 selon la mère, −0,30 selon le partenaire. Changement +0,40 points ; il se distinguerait "
     "au-delà de −0,39 ou +0,69 (à côté de 10 nourrissons de comparaison (Hamilton girls, at rest)). Le "
     "changement moyen des études, +0,09 points, se trouve dans ces limites : un seul nourrisson ne peut pas le "
     "montrer. Dans la plage de comparaison aux deux visites (percentile 62 (de 38 à 83), visite initiale, puis 79 "
     "(de 56 à 95), visite de suivi)."},
    {"a retest that was entered", 2, "reliable",
     "The one domain that could be judged changed reliably: rated temperament (more regulation). In the direction "
     "reported for infants after their mothers' treatment; one infant cannot show what caused it. For heart: no "
     "difference found. For brain: cannot be judged.",
     "Le seul domaine évaluable a changé de façon fiable : le tempérament évalué (plus de régulation). Dans "
     "le sens rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne peut pas en "
     "montrer la cause. Pour le cœur : aucune différence décelée. Pour le cerveau : non évaluable.",
     "Rose reliably", "Augmentation fiable",
     "Orienting/regulatory capacity (ORC), mother rose reliably from baseline to follow-up: more than this measure's "
     "retest error. Change +2.80 points; it would stand out past −0.88 or +0.88 (s 0.60, r 0.72; r: our own retest, "
     "2025).",
     "Orienting/regulatory capacity (ORC), mother : augmentation fiable (visite initiale → visite de suivi), plus "
     "que l’erreur de retest de cette mesure. Changement +2,80 points ; il se distinguerait au-delà de −0,88 "
     "ou +0,88 (s 0,60, r 0,72 ; r : our own retest, 2025)."},
    {"score entered once", 2, "cannot_judge",
     "Whether this infant changed cannot be judged: there are no comparison infants and no known retest. For heart: "
     "no difference found. For brain and rated temperament: cannot be judged.",
     "Impossible de juger si ce nourrisson a changé : il n’y a ni nourrissons de comparaison ni fidélité "
     "connue. Pour le cœur : aucune différence décelée. Pour le cerveau et le tempérament évalué : non "
     "évaluable.",
     "Cannot be judged", "Non évaluable",
     "Orienting/regulatory capacity (ORC), mother cannot be compared from baseline to follow-up: follow-up: no score "
     "was entered.",
     "Orienting/regulatory capacity (ORC), mother : comparaison impossible entre visite initiale et visite de "
     "suivi : follow-up: no score was entered."},
    {"breathing outside the band", 0, "not_comparable",
     "Whether this infant changed cannot be judged. For brain: cannot be judged. For heart: not comparable.",
     "Impossible de juger si ce nourrisson a changé. Pour le cerveau : non évaluable. Pour le cœur : non "
     "comparables.",
     "Not comparable", "Non comparables",
     "Respiratory sinus arrhythmia at rest: the visits are not comparable, and a difference is not one of the infant: "
     "follow-up: the infant breathes at 1.15 Hz, outside the band of 0.3 to 1 Hz.",
     "Arythmie sinusale respiratoire au repos : les visites ne sont pas comparables, et une différence n’est pas "
     "celle du nourrisson : visite de suivi : the infant breathes at 1.15 Hz, outside the band of 0.3 to 1 Hz."},
    {"another reference", 1, "not_comparable",
     "The one domain that could be judged did not change reliably. For brain: not comparable. Limits allow for 2 "
     "questions (Holm).",
     "Le seul domaine évaluable n’a pas changé de façon fiable. Pour le cerveau : non comparables. Les limites "
     "tiennent compte de 2 questions (Holm).",
     "Not comparable", "Non comparables",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity): the visits are not "
     "comparable, and a difference is not one of the infant: recorded against A1 at baseline and against Cz at "
     "follow-up; form a common reference in the settings.",
     "Asymétrie frontale alpha (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : les "
     "visites ne sont pas comparables, et une différence n’est pas celle du nourrisson : enregistré par rapport "
     "à A1 (visite initiale) et à Cz (visite de suivi) ; formez une référence commune dans les réglages."},
    {"other phases", 1, "not_comparable",
     "The one domain that could be judged did not change reliably. For brain: not comparable. Limits allow for 2 "
     "questions (Holm).",
     "Le seul domaine évaluable n’a pas changé de façon fiable. Pour le cerveau : non comparables. Les limites "
     "tiennent compte de 2 questions (Holm).",
     "Not comparable", "Non comparables",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity): the visits are not "
     "comparable, and a difference is not one of the infant: the recordings of baseline and follow-up hold different "
     "parts of the procedure.",
     "Asymétrie frontale alpha (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : les "
     "visites ne sont pas comparables, et une différence n’est pas celle du nourrisson : les enregistrements "
     "(visite initiale, visite de suivi) contiennent des parties différentes du protocole."},
    {"too short", 0, "too_little",
     "Whether this infant changed cannot be judged. For brain: cannot be judged. For heart: too little data.",
     "Impossible de juger si ce nourrisson a changé. Pour le cerveau : non évaluable. Pour le cœur : données "
     "insuffisantes.",
     "Too little data", "Données insuffisantes",
     "Respiratory sinus arrhythmia over the whole recording: too little to tell. follow-up: not enough to say: 1 "
     "usable epoch, 2 are needed.",
     "Arythmie sinusale respiratoire sur tout l’enregistrement : données insuffisantes pour conclure. follow-up: "
     "not enough to say: 1 usable epoch, 2 are needed."},
    {"one file twice", 1, "cannot_judge",
     "Whether this infant changed cannot be judged: both visits are the same file.",
     "Impossible de juger si ce nourrisson a changé : les deux visites sont le même fichier.",
     "Cannot be judged", "Non évaluable",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity) cannot be compared from "
     "baseline to follow-up: both visits are the same file.",
     "Asymétrie frontale alpha (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : "
     "comparaison impossible entre visite initiale et visite de suivi : both visits are the same file."},
    {"few epochs", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (more variability). In the direction reported for "
     "infants after their mothers' treatment; one infant cannot show what caused it. For brain: cannot be judged.",
     "Le seul domaine évaluable a changé de façon fiable : le cœur (plus de variabilité). Dans le sens "
     "rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne peut pas en montrer "
     "la cause. Pour le cerveau : non évaluable.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: more than untreated infants of "
     "this age change in this time. Change +1.40 ln ms² (95 % CI +0.98 to +1.82); it would stand out past −0.31 or "
     "+0.61 (beside 10 comparison infants (Hamilton girls, at rest)). The studies' average change, +0.17 ln ms², "
     "lies within these limits: one infant cannot show it. Moved away from the comparison range, now outside it "
     "(percentile 50 (27 to 73) at baseline, above the 99th (95 to 100) at follow-up). Certainty is low: baseline: 3 "
     "epochs of 30 s; 4 are recommended. follow-up: 3 epochs of 30 s; 4 are recommended.",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), plus que "
     "ne changent dans ce temps des nourrissons non traités de cet âge. Changement +1,40 ln ms² (IC à 95 % de "
     "+0,98 à +1,82) ; il se distinguerait au-delà de −0,31 ou +0,61 (à côté de 10 nourrissons de "
     "comparaison (Hamilton girls, at rest)). Le changement moyen des études, +0,17 ln ms², se trouve dans ces "
     "limites : un seul nourrisson ne peut pas le montrer. Éloignement de la plage de comparaison, désormais en "
     "dehors (percentile 50 (de 27 à 73), visite initiale, puis au-dessus du 99e (de 95 à 100), visite de suivi). "
     "Certitude faible : visite initiale : 3 époques de 30 s ; 4 sont recommandées. visite de suivi : 3 "
     "époques de 30 s ; 4 sont recommandées."},
    {"no age entered", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (more variability). In the direction reported for "
     "infants after their mothers' treatment; one infant cannot show what caused it. For brain: cannot be judged.",
     "Le seul domaine évaluable a changé de façon fiable : le cœur (plus de variabilité). Dans le sens "
     "rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne peut pas en montrer "
     "la cause. Pour le cerveau : non évaluable.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: more than untreated infants "
     "change in this time. Change +1.40 ln ms² (95 % CI +0.98 to +1.82); it would stand out past −0.31 or +0.61 "
     "(beside 10 comparison infants (Hamilton girls, at rest)).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), plus que "
     "ne changent dans ce temps des nourrissons non traités. Changement +1,40 ln ms² (IC à 95 % de +0,98 à "
     "+1,82) ; il se distinguerait au-delà de −0,31 ou +0,61 (à côté de 10 nourrissons de comparaison "
     "(Hamilton girls, at rest))."},
    {"visits of the user's own names", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (more variability). In the direction reported for "
     "infants after their mothers' treatment; one infant cannot show what caused it. For brain: cannot be judged.",
     "Le seul domaine évaluable a changé de façon fiable : le cœur (plus de variabilité). Dans le sens "
     "rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne peut pas en montrer "
     "la cause. Pour le cerveau : non évaluable.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from before, at rest to after <b>CBT</b>: more than "
     "untreated infants of this age change in this time. Change +1.40 ln ms² (95 % CI +0.98 to +1.82); it would "
     "stand out past −0.31 or +0.61 (beside 10 comparison infants (Hamilton girls, at rest)). The studies' average "
     "change, +0.17 ln ms², lies within these limits: one infant cannot show it. Moved away from the comparison "
     "range, now outside it (percentile 50 (27 to 73) at before, at rest, above the 99th (95 to 100) at after "
     "<b>CBT</b>).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (before, at rest → after <b>CBT</b>), plus "
     "que ne changent dans ce temps des nourrissons non traités de cet âge. Changement +1,40 ln ms² (IC à 95 % "
     "de +0,98 à +1,82) ; il se distinguerait au-delà de −0,31 ou +0,61 (à côté de 10 nourrissons de "
     "comparaison (Hamilton girls, at rest)). Le changement moyen des études, +0,17 ln ms², se trouve dans ces "
     "limites : un seul nourrisson ne peut pas le montrer. Éloignement de la plage de comparaison, désormais en "
     "dehors (percentile 50 (de 27 à 73), before, at rest, puis au-dessus du 99e (de 95 à 100), after <b>CBT</b>)."},
    {"three visits", 0, "no_difference_found",
     "At follow-up: The one domain that could be judged changed reliably: heart (more variability). In the direction "
     "reported for infants after their mothers' treatment; one infant cannot show what caused it. For brain: cannot "
     "be judged. At visit 3: Whether this infant changed cannot be judged. For heart: no difference found. For brain: "
     "cannot be judged.",
     "visite de suivi : Le seul domaine évaluable a changé de façon fiable : le cœur (plus de variabilité). "
     "Dans le sens rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne peut "
     "pas en montrer la cause. Pour le cerveau : non évaluable. visite 3 : Impossible de juger si ce nourrisson "
     "a changé. Pour le cœur : aucune différence décelée. Pour le cerveau : non évaluable.",
     "No difference found", "Aucune différence décelée",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: more than untreated infants of "
     "this age change in this time. Change +1.40 ln ms² (95 % CI +0.98 to +1.82); it would stand out past −0.31 or "
     "+0.61 (beside 10 comparison infants (Hamilton girls, at rest)). The studies' average change, +0.17 ln ms², "
     "lies within these limits: one infant cannot show it. Moved away from the comparison range, now outside it "
     "(percentile 50 (27 to 73) at baseline, above the 99th (95 to 100) at follow-up). Respiratory sinus arrhythmia "
     "at rest: no difference found between baseline and visit 3; one of up to ±0.52 could have been missed. Change "
     "+0.10 ln ms² (95 % CI −0.32 to +0.52).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), plus que "
     "ne changent dans ce temps des nourrissons non traités de cet âge. Changement +1,40 ln ms² (IC à 95 % de "
     "+0,98 à +1,82) ; il se distinguerait au-delà de −0,31 ou +0,61 (à côté de 10 nourrissons de "
     "comparaison (Hamilton girls, at rest)). Le changement moyen des études, +0,17 ln ms², se trouve dans ces "
     "limites : un seul nourrisson ne peut pas le montrer. Éloignement de la plage de comparaison, désormais en "
     "dehors (percentile 50 (de 27 à 73), visite initiale, puis au-dessus du 99e (de 95 à 100), visite de suivi). "
     "Arythmie sinusale respiratoire au repos : aucune différence décelée entre visite initiale et visite 3 ; "
     "une différence allant jusqu’à ±0,52 a pu passer inaperçue. Changement +0,10 ln ms² (IC à 95 % de "
     "−0,32 à +0,52)."},
    {"one visit", 0, "cannot_judge",
     "",
     "",
     "One visit only", "Une seule visite",
     "Respiratory sinus arrhythmia at rest was 3.00; a second visit is needed to speak of change.",
     "Arythmie sinusale respiratoire au repos : 3,00 ; il faut une seconde visite pour parler de changement."},
};

}  // namespace attune::test
