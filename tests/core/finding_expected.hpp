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
     "reported for infants after their mothers’ treatment; one infant cannot show what caused it. For "
     "brain: not recorded.",
     "Le seul domaine évaluable présente un changement fiable : le cœur (plus de variabilité). Dans le "
     "sens rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne permet "
     "pas d’en établir la cause. Pour le cerveau : aucun enregistrement.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: by more than "
     "comparison infants of this age change in this time. Change +1.40 ln ms² (95 % CI +0.98 to +1.82); "
     "limits of reliable change: below −0.31 or above +0.61 (level 5 %; against 10 comparison infants: "
     "Hamilton girls, at rest). The published average effect (d 0.56; here about +0.17 ln ms²) would be "
     "too small to recognise in one infant. Now outside the comparison range (central 95 %, estimated from "
     "10 infants; percentile at baseline: 50 (95 % CI 27 to 73); at follow-up: above the 99th (95 % CI 95 "
     "to 100)).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), "
     "au-delà des variations observées chez des nourrissons de comparaison de cet âge sur la même période. "
     "Changement : +1,40 ln ms² (IC à 95 % de +0,98 à +1,82) ; seuils de changement fiable : en dessous de "
     "−0,31 ou au-dessus de +0,61 (niveau 5 % ; par rapport à 10 nourrissons de comparaison : Hamilton "
     "girls, at rest). L’effet moyen publié (d = 0,56 ; ici environ +0,17 ln ms²) serait trop faible pour "
     "être reconnu chez un seul nourrisson. Désormais hors de la plage de comparaison (95 % centraux, "
     "estimés sur 10 nourrissons ; percentile, visite initiale : 50 (IC à 95 % de 27 à 73) ; visite de "
     "suivi : au-dessus du 99e (IC à 95 % de 95 à 100))."},
    {"fallen reliably", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (less variability). Against the "
     "direction reported for infants after their mothers’ treatment; one infant cannot show what caused "
     "it. For brain: not recorded.",
     "Le seul domaine évaluable présente un changement fiable : le cœur (moins de variabilité). À l’opposé "
     "du sens rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne "
     "permet pas d’en établir la cause. Pour le cerveau : aucun enregistrement.",
     "Fell reliably", "Diminution fiable",
     "Respiratory sinus arrhythmia at rest fell reliably from baseline to follow-up: by more than "
     "comparison infants of this age change in this time. Change −1.10 ln ms² (95 % CI −1.52 to −0.68); "
     "limits of reliable change: below −0.31 or above +0.61 (level 5 %; against 10 comparison infants: "
     "Hamilton girls, at rest). The published average effect (d 0.56; here about +0.17 ln ms²) would be "
     "too small to recognise in one infant. Now outside the comparison range (central 95 %, estimated from "
     "10 infants; percentile at baseline: 73 (95 % CI 48 to 91); at follow-up: 1 (95 % CI 0 to 9)).",
     "Arythmie sinusale respiratoire au repos : diminution fiable (visite initiale → visite de suivi), "
     "au-delà des variations observées chez des nourrissons de comparaison de cet âge sur la même période. "
     "Changement : −1,10 ln ms² (IC à 95 % de −1,52 à −0,68) ; seuils de changement fiable : en dessous de "
     "−0,31 ou au-dessus de +0,61 (niveau 5 % ; par rapport à 10 nourrissons de comparaison : Hamilton "
     "girls, at rest). L’effet moyen publié (d = 0,56 ; ici environ +0,17 ln ms²) serait trop faible pour "
     "être reconnu chez un seul nourrisson. Désormais hors de la plage de comparaison (95 % centraux, "
     "estimés sur 10 nourrissons ; percentile, visite initiale : 73 (IC à 95 % de 48 à 91) ; visite de "
     "suivi : 1 (IC à 95 % de 0 à 9))."},
    {"differs, but infants change that much", 0, "not_reliable",
     "The one domain that could be judged (heart) showed no reliable change. For heart the recordings "
     "differ by more than their own measurement error, but by no more than comparison infants change. For "
     "brain: not recorded.",
     "Le seul domaine évaluable (le cœur) ne montre pas de changement fiable. Pour le cœur, les "
     "enregistrements diffèrent au-delà de leur propre erreur de mesure, mais pas au-delà des variations "
     "observées chez des nourrissons de comparaison. Pour le cerveau : aucun enregistrement.",
     "No reliable change", "Pas de changement fiable",
     "Respiratory sinus arrhythmia at rest: the recordings of baseline and follow-up differ by more than "
     "their own measurement error, but by no more than comparison infants of this age change in this time. "
     "Change +0.55 ln ms² (95 % CI +0.13 to +0.97); limits of reliable change: below −0.31 or above +0.61 "
     "(level 5 %; against 10 comparison infants: Hamilton girls, at rest). The published average effect (d "
     "0.56; here about +0.17 ln ms²) would be too small to recognise in one infant. Within the comparison "
     "range at both visits (central 95 %, estimated from 10 infants; percentile at baseline: 50 (95 % CI "
     "27 to 73); at follow-up: 82 (95 % CI 59 to 96)).",
     "Arythmie sinusale respiratoire au repos : les enregistrements (visite initiale, visite de suivi) "
     "diffèrent au-delà de leur propre erreur de mesure, mais pas au-delà des variations observées chez "
     "des nourrissons de comparaison de cet âge sur la même période. Changement : +0,55 ln ms² (IC à 95 % "
     "de +0,13 à +0,97) ; seuils de changement fiable : en dessous de −0,31 ou au-dessus de +0,61 (niveau "
     "5 % ; par rapport à 10 nourrissons de comparaison : Hamilton girls, at rest). L’effet moyen publié "
     "(d = 0,56 ; ici environ +0,17 ln ms²) serait trop faible pour être reconnu chez un seul nourrisson. "
     "Dans la plage de comparaison aux deux visites (95 % centraux, estimés sur 10 nourrissons ; "
     "percentile, visite initiale : 50 (IC à 95 % de 27 à 73) ; visite de suivi : 82 (IC à 95 % de 59 à "
     "96))."},
    {"no difference among infants", 0, "not_reliable",
     "The one domain that could be judged (heart) showed no reliable change. For brain: not recorded.",
     "Le seul domaine évaluable (le cœur) ne montre pas de changement fiable. Pour le cerveau : aucun "
     "enregistrement.",
     "No reliable change", "Pas de changement fiable",
     "Respiratory sinus arrhythmia at rest: no difference found between the recordings of baseline and "
     "follow-up. Change +0.10 ln ms² (95 % CI −0.32 to +0.52); limits of reliable change: below −0.31 or "
     "above +0.61 (level 5 %; against 10 comparison infants: Hamilton girls, at rest). The published "
     "average effect (d 0.56; here about +0.17 ln ms²) would be too small to recognise in one infant. "
     "Within the comparison range at both visits (central 95 %, estimated from 10 infants; percentile at "
     "baseline: 50 (95 % CI 27 to 73); at follow-up: 45 (95 % CI 23 to 69)).",
     "Arythmie sinusale respiratoire au repos : aucune différence décelée entre les enregistrements "
     "(visite initiale → visite de suivi). Changement : +0,10 ln ms² (IC à 95 % de −0,32 à +0,52) ; seuils "
     "de changement fiable : en dessous de −0,31 ou au-dessus de +0,61 (niveau 5 % ; par rapport à 10 "
     "nourrissons de comparaison : Hamilton girls, at rest). L’effet moyen publié (d = 0,56 ; ici environ "
     "+0,17 ln ms²) serait trop faible pour être reconnu chez un seul nourrisson. Dans la plage de "
     "comparaison aux deux visites (95 % centraux, estimés sur 10 nourrissons ; percentile, visite "
     "initiale : 50 (IC à 95 % de 27 à 73) ; visite de suivi : 45 (IC à 95 % de 23 à 69))."},
    {"rose, but less than infants do", 0, "not_reliable",
     "The one domain that could be judged (heart) showed no reliable change. For brain: not recorded.",
     "Le seul domaine évaluable (le cœur) ne montre pas de changement fiable. Pour le cerveau : aucun "
     "enregistrement.",
     "No reliable change", "Pas de changement fiable",
     "Respiratory sinus arrhythmia at rest: no difference found between the recordings of baseline and "
     "follow-up. Change +0.02 ln ms² (95 % CI −0.40 to +0.44); limits of reliable change: below +0.01 or "
     "above +0.29 (level 50 %; against 10 comparison infants). The published average effect (d 0.56; here "
     "about +0.17 ln ms²) would be too small to recognise in one infant. Within the comparison range at "
     "both visits (central 95 %, estimated from 10 infants; percentile at baseline: 50 (95 % CI 27 to 73); "
     "at follow-up: 38 (95 % CI 17 to 62)).",
     "Arythmie sinusale respiratoire au repos : aucune différence décelée entre les enregistrements "
     "(visite initiale → visite de suivi). Changement : +0,02 ln ms² (IC à 95 % de −0,40 à +0,44) ; seuils "
     "de changement fiable : en dessous de +0,01 ou au-dessus de +0,29 (niveau 50 % ; par rapport à 10 "
     "nourrissons de comparaison). L’effet moyen publié (d = 0,56 ; ici environ +0,17 ln ms²) serait trop "
     "faible pour être reconnu chez un seul nourrisson. Dans la plage de comparaison aux deux visites "
     "(95 % centraux, estimés sur 10 nourrissons ; percentile, visite initiale : 50 (IC à 95 % de 27 à "
     "73) ; visite de suivi : 38 (IC à 95 % de 17 à 62))."},
    {"extreme baseline", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (more variability). In the direction "
     "reported for infants after their mothers’ treatment; one infant cannot show what caused it. For "
     "brain: not recorded.",
     "Le seul domaine évaluable présente un changement fiable : le cœur (plus de variabilité). Dans le "
     "sens rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne permet "
     "pas d’en établir la cause. Pour le cerveau : aucun enregistrement.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: by more than expected "
     "from this baseline (estimated from 10 comparison infants of this age). Change +0.80 ln ms² (95 % CI "
     "+0.38 to +1.22); limits of reliable change: below −0.62 or above +0.72 (level 5 %; from this "
     "baseline, by 10 comparison infants: Hamilton girls, at rest). The published average effect (d 0.56; "
     "here about +0.17 ln ms²) would be too small to recognise in one infant. Moved toward the comparison "
     "range and is now within it (central 95 %, estimated from 10 infants; percentile at baseline: below "
     "the 1st (95 % CI 0 to 7); at follow-up: 28 (95 % CI 9 to 52)).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), "
     "au-delà de ce que laisse attendre ce niveau initial (estimé sur 10 nourrissons de comparaison de cet "
     "âge). Changement : +0,80 ln ms² (IC à 95 % de +0,38 à +1,22) ; seuils de changement fiable : en "
     "dessous de −0,62 ou au-dessus de +0,72 (niveau 5 % ; à partir de ce niveau initial, selon 10 "
     "nourrissons de comparaison : Hamilton girls, at rest). L’effet moyen publié (d = 0,56 ; ici environ "
     "+0,17 ln ms²) serait trop faible pour être reconnu chez un seul nourrisson. Rapprochement de la "
     "plage de comparaison, désormais atteinte (95 % centraux, estimés sur 10 nourrissons ; percentile, "
     "visite initiale : sous le 1er (IC à 95 % de 0 à 7) ; visite de suivi : 28 (IC à 95 % de 9 à 52))."},
    {"five infants", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (more variability). In the direction "
     "reported for infants after their mothers’ treatment; one infant cannot show what caused it. For "
     "brain: not recorded.",
     "Le seul domaine évaluable présente un changement fiable : le cœur (plus de variabilité). Dans le "
     "sens rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne permet "
     "pas d’en établir la cause. Pour le cerveau : aucun enregistrement.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: by more than expected "
     "from this baseline (estimated from 5 comparison infants of this age). Change +1.40 ln ms² (95 % CI "
     "+0.98 to +1.82); limits of reliable change: below −0.57 or above +1.18 (level 5 %; from this "
     "baseline, by 5 comparison infants). The published average effect (d 0.56; here about +0.09 ln ms²) "
     "would be too small to recognise in one infant. Now outside the comparison range (central 95 %, "
     "estimated from 5 infants; percentile at baseline: 89 (95 % CI 57 to 100); at follow-up: above the "
     "99th (95 % CI 94 to 100)).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), "
     "au-delà de ce que laisse attendre ce niveau initial (estimé sur 5 nourrissons de comparaison de cet "
     "âge). Changement : +1,40 ln ms² (IC à 95 % de +0,98 à +1,82) ; seuils de changement fiable : en "
     "dessous de −0,57 ou au-dessus de +1,18 (niveau 5 % ; à partir de ce niveau initial, selon 5 "
     "nourrissons de comparaison). L’effet moyen publié (d = 0,56 ; ici environ +0,09 ln ms²) serait trop "
     "faible pour être reconnu chez un seul nourrisson. Désormais hors de la plage de comparaison (95 % "
     "centraux, estimés sur 5 nourrissons ; percentile, visite initiale : 89 (IC à 95 % de 57 à 100) ; "
     "visite de suivi : au-dessus du 99e (IC à 95 % de 94 à 100))."},
    {"four infants", 0, "recordings_differ",
     "Whether this infant changed cannot be judged. For heart: the recordings differ by more than their "
     "own measurement error. For brain: not recorded.",
     "Impossible de juger si ce nourrisson a changé. Pour le cœur : les enregistrements diffèrent au-delà "
     "de leur propre erreur de mesure. Pour le cerveau : aucun enregistrement.",
     "Difference found; change not judged", "Différence décelée, changement non évalué",
     "Respiratory sinus arrhythmia at rest: the recordings of baseline and follow-up differ by more than "
     "their own measurement error; whether the infant changed cannot be judged: only 4 comparison infants "
     "of this infant’s age have this measure at both visits; at least 5 are needed. Change +1.40 ln ms² "
     "(95 % CI +0.98 to +1.82).",
     "Arythmie sinusale respiratoire au repos : les enregistrements (visite initiale, visite de suivi) "
     "diffèrent au-delà de leur propre erreur de mesure ; impossible de juger si le nourrisson a changé : "
     "seuls 4 nourrissons de comparaison d’âge correspondant ont cette mesure aux deux visites ; il en "
     "faut au moins 5. Changement : +1,40 ln ms² (IC à 95 % de +0,98 à +1,82)."},
    {"infants seen again after six months", 0, "recordings_differ",
     "Whether this infant changed cannot be judged. For heart: the recordings differ by more than their "
     "own measurement error. For brain: not recorded.",
     "Impossible de juger si ce nourrisson a changé. Pour le cœur : les enregistrements diffèrent au-delà "
     "de leur propre erreur de mesure. Pour le cerveau : aucun enregistrement.",
     "Difference found; change not judged", "Différence décelée, changement non évalué",
     "Respiratory sinus arrhythmia at rest: the recordings of baseline and follow-up differ by more than "
     "their own measurement error; whether the infant changed cannot be judged: 10 comparison infants were "
     "seen again, but after another interval than this infant; after a similar one: 0. Change +1.40 ln ms² "
     "(95 % CI +0.98 to +1.82).",
     "Arythmie sinusale respiratoire au repos : les enregistrements (visite initiale, visite de suivi) "
     "diffèrent au-delà de leur propre erreur de mesure ; impossible de juger si le nourrisson a changé : "
     "10 nourrissons de comparaison ont été revus, mais après un autre délai que ce nourrisson ; après un "
     "délai semblable : 0. Changement : +1,40 ln ms² (IC à 95 % de +0,98 à +1,82)."},
    {"a table without ages", 0, "recordings_differ",
     "Whether this infant changed cannot be judged. For heart: the recordings differ by more than their "
     "own measurement error. For brain: not recorded.",
     "Impossible de juger si ce nourrisson a changé. Pour le cœur : les enregistrements diffèrent au-delà "
     "de leur propre erreur de mesure. Pour le cerveau : aucun enregistrement.",
     "Difference found; change not judged", "Différence décelée, changement non évalué",
     "Respiratory sinus arrhythmia at rest: the recordings of baseline and follow-up differ by more than "
     "their own measurement error; whether the infant changed cannot be judged: the comparison table gives "
     "no ages, so nobody can be matched. Change +1.40 ln ms² (95 % CI +0.98 to +1.82).",
     "Arythmie sinusale respiratoire au repos : les enregistrements (visite initiale, visite de suivi) "
     "diffèrent au-delà de leur propre erreur de mesure ; impossible de juger si le nourrisson a changé : "
     "le tableau de comparaison ne donne pas les âges ; aucun appariement possible. Changement : +1,40 ln "
     "ms² (IC à 95 % de +0,98 à +1,82)."},
    {"nobody to compare with, recordings differ", 0, "recordings_differ",
     "Whether this infant changed cannot be judged: there are no comparison infants and no known retest "
     "reliability. For heart: the recordings differ by more than their own measurement error. For brain: "
     "not recorded.",
     "Impossible de juger si ce nourrisson a changé : il n’y a ni nourrissons de comparaison ni fidélité "
     "test-retest connue. Pour le cœur : les enregistrements diffèrent au-delà de leur propre erreur de "
     "mesure. Pour le cerveau : aucun enregistrement.",
     "Difference found; change not judged", "Différence décelée, changement non évalué",
     "Respiratory sinus arrhythmia at rest: the recordings of baseline and follow-up differ by more than "
     "their own measurement error; whether the infant changed cannot be judged: there are no comparison "
     "infants and no known retest reliability. Change +1.40 ln ms² (95 % CI +0.98 to +1.82).",
     "Arythmie sinusale respiratoire au repos : les enregistrements (visite initiale, visite de suivi) "
     "diffèrent au-delà de leur propre erreur de mesure ; impossible de juger si le nourrisson a changé : "
     "il n’y a ni nourrissons de comparaison ni fidélité test-retest connue. Changement : +1,40 ln ms² (IC "
     "à 95 % de +0,98 à +1,82)."},
    {"nobody to compare with, no difference", 0, "no_difference_found",
     "Whether this infant changed cannot be judged: there are no comparison infants and no known retest "
     "reliability. For heart: no difference found between the recordings. For brain: not recorded.",
     "Impossible de juger si ce nourrisson a changé : il n’y a ni nourrissons de comparaison ni fidélité "
     "test-retest connue. Pour le cœur : aucune différence décelée entre les enregistrements. Pour le "
     "cerveau : aucun enregistrement.",
     "No difference found", "Aucune différence décelée",
     "Respiratory sinus arrhythmia at rest: no difference found between the recordings of baseline and "
     "follow-up; a fall of up to 0.32 or a rise of up to 0.52 could have been missed. Change +0.10 ln ms² "
     "(95 % CI −0.32 to +0.52).",
     "Arythmie sinusale respiratoire au repos : aucune différence décelée entre les enregistrements "
     "(visite initiale → visite de suivi) ; une baisse allant jusqu’à 0,32 ou une hausse allant jusqu’à "
     "0,52 a pu passer inaperçue. Changement : +0,10 ln ms² (IC à 95 % de −0,32 à +0,52)."},
    {"the two forms of asymmetry disagree", 1, "depends_on_choice",
     "Whether this infant changed cannot be judged: there are no comparison infants and no known retest "
     "reliability. For heart: no difference found between the recordings. For brain: it depends on the "
     "method of calculation.",
     "Impossible de juger si ce nourrisson a changé : il n’y a ni nourrissons de comparaison ni fidélité "
     "test-retest connue. Pour le cœur : aucune différence décelée entre les enregistrements. Pour le "
     "cerveau : cela dépend de la méthode de calcul.",
     "Depends on the method", "Dépend de la méthode de calcul",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity): from baseline "
     "to follow-up the ways to compute this measure disagree, so nothing is concluded: absolute power "
     "+0.50 (95 % CI +0.27 to +0.73), oscillatory part (alpha rhythm without the background) 0.00 (95 % CI "
     "−0.34 to +0.34).",
     "Asymétrie alpha frontale (ln F4 − ln F3 ; positif : relativement plus d’activité gauche), visite "
     "initiale → visite de suivi : les façons de calculer cette mesure se contredisent, rien n’est donc "
     "conclu : puissance absolue +0,50 (IC à 95 % de +0,27 à +0,73), partie oscillatoire (rythme alpha "
     "sans le fond) 0,00 (IC à 95 % de −0,34 à +0,34)."},
    {"heart up, brain to the right", 1, "reliable",
     "Both domains changed reliably: heart (more variability) and brain (relatively more right activity). "
     "For heart, in the direction reported for infants after their mothers’ treatment; one infant cannot "
     "show what caused it. For brain, against the direction reported for infants after their mothers’ "
     "treatment; one infant cannot show what caused it. The limits of reliable change are set for 2 "
     "domains together (Holm).",
     "Les deux domaines présentent un changement fiable : le cœur (plus de variabilité) et le cerveau "
     "(relativement plus d’activité droite). Pour le cœur, dans le sens rapporté pour des nourrissons "
     "après le traitement de leur mère ; un seul nourrisson ne permet pas d’en établir la cause. Pour le "
     "cerveau, à l’opposé du sens rapporté pour des nourrissons après le traitement de leur mère ; un seul "
     "nourrisson ne permet pas d’en établir la cause. Les seuils de changement fiable valent pour les 2 "
     "domaines pris ensemble (Holm).",
     "Reliable shift: relatively more right activity",
     "Changement fiable : relativement plus d’activité droite",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity) shifted "
     "reliably to relatively more right activity from baseline to follow-up: by more than comparison "
     "infants of this age change in this time. Change −1.20 (95 % CI −1.43 to −0.97); limits of reliable "
     "change: below −0.31 or above +0.61 (level 5 %; against 10 comparison infants: Hamilton girls, at "
     "rest). The published average effect (d 0.60; here about +0.18) would be too small to recognise in "
     "one infant. Now outside the comparison range (central 95 %, estimated from 10 infants; percentile at "
     "baseline: 82 (95 % CI 58 to 96); at follow-up: 1 (95 % CI 0 to 9)).",
     "Asymétrie alpha frontale (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : "
     "changement fiable vers relativement plus d’activité droite (visite initiale → visite de suivi), "
     "au-delà des variations observées chez des nourrissons de comparaison de cet âge sur la même période. "
     "Changement : −1,20 (IC à 95 % de −1,43 à −0,97) ; seuils de changement fiable : en dessous de −0,31 "
     "ou au-dessus de +0,61 (niveau 5 % ; par rapport à 10 nourrissons de comparaison : Hamilton girls, at "
     "rest). L’effet moyen publié (d = 0,60 ; ici environ +0,18) serait trop faible pour être reconnu chez "
     "un seul nourrisson. Désormais hors de la plage de comparaison (95 % centraux, estimés sur 10 "
     "nourrissons ; percentile, visite initiale : 82 (IC à 95 % de 58 à 96) ; visite de suivi : 1 (IC à "
     "95 % de 0 à 9))."},
    {"both as in the studies", 1, "reliable",
     "Both domains changed reliably: heart (more variability) and brain (relatively more left activity). "
     "In the direction reported for infants after their mothers’ treatment; one infant cannot show what "
     "caused it. The limits of reliable change are set for 2 domains together (Holm).",
     "Les deux domaines présentent un changement fiable : le cœur (plus de variabilité) et le cerveau "
     "(relativement plus d’activité gauche). Dans le sens rapporté pour des nourrissons après le "
     "traitement de leur mère ; un seul nourrisson ne permet pas d’en établir la cause. Les seuils de "
     "changement fiable valent pour les 2 domaines pris ensemble (Holm).",
     "Reliable shift: relatively more left activity",
     "Changement fiable : relativement plus d’activité gauche",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity) shifted "
     "reliably to relatively more left activity from baseline to follow-up: by more than comparison "
     "infants of this age change in this time. Change +1.40 (95 % CI +1.17 to +1.63); limits of reliable "
     "change: below −0.31 or above +0.61 (level 5 %; against 10 comparison infants: Hamilton girls, at "
     "rest). The published average effect (d 0.60; here about +0.18) would be too small to recognise in "
     "one infant. Now outside the comparison range (central 95 %, estimated from 10 infants; percentile at "
     "baseline: 27 (95 % CI 9 to 52); at follow-up: 99 (95 % CI 91 to 100)).",
     "Asymétrie alpha frontale (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : "
     "changement fiable vers relativement plus d’activité gauche (visite initiale → visite de suivi), "
     "au-delà des variations observées chez des nourrissons de comparaison de cet âge sur la même période. "
     "Changement : +1,40 (IC à 95 % de +1,17 à +1,63) ; seuils de changement fiable : en dessous de −0,31 "
     "ou au-dessus de +0,61 (niveau 5 % ; par rapport à 10 nourrissons de comparaison : Hamilton girls, at "
     "rest). L’effet moyen publié (d = 0,60 ; ici environ +0,18) serait trop faible pour être reconnu chez "
     "un seul nourrisson. Désormais hors de la plage de comparaison (95 % centraux, estimés sur 10 "
     "nourrissons ; percentile, visite initiale : 27 (IC à 95 % de 9 à 52) ; visite de suivi : 99 (IC à "
     "95 % de 91 à 100))."},
    {"one of two, the other within", 1, "not_reliable",
     "One of two domains changed reliably: heart (more variability). In the direction reported for infants "
     "after their mothers’ treatment; one infant cannot show what caused it. For brain: no reliable "
     "change. The limits of reliable change are set for 2 domains together (Holm).",
     "Un domaine sur deux présente un changement fiable : le cœur (plus de variabilité). Dans le sens "
     "rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne permet pas "
     "d’en établir la cause. Pour le cerveau : pas de changement fiable. Les seuils de changement fiable "
     "valent pour les 2 domaines pris ensemble (Holm).",
     "No reliable change", "Pas de changement fiable",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity): no difference "
     "found between the recordings of baseline and follow-up. Change +0.20 (95 % CI −0.03 to +0.43); "
     "limits of reliable change: below −0.31 or above +0.61 (level 5 %; against 10 comparison infants: "
     "Hamilton girls, at rest). The published average effect (d 0.60; here about +0.18) would be too small "
     "to recognise in one infant. Within the comparison range at both visits (central 95 %, estimated from "
     "10 infants; percentile at baseline: 50 (95 % CI 27 to 73); at follow-up: 55 (95 % CI 31 to 77)).",
     "Asymétrie alpha frontale (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : aucune "
     "différence décelée entre les enregistrements (visite initiale → visite de suivi). Changement : +0,20 "
     "(IC à 95 % de −0,03 à +0,43) ; seuils de changement fiable : en dessous de −0,31 ou au-dessus de "
     "+0,61 (niveau 5 % ; par rapport à 10 nourrissons de comparaison : Hamilton girls, at rest). L’effet "
     "moyen publié (d = 0,60 ; ici environ +0,18) serait trop faible pour être reconnu chez un seul "
     "nourrisson. Dans la plage de comparaison aux deux visites (95 % centraux, estimés sur 10 "
     "nourrissons ; percentile, visite initiale : 50 (IC à 95 % de 27 à 73) ; visite de suivi : 55 (IC à "
     "95 % de 31 à 77))."},
    {"ratings with nobody to compare with", 2, "cannot_judge",
     "Whether this infant changed cannot be judged: there are no comparison infants and no known retest "
     "reliability. For heart: no difference found between the recordings. For parent-rated temperament: "
     "cannot be judged. For brain: not recorded.",
     "Impossible de juger si ce nourrisson a changé : il n’y a ni nourrissons de comparaison ni fidélité "
     "test-retest connue. Pour le cœur : aucune différence décelée entre les enregistrements. Pour le "
     "tempérament selon le questionnaire parental : évaluation impossible. Pour le cerveau : aucun "
     "enregistrement.",
     "Cannot be judged", "Non évaluable",
     "Orienting/regulatory capacity (ORC) as rated by the mother went from 4.10 at baseline to 4.90 at "
     "follow-up; whether the infant changed cannot be judged: there are no comparison infants and no known "
     "retest reliability.",
     "Capacité d’orientation/régulation (ORC) selon la mère : 4,10 (visite initiale) puis 4,90 (visite de "
     "suivi) ; impossible de juger si le nourrisson a changé : il n’y a ni nourrissons de comparaison ni "
     "fidélité test-retest connue."},
    {"raters disagree", 2, "not_reliable",
     "Neither of two domains that could be judged (heart and parent-rated temperament) showed a reliable "
     "change. For brain: not recorded. The limits of reliable change are set for 2 domains together (Holm).",
     "Aucun des deux domaines évaluables (le cœur et le tempérament selon le questionnaire parental) ne "
     "montre de changement fiable. Pour le cerveau : aucun enregistrement. Les seuils de changement fiable "
     "valent pour les 2 domaines pris ensemble (Holm).",
     "No reliable change", "Pas de changement fiable",
     "Orienting/regulatory capacity (ORC) as rated by the mother went from 4.10 at baseline to 4.50 at "
     "follow-up, by no more than comparison infants of this age change in this time. Mother’s and "
     "partner’s ratings moved in opposite directions: +0.40 (mother), −0.30 (partner). Change "
     "+0.40 points; limits of reliable change: below −0.39 or above +0.69 (level 2.5 %; against 10 "
     "comparison infants: Hamilton girls, at rest). The published average effect (d 0.29; here about "
     "+0.09 points) would be too small to recognise in one infant. Within the comparison range at both "
     "visits (central 95 %, estimated from 10 infants; percentile at baseline: 62 (95 % CI 38 to 83); at "
     "follow-up: 79 (95 % CI 56 to 95)).",
     "Capacité d’orientation/régulation (ORC) selon la mère : 4,10 (visite initiale) puis 4,50 (visite de "
     "suivi), différence qui ne va pas au-delà des variations observées chez des nourrissons de "
     "comparaison de cet âge sur la même période. Les évaluations de la mère et du partenaire vont en sens "
     "opposé : +0,40 (mère), −0,30 (partenaire). Changement : +0,40 point ; seuils de changement fiable : "
     "en dessous de −0,39 ou au-dessus de +0,69 (niveau 2,5 % ; par rapport à 10 nourrissons de "
     "comparaison : Hamilton girls, at rest). L’effet moyen publié (d = 0,29 ; ici environ +0,09 point) "
     "serait trop faible pour être reconnu chez un seul nourrisson. Dans la plage de comparaison aux deux "
     "visites (95 % centraux, estimés sur 10 nourrissons ; percentile, visite initiale : 62 (IC à 95 % de "
     "38 à 83) ; visite de suivi : 79 (IC à 95 % de 56 à 95))."},
    {"a retest that was entered", 2, "reliable",
     "The one domain that could be judged changed by more than retest error (normal development not taken "
     "into account): parent-rated temperament (more regulation). In the direction reported for infants "
     "after their mothers’ treatment; without comparison infants this cannot be told from normal "
     "development, and one infant cannot show what caused it. For heart: no difference found between the "
     "recordings. For brain: not recorded.",
     "Le seul domaine évaluable présente un changement supérieur à l’erreur test-retest (développement "
     "normal non pris en compte) : le tempérament selon le questionnaire parental (plus de régulation). "
     "Dans le sens rapporté pour des nourrissons après le traitement de leur mère ; sans nourrissons de "
     "comparaison, cela ne se distingue pas du développement normal, et un seul nourrisson ne permet pas "
     "d’en établir la cause. Pour le cœur : aucune différence décelée entre les enregistrements. Pour le "
     "cerveau : aucun enregistrement.",
     "Rose reliably", "Augmentation fiable",
     "Orienting/regulatory capacity (ORC) as rated by the mother rose reliably from baseline to follow-up: "
     "by more than this measure’s retest error; normal development over this time is not taken into "
     "account. Change +2.80 points; limits of reliable change: below −0.88 or above +0.88 (level 5 %; SD "
     "0.60, retest r 0.72; r: our own retest, 2025).",
     "Capacité d’orientation/régulation (ORC) selon la mère : augmentation fiable (visite initiale → "
     "visite de suivi), au-delà de l’erreur test-retest de cette mesure ; le développement normal pendant "
     "cet intervalle n’est pas pris en compte. Changement : +2,80 points ; seuils de changement fiable : "
     "en dessous de −0,88 ou au-dessus de +0,88 (niveau 5 % ; ET 0,60, r test-retest 0,72 ; r : our own "
     "retest, 2025)."},
    {"score entered once", 2, "cannot_judge",
     "Whether this infant changed cannot be judged: there are no comparison infants and no known retest "
     "reliability. For heart: no difference found between the recordings. For parent-rated temperament: "
     "cannot be judged. For brain: not recorded.",
     "Impossible de juger si ce nourrisson a changé : il n’y a ni nourrissons de comparaison ni fidélité "
     "test-retest connue. Pour le cœur : aucune différence décelée entre les enregistrements. Pour le "
     "tempérament selon le questionnaire parental : évaluation impossible. Pour le cerveau : aucun "
     "enregistrement.",
     "Cannot be judged", "Non évaluable",
     "Orienting/regulatory capacity (ORC) as rated by the mother cannot be compared from baseline to "
     "follow-up (follow-up: no score was entered).",
     "Capacité d’orientation/régulation (ORC) selon la mère, visite initiale → visite de suivi : "
     "comparaison impossible (visite de suivi : aucun score n’a été saisi)."},
    {"breathing outside the band", 0, "not_comparable",
     "Whether this infant changed cannot be judged. For heart: visits not comparable. For brain: not "
     "recorded.",
     "Impossible de juger si ce nourrisson a changé. Pour le cœur : visites non comparables. Pour le "
     "cerveau : aucun enregistrement.",
     "Not comparable", "Non comparables",
     "Respiratory sinus arrhythmia at rest: the visits are not comparable (follow-up: breathing at 1.15 Hz "
     "(69 breaths/min) lies outside the RSA band, 0.3 Hz to 1 Hz), so a difference would say nothing of "
     "the infant.",
     "Arythmie sinusale respiratoire au repos : les visites ne sont pas comparables (visite de suivi : "
     "respiration à 1,15 Hz (69 cycles/min), hors de la bande de l’arythmie sinusale respiratoire, de "
     "0,3 Hz à 1 Hz), une différence ne dirait donc rien du nourrisson."},
    {"another reference", 1, "not_comparable",
     "The one domain that could be judged (heart) showed no reliable change. For brain: visits not "
     "comparable.",
     "Le seul domaine évaluable (le cœur) ne montre pas de changement fiable. Pour le cerveau : visites "
     "non comparables.",
     "Not comparable", "Non comparables",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity): the visits "
     "are not comparable (recorded against A1 at baseline and against Cz at follow-up; choose a common "
     "reference in the settings), so a difference would say nothing of the infant.",
     "Asymétrie alpha frontale (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : les "
     "visites ne sont pas comparables (enregistrements référencés à A1 (visite initiale) et à Cz (visite "
     "de suivi) ; choisissez une référence commune dans les réglages), une différence ne dirait donc rien "
     "du nourrisson."},
    {"other phases", 1, "not_comparable",
     "The one domain that could be judged (heart) showed no reliable change. For brain: visits not "
     "comparable.",
     "Le seul domaine évaluable (le cœur) ne montre pas de changement fiable. Pour le cerveau : visites "
     "non comparables.",
     "Not comparable", "Non comparables",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity): the visits "
     "are not comparable (the recordings of baseline and follow-up hold different parts of the procedure), "
     "so a difference would say nothing of the infant.",
     "Asymétrie alpha frontale (ln F4 − ln F3 ; positif : relativement plus d’activité gauche) : les "
     "visites ne sont pas comparables (les enregistrements (visite initiale, visite de suivi) contiennent "
     "des parties différentes de la procédure), une différence ne dirait donc rien du nourrisson."},
    {"too short", 0, "too_little",
     "Whether this infant changed cannot be judged. For heart: too little data. For brain: not recorded.",
     "Impossible de juger si ce nourrisson a changé. Pour le cœur : données insuffisantes. Pour le "
     "cerveau : aucun enregistrement.",
     "Too little data", "Données insuffisantes",
     "Respiratory sinus arrhythmia over the whole recording: too little data (follow-up: 1 usable epoch, 2 "
     "needed).",
     "Arythmie sinusale respiratoire sur tout l’enregistrement : données insuffisantes (visite de suivi : "
     "1 époque utilisable, 2 nécessaires)."},
    {"one file twice", 1, "cannot_judge",
     "Whether this infant changed cannot be judged: the same file was given for each visit.",
     "Impossible de juger si ce nourrisson a changé : le même fichier a été fourni pour chaque visite.",
     "Cannot be judged", "Non évaluable",
     "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity) cannot be "
     "compared from baseline to follow-up (the same file was given for both visits).",
     "Asymétrie alpha frontale (ln F4 − ln F3 ; positif : relativement plus d’activité gauche), visite "
     "initiale → visite de suivi : comparaison impossible (le même fichier a été fourni pour les deux "
     "visites)."},
    {"few epochs", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (more variability). In the direction "
     "reported for infants after their mothers’ treatment; one infant cannot show what caused it. For "
     "brain: not recorded. The data of heart are of low certainty.",
     "Le seul domaine évaluable présente un changement fiable : le cœur (plus de variabilité). Dans le "
     "sens rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne permet "
     "pas d’en établir la cause. Pour le cerveau : aucun enregistrement. Les données ne permettent qu’une "
     "certitude faible pour le cœur.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: by more than "
     "comparison infants of this age change in this time. Change +1.40 ln ms² (95 % CI +0.98 to +1.82); "
     "limits of reliable change: below −0.31 or above +0.61 (level 5 %; against 10 comparison infants: "
     "Hamilton girls, at rest). The published average effect (d 0.56; here about +0.17 ln ms²) would be "
     "too small to recognise in one infant. Now outside the comparison range (central 95 %, estimated from "
     "10 infants; percentile at baseline: 50 (95 % CI 27 to 73); at follow-up: above the 99th (95 % CI 95 "
     "to 100)). Certainty is low (baseline: 3 epochs of 30 s, 4 recommended; follow-up: 3 epochs of 30 s, "
     "4 recommended).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), "
     "au-delà des variations observées chez des nourrissons de comparaison de cet âge sur la même période. "
     "Changement : +1,40 ln ms² (IC à 95 % de +0,98 à +1,82) ; seuils de changement fiable : en dessous de "
     "−0,31 ou au-dessus de +0,61 (niveau 5 % ; par rapport à 10 nourrissons de comparaison : Hamilton "
     "girls, at rest). L’effet moyen publié (d = 0,56 ; ici environ +0,17 ln ms²) serait trop faible pour "
     "être reconnu chez un seul nourrisson. Désormais hors de la plage de comparaison (95 % centraux, "
     "estimés sur 10 nourrissons ; percentile, visite initiale : 50 (IC à 95 % de 27 à 73) ; visite de "
     "suivi : au-dessus du 99e (IC à 95 % de 95 à 100)). Certitude faible (visite initiale : 3 époques de "
     "30 s, 4 recommandées ; visite de suivi : 3 époques de 30 s, 4 recommandées)."},
    {"no age entered", 0, "reliable",
     "The one domain that could be judged changed reliably (age not taken into account): heart (more "
     "variability). In the direction reported for infants after their mothers’ treatment; one infant "
     "cannot show what caused it. For brain: not recorded.",
     "Le seul domaine évaluable présente un changement fiable (âge non pris en compte) : le cœur (plus de "
     "variabilité). Dans le sens rapporté pour des nourrissons après le traitement de leur mère ; un seul "
     "nourrisson ne permet pas d’en établir la cause. Pour le cerveau : aucun enregistrement.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: by more than "
     "comparison infants change in this time (age not taken into account). Change +1.40 ln ms² (95 % CI "
     "+0.98 to +1.82); limits of reliable change: below −0.31 or above +0.61 (level 5 %; against 10 "
     "comparison infants: Hamilton girls, at rest).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), "
     "au-delà des variations observées chez des nourrissons de comparaison sur la même période (âge non "
     "pris en compte). Changement : +1,40 ln ms² (IC à 95 % de +0,98 à +1,82) ; seuils de changement "
     "fiable : en dessous de −0,31 ou au-dessus de +0,61 (niveau 5 % ; par rapport à 10 nourrissons de "
     "comparaison : Hamilton girls, at rest)."},
    {"visits of the user's own names", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (more variability). In the direction "
     "reported for infants after their mothers’ treatment; one infant cannot show what caused it. For "
     "brain: not recorded.",
     "Le seul domaine évaluable présente un changement fiable : le cœur (plus de variabilité). Dans le "
     "sens rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne permet "
     "pas d’en établir la cause. Pour le cerveau : aucun enregistrement.",
     "Rose reliably", "Augmentation fiable",
     "Respiratory sinus arrhythmia at rest rose reliably from “before, at rest” to “after <b>CBT</b>”: by "
     "more than comparison infants of this age change in this time. Change +1.40 ln ms² (95 % CI +0.98 to "
     "+1.82); limits of reliable change: below −0.31 or above +0.61 (level 5 %; against 10 comparison "
     "infants: Hamilton girls, at rest). The published average effect (d 0.56; here about +0.17 ln ms²) "
     "would be too small to recognise in one infant. Now outside the comparison range (central 95 %, "
     "estimated from 10 infants; percentile at “before, at rest”: 50 (95 % CI 27 to 73); at “after "
     "<b>CBT</b>”: above the 99th (95 % CI 95 to 100)).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite « before, at rest » → visite "
     "« after <b>CBT</b> »), au-delà des variations observées chez des nourrissons de comparaison de cet "
     "âge sur la même période. Changement : +1,40 ln ms² (IC à 95 % de +0,98 à +1,82) ; seuils de "
     "changement fiable : en dessous de −0,31 ou au-dessus de +0,61 (niveau 5 % ; par rapport à 10 "
     "nourrissons de comparaison : Hamilton girls, at rest). L’effet moyen publié (d = 0,56 ; ici environ "
     "+0,17 ln ms²) serait trop faible pour être reconnu chez un seul nourrisson. Désormais hors de la "
     "plage de comparaison (95 % centraux, estimés sur 10 nourrissons ; percentile, visite « before, at "
     "rest » : 50 (IC à 95 % de 27 à 73) ; visite « after <b>CBT</b> » : au-dessus du 99e (IC à 95 % de 95 "
     "à 100))."},
    {"crying at the second visit", 0, "reliable",
     "The one domain that could be judged changed reliably: heart (less variability). At follow-up the "
     "infant may have been crying: this alone can change the heart measure. Against the direction reported "
     "for infants after their mothers’ treatment; one infant cannot show what caused it. For brain: not "
     "recorded.",
     "Le seul domaine évaluable présente un changement fiable : le cœur (moins de variabilité). Pleurs "
     "possibles (visite de suivi) : ils peuvent à eux seuls modifier la mesure cardiaque. À l’opposé du "
     "sens rapporté pour des nourrissons après le traitement de leur mère ; un seul nourrisson ne permet "
     "pas d’en établir la cause. Pour le cerveau : aucun enregistrement.",
     "Fell reliably", "Diminution fiable",
     "Respiratory sinus arrhythmia at rest fell reliably from baseline to follow-up: by more than "
     "comparison infants of this age change in this time. Change −1.10 ln ms² (95 % CI −1.52 to −0.68); "
     "limits of reliable change: below −0.31 or above +0.61 (level 5 %; against 10 comparison infants: "
     "Hamilton girls, at rest). The published average effect (d 0.56; here about +0.17 ln ms²) would be "
     "too small to recognise in one infant. Heart rate 140/min at baseline, 150/min at follow-up. At "
     "follow-up, 10 s are marked as crying and left out. At follow-up the heart rate was 25/min or more "
     "above this infant’s own (140/min) for 2 min, as it is in crying. Now outside the comparison range "
     "(central 95 %, estimated from 10 infants; percentile at baseline: 73 (95 % CI 48 to 91); at "
     "follow-up: 1 (95 % CI 0 to 9)).",
     "Arythmie sinusale respiratoire au repos : diminution fiable (visite initiale → visite de suivi), "
     "au-delà des variations observées chez des nourrissons de comparaison de cet âge sur la même période. "
     "Changement : −1,10 ln ms² (IC à 95 % de −1,52 à −0,68) ; seuils de changement fiable : en dessous de "
     "−0,31 ou au-dessus de +0,61 (niveau 5 % ; par rapport à 10 nourrissons de comparaison : Hamilton "
     "girls, at rest). L’effet moyen publié (d = 0,56 ; ici environ +0,17 ln ms²) serait trop faible pour "
     "être reconnu chez un seul nourrisson. Fréquence cardiaque : 140/min (visite initiale), 150/min "
     "(visite de suivi). Pleurs annotés (visite de suivi) : 10 s, écartés de l’analyse. Pendant 2 min "
     "(visite de suivi), la fréquence cardiaque dépassait d’au moins 25/min la fréquence propre de ce "
     "nourrisson (140/min), comme lors de pleurs. Désormais hors de la plage de comparaison (95 % "
     "centraux, estimés sur 10 nourrissons ; percentile, visite initiale : 73 (IC à 95 % de 48 à 91) ; "
     "visite de suivi : 1 (IC à 95 % de 0 à 9))."},
    {"three visits", 0, "no_difference_found",
     "At follow-up: The one domain that could be judged changed reliably: heart (more variability). In the "
     "direction reported for infants after their mothers’ treatment; one infant cannot show what caused "
     "it. For brain: not recorded. At visit 3: Whether this infant changed cannot be judged. For heart: no "
     "difference found between the recordings. For brain: not recorded.",
     "À la visite de suivi – Le seul domaine évaluable présente un changement fiable : le cœur (plus de "
     "variabilité). Dans le sens rapporté pour des nourrissons après le traitement de leur mère ; un seul "
     "nourrisson ne permet pas d’en établir la cause. Pour le cerveau : aucun enregistrement. À la "
     "visite 3 – Impossible de juger si ce nourrisson a changé. Pour le cœur : aucune différence décelée "
     "entre les enregistrements. Pour le cerveau : aucun enregistrement.",
     "No difference found (visit 3)", "Aucune différence décelée (visite 3)",
     "Respiratory sinus arrhythmia at rest rose reliably from baseline to follow-up: by more than "
     "comparison infants of this age change in this time. Change +1.40 ln ms² (95 % CI +0.98 to +1.82); "
     "limits of reliable change: below −0.31 or above +0.61 (level 5 %; against 10 comparison infants: "
     "Hamilton girls, at rest). The published average effect (d 0.56; here about +0.17 ln ms²) would be "
     "too small to recognise in one infant. Now outside the comparison range (central 95 %, estimated from "
     "10 infants; percentile at baseline: 50 (95 % CI 27 to 73); at follow-up: above the 99th (95 % CI 95 "
     "to 100)). Respiratory sinus arrhythmia at rest: the recordings of follow-up and visit 3 differ by "
     "more than their own measurement error; whether the infant changed cannot be judged: no comparison "
     "infant of this infant’s age has this measure both at follow-up and at visit 3; at least 5 are "
     "needed. Change −1.30 ln ms² (95 % CI −1.72 to −0.88). Respiratory sinus arrhythmia at rest: no "
     "difference found between the recordings of baseline and visit 3; a fall of up to 0.32 or a rise of "
     "up to 0.52 could have been missed. Change +0.10 ln ms² (95 % CI −0.32 to +0.52).",
     "Arythmie sinusale respiratoire au repos : augmentation fiable (visite initiale → visite de suivi), "
     "au-delà des variations observées chez des nourrissons de comparaison de cet âge sur la même période. "
     "Changement : +1,40 ln ms² (IC à 95 % de +0,98 à +1,82) ; seuils de changement fiable : en dessous de "
     "−0,31 ou au-dessus de +0,61 (niveau 5 % ; par rapport à 10 nourrissons de comparaison : Hamilton "
     "girls, at rest). L’effet moyen publié (d = 0,56 ; ici environ +0,17 ln ms²) serait trop faible pour "
     "être reconnu chez un seul nourrisson. Désormais hors de la plage de comparaison (95 % centraux, "
     "estimés sur 10 nourrissons ; percentile, visite initiale : 50 (IC à 95 % de 27 à 73) ; visite de "
     "suivi : au-dessus du 99e (IC à 95 % de 95 à 100)). Arythmie sinusale respiratoire au repos : les "
     "enregistrements (visite de suivi, visite 3) diffèrent au-delà de leur propre erreur de mesure ; "
     "impossible de juger si le nourrisson a changé : aucun nourrisson de comparaison d’âge correspondant "
     "n’a cette mesure aux deux visites (visite de suivi, visite 3) ; il en faut au moins 5. Changement : "
     "−1,30 ln ms² (IC à 95 % de −1,72 à −0,88). Arythmie sinusale respiratoire au repos : aucune "
     "différence décelée entre les enregistrements (visite initiale → visite 3) ; une baisse allant "
     "jusqu’à 0,32 ou une hausse allant jusqu’à 0,52 a pu passer inaperçue. Changement : +0,10 ln ms² (IC "
     "à 95 % de −0,32 à +0,52)."},
    {"one visit", 0, "cannot_judge", "", "", "One visit only", "Une seule visite",
     "Respiratory sinus arrhythmia at rest was 3.00 ln ms²; a second visit is needed to speak of change.",
     "Arythmie sinusale respiratoire au repos : 3,00 ln ms² ; il faut une seconde visite pour parler de "
     "changement."},
};

}  // namespace attune::test
