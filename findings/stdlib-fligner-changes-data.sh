#!/usr/bin/env bash
# @stdlib/stats-fligner-test 0.2.3 (npm): the data that were tested for equal variances.
#
# Expected: a test leaves the numbers that it is given as they are. Ten infants each whose mothers were treated or not differ in their
# change by t 4.17, p .0006, whether or not their spread has been compared before.
# Seen (2026-11-30): flignerTest(control, therapy) takes each group's median off the caller's own arrays. The test is right (p .38, as
# R has it), but what comes after has groups whose medians are 0: the same t test then gives p .80, and means, effect sizes and
# figures are those of deviations. Typed arrays are changed too (and their test is wrong). The README does not tell it; stdlib's Levene,
# Bartlett and Kruskal-Wallis tests leave the data alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @stdlib/stats-fligner-test@0.2.3 @stdlib/stats-ttest2@0.2.3 >/dev/null
cat >try.cjs <<'JS'
const flignerTest = require("@stdlib/stats-fligner-test");
const ttest2 = require("@stdlib/stats-ttest2");
const control = [1, 0, 2, -1, 1, 3, 0, 2, 1, -2];
const therapy = [4, 2, 5, 1, 6, 3, 7, 2, 4, 5];
const show = (words, test) => console.log(`${words}: p ${test.pValue.toFixed(4)}, therapy ${therapy.join(" ")}`);
show("t test", ttest2(control, therapy));
show("Fligner", flignerTest(control, therapy));
show("t test", ttest2(control, therapy));
JS
seen=$(node try.cjs)
echo "@stdlib/stats-fligner-test 0.2.3, a t test before and after the test of equal variances, and the data at each"
echo "$seen"
echo "expected: the third line like the first"
[ "$seen" = "t test: p 0.0006, therapy 4 2 5 1 6 3 7 2 4 5
Fligner: p 0.3806, therapy 0 -2 1 -3 2 -1 3 -2 0 1
t test: p 0.7975, therapy 0 -2 1 -3 2 -1 3 -2 0 1" ] || { echo "This has changed." >&2; exit 1; }
