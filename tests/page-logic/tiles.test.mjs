// Tiles of the traces: a montage is formed only where a column holds a line between two samples, and only of what there is
// memory for; the rest is drawn as recorded.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { modulesOf } from "./modules.mjs";

const { Tiles, asRecorded, tileColumns, derivedOf } = await modulesOf(
  "views/signals/tiles",
  "views/signals/montage",
);

/** As many EEG channels, of 500 samples a second, against Cz; every column runs from 0 to its signal's place. */
function tilesOf(count, overview_bin_s) {
  const signals = Array.from({ length: count }, (_, index) => ({
    index,
    kind: "eeg",
    label: "",
    site: index === 0 ? "Cz" : "F3",
    unit: "uV",
    sample_rate_hz: 500,
  }));
  const values = ({ columns }) =>
    Promise.resolve(
      Float32Array.from({ length: 2 * columns * count }, (_, at) => (at % 2) * Math.floor(at / 2 / columns)),
    );
  const source = { drawn: { signals, overview_bin_s }, hasDetail: true, trace: values, overview: values };
  let arrived;
  const arrival = new Promise((done) => {
    arrived = done;
  });
  const tiles = new Tiles(source, arrived, assert.fail);
  tiles.filter(
    asRecorded,
    derivedOf(signals, "Cz", () => false),
    [],
  );
  return { tiles, arrival };
}

// Half the time between two samples is 1/1000 s; the longest power of two below it is 2^-10 s.
const sampleLevel = -10;
const columns = 1000;

describe("a montage", () => {
  // Without an overview, and with one whose bins are longer than the widest columns that are read for a view.
  for (const overview_bin_s of [0, 0.25])
    it(`is of samples or not at all, bins of the overview ${overview_bin_s} s long`, async () => {
      const { tiles, arrival } = tilesOf(2, overview_bin_s);
      assert.equal(tiles.levelFor(20 / columns, columns), sampleLevel);
      assert.ok(tiles.isDerived(sampleLevel));
      // 150 s in a thousand columns: 2^-3 s each.
      const wide = tiles.levelFor(150 / columns, columns);
      assert.equal(wide, -3);
      assert.ok(!tiles.isDerived(wide));
      tiles.want(wide, 0, 0);
      await arrival;
      const { values } = tiles.at(wide, 0);
      assert.deepEqual(
        [...values.subarray(2 * tileColumns, 2 * tileColumns + 4)],
        [0, 1, 0, 1],
        "as recorded",
      );
    });

  it("is formed of no more samples than there is memory for, in sight and beside it", () => {
    const { tiles } = tilesOf(128, 0.01);
    // 96 MB hold 98304 columns of 128 signals, 8 bytes each: 96 s of 2^-10 s, and a third of that in sight.
    assert.equal(tiles.levelFor(30 / columns, columns), sampleLevel);
    const long = tiles.levelFor(40 / columns, columns);
    assert.ok(long > sampleLevel && !tiles.isDerived(long));
    assert.equal(tilesOf(16, 0.01).tiles.levelFor(40 / columns, columns), sampleLevel);
  });
});
