#!/usr/bin/env bash
# statistics.js 1.0.0 (npm): Kendall's rank correlation of ratings of which some are equal.
#
# Expected: kendallsTau(a, b) goes by order alone: tau-b .51, z 1.88, p .06 for the ten infants' ratings below (R's cor.test), the same in
# tenths of a point or with 10 more; and tau-c, which is to reach 1 in tables that are not square, is never above it.
# Seen (2026-11-30): tau-b .53, whatever the unit, but p .87 as rated, .99 with 10 more, .07 in tenths, and NaN with 5 fewer: what the
# formula of its variance wants is how many infants share a rating, and what it gets is the rating itself. In tau-b each rating that is
# shared counts once, where each pair of infants who share it should. Tau-c is taken as if both coders had two steps: 1.80 where they agree
# in everything. Without equal ratings tau-a and tau-b are right. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error statistics.js@1.0.0 >/dev/null
cat >try.cjs <<'JS'
const Statistics = require("statistics.js");
const one = [3, 4, 2, 5, 3, 4, 5, 2, 3, 6];
const other = [5, 4, 5, 6, 3, 6, 5, 4, 2, 7];
const show = (words, first, second) => {
  const table = first.map((rating, i) => ({ first: rating, second: second[i] }));
  const { b, c } = new Statistics(table, { first: "metric", second: "metric" }).kendallsTau("first", "second");
  console.log(`${words}: tau-b ${b.tauB.toFixed(2)}, z ${b.z.toFixed(2)}, p ${b.pTwoTailed.toFixed(2)}; tau-c ${c.tauC.toFixed(2)}`);
};
show("as rated", one, other);
show("with 10 more", one.map((rating) => rating + 10), other.map((rating) => rating + 10));
show("in tenths", one.map((rating) => rating / 10), other.map((rating) => rating / 10));
show("with 5 fewer", one.map((rating) => rating - 5), other.map((rating) => rating - 5));
const ranks = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
show("ten in the same order", ranks, ranks);
JS
seen=$(node try.cjs)
echo "statistics.js 1.0.0, kendallsTau of two coders' ratings"
echo "$seen"
echo "expected: tau-b .51, z 1.88, p .06 in the first four lines; no tau-c above 1"
[ "$seen" = "as rated: tau-b 0.53, z 0.17, p 0.87; tau-c 0.80
with 10 more: tau-b 0.53, z 0.01, p 0.99; tau-c 0.80
in tenths: tau-b 0.53, z 1.79, p 0.07; tau-c 0.80
with 5 fewer: tau-b 0.53, z NaN, p NaN; tau-c 0.80
ten in the same order: tau-b 1.00, z 4.02, p 0.00; tau-c 1.80" ] || { echo "This has changed." >&2; exit 1; }
