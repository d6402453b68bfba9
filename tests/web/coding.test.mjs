// Still-face codings on the Check screen: one coding in the exact shapes in which BORIS, Datavyu, ELAN and a plain table
// hold it, a second coder, codes and whom they are of, phases by hand, and what cannot be used. The coding, in seconds:
//
// | phase            | coded                                                                      |
// |------------------|----------------------------------------------------------------------------|
// | play 0–120       | social positive 0–90, protest 90–120                                       |
// | still-face 120–240 | withdrawn 120–180, protest 180–210, unscorable 210–240                   |
// | reunion 240–360  | social monitor 240–330, withdrawn 330–360                                  |
//
// By hand: of the scorable 90 s of still-face 60 are withdrawn (2/3) and 30 protest (1/3); protest in play is 30/120, its
// still-face effect 1/3 − 1/4 = 1/12; withdrawn in reunion is 30/120, its recovery 1/4 − 2/3 = −5/12.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  axeFindings,
  choose,
  dropFiles,
  eventually,
  go,
  goToCheck,
  openSaved,
  reportThat,
  savedWork,
  slotIs,
  useBrowser,
  withoutRecordings,
} from "./browser.mjs";
import { annotatedEcg } from "./recordings.mjs";

const watched = useBrowser();

const onPage = (body, viewport) => watched(body, { viewport });

const states = [
  [0, 90, "social positive"],
  [90, 120, "protest"],
  [120, 180, "withdrawn"],
  [180, 210, "protest"],
  [210, 240, "unscorable"],
  [240, 330, "social monitor"],
  [330, 360, "withdrawn"],
];
const phases = [
  [0, 120, "Play"],
  [120, 240, "Still face"],
  [240, 360, "Reunion"],
];

/** "00:02:05.000" */
const clock = (seconds) => new Date(seconds * 1000).toISOString().slice(11, 23);

function borisTabular() {
  const columns =
    "Observation id\tObservation date\tDescription\tObservation duration\tObservation type\tSource\tTime offset (s)\tMedia duration (s)\tFPS\tSubject\tBehavior\tBehavioral category\tBehavior type\tTime\tMedia file name\tImage index\tImage file path\tComment";
  const line = (subject, code, type, time) =>
    `visit 1\t2024-03-01 10:00:00\t\t360.000\tMedia file(s)\tplayer #1:a.mp4\t0.0\t360.000\t25.000\t${subject}\t${code}\t\t${type}\t${time.toFixed(3)}\ta.mp4\t${25 * time}\tNA\t`;
  const events = [
    ...phases.map((event) => ["No focal subject", ...event]),
    ...states.map((event) => ["infant", ...event]),
    ["mother", 1, 119, "talks"],
  ].flatMap(([subject, start, stop, code]) => [
    [start, 1, line(subject, code, "START", start)],
    [stop, 0, line(subject, code, "STOP", stop)],
  ]);
  events.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return `${[columns, ...events.map(([, , text]) => text)].join("\n")}\n`;
}

function borisAggregated() {
  const columns =
    "Observation id,Observation date,Description,Observation duration,Observation type,Source,Time offset (s),Coding duration,Media duration (s),FPS (frame/s),Subject,Behavior,Behavioral category,Behavior type,Start (s),Stop (s),Duration (s),Media file name,Image index start,Image index stop,Image file path start,Image file path stop,Comment start,Comment stop";
  const line = ([start, stop, code], subject) =>
    `visit 1,2024-03-01 10:00:00,,360.000,Media file(s),player #1:a.mp4,0.0,360.0,360.000,25.000,${subject},${code},,STATE,${start},${stop},${stop - start},a.mp4,0,0,,,,`;
  return [
    columns,
    ...phases.map((event) => line(event, "No focal subject")),
    ...states.map((event) => line(event, "infant")),
  ].join("\r\n");
}

function datavyu() {
  const lines = states.map(([start, stop, code], row) => {
    const phase = phases[row];
    const beside = phase ? `${row + 1},${phase[0] * 1000},${phase[1] * 1000},${phase[2]}` : ",,,";
    return `${row + 1},${start * 1000},${stop * 1000},${code},${beside},`;
  });
  return `infant.ordinal,infant.onset,infant.offset,infant.code01,phase.ordinal,phase.onset,phase.offset,phase.code01,\n${lines.join("\n")}\n`;
}

