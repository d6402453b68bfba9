#!/usr/bin/env bash
# @stdlib/stats-padjust 0.2.1 (npm): p values adjusted by Hommel's method for several measures.
#
# Expected: Hommel (1988) is the closed test of Simes: a measure's adjusted p is the largest that Simes' test gives to any set of measures
# it belongs to. For two measures with p .03 and .06 it is .06 for both (by all sets below, and R's p.adjust).
# Seen (2026-11-30): .03 for the first, the p as it was, significant at .05. The set of all measures counts for nothing, so that the
# smallest p, which that set decides most often, comes out too small in more than half of tables drawn at random: of two measures it is
# never adjusted, of three mostly by 2 for 3. It is never too large, and the other ones are right, as are Holm's and the false discovery
# rates.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @stdlib/stats-padjust@0.2.1 >/dev/null
cat >try.cjs <<'JS'
const padjust = require("@stdlib/stats-padjust");
const simes = (p) => Math.min(...p.sort((a, b) => a - b).map((value, i) => (value * p.length) / (i + 1)));
function byAllSets(p) {
  const adjusted = p.map(() => 0);
  for (let set = 1; set < 1 << p.length; set++) {
    const value = simes(p.filter((_, i) => set & (1 << i)));
    adjusted.forEach((sofar, i) => { if (set & (1 << i)) adjusted[i] = Math.max(sofar, value); });
  }
  return adjusted;
}
const shown = (p) => p.map((value) => value.toFixed(3)).join(" ");
for (const p of [[0.03, 0.06], [0.02, 0.3, 0.4], [0.2, 0.02, 0.3], [0.01, 0.02, 0.03, 0.04, 0.05], [0.02, 0.03, 0.04]])
  console.log(`${shown(p)}: ${shown(byAllSets(p))}; ${shown(padjust(p, "hommel"))}`);
JS
seen=$(node try.cjs)
echo "@stdlib/stats-padjust 0.2.1, Hommel's adjusted p: by all sets, and as given"
echo "$seen"
echo "expected: both alike in each line"
[ "$seen" = "0.030 0.060: 0.060 0.060; 0.030 0.060
0.020 0.300 0.400: 0.060 0.400 0.400; 0.040 0.400 0.400
0.200 0.020 0.300: 0.300 0.060 0.300; 0.300 0.040 0.300
0.010 0.020 0.030 0.040 0.050: 0.050 0.050 0.050 0.050 0.050; 0.040 0.050 0.050 0.050 0.050
0.020 0.030 0.040: 0.040 0.040 0.040; 0.040 0.040 0.040" ] || { echo "This has changed." >&2; exit 1; }
