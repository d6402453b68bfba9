// The binary interface: what it exports is what attune.d.ts declares, and it answers bad use with an error, not a crash.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
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
  const recording = new attune.Recording(0, attune.defaultSettings(), "[]", "{}");
  for (const name of declared.Recording) assert.equal(typeof recording[name], "function", name);
  recording.delete();
});

test("two modules that share the reading of a recording find what one finds, and its digest is node:crypto's", async () => {
  const { bytes } = attune.exampleVisit("improved", 0);
  const shared = (module, hearts) => {
    const recording = new module.Recording(bytes.length, module.defaultSettings(), "[]", "{}");
    recording.takeShare(hearts);
    for (let at = 0; at < bytes.length; at += 99_991) {
      const slice = bytes.subarray(at, at + 99_991);
      recording.buffer(slice.length).set(slice);
      assert.equal(recording.push(slice.length), "");
    }
    return recording;
  };
  const hearts = unwrap(shared(await loadModule(), true).finishHearts());
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  assert.deepEqual(hearts.digests, { all: sha256, files: [sha256] });
  const rest = shared(attune, false);
  assert.equal(rest.finishWith(JSON.stringify(hearts)), "");
  const own = readRecording(attune, bytes);
  const all = (recording) =>
    [recording.visit, recording.marks].map((ask) => ask.call(recording, attune.defaultSettings(), "{}"));
  assert.deepEqual(all(rest), all(own));
  assert.equal(JSON.parse(all(own)[0]).value.file.sha256, sha256);
  const without = shared(attune, false);
  assert.equal(JSON.parse(without.finish()).code, "E_USE");
  for (const recording of [rest, own, without]) recording.delete();
});

