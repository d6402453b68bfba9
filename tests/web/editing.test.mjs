// Edits on the Signals screen, by mouse, keys and from the tables: beats, stretches, channels. The report follows, and
// says what the core says of the same edits.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { readRecording, unwrap } from "../wasm/module.mjs";
import { dropFiles, eventually, go, launch, onWatchedPage, savedReport, slotIs } from "./browser.mjs";
import { asSaved, loadCore, simulatedVisit } from "./recordings.mjs";
import { allBeats, focusPlot, kindAt, news, onSignals, pointOf, showSignals, view } from "./signals.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const editsIn = async (page) => {
  await go(page, "Report");
  const { report } = await savedReport(page);
  await showSignals(page);
  return report.provenance.settings.edits.recordings;
};

/** Drags from one point to another with a key held. */
async function dragWith(page, key, from, to) {
  await page.keyboard.down(key);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up(key);
}

describe("editing beats", () => {
  it("by mouse: select, remove, restore, move, add, undo and redo", async () => {
    await onSignals(browser, async (page) => {
      const beats = await allBeats(page);
      const [, , , beat, next] = beats;
      const at = await pointOf(page, beat.atS);
      await page.mouse.click(at.x, at.y);
      await page.locator(".signal-selection", { hasText: "Beat at" }).waitFor();
      await page.locator(".signal-selection").getByRole("button", { name: "Remove" }).click();
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), "removed"));
      await page.locator(".signal-selection").getByRole("button", { name: "Restore" }).click();
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), beat.kind));
      assert.deepEqual(await editsIn(page), [], "what is taken back leaves nothing behind");

      // Dragged half-way to the next one with Alt, it stays where it is let go.
      const half = await pointOf(page, (beat.atS + next.atS) / 2);
      const from = await pointOf(page, beat.atS);
      await dragWith(page, "Alt", from, half);
      const moved = async () => {
        const found = (await allBeats(page)).filter(({ kind }) => kind === "moved");
        assert.equal(found.length, 1);
        assert.ok(Math.abs(found[0].atS - (beat.atS + next.atS) / 2) < 0.03, `moved to ${found[0].atS}`);
      };
      await eventually(moved);
      await page.keyboard.press("Control+z");
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), beat.kind));
      await page.keyboard.press("Control+Shift+z");
      await eventually(moved);
      await page.getByRole("button", { name: "Undo" }).click();
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), beat.kind));

      // A beat added close to an R peak goes to that peak: the very beat that was removed there.
      const again = await pointOf(page, beat.atS);
      await page.mouse.click(again.x, again.y);
      await focusPlot(page);
      await page.keyboard.press("Delete");
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), "removed"));
      await page.getByText("Add beats").click();
      const on = await pointOf(page, beat.atS);
      await page.mouse.click(on.x, on.y);
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), beat.kind));
      await page.keyboard.press("Control+z");
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), "removed"));
      await focusPlot(page);
      for (let i = 0; i < 3; i++) await page.keyboard.press("+");
      await eventually(async () => assert.equal((await view(page)).spanS, 2));
      const beside = await pointOf(page, beat.atS + 0.05);
      await page.mouse.click(beside.x, beside.y + 40);
      await eventually(async () => {
        const added = (await allBeats(page)).find(({ kind }) => kind === "added");
        assert.ok(added && Math.abs(added.atS - beat.atS) < 0.004, JSON.stringify(added));
      });
    });
  });

  it("by keyboard alone: next beat, remove, restore, move by steps, add at the cursor", async () => {
    await onSignals(browser, async (page) => {
      await focusPlot(page);
      await page.keyboard.press("Home");
      await page.keyboard.press("n");
      await page.keyboard.press("n");
      await eventually(async () => assert.match(await news(page), /^Beat 2 of \d+: detected, at /));
      const [, beat] = await allBeats(page);
      await focusPlot(page);
      await page.keyboard.press("Delete");
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), "removed"));
      await focusPlot(page);
      await page.keyboard.press("r");
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), "detected"));
      await focusPlot(page);
      await page.keyboard.press("m");
      for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await eventually(async () => assert.equal(await kindAt(page, beat.atS + 0.01), "moved"));
      await focusPlot(page);
      await page.keyboard.press("r");
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), "detected"));
      // The cursor stands on the beat; some steps on, a beat is added.
      await focusPlot(page);
      await page.keyboard.press("a");
      await eventually(async () => assert.match(await news(page), /^Beat added at /));
      await page.keyboard.press("Control+z");
      await eventually(async () => assert.equal(await news(page), "Undone."));
      assert.deepEqual(await editsIn(page), []);
    });
  });

  it("from the table: add by time, remove, restore, and pages of rows", async () => {
    await onSignals(browser, async (page) => {
      const [, , , , , beat] = await allBeats(page);
      const row = page.locator(`[data-beat="${beat.atS}"]`);
      await row.getByRole("button", { name: /^Remove/ }).click();
      await page.locator(`[data-beat="${beat.atS}"][data-kind="removed"]`).waitFor();
      await row.getByRole("button", { name: /^Restore/ }).click();
      await page.locator(`[data-beat="${beat.atS}"][data-kind="${beat.kind}"]`).waitFor();
      await page.getByLabel("Time of a new beat").fill("nonsense");
      await page.getByRole("button", { name: "Add at the R peak next to it" }).click();
      await page.getByText("Enter a time within the recording").waitFor();
      await page.getByLabel("Time of a new beat").fill("1:00.2");
      await page.getByRole("button", { name: "Add at the R peak next to it" }).click();
      await page.getByLabel("Only those flagged or edited").check();
      await page.locator('[data-kind="added"]').waitFor();
      const [edits] = await editsIn(page);
      assert.equal(edits.beats.length, 1);
      assert.equal(edits.beats[0].action, "add");
      assert.ok(Math.abs(edits.beats[0].time_s - 60.2) < 0.1);
    });
  });
});

