// The groups' question under every choice, from recordings that are read once: each line is what `attune cohort` itself says
// under settings that make the same choice.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { attuneDone, contents, recordTimes, temporaryFolder } from "./support.mjs";

let folder;
let remove;
let study;
let out;
let printed;
before(async () => {
  ({ folder, remove } = await temporaryFolder());
  study = join(folder, "study");
  out = join(folder, "out");
  await attuneDone("synth", "--study", "--infants", "6", "--out", study);
  printed = await attuneDone("cohort", study, "--out", out, "--multiverse");
});
after(() => remove());

/** Lines of a table as objects. */
function rows(text) {
  const [header, ...lines] = text.trimEnd().split("\n");
  const names = header.split("\t");
  return lines.map((line) => Object.fromEntries(line.split("\t").map((cell, i) => [names[i], cell])));
}

const analyses = async () => rows((await contents(out))["multiverse.tsv"]).filter((row) => row.own !== "n/a");
const changeOf = (files, name) =>
  JSON.parse(files["group.json"]).measures.find(({ measure }) => measure === name).later_visits[0];

function assertSame(row, { interaction, interaction_p, d_ppc2 }, within) {
  const near = (cell, expected, what) =>
    assert.ok(Math.abs(Number(cell) - expected) <= within, `${what}: ${cell}, not ${expected}`);
  near(row.difference, interaction.value, "difference");
  near(row.ci_low, interaction.ci_low, "ci_low");
  near(row.ci_high, interaction.ci_high, "ci_high");
  near(row.p, interaction_p, "p");
  near(row.d_ppc2, d_ppc2.value, "d_ppc2");
}

test("the line of the cohort's own choices is its own analysis, for brain and heart", async () => {
  const files = await contents(out);
  const own = (await analyses()).filter((row) => row.own === "yes");
  assert.deepEqual(own.map(({ measure }) => measure).sort(), ["faa_f4_f3", "rsa_ln_ms2"]);
  for (const row of own) assertSame(row, changeOf(files, row.measure), 0);
});

test("another line is the analysis of a cohort measured with that choice", async () => {
  const settings = join(folder, "settings.json");
  const other = join(folder, "other");
  await writeFile(
    settings,
    JSON.stringify({ eeg: { alpha: { low_hz: 5, high_hz: 8 }, max_abs_uv: 100 }, hrv: { epoch_s: 20 } }),
  );
  await attuneDone("cohort", study, "--out", other, "--settings", settings);
  const files = await contents(other);
  const all = await analyses();
  // A choice that changes nothing is told as one, and has no lines of its own.
  const limits = new Set(all.map((row) => row.amplitude_limit));
  const brain = all.find(
    (row) =>
      row.band === "5–8 Hz" &&
      row.form === "absolute power" &&
      row.reference === "as recorded" &&
      row.pair === "F4 − F3" &&
      row.amplitude_limit === (limits.has("±100 µV") ? "±100 µV" : "±150 µV"),
  );
  assertSame(brain, changeOf(files, "faa_f4_f3"), 1e-9);
  const heart = all.find(
    (row) => row.epoch === "20 s" && row.method === "spectral" && row.band === "0.24–1.04 Hz",
  );
  assertSame(heart, changeOf(files, "rsa_ln_ms2"), 1e-9);
});

test("the program's last lines say how many analyses differed, and tables.json the same", async () => {
  const { multiverse } = JSON.parse((await contents(out))["tables.json"]);
  for (const { measure, visit, headline, sentence } of multiverse)
    assert.ok(printed.includes(`${measure}, ${visit}: ${headline} ${sentence}\n`), headline);
  const all = await analyses();
  for (const { measure, headline, up_beyond, down_beyond } of multiverse) {
    const mine = all.filter((row) => row.measure === measure);
    assert.ok(headline.startsWith(`Of ${mine.length} analyses `), headline);
    assert.equal(mine.filter(({ differs }) => differs === "up").length, up_beyond);
    assert.equal(mine.filter(({ differs }) => differs === "down").length, down_beyond);
    for (const row of mine) assert.equal(row.differs !== "no", Number(row.p) < 0.05);
  }
});

test("its sidecar describes each column; a run that does not ask for it takes both away and measures nothing anew", async () => {
  const before = await contents(out);
  const times = await recordTimes(out);
  const header = before["multiverse.tsv"].split("\n")[0].split("\t");
  assert.deepEqual(Object.keys(JSON.parse(before["multiverse.json"])).sort(), header.sort());
  await attuneDone("cohort", study, "--out", out);
  const files = await contents(out);
  assert.equal(files["multiverse.tsv"], undefined);
  assert.equal(files["multiverse.json"], undefined);
  for (const same of ["group.json", "metrics.tsv", "recordings.tsv"])
    assert.equal(files[same], before[same], same);
  assert.deepEqual(await recordTimes(out), times);
  await attuneDone("cohort", study, "--out", out, "--multiverse");
  assert.deepEqual(await contents(out), before);
});

test("records without what it is made of are measured again, once", async () => {
  const plain = join(folder, "plain");
  await attuneDone("cohort", study, "--out", plain);
  assert.match(
    await attuneDone("cohort", study, "--out", plain, "--multiverse"),
    /^24 recordings, 24 of them measured now/,
  );
  assert.match(
    await attuneDone("cohort", study, "--out", plain, "--multiverse"),
    /^24 recordings, 0 of them measured now/,
  );
  assert.deepEqual(await contents(plain), await contents(out));
});
