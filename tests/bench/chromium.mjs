// What people wait for in Chromium, by the page's own clock: from the event to the drawn frame, so that the way of a click
// through the test program does not count. Each time in a browser of its own.
import { pathToFileURL } from "node:url";
import { launch } from "../web/browser.mjs";

/** Notes in `globalThis.times` when a button was clicked or files were given, and when each of `awaited` was drawn first. */
function watch(awaited) {
  globalThis.times = {};
  const note = (name) => {
    globalThis.times[name] ??= performance.now();
  };
  addEventListener("click", () => note("clicked"), true);
  addEventListener("change", () => note("given"), true);
  const look = () => {
    // A frame that has what is awaited is drawn when the next one begins.
    for (const [name, selector] of Object.entries(awaited))
      if (!(name in globalThis.times) && document.querySelector(selector))
        requestAnimationFrame(() => note(name));
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

/** Opens a single file, does something on it, and gives the times once `last` was drawn. */
async function timed(path, awaited, last, act) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.addInitScript(watch, awaited);
    await page.goto(pathToFileURL(path).href);
    await page.locator("[data-example]").first().waitFor();
    await act(page);
    await page.waitForFunction((name) => name in globalThis.times, last, { timeout: 600_000 });
    return await page.evaluate(() => globalThis.times);
  } finally {
    await browser.close();
  }
}

/** Milliseconds of one cold start of the single file at `path`, and of the example after it. */
export async function coldStart(path) {
  const awaited = {
    usable: '[data-slot="0"] input[type=file]',
    found: ".report .findings, .report #finding", // the first in commits before the second
    whole: '.report[aria-busy="false"]',
  };
  const click = (page) => page.locator('[data-example="improved"]').click();
  const { usable, clicked, found, whole } = await timed(path, awaited, "whole", click);
  return { usable, found: found - clicked, whole: whole - clicked };
}

/** Milliseconds from a recording that was chosen on the page to its visit. */
export async function fileToVisit(path, recording) {
  const choose = async (page) => {
    await page.waitForTimeout(1000); // its workers have started, as they have when someone chooses a file
    await page.getByLabel("Choose a file for Baseline").setInputFiles(recording);
  };
  const { given, ready } = await timed(path, { ready: '[data-slot="0"].ready' }, "ready", choose);
  return ready - given;
}
