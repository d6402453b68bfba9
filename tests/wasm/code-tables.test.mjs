// What the Code screen writes, read by the core: every format gives the same phases, states and numbers. The coding, in
// pictures of 29.97 a second, so that its times are no round numbers; the numbers that are expected are worked out from the
// times as tables hold them, to the millisecond.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { modulesOf } from "../page-logic/modules.mjs";
import { loadModule, readRecording, unwrap } from "./module.mjs";

const {
  annotationsOf,
  drawn,
  edfAnnotations,
  emptyBook,
  entered,
  formats,
  plain,
  rowsOf,
  snapped,
  undrawn,
  written,
} = await modulesOf("code/book", "code/edf", "code/frames", "code/share", "code/tables");

const rate = 29.97;
const at = (frame) => snapped((frame + 0.5) / rate, rate);
const ms = (frame) => Math.round(at(frame) * 1000) / 1000;

const made = (coder, edits, book) =>
  edits.reduce((now, [kind, id, frame]) => entered(now, coder, kind, id, at(frame)), book);
const coded = made(
  "a",
  [
    ["phases", "play", 10],
    ["phases", "still-face", 3610],
    ["phases", "reunion", 7213],
    ["phases", "", 10801],
    ["states", "social positive", 10],
    ["states", "protest", 2711],
    ["states", "withdrawn", 3610],
    ["states", "object/environment", 5003],
    ["states", "unscorable", 6007],
    ["states", "social monitor", 7213],
    ["states", "protest", 9001],
    ["states", "", 10801],
    ["events", "touch", 4000],
  ],
  { ...emptyBook(), rate, media: { length_s: 400, bytes: 1000 } },
);

let core;
before(async () => {
  core = await loadModule();
});

const stillFace = (codes, second = "") =>
  unwrap(
    core.visitWithoutRecording(
      core.defaultSettings(),
      JSON.stringify({ label: "baseline", codes, codes_second: second }),
    ),
  ).still_face;

/** What is of the coding itself: not of the file it was in, nor of points, which ELAN and Datavyu keep on a tier of their own. */
const numbers = ({ phases, effects, runs, states }) => ({
  phases: phases.map(({ points, ...phase }) => phase),
  effects,
  runs,
  states,
});

function near(actual, expected, where = "") {
  if (typeof expected === "number")
    return assert.ok(Math.abs(actual - expected) <= 1e-12, `${where}: ${actual} is not ${expected}`);
  if (typeof expected !== "object" || expected === null) return assert.equal(actual, expected, where);
  assert.deepEqual(Object.keys(actual), Object.keys(expected), where);
  for (const [key, value] of Object.entries(expected)) near(actual[key], value, `${where}.${key}`);
}

