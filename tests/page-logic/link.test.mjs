// Settings in an address: what differs from the defaults, nothing of anyone, and nothing that does not fit.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { modulesOf } from "./modules.mjs";

const { addressOf, changedSettings, readAddress, settingsWith } = await modulesOf("app/link");

const defaults = {
  ecg: { notch_hz: 50, polarity: "auto" },
  hrv: { rsa_band: { low_hz: 0.24, high_hz: 1.04 }, detrend: true },
  eeg: { max_abs_uv: 120, pairs: [["F3", "F4"]] },
  comparison: { level: 0.95 },
  check: { note: "" },
  edits: { recordings: [] },
  coding: { states: {} },
};
const changed = (change) => {
  const settings = structuredClone(defaults);
  change(settings);
  return settings;
};

describe("what an address carries", () => {
  it("is nothing where nothing was changed", () => {
    assert.equal(changedSettings(defaults, defaults), null);
    assert.equal(addressOf("report", defaults, defaults), "report");
  });

  it("is what was changed and comes back the same", () => {
    const settings = changed(({ hrv, ecg }) => {
      hrv.rsa_band.high_hz = 1.5;
      hrv.detrend = false;
      ecg.polarity = "down";
    });
    const address = addressOf("report", settings, defaults);
    const { screen, changed: part } = readAddress(`#${address}`);
    assert.equal(screen, "report");
    assert.deepEqual(part, {
      ecg: { polarity: "down" },
      hrv: { rsa_band: { high_hz: 1.5 }, detrend: false },
    });
    assert.deepEqual(settingsWith(defaults, part), settings);
  });

  it("is no text of the user's own, no list, no edit and no mapping of codes", () => {
    const settings = changed(({ check, eeg, edits, coding }) => {
      check.note = "Ann's child";
      eeg.pairs = [["C3", "C4"]];
      edits.recordings = [{ sha256: "d" }];
      coding.states = { cry: "negative" };
    });
    assert.equal(changedSettings(settings, defaults), null);
  });
});

describe("an address that was made up", () => {
  it("changes only members that there are, into values of their kind", () => {
    const made = {
      ecg: { notch_hz: "60", polarity: "up", unknown: 1 },
      hrv: { rsa_band: 3, detrend: 1 },
      eeg: { max_abs_uv: Number.NaN, pairs: [] },
      edits: { recordings: [1] },
      nobody: {},
    };
    assert.deepEqual(
      settingsWith(defaults, made),
      changed(({ ecg }) => {
        ecg.polarity = "up";
      }),
    );
    assert.ok(!("polluted" in settingsWith(defaults, JSON.parse('{"__proto__": {"polluted": 1}}'))));
  });

  it("is a screen alone where what follows cannot be read", () => {
    for (const broken of ["report?%", "report?{", "report?[1]", "report?7", "report?"])
      assert.deepEqual(readAddress(`#${broken}`), { screen: "report", changed: null }, broken);
    assert.deepEqual(readAddress(""), { screen: "", changed: null });
  });
});
