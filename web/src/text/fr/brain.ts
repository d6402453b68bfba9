// La part du cerveau dans le rapport.
import type { Text } from "../en";
import { lower } from "./grammar";

export const brain: Text["report"]["brain"] = {
  title: "Cerveau",
  caption: (low, high, reference) =>
    ["fenêtres de 1 s", low && `raies de ${low} à ${high} Hz incluses`, reference && `référence ${reference}`]
      .filter(Boolean)
      .join(" · "),
  sign: "L’asymétrie frontale alpha est le ln de la puissance au site droit moins le ln de la puissance au site gauche. La puissance alpha est inverse de l’activité : positif signifie donc relativement plus d’activité frontale gauche.",
  noBrain: (visit, reason) => `${visit} : pas de résultats EEG. ${reason}`,
  faa: "Asymétrie à chaque visite",
  faaUnit: "ln droite − ln gauche, IC à 95 %",
  faaHow:
    "Chaque repère est l’asymétrie à une visite, sa ligne l’intervalle de confiance à 95 %. À droite de la ligne pointillée : relativement plus d’activité frontale gauche ; à gauche : plus d’activité droite. Où la ligne croise zéro, l’enregistrement ne dit pas le côté. Les trois façons de prendre la puissance devraient concorder ; les autres paires sont des contrôles.",
  faaLabel:
    "Asymétrie à chaque visite avec son intervalle de confiance à 95 % ; le tableau dit la même chose en nombres",
  faaColumn: "Asymétrie, ln",
  sideColumn: "Quel côté",
  moreLeft: "plus à gauche",
  moreRight: "plus à droite",
  side: {
    left: "plus d’activité gauche",
    right: "plus d’activité droite",
    neither: "aucun côté au-delà de l’erreur",
  },
  topography: "Puissance alpha sur la tête",
  topographyUnit: "µV² dans la bande alpha, tel qu’enregistré",
  topographyHow:
    "La tête vue de dessus, le nez en haut. Plus un disque est grand et foncé, plus la puissance alpha mesurée y était grande, sur une seule échelle pour toutes les visites ; les croix sont des électrodes non utilisées. L’alpha augmente d’ordinaire vers l’arrière de la tête. Ce qui est montré dépend de la référence, et les jeunes nourrissons diffèrent beaucoup.",
  topographyLabel: (visit) => `Puissance alpha à chaque site de la tête, ${lower(visit)}`,
  tooFewSites: "moins de 8 sites exploitables",
  siteNotUsed: "non utilisé",
  site: "Site",
  spectra: (left, right) => `Spectres de ${left} et ${right}`,
  spectraUnit: "µV²/Hz, échelle log",
  spectraHow:
    "Puissance à chaque fréquence au site gauche (gris) et au site droit (dans la couleur de la visite), moyenne des fenêtres exploitables. La partie ombrée est la bande alpha du nourrisson ; où la ligne droite y passe au-dessus de la gauche, l’asymétrie est positive. Les bandes pâles sont des intervalles de confiance à 95 %.",
  spectraLabel: (visit) => `Spectres de la paire, ${lower(visit)}`,
  left: "gauche",
  right: "droite",
  band: (low, high) => `${low}–${high} Hz`,
  noSpectrum: (site) => `Pas de signal exploitable en ${site}.`,
  how: "La puissance absolue est la mesure de l’étude originale. La puissance relative divise par toute la puissance de 1 à 20 Hz ; la puissance oscillatoire retire le fond sans rythme. Si les trois ne concordent pas, le résultat tient à la façon de prendre la puissance ; les lignes apériodiques disent si le fond lui-même a changé. La paire postérieure est un contrôle : un changement aussi grand qu’en frontal n’est pas un changement frontal.",
  background: {
    title: "Le fond en 1/f sous les spectres",
    exponent: (site) => `Exposant, ${site}`,
    offset_ln: (site) => `Niveau à 1 Hz, ${site}, ln µV²/Hz`,
    fit_error_ln: (site) => `Erreur de l’ajustement, ${site}, ln`,
    how: "Une droite ajustée au ln de la puissance en fonction du ln de la fréquence, sans les raies où se tiennent les rythmes. Son exposant dit à quel point la puissance diminue avec la fréquence, son niveau combien il y en a à toutes les fréquences ; l’erreur dit de combien les raies s’écartent de la droite. Un changement du fond déplace la puissance absolue et relative alors que le rythme est resté le même.",
  },
  windows: "Fenêtres utilisées et non utilisées",
  windowsHow:
    "Chaque seconde de la paire principale, en lignes : utilisée, ou non utilisée et pourquoi. De longues suites de mouvement pendant une phase signifient que cette phase dit moins que les autres.",
  windowsLabel: (visit) => `Fenêtres utilisées et rejetées au cours du temps, ${lower(visit)}`,
  phases: "Asymétrie de la paire principale dans chaque phase",
  sensitivity: "L’asymétrie de chaque visite avec d’autres choix",
  sensitivityHow:
    "Le même enregistrement sous d’autres choix. Un résultat qui ne tient que sur une ligne est un résultat sur ce choix.",
  choice: "Choix",
};
