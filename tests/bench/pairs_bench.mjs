// scripts/bench pairs [PAIRS [SCENARIO]]: PAIRS (200) simulated infants of two visits each, from EDF files to the report, of
// the scenario `unchanged` (nothing but the age moves) unless told otherwise. How often the 95 % intervals of asymmetry and of
// RSA at rest hold the truth, at each visit and of the change, and how far the values are off; then, of every measure, how often
// the report calls the two recordings different beyond their own error, and the spread of the changes beside the error that
// they state. The simulated rhythms are steady: they do not drift within a visit.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const program =
  process.env.ATTUNE_PROGRAM ?? fileURLToPath(new URL("../../build/release/attune", import.meta.url));
const run = (...args) => promisify(execFile)(program, args, { maxBuffer: 1 << 28 });
const pairs = Number(process.argv[2] ?? 200);
const scenario = process.argv[3] ?? "unchanged";

/** What is true of a visit, by the report's names of measures. */
const truthOf = ({ pairs: [pair], heart_phases: [rest] }) => ({
  faa_f4_f3: pair.faa_ln,
  faa_relative_f4_f3: pair.faa_relative_ln,
  faa_oscillatory_f4_f3: pair.faa_oscillatory_ln,
  rsa_ln_ms2_rest: rest.rsa_ln_ms2,
});

const holds = (estimate, truth) => estimate.ci_low <= truth && truth <= estimate.ci_high;
const share = (hits) => `${((100 * hits.filter(Boolean).length) / hits.length).toFixed(1)} %`.padStart(9);
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const rms = (values) => Math.sqrt(mean(values.map((value) => value * value)));
const digits = (value) => value.toFixed(3).padStart(9);

const cover = {}; // measure -> { visits, changes, errors }
const moved = {}; // measure -> { different, changes, errors }, one entry a pair
const folder = await mkdtemp(join(tmpdir(), "attune-pairs-"));
try {
  for (let seed = 1; seed <= pairs; seed++) {
    await run("synth", "--out", folder, "--seed", String(seed), "--scenario", scenario);
    const visits = [1, 2].map((visit) => join(folder, `dyad-001_visit-${visit}`));
    const { stdout } = await run("report", ...visits.flatMap((visit) => ["--visit", `${visit}.edf`]));
    const truths = [];
    for (const visit of visits)
      truths.push(truthOf(JSON.parse(await readFile(`${visit}.truth.json`, "utf8"))));
    for (const measure of JSON.parse(stdout).measures) {
      const [{ change, verdict }] = measure.changes;
      if (change.value === null) continue;
      moved[measure.id] ??= { different: [], changes: [], errors: [] };
      moved[measure.id].different.push(verdict === "increase" || verdict === "decrease");
      moved[measure.id].changes.push(change.value);
      moved[measure.id].errors.push(change.se);
      const truth = truths.map((one) => one[measure.id]);
      if (truth[0] === undefined) continue;
      cover[measure.id] ??= { visits: [], changes: [], errors: [] };
      const { visits: held, changes, errors } = cover[measure.id];
      for (const [v, estimate] of measure.visits.entries()) {
        held.push(holds(estimate, truth[v]));
        errors.push(estimate.value - truth[v]);
      }
      changes.push(holds(change, truth[1] - truth[0]));
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

console.log(
  `${pairs} simulated infants, ${scenario}: 95 % intervals that hold the truth, and the error's root mean square`,
);
console.log(`${"".padEnd(26)}   visits   change      RMS`);
for (const [measure, { visits, changes, errors }] of Object.entries(cover))
  console.log(`${measure.padEnd(26)}${share(visits)}${share(changes)}${digits(rms(errors))}`);
console.log(`${"recordings called".padEnd(26)}different     mean  SD of changes  stated error`);
for (const [measure, { different, changes, errors }] of Object.entries(moved)) {
  const middle = mean(changes);
  const spread = rms(changes.map((change) => change - middle));
  console.log(
    `${measure.padEnd(26)}${share(different)}${digits(middle)}${digits(spread).padStart(15)}${digits(rms(errors)).padStart(14)}`,
  );
}
