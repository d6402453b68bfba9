#!/usr/bin/env bash
# hrv-time-domain-analysis 1.0.0 (npm): the RMSSD.
#
# Expected: the root of the mean of the squared differences of successive intervals (Task Force 1996): 40 ms where intervals go
# 400, 440, 400 ms and so on, its logarithm 3.69; with "rmssdLog: false" the 40 itself. ("rmssdFactor: 1" takes away the factor
# of 20 that is there by default.)
# Seen (2026-11-28): the differences are not squared; the root is taken of the mean of their amounts, so that the logarithm is
# half of what it should be (1.84), and four times the variability, 40 for 10 ms, adds .69 to it for 1.39. "rmssdLog: false" gives
# the logarithm as well. A study of lnRMSSD finds half of each difference and of each slope.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error hrv-time-domain-analysis@1.0.0 >/dev/null
cat >try.cjs <<'JS'
const Analysis = require("hrv-time-domain-analysis");
function rmssd(difference, rmssdLog) {
  let seen;
  const analysis = new Analysis({ windowSize: 40, rrTimeFormat: "s", rmssdFactor: 1, rmssdLog });
  analysis.on("data", (data) => (seen = data.rmssd));
  for (let i = 0; i < 41; i++) analysis.addRRs([0.4, 0.4 + difference / 1000]);
  return seen.toFixed(2);
}
console.log(`ln ${rmssd(10, true)}, ln ${rmssd(40, true)}, without ln ${rmssd(40, false)}`);
JS
seen=$(node try.cjs)
echo "hrv-time-domain-analysis 1.0.0, rmssd of intervals that differ by 10, 40 and 40 ms"
echo "expected: ln 2.30, ln 3.69, without ln 40.00"
echo "seen:     $seen"
[ "$seen" = "ln 1.15, ln 1.84, without ln 1.84" ] || { echo "This has changed." >&2; exit 1; }
