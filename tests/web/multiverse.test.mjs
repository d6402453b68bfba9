// The Group screen's questions beside the main one, in Chromium: the groups under every other choice, and what a study that is
// planned could find; both the numbers of the program.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { axeFindings, go, root, useBrowser } from "./browser.mjs";
import { makeStudy } from "./study.mjs";

const watched = useBrowser();

const run = async (...args) =>
  (await promisify(execFile)(resolve(root, "build/release/attune"), args, { maxBuffer: 1 << 28 })).stdout;

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-multiverse-"));
});
after(async () => {
  await rm(folder, { recursive: true });
});

const onGroup = (body) =>
  watched(async (page) => {
    await go(page, "Group");
    await body(page);
  });

describe("the groups under every other choice", () => {
  it("is asked for before or after measuring, drawn with its table, and the program's own", async () => {
    const study = join(folder, "study");
    await makeStudy(study, 5);
    const printed = await run("cohort", study, "--out", join(folder, "out"), "--multiverse");
    const table = await readFile(join(folder, "out/multiverse.tsv"), "utf8");
    const numbers = (text) =>
      text
        .split(/[\t\n]/)
        .map((cell) => (cell !== "" && Number.isFinite(Number(cell)) ? Number(cell) : cell));
    await onGroup(async (page) => {
      const measure = (name) => page.getByRole("button", { name }).click();
      await page
        .getByLabel(/^Choose (a|another) folder$/)
        .and(page.locator("input"))
        .setInputFiles(study);
      await measure("Measure 20 recordings");
      await page.locator(".study-results").waitFor({ timeout: 60_000 });
      assert.equal(await page.getByText("Does the answer depend on a choice?").count(), 0);

      await page.locator(".study-admin").evaluate((folded) => Object.assign(folded, { open: true }));
      await page.getByText("What enters, and what is asked").click();
      await page.getByLabel(/Also compare the groups under every other choice/).check();
      await page.getByText("20 recordings were measured without it; measure anew.").first().waitFor();
      await measure("Measure all anew");
      const figures = page.locator(".study-results .specifications figure");
      await figures.nth(1).waitFor({ timeout: 120_000 });

      for (const sentence of printed.split("\n").filter((line) => line.includes(": Of "))) {
        const shown = await page.locator(".study-results").innerText();
        assert.ok(shown.includes(sentence.slice(sentence.indexOf(": Of ") + 2)), sentence);
      }
      const rows = table.trimEnd().split("\n").slice(1);
      const brain = rows.filter((row) => row.startsWith("faa_f4_f3\t") && !row.endsWith("reason"));
      const drawn = await figures.first().locator(".specification").count();
      assert.equal(drawn, brain.filter((row) => /\t(yes|no)\tn\/a$/.test(row)).length + 2); // two in the key
      assert.equal(await figures.first().locator(".own-analysis").count(), 2);

      await page.getByRole("button", { name: "Save …" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("dialog").getByRole("button", { name: "Under every other choice (TSV)" }).click(),
      ]);
      await page.keyboard.press("Escape");
      const [saved, made] = [await readFile(await download.path(), "utf8"), table].map(numbers);
      assert.equal(saved.length, made.length);
      for (const [place, cell] of made.entries())
        if (typeof cell === "number")
          assert.ok(Math.abs(cell - saved[place]) <= 1e-12 * Math.max(1, Math.abs(cell)));
        else assert.equal(saved[place], cell);
      assert.deepEqual(await axeFindings(page), []);

      await page.emulateMedia({ media: "print" });
      assert.ok(await figures.first().isVisible());
    });
  });
});

describe("mothers and infants together", () => {
  it("is asked for where recordings hold both hearts, told in words and saved, and the program's own", async () => {
    const study = join(folder, "pairs");
    const lines = ["participant,visit,group,age_months,file"];
    for (const visit of [1, 2]) {
      const how = ["--pairs", "8", "--hours", "0.06", "--seed", `${40 * visit}`];
      await run("synth", ...how, "--out", join(study, `v${visit}`));
      for (let i = 1; i <= 8; i++)
        lines.push(`i${i},${visit},${i % 2 ? "ppd" : "control"},${4 + 2 * visit},v${visit}/pair-00${i}.edf`);
    }
    await writeFile(join(study, "list.csv"), `${lines.join("\n")}\n`);
    const printed = await run("cohort", study, "--out", join(folder, "pairs-out"), "--pairs");
    const table = await readFile(join(folder, "pairs-out/pairs.tsv"), "utf8");
    await onGroup(async (page) => {
      await page
        .getByLabel(/^Choose (a|another) folder$/)
        .and(page.locator("input"))
        .setInputFiles(study);
      await page.getByText("What enters, and what is asked").click();
      await page.getByLabel(/Mothers and infants together too/).check();
      await page.getByRole("button", { name: "Measure 16 recordings" }).click();
      const together = page.getByRole("region", { name: "Mothers and infants together" });
      await together.waitFor({ timeout: 120_000 });
      const sentences = printed.split("\n").filter((line) => / pairs /.test(line));
      assert.equal(sentences.length, 4);
      const shown = await together.innerText();
      for (const sentence of sentences) assert.ok(shown.includes(sentence), sentence);
      await page.getByText("Mother and infant: lead–lag index of RSA", { exact: true }).first().waitFor();

      await page.getByRole("button", { name: "Save …" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("dialog").getByRole("button", { name: "Mothers and infants (TSV)" }).click(),
      ]);
      await page.keyboard.press("Escape");
      const cells = (text) => text.split(/[\t\n]/);
      const [saved, made] = [cells(await readFile(await download.path(), "utf8")), cells(table)];
      assert.equal(saved.length, made.length);
      for (const [place, cell] of made.entries())
        if (cell !== "" && Number.isFinite(Number(cell)))
          assert.ok(Math.abs(cell - saved[place]) <= 1e-12 * Math.max(1, Math.abs(cell)), `${cell}`);
        else assert.equal(saved[place], cell);
      assert.deepEqual(await axeFindings(page), []);
    });
  });
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
