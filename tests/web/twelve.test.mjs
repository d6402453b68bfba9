// A study of twelve infants with dropout, an impossible age, a bad channel and a broken file, from the folder to the saved
// comparison: the Group screen in Chromium has the numbers of `attune cohort`, and names and counts all that is left out.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { assertSame } from "../wasm/module.mjs";
import { makeTwelve } from "../wasm/twelve.mjs";
import { go, launch, onWatchedPage, root } from "./browser.mjs";

const program = resolve(root, "build/release/attune");

/** Lines of a table as lists of cells, numbers as numbers; without the digest, which a broken file has in the program alone. */
function cells(text) {
  const [header, ...lines] = text.trimEnd().split("\n");
  const digest = header.split("\t").indexOf("sha256");
  const cell = (value) => (value !== "" && Number.isFinite(Number(value)) ? Number(value) : value);
  return [header, ...lines].map((line) =>
    line
      .split("\t")
      .filter((_, i) => i !== digest)
      .map(cell),
  );
}

async function savedFile(page, name) {
  await page.getByRole("button", { name: "Save …" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("dialog").getByRole("button", { name }).click(),
  ]);
  await page.keyboard.press("Escape");
  return readFile(await download.path(), "utf8");
}

test("twelve infants, one gone, an impossible age, a bad channel, a broken file: the program's numbers, all of it told", async () => {
  const folder = await mkdtemp(join(tmpdir(), "attune-twelve-"));
  const browser = await launch();
  try {
    const study = join(folder, "study");
    await makeTwelve(program, study);
    await assert.rejects(promisify(execFile)(program, ["cohort", study, "--out", join(folder, "out")]), {
      code: 3, // of a broken file
    });
    const written = (name) => readFile(join(folder, "out", name), "utf8");
    const { diagnostics, left_out } = JSON.parse(await written("tables.json"));
    await onWatchedPage(browser, async (page) => {
      await go(page, "Group");
      await page
        .getByLabel(/^Choose (a|another) folder$/)
        .and(page.locator("input"))
        .setInputFiles(study);
      await page.getByRole("heading", { name: "What was found" }).waitFor();
      const found = await page.locator(".study").innerText();
      for (const { message } of diagnostics) assert.ok(found.includes(message), message);
      assert.ok(diagnostics.some(({ message }) => message.includes("2000")));
      await page.getByText("1 session has no recording").click();
      assert.match(await page.locator(".study .reasons").innerText(), /sub-003 ses-2: no recording/);

      await page.getByRole("button", { name: "Measure 23 recordings" }).click();
      await page.locator(".study-results").waitFor({ timeout: 60_000 });
      await page.locator(".study-admin").evaluate((folded) => Object.assign(folded, { open: true }));
      assert.match(await page.locator(".measuring").innerText(), /23 of 23 recordings · 1 of no use/);
      assert.match(await page.locator("[data-failed]").innerText(), /sub-010_ses-2.*E_NOT_EDF/s);
      // Each reason stands in as many lines of the table as are counted.
      await page.getByLabel("Only those of which something does not enter").check();
      const lines = await page.locator("table.recordings tbody tr").allInnerTexts();
      assert.equal(lines.length, 3);
      assert.equal(
        lines.length,
        left_out.reduce((sum, { count }) => sum + count, 0),
      );
      assert.ok(
        lines.some((line) => /sub-007.*less than 30 s of clean EEG/s.test(line)),
        lines.join("\n"),
      );

      for (const [button, file] of [
        ["Values (TSV)", "metrics.tsv"],
        ["Recordings (TSV)", "recordings.tsv"],
      ])
        assertSame(cells(await written(file)), cells(await savedFile(page, button)), file);
      assertSame(
        JSON.parse(await written("group.json")),
        JSON.parse(await savedFile(page, "Comparison of the groups (JSON)")),
        "group",
      );
    });
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
});
