// The screen that shows the recording: looking around and editing, by mouse, keys, fingers and from the tables; the
// report follows, and says what the core says of the same edits.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { readRecording, unwrap } from "../wasm/module.mjs";
import {
  dropFiles,
  eventually,
  go,
  launch,
  onWatchedPage,
  openExample,
  root,
  savedReport,
  slotIs,
} from "./browser.mjs";
import { hostile, loadCore, makeEdf, onlyEcg, simulatedVisit } from "./recordings.mjs";

let browser;
let axe;
before(async () => {
  browser = await launch();
  axe = await readFile(resolve(root, "node_modules/axe-core/axe.min.js"), "utf8");
});
after(() => browser?.close());

const onPage = (body, viewport) => onWatchedPage(browser, body, { viewport });

/** The example's Signals screen, marks and all. */
async function onSignals(act, viewport) {
  await onPage(async (page) => {
    await openExample(page);
    await showSignals(page);
    await act(page);
  }, viewport);
}

async function showSignals(page) {
  await go(page, "Signals");
  await page.locator(".signal-plot[data-ready]").waitFor({ timeout: 30_000 });
}

const plot = (page) => page.locator(".signal-plot");
const news = (page) => page.locator(".signal-news").innerText();
const focusPlot = (page) => plot(page).focus();
const span = async (page) => Number(await page.locator("output[data-span]").getAttribute("data-span"));
/** Start and length of the view, from what the plot tells. */
const view = async (page) => {
  const { start, span: length } = await plot(page).evaluate((element) => ({ ...element.dataset }));
  return { startS: Number(start), spanS: Number(length) };
};

/** Where on the page a time stands, in the row of beats. */
async function pointOf(page, timeS) {
  await plot(page).scrollIntoViewIfNeeded();
  const { startS, spanS } = await view(page);
  const box = await plot(page).boundingBox();
  const { left, right, beats } = await plot(page).evaluate((element) => ({ ...element.dataset }));
  const x = Number(left) + ((timeS - startS) / spanS) * (Number(right) - Number(left));
  return { x: box.x + x, y: box.y + Number(beats) };
}

async function allBeats(page) {
  const only = page.getByLabel("Only those flagged or edited");
  if (await only.isChecked()) await only.uncheck();
  return page
    .locator(".beat-list tbody tr")
    .evaluateAll((rows) => rows.map(({ dataset }) => ({ atS: Number(dataset.beat), kind: dataset.kind })));
}

const kindAt = async (page, timeS) =>
  (await allBeats(page)).find(({ atS }) => Math.abs(atS - timeS) < 0.0005)?.kind;

const editsIn = async (page) => {
  await go(page, "Report");
  const { report } = await savedReport(page);
  await go(page, "Signals");
  return report.provenance.settings.edits.recordings;
};

