// Mother and infant: the page's module and the program say the same of one file with both hearts, of two files and of two
// lists of beats; a clock that is wrong moves the lag and is stated.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { assertSame, loadModule, unwrap } from "./module.mjs";

const program = fileURLToPath(new URL("../../build/release/attune", import.meta.url));
const run = async (...args) => (await promisify(execFile)(program, args, { maxBuffer: 1 << 28 })).stdout;

let attune;
let folder;
const at = (name) => join(folder, name);
before(async () => {
  attune = await loadModule();
  folder = await mkdtemp(join(tmpdir(), "attune-"));
  const common = ["--pairs", "1", "--seed", "3", "--strength", "0.9"];
  await run("synth", "--out", folder, ...common);
  await run("synth", "--out", folder, ...common, "--apart", "--offset-s", "1", "--drift-ppm", "50");
});
after(() => rm(folder, { recursive: true }));

const settings = {};

/** What the module says of these files, by whose they are. */
async function moduleSays(files, wanted = settings, earlier = "") {
  const pair = new attune.HeartPair();
  const check = (text) => assert.equal(text, "");
  const options = JSON.stringify(wanted);
  for (const [who, path] of Object.entries(files)) {
    const bytes = new Uint8Array(await readFile(path));
    check(pair.open(who, bytes.length, options));
    for (let from = 0; from < bytes.length; from += 100_003) {
      const slice = bytes.subarray(from, from + 100_003);
      pair.buffer(slice.length).set(slice);
      check(pair.push(slice.length));
    }
    check(pair.finish());
  }
  const found = unwrap(pair.result(options, earlier));
  pair.delete();
  return found;
}

const programSays = async (...args) => JSON.parse(await run("dyad", ...args));

test("one file with both hearts", async () => {
  const file = at("pair-001.edf");
  const native = await programSays(file);
  assertSame(native, await moduleSays({ both: file }), "dyad");
  assert.equal(native.task.heart_period.first, "mother");
  // An earlier visit's result is taken alike.
  const earlier = at("earlier.json");
  await writeFile(earlier, JSON.stringify(native));
  assertSame(
    (await programSays(file, "--baseline", earlier)).change,
    (await moduleSays({ both: file }, settings, JSON.stringify(native))).change,
    "change",
  );
});

test("two files: by their start times, by hand with a drift; a clock a second off moves the lag by one and is stated", async () => {
  const [mother, infant] = [at("pair-001_mother.edf"), at("pair-001_infant.edf")];
  const files = ["--mother", mother, "--infant", infant];
  const byStarts = await moduleSays({ mother, infant });
  assertSame(await programSays(...files), byStarts, "start times");
  const byHand = await moduleSays({ mother, infant }, { offset_s: 1, drift_ppm: 50 });
  assertSame(await programSays(...files, "--offset-s", "1", "--drift-ppm", "50"), byHand, "by hand");
  // The infant's recording began a second after its header says.
  const lag = ({ task }) => task.heart_period.peak_lag_s;
  assert.ok(Math.abs(lag(byHand) - lag(byStarts) - 1) < 0.1, `${lag(byHand)} ${lag(byStarts)}`);
  assert.match(byStarts.clock.sentence, /may be off by up to 1 s/);
  assert.match(byHand.clock.sentence, /50 parts in a million/);
  // On the right clock it is what one recording of both gives, within the wrong clock's rounding of a step.
  const together = await moduleSays({ both: at("pair-001.edf") });
  assert.ok(Math.abs(lag(byHand) - lag(together)) < 0.1);
});

test("two lists of beats", async () => {
  const lists = {};
  for (const [who, preset] of Object.entries({ mother: "adult", infant: "infant" })) {
    lists[who] = at(`${who}.csv`);
    const beats = await run(
      "beats",
      at("pair-001.edf"),
      "--raw",
      "--signal",
      `ECG ${who}`,
      "--preset",
      preset,
    );
    await writeFile(lists[who], beats);
  }
  const native = await programSays("--mother", lists.mother, "--infant", lists.infant);
  const found = await moduleSays(lists);
  assertSame(native, found, "lists");
  // With the recording's phases, what the recording gives.
  const whole = await moduleSays({ both: at("pair-001.edf") });
  const phases = whole.phases.map(({ phase, kind, start_s, end_s }) => ({
    name: phase,
    kind,
    start_s,
    end_s,
  }));
  assertSame(whole.task, (await moduleSays(lists, { phases })).task, "task");
});

test("the simulated pair of the page is the program's kind: its truth is told, and found", () => {
  for (const [visit, leads] of ["infant", "mother"].entries()) {
    const { bytes, ...put } = attune.examplePair(visit);
    assert.equal(put.leads, leads);
    assert.deepEqual(
      JSON.parse(put.phases).map(({ strength }) => strength),
      [0.85, 0, 0.85],
    );
    const pair = new attune.HeartPair();
    assert.equal(pair.open("both", bytes.length, "{}"), "");
    pair.buffer(bytes.length).set(bytes);
    assert.equal(pair.push(bytes.length), "");
    assert.equal(pair.finish(), "");
    assert.equal(unwrap(pair.result("{}", "")).task.heart_period.first, leads);
    pair.delete();
  }
  assert.equal(attune.examplePair(2), null);
});

test("labels that do not tell are asked about, and the refusal names what there is", async () => {
  const bytes = new Uint8Array(await readFile(at("pair-001.edf")));
  const text = new TextEncoder().encode("ECG1            ECG2            ");
  bytes.set(text, 256);
  const pair = new attune.HeartPair();
  pair.open("both", bytes.length, "{}");
  pair.buffer(bytes.length).set(bytes);
  pair.push(bytes.length);
  const refusal = JSON.parse(pair.finish());
  assert.equal(refusal.code, "E_DYAD_SIGNAL");
  assert.deepEqual(refusal.said.message.with.labels, ["ECG1", "ECG2"]);
  pair.delete();
});
