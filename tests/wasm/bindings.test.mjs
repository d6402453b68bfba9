// The binary interface: what it exports is what attune.d.ts declares, and it answers bad use with an error, not a crash.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import ts from "typescript";
import { loadModule, readRecording, unwrap } from "./module.mjs";

let attune;
let declared;
before(async () => {
  attune = await loadModule();
  const text = await readFile(new URL("../../wasm/attune.d.ts", import.meta.url), "utf8");
  const source = ts.createSourceFile("attune.d.ts", text, ts.ScriptTarget.Latest);
  declared = Object.fromEntries(
    source.statements
      .filter(ts.isInterfaceDeclaration)
      .map((item) => [item.name.text, item.members.map((member) => member.name.text)]),
  );
});

test("the module exports what attune.d.ts declares, and nothing beside Emscripten's own", () => {
  const emscripten =
    /^(_|HEAP|asm|wasm|ready|inspect|run|dynCall|on[A-Z]|(Binding|Internal|UnboundType)Error$|(count|get)_.*emval|.*(InheritedInstance|DelayFunction|PendingDelete|RuntimeCallback))/;
  const exported = Object.keys(attune).filter(
    (name) => !emscripten.test(name) && typeof attune[name] === "function",
  );
  assert.deepEqual(exported.sort(), [...declared.AttuneModule].sort());
});

test("a recording's handle has the declared methods", () => {
  const recording = new attune.Recording(0, attune.defaultSettings());
  for (const name of declared.Recording) assert.equal(typeof recording[name], "function", name);
  recording.delete();
});

test("an anonymous copy's handle has the declared methods and copies", () => {
  const { bytes } = attune.exampleVisit("improved", 1, 0);
  const copy = new attune.AnonymousCopy(bytes.length, "{}");
  for (const name of declared.AnonymousCopy) assert.equal(typeof copy[name], "function", name);
  const parts = [];
  for (let at = 0; at < bytes.length; at += 100_000) {
    const slice = bytes.subarray(at, at + 100_000);
    copy.buffer(slice.length).set(slice);
    assert.equal(copy.push(slice.length), "");
    parts.push(copy.take());
  }
  const { places } = unwrap(copy.finish());
  parts.push(copy.take());
  copy.delete();
  const made = Buffer.concat(parts);
  assert.equal(made.length, bytes.length);
  assert.equal(made.toString("latin1", 8, 88).trim(), "X X X X");
  assert.ok(
    places.some(({ place, treatment }) => place === "the signals themselves" && treatment === "kept"),
  );
});

test("settings and schema are JSON, and the schema describes the settings", () => {
  const settings = JSON.parse(attune.defaultSettings());
  const { $defs } = JSON.parse(attune.schema());
  assert.deepEqual(Object.keys(settings), Object.keys($defs.Settings.properties));
});

test("bytes that are no recording are refused with a sentence", () => {
  assert.throws(
    () => readRecording(attune, new TextEncoder().encode("<!DOCTYPE html><html></html>".repeat(50))),
    {
      code: /^E_/,
      message: /\.$/,
    },
  );
});

test("settings that are not understood are refused with their path", () => {
  const { bytes } = attune.exampleVisit("improved", 1, 0);
  const recording = readRecording(attune, bytes);
  const { error } = JSON.parse(recording.visit('{"eeg":{"alfa":1}}', "{}"));
  assert.equal(error.where, "eeg.alfa");
  recording.delete();
});

test("the result does not depend on how the file is sliced", () => {
  const { bytes } = attune.exampleVisit("improved", 1, 0);
  const measure = (slice) => {
    const recording = readRecording(attune, bytes, attune.defaultSettings(), slice);
    const visit = recording.visit(attune.defaultSettings(), "{}");
    recording.delete();
    return visit;
  };
  assert.equal(measure(7919), measure(bytes.length));
});

test("memory does not grow from one recording to the next", () => {
  const { bytes } = attune.exampleVisit("improved", 1, 0);
  const size = () => {
    const recording = readRecording(attune, bytes);
    const buffer = recording.buffer(1).buffer.byteLength;
    recording.delete();
    return buffer;
  };
  const first = size();
  for (let i = 0; i < 5; i++) size();
  assert.equal(size(), first);
});

test("comparing nothing is an error value", () => {
  const { error } = JSON.parse(attune.compare("[]", attune.defaultSettings()));
  assert.equal(error.code, "E_NO_VISIT");
  assert.throws(() => unwrap(attune.compare("[", attune.defaultSettings())));
});
