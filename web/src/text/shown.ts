// What the core handed over, as it is shown: its sentences and names in the language on screen. What is saved is
// formed from the original. Parts in which nothing changes stay the same objects.
import { useMemo } from "preact/hooks";
import { spoken } from "./said";
import { useText } from "./text";

/** Members that hold words for people. */
const worded = new Set([
  "title",
  "headline",
  "finding",
  "sentence",
  "certainty_reason",
  "pattern",
  "cautions",
  "reason",
  "bad_reason",
  "up_means",
  "unit",
  "matched",
  "source",
  "reliable_change",
  "comparison",
  "choice",
  "reference",
  "format",
  "rsa_method",
]);

/** Members in which the same names stand for something else: codes, settings, what the file itself says. */
const literal = new Set(["timeline", "provenance", "file"]);

export function useShown<T>(value: T): T {
  const { core, tag } = useText();
  return useMemo(() => shown(value, core, tag), [value, core, tag]);
}

function shown<T>(value: T, core: (said: string) => string, tag: string, words = false): T {
  if (typeof value === "string") return (words && value ? core(value) : value) as T;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    if (typeof value[0] === "number") return value;
    const items = value.map((item) => shown<unknown>(item, core, tag, words));
    return items.some((item, index) => item !== value[index]) ? (items as T) : value;
  }
  const ids: Record<string, unknown> =
    "said" in value && typeof value.said === "object" && value.said !== null ? { ...value.said } : {};
  const members = Object.entries(value).map(([name, member]): [string, unknown] => {
    if (name in ids) return [name, spoken(member, ids[name], { core, tag })];
    const isLiteral = name === "said" || literal.has(name);
    return [name, isLiteral ? member : shown<unknown>(member, core, tag, worded.has(name))];
  });
  const same = members.every(([name, member]) => member === (value as Record<string, unknown>)[name]);
  return same ? value : (Object.fromEntries(members) as T);
}
