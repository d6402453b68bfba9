// A cohort through the binary interface is the cohort of the command line: the same plan, the same values to 1e-12, the
// same comparison of groups; and the example opens without a recording being read.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { assertSame, loadModule, readRecording, unwrap } from "./module.mjs";
import { makeTwelve } from "./twelve.mjs";

const program = fileURLToPath(new URL("../../build/release/attune", import.meta.url));
const run = (...args) => promisify(execFile)(program, args, { maxBuffer: 1 << 28 });

let attune;
let folder;
before(async () => {
  attune = await loadModule();
  folder = await mkdtemp(join(tmpdir(), "attune-"));
});
after(() => rm(folder, { recursive: true }));

/** Lines of a tidy table as objects, numbers as numbers. */
function rows(text) {
  const [header, ...lines] = text.trimEnd().split("\n");
  const names = header.split("\t");
  const cell = (value) => (value !== "" && Number.isFinite(Number(value)) ? Number(value) : value);
  return lines.map((line) => Object.fromEntries(line.split("\t").map((value, i) => [names[i], cell(value)])));
}

/** What a cohort keeps of both hearts, of one file or with the mother's own, as JSON. */
async function pairRecord(visit, settings, bytes, mother) {
  const wanted = JSON.stringify(unwrap(attune.pairWanted(visit, settings)));
  const pair = new attune.HeartPair();
  const check = (failed) => assert.equal(failed, "");
  const read = (who, file) => {
    check(pair.open(who, file.length, wanted));
    pair.buffer(file.length).set(file);
    check(pair.push(file.length));
    check(pair.finish());
  };
  if (mother) read("mother", new Uint8Array(await readFile(mother)));
  read(mother ? "infant" : "both", bytes);
  const record = unwrap(pair.record(visit, settings, "null"));
  pair.delete();
  return JSON.stringify(record);
}

/** What the page makes of a folder: its plan, and the results as it computes them. */
async function throughModule(study, { multiverse = false, pairs = false } = {}) {
  const entries = await readdir(study, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(study.length + 1));
  const wanted = unwrap(attune.cohortTables(JSON.stringify(paths)));
  const texts = await Promise.all(wanted.map((path) => readFile(join(study, path), "utf8")));
  const tables = Object.fromEntries(wanted.map((path, i) => [path, texts[i]]));
  const cohortSettings = JSON.stringify({ ...JSON.parse(attune.defaultCohortSettings()), multiverse, pairs });
  const settings = attune.defaultSettings();
  const plan = unwrap(attune.cohortPlan(JSON.stringify({ paths, tables }), cohortSettings));
  const measured = [];
  for (const { file, mother, visit: label, age_months, channels, left_out, events } of plan.sessions)
    try {
      if (!file) {
        measured.push(null);
        continue;
      }
      const options = { label, age_months, channels, left_out, events };
      const bytes = new Uint8Array(await readFile(join(study, file)));
      const recording = readRecording(attune, bytes, settings, 1 << 20, options);
      const visit = recording.visit(settings, JSON.stringify(options));
      const specifications = multiverse
        ? JSON.stringify(unwrap(recording.specifications(settings, JSON.stringify(options))))
        : "null";
      recording.delete();
      const text = JSON.stringify(unwrap(visit));
      const pair = pairs ? await pairRecord(text, settings, bytes, mother && join(study, mother)) : "null";
      measured.push(unwrap(attune.cohortMeasured(text, settings, specifications, pair)));
    } catch ({ code, message, where, said }) {
      measured.push({ error: { code, message, where, said } });
    }
  const results = unwrap(
    attune.cohortResults(JSON.stringify(plan), JSON.stringify(measured), cohortSettings, settings),
  );
  return { plan, measured, results };
}

/** The same numbers and words in the page's results and in the program's files. */
async function assertSameAsProgram(results, out) {
  const written = (name) => readFile(join(out, name), "utf8");
  assertSame(JSON.parse(await written("group.json")), results.group, "group");
  assertSame(rows(await written("metrics.tsv")), rows(results.metrics), "metrics");
  assertSame(JSON.parse(await written("tables.json")), JSON.parse(results.tables), "tables");
  const without = (list) => list.map(({ sha256, ...rest }) => rest); // the digest of a broken file is the command line's
  assertSame(without(rows(await written("recordings.tsv"))), without(rows(results.recordings)), "recordings");
  assert.equal(results.reference.split("\n").length, (await written("reference.csv")).split("\n").length);
}

test("the multiverse through the module is that of attune cohort", async () => {
  const study = join(folder, "multiverse");
  const out = join(folder, "multiverse-out");
  await run("synth", "--study", "--infants", "5", "--out", study);
  const { stdout } = await run("cohort", study, "--out", out, "--multiverse");
  const { results } = await throughModule(study, { multiverse: true });
  await assertSameAsProgram(results, out);
  assertSame(
    rows(await readFile(join(out, "multiverse.tsv"), "utf8")),
    rows(results.multiverse),
    "multiverse",
  );
  assert.equal(results.multiverses.length, 2);
  for (const { headline, sentence } of results.multiverses)
    assert.ok(stdout.includes(`${headline} ${sentence}`));
});

