// What English needs to put numbers into sentences.

export const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** 1st, 2nd, 3rd, 11th, 22nd … */
export function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${ending}`;
}
