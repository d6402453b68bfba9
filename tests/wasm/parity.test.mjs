// Native and WebAssembly are the same core: the same simulated files, and the same report to 1e-12.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { assertSame, loadModule, readRecording, unwrap } from "./module.mjs";

const program = fileURLToPath(new URL("../../build/release/attune", import.meta.url));
const run = (...args) => promisify(execFile)(program, args, { maxBuffer: 1 << 28 });

let attune;
let folder;
let files;
before(async () => {
  attune = await loadModule();
  folder = await mkdtemp(join(tmpdir(), "attune-"));
  await run("synth", "--out", folder, "--scenario", "improved");
  files = (await readdir(folder)).filter((name) => name.endsWith(".edf")).sort();
});
after(() => rm(folder, { recursive: true }));

const settings = () => attune.defaultSettings();

/** The report of these files as the module makes it, with its specification curves. */
async function reportOf(paths, options = [], supplement = {}) {
  const measured = await Promise.all(
    paths.map(async (path, index) => {
      const recording = readRecording(attune, new Uint8Array(await readFile(path)), settings());
      const given = JSON.stringify(options[index] ?? {});
      const visit = unwrap(recording.visit(settings(), given));
      const specifications = unwrap(recording.specifications(settings(), given));
      recording.delete();
      return { visit, specifications };
    }),
  );
  const visits = JSON.stringify(measured.map(({ visit }) => visit));
  const report = unwrap(attune.compare(visits, settings(), JSON.stringify(supplement)));
  const specifications = JSON.stringify(measured.map(({ specifications }) => specifications));
  const curves = unwrap(attune.specificationCurves(JSON.stringify(report), specifications));
  assert.equal(curves.length, 2);
  return { ...report, specification_curves: curves };
}

test("simulated files are byte for byte the same", async () => {
  for (const [index, name] of files.entries())
    assert.deepEqual(
      attune.exampleVisit("improved", index).bytes,
      new Uint8Array(await readFile(join(folder, name))),
      name,
    );
});

test("the report of the same files is the same to 1e-12", async () => {
  const paths = files.map((name) => join(folder, name));
  const { stdout } = await run("report", ...paths.flatMap((path) => ["--visit", path]));
  assertSame(JSON.parse(stdout), await reportOf(paths));
});

test("with codings, scores and comparison infants it is the same too, and so are the examples' own", async () => {
  const paths = files.map((name) => join(folder, name));
  const codes = await Promise.all(paths.map((path) => readFile(path.replace(".edf", ".codes.tsv"), "utf8")));
  const scores = await readFile(join(folder, "dyad-001.scores.json"), "utf8");
  const reference = await readFile(join(folder, "comparison-infants.csv"), "utf8");
  assert.deepEqual(JSON.parse(attune.exampleScores("improved")), JSON.parse(scores));
  assert.equal(attune.exampleReference(), reference);
  assert.deepEqual(
    codes.map((_, index) => attune.exampleVisit("improved", index).codes),
    codes,
  );
  const { stdout } = await run(
    "report",
    ...paths.flatMap((path) => ["--visit", path, "--codes", path.replace(".edf", ".codes.tsv")]),
    "--scores",
    join(folder, "dyad-001.scores.json"),
    "--reference",
    join(folder, "comparison-infants.csv"),
  );
  const supplement = { scores: JSON.parse(scores), reference_csv: reference };
  const native = JSON.parse(stdout);
  const options = codes.map((text) => ({ codes: text }));
  assertSame(native, await reportOf(paths, options, supplement));
  assert.equal(native.statements.length, 4);
});
