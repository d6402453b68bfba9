// Two recordings side by side: one scale, one length of the stretch, and together or each by itself along their time.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { modulesOf } from "./modules.mjs";

const { Pair, SignalsModel, periodsOf } = await modulesOf(
  "views/signals/pair",
  "views/signals/model",
  "views/signals/lanes",
);

function modelOf(end_s) {
  const drawn = { end_s, segments: [], signals: [], annotations: [], overview_bin_s: 1 };
  const source = { drawn, detail: "none", overview: async () => new Float32Array(), marks: async () => null };
  return new SignalsModel(source, { basis: () => null });
}
const starts = (...models) => models.map(({ now }) => now.window.startS);
const spans = (...models) => models.map(({ now }) => now.window.spanS);

describe("a pair of views", () => {
  it("shows the same time at first, and scrolls together", () => {
    const [one, other] = [modelOf(300), modelOf(300)];
    one.goTo(100);
    new Pair(one, other);
    assert.deepEqual(starts(other), starts(one));
    assert.ok(one.now.window.startS > 0);
    one.toStart();
    one.page(1);
    assert.deepEqual(starts(one, other), [18, 18]);
    other.page(1);
    assert.deepEqual(starts(one, other), [36, 36]);
  });

  it("keeps the distance that was set by scrolling each by itself, past the end of the shorter and back", () => {
    const [one, other] = [modelOf(300), modelOf(100)];
    const pair = new Pair(one, other);
    pair.setTogether(false);
    other.page(1);
    assert.deepEqual(starts(one, other), [0, 18]);
    pair.setTogether(true);
    one.page(1);
    assert.deepEqual(starts(one, other), [18, 36]);
    one.toEnd();
    assert.deepEqual(starts(one, other), [280, 80]);
    one.toStart();
    assert.deepEqual(starts(one, other), [0, 18]);
  });

  it("has one scale, whichever of both is set, and no longer a stretch than the shorter recording", () => {
    const [one, other] = [modelOf(300), modelOf(45)];
    one.stepGain(1);
    const pair = new Pair(one, other);
    assert.equal(one.now.gain, 10, "the one at which both have room");
    assert.equal(other.now.gain, 10);
    other.stepGain(-1);
    other.stepHeartGain(1);
    assert.equal(one.now.gain, 15);
    assert.equal(one.now.heartGain, other.now.heartGain);
    one.zoomTo(300);
    assert.deepEqual(spans(one, other), [45, 45]);
    other.zoomTo(5);
    assert.deepEqual(spans(one, other), [5, 5]);
    pair.remove();
    one.zoomTo(300);
    one.stepGain(-1);
    assert.deepEqual(spans(one, other), [300, 5]);
    assert.equal(other.now.gain, 15);
  });

  it("that is formed again stands where it stood", () => {
    const [one, other] = [modelOf(300), modelOf(300)];
    const pair = new Pair(one, other);
    pair.setTogether(false);
    other.page(2);
    pair.remove();
    new Pair(other, one);
    assert.deepEqual(starts(one, other), [0, 36]);
  });
});

describe("the scale of heart periods", () => {
  it("holds nearly all that are used, whatever one or two others are", () => {
    const beats = Array.from({ length: 200 }, (_, at) => ({ nnMs: 400 + (at % 50) }));
    const usual = periodsOf(beats);
    assert.ok(usual.lowMs < 400 && usual.highMs > 449);
    assert.ok(usual.lowMs > 350 && usual.highMs < 500);
    assert.deepEqual(periodsOf([...beats, { nnMs: 1800 }, { nnMs: null }]), usual);
  });
});
