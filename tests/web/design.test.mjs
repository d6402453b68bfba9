// The Group screen, in Chromium: what a study that is planned could find, with the numbers of the program.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { axeFindings, go, launch, onWatchedPage, root } from "./browser.mjs";

const run = async (...args) =>
  (await promisify(execFile)(resolve(root, "build/release/attune"), args, { maxBuffer: 1 << 28 })).stdout;

let browser;
let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-multiverse-"));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

const onGroup = (body) =>
  onWatchedPage(browser, async (page) => {
    await go(page, "Group");
    await body(page);
  });

describe("a study that is planned", () => {
  const open = (page) => page.getByText("Before a study: what could it find?").click();
  const enter = async (page, label, value) => {
    await page.getByLabel(label, { exact: true }).fill(value);
    await page.keyboard.press("Tab");
  };

  it("has the program's power, with how certain it is", async () => {
    const args = ["--draws", "200", "--dropout", "0.1", "--seed", "7", "--text"];
    const sentences = await run("design", "--infants", "12", "--infants", "20", ...args);
    await onGroup(async (page) => {
      await open(page);
      await enter(page, /^Infants of the treated group/, "12, 20");
      await enter(page, "Simulated studies of each size", "200");
      await enter(page, /^Share of the infants that leave/, "0.1");
      await enter(page, "Seed", "7");
      await page.getByRole("button", { name: "Simulate", exact: true }).click();
      await page.getByRole("button", { name: "Print" }).waitFor({ timeout: 60_000 });
      const shown = await page.locator(".design").innerText();
      for (const sentence of sentences.trim().split("\n")) assert.ok(shown.includes(sentence), sentence);
      assert.equal(await page.locator(".design figure").count(), 2);
      assert.deepEqual(await axeFindings(page), []);
      await page.emulateMedia({ media: "print" });
      assert.ok(await page.locator(".design figure").first().isVisible());
      assert.ok(!(await page.locator(".design .form").isVisible()));
    });
  });

  it("stops at once, keeps the sizes that are done, and says what cannot be", async () => {
    await onGroup(async (page) => {
      await open(page);
      await enter(page, /^Infants of the treated group/, "5 900");
      await enter(page, "Simulated studies of each size", "10000");
      await page.getByRole("button", { name: "Simulate", exact: true }).click();
      await page.getByText("1 of 2 sizes").waitFor({ timeout: 60_000 });
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.getByRole("button", { name: "Simulate", exact: true }).waitFor();
      assert.match(await page.locator(".design .reasons").innerText(), /^5 treated and 5 comparison infants/);
      await enter(page, "Visits", "3");
      await enter(page, /^Correlation of two visits/, "-0.6");
      await page.getByRole("button", { name: "Simulate", exact: true }).click();
      await page.getByText("E_DESIGN_CORRELATION").waitFor();
    });
  });
});
