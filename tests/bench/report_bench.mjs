// An hour of 32 channels at 512 Hz (118 MB), from file to report: time and peak memory, natively, as WebAssembly in Node,
// and the whole way in Chromium. Started by `scripts/bench report`.
import { spawn } from "node:child_process";
import { mkdtemp, open, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadModule, readRecording, unwrap } from "../wasm/module.mjs";
import { fileUrl, launch, openPage } from "../web/browser.mjs";

const program = fileURLToPath(new URL("../../build/release/attune", import.meta.url));
const sliceBytes = 4 << 20;
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
const print = (what, seconds, memory) =>
  console.log(`${what.padEnd(34)}${seconds.toFixed(1).padStart(7)} s   ${memory}`);

/** Runs a program to its end; its wall time and the highest resident memory that /proc showed. */
function measure(command, args) {
  return new Promise((done, fail) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: ["ignore", "ignore", "inherit"] });
    let peak = 0;
    const timer = setInterval(async () => {
      const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
      peak = Math.max(peak, 1024 * Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0));
    }, 20);
    child.on("exit", (code) => {
      clearInterval(timer);
      if (code !== 0) fail(new Error(`${command} ended with status ${code}`));
      done({ seconds: (performance.now() - started) / 1000, peak });
    });
  });
}

async function inWasm(path, bytes) {
  const attune = await loadModule();
  const settings = attune.defaultSettings();
  const started = performance.now();
  const recording = new attune.Recording(bytes, settings, "[]", "{}");
  const file = await open(path);
  for (let at = 0; at < bytes; at += sliceBytes) {
    const size = Math.min(sliceBytes, bytes - at);
    const slice = await file.read(Buffer.alloc(size), 0, size, at);
    recording.buffer(size).set(slice.buffer);
    recording.push(size);
  }
  await file.close();
  recording.finish();
  const visit = unwrap(recording.visit(settings, "{}"));
  unwrap(attune.compare(JSON.stringify([visit]), settings, "{}"));
  const memory = recording.buffer(1).buffer.byteLength;
  recording.delete();
  return { seconds: (performance.now() - started) / 1000, memory };
}

/** Until a changed setting shows: the visit measured and compared again from its features, best of five; no second read. */
async function changedSetting(path) {
  const attune = await loadModule();
  const settings = attune.defaultSettings();
  const recording = readRecording(attune, await readFile(path), settings);
  const changed = JSON.parse(settings);
  changed.eeg.max_abs_uv = 120;
  const runs = [];
  for (let run = 0; run < 5; ++run) {
    const started = performance.now();
    const visit = recording.visit(JSON.stringify(changed), "{}");
    const measured = performance.now();
    unwrap(attune.compare(JSON.stringify([unwrap(visit)]), JSON.stringify(changed), "{}"));
    runs.push({ visit: measured - started, compare: performance.now() - measured });
  }
  const memory = recording.buffer(1).buffer.byteLength;
  recording.delete();
  const best = (of) => Math.min(...runs.map(of));
  const [visit, compare] = [best((run) => run.visit), best((run) => run.compare)];
  console.log(
    `${"ten minutes, a changed setting".padEnd(34)}${(visit + compare).toFixed(0).padStart(7)} ms  ` +
      `${visit.toFixed(0)} ms to measure, ${compare.toFixed(0)} ms to compare, ${megabytes(memory)} of wasm memory`,
  );
}

async function inChromium(path) {
  const browser = await launch();
  try {
    const { page } = await openPage(browser, fileUrl);
    const started = performance.now();
    await page.locator("input[type=file]").first().setInputFiles(path);
    await page.locator("[data-slot].ready").first().waitFor({ timeout: 600_000 });
    return (performance.now() - started) / 1000;
  } finally {
    await browser.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), "attune-bench-"));
try {
  const made = await measure(program, [
    "synth",
    "--out",
    folder,
    "--hours",
    "1",
    "--channels",
    "32",
    "--rate",
    "512",
  ]);
  const path = join(
    folder,
    (await readdir(folder)).find((name) => name.endsWith(".edf")),
  );
  const { size } = await stat(path);
  console.log(`One hour, 32 channels, 512 Hz: ${megabytes(size)}`);
  print("simulated natively", made.seconds, `peak ${megabytes(made.peak)} resident`);
  const native = await measure(program, ["report", "--visit", path]);
  print("file to report, native", native.seconds, `peak ${megabytes(native.peak)} resident`);
  const wasm = await inWasm(path, size);
  print("file to report, WebAssembly", wasm.seconds, `peak ${megabytes(wasm.memory)} of wasm memory`);
  print("file to visit, Chromium", await inChromium(path), "the whole way from the File, page open");
  const short = await mkdtemp(join(folder, "short-"));
  await measure(program, [
    "synth",
    "--out",
    short,
    "--hours",
    "0.166667",
    "--channels",
    "32",
    "--rate",
    "512",
  ]);
  await changedSetting(
    join(
      short,
      (await readdir(short)).find((name) => name.endsWith(".edf")),
    ),
  );
} finally {
  await rm(folder, { recursive: true });
}
