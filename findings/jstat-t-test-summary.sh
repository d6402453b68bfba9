#!/usr/bin/env bash
# jStat 1.9.6 (npm): the t test from a mean, a standard deviation and a number of infants.
#
# Expected: ttest(value, mean, sd, n, sides) is the p of the mean against the value, and "if sides is not specified", says its page, the
# test is two-sided: ten changes with mean 1.4 and sd 1.265 have t 3.50 and p .007 against 0, with the 2 and without.
# Seen (2026-11-30): .007 with the 2. Without it the first number is taken for a t and the second for the number of infants, the rest is
# left unread: 0, against which changes are mostly tested, has p 1 whatever they are, or NaN where their mean is below 1. Against 3 it is
# .43 for .003. Nothing is said. ztest, whose page says the same, is right either way.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error jstat@1.9.6 >/dev/null
cat >try.cjs <<'JS'
const { jStat } = require("jstat");
const changes = [1, 2, 0, 3, 2, 1, -1, 2, 3, 1];
const [mean, sd] = [jStat.mean(changes), jStat.stdev(changes, true)];
for (const value of [0, 3, 1])
  console.log(
    `against ${value}: from the changes ${jStat.ttest(value, changes).toFixed(4)},`,
    `from mean, sd and n ${jStat.ttest(value, mean, sd, 10).toFixed(4)}, with sides ${jStat.ttest(value, mean, sd, 10, 2).toFixed(4)}`,
  );
JS
seen=$(node try.cjs)
echo "jStat 1.9.6, ttest of ten changes"
echo "$seen"
echo "expected: all alike in each line"
[ "$seen" = "against 0: from the changes 0.0067, from mean, sd and n 1.0000, with sides 0.0067
against 3: from the changes 0.0031, from mean, sd and n 0.4257, with sides 0.0031
against 1: from the changes 0.3434, from mean, sd and n 0.6377, with sides 0.3434" ] || { echo "This has changed." >&2; exit 1; }
