// For a workshop: settings turned on the report, the defaults' answer beside, and a link that carries settings alone.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { eventually, fileUrl, launch, onWatchedPage, openExample, saved, savedReport } from "./browser.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const onPage = (url, body) => onWatchedPage(browser, body, { url });

const faaOf = ({ report }) => report.visits[0].eeg.asymmetry[0].faa_ln;
const openPanel = (page) => page.getByText("What if other settings were used?").click();

describe("what if", () => {
  it("another band moves the report, the defaults stand beside it, and back is the same as before", async () => {
    await onPage(fileUrl, async (page) => {
      await openExample(page);
      const usual = await savedReport(page);
      await openPanel(page);
      await page.getByRole("combobox", { name: "Alpha band" }).selectOption({ label: "4–6 Hz" });
      const table = page.getByRole("region", { name: "Changes under these settings and under the defaults" });
      await table.waitFor();
      const turned = await savedReport(page);
      assert.equal(turned.report.visits[0].eeg.band_low_hz, 4);
      assert.notEqual(faaOf(turned), faaOf(usual));
      const row = await table.getByRole("row", { name: /^F4 − F3, ln/ }).innerText();
      const change = usual.report.measures.find(({ id }) => id === "faa_f4_f3").changes[0].change.value;
      assert.ok(row.includes(`+${change.toFixed(2)} (`), row);
      await page.getByText("This report was made with settings that are not the defaults.").waitFor();
      // Saved in the same instant: the file waits for what was set.
      const back = await page.getByRole("button", { name: "Back to the defaults" }).elementHandle();
      const atOnce = await saved(page, "Report as JSON", (button) =>
        page.evaluate(([first, second]) => [first, second].map((one) => one.click()), [back, button]),
      );
      assert.ok(atOnce.bytes.toString("utf8") === usual.text);
      await table.waitFor({ state: "detached" });
    });
  });

  it("a link carries the settings to another page, and nothing but settings", async () => {
    let address;
    await onPage(fileUrl, async (page) => {
      await openExample(page);
      await openPanel(page);
      await page.getByLabel("Amplitude limit").selectOption({ label: "±100 µV" });
      await page.getByRole("button", { name: "Link with these settings" }).click();
      address = await page.getByLabel("It carries settings and no data:").inputValue();
    });
    const carried = JSON.parse(decodeURIComponent(address.split("?")[1]));
    assert.deepEqual(carried, { eeg: { max_abs_uv: 100 } });
    await onPage(fileUrl, async (page) => {
      await page.evaluate((to) => {
        location.hash = to;
      }, address.split("#")[1]);
      await openExample(page);
      await eventually(async () =>
        assert.equal((await savedReport(page)).report.provenance.settings.eeg.max_abs_uv, 100),
      );
      assert.equal(await page.evaluate(() => location.hash), "#report");
    });
  });
});