test("a planned study through the module is that of attune design, size by size", async () => {
  const settings = { ...JSON.parse(attune.defaultDesignSettings()), draws: 100, dropout: 0.1, visits: 3 };
  const { stdout } = await run(
    ...["design", "--infants", "8", "--infants", "12", "--draws", "100"],
    ...["--dropout", "0.1", "--visits", "3"],
  );
  const planned = [8, 12].map((n) => unwrap(attune.planStudy(JSON.stringify({ ...settings, infants: [n] }))));
  assertSame(
    JSON.parse(stdout).points,
    planned.flatMap(({ points }) => points),
    "points",
  );
  assert.match(planned[0].points[0].said.sentence.fr, /^8 nourrissons traités/);
  const refused = JSON.parse(attune.planStudy(JSON.stringify({ ...settings, correlation: -0.6 })));
  assert.equal(refused.error.code, "E_DESIGN_CORRELATION");
});

test("mothers and infants together, in one file or two, give what attune cohort --pairs gives", async () => {
  const study = join(folder, "pairs");
  const out = join(folder, "pairs-out");
  const make = (to, pairs, seed, ...how) =>
    run(
      "synth",
      "--pairs",
      `${pairs}`,
      "--hours",
      "0.06",
      "--seed",
      `${seed}`,
      ...how,
      "--out",
      join(study, to),
    );
  await make("v1", 8, 40);
  await make("v2", 4, 80);
  await make("v2", 1, 80, "--apart");
  // Eight pairs at the first visit, of which pseudo-dyads are made; at the second four, one of them in two files.
  const lines = ["participant,visit,group,age_months,file,mother_file"];
  const group = (i) => (i % 2 ? "ppd" : "control");
  for (let i = 1; i <= 8; i++) lines.push(`i${i},1,${group(i)},6,v1/pair-00${i}.edf,`);
  lines.push("i1,2,ppd,8,v2/pair-001_infant.edf,v2/pair-001_mother.edf");
  for (let i = 2; i <= 4; i++) lines.push(`i${i},2,${group(i)},8,v2/pair-00${i}.edf,`);
  await writeFile(join(study, "list.csv"), `${lines.join("\n")}\n`);
  const { stdout } = await run("cohort", study, "--out", out, "--pairs");
  const { plan, measured, results } = await throughModule(study, { pairs: true });
  await assertSameAsProgram(results, out);
  assertSame(rows(await readFile(join(out, "pairs.tsv"), "utf8")), rows(results.pairs), "pairs");
  const { pairs } = JSON.parse(await readFile(join(out, "tables.json"), "utf8"));
  assertSame(pairs.pseudo, results.pseudo, "pseudo");

  const task = results.pseudo.filter(({ phase }) => phase === "");
  assert.deepEqual(
    task.map(({ visit, pairs: n, p }) => [visit, n, p !== null]),
    [
      ["1", 8, true],
      ["1", 8, true],
      ["2", 4, false],
      ["2", 4, false],
    ],
  );
  for (const { sentence } of task) assert.ok(stdout.includes(sentence), sentence);
  assert.ok(rows(results.metrics).some(({ measure }) => measure === "dyad_rsa_lead_lag_index"));
  // Not asked for, nothing of it enters, though it was measured.
  const by = [attune.defaultCohortSettings(), attune.defaultSettings()];
  const without = unwrap(attune.cohortResults(JSON.stringify(plan), JSON.stringify(measured), ...by));
  assert.equal(without.pairs, "");
  assert.deepEqual(without.pseudo, []);
  assert.ok(!without.metrics.includes("dyad_"));
});

const edf = (infant, visit) => `${infant}/${visit}/eeg/${infant}_${visit}_task-rest_eeg.edf`;

test("a folder read through the module gives what attune cohort gives", async () => {
  const study = join(folder, "study");
  await run("synth", "--study", "--infants", "5", "--out", study);
  await writeFile(join(study, edf("sub-002", "ses-2")), "no recording");
  // The broken recording costs itself, and the program says so.
  await assert.rejects(run("cohort", study, "--out", join(folder, "out")), { code: 3 });
  const { plan, results } = await throughModule(study);
  assert.equal(plan.sessions.length, 20);
  await assertSameAsProgram(results, join(folder, "out"));
});

