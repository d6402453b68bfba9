// Native and WebAssembly are the same core: the same simulated files, and the same report to 1e-12.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { loadModule, readRecording, unwrap } from "./module.mjs";

const program = fileURLToPath(new URL("../../build/release/attune", import.meta.url));
const run = (...args) => promisify(execFile)(program, args, { maxBuffer: 1 << 28 });

let attune;
let folder;
let files;
before(async () => {
  attune = await loadModule();
  folder = await mkdtemp(join(tmpdir(), "attune-"));
  await run("synth", "--out", folder, "--seed", "7", "--scenario", "improved");
  files = (await readdir(folder)).filter((name) => name.endsWith(".edf")).sort();
});
after(() => rm(folder, { recursive: true }));

/** Every number of both trees within 1e-12 of each other, relative to the larger of it and 1. */
function assertSame(native, wasm, path = "report") {
  if (typeof native === "number" && typeof wasm === "number") {
    const scale = Math.max(1, Math.abs(native));
    assert.ok(Math.abs(native - wasm) <= 1e-12 * scale, `${path}: native ${native}, wasm ${wasm}`);
  } else if (native !== null && typeof native === "object") {
    assert.deepEqual(Object.keys(wasm ?? {}), Object.keys(native), path);
    for (const key of Object.keys(native)) assertSame(native[key], wasm[key], `${path}.${key}`);
  } else {
    assert.equal(wasm, native, path);
  }
}

test("simulated files are byte for byte the same", async () => {
  for (const [index, name] of files.entries())
    assert.deepEqual(
      attune.exampleVisit("improved", 7, index).bytes,
      new Uint8Array(await readFile(join(folder, name))),
      name,
    );
});

test("the report of the same files is the same to 1e-12", async () => {
  const paths = files.map((name) => join(folder, name));
  const { stdout } = await run("report", ...paths.flatMap((path) => ["--visit", path]));
  const settings = attune.defaultSettings();
  const visits = await Promise.all(
    paths.map(async (path) => {
      const recording = readRecording(attune, new Uint8Array(await readFile(path)), settings);
      const visit = unwrap(recording.visit(settings, "{}"));
      recording.delete();
      return visit;
    }),
  );
  assertSame(JSON.parse(stdout), unwrap(attune.compare(JSON.stringify(visits), settings)));
});
