// A visit in several files: EEG and ECG of two devices, a recording that was stopped and started again.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import {
  dropFiles,
  eventually,
  go,
  openSaved,
  savedReport,
  savedWork,
  showReport,
  slotIs,
  useBrowser,
} from "./browser.mjs";
import { onlyEcg, onlyEeg } from "./recordings.mjs";

const date = "01.03.24";
const brain = onlyEeg(date, "09.30.00");
const heart = onlyEcg(date, "09.30.40");
const later = onlyEeg(date, "09.34.10");
const followUp = onlyEeg("01.05.24", "09.30.00");
/** The date of copies without names. */
const unknown = "01.01.85";

const onPage = useBrowser();

const add = (page, visit, name, buffer) =>
  page
    .getByLabel(`Add a file of the same visit: ${visit}`)
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });

const namesAt = async (page, slot) => page.locator(`[data-slot="${slot}"] .slot-name`).allInnerTexts();

it("EEG and ECG apart become one visit, whose files Check shows, and saved work knows both again", async () => {
  let work;
  await onPage(async (page) => {
    // The later of both first: start times put them in order.
    await dropFiles(page, 0, [{ name: "heart.edf", bytes: heart }]);
    await slotIs(page, 0, "ready");
    await add(page, "Baseline", "brain.edf", brain);
    await eventually(async () => assert.deepEqual(await namesAt(page, 0), ["brain.edf", "heart.edf"]));
    await slotIs(page, 0, "ready");
    await go(page, "Check");
    const files = page.locator("details.part", { hasText: "Files" }).first();
    await files.locator("summary").click();
    await files.locator("tbody tr").nth(1).waitFor();
    const rows = await files.locator("tbody tr").allInnerTexts();
    // By hand: the heart begins 40 s after the brain, and both last 120 s.
    assert.match(rows[0], /brain\.edf\s+0\ss\s+2\smin\s+2\s+0/);
    assert.match(rows[1], /heart\.edf\s+40\ss\s+2\smin 40\ss\s+0\s+1\s+beside them for 1\smin 20\ss/);
    await go(page, "Open");
    await dropFiles(page, 1, [{ name: "followup.edf", bytes: followUp }]);
    await showReport(page);
    work = await savedWork(page);
  });
  const [visit] = JSON.parse(work).visits;
  const digest = (...bytes) => createHash("sha256").update(Buffer.concat(bytes)).digest("hex");
  assert.equal(visit.sha256, digest(brain, heart));
  assert.deepEqual(
    visit.parts.map(({ sha256 }) => sha256),
    [digest(brain), digest(heart)],
  );
  await onPage(async (page) => {
    await openSaved(page, work);
    await dropFiles(page, 0, [{ name: "y.edf", bytes: heart }]);
    await page.getByText("choose the 2 that it was made with").waitFor();
    await dropFiles(page, 0, [
      { name: "x.edf", bytes: brain },
      { name: "z.edf", bytes: followUp },
    ]);
    await eventually(async () => assert.deepEqual(await namesAt(page, 0), ["x.edf", "y.edf"]));
    await slotIs(page, 0, "ready");
    await showReport(page);
    assert.equal(JSON.parse(await savedWork(page)).visits[0].sha256, visit.sha256);
  });
});

it("two files of one morning are asked about, and joined when that is said", async () => {
  await onPage(async (page) => {
    await dropFiles(page, 0, [
      { name: "b.edf", bytes: later },
      { name: "a.edf", bytes: brain },
    ]);
    await slotIs(page, 1, "ready");
    await page.getByText("were recorded within hours of one another").waitFor();
    await page.getByRole("button", { name: "Make them one visit" }).click();
    await eventually(async () => assert.deepEqual(await namesAt(page, 0), ["a.edf", "b.edf"]));
    await slotIs(page, 0, "ready");
    await go(page, "Check");
    const files = page.locator("details.part", { hasText: "Files" }).first();
    await files.locator("summary").click();
    // The second begins 250 s after the first, which lasts 120 s.
    assert.match(
      await files.locator("tbody tr").last().innerText(),
      /b\.edf\s+4\smin 10\ss\s+6\smin 10\ss.*a gap of 2\smin 10\ss/s,
    );
  });
});

