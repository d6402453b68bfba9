// What a person or a browser can interrupt: a recording's worker that ends by itself, a page that is left while a number
// is being typed, names longer than any screen is wide.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import {
  choose,
  dropFiles,
  eventually,
  fileUrl,
  go,
  goToCheck,
  launch,
  serve,
  showReport,
  slotIs,
} from "./browser.mjs";
import { annotatedEcg, onlyEcg } from "./recordings.mjs";

let browser;
let server;
before(async () => {
  browser = await launch();
  server = await serve();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the page in a window of its own, whose workers stand in `workers`. */
async function onPage(url, body) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      globalThis.workers = [];
      globalThis.Worker = class extends Worker {
        constructor(...how) {
          super(...how);
          globalThis.workers.push(this);
        }
      };
    });
    await page.goto(url);
    await page.locator("h1").waitFor();
    await body(page);
  } finally {
    await context.close();
  }
}

const two = () => [
  { name: "a.edf", bytes: onlyEcg("01.03.24") },
  { name: "b.edf", bytes: onlyEcg("01.05.24") },
];

/** Ends every worker as the browser does: nobody is told. */
const endWorkers = (page) =>
  page.evaluate(() => {
    for (const worker of globalThis.workers.splice(0)) worker.terminate();
  });

describe("a worker that ends by itself", () => {
  for (const where of ["from a server", "as a local file"])
    it(`is said with a way on, and its recording is ready no more, ${where}`, async () => {
      await onPage(where === "from a server" ? server.url : fileUrl, async (page) => {
        await dropFiles(page, 0, two());
        for (const slot of [0, 1]) await slotIs(page, slot, "ready");
        await endWorkers(page);
        for (const slot of [0, 1]) {
          await slotIs(page, slot, "failed");
          await page.locator(`[data-slot="${slot}"]`).getByText("E_PAGE_BROKEN").waitFor();
        }
        assert.equal(await page.locator(".slot.ready").count(), 0);
        await page.getByRole("button", { name: "Try again: Baseline" }).click();
        await slotIs(page, 0, "ready");
        await page.getByRole("button", { name: "Try again: Follow-up" }).click();
        await slotIs(page, 1, "ready");
        await showReport(page);
      });
    });

  it("does not stand in the way of the next recording while nothing is open", async () => {
    await onPage(server.url, async (page) => {
      await page.waitForFunction(() => globalThis.workers.length >= 3);
      await dropFiles(page, 0, two().slice(0, 1));
      await slotIs(page, 0, "ready");
      await page.getByRole("button", { name: "Remove Baseline" }).click();
      await endWorkers(page);
      await dropFiles(page, 0, two());
      for (const slot of [0, 1]) await slotIs(page, slot, "ready");
      await showReport(page);
    });
  });
});

describe("an age that is being typed", () => {
  it("counts before its field is left: on leaving the page, and after a moment", async () => {
    await onPage(server.url, async (page) => {
      await dropFiles(page, 0, two());
      for (const slot of [0, 1]) await slotIs(page, slot, "ready");
      await go(page, "Check");
      const age = page.getByLabel("Age in months").first();
      await age.focus();
      const asksToStay = () =>
        page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
      assert.equal(await asksToStay(), false);
      await page.keyboard.type("4.5");
      assert.equal(await asksToStay(), true);
      await page.keyboard.type("5");
      await page.waitForTimeout(1000);
      assert.equal(await age.inputValue(), "4.55", "what is being typed stays as it is typed");
      await page.evaluate(() => {
        location.hash = "open";
      });
      await page.locator("[data-slot]").first().waitFor();
      await go(page, "Check");
      await eventually(async () => assert.equal(await age.inputValue(), "4.6"));
    });
  });
});

describe("names of 10,000 letters", () => {
  const long = (letter) => letter.repeat(10_000);
  const fitsWidth = (page, screen) =>
    eventually(async () => {
      const [width, wide] = await page.evaluate(() => {
        const parts = [...document.querySelectorAll("main :not(svg *)")].filter(
          (part) => part.getBoundingClientRect().width > 1e4,
        );
        const names = parts.map((part) => `${part.closest("[class]").className} ${part.tagName}`);
        return [document.documentElement.scrollWidth, [...new Set(names)]];
      });
      assert.deepEqual([width <= 1366, wide], [true, []], `${screen} is ${width} px wide`);
    });

  it("do not widen a table of scores", async () => {
    await onPage(server.url, async (page) => {
      await dropFiles(page, 0, two());
      for (const slot of [0, 1]) await slotIs(page, slot, "ready");
      await goToCheck(page);
      const [who, other] = [long("a"), long("b")];
      const table = `record_id,redcap_event_name,epds,${long("c")}\n${who},${long("v")},8,1\n${who},${long("w")},5,2\n${other},${long("v")},9,3\n`;
      await choose(page, "Choose a table", table);
      await page.locator(".panel-box h4").waitFor();
      await fitsWidth(page, "Check");
    });
  });

  it("do not widen a study", async () => {
    const folder = await mkdtemp(join(tmpdir(), "attune-names-"));
    try {
      const rows = ["participant,visit,group,file"];
      for (const infant of ["A", "B", "C", "D"])
        for (const visit of ["1", "2"]) {
          const file = `${infant.repeat(200)}-${visit}.edf`;
          rows.push(`${long(infant)},${long(visit)},${long(infant < "C" ? "g" : "h")},${file}`);
          const day = `0${infant.charCodeAt(0) - 64}.0${visit}.24`;
          await writeFile(join(folder, file), infant === "D" ? "no recording" : onlyEcg(day));
        }
      await writeFile(join(folder, "study.csv"), `${rows.join("\n")}\n`);
      await onPage(server.url, async (page) => {
        await go(page, "Group");
        await page.getByLabel("Choose a folder").and(page.locator("input")).setInputFiles(folder);
        await page.getByRole("button", { name: "Measure 8 recordings" }).waitFor();
        await fitsWidth(page, "Group, found");
        await page.getByRole("button", { name: "Measure 8 recordings" }).click();
        await page.locator(".study-results").waitFor({ timeout: 60_000 });
        await page.evaluate(() => {
          for (const part of document.querySelectorAll("details")) part.open = true;
        });
        await fitsWidth(page, "Group, compared");
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("do not widen the screens of one infant", async () => {
    await onPage(server.url, async (page) => {
      const phases = [
        [0, 60, "baseline"],
        [60, 120, long("P")],
      ];
      await dropFiles(page, 0, [
        { name: `${"n".repeat(240)}.edf`, bytes: annotatedEcg("01.03.24", phases) },
        { name: `${"m".repeat(240)}.edf`, bytes: annotatedEcg("01.05.24", phases) },
      ]);
      for (const slot of [0, 1]) await slotIs(page, slot, "ready");
      await fitsWidth(page, "Open");
      for (const screen of ["Check", "Signals"]) {
        await go(page, screen);
        await page.evaluate(() => {
          for (const part of document.querySelectorAll("details")) part.open = true;
        });
        await fitsWidth(page, screen);
      }
      await go(page, "Open");
      await showReport(page);
      await fitsWidth(page, "Report");
    });
  });
});
