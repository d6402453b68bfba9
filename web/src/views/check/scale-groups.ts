// What stands together where scores are entered or a column is said to be a scale: a questionnaire and who answered it.
import type { Scale } from "#report";
import type { Text } from "../../text/en";
import { told } from "../../text/said";

export interface ScaleGroup {
  name: string;
  own: boolean;
  scales: Scale[];
}

/** Scales by questionnaire and rater, the user's own last. */
export function scaleGroups(known: Scale[], own: Scale[], text: Text): ScaleGroup[] {
  const groups: ScaleGroup[] = [];
  for (const scale of known) {
    const name = text.scores.group(scale.instrument, scale.rater);
    const group = groups.find((other) => other.name === name);
    const named = { ...scale, title: told(scale, "title", text), up_means: told(scale, "up_means", text) };
    if (group) group.scales.push(named);
    else groups.push({ name, own: false, scales: [named] });
  }
  if (own.length > 0) groups.push({ name: text.scores.own.title, own: true, scales: own });
  return groups;
}
