// Coding: tracks without gap or overlap, undo of everything, a share drawn with a seed, rates of videos, and files that
// somebody else wrote.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { modulesOf } from "./modules.mjs";

const {
  aheadOf,
  alike,
  annotate,
  begin,
  booksIn,
  codeAt,
  codeOfKey,
  codingFile,
  differences,
  drawn,
  emptyBook,
  entered,
  frameAt,
  gapsIn,
  gapsOf,
  isFresh,
  isOpen,
  joinNext,
  middleOf,
  moveChange,
  moveEnd,
  put,
  newWork,
  rateOf,
  relabel,
  removeSpan,
  seat,
  snapped,
  spansOf,
  split,
  step,
  stretchesOf,
  travel,
  truthOf,
  undrawn,
  unlessClosed,
  withAhead,
} = await modulesOf(
  "code/track",
  "code/book",
  "code/share",
  "code/frames",
  "code/file",
  "code/compare",
  "code/face",
);

/** "a 0–4, b 4–" */
const told = (track) =>
  spansOf(track)
    .map(({ code, start_s, end_s }) => `${code} ${start_s}–${end_s ?? ""}`)
    .join(", ");
const pressed = (...keys) => keys.reduce((track, [at_s, code]) => begin(track, at_s, code), []);

describe("states that exclude each other", () => {
  it("end where the next begins, and the last one is open until it is ended", () => {
    const track = pressed([0, "a"], [4, "b"], [9, "a"]);
    assert.equal(told(track), "a 0–4, b 4–9, a 9–");
    assert.ok(isOpen(track));
    assert.equal(told(begin(track, 12, "")), "a 0–4, b 4–9, a 9–12");
    assert.equal(codeAt(track, 4), "b");
    assert.equal(codeAt(track, 3.999), "a");
  });

  it("entered again where they hold already change nothing", () => {
    const track = pressed([0, "a"], [4, "b"]);
    assert.equal(begin(track, 2, "a"), track);
    assert.equal(begin(track, 6, "b"), track);
  });

  it("entered in the midst of others hold until the next change, not beyond", () => {
    assert.equal(told(begin(pressed([0, "a"], [10, "b"], [20, ""]), 5, "c")), "a 0–5, c 5–10, b 10–20");
    // The next one begins earlier, then.
    assert.equal(told(begin(pressed([0, "a"], [10, "b"], [20, ""]), 8, "b")), "a 0–8, b 8–20");
    // At the same moment it takes the place of what began there, and of nothing else.
    assert.equal(told(begin(pressed([0, "a"], [10, "b"], [20, ""]), 10, "c")), "a 0–10, c 10–20");
    assert.equal(told(begin(pressed([0, "a"], [10, "b"], [20, ""]), 10, "a")), "a 0–20");
  });

  it("have borders that move, never past their neighbours", () => {
    const track = pressed([0, "a"], [10, "b"], [20, ""]);
    assert.equal(told(moveChange(track, 1, 7, 0.04)), "a 0–7, b 7–20");
    assert.equal(told(moveChange(track, 1, 50, 1)), "a 0–19, b 19–20");
    assert.equal(told(moveChange(track, 0, -5, 1)), "a 0–10, b 10–20", "nothing is before the video");
    assert.equal(told(moveEnd(track, 1, 25, 1)), "a 0–10, b 10–25");
    assert.equal(told(moveEnd(pressed([0, "a"]), 0, 6, 1)), "a 0–6");
  });

  it("are split, joined, taken for another, taken out and noted on", () => {
    const track = pressed([0, "a"], [10, "b"], [20, ""]);
    const parted = split(track, 4);
    assert.equal(told(parted), "a 0–4, a 4–10, b 10–20");
    assert.equal(told(relabel(parted, 1, "c")), "a 0–4, c 4–10, b 10–20");
    assert.equal(told(joinNext(track, 0)), "a 0–20");
    assert.equal(told(removeSpan(track, 0)), "b 10–20");
    assert.equal(told(removeSpan(parted, 1)), "a 0–4, b 10–20");
    assert.deepEqual(removeSpan(pressed([0, "a"], [5, ""]), 0), []);
    assert.equal(annotate(track, 0, "yawns")[0].note, "yawns");
    assert.equal(joinNext(track, 1), track, "what is not coded is not joined");
    assert.equal(split(track, 25), track);
  });

  it("say where nothing is coded", () => {
    const track = pressed([2, "a"], [5, ""], [8, "b"], [9, ""]);
    assert.deepEqual(gapsIn(track, 0, 10), [
      { start_s: 0, end_s: 2 },
      { start_s: 5, end_s: 8 },
      { start_s: 9, end_s: 10 },
    ]);
    assert.deepEqual(gapsIn(pressed([0, "a"]), 0, 10), []);
  });
});

