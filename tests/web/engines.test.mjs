// The main job in the two engines beside Chromium, over http and from a local file: two files in, a report out, every
// screen shown and everything saved without a request or an error, and the policy holds.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { eventually, fileUrl, serve } from "./browser.mjs";
import { engines } from "./engines.mjs";
import { simulatedVisit } from "./recordings.mjs";

const patienceMs = 60_000;

let folder;
let paths;
let server;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-engines-"));
  paths = [join(folder, "later.edf"), join(folder, "earlier.edf")];
  await writeFile(paths[0], await simulatedVisit("improved", 1));
  await writeFile(paths[1], await simulatedVisit("improved", 0));
  server = await serve();
});
after(async () => {
  await server?.close();
  await rm(folder, { recursive: true });
});

const text = (selector) => `return document.querySelector(${JSON.stringify(selector)})?.innerText ?? ""`;
/** Shows every screen, and saves what the report can be saved as and a figure; gives the names of the files. */
const wholeSession = `
  const until = async (look) => {
    for (let tries = 0; tries < 600; tries++) {
      const found = look();
      if (found) return found;
      await new Promise((later) => setTimeout(later, 100));
    }
    throw new Error("In vain: " + look);
  };
  const $ = (selector) => document.querySelector(selector);
  const show = async (screen, sign) => {
    location.hash = screen;
    await until(() => $("nav [aria-current=page]")?.hash === "#" + screen && $(sign));
  };
  const saved = [];
  HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };
  await show("check", "main .part");
  await show("signals", ".signal-lists");
  await show("methods", "main h2");
  await show("open", ".slot.ready");
  await show("group", "main h1");
  (await until(() => $(".examples .example"))).click();
  await until(() => $(".study-results"));
  await show("report", ".report[aria-busy=false]");
  $(".report-head .button").click();
  await until(() => $("dialog[open] textarea")?.value);
  for (const button of document.querySelectorAll("dialog[open] section .button")) button.click();
  await until(() => saved.length === 10);
  document.querySelector("dialog[open]").close();
  const figure = $(".evidence [data-figure] .figure-notes details:last-of-type");
  figure.querySelector("summary").click();
  for (const button of await until(() => figure.querySelectorAll("button"))) button.click();
  await until(() => saved.length === 14);
  return saved.map((name) => name.split(".").pop()).sort().join(" ");`;

const count = (selector) => `return document.querySelectorAll(${JSON.stringify(selector)}).length`;

for (const [name, engine] of Object.entries(engines)) {
  for (const place of ["http", "file"]) {
    describe(`${name} over ${place}`, { skip: engine.missing || false }, () => {
      let browser;
      before(async () => {
        browser = await engine.launch();
        await browser.open(place === "http" ? server.url : fileUrl);
        await eventually(async () => assert.equal(await browser.evaluate(count("h1")), 1));
        await browser.evaluate(
          `globalThis.violations = [];
           globalThis.errors = [];
           document.addEventListener("securitypolicyviolation", (event) => violations.push(event.blockedURI));
           addEventListener("error", (event) => errors.push(event.message));
           addEventListener("unhandledrejection", (event) => errors.push(String(event.reason)));`,
        );
      });
      after(() => browser?.close());

      it("turns two files into a report without a single request", async () => {
        const askedBefore = server.asked.length;
        for (const [slot, path] of paths.entries()) {
          await browser.choose(`[data-slot="${slot}"] input[type=file]`, [path]);
        }
        const ready = async () => {
          if ((await browser.evaluate(count(".slot.ready"))) < 2) {
            throw new Error(`not both ready: ${await browser.evaluate(text(".slots"))}`);
          }
        };
        await eventually(ready, patienceMs);
        await browser.evaluate("location.hash = 'report'");
        const shown = async () => assert.equal(await browser.evaluate(count(".report[aria-busy=false]")), 1);
        await eventually(shown, patienceMs);
        assert.match(await browser.evaluate(text(".lead")), /For heart and brain: the recordings differ/);
        assert.match(await browser.evaluate(text(".attention")), /swapped/);
        assert.ok((await browser.evaluate(count("svg[role=img]"))) >= 8);
        assert.match(await browser.evaluate(text(".trust")), /0 requests/);
        assert.deepEqual(await browser.evaluate("return globalThis.violations"), []);
        assert.equal(server.asked.length, askedBefore);
      });

      it("shows every screen and saves all there is to save, without a request or an error", async () => {
        const askedBefore = server.asked.length;
        assert.equal(
          await browser.evaluate(wholeSession),
          "csv csv csv csv html json json json md png svg tsv tsv zip",
        );
        assert.match(await browser.evaluate(text(".trust")), /0 requests/);
        assert.deepEqual(await browser.evaluate("return globalThis.violations"), []);
        assert.deepEqual(await browser.evaluate("return globalThis.errors"), []);
        assert.equal(server.asked.length, askedBefore);
      });

      it("blocks an injected request and counts it", async () => {
        const askedBefore = server.asked.length;
        const target = JSON.stringify(`${server.url}-leak`);
        const outcome = `return fetch(${target}).then(() => "sent", () => "blocked")`;
        assert.equal(await browser.evaluate(outcome), "blocked");
        const counted = async () =>
          assert.match(await browser.evaluate(text(".trust")), /1 attempt was blocked/);
        await eventually(counted);
        assert.equal(server.asked.length, askedBefore);
      });
    });
  }
}
