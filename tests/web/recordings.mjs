// Recordings for the page's tests, made here: simulated visits by the core itself, and small plain EDF files
// that lack something.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./browser.mjs";

let core;

export async function loadCore() {
  const folder = resolve(root, "build/wasm/wasm");
  const { default: create } = await import(pathToFileURL(resolve(folder, "attune.mjs")).href);
  core ??= await create({ wasmBinary: await readFile(resolve(folder, "attune.wasm")) });
  return core;
}

/** The EDF+ bytes of one visit of a simulated dyad. */
export async function simulatedVisit(scenario, index) {
  return Buffer.from((await loadCore()).exampleVisit(scenario, index).bytes);
}

/**
 * A plain EDF file. `signals` are {label, unit, rate, value(seconds)}; values lie within ±range of the unit.
 * Records last one second.
 */
export function makeEdf({ signals, seconds, start = "01.03.24", time = "09.30.00", range = 1000 }) {
  const field = (text, width) => String(text).padEnd(width).slice(0, width);
  const each = (pick, width) => signals.map((signal) => field(pick(signal), width)).join("");
  const header = [
    field("0", 8),
    field("X X X X", 80),
    field("Startdate X X X X", 80),
    field(start, 8),
    field(time, 8),
    field(256 * (1 + signals.length), 8),
    field("", 44),
    field(seconds, 8),
    field(1, 8),
    field(signals.length, 4),
    each((signal) => signal.label, 16),
    each(() => "", 80),
    each((signal) => signal.unit, 8),
    each(() => -range, 8),
    each(() => range, 8),
    each(() => -32768, 8),
    each(() => 32767, 8),
    each(() => "", 80),
    each((signal) => signal.rate, 8),
    each(() => "", 32),
  ].join("");
  const perRecord = signals.reduce((sum, signal) => sum + signal.rate, 0);
  const samples = new Int16Array(perRecord * seconds);
  let at = 0;
  for (let second = 0; second < seconds; second++) {
    for (const { rate, value } of signals) {
      for (let i = 0; i < rate; i++) {
        samples[at++] = Math.round((value(second + i / rate) / range) * 32767);
      }
    }
  }
  return Buffer.concat([Buffer.from(header, "latin1"), Buffer.from(samples.buffer)]);
}

/** A heart at 140 beats a minute as narrow triangles, one every 60/140 s, in uV. */
const triangles = (seconds) => {
  const phase = seconds % (60 / 140);
  return phase < 0.03 ? 800 * (1 - Math.abs(phase - 0.015) / 0.015) : 0;
};

/**
 * A recording of 120 s with annotations, as EDF+: `annotations` are [start, end, text] in seconds. All of them stand in
 * the first record.
 */
export function annotatedEcg(start, annotations) {
  const times = annotations.map(([from, to, text]) => `+${from}\x15${to - from}\x14${text}\x14\0`);
  const first = Buffer.from(`+0\x14\x14\0${times.join("")}`, "latin1");
  const perRecord = Math.ceil(Math.max(first.length, 16) / 2);
  const bytes = makeEdf({
    signals: [
      { label: "ECG II", unit: "uV", rate: 256, value: triangles },
      { label: "EDF Annotations", unit: "", rate: perRecord, value: () => 0 },
    ],
    seconds: 120,
    start,
  });
  bytes.write("EDF+C", 192, "latin1");
  const headerBytes = 256 * 3;
  for (let record = 0; record < 120; record++) {
    const at = headerBytes + (record + 1) * 2 * 256 + record * 2 * perRecord;
    (record === 0 ? first : Buffer.from(`+${record}\x14\x14\0`, "latin1")).copy(bytes, at);
  }
  return bytes;
}

/** Two rhythms of 7 Hz, larger at the left, with slow ones under them, in uV. */
const rhythm = (size) => (seconds) =>
  size * Math.sin(2 * Math.PI * 7 * seconds) + 20 * Math.sin(2 * Math.PI * 1.3 * seconds);

export const onlyEcg = (start, time) =>
  makeEdf({
    signals: [{ label: "ECG II", unit: "uV", rate: 256, value: triangles }],
    seconds: 120,
    start,
    time,
  });

export const onlyEeg = (start, time) =>
  makeEdf({
    signals: [
      { label: "EEG F3", unit: "uV", rate: 256, value: rhythm(12) },
      { label: "EEG F4", unit: "uV", rate: 256, value: rhythm(10) },
    ],
    seconds: 120,
    start,
    time,
  });

/** Labels that would be markup, a formula or a change of direction if anyone took them for more than text. */
export const hostile = (start) =>
  makeEdf({
    signals: [
      { label: "<img src=x onerr", unit: "<b>uV", rate: 64, value: () => 1 },
      { label: "=2+5+cmd|'/C'!A0", unit: "uV", rate: 64, value: () => 1 },
      { label: "</script><script", unit: "uV", rate: 64, value: () => 1 },
      { label: "ECG", unit: "uV", rate: 256, value: triangles },
    ],
    seconds: 90,
    start,
  });

/** A report of the module as it is saved: the French that stands beside what is said is for the page alone. */
export const asSaved = (report) =>
  JSON.parse(JSON.stringify(report), (name, member) => (name === "fr" ? undefined : member));
