#!/usr/bin/env bash
# @bunchmark/stats 1.0.0-pre-5 (npm): the 95 % interval of a median.
#
# Expected: getQuantiles gives lowCI and highCI, "the bounds of the p=.95 confidence interval over the median" (README, by another name),
# by n / 2 less and plus 1.96 root of n / 4 (its own comment): of samples drawn from values whose median is known, about 95 of 100 hold it.
# Seen (2026-11-30): half of them do. In place of the normal's .975 its .75 is asked for (z .67), so that these are bounds of 50 %, a third
# as wide as they should be. With a correction for k comparisons it is .25 / k that is taken off. What they bound looks surer than it is:
# two groups' intervals lie apart where there is no difference.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @bunchmark/stats@1.0.0-pre-5 >/dev/null
cat >try.mjs <<'JS'
import { getQuantiles, zForP } from "@bunchmark/stats";
let state = 1;
const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
for (const size of [40, 100]) {
  let [held, heldByFormula] = [0, 0];
  for (let sample = 0; sample < 4000; sample++) {
    const values = Array.from({ length: size }, random); // the median is .5
    const sorted = [...values].sort((a, b) => a - b);
    const half = 1.96 * Math.sqrt(size / 4);
    if (sorted[Math.floor(size / 2 - half)] <= 0.5 && sorted[Math.ceil(size / 2 + half) - 1] >= 0.5) heldByFormula++;
    const { lowCI, highCI } = getQuantiles(values);
    if (lowCI <= 0.5 && highCI >= 0.5) held++;
  }
  console.log(`${size} values: by the formula ${(heldByFormula / 40).toFixed(0)} %, as given ${(held / 40).toFixed(0)} %`);
}
JS
seen=$(node try.mjs)
echo "@bunchmark/stats 1.0.0-pre-5, how many of 4000 intervals of a median hold it"
echo "$seen"
echo "expected: about 95 % in each"
[ "$seen" = "40 values: by the formula 96 %, as given 50 %
100 values: by the formula 93 %, as given 49 %" ] || { echo "This has changed." >&2; exit 1; }
