// Large recordings. Beyond 4 GB offsets no longer fit 32 bits, and nobody may hold it; its bytes are mostly a hole in the
// file, so it takes little room on the disk. From 16 MB on a second worker finds the heartbeats and takes the digest.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import {
  dropFiles,
  eventually,
  fileUrl,
  goToCheck,
  launch,
  onWatchedPage,
  openPage,
  root,
  savedWork,
  showReport,
  slotIs,
} from "./browser.mjs";
import { makeEdf, onlyEcg } from "./recordings.mjs";

const recordSeconds = 60;
const signals = [
  { label: "AUX 1", unit: "uV", perRecord: 1_200_000 },
  { label: "AUX 2", unit: "uV", perRecord: 1_200_000 },
  { label: "EDF Annotations", unit: "", perRecord: 60 },
];
const recordBytes = 2 * signals.reduce((sum, { perRecord }) => sum + perRecord, 0);
const records = Math.ceil(4.5e9 / recordBytes);
const lastOnset = (records - 1) * recordSeconds;
/** The very last sample of AUX 2, and the phase that begins in the last record. */
const lastSample = 12345;
const lastPhase = "Recovery";

let folder;
let path;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-large-"));
  path = join(folder, "large.edf");
  await writeSparse(path);
});
after(() => rm(folder, { recursive: true }));

async function writeSparse(target) {
  const field = (text, width) => String(text).padEnd(width);
  const each = (pick, width) => signals.map((signal) => field(pick(signal), width)).join("");
  const headerBytes = 256 * (1 + signals.length);
  const header = [
    field("0", 8) + field("X X X X", 80) + field("Startdate X X X X", 80),
    field("01.03.24", 8) + field("09.30.00", 8),
    field(headerBytes, 8) + field("EDF+C", 44) + field(records, 8) + field(recordSeconds, 8),
    field(signals.length, 4) + each(({ label }) => label, 16) + each(() => "", 80) + each((s) => s.unit, 8),
    each(({ unit }) => (unit ? -1000 : -1), 8) + each(({ unit }) => (unit ? 1000 : 1), 8),
    each(() => -32768, 8) + each(() => 32767, 8) + each(() => "", 80) + each((s) => s.perRecord, 8),
    each(() => "", 32),
  ].join("");
  const file = await open(target, "w");
  await file.write(header, 0, "latin1");
  const annotationOffset = recordBytes - 2 * signals[2].perRecord;
  for (let record = 0; record < records; record++) {
    const onset = record * recordSeconds;
    const phase = onset === lastOnset ? `+${onset}\x14${lastPhase}\x14\0` : "";
    const at = headerBytes + record * recordBytes + annotationOffset;
    await file.write(`+${onset}\x14\x14\0${phase}`, at, "latin1");
  }
  const sample = Buffer.alloc(2);
  sample.writeInt16LE(lastSample);
  const end = headerBytes + records * recordBytes;
  await file.write(sample, 0, 2, end - 2 * signals[2].perRecord - 2);
  await file.truncate(end);
  await file.close();
}

const ofProcess = (pid, what) => readFile(`/proc/${pid}/${what}`, "utf8").catch(() => "");

/** Whether this test started the process, itself or through others. */
async function isOurs(pid) {
  if (pid === process.pid) return true;
  const parent = Number((await ofProcess(pid, "status")).match(/PPid:\s+(\d+)/)?.[1] ?? 0);
  return parent > 1 && isOurs(parent);
}

/** The highest resident memory, in MB, of any page of this test's browser. */
async function peakOfPages() {
  let peak = 0;
  for (const pid of (await readdir("/proc")).map(Number).filter(Boolean)) {
    const isPage = (await ofProcess(pid, "cmdline")).includes("--type=renderer");
    if (!isPage || !(await isOurs(pid))) continue;
    const highest = (await ofProcess(pid, "status")).match(/VmHWM:\s+(\d+)/)?.[1];
    peak = Math.max(peak, Number(highest ?? 0) / 1024);
  }
  return peak;
}

