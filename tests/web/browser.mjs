// What the page's tests share: a real Chromium, the page over http and as a local file, and a watch over
// everything that a page which keeps data to itself must never do.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const pagePath = resolve(root, "build/page/attune.html");

export const fileUrl = pathToFileURL(pagePath).href;

/**
 * What Playwright turns off, as it names it (a second list takes the place of its own), and the two pages of Chromium's
 * own that every window loads behind its address bar: a quarter of what opening the page takes.
 */
const { chromiumSwitches } = createRequire(import.meta.url)(
  resolve(root, "node_modules/playwright-core/lib/server/chromium/chromiumSwitches.js"),
);
const disabledFeatures = [
  chromiumSwitches().find((option) => option.startsWith("--disable-features=")),
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
].join(",");

export function launch() {
  return chromium.launch({
    executablePath: process.env.ATTUNE_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      disabledFeatures,
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Serves the page at every path and keeps a list of the paths that were asked for. */
export async function serve() {
  const html = await readFile(pagePath);
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(html);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}/attune.html`,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

/**
 * Opens the page at `url` and watches it. `watch()` lists console messages, uncaught errors, policy violations
 * and requests after the page itself was loaded; a test that expects none asserts that the list is empty.
 */
export async function openPage(browser, url, viewport = { width: 1366, height: 900 }, locale = "en-GB") {
  const context = await browser.newContext({ viewport, locale, acceptDownloads: true });
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) trouble.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => trouble.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    const isPage = request.isNavigationRequest() && request.url().split("#")[0] === url;
    if (!isPage && !/^(blob|data):/.test(request.url())) trouble.push(`request: ${request.url()}`);
  });
  // From the first moment: Playwright begins to listen to choosers only once somebody waits for one, which takes a while.
  page.on("filechooser", () => undefined);
  await page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      globalThis.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(url);
  await page.locator("h1").waitFor();
  const watch = async () => {
    const violations = await page.evaluate(() => globalThis.violations);
    return [...trouble, ...violations.map((violation) => `violation: ${violation}`)];
  };
  return { page, watch, close: () => context.close() };
}

/** Drops files on one visit's place, as a mouse would. `files` are {name, bytes}. */
export async function dropFiles(page, slot, files) {
  const encoded = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") }));
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, base64 } of list) {
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    }
    return data;
  }, encoded);
  const place = `[data-slot="${slot}"]`;
  await page.dispatchEvent(place, "dragover", { dataTransfer: transfer });
  await page.dispatchEvent(place, "drop", { dataTransfer: transfer });
}

/** Waits until a visit's place shows a state: empty, reading, ready or failed. */
export function slotIs(page, slot, state, timeout = 60_000) {
  return page.locator(`[data-slot="${slot}"].${state}`).waitFor({ timeout });
}

/** On a narrow screen the head of the page is a bar that unfolds. */
export async function openMenu(page) {
  const menu = page.locator(".menu");
  if ((await menu.isVisible()) && (await menu.getAttribute("aria-expanded")) === "false") await menu.click();
}

/** Goes to a screen by its link and waits until it shows. */
export async function go(page, name) {
  await openMenu(page);
  const link = page.getByRole("navigation").getByRole("link", { name, exact: true });
  await link.click();
  await page.locator("nav [aria-current=page]", { hasText: name }).waitFor({ state: "attached" });
}

/** The notice that says why a file was not opened, once it says so. */
export async function refusal(page, pattern) {
  const notice = page.locator("[data-notice=refused]", { hasText: pattern }).last();
  await notice.waitFor({ timeout: 60_000 });
  return notice.innerText();
}

/** Goes to Check once all is read, and opens what is folded to a line there. */
export async function goToCheck(page) {
  await go(page, "Check");
  await page.locator('.check[aria-busy="false"]').waitFor({ timeout: 60_000 });
  await openLines(page);
}

const openLines = (page) =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll("details.part")) part.open = true;
    return new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  });

/** Presses Tab until what has the focus is named as `pattern` wants. */
export async function tabTo(page, pattern) {
  for (let steps = 0; steps < 100; steps++) {
    const name = await page.evaluate(() => {
      const { ariaLabel, labels, textContent } = document.activeElement;
      return (ariaLabel ?? labels?.[0]?.textContent ?? textContent).trim();
    });
    if (pattern.test(name)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`no way to ${pattern}`);
}

/** Repeats an assertion until it holds: the page draws a moment after what it is told. */
export async function eventually(assertion, patienceMs = 10_000) {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/** Waits until the report is there to its last section. */
export const wholeReport = (page, patienceMs = 30_000) =>
  page.locator('.report[aria-busy="false"]').waitFor({ timeout: patienceMs });

/** Follows "Show the report" once both recordings were read, and waits for it. */
export async function showReport(page) {
  await page.getByRole("link", { name: "Show the report" }).click({ timeout: 120_000 });
  await wholeReport(page, 120_000);
}

export async function openExample(page, scenario = "improved") {
  await page.locator(`[data-example="${scenario}"]`).click();
  await wholeReport(page, 120_000);
}

/**
 * Opens the dialog that saves, clicks a button in it, closes it, and gives the file that the browser was given; `click`
 * does something else with the button's element.
 */
export async function saved(page, button, click = (element) => element.click()) {
  await page.getByRole("button", { name: "Save …" }).click();
  const element = await page.getByRole("dialog").getByRole("button", { name: button }).elementHandle();
  const [download] = await Promise.all([page.waitForEvent("download"), click(element)]);
  await page.keyboard.press("Escape");
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Saves the report and returns it, parsed, with the name the browser was given for it. */
export async function savedReport(page) {
  const { name, bytes } = await saved(page, "Report as JSON");
  const text = bytes.toString("utf8");
  return { name, text, report: JSON.parse(text) };
}

/** Runs `body` on a page of its own, and asserts that the page kept everything to itself. */
export async function onWatchedPage(browser, body, { url = fileUrl, viewport, locale } = {}) {
  const { page, watch, close } = await openPage(browser, url, viewport, locale);
  try {
    await body(page);
    assert.deepEqual(await watch(), []);
  } finally {
    await close();
  }
}

/** The same in a browser that is there for all tests of a file. */
export function useBrowser() {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());
  return (body, options) => onWatchedPage(browser, body, options);
}

/** The report once it says what `condition` wants of it. */
export async function reportThat(page, condition) {
  await go(page, "Report");
  await wholeReport(page);
  return eventually(async () => {
    const { report } = await savedReport(page);
    assert.ok(condition(report));
    return report;
  });
}

/** Saves the work from the report and gives its bytes. */
export const savedWork = async (page) => (await saved(page, "Save work")).bytes;

export const openSaved = (page, bytes) =>
  page
    .getByLabel("Open saved work")
    .setInputFiles({ name: "saved.json", mimeType: "application/json", buffer: Buffer.from(bytes) });

/** Chooses a file for the picker of this name; `content` is its text or bytes. */
export const choose = (page, name, content, at = 0) =>
  page
    .getByLabel(name, { exact: true })
    .nth(at)
    .setInputFiles({ name: "table.csv", mimeType: "text/csv", buffer: Buffer.from(content) });

/** Goes to Check with two visits that have no recording. */
export async function withoutRecordings(page) {
  await go(page, "Check");
  await page.getByRole("button", { name: "Go on without recordings" }).click();
  await page.getByRole("heading", { name: "Scores", exact: true }).waitFor();
  await eventually(async () => assert.equal(await page.getByText("No recording at this visit.").count(), 2));
  await openLines(page);
}

/** Unfolds what can be unfolded, and what comes to light by that: it is drawn a moment later. */
export async function unfold(page) {
  const step = () =>
    page.evaluate(() => {
      const folded = [...document.querySelectorAll("main details:not([open])")];
      for (const details of folded) details.open = true;
      return new Promise((drawn) => requestAnimationFrame(() => setTimeout(() => drawn(folded.length))));
    });
  while ((await step()) > 0);
}

let axe;

/**
 * What axe finds against WCAG 2.2 A and AA, as short texts. Contrast is judged once for every look that a text has, not
 * for each of thousands of numbers that look alike, which takes axe five times as long as all its other rules.
 * `coloursOnly` asks for the rules of axe's category "color" alone: for a second walk in another theme, where what every
 * other rule looks at is what it was.
 */
export async function axeFindings(page, { coloursOnly = false } = {}) {
  axe ??= await readFile(resolve(root, "node_modules/axe-core/axe.min.js"), "utf8");
  await page.evaluate(axe);
  return page.evaluate(async (coloursOnly) => {
    const grounds = new Map();
    /** What an element stands on: whatever is not wholly clear, its own ground first. */
    const groundOf = (element) => {
      if (!element) return "";
      if (!grounds.has(element)) {
        const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
        const isClear =
          backgroundColor === "rgba(0, 0, 0, 0)" && backgroundImage === "none" && opacity === "1";
        const own = isClear ? "" : [backgroundColor, backgroundImage, opacity].join();
        grounds.set(element, own + groundOf(element.parentElement));
      }
      return grounds.get(element);
    };
    /** Colour and size of a text, its place in the style sheet, and what it stands on. */
    const look = (element) => {
      const { color, fontSize, fontWeight } = getComputedStyle(element);
      return [
        color,
        fontSize,
        fontWeight,
        element.tagName,
        element.getAttribute("class"),
        groundOf(element),
      ].join();
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, ({ data, parentElement }) =>
      data.trim() && parentElement.checkVisibility() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
    );
    const looks = new Map();
    while (texts.nextNode())
      looks.set(look(texts.currentNode.parentElement), texts.currentNode.parentElement);

    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
    const resultTypes = ["violations"];
    const all = await globalThis.axe.run(document, {
      resultTypes,
      ...(coloursOnly
        ? { runOnly: { type: "rule", values: ["link-in-text-block"] } }
        : { runOnly: tags, rules: { "color-contrast": { enabled: false } } }),
    });
    const contrast = await globalThis.axe.run(
      { include: [...looks.values()] },
      {
        runOnly: { type: "rule", values: ["color-contrast"] },
        resultTypes,
      },
    );
    return [...all.violations, ...contrast.violations].map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
    );
  }, coloursOnly);
}
