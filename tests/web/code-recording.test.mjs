// What was coded beside a recording: as annotations in a copy of it, and in saved work.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, describe, it } from "node:test";
import {
  dropFiles,
  eventually,
  go,
  openSaved,
  savedWork,
  slotIs,
  useBrowser,
  wholeReport,
} from "./browser.mjs";
import { codeAll, coded, openVideo, video } from "./code-screen.mjs";
import { loadCore, simulatedVisit } from "./recordings.mjs";

let baseline;
let followUp;
before(async () => {
  baseline = await simulatedVisit("improved", 0);
  followUp = await simulatedVisit("improved", 1);
});

const onPage = useBrowser();

async function openBoth(page) {
  await dropFiles(page, 0, [
    { name: "a.edf", bytes: baseline },
    { name: "b.edf", bytes: followUp },
  ]);
  await slotIs(page, 1, "ready");
}

async function setClock(page, time) {
  await page.getByText("The recording’s clock", { exact: true }).click();
  await page.getByLabel("at 0 of the video").fill(time);
  await page.getByLabel("at 0 of the video").press("Tab");
}

/** What the header says: bytes of the header, of a record, and how many there are. */
function shapeOf(edf) {
  const field = (at, width) => edf.toString("latin1", at, at + width).trim();
  const header = Number(field(184, 8));
  const signals = Number(field(252, 4));
  const samples = Array.from({ length: signals }, (_, n) => Number(field(256 + signals * 216 + 8 * n, 8)));
  return {
    header,
    signals,
    record: 2 * samples.reduce((sum, one) => sum + one, 0),
    records: Number(field(236, 8)),
  };
}

async function annotationsIn(edf) {
  const core = await loadCore();
  const recording = new core.Recording(edf.length, core.defaultSettings(), "[]", "{}");
  recording.buffer(edf.length).set(edf);
  assert.equal(recording.push(edf.length), "");
  assert.equal(recording.finish(), "");
  const { annotations } = JSON.parse(recording.drawn()).value;
  recording.delete();
  return annotations;
}

describe("what was coded beside a recording", () => {
  it("goes as annotations into a copy of it, whose samples keep their bytes", async () => {
    await onPage(async (page) => {
      await openBoth(page);
      await openVideo(page);
      await codeAll(page);
      const button = page.getByRole("button", { name: "EDF+ annotations in a copy of the recording" });
      await page.getByText("Set the recording’s clock above first").waitFor();
      assert.ok(await button.isDisabled());
      await setClock(page, "0:20.5");
      const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
      assert.equal(download.suggestedFilename(), "attune-recording-coded.edf");
      const copy = await readFile(await download.path());
      await page.getByText("Saved with 5 annotations added.").waitFor();

      const [own, made] = [shapeOf(baseline), shapeOf(copy)];
      assert.equal(made.signals, own.signals + 1);
      assert.equal(made.records, own.records);
      assert.equal(copy.length, made.header + made.records * made.record);
      for (let n = 0; n < own.records; n++) {
        const from = own.header + n * own.record;
        const to = made.header + n * made.record;
        assert.ok(
          baseline.subarray(from, from + own.record).equals(copy.subarray(to, to + own.record)),
          `record ${n}`,
        );
      }
      const before = await annotationsIn(baseline);
      const after = await annotationsIn(copy);
      assert.equal(after.length, before.length + 5);
      for (const [code, start_s, lasts_s] of [
        ["play", 0.02, 4],
        ["still-face", 4.02, 5],
        ["social positive", 0.02, 2],
        ["withdrawn", 2.02, 4],
        ["protest", 6.02, 3],
      ])
        assert.ok(
          after.some(
            ({ text, onset_s, duration_s }) =>
              text === code &&
              Math.abs(onset_s - 20.5 - start_s) < 1e-6 &&
              Math.abs(duration_s - lasts_s) < 1e-6,
          ),
          code,
        );
    });
  });

  it("is in saved work with its clock and its sides, and comes back before the recordings do", async () => {
    let work;
    let book;
    await onPage(async (page) => {
      await openBoth(page);
      await openVideo(page, [video, video]);
      await codeAll(page);
      await setClock(page, "0:20.5");
      await page.getByLabel("Video 2 is ahead by, s").fill("1.2");
      await page.getByLabel("Video 2 is ahead by, s").press("Tab");
      ({ book } = await coded(page));
      await go(page, "Report");
      await wholeReport(page);
      work = await savedWork(page);
    });
    assert.equal(book.offset_s, 20.5);
    assert.deepEqual(JSON.parse(JSON.parse(work).visits[0].coding).visits, [book]);
    assert.equal(JSON.parse(work).visits[1].coding, "");
    await onPage(async (page) => {
      await openSaved(page, work);
      await go(page, "Code");
      await page.getByText(/^States \(3\)/).waitFor();
      assert.deepEqual((await coded(page)).book, book);
      await openVideo(page, [video, video]);
      await eventually(async () =>
        assert.equal(await page.getByLabel("Video 2 is ahead by, s").inputValue(), "1.2"),
      );
    });
  });

  it("of saved work that this page cannot read opens nothing, and is told", async () => {
    let work;
    await onPage(async (page) => {
      await openBoth(page);
      await go(page, "Report");
      await wholeReport(page);
      work = JSON.parse(await savedWork(page));
    });
    work.visits[0].coding = '{"attune":"coding","format":99,"visits":[]}';
    await onPage(async (page) => {
      await openSaved(page, JSON.stringify(work));
      await page.getByText("The coding in this saved work cannot be read").waitFor();
    });
  });
});
