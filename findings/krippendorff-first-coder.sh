#!/usr/bin/env bash
# krippendorff 0.1.0 (npm): alpha of coders of whom not all have coded up to the end.
#
# Expected: alpha takes every interval that two coders have coded, and does not hang on which of them is named first. The readme's own
# example has a third coder with two codes where the others have three, and says that this is one missing code: .417.
# Seen (2026-11-30): the length of the first coder's list is taken for all. With the shorter list first, what the others coded after its end
# is left out, and the same codes have .375; three coders of whom the first stopped after two of ten intervals have an alpha of those
# two, 1 for .306. Where the list is filled up with undefined it is right. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error krippendorff@0.1.0 >/dev/null
cat >try.cjs <<'JS'
const { alpha } = require("krippendorff");
const show = (...coders) => console.log(`${alpha(coders).toFixed(3)}, the last one first ${alpha([...coders].reverse()).toFixed(3)}`);
show([1, 2, 1], [1, 1, 1], [1, 2]);
show([1, 2, 1], [1, 1, 1], [1, 2, undefined]);
show([1, 2, 1, 1, 2, 2, 1, 2, 1, 2], [1, 2, 2, 1, 1, 2, 2, 1, 1, 2], [1, 2]);
JS
seen=$(node try.cjs)
echo "krippendorff 0.1.0, alpha of three coders: the readme's; filled up with undefined; two of ten intervals and two of two"
echo "$seen"
echo "expected: the same in both orders"
[ "$seen" = "0.417, the last one first 0.375
0.417, the last one first 0.417
0.306, the last one first 1.000" ] || { echo "This has changed." >&2; exit 1; }
