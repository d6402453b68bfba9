#!/usr/bin/env bash
# ml-stat 1.3.3 (npm): standard scores.
#
# Expected: array.standardize(values) gives values with a mean of 0 and a standard deviation of 1, and array.center(values) values with a
# mean of 0, in a new array unless "inPlace" is true.
# Seen (2026-11-30): standardize divides by the standard deviation and takes no mean off: five scores round 100 become values round 6.3, all
# of them "six standard deviations above". center takes it off a copy, which it does not give back: the result is undefined and the array
# as it was; with inPlace alone it works. Two columns of different means do not become alike. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error ml-stat@1.3.3 >/dev/null
cat >try.cjs <<'JS'
const { array } = require("ml-stat");
const scores = [80, 90, 100, 110, 120];
const shown = (list) => (list ? list.map((value) => value.toFixed(2)).join(" ") : String(list));
const [mean, deviation] = [array.mean(scores), array.standardDeviation(scores)];
console.log(`by hand: ${shown(scores.map((score) => (score - mean) / deviation))}`);
console.log(`standardize: ${shown(array.standardize(scores))}`);
console.log(`center: ${shown(array.center(scores))}, the scores: ${shown(scores)}`);
array.center(scores, true);
console.log(`center in place: ${shown(scores)}`);
JS
seen=$(node try.cjs)
echo "ml-stat 1.3.3, five scores"
echo "$seen"
echo "expected: standardize as by hand; center -20 to 20"
[ "$seen" = "by hand: -1.26 -0.63 0.00 0.63 1.26
standardize: 5.06 5.69 6.32 6.96 7.59
center: undefined, the scores: 80.00 90.00 100.00 110.00 120.00
center in place: -20.00 -10.00 0.00 10.00 20.00" ] || { echo "This has changed." >&2; exit 1; }
