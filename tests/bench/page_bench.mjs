// The single file from nothing: its size, the time from opening it to a page that takes files, and from a click on an
// example to its report, the finding first and then all of it, each time in a Chromium of its own. The page's own clock
// is read, from the event to the drawn frame, so that the way of the click through the test program does not count.
// Started by `scripts/bench page`.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { fileUrl, launch, root, wholeReport } from "../web/browser.mjs";

const rounds = 7;

/** Notes in `globalThis.times` when the example was clicked, and when each of the awaited was drawn first. */
function watch() {
  const awaited = {
    usable: '[data-slot="0"] input[type=file]',
    found: ".report .findings",
    whole: '.report[aria-busy="false"]',
  };
  globalThis.times = {};
  const note = (name) => {
    globalThis.times[name] ??= performance.now();
  };
  addEventListener("click", () => note("clicked"), true);
  const look = () => {
    // A frame that has what is awaited is drawn when the next one begins.
    for (const [name, selector] of Object.entries(awaited))
      if (!(name in globalThis.times) && document.querySelector(selector))
        requestAnimationFrame(() => note(name));
    requestAnimationFrame(look);
  };
  look();
}

/** Milliseconds of one cold start and of the example after it. */
async function coldStart() {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.addInitScript(watch);
    await page.goto(fileUrl);
    await page.locator('[data-example="improved"]').click();
    await wholeReport(page);
    await page.waitForFunction(() => "whole" in globalThis.times);
    const { usable, clicked, found, whole } = await page.evaluate(() => globalThis.times);
    return { usable, found: found - clicked, whole: whole - clicked };
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
print("example to its finding", starts.map(({ found }) => found));
print("example to its last figure", starts.map(({ whole }) => whole));

function kilobytes(bytes) {
  return `${(bytes.length / 1024).toFixed(0)} KB`;
}
