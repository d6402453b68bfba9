#!/usr/bin/env bash
# @stdlib/stats-fligner-test 0.2.3 (npm): whether two groups vary alike, from a table with a row for each infant.
#
# Expected: with the option "groups" (a list of the rows' groups) the test is that of the groups' values, in whatever order the rows stand
# and whether groups are words or numbers: chi-squared .77, p .38 for the twenty changes below (R's fligner.test).
# Seen (2026-11-30): it is right only if all of one group stand above the other. With rows that alternate chi-squared is 4.00, p .046:
# the values are put together group by group, and then each gets the group of the row that stood at its place before. With groups as
# numbers (0 and 1) no value has a group at all, and chi-squared is -44.88, p 1, in either order. The README's example of the option has
# words, sorted. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @stdlib/stats-fligner-test@0.2.3 >/dev/null
cat >try.cjs <<'JS'
const flignerTest = require("@stdlib/stats-fligner-test");
const control = [1, 0, 2, -1, 1, 3, 0, 2, 1, -2];
const therapy = [4, 2, 5, 1, 6, 3, 7, 2, 4, 5];
const sorted = [...control.map((change) => [change, "control"]), ...therapy.map((change) => [change, "therapy"])];
const alternating = control.flatMap((change, i) => [[change, "control"], [therapy[i], "therapy"]]);
const coded = sorted.map(([change, group]) => [change, group === "therapy" ? 1 : 0]);
const show = (words, rows) => {
  const test = flignerTest(rows.map(([change]) => change), { groups: rows.map(([, group]) => group) });
  console.log(`${words}: chi-squared ${test.statistic.toFixed(2)}, p ${test.pValue.toFixed(3)}`);
};
show("sorted by group", sorted);
show("alternating", alternating);
show("sorted, as 0 and 1", coded);
JS
seen=$(node try.cjs)
echo "@stdlib/stats-fligner-test 0.2.3, the same changes of two groups of ten"
echo "$seen"
echo "expected: chi-squared 0.77, p 0.381 three times"
[ "$seen" = "sorted by group: chi-squared 0.77, p 0.381
alternating: chi-squared 4.00, p 0.046
sorted, as 0 and 1: chi-squared -44.88, p 1.000" ] || { echo "This has changed." >&2; exit 1; }
