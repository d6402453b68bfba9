// Settings in an address: what differs from the defaults, nothing of anyone, and nothing that does not fit.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { modulesOf } from "./modules.mjs";

const { carried, changedSettings, linkOf, LinkUnreadable, readAddress } = await modulesOf("app/link");

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
  });

  it("is what was changed and comes back the same", () => {
    const settings = changed(({ hrv, ecg }) => {
      hrv.rsa_band.high_hz = 1.5;
      hrv.detrend = false;
      ecg.polarity = "down";
    });
    const { screen, link } = readAddress(linkOf(changedSettings(settings, defaults), null));
    assert.equal(screen, "open");
    const { changed: taken, example } = carried(link, defaults);
    assert.deepEqual(JSON.parse(taken), {
      ecg: { polarity: "down" },
      hrv: { rsa_band: { high_hz: 1.5 }, detrend: false },
    });
    assert.equal(example, null);
  });

  it("is the example too, which is no setting", () => {
    const { link } = readAddress(linkOf({ eeg: { max_abs_uv: 100 } }, "short"));
    assert.deepEqual(carried(link, defaults), { changed: '{"eeg":{"max_abs_uv":100}}', example: "short" });
    const { link: alone } = readAddress(linkOf(null, "mixed"));
    assert.deepEqual(carried(alone, defaults), { changed: "{}", example: "mixed" });
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
  it("is refused whole, with the member that no link carries", () => {
    const refused = (made, where) =>
      assert.throws(
        () => carried(encodeURIComponent(typeof made === "string" ? made : JSON.stringify(made)), defaults),
        (error) => error instanceof LinkUnreadable && error.where === where,
        JSON.stringify(made),
      );
    refused({ ecg: { polarity: "up", unknown: 1 } }, "ecg.unknown");
    refused({ hrv: { rsa_band: 3 } }, "hrv.rsa_band");
    refused({ eeg: { pairs: [] } }, "eeg.pairs");
    refused({ edits: { recordings: [1] } }, "edits");
    refused({ nobody: {} }, "nobody");
    for (const example of ["another", 1, {}, ["short"]]) refused({ example }, "example");
    refused({ check: { note: "a text of one's own" } }, "check.note");
    refused('{"__proto__": {"polluted": 1}}', "__proto__");
    for (const broken of ["", "{", "[1]", "7", "null"]) refused(broken, "");
    assert.equal({}.polluted, undefined);
  });

  it("keeps its screen, whatever follows", () => {
    for (const behind of ["%", "{", "[1]", ""])
      assert.deepEqual(readAddress(`#report?${behind}`), { screen: "report", link: behind });
    assert.deepEqual(readAddress(""), { screen: "", link: null });
  });
});
