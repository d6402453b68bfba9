// What stands around the screens, and the screen Open.
import type { Text } from "../en";
import { count } from "./grammar";

export const trust: Text["trust"] = {
  title: "Rien ne quitte cet ordinateur.",
  requests: (n) => `${count(n, "requête", "requêtes")} depuis l’ouverture de cette page.`,
  blocked: (n) => `${count(n, "tentative bloquée", "tentatives bloquées")} par le navigateur.`,
  short: (n) => count(n, "requête", "requêtes"),
  how: "Comment le vérifier",
  dialogTitle: "Comment vérifier que rien ne sort",
  steps: [
    "Déconnectez cet ordinateur du réseau, puis ouvrez des enregistrements : tout fonctionne de la même façon.",
    "Ouvrez les outils de développement du navigateur (F12), choisissez « Réseau » et chargez les enregistrements : la liste reste vide.",
    "Lisez les premières lignes du code source de cette page. La règle qui s’y trouve (« connect-src 'none' ») oblige le navigateur lui-même à refuser toute connexion, quoi que tente le programme. Les empreintes à côté désignent le seul script et la seule feuille de style qui peuvent s’exécuter.",
  ],
  counted:
    "La ligne dans la marge compte les requêtes que le navigateur signale pour cette page, et les tentatives que sa règle a arrêtées.",
  close: "Fermer",
};

export const tour: Text["tour"] = {
  start: "Suivre la visite guidée, deux minutes",
  label: "Visite guidée",
  count: (n, all) => `Étape ${n} sur ${all}`,
  back: "Retour",
  next: "Suite",
  leave: "Quitter la visite guidée",
  end: "Terminé",
  stops: [
    [
      "Le résultat d’abord",
      "Un nourrisson simulé, avant et après. Une phrase dit ce que les domaines montrent ensemble, puis une phrase par domaine. Trois questions restent séparées : la différence dépasse-t-elle l’erreur des enregistrements, le changement est-il fiable, et le nourrisson ressemble-t-il aux autres nourrissons ?",
    ],
    [
      "Une ligne par domaine",
      "Le repère et ses mots disent avec quelle force on peut parler d’un changement. À côté, les visites et le changement : en gris, ce que font les nourrissons de comparaison ; un changement ne se distingue que hors du cadre.",
    ],
    [
      "Et si ?",
      "Ouvrez ce volet et choisissez une autre bande ou une autre limite. Tout le rapport suit, et la réponse des valeurs par défaut reste à côté de la vôtre. Un lien transmet vos réglages à d’autres, sans aucune donnée.",
    ],
    [
      "La vérité",
      "Ce nourrisson est simulé : on sait donc ce qui a été introduit. Devinez d’abord, puis regardez si les intervalles le contiennent.",
    ],
    [
      "L’enregistrement lui-même",
      "Sous Signaux, vous voyez l’EEG et les battements cardiaques sur un seul axe, ce qui a été écarté et pourquoi, et vous pouvez le corriger. Le rapport suit.",
    ],
    [
      "Chaque formule",
      "Méthodes dit comment chaque nombre est formé, avec chaque réglage, sa valeur par défaut et sa source.",
    ],
    [
      "À vous",
      "Déposez ici deux enregistrements, ou ouvrez un autre exemple : l’un inchangé, l’un avec trop peu de données, l’un mixte.",
    ],
  ],
};

