// The Group screen in Chromium: a folder of good, broken and missing files becomes a table, reasons and results, the
// same numbers as the core gives under Node; nothing that happens on the way changes them.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import {
  axeFindings,
  eventually,
  fileUrl,
  go,
  launch,
  onWatchedPage,
  openPage,
  serve,
  tabTo,
  unfold,
} from "./browser.mjs";
import { makeStudy, makeThreeVisits, recordingOf, resultsInNode } from "./study.mjs";

/** Infants of a group; fewer than five are not pooled. */
const infants = 6;
const all = 4 * infants;
const broken = recordingOf(2, 2);

let browser;
let folder;
let study;
let expected;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-group-"));
  study = join(folder, "study");
  await makeStudy(study, infants);
  await writeFile(join(study, broken), "no recording");
  await rm(join(study, recordingOf(9, 1)));
  await writeFile(join(study, ".hidden.tsv"), "not\tlooked\tat");
  expected = await resultsInNode(study);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

/**
 * Says how many cores there are, and lets a test break workers (`breakAt(measuring, options)` says which) and hold them
 * back: `holdAfter(count)` measurings the others wait, until `release()`.
 */
const prepared = (page, cores) =>
  page.addInitScript((count) => {
    Object.defineProperty(navigator, "hardwareConcurrency", { value: count });
    globalThis.measurings = 0;
    globalThis.breakAt = () => false;
    let most = Number.POSITIVE_INFINITY;
    let held = [];
    globalThis.holdAfter = (measurings) => {
      most = measurings;
      held = [];
    };
    globalThis.release = () => {
      const waiting = held;
      globalThis.holdAfter(Number.POSITIVE_INFINITY);
      for (const post of waiting) post();
    };
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, transfer) {
      if (message.kind === "measured" && globalThis.measurings >= most) {
        held.push(() => this.postMessage(message, transfer));
        return;
      }
      if (message.kind === "measured" && globalThis.breakAt(++globalThis.measurings, message.options)) {
        // What a browser does to a worker that it kills.
        this.terminate();
        setTimeout(() => this.dispatchEvent(new ErrorEvent("error", { message: "killed" })));
        return;
      }
      post.call(this, message, transfer ?? []);
    };
  }, cores);

const onGroup = (body, { cores = 3, viewport } = {}) =>
  onWatchedPage(
    browser,
    async (page) => {
      await prepared(page, cores);
      await page.reload();
      await go(page, "Group");
      await body(page);
    },
    { viewport },
  );

const chooseFolder = async (page, path = study) => {
  await page
    .getByLabel(/^Choose (a|another) folder$/)
    .and(page.locator("input"))
    .setInputFiles(path);
  await page.getByRole("heading", { name: "What was found" }).waitFor();
};

const button = (page, name) => page.getByRole("button", { name, exact: typeof name === "string" });
/** Waits for the results, and opens what is folded below them. */
async function done(page) {
  await page.locator(".study-results").waitFor({ timeout: 60_000 });
  await page.locator(".study-admin").evaluate((folded) => Object.assign(folded, { open: true }));
}
const measuredRows = (page) => page.locator('table.recordings [data-state="measured"]').count();
const release = (page) => page.evaluate(() => globalThis.release());

/** Measures, or goes on, until so many of the recordings are measured; the next one is held back. */
async function measureOnly(page, count) {
  await page.evaluate((most) => globalThis.holdAfter(most), count);
  await button(page, /^(Measure|Go on)/).click();
  await eventually(async () => assert.equal(await measuredRows(page), count), 30_000);
}

/** Pauses; the recording under way is finished. */
async function pause(page) {
  await button(page, "Pause").click();
  await release(page);
  await done(page);
}

/** Saves one of the study's files and gives its text. */
async function savedFile(page, name) {
  await button(page, "Save …").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("dialog").getByRole("button", { name }).click(),
  ]);
  await page.keyboard.press("Escape");
  return readFile(await download.path(), "utf8");
}

/** What is said is saved with its id, in no further language. */
function withoutLanguages(name, member) {
  return "id" in this && "with" in this && name !== "id" && name !== "with" ? undefined : member;
}

/** All that is saved is what the core says under Node, to the last digit. */
async function assertSameAs(page, { metrics, recordings, tables, group, reference }) {
  assert.equal(await savedFile(page, "Values (TSV)"), metrics);
  assert.equal(await savedFile(page, "Recordings (TSV)"), recordings);
  assert.deepEqual(JSON.parse(await savedFile(page, "Description of both (JSON)")), JSON.parse(tables));
  const comparison = JSON.parse(await savedFile(page, "Comparison of the groups (JSON)"));
  assert.deepEqual(comparison, JSON.parse(JSON.stringify(group, withoutLanguages)));
  assert.equal(await savedFile(page, "Infant by infant (CSV)"), reference);
}

