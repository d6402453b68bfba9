// Whatever is dropped goes where its content belongs; what is refused leaves nothing behind; whose it is stands on all of it.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import {
  dropFiles,
  eventually,
  go,
  openSaved,
  refusal,
  saved,
  savedReport,
  savedWork,
  showReport,
  slotIs,
  useBrowser,
  wholeReport,
} from "./browser.mjs";
import { coded, video } from "./code-screen.mjs";
import { makeEdf, onlyEcg } from "./recordings.mjs";

const watched = useBrowser();

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-"));
});
after(async () => {
  await rm(folder, { recursive: true, force: true });
});

const onPage = (body, viewport) => watched(body, { viewport });
const early = () => ({ name: "early.edf", bytes: onlyEcg("01.03.24") });
const late = () => ({ name: "late.edf", bytes: onlyEcg("03.05.24") });
const file = (name, text) => ({ name, bytes: Buffer.from(text) });

/** Dispatches events of a drag with these files of these types. */
async function drag(page, place, files, events) {
  const transfer = await page.evaluateHandle(
    (list) => {
      const data = new DataTransfer();
      for (const { name, type = "", base64 } of list)
        data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name, { type }));
      return data;
    },
    files.map(({ name, type, bytes }) => ({ name, type, base64: Buffer.from(bytes).toString("base64") })),
  );
  for (const event of events) await page.dispatchEvent(place, event, { dataTransfer: transfer });
}
const dropAnywhere = (page, files) => drag(page, "main", files, ["dragover", "drop"]);

const labelsOf = async (page) => (await savedReport(page)).report.visits.map(({ label }) => label);

describe("a refused file", () => {
  it("leaves no place behind: the recordings that came with it are baseline and follow-up", async () => {
    await onPage(async (page) => {
      await dropAnywhere(page, [file("broken.edf", "no recording"), late(), early()]);
      assert.match(await refusal(page, "broken.edf"), /not an EDF or BDF recording.*E_NOT_EDF/s);
      await showReport(page);
      assert.deepEqual(await labelsOf(page), ["baseline", "follow-up"]);
      await go(page, "Open");
      assert.equal(await page.locator("[data-slot]").count(), 2);
    });
  });

  it("gives the place back to the recording that it was dropped on", async () => {
    await onPage(async (page) => {
      await dropFiles(page, 0, [early()]);
      await slotIs(page, 0, "ready");
      await dropFiles(page, 0, [file("broken.edf", "no recording")]);
      await refusal(page, "broken.edf");
      await slotIs(page, 0, "ready");
      assert.match(await page.locator('[data-slot="0"]').innerText(), /early\.edf/);
    });
  });

  it("is named, with what it is, without any bytes", async () => {
    await onPage(async (page) => {
      const workbook = Buffer.from("PK\x03\x04\0\0 [Content_Types].xml \0", "latin1");
      await dropAnywhere(page, [
        { name: "scores.xlsx", bytes: workbook },
        file("letter.txt", "Dear colleague"),
      ]);
      assert.match(await refusal(page, "scores.xlsx"), /workbook.*CSV UTF-8/s);
      const letter = await refusal(page, "letter.txt");
      assert.match(letter, /nothing that Attune opens/);
      assert.doesNotMatch(letter, /\b[0-9A-F]{2} [0-9A-F]{2}\b/);
      await slotIs(page, 0, "empty");
    });
  });
});

describe("recordings that come one after another", () => {
  it("are put in order of time, unless they were dropped on a visit's place", async () => {
    await onPage(async (page) => {
      await dropAnywhere(page, [late()]);
      await slotIs(page, 0, "ready");
      await dropAnywhere(page, [early()]);
      await page.locator("[data-notice=sorted]").waitFor();
      assert.match(await page.locator('[data-slot="0"]').innerText(), /early\.edf/);
    });
  });
});

