#!/usr/bin/env bash
# dataframe-js 1.4.4 (npm): the least score of a column in which some are missing.
#
# Expected: df.stat.min and max leave out what mean, sum and sd leave out: of 31, 29, 33 and a missing one the mean is 31 and the least 29.
# Seen (2026-11-30): the mean is 31, the least 0. null and the empty text of a CSV file, left out by all others, are 0 to min and max; the
# greatest of changes that are all below 0 is 0. undefined and NaN are left out by all. df.stat.stats(), which gives all in one table, has
# a least of 0 beside a mean without it. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error dataframe-js@1.4.4 >/dev/null
cat >try.cjs <<'JS'
const { DataFrame } = require("dataframe-js");
for (const values of [[31, 29, 33], [31, 29, 33, null], [31, 29, 33, ""], [31, 29, 33, NaN], [-3, -1, null]]) {
  const { stat } = new DataFrame(values.map((value) => [value]), ["score"]);
  const shown = ["mean", "sd", "min", "max"].map((name) => `${name} ${stat[name]("score").toFixed(1)}`);
  console.log(`${values.map((value) => (value === "" ? "empty" : String(value))).join(" ")}: ${shown.join(", ")}`);
}
JS
seen=$(node try.cjs)
echo "dataframe-js 1.4.4, statistics of a column"
echo "$seen"
echo "expected: from 29 to 33 in the first four, from -3 to -1 in the last"
[ "$seen" = "31 29 33: mean 31.0, sd 2.0, min 29.0, max 33.0
31 29 33 null: mean 31.0, sd 2.0, min 0.0, max 33.0
31 29 33 empty: mean 31.0, sd 2.0, min 0.0, max 33.0
31 29 33 NaN: mean 31.0, sd 2.0, min 29.0, max 33.0
-3 -1 null: mean -2.0, sd 1.4, min -3.0, max 0.0" ] || { echo "This has changed." >&2; exit 1; }