describe("after any thousand edits", () => {
  it("times run forwards, and undoing all of them gives the empty sheet back", () => {
    // A pseudo-random walk with a fixed seed (Park and Miller 1988).
    let seed = 20261129;
    const random = (below) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const empty = newWork();
    let work = empty;
    let done = 0;
    for (let n = 0; n < 1000; n++) {
      const edit = [
        (track) => begin(track, random(4000) / 25, ["a", "b", "c", ""][random(4)]),
        (track) => moveChange(track, random(40), random(4000) / 25, 0.04),
        (track) => split(track, random(4000) / 25),
        (track) => joinNext(track, random(40)),
        (track) => removeSpan(track, random(40)),
        (track) => relabel(track, random(40), ["a", "b"][random(2)]),
      ][random(6)];
      const before = work;
      work = step(work, (book) => {
        const states = edit(book.sheets.a.states);
        if (states === book.sheets.a.states) return book;
        return { ...book, sheets: { ...book.sheets, a: { ...book.sheets.a, states } } };
      });
      if (work !== before) done++;
      const times = work.book.sheets.a.states.map(({ at_s }) => at_s);
      assert.ok(
        times.every((at, place) => place === 0 || at > times[place - 1]),
        `${times}`,
      );
    }
    assert.ok(done > 500, `${done} edits changed something`);
    const last = work.book;
    for (let n = 0; n < done; n++) work = travel(work, "undo");
    assert.equal(work.book, empty.book);
    assert.equal(travel(work, "undo"), work);
    for (let n = 0; n < done; n++) work = travel(work, "redo");
    assert.equal(work.book, last);
  });

  it("another coder cannot take the first one's back", () => {
    const first = step(newWork(), (book) => entered(book, "a", "states", "protest", 1));
    const second = seat(first, "b");
    assert.equal(travel(second, "undo").book, first.book);
  });
});

describe("a book", () => {
  it("knows what a key enters, in capitals too", () => {
    const { set } = emptyBook();
    assert.equal(codeOfKey(set, "W").code.id, "withdrawn");
    assert.equal(codeOfKey(set, "2").kind, "phases");
    assert.equal(codeOfKey(set, "x"), null);
  });

  it("finds gaps within its phases alone, where it has phases", () => {
    const at = (kind, id, time) => (book) => entered(book, "a", kind, id, time);
    const book = [
      at("phases", "play", 10),
      at("phases", "still-face", 70),
      at("phases", "", 130),
      at("states", "protest", 20),
      at("states", "", 130),
    ].reduce((made, edit) => edit(made), emptyBook());
    assert.deepEqual(gapsOf(book.sheets.a), [{ start_s: 10, end_s: 20 }]);
    assert.deepEqual(gapsOf(book.sheets.a, [{ start_s: 15, end_s: 40 }]), [{ start_s: 15, end_s: 20 }]);
  });
});

describe("a share of the stretches", () => {
  const sheet = [
    ["phases", "play", 0],
    ["phases", "still-face", 120],
    ["phases", "reunion", 240],
    ["phases", "", 375],
  ].reduce((book, [kind, id, at]) => entered(book, "a", kind, id, at), emptyBook()).sheets.a;
  const lengths = (stretches) => stretches.map(({ start_s, end_s }) => end_s - start_s);

  it("cuts phases into stretches without a gap", () => {
    const phases = stretchesOf(sheet, 30);
    assert.deepEqual(phases.map(lengths), [
      [30, 30, 30, 30],
      [30, 30, 30, 30],
      [30, 30, 30, 45],
    ]);
  });

  it("takes the share of each phase, the same for one seed and another for others", () => {
    const share = { part: 0.25, stretch_s: 30, seed: 17 };
    const chosen = drawn(sheet, share);
    assert.equal(chosen.length, 3);
    for (const [from, to] of [
      [0, 120],
      [120, 240],
      [240, 375],
    ])
      assert.equal(chosen.filter(({ start_s, end_s }) => start_s >= from && end_s <= to).length, 1);
    assert.deepEqual(drawn(sheet, share), chosen);
    const seeds = Array.from({ length: 40 }, (_, seed) => JSON.stringify(drawn(sheet, { ...share, seed })));
    assert.ok(new Set(seeds).size > 20, "seeds draw differently");
    assert.equal(undrawn(sheet, share).length, 9);
    assert.equal(drawn(sheet, null), null);
  });

  it("draws every stretch about as often", () => {
    // 2000 draws of 1 of 4: 500 each; a standard error is √(2000 · ¼ · ¾) ≈ 19, so 100 is more than five of them.
    const counts = [0, 0, 0, 0];
    for (let seed = 0; seed < 2000; seed++)
      counts[drawn(sheet, { part: 0.25, stretch_s: 30, seed })[0].start_s / 30]++;
    for (const count of counts) assert.ok(Math.abs(count - 500) < 100, `${counts}`);
  });
});