describe("recordings that stand the wrong way round", () => {
  it("are put in order under the scores of each visit, which says what stayed and can be undone", async () => {
    await onPage(async (page) => {
      await dropFiles(page, 0, [late()]);
      await slotIs(page, 0, "ready");
      await dropFiles(page, 1, [early()]);
      await slotIs(page, 1, "ready");
      await dropAnywhere(page, [file("s.csv", "visit,epds\n1,17\n2,6\n")]);
      await page.locator(".panel-box .primary").first().click();
      await page.locator(".panel-box").waitFor({ state: "detached" });
      const epdsOf = async () => {
        const { measures } = (await savedReport(page)).report;
        return measures.find(({ id }) => id === "epds").visits.map(({ value }) => value);
      };
      const isFirst = async (name) => {
        await go(page, "Open");
        await eventually(async () =>
          assert.match(await page.locator('[data-slot="0"]').innerText(), new RegExp(name)),
        );
        await showReport(page);
      };
      await page.getByRole("button", { name: "Put the visits in order of time" }).first().click();
      const notice = page.locator(".check [data-notice=sorted]");
      assert.match(await notice.innerText(), /The scores stayed with the visit they were entered for/);
      await isFirst("early.edf");
      assert.deepEqual(await epdsOf(), [17, 6]);
      await page.locator(".report [data-notice=sorted]").getByRole("button", { name: "Undo" }).click();
      await isFirst("late.edf");
      assert.deepEqual(await epdsOf(), [17, 6]);
    });
  });
});

describe("a table goes where it is imported", () => {
  it("scores to their panel under Check, and from there to the visits", async () => {
    await onPage(async (page) => {
      await dropAnywhere(page, [early(), late(), file("a.dat", "visit,epds\n1,17\n2,6\n")]);
      await page
        .getByRole("button", { name: "Fill in" })
        .or(page.locator(".panel-box .primary"))
        .first()
        .click();
      await page.locator(".panel-box").waitFor({ state: "detached" });
      await go(page, "Open");
      await showReport(page);
      const { report } = await savedReport(page);
      const epds = report.measures.find(({ id }) => id === "epds");
      assert.deepEqual(
        epds.visits.map(({ value }) => value),
        [17, 6],
      );
    });
  });

  it("takes the program's own scores too, each to its visit, and says what a father's EPDS alone is", async () => {
    await onPage(async (page) => {
      await dropAnywhere(page, [early(), late()]);
      const scores = {
        sex: "f",
        scales: [],
        visits: [17, 6].map((epds) => ({ scores: { epds }, missing: {} })),
      };
      await dropAnywhere(page, [file("dyad.scores.json", JSON.stringify(scores))]);
      await page.locator(".panel-box .primary").first().click();
      await page.locator(".panel-box").waitFor({ state: "detached" });
      await go(page, "Open");
      await dropAnywhere(page, [file("father.csv", "id,visit,epds_father\n1,1,17\n1,2,6\n")]);
      const told = await refusal(page, "father.csv");
      assert.match(told, /answered by someone else than the mother/);
      assert.doesNotMatch(told, /--/);
      await showReport(page);
      const { report } = await savedReport(page);
      assert.deepEqual(
        report.measures.find(({ id }) => id === "epds").visits.map(({ value }) => value),
        [17, 6],
      );
    });
  });

  it("codings that came with scores are asked about beside them, and wait while visits change places", async () => {
    await onPage(async (page) => {
      await dropFiles(page, 0, [late()]);
      await slotIs(page, 0, "ready");
      await dropFiles(page, 1, [early()]);
      const coding = "onset,offset,code\n0,12,protest\n12,30,withdrawn\n";
      await dropAnywhere(page, [file("one.csv", coding), file("s.csv", "visit,epds\n1,17\n2,6\n")]);
      await page.locator(".check [data-notice=coding]", { hasText: "one.csv" }).waitFor();
      await go(page, "Open");
      await dropAnywhere(page, [file("two.csv", coding)]);
      await page.getByRole("button", { name: "Put the visits in order of time" }).click();
      await eventually(async () => {
        assert.match(await page.locator('[data-slot="0"]').innerText(), /early\.edf/);
        assert.equal(await page.locator("[data-notice=coding]").count(), 2);
      });
    });
  });

  it("a report without comparison infants leads to where they are given", async () => {
    await onPage(async (page) => {
      await dropAnywhere(page, [early(), late()]);
      await showReport(page);
      await page.getByRole("button", { name: "Add comparison infants" }).click();
      await page.getByText("Attune brings no norms.").waitFor();
      assert.match(await page.evaluate(() => document.activeElement.textContent), /Comparison infants/);
    });
  });

  it("comparison infants are taken, and said", async () => {
    await onPage(async (page) => {
      const table = "participant,visit,measure,value\nA,1,epds,9\nB,1,epds,5\nC,1,epds,7\n";
      await dropAnywhere(page, [file("controls.csv", table)]);
      await page.locator("[data-notice=comparison]", { hasText: "controls.csv" }).waitFor();
      await dropAnywhere(page, [file("others.csv", table)]);
      await page.getByText("in place of those that were here").waitFor();
    });
  });

  it("a coding asks whose visit it is", async () => {
    await onPage(async (page) => {
      await dropAnywhere(page, [early(), late()]);
      await slotIs(page, 1, "ready");
      await dropAnywhere(page, [file("codes.csv", "onset,offset,code\n0,12,protest\n12,30,withdrawn\n")]);
      const question = page.locator("[data-notice=coding]", { hasText: "codes.csv" });
      await question.getByRole("button", { name: "Follow-up" }).click();
      await eventually(async () => assert.equal(await page.locator(".check").isVisible(), true));
      await go(page, "Open");
      assert.equal(await question.count(), 0);
      await showReport(page);
      const session = JSON.parse(await savedWork(page));
      assert.deepEqual(
        session.visits.map(({ options }) => options.codes.length > 0),
        [false, true],
      );
    });
  });
});

