// Montages for the eye: which site is taken off which, and that what is left is the difference.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { modulesOf } from "./modules.mjs";

const { derivedOf, derive } = await modulesOf("views/signals/montage");

const signal = (site, unit = "uV", kind = "eeg") => ({ index: 0, label: site, kind, site, unit });
const signals = ["F3", "C3", "F7", "Cz"].map((site) => signal(site));
const ecg = signal("", "uV", "ecg");
const noneOut = () => false;
const names = (derived) => derived.map((one) => one?.name ?? null);

describe("which site is taken off which", () => {
  it("bipolar: the next one behind it in its chain; a site without one is not drawn", () => {
    assert.deepEqual(names(derivedOf(signals, "bipolar", noneOut)), ["F3 − C3", null, null, null]);
    // F7 has T3 in the older names of sites, T7 in the newer; sites that are missing are passed over.
    const old = ["F7", "T3", "O1"].map((site) => signal(site));
    assert.deepEqual(names(derivedOf(old, "bipolar", noneOut)), ["F7 − T3", "T3 − O1", null]);
    const newer = ["F7", "T7", "P7"].map((site) => signal(site));
    assert.deepEqual(names(derivedOf(newer, "bipolar", noneOut)), ["F7 − T7", "T7 − P7", null]);
    const without = derivedOf(newer, "bipolar", ({ site }) => site === "T7");
    assert.deepEqual(
      names(without),
      ["F7 − P7", "T7 − P7", null],
      "nothing is taken off by what is left out",
    );
  });

  it("Cz: every site but Cz itself; without a Cz, and as recorded, nothing changes", () => {
    assert.deepEqual(names(derivedOf(signals, "Cz", noneOut)), ["F3 − Cz", "C3 − Cz", "F7 − Cz", null]);
    assert.equal(derivedOf(signals.slice(0, 3), "Cz", noneOut), null);
    assert.equal(derivedOf(signals, "recorded", noneOut), null);
  });

  it("average: of what is not left out; what is no EEG stays as it is", () => {
    const [first, ...others] = derivedOf([...signals, ecg], "average", ({ site }) => site === "F7");
    assert.deepEqual(first.minus, [0, 1, 3]);
    assert.deepEqual(others.at(-1).minus, []);
  });
});

describe("what is left", () => {
  /** Two columns a signal, lowest and highest in turn, as middles. */
  const values = (...middles) => Float32Array.from(middles.flat().flatMap((value) => [value, value]));
  const drawn = (unit) => [signal("F3", unit), signal("Cz")];
  const cz = (unit) => derivedOf(drawn(unit), "Cz", noneOut);

  it("is the difference, about where each signal lies, in the unit of the first", () => {
    const plain = derive(values([13, 11], [101, 104]), 2, drawn("uV"), cz("uV"), [10, 100]);
    // 13 − 10 − (101 − 100) = 2 and 11 − 10 − (104 − 100) = −3.
    assert.deepEqual([...plain.subarray(0, 4)], [2, 2, -3, -3]);
    const inMillivolts = derive(values([0.5, 1], [100, 200]), 2, drawn("mV"), cz("mV"), [0, 0]);
    for (const [at, expected] of [0.4, 0.4, 0.8, 0.8].entries())
      assert.ok(Math.abs(inMillivolts[at] - expected) < 1e-6, "100 µV are 0.1 mV");
  });

  it("is nothing where either was not recorded", () => {
    const gap = derive(values([1, Number.NaN], [Number.NaN, 1]), 2, drawn("uV"), cz("uV"), []);
    assert.ok([...gap.subarray(0, 4)].every(Number.isNaN));
  });

  it("the average of all sites leaves nothing of what all have in common", () => {
    const derived = derivedOf(signals, "average", noneOut);
    const common = derive(values([5], [5], [5], [5]), 1, signals, derived, []);
    assert.deepEqual([...common], Array(8).fill(0));
  });
});
