// Which stretches a second coder codes: from each phase as many as the share says, drawn with a seed, so that anyone who
// knows the seed draws the same.
import { placesOf, type Share, type Sheet } from "./book";
import type { Stretch } from "./track";

/** Stretches of the phases, or of all that was coded where there are none; what is left of a phase goes with its last one. */
export function stretchesOf(sheet: Sheet, stretch_s: number): Stretch[][] {
  return placesOf(sheet).map(({ start_s, end_s }) => {
    const count = Math.max(1, Math.floor((end_s - start_s) / stretch_s + 1e-9));
    return Array.from({ length: count }, (_, place) => ({
      start_s: start_s + place * stretch_s,
      end_s: place === count - 1 ? end_s : start_s + (place + 1) * stretch_s,
    }));
  });
}

/** The stretches that the second coder codes; null: all. */
export function drawn(sheet: Sheet, share: Share | null): Stretch[] | null {
  if (!share) return null;
  const random = generator(share.seed);
  return stretchesOf(sheet, share.stretch_s)
    .flatMap((phase) => {
      const left = [...phase];
      const count = Math.ceil(phase.length * share.part - 1e-9);
      return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)).flat();
    })
    .sort((a, b) => a.start_s - b.start_s);
}

/** What of the coded time the second coder was not to code. */
export function undrawn(sheet: Sheet, share: Share | null): Stretch[] {
  const chosen = drawn(sheet, share);
  if (!chosen || !share) return [];
  const isChosen = ({ start_s }: Stretch) => chosen.some((one) => one.start_s === start_s);
  return stretchesOf(sheet, share.stretch_s)
    .flat()
    .filter((one) => !isChosen(one));
}

/** Numbers from 0 to 1, the same for the same seed: xorshift of 32 bits (Marsaglia 2003, 13-17-5). */
export function generator(seed: number): () => number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x6d2b79f5) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}
