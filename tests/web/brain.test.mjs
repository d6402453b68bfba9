// The brain's figures draw the report's numbers, say the side in words, and leave out what there is too little for.
import assert from "node:assert/strict";
import { it } from "node:test";
import { dropFiles, openExample, savedReport, showReport, slotIs, useBrowser } from "./browser.mjs";
import { makeEdf } from "./recordings.mjs";

const onPage = useBrowser();

const figure = (page, title) => page.getByRole("figure", { name: title });

/** Rows of the table under a figure, as lists of their cells' text. */
async function tableOf(figure) {
  await figure.getByText("As a table").click();
  await figure.locator("tbody tr").first().waitFor();
  return figure
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.innerText.replace(/\s+/g, " ").trim())),
    );
}

const shown = (value, decimals) => value.toFixed(decimals).replace("-", "−").replace("−0.00", "0.00");

it("each visit's asymmetry stands with its interval and its side in words", () =>
  onPage(async (page) => {
    await openExample(page);
    const { report } = await savedReport(page);
    const measure = report.measures.find(({ id }) => id === "faa_f4_f3");
    const rows = await tableOf(figure(page, "Asymmetry at each visit"));
    for (const [index, { value, ci_low, ci_high }] of measure.visits.entries()) {
      const [title, , number, side] = rows[index];
      assert.equal(title, measure.title);
      assert.equal(number, `${shown(value, 2)} ${shown(ci_low, 2)} to ${shown(ci_high, 2)}`);
      const expected =
        ci_low > 0
          ? "relatively more left activity"
          : ci_high < 0
            ? "relatively more right activity"
            : "neither side beyond error";
      assert.equal(side, expected);
    }
    // The example's baseline leans to the right, beyond its error (core/synth/dyad.hpp).
    assert.equal(rows[0][3], "relatively more right activity");
    assert.match(
      await figure(page, "Asymmetry at each visit").innerText(),
      /−0\.\d\d \(−.* to −.*\) more right/,
    );
  }));

it("the specification curve draws and tables each of the report's analyses, folded until it is asked for", () =>
  onPage(async (page) => {
    await openExample(page);
    const { report } = await savedReport(page);
    const measure = report.measures.find(({ id }) => id === "faa_f4_f3");
    const curve = report.specification_curves.find(({ measure }) => measure === "faa_f4_f3");
    const isBeyond = ({ change }) => change.ci_low > 0 || change.ci_high < 0;
    const beyond = curve.analyses.filter(isBeyond).length;
    assert.equal(beyond, curve.up_beyond + curve.down_beyond);
    assert.match(await page.locator(".cards").innerText(), new RegExp(curve.headline));
    const section = page.locator("section.evidence", { has: page.locator("#brain-title") });
    const folded = section.locator("details.specifications");
    assert.equal(await folded.getByRole("figure").count(), 0);
    await folded.getByText("Does the change depend on a choice?").click();
    const rows = await tableOf(folded.getByRole("figure"));
    assert.equal(rows.length, curve.analyses.length);
    assert.equal(await folded.locator("g.specification").count(), curve.analyses.length);
    assert.equal(await folded.locator("g.specification.beyond").count(), beyond);
    // The report's own analysis among them is the change that the report speaks of.
    const [own] = rows.filter((row) => row.at(-1).includes("as set"));
    const { value, ci_low, ci_high } = measure.changes[0].change;
    const sign = value > 0 ? "+" : "";
    assert.equal(own.at(-2), `${sign}${shown(value, 2)} ${shown(ci_low, 2)} to ${shown(ci_high, 2)}`);
  }));

it("alpha power over the head is each clean site's number of the report, on one scale", () =>
  onPage(async (page) => {
    await openExample(page);
    const { report } = await savedReport(page);
    const head = figure(page, "Alpha power over the head");
    const rows = new Map((await tableOf(head)).map(([site, ...powers]) => [site, powers]));
    const drawings = head.getByRole("img");
    let highest = 0;
    for (const [index, visit] of report.visits.entries()) {
      const clean = visit.eeg.channels.filter(({ bad_reason }) => bad_reason === "");
      assert.ok(clean.length >= 8);
      for (const { site, alpha_uv2 } of clean) {
        assert.equal(rows.get(site)[index], alpha_uv2.toPrecision(3));
        highest = Math.max(highest, alpha_uv2);
      }
      const discs = await drawings.nth(index).locator("g > text.tiny").count();
      assert.equal(discs, clean.length);
    }
    // Disc areas are in proportion to power: the largest of all visits has the scale's largest radius, 13.
    const radii = await head
      .locator("g:has(> text.tiny) > circle")
      .evaluateAll((discs) => discs.map((disc) => Number(disc.getAttribute("r"))));
    assert.ok(Math.abs(Math.max(...radii) - 13) < 1e-9);
    const f3 = report.visits[0].eeg.channels.findIndex(({ site }) => site === "F3");
    const power = report.visits[0].eeg.channels[f3].alpha_uv2;
    assert.ok(radii.some((radius) => Math.abs(radius - 13 * Math.sqrt(power / highest)) < 1e-6));
  }));

it("there is no head of two electrodes, and a pair without a number says why", () =>
  onPage(async (page) => {
    // Ramps and squares of different pace: no two channels alike, and the right one flat at follow-up.
    const wave = (hz, size) => (seconds) => size * (((seconds * hz) % 1) - 0.5);
    const visit = (start, right) =>
      makeEdf({
        signals: [
          { label: "EEG F3", unit: "uV", rate: 256, value: wave(7.3, 30) },
          { label: "EEG F4", unit: "uV", rate: 256, value: right },
        ],
        seconds: 90,
        start,
      });
    await dropFiles(page, 0, [{ name: "a.edf", bytes: visit("01.03.24", wave(6.1, 20)) }]);
    await dropFiles(page, 1, [{ name: "b.edf", bytes: visit("03.05.24", () => 0) }]);
    await slotIs(page, 0, "ready");
    await slotIs(page, 1, "ready");
    await showReport(page);
    assert.equal(await figure(page, "Alpha power over the head").count(), 0);
    const rows = await tableOf(figure(page, "Asymmetry at each visit"));
    assert.match(rows[1][2], /F4 cannot be used\. It is flat/);
  }));
