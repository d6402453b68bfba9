// `attune cohort` on folders of simulated recordings: the same bytes whatever the jobs and whatever stopped it, one broken
// file costs that file, and what is finished is not done again.
import assert from "node:assert/strict";
import {
  appendFile,
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import {
  attune,
  attuneDone,
  contents,
  program,
  recordTimes,
  run,
  start,
  temporaryFolder,
  until,
} from "./support.mjs";

let folder;
let remove;
let study;
let expected;
before(async () => {
  ({ folder, remove } = await temporaryFolder());
  study = join(folder, "study");
  await attuneDone("synth", "--study", "--infants", "5", "--out", study);
  await attuneDone("cohort", study, "--out", join(folder, "one"), "--jobs", "1");
  expected = await contents(join(folder, "one"));
});
after(() => remove());

const recording = (infant, visit) => `${infant}/${visit}/eeg/${infant}_${visit}_task-rest_eeg.edf`;

/** The lines of a table as objects. */
async function table(out, name) {
  const [header, ...lines] = (await readFile(join(out, name), "utf8")).trimEnd().split("\n");
  const names = header.split("\t");
  return lines.map((line) => Object.fromEntries(line.split("\t").map((cell, i) => [names[i], cell])));
}

test("the results do not depend on the number of jobs, byte for byte", async () => {
  assert.ok(Object.keys(expected).length >= 26);
  for (const jobs of ["2", "7"]) {
    const out = join(folder, `jobs-${jobs}`);
    await attuneDone("cohort", study, "--out", out, "--jobs", jobs);
    assert.deepEqual(await contents(out), expected);
  }
});

/** The processes by whose numbers unfinished files are called. */
const writersIn = async (directory) =>
  (await readdir(directory)).flatMap((name) => /^\.attune-.*-(\d+)-\d+\.part$/.exec(name)?.[1] ?? []);

function isGone(number) {
  try {
    process.kill(Number(number), 0);
    return false;
  } catch {
    return true;
  }
}

test("killed in the middle and started again, it ends the same and does nothing twice", async () => {
  const out = join(folder, "killed");
  const running = start(["cohort", study, "--out", out, "--jobs", "2"]);
  await until(async () => Object.keys(await recordTimes(out)).length >= 4, 60, "four records");
  running.kill("SIGKILL");
  await new Promise((resolve) => running.on("exit", resolve));
  // A worker outlives it by a moment, in which what it writes is its own.
  await until(async () => (await writersIn(join(out, "recordings"))).every(isGone), 60, "the workers' end");
  const finished = await recordTimes(out);
  assert.ok(Object.keys(finished).length < 20, "it was killed before it was done");
  const printed = await attuneDone("cohort", study, "--out", out);
  assert.match(
    printed,
    new RegExp(`^20 recordings, ${20 - Object.keys(finished).length} of them measured now`),
  );
  const times = await recordTimes(out);
  for (const [name, time] of Object.entries(finished)) assert.equal(times[name], time, name);
  // What the kill left half written was never taken for a record, and is gone.
  assert.deepEqual(await contents(out), expected);
});

test("only what changed is measured again: a file, the settings, an age", async () => {
  const changed = join(folder, "changed");
  const out = join(folder, "changed-out");
  await cp(study, changed, { recursive: true });
  const measured = async (...options) =>
    Number((await attuneDone("cohort", changed, "--out", out, ...options)).match(/, (\d+) of them/)[1]);
  assert.equal(await measured(), 20);
  assert.equal(await measured(), 0);
  await copyFile(join(changed, recording("sub-002", "ses-1")), join(changed, recording("sub-001", "ses-1")));
  assert.equal(await measured(), 1);
  const settings = join(folder, "strict.json");
  await writeFile(settings, '{"eeg": {"max_abs_uv": 100}}');
  assert.equal(await measured("--settings", settings), 20);
  await writeFile(settings, '{ "eeg" : { "max_abs_uv" : 100.0 } }'); // the same, written otherwise
  assert.equal(await measured("--settings", settings), 0);
  await writeFile(
    join(changed, "sub-003/sub-003_sessions.tsv"),
    "session_id\tage_months\nses-1\t4\nses-2\t6\n",
  );
  assert.equal(await measured("--settings", settings), 2);
  // A gate is decided on what was measured.
  const gates = join(folder, "gates.json");
  await writeFile(gates, '{"gates": {"fewest_clean_eeg_s": 1000}}');
  assert.equal(await measured("--settings", settings, "--cohort-settings", gates), 0);
  const rows = await table(out, "metrics.tsv");
  const faa = rows.filter(({ measure }) => measure === "faa_f4_f3");
  assert.ok(faa.every(({ value }) => value === "n/a"));
  assert.equal(faa[5].reason, "less than 1000 s of clean EEG (quality gate)");
});

test("one broken file costs that file and is listed with its reason; a missing one is missing", async () => {
  const broken = join(folder, "broken");
  const out = join(folder, "broken-out");
  await cp(study, broken, { recursive: true });
  await writeFile(join(broken, recording("sub-001", "ses-2")), "<!DOCTYPE html><html></html>");
  await truncate(join(broken, recording("sub-002", "ses-1")), 700);
  await truncate(join(broken, recording("sub-003", "ses-1")), 0);
  await rm(join(broken, recording("sub-006", "ses-2")));
  await copyFile(join(broken, recording("sub-007", "ses-1")), join(broken, recording("sub-007", "ses-2")));
  const { status, stdout, stderr } = await attune("cohort", broken, "--out", out);
  assert.equal(status, 3);
  assert.match(stdout, /^19 recordings, 19 of them measured now, 3 of no use/);
  // Those three, and the one that was given twice.
  const said = stderr.trimEnd().split("\n");
  assert.equal(said.length, 5, stderr);
  for (const line of said) assert.match(line, /^attune: \S+_eeg\.edf: .*\. \((E_\w+|W_COHORT_SAME)\)$/);
  const list = await table(out, "recordings.tsv");
  const reason = (infant, visit) =>
    list.find((row) => row.participant === infant && row.visit === visit).reason;
  assert.match(reason("sub-001", "ses-2"), /\. \(E_\w+\)$/);
  assert.match(reason("sub-002", "ses-1"), /\. \(E_\w+\)$/);
  assert.match(reason("sub-003", "ses-1"), /\. \(E_\w+\)$/);
  assert.equal(reason("sub-006", "ses-2"), "no recording");
  assert.equal(reason("sub-007", "ses-1"), "the same recording was given more than once");
  assert.equal(reason("sub-004", "ses-1"), "n/a");
  // Every other value is what it was.
  const whole = await table(join(folder, "one"), "metrics.tsv");
  const rows = await table(out, "metrics.tsv");
  assert.equal(rows.length, whole.length);
  const touched = [
    "sub-001 ses-2",
    "sub-002 ses-1",
    "sub-003 ses-1",
    "sub-006 ses-2",
    "sub-007 ses-1",
    "sub-007 ses-2",
  ];
  for (const [i, row] of rows.entries())
    if (!touched.includes(`${row.participant} ${row.visit}`) || row.measure.startsWith("orc"))
      assert.deepEqual(row, whole[i]);
    else assert.equal(row.value, "n/a");
  // The broken ones are not tried again as long as they are the same.
  assert.match(
    (await attune("cohort", broken, "--out", out)).stdout,
    /^19 recordings, 0 of them measured now/,
  );
});

test("a table names recordings anywhere below it, gzipped ones too", async () => {
  const plain = join(folder, "plain");
  await mkdir(join(plain, "my files"), { recursive: true });
  const rows = [];
  for (let i = 1; i <= 10; i++)
    for (const visit of ["pre", "post"]) {
      const infant = `sub-${String(i).padStart(3, "0")}`;
      const bytes = await readFile(join(study, recording(infant, visit === "pre" ? "ses-1" : "ses-2")));
      const name = `my files/${i} ${visit}.edf${i === 1 ? ".gz" : ""}`;
      await writeFile(join(plain, name), i === 1 ? gzipSync(bytes) : bytes);
      rows.push(
        `infant ${String(i).padStart(2, "0")},${visit},${i <= 5 ? "ppd" : "control"},${name},${((i - 1) % 5) + 1}`,
      );
    }
  await writeFile(join(plain, "cohort.csv"), `participant,visit,group,file,pair\n${rows.join("\n")}\n`);
  const out = join(folder, "plain-out");
  await attuneDone("cohort", join(plain, "cohort.csv"), "--out", out);
  const group = JSON.parse(await readFile(join(out, "group.json"), "utf8"));
  const bids = JSON.parse(expected["group.json"]);
  assert.deepEqual(group.visits, ["pre", "post"]);
  assert.equal(group.pairs, 5);
  for (const measure of group.measures) {
    const same = bids.measures.find(({ measure: name }) => name === measure.measure);
    assert.deepEqual(measure.group_by_time, same.group_by_time);
  }
});

test("results of attune analyze, collected, are what the program measures itself", async () => {
  const out = join(folder, "collected");
  const collect = () => attune("cohort", study, "--out", out, "--collect");
  const early = await collect();
  assert.equal(early.status, 1);
  assert.match(
    early.stderr,
    /There is no record of sub-001\/ses-1\/eeg\/\S+ under these settings.*\(E_COHORT_RECORD\)\n$/,
  );
  const [, ...lines] = (await attuneDone("cohort", study, "--list")).trimEnd().split("\n");
  assert.equal(lines.length, 20);
  for (const line of lines) {
    const [file, visit, age, record] = line.split("\t");
    const result = join(out, "recordings", record);
    await attuneDone("analyze", join(study, file), "--label", visit, "--age", age, "--result", result);
  }
  assert.equal((await collect()).status, 0);
  assert.deepEqual(await contents(out), expected);
});

test("jobs of the array measure with what stands beside a recording, as the program does", async () => {
  const told = join(folder, "told");
  await cp(study, told, { recursive: true });
  const beside = recording("sub-001", "ses-1").replace("_eeg.edf", "_channels.tsv");
  const channels = "name\ttype\tunits\tstatus\nEEG P3\tEEG\tuV\tbad\nECG\tECG\tuV\tgood\n";
  await writeFile(join(told, beside), channels);
  const events = "onset\tduration\ttrial_type\n20\t15\tcrying\n";
  await writeFile(join(told, beside.replace("_channels", "_events")), events);
  await attuneDone("cohort", told, "--out", join(folder, "told-alone"));
  const alone = await contents(join(folder, "told-alone"));
  const out = join(folder, "told-array");
  const list = join(folder, "list.tsv");
  const listed = await attuneDone("cohort", told, "--list");
  await writeFile(list, listed);
  const array = fileURLToPath(new URL("../../scripts/cohort/slurm/array", import.meta.url));
  for (const task of listed.trimEnd().split("\n").slice(1).keys()) {
    const env = { ...process.env, SLURM_ARRAY_TASK_ID: String(task + 1) };
    const { status, stderr } = await run("bash", [array, program, told, list, out], { env });
    assert.equal(status, 0, stderr);
  }
  await attuneDone("cohort", told, "--out", out, "--collect");
  assert.deepEqual(await contents(out), alone);
  const record = JSON.parse(alone["recordings/sub-001_ses-1.json"]);
  assert.deepEqual(record.options.left_out, ["EEG P3"]);
  assert.equal(record.options.events.length, 1);
  const unknown = await attune("cohort", told, "--out", out, "--measure", "sub-099_ses-1.json");
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, /--list names no record sub-099_ses-1\.json .*\(E_COHORT_NO_RECORD\)\n$/);
});