describe("where two coders differ", () => {
  const a = pressed([0, "x"], [10, "y"], [20, ""]);
  const b = pressed([0, "x"], [8, "y"], [15, "x"], [30, ""]);

  it("is listed, the longest first, where both coded something", () => {
    assert.deepEqual(differences(a, b), [
      { start_s: 15, end_s: 20, a: "y", b: "x" },
      { start_s: 8, end_s: 10, a: "x", b: "y" },
    ]);
    assert.deepEqual(differences(a, a), []);
  });

  it("is not listed where the second was not to code", () => {
    assert.deepEqual(differences(a, b, [{ start_s: 0, end_s: 16 }]), [
      { start_s: 16, end_s: 20, a: "y", b: "x" },
    ]);
  });
});

describe("the drawn face", () => {
  it("does one thing after another for two minutes, each for 2.5 to 7.5 s, the same for one seed", () => {
    const truth = truthOf(23);
    assert.deepEqual(truthOf(23), truth);
    assert.notDeepEqual(truthOf(24), truth);
    assert.deepEqual([truth[0].at_s, truth.at(-1).at_s, truth.at(-1).code], [0, 120, ""]);
    assert.deepEqual(gapsIn(truth, 0, 120), []);
    const spans = spansOf(truth);
    for (const { start_s, end_s } of spans.slice(0, -1)) {
      assert.ok(end_s - start_s > 2.4 && end_s - start_s < 7.6);
      assert.ok(Math.abs(start_s * 25 - Math.round(start_s * 25)) < 1e-6, "at the beginning of a picture");
    }
    assert.ok(spans.every(({ code }, place) => code !== spans[place + 1]?.code));
    const known = emptyBook().set.states.map(({ id }) => id);
    assert.ok(spans.every(({ code }) => known.includes(code)));
  });
});

describe("pictures of a video", () => {
  const times = (rate, count, every = 1, round = (time) => time) =>
    Array.from({ length: count }, (_, k) => round((k * every) / rate));
  const ms = (time) => Math.round(time * 1000) / 1000;

  it("tell the rate, also in whole milliseconds and with pictures left out", () => {
    for (const rate of [24, 25, 29.97, 30, 50, 59.94, 60])
      assert.equal(rateOf(times(rate, 400, 1, ms)), rate, `${rate}`);
    const gaps = times(25, 60, 1, ms).filter((_, k) => k % 7 !== 3);
    assert.equal(rateOf(gaps), 25);
    assert.equal(rateOf(times(25, 5)), null, "too few");
    assert.equal(rateOf([0, 0.013, 0.051, 0.09, 0.17, 0.2, 0.31, 0.33, 0.47, 0.5, 0.55, 0.61, 0.7]), null);
  });

  it("are found by their middles and hold from their beginnings", () => {
    for (const rate of [25, 29.97, 59.94])
      for (const frame of [0, 1, 7, 100, 4999]) {
        assert.equal(frameAt(middleOf(frame, rate), rate), frame);
        assert.equal(frameAt(frame / rate, rate), frame);
        assert.equal(snapped(middleOf(frame, rate), rate), Math.round((frame / rate) * 1e6) / 1e6);
      }
    assert.equal(snapped(4.019999, null), 4.02);
  });
});

describe("a consensus", () => {
  const a = pressed([0, "x"], [4, "y"], [9, ""]);
  const b = pressed([0, "x"], [5, "y"], [7, "z"], [9, ""]);
  it("begins with what both coded alike, and with what only the first was to code", () => {
    assert.equal(told(alike(a, b, [])), "x 0–4, y 5–7");
    assert.equal(told(alike(a, b, [{ start_s: 6, end_s: 9 }])), "x 0–4, y 5–9");
  });
});

describe("an interval that is added by its times", () => {
  const track = pressed([0, "a"], [4, "b"], [9, ""]);
  for (const [from, to, code, after] of [
    [1, 2, "c", "a 0–1, c 1–2, a 2–4, b 4–9"],
    [3, 6, "c", "a 0–3, c 3–6, b 6–9"],
    [0, 9, "c", "c 0–9"],
    [4, 9, "c", "a 0–4, c 4–9"],
    [2, 4, "c", "a 0–2, c 2–4, b 4–9"],
    [2, 4, "b", "a 0–2, b 2–9"],
    [8, 12, "a", "a 0–4, b 4–8, a 8–12"],
    [20, 21, "a", "a 0–4, b 4–9, a 20–21"],
    [1, 2, "a", "a 0–4, b 4–9"],
    [5, 5, "c", "a 0–4, b 4–9"],
  ])
    it(`${code} from ${from} to ${to} leaves the rest as it was`, () => {
      assert.equal(told(put(track, from, to, code)), after);
    });

  it("stands alone on an empty sheet", () => {
    assert.equal(told(put([], 3, 5, "a")), "a 3–5");
  });
});

