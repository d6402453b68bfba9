// Twelve ways in which a technician can be wrong. Each is said on Check, before the report is read, in plain words, with
// what to do; and where a choice settles it, the choice stands in its place.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  axeFindings,
  dropFiles,
  eventually,
  fileUrl,
  go,
  launch,
  onWatchedPage,
  openPage,
  openSaved,
  reportThat,
  savedReport,
  savedWork,
  showReport,
  slotIs,
} from "./browser.mjs";
import { mistakes } from "./mistakes.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const onPage = (body, options = {}) => onWatchedPage(browser, body, options);

/** Opens the two recordings and goes to Check. */
async function check(page, recordings) {
  for (const [index, bytes] of recordings.entries()) {
    await dropFiles(page, index, [{ name: `${index}.edf`, bytes }]);
    await slotIs(page, index, "ready");
  }
  await go(page, "Check");
}

const doubts = (page) => page.locator(".doubts .diagnostics li");
const doubt = (page, words) => doubts(page).filter({ hasText: words });

/** One page for all that only have to be said: opening another is most of the time. */
describe("a mistake is said on Check, with what to do", () => {
  let page;
  let close;
  before(async () => {
    ({ page, close } = await openPage(browser, fileUrl));
  });
  after(() => close?.());

  for (const [name, says, todo, action] of [
    ["wrong visit order", /not in order of time/, /./, "Put the visits in order of time"],
    [
      "wrong person",
      /name two different persons \(other patient code, sex, birth date\)/,
      /Choose the recordings of one infant/,
      "Choose another recording",
    ],
    ["wrong unit", /which no EEG has; in mV/, /set the unit of these channels/, "These numbers are mV"],
    [
      "another reference",
      /against A2 at baseline and against Cz at follow-up/,
      /have both read against one that both can be given: average, Cz/,
      "Read both against: average",
    ],
    [
      "heart in the EEG box",
      /No ECG channel was found/,
      /If it was recorded through the EEG box, say in which channel/,
      null,
    ],
    [
      "half the file",
      /last 3 min of this recording is missing \(50 %\)/,
      /Copy it again/,
      "Choose another recording",
    ],
    [
      "calibration at the start",
      /From 0 s on, for 1 min 1 s, all 10 EEG channels hold one and the same constant signal/,
      /look at it under Signals/,
      "Keep what is marked as bad",
    ],
    ["paused", /has 1 gap, 30 s in all/, /If nobody paused it, a part of the file is missing/, null],
    ["clipped", /In 10 EEG channels the amplifier is at its limit/, /set a lower gain/, null],
    [
      "filtered",
      /10 EEG channels were low-passed at 8 Hz, inside the band of 6 to 9 Hz/,
      /If there is an export without the filter, open that/,
      null,
    ],
    [
      "phases missing",
      /do not have the same phases/,
      /add them under Phases on the Check screen/,
      "Show the phases",
    ],
  ])
    it(name, async () => {
      await go(page, "Open");
      await check(page, await mistakes[name]());
      const said = doubt(page, says);
      await said.first().waitFor();
      assert.match(await said.first().innerText(), todo);
      if (action) assert.ok(await said.first().getByText(action, { exact: true }).isVisible());
      await eventually(async () => assert.match(await page.locator("h1").innerText(), /needs? a look/));
    });

  it("inverted ECG, which needs no decision, among the notes", async () => {
    await go(page, "Open");
    await check(page, await mistakes["inverted ECG"]());
    await page.locator(".visit").nth(1).getByText("Notes", { exact: true }).click();
    const note = page.getByText(/^The QRS of this ECG points down/);
    await note.waitFor();
    assert.match(await note.innerText(), /nothing needs to be done/);
  });
});

