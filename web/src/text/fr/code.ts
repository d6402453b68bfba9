// The Code screen, in French.
import type { Text } from "../en";

export const code: Text["code"] = {
  title: "Codage du visage immobile",
  lead: "Une touche par état : chacun finit où le suivant commence, si bien que rien ne se chevauche. La vidéo est lue depuis cet ordinateur ; elle n’est jamais analysée, enregistrée ni envoyée.",
  openVideo: "Ouvrir une vidéo…",
  openOther: "Une autre vidéo…",
  goLive: "Coder en direct, sans vidéo",
  opening: "Ouverture de la vidéo…",
  videoNote:
    "Plusieurs fichiers d’une même séance s’affichent côte à côte ; c’est l’horloge du premier qui compte.",
  refused:
    "Ce navigateur ne peut pas lire cette vidéo. Le WebM (VP8, VP9) se lit dans tous les navigateurs ; le H.264 (MP4, MOV) dans Chrome, Edge et Safari, et dans Firefox si le système le permet. Sous Linux, les navigateurs de la famille WebKit s’arrêtent vers 200 Mo. Une vidéo de durée inconnue doit d’abord être réenregistrée.",
  otherVideo:
    "Ce n’est pas la vidéo qui a été codée ici : sa durée ou sa taille diffère. Les codes restent à leurs temps.",
  live: "L’horloge tourne pendant que vous codez ce que vous voyez. Elle ne peut pas revenir en arrière.",
  side: (number) => `Vidéo ${number}`,
  time: "Temps",
  play: "Lecture",
  startClock: "Lancer l’horloge",
  pause: "Pause",
  replay: "Revoir 5 s",
  frameBack: "◂ image",
  frameOn: "image ▸",
  loop: "Boucle de 5 s",
  speed: "vitesse",
  rate: (rate) => `${rate} images/s`,
  noRate: "images/s connues après 2 s de lecture",

  whoCodes: "Qui code",
  coders: { a: "Codeur A", b: "Codeur B", both: "Consensus" },
  blindCoder: "Codeur B, en aveugle",
  agreement: "Concordance",
  undo: "Annuler",
  redo: "Rétablir",

  events: "Événements",
  phases: "Phases",
  states: "États",
  endsState: "termine l’état",
  endsPhase: "termine la phase",
  firstPhase:
    "Quand le jeu commence, appuyez sur sa touche, puis sur celles du visage immobile et des retrouvailles : le rapport est établi par phases.",
  space: "Espace",
  playPause: "lecture, pause",
  byFrame: "une image",
  bySecond: "une seconde",
  nothing: "rien de codé",
  entered: (name, time) => `${name}, à partir de ${time}`,
  openFirst: "Ouvrez d’abord une vidéo, ou lancez l’horloge.",
  usualNames: {
    play: "jeu",
    "still-face": "visage immobile",
    reunion: "retrouvailles",
    "looks away": "détourne le regard",
    touch: "toucher",
  },
  usualMeanings: {
    withdrawn: "détourné, mou, sans regard",
    protest: "pleure, grogne, se cambre",
    "object/environment": "regarde ou manipule un objet",
    "social monitor": "regarde la mère, visage neutre",
    "social positive": "la regarde, sourit ou gazouille",
    unscorable: "visage hors de vue",
  },

  blind: "En aveugle.",
  blindAll: "B code le tout et ne voit pas ce que A a codé.",
  blindShare: (count, seconds, seed) =>
    `B code ${count} ${count > 1 ? "extraits" : "extrait"} de ${seconds} s, tirés avec la graine ${seed}, et ne voit pas ce que A a codé. Ce qui est hachuré n’est pas à coder.`,
  firstHidden: "Les états du codeur A restent cachés tant que les deux n’ont pas fini.",

  ribbon: "Les codes au fil du temps",
  shown: "affiché :",
  all: "tout",
  seconds: (count) => `${String(count).replace(".", ",")} s`,
  dragNote:
    "Les limites se déplacent à la souris ; un clic ailleurs y mène. Les tableaux ci-dessous font l’un et l’autre au clavier.",
  noGaps: "Aucun trou : chaque instant du premier code au dernier est codé.",
  gaps: (count, seconds) =>
    `${count} ${count > 1 ? "trous" : "trou"}, ${seconds} s en tout, où rien n’est codé :`,
  andMore: (count) => `et ${count} de plus`,
  stillOpen:
    "Le dernier état ou la dernière phase n’est pas terminé, et ne figure dans aucun tableau d’ici là.",
  endHere: "Terminer à cet instant",
  closes:
    "Les deux codages seront alors clos, puisqu’ils sont comparés tels qu’ils ont été faits en aveugle. Les clore ?",
  closed: "Les deux ont terminé : les codages sont clos et restent ce qui est comparé.",
  done: (coder) => `${coder} : terminé`,

  from: "de",
  to: "à",
  at: "à",
  code: "code",
  noteHead: "remarque",
  editHead: "modifier",
  ahead: (side) => `La vidéo ${side} est en avance de, s`,
  loopOf: (row) => `Passer en boucle la ligne ${row}`,
  add: "Ajouter",
  noTimes: "Les temps s’écrivent 1:23,4 ou 83,4, et la fin vient après le début.",
  nothingYet: "Rien encore.",
  rowOf: (what, row) => `${what}, ligne ${row}`,
  playOf: (row) => `Lire la ligne ${row}`,
  goTo: (row) => `Aller à la ligne ${row}`,
  joinOf: (row) => `Réunir la ligne ${row} à la suivante`,
  removeOf: (row) => `Supprimer la ligne ${row}`,
  splitHere: "Couper à cet instant",
  earlier: "Avant",
  later: "Après",
  rows: (first, last, all) => `${first} à ${last} sur ${all}`,

  setTitle: "Codes, touches et définitions",
  setNote:
    "Les états sont ceux des Infant and Caregiver Engagement Phases, en bref ; un autre nom est un autre état dans le rapport, sauf si Vérifier dit pour quoi il est pris. Un code déjà employé ne peut être supprimé.",
  name: "nom",
  definition: "définition",
  key: "touche",
  look: "forme et couleur",
  shape: "forme",
  colour: "couleur",
  addCode: "Ajouter un code",
  newCode: (number) => `code ${number}`,
  remove: "Supprimer",
  shapes: {
    square: "carré",
    triangle: "triangle",
    diamond: "losange",
    circle: "disque",
    cross: "croix",
    bar: "barre",
    ring: "anneau",
    star: "étoile",
  },
  colours: ["ardoise", "brun-rouge", "bleu", "vert", "violet", "ocre", "gris", "rose"],

  secondTitle: "Le second codeur",
  secondNote:
    "B code sans voir les états de A, dans les phases de A. Une part des extraits est tirée de chaque phase avec une graine : la même graine donne le même tirage. Elle peut changer tant que B n’a pas commencé.",
  shareOf: "B code",
  stretch: "par extraits de, en s",
  seed: "graine",

  clockTitle: "L’horloge de l’enregistrement",
  clockNote:
    "Quand la vidéo est à 0, l’enregistrement est à ce temps. Saisissez-le, ou arrêtez la vidéo sur ce qui se voit dans les deux, un déclencheur par exemple, et saisissez-en le temps dans l’enregistrement, ou choisissez sa marque. Le cœur et l’EEG se voient alors sous les codes.",
  offset: "au 0 de la vidéo :",
  mark: "cet instant est, dans l’enregistrement :",
  markOf: "ou cette marque de l’enregistrement",
  beside: { heart: "période cardiaque, ms", rsa: "ASR, ln ms²", eeg: "EEG retenu" },
  noTime: "Ce n’est pas un temps. Écrivez 1:23,4 ou 83,4.",
  phasesToRecording: "En faire les phases de l’enregistrement",

  differTitle: "Où ils diffèrent",
  differ: (count, seconds) =>
    count === 0
      ? "Nulle part où les deux ont codé."
      : `${count} ${count > 1 ? "extraits" : "extrait"}, ${seconds} s, les plus longs d’abord. Ce que l’un des deux n’a pas codé n’y figure pas.`,
  aAndB: (a, b) => `A ${a} · B ${b}`,
  playAt: (time) => `Lire à ${time}`,
  beyondNote:
    "Les secondes hors de la part de B sont laissées de côté comme si B les avait dites non codables ; le fichier du rapport les compte ainsi.",

  outTitle: "Rapport et fichiers",
  useInReport: "Intégrer au rapport",
  isInReport: "Le rapport est établi d’après ce codage.",
  needsSecond: "Cette visite est établie d’après ce codage. Un rapport demande une seconde visite.",
  notInReport: "Le rapport a un autre codage, ou un état antérieur de celui-ci.",
  openLeftOut: "Ce qui n’est pas terminé est laissé de côté.",
  formats: {
    boris: "BORIS 9, événements",
    elan: "ELAN, texte tabulé",
    datavyu: "Datavyu CSV",
    bids: "BIDS events.tsv",
  },
  edf: "Annotations EDF+",
  intoRecording: "Annotations EDF+ dans une copie de l’enregistrement",
  intoNote: "La copie a l’en-tête de l’enregistrement, avec tout ce qu’il dit du nourrisson.",
  intoNeedsClock:
    "Réglez d’abord l’horloge de l’enregistrement, plus haut : les annotations sont à ses temps.",
  intoSeveral:
    "Cette visite a plusieurs fichiers ; les annotations vont dans la copie d’une visite qui n’en a qu’un.",
  intoDone: (count) =>
    `Enregistrée avec ${count} ${count > 1 ? "annotations ajoutées" : "annotation ajoutée"}. Relue, elle a les échantillons de l’enregistrement, octet pour octet, et chaque annotation à son temps.`,
  intoLeftOut: (bytes) =>
    `${bytes} octets qui suivent le dernier bloc, et ne sont d’aucun enregistrement, n’y sont pas.`,
  saveCoding: "Enregistrer le codage",
  exportNote: (coder) =>
    `Les tableaux contiennent le codage (${coder}), à la milliseconde. « Enregistrer le codage » garde les deux codeurs, les codes et les remarques, pour cet écran ; de la vidéo, seulement la durée et la taille. Le travail enregistré depuis le rapport le contient aussi.`,
  openCoding: "Ouvrir un codage enregistré…",
  noCoding: "Ce n’est pas un codage enregistré ici. Rien n’a été modifié.",
  loseCoding: "Ce qui a été codé de cette visite est retiré avec elle, et n’est pas enregistré. La retirer ?",
  keep: "Garder une copie sur cet ordinateur pendant que je code",
  cannotKeep: "Ce navigateur ne garde rien pour cette page. Enregistrez le codage dans un fichier.",
  isKept: "Une copie d’un codage est gardée sur cet ordinateur.",
  openKept: "L’ouvrir",
  forgetKept: "La supprimer",

  bothNote:
    "Ce dont les deux conviennent a sa propre feuille ; celles de A et de B restent telles qu’elles ont été faites. Les trous sont là où ils diffèrent : allez à chacun et codez-le. Cela va dans les tableaux ; le rapport est formé à partir du codage de A, avec la concordance de A et B.",
  bothStart: "Commencer par ce que les deux ont codé pareil",

  practise: "S’exercer sur un visage dessiné",
  practiceBack: "Retour aux visites",
  practiceNote:
    "Appuyez sur Espace ou sur Lecture, aussitôt sur la touche ou le bouton de ce que vous voyez, puis sur un autre à chaque changement du visage. Deux minutes, puis voyez à quel point vous étiez près. Le visage est simulé : il n’est celui d’aucun nourrisson, et rien de ce qui est codé ici n’entre dans un rapport ni n’est gardé. Les phases sont données.",
  practiceOver: "Les deux minutes sont écoulées.",
  face: "Visage dessiné",
  truthTitle: "Vous et la vérité",
  truthAsk: "À quel point sont-ils d’accord ?",
  truthNote:
    "Par secondes, comme pour deux codeurs. On appuie un instant après que le visage a changé, si bien que même un codeur qui ne se trompe en rien n’est pas tout à fait d’accord avec lui.",
  youAndTruth: (you, truth) => `vous ${you} · en vérité ${truth}`,
};