describe("saved work", () => {
  it("names what it waits for by length, age and phases, and takes a file dropped while it opens", async () => {
    let work;
    await onPage(async (page) => {
      await dropAnywhere(page, [early(), late()]);
      await slotIs(page, 1, "ready");
      await go(page, "Check");
      await page.getByLabel("Age in months").first().fill("4.5");
      await page.getByLabel("Age in months").first().blur();
      await go(page, "Open");
      await showReport(page);
      work = await savedWork(page);
    });
    await onPage(async (page) => {
      await openSaved(page, work);
      await page.locator('[data-slot="0"]', { hasText: /Recording awaited: .*4\.5 months/ }).waitFor();
      assert.match(await page.locator('[data-slot="1"]').innerText(), /Recording awaited: \d/);
    });
    await onPage(async (page) => {
      // Both at once, and the recordings a moment after: neither waits for the other to be read.
      await Promise.all([
        dropAnywhere(page, [file("saved.json", work)]),
        dropAnywhere(page, [late(), early()]),
      ]);
      await showReport(page);
      const { report } = await savedReport(page);
      assert.equal(report.visits[0].age_months, 4.5);
      assert.deepEqual(
        report.provenance.inputs_sha256,
        JSON.parse(work).visits.map(({ sha256 }) => sha256),
      );
    });
  });
});

describe("a folder of one infant", () => {
  it("fills the visits in its own order with ages and scores, as a study's folder does", async () => {
    const at = join(folder, "study");
    for (const [visit, recording] of [
      ["ses-t1", early()],
      ["ses-t2", late()],
    ]) {
      const eeg = join(at, "sub-07", visit, "eeg");
      await mkdir(eeg, { recursive: true });
      await writeFile(join(eeg, `sub-07_${visit}_task-rest_eeg.edf`), recording.bytes);
    }
    await writeFile(join(at, "participants.tsv"), "participant_id\tgroup\tsex\nsub-07\ttreated\tf\n");
    await writeFile(
      join(at, "sub-07", "sub-07_sessions.tsv"),
      "session_id\tage_months\nses-t1\t5.2\nses-t2\t7.3\n",
    );
    await mkdir(join(at, "phenotype"));
    await writeFile(
      join(at, "phenotype", "epds.tsv"),
      "participant_id\tsession_id\tepds\nsub-07\tses-t1\t17\nsub-07\tses-t2\t6\n",
    );
    await onPage(async (page) => {
      await page.getByLabel("Open a folder").setInputFiles(at);
      await page.locator("[data-notice=folder]", { hasText: "ses-t2 is Follow-up" }).waitFor();
      await showReport(page);
      const { report } = await savedReport(page);
      assert.deepEqual(
        report.visits.map(({ age_months }) => age_months),
        [5.2, 7.3],
      );
      const epds = report.measures.find(({ id }) => id === "epds");
      assert.deepEqual(
        epds.visits.map(({ value }) => value),
        [17, 6],
      );
    });
  });
});

describe("while files are dragged", () => {
  it("the page says where they will land, as far as their types tell", async () => {
    await onPage(async (page) => {
      const landing = page.locator(".landing");
      await drag(page, '[data-slot="1"]', [early()], ["dragover"]);
      assert.match(await landing.innerText(), /Follow-up/);
      await drag(page, "main", [{ name: "a", type: "text/csv", bytes: Buffer.alloc(1) }], ["dragover"]);
      assert.match(await landing.innerText(), /its import/);
      await drag(
        page,
        "main",
        [{ name: "a", type: "application/json", bytes: Buffer.alloc(1) }],
        ["dragover"],
      );
      assert.match(await landing.innerText(), /in place of what is here/);
      await drag(page, "main", [{ name: "a", type: "video/webm", bytes: Buffer.alloc(1) }], ["dragover"]);
      assert.equal(await landing.innerText(), "A video: Code");
      await page.dispatchEvent("main", "dragleave");
      await landing.waitFor({ state: "detached" });
    });
  });
});

