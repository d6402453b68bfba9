// What the core says comes in every language of the page: beside a text stands, under `said`, its id in the catalogues
// and the text in French (wasm/bindings.cpp). A text without that is shown as it is: somebody's own words, or a sentence of
// an older file.
import { useMemo } from "preact/hooks";
import { keepingUnits } from "../format";
import type { Text } from "./en";
import { useText } from "./text";

/** An object of the core, whose texts `said` tells by the names of its members. */
interface Saying {
  said?: Record<string, unknown>;
}

/** A sentence without the program's options, which the core gives in brackets of their own: the page has none. */
const withoutOptions = (text: string): string => text.replace(/ \(--[^()]*\)/g, "");

/** What the member `name` of `owner` says, in the language on screen. */
export function told<Name extends string>(
  owner: Saying & { [name in Name]: string },
  name: Name,
  text: Pick<Text, "tag">,
): string {
  return spoken(owner[name], owner.said?.[name], text) as string;
}

/** A text, a list of texts or texts by name, with what they say in the same shape. */
export function spoken(value: unknown, said: unknown, text: Pick<Text, "tag">): unknown {
  if (typeof value === "string") {
    const other = isRecord(said) && said[text.tag];
    return withoutOptions(typeof other === "string" ? keepingUnits(other) : value);
  }
  if (Array.isArray(value))
    return value.map((one, index) => spoken(one, Array.isArray(said) ? said[index] : null, text));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, spoken(one, isRecord(said) && said[name], text)]),
  );
}

/** A whole result of the core in the language on screen; what is saved is formed from the original. Parts in which
 * nothing changes stay the same objects. */
export function useTold<T>(value: T): T {
  const text = useText();
  return useMemo(() => toldAll(value, text), [value, text]);
}

function toldAll<T>(value: T, text: Pick<Text, "tag">): T {
  if (Array.isArray(value)) {
    if (typeof value[0] !== "object") return value;
    const items = value.map((item) => toldAll<unknown>(item, text));
    return items.some((item, index) => item !== value[index]) ? (items as T) : value;
  }
  if (!isRecord(value)) return value;
  const said = isRecord(value.said) ? value.said : {};
  const members = Object.entries(value).map(([name, member]): [string, unknown] => {
    if (name === "said") return [name, member];
    return [name, name in said ? spoken(member, said[name], text) : toldAll<unknown>(member, text)];
  });
  const same = members.every(([name, member]) => member === (value as Record<string, unknown>)[name]);
  return same ? value : (Object.fromEntries(members) as T);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
