// scripts/bench edit [--hours H] [--rounds N] [FOLDER…]: from an edit or a changed setting to the new report, the way the page
// goes: the visit measured anew in the module, read, its outline compared with another visit's, the report read. Processor
// milliseconds, medians of N rounds, of this tree's module and of those in further folders (attune.mjs and attune.wasm, as
// scripts/bench compare builds them of a commit), in turn. The recording is simulated: an hour of 32 channels at 512 Hz.
import { spawnSync } from "node:child_process";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { modulesOf } from "../page-logic/modules.mjs";

const { outlineOf } = await modulesOf("app/outline.ts");
const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What is done, again and again, each time a little further on. */
const changes = {
  "a beat taken out": ({ beats }, _, round) =>
    beats.push({ action: "remove", time_s: 600 + 40 * round, to_s: 0 }),
  "a stretch left out": ({ eeg_excluded }, _, round) =>
    eeg_excluded.push({ start_s: 900 + 40 * round, end_s: 905 + 40 * round }),
  "length of epochs": (_, settings) => {
    settings.hrv.epoch_s += 0.5;
  },
  "amplitude limit": (_, settings) => {
    settings.eeg.max_abs_uv -= 1;
  },
  "alpha band": (_, settings, round) => {
    settings.eeg.alpha.high_hz = 9 + (round % 3);
  },
};

/** A recording read through the module of a folder. */
async function opened(folder, path) {
  const { default: create } = await import(pathToFileURL(join(folder, "attune.mjs")));
  const attune = await create({ wasmBinary: await readFile(join(folder, "attune.wasm")) });
  const settings = JSON.parse(attune.defaultSettings());
  const file = await open(path);
  const { size } = await file.stat();
  const readWith = [size, JSON.stringify(settings), "[]"];
  // Modules of before November 27 took no options.
  const recording = await Promise.resolve()
    .then(() => new attune.Recording(...readWith, "{}"))
    .catch(() => new attune.Recording(...readWith));
  const slice = Buffer.alloc(4 << 20);
  for (;;) {
    const { bytesRead } = await file.read(slice, 0, slice.length);
    if (bytesRead === 0) break;
    recording.buffer(bytesRead).set(slice.subarray(0, bytesRead));
    recording.push(bytesRead);
  }
  await file.close();
  recording.finish();
  const edits = { sha256: "", beats: [], eeg_excluded: [], eeg_excluded_channels: [] };
  settings.edits.recordings.push(edits);
  const of = { attune, recording, settings, edits };
  report(of);
  return of;
}

const spent_ms = () => Object.values(process.cpuUsage()).reduce((sum, part) => sum + part, 0) / 1e3;

/** Milliseconds to measure and in all. */
function report({ attune, recording, settings }) {
  const asked = JSON.stringify(settings);
  const begun = spent_ms();
  const visit = JSON.parse(recording.visit(asked, "{}")).value;
  const measured = spent_ms();
  const visits = JSON.stringify([visit, visit].map(outlineOf));
  if (!JSON.parse(attune.compare(visits, asked, "{}")).value) throw new Error("no report");
  return [measured - begun, spent_ms() - begun];
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { hours: { type: "string", default: "1" }, rounds: { type: "string", default: "5" } },
});
const folder = await mkdtemp(join(tmpdir(), "attune-edit-"));
try {
  const synth = ["synth", "--hours", values.hours, "--channels", "32", "--rate", "512", "--out", folder];
  spawnSync(at("../../build/release/attune"), synth);
  const modules = [];
  for (const built of [at("../../build/wasm/wasm"), ...positionals.map((one) => resolve(one))])
    modules.push({ built, of: await opened(built, join(folder, "long-001.edf")) });
  for (const [name, change] of Object.entries(changes)) {
    const times = modules.map(() => []);
    for (let round = 0; round < Number(values.rounds); round++)
      for (const [i, { of }] of modules.entries()) {
        change(of.edits, of.settings, round);
        times[i].push(report(of));
      }
    const columns = times.map((rounds) => {
      const [measure, all] = [0, 1].map((part) => median(rounds.map((round) => round[part])));
      return `${all.toFixed(0).padStart(6)} ms (${measure.toFixed(0)} to measure)`;
    });
    console.log(`${name.padEnd(26)}${columns.join("   ")}`);
  }
  for (const { built, of } of modules)
    console.log(`${(of.recording.buffer(1).buffer.byteLength / 2 ** 20).toFixed(0)} MB of memory: ${built}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
