#!/usr/bin/env bash
# jsPsych 8.3.0 (npm): reaction times of which some are missing, as nobody pressed a key in time.
#
# Expected: a trial without a response has the reaction time null, as its plugins write it. What data.select("rt").mean() leaves out (null
# and undefined), median(), sd(), variance(), min() and max() leave out too: mean 479, median 483, standard deviation 54, least 412 ms.
# Seen (2026-11-30): only mean() leaves it out. To the others null is 0: median 439, standard deviation 306 (round a mean without the
# zeros), least 0 ms, with two of six trials missed. count() counts them, so that sum() by count() is 319 and no mean. A cut-off of mean
# plus two standard deviations, as trials are often left out by, is 1091 for 586 ms. By its reference both are of "all the values".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error jspsych@8.3.0 >/dev/null
cat >try.cjs <<'JS'
globalThis.window = {}; // a page has one; jsPsych only writes its name on it
const { DataCollection } = require("jspsych");
const all = [412, null, 538, 465, null, 501];
for (const times of [all.filter((time) => time !== null), all]) {
  const column = new DataCollection(times.map((rt) => ({ rt }))).select("rt");
  const shown = ["mean", "median", "sd", "min", "max", "count"].map((name) => `${name} ${Math.round(column[name]())}`);
  console.log(`${times.map(String).join(" ")}: ${shown.join(", ")}`);
}
JS
seen=$(node try.cjs)
echo "jsPsych 8.3.0, reaction times in ms"
echo "$seen"
echo "expected: both lines alike but for count"
[ "$seen" = "412 538 465 501: mean 479, median 483, sd 54, min 412, max 538, count 4
412 null 538 465 null 501: mean 479, median 439, sd 306, min 0, max 538, count 6" ] || { echo "This has changed." >&2; exit 1; }