describe("a folder of good, broken and missing files", () => {
  it("is shown before anything is measured", async () => {
    await onGroup(async (page) => {
      await chooseFolder(page);
      const facts = await page.locator(".study .facts").innerText();
      for (const fact of [
        "study",
        "BIDS",
        "12: ppd 6, control 6",
        "2: ses-1, ses-2",
        "23 of 24 sessions",
        "6",
      ])
        assert.ok(facts.includes(fact), `${fact} in ${facts}`);
      await page.getByText("1 session has no recording").click();
      assert.match(await page.locator(".study .reasons").innerText(), /sub-009 ses-1: no recording/);
      assert.equal(await page.locator('table.recordings [data-state="waiting"]').count(), all - 1);
      assert.equal(await page.locator(".study-results").count(), 0);
    });
  });

  for (const cores of [1, 4]) {
    it(`gives the core's own numbers with ${cores} cores`, async () => {
      await onGroup(
        async (page) => {
          await chooseFolder(page);
          await button(page, "Measure 23 recordings").click();
          await done(page);
          assert.equal(await measuredRows(page), all - 2);
          const failed = await page.locator("[data-failed]").innerText();
          assert.match(failed, /^sub-002\/ses-2.*\.edf: \S.* E_/);
          assert.match(await page.locator(".measuring").innerText(), /23 of 23 recordings · 1 of no use/);
          const rsa = expected.group.measures.find(({ measure }) => measure === "rsa_ln_ms2");
          assert.ok((await page.locator(".findings").innerText()).includes(rsa.later_visits[0].sentence));
          assert.match(
            await page.locator(".study-results .report-head").innerText(),
            /no infant was measured/,
          );
          await assertSameAs(page, expected);
          const aggregates = await savedFile(page, "Aggregates only (CSV)");
          assert.equal(aggregates, expected.reference_aggregates);
          const sizes = aggregates
            .trim()
            .split("\n")
            .slice(1)
            .map((line) => line.split(",")[5]);
          assert.ok(sizes.length > 0 && sizes.every((n) => n === "NA" || Number(n) >= 5), sizes.join(" "));
        },
        { cores },
      );
    });
  }

  it("follows a changed gate and question without reading a file", async () => {
    const change = ({ gates, group, ...rest }) => ({
      ...rest,
      gates: { ...gates, fewest_clean_eeg_s: 140 },
      group: { ...group, equivalence_margin_sd: 0.8 },
    });
    const other = await resultsInNode(study, change);
    assert.notEqual(other.metrics, expected.metrics);
    await onGroup(async (page) => {
      await chooseFolder(page);
      await button(page, /^Measure/).click();
      await done(page);
      const before = await page.evaluate(() => globalThis.measurings);
      await page.getByText("What enters, and what is asked").click();
      const enter = async (label, value) => {
        await page.getByLabel(label).fill(value);
        await page.keyboard.press("Tab");
      };
      await enter("Fewest seconds of clean EEG for asymmetries", "140");
      await enter(/^Equivalent within, SDs/, "0.8");
      await page.getByLabel("Only those of which something does not enter").check();
      await eventually(async () =>
        assert.match(await page.locator("table.recordings").innerText(), /clean EEG/),
      );
      await eventually(async () => assert.equal(await savedFile(page, "Values (TSV)"), other.metrics));
      await eventually(() => assertSameAs(page, other));
      assert.equal(await page.evaluate(() => globalThis.measurings), before);
      await button(page, "Back to the defaults").click();
      await eventually(() => assertSameAs(page, expected));
    });
  });

  it("paused and gone on with, or cancelled and gone on with, ends the same", async () => {
    await onGroup(
      async (page) => {
        await chooseFolder(page);
        await measureOnly(page, 3);
        await pause(page);
        assert.equal(await measuredRows(page), 4);
        assert.match(await page.locator(".run-state").innerText(), /^Stopped after \d+ of 23 recordings/);
        assert.match(await savedFile(page, "Values (TSV)"), /not measured/);
        await measureOnly(page, 8);
        await button(page, "Cancel").click();
        await done(page);
        assert.equal(await measuredRows(page), 8);
        await page.evaluate(() => globalThis.holdAfter(Number.POSITIVE_INFINITY));
        await button(page, /^Go on with the other/).click();
        await eventually(async () => assert.equal(await measuredRows(page), all - 2), 60_000);
        await done(page);
        await assertSameAs(page, expected);
        assert.equal(await page.evaluate(() => globalThis.measurings), all - 2);
      },
      { cores: 1 },
    );
  });

  it("saved half-way and opened another day is not measured again, and ends the same", async () => {
    let progress;
    await onGroup(
      async (page) => {
        await chooseFolder(page);
        await measureOnly(page, 3);
        await pause(page);
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          button(page, "Save progress").click(),
        ]);
        progress = await readFile(await download.path());
      },
      { cores: 1 },
    );
    const kept = JSON.parse(progress).recordings.length;
    assert.equal(kept, 4);
    const open = (page, buffer) =>
      page
        .getByLabel("Open saved progress")
        .and(page.locator("input"))
        .setInputFiles({ name: "progress.json", mimeType: "application/json", buffer });
    await onGroup(async (page) => {
      await chooseFolder(page);
      await open(page, Buffer.from("{}"));
      await page.getByText("This file is no saved progress of a study.").waitFor();
      await open(page, Buffer.from(progress.toString().replace(/"version": "/, '"version": "0')));
      await page.getByText(/was saved by another version/).waitFor();
      await open(page, progress);
      await page.getByText(`${kept} recordings were taken from saved progress`).waitFor();
      assert.equal(await measuredRows(page), kept);
      // What is left to do stays in sight beside the results of these few.
      await page.locator(".study-results").waitFor();
      await button(page, /^Go on with the other/).click();
      await eventually(async () => assert.equal(await measuredRows(page), all - 2), 60_000);
      await done(page);
      await assertSameAs(page, expected);
      assert.equal(await page.evaluate(() => globalThis.measurings), all - 2 - kept);
    });
  });
});

describe("a worker that is killed", () => {
  it("costs nothing the first time", async () => {
    await onGroup(async (page) => {
      await page.evaluate(() => {
        const seen = new Set();
        globalThis.breakAt = (turn, options) =>
          (turn === 3 || turn === 8) && !seen.has(options) && seen.add(options);
      });
      await chooseFolder(page);
      await button(page, /^Measure/).click();
      await done(page);
      await assertSameAs(page, expected);
    });
  });

  it("costs its file the second time, and the others go on; another try mends it", async () => {
    await onGroup(
      async (page) => {
        await page.evaluate(() => {
          const seen = new Set();
          globalThis.breakAt = (_, options) => {
            // The first file's options: its age and visit tell it from most others; two tries are broken.
            if (seen.size === 0) seen.add(options);
            globalThis.tries ??= 0;
            return seen.has(options) && globalThis.tries++ < 2;
          };
        });
        await chooseFolder(page);
        await button(page, /^Measure/).click();
        await done(page);
        assert.match(await page.locator("[data-failed]").innerText(), /stopped twice.* E_PAGE_BROKEN/);
        assert.equal(await measuredRows(page), all - 3);
        await button(page, "Try 1 failed file again").click();
        await eventually(async () => assert.equal(await measuredRows(page), all - 2), 30_000);
        await done(page);
        await assertSameAs(page, expected);
      },
      { cores: 2 },
    );
  });
});

describe("other folders", () => {
  it("a folder that is no study is said to be none, and what is open next is not harmed", async () => {
    const none = join(folder, "none");
    await mkdir(none);
    await writeFile(join(none, "letter.txt"), "Dear Sir or Madam");
    await onGroup(async (page) => {
      await page.getByLabel("Choose a folder").and(page.locator("input")).setInputFiles(none);
      await page.locator(".study .failure").waitFor();
      assert.match(await page.locator(".study .failure").innerText(), /E_COHORT_EMPTY/);
      await chooseFolder(page);
      assert.equal(await page.locator(".study .failure").count(), 0);
    });
  });

  it("three visits of a flat folder with a table have a result for each later visit", async () => {
    const three = join(folder, "three");
    await makeThreeVisits(three, 5);
    const core = await resultsInNode(three);
    await onGroup(async (page) => {
      await chooseFolder(page, three);
      await button(page, "Measure 30 recordings").click();
      await done(page);
      await assertSameAs(page, core);
      const rsa = page.locator("section.evidence", { has: page.locator("#group-rsa_ln_ms2") });
      assert.deepEqual(await rsa.locator(".block h3").allInnerTexts(), [
        "Means by group and visit",
        "t2 against t1",
        "t3 against t1",
      ]);
      assert.equal(await page.locator(".findings > div:first-child dd").count(), 2);
      const f = core.group.measures.find(({ measure }) => measure === "rsa_ln_ms2").group_by_time;
      assert.ok(
        (await rsa.locator(".sign").innerText()).startsWith(`Group × time: F(2, ${f.df_den.toFixed(0)}`),
      );
    });
  });

  for (const place of ["as a local file", "over http"]) {
    it(`a folder that is dropped on the page ${place} is opened like one that is chosen`, async () => {
      const server = await serve();
      const { page, watch, close } = await openPage(browser, place === "over http" ? server.url : fileUrl);
      await go(page, "Group");
      if (place === "over http")
        await page.evaluate(() => {
          delete DataTransferItem.prototype.getAsFileSystemHandle; // as other browsers are
        });
      const devtools = await page.context().newCDPSession(page);
      const data = { items: [], files: [study], dragOperationsMask: 1 };
      for (const type of ["dragEnter", "dragOver", "drop"])
        await devtools.send("Input.dispatchDragEvent", { type, x: 700, y: 300, data });
      await page.getByRole("heading", { name: "What was found" }).waitFor();
      assert.match(await page.locator(".study .facts").innerText(), /23 of 24 sessions/);
      assert.deepEqual(await watch(), []);
      await close();
      await server.close();
    });
  }
});

describe("the simulated study", () => {
  it("opens at once, says that it is simulated, and shows what is in the core", async () => {
    await onGroup(async (page) => {
      await button(page, /Open the simulated study/).click();
      // What was compared and found comes first; how it came about is folded below it.
      const title = page.getByRole("heading", { level: 1 });
      await title.filter({ hasText: "Change from ses-1 to ses-2: ppd against control" }).waitFor();
      assert.equal(await page.getByRole("heading", { name: "What was found" }).isVisible(), false);
      await page.getByText("Folder, recordings, and what is asked of them").click();
      await page.getByRole("heading", { name: "What was found" }).waitFor();
      await done(page);
      assert.match(await page.locator(".badge").innerText(), /no infant was measured/);
      assert.match(await page.locator(".cautions").innerText(), /The recordings are simulated/);
      assert.equal(await page.locator(".findings > div").count(), 3);
      assert.equal(await page.locator("#group-faa_f4_f3 ~ .figure .group-infant").count(), 80);
      assert.match(await savedFile(page, "Infant by infant (CSV)"), /"simulated, 40 infants/);
      assert.match(await savedFile(page, "Aggregates only (CSV)"), /value,rsa_ln_ms2,NA,4.0,5.0,12,3\.37/);
      await button(page, "Close this study").click();
      assert.equal(await page.locator(".study-results").count(), 0);
    });
  });

  it("is reached, read and saved by keyboard alone", async () => {
    await onGroup(async (page) => {
      await tabTo(page, /^Choose a folder$/);
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
      await chooser.setFiles(study);
      await page.getByRole("heading", { name: "What was found" }).waitFor();
      await tabTo(page, /^Measure 23/);
      await page.keyboard.press("Enter");
      await done(page);
      await tabTo(page, /^Save …$/);
      await page.keyboard.press("Enter");
      await tabTo(page, /^Values \(TSV\)$/);
      const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
      assert.equal(await readFile(await download.path(), "utf8"), expected.metrics);
      await page.keyboard.press("Escape");
      await tabTo(page, /^As a table$/);
      await page.keyboard.press("Enter");
      await page.getByRole("region", { name: "Effect sizes, table" }).waitFor();
      await tabTo(page, /^What enters/);
      await page.keyboard.press("Enter");
      await page.getByLabel(/^Equivalent within, SDs/).waitFor();
    });
  });

  it("fits a screen 320 pixels wide", async () => {
    await onGroup(
      async (page) => {
        await button(page, /Open the simulated study/).click();
        await done(page);
        await page.getByText("What enters, and what is asked").click();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${overflow} pixels`);
      },
      { viewport: { width: 320, height: 700 } },
    );
  });
});

describe("axe finds nothing", () => {
  for (const theme of ["light", "dark"]) {
    it(`in any state of the screen, ${theme}`, async () => {
      await onGroup(
        async (page) => {
          await page.emulateMedia({ reducedMotion: "reduce" }); // colours on their way from one theme to the other are none
          await page.getByLabel("Appearance").selectOption(theme);
          const clean = async (state) =>
            assert.deepEqual(await axeFindings(page, { coloursOnly: theme === "dark" }), [], state);
          await clean("nothing open");
          await chooseFolder(page);
          await clean("found");
          await page.getByText("What enters, and what is asked").click();
          await page.getByLabel(/^Equivalent within, SDs/).fill("99");
          await page.getByText("1 session has no recording").click();
          await clean("gates open, one of them wrong");
          await page.getByLabel(/^Equivalent within, SDs/).fill("0.5");
          await measureOnly(page, 1);
          await clean("measuring");
          await pause(page);
          await clean("paused");
          await button(page, /^Go on/).click();
          await eventually(async () => assert.equal(await measuredRows(page), all - 2), 60_000);
          await done(page);
          await clean("done");
          await unfold(page);
          await clean("done, everything unfolded");
          await button(page, "Save …").click();
          await clean("saving");
        },
        { cores: 1 },
      );
    });
  }
});
