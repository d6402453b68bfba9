// The whole way in a real browser, over http and from a local file: files in, report out, nothing else.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import {
  dropFiles,
  eventually,
  fileUrl,
  go,
  goToCheck,
  launch,
  onWatchedPage,
  openExample,
  openPage,
  refusal,
  root,
  savedReport,
  serve,
  showReport,
  slotIs,
} from "./browser.mjs";
import { hostile, onlyEcg, onlyEeg, simulatedVisit } from "./recordings.mjs";

let browser;
let server;
let baseline;
let followUp;
let folder;

before(async () => {
  browser = await launch();
  server = await serve();
  baseline = await simulatedVisit("improved", 0);
  followUp = await simulatedVisit("improved", 1);
  folder = await mkdtemp(join(tmpdir(), "attune-"));
});

after(async () => {
  await browser?.close();
  await server?.close();
  if (folder) await rm(folder, { recursive: true });
});

/** Runs `body` on a fresh page and then asserts that the page did nothing it must not do. */
const onPage = (url, body) => onWatchedPage(browser, body, { url });

for (const place of ["http", "file"]) {
  const url = () => (place === "http" ? server.url : fileUrl);

  describe(`the page over ${place}`, () => {
    it("turns two dropped files into a report, in order of time, without a single request", async () => {
      const askedBefore = server.asked.length;
      await onPage(url(), async (page) => {
        // The later one first: the start times in the files decide.
        await dropFiles(page, 0, [
          { name: "later.edf", bytes: followUp },
          { name: "earlier.edf", bytes: baseline },
        ]);
        await showReport(page);
        const { report } = await savedReport(page);
        assert.equal(report.visits.length, 2);
        assert.equal(report.visits[0].label, "baseline");
        assert.equal(report.visits[0].file.bytes, baseline.length);
        assert.equal(report.visits[1].days_from_first, 63);
        assert.match(
          await page.locator(".lead").innerText(),
          /recordings differ by more than their own measurement error/,
        );
        assert.match(await page.locator(".trust").innerText(), /0 requests/);
      });
      // Over http the page itself is asked for once; from a file nothing is.
      assert.equal(server.asked.length - askedBefore, place === "http" ? 1 : 0);
    });

    it("shows an example dyad in one click, with the true values on request", async () => {
      await onPage(url(), async (page) => {
        await openExample(page);
        assert.equal(await page.locator(".domain").count(), 4);
        assert.match(
          await page.locator(".attention").innerText(),
          /Baseline: The mother’s EPDS total is at or above 13/,
        );
        await page.getByText("Show the true values").click();
        await page.getByRole("region", { name: "What was put into this example, table" }).waitFor();
      });
    });

    it("blocks every attempt to reach the network and counts it", async () => {
      const askedBefore = server.asked.length;
      const { page, close } = await openPage(browser, url());
      const outcome = await page.evaluate(
        async (target) => {
          const blocked = [];
          await fetch(target).catch(() => blocked.push("fetch"));
          await new Promise((done) => {
            const request = new XMLHttpRequest();
            request.onerror = () => {
              blocked.push("xhr");
              done();
            };
            request.onload = done;
            request.open("GET", target);
            request.send();
          });
          await new Promise((done) => {
            const image = new Image();
            image.onerror = () => {
              blocked.push("image");
              done();
            };
            image.onload = done;
            image.src = `${target}.png`;
          });
          await new Promise((done) => {
            const script = document.createElement("script");
            script.onerror = () => {
              blocked.push("script");
              done();
            };
            script.onload = done;
            script.src = `${target}.js`;
            document.head.append(script);
          });
          return blocked;
        },
        `${server.url.replace("attune.html", "leak")}`,
      );
      assert.deepEqual(outcome, ["fetch", "xhr", "image", "script"]);
      await page.locator('[data-blocked="4"]').waitFor();
      assert.match(await page.locator(".trust").innerText(), /4 attempts were blocked/);
      await close();
      assert.deepEqual(
        server.asked.slice(askedBefore).filter((path) => path !== "/attune.html"),
        [],
      );
    });

    it("says what is wrong with a file that is no recording, and keeps the other one", async () => {
      await onPage(url(), async (page) => {
        await dropFiles(page, 0, [{ name: "baseline.edf", bytes: baseline }]);
        await slotIs(page, 0, "ready");
        await dropFiles(page, 1, [
          { name: "letter.edf", bytes: Buffer.from("<!doctype html><p>404</p>".repeat(40)) },
        ]);
        assert.match(await refusal(page, "letter.edf"), /E_[A-Z_]+/);
        await slotIs(page, 0, "ready");
        await slotIs(page, 1, "empty");
        await dropFiles(page, 1, [{ name: "follow-up.edf", bytes: followUp }]);
        await page.getByRole("link", { name: "Show the report" }).waitFor({ timeout: 120_000 });
      });
    });

    it("reads what is there of a truncated file and says so in Check", async () => {
      await onPage(url(), async (page) => {
        const cut = followUp.subarray(0, Math.floor(followUp.length * 0.8) + 101);
        await dropFiles(page, 0, [{ name: "baseline.edf", bytes: baseline }]);
        await dropFiles(page, 1, [{ name: "cut.edf", bytes: cut }]);
        await page.getByRole("link", { name: "Show the report" }).waitFor({ timeout: 120_000 });
        await goToCheck(page);
        const found = page.getByRole("region", { name: "Follow-up", exact: true });
        assert.match(await found.locator(".diagnostics").innerText(), /missing|end/i);
      });
    });

    it("reads a gzipped recording by its content, and refuses a damaged one and a bomb", async () => {
      await onPage(url(), async (page) => {
        const packed = gzipSync(baseline);
        await dropFiles(page, 0, [{ name: "no-ending", bytes: packed }]);
        await slotIs(page, 0, "ready");
        await dropFiles(page, 1, [{ name: "cut.edf.gz", bytes: packed.subarray(0, packed.length / 2) }]);
        assert.match(await refusal(page, "cut.edf.gz"), /gzip.*E_GZIP_DAMAGED/s);
        await dropFiles(page, 1, [{ name: "bomb.edf.gz", bytes: gzipSync(Buffer.alloc(64 << 20)) }]);
        await refusal(page, "E_GZIP_BOMB");
        await dropFiles(page, 1, [{ name: "follow-up.edf", bytes: followUp }]);
        await showReport(page);
        const { report } = await savedReport(page);
        assert.equal(report.visits[0].file.bytes, baseline.length);
        assert.equal(report.visits[0].file.sha256, createHash("sha256").update(baseline).digest("hex"));
      });
    });

    it("saves a copy without names and proves that its samples are the same", async () => {
      await onPage(url(), async (page) => {
        const named = Buffer.from(baseline);
        named.write("MCH-0234567 F 02-MAY-2023 Doe_Jane".padEnd(80), 8, "latin1");
        await dropFiles(page, 0, [{ name: "jane-doe.edf", bytes: named }]);
        await slotIs(page, 0, "ready");
        await goToCheck(page);
        await page.getByText("Save a copy without names").click();
        await page.getByRole("button", { name: "Make the copy" }).click();
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name: "Save the copy" }).click(),
        ]);
        assert.equal(download.suggestedFilename(), "baseline-without-names.edf");
        const copy = await readFile(await download.path());
        assert.equal(copy.length, named.length);
        assert.equal(copy.toString("latin1", 8, 88).trim(), "X X X X");
        assert.ok(!copy.includes("Doe_Jane"));
        const headerBytes = Number(named.toString("latin1", 184, 192));
        assert.ok(copy.subarray(headerBytes).equals(named.subarray(headerBytes)));
        const found = page.getByRole("region", { name: "Baseline", exact: true });
        assert.match(await found.innerText(), /every byte after the header is the same/);
        assert.match(await found.innerText(), /the signals themselves\s+kept/);
        await page.getByLabel("Also replace every letter of the annotations").check();
        await page.getByRole("button", { name: "Make the copy" }).click();
        await page.getByText("The copy was read back: every sample is the same.").waitFor();
      });
    });

    it("refuses an empty file and a header without samples in words", async () => {
      await onPage(url(), async (page) => {
        await dropFiles(page, 0, [{ name: "empty.edf", bytes: Buffer.alloc(0) }]);
        assert.ok((await refusal(page, "empty.edf")).length > 30);
        await dropFiles(page, 1, [{ name: "header.edf", bytes: baseline.subarray(0, 700) }]);
        assert.ok((await refusal(page, "header.edf")).length > 30);
        await slotIs(page, 0, "empty");
        await slotIs(page, 1, "empty");
      });
    });

    it("reports the heart and says that there is no EEG, and the other way round", async () => {
      await onPage(url(), async (page) => {
        await dropFiles(page, 0, [
          { name: "a.edf", bytes: onlyEcg("01.03.24") },
          { name: "b.edf", bytes: onlyEcg("03.05.24") },
        ]);
        await showReport(page);
        const brain = page.getByRole("region", { name: /^Brain/ }).last();
        assert.match(await brain.innerText(), /no EEG/i);
        assert.match(await page.locator(".domain").nth(1).innerText(), /Cannot be judged/);
        await go(page, "Open");
        await page.getByRole("button", { name: "Start over" }).click();
        await dropFiles(page, 0, [
          { name: "a.edf", bytes: onlyEeg("01.03.24") },
          { name: "b.edf", bytes: onlyEeg("03.05.24") },
        ]);
        await showReport(page);
        const heart = page.getByRole("region", { name: /^Heart/ }).last();
        assert.match(await heart.innerText(), /no heart results/);
        assert.match(await page.locator(".domain").nth(0).innerText(), /Cannot be judged/);
      });
    });

    it("takes a list of intervals in place of an ECG, and says what is wrong with a list", async () => {
      await onPage(url(), async (page) => {
        await dropFiles(page, 0, [{ name: "a.edf", bytes: onlyEeg("01.03.24") }]);
        await slotIs(page, 0, "ready");
        await goToCheck(page);
        const list = (name, text) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
        const picker = page.getByLabel("Use a list of beats: Baseline");
        await picker.setInputFiles(list("bad.txt", "400\nfour hundred\n"));
        await page.getByText(/The list of beats cannot be read: .*line 2/).waitFor();
        await page.getByRole("button", { name: "Use the recording’s ECG again" }).click();
        const intervals = Array.from({ length: 300 }, (_, i) => (400 + 10 * Math.sin(i)).toFixed(2));
        await picker.setInputFiles(list("nn.txt", intervals.join("\n")));
        await page.locator(".part-said", { hasText: "list of beats" }).waitFor();
      });
    });

    it("notices that the same file was given twice", async () => {
      await onPage(url(), async (page) => {
        await dropFiles(page, 0, [{ name: "one.edf", bytes: baseline }]);
        await dropFiles(page, 1, [{ name: "copy.edf", bytes: baseline }]);
        await showReport(page);
        assert.match(await page.locator(".attention[data-weight=danger]").innerText(), /same/i);
      });
    });

    it("offers to put visits in order that were given the wrong way round", async () => {
      await onPage(url(), async (page) => {
        await dropFiles(page, 0, [{ name: "later.edf", bytes: followUp }]);
        await slotIs(page, 0, "ready");
        await dropFiles(page, 1, [{ name: "earlier.edf", bytes: baseline }]);
        await showReport(page);
        assert.match(await page.locator(".attention[data-weight=danger]").innerText(), /swapped/);
        await page.getByRole("button", { name: "Put the visits in order of time" }).click();
        await page.locator(".attention[data-weight=danger]").waitFor({ state: "detached" });
        const { report } = await savedReport(page);
        assert.equal(report.visits[0].file.bytes, baseline.length);
        assert.equal(report.visits[0].label, "baseline");
      });
    });

    it("opens the recordings of a folder and swaps them by hand", async () => {
      await onPage(url(), async (page) => {
        const path = join(folder, `visits-${place}`);
        await mkdir(path);
        await writeFile(join(path, "a.edf"), onlyEcg("01.01.85"));
        await writeFile(join(path, "b.EDF"), onlyEeg("01.01.85"));
        await writeFile(join(path, "notes.txt"), "not a recording");
        await page.getByLabel("Open a folder").setInputFiles(path);
        await page.getByRole("link", { name: "Show the report" }).waitFor();
        assert.equal(await page.locator(".slot.ready").count(), 2);
        await goToCheck(page);
        const labels = () => page.locator(".visit .channels").allInnerTexts();
        const before = await labels();
        await page.getByRole("button", { name: "Swap with baseline" }).click();
        await eventually(async () => assert.deepEqual(await labels(), [...before].reverse()));
      });
    });

    it("takes a third visit", async () => {
      await onPage(url(), async (page) => {
        await dropFiles(page, 0, [
          { name: "1.edf", bytes: baseline },
          { name: "2.edf", bytes: followUp },
        ]);
        await slotIs(page, 1, "ready");
        await page.getByRole("button", { name: "Add a visit" }).click();
        await dropFiles(page, 2, [{ name: "3.edf", bytes: await simulatedVisit("mixed", 1) }]);
        await slotIs(page, 2, "ready");
        await showReport(page);
        const { report } = await savedReport(page);
        assert.deepEqual(
          report.visits.map((visit) => visit.label),
          ["baseline", "follow-up", "visit 3"],
        );
        assert.equal(report.measures[0].changes.length, 2);
      });
    });

    it("cancels reading at once and leaves the other visit alone", async () => {
      await onPage(url(), async (page) => {
        await dropFiles(page, 0, [{ name: "baseline.edf", bytes: baseline }]);
        await slotIs(page, 0, "ready");
        // 4 GB of silence behind a real header, which take no room on the disk: long enough to be cancelled.
        const path = join(folder, `long-${place}.edf`);
        await writeFile(path, onlyEcg("03.05.24").subarray(0, 512));
        await truncate(path, 2 ** 32);
        await page.getByLabel("Choose a file for Follow-up").setInputFiles(path);
        await page.locator('[data-slot="1"] progress').waitFor();
        const before = Date.now();
        await page.getByRole("button", { name: "Cancel reading Follow-up" }).click();
        await slotIs(page, 1, "empty");
        assert.ok(Date.now() - before < 2000, "cancelling takes no longer than a moment");
        await slotIs(page, 0, "ready");
      });
    });

    it("survives a file that changes while it is read, and a worker that breaks", async () => {
      await onPage(url(), async (page) => {
        const path = join(folder, `changing-${place}.edf`);
        await dropFiles(page, 0, [{ name: "baseline.edf", bytes: baseline }]);
        await slotIs(page, 0, "ready");
        // Cut at once, and cut in the midst of it.
        for (const progress of ["", /[1-9]\d*\sMB of/]) {
          await writeFile(path, followUp);
          await truncate(path, 2 ** 32);
          await page.locator('[data-slot="1"] input[type=file]').setInputFiles(path);
          await page.locator('[data-slot="1"]', { hasText: progress }).waitFor();
          await writeFile(path, "gone");
          await slotIs(page, 1, "failed");
          assert.match(await page.locator('[data-slot="1"] .failure').innerText(), /moved or changed/);
        }
        await dropFiles(page, 1, [{ name: "follow-up.edf", bytes: followUp }]);
        await page.getByRole("link", { name: "Show the report" }).waitFor({ timeout: 120_000 });
        // The last worker that was started belongs to the follow-up.
        const workers = page.workers();
        await workers[workers.length - 1].evaluate(() => {
          setTimeout(() => {
            throw new Error("out of memory");
          }, 0);
        });
        await go(page, "Open");
        await slotIs(page, 1, "failed");
        assert.match(await page.locator('[data-slot="1"] .failure').innerText(), /memory/);
        await slotIs(page, 0, "ready");
      });
    });

    it("shows labels full of markup as text", async () => {
      await onPage(url(), async (page) => {
        await dropFiles(page, 0, [{ name: "<b>bold</b>.edf", bytes: hostile("01.03.24") }]);
        await slotIs(page, 0, "ready");
        assert.match(await page.locator('[data-slot="0"]').innerText(), /<b>bold<\/b>\.edf/);
        await goToCheck(page);
        assert.match(await page.locator(".check").innerText(), /<img src=x onerr/);
        assert.equal(await page.locator(".check img").count(), 0);
      });
    });
  });
}

