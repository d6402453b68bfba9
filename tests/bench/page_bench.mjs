// The single file from nothing: its size, the time from opening it to a page that takes files, and from a click on an
// example to its report, each time in a Chromium of its own. Started by `scripts/bench page`.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { fileUrl, launch, openExample, root } from "../web/browser.mjs";

const rounds = 7;

/** Milliseconds of one cold start and of the example after it. */
async function coldStart() {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const start = performance.now();
    await page.goto(fileUrl);
    await page.locator('[data-slot="0"] input[type=file]').waitFor({ state: "attached" });
    const usable = performance.now();
    await openExample(page);
    return { usable: usable - start, example: performance.now() - usable };
  } finally {
    await browser.close();
  }
}

function print(what, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const [best, middle, worst] = [0, Math.floor(sorted.length / 2), sorted.length - 1].map((at) =>
    `${sorted[at].toFixed(0).padStart(5)} ms`,
  );
  console.log(`${what.padEnd(28)}median ${middle}   best ${best}   worst ${worst}`);
}

const html = await readFile(resolve(root, "build/page/attune.html"));
console.log(`The single file             ${kilobytes(html)}, ${kilobytes(gzipSync(html, { level: 9 }))} gzipped`);
const starts = [];
for (let round = 0; round < rounds; ++round) starts.push(await coldStart());
print("opened to usable", starts.map(({ usable }) => usable));
print("example to its report", starts.map(({ example }) => example));

function kilobytes(bytes) {
  return `${(bytes.length / 1024).toFixed(0)} KB`;
}
