// scripts/bench peers [--hours H] [--runs N]: `attune analyze` beside MNE-Python (Debian's python3-mne, and NeuroKit2 where its
// Python imports it) on the same simulated file, in turn: processor seconds and most memory from start to end, medians, the
// medians of the turns' ratios, and what each found. peers.py is what MNE does, in two ways.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { longRecording, measured, median } from "./measured.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const program = at("../../build/release/attune");
const python = "/usr/bin/python3"; // Debian's, which has Debian's packages
const peers = {
  Attune: [program, "analyze"],
  "MNE, epochs": [python, at("peers.py"), "epochs"],
  "MNE, whole": [python, at("peers.py"), "whole"],
};

const row = (name, columns, cell = String) =>
  console.log(`${name.padEnd(26)}${columns.map((column) => cell(column).padStart(13)).join("")}`);
const told = (value, digits) => value?.toFixed(digits) ?? "–";

/** Medians of what each program took, and below them, turn by turn, how many times Attune's that was. */
function printCosts(name, runs, of, digits) {
  const [own, ...others] = runs.map((turns) => turns.map(of));
  const times = (turns) => median(turns.map((cost, turn) => cost / own[turn])).toFixed(1);
  row(name, [own, ...others], (turns) => median(turns).toFixed(digits));
  row("  times Attune's", ["", ...others.map(times)]);
}

function printFound(found) {
  for (const [i, { left, right }] of found[0].asymmetry.entries()) {
    row(`ln ${right} - ln ${left}, 6-9 Hz`, found, ({ asymmetry }) => told(asymmetry[i].faa_ln, 9));
    row("  of windows", found, ({ asymmetry }) => told(asymmetry[i].windows_used, 0));
  }
  row("heart rate, 1/min", found, ({ heart }) => told(heart.heart_rate_bpm, 2));
  row("RMSSD, ms", found, ({ heart }) => told(heart.rmssd_ms, 2));
  row("RSA, ln ms2", found, ({ heart }) => told(heart.rsa_ln_ms2, 2));
}

function printNotes({ neurokit2, ...versions }) {
  console.log(`
epochs: a spectrum an epoch, as is usual. whole: the same spectra by Raw.compute_psd, the least that MNE was found to take.
All three: windows of 1 s, Hann, half overlap, as recorded, unfiltered; limits of 150 uV and steps of 100 uV.
${
  neurokit2
    ? "Beats by NeuroKit2 (ecg_clean, ecg_peaks, artifacts corrected), at whole samples; RSA: 4 Hz, spline, epochs of 30 s."
    : `NeuroKit2 is not installed. Beats by find_ecg_events, which sees none within half a second of another: above 120 a minute
its intervals are no heart's (findings/mne-pulse-above-120.sh), and there is no RSA.`
}
Attune alone: windows that are flat, clipped or muscle are left out too, hence some fewer; bad channels, 95 % intervals,
  relative and oscillatory asymmetry, other bands, all of it by phase, edited beats, reasons in words, the file's SHA-256.
MNE alone: all signals stay in memory, to be filtered, drawn or taken apart; the start of Python is counted, about 1 s.`);
  const attune = execFileSync(program, ["--version"], { encoding: "utf8" }).trim().split(" ")[1];
  const all = Object.entries({ attune, ...versions, ...(neurokit2 && { neurokit2 }) });
  console.log(all.map(([name, version]) => `${name} ${version}`).join(", "));
}

async function compare({ hours, runs }) {
  const folder = await mkdtemp(join(tmpdir(), "attune-peers-"));
  try {
    const recording = await longRecording(program, hours, folder);
    const all = Object.values(peers).map(() => []);
    for (let turn = 0; turn < runs; turn++)
      for (const [i, command] of Object.values(peers).entries())
        all[i].push(await measured(...command, recording));
    const found = all
      .map((turns) => JSON.parse(turns[0].out))
      .map(({ eeg, ...rest }) => ({ ...eeg, ...rest }));
    console.log(`${hours} h, 32 channels, 512 Hz; medians of ${runs} runs in turn`);
    row("", Object.keys(peers));
    printCosts("processor, s", all, ({ seconds }) => seconds, 2);
    printCosts("memory, MB", all, ({ mb }) => mb, 0);
    printFound(found);
    printNotes(found[1].versions);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const { values } = parseArgs({
  options: { hours: { type: "string", default: "1" }, runs: { type: "string", default: "3" } },
});
if (spawnSync(python, ["-c", "import mne"]).status !== 0)
  throw new Error(`${python} has no MNE: install Debian's python3-mne (scripts/setup peers)`);
await compare({ ...values, runs: Number(values.runs) });
