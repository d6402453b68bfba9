#!/usr/bin/env bash
# statly 0.0.1 (npm): the p of the Mann-Whitney test.
#
# Expected: uTest(a, b) gives as p "the probability that both sets of samples could have been randomly selected from the same underlying
# distribution": three infants all below thirty others have 2 of C(33, 3) = 5456 orders, p .0004, and six below six 2 of 924, .002.
# Seen (2026-11-30): .125 and .016. The area under the curve is taken for the share of heads among as many tosses of a coin as the smaller
# group has infants, and p is that of one side. How many infants the larger group has does not count: three who are below any number of
# others have .125, and can never have less. The area itself is right. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error statly@0.0.1 >/dev/null
cat >try.cjs <<'JS'
const { uTest } = require("statly");
// All ways to choose the first group's ranks: the share whose U is as far from its middle.
function exact(first, second) {
  const all = [...first, ...second].sort((a, b) => a - b);
  const [n, m] = [first.length, second.length];
  const counts = Array.from({ length: n + 1 }, () => new Map());
  counts[0].set(0, 1);
  for (let rank = 1; rank <= n + m; rank++)
    for (let chosen = Math.min(n, rank); chosen > 0; chosen--)
      for (const [sum, ways] of counts[chosen - 1]) counts[chosen].set(sum + rank, (counts[chosen].get(sum + rank) ?? 0) + ways);
  const middle = (n * (n + m + 1)) / 2;
  const seen = Math.abs(first.reduce((sum, value) => sum + all.indexOf(value) + 1, 0) - middle);
  let [far, total] = [0, 0];
  for (const [sum, ways] of counts[n]) {
    total += ways;
    if (Math.abs(sum - middle) >= seen) far += ways;
  }
  return far / total;
}
const from = (start, count, step) => Array.from({ length: count }, (_, i) => start + step * i);
for (const [name, first, second] of [
  ["3 below 30", from(1, 3, 1), from(10, 30, 1)],
  ["3 below 3", from(1, 3, 1), from(10, 3, 1)],
  ["6 below 6", from(1, 6, 1), from(10, 6, 1)],
  ["20 among 20", from(1, 20, 2), from(0, 20, 2)],
]) {
  const { p, auc } = uTest(first, second);
  console.log(`${name}: ${exact(first, second).toFixed(4)}; ${p.toFixed(4)}, area ${auc.toFixed(3)}`);
}
JS
seen=$(node try.cjs)
echo "statly 0.0.1, p of the Mann-Whitney test: over all orders, and as given"
echo "$seen"
echo "expected: both alike in each line"
[ "$seen" = "3 below 30: 0.0004; 0.1250, area 0.000
3 below 3: 0.1000; 0.1250, area 0.000
6 below 6: 0.0022; 0.0156, area 0.000
20 among 20: 0.7994; 0.5881, area 0.525" ] || { echo "This has changed." >&2; exit 1; }
