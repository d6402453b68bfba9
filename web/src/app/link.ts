// Settings as the part of an address behind "#": what differs from the defaults, and nothing else. No edits, no
// mappings of codes, no scores: a link carries no data of anyone.
import type { Settings } from "#report";

/** Groups that a link may carry; texts and lists in them are left out, bands and pairs of sites are not. */
const groups = ["ecg", "hrv", "eeg", "comparison", "check"] as const;

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const isObject = (value: unknown): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The members of `value` that differ from those of `other`, of the kinds that a link may carry. */
function difference(value: Json, other: Json): Json | undefined {
  if (isObject(value) && isObject(other)) {
    const members = Object.entries(value).flatMap(([name, member]) => {
      const part = difference(member, other[name] ?? null);
      return part === undefined ? [] : [[name, part]];
    });
    return members.length > 0 ? Object.fromEntries(members) : undefined;
  }
  const carried = typeof value === "number" || typeof value === "boolean" || isChoice(value, other);
  return carried && value !== other ? value : undefined;
}

/** A text is a choice among the core's own words if the default is a text too; free texts are empty by default. */
const isChoice = (value: Json, other: Json): boolean =>
  typeof value === "string" && typeof other === "string" && other !== "";

/** What differs from the defaults; null where nothing does. */
export function changedSettings(settings: Settings, defaults: Settings): Record<string, Json> | null {
  const parts = groups.flatMap((group) => {
    const part = difference(settings[group] as unknown as Json, defaults[group] as unknown as Json);
    return part === undefined ? [] : [[group, part]];
  });
  return parts.length > 0 ? Object.fromEntries(parts) : null;
}

/** The defaults with those members of `part` that are there, and of the same kind. */
function merged(base: Json, part: Json): Json {
  if (isObject(base) && isObject(part)) {
    return Object.fromEntries(
      Object.entries(base).map(([name, member]) => [
        name,
        Object.hasOwn(part, name) ? merged(member, part[name] ?? null) : member,
      ]),
    );
  }
  const fits = typeof part === typeof base && !isObject(base) && !Array.isArray(base);
  return fits && (typeof part !== "number" || Number.isFinite(part)) ? part : base;
}

export function settingsWith(defaults: Settings, changed: Record<string, Json>): Settings {
  const part = Object.fromEntries(
    groups.flatMap((group) => (group in changed ? [[group, changed[group] ?? null]] : [])),
  );
  return merged(defaults as unknown as Json, part) as unknown as Settings;
}

/** The address part: the screen, and the changed settings behind it. */
export function addressOf(screen: string, settings: Settings, defaults: Settings): string {
  const changed = changedSettings(settings, defaults);
  return changed ? `${screen}?${encodeURIComponent(JSON.stringify(changed))}` : screen;
}

/** Screen and changed settings of an address part; settings are null where there are none that can be read. */
export function readAddress(hash: string): { screen: string; changed: Record<string, Json> | null } {
  const [screen = "", query] = hash.replace(/^#/, "").split("?", 2);
  if (!query) return { screen, changed: null };
  try {
    const changed: unknown = JSON.parse(decodeURIComponent(query));
    return { screen, changed: isObject(changed) ? changed : null };
  } catch {
    return { screen, changed: null };
  }
}
