#!/usr/bin/env bash
# mann-whitney-utest 1.0.5 (npm): whether two groups differ.
#
# Expected: significant(u, samples) says true where U is so small that chance seldom gives it, as its readme promises ("tests the U-value
# against an approximate critical value"), and the further apart two groups are, the sooner.
# Seen (2026-11-30): what criticalValue gives is |z| of that same U, and significant asks whether U is below it: a count of pairs against a
# z. Two groups of 12 with U 15 are not significant, nor two of 20 with U 55; two groups of two, of which no test can tell anything, are.
# (The exact p, from R's wilcox.test: .0005, .00003 and .33.) The more infants, the fewer differences pass, as U grows with their pairs. The
# fork @tainakanchu/mann-whitney-utest 1.1.0 answers the same.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error mann-whitney-utest@1.0.5 @tainakanchu/mann-whitney-utest@1.1.0 >/dev/null
cat >try.cjs <<'JS'
const packages = [require("mann-whitney-utest"), require("@tainakanchu/mann-whitney-utest")];
const from = (first, size) => Array.from({ length: size }, (_, i) => first + i);

for (const samples of [[from(0, 12), from(6.5, 12)], [from(0.5, 20), from(10, 20)], [from(1, 2), from(3, 2)]]) {
  const answers = packages.map(({ test, significant }) => significant(test(samples), samples));
  console.log(`U ${Math.min(...packages[0].test(samples))}: ${answers.join(" ")}`);
}
JS
seen=$(node try.cjs)
echo "mann-whitney-utest 1.0.5 and its fork, two groups of 12, of 20 and of 2: U, and whether it is significant"
echo "$seen"
echo "expected: true, true and false, twice"
[ "$seen" = "U 15: false false
U 55: false false
U 0: true true" ] || { echo "This has changed." >&2; exit 1; }
