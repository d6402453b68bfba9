#!/usr/bin/env bash
# datalib 1.9.3 (npm): the correlation of two measures where some infants lack one of them.
#
# Expected: cor() leaves out a pair of which one value is missing, as datalib's mean, stdev and median leave out missing values, or refuses
# it, as its covariance and linearRegression do ("Valid values must align"). Eight infants whose respiratory sinus arrhythmia
# correlates by 1.00 between visits do so too with two more who lack one visit (null or NaN).
# Seen (2026-11-30): r -7.57. Products are summed over the pairs that have both, the means' product is taken off for every row, and means
# and deviations are those of all who have the one visit. Of measures whose mean is near 0, as asymmetry, the result looks like a
# correlation, and is none. The rank correlation ranks what is missing (.86 for 1). Neither the README nor an error tells it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error datalib@1.9.3 >/dev/null
cat >try.cjs <<'JS'
const { cor } = require("datalib");
const before = [3.1, 3.4, 2.8, 3.9, 4.2, 3.6, 3.0, 4.4, 3.3, 3.8];
const after = [3.5, 3.9, 3.1, 4.5, 4.7, 4.0, 3.4, 5.0, 3.6, 4.3];
const show = (words, x, y) => console.log(`${words}: r ${cor(x, y).toFixed(2)}, ranks ${cor.rank(x, y).toFixed(2)}`);
show("all ten", before, after);
show("eight", before.slice(2), after.slice(2));
show("two lack the second visit", before, [null, null, ...after.slice(2)]);
show("two lack the first visit", [NaN, NaN, ...before.slice(2)], after);
JS
seen=$(node try.cjs)
echo "datalib 1.9.3, two visits of ten infants"
echo "$seen"
echo "expected: the same in the last three lines"
[ "$seen" = "all ten: r 0.99, ranks 1.00
eight: r 1.00, ranks 1.00
two lack the second visit: r -7.57, ranks 0.86
two lack the first visit: r -7.76, ranks 0.87" ] || { echo "This has changed." >&2; exit 1; }