export const offline: Text["offline"] = {
  title: "Ce que cette page garde sur cet ordinateur",
  state: {
    unknown: "",
    no: "Rien.",
    working: "En cours …",
    yes: "La page elle-même, pour qu’elle s’ouvre sans réseau. Rien d’un enregistrement ni d’un rapport.",
    failed:
      "La page n’a pas pu être gardée : le navigateur ne l’a pas permis, ou son adresse n’a pas répondu avec cette version entière, par exemple pendant qu’une nouvelle y est déposée. Rien n’est gardé ; réessayez plus tard.",
  },
  about:
    "La page peut être gardée, pour s’ouvrir sans réseau comme un programme installé. Le navigateur la demande alors une fois de plus à sa propre adresse ; ces requêtes sont comptées à côté de « Rien ne quitte cet ordinateur ».",
  keep: "Garder la page sur cet ordinateur",
  kept: "Le navigateur peut maintenant proposer d’installer la page, dans sa barre d’adresse ou son menu. Chaque fois que la page est ouverte avec un réseau, le navigateur demande lui-même à l’adresse de la page s’il existe une version plus récente, ce qu’il ne signale pas à la page.",
  newer: "Une version plus récente de la page a été reçue. Rechargez la page pour l’utiliser.",
  forget: "Tout oublier",
  coding: "Une copie d’un codage, comme cela a été demandé sur l’écran Coder.",
  forgetCoding: "Supprimer le codage",
};