describe("a coding of the page", () => {
  it("gives the numbers of its own times", () => {
    const { phases, reason } = stillFace(plain(rowsOf(coded, "a")));
    assert.equal(reason, "");
    near(
      phases.map(({ phase }) => [phase.kind, phase.start_s, phase.end_s]),
      [
        ["play", ms(10), ms(3610)],
        ["still_face", ms(3610), ms(7213)],
        ["reunion", ms(7213), ms(10801)],
      ],
    );
    const scorable = ms(6007) - ms(3610);
    near(phases[1].scorable_s, scorable);
    const withdrawn = phases[1].states.find(({ state }) => state === "withdrawn");
    near(withdrawn.proportion, (ms(5003) - ms(3610)) / scorable);
  });

  for (const format of formats)
    it(`as ${format} is read again to the same report`, () => {
      const own = stillFace(plain(rowsOf(coded, "a")));
      const again = stillFace(written(coded, "a", format));
      assert.equal(again.reason, "");
      near(numbers(again), numbers(own));
    });

  // A file of annotations alone lasts no time, so that its phases belong beside a recording; states are read from it.
  it("as EDF+ annotations keeps its states to the millisecond, however many", () => {
    const runs = (book) => {
      const recording = readRecording(core, edfAnnotations(book, "a"));
      const visit = unwrap(recording.visit(core.defaultSettings(), JSON.stringify({ label: "baseline" })));
      recording.delete();
      return visit.still_face.runs;
    };
    near(runs(coded), stillFace(plain(rowsOf(coded, "a"))).runs);
    const changes = Array.from({ length: 4001 }, (_, n) => ({
      at_s: n / 8,
      code: n === 4000 ? "" : ["object/environment", "social positive"][n % 2],
      note: "",
    }));
    const { a } = coded.sheets;
    const long = { ...coded, sheets: { ...coded.sheets, a: { ...a, states: changes } } };
    assert.ok(edfAnnotations(long, "a").length > 2 * 61_440, "more than one data record");
    const found = runs(long);
    assert.equal(found.length, 4000);
    for (const [n, { start_s, end_s }] of found.entries()) {
      near(start_s, n / 8);
      near(end_s, (n + 1) / 8);
    }
  });

  it("as annotations in a copy of a recording stands at the recording's times, to the millisecond", () => {
    assert.equal(annotationsOf(coded, "a"), null, "no clock, no place");
    const offset_s = 12.3456;
    const annotations = annotationsOf({ ...coded, offset_s }, "a");
    const { bytes } = core.exampleVisit("improved", 0);
    const copy = new core.AnnotatedCopy(bytes.length, JSON.stringify(annotations));
    copy.buffer(bytes.length).set(bytes);
    assert.equal(copy.push(bytes.length), "");
    const recording = readRecording(core, copy.take());
    copy.delete();
    const found = unwrap(recording.drawn()).annotations;
    recording.delete();
    const rows = rowsOf(coded, "a");
    assert.equal(rows.length, 11);
    for (const { start_s, end_s, code } of rows) {
      const one = found.find(
        ({ onset_s, text }) => text === code && Math.abs(onset_s - start_s - offset_s) <= 0.0005001,
      );
      assert.ok(one, code);
      if (end_s !== null) assert.ok(Math.abs(one.duration_s - (end_s - start_s)) <= 0.001001, code);
    }
  });

  it("keeps names that tables have signs for", () => {
    const name = 'a,"b"\tc\n=1+1';
    const set = {
      ...coded.set,
      states: coded.set.states.map((one) => ({ ...one, name: one.id === "protest" ? name : one.name })),
    };
    for (const format of formats) {
      const { states } = stillFace(written({ ...coded, set }, "a", format));
      const found = states.find((state) => state.includes("=1+1"));
      assert.equal(found?.replace(/[\t\n]/g, " "), 'a,"b" c =1+1', format);
    }
  });

  it("leaves out what has not ended", () => {
    const open = made("a", [["states", "protest", 11000]], coded);
    assert.equal(plain(rowsOf(open, "a")), plain(rowsOf(coded, "a")));
  });
});

describe("a second coder on a share of the stretches", () => {
  const share = { part: 0.25, stretch_s: 30, seed: 17 };
  const shared = { ...coded, share };

  it("is compared there and nowhere else", () => {
    const chosen = drawn(shared.sheets.a, share);
    // Coder B codes the whole share as withdrawn, but for what A calls unscorable.
    const second = chosen.reduce(
      (now, { start_s, end_s }) =>
        entered(entered(now, "b", "states", "withdrawn", start_s), "b", "states", "", end_s),
      shared,
    );
    const first = plain(rowsOf(second, "a"));
    const { agreement } = stillFace(first, plain(rowsOf(second, "b"), undrawn(second.sheets.a, share)));
    // Bins of 1 s of each phase from its start, by their middles: those in the share that A scored, counted by hand.
    let [compared, agreed] = [0, 0];
    for (const [from, to] of [
      [10, 3610],
      [3610, 7213],
      [7213, 10801],
    ])
      for (let bin = 0; bin < Math.floor(ms(to) - ms(from) + 0.0005); bin++) {
        const middle = ms(from) + bin + 0.5;
        if (!chosen.some(({ start_s, end_s }) => middle >= start_s && middle < end_s)) continue;
        const state = [...coded.sheets.a.states].reverse().find(({ at_s }) => at_s <= middle)?.code;
        if (state === "unscorable") continue;
        compared++;
        if (state === "withdrawn") agreed++;
      }
    assert.ok(compared > 60);
    assert.equal(agreement.n, compared);
    near(agreement.percent, (100 * agreed) / compared);
  });
});
