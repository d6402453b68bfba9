// The Check screen: what was found can be put right, and the report follows.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  dropFiles,
  eventually,
  go,
  goToCheck,
  openExample,
  reportThat,
  savedReport,
  showReport,
  slotIs,
  useBrowser,
} from "./browser.mjs";
import { onlyEcg, simulatedVisit } from "./recordings.mjs";

const onPage = useBrowser();

describe("on the Check screen", () => {
  it("exchanging the sites of two channels turns the sign of the asymmetry", async () => {
    await onPage(async (page) => {
      await openExample(page);
      const before = (await savedReport(page)).report.visits[0].eeg.asymmetry[0].faa_ln;
      await goToCheck(page);
      const baseline = page.locator(".visit").first();
      const site = (label) => baseline.getByLabel(`Site: ${label}`, { exact: true });
      await site("EEG F3").fill("F4");
      await site("EEG F3").press("Tab");
      await eventually(async () => assert.equal(await site("EEG F3").inputValue(), "F4"));
      await site("EEG F4").fill("F3");
      await site("EEG F4").press("Tab");
      const report = await reportThat(
        page,
        ({ visits }) => Math.sign(visits[0].eeg.asymmetry[0].faa_ln) === -Math.sign(before),
      );
      assert.ok(Math.abs(report.visits[0].eeg.asymmetry[0].faa_ln + before) < 1e-12);
    });
  });

  it("a channel that is no ECG takes the heart away, and back as recognised it returns", async () => {
    await onPage(async (page) => {
      await openExample(page);
      await goToCheck(page);
      const baseline = page.locator(".visit").first();
      await baseline.getByLabel("Taken for: ECG").selectOption("other");
      await reportThat(page, ({ visits }) => visits[0].heart.beats === 0);
      await goToCheck(page);
      await baseline.getByRole("button", { name: "As recognised", exact: true }).click();
      await reportThat(page, ({ visits }) => visits[0].heart.beats > 100);
    });
  });

  it("phases are renamed, retyped, moved, added and removed, by field and by the strip's borders", async () => {
    await onPage(async (page) => {
      await openExample(page);
      await goToCheck(page);
      const baseline = page.locator(".visit").first();
      await baseline.getByLabel("Phase 1", { exact: true }).fill("quiet");
      await baseline.getByLabel("Phase 1", { exact: true }).press("Tab");
      await baseline.getByLabel("End: quiet").fill("1:45");
      await baseline.getByLabel("End: quiet").press("Tab");
      const border = baseline.getByRole("slider", { name: "End of quiet" });
      await eventually(async () => assert.equal(await border.getAttribute("aria-valuetext"), "1:45"));
      await border.focus();
      // Steps faster than the recording is read again: each builds on the one before.
      await page.keyboard.press("Shift+ArrowLeft");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await eventually(async () => assert.equal(await border.getAttribute("aria-valuetext"), "1:37"));
      // What the change brings to the page may move the strip away under the pointer, as it would from a person's.
      await eventually(async () => {
        await border.hover();
        const box = await border.boundingBox();
        await page.mouse.down();
        await page.mouse.move(box.x - 40, box.y + 10, { steps: 4 });
        await page.mouse.up();
        assert.ok(Number(await border.getAttribute("aria-valuenow")) < 97);
      });
      await baseline.getByRole("button", { name: "Add a phase" }).click();
      await eventually(async () => assert.equal(await baseline.locator("table.phases tbody tr").count(), 4));
      await baseline.getByRole("button", { name: /^Remove Phase 4/ }).click();
      const report = await reportThat(page, ({ visits }) => visits[0].phases.length === 3);
      assert.equal(report.visits[0].phases[0].name, "quiet");
      assert.ok(report.visits[0].phases[0].end_s < 97);
      assert.equal(report.visits[0].heart.phases[0].phase, "quiet");
    });
  });

  it("a border that cannot be is refused on the spot, and nothing changes", async () => {
    await onPage(async (page) => {
      await openExample(page);
      const before = (await savedReport(page)).report.visits[0].phases;
      await goToCheck(page);
      const field = page
        .locator(".visit")
        .first()
        .locator("table.phases tbody tr")
        .first()
        .locator("input")
        .nth(2);
      for (const wrong of ["0:00", "abc", "99:00"]) {
        await field.fill(wrong);
        await field.press("Tab");
        assert.equal(await field.getAttribute("aria-invalid"), "true", wrong);
      }
      await go(page, "Report");
      assert.deepEqual((await savedReport(page)).report.visits[0].phases, before);
    });
  });

  it("visits that are not in order of time are noticed by their dates and put in order", async () => {
    await onPage(async (page) => {
      await dropFiles(page, 0, [{ name: "later.edf", bytes: await simulatedVisit("improved", 1) }]);
      await slotIs(page, 0, "ready");
      await dropFiles(page, 1, [{ name: "earlier.edf", bytes: await simulatedVisit("improved", 0) }]);
      await slotIs(page, 1, "ready");
      await goToCheck(page);
      await page.getByText("By their dates the visits are not in order of time.").waitFor();
      await page.getByRole("button", { name: "Put the visits in order of time" }).click();
      await page.getByText("By their dates the visits are not in order").waitFor({ state: "detached" });
      const report = await reportThat(page, ({ visits }) => visits[1].days_from_first === 63);
      assert.deepEqual(
        report.diagnostics.filter(({ code }) => code === "W_VISITS_SWAPPED"),
        [],
      );
    });
  });

  it("a visit can be added", async () => {
    await onPage(async (page) => {
      await dropFiles(page, 0, [{ name: "a.edf", bytes: onlyEcg("01.03.24") }]);
      await slotIs(page, 0, "ready");
      await dropFiles(page, 1, [{ name: "b.edf", bytes: onlyEcg("01.05.24") }]);
      await slotIs(page, 1, "ready");
      await goToCheck(page);
      await page.getByRole("button", { name: "Add a visit" }).click();
      await dropFiles(page, 2, [{ name: "c.edf", bytes: onlyEcg("01.08.24") }]);
      await showReport(page);
      const { report } = await savedReport(page);
      assert.deepEqual(
        report.visits.map(({ label }) => label),
        ["baseline", "follow-up", "visit 3"],
      );
    });
  });
});
