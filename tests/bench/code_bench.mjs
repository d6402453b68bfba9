// The Code screen with much coded: what the ribbon costs while its moment moves and when it is drawn anew, with one interval
// and with 2,000, and the memory of the page's own after 2,000 were coded by key, each a step that can be taken back. A
// browser on a loaded machine varies: the least of several rounds is printed. Started by `scripts/bench code`.
import { resolve } from "node:path";
import { fileUrl, go, launch, openPage, root } from "../web/browser.mjs";

const many = 2000;
const rounds = 3;
const browser = await launch();
const { page, close } = await openPage(browser, fileUrl);
const client = await page.context().newCDPSession(page);
await client.send("Performance.enable");

async function metric(wanted) {
  const { metrics } = await client.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === wanted).value;
}

/** The least time that the page works for what is done in it, in milliseconds. */
async function least(work) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const before = await metric("TaskDuration");
    await page.evaluate(work);
    times.push((await metric("TaskDuration")) - before);
  }
  return 1000 * Math.min(...times);
}

/** The clock moves through 200 pictures. */
const moves = async () => {
  const shown = document.querySelector(".code-videos video");
  for (let n = 0; n < 200; n++) {
    shown.currentTime = (n + 0.5) / 25;
    shown.dispatchEvent(new Event("seeked"));
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
};

/** A state is entered and taken back ten times, after all others. */
const edits = async () => {
  const press = (key) => window.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  document.querySelector(".code-videos video").currentTime = 9.5;
  for (let n = 0; n < 20; n++) {
    press(n % 2 === 0 ? "s" : "Backspace");
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
};

/** Codes by key, one state every 4 ms of the video. */
const codes = async (count) => {
  const shown = document.querySelector(".code-videos video");
  for (let n = 1; n < count; n++) {
    shown.currentTime = n / 250;
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "wpm"[n % 3], bubbles: true }));
    if (n % 50 === 0) await new Promise((drawn) => requestAnimationFrame(drawn));
  }
};

async function heap() {
  await client.send("HeapProfiler.collectGarbage");
  return (await metric("JSHeapUsedSize")) / 1e6;
}

await go(page, "Code");
await page.locator("#code-video").setInputFiles(resolve(root, "tests/web/frames.webm"));
await page.locator('.code-media[data-kind="video"]').waitFor();
await page.keyboard.press("w");
await page.evaluate(moves);
const [moving, drawing, before] = [await least(moves), await least(edits), await heap()];
await page.evaluate(codes, many);
const count = await page.locator(".code-tables summary").first().innerText();
const [movingMany, drawingMany, after] = [await least(moves), await least(edits), await heap()];
const line = (what, one, other, unit) =>
  console.log(
    `${what.padEnd(34)}${one.toFixed(1)} and ${other.toFixed(1)} ${unit}, ${(other / one).toFixed(2)} times`,
  );
console.log(`One interval, and then: ${count}`);
line("200 moves of the moment", moving, movingMany, "ms");
line("20 edits, drawn anew", drawing, drawingMany, "ms");
line("the page's own memory", before, after, "MB");
await close();
await browser.close();
