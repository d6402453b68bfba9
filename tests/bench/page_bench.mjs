// The single file from nothing: its size, the time from opening it to a page that takes files, and from a click on an
// example to its report, the finding first and then all of it. Started by `scripts/bench page`.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../web/browser.mjs";
import { coldStart } from "./chromium.mjs";

const rounds = 7;

function print(what, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const [best, middle, worst] = [0, Math.floor(sorted.length / 2), sorted.length - 1].map(
    (at) => `${sorted[at].toFixed(0).padStart(5)} ms`,
  );
  console.log(`${what.padEnd(28)}median ${middle}   best ${best}   worst ${worst}`);
}

const path = resolve(root, "build/page/attune.html");
const html = await readFile(path);
console.log(
  `The single file             ${kilobytes(html)}, ${kilobytes(gzipSync(html, { level: 9 }))} gzipped`,
);
const starts = [];
for (let round = 0; round < rounds; ++round) starts.push(await coldStart(path));
print(
  "opened to usable",
  starts.map(({ usable }) => usable),
);
print(
  "example to its finding",
  starts.map(({ found }) => found),
);
print(
  "example to its last figure",
  starts.map(({ whole }) => whole),
);

function kilobytes(bytes) {
  return `${(bytes.length / 1024).toFixed(0)} KB`;
}
