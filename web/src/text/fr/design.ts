// The panel Before a study, in French.
import type { Text } from "../en";

export const design: Text["design"] = {
  title: "Avant une étude : que pourrait-elle trouver ?",
  lead: "De nombreuses études de chaque taille sont tirées de ce que vous tenez pour vrai, et chacune est analysée comme une vraie l’est ici. Tout est en écarts-types (ET) d’un groupe à une visite.",
  treated: "Nourrissons traités à la première visite",
  fields: {
    infants: "Nourrissons du groupe traité à la première visite (plusieurs tailles : 20 40 80)",
    control_ratio: "Nourrissons de comparaison pour un nourrisson traité",
    visits: "Visites",
    correlation:
      "Corrélation de deux visites d’un nourrisson : le retest de la mesure sur l’intervalle, jamais au-dessus de sa fidélité",
    dropout: "Part des nourrissons qui partent après chaque visite (0,1 : un sur dix)",
    effect: "De combien les traités commencent au-dessous du groupe de comparaison, ET",
    end_difference: "De combien ils finissent vraiment au-dessus, ET (0 : pareils)",
    equivalence_margin_sd: "Équivalents à tant près, ET",
    draws: "Études simulées par taille",
    seed: "Graine",
  },
  run: "Simuler",
  cancel: "Annuler",
  print: "Imprimer",
  progress: "Simulation",
  sizes: (done, all) => `${done} sur ${all} tailles`,
  groupByTime: "un changement différent (groupe × temps)",
  equivalence: "l’équivalence à la dernière visite",
  power: "Puissance : dans combien de ces études c’est trouvé",
  powerHow:
    "Chaque marque est la part des études simulées qui le trouvent ; la barre est où cette part peut se situer par l’erreur de la simulation (95\u00a0%, Wilson 1927) : avec plus d’études elle est plus courte. La puissance parle de l’étude telle que prévue, si ce qui a été saisi est vrai.",
  widthUnit: "ET",
  width: "Largeur de l’intervalle à 95\u00a0% de d",
  widthHow:
    "Largeur moyenne de l’intervalle de d_ppc2 : avec quelle exactitude une telle étude connaîtrait l’effet.",
  columns: ["Traités", "Comparaison", "Groupe × temps, %", "Équivalence, %", "Largeur de l’intervalle de d"],
};