describe("looking at a recording", () => {
  it("goes around by keys, wheel and drag as viewers of EEG do", async () => {
    await onSignals(async (page) => {
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

  it("J and K go to places worth a look, one after the other and back", async () => {
    await onSignals(async (page) => {
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
    await onSignals(async (page) => {
      const inked = await inkOf(page, 0, 1);
      assert.ok(inked > 0.01 && inked < 0.6, `${inked} of the plot is ink`);
    });
  });

  it("help lists the keys, and closes with Escape", async () => {
    await onSignals(async (page) => {
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
    await onPage(async (page) => {
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

describe("editing beats", () => {
  it("by mouse: select, remove, restore, move, add, undo and redo", async () => {
    await onSignals(async (page) => {
      const beats = await allBeats(page);
      const [, , , beat, next] = beats;
      const at = await pointOf(page, beat.atS);
      await page.mouse.click(at.x, at.y);
      await page.locator(".signal-selection", { hasText: "Beat at" }).waitFor();
      await page.locator(".signal-selection").getByRole("button", { name: "Remove" }).click();
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), "removed"));
      await page.locator(".signal-selection").getByRole("button", { name: "Restore" }).click();
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), beat.kind));
      assert.deepEqual(await editsIn(page), [], "what is taken back leaves nothing behind");

      // Dragged half-way to the next one with Alt, it stays where it is let go.
      const half = await pointOf(page, (beat.atS + next.atS) / 2);
      const from = await pointOf(page, beat.atS);
      await page.keyboard.down("Alt");
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(half.x, half.y, { steps: 4 });
      await page.mouse.up();
      await page.keyboard.up("Alt");
      const moved = async () => {
        const found = (await allBeats(page)).filter(({ kind }) => kind === "moved");
        assert.equal(found.length, 1);
        assert.ok(Math.abs(found[0].atS - (beat.atS + next.atS) / 2) < 0.03, `moved to ${found[0].atS}`);
      };
      await eventually(moved);
      await page.keyboard.press("Control+z");
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), beat.kind));
      await page.keyboard.press("Control+Shift+z");
      await eventually(moved);
      await page.getByRole("button", { name: "Undo" }).click();
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), beat.kind));

      // A beat added close to an R peak goes to that peak: the very beat that was removed there.
      const again = await pointOf(page, beat.atS);
      await page.mouse.click(again.x, again.y);
      await focusPlot(page);
      await page.keyboard.press("Delete");
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), "removed"));
      await page.getByText("Add beats").click();
      const on = await pointOf(page, beat.atS);
      await page.mouse.click(on.x, on.y);
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), beat.kind));
      await page.keyboard.press("Control+z");
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), "removed"));
      await focusPlot(page);
      for (let i = 0; i < 3; i++) await page.keyboard.press("+");
      await eventually(async () => assert.equal((await view(page)).spanS, 2));
      const beside = await pointOf(page, beat.atS + 0.05);
      await page.mouse.click(beside.x, beside.y + 40);
      await eventually(async () => {
        const added = (await allBeats(page)).find(({ kind }) => kind === "added");
        assert.ok(added && Math.abs(added.atS - beat.atS) < 0.004, JSON.stringify(added));
      });
    });
  });

  it("by keyboard alone: next beat, remove, restore, move by steps, add at the cursor", async () => {
    await onSignals(async (page) => {
      await focusPlot(page);
      await page.keyboard.press("Home");
      await page.keyboard.press("n");
      await page.keyboard.press("n");
      await eventually(async () => assert.match(await news(page), /^Beat 2 of \d+: detected, at /));
      const [, beat] = await allBeats(page);
      await focusPlot(page);
      await page.keyboard.press("Delete");
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), "removed"));
      await focusPlot(page);
      await page.keyboard.press("r");
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), "detected"));
      await focusPlot(page);
      await page.keyboard.press("m");
      for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await eventually(async () => assert.equal(await kindAt(page, beat.atS + 0.01), "moved"));
      await focusPlot(page);
      await page.keyboard.press("r");
      await eventually(async () => assert.equal(await kindAt(page, beat.atS), "detected"));
      // The cursor stands on the beat; some steps on, a beat is added.
      await focusPlot(page);
      await page.keyboard.press("a");
      await eventually(async () => assert.match(await news(page), /^Beat added at /));
      await page.keyboard.press("Control+z");
      await eventually(async () => assert.equal(await news(page), "Undone."));
      assert.deepEqual(await editsIn(page), []);
    });
  });

  it("from the table: add by time, remove, restore, and pages of rows", async () => {
    await onSignals(async (page) => {
      const [, , , , , beat] = await allBeats(page);
      const row = page.locator(`[data-beat="${beat.atS}"]`);
      await row.getByRole("button", { name: /^Remove/ }).click();
      await page.locator(`[data-beat="${beat.atS}"][data-kind="removed"]`).waitFor();
      await row.getByRole("button", { name: /^Restore/ }).click();
      await page.locator(`[data-beat="${beat.atS}"][data-kind="${beat.kind}"]`).waitFor();
      await page.getByLabel("Time of a new beat").fill("nonsense");
      await page.getByRole("button", { name: "Add at the R peak next to it" }).click();
      await page.getByText("Enter a time within the recording").waitFor();
      await page.getByLabel("Time of a new beat").fill("1:00.2");
      await page.getByRole("button", { name: "Add at the R peak next to it" }).click();
      await page.getByLabel("Only those flagged or edited").check();
      await page.locator('[data-kind="added"]').waitFor();
      const [edits] = await editsIn(page);
      assert.equal(edits.beats.length, 1);
      assert.equal(edits.beats[0].action, "add");
      assert.ok(Math.abs(edits.beats[0].time_s - 60.2) < 0.1);
    });
  });
});

