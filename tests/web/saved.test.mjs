// Work saved and opened again: the session with its recordings asked for, the report without them.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import {
  dropFiles,
  eventually,
  go,
  openExample,
  openSaved,
  saved,
  savedReport,
  savedWork,
  showReport,
  slotIs,
  useBrowser,
  wholeReport,
} from "./browser.mjs";
import { onlyEcg, simulatedVisit } from "./recordings.mjs";

let baseline;
let followUp;
before(async () => {
  baseline = await simulatedVisit("improved", 0);
  followUp = await simulatedVisit("improved", 1);
});

const onPage = useBrowser();

describe("saved work", () => {
  it("opens again with everything entered, once its recordings are chosen, in whatever order", async () => {
    let work;
    let text;
    await onPage(async (page) => {
      await dropFiles(page, 0, [
        { name: "a.edf", bytes: baseline },
        { name: "b.edf", bytes: followUp },
      ]);
      await slotIs(page, 1, "ready");
      await go(page, "Check");
      await page.getByLabel("Age in months").first().fill("4.5");
      await page.getByLabel("Age in months").first().blur();
      await go(page, "Report");
      await wholeReport(page);
      await eventually(async () => assert.match(await page.locator(".report-head").innerText(), /4\.5/));
      work = await savedWork(page);
      ({ text } = await savedReport(page));
    });
    const session = JSON.parse(work);
    assert.equal(session.attune, "session");
    assert.deepEqual(
      session.visits.map(({ sha256 }) => sha256),
      JSON.parse(text).provenance.inputs_sha256,
    );
    assert.equal(session.visits[0].options.age_months, 4.5);
    await onPage(async (page) => {
      await openSaved(page, work);
      await page.getByText("choose the 2 that it was made with").waitFor();
      // The other order, on the other places: digests decide.
      await dropFiles(page, 1, [{ name: "x.edf", bytes: baseline }]);
      await page.getByText("choose the one that it was made with").waitFor();
      await dropFiles(page, 1, [{ name: "y.edf", bytes: followUp }]);
      await showReport(page);
      assert.ok((await savedReport(page)).text === text, "the report is another one");
    });
  });

  it("says which files are none of the session's recordings until they are removed, and keeps waiting", async () => {
    let work;
    await onPage(async (page) => {
      await dropFiles(page, 0, [
        { name: "a.edf", bytes: baseline },
        { name: "b.edf", bytes: followUp },
      ]);
      await showReport(page);
      work = await savedWork(page);
    });
    await onPage(async (page) => {
      await openSaved(page, work);
      await page.getByText("choose the 2 that it was made with").waitFor();
      await dropFiles(page, 0, [{ name: "other.edf", bytes: onlyEcg("01.03.24") }]);
      const stranger = page.getByText("One file is none of the recordings");
      await stranger.waitFor();
      await page.getByText("choose the 2 that it was made with").waitFor();
      await page.getByRole("button", { name: "Remove Visit 3" }).click();
      await stranger.waitFor({ state: "detached" });
      await page.getByText("choose the 2 that it was made with").waitFor();
    });
  });

  it("shows a saved report without its recordings, the same to the last digit", async () => {
    let first;
    await onPage(async (page) => {
      await openExample(page);
      first = await savedReport(page);
    });
    await onPage(async (page) => {
      await openSaved(page, first.text);
      await wholeReport(page);
      const again = await savedReport(page);
      assert.ok(again.text === first.text, "the report is another one");
      await page.getByText("opened from a saved file").waitFor();
    });
  });

  it("takes the report out of a page of its own that was saved", async () => {
    let html;
    let text;
    await onPage(async (page) => {
      await openExample(page);
      html = (await saved(page, "Web page")).bytes.toString("utf8");
      ({ text } = await savedReport(page));
    });
    await onPage(async (page) => {
      await openSaved(page, html);
      await wholeReport(page);
      assert.ok((await savedReport(page)).text === text, "the report is another one");
    });
  });

  it("is asked about before what was entered is lost, and not once it is saved", async () => {
    await onPage(async (page) => {
      const asked = [];
      let answer = false;
      page.on("dialog", (dialog) => {
        asked.push(dialog.type());
        return answer ? dialog.accept() : dialog.dismiss();
      });
      await dropFiles(page, 0, [{ name: "a.edf", bytes: baseline }]);
      await dropFiles(page, 1, [{ name: "b.edf", bytes: followUp }]);
      await slotIs(page, 1, "ready");
      await go(page, "Check");
      await page.getByLabel("Age in months").first().fill("4.5");
      await page.getByLabel("Age in months").first().blur();
      await go(page, "Open");
      await page.locator('[data-example="mixed"]').click();
      await page.getByRole("button", { name: "Start over" }).click();
      assert.deepEqual(asked, ["confirm", "confirm"]);
      await slotIs(page, 1, "ready");
      answer = true;
      await page.reload();
      assert.deepEqual(asked, ["confirm", "confirm", "beforeunload"]);
    });
    await onPage(async (page) => {
      page.on("dialog", () => assert.fail("nothing to ask"));
      await dropFiles(page, 0, [{ name: "a.edf", bytes: baseline }]);
      await dropFiles(page, 1, [{ name: "b.edf", bytes: followUp }]);
      await slotIs(page, 1, "ready");
      await go(page, "Check");
      await page.getByLabel("Age in months").first().fill("4.5");
      await page.getByLabel("Age in months").first().blur();
      await go(page, "Report");
      await wholeReport(page);
      await savedWork(page);
      await go(page, "Open");
      await page.getByRole("button", { name: "Start over" }).click();
      await slotIs(page, 1, "empty");
    });
  });

  it("refuses what is neither with a sentence, and keeps what is open", async () => {
    await onPage(async (page) => {
      await dropFiles(page, 0, [{ name: "a.edf", bytes: baseline }]);
      await slotIs(page, 0, "ready");
      for (const [bytes, words] of [
        ["{}", "This is not a report of Attune."],
        ['{"attune":"session","visits":[{"sha":1}]}', "There is no member of this name."],
      ]) {
        await openSaved(page, bytes);
        await page.locator(".notice", { hasText: words }).waitFor();
      }
      await slotIs(page, 0, "ready");
      // A recording is one wherever it is chosen.
      await openSaved(page, baseline);
      await slotIs(page, 1, "ready");
    });
  });
});
