#!/usr/bin/env bash
# @stdlib/stats-chi2gof 0.2.3 (npm): the simulated p of a goodness-of-fit test, as for few infants in three classes of attachment.
#
# Expected: with "simulate" p is the share of samples, drawn with the expected shares, that lie as far from them: for 10, 20 and 30 of 60
# infants about .007 (.0067 by chi-squared), as its README has it ("instead of relying on chi-square approximation").
# Seen (2026-11-30): 1. Of each sample only as many infants are counted as there are classes, three of sixty, which lie far from the 20
# expected in each class every time. Unless nearly all infants are of one class p is 1 or near it, whatever is asked, and with 60 of 60 in
# one it is the least that there is. The README's own example (p .04) has p 1. Without the option all is right. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error @stdlib/stats-chi2gof@0.2.3 >/dev/null
cat >try.cjs <<'JS'
const chi2gof = require("@stdlib/stats-chi2gof");
let state = 1;
const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
function drawn(counts, shares) {
  const total = counts.reduce((sum, count) => sum + count);
  const distance = (seen) => seen.reduce((sum, count, i) => sum + (count - total * shares[i]) ** 2 / (total * shares[i]), 0);
  let far = 1;
  for (let sample = 0; sample < 1000; sample++) {
    const seen = shares.map(() => 0);
    for (let i = 0; i < total; i++) {
      let [place, rest] = [0, random()];
      while (place < shares.length - 1 && rest >= shares[place]) rest -= shares[place++];
      seen[place]++;
    }
    if (distance(seen) >= distance(counts)) far++;
  }
  return far / 1001;
}
const third = [1 / 3, 1 / 3, 1 / 3];
for (const [counts, shares] of [
  [[10, 20, 30], third],
  [[18, 20, 22], third],
  [[5, 15, 40], third],
  [[89, 37, 30, 28, 2], [0.4, 0.2, 0.2, 0.15, 0.05]],
]) {
  const approximate = chi2gof(counts, shares).pValue;
  const simulated = chi2gof(counts, shares, { simulate: true, iterations: 1000 }).pValue;
  const near = Math.abs(drawn(counts, shares) - approximate) < 0.05;
  console.log(`${counts.join(" ")}: by chi-squared ${approximate.toFixed(3)}, drawn near it: ${near}; simulated ${simulated.toFixed(3)}`);
}
JS
seen=$(node try.cjs)
echo "@stdlib/stats-chi2gof 0.2.3, p of a goodness-of-fit test"
echo "$seen"
echo "expected: simulated near the one by chi-squared"
[ "$seen" = "10 20 30: by chi-squared 0.007, drawn near it: true; simulated 1.000
18 20 22: by chi-squared 0.819, drawn near it: true; simulated 1.000
5 15 40: by chi-squared 0.000, drawn near it: true; simulated 1.000
89 37 30 28 2: by chi-squared 0.041, drawn near it: true; simulated 1.000" ] || { echo "This has changed." >&2; exit 1; }
