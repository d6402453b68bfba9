#!/usr/bin/env bash
# science 1.9.3 (npm): the Jaccard distance of two infants' codes.
#
# Expected: science.stats.distance.jaccard is a distance, as those beside it (Hamming, Bray-Curtis): 0 for the same codes, more the less
# they share; of what either infant shows, the share that not both show (Jaccard), so that codes that neither shows do not count.
# Seen (2026-11-30): it is the share of places that are equal, a likeness: 1 for the same codes, 0 for opposite ones. A clustering with it
# puts together whose codes have least in common: of the three infants below hcluster joins two opposites first, and not the two who are
# the same. Codes that neither shows count as shared, so that rare codes that hardly anybody shows make all alike. Nothing is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --loglevel=error science@1.9.3 >/dev/null
cat >try.cjs <<'JS'
const science = require("science");
const { jaccard, hamming } = science.stats.distance;
function byDefinition(a, b) {
  const either = a.filter((x, i) => x || b[i]).length;
  return 1 - a.filter((x, i) => x && b[i]).length / either;
}
const [smile, smileToo, cry, both] = [[1, 1, 1, 0, 0, 0], [1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1], [1, 1, 1, 1, 0, 0]];
for (const [name, a, b] of [["the same", smile, smileToo], ["one more", smile, both], ["nothing shared", smile, cry]])
  console.log(`${name}: ${byDefinition(a, b).toFixed(2)}; ${jaccard(a, b).toFixed(2)}, Hamming ${hamming(a, b)}`);
const first = science.stats.hcluster().distance(jaccard)([smile, smileToo, cry]);
const joined = (node) => (node.left ? [...joined(node.left), ...joined(node.right)] : [node.centroid.join("")]);
const pair = [first.left, first.right].find((node) => node.left);
console.log(`joined first: ${joined(pair).join(" and ")}`);
JS
seen=$(node try.cjs)
echo "science 1.9.3, Jaccard's distance of six codes: by definition, and as given; what hcluster joins first of 111000, 111000, 000111"
echo "$seen"
echo "expected: both alike in each line, and 111000 and 111000 joined first"
[ "$seen" = "the same: 0.00; 1.00, Hamming 0
one more: 0.25; 0.83, Hamming 1
nothing shared: 1.00; 0.00, Hamming 6
joined first: 111000 and 000111" ] || { echo "This has changed." >&2; exit 1; }
