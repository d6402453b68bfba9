// Mothers and infants of a cohort, with both hearts in one file or in a file each: the same as `attune dyad` of each, whether
// measured in one run or as jobs.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { attune, attuneDone, contents, recordTimes, temporaryFolder } from "./support.mjs";

const infants = 4;
let folder;
let remove;
let table;
let apart;
let printed;
const out = () => join(folder, "out");
before(async () => {
  ({ folder, remove } = await temporaryFolder());
  table = join(folder, "list.csv");
  apart = join(folder, "apart.csv");
  const visits = [1, 2];
  for (const visit of visits)
    await attuneDone(
      "synth",
      "--pairs",
      infants,
      "--hours",
      "0.06",
      "--seed",
      40 * visit,
      "--out",
      join(folder, `v${visit}`),
    );
  await attuneDone(
    "synth",
    "--pairs",
    1,
    "--hours",
    "0.06",
    "--seed",
    40,
    "--apart",
    "--out",
    join(folder, "two"),
  );
  const lines = ["participant,visit,group,age_months,file"];
  for (let i = 1; i <= infants; i++)
    for (const visit of visits)
      lines.push(`i${i},${visit},${i % 2 ? "ppd" : "control"},6,v${visit}/pair-00${i}.edf`);
  await writeFile(table, `${lines.join("\n")}\n`);
  await writeFile(
    apart,
    "participant,visit,group,age_months,file,mother_file\ni1,1,ppd,6,two/pair-001_infant.edf,two/pair-001_mother.edf\n",
  );
  printed = await attuneDone("cohort", table, "--out", out(), "--pairs");
});
after(() => remove());

/** Lines of a table as objects. */
function rows(text) {
  const [header, ...lines] = text.trimEnd().split("\n");
  const names = header.split("\t");
  return lines.map((line) => Object.fromEntries(line.split("\t").map((cell, i) => [names[i], cell])));
}

test("the lead–lag index of each pair is that of attune dyad, in metrics.tsv and pairs.tsv", async () => {
  const files = await contents(out());
  const dyad = JSON.parse(await attuneDone("dyad", join(folder, "v1/pair-002.edf"), "--age", "6"));
  const { lead_lag_index, peak_r } = dyad.task.heart_period;
  const metric = rows(files["metrics.tsv"]).find(
    (row) =>
      row.participant === "i2" && row.visit === "1" && row.measure === "dyad_heart_period_lead_lag_index",
  );
  assert.equal(Number(metric.value), lead_lag_index);
  const pair = rows(files["pairs.tsv"]).find(
    (row) =>
      row.participant === "i2" && row.visit === "1" && row.phase === "n/a" && row.measure === "heart_period",
  );
  assert.equal(Number(pair.lead_lag_index), lead_lag_index);
  assert.equal(Number(pair.peak_r), peak_r);
  const described = JSON.parse(files["pairs.json"]);
  assert.deepEqual(Object.keys(described), Object.keys(pair));
  assert.match(printed, /fewer than 8 nothing is told of pseudo-dyads/);
  assert.equal(JSON.parse(files["tables.json"]).pairs.pseudo[0].p, null);
});

test("jobs give the same byte for byte, and what is measured is not measured again", async () => {
  const jobs = join(folder, "jobs");
  const list = rows(await attuneDone("cohort", table, "--list"));
  for (const { record } of list)
    await attuneDone("cohort", table, "--out", jobs, "--measure", record, "--pairs");
  await attuneDone("cohort", table, "--out", jobs, "--collect", "--pairs");
  const first = await contents(out());
  assert.deepEqual(await contents(jobs), first);
  const before = await recordTimes(out());
  await attuneDone("cohort", table, "--out", out(), "--pairs");
  assert.deepEqual(await recordTimes(out()), before);
  // What was measured without the mother's heart is no pair.
  const without = join(folder, "without");
  await attuneDone("cohort", table, "--out", without);
  const { status, stderr } = await attune("cohort", table, "--out", without, "--collect", "--pairs");
  assert.equal(status, 1);
  assert.match(stderr, /E_COHORT_RECORD/);
  const files = await contents(without);
  assert.ok(!("pairs.tsv" in files));
  assert.doesNotMatch(files["metrics.tsv"], /dyad_/);
});

test("two files of one visit are one pair; without --pairs the mother's is named and not read", async () => {
  const two = join(folder, "out-two");
  await attuneDone("cohort", apart, "--out", two, "--pairs");
  const dyad = JSON.parse(
    await attuneDone(
      ...["dyad", "--mother", join(folder, "two/pair-001_mother.edf")],
      ...["--infant", join(folder, "two/pair-001_infant.edf"), "--age", "6"],
    ),
  );
  const files = await contents(two);
  const metric = rows(files["metrics.tsv"]).find(({ measure }) => measure === "dyad_rsa_peak");
  assert.equal(Number(metric.value), Math.abs(dyad.task.rsa.peak_r));
  const [listed] = rows(await attuneDone("cohort", apart, "--list"));
  assert.equal(listed.mother_file, "two/pair-001_mother.edf");
  const without = join(folder, "out-one");
  await attuneDone("cohort", apart, "--out", without);
  const tables = JSON.parse((await contents(without))["tables.json"]);
  assert.ok(tables.diagnostics.some(({ code }) => code === "N_COHORT_MOTHERS"));
});
