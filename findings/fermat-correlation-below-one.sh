#!/usr/bin/env bash
# @mathigon/fermat 1.1.24 (npm): the correlation of two measures.
#
# Expected: correlation(a, b) is 1 for values with themselves, however many there are, and r is that of any other program: .93 for the five
# infants below (by the sums of squares).
# Seen (2026-12-01): .80 for five values with themselves, .50 for two and .90 for ten, and .74 for the .93. The covariance is divided by
# the number of infants, the standard deviations by one less, so that each correlation is short by 1 / n: of visit and retest, or of
# two coders, the fewer there are the less they agree, and two studies of different size differ by that alone. Covariance, variance and mean
# are what they say. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @mathigon/fermat@1.1.24 @mathigon/core@1.1.23 >/dev/null
cat >try.cjs <<'JS'
const { correlation } = require("@mathigon/fermat");
function bySums(a, b) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const products = (x, y) => x.reduce((sum, value, i) => sum + (value - mean(x)) * (y[i] - mean(y)), 0);
  return products(a, b) / Math.sqrt(products(a, a) * products(b, b));
}
for (const [first, second] of [
  [[3, 5], [3, 5]],
  [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5]],
  [[31, 29, 36, 34, 40], [30, 31, 35, 36, 39]],
  [[...Array(10).keys()], [...Array(10).keys()]],
])
  console.log(`${first.length} infants: by the sums ${bySums(first, second).toFixed(2)}, as given`, correlation(first, second).toFixed(2));
JS
seen=$(node try.cjs)
echo "@mathigon/fermat 1.1.24, correlations"
echo "$seen"
echo "expected: both the same in each line"
[ "$seen" = "2 infants: by the sums 1.00, as given 0.50
5 infants: by the sums 1.00, as given 0.80
5 infants: by the sums 0.93, as given 0.74
10 infants: by the sums 1.00, as given 0.90" ] || { echo "This has changed." >&2; exit 1; }
