// Stretches of time, as reports and recordings list them.

/** How long stretches last together, where they overlap once. */
export function unitedS(stretches: { start_s: number; end_s: number }[]): number {
  let [end, all] = [Number.NEGATIVE_INFINITY, 0];
  for (const { start_s, end_s } of [...stretches].sort((a, b) => a.start_s - b.start_s)) {
    all += Math.max(0, end_s - Math.max(start_s, end));
    end = Math.max(end, end_s);
  }
  return all;
}
