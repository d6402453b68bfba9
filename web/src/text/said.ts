// What the core says comes in every language of the page: beside a text stands, under `said`, its id in the catalogues
// and the text in French (wasm/bindings.cpp). Sentences that stand in no catalogue yet are put into French by core-fr.ts;
// inside a French text they stand between two signs.
import type { Text } from "./en";

/** An object of the core, whose texts `said` tells by the names of its members. */
export interface Saying {
  said?: Record<string, unknown>;
}

/** What the member `name` of `owner` says, in the language on screen. */
export function told<Name extends string>(
  owner: Saying & { [name in Name]: string },
  name: Name,
  text: Pick<Text, "tag" | "core">,
): string {
  return spoken(owner[name], owner.said?.[name], text) as string;
}

/** A text, a list of texts or texts by name, with what they say in the same shape. */
export function spoken(value: unknown, said: unknown, text: Pick<Text, "tag" | "core">): unknown {
  if (typeof value === "string") {
    const other = isRecord(said) && said[text.tag];
    return typeof other === "string" ? withoutSigns(other, text.core) : text.core(value);
  }
  if (Array.isArray(value))
    return value.map((one, index) => spoken(one, Array.isArray(said) ? said[index] : null, text));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, spoken(one, isRecord(said) && said[name], text)]),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const withoutSigns = (text: string, core: (said: string) => string): string =>
  text.replace(/\uf8fd([^\uf8fe]*)\uf8fe/g, (_, said: string) => core(said));