describe("for the Code screen", () => {
  it("a video opens there for the visit on which it was dropped, and a saved coding with it", async () => {
    await onPage(async (page) => {
      const film = { name: "seen.bin", bytes: await readFile(video) };
      await dropFiles(page, 1, [film]);
      await page.locator('.code-media[data-kind="video"]').waitFor();
      assert.ok(await page.getByRole("radio", { name: "Follow-up" }).isChecked());
      await page.keyboard.press("w");
      const { text } = await coded(page, 1);
      await page.keyboard.press("Backspace");
      await page.getByText(/^States \(0\)/).waitFor();
      await dropAnywhere(page, [{ name: "c.txt", bytes: Buffer.from(text) }]);
      await page.getByText(/^States \(1\)/).waitFor();
      await dropAnywhere(page, [{ name: "c.txt", bytes: Buffer.from(text.replace("states", "stated")) }]);
      assert.match(await refusal(page, /c\.txt/), /coding .* cannot be read/);
    });
  });
});

describe("an infant's code", () => {
  it("stands in the report and before the name of every file, and is never taken from a recording", async () => {
    await onPage(async (page) => {
      const named = makeEdf({
        signals: [{ label: "ECG", unit: "uV", rate: 100, value: (s) => 100 * Math.sin(7 * s) }],
        seconds: 20,
      });
      named.write("MCH-0234567 F 02-MAY-2023 Doe_Jane".padEnd(80), 8, "latin1");
      await dropAnywhere(page, [{ name: "a.edf", bytes: named }, late()]);
      await slotIs(page, 1, "ready");
      const code = page.getByLabel("Infant code");
      assert.equal(await code.inputValue(), "");
      await code.fill("Zoé 17");
      await code.blur();
      await page.getByText("This code is not taken").waitFor();
      await code.fill("");
      await page.getByText("This code is not taken").waitFor({ state: "detached" });
      await code.fill("K-017");
      await code.blur();
      await showReport(page);
      await page.locator(".report-head", { hasText: "Infant K-017" }).waitFor();
      const { name, report } = await savedReport(page);
      assert.equal(name, "K-017_attune-report.json");
      assert.equal(report.participant, "K-017");
      for (const [button, expected] of [
        ["Web page", "K-017_attune-report.html"],
        ["Zip of all tables", "K-017_attune-derivatives.zip"],
        ["One line for this infant", "K-017_attune-wide.csv"],
        ["Beats (TSV)", "K-017_attune-beats.tsv"],
        ["Save work", "K-017_attune-session.json"],
      ])
        assert.equal((await saved(page, button)).name, expected);
      // What was refused is of this infant: the next one has none.
      await go(page, "Open");
      await code.fill("Zoé 17");
      await code.blur();
      await page.getByText("This code is not taken").waitFor();
      page.once("dialog", (dialog) => dialog.accept());
      await page.locator('[data-example="improved"]').click();
      await wholeReport(page);
      await go(page, "Open");
      assert.equal(await code.inputValue(), "");
      assert.equal(await page.getByText("This code is not taken").count(), 0);
    });
  });
});

describe("a code alone", () => {
  it("is no work that the page asks about before it is left", async () => {
    await onPage(async (page) => {
      const asks = () =>
        page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
      await page.getByLabel("Infant code").fill("K-017");
      await page.getByLabel("Infant code").blur();
      assert.equal(await asks(), false);
      await go(page, "Check");
      await page.getByRole("button", { name: "Go on without recordings" }).click();
      await page.getByLabel("Age in months, baseline").fill("5");
      await page.getByLabel("Age in months, baseline").blur();
      await eventually(async () => assert.ok(await asks()));
    });
  });
});

describe("on a narrow screen", () => {
  for (const viewport of [
    { width: 390, height: 844 },
    // The same at 200 %.
    { width: 195, height: 422 },
  ])
    it(`the head takes at most 15 % of ${viewport.width} × ${viewport.height} pixels`, async () => {
      await onPage(async (page) => {
        const share = () =>
          page.evaluate(() => document.querySelector(".side").getBoundingClientRect().height / innerHeight);
        assert.ok((await share()) <= 0.15, String(await share()));
        await go(page, "Methods");
        await page.getByRole("heading", { level: 1 }).waitFor();
        assert.ok((await share()) <= 0.15, "folded again");
      }, viewport);
    });
});
