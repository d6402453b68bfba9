#!/usr/bin/env bash
# gauss 0.2.12 (npm): the mean of a sample.
#
# Expected: a sample's mean is its sum by its number, as the population's; only the variance has n - 1 (the README: "sample statistics
# functions on n - 1"). Four intervals of 400 to 440 ms have a mean of 420.
# Seen (2026-11-30): sample.mean() divides by n - 1: 560 ms, above each of the four. The geometric, the harmonic and the quadratic mean
# and those of powers do so too (a harmonic one of 315 ms, a geometric one of 3143), the more wrong the fewer the infants or
# beats; with sixty it is 1.7 % and not seen. The sample's variance beside them is right, so is mean() without "sample". Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error gauss@0.2.12 >/dev/null
cat >try.cjs <<'JS'
const { Vector } = require("gauss");
const intervals = new Vector([400, 420, 440, 420]);
for (const name of ["mean", "gmean", "hmean", "qmean", "variance"])
  console.log(`${name}: ${intervals[name]().toFixed(1)}; ${intervals.sample[name]().toFixed(1)}`);
JS
seen=$(node try.cjs)
echo "gauss 0.2.12, intervals of 400 to 440 ms: of a population; of a sample"
echo "$seen"
echo "expected: the means alike in each line"
[ "$seen" = "mean: 420.0; 560.0
gmean: 419.8; 3142.9
hmean: 419.5; 314.6
qmean: 420.2; 485.2
variance: 200.0; 266.7" ] || { echo "This has changed." >&2; exit 1; }
