// La feuille de l’animateur.
import type { Text } from "../en";

export const workshop: Text["workshop"] = {
  link: "Feuille de l’animateur : sept exercices",
  title: "Sept exercices avec des nourrissons simulés",
  lead: "Pour un groupe de toute taille ; dix minutes par exercice. Tous partent des réglages par défaut. Faites deviner chacun sur le rapport (« Devinez d’abord ») avant de montrer la vérité, changez les réglages sous « Et si d’autres réglages étaient utilisés ? », et dites à la fin ce qu’a fait le nourrisson : le plus souvent, rien de décelable.",
  start: (example) => `Départ : ${example}`,
  todo: "À faire",
  shows: "Ce que l’on voit",
  exercises: [
    {
      title: "Un nourrisson inchangé parmi 40",
      todo: "Ouvrez l’exemple et devinez. Cherchez ensuite, pour le cœur et le cerveau, jusqu’où un changement doit aller pour se distinguer parmi 40 nourrissons de comparaison.",
      shows:
        "Rien n’a été introduit, et aucun des quatre domaines n’a changé de façon fiable. Mais l’ASR ne se distinguerait qu’au-delà de −1,75 ou de +2,05 ln ms², sept fois ce que ses deux enregistrements permettent de distinguer (±0,25). La moyenne des études, +0,45, reste bien en deçà : un nourrisson qui aurait changé ainsi donnerait le même rapport.",
    },
    {
      title: "La régression vers la moyenne",
      todo: "Regardez le visage immobile : le nourrisson est en retrait 36 % du temps, puis 13 %. Est-ce un effet ? Regardez où est le milieu du cadre.",
      shows:
        "36 %, c’est au-dessus du 99e percentile des nourrissons de comparaison ; ce qui part de si loin revient sans aide. Pour une telle valeur initiale, le cadre va de −36 à +21 points de pourcentage, et −23 est à l’intérieur.",
    },
    {
      title: "Une référence qui change le signe",
      todo: "De quel côté va l’asymétrie à chaque visite ? Choisissez ensuite la moyenne comme référence de l’EEG.",
      shows:
        "−0,04 et −0,06 deviennent +0,04 et +0,01 : le nourrisson, son cerveau et les enregistrements sont les mêmes. Les quatre intervalles contiennent zéro : aucun ne disait le côté.",
    },
    {
      title: "Un seul battement qui fait l’ASR",
      todo: "Signaux, Visite initiale : cliquez sur le battement à 0:44,92, appuyez sur M, quatre fois sur Maj et →, puis sur Entrée. Un pic R sur 837 a maintenant 80 ms de retard.",
      shows:
        "L’ASR de cette époque passe de 3,5 à 6,0 ln ms², douze fois plus en ms², et celle du repos de 3,30 à 3,91. L’intervalle du changement passe de ±0,25 à ±2,1 et le dit. Déplacé de 120 ms, le battement est corrigé automatiquement : ce sont les petites erreurs qu’il faut chercher.",
    },
    {
      title: "Une bande à côté du rythme",
      todo: "Les deux enregistrements du cerveau diffèrent au-delà de leur propre erreur. Choisissez 4–6 Hz comme bande alpha. Quelle conclusion est celle du nourrisson ?",
      shows:
        "Elle se lit maintenant « Dépend de la méthode de calcul » : puissance absolue +0,07 (−0,03 à +0,18), partie oscillatoire +0,43 (+0,05 à +0,80). Le rythme a été introduit à 7 Hz ; la bande voisine contient surtout du fond. Une conclusion qui ne tient qu’à un choix est une conclusion sur ce choix.",
    },
    {
      title: "L’absence de nombre est une réponse",
      todo: "Devinez, puis essayez d’obtenir une asymétrie de ces enregistrements : portez la limite d’amplitude à ±300\u00a0µV.",
      shows:
        "36 secondes agitées contiennent 16 et 11 s d’EEG exploitable, 21 et 20 avec la limite la plus large ; il en faut 30. Aucun nombre n’est dessiné : tiré de si peu, il ressemblerait à tous les autres.",
    },
    {
      title: "Qui précède l’autre ?",
      todo: "Deux cœurs, à une première visite et neuf semaines plus tard. Quels changements viennent en premier, pendant le jeu, le visage immobile et sur toute la tâche ? Devinez, comparez la période cardiaque et l’ASR, puis voyez ce qui a été introduit.",
      shows:
        "Période cardiaque : d’abord les changements du nourrisson, d’environ 2,2 s, puis ceux de la mère, d’environ 2,8 s ; 2 et 3 s ont été introduits. Pendant le visage immobile, aucun couplage n’est trouvé, et aucun n’a été introduit. Mais à la première visite aucun n’est trouvé non plus dans l’ASR (p = 0,077), où il a été introduit tout aussi fort : « aucun couplage trouvé » ne prouve pas qu’il n’y en a pas.",
    },
  ],
};
