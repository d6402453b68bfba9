// What the core says, in French.
import { findingParts } from "./fr/core-findings";
import { groupParts, groupTexts } from "./fr/core-groups";
import { measureTexts } from "./fr/core-measures";
import { missingTexts } from "./fr/core-missing";
import { recordingTexts } from "./fr/core-recordings";
import { settingTexts } from "./fr/core-settings";
import { tableTexts } from "./fr/core-tables";
import { spaced } from "./fr/grammar";
import { translator } from "./translate";

/** What stays of the English, between translated parts, has its signs set close. */
const finish = (said: string) => spaced(said.replace(/(?<=\S)(?=[;:] )/g, " "));

const texts = [
  ...measureTexts,
  ...missingTexts,
  ...tableTexts,
  ...groupTexts,
  ...settingTexts,
  ...recordingTexts,
];
export const inFrench = translator(texts, [...findingParts, ...groupParts], finish);
