// The places for visits: what is put where, what of the entries stays, and the order of time.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { modulesOf } from "./modules.mjs";

const {
  closedUp,
  emptySlot,
  fileSource,
  inOrderOfTime,
  movedTo,
  perhapsOneVisit,
  placed,
  swapped,
  whatGoes,
  without,
} = await modulesOf("app/slots", "app/state");

const file = (name) => fileSource({ name, size: 10 });
const namesOf = (slots) => slots.map(({ source }) => source?.files?.[0].file.name ?? source?.kind ?? "");
const holding = (source, part = {}) => ({ ...emptySlot(), source, ...part });
const startingAt = (start, source = file(start)) =>
  holding(source, { state: { kind: "ready", visit: { file: { start } } } });

describe("a refused file leaves no place behind", () => {
  it("lets the recordings that came with it stand first", () => {
    const gap = emptySlot();
    const [one, two] = ["one", "two"].map((name) => holding(file(name)));
    const slots = closedUp([gap, one, two], [gap.key], [one.key, two.key]);
    assert.deepEqual(namesOf(slots), ["one", "two"]);
  });

  it("leaves a place alone that something was entered for, and one behind the others", () => {
    const entered = { ...emptySlot(), options: { ...emptySlot().options, age_months: 4 } };
    const one = holding(file("one"));
    assert.deepEqual(namesOf(closedUp([entered, one], [entered.key], [one.key])), ["", "one"]);
    const gap = emptySlot();
    assert.deepEqual(namesOf(closedUp([one, gap], [gap.key], [one.key])), ["one", ""]);
  });

  it("keeps two places", () => {
    const gap = emptySlot();
    const one = holding(file("one"));
    assert.deepEqual(namesOf(closedUp([gap, one], [gap.key], [one.key])), ["one", ""]);
  });
});

describe("sources are put on places", () => {
  it("fills free places first, in the order given, then makes new ones", () => {
    const { slots, keys, formers } = placed([emptySlot(), emptySlot()], ["a", "b", "c"].map(file), null);
    assert.deepEqual(namesOf(slots), ["a", "b", "c"]);
    assert.deepEqual(
      keys,
      slots.map(({ key }) => key),
    );
    assert.deepEqual(
      formers.map((former) => former !== undefined),
      [true, true, false],
    );
    assert.deepEqual(slots[0].state.kind, "reading");
    assert.equal(slots[0].state.totalBytes, 10);
  });

  it("takes the place aimed at though it is taken, and tells which gave way", () => {
    const before = [holding(file("old")), holding(file("other"))];
    const { slots, keys, formers } = placed(before, [file("new")], before[0].key);
    assert.deepEqual(namesOf(slots), ["new", "other"]);
    assert.deepEqual(formers, [before[0]]);
    assert.notEqual(keys[0], before[0].key);
    assert.deepEqual(namesOf(before), ["old", "other"], "the list before is left alone");
  });

  it("keeps the age of a visit whose recording gives way, but neither its phases nor its channels", () => {
    const options = { ...emptySlot().options, age_months: 4.5, phases: [{ name: "rest" }], heart_list: "x" };
    const before = [holding(file("old"), { options, channels: [{ label: "AUX" }] }), emptySlot()];
    const [slot] = placed(before, [file("new")], before[0].key).slots;
    assert.equal(slot.options.age_months, 4.5);
    assert.equal(slot.options.phases, null);
    assert.equal(slot.options.heart_list, "");
    assert.deepEqual(slot.channels, []);
  });

  it("keeps all that an opened session brought for the place, and nothing of an example", () => {
    const entered = {
      options: { ...emptySlot().options, age_months: 6, phases: [{ name: "rest" }] },
      channels: [{ label: "AUX" }],
      expected: { sha256: "d", bytes: 10 },
    };
    const awaiting = { ...emptySlot(), ...entered };
    const [slot] = placed([awaiting, emptySlot()], [file("a")], awaiting.key).slots;
    assert.deepEqual([slot.options, slot.channels, slot.expected], Object.values(entered));
    const example = holding({ kind: "example", scenario: "improved", index: 0 }, entered);
    const [fresh] = placed([example, emptySlot()], [file("a")], example.key).slots;
    assert.deepEqual([fresh.options, fresh.expected], [emptySlot().options, null]);
  });
});

describe("a place is taken away", () => {
  it("leaves the first two, empty, and closes the gap of any other", () => {
    const slots = ["a", "b", "c"].map((name) => holding(file(name)));
    assert.deepEqual(namesOf(without(slots, slots[0].key)), ["", "b", "c"]);
    assert.deepEqual(namesOf(without(slots, slots[1].key)), ["a", "", "c"]);
    assert.deepEqual(namesOf(without(slots, slots[2].key)), ["a", "b"]);
  });
});

