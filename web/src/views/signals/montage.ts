// Montages for the eye: what is taken off each EEG trace before it is drawn. The report keeps the reference of its settings.
import type { DrawnSignal } from "#report";
import { microvolts } from "./lanes";

export const montages = ["recorded", "average", "bipolar", "Cz"] as const;
export type Montage = (typeof montages)[number];

/**
 * From front to back, in the order of a clinic's "double banana". It is none: each site has one partner alone, so that Fp1
 * and Fp2 are drawn against F7 and F8 and not against F3 and F4 too, and no trace ends a chain. Sites that a recording lacks, or
 * that are left out of it, are passed over. T3 to T6 are what T7, T8, P7 and P8 were called.
 */
const chains = [
  "Fp1 F7 T7 T3 P7 T5 O1",
  "Fp1 F3 C3 P3 O1",
  "Fz Cz Pz Oz",
  "Fp2 F4 C4 P4 O2",
  "Fp2 F8 T8 T4 P8 T6 O2",
].map((chain) => chain.split(" "));

/** What is drawn in place of a signal: its name, and the places of the signals whose mean is taken off. */
export interface Derived {
  name: string;
  minus: number[];
}

/** For each drawn signal what stands in its place; null: it is not drawn; nothing at all where none is as wished. */
export function derivedOf(
  signals: readonly DrawnSignal[],
  montage: Montage,
  isLeftOut: (signal: DrawnSignal) => boolean,
): (Derived | null)[] | null {
  if (montage === "recorded") return null;
  const isEeg = ({ kind }: DrawnSignal) => kind === "eeg";
  const placeOf = (site: string) => signals.findIndex((signal) => isEeg(signal) && signal.site === site);
  const used = signals.flatMap((signal, at) =>
    isEeg(signal) && signal.site !== "" && !isLeftOut(signal) ? [at] : [],
  );
  const cz = placeOf("Cz");
  if (montage === "Cz" && cz < 0) return null;
  const behind = (site: string): number => {
    for (const chain of chains) {
      const next = chain.slice(chain.indexOf(site) + 1).find((other) => used.includes(placeOf(other)));
      if (chain.includes(site) && next !== undefined) return placeOf(next);
    }
    return -1;
  };
  const derived = signals.map((signal, at): Derived | null => {
    const name = signal.site || signal.label;
    if (!isEeg(signal)) return { name, minus: [] };
    if (montage === "average") return { name, minus: used };
    const other = montage === "Cz" ? cz : behind(signal.site);
    return other < 0 || other === at ? null : { name: `${name} − ${signals[other]?.site}`, minus: [other] };
  });
  return derived.some((one) => one && one.minus.length > 0) ? derived : null;
}

/**
 * Values of `columns` columns, lowest and highest in turn, one signal after the other, so fine that a column holds no more than
 * a line between two samples: its middle less the middles of the others. `centres`: where each signal lies.
 */
export function derive(
  values: Float32Array,
  columns: number,
  signals: readonly DrawnSignal[],
  derived: readonly (Derived | null)[],
  centres: readonly number[],
): Float32Array {
  const out = values.slice();
  const middle = (at: number, column: number): number => {
    const place = 2 * (at * columns + column);
    return ((values[place] ?? 0) + (values[place + 1] ?? 0)) / 2 - (centres[at] ?? 0);
  };
  const meanOf = (minus: readonly number[]): Float64Array => {
    const mean = new Float64Array(columns);
    for (const other of minus) {
      const unit = signals[other];
      const factor = (unit ? microvolts(unit) : 1) / minus.length;
      for (let column = 0; column < columns; column++)
        mean[column] = (mean[column] ?? 0) + middle(other, column) * factor;
    }
    return mean;
  };
  /** µV. An average is that of all signals alike, formed once. */
  const means = new Map<readonly number[], Float64Array>();
  for (const [at, signal] of signals.entries()) {
    const minus = derived[at]?.minus ?? [];
    if (minus.length === 0) continue;
    const mean = means.get(minus) ?? meanOf(minus);
    means.set(minus, mean);
    const perUnit = microvolts(signal);
    for (let column = 0; column < columns; column++) {
      const value = middle(at, column) - (mean[column] ?? 0) / perUnit;
      out.fill(value, 2 * (at * columns + column), 2 * (at * columns + column) + 2);
    }
  }
  return out;
}