export const open: Text["open"] = {
  title: "Ouvrir les enregistrements d’un nourrisson",
  lead: "Attune compare un enregistrement initial à un enregistrement ultérieur et dit, de la variabilité de la fréquence cardiaque et de l’asymétrie frontale de l’EEG, avec quelle force on peut parler d’un changement.",
  privacy:
    "Les fichiers sont lus et calculés par cette page, sur cet ordinateur. Rien n’est envoyé, et rien n’est gardé une fois la page fermée, sauf un codage si vous le demandez.",
  formats: "EDF, EDF+, BDF ou BDF+, aussi compressés par gzip",
  drop: "Déposez un fichier ici",
  dropActive: "Relâchez pour l’ouvrir ici",
  choose: "Choisir un fichier",
  chooseFor: (visit) => `Choisir un fichier pour : ${visit}`,
  folder: "Ouvrir un dossier",
  saved: "Ouvrir un travail enregistré",
  awaiting: (n) =>
    `Le travail enregistré est ouvert. Il ne contient aucun enregistrement : choisissez ${n <= 1 ? "celui" : `les ${n}`} dont il est issu.`,
  notOfSession: (n) =>
    n <= 1
      ? "Un fichier n’est aucun des enregistrements dont le travail enregistré est issu. Il est placé en dernier, sans rien de ce qui a été saisi : retirez-le s’il ne concerne pas ce nourrisson."
      : `${n} fichiers ne sont aucun des enregistrements dont le travail enregistré est issu. Ils sont placés en dernier, sans rien de ce qui a été saisi : retirez ce qui ne concerne pas ce nourrisson.`,
  code: {
    label: "Code du nourrisson",
    hint: "Facultatif : un code à vous, pas un nom. Il figure dans le rapport, et dans les noms et les tableaux de tout ce qui est enregistré.",
    refused:
      "Ce code n’est pas pris : au plus 32 lettres de A à Z sans accent, chiffres, traits d’union, traits de soulignement et points, en commençant par une lettre ou un chiffre. Il entre dans les noms de fichiers, où espaces et autres signes sont modifiés ou perdus.",
  },
  landing: {
    recording: (visit) =>
      visit
        ? `Un enregistrement : ${visit}. Un dossier : ses visites.`
        : "Enregistrements et dossiers : les visites, dans l’ordre du temps",
    table: "Un tableau de scores, de comportements codés ou de nourrissons de comparaison : son importation",
    saved: "Un travail ou un rapport enregistré : ouvert à la place de ce qui est ici",
    study: "Le dossier d’une étude : Groupe",
    video: "Une vidéo : Coder",
  },
  severalSaved: "Ouvrez un seul travail ou rapport enregistré à la fois. Aucun de ceux-ci n’a été ouvert.",
  notOpened: (name) => `${name} n’a pas été ouvert`,
  whoseCoding: (name) => `${name} contient des comportements codés. De quelle visite ?`,
  leaveOut: "Laisser de côté",
  comparisonTaken: (name, instead) =>
    `Les nourrissons de comparaison de ${name} ont été pris${instead ? ", à la place de ceux qui étaient là" : ""}. À regarder sous`,
  studyTable: (name) => `${name} est le tableau de toute une étude, qui va avec son dossier sous`,
  folderVisits: (visits) =>
    `Visites du dossier : ${visits.map(([name, visit]) => `${name} est ${visit}`).join(", ")}.`,
  awaited: (facts) => `Enregistrement attendu : ${facts}`,
  files: {
    add: "Ajouter un fichier de cette visite",
    addTo: (visit) => `Ajouter un fichier de la même visite : ${visit}`,
    of: (visit) => `Fichiers : ${visit}`,
    start: "débute à (s) :",
    startOf: (file) => `${file} débute à, en secondes depuis le premier échantillon de la visite`,
    startWrong:
      "En secondes depuis le premier échantillon de la visite, de 0 à 1 000 000 ; vide : d’après les heures de début.",
    takeOut: "Retirer",
    takeOutOf: (file) => `Retirer ${file} de la visite`,
    perhapsOne: (first, second) =>
      `${first} et ${second} ont été enregistrés à quelques heures l’un de l’autre. S’il s’agit d’une seule visite en deux fichiers (EEG et ECG à part, ou enregistrement arrêté puis repris), réunissez-les ; deux visites aussi proches ne diraient rien du développement.`,
    join: "Les réunir en une visite",
    leaveApart: "Ce sont deux visites",
  },
  expected: (size, digest) => `Un fichier de ${size} dont l’empreinte commence par ${digest}.`,
  folderHint:
    "Déposez les deux fichiers ensemble : ils sont rangés dans l’ordre du temps. Travail et rapports enregistrés, tableaux de scores, de codage ou de nourrissons de comparaison sont reconnus à leur contenu.",
  addVisit: "Ajouter une visite",
  remove: "Retirer",
  removeFor: (visit) => `Retirer : ${visit}`,
  replace: "Choisir un autre fichier",
  cancel: "Annuler",
  cancelFor: (visit) => `Annuler la lecture : ${visit}`,
  reading: (done, total) => `${done} sur ${total}`,
  timeLeft: (seconds) =>
    seconds < 1
      ? "moins d’une seconde restante"
      : seconds < 90
        ? `encore ${Math.round(seconds)} s environ`
        : `encore ${Math.round(seconds / 60)} min environ`,
  estimating: "estimation du temps restant",
  simulating: "Simulation de l’enregistrement …",
  computing: "Recherche des battements et des fenêtres exploitables …",
  ready: "Lu",
  failed: "Ce fichier n’a pas pu être utilisé",
  again: "Réessayer",
  againFor: (visit) => `Réessayer : ${visit}`,
  simulated: "Enregistrement simulé",
  without: "Pas d’enregistrement à cette visite",
  withoutFor: (visit) => `Pas d’enregistrement (${visit}) : seulement un codage ou des scores`,
  noRecording: "Pas d’enregistrement : seulement un codage ou des scores",
  progressOf: (visit) => `Lecture : ${visit}`,
  oneMore:
    "Il faut un enregistrement de plus pour une comparaison. Celui-ci peut être examiné sous Vérifier.",
  allReady: (n) => `${count(n, "visite est prête", "visites sont prêtes")}.`,
  sameFile: "Deux de ces enregistrements sont le même fichier : les comparer ne dit rien.",
  toReport: "Montrer le rapport",
  toCheck: "Vérifier ce qui a été trouvé",
  clear: "Recommencer",
  loseWork:
    "Ce que vous avez saisi et modifié ici n’est pas enregistré et serait perdu. Continuer ? (Pour le garder : Rapport, Enregistrer …, Enregistrer le travail.)",
  moved: {
    sorted: "Les enregistrements ont été rangés dans l’ordre de leurs heures de début.",
    moved: "Les enregistrements ont changé de place.",
    names: { scores: "scores", ages: "âges", codings: "codages" },
    stayed: (names) => `Restent à la visite pour laquelle ils ont été saisis : ${names.join(", ")}.`,
    went: (names) => `Suivent leur enregistrement : ${names.join(", ")}.`,
  },
  unsortable:
    "Tous les fichiers ne disent pas quand ils ont été enregistrés : les enregistrements sont dans l’ordre de leur arrivée. Si cet ordre est faux, échangez-les sous Vérifier.",
  tooMany: (n) =>
    `${n} enregistrements à la fois, c’est plus que les visites d’un nourrisson. Choisissez jusqu’à six fichiers, tous du même nourrisson.`,
  noneFound:
    "Ce dossier ne contient rien qui puisse être ouvert : ni enregistrement (.edf, .bdf ou .rec), ni tableau, ni travail enregistré.",
  linkRefused:
    "Aucun des réglages que ce lien porte n’a été pris, et rien d’autre n’a changé. Demandez le lien à nouveau, ou changez les réglages dans le rapport.",
  link: {
    sets: "Le lien a réglé :",
    setsNothing: "Le lien laisse tous les réglages à leurs valeurs par défaut.",
    otherwise: "sinon",
    example: (name) => `Ouvrir son exemple : ${name}`,
    paste: "Lien, si vous en avez reçu un",
    take: "Suivre",
  },
  examplesTitle: "Ou regarder un exemple",
  examplesLead: "Des nourrissons simulés, calculés sur cet ordinateur à partir de nombres connus.",
  scenario: {
    improved: ["Amélioré", "La variabilité cardiaque et l’asymétrie frontale augmentent toutes deux."],
    unchanged: ["Inchangé", "Le nourrisson a neuf semaines de plus et rien d’autre n’a changé."],
    short: [
      "Trop peu de données",
      "Des visites courtes et agitées ne laissent presque aucun signal exploitable.",
    ],
    mixed: ["Mixte", "Le cerveau et le cœur vont dans des sens opposés."],
  },
};

