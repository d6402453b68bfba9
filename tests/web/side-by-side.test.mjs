// The Signals screen's strip of heart periods with the band in which editing suspects none, and both visits side by side on one
// scale: by pointer, by keys, in words, on a phone.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { readRecording, unwrap } from "../wasm/module.mjs";
import {
  axeFindings,
  dropFiles,
  eventually,
  go,
  launch,
  onWatchedPage,
  savedReport,
  slotIs,
  wholeReport,
} from "./browser.mjs";
import { inEnglish } from "./french.mjs";
import { loadCore, makeEdf, onlyEcg, simulatedVisit } from "./recordings.mjs";
import { focusPlot, news, onSignals, pointOf, showSignals, view } from "./signals.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const rounded = (ms) => String(Math.round(ms));

/** What the core says of the beats of the example's first visit. */
async function beatsOf(scenario) {
  const core = await loadCore();
  const recording = readRecording(core, await simulatedVisit(scenario, 0));
  try {
    return unwrap(recording.marks(core.defaultSettings(), JSON.stringify({ label: "baseline" }))).beats;
  } finally {
    recording.delete();
  }
}

describe("the strip of heart periods", () => {
  it("shows each beat's interval and band as the core has them, in the table and to whoever listens", async () => {
    const beats = await beatsOf("improved");
    await onSignals(browser, async (page) => {
      await page.getByLabel("Only those flagged or edited").uncheck();
      const rows = await page
        .locator(".beat-list tbody tr")
        .evaluateAll((all) => all.map((row) => [...row.cells].slice(2, 4).map((cell) => cell.innerText)));
      assert.ok(rows.length >= 20);
      const order = beats.found_s.map((_, at) => at).sort((a, b) => beats.found_s[a] - beats.found_s[b]);
      for (const [row, [interval, band]] of rows.entries()) {
        const at = order[row];
        assert.equal(interval, beats.interval_ms[at] === null ? "" : rounded(beats.interval_ms[at]));
        const [low, high] = [beats.low_ms[at], beats.high_ms[at]];
        assert.equal(band, low === null ? "" : `${rounded(low)}–${rounded(high)}`);
      }
      await focusPlot(page);
      await page.keyboard.press("Home");
      for (let n = 0; n < 4; n++) await page.keyboard.press("n");
      const [fourth] = order.slice(3);
      const [ms, low, high] = [beats.interval_ms, beats.low_ms, beats.high_ms].map((list) => list[fourth]);
      const side = ms > low && ms < high ? "inside" : "outside";
      const words = `Interval ${rounded(ms)} ms, ${side} the band of ${rounded(low)} to ${rounded(high)} ms`;
      await eventually(async () => assert.ok((await news(page)).includes(words), await news(page)));
      assert.ok((await page.locator(".signal-selection").innerText()).includes(words));
    });
  });

  it("selects a beat where it is pressed, and is dragged along without moving one", async () => {
    await onSignals(browser, async (page) => {
      const beats = await beatsOf("improved");
      const strip = async (timeS) => {
        const { x } = await pointOf(page, timeS);
        const box = await page.locator(".signal-plot").boundingBox();
        return { x, y: box.y + Number(await page.locator(".signal-plot").getAttribute("data-periods")) };
      };
      const at = await strip(beats.found_s[12]);
      await page.mouse.click(at.x, at.y);
      await page.locator(".signal-selection", { hasText: "Beat at 0:0" }).waitFor();
      await page.mouse.move(at.x, at.y);
      await page.mouse.down();
      await page.mouse.move(at.x - 120, at.y, { steps: 4 });
      await page.mouse.up();
      await eventually(async () => assert.ok((await view(page)).startS > 1));
      await go(page, "Report");
      const { report } = await savedReport(page);
      assert.deepEqual(report.provenance.settings.edits.recordings, []);
    });
  });

  it("says of a beat in a stretch that was left out that the report does not use its interval", async () => {
    await onSignals(browser, async (page) => {
      await focusPlot(page);
      await page.keyboard.press("s");
      for (let n = 0; n < 6; n++) await page.keyboard.press(">");
      await page.keyboard.press("s");
      await page.keyboard.press("h");
      await eventually(async () => assert.match(await news(page), /^Heart from .+ is left out/));
      await page.keyboard.press("p");
      await page.locator(".signal-selection", { hasText: "left out of the report" }).waitFor();
    });
  });
});

const plots = (page) => page.locator(".signal-plot");
const told = (page) =>
  plots(page).evaluateAll((all) =>
    all.map(({ dataset }) => ({
      startS: Number(dataset.start),
      spanS: Number(dataset.span),
      gain: Number(dataset.scale),
    })),
  );

async function both(page) {
  await page.getByLabel("Both side by side").check();
  await eventually(async () => assert.equal(await page.locator(".signal-plot[data-ready]").count(), 2));
}