describe("the order of time", () => {
  it("sorts the recordings and leaves places without one where they are", () => {
    const [march, empty, january] = [
      startingAt("2024-03-01T09:30:00"),
      emptySlot(),
      startingAt("2024-01-01T09:30:00"),
    ];
    assert.deepEqual(inOrderOfTime([march, empty, january]), [january, empty, march]);
    assert.ok(swapped([march, empty, january]));
    assert.ok(!swapped([january, empty, march]));
  });

  it("is unknown where a recording does not say when it began, and nothing with fewer than two", () => {
    assert.equal(inOrderOfTime([startingAt("2024-03-01T09:30:00"), startingAt(null)]), "unknown");
    assert.equal(inOrderOfTime([startingAt("2024-03-01T09:30:00"), emptySlot()]), null);
  });
});

describe("recordings that change places", () => {
  const typed = (start, { epds, age = null, codes = "", offset = null, ...part }) => {
    const slot = startingAt(start);
    const coding = { ...slot.options.coding, offset_s: offset };
    return {
      ...slot,
      ...part,
      scores: { scores: { epds }, missing: {} },
      options: { ...slot.options, age_months: age, codes, coding, heart_list: start },
    };
  };
  /** What stands at each place once the two have changed theirs. */
  const after = (one, other, part = {}) => {
    const before = [
      typed("2024-05-03T09:00:00", { epds: 17, ...one, ...part }),
      typed("2024-03-01T09:00:00", { epds: 6, ...other, ...part }),
    ];
    const order = [before[1], before[0]];
    const goes = whatGoes(before, order);
    const slots = movedTo(before, order, goes);
    assert.deepEqual(movedTo(slots, [slots[1], slots[0]], goes), before, "it can be taken back");
    return {
      goes,
      lists: slots.map(({ options }) => options.heart_list.slice(0, 7)),
      epds: slots.map(({ scores }) => scores.scores.epds),
      ages: slots.map(({ options }) => options.age_months),
      codes: slots.map(({ options }) => options.codes),
    };
  };

  it("leave with the visit what was typed under its name, and take what was found in them along", () => {
    const found = after({ age: 4, codes: "a" }, { age: 6, codes: "b" });
    assert.deepEqual(found, {
      goes: [],
      lists: ["2024-03", "2024-05"],
      epds: [17, 6],
      ages: [4, 6],
      codes: ["a", "b"],
    });
  });

  it("take their ages along where the infant would grow younger, and codings whose clock was set by them", () => {
    const found = after({ age: 6, codes: "a", offset: 12 }, { age: 4, codes: "b" });
    assert.deepEqual(found.goes, ["ages", "codings"]);
    assert.deepEqual(
      [found.epds, found.ages, found.codes],
      [
        [17, 6],
        [4, 6],
        ["b", "a"],
      ],
    );
  });

  it("take everything along that came with them out of a folder", () => {
    const found = after({ age: 4 }, { age: 6 }, { filed: true });
    assert.deepEqual(found.goes, ["scores", "ages"]);
    assert.deepEqual(
      [found.epds, found.ages],
      [
        [6, 17],
        [6, 4],
      ],
    );
  });
});

describe("recordings that may be one visit", () => {
  const holds = (start, seconds, ...labels) => ({
    ...startingAt(start),
    state: {
      kind: "ready",
      visit: {
        file: {
          start,
          segments: [{ start_s: 0, end_s: seconds }],
          channels: labels.map((label) => ({ label, kind: label === "ECG" ? "ecg" : "eeg" })),
        },
      },
    },
  });
  const asked = (...slots) => perhapsOneVisit(slots, 4);

  it("are neighbours of which the later began within the hours, or ran beside it with other channels", () => {
    const first = holds("2024-03-01T09:30:00", 600, "F3");
    const [later, beside] = [
      holds("2024-03-01T13:40:00", 60, "F3"),
      holds("2024-03-01T09:35:00", 600, "ECG"),
    ];
    assert.deepEqual(asked(first, later), [first.key, later.key]);
    assert.deepEqual(asked(first, beside), [first.key, beside.key]);
  });

  it("are not those of another day, those that ran at the same time with the same channels, and those without a start", () => {
    const first = holds("2024-03-01T09:30:00", 600, "F3");
    assert.equal(asked(first, holds("2024-03-01T13:41:00", 60, "F3")), null);
    assert.equal(asked(first, holds("2024-03-01T09:35:00", 600, "F3")), null);
    assert.equal(asked(first, holds(null, 600, "ECG")), null);
  });
});