describe("leaving stretches out", () => {
  it("by mouse, keyboard and table, EEG and heart, and back in", async () => {
    await onSignals(browser, async (page) => {
      await page.getByText(/^Left out \(/).click();
      const rows = () =>
        page
          .locator(".stretch-list tbody tr")
          .evaluateAll((all) =>
            all.map((row) => `${row.dataset.what} ${row.cells[0].innerText}-${row.cells[1].innerText}`),
          );
      const from = await pointOf(page, 5);
      const to = await pointOf(page, 10);
      await dragWith(page, "Shift", from, to);
      await page.locator(".signal-selection").getByRole("button", { name: "Leave EEG out" }).click();
      await eventually(async () =>
        assert.match((await rows()).join(), /^eeg 0:0[45]\.\d{3}-0:(09|10)\.\d{3}$/),
      );
      await page.locator(".signal-selection").getByRole("button", { name: "Take back in" }).click();
      await eventually(async () => assert.deepEqual(await rows(), []));

      await focusPlot(page);
      await page.keyboard.press("Home");
      await page.keyboard.press("s");
      for (let i = 0; i < 3; i++) await page.keyboard.press("Shift+>");
      await page.keyboard.press("s");
      await page.keyboard.press("h");
      await eventually(async () => assert.deepEqual(await rows(), ["heart 0:00.000-0:06.000"]));
      await page.keyboard.press("r");
      await eventually(async () => assert.deepEqual(await rows(), []));

      await page.getByLabel("From").fill("30");
      await page.getByLabel("To", { exact: true }).fill("1:00");
      await page.locator(".signal-lists").getByRole("button", { name: "Leave heart out" }).click();
      await eventually(async () => assert.deepEqual(await rows(), ["heart 0:30.000-1:00.000"]));
      await page.getByRole("button", { name: /^Take back in: / }).click();
      await eventually(async () => assert.deepEqual(await rows(), []));
    });
  });
});

describe("the report", () => {
  it("follows every edit and equals what the core makes of the same edits", async () => {
    await onWatchedPage(browser, async (page) => {
      const files = await Promise.all([0, 1].map((index) => simulatedVisit("improved", index)));
      for (const [index, bytes] of files.entries()) {
        await dropFiles(page, index, [{ name: `${index}.edf`, bytes }]);
        await slotIs(page, index, "ready");
      }
      await showSignals(page);
      const readout = () => page.locator(".signal-readout").innerText();
      const before = await readout();
      const beats = await allBeats(page);
      await page
        .locator(`[data-beat="${beats[8].atS}"]`)
        .getByRole("button", { name: /^Remove/ })
        .click();
      await page.locator('[data-kind="removed"]').first().waitFor();
      await page.getByText(/^Left out \(/).click();
      for (const [what, from, to] of [
        ["Leave heart out", "30", "60"],
        ["Leave EEG out", "10", "25"],
      ]) {
        await page.getByLabel("From").fill(from);
        await page.getByLabel("To", { exact: true }).fill(to);
        await page.locator(".signal-lists").getByRole("button", { name: what }).click();
      }
      await page.locator(".signal-channels summary").click();
      await page.getByLabel("Leave EEG P3 out of the report").check();
      await eventually(async () => assert.equal(await page.locator(".stretch-list tbody tr").count(), 2));
      await eventually(async () => assert.notEqual(await readout(), before));
      await go(page, "Report");
      const report = await eventually(async () => {
        const saved = await savedReport(page);
        const [edits] = saved.report.provenance.settings.edits.recordings;
        assert.equal(edits.beats.map(({ action }) => action).join(), "remove,exclude");
        assert.deepEqual(edits.eeg_excluded, [{ start_s: 10, end_s: 25 }]);
        assert.deepEqual(edits.eeg_excluded_channels, ["P3"]);
        return saved.report;
      });
      const { settings } = report.provenance;

      const core = await loadCore();
      const text = JSON.stringify(settings);
      const measured = files.map((bytes, index) => {
        const recording = readRecording(core, bytes, text);
        const options = JSON.stringify({ label: ["baseline", "follow-up"][index] });
        const visit = unwrap(recording.visit(text, options));
        const choices = unwrap(recording.specifications(text, options));
        recording.delete();
        return { visit, choices };
      });
      const all = (part) => JSON.stringify(measured.map((one) => one[part]));
      const made = unwrap(core.compare(all("visit"), text, "{}"));
      const curves = unwrap(core.specificationCurves(JSON.stringify(made), all("choices")));
      assert.deepEqual(report, asSaved({ ...made, specification_curves: curves }));
    });
  });
});