test("an anonymous copy's handle has the declared methods and copies", () => {
  const { bytes } = attune.exampleVisit("improved", 0);
  const copy = new attune.AnonymousCopy(bytes.length, "{}");
  for (const name of declared.RecordingCopy) assert.equal(typeof copy[name], "function", name);
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

test("a copy with annotations holds them, and one whose annotations are not understood is refused", () => {
  const { bytes } = attune.exampleVisit("improved", 0);
  const copied = (from, annotations) => {
    const copy = new attune.AnnotatedCopy(from.length, JSON.stringify(annotations));
    copy.buffer(from.length).set(from);
    const refusal = copy.push(from.length);
    const made = { refusal, bytes: copy.take(), ...(refusal ? {} : { result: unwrap(copy.finish()) }) };
    copy.delete();
    return made;
  };
  const made = copied(bytes, [{ onset_s: 12.345, duration_s: 1.5, text: "protest" }]);
  const reread = copied(made.bytes, []);
  assert.deepEqual(reread.result, made.result);
  const recording = readRecording(attune, made.bytes);
  const { annotations } = unwrap(recording.drawn());
  recording.delete();
  assert.ok(annotations.some(({ onset_s, text }) => Math.abs(onset_s - 12.345) < 1e-9 && text === "protest"));
  assert.match(copied(bytes, [{ onset_s: "soon" }]).refusal, /onset_s/);
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
  const { bytes } = attune.exampleVisit("improved", 0);
  const recording = readRecording(attune, bytes);
  const { error } = JSON.parse(recording.visit('{"eeg":{"alfa":1}}', "{}"));
  assert.equal(error.where, "eeg.alfa");
  recording.delete();
});

test("the result does not depend on how the file is sliced", () => {
  const { bytes } = attune.exampleVisit("improved", 0);
  const measure = (slice) => {
    const recording = readRecording(attune, bytes, attune.defaultSettings(), slice);
    const visit = recording.visit(attune.defaultSettings(), "{}");
    recording.delete();
    return visit;
  };
  assert.equal(measure(7919), measure(bytes.length));
});

test("memory does not grow from one recording to the next", () => {
  const { bytes } = attune.exampleVisit("improved", 0);
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

test("traces come from the bytes that the recording names, and from the overview; misuse is an error value", () => {
  const { bytes } = attune.exampleVisit("improved", 0);
  const recording = readRecording(attune, bytes);
  const { signals, end_s } = unwrap(recording.drawn());
  assert.ok(end_s > 100);
  const request = JSON.stringify({ from_s: 10, column_s: 0.5, columns: 20, signals: [signals[0].index] });
  const range = unwrap(recording.traceBytes(request));
  assert.ok(range.bytes > 0 && range.bytes < bytes.length / 4);
  const part = bytes.subarray(range.position, range.position + range.bytes);
  recording.buffer(part.length).set(part);
  assert.equal(recording.traces(request, part.length), "");
  const detail = recording.takeTraces();
  assert.equal(recording.overviewTraces(request), "");
  const overview = recording.takeTraces();
  assert.equal(detail.length, 40);
  for (let column = 0; column < 20; column++) {
    assert.ok(
      detail[2 * column] <= overview[2 * column] && detail[2 * column + 1] >= overview[2 * column + 1],
    );
  }
  const { beats } = unwrap(recording.marks(attune.defaultSettings(), "{}"));
  assert.ok(beats.time_s.length > 100);
  for (const wrong of ["{", '{"column":1}', '{"column_s":1,"columns":1,"signals":[99]}']) {
    assert.match(recording.traces(wrong, 0), /E_/);
    assert.match(recording.overviewTraces(wrong), /E_/);
    assert.throws(() => unwrap(recording.traceBytes(wrong)));
  }
  assert.match(recording.traces(request, 1 << 30), /E_USE/);
  recording.delete();
  const unread = new attune.Recording(bytes.length, "{}", "[]", "{}");
  assert.throws(() => unwrap(unread.drawn()), /E_USE/);
  assert.match(unread.overviewTraces(request), /E_USE/);
  unread.delete();
});

test("comparing nothing is an error value", () => {
  const { error } = JSON.parse(attune.compare("[]", attune.defaultSettings(), "{}"));
  assert.equal(error.code, "E_NO_VISIT");
  assert.throws(() => unwrap(attune.compare("[", attune.defaultSettings(), "{}")));
});

test("a visit without a recording has its coding, and the table can be listed before", () => {
  const codes = "onset,offset,code,tier\n0,60,SF,phase\n0,45,protest,infant\n45,60,withdrawn,infant\n";
  const visit = unwrap(
    attune.visitWithoutRecording(attune.defaultSettings(), JSON.stringify({ label: "visit 3", codes })),
  );
  assert.equal(visit.recorded, false);
  assert.equal(visit.still_face.phases[0].states.find(({ state }) => state === "withdrawn").proportion, 0.25);
  const contents = unwrap(attune.codingContents(codes, "{}", attune.defaultSettings()));
  assert.deepEqual(contents.tiers, ["phase", "infant"]);
  const { error } = JSON.parse(attune.codingContents("a,b\n1,2\n", "{}", attune.defaultSettings()));
  assert.equal(error.code, "E_CODE_TABLE");
  assert.equal(error.where, "line 1");
});

test("scores are checked, completed, and imported from a table", () => {
  const scales = JSON.parse(attune.knownScales());
  assert.ok(scales.some(({ id, lowest, highest }) => id === "epds" && lowest === 0 && highest === 30));
  const { error } = JSON.parse(
    attune.checkScores(JSON.stringify({ visits: [{}, { scores: { epds: 31 } }] })),
  );
  assert.equal(error.where, "visit 2, epds");
  const csv = "record_id,redcap_event_name,epds_total\n1,baseline_arm_1,15\n1,fu_arm_1,-99\n";
  const table = unwrap(attune.scoreTable(csv, "{}"));
  assert.deepEqual(
    table.events.map(({ visit }) => visit),
    [1, 2],
  );
  const { scores, diagnostics } = unwrap(
    attune.importScores(csv, JSON.stringify({ missing_codes: ["-99"] })),
  );
  assert.equal(scores.visits[0].scores.epds, 15);
  assert.ok(scores.visits[1].missing.epds.includes("line 3, column epds_total"));
  assert.equal(diagnostics[0].code, "N_SCORE_MISSING");
});

test("a recording takes further files of its visit, and tells when each began", () => {
  const bytes = Buffer.from(attune.exampleVisit("improved", 0).bytes);
  /** The same recording with another time in its header, or without date. */
  const startedAt = (time, date) => {
    const copy = Buffer.from(bytes);
    copy.write(time, 176, "latin1");
    if (date) copy.write(date, 168, "latin1");
    if (date) copy.write("Startdate X X X X".padEnd(80), 88, "latin1");
    return copy;
  };
  const [first, second] = [startedAt("09.30.00"), startedAt("10.30.00")];
  assert.match(
    attune.beginning(first.length, first.subarray(0, 1 << 16)),
    /^\d{4}-\d\d-\d\dT09:30:00\.0000000$/,
  );
  const read = (startS, next) => {
    const recording = new attune.Recording(first.length, attune.defaultSettings(), "[]", "{}");
    const push = (file) => {
      recording.buffer(file.length).set(file);
      return recording.push(file.length);
    };
    assert.equal(push(first), "");
    assert.equal(recording.nextFile(next.length, startS), "");
    return { recording, refused: push(next) };
  };
  for (const [startS, expected] of [
    [Number.NaN, 3600],
    [5000, 5000],
  ]) {
    const { recording, refused } = read(startS, second);
    assert.equal(refused, "");
    assert.equal(recording.finish(), "");
    const { parts } = unwrap(recording.visit(attune.defaultSettings(), "{}")).file;
    assert.deepEqual(
      parts.map(({ start_s }) => start_s),
      [0, expected],
    );
    recording.delete();
  }
  const { recording, refused } = read(Number.NaN, startedAt("10.30.00", "01.01.85"));
  assert.equal(JSON.parse(refused).code, "E_PARTS_TIME");
  recording.delete();
});
