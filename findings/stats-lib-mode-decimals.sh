#!/usr/bin/env bash
# stats-lib 1.1.2 (npm): the most frequent value of scores that have decimals.
#
# Expected: mode(values) gives the value that occurs most often: 2.5 of 1.5, 2.5, 2.5, 3.
# Seen (2026-11-30): 2. What comes back is parseInt of the value, so that decimals are cut off: a mode that no infant has. Of intervals in
# seconds it is 0, and of 2.25 and 2.75, each twice, it is the list 2, 2. Whole numbers, as in the README's example, are right.
# Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error stats-lib@1.1.2 >/dev/null
cat >try.cjs <<'JS'
const { mode } = require("stats-lib");
for (const values of [[1.5, 2.5, 2.5, 3], [0.41, 0.42, 0.42, 0.44], [2.25, 2.25, 2.75, 2.75, 3], [1, 2, 2, 3]])
  console.log(`${values.join(" ")}: ${[mode(values)].flat().join(" and ")}`);
JS
seen=$(node try.cjs)
echo "stats-lib 1.1.2, the mode"
echo "$seen"
echo "expected: 2.5; 0.42; 2.25 and 2.75; 2"
[ "$seen" = "1.5 2.5 2.5 3: 2
0.41 0.42 0.42 0.44: 0
2.25 2.25 2.75 2.75 3: 2 and 2
1 2 2 3: 2" ] || { echo "This has changed." >&2; exit 1; }