test("neither the study nor another dataset is written over", async () => {
  const own = join(folder, "own");
  await cp(study, own, { recursive: true });
  const before = await contents(own);
  await mkdir(join(folder, "other"));
  await writeFile(join(folder, "other/dataset_description.json"), '{"Name": "a study"}');
  for (const [out, why] of [
    [own, "folder of the recordings"],
    [`${own}/sub-001/..`, "folder of the recordings"],
    [join(folder, "other"), "none of attune cohort’s results"],
  ]) {
    const { status, stderr } = await attune("cohort", own, "--out", out);
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`${why}.*\\(E_COHORT_OUT\\)\n$`));
  }
  assert.deepEqual(await contents(own), before);
  assert.deepEqual(Object.keys(await contents(join(folder, "other"))), ["dataset_description.json"]);
});

test("attune group reads the tidy table, with the same numbers", async () => {
  const group = JSON.parse(await attuneDone("group", join(folder, "one", "metrics.tsv")));
  const whole = JSON.parse(expected["group.json"]);
  assert.deepEqual(
    group.measures.map(({ measure, group_by_time, cells, values }) => ({
      measure,
      group_by_time,
      cells,
      values,
    })),
    whole.measures.map(({ measure, group_by_time, cells, values }) => ({
      measure,
      group_by_time,
      cells,
      values,
    })),
  );
});

