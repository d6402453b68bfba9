// The page's pseudo-language, for tests alone: `en` with accents on every letter and brackets around every text, as the
// core's (core/words/format.hpp). Whatever a test meets in plain letters was taken from no dictionary. A page in it is built
// by `node web/build.mjs --pseudo`, where it stands in the place of French; in no other page is any of this.

import { en, type Text } from "./en";
import { fr } from "./fr";

/** From a to z and from A to Z. */
const accented = "áƀçðéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ";

/** What functions are given as keys to words that are the same in English. */
const keys = new Set(["infant", "child", "adult", "mother", "partner", "beats"]);

/** The text with accents, but for what it was `given`. */
export function accent(text: string, given: string[] = []): string {
  const longest = given.filter(isPlain).sort((a, b) => b.length - a.length)[0];
  const at = longest ? text.indexOf(longest) : -1;
  if (longest && at >= 0)
    return accent(text.slice(0, at), given) + longest + accent(text.slice(at + longest.length), given);
  if (longest)
    return accent(
      text,
      given.filter((one) => one !== longest),
    );
  return text.replace(/[a-zA-Z]/g, (letter) => {
    const place = letter.toLowerCase().charCodeAt(0) - 97;
    return accented.charAt(letter === letter.toLowerCase() ? place : place + 26);
  });
}

const isPlain = (text: string): boolean => /[a-zA-Z]/.test(text) && !keys.has(text);

/** The texts in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}

/** A dictionary in the pseudo-language; `given` is what its functions were called with. */
function accentAll<T>(words: T, given: string[]): T {
  if (typeof words === "string") return (words ? `⟦${accent(words, given)}⟧` : "") as T;
  if (typeof words === "function") {
    const form = (...values: unknown[]) => accentAll<unknown>(words(...values), values.flatMap(textsIn));
    return Object.defineProperty(form, "length", { value: words.length }) as T;
  }
  if (Array.isArray(words)) return words.map((one) => accentAll<unknown>(one, given)) as T;
  if (words !== null && typeof words === "object") {
    return Object.fromEntries(
      Object.entries(words).map(([key, value]) => [key, accentAll<unknown>(value, given)]),
    ) as T;
  }
  return words;
}

/** What English calls as the core does, by the words that the French dictionary has for it. */
const named = (words: Record<string, string> | null) =>
  Object.fromEntries(Object.keys(words ?? {}).map((name) => [name, `⟦${accent(name)}⟧`]));

const words = accentAll(en, []);
const pseudo: Text = {
  ...words,
  tag: "x-pseudo",
  // Months in letters that are not plain either.
  locale: "el-GR",
  numbers: { decimal: ".", to: accent(en.numbers.to), byte: accent(en.numbers.byte) },
  examplePhases: named(fr.examplePhases),
  report: {
    ...words.report,
    stillFace: { ...words.report.stillFace, stateNames: named(fr.report.stillFace.stateNames) },
  },
};

export { pseudo as fr };