describe("leaving stretches out", () => {
  it("by mouse, keyboard and table, EEG and heart, and back in", async () => {
    await onSignals(async (page) => {
      await page.getByText(/^Left out \(/).click();
      const rows = () =>
        page
          .locator(".stretch-list tbody tr")
          .evaluateAll((all) =>
            all.map((row) => `${row.dataset.what} ${row.cells[0].innerText}-${row.cells[1].innerText}`),
          );
      const from = await pointOf(page, 5);
      const to = await pointOf(page, 10);
      await page.keyboard.down("Shift");
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 4 });
      await page.mouse.up();
      await page.keyboard.up("Shift");
      await page.locator(".signal-selection").getByRole("button", { name: "Leave EEG out" }).click();
      await eventually(async () =>
        assert.match((await rows()).join(), /^eeg 0:0[45]\.\d{3}-0:(09|10)\.\d{3}$/),
      );
      await page.locator(".signal-selection").getByRole("button", { name: "Take back in" }).click();
      await eventually(async () => assert.deepEqual(await rows(), []));

      await focusPlot(page);
      await page.keyboard.press("Home");
      await page.keyboard.press("s");
      for (let i = 0; i < 3; i++) await page.keyboard.press("Shift+>");
      await page.keyboard.press("s");
      await page.keyboard.press("h");
      await eventually(async () => assert.deepEqual(await rows(), ["heart 0:00.000-0:06.000"]));
      await page.keyboard.press("r");
      await eventually(async () => assert.deepEqual(await rows(), []));

      await page.getByLabel("From").fill("30");
      await page.getByLabel("To", { exact: true }).fill("1:00");
      await page.locator(".signal-lists").getByRole("button", { name: "Leave heart out" }).click();
      await eventually(async () => assert.deepEqual(await rows(), ["heart 0:30.000-1:00.000"]));
      await page.getByRole("button", { name: /^Take back in: / }).click();
      await eventually(async () => assert.deepEqual(await rows(), []));
    });
  });
});