test("the controls are comparison infants for a single report, one by one and as aggregates", async () => {
  const visits = ["ses-1", "ses-2"].flatMap((visit, i) => [
    "--visit",
    join(study, recording("sub-001", visit)),
    "--age",
    ["5.5", "7.5"][i],
  ]);
  // Bands as wide as a year, so that five controls are in one.
  const out = join(folder, "packs");
  await writeFile(
    join(folder, "wide.json"),
    '{"reference": {"age_band_months": 12, "source": "our controls"}}',
  );
  await attuneDone("cohort", study, "--out", out, "--cohort-settings", join(folder, "wide.json"));
  for (const pack of ["reference.csv", "reference_aggregates.csv"]) {
    const report = JSON.parse(await attuneDone("report", ...visits, "--reference", join(out, pack)));
    const rsa = report.measures.find(({ id }) => id === "rsa_ln_ms2");
    assert.equal(rsa.places[0].source, "simulated, our controls");
    assert.equal(rsa.places[0].n, 5);
    assert.ok(rsa.places[0].percentile > 0);
    assert.equal(rsa.changes[0].reliable.method, "control-adjusted");
    assert.equal(rsa.changes[0].reliable.n, 5);
    assert.ok(report.cautions.includes("Comparison infants: simulated, our controls."));
  }
});

