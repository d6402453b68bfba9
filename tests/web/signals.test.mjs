// The screen that shows the recording: looking around by mouse, keys and fingers, for everyone, with gaps and with a
// file that goes away. Editing: editing.test.mjs.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import {
  axeFindings,
  dropFiles,
  eventually,
  go,
  launch,
  onWatchedPage,
  savedReport,
  slotIs,
} from "./browser.mjs";
import { hostile, makeEdf, onlyEcg, simulatedVisit } from "./recordings.mjs";
import {
  allBeats,
  focusPlot,
  inkOf,
  kindAt,
  news,
  onSignals,
  plot,
  pointOf,
  showSignals,
  span,
  view,
} from "./signals.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

describe("looking at a recording", () => {
  it("goes around by keys, wheel and drag as viewers of EEG do", async () => {
    await onSignals(browser, async (page) => {
      assert.deepEqual(await view(page), { startS: 0, spanS: 20 });
      await focusPlot(page);
      await page.keyboard.press("ArrowRight");
      await eventually(async () => assert.equal((await view(page)).startS, 18));
      await eventually(async () => assert.equal(await news(page), "0:18.000 to 0:38.000."));
      await page.keyboard.press("ArrowLeft");
      await eventually(async () => assert.equal((await view(page)).startS, 0));
      await page.keyboard.press("+");
      await eventually(async () => assert.equal(await span(page), 10));
      await page.keyboard.press("-");
      await page.keyboard.press("-");
      await eventually(async () => assert.equal(await span(page), 30));
      await page.keyboard.press("End");
      const { startS, spanS } = await view(page);
      await page.keyboard.press("0");
      await eventually(async () => assert.ok((await view(page)).spanS >= startS + spanS - 1e-6));
      await page.keyboard.press("Home");
      await page.keyboard.press("+");
      const gain = () => page.locator("[data-gain]").getAttribute("data-gain");
      const before = Number(await gain());
      await page.keyboard.press("ArrowUp");
      await eventually(async () => assert.ok(Number(await gain()) < before));
      await page.keyboard.press("ArrowDown");
      await eventually(async () => assert.equal(Number(await gain()), before));

      const from = await view(page);
      const point = await pointOf(page, from.startS + from.spanS / 2);
      await page.mouse.move(point.x, point.y - 80);
      await page.mouse.wheel(0, 100);
      await eventually(async () => assert.ok((await view(page)).startS > from.startS));
      const scrolled = await view(page);
      await page.keyboard.down("Control");
      await page.mouse.wheel(0, -200);
      await page.keyboard.up("Control");
      await eventually(async () => assert.ok((await view(page)).spanS < scrolled.spanS));
      const zoomed = await view(page);
      await page.mouse.down();
      await page.mouse.move(point.x - 200, point.y - 80, { steps: 5 });
      await page.mouse.up();
      await eventually(async () => assert.ok((await view(page)).startS > zoomed.startS));
      assert.equal(await page.evaluate(() => window.scrollY), 0, "the wheel is the plot's, not the page's");
    });
  });

  it("leaves the wheel to the page until it was pressed", async () => {
    await onSignals(
      browser,
      async (page) => {
        const { x, y } = await pointOf(page, 10);
        const scrolled = () => page.evaluate(() => window.scrollY);
        const [atFirst, before] = [await scrolled(), await view(page)];
        await page.mouse.move(x, y - 60);
        await page.mouse.wheel(0, 40);
        await eventually(async () => assert.ok((await scrolled()) > atFirst));
        assert.deepEqual(await view(page), before);
        const place = await pointOf(page, 10);
        await page.mouse.click(place.x, place.y - 60);
        const pressed = await scrolled();
        await page.mouse.wheel(0, 40);
        await eventually(async () => assert.ok((await view(page)).startS > before.startS));
        assert.equal(await scrolled(), pressed);
      },
      { width: 1280, height: 700 },
    );
  });

  it("J and K go to places worth a look, one after the other and back", async () => {
    await onSignals(browser, async (page) => {
      await focusPlot(page);
      const places = [];
      for (let i = 1; i <= 3; i++) {
        await page.keyboard.press("j");
        await eventually(async () =>
          assert.match(await news(page), new RegExp(`^Flag ${i} of \\d+: .+, at `)),
        );
        places.push(await news(page));
      }
      await page.keyboard.press("k");
      await eventually(async () => assert.equal(await news(page), places[1]));
      await page.getByText(/^Flagged \(/).click();
      const listed = await page.locator(".flag-list tbody tr").first().innerText();
      assert.match(listed, /\d:\d\d\.\d{3}/);
    });
  });

  it("draws traces, and nothing where nothing was recorded", async () => {
    await onSignals(browser, async (page) => {
      const inked = await inkOf(page, 0, 1);
      assert.ok(inked > 0.01 && inked < 0.6, `${inked} of the plot is ink`);
    });
  });

  it("draws montages for the eye, which change neither the report nor how much is kept of the view", async () => {
    await onSignals(browser, async (page) => {
      await go(page, "Report");
      const report = await savedReport(page);
      await showSignals(page);
      const pixels = () => page.evaluate(() => document.querySelector(".signal-plot canvas").toDataURL());
      const readout = () => page.locator(".signal-readout").innerText();
      const [recorded, numbers] = [await pixels(), await readout()];
      const montage = page.getByLabel("Montage for the eye");
      const seen = new Set([recorded]);
      for (const name of ["average", "bipolar", "Cz"]) {
        await montage.selectOption(name);
        await page.getByText("The montage is for the eye only").waitFor();
        await eventually(async () => {
          const now = await pixels();
          assert.ok(!seen.has(now), name);
          seen.add(now);
        });
      }
      assert.equal(await readout(), numbers);
      await go(page, "Report");
      assert.ok((await savedReport(page)).text === report.text, "the report stays");
      await showSignals(page);
      await focusPlot(page);
      await page.keyboard.press("0");
      await page.getByText("montages show in shorter stretches").waitFor();
      await montage.selectOption("recorded");
      await eventually(async () =>
        assert.equal(await page.getByText("montages show in shorter stretches").count(), 0),
      );
    });
  });

  it("help lists the keys, and closes with Escape", async () => {
    await onSignals(browser, async (page) => {
      await focusPlot(page);
      await page.keyboard.press("?");
      const help = page.getByRole("dialog", { name: "Keys and gestures" });
      await help.waitFor();
      assert.match(await help.innerText(), /next place worth a look/);
      await page.keyboard.press("Escape");
      await help.waitFor({ state: "hidden" });
    });
  });

  it("a gzipped recording and a plain one are drawn in detail; filters are for the eye and say so", async () => {
    await onWatchedPage(browser, async (page) => {
      await dropFiles(page, 0, [{ name: "a.edf.gz", bytes: gzipSync(await simulatedVisit("improved", 0)) }]);
      await dropFiles(page, 1, [{ name: "b.edf", bytes: await simulatedVisit("improved", 1) }]);
      await slotIs(page, 0, "ready");
      await slotIs(page, 1, "ready");
      for (const visit of ["Baseline", "Follow-up"]) {
        await showSignals(page);
        await page.locator(".signal-head label", { hasText: visit }).click();
        await page
          .getByRole("application", { name: `Signals of the ${visit.toLowerCase()} recording` })
          .waitFor();
        const pixels = () =>
          page.evaluate(() => document.querySelector(".signal-plot canvas").toDataURL().length);
        const before = await pixels();
        await page.getByLabel("Filter for the eye").selectOption("band");
        await page.getByText("Filtered for the eye only").waitFor();
        await eventually(async () => assert.notEqual(await pixels(), before));
        await page.getByLabel("Filter for the eye").selectOption("none");
      }
    });
  });
});

describe("the Signals screen for everyone", () => {
  for (const viewport of [
    { width: 1366, height: 900 },
    { width: 390, height: 844 },
  ]) {
    it(`axe finds nothing at ${viewport.width} pixels, whatever is open`, async () => {
      await onSignals(
        browser,
        async (page) => {
          assert.deepEqual(await axeFindings(page), []);
          for (const tab of [/^Left out \(/, /^Flagged \(/, /^Annotations \(/]) {
            await page.getByText(tab).click();
            assert.deepEqual(await axeFindings(page), [], String(tab));
          }
          await page.locator(".signal-channels summary").click();
          await page.locator(".signal-legend summary").click();
          assert.deepEqual(await axeFindings(page), [], "channels and legend");
          await page.locator(".signal-channels summary").click();
          await focusPlot(page);
          await page.keyboard.press("j");
          assert.deepEqual(await axeFindings(page), [], "something selected");
          await page.keyboard.press("?");
          assert.deepEqual(await axeFindings(page), [], "help");
        },
        viewport,
      );
    });
  }

  for (const theme of ["light", "dark"]) {
    it(`what is drawn stands out from its ground, and the grid does not, ${theme}`, async () => {
      await onSignals(browser, async (page) => {
        await page.getByLabel("Appearance").selectOption(theme);
        // WCAG 2.2, relative luminance and contrast ratio.
        const contrasts = await page.locator(".signal-plot").evaluate((plot) => {
          const context = document.createElement("canvas").getContext("2d");
          const luminance = (name) => {
            context.fillStyle = getComputedStyle(plot).getPropertyValue(`--signal-${name}`).trim();
            const hex = Number.parseInt(context.fillStyle.slice(1), 16);
            const [red, green, blue] = [hex >> 16, (hex >> 8) & 255, hex & 255].map((level) => {
              const part = level / 255;
              return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
          };
          const against = (name, ground) => {
            const [low, high] = [luminance(name), luminance(ground)].sort((a, b) => a - b);
            return (high + 0.05) / (low + 0.05);
          };
          const names = ["eeg", "eeg-dense", "heart", "heart-dense", "other", "ink", "soft", "cursor"];
          return {
            drawn: names.map((name) => [name, against(name, "ground")]),
            grid: against("grid", "ground"),
            unused: against("unused", "tint"),
          };
        });
        for (const [name, contrast] of contrasts.drawn) assert.ok(contrast >= 3, `${name}: ${contrast}`);
        assert.ok(contrasts.grid < 1.5, `grid: ${contrasts.grid}`);
        assert.ok(contrasts.unused >= 2, `unused: ${contrasts.unused}`);
      });
    });
  }

  it("does not scroll sideways at 320 pixels", async () => {
    await onSignals(
      browser,
      async (page) => {
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${overflow} pixels too wide`);
      },
      { width: 320, height: 700 },
    );
  });

  it("is empty, but helpful, where nothing is open", async () => {
    await onWatchedPage(browser, async (page) => {
      await go(page, "Signals");
      await page.getByText("No recording is open yet.").waitFor();
      assert.deepEqual(await axeFindings(page), []);
    });
  });

  it("shows labels and annotations full of markup as text", async () => {
    await onWatchedPage(browser, async (page) => {
      await dropFiles(page, 0, [{ name: "a.edf", bytes: hostile("01.03.24") }]);
      await slotIs(page, 0, "ready");
      await showSignals(page);
      await page.locator(".signal-channels summary").click();
      assert.match(await page.locator(".signal-channels").innerText(), /<img src=x onerr/);
      assert.equal(await page.locator(".signals img, .signals script").count(), 0);
    });
  });

  it("works by two fingers: pinch zooms, a drag pans, a tap selects", async () => {
    await onSignals(browser, async (page) => {
      const touch = (type, points) =>
        plot(page).evaluate(
          (element, [name, list]) => {
            for (const { id, x, y } of list) {
              element.dispatchEvent(
                new PointerEvent(name, {
                  pointerId: id,
                  pointerType: "touch",
                  clientX: x,
                  clientY: y,
                  button: 0,
                  bubbles: true,
                }),
              );
            }
          },
          [type, points],
        );
      // Pointers that the browser does not know cannot be captured.
      await plot(page).evaluate((element) => {
        element.setPointerCapture = () => undefined;
      });
      const middle = await pointOf(page, 10);
      const before = await view(page);
      await touch("pointerdown", [
        { id: 11, x: middle.x - 50, y: middle.y },
        { id: 12, x: middle.x + 50, y: middle.y },
      ]);
      await touch("pointermove", [
        { id: 11, x: middle.x - 100, y: middle.y },
        { id: 12, x: middle.x + 100, y: middle.y },
      ]);
      await touch("pointerup", [
        { id: 11, x: middle.x - 100, y: middle.y },
        { id: 12, x: middle.x + 100, y: middle.y },
      ]);
      await eventually(async () => assert.ok(Math.abs((await view(page)).spanS - before.spanS / 2) < 0.1));
      const zoomed = await view(page);
      assert.ok(Math.abs(zoomed.startS + zoomed.spanS / 2 - 10) < 0.3, "the time between the fingers stays");
      await touch("pointerdown", [{ id: 13, x: middle.x, y: middle.y - 60 }]);
      await touch("pointermove", [{ id: 13, x: middle.x - 100, y: middle.y - 60 }]);
      await touch("pointerup", [{ id: 13, x: middle.x - 100, y: middle.y - 60 }]);
      await eventually(async () => assert.ok((await view(page)).startS > zoomed.startS));
      const beats = await allBeats(page);
      const { startS } = await view(page);
      const beat = beats.find(({ atS }) => atS > startS + 2);
      const at = await pointOf(page, beat.atS);
      await touch("pointerdown", [{ id: 14, x: at.x + 6, y: at.y + 8 }]);
      await touch("pointerup", [{ id: 14, x: at.x + 6, y: at.y + 8 }]);
      await page.locator(".signal-selection", { hasText: "Beat at" }).waitFor();
    });
  });
});

describe("a file that goes away", () => {
  it("leaves the overview, says so, and edits go on", async () => {
    const folder = await mkdtemp(join(tmpdir(), "attune-signals-"));
    try {
      const path = join(folder, "a.edf");
      await writeFile(path, onlyEcg("01.03.24"));
      await onWatchedPage(browser, async (page) => {
        await page.getByLabel("Choose a file for Baseline").setInputFiles(path);
        await slotIs(page, 0, "ready");
        await rm(path);
        await showSignals(page);
        await focusPlot(page);
        await page.keyboard.press("+");
        await page.keyboard.press("+");
        await page.keyboard.press("+");
        await page.keyboard.press("End");
        await page.getByText("The file cannot be read any more").waitFor();
        const [, beat] = await allBeats(page);
        await page
          .locator(`[data-beat="${beat.atS}"]`)
          .getByRole("button", { name: /^Remove/ })
          .click();
        await eventually(async () => assert.equal(await kindAt(page, beat.atS), "removed"));
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe("gaps", () => {
  it("are places worth a look, and shown as gaps", async () => {
    await onWatchedPage(browser, async (page) => {
      const signals = [
        { label: "EEG F3", unit: "uV", rate: 64, value: (t) => 20 * Math.sin(2 * Math.PI * t) },
      ];
      await dropFiles(page, 0, [{ name: "a.edf", bytes: withGap(makeEdf({ signals, seconds: 40 })) }]);
      await slotIs(page, 0, "ready");
      await showSignals(page);
      await page.getByText(/^Flagged \(/).click();
      await page.locator('[data-flag="gap"]').waitFor();
      await page.getByText(/^Annotations \(/).click();
      assert.match(await page.locator(".signal-lists tbody").innerText(), /0:05\.000\s+<b>=1\+1<\/b>/);
      assert.equal(await page.locator(".signal-lists tbody b").count(), 0);
      await focusPlot(page);
      await page.keyboard.press("0");
      const column = (timeS) => inkOf(page, timeS / 70, (timeS + 0.5) / 70);
      await eventually(async () => assert.ok((await column(5)) > 0));
      assert.equal(await column(30), 0);
      assert.ok((await column(60)) > 0);
    });
  });
});

/** The same recording with a pause of 30 s after record 20, told by time-keeping annotations, and one with markup. */
function withGap(plain) {
  const headerBytes = 512;
  const recordBytes = 128;
  const annotationBytes = 32;
  const records = (plain.length - headerBytes) / recordBytes;
  const field = (text, width) => String(text).padEnd(width);
  const first = plain.subarray(0, 256).toString("latin1");
  const of = plain.subarray(256, 512).toString("latin1");
  const widths = [16, 80, 8, 8, 8, 8, 8, 80, 8, 32];
  const added = ["EDF Annotations", "", "", "-1", "1", "-32768", "32767", "", annotationBytes / 2, ""];
  let at = 0;
  const signals = widths
    .map((width, i) => {
      const own = of.slice(at, at + width);
      at += width;
      return own + field(added[i], width);
    })
    .join("");
  const header =
    first.slice(0, 184) + field(768, 8) + field("EDF+D", 44) + first.slice(236, 252) + field(2, 4) + signals;
  const parts = [Buffer.from(header, "latin1")];
  for (let record = 0; record < records; record++) {
    const onset = record + (record > 20 ? 30 : 0);
    const annotation = Buffer.alloc(annotationBytes);
    const text = record === 5 ? `+${onset}\x14<b>=1+1</b>\x14\0` : "";
    annotation.write(`+${onset}\x14\x14\0${text}`, "latin1");
    parts.push(plain.subarray(headerBytes + record * recordBytes, headerBytes + (record + 1) * recordBytes));
    parts.push(annotation);
  }
  return Buffer.concat(parts);
}
