#!/usr/bin/env bash
# ml-array-median 2.0.0 and ml-regression-theil-sen 3.0.0 (npm): the median of an even number of values.
#
# Expected: "Get the median value in an array": of an even number the mean of the two in the middle, as everywhere else, and as ml-stat,
# from the same authors, has it: 420 ms for four intervals of 400, 410, 430 and 440.
# Seen (2026-11-30): 410, the lower one of the two, for every even number; of two visits it is always the lower. The median of the values
# with their sign turned is not that of the values (-430). ml-regression-theil-sen takes its slopes' median from it, so that with four,
# five, eight or nine points, which make an even number of pairs, its line is too low: 3.00 for 3.25 where scores rise, -3.50 for -3.25
# where the same scores fall. With odd numbers, as in the README's example, all is right. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error \
  ml-array-median@2.0.0 ml-regression-theil-sen@3.0.0 ml-stat@1.3.3 >/dev/null
cat >try.mjs <<'JS'
import median from "ml-array-median";
import { array } from "ml-stat";
import * as theilSen from "ml-regression-theil-sen";
const TheilSen = theilSen.TheilSenRegression ?? theilSen.default;
for (const intervals of [[400, 410, 430, 440], [-400, -410, -430, -440], [12, 20], [400, 410, 430]])
  console.log(`${intervals.join(" ")}: ml-stat ${array.median(intervals)}, ml-array-median ${median(intervals)}`);
const [visits, scores] = [[1, 2, 3, 4], [2, 4, 9, 11]];
const slopes = [];
for (let i = 0; i < 4; i++)
  for (let j = i + 1; j < 4; j++) slopes.push((scores[j] - scores[i]) / (visits[j] - visits[i]));
console.log(`slope: by all pairs ${array.median(slopes).toFixed(2)}, Theil-Sen ${new TheilSen(visits, scores).slope.toFixed(2)}`);
const falling = scores.map((score) => -score);
console.log(`falling: by all pairs ${(-array.median(slopes)).toFixed(2)}, Theil-Sen ${new TheilSen(visits, falling).slope.toFixed(2)}`);
JS
seen=$(node try.mjs)
echo "ml-array-median 2.0.0 and ml-regression-theil-sen 3.0.0, medians, and the slope of four scores"
echo "$seen"
echo "expected: both alike in each line"
[ "$seen" = "400 410 430 440: ml-stat 420, ml-array-median 410
-400 -410 -430 -440: ml-stat -420, ml-array-median -430
12 20: ml-stat 16, ml-array-median 12
400 410 430: ml-stat 410, ml-array-median 410
slope: by all pairs 3.25, Theil-Sen 3.00
falling: by all pairs -3.25, Theil-Sen -3.50" ] || { echo "This has changed." >&2; exit 1; }
