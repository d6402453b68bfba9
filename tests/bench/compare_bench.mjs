// scripts/bench compare REV [--native] [--hours H] [--runs N] [--tree DIR] [--build]: this tree beside the commit REV, built the
// same way and run in turn, so that a machine that others use too is as slow for both: medians of processor seconds (in
// Chromium of what people wait) and of most memory, and the median of the ratios of each turn. REV is checked out and built
// below build/compare, once; DIR is a tree of it that was built before. The recording is simulated: an hour of 32 channels at
// 512 Hz (--hours 24: a day, 2.8 GB); the cohort is 40 recordings of 150 s. With --native, without WebAssembly and page.
// With --build, also the native build of the program alone.
import { execFileSync } from "node:child_process";
import { existsSync, symlinkSync } from "node:fs";
import { mkdir, mkdtemp, open, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { coldStart, fileToVisit } from "./chromium.mjs";
import { longRecording, measured, median } from "./measured.mjs";

const here = fileURLToPath(new URL("../../", import.meta.url));
const program = (tree) => join(tree, "build/release/attune");
const wasm = (tree) => join(tree, "build/wasm/wasm");
const page = (tree) => join(tree, "build/page/attune.html");

/** A module's recording; those before 0.2 took no options. */
function recordingOf({ Recording }, size, settings) {
  try {
    return new Recording(size, settings, "[]", "{}");
  } catch {
    return new Recording(size, settings, "[]");
  }
}

/** In a process of its own: a recording through a tree's module, then again under a changed setting, and the report. */
async function visitInNode(folder, path) {
  const { default: create } = await import(pathToFileURL(join(folder, "attune.mjs")));
  const attune = await create({ wasmBinary: await readFile(join(folder, "attune.wasm")) });
  const settings = JSON.parse(attune.defaultSettings());
  const { size } = await stat(path);
  const seconds = () => Object.values(process.cpuUsage()).reduce((sum, part) => sum + part, 0) / 1e6;
  const started = seconds();
  const recording = recordingOf(attune, size, JSON.stringify(settings));
  const file = await open(path);
  const slice = Buffer.alloc(4 << 20);
  for (;;) {
    const { bytesRead } = await file.read(slice, 0, slice.length);
    if (bytesRead === 0) break;
    recording.buffer(bytesRead).set(slice.subarray(0, bytesRead));
    recording.push(bytesRead);
  }
  await file.close();
  recording.finish();
  const report = () => {
    const { value } = JSON.parse(recording.visit(JSON.stringify(settings), "{}"));
    if (!value) throw new Error("no visit");
    return attune.compare(JSON.stringify([value, value]), JSON.stringify(settings), "{}");
  };
  report();
  const read_s = seconds() - started;
  const spent = (change) => {
    change();
    const before = seconds();
    report();
    return seconds() - before;
  };
  const setting_s = spent(() => {
    settings.hrv.epoch_s += 1;
  });
  const beats = [{ action: "remove", time_s: 600, to_s: 0 }];
  const edit = { sha256: "", beats, eeg_excluded: [], eeg_excluded_channels: [] };
  const edit_s = spent(() => settings.edits.recordings.push(edit));
  const heap_mb = recording.buffer(1).buffer.byteLength / 2 ** 20;
  console.log(JSON.stringify({ read_s, setting_s, edit_s, heap_mb }));
}

/** Checks a commit out and builds what is missing as this tree is built; keeps it. */
async function builtTree(rev, { native, tree: given }) {
  const git = (...args) => execFileSync("git", args, { cwd: here, maxBuffer: 1 << 28 });
  const name = git("rev-parse", "--short", `${rev}^{commit}`).toString().trim();
  const tree = given ? resolve(given) : join(here, "build/compare", name);
  if (!existsSync(join(tree, "CMakeLists.txt"))) {
    await mkdir(tree, { recursive: true });
    execFileSync("tar", ["x", "-C", tree], { input: git("archive", rev) });
  }
  const build = (preset, target, ...options) => {
    execFileSync("cmake", ["--preset", preset, "-DATTUNE_TESTS=OFF", ...options], { cwd: tree });
    execFileSync("cmake", ["--build", "--preset", preset, "--target", target], {
      cwd: tree,
      stdio: "inherit",
    });
  };
  if (!existsSync(program(tree))) build("release", "attune");
  if (native) return tree;
  if (!existsSync(join(wasm(tree), "attune.wasm"))) build("wasm", "attune_wasm");
  if (!existsSync(page(tree))) {
    if (!existsSync(join(tree, "node_modules")))
      symlinkSync(join(here, "node_modules"), join(tree, "node_modules"));
    execFileSync(process.execPath, ["web/build.mjs"], { cwd: tree, stdio: "inherit" });
  }
  return tree;
}

/** Processor seconds of the program's build from nothing, beside what is built. */
async function buildSeconds(tree, folder) {
  const to = join(folder, "build");
  await rm(to, { recursive: true, force: true });
  execFileSync("cmake", [
    "-S",
    tree,
    "-B",
    to,
    "-G",
    "Ninja",
    "-DCMAKE_BUILD_TYPE=Release",
    "-DATTUNE_TESTS=OFF",
  ]);
  return (await measured("cmake", "--build", to, "--target", "attune")).seconds;
}

/** What is measured of a tree: numbers by name. */
function measuresOf(folder, recording, study, { native, build }) {
  const measures = {
    native: async (tree) => {
      const { seconds, mb } = await measured(program(tree), "analyze", recording);
      return { "native, s": seconds, "native, MB": mb };
    },
    cohort: async (tree) => {
      const out = join(folder, "out");
      await rm(out, { recursive: true, force: true });
      const { seconds } = await measured(program(tree), "cohort", study, "--out", out, "--jobs", "1");
      return { "cohort, s a recording": seconds / 40 };
    },
    wasm: async (tree) => {
      const { out } = await measured(process.execPath, fileURLToPath(import.meta.url), wasm(tree), recording);
      const { read_s, setting_s, edit_s, heap_mb } = JSON.parse(out);
      return {
        "WebAssembly in Node, s": read_s,
        "WebAssembly in Node, MB": heap_mb,
        "a changed setting, s": setting_s,
        "an edited beat, s": edit_s,
      };
    },
    chromium: async (tree) => ({
      "Chromium, file to visit, s": (await fileToVisit(page(tree), recording)) / 1000,
      "example to finding, s": (await coldStart(page(tree))).found / 1000,
    }),
    build: async (tree) => ({ "build of the program, s": await buildSeconds(tree, folder) }),
  };
  const wanted = { native: true, cohort: true, wasm: !native, chromium: !native, build };
  return Object.keys(measures)
    .filter((name) => wanted[name])
    .map((name) => measures[name]);
}

/** Both trees in turn; prints a line a number. */
async function inTurn(measure, trees, runs) {
  const rows = new Map();
  for (let run = 0; run < runs; run++)
    for (const [i, tree] of trees.entries())
      for (const [name, value] of Object.entries(await measure(tree))) {
        if (!rows.has(name)) rows.set(name, [[], []]);
        rows.get(name)[i].push(value);
      }
  for (const [name, [before, now]] of rows) {
    const ratio = median(now.map((value, run) => value / before[run]));
    const numbers = [median(before), median(now), ratio].map((value) => value.toFixed(3).padStart(10));
    console.log(`${name.padEnd(28)}${numbers.join("")}`);
  }
}

async function compare(rev, { runs, hours, ...how }) {
  const other = await builtTree(rev, how);
  const folder = await mkdtemp(join(tmpdir(), "attune-compare-"));
  try {
    const recording = await longRecording(program(here), hours, folder);
    const study = join(folder, "study");
    await measured(program(here), "synth", "--study", "--infants", "10", "--out", study);
    console.log(`${hours} h, 32 channels, 512 Hz; medians of ${runs} runs in turn`);
    console.log(`${"".padEnd(28)}${rev.padStart(10)}${"here".padStart(10)}     ratio`);
    for (const measure of measuresOf(folder, recording, study, how))
      await inTurn(measure, [other, here], runs);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    native: { type: "boolean", default: false },
    hours: { type: "string", default: "1" },
    runs: { type: "string", default: "5" },
    tree: { type: "string" },
    build: { type: "boolean", default: false },
  },
});
if (positionals.length === 2) await visitInNode(...positionals);
else if (positionals.length === 1) await compare(positionals[0], { ...values, runs: Number(values.runs) });
else
  throw new Error(
    "usage: scripts/bench compare REV [--native] [--hours H] [--runs N] [--tree DIR] [--build]",
  );
