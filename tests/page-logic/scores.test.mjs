// Scores taken over from a table, and taken back.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { modulesOf } from "./modules.mjs";

const { carriedOver, emptySlot, isBare, takeBack, tableOf, takeOver, visitsToAdd, withScore } =
  await modulesOf("app/scores", "app/state");

const visit = (scores, missing = {}) => ({ scores, missing });
const withScores = (scores, missing) => ({
  ...emptySlot(),
  source: { kind: "none" },
  scores: visit(scores, missing ?? {}),
});
const table = (...visits) => ({ sex: "", scales: [], visits });
const nothingComputed = (...visits) => ({ visits: visits.map(() => ({ from_parts: {} })) });

describe("a table of scores", () => {
  it("asks for a visit only where it has scores and there is none", () => {
    const slots = [withScores({}), emptySlot()];
    const scores = table(visit({ orc: 4 }), visit({ orc: 5 }), visit({ orc: null }), visit({ orc: 3 }));
    assert.deepEqual(visitsToAdd(slots, scores), [1, 3]);
  });

  it("is what the program's own scores become, a line a visit", () => {
    const scores = table(visit({ epds: 15, "a,b": 1 }), visit({ epds: null, pbq: 3 }));
    assert.equal(tableOf(scores), 'visit,"epds","a,b","pbq"\n1,15,1,\n2,,,3');
  });

  it("fills its fields, leaves those that it lacks, and leaves totals that follow from their parts", () => {
    const slots = [withScores({ orc: 3, neg: 2 }), emptySlot()];
    const scores = table(visit({ orc: 4, sum: 6 }), visit({ orc: 5 }));
    const checked = { visits: [{ from_parts: { sum: 6 } }, { from_parts: {} }] };
    const { slots: next, filled } = takeOver(slots, scores, checked);
    assert.deepEqual(next[0].scores.scores, { orc: 4, neg: 2 });
    assert.deepEqual(next[1], slots[1], "no visit stands there");
    assert.deepEqual(filled, [{ key: slots[0].key, scale: "orc", before: 3, after: 4 }]);
    assert.deepEqual(slots[0].scores.scores, { orc: 3, neg: 2 });
  });

  it("is taken back to what was there, but for what was changed since", () => {
    const slots = [withScores({ orc: 3 }, { neg: "refused" })];
    const scores = table(visit({ orc: 4, neg: 2, pos: 1 }));
    const { slots: filled, ...step } = takeOver(slots, scores, nothingComputed(...scores.visits));
    assert.deepEqual(filled[0].scores, visit({ orc: 4, neg: 2, pos: 1 }));
    const later = [{ ...filled[0], scores: withScore(filled[0].scores, "pos", 9) }];
    const back = takeBack(later, { ...step, added: [], diagnostics: [] });
    assert.deepEqual(back[0].scores, visit({ orc: 3, pos: 9 }, { neg: "refused" }));
  });
});

describe("a table whose visits' recordings have changed places since", () => {
  it("is taken back from where its scores stand now", () => {
    const slots = [withScores({ orc: 3 }), withScores({})];
    const scores = table(visit({ orc: 4 }), visit({ orc: 5 }));
    const { slots: filled, ...step } = takeOver(slots, scores, nothingComputed(...scores.visits));
    const [one, other] = filled;
    const moved = [
      { ...other, scores: one.scores },
      { ...one, scores: other.scores },
    ];
    const keyNow = (key) => (key === one.key ? other.key : one.key);
    const back = takeBack(moved, carriedOver({ ...step, added: [], diagnostics: [] }, keyNow));
    assert.deepEqual(
      back.map(({ scores }) => scores.scores),
      [{ orc: 3 }, {}],
    );
  });
});

describe("what a reason says in every language", () => {
  const reason = (id) => ({ id, with: {} });

  it("goes with the reason, and with no other of the same scale", () => {
    const before = { ...visit({}, { neg: "lost", pos: "late" }), said: { missing: { neg: reason("a") } } };
    const slots = [{ ...withScores({}), scores: before }];
    const read = { ...visit({ orc: 4 }, { pos: "empty" }), said: { missing: { pos: reason("b") } } };
    const { slots: filled, ...step } = takeOver(slots, table(read), nothingComputed(read));
    assert.deepEqual(filled[0].scores, {
      scores: { orc: 4 },
      missing: { neg: "lost", pos: "empty" },
      said: { missing: { neg: reason("a"), pos: reason("b") } },
    });
    const back = takeBack(filled, { ...step, added: [], diagnostics: [] });
    assert.deepEqual(back[0].scores, before);
    const unsaid = takeOver(slots, table(visit({}, { neg: "gone" })), nothingComputed(visit({})));
    assert.deepEqual(unsaid.slots[0].scores, visit({}, { neg: "gone", pos: "late" }));
  });

  it("goes away with it", () => {
    const before = { ...visit({}, { neg: "lost" }), said: { missing: { neg: reason("a") } } };
    assert.deepEqual(withScore(before, "neg", 2), visit({ neg: 2 }));
  });
});

describe("a field entered by hand", () => {
  it("takes its reason away, and no other; emptied it is gone", () => {
    const before = visit({ orc: 3 }, { neg: "refused", pos: "lost" });
    assert.deepEqual(withScore(before, "neg", 2), visit({ orc: 3, neg: 2 }, { pos: "lost" }));
    assert.deepEqual(withScore(before, "orc", null), visit({}, { neg: "refused", pos: "lost" }));
  });

  it("makes a visit that was added for its scores more than bare", () => {
    assert.ok(isBare(withScores({})));
    assert.ok(!isBare(withScores({ orc: 3 })));
    const aged = withScores({});
    assert.ok(!isBare({ ...aged, options: { ...aged.options, age_months: 4 } }));
    assert.ok(!isBare(emptySlot()));
  });
});