describe("other sides of a session", () => {
  const book = withAhead(withAhead(emptyBook(), [500, 700], 1, 1.2), [500, 700], 0, -0.4);

  it("are known again by their sizes, in whatever order they are opened", () => {
    assert.deepEqual(aheadOf(emptyBook(), [500, 700]), [0, 0]);
    assert.deepEqual(aheadOf(book, [500, 700]), [-0.4, 1.2]);
    assert.deepEqual(aheadOf(book, [700, 500]), [1.2, -0.4]);
    assert.deepEqual(aheadOf(book, [600, 700]), [0, 1.2], "another file");
    // Two of one size are told apart by their places.
    assert.deepEqual(aheadOf(withAhead(emptyBook(), [500, 500], 1, 2), [500, 500]), [0, 2]);
    assert.equal(withAhead(book, [500, 700], 1, 1.2), book, "nothing changed");
  });

  it("come back from a file, and one from before they were kept has none", () => {
    assert.deepEqual(booksIn(codingFile([book])), [book]);
    const file = JSON.parse(codingFile([book]));
    delete file.visits[0].sides;
    assert.deepEqual(booksIn(JSON.stringify(file))[0].sides, []);
    file.visits[0].sides = [{ bytes: -1, ahead_s: 0 }];
    assert.equal(booksIn(JSON.stringify(file)), null);
  });
});

describe("a saved coding", () => {
  const book = [
    ["states", "protest", 1],
    ["states", "", 5],
    ["events", "touch", 2],
  ].reduce((made, [kind, id, at]) => entered(made, "a", kind, id, at), emptyBook());

  it("comes back as it was, and what holds nothing does not", () => {
    assert.deepEqual(booksIn(codingFile([book, emptyBook(), null])), [book, null, null]);
  });

  it("is worth saving with codes of one's own alone, and not with a video alone", () => {
    const own = { ...emptyBook(), set: { ...emptyBook().set, events: [] } };
    assert.deepEqual(booksIn(codingFile([own])), [own]);
    assert.ok(isFresh({ ...emptyBook(), rate: 25, media: { length_s: 10, bytes: 1 } }));
  });

  it("that both have finished takes no more codes, from keys or from a video that ends", () => {
    const done = (sheet) => ({ ...sheet, done: true });
    const closed = { ...book, sheets: { ...book.sheets, a: done(book.sheets.a), b: done(book.sheets.b) } };
    const change = unlessClosed((now) => entered(now, "a", "states", "withdrawn", 7));
    assert.equal(change(closed), closed);
    assert.notEqual(change(book), book);
    assert.equal(unlessClosed((now) => ({ ...now, offset_s: 3 }))(closed).offset_s, 3);
    // What both agree upon has its sheet apart.
    const agreed = unlessClosed((now) => entered(now, "both", "states", "withdrawn", 7))(closed);
    assert.equal(agreed.sheets.both.states.length, 1);
    assert.equal(agreed.sheets.a, closed.sheets.a);
  });

  it("is refused whole where it is not one", () => {
    const file = JSON.parse(codingFile([book]));
    const changed = (change) => {
      const copy = structuredClone(file);
      change(copy.visits[0]);
      return booksIn(JSON.stringify(copy));
    };
    assert.ok(changed(() => undefined));
    // One from before there was a consensus.
    assert.ok(changed((visit) => delete visit.sheets.both));
    for (const change of [
      (visit) => visit.sheets.a.states.reverse(),
      (visit) => {
        visit.sheets.a.states[0].at_s = null;
      },
      (visit) => {
        visit.sheets.a.states[0].at_s = -1;
      },
      (visit) => {
        visit.sheets.a.states[0].code = { toString: "x" };
      },
      (visit) => {
        visit.set.states[0].colour = 99;
      },
      (visit) => {
        visit.set.states[0].shape = "<svg onload=alert(1)>";
      },
      (visit) => {
        visit.rate = 0;
      },
      (visit) => delete visit.sheets.b,
      (visit) => {
        visit.share = { part: 2, stretch_s: 30, seed: 1 };
      },
    ])
      assert.equal(changed(change), null, `${change}`);
    for (const text of [
      "",
      "{",
      "[]",
      "null",
      '{"attune":"session"}',
      '{"attune":"coding","format":2,"visits":[]}',
    ])
      assert.equal(booksIn(text), null, text);
  });

  it("carries nothing that it was not asked for", () => {
    const file = JSON.parse(codingFile([book]));
    file.visits[0].extra = "x";
    const [read] = booksIn(JSON.stringify(file));
    assert.deepEqual(read, book);
  });
});