/** Without names of columns, as ELAN's "tab-delimited text" comes by default: tier, participant, times, annotation. */
function elan() {
  const line = (tier, [start, stop, code]) =>
    `${tier}\t\t${clock(start)}\t${start}.0\t${clock(stop)}\t${stop}.0\t${clock(stop - start)}\t${stop - start}.0\t${code}`;
  return [
    ...phases.map((event) => line("Episode", event)),
    ...states.map((event) => line("Infant", event)),
    line("Mother", [0, 100, "smile"]),
  ].join("\n");
}

const plainLines = (events) => events.map((event) => event.join(",")).join("\n");
const plain = `onset,offset,code\n${plainLines([...phases, ...states])}\n`;

const exports = {
  "BORIS tabular events": borisTabular(),
  "BORIS aggregated events": borisAggregated(),
  Datavyu: datavyu(),
  ELAN: elan(),
  plain,
};

const near = (actual, expected) =>
  assert.ok(Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`);

const share = (part, kind, state) =>
  part.phases.find(({ phase }) => phase.kind === kind).states.find((one) => one.state === state).proportion;

const taken = (page, code, at = 0) => page.getByLabel(`Taken for: ${code}`, { exact: true }).nth(at);

const chooseCoding = (page, content, visit = "Baseline") =>
  choose(page, `Coding: choose a file, ${visit}`, content);

/** The still-face part of the baseline once there is a report that fits. */
async function stillFace(page, condition = ({ reason }) => reason === "") {
  const report = await reportThat(page, ({ visits }) => condition(visits[0].still_face));
  return report.visits[0].still_face;
}

/** What a table holds is chosen from beside it; its names stand in no message. */
const toBeChosen = /The coding cannot be read: Which observation, subject or tier of the table is meant/;

describe("a coding", () => {
  for (const [format, text] of Object.entries(exports)) {
    it(`of ${format} gives the numbers worked out by hand`, async () => {
      await onPage(async (page) => {
        await withoutRecordings(page);
        await chooseCoding(page, text);
        await page.getByText(/^Coding: read as /).waitFor();
        assert.match(
          await page.getByText(/^Coding: read as /).innerText(),
          new RegExp(format.split(" ")[0], "i"),
        );
        const part = await stillFace(page);
        assert.deepEqual(
          part.phases.map(({ phase, scorable_s }) => [phase.kind, phase.start_s, phase.end_s, scorable_s]),
          [
            ["play", 0, 120, 120],
            ["still_face", 120, 240, 90],
            ["reunion", 240, 360, 120],
          ],
        );
        near(share(part, "still_face", "withdrawn"), 2 / 3);
        near(share(part, "still_face", "protest"), 1 / 3);
        near(share(part, "play", "social positive"), 3 / 4);
        near(share(part, "reunion", "withdrawn"), 1 / 4);
        const effect = (state) => part.effects.find((one) => one.state === state);
        near(effect("protest").still_face_effect, 1 / 12);
        near(effect("withdrawn").recovery, -5 / 12);
      });
    });
  }

  it("by a second coder gives kappa and agreement", async () => {
    // The second coder ends the first 90 s of play 12 s early and agrees on all else: 318 of the 330 bins agree that both
    // could score; the 30 unscorable ones are no agreement.
    const other = plain.replace(
      "0,90,social positive\n90,120,protest",
      "0,78,social positive\n78,120,protest",
    );
    const counts = [
      [90, 78],
      [60, 72],
      [90, 90],
      [90, 90],
    ];
    const observed = 318 / 330;
    const chance = counts.reduce((sum, [a, b]) => sum + (a / 330) * (b / 330), 0);
    await onPage(async (page) => {
      await withoutRecordings(page);
      await chooseCoding(page, plain);
      await choose(page, "Second coder: choose a file, Baseline", other);
      await page.getByText("Two coders agree in 96 % of 330 seconds").waitFor();
      const { agreement } = await stillFace(page, ({ agreement }) => agreement.kappa !== null);
      near(agreement.percent, 100 * observed);
      near(agreement.kappa, (observed - chance) / (1 - chance));
      await goToCheck(page);
      // In the phases that both coded alike agreement is whole; play has the 12 s.
      await page.getByText("Agreement by phase and state").click();
      const parts = page.getByRole("region", { name: "Agreement by phase and state" });
      await parts.getByRole("row").nth(1).waitFor();
      const cells = (name) => parts.locator("tr", { hasText: name }).locator("td").allTextContents();
      assert.deepEqual((await cells("Play")).slice(0, 2), ["120", "90"]);
      assert.equal((await cells("withdrawn, against all others"))[1], "100");
      await choose(
        page,
        "Second coder: choose another file, Baseline",
        "onset,offset,code\n0,9,protest\n8,12,sleep\n",
      );
      await page.getByText(/The second coding cannot be read: .*line 3/).waitFor();
      await page.getByText("Second coder: could not be read.").waitFor();
      await page.getByRole("button", { name: "Remove: Second coder, Baseline" }).click();
      await page.getByText(/^Second coder: read as/).waitFor({ state: "detached" });
      await stillFace(page, (part) => part.reason === "" && part.sha256_second === "");
    });
  });

  it("has codes of the site's own names taken for phases", async () => {
    const own = plain
      .replace("Play", "Episode 1")
      .replace("Still face", "Episode 2")
      .replace("Reunion", "Episode 3");
    await onPage(async (page) => {
      await withoutRecordings(page);
      await chooseCoding(page, own);
      for (const [code, phase] of [
        ["Episode 1", "play"],
        ["Episode 2", "still-face"],
        ["Episode 3", "reunion"],
      ]) {
        await taken(page, code).selectOption(phase);
        await eventually(async () => assert.equal((await taken(page, code).inputValue()).trim(), phase));
      }
      const part = await stillFace(page);
      near(share(part, "still_face", "withdrawn"), 2 / 3);
      near(share(part, "reunion", "withdrawn"), 1 / 4);
      const { visits } = JSON.parse(await savedWork(page));
      assert.deepEqual(visits[0].options.coding.phase_codes, [
        { code: "Episode 1", phase: "play" },
        { code: "Episode 2", phase: "still-face" },
        { code: "Episode 3", phase: "reunion" },
      ]);
      await goToCheck(page);
      await taken(page, "Episode 3").selectOption("ignore");
      await eventually(async () => assert.equal(await taken(page, "Episode 3").inputValue(), "ignore"));
      await go(page, "Report");
      const after = JSON.parse(await savedWork(page));
      assert.equal(after.visits[0].options.coding.phase_codes.length, 2);
    });
  });

  it("has its codes taken for states, new ones too, and the choice is kept with saved work", async () => {
    const fussy = plain
      .replace("180,210,protest", "180,210,fuss")
      .replace("330,360,withdrawn", "330,360,gaze");
    let work;
    await onPage(async (page) => {
      await withoutRecordings(page);
      await chooseCoding(page, fussy);
      assert.equal(await taken(page, "fuss").inputValue(), "fuss");
      assert.equal(await taken(page, "Play").inputValue(), "phase");
      await page.getByText("Codes without a rule are states of their own names: fuss, gaze.").waitFor();
      await taken(page, "fuss").selectOption("protest");
      await eventually(async () => assert.equal(await taken(page, "fuss").inputValue(), "protest"));
      await taken(page, "gaze").selectOption("another state …");
      await page.getByLabel("Name of the state: gaze").fill("self-comfort");
      await page.getByLabel("Name of the state: gaze").press("Enter");
      await eventually(async () => assert.equal(await taken(page, "gaze").inputValue(), "self-comfort"));
      const part = await stillFace(page, ({ states }) => states.includes("self-comfort"));
      near(share(part, "still_face", "protest"), 1 / 3);
      near(share(part, "reunion", "self-comfort"), 1 / 4);
      await goToCheck(page);
      await taken(page, "gaze").selectOption("unscorable");
      const without = await stillFace(page, ({ states }) => !states.includes("self-comfort"));
      near(share(without, "reunion", "social monitor"), 1);
      work = await savedWork(page);
    });
    const { settings } = JSON.parse(work);
    assert.deepEqual(
      settings.coding.states.filter(({ code }) => ["fuss", "gaze"].includes(code)),
      [
        { code: "fuss", state: "protest" },
        { code: "gaze", state: "unscorable" },
      ],
    );
    await onPage(async (page) => {
      await openSaved(page, work);
      await goToCheck(page);
      await eventually(async () => assert.equal(await taken(page, "fuss").inputValue(), "protest"));
      near(share(await stillFace(page), "reunion", "social monitor"), 1);
      await goToCheck(page);
      await page.getByRole("button", { name: "All codes as recognised" }).click();
      await eventually(async () => assert.equal(await taken(page, "fuss").inputValue(), "fuss"));
    });
  });

  it("of several subjects and observations waits for the choice, and then reads that one", async () => {
    const named = borisTabular().replaceAll("\tinfant\t", "\tAnna\t").replaceAll("No focal subject", "");
    const other = named.split("\n").slice(1).join("\n").replaceAll("visit 1", "visit 2");
    await onPage(async (page) => {
      await withoutRecordings(page);
      await chooseCoding(page, named + other);
      await page.getByText(toBeChosen).waitFor();
      await page.getByLabel("Observation of this visit").selectOption("visit 1");
      await taken(page, "talks").waitFor();
      await page.getByText(toBeChosen).waitFor();
      await page.getByLabel("Who is the infant").selectOption("Anna");
      await taken(page, "talks").waitFor({ state: "detached" });
      near(share(await stillFace(page), "still_face", "withdrawn"), 2 / 3);
    });
  });

  it("of several tiers is read from those that are ticked", async () => {
    const tiers = elan().replaceAll("Infant\t", "Coder A\t").replaceAll("Mother\t", "Coder B\t");
    await onPage(async (page) => {
      await withoutRecordings(page);
      await chooseCoding(page, tiers);
      await page.getByText(toBeChosen).waitFor();
      await page.getByRole("checkbox", { name: "Coder A" }).check();
      near(share(await stillFace(page), "still_face", "withdrawn"), 2 / 3);
    });
  });

  it("without phases takes those entered by hand, in its own time", async () => {
    await onPage(async (page) => {
      await withoutRecordings(page);
      await chooseCoding(page, `onset,offset,code\n${plainLines(states)}\n`);
      await page.getByText("Neither the coding nor the recording names a phase.", { exact: true }).waitFor();
      await page.getByRole("button", { name: "Enter the phases by hand" }).click();
      const rows = page.locator("table.phases tbody tr");
      for (let n = 1; n < 3; n++) {
        await eventually(async () => assert.equal(await rows.count(), n));
        await page.getByRole("button", { name: "Add a phase" }).click();
      }
      await eventually(async () => assert.equal(await rows.count(), 3));
      near(
        share(await stillFace(page, (part) => part.phases.length === 3), "still_face", "withdrawn"),
        2 / 3,
      );
      await goToCheck(page);
      // The still-face ends 30 s early, at its unscorable time: 60 of 90 s are withdrawn all the same.
      await page.getByLabel("End: still-face").fill("3:00");
      await page.getByLabel("End: still-face").press("Tab");
      const shorter = await stillFace(page, (part) => part.phases[1].phase.end_s === 180);
      assert.equal(shorter.phases_from, "hand");
      near(share(shorter, "still_face", "withdrawn"), 1);
      await goToCheck(page);
      await page.getByRole("button", { name: "As coded or recorded" }).click();
      assert.equal((await stillFace(page, (part) => part.phases_from === "none")).phases.length, 1);
    });
  });

  it("that is no table is refused at the picker; codes that cannot be are said with line and time", async () => {
    await onPage(async (page) => {
      await withoutRecordings(page);
      await chooseCoding(page, plain);
      await page.getByText(/^Coding: read as /).waitFor();
      const alert = page.locator(".text-picker [role=alert]:not(:empty)");
      for (const [table, words] of [
        ["name,age\nx,3\n", /Nothing was changed/],
        ["onset,offset,code\n1.5,x,protest\n", /line 2, column offset/],
        ['onset,offset,code\n1.5,4,"protest\n', /line 2/],
        ["", /empty/i],
      ]) {
        await choose(page, "Coding: choose another file, Baseline", table);
        await eventually(async () => assert.match((await alert.allInnerTexts()).join(), words));
      }
      near(share(await stillFace(page), "still_face", "withdrawn"), 2 / 3);
      await goToCheck(page);
      await choose(
        page,
        "Coding: choose another file, Baseline",
        "onset,offset,code\n0,9,protest\n8,12,sleep\n",
      );
      await page.getByText(/The coding cannot be read: .*\(line 3, 8\.000 s\)/).waitFor();
      await choose(
        page,
        "Coding: choose another file, Baseline",
        "onset,offset,code\n0,9,protest\n9,,sleep\n",
      );
      await page.getByText(/The coding cannot be read: .*line 3/).waitFor();
      assert.equal((await stillFace(page, (part) => part.reason !== "")).phases.length, 0);
    });
  });
});

describe("beside a recording", () => {
  it("states may be its own annotations, and a table goes before them, on its own clock", async () => {
    await onPage(async (page) => {
      const annotations = [
        [0, 60, "Play"],
        [60, 120, "Still face"],
        [0, 60, "social positive"],
        [60, 105, "withdrawn"],
        [105, 120, "kvetch"],
      ];
      const bytes = annotatedEcg("01.03.24", annotations);
      await dropFiles(page, 0, [{ name: "a.edf", bytes }]);
      await slotIs(page, 0, "ready");
      await page.getByRole("button", { name: "No recording at Follow-up" }).click();
      await goToCheck(page);
      await page.getByText("The states are taken from the recording’s annotations.").waitFor();
      near(share(await stillFace(page), "still_face", "withdrawn"), 1);
      await goToCheck(page);
      await page.getByText("Say what an annotation means").click();
      await page.getByLabel("Text of the annotation").fill("kvetch");
      const state = page.locator(".disclosure select");
      await state.selectOption("protest");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      near(share(await stillFace(page, (part) => part.states.length === 3), "still_face", "protest"), 0.25);
      await goToCheck(page);
      await page.getByLabel("Without a file, take the recording’s own annotations").uncheck();
      await stillFace(page, (part) => part.reason !== "");
      await goToCheck(page);
      // The coding's clock starts 10 s before the recording.
      await chooseCoding(
        page,
        "onset,offset,code\n0,70,social positive\n70,100,withdrawn\n100,130,protest\n",
      );
      const offset = page.getByLabel("Time of the recording when the coding’s clock shows 0:00");
      await offset.fill("soon");
      await offset.press("Tab");
      assert.equal(await offset.getAttribute("aria-invalid"), "true");
      await offset.fill("-0:10");
      await offset.press("Tab");
      const part = await stillFace(page, ({ offset_s }) => offset_s === -10);
      assert.equal(part.phases_from, "recording");
      near(share(part, "still_face", "withdrawn"), 0.5);
    });
  });
});

describe("the parts for codings, all open", () => {
  for (const width of [1366, 390, 320]) {
    it(`axe finds nothing and nothing is cut at ${width} pixels`, async () => {
      await onPage(
        async (page) => {
          await withoutRecordings(page);
          await chooseCoding(
            page,
            borisTabular() + borisTabular().split("\n").slice(1).join("\n").replaceAll("visit 1", "visit 2"),
          );
          await page.getByLabel("Observation of this visit").waitFor();
          await chooseCoding(page, elan(), "Follow-up");
          await choose(page, "Second coder: choose a file, Follow-up", "no table");
          await page.getByText("Nothing was changed.").waitFor();
          await page.getByRole("button", { name: "Enter the phases by hand" }).last().click();
          await page.locator("table.phases").waitFor();
          await taken(page, "smile").waitFor({ state: "detached" });
          await taken(page, "withdrawn", 1).selectOption("another state …");
          assert.deepEqual(await axeFindings(page), []);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          assert.ok(overflow <= 0, `${overflow} pixels too wide`);
        },
        { width, height: 800 },
      );
    });
  }
});
