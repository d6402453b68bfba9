#!/usr/bin/env bash
# ml-stat 1.3.3 (npm): the mean and the spread of values that are weighted.
#
# Expected: array.weightedMean(values, weights) divides by the sum of the weights, whatever it is: three shares of time spent looking, .2,
# .4 and .6, weighted with 60, 60 and 120 s have a mean of .45, as with 1, 1 and 2 minutes.
# Seen (2026-11-30): 108 and 1.8: what is multiplied is summed and not divided. weightedVariance beside it does divide by the weights' sum,
# but takes the squares from that mean: a standard deviation of 136 for .2. With weights that add up to 1 all is right, so that a test with
# such passes. Nothing is said; the README names no function.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error ml-stat@1.3.3 >/dev/null
cat >try.cjs <<'JS'
const { array } = require("ml-stat");
const looking = [0.2, 0.4, 0.6];
for (const weights of [[0.25, 0.25, 0.5], [1, 1, 2], [60, 60, 120]]) {
  const total = weights.reduce((sum, weight) => sum + weight);
  const mean = looking.reduce((sum, value, i) => sum + value * weights[i], 0) / total;
  const spread = array.weightedStandardDeviation(looking, weights).toFixed(2);
  const given = array.weightedMean(looking, weights).toFixed(2);
  console.log(`${weights.join(" ")}: by hand ${mean.toFixed(2)}, weightedMean ${given}, spread ${spread}`);
}
JS
seen=$(node try.cjs)
echo "ml-stat 1.3.3, three shares with their weights"
echo "$seen"
echo "expected: .45 by hand and as given in each line, and the same spread"
[ "$seen" = "0.25 0.25 0.5: by hand 0.45, weightedMean 0.45, spread 0.21
1 1 2: by hand 0.45, weightedMean 1.80, spread 1.72
60 60 120: by hand 0.45, weightedMean 108.00, spread 136.04" ] || { echo "This has changed." >&2; exit 1; }
