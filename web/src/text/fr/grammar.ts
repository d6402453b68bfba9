// French plurals, ordinals and spacing.
import { keepingUnits } from "../../format";

/** 0 and 1 are singular. */
export const count = (n: number, one: string, many: string) => `${n} ${Math.abs(n) < 2 ? one : many}`;

/** "1er", "2e". */
export const ordinal = (n: number) => `${n}${n === 1 ? "er" : "e"}`;

/** A visit's name inside a sentence. */
export const lower = (visit: string) => visit.charAt(0).toLowerCase() + visit.slice(1);

/** A sentence after a colon begins small; "ECG" and "F3" stay. */
export const afterColon = (sentence: string) =>
  sentence.replace(/^\p{Lu}(?=[\p{Ll}’ ])/u, (first) => first.toLowerCase());

const narrow = "\u202f";

/** Spaces before double signs and inside quotation marks neither break nor spread; a number keeps its unit. */
const spaced = (text: string): string =>
  keepingUnits(
    text
      .replace(/ (?=[;:!?%»])/g, narrow)
      .replace(/IC à (?=\d)/g, "IC\u00a0à\u00a0")
      .replace(/« /g, `«${narrow}`),
  );

/** The same for all texts of a dictionary, those that its functions form among them. */
export function spacedAll<T>(words: T): T {
  if (typeof words === "string") return spaced(words) as T;
  if (typeof words === "function") {
    const form = (...values: unknown[]) => spacedAll<unknown>(words(...values));
    return Object.defineProperty(form, "length", { value: words.length }) as T;
  }
  if (Array.isArray(words)) return words.map(spacedAll) as T;
  if (words !== null && typeof words === "object") {
    return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, spacedAll(value)])) as T;
  }
  return words;
}
