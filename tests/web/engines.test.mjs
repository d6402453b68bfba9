// The main job in the two engines beside Chromium, over http and from a local file: two files in, a report out, no
// request, and the policy holds.
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
          "globalThis.violations = []; document.addEventListener('securitypolicyviolation', (event) => violations.push(event.blockedURI));",
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
        const shown = async () => assert.equal(await browser.evaluate(count(".report-head")), 1);
        await eventually(shown, patienceMs);
        assert.match(await browser.evaluate(text(".lead")), /domains changed .* heart \(less variability\)/);
        assert.match(await browser.evaluate(text(".attention")), /swapped/);
        assert.ok((await browser.evaluate(count("svg[role=img]"))) >= 8);
        assert.match(await browser.evaluate(text(".trust")), /0 requests/);
        assert.deepEqual(await browser.evaluate("return globalThis.violations"), []);
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
