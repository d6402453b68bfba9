// The screen Methods. Titles of publications stay as they were published.
import { en, type Text } from "../en";

const rsaFormula =
  "ASR = moyenne, sur les époques de 30 s, de ln(puissance de la période cardiaque dans la bande respiratoire)";

export const methods: Text["methods"] = {
  title: "Méthodes",
  lead: "Comment chaque nombre est formé, et chaque réglage avec sa valeur par défaut et sa source. Ce qui a été mesuré de la justesse, des erreurs, des fausses alertes et de l’accord se trouve dans le fichier tests/VALIDATION.md des sources du programme, chaque chiffre avec la commande qui l’affiche.",
  setting: "Réglage",
  value: "Valeur",
  range: "Peut valoir",
  source: "Source",
  groups: {
    phases: "Phases",
    marks: "Pauses et passages marqués comme mauvais",
    ecg: "Battements",
    hrv: "Variabilité de la fréquence cardiaque",
    eeg: "EEG",
    coding: "Comportement codé",
    edits: "Corrections à la main",
    comparison: "Changement fiable et nourrissons de comparaison",
    check: "Dates et âges",
    curve: "Ce que la courbe de spécifications fait varier",
    gates: "Ce qui entre dans la comparaison des groupes",
    group: "Comparaison des groupes",
    reference: "Nourrissons de comparaison pour d’autres",
  },
  porgesGain: {
    title: "Ce que les filtres de Porges et Bohrer font d’une respiration de chaque fréquence",
    about:
      "Ce que le polynôme mobile ajoute à l’ASR d’une respiration d’une seule fréquence, en unités ln, seul puis suivi du passe-bande ; calculé d’après les poids des filtres à la fréquence de rééchantillonnage ci-dessous. Un changement de la seule fréquence respiratoire déplace cette ASR d’autant. La spline qui rééchantillonne les battements retire encore un peu d’une respiration rapide.",
    frequency: "Respiration, Hz",
    polynomial: "polynôme mobile",
    filtered: "avec le passe-bande",
  },
  rsaFormula,
  formulas: [
    {
      title: "Asymétrie alpha frontale (FAA)",
      formula: "FAA = ln P(droite) − ln P(gauche)",
      body: "P est la puissance des raies alpha, les deux bords compris, en µV², en moyenne sur les fenêtres exploitables : 1 s chacune, recouvrement de moitié, moyenne retirée, fenêtre de Hann. Positif signifie relativement plus d’activité frontale gauche, car la puissance alpha est inverse de l’activité. Un bootstrap qui tire des blocs de fenêtres voisines (Künsch 1989) donne l’erreur de mesure standardisée (SME ; Luck et al. 2021) : ce dont différerait un autre enregistrement du même état. Une forme close, √(2 (1 − cohérence) / 4T), figure à côté sous Qualité comme contrôle. L’état d’un nourrisson dérive en quelques dizaines de secondes ; l’erreur standard est donc la SME multipliée par la racine de ce que les ondes les plus lentes de l’asymétrie ont de puissance de plus que toutes ses ondes, bloc par bloc : cosinus d’un demi-tour, d’un tour, d’un tour et demi sur l’enregistrement (Lazarus et al. 2018), quatre en deux minutes, pour d’autres durées selon la racine cubique de la durée, au moins deux ; la plus lente pèse le plus. Le t de Student a les quelques degrés de liberté de ces ondes ; les intervalles sont donc larges ; par hasard, ce dont t tient compte, une ES peut se trouver sous sa SME. Les scores d’un bloc sur deux figurent à côté ; d’un nourrisson à l’autre, leur corrélation est la fidélité par bissection (Spearman–Brown). La forme relative divise par toute la puissance de 1 à 20 Hz ; la forme oscillatoire retire d’abord le fond en 1/f : une droite du ln de la puissance en fonction du ln de la fréquence, de 2 à 24 Hz sans 5 à 12 Hz (d’après Donoghue et al. 2020, sans coude), telle que la montre une fenêtre de Hann. L’exposant et le niveau de cette droite figurent à côté, à chaque visite et en changement, en moyenne des deux sites et en différence droite moins gauche, avec des erreurs tirées des mêmes tirages ; l’erreur de chaque ajustement est l’écart des raies à la droite. Ils sont exploratoires.",
    },
    {
      title: "Arythmie sinusale respiratoire (ASR ; RSA en anglais)",
      formula: rsaFormula,
      body: "En ln ms². La transformée de Fourier est prise sur les battements eux-mêmes, chaque intervalle pondéré par sa propre durée, après retrait de la tendance linéaire et fenêtre de Hamming. Les séries interpolées, la façon habituelle, perdent une part de la respiration rapide des nourrissons : à 0,8 fois la moitié de la fréquence des battements, 0,4 unité ln par spline cubique, 1,1 par segments de droite. La bande finit à la moitié de la fréquence des battements où celle-ci est plus basse. La puissance qu’apporte le bruit des instants R est retirée ; où elle dépasse un tiers, l’ASR n’est pas donnée. Moyenne et erreur standard sont formées sur les époques utilisées, phase par phase, de sorte que les différences entre phases ne sont pas une erreur ; l’erreur est celle des ondes les plus lentes des valeurs des époques, comme pour l’asymétrie mais deux en deux minutes, car l’ASR dérive aussi. La SME, d’après la simple dispersion des époques, et les moyennes d’une époque sur deux figurent sous Qualité. L’ASR par le filtre polynomial de Porges et Bohrer figure à côté ; la fréquence respiratoire à elle seule la déplace, selon le tableau ci-dessous, autant que l’effet publié, les deux ne sont donc jamais mélangées. L’ASR spectrale est juste à 0,1 unité ln près, pour une respiration jusqu’à 0,8 fois la moitié de la fréquence des battements, si les battements sont récursifs, chaque intervalle étant la période cardiaque à son premier battement, comme dans beaucoup de simulations. Sous une modulation de fréquence d’impulsions par intégration (Hyndman & Mohn 1975), chaque intervalle est la moyenne de la période sur lui-même, et la puissance à f diminue de sinc²(f × intervalle moyen) : 0,31 unité ln à 0,7 Hz et 140 battements par minute. Duquel des deux le nœud sinusal d’un nourrisson est plus proche n’est pas connu ; un réglage choisit, et le rapport montre les deux. Une respiration hors de la bande, ou si rapide qu’elle peut se replier à la moitié de la fréquence cardiaque, est trouvée d’après un canal de respiration ou sinon d’après les battements (la bosse de leur spectre que partagent la plupart des segments) ; l’ASR est alors montrée et n’est comparée à celle d’aucune autre visite.",
    },
    {
      title: "Battements",
      formula: "détecté → ectopique · manqué · en trop · long ou court",
      body: "Les pics d’un filtre adapté au battement moyen et au bruit de l’enregistrement sont des candidats ; le chemin le plus vraisemblable à travers eux, d’après les rythmes vraisemblables, est la liste des battements. Les pics R sont situés entre les échantillons, et l’erreur de chaque instant s’obtient en ajoutant le bruit de l’enregistrement au battement moyen puis en le situant de nouveau. Les battements sont classés comme chez Lipponen et Tarvainen (2019) : est corrigé le battement dont le déplacement, le retrait ou l’ajout rend les différences d’intervalles successifs plus vraisemblables de plus que le prix d’une correction ; un soupir, un saut ou une décélération n’en ont pas et restent. Un intervalle qu’aucun de ceux d’à côté ne soutient dans les limites du critère de Berntson (1990), environ un sixième, n’entre dans aucune mesure : la série s’y interrompt, et le cours lent y sert de pont à son spectre. Rien n’est effacé, et chaque battement corrigé est marqué dans les figures. Une époque qui en compte trop n’est pas utilisée, ni une dont l’ASR et la RMSSD se contredisent, ni un passage où deux détecteurs divergent, dont la plupart des battements sont incertains, ou dont le rythme quitte celui du cœur en un battement, garde son niveau et revient en un battement. Les corrections à la main, faites sous Signaux, sont une liste d’événements dans les réglages (ajouter, déplacer, retirer, restaurer, écarter un passage), chacun lié à l’empreinte de son enregistrement ; des passages et des canaux de l’EEG sont écartés de la même façon.",
    },
    {
      title: "RMSSD",
      formula: "RMSSD = √ moyenne (NNᵢ₊₁ − NNᵢ)²",
      body: "En ms, d’après des instants de battement plus fins que l’échantillon : des échantillons entiers à 250 Hz la gonfleraient. Un bruit d’écart type σ dans les instants R ajoute 6σ² à son carré et est retiré ; où le doute qui en reste dépasse un dixième, la RMSSD n’est pas donnée, avec les secondes trouvées et nécessaires. Aucune différence n’est formée par-dessus une interruption ni à côté d’un battement dont la détection n’est pas sûre.",
    },
    {
      title: "Ce qu’un enregistrement dit de son propre temps",
      formula: "pause, coupure → nouveau segment ;  marqué comme mauvais → écarté",
      body: "Les annotations, en français, anglais, allemand ou espagnol, et le canal Status de BioSemi disent où l’enregistrement a été interrompu ou coupé : aucun intervalle entre battements, aucune époque, aucune fenêtre ne traverse cet endroit, et les époques recommencent après lui. Les passages désignés comme mauvais, pleurs, mouvement, artefact, impédance ou calibration, et ceux où la référence de l’amplificateur (CMS) était hors limites, sont écartés du cerveau, du cœur et de la respiration, de même qu’un signal d’étalonnage sans marque. Tout cela est dit à l’écran Vérifier ; le tableau des mots, et le choix de garder ces passages, sont des réglages ci-dessous. Une partie du protocole dure aussi longtemps qu’elle le dit, sinon jusqu’à la partie suivante ou jusqu’à une marque brève de sens inconnu, qui est alors signalée.",
    },
    {
      title: "Scores de questionnaires",
      formula:
        "ORC = moyenne du plaisir de faible intensité, de la câlinerie, de la durée d’orientation et de l’apaisabilité",
      body: "Les scores sont pris tels que saisis et contrôlés selon l’étendue de leur échelle. À partir des questions, avec une clé fournie par l’utilisateur, une échelle de l’IBQ-R est la moyenne des questions répondues, les inversées comptant 8 − x ; « ne s’applique pas » ne compte ni au numérateur ni au dénominateur, et au moins la moitié des questions applicables doivent avoir une réponse. Un total de l’EPDS, du PBQ ou du PSI-SF demande toutes ses questions. Une cellule vide, NA et semblables sont manquantes, de même que −99 ou un autre code habituel là où il ne peut être un score ; tout autre code pour « manquant » doit être nommé. Aucun libellé de question n’est fourni.",
    },
    {
      title: "Comportement pendant le visage immobile",
      formula: "proportion = temps dans un état / temps codable de la phase",
      body: "Les états s’excluent ; ce qui n’est pas codé, ou codé comme non codable, n’est pas du temps codable. Les codes qui se chevauchent de plus d’une image vidéo, finissent avant de commencer ou ne finissent jamais sont refusés avec leur ligne et leur temps : rien n’est deviné. Un décalage de temps que BORIS a inscrit dans le tableau est retranché de ses temps. Ce qui est codé à l’écran Coder commence avec l’image qui a été vue, et s’enregistre pour BORIS comme les événements en tableau de sa version 9.12.3 (Friard et Gamba 2016 ; colonnes selon sa source, boris/export_observation.py, les mêmes depuis 8.22). L’effet du visage immobile est la proportion pendant le visage immobile moins celle pendant le jeu, la récupération celle pendant les retrouvailles moins celle pendant le visage immobile ; « en retrait » pendant le visage immobile est la mesure principale. Un état jamais codé à aucune visite n’a pas de nombre. Deux codeurs sont comparés par tranches de 1 s par le kappa de Cohen, en tout, dans chaque phase et pour chaque état contre tous les autres ; une tranche qu’aucun n’a codée ou que l’un a dite non codable est laissée de côté, une tranche que l’un d’eux n’a pas codée est une différence. Des secondes voisines se ressemblent : l’intervalle du kappa n’est donc pas celui de Fleiss, Cohen et Everitt (1969), qui tient chacune pour un tirage à part ; sa partie linéaire est sommée sur des séquences de 30 s, qui sont les tirages (comme grappes, Yang et Zhou 2014), avec t à un degré de liberté de moins qu’elles. Un codage n’est pas comparé à lui-même. Une proportion n’a pas d’erreur standard propre : son changement est donc évalué par le changement fiable et les nourrissons de comparaison seuls.",
    },
    {
      title: "Changement entre visites",
      formula: "changement = ultérieure − initiale,  ES = √(ES₁² + ES₂²)",
      body: "Avec un intervalle de confiance à 95 % tiré des erreurs propres des deux enregistrements, degrés de liberté selon Welch et Satterthwaite. L’intervalle exclut zéro : les enregistrements diffèrent au-delà de leur propre erreur. Il contient zéro : aucune différence décelée, ce qui n’est pas la même chose que pas de différence.",
    },
    {
      title: "Si un changement dépend d’un choix",
      formula:
        "FAA : forme × bande × référence × limite d’amplitude × paire ;  ASR : méthode × époque × bande",
      body: "La courbe de spécifications (Simonsohn, Simmons & Nelson 2020) est le changement de la FAA et de l’ASR pour chaque combinaison des choix ci-dessous que les enregistrements permettent, par ordre de grandeur, chacun avec l’erreur des deux enregistrements, formée comme celle du rapport ; les asymétries ont moins de tirages bootstrap, sauf celle du rapport. Ce qui n’a pas pu être formé est nommé avec sa raison, et des visites enregistrées avec des références différentes ne sont comparées que sous des références que les deux peuvent former. Les analyses partagent les enregistrements : leurs nombres décrivent et ne sont pas un test, et la force du résultat n’en dépend pas. Pour une étude, les mêmes choix forment à nouveau la comparaison des groupes (multivers ; Steegen et al. 2016), à partir de valeurs gardées quand un enregistrement est lu. Un changement de la seule pente 1/f déplace la puissance absolue et non la partie oscillatoire, si bien que les formes se séparent.",
    },
    {
      title: "Changement fiable et nourrissons de comparaison",
      formula:
        "t = (changement − changement moyen) / (s √(1 + 1/n)), ddl n − 1 ;  RC = changement / (s √2 √(1 − r)) ;  t = (x − M) / (s √(1 + 1/n))",
      body: "Que deux enregistrements diffèrent au-delà de leur propre erreur ne dit pas que le nourrisson a changé : les nourrissons changent d’eux-mêmes en quelques semaines. Un changement n’est donc dit fiable qu’à côté de nourrissons de comparaison vus deux fois sur un intervalle semblable (à ±25 % près ; t à n − 1 degrés de liberté), ou par une fidélité test-retest saisie (Jacobson et Truax 1991 ; t lorsque s vient de peu de nourrissons). Lorsque le niveau initial s’écarte d’au moins 1,5 écart type de la moyenne des nourrissons de comparaison, leur régression de la valeur ultérieure sur l’initiale prime (Crawford et Garthwaite 2007) : les valeurs extrêmes reviennent d’elles-mêmes. Les parts codées sont évaluées comme l’arc sinus de leur racine carrée, et les deux formes doivent concorder. La première phrase d’un rapport compte une mesure principale par domaine, ajustées ensemble (Holm 1979) là où les visites sont comparables ; les limites montrées sont celles qu’un changement devrait dépasser, à son rang. À partir de trois visites, chaque pas d’une visite à la suivante est jugé de la même façon, par rapport à des nourrissons vus à ces deux visites ; la première phrase ne compte que les changements depuis la première visite. Tout le reste est exploratoire. Les fidélités publiées d’autres échantillons sont montrées et ne décident pas, sauf si leur réglage le dit. À un jour ou plus d’intervalle, la variabilité cardiaque des nourrissons a une fidélité d’environ r = 0,40 (méta-analyse de 49 études, Weiner & McGrath) : des changements aussi grands que ceux publiés sont donc habituels chez un seul nourrisson ; trois mois plus tard, le gain des nourrissons dont la mère avait été traitée était encore là (Yousefi Kousha et al. 2025). Lorsque l’écart type robuste des nourrissons de comparaison (1,4826 fois la médiane des écarts absolus à la médiane) diffère nettement de leur écart type, médiane et écart type robuste sont dits à côté ; ils ne décident rien. La place du nourrisson est le t de Crawford et Howell (1998), son percentile avec l’intervalle de Crawford et Garthwaite (2002). Si les semaines d’avance à la naissance sont données, l’âge d’un nourrisson né avant 37 semaines est compté à partir de la 40e (Engle 2004), jusqu’à 24 mois après la naissance, comme il est d’usage (Wilson et Cradock 2004 ; réglages check), partout où un âge décide : nourrissons de comparaison, réglages du cœur, fréquences cardiaques plausibles, doutes sur la bande alpha ; le temps entre les visites est celui depuis la naissance.",
    },
    {
      title: "Ce qui est dit, et avec quelle force",
      formula:
        "fiable · pas de changement fiable · différence décelée, changement non évalué · aucune différence décelée",
      body: "Fiable demande des nourrissons de comparaison ou une fidélité qui décide. Sans eux, un rapport dit tout au plus que les enregistrements diffèrent au-delà de leur propre erreur de mesure, et qu’on ne peut pas juger si le nourrisson a changé ; aucune différence décelée nomme la plus grande baisse et la plus grande hausse qui ont pu passer inaperçues. Trois réponses remplacent un verdict : non comparables, lorsque les visites ont été enregistrées par rapport à des références différentes, contiennent des parties différentes de la procédure ou que le nourrisson a respiré hors de la bande ; données insuffisantes ; et dépend de la méthode de calcul, lorsque la puissance absolue et l’oscillatoire (ou l’ASR spectrale et celle de Porges–Bohrer) se contredisent : l’une au-delà de son erreur, l’intervalle de l’autre contenant zéro mais pas ce changement. « Dans le sens rapporté » n’est dit que des changements fiables ; le changement moyen des études (Krzeczkowski, Schmidt et Van Lieshout 2021 : d 0,56 pour l’ASR, 0,60 pour la FAA, 0,29 et 0,35 pour l’ORC, fois l’écart type des nourrissons de comparaison) se tient à côté des limites, et chaque rapport dit s’il s’y trouve : dans ces limites, un seul nourrisson ne peut pas le montrer.",
    },
    {
      title: "Groupes",
      formula: "y ~ groupe × visite, corr(visites d’un nourrisson) = ρ",
      body: "Ajusté par REML à tous les nourrissons qui ont une valeur, avec une même corrélation entre les visites d’un nourrisson, qui peut être négative (positive : une ordonnée à l’origine aléatoire), erreurs types (avec l’information observée) et degrés de liberté selon Kenward et Roger ; groupe × temps est le F de tous les termes d’interaction. Ce qui manque est supposé manquer au hasard ; à côté se trouvent les seuls nourrissons vus aux deux visites, et de combien les valeurs manquantes devraient s’écarter de ce qu’attend le modèle pour changer la réponse (ajustement delta). Avec deux visites et des données complètes, c’est le test t des changements. Les paires appariées sont comparées par le test t apparié de leurs changements. d_ppc2 est la différence des changements en écarts types des deux groupes à la première visite (Morris 2008). CCI(C,1), erreur type de mesure et plus petit changement décelable sont ceux des nourrissons de comparaison de la première visite à l’autre. Si les groupes sont équivalents à une visite ultérieure est demandé par deux tests unilatéraux, dans une marge en écarts types du groupe de comparaison à la première visite, et la puissance qu’auraient de tels groupes s’ils étaient vraiment identiques est indiquée ; le volet « Avant une étude » (attune design en ligne de commande) tire et analyse des études d’une taille donnée et dit ce qu’elles trouveraient. Les facteurs de Bayes sont JZS avec l’échelle ci-dessous. La correction de Holm porte sur l’ASR, la FAA et l’ORC de la mère ; tout le reste est exploratoire. Ce qu’un seuil écarte est compté comme manquant avec cette raison, et rien n’est mis en commun au-dessous du nombre de nourrissons indiqué.",
    },
  ],
  references: "Sources",
  referenceList: en.methods.referenceList,
};
