// Scores and comparison infants on the Check screen: typed, refused, taken from the tables that studies keep, taken
// back, and saved. Expected numbers are worked out by hand beside each table.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  axeFindings,
  choose,
  eventually,
  go,
  goToCheck,
  openExample,
  openSaved,
  reportThat,
  savedReport,
  savedWork,
  useBrowser,
  withoutRecordings,
} from "./browser.mjs";

const watched = useBrowser();

const onPage = (body, viewport) => watched(body, { viewport });

const field = (page, scale, visit) => page.getByLabel(`${scale}: ${visit}`, { exact: true });

const openGroup = (page, name) => page.locator("summary", { hasText: name }).click();

async function enter(page, scale, visit, typed) {
  await field(page, scale, visit).fill(typed);
  await field(page, scale, visit).press("Tab");
}

/** A measure's value at each visit of the report. */
const values = (report, id) =>
  report.measures.find((measure) => measure.id === id)?.visits.map(({ value }) => value);

const near = (actual, expected) =>
  assert.ok(actual !== null && Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`);

const alerts = (page) => page.locator(".text-picker [role=alert]:not(:empty)").allInnerTexts();

/** Chooses a table of scores and waits until its contents are shown. */
async function chooseTable(page, content) {
  await choose(page, "Choose a table", content);
  await page.locator(".panel-box h4").waitFor();
}

async function takeOver(page) {
  const button = page.getByRole("button", { name: "Fill in", exact: true });
  await eventually(async () => assert.equal(await button.isEnabled(), true));
  await button.click();
}

describe("scores that are typed", () => {
  it("reach the report, with commas as points and ORC from its four parts", async () => {
    await onPage(async (page) => {
      await withoutRecordings(page);
      await openGroup(page, "IBQ-R, rated by the mother");
      const parts = ["Low-intensity pleasure", "Cuddliness", "Duration of orienting", "Soothability"];
      for (const [i, typed] of ["5", "5,5", "3.0", "4,5"].entries())
        await enter(page, `${parts[i]}, mother`, "Baseline", typed);
      await page.getByText("4.50 from its parts").waitFor(); // (5 + 5.5 + 3 + 4.5) / 4
      assert.equal(
        await field(page, "Orienting/regulatory capacity (ORC), mother", "Baseline").inputValue(),
        "",
      );
      await enter(page, "Orienting/regulatory capacity (ORC), mother", "Follow-up", "4.75");
      await openGroup(page, "EPDS");
      await enter(page, "EPDS total", "Baseline", "15");
      await enter(page, "EPDS total", "Follow-up", "9");
      const report = await reportThat(page, (made) => values(made, "epds")?.[1] === 9);
      near(values(report, "orc_mother")[0], 4.5);
      near(values(report, "orc_mother")[1], 4.75);
      assert.deepEqual(values(report, "cuddliness_mother"), [5.5, null]);
      assert.equal(values(report, "orc_partner"), undefined);
      await goToCheck(page);
      await enter(page, "EPDS total", "Follow-up", "");
      await reportThat(page, (made) => values(made, "epds")?.[1] === null);
    });
  });

  it("are refused at the field while they are typed, and the last right one stays", async () => {
    await onPage(async (page) => {
      await withoutRecordings(page);
      await openGroup(page, "EPDS");
      await enter(page, "EPDS total", "Baseline", "12");
      await enter(page, "EPDS total", "Follow-up", "10");
      const total = field(page, "EPDS total", "Follow-up");
      for (const wrong of ["31", "-1", "abc", "1.2.3", "1e9"]) {
        await total.fill(wrong);
        await total.press("Tab");
        assert.equal(await total.getAttribute("aria-invalid"), "true", wrong);
        assert.equal(await total.inputValue(), wrong);
        const message = page.locator(`[id="${await total.getAttribute("aria-describedby")}"]`);
        assert.equal(await message.innerText(), "Enter a number from 0 to 30. 10 is kept.");
      }
      // While it is typed, without leaving the field.
      await total.fill("");
      await total.pressSequentially("45");
      assert.equal(await total.getAttribute("aria-invalid"), "true");
      await total.press("Backspace");
      assert.equal(await total.getAttribute("aria-invalid"), "false");
      await total.fill("99");
      await reportThat(page, (made) => values(made, "epds")?.join() === "12,4");
    });
  });

  it("bring the safety note at once where item 10 of the EPDS is above 0", async () => {
    await onPage(async (page) => {
      await withoutRecordings(page);
      await openGroup(page, "EPDS");
      // Among what needs a look, and beside the scores.
      const notes = page.getByText("her safety needs to be asked about by a clinician today");
      const shown = (count) => eventually(async () => assert.equal(await notes.count(), count));
      await field(page, "EPDS item 10", "Baseline").pressSequentially("0");
      await field(page, "EPDS item 10", "Follow-up").pressSequentially("1");
      await shown(2);
      await enter(page, "EPDS item 10", "Follow-up", "0");
      await shown(0);
    });
  });

  it("may be of scales of one's own, with their range and direction", async () => {
    await onPage(async (page) => {
      await withoutRecordings(page);
      await page.getByText("Add a scale of your own").click();
      const form = page.getByRole("group", { name: "Add a scale of your own" });
      await form.getByLabel("Title").fill("Sleep quality");
      await form.getByRole("button", { name: "Add this scale" }).click();
      await page.getByText("A scale needs a title that no other has").waitFor();
      await form.getByLabel("Lowest score").fill("1");
      await form.getByLabel("Highest score").fill("5");
      await form.getByLabel("A higher score says").fill("better sleep");
      await form.getByLabel("Digits after the point").selectOption("1");
      await form.getByRole("button", { name: "Add this scale" }).click();
      await page.getByText("Its short name in tables is sleep_quality.").waitFor();
      await enter(page, "Sleep quality", "Baseline", "2,5");
      await enter(page, "Sleep quality", "Follow-up", "6");
      assert.equal(await field(page, "Sleep quality", "Follow-up").getAttribute("aria-invalid"), "true");
      await enter(page, "Sleep quality", "Follow-up", "4");
      assert.equal(await page.getByRole("button", { name: "Remove “Sleep quality”" }).count(), 0);
      const report = await reportThat(page, (made) => values(made, "sleep_quality")?.join() === "2.5,4");
      const measure = report.measures.find(({ id }) => id === "sleep_quality");
      assert.equal(measure.up_means, "better sleep");
      assert.equal(measure.decimals, 1);
      await goToCheck(page);
      for (const visit of ["Baseline", "Follow-up"]) await enter(page, "Sleep quality", visit, "");
      await page.getByText("Add a scale of your own").click();
      await page.getByRole("button", { name: "Remove “Sleep quality”, which has no scores" }).click();
      await field(page, "Sleep quality", "Baseline").waitFor({ state: "detached" });
    });
  });
});

// As REDCap exports a longitudinal project flat: record, event, repeat columns, fields, form status.
const redcap = [
  "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,epds_total,epds_10,ibqr_lip_m,ibqr_cud_m,ibqr_do_m,ibqr_soothability_m,sleep_hours,notes,questionnaires_complete",
  '101,screening_arm_1,,,,,,,,,,"said ""yes"", twice",2',
  "101,baseline_arm_1,,,15,0,5,5.5,3.0,4.5,9.5,,2",
  "101,followup_arm_1,,,9,1,5.1,5.6,3.1,-99,10,,2",
  "102,screening_arm_1,,,,,,,,,,,2",
  "102,baseline_arm_1,,,20,0,5,5,3.5,4.0,8,,2",
].join("\r\n");

describe("a REDCap export", () => {
  it("is shown before it is taken, and fills the fields of the chosen record", async () => {
    await onPage(async (page) => {
      await withoutRecordings(page);
      await chooseTable(page, `\uFEFF${redcap}\r\n`);
      await page.getByText("REDCap export: 2 records").waitFor();
      await page.getByText("Choose the infant’s record.").waitFor();
      assert.equal(await page.getByRole("button", { name: "Fill in" }).isDisabled(), true);
      await page.getByLabel("Record of this infant").selectOption("101");
      const taken = (name) => page.getByLabel(`Taken for: ${name}`, { exact: true });
      assert.equal(await taken("screening_arm_1").inputValue(), "0");
      assert.equal(await taken("baseline_arm_1").inputValue(), "1");
      assert.equal(await taken("followup_arm_1").inputValue(), "2");
      assert.equal(await taken("ibqr_do_m").inputValue(), "duration_of_orienting_mother");
      // A usual code for missing that cannot be a score is said, with its place, before anything is taken.
      const panel = page.locator(".panel-box");
      await panel.getByText("-99 stands in 1 cell where it cannot be a value").waitFor();
      await panel.getByText("line 4, column ibqr_soothability_m").first().waitFor();
      await page.getByLabel("Values that mean missing").fill("-99");
      await page.getByLabel("Values that mean missing").press("Tab");
      await panel.getByText("Baseline: 7 scores, Follow-up: 5 scores").waitFor();
      await takeOver(page);
      await page.getByText("11 fields were filled from the table.").waitFor();
      await page
        .getByText("No Soothability, mother at visit 2: the code for missing, -99 (line 4")
        .first() // the panel that closes says it too
        .waitFor();
      await page.getByText("her safety needs to be asked about").first().waitFor();
      // ORC follows from its parts in the field too, so a part put right moves it.
      await page.getByText("4.50 from its parts").waitFor();
      await enter(page, "Soothability, mother", "Baseline", "6.5");
      await page.getByText("5.00 from its parts").waitFor(); // (5 + 5.5 + 3 + 6.5) / 4
      const report = await reportThat(page, (made) => values(made, "orc_mother")?.[0] === 5);
      assert.deepEqual(values(report, "epds"), [15, 9]);
      assert.equal(values(report, "orc_mother")[1], null);
    });
  });

  it("gives a column to another scale, an own one too, and an event to another visit", async () => {
    await onPage(async (page) => {
      await withoutRecordings(page);
      await page.getByText("Add a scale of your own").click();
      const form = page.getByRole("group", { name: "Add a scale of your own" });
      await form.getByLabel("Title").fill("Hours of sleep");
      await form.getByLabel("Highest score").fill("24");
      await form.getByRole("button", { name: "Add this scale" }).click();
      await page.getByText("Its short name in tables is hours_of_sleep.").waitFor();
      await chooseTable(page, redcap);
      await page.getByLabel("Record of this infant").selectOption("101");
      await page.getByLabel(/^2 other columns/).selectOption("sleep_hours");
      await page.getByLabel("Taken for: sleep_hours").selectOption("hours_of_sleep");
      await page.getByLabel("Taken for: ibqr_soothability_m").selectOption("");
      await page.getByLabel("Taken for: baseline_arm_1").selectOption("2");
      await page.getByLabel("Taken for: followup_arm_1").selectOption("1");
      await takeOver(page);
      const report = await reportThat(page, (made) => values(made, "hours_of_sleep")?.join() === "10,9.5");
      assert.deepEqual(values(report, "epds"), [9, 15]);
      assert.equal(values(report, "soothability_mother"), undefined);
    });
  });

  it("is taken back as a whole, but for what was changed since", async () => {
    await onPage(async (page) => {
      await withoutRecordings(page);
      await openGroup(page, "EPDS");
      await enter(page, "EPDS total", "Baseline", "11");
      await chooseTable(page, redcap);
      await page.getByLabel("Record of this infant").selectOption("102");
      await takeOver(page);
      await eventually(async () =>
        assert.equal(await field(page, "EPDS total", "Baseline").inputValue(), "20"),
      );
      await enter(page, "Cuddliness, mother", "Baseline", "6");
      await page.getByRole("button", { name: "Take back the import" }).click();
      await eventually(async () =>
        assert.equal(await field(page, "EPDS total", "Baseline").inputValue(), "11"),
      );
      assert.equal(await field(page, "Cuddliness, mother", "Baseline").inputValue(), "6");
      assert.equal(await field(page, "Duration of orienting, mother", "Baseline").inputValue(), "");
      assert.equal(await page.getByRole("button", { name: "Take back the import" }).count(), 0);
    });
  });
});

describe("other tables", () => {
  it("a line a score, with more visits than there are, which are added when that is wanted", async () => {
    const long = "visit,rater,scale,score\n1,,epds,14\n2,,epds,11\n3,,epds,6\n3,partner,orc,4.25\n";
    await onPage(async (page) => {
      await withoutRecordings(page);
      for (const [answer, visits] of [
        ["Fill in without", 2],
        ["Add and fill in", 3],
      ]) {
        await chooseTable(page, long);
        await page.getByText("Table with a line a score").waitFor();
        await takeOver(page);
        await page.getByText("The table has scores of Visit 3, where nothing is open.").waitFor();
        await page.getByRole("button", { name: answer }).click();
        await eventually(async () =>
          assert.equal(await page.getByText("No recording at this visit.").count(), visits),
        );
      }
      const report = await reportThat(page, ({ visits }) => visits.length === 3);
      assert.deepEqual(values(report, "epds"), [14, 11, 6]);
      assert.deepEqual(values(report, "orc_partner"), [null, null, 4.25]);
      assert.equal(report.visits[2].recorded, false);
      assert.equal(report.visits[2].label, "visit 3");
      await goToCheck(page);
      await page.getByRole("button", { name: "Take back the import" }).click();
      await eventually(async () =>
        assert.equal(await page.getByText("No recording at this visit.").count(), 2),
      );
    });
  });

  it("a column a scale: visits as lines or in the names, decimal commas, the code pages of spreadsheets", async () => {
    const wide = "visit;EPDS total;Cuddliness mother;Größe\n1;13;5,25;a\n2;8;5,75;b\n";
    const inNames = "participant,epds_t1,epds_t2,ibqr_cud_p_t1,ibqr_cud_p_t2\n7,13,8,5.25,5.75\n";
    const tables = [
      [Buffer.from(wide, "latin1"), "cuddliness_mother"],
      [Buffer.from(`\uFEFF${wide}`, "utf16le"), "cuddliness_mother"],
      [Buffer.from(inNames), "cuddliness_partner"],
    ];
    for (const [bytes, cuddliness] of tables) {
      await onPage(async (page) => {
        await withoutRecordings(page);
        await chooseTable(page, bytes);
        const preview = page.getByRole("table", { name: "What would be filled in" });
        const epds = preview.locator("tr", { hasText: "EPDS total" }).locator("td");
        await epds.first().waitFor();
        assert.deepEqual(await epds.allTextContents(), ["13", "8"]);
        await takeOver(page);
        const report = await reportThat(page, (made) => values(made, "epds")?.join() === "13,8");
        assert.deepEqual(values(report, cuddliness), [5.25, 5.75]);
      });
    }
  });

  it("items with the user's own key: reversed, not applying, at least half answered", async () => {
    const items = "visit,q1,q2,q3,q4,e1,e2\n1,6,2,X,5,2,3\n2,7,1,4,,1,\n3,,,3,,0,1\n".replace(
      "3,,,3,,0,1\n",
      "",
    );
    const key =
      "scale,rater,item,reversed,lowest,highest\nsoothability,mother,q1,0,,\nsoothability,mother,q2,1,,\n" +
      "soothability,mother,q3,0,,\nsoothability,mother,q4,0,,\nepds,,e1,0,0,3\nepds,,e2,0,0,3\n";
    await onPage(async (page) => {
      await withoutRecordings(page);
      await chooseTable(page, items);
      await choose(page, "Add a key of items", "scale,item\nepds,e1\n");
      await page.getByText("There is no column “reversed”").waitFor();
      await choose(page, "Add a key of items", key);
      await page.getByText("The key names 6 columns of the table as items.").waitFor();
      await page.locator(".panel-box").getByText("line 2, column q3").waitFor();
      await page.getByLabel("Answers that mean “does not apply”").fill("X");
      await page.getByLabel("Answers that mean “does not apply”").press("Tab");
      await takeOver(page);
      const report = await reportThat(page, (made) => values(made, "epds")?.[0] === 5);
      // q3 does not apply: (6 + (8 − 2) + 5) / 3; q4 is not answered: (7 + (8 − 1) + 4) / 3.
      near(values(report, "soothability_mother")[0], 17 / 3);
      near(values(report, "soothability_mother")[1], 6);
      assert.deepEqual(values(report, "epds"), [5, null]); // a total needs all of its items
    });
  });

  it("that cannot be read get their message at the picker, with line and column, and nothing changes", async () => {
    await onPage(async (page) => {
      await withoutRecordings(page);
      await openGroup(page, "EPDS");
      await enter(page, "EPDS total", "Baseline", "11");
      const refused = [
        ["", /empty/i],
        ["visit,epds\n1,12,4\n", /line 2/],
        ['visit,epds\n1,"12\n', /line 2/],
      ];
      for (const [table, words] of refused) {
        await choose(page, "Choose a table", table);
        await eventually(async () => assert.match((await alerts(page)).join(), words));
        await eventually(async () => assert.match((await alerts(page)).join(), /Nothing was changed\./));
        assert.equal(await page.locator(".panel-box").count(), 0);
      }
      await page.evaluate(() => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(33 * 1024 * 1024)], "large.csv"));
        const picker = document.querySelector('input[aria-label="Choose a table"]');
        picker.files = data.files;
        picker.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await eventually(async () => assert.match((await alerts(page)).join(), /larger than 32 MB/));
      assert.equal(await field(page, "EPDS total", "Baseline").inputValue(), "11");
      // What is wrong with a cell is said in the panel; the same table, put right, is taken.
      await chooseTable(page, "visit,epds\n1,12\n2,thirteen\n");
      await page.getByText("“thirteen”").waitFor();
      await page.locator(".panel-box").getByText("line 3, column epds").waitFor();
      assert.equal(await page.getByRole("button", { name: "Fill in" }).isDisabled(), true);
      assert.equal(await field(page, "EPDS total", "Baseline").inputValue(), "11");
      // A worse one after it leaves the panel as it is.
      await choose(page, "Choose a table", "visit,epds\n1\n");
      await eventually(async () => assert.match((await alerts(page)).join(), /line 2/));
      await page.locator(".panel-box").getByText("line 3, column epds").waitFor();
      await page.getByRole("button", { name: "Close without filling in" }).click();
      assert.equal(await page.locator(".panel-box").count(), 0);
    });
  });
});

/** Twelve infants at two visits: EPDS of the mother, some boys, ages around 5 and 7 months. */
const reference = [
  "participant,visit,age_months,sex,measure,value,source",
  ...Array.from({ length: 12 }, (_, i) =>
    [1, 2].map(
      (visit) => `c${i},${visit},${3 + 2 * visit + i / 10},${i % 2 ? "f" : "m"},epds,${4 + (i % 5)},made up`,
    ),
  ).flat(),
].join("\n");

describe("comparison infants", () => {
  it("are shown with what the table holds, matched by age and sex, and removed", async () => {
    await onPage(async (page) => {
      await withoutRecordings(page);
      await openGroup(page, "EPDS");
      await enter(page, "EPDS total", "Baseline", "15");
      await enter(page, "EPDS total", "Follow-up", "8");
      for (const [index, age] of ["5.5", "7.5"].entries()) {
        await page.getByLabel("Age in months").nth(index).fill(age);
        await page.getByLabel("Age in months").nth(index).press("Tab");
      }
      const section = page.getByRole("region", { name: "Comparison infants" });
      const picker = section.getByLabel("Choose a table");
      const give = (content) =>
        picker.setInputFiles({ name: "r.csv", mimeType: "text/csv", buffer: Buffer.from(content) });
      await give("participant,visit,age_months,sex,measure,value\nc1,1,5,f,epds,many\n");
      await section.getByText("line 2, column value").waitFor();
      await section.getByText("Nothing was changed.").waitFor();
      assert.equal(await section.getByRole("button", { name: "Remove the table" }).count(), 0);
      await give(reference);
      await section.getByText("5.0 to 8.1 months").waitFor();
      await section.getByText("made up").waitFor();
      assert.match(await section.innerText(), /Infants\s+12/);
      const nOf = (report) => report.measures.find(({ id }) => id === "epds").places.map(({ n }) => n);
      // Within a month of 5.5: ages 5.0 to 6.1, all twelve; of 7.5 the same.
      await reportThat(page, (report) => nOf(report).join() === "12,12");
      await goToCheck(page);
      await section.getByLabel("Only of the same sex").check();
      await section.getByText("The infant’s sex is not given above").waitFor();
      await page.getByLabel("Infant’s sex").selectOption("f");
      await reportThat(page, (report) => nOf(report).join() === "6,6");
      await goToCheck(page);
      await section.getByLabel("Only of the same sex").uncheck();
      const band = section.getByLabel("Age band: at most this many months older or younger");
      await band.fill("0");
      await band.press("Tab");
      assert.equal(await band.getAttribute("aria-invalid"), "true");
      await band.fill("0,35");
      await band.press("Tab");
      // Ages 5.2 to 5.8 lie within 0.35 of 5.5, both borders with room to spare.
      await reportThat(page, (report) => nOf(report).join() === "7,7");
      await goToCheck(page);
      await section.getByRole("button", { name: "Remove the table" }).click();
      await section.getByText("made up").waitFor({ state: "detached" });
      await reportThat(page, ({ measures }) =>
        measures.every(({ places }) => places.every(({ n }) => n === 0)),
      );
    });
  });

  it("of an example say that they are simulated", async () => {
    await onPage(async (page) => {
      await openExample(page);
      await goToCheck(page);
      const section = page.getByRole("region", { name: "Comparison infants" });
      await section.getByText("simulated", { exact: true }).waitFor();
      assert.match(await section.innerText(), /Infants\s+40/);
    });
  });
});

describe("what was entered", () => {
  it("comes back with saved work: visits without recordings, scores, own scales, sex, comparison infants", async () => {
    let work;
    let text;
    await onPage(async (page) => {
      await withoutRecordings(page);
      await page.getByLabel("Infant’s sex").selectOption("m");
      await page.getByText("Add a scale of your own").click();
      const form = page.getByRole("group", { name: "Add a scale of your own" });
      await form.getByLabel("Title").fill("Sleep");
      await form.getByLabel("Highest score").fill("24");
      await form.getByRole("button", { name: "Add this scale" }).click();
      await enter(page, "Sleep", "Baseline", "9.5");
      await enter(page, "Sleep", "Follow-up", "10");
      await chooseTable(page, redcap);
      await page.getByLabel("Record of this infant").selectOption("101");
      await page.getByLabel("Values that mean missing").fill("-99");
      await page.getByLabel("Values that mean missing").press("Tab");
      await takeOver(page);
      await page
        .getByRole("region", { name: "Comparison infants" })
        .getByLabel("Choose a table")
        .setInputFiles({ name: "r.csv", mimeType: "text/csv", buffer: Buffer.from(reference) });
      await page.getByText("made up").waitFor();
      await reportThat(page, (made) => values(made, "sleep")?.[1] === 10 && values(made, "epds")?.[1] === 9);
      await eventually(async () => {
        ({ text } = await savedReport(page));
        assert.match(text, /made up/);
      });
      work = await savedWork(page);
    });
    const session = JSON.parse(work);
    assert.equal(session.supplement.scores.sex, "m");
    assert.equal(session.supplement.reference_csv, reference);
    await onPage(async (page) => {
      await openSaved(page, work);
      await reportThat(page, ({ visits }) => visits.length === 2);
      await eventually(async () => assert.equal((await savedReport(page)).text, text));
      await goToCheck(page);
      assert.equal(await field(page, "Sleep", "Baseline").inputValue(), "9.5");
      assert.equal(await field(page, "EPDS total", "Follow-up").inputValue(), "9");
      assert.equal(await page.getByLabel("Infant’s sex").inputValue(), "m");
    });
  });
});

describe("visits without a recording", () => {
  it("show nothing of one, on Check and in the report", async () => {
    await onPage(async (page) => {
      await withoutRecordings(page);
      await openGroup(page, "EPDS");
      await enter(page, "EPDS total", "Baseline", "15");
      await enter(page, "EPDS total", "Follow-up", "8");
      for (const heading of ["Channels", "Phases", "Heart"])
        assert.equal(await page.getByRole("heading", { name: heading, exact: true }).count(), 0, heading);
      await reportThat(page, (made) => values(made, "epds")?.[1] === 8);
      for (const heading of ["Heart", "Brain"])
        assert.equal(await page.getByRole("heading", { name: heading, exact: true }).count(), 0, heading);
      assert.match(await page.locator(".report").innerText(), /Baseline: no recording/);
      await go(page, "Open");
      await page.getByText("2 visits are ready.").waitFor();
    });
  });
});

describe("with every part open", () => {
  for (const viewport of [
    { width: 1366, height: 900 },
    { width: 390, height: 844 },
    { width: 320, height: 700 },
  ]) {
    it(`axe finds nothing and nothing is cut at ${viewport.width} pixels`, async () => {
      await onPage(async (page) => {
        await openExample(page);
        await goToCheck(page);
        await choose(page, "Choose a table", redcap);
        await page.locator(".panel-box h4").waitFor();
        await page.getByLabel("Record of this infant").selectOption("101");
        await page.locator(".panel-box").getByText("-99 stands in 1 cell").waitFor();
        await enter(page, "EPDS total", "Baseline", "99");
        await page.evaluate(() => {
          for (const part of document.querySelectorAll(".check details")) part.open = true;
        });
        await page.getByRole("group", { name: "Add a scale of your own" }).waitFor();
        assert.deepEqual(await axeFindings(page), []);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${overflow} pixels too wide`);
      }, viewport);
    });
  }
});
