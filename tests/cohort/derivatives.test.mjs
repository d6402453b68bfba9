// The folder of results keeps the rules of BIDS derivatives (BIDS 1.9: "Dataset description", "Tabular files", "Derived
// dataset and pipeline description", and bids-validator's .bidsignore). Its npm validator refuses derivatives as such.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { attune, attuneDone, contents, temporaryFolder } from "./support.mjs";

let folder;
let remove;
let files;
before(async () => {
  ({ folder, remove } = await temporaryFolder());
  const study = join(folder, "study");
  await attuneDone("synth", "--study", "--infants", "3", "--out", study);
  await writeFile(join(study, "sub-002/ses-2/eeg/sub-002_ses-2_task-rest_eeg.edf"), "no recording");
  await attune("cohort", study, "--out", join(folder, "out"));
  files = await contents(join(folder, "out"));
});
after(() => remove());

const json = (name) => JSON.parse(files[name]);
const lines = (name) => {
  assert.ok(files[name].endsWith("\n"), `${name} ends its last line`);
  return files[name].slice(0, -1).split("\n");
};

/** Whether .bidsignore leaves a file out: lines of names, `*` for any, a slash behind a folder. */
function isIgnored(path) {
  return files[".bidsignore"]
    .split("\n")
    .filter((line) => line)
    .some((line) =>
      line.endsWith("/")
        ? path.startsWith(line)
        : new RegExp(`^${line.replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`).test(path),
    );
}

test("dataset_description.json has what a derivative must have", () => {
  const description = json("dataset_description.json");
  assert.equal(typeof description.Name, "string");
  assert.ok(description.Name.length > 0);
  assert.match(description.BIDSVersion, /^\d+\.\d+\.\d+$/);
  assert.equal(description.DatasetType, "derivative");
  assert.ok(Array.isArray(description.GeneratedBy) && description.GeneratedBy.length > 0);
  for (const { Name, Version } of description.GeneratedBy) {
    assert.equal(Name, "Attune");
    assert.match(Version, /^\d+\.\d+\.\d+$/);
  }
  assert.ok(files.README.length > 150, "a README says more than a line");
});

test("every file has a place in BIDS, or .bidsignore names it", () => {
  const known = [
    "dataset_description.json",
    "README",
    "participants.tsv",
    "participants.json",
    ".bidsignore",
  ];
  for (const name of Object.keys(files)) assert.equal(isIgnored(name), !known.includes(name), name);
});

test("every table has its sidecar, which describes each of its columns and no other", () => {
  const tables = Object.keys(files).filter((name) => name.endsWith(".tsv"));
  assert.deepEqual(tables.sort(), ["metrics.tsv", "participants.tsv", "recordings.tsv"]);
  for (const table of tables) {
    const [header, ...rows] = lines(table).map((line) => line.split("\t"));
    assert.equal(new Set(header).size, header.length, `${table}: columns of one name`);
    const described = json(table.replace(/tsv$/, "json"));
    assert.deepEqual(Object.keys(described).sort(), [...header].sort(), table);
    for (const [column, { Description }] of Object.entries(described))
      assert.ok(Description.length > 0, `${table}, ${column}`);
    assert.ok(rows.length > 0);
    for (const row of rows) {
      assert.equal(row.length, header.length, row.join(" "));
      for (const cell of row) assert.notEqual(cell, "", "what is missing is n/a");
    }
  }
});

test("participants.tsv names each infant once, as BIDS does", () => {
  const [header, ...rows] = lines("participants.tsv").map((line) => line.split("\t"));
  assert.equal(header[0], "participant_id");
  const names = rows.map(([name]) => name);
  assert.deepEqual(names, ["sub-001", "sub-002", "sub-003", "sub-004", "sub-005", "sub-006"]);
});

test("the measures of metrics.tsv are the levels of their column, with title and unit", () => {
  const [header, ...rows] = lines("metrics.tsv").map((line) => line.split("\t"));
  const place = header.indexOf("measure");
  const { Levels } = json("metrics.json").measure;
  assert.deepEqual(Object.keys(Levels).sort(), [...new Set(rows.map((row) => row[place]))].sort());
  assert.equal(Levels.rsa_ln_ms2, "RSA, whole recording (ln ms²)");
});

test("names that BIDS cannot hold become ones that it can, each infant its own", async () => {
  const study = join(folder, "odd");
  const out = join(folder, "odd-out");
  await attuneDone("synth", "--study", "--infants", "3", "--out", study);
  const recording = (infant) => `sub-00${infant}/ses-1/eeg/sub-00${infant}_ses-1_task-rest_eeg.edf`;
  const rows = ["A1", "Zoë 3", "Zoé 4"].map((name, i) => `${name},1,ppd,${recording(i + 1)}\n`);
  await writeFile(join(study, "cohort.csv"), `participant,visit,group,file\n${rows.join("")}`);
  await attune("cohort", join(study, "cohort.csv"), "--out", out);
  const written = (await contents(out))["participants.tsv"].trimEnd().split("\n").slice(1);
  assert.deepEqual(
    written.map((line) => line.split("\t").slice(0, 2)),
    [
      ["sub-A1", "A1"],
      ["sub-01", "Zoé 4"],
      ["sub-01x2", "Zoë 3"],
    ],
  );
});
