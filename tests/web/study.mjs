// Folders of many infants for the tests of the Group screen, and what the core itself says to them.
import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { readRecording, unwrap } from "../wasm/module.mjs";
import { root } from "./browser.mjs";
import { loadCore } from "./recordings.mjs";

const program = resolve(root, "build/release/attune");

/** A simulated study as `attune synth --study` writes it: twice as many infants, two visits. */
export async function makeStudy(folder, infants, seed = 2021) {
  const args = ["synth", "--study", "--infants", infants, "--seed", seed, "--out", folder];
  await promisify(execFile)(program, args.map(String));
}

export const recordingOf = (infant, visit) =>
  `sub-${String(infant).padStart(3, "0")}/ses-${visit}/eeg/sub-${String(infant).padStart(3, "0")}_ses-${visit}_task-rest_eeg.edf`;

/** A flat folder with a table, three visits of `infants` infants each in two groups, from two simulated studies. */
export async function makeThreeVisits(folder, infants) {
  const [first, second] = [join(folder, "..", "first"), join(folder, "..", "second")];
  await makeStudy(first, infants, 1);
  await makeStudy(second, infants, 2);
  await mkdir(folder, { recursive: true });
  const lines = ["participant,visit,group,pair,file,age_months"];
  for (let infant = 1; infant <= 2 * infants; infant++)
    for (const [index, from] of [first, first, second].entries()) {
      const file = `${infant}-${index + 1}.edf`;
      await cp(join(from, recordingOf(infant, index === 0 ? 1 : 2)), join(folder, file));
      const group = infant <= infants ? "treated" : "control";
      lines.push(`i${infant},t${index + 1},${group},p${(infant - 1) % infants},${file},${5 + 2 * index}`);
    }
  await writeFile(join(folder, "study.csv"), `${lines.join("\n")}\n`);
}

/** CohortResults of a folder by the module under Node, one recording after the other. */
export async function resultsInNode(folder, change = (settings) => settings) {
  const attune = await loadCore();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .sort();
  const wanted = unwrap(attune.cohortTables(JSON.stringify(paths)));
  const tables = {};
  for (const path of wanted) tables[path] = await readFile(join(folder, path), "utf8");
  const cohortSettings = JSON.stringify(change(JSON.parse(attune.defaultCohortSettings())));
  const settings = attune.defaultSettings();
  const plan = unwrap(attune.cohortPlan(JSON.stringify({ paths, tables }), cohortSettings));
  const measured = [];
  for (const session of plan.sessions)
    measured.push(session.file ? await measure(attune, folder, session, settings) : null);
  return unwrap(
    attune.cohortResults(JSON.stringify(plan), JSON.stringify(measured), cohortSettings, settings),
  );
}

async function measure(attune, folder, { file, visit: label, age_months }, settings) {
  try {
    const recording = readRecording(attune, new Uint8Array(await readFile(join(folder, file))), settings);
    const visit = unwrap(recording.visit(settings, JSON.stringify({ label, age_months })));
    recording.delete();
    return unwrap(attune.cohortMeasured(JSON.stringify(visit), settings, "null", "null"));
  } catch ({ code, message, where, said }) {
    return { error: { code, message, where, said } };
  }
}
