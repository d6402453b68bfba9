// For a workshop: settings turned on the report, the defaults' answer beside, and a link that carries settings alone.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  eventually,
  fileUrl,
  launch,
  onWatchedPage,
  openExample,
  saved,
  savedReport,
  wholeReport,
} from "./browser.mjs";

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

  it("a link carries example and settings to another copy of the page, and nothing else", async () => {
    await onPage(fileUrl, async (page) => {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await openExample(page, "mixed");
      await openPanel(page);
      await page.getByLabel("Amplitude limit").selectOption({ label: "±100 µV" });
      await page.getByLabel("EEG reference").selectOption({ label: "average" });
      await page.getByRole("button", { name: "Copy a link with these settings" }).click();
      await page.getByText("Copied.").waitFor();
      const address = await page.getByLabel("It carries settings and the example’s name").inputValue();
      // Of a page from a stick not its place on this computer, which is nobody else's.
      assert.equal(
        decodeURIComponent(address),
        '#open?{"example":"mixed","eeg":{"reference":"average","max_abs_uv":100}}',
      );
    });
    const { hash, text } = linkTo("mixed", { eeg: { reference: "average", max_abs_uv: 100 } });
    for (const [how, follow] of [
      ["in the address", (page) => page.evaluate((to) => Object.assign(location, { hash: to }), hash)],
      ["pasted", (page) => paste(page, text)],
    ])
      await onPage(fileUrl, async (page) => {
        await follow(page);
        const notice = page.locator("[data-notice=link]");
        await notice.waitFor();
        assert.match(await notice.innerText(), /^Amplitude limit .*: 100 \(otherwise 150\)/m, how);
        assert.match(
          await notice.innerText(),
          /^What the channels are measured against: average \(otherwise as recorded\)/m,
          how,
        );
        await notice.getByRole("button", { name: "Open its example: Mixed" }).click();
        await wholeReport(page);
        await eventually(async () => {
          const { eeg } = (await savedReport(page)).report.provenance.settings;
          assert.equal(eeg.max_abs_uv, 100);
          assert.equal(eeg.reference, "average");
        });
        assert.equal(await page.evaluate(() => location.hash), "#report");
      });
  });

  it("a link that cannot be read is refused where it was pasted, and nothing changes", async () => {
    await onPage(fileUrl, async (page) => {
      await paste(page, "https://example.org/no-link");
      await page.locator("[data-notice=link-refused]").waitFor();
      await paste(page, linkTo("another", {}).text);
      await page.locator("[data-notice=link-refused]", { hasText: "Where: example" }).waitFor();
    });
  });
});

/** The part of an address that carries these, and a whole one of a page elsewhere. */
function linkTo(example, settings) {
  const hash = `#open?${encodeURIComponent(JSON.stringify({ example, ...settings }))}`;
  return { hash, text: `https://example.org/attune.html${hash}` };
}

async function paste(page, text) {
  await page.getByLabel("Link, if you were given one").fill(text);
  await page.getByRole("button", { name: "Follow", exact: true }).click();
}