test("of twelve infants one left, one has an impossible age, a bad channel, a broken file: all of it is named and counted", async () => {
  const study = join(folder, "twelve");
  const out = join(folder, "twelve-out");
  await makeTwelve(program, study);
  const { stderr, stdout } = await run("cohort", study, "--out", out).then(
    () => assert.fail("a broken file was no loss"),
    (error) => error,
  );
  const { plan, results } = await throughModule(study);
  assert.equal(plan.infants.length, 12);
  await assertSameAsProgram(results, out);

  // Named by the program: the age by its place in the table, the file by its path; counted in its last lines.
  assert.match(stderr, /sub-005_sessions\.tsv, line 2, column age_months: .*\(2000\).*\(W_AGE_NONE\)/);
  assert.match(stderr, /sub-010_ses-2_task-rest_eeg\.edf: .*\(E_NOT_EDF\)/);
  assert.match(stdout, /^23 recordings, .* 1 of no use/);
  for (const reason of ["E_NOT_EDF", "less than 30 s of clean EEG", "no recording$"])
    assert.match(stdout, new RegExp(`^left out: 1 recording: .*${reason}`, "m"));

  // Counted by the page: in the tables, and cell by cell in the comparison.
  const { left_out, diagnostics } = JSON.parse(results.tables);
  assert.deepEqual(
    left_out.map(({ count }) => count),
    [1, 1, 1],
  );
  assert.ok(diagnostics.some(({ code }) => code === "W_AGE_NONE"));
  const values = rows(results.metrics).filter(({ measure }) => measure === "faa_f4_f3");
  assert.equal(values.length, 24);
  const missing = values.filter(({ value }) => value === "n/a");
  assert.deepEqual(
    missing.map(({ participant, visit }) => `${participant} ${visit}`),
    ["sub-003 ses-2", "sub-007 ses-1", "sub-010 ses-2"],
  );
  for (const { participant, reason } of missing) assert.notEqual(reason, "n/a", participant);
  assert.equal(values.find(({ participant }) => participant === "sub-005").age_months, "n/a");
  const faa = results.group.measures.find(({ measure }) => measure === "faa_f4_f3");
  assert.deepEqual(
    faa.cells.map(({ n }) => n),
    [6, 5, 5, 5],
  );
  assert.deepEqual(
    faa.dropout.map(({ seen, left, missed }) => [seen, left, missed]),
    [
      [6, 0, 0],
      [5, 1, 0],
      [5, 0, 1],
      [5, 1, 0],
    ],
  );
  // What a bad EEG channel costs is the EEG's: the heart of that visit counts.
  const rsa = results.group.measures.find(({ measure }) => measure === "rsa_ln_ms2");
  assert.deepEqual(
    rsa.cells.map(({ n }) => n),
    [6, 5, 6, 5],
  );
});

test("the example study opens at once, with pairs, scores and findings", () => {
  const { plan, measured } = JSON.parse(attune.exampleStudy());
  assert.equal(plan.infants.length, 80);
  assert.equal(measured.length, 160);
  const results = unwrap(
    attune.cohortResults(
      JSON.stringify(plan),
      JSON.stringify(measured),
      attune.defaultCohortSettings(),
      attune.defaultSettings(),
    ),
  );
  const { pairs, measures, cautions } = results.group;
  assert.equal(pairs, 40);
  assert.deepEqual(
    measures.filter(({ primary }) => primary).map(({ measure }) => measure),
    ["rsa_ln_ms2", "faa_f4_f3", "orc_mother"],
  );
  for (const name of ["rsa_ln_ms2", "faa_f4_f3"]) {
    const { later_visits } = measures.find(({ measure }) => measure === name);
    assert.match(later_visits[0].finding, /^ppd moved toward control; no evidence of a difference at ses-2/);
  }
  assert.ok(cautions.includes("The recordings are simulated: no infant was measured."));
  assert.equal(unwrap(attune.referenceContents(results.reference)).infants, 40);
  assert.equal(unwrap(attune.referenceContents(results.reference_aggregates)).infants, 40);
});

test("a cohort half measured has what is there, and says what is not", () => {
  const { plan, measured } = JSON.parse(attune.exampleStudy());
  const half = measured.map((one, i) => (i % 3 === 0 ? null : one));
  const call = (list) =>
    attune.cohortResults(
      JSON.stringify(plan),
      JSON.stringify(list),
      attune.defaultCohortSettings(),
      attune.defaultSettings(),
    );
  const { group } = unwrap(call(half));
  const rsa = group.measures.find(({ measure }) => measure === "rsa_ln_ms2");
  assert.equal(
    rsa.cells[0].missing["not measured"],
    half.filter((one, i) => !one && i < 80 && i % 2 === 0).length,
  );
  const { error } = JSON.parse(call(measured.slice(1)));
  assert.equal(error.code, "E_COHORT_PLAN");
});

test("what is no cohort is an error value", () => {
  const { error } = JSON.parse(attune.cohortPlan('{"paths": ["a.txt"], "tables": {}}', "{}"));
  assert.equal(error.code, "E_COHORT_EMPTY");
  assert.equal(JSON.parse(attune.cohortMeasured("[]", "{}", "null", "null")).error.code, "E_JSON_TYPE");
});