describe("what leaves the page", () => {
  it("is named and titled without a trace of the files' names", async () => {
    await onPage(fileUrl, async (page) => {
      await dropFiles(page, 0, [
        { name: "jane-doe-1.edf", bytes: baseline },
        { name: "jane-doe-2.edf", bytes: followUp },
      ]);
      await showReport(page);
      const saved = await savedReport(page);
      assert.equal(saved.name, "attune-report.json");
      assert.ok(!/jane/i.test(saved.text));
      assert.ok(!/jane/i.test(await page.title()));
      assert.ok(!/jane/i.test(await page.locator("body").innerText()));
      assert.ok(!saved.text.includes("2024-03"), "a date identifies, so the report holds none");
    });
  });

  it("is what the page shows", async () => {
    await onPage(fileUrl, async (page) => {
      await openExample(page, "mixed");
      const { report } = await savedReport(page);
      await page.getByText("Other states").click();
      const rows = page.locator("table.measures tbody tr");
      const all = report.measures;
      await eventually(async () => assert.equal(await rows.count(), all.length));
      const shown = await rows.allInnerTexts();
      all.forEach((measure, row) => {
        for (const { value } of measure.visits) {
          if (value === null) continue;
          // Coded shares are shown in percent.
          const text =
            measure.domain === "still_face"
              ? Math.abs(100 * value).toFixed(Math.max(0, measure.decimals - 2))
              : Math.abs(value).toFixed(measure.decimals);
          assert.ok(shown[row].includes(text), `${measure.title}: ${text} in "${shown[row]}"`);
        }
      });
    });
  });

  const attune = resolve(root, "build/release/attune");
  it(
    "equals the command line's report of the same files to 1e-12",
    { skip: !existsSync(attune) },
    async () => {
      const paths = [join(folder, "baseline.edf"), join(folder, "follow-up.edf")];
      await writeFile(paths[0], baseline);
      await writeFile(paths[1], followUp);
      const run = promisify(execFile);
      const { stdout } = await run(attune, ["report", "--visit", paths[0], "--visit", paths[1]], {
        maxBuffer: 1 << 28,
      });
      await onPage(fileUrl, async (page) => {
        await page.getByLabel("Choose a file for Baseline").setInputFiles(paths);
        await showReport(page);
        const { report } = await savedReport(page);
        assert.deepEqual(differences(report, JSON.parse(stdout)), []);
      });
    },
  );
});

/** Paths at which two JSON values differ; numbers may differ by 1e-12 of their size. */
function differences(a, b, path = "") {
  if (typeof a === "number" && typeof b === "number") {
    return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b)) ? [] : [`${path}: ${a} and ${b}`];
  }
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") {
    return a === b ? [] : [`${path}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`];
  }
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) => differences(a[key], b[key], `${path}/${key}`));
}
