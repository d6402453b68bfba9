// The simulated study, from EDF files to the group table, recovers its truth; and the example that is shipped measured is
// what the program measures. ATTUNE_UPDATE=1 writes that example anew.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { attuneDone, temporaryFolder } from "./support.mjs";

const shipped = fileURLToPath(new URL("../../core/cohort/example_rows.cpp", import.meta.url));

let folder;
let remove;
let truth;
let report;
before(async () => {
  ({ folder, remove } = await temporaryFolder());
  await attuneDone("synth", "--study", "--out", join(folder, "study"));
  await attuneDone("cohort", join(folder, "study"), "--out", join(folder, "out"));
  truth = JSON.parse(await readFile(join(folder, "study/truth.json"), "utf8"));
  report = JSON.parse(await readFile(join(folder, "out/group.json"), "utf8"));
});
after(() => remove());

const measured = (name) => report.measures.find(({ measure }) => measure === name);

test("every infant has every value: 40 + 40, two visits", () => {
  assert.equal(report.infants.length, 80);
  assert.equal(report.pairs, 40);
  for (const measure of report.measures) assert.equal(measure.missing, "", measure.measure);
});

test("every true group mean lies within the 95 % interval of the measured one", () => {
  for (const { measure, cells } of truth.measures)
    for (const [i, { group, visit, mean }] of cells.entries()) {
      const cell = measured(measure).cells[i];
      assert.deepEqual([cell.group, cell.visit], [group, visit]);
      assert.ok(cell.ci_low <= mean && mean <= cell.ci_high, `${measure} of ${group} at ${visit}: ${mean}`);
    }
});

test("effects have the sign and the significance that were set, and intervals that hold their truth", () => {
  for (const { measure, d, change_difference, significant } of truth.measures) {
    const { group_by_time, later_visits } = measured(measure);
    const [{ d_ppc2, interaction, pairs }] = later_visits;
    assert.ok(interaction.value > 0, measure);
    assert.equal(group_by_time.p < 0.05, significant, `${measure}: p = ${group_by_time.p}`);
    assert.equal(pairs.change.p < 0.05, significant, `${measure} by pairs: p = ${pairs.change.p}`);
    assert.ok(d_ppc2.ci_low <= d && d <= d_ppc2.ci_high, measure);
    assert.ok(interaction.ci_low <= change_difference && change_difference <= interaction.ci_high, measure);
  }
});

test("what the treated became equal to is found equivalent, with the power stated", () => {
  for (const name of ["faa_f4_f3", "rsa_ln_ms2"]) {
    const [{ finding, equivalence }] = measured(name).later_visits;
    assert.match(
      finding,
      /^ppd moved toward control; no evidence of a difference at ses-2; equivalent within ±/,
    );
    // 45 % for 40 + 40 infants and half an SD (Schuirmann's tests, no true difference); the SDs here are estimates.
    assert.ok(equivalence.power > 0.3 && equivalence.power < 0.6);
  }
});

test("the three primary measures share Holm's adjustment, and the report says that all is simulated", () => {
  const primary = report.measures.filter(({ primary }) => primary).map(({ measure }) => measure);
  assert.deepEqual(primary, ["rsa_ln_ms2", "faa_f4_f3", "orc_mother"]);
  assert.equal(measured("faa_f4_f3").p_holm, 3 * measured("faa_f4_f3").group_by_time.p);
  assert.ok(report.cautions.includes("The recordings are simulated: no infant was measured."));
});

/** The example's rows as core/cohort/example.hpp describes them, from the program's tables. */
async function computedRows() {
  const read = async (name) => {
    const [header, ...lines] = (await readFile(join(folder, "out", name), "utf8")).trimEnd().split("\n");
    const names = header.split("\t");
    return lines.map((line) => Object.fromEntries(line.split("\t").map((cell, i) => [names[i], cell])));
  };
  const values = {};
  for (const { participant, visit, measure, value } of await read("metrics.tsv"))
    values[`${participant} ${visit} ${measure}`] = Number(value);
  return (await read("recordings.tsv")).map((row) => {
    const of = (measure) => values[`${row.participant} ${row.visit} ${measure}`];
    return [
      10 * row.eeg_clean_s,
      Number(row.heart_epochs_used),
      100 * row.edited_beats_percent,
      1000 * of("rsa_ln_ms2"),
      100 * of("rmssd_ms"),
      100 * of("heart_rate_bpm"),
      1000 * of("faa_f4_f3"),
      1000 * of("faa_relative_f4_f3"),
    ].map(Math.round);
  });
}

test("the example that is shipped measured is what the program measures", async () => {
  const computed = await computedRows();
  if (process.env.ATTUNE_UPDATE) {
    const lines = computed.map((row) => `    {${row.join(", ")}},\n`).join("");
    await writeFile(
      shipped,
      "// Written by tests/cohort/study.test.mjs with ATTUNE_UPDATE=1.\n" +
        '#include "cohort/example.hpp"\n\nnamespace attune::cohort {\nnamespace {\n\n' +
        `// clang-format off\nconstexpr ExampleRow rows[] = {\n${lines}};\n// clang-format on\n\n}  // namespace\n\n` +
        "std::span<const ExampleRow> example_rows() {\n  return rows;\n}\n\n}  // namespace attune::cohort\n",
    );
  }
  const text = await readFile(shipped, "utf8");
  const rows = [...text.matchAll(/^ {4}\{(.*)\},$/gm)].map(([, row]) => row.split(", ").map(Number));
  assert.deepEqual(rows, computed, "the measures have moved: write the example anew with ATTUNE_UPDATE=1");
});