describe("a recording of 4.5 GB", () => {
  const attune = resolve(root, "build/release/attune");
  it("is read to its last record natively", { skip: !existsSync(attune) }, async () => {
    const run = promisify(execFile);
    const inspected = JSON.parse((await run(attune, ["inspect", path])).stdout);
    assert.equal(inspected.duration_s, records * recordSeconds);
    assert.deepEqual(inspected.annotations, [{ onset_s: lastOnset, duration_s: null, text: lastPhase }]);
    assert.equal(inspected.signals[1].samples, records * signals[1].perRecord);
    assert.deepEqual(inspected.diagnostics, []);
    const last = inspected.signals[1].samples - 1;
    const { stdout } = await run(attune, ["samples", path, "--signal", "1", "--from", String(last)]);
    assert.equal(stdout.trim().split("\n")[1].split(",")[2], String(lastSample));
  });

  it("is read to its last record by the page, which holds none of it", async () => {
    const browser = await launch();
    try {
      const { page } = await openPage(browser, fileUrl);
      const atStart = await peakOfPages();
      await page.getByLabel("Choose a file for Baseline").setInputFiles(path);
      await slotIs(page, 0, "ready", 600_000);
      const growth = (await peakOfPages()) - atStart;
      await goToCheck(page);
      const phase = page.locator(".check tbody tr", { has: page.locator(`input[value="${lastPhase}"]`) });
      assert.equal(await phase.locator("select").inputValue(), "recovery");
      assert.equal(await phase.locator("input").nth(1).inputValue(), `${lastOnset / 60}:00`);
      assert.match(await page.locator(".check").innerText(), /4\.5\d\sGB/);
      assert.ok(atStart > 0);
      assert.ok(growth < 128, `memory grew by ${growth.toFixed(0)} MB`);
    } finally {
      await browser.close();
    }
  });
});

describe("a recording of more than 16 MB", () => {
  const noise = (rate) => (second) => 900 * Math.sin(1e4 * Math.sin(rate * second));
  const brain = makeEdf({
    signals: [17, 18].map((rate, i) => ({
      label: `EEG F${i + 3}`,
      unit: "uV",
      rate: 50_000,
      value: noise(rate),
    })),
    seconds: 90,
  });
  const heart = onlyEcg("01.03.24", "09.32.00");
  const digest = (...bytes) => createHash("sha256").update(Buffer.concat(bytes)).digest("hex");
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());

  it("of two files is named by their digests, and the worker that shared its reading is gone", async () => {
    const paths = [join(folder, "heart.edf"), join(folder, "brain.edf")];
    await writeFile(paths[0], heart);
    await writeFile(paths[1], brain);
    await onWatchedPage(browser, async (page) => {
      await page.getByLabel("Choose a file for Baseline").setInputFiles(paths[0]);
      await slotIs(page, 0, "ready");
      const workers = page.workers().length;
      let started = 0;
      page.on("worker", () => started++);
      await page.getByLabel("Add a file of the same visit: Baseline").setInputFiles(paths[1]);
      await page.locator('[data-slot="0"]', { hasText: "brain.edf" }).waitFor();
      await slotIs(page, 0, "ready");
      assert.equal(started, 1);
      // The worker that held the one file before is gone as well.
      await eventually(async () => assert.equal(page.workers().length, workers - 1));
      await dropFiles(page, 1, [{ name: "follow-up.edf", bytes: onlyEcg("01.05.24", "09.30.00") }]);
      await showReport(page);
      const [visit] = JSON.parse(await savedWork(page)).visits;
      assert.equal(visit.sha256, digest(brain, heart));
      assert.deepEqual(
        visit.parts.map(({ sha256 }) => sha256),
        [digest(brain), digest(heart)],
      );
    });
  });

  it("leaves no worker behind either that is cancelled", async () => {
    await onWatchedPage(browser, async (page) => {
      const workers = page.workers().length;
      await page.getByLabel("Choose a file for Baseline").setInputFiles(path);
      await page.locator('[data-slot="0"]', { hasText: /[1-9]\d*\sMB of/ }).waitFor();
      assert.equal(page.workers().length, workers + 1);
      await page.getByRole("button", { name: "Cancel reading Baseline" }).click();
      await slotIs(page, 0, "empty");
      await eventually(async () => assert.equal(page.workers().length, workers - 1));
    });
  });
});
