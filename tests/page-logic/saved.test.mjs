// Saved work: into a session file, back into places, and to the recordings that it was entered for.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { modulesOf } from "./modules.mjs";

const { emptyInfant, emptySlot, fileSource, matched, sessionFile, slotsOf } = await modulesOf(
  "app/saved",
  "app/state",
);

const ready = (sha256, part = {}) => ({
  ...emptySlot(),
  source: fileSource({ size: 10 }),
  state: {
    kind: "ready",
    visit: {
      recorded: true,
      phases: [{ kind: "rest" }],
      file: { sha256, bytes: 10, duration_s: 300, parts: [] },
    },
  },
  ...part,
});
const aged = (months) => ({ options: { ...emptySlot().options, age_months: months } });
const stateWith = (slots, infant = emptyInfant()) => ({ settings: { hrv: {} }, slots, infant });
const agesOf = (slots) => slots.map(({ options }) => options.age_months);
const digestsOf = (slots) => slots.map(({ state }) => state.visit?.file.sha256 ?? null);

describe("a session file", () => {
  it("is none before the core has told its settings", () => {
    assert.equal(sessionFile({ ...stateWith([ready("a")]), settings: null }), null);
  });

  it("names each visit's recording by its digest, labels them by place, and leaves out empty places", () => {
    const { visits, format, attune } = sessionFile(
      stateWith([emptySlot(), ready("a", aged(4.5)), ready("b")]),
    );
    assert.deepEqual([attune, format], ["session", 1]);
    assert.deepEqual(
      visits.map(({ sha256, bytes, options }) => [sha256, bytes, options.label, options.age_months]),
      [
        ["a", 10, "baseline", 4.5],
        ["b", 10, "follow-up", null],
      ],
    );
  });

  it("opened gives the same file again", () => {
    const scores = { scores: { orc: 4 }, missing: { neg: "refused" } };
    const bare = { ...emptySlot(), source: { kind: "none" }, scores };
    const saved = sessionFile(stateWith([ready("a", aged(4.5)), bare]));
    const slots = slotsOf(JSON.parse(JSON.stringify(saved)));
    // What it waits for is named by length and phases.
    assert.deepEqual(slots[0].expected, {
      sha256: "a",
      parts: [],
      bytes: 10,
      duration_s: 300,
      phases: ["rest"],
    });
    assert.equal(slots[1].source.kind, "none");
    assert.deepEqual(sessionFile(stateWith(slots)), saved);
  });

  it("of one visit opens with two places", () => {
    assert.equal(slotsOf(sessionFile(stateWith([ready("a")]))).length, 2);
  });
});

describe("recordings chosen for an opened session", () => {
  const awaiting = (sha256, months) => ({
    ...emptySlot(),
    ...aged(months),
    expected: { sha256, bytes: 10, parts: [] },
  });
  const chosen = (sha256, slot) => ({
    ...ready(sha256),
    ...aged(slot.options.age_months),
    expected: slot.expected,
  });

  it("go where their entries are, in whatever order they were chosen", () => {
    const [first, second] = [awaiting("a", 4), awaiting("b", 8)];
    const { slots, strangers } = matched([chosen("b", first), chosen("a", second)]);
    assert.deepEqual([digestsOf(slots), agesOf(slots), strangers], [["a", "b"], [4, 8], 0]);
    assert.ok(slots.every(({ expected }) => expected === null));
  });

  it("that it does not know go last without its entries, and the place goes on waiting", () => {
    const [first, second] = [awaiting("a", 4), awaiting("b", 8)];
    const { slots, strangers } = matched([chosen("x", first), chosen("b", second)]);
    assert.deepEqual(digestsOf(slots), [null, "b", "x"]);
    assert.deepEqual(agesOf(slots), [4, 8, null]);
    assert.deepEqual(slots[0].expected, { sha256: "a", bytes: 10, parts: [] });
    assert.equal(strangers, 1);
  });
});

describe("a visit of several files", () => {
  const parts = [
    { sha256: "a", bytes: 10, start_s: null },
    { sha256: "b", bytes: 10, start_s: 70 },
  ];
  const awaiting = { ...emptySlot(), ...aged(4), expected: { sha256: "ab", bytes: 20, parts } };
  const chosen = (sha256) => ready(sha256, { source: fileSource({ name: sha256, size: 10 }) });

  it("is saved with the digest of each, and the start that was entered", () => {
    const source = {
      kind: "file",
      files: parts.map(({ start_s }) => ({ file: { size: 10 }, startS: start_s })),
    };
    const slot = ready("ab", { source });
    slot.state.visit.file.parts = parts.map(({ sha256, bytes }) => ({ sha256, bytes, start_s: 99 }));
    assert.deepEqual(sessionFile(stateWith([slot])).visits[0].parts, parts);
  });

  it("is read as one again once all its files are there, and waits until then", () => {
    const first = { ...chosen("b"), ...aged(4), expected: awaiting.expected };
    const partly = matched([first]);
    assert.deepEqual(
      [digestsOf(partly.slots), agesOf(partly.slots)],
      [
        [null, "b"],
        [4, null],
      ],
    );
    assert.equal(partly.strangers, 0, "a file of the visit is no stranger");
    const [place, lonely] = partly.slots;
    const { slots, strangers } = matched([{ ...chosen("a"), ...aged(4), expected: place.expected }, lonely]);
    assert.deepEqual([slots.length, strangers, slots[0].state.kind], [1, 0, "reading"]);
    assert.deepEqual([slots[0].options.age_months, slots[0].expected], [4, null]);
    assert.deepEqual(
      slots[0].source.files.map(({ file, startS }) => [file.name, startS]),
      [
        ["a", null],
        ["b", 70],
      ],
    );
  });
});
