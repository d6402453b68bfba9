#!/usr/bin/env bash
# js-stats 1.0.5 (npm): the distribution function of chi-squared with 1 or an even number of degrees of freedom.
#
# Expected: with 2 degrees of freedom it is 1 - exp(-x / 2): .95 at 5.99 and .90 at 4.61; with 1 it is .95 at 3.84 (R's pchisq). The
# README's own example has 10.
# Seen (2026-11-30): with 1 it is 1, whatever x: each table of two by two has p 0. With 2 it is .986 and .968, so that three groups with p
# .10 have p .03, with 4 .909 at the bound of 5 %. Whether the number is even is asked by parseInt(number, 2), which reads it as a binary
# number: 2 to 9 are none, and 10 is two. Only 1 is the same in both, and is even; all others are odd, 2 passes for 1, 4 for 5, 10 for 11.
# With 3, 5 and further odd ones all is right. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error js-stats@1.0.5 >/dev/null
cat >try.cjs <<'JS'
const { ChiSquareDistribution } = require("js-stats");
const given = (x, degrees) => new ChiSquareDistribution(degrees).cumulativeProbability(x).toFixed(3);
// For an even number of degrees of freedom: 1 - exp(-x/2) times the first half of its terms.
function byFormula(x, degrees) {
  let term = Math.exp(-x / 2);
  let sum = term;
  for (let i = 1; i < degrees / 2; i++) sum += term *= x / 2 / i;
  return 1 - sum;
}
for (const [degrees, x] of [[2, 4.605], [2, 5.991], [4, 9.488], [6, 12.592], [10, 18.307]])
  console.log(`${degrees}, ${x}: ${byFormula(x, degrees).toFixed(3)}; ${given(x, degrees)}`);
for (const [degrees, x, byTable] of [[1, 3.841, "0.950"], [1, 0.455, "0.500"], [3, 7.815, "0.950"], [5, 11.07, "0.950"]])
  console.log(`${degrees}, ${x}: ${byTable}; ${given(x, degrees)}`);
JS
seen=$(node try.cjs)
echo "js-stats 1.0.5, chi-squared: degrees of freedom and x, by the formula (odd ones: by the table), and as given"
echo "$seen"
echo "expected: both alike in each line"
[ "$seen" = "2, 4.605: 0.900; 0.968
2, 5.991: 0.950; 0.986
4, 9.488: 0.950; 0.909
6, 12.592: 0.950; 0.917
10, 18.307: 0.950; 0.925
1, 3.841: 0.950; 1.000
1, 0.455: 0.500; 1.000
3, 7.815: 0.950; 0.950
5, 11.07: 0.950; 0.950" ] || { echo "This has changed." >&2; exit 1; }