describe("what is chosen in its place", () => {
  it("one click gives both recordings a common reference, kept in saved work and named in the report", async () => {
    const recordings = await mistakes["another reference"]();
    let work;
    await onPage(async (page) => {
      await check(page, recordings);
      await doubt(page, /against A2/).waitFor();
      const faa = ({ measures }) => measures.find(({ id }) => id === "faa_f4_f3").changes[0];
      await showReport(page);
      const before = (await savedReport(page)).report;
      assert.equal(before.diagnostics.filter(({ code }) => code === "W_REFERENCES_DIFFER").length, 1);
      assert.equal(faa(before).ladder.strength, "not_comparable");
      // The report offers it where it says so.
      await page.getByRole("button", { name: "Read both against: average" }).waitFor();
      await go(page, "Check");
      await page.getByRole("button", { name: "Read both against: average" }).click();
      await page.getByText("Both recordings are read against: average.").waitFor();
      await doubt(page, /against A2/).waitFor({ state: "detached" });
      const report = await reportThat(
        page,
        ({ provenance }) => provenance.settings.eeg.reference === "average",
      );
      assert.deepEqual(
        report.diagnostics.filter(({ code }) => code === "W_REFERENCES_DIFFER"),
        [],
      );
      assert.notEqual(faa(report).ladder.strength, "not_comparable");
      assert.ok(report.visits.every(({ eeg }) => eeg.reference === "average (computed)"));
      await page.getByText("made with settings that are not the defaults").waitFor();
      work = await savedWork(page);
    });
    assert.equal(JSON.parse(work).settings.eeg.reference, "average");
    await onPage(async (page) => {
      await openSaved(page, work);
      await check(page, recordings);
      await page.getByText("Both recordings are read against: average.").waitFor();
      await page.getByRole("button", { name: "As recorded again" }).click();
      await doubt(page, /against A2/).waitFor();
    });
  });

  it("a unit, the heart's channel, the order and what is marked are each put right", async () => {
    await onPage(async (page) => {
      await check(page, await mistakes["wrong unit"]());
      await page.getByRole("button", { name: "These numbers are mV" }).click();
      await reportThat(page, ({ visits }) => visits[1].eeg.asymmetry[0].faa_ln !== null);
      await go(page, "Open");
      await check(page, await mistakes["heart in the EEG box"]());
      await page.getByLabel("The heart is in").selectOption({ label: "EEG T7" });
      await reportThat(page, ({ visits }) => visits[1].heart.beats > 100);
      await go(page, "Open");
      await check(page, await mistakes["calibration at the start"]());
      const clean = ({ visits }) => visits[1].eeg.asymmetry[0].clean_s;
      const left = clean(await reportThat(page, ({ visits }) => visits[1].file.left_out.length === 1));
      await go(page, "Check");
      await page.getByRole("button", { name: "Keep what is marked as bad" }).click();
      const kept = clean(await reportThat(page, ({ visits }) => visits[1].file.left_out.length === 0));
      assert.ok(kept > left + 50, `${left} ${kept}`);
      await go(page, "Check");
      await page.getByRole("button", { name: "Leave it out again" }).click();
      await doubt(page, /one and the same constant signal/).waitFor();
    });
  });

  it("a birth date fills in the ages of both visits, and one after the recordings is refused", async () => {
    await onPage(async (page) => {
      await check(page, await mistakes["phases missing"]());
      await page.getByLabel("Birth date").fill("2023-10-02");
      // 4 March and 6 May 2024 are 154 and 217 days later, of 30.4375 days a month.
      for (const [name, months] of [
        ["Age in months, baseline", "5.1"],
        ["Age in months, follow-up", "7.1"],
      ])
        await eventually(async () => assert.equal(await page.getByLabel(name).inputValue(), months));
      await page.getByLabel("Birth date").fill("2024-04-01");
      await page.getByText("This birth date does not go with the dates of the recordings.").waitFor();
      assert.equal(await page.getByLabel("Age in months, baseline").inputValue(), "5.1");
      const work = (await savedWorkOf(page)).toString();
      assert.ok(!work.includes("2023-10-02") && work.includes("5.1"));
    });
  });
});

async function savedWorkOf(page) {
  await showReport(page);
  return savedWork(page);
}

describe("where nothing is wrong", () => {
  it("Check says so first, and fits one screen of 1280 by 800 in both languages", async () => {
    const viewport = { width: 1280, height: 800 };
    await onPage(
      async (page) => {
        await check(page, await mistakes.none());
        await page.getByRole("heading", { name: "Nothing needs a look. 2 visits, 63 days apart." }).waitFor();
        const end = () =>
          page.evaluate(
            () => document.querySelector(".after-visits").getBoundingClientRect().bottom + scrollY,
          );
        assert.ok((await end()) <= 800, `${await end()} pixels`);
        assert.deepEqual(await axeFindings(page), []);
        await page.getByText("12, all recognised").first().waitFor();
        await page.getByLabel("Language").selectOption("fr");
        await page.getByRole("heading", { name: /^Rien n’est à vérifier/ }).waitFor();
        assert.ok((await end()) <= 800, `${await end()} pixels`);
      },
      { viewport },
    );
  });
});
