#!/usr/bin/env bash
# simple-statistics 7.8.7 (npm): Spearman's rank correlation of scores among which several are equal.
#
# Expected: equal scores share the mean of their ranks (R's cor(method = "spearman")): -.7746 for the four below,
# whatever their order. Totals of questionnaires and coded shares are full of equal values.
# Seen (2026-11-28): equal scores get different ranks by where they stand in the list, so that the same four pairs give
# -.2 in one order and -1 in another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error simple-statistics@7.8.7 >/dev/null
cat >try.cjs <<'JS'
const { sampleRankCorrelation } = require("simple-statistics");
const pairs = [[2, 1], [2, 2], [2, 3], [1, 4]];
const correlate = (list) => sampleRankCorrelation(list.map(([x]) => x), list.map(([, y]) => y)).toFixed(4);
console.log(`${correlate(pairs)} ${correlate([pairs[2], pairs[1], pairs[0], pairs[3]])}`);
JS
seen=$(node try.cjs)
echo "simple-statistics 7.8.7, sampleRankCorrelation of one set of pairs in two orders"
echo "expected: -0.7746 -0.7746"
echo "seen:     $seen"
[ "$seen" = "-0.2000 -1.0000" ] || { echo "This has changed." >&2; exit 1; }
