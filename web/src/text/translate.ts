// Sentences of the core in another language. The core writes English, and its sentences are put together from parts;
// so they are translated part by part. A rule is a pair of templates, English and other, with holes:
//
//   {}   any text, which is itself translated     {n}  a number     {v}  the name of a visit     {w}  a word
//   {s}  a name without spaces
//
// In the other template {} stands for the next hole, {1} for the first, {2} for the second; {2!} leaves that hole's
// text as it is. `whole` rules match a whole text, or that of a hole, with or without a final full stop; `parts` match
// anywhere. Longer rules go first, and what a rule has formed is not touched again. Quoted texts stay as they are; a
// decimal point between digits becomes the other language's sign.

export type Rule = readonly [english: string, other: string];

interface Compiled {
  /** A text without this is not matched. */
  clue: string;
  pattern: RegExp;
  other: string;
  capital: boolean;
}

const holes: Record<string, string> = {
  "{}": "(.+?)",
  "{n}": "([+\u2212-]?\\d+(?:\\.\\d+)?)",
  "{w}": "(\\p{L}+)",
  "{s}": "([\\p{L}\\p{Co}\\d_.-]+)",
  "{v}": "([Bb]aseline|[Ff]ollow-up|[Vv]isit \\d+)",
};
const firstToken = 0xe000;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function compiled([english, other]: Rule, whole: boolean): Compiled {
  const pieces = english.split(/(\{[nsvw]?\})/);
  const literals = pieces.filter((piece) => !(piece in holes));
  const source = pieces
    .map((piece, index) => {
      if (piece in holes) return holes[piece];
      const [first = ""] = piece;
      const eitherCase = index === 0 && /[a-z]/.test(first);
      return eitherCase ? `[${first}${first.toUpperCase()}]${escaped(piece.slice(1))}` : escaped(piece);
    })
    .join("");
  const [before, after] = whole
    ? ["^", "$"]
    : [
        /^[\p{L}{]/u.test(english) ? "(?<![\\p{L}\\d_])" : "",
        /[\p{L}}]$/u.test(english) ? "(?![\\p{L}\\d_])" : "",
      ];
  const clue = literals.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");
  return {
    clue: clue.slice(1),
    pattern: new RegExp(before + source + after, whole ? "u" : "gu"),
    other,
    capital: /^[a-z]/.test(english),
  };
}

const weight = ([english]: Rule) => english.replace(/\{[nsvw]?\}/g, "").length;

export function translator(
  whole: readonly Rule[],
  parts: readonly Rule[],
  finish: (text: string) => string,
): (said: string) => string {
  const exact = new Map(whole.filter(([english]) => !english.includes("{")));
  const sorted = (rules: readonly Rule[], isWhole: boolean) =>
    [...rules].sort((a, b) => weight(b) - weight(a)).map((rule) => compiled(rule, isWhole));
  let ready: { whole: Compiled[]; parts: Compiled[] } | null = null;
  const known = new Map<string, string>();

  return (said) => {
    let result = known.get(said);
    if (result === undefined) {
      ready ??= {
        whole: sorted(
          whole.filter(([english]) => english.includes("{")),
          true,
        ),
        parts: sorted(parts, false),
      };
      result = finish(translated(said, ready.whole, ready.parts));
      known.set(said, result);
    }
    return result;
  };

  function translated(said: string, wholes: Compiled[], fragments: Compiled[]): string {
    const formed: string[] = [];
    const token = (text: string) => String.fromCharCode(firstToken + formed.push(text) - 1);
    const open = (text: string): string =>
      text.replace(/[\ue000-\uefff]/g, (sign) => open(formed[sign.charCodeAt(0) - firstToken] ?? ""));
    const fill = (rule: Compiled, match: string, values: string[]) => {
      let next = 0;
      const text = rule.other.replace(/\{(\d?)(!?)\}/g, (_, at: string, bare: string) => {
        const value = values[at ? Number(at) - 1 : next++] ?? "";
        return bare ? value : inside(value);
      });
      const isCapital = rule.capital && /^[A-Z]/.test(match);
      return token(isCapital ? capital(text) : text);
    };
    const inside = (text: string): string => {
      const stop = text.endsWith(".") && !text.endsWith("..") ? "." : "";
      const bare = stop ? text.slice(0, -1) : text;
      const same = exact.get(bare);
      if (same !== undefined) return same + stop;
      const lower = exact.get(bare.charAt(0).toLowerCase() + bare.slice(1));
      if (lower !== undefined) return capital(lower) + stop;
      for (const rule of wholes) {
        const match = bare.includes(rule.clue) && rule.pattern.exec(bare);
        if (match) return fill(rule, match[0], match.slice(1)) + stop;
      }
      let rest = text;
      for (const rule of fragments) {
        if (!rest.includes(rule.clue)) continue;
        rest = rest.replace(rule.pattern, (match: string, ...found: unknown[]) =>
          fill(
            rule,
            match,
            found.slice(
              0,
              found.findIndex((one) => typeof one === "number"),
            ) as string[],
          ),
        );
      }
      return rest.replace(/(?<![\d.])(\d+)\.(\d+)(?!\.?\d)/g, "$1,$2");
    };
    const quoted = said.replace(/"([^"]*)"|“([^”]*)”/g, (_, plain?: string, curly?: string) =>
      token(`« ${plain ?? curly} »`),
    );
    return open(inside(quoted));
  }
}
