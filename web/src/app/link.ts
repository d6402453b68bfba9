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
  return isCarried(value, other) && value !== other ? value : undefined;
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

/** The settings behind a link are not such as a link may carry; `where` names the member. */
export class LinkUnreadable extends Error {
  constructor(readonly where: string) {
    super(where);
  }
}

/** The path of the first member of `part` that no link carries; null where all may. The core judges the values. */
function strange(part: Json, base: Json, path: string): string | null {
  if (!isObject(part)) return isObject(base) || Array.isArray(base) ? path : null;
  if (!isObject(base)) return path;
  for (const [name, member] of Object.entries(part)) {
    const below = path === "" ? name : `${path}.${name}`;
    const known = Object.hasOwn(base, name) ? base[name] : undefined;
    if (known === undefined || !isCarried(member, known)) return below;
    const found = strange(member, known, below);
    if (found !== null) return found;
  }
  return null;
}

const isCarried = (value: Json, other: Json): boolean =>
  isObject(value) || typeof value === "number" || typeof value === "boolean" || isChoice(value, other);

/** What a link changes of the defaults, as JSON for the core. Throws LinkUnreadable. */
export function carried(text: string, defaults: Settings): string {
  let changed: Json;
  try {
    changed = JSON.parse(decodeURIComponent(text)) as Json;
  } catch {
    throw new LinkUnreadable("");
  }
  const base = Object.fromEntries(groups.map((group) => [group, defaults[group] as unknown as Json]));
  const found = isObject(changed) ? strange(changed, base, "") : "";
  if (found !== null) throw new LinkUnreadable(found);
  return JSON.stringify(changed);
}

/** The address part: the screen, and the changed settings behind it. */
export function addressOf(screen: string, settings: Settings, defaults: Settings): string {
  const changed = changedSettings(settings, defaults);
  return changed ? `${screen}?${encodeURIComponent(JSON.stringify(changed))}` : screen;
}

/** Screen and settings of an address part; null where it carries none. */
export function readAddress(hash: string): { screen: string; link: string | null } {
  const part = hash.replace(/^#/, "");
  const at = part.indexOf("?");
  return at < 0 ? { screen: part, link: null } : { screen: part.slice(0, at), link: part.slice(at + 1) };
}
