#!/usr/bin/env bash
# stats-analysis 2.0.0 (npm): missed and extra beats among intervals in seconds.
#
# Expected: filterOutliers(intervals) looks at the change from each value to the next, against the median of these changes ("best for time
# series data", as its README says), so that the unit plays no part: an interval of 840 ms among those of 420 is found in seconds, too.
# Seen (2026-11-30): each change is rounded to a whole number and 1 is added. In seconds all changes of a pulse become 1, and no missed beat
# is ever left out; in ms the one of 840 goes (and the one behind it). The other method, "MAD", is the same in both units; the README calls
# each of the two the default in one place. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error stats-analysis@2.0.0 >/dev/null
cat >try.cjs <<'JS'
const stats = require("stats-analysis");
const intervals = Array.from({ length: 20 }, (_, i) => (i === 12 ? 840 : 420 + 12 * Math.sin(1.3 * i)));
const seconds = intervals.map((value) => value / 1000);
const shown = (list) => list.join(" ") || "none";
for (const method of ["medianDiff", "MAD"])
  console.log(`${method}: ms ${shown(stats.indexOfOutliers(intervals, method))}; s ${shown(stats.indexOfOutliers(seconds, method))}`);
console.log(`default: ms ${shown(stats.indexOfOutliers(intervals))}; s ${shown(stats.indexOfOutliers(seconds))}`);
JS
seen=$(node try.cjs)
echo "stats-analysis 2.0.0, outliers among twenty intervals of which the one at 12 is doubled"
echo "$seen"
echo "expected: the same in ms and in s"
[ "$seen" = "medianDiff: ms 12 13; s none
MAD: ms 12; s 12
default: ms 12 13; s none" ] || { echo "This has changed." >&2; exit 1; }