test("what cannot be done says so: exit status 1 and one line, or 2 and the form", async () => {
  const empty = join(folder, "empty");
  await mkdir(empty, { recursive: true });
  const out = join(folder, "nothing");
  const fails = async (status, pattern, ...args) => {
    const found = await attune("cohort", ...args);
    assert.equal(found.status, status, found.stderr);
    assert.match(found.stderr, pattern);
    assert.equal(found.stderr.trimEnd().split("\n").length, pattern.source.includes("\\n") ? 2 : 1);
  };
  await fails(1, /No cohort was found among 0 files.*\(E_COHORT_EMPTY\)/, empty, "--out", out);
  await fails(1, /\(E_COHORT_EMPTY\)|\(E_FILE\)/, join(folder, "not there"), "--out", out);
  await writeFile(join(folder, "bad.json"), '{"gates": {"cleanest": 1}}');
  await fails(
    1,
    /gates\.cleanest.*\(E_JSON_UNKNOWN\)/,
    study,
    "--out",
    out,
    "--cohort-settings",
    join(folder, "bad.json"),
  );
  await appendFile(join(empty, "a.edf"), "nothing");
  await writeFile(join(empty, "t.csv"), "participant,visit,group,file\na,1,g,a.edf\n");
  await fails(1, /None of the recordings can be used.*\(E_COHORT_UNUSABLE\)/, empty, "--out", out);
  await fails(2, /^usage: attune cohort/, study);
  await fails(
    2,
    /^attune: --jobs takes a number from 1 to 1024\nusage: attune cohort/,
    study,
    "--out",
    out,
    "--jobs",
    "0",
  );
});
