// Numbers and times as people read and type them.
import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { modulesOf } from "./modules.mjs";

const format = await modulesOf("format");
const english = { decimal: ".", to: "to", byte: "B" };
const french = { decimal: ",", to: "à", byte: "o" };
afterEach(() => format.writeNumbersAs(english));

/** Each row: what goes in, in order, and the text or number that comes out. */
function gives(of, rows) {
  for (const [given, wanted] of rows) assert.deepEqual(of(...given), wanted, `${given}`);
}

describe("numbers as they are shown", () => {
  it("have a true minus, and never one before zero", () => {
    gives(format.fixed, [
      [[-1.25, 1], "−1.3"],
      [[-0.004, 2], "0.00"],
      [[0.005, 1], "0.0"],
    ]);
    gives(format.signed, [
      [[0.42, 2], "+0.42"],
      [[-0.42, 2], "−0.42"],
      [[0.001, 2], "0.00"],
    ]);
  });

  it("keep a bound that is not zero from looking like it", () => {
    gives(format.tellingDecimals, [
      [[0.004, 2], 3],
      [[-0.0004, 2], 4],
      [[0.42, 2], 2],
      [[0, 2], 2],
      [[null, 2], 2],
      [[1e-12, 2], 6],
    ]);
  });

  it("with digits that count are written as people write them, never as programs do", () => {
    gives(format.precise, [
      [[0.01234, 3], "0.0123"],
      [[12.34, 3], "12.3"],
      [[1092.3, 3], "1090"],
      [[123456, 3], "123000"],
      [[1.5e6, 3], "1.50 × 10⁶"],
      [[2.33e-7, 3], "2.33 × 10⁻⁷"],
      [[0, 3], "0.00"],
    ]);
  });

  it("are as papers print them", () => {
    gives(format.probability, [
      [[0.0004], "< .001"],
      [[0.0426], "= .043"],
      [[1], "= 1.000"],
    ]);
    gives(format.bayesFactor, [
      [[1234], "> 1000"],
      [[0.0004], "< 0.001"],
      [[3.4567], "3.46"],
      [[6.8999], "6.90"],
    ]);
    gives(format.freedom, [
      [[38], "38"],
      [[37.62], "37.6"],
    ]);
  });

  it("follow the language", () => {
    format.writeNumbersAs(french);
    assert.equal(format.fixed(-1.5, 2), "−1,50");
    assert.equal(format.interval({ ci_low: 0.42, ci_high: 1 }, 2), "0,42 à 1,00");
    assert.equal(format.probability(0.0426), "= 0,043");
    assert.equal(format.bytes(4.53e9), "4,53\u00a0Go");
  });

  it("are no interval where an end is missing", () => {
    assert.equal(format.interval({ ci_low: null, ci_high: 1 }, 2), "");
  });
});

describe("times", () => {
  it("are minutes and seconds, carried over where they round up", () => {
    gives(format.clock, [
      [[125], "2:05"],
      [[59.6], "1:00"],
    ]);
    gives(format.clockExact, [
      [[125.5], "2:05.5"],
      [[119.96], "2:00"],
    ]);
    gives(format.signedClock, [[[-12.5], "−0:12.5"]]);
    gives(format.timeAt, [
      [[83.4564, 3], "1:23.456"],
      [[3600, 0], "1:00:00"],
      [[59.9996, 3], "1:00.000"],
    ]);
    gives(format.duration, [
      [[45], "45\u00a0s"],
      [[480], "8\u00a0min"],
      [[492], "8\u00a0min 12\u00a0s"],
      [[3720], "1\u00a0h 2\u00a0min"],
    ]);
  });

  it("are read as they are typed, with a point or a comma, and not guessed", () => {
    gives(format.secondsOf, [
      [["2:05.5"], 125.5],
      [["2:05,5"], 125.5],
      [["125.5"], 125.5],
      [["1:02:05"], 3725],
      [["1:2:3:4"], null],
      [["two"], null],
      [[""], null],
      [["-5"], null],
    ]);
    gives(format.signedSecondsOf, [
      [["−0:12.5"], -12.5],
      [["-12,5"], -12.5],
      [["  "], null],
      [["x"], Number.NaN],
    ]);
    for (const seconds of [0, 5.5, 59.9, 125.5, 3725])
      assert.equal(format.secondsOf(format.clockExact(seconds)), seconds);
  });
});

describe("numbers as they are typed", () => {
  it("are one number or none", () => {
    gives(format.numberOf, [
      [["4,5"], 4.5],
      [["−4.5"], -4.5],
      [[".5"], 0.5],
      [[""], null],
      [["1,234,567"], Number.NaN],
      [["1e3"], Number.NaN],
      [["4 months"], Number.NaN],
    ]);
  });
});

describe("the rest", () => {
  it("sizes, units and dates", () => {
    gives(format.bytes, [
      [[999], "999\u00a0B"],
      [[12_345], "12\u00a0kB"],
      [[4_530_000_000], "4.53\u00a0GB"],
    ]);
    gives(format.keepingUnits, [
      [["de 0,24–1,04 Hz, 2,2 s et 5 min 3 s"], "de 0,24–1,04\u00a0Hz, 2,2\u00a0s et 5\u00a0min 3\u00a0s"],
      [["±150 µV, 40 ms², 6 mois"], "±150\u00a0µV, 40\u00a0ms², 6\u00a0mois"],
      [["à la visite 2 s’est tu, 3 hommes, 4 sur 5"], "à la visite 2 s’est tu, 3 hommes, 4 sur 5"],
    ]);
    gives(format.unitText, [
      [["uV"], "µV"],
      [["uS"], "uS"],
    ]);
    // The core's times are local: no zone of the reader's may move them.
    assert.match(format.dateTime("2024-03-01T23:30:00", "en-GB"), /^1 March 2024.* 23:30$/);
  });
});