it("a file whose start is not known says so, with the place to enter it, and can be taken out again", async () => {
  await onPage(async (page) => {
    await dropFiles(page, 0, [{ name: "brain.edf", bytes: brain }]);
    await slotIs(page, 0, "ready");
    await add(page, "Baseline", "heart.edf", onlyEcg(unknown));
    await slotIs(page, 0, "failed");
    const failure = await page.locator('[data-slot="0"] .failure').first().innerText();
    assert.match(failure, /is not known.*Open screen.*E_PARTS_TIME · Where: heart\.edf/s);
    const start = page.getByLabel("heart.edf begins at, in seconds");
    await start.fill("40");
    await start.blur();
    await slotIs(page, 0, "ready");
    await page.getByRole("button", { name: "Take heart.edf out of the visit" }).click();
    await eventually(async () => assert.deepEqual(await namesAt(page, 0), ["brain.edf"]));
    await slotIs(page, 0, "ready");
  });
});

/** A study's folder: files by their paths. */
async function folderOf(files) {
  const at = await mkdtemp(join(tmpdir(), "attune-parts-"));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(at, path, ".."), { recursive: true });
    await writeFile(join(at, path), content);
  }
  return at;
}

/** Weeks of pregnancy at birth, 9 before the 40th. */
const participants = "participant_id\tgroup\tgestational_age\nsub-07\ta\t31\n";

it("a folder of one infant joins the files of a visit, and its ages are corrected for weeks born early", async () => {
  const at = await folderOf({
    "sub-07/ses-t1/eeg/sub-07_ses-t1_task-rest_eeg.edf": brain,
    "sub-07/ses-t1/ecg/sub-07_ses-t1_ecg.edf": heart,
    "sub-07/ses-t1/ecg/sub-07_ses-t1_ecg_events.tsv": "onset\tduration\ttrial_type\n",
    "sub-07/ses-t2/eeg/sub-07_ses-t2_task-rest_eeg.edf": followUp,
    "sub-07/sub-07_sessions.tsv": "session_id\tage_months\nses-t1\t5.2\nses-t2\t25\n",
    "participants.tsv": participants,
  });
  await onPage(async (page) => {
    await page.getByLabel("Open a folder").setInputFiles(at);
    await slotIs(page, 0, "ready");
    assert.deepEqual(await namesAt(page, 0), ["sub-07_ses-t1_task-rest_eeg.edf", "sub-07_ses-t1_ecg.edf"]);
    await go(page, "Check");
    const weeks = page.getByLabel("Weeks born early");
    assert.equal(await weeks.inputValue(), "9");
    await showReport(page);
    const { report } = await savedReport(page);
    const [first, second] = report.visits;
    assert.equal(first.age_months, 5.2);
    // By hand: 5.2 - 63 / 30.4375; at 25 months nothing is corrected.
    assert.ok(Math.abs(first.corrected_age_months - 3.1302) < 1e-4, first.corrected_age_months);
    assert.equal(second.corrected_age_months, null);
    assert.match(await page.locator(".report").first().innerText(), /5\.2 \(corrected 3\.1\)/);
    await go(page, "Check");
    await weeks.fill("");
    await weeks.blur();
    await go(page, "Open");
    await slotIs(page, 0, "ready");
    await showReport(page);
    assert.equal((await savedReport(page)).report.visits[0].corrected_age_months, null);
  });
  await rm(at, { recursive: true });
});

it("a study's visits in several files are measured as one; those that cannot be joined are named", async () => {
  const at = await folderOf({
    "sub-01/eeg/sub-01_task-rest_run-1_eeg.edf": later,
    "sub-01/eeg/sub-01_task-rest_run-2_eeg.edf": brain,
    "sub-01/eeg/sub-01_task-rest_ecg.edf": heart,
    "sub-02/eeg/sub-02_task-rest_run-1_eeg.edf": brain,
    "sub-02/eeg/sub-02_task-rest_run-2_eeg.edf": onlyEeg(date, "09.31.00"),
    "participants.tsv": "participant_id\tgroup\nsub-01\ta\nsub-02\tb\n",
  });
  await onPage(async (page) => {
    await go(page, "Group");
    await page
      .getByLabel(/^Choose (a|another) folder$/)
      .and(page.locator("input"))
      .setInputFiles(at);
    await page.getByRole("button", { name: /^Measure/ }).click();
    const table = page.locator("table.recordings");
    await table.locator('[data-state="measured"]').waitFor({ state: "attached", timeout: 60_000 });
    await table.locator('[data-state="failed"]').waitFor({ state: "attached", timeout: 60_000 });
    assert.match(await table.locator('[data-state="measured"]').textContent(), /sub-01.*\(3 files\)/);
    const failed = await page.locator("[data-failed] li").textContent();
    assert.match(
      failed,
      /sub-02_task-rest_run-2_eeg\.edf.*is recorded in this file and in one before it.*E_PARTS_OVERLAP/s,
    );
  });
  await rm(at, { recursive: true });
});