export const failures: Text["failures"] = {
  E_PAGE_UNREADABLE:
    "Le navigateur n’a pas pu lire ce fichier jusqu’au bout. Il a peut-être été déplacé ou modifié, ou son support retiré. Choisissez-le de nouveau.",
  E_GZIP_DAMAGED:
    "La compression gzip de ce fichier est endommagée, ou le fichier est incomplet. Copiez-le de nouveau, ou décompressez-le d’abord.",
  E_GZIP_BOMB:
    "Ce fichier décompressé dépasse 200 fois sa taille (ou 64 Go), ce que ne fait aucun enregistrement ; la décompression a été arrêtée.",
  E_COPY:
    "La copie relue ne redonne pas les échantillons de l’enregistrement ; elle a donc été jetée. L’en-tête de l’enregistrement est endommagé ; voyez plus haut ce qui y a été trouvé.",
  E_SAVED_CODING:
    "Le codage que contient ce travail enregistré ne peut être lu : il a été modifié, ou enregistré par une version ultérieure. Rien n’a été ouvert.",
  E_TABLE_LARGE:
    "Ce fichier dépasse 32 Mo, ce que ne fait aucun tableau de scores ou de codes d’un nourrisson. Choisissez-en un autre.",
  E_LINK: "Ce que le lien porte ne peut pas être lu comme des réglages.",
  E_PROGRESS: "Ce fichier n’est pas l’avancement enregistré d’une étude.",
  E_PROGRESS_OTHER:
    "Cet avancement a été enregistré par une autre version, ou avec d’autres réglages que ceux en usage ; rien n’en est donc repris. Mesurez de nouveau les enregistrements.",
  E_COHORT_TABLE_LARGE:
    "Ce tableau dépasse 32 Mo, ce que ne fait aucun tableau d’une étude. Retirez-le du dossier, puis choisissez de nouveau le dossier.",
  E_PAGE_BROKEN:
    "Le calcul de cet enregistrement s’est arrêté, très probablement faute de mémoire. Les autres enregistrements sont intacts. Fermez d’autres onglets, puis réessayez ou choisissez de nouveau le fichier.",
  E_PAGE:
    "Quelque chose n’a pas fonctionné dans cette page. Les enregistrements sont intacts ; rechargez la page si cela se reproduit.",
};
