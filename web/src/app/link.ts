// Settings as the part of an address behind "#": what differs from the defaults and which example they are for, and nothing
// else. No edits, no mappings of codes, no scores: a link carries no data of anyone.
import type { Settings } from "#report";

/** Groups that a link may carry; texts and lists in them are left out, bands and pairs of sites are not. */
const groups = ["ecg", "hrv", "eeg", "comparison", "check"] as const;

/** The examples that there are: scenarios of the core's simulator. */
export const scenarios = ["improved", "unchanged", "short", "mixed"];

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

/** What a link brings: what it changes of the defaults, as JSON for the core, and an example. Throws LinkUnreadable. */
export function carried(text: string, defaults: Settings): { changed: string; example: string | null } {
  let whole: Json;
  try {
    whole = JSON.parse(decodeURIComponent(text)) as Json;
  } catch {
    throw new LinkUnreadable("");
  }
  if (!isObject(whole)) throw new LinkUnreadable("");
  const { example = null, ...changed } = whole;
  if (example !== null && !scenarios.some((name) => name === example)) throw new LinkUnreadable("example");
  const base = Object.fromEntries(groups.map((group) => [group, defaults[group] as unknown as Json]));
  const found = strange(changed, base, "");
  if (found !== null) throw new LinkUnreadable(found);
  return { changed: JSON.stringify(changed), example: example as string | null };
}

/** The part of an address that opens a link: the screen Open, and behind it the example and the changed settings. */
export function linkOf(changed: Record<string, Json> | null, example: string | null): string {
  const whole = { ...(example !== null && { example }), ...changed };
  return `#open?${encodeURIComponent(JSON.stringify(whole))}`;
}

/** Screen and settings of an address part; null where it carries none. */
export function readAddress(hash: string): { screen: string; link: string | null } {
  const part = hash.replace(/^#/, "");
  const at = part.indexOf("?");
  return at < 0 ? { screen: part, link: null } : { screen: part.slice(0, at), link: part.slice(at + 1) };
}