describe("the report", () => {
  it("follows every edit and equals what the core makes of the same edits", async () => {
    await onPage(async (page) => {
      const files = await Promise.all([0, 1].map((index) => simulatedVisit("improved", index)));
      for (const [index, bytes] of files.entries()) {
        await dropFiles(page, index, [{ name: `${index}.edf`, bytes }]);
        await slotIs(page, index, "ready");
      }
      await showSignals(page);
      const readout = () => page.locator(".signal-readout").innerText();
      const before = await readout();
      const beats = await allBeats(page);
      await page
        .locator(`[data-beat="${beats[8].atS}"]`)
        .getByRole("button", { name: /^Remove/ })
        .click();
      await page.locator('[data-kind="removed"]').first().waitFor();
      await page.getByText(/^Left out \(/).click();
      for (const [what, from, to] of [
        ["Leave heart out", "30", "60"],
        ["Leave EEG out", "10", "25"],
      ]) {
        await page.getByLabel("From").fill(from);
        await page.getByLabel("To", { exact: true }).fill(to);
        await page.locator(".signal-lists").getByRole("button", { name: what }).click();
      }
      await page.locator(".signal-channels summary").click();
      await page.getByLabel("Leave EEG P3 out of the report").check();
      await eventually(async () => assert.equal(await page.locator(".stretch-list tbody tr").count(), 2));
      await eventually(async () => assert.notEqual(await readout(), before));
      await go(page, "Report");
      const report = await eventually(async () => {
        const saved = await savedReport(page);
        const [edits] = saved.report.provenance.settings.edits.recordings;
        assert.equal(edits.beats.map(({ action }) => action).join(), "remove,exclude");
        assert.deepEqual(edits.eeg_excluded, [{ start_s: 10, end_s: 25 }]);
        assert.deepEqual(edits.eeg_excluded_channels, ["P3"]);
        return saved.report;
      });
      const { settings } = report.provenance;

      const core = await loadCore();
      const text = JSON.stringify(settings);
      const visits = files.map((bytes, index) => {
        const recording = readRecording(core, bytes, text);
        const visit = unwrap(
          recording.visit(text, JSON.stringify({ label: ["baseline", "follow-up"][index] })),
        );
        recording.delete();
        return visit;
      });
      const made = unwrap(core.compare(JSON.stringify(visits), text, "{}"));
      assert.deepEqual(report, made);
    });
  });
});

describe("the Signals screen for everyone", () => {
  const accessible = async (page) => {
    await page.evaluate(axe);
    return page.evaluate(async () => {
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
      const { violations } = await globalThis.axe.run(document, { runOnly: tags });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
      );
    });
  };

  for (const viewport of [
    { width: 1366, height: 900 },
    { width: 390, height: 844 },
  ]) {
    it(`axe finds nothing at ${viewport.width} pixels, whatever is open`, async () => {
      await onSignals(async (page) => {
        assert.deepEqual(await accessible(page), []);
        for (const tab of [/^Left out \(/, /^Flagged \(/, /^Annotations \(/]) {
          await page.getByText(tab).click();
          assert.deepEqual(await accessible(page), [], String(tab));
        }
        await page.locator(".signal-channels summary").click();
        await page.locator(".signal-legend summary").click();
        assert.deepEqual(await accessible(page), [], "channels and legend");
        await page.locator(".signal-channels summary").click();
        await focusPlot(page);
        await page.keyboard.press("j");
        assert.deepEqual(await accessible(page), [], "something selected");
        await page.keyboard.press("?");
        assert.deepEqual(await accessible(page), [], "help");
      }, viewport);
    });
  }

  for (const theme of ["light", "dark"]) {
    it(`what is drawn stands out from its ground, and the grid does not, ${theme}`, async () => {
      await onSignals(async (page) => {
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
      async (page) => {
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${overflow} pixels too wide`);
      },
      { width: 320, height: 700 },
    );
  });

  it("is empty, but helpful, where nothing is open", async () => {
    await onPage(async (page) => {
      await go(page, "Signals");
      await page.getByText("No recording is open yet.").waitFor();
      assert.deepEqual(await accessible(page), []);
    });
  });

  it("shows labels and annotations full of markup as text", async () => {
    await onPage(async (page) => {
      await dropFiles(page, 0, [{ name: "a.edf", bytes: hostile("01.03.24") }]);
      await slotIs(page, 0, "ready");
      await showSignals(page);
      await page.locator(".signal-channels summary").click();
      assert.match(await page.locator(".signal-channels").innerText(), /<img src=x onerr/);
      assert.equal(await page.locator(".signals img, .signals script").count(), 0);
    });
  });

  it("works by two fingers: pinch zooms, a drag pans, a tap selects", async () => {
    await onSignals(async (page) => {
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
      await onPage(async (page) => {
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
    await onPage(async (page) => {
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

/** How much of the traces' canvas is ink between two parts of its width. */
function inkOf(page, from, to) {
  return page.evaluate(
    async ([begin, end]) => {
      await new Promise(requestAnimationFrame);
      const canvas = document.querySelector(".signal-plot canvas");
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const context = copy.getContext("2d", { willReadFrequently: true });
      context.drawImage(canvas, 0, 0);
      const left = Math.floor(begin * canvas.width);
      const width = Math.max(1, Math.floor((end - begin) * canvas.width));
      const { data } = context.getImageData(left, 0, width, canvas.height);
      let dark = 0;
      for (let i = 0; i < data.length; i += 4) if (data[i] < 150) dark++;
      return dark / (data.length / 4);
    },
    [from, to],
  );
}

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
