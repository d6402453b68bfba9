// L’écran Mère et nourrisson.
import type { Text } from "../en";

export const pair: Text["pair"] = {
  title: "Mère et nourrisson : qui précède l’autre",
  lead: "Deux cœurs sur une même horloge. Leurs changements vont‑ils ensemble plus que le hasard ne le ferait, et lesquels viennent en premier ?",
  privacy:
    "Les fichiers sont lus et calculés par cette page, sur cet ordinateur ; les battements sont détectés et corrigés automatiquement. Ce que vous avez rectifié à la main sous Signaux dans l’un de ces enregistrements compte aussi ici ; dans un enregistrement des deux cœurs, pour celui du nourrisson.",
  link: "Mère et nourrisson : qui précède l’autre",
  offer: "Un enregistrement contient aussi le cœur de la mère :",
  choose: "Les deux cœurs",
  fromVisit: (visit) => `${visit} : les deux cœurs`,
  pick: {
    both: "Un enregistrement avec les deux cœurs",
    mother: "L’enregistrement ou la liste de battements de la mère",
    infant: "L’enregistrement ou la liste de battements du nourrisson",
  },
  whose: { both: "Les deux", mother: "Mère", infant: "Nourrisson" },
  age: "Âge du nourrisson, en mois",
  signal: { mother: "Signal de la mère", infant: "Signal du nourrisson" },
  byLabel: "selon les libellés",
  clock: "Une même horloge pour deux fichiers",
  clockHint:
    "Sans indication, ce sont les heures de début qui comptent, et pour des listes leur propre zéro. Une erreur ici décale tous les délais d’autant.",
  offset: "Le fichier du nourrisson commence, en secondes après celui de la mère",
  drift: "La seconde du nourrisson est plus longue de, en parties par million",
  trigger: "Ou une marque présente dans les deux fichiers, telle qu’elle y est écrite",
  earlier: "Résultat d’une visite antérieure (attune-pair.json)",
  earlierHint: "L’avance aux deux visites est alors comparée.",
  earlierSaved: "tel que dans le travail enregistré",
  awaited: {
    both: "Le travail enregistré ne contient aucun enregistrement : choisissez celui des deux cœurs.",
    mother: "Le travail enregistré ne contient aucun enregistrement : choisissez le fichier de la mère.",
    infant: "Le travail enregistré ne contient aucun enregistrement : choisissez le fichier du nourrisson.",
  },
  strange: {
    both: "L’enregistrement des deux cœurs est un autre que celui du travail enregistré.",
    mother: "Le fichier de la mère est un autre que celui du travail enregistré.",
    infant: "Le fichier du nourrisson est un autre que celui du travail enregistré.",
  },
  noEarlier: "Ne comparer à aucune visite antérieure",
  examples: "Qui précède l’autre ? Une mère et son nourrisson simulés",
  example: ["À la première visite", "Neuf semaines plus tard"],
  exampleAbout:
    "Jeu, visage immobile et retrouvailles, onze minutes. Devinez qui précède l’autre, puis voyez ce qui a été introduit.",
  simulated: "simulation : personne n’a été enregistré",
  close: "Fermer",
  working: "Lecture et comparaison des deux cœurs …",
  change: "Depuis la visite antérieure",
  hearts: { mother: "Mère", infant: "Nourrisson" },
  heartOf: (who: string, source: string, why: string, band: string) =>
    `${who} : ${source} ; bande ASR ${band} (${why})`,
  means: "Moyennes :",
  courses: (measure) => `${measure} des deux cœurs`,
  coursesHow:
    "Le tracé de la mère est en tirets et se lit à gauche, celui du nourrisson est continu et se lit à droite, chacun sur sa propre étendue. En grisé : une phase sur deux. Là où une ligne s’interrompt, trop peu de battements étaient utilisables. Que deux lignes montent ou descendent ensemble pendant des minutes n’est pas un couplage : cette dérive est retirée avant de les comparer.",
  lags: (measure) => `${measure}, délai par délai`,
  lagsHow:
    "Comment les deux tracés, sans leur dérive, vont ensemble lorsque celui du nourrisson est pris autant de secondes plus tard. Un pic à droite : les changements de la mère venaient en premier. La bande grise contient ce que 95 % des substituts ne dépassent pas à leur plus haut pic sur tous les délais. Le point est le pic, son trait l’étendue où tombe le pic de 95 % des rééchantillonnages par blocs.",
  infantFirst: "◂ nourrisson d’abord",
  motherFirst: "mère d’abord ▸",
  time: "Temps, min:s",
  lag: "Délai, s",
  r: "Corrélation",
  measures: { heart_period: "Période cardiaque", rsa: "ASR" },
  units: { heart_period: "ms", rsa: "ln ms²" },
  table: "Phase par phase",
  tableNote:
    "La tâche est l’ensemble des phases, chacune avec son propre niveau et sa propre dérive. Les phases prises une à une sont nombreuses et courtes, donc exploratoires.",
  columns: {
    phase: "Phase",
    measure: "Mesure",
    found: "Constat",
    peak: "Corrélation au pic",
    chance: "Atteint par hasard",
    lag: "Délai, s (positif : mère d’abord)",
    index: "Indice d’avance",
    p: "p",
  },
  task: "La tâche",
  noPhases: "Aucune phase n’est nommée : la tâche est tout le temps que les deux ont en commun.",
  found: {
    mother: "mère d’abord",
    infant: "nourrisson d’abord",
    cannot_tell: "ensemble ; ordre indéterminé",
    no_coupling_found: "aucun couplage trouvé",
    too_short: "trop court pour conclure",
    missing: "un seul cœur",
  },
  methods: "Ce qui a été fait, et ce que cela ne peut pas dire",
  save: "Enregistrer les nombres (JSON)",
  saveHint:
    "Les phases y sont nommées par leur type. Le fichier sert de résultat d’une visite antérieure, ici et pour attune dyad.",
  fileName: "attune-pair.json",
  truth: "Ce qui a été introduit",
  put: (leads, lag) =>
    leads === "nobody"
      ? "Rien : chaque cœur va son propre chemin."
      : `Les changements ${leads === "mother" ? "de la mère" : "du nourrisson"} viennent en premier, de ${lag} s ; pour la période cardiaque comme pour l’ASR.`,
  strength: "Force du couplage",
};