describe("both visits side by side", () => {
  it("keep one scale, and scroll together or each by itself", async () => {
    await onSignals(browser, async (page) => {
      await both(page);
      const [left, right] = [plots(page).nth(0), plots(page).nth(1)];
      const boxes = [await left.boundingBox(), await right.boundingBox()];
      assert.ok(Math.abs(boxes[0].y - boxes[1].y) < 1 && boxes[1].x >= boxes[0].x + boxes[0].width);
      assert.equal(boxes[0].width, boxes[1].width);
      assert.ok(boxes[0].y + boxes[0].height < page.viewportSize().height, "both are in sight");

      await left.focus();
      await page.keyboard.press("ArrowRight");
      await eventually(async () =>
        assert.deepEqual(
          (await told(page)).map((one) => one.startS),
          [18, 18],
        ),
      );
      await page.getByLabel("Scroll together").uncheck();
      await right.focus();
      await page.keyboard.press("ArrowRight");
      await eventually(async () =>
        assert.deepEqual(
          (await told(page)).map((one) => one.startS),
          [18, 36],
        ),
      );
      // From where each is, they go on together.
      await page.getByLabel("Scroll together").check();
      await left.focus();
      await page.keyboard.press("ArrowRight");
      await eventually(async () =>
        assert.deepEqual(
          (await told(page)).map((one) => one.startS),
          [36, 54],
        ),
      );

      await page.keyboard.press("+");
      await page.keyboard.press("ArrowUp");
      await eventually(async () => {
        const [one, other] = await told(page);
        assert.deepEqual([one.spanS, other.spanS], [10, 10]);
        assert.equal(one.gain, other.gain);
        assert.equal(other.startS - one.startS, 18);
      });
      await page.getByLabel("Both side by side").uncheck();
      await eventually(async () => assert.equal(await plots(page).count(), 1));
    });
  });

  it("buttons, edits and tables are of the one that was pressed or reached by Tab", async () => {
    await onSignals(browser, async (page) => {
      await both(page);
      const chosen = () => page.locator(".signal-head label.chosen").innerText();
      await plots(page).nth(0).focus();
      assert.match(await chosen(), /Baseline/);
      await page.keyboard.press("Tab");
      await eventually(async () => assert.match(await chosen(), /Follow-up/));
      assert.ok(
        await plots(page)
          .nth(1)
          .evaluate((plot) => plot === document.activeElement),
      );
      await page.keyboard.press("Home");
      await page.keyboard.press("n");
      await eventually(async () => assert.match(await news(page), /^Beat 1 of \d+/));
      await page.keyboard.press("n");
      await page.keyboard.press("Delete");
      await eventually(async () => assert.match(await news(page), /removed/));
      await go(page, "Report");
      const { report } = await savedReport(page);
      const [edited, ...more] = report.provenance.settings.edits.recordings;
      assert.equal(more.length, 0);
      assert.equal(edited.sha256, report.visits[1].file.sha256);
      await go(page, "Signals");
      await eventually(async () =>
        assert.equal(await plots(page).count(), 2, "whoever comes back finds both"),
      );
    });
  });

  it("a shorter recording decides how much of both is shown", async () => {
    await onWatchedPage(browser, async (page) => {
      const eeg = { label: "EEG F3", unit: "uV", rate: 64, value: (t) => 20 * Math.sin(6 * t) };
      await dropFiles(page, 0, [{ name: "a.edf", bytes: makeEdf({ signals: [eeg], seconds: 90 }) }]);
      await dropFiles(page, 1, [{ name: "b.edf", bytes: onlyEcg("01.03.24") }]);
      await slotIs(page, 0, "ready");
      await slotIs(page, 1, "ready");
      await showSignals(page);
      await both(page);
      await plots(page).nth(0).focus();
      await page.keyboard.press("0");
      await eventually(async () => {
        const [one, other] = await told(page);
        assert.equal(one.spanS, other.spanS);
        assert.ok(one.spanS > 20 && one.spanS < 90.5, `${one.spanS} s`);
      });
    });
  });

  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ])
    it(`axe finds nothing at ${viewport.width} pixels, and nothing is wider than the screen`, async () => {
      await onSignals(
        browser,
        async (page) => {
          await both(page);
          assert.deepEqual(await axeFindings(page), []);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          assert.ok(wide <= 0, `${wide} pixels too wide`);
          const [first, second] = [
            await plots(page).nth(0).boundingBox(),
            await plots(page).nth(1).boundingBox(),
          ];
          const isBelow = second.y > first.y + first.height - 1;
          assert.equal(isBelow, viewport.width < 860);
        },
        viewport,
      );
    });

  it("has no English left in French", async () => {
    await onWatchedPage(
      browser,
      async (page) => {
        await page.locator('[data-example="improved"]').click();
        await wholeReport(page, 120_000);
        await go(page, "Signaux");
        await page.getByLabel("Les deux côte à côte").check();
        await page.locator(".signal-plot[data-ready]").nth(1).waitFor({ timeout: 60_000 });
        await page.locator(".signal-legend summary").click();
        await plots(page).nth(1).focus();
        await page.keyboard.press("n");
        await page.keyboard.press("n");
        await page.locator(".signal-selection", { hasText: "Intervalle de" }).waitFor();
        const lines = (await page.locator(".signals").innerText()).split("\n");
        assert.deepEqual(inEnglish(lines), []);
      },
      { locale: "fr-FR" },
    );
  });
});
