// Links, saved work and saved reports that someone made by hand: what cannot be computed with is refused in words,
// nothing that was entered is lost, and the page goes on.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  eventually,
  go,
  openExample,
  openSaved,
  savedReport,
  useBrowser,
  withoutRecordings,
} from "./browser.mjs";

const onPage = useBrowser();

const follow = (page, link) =>
  page.evaluate((to) => {
    location.hash = to;
  }, link);
const linkWith = (json) => `report?${encodeURIComponent(json)}`;

/** What the notice on Open says, once it says `wanted`. */
const noticeSays = (page, wanted) =>
  eventually(async () => assert.match(await page.locator(".notice").innerText(), wanted));

const session = (part) => JSON.stringify({ attune: "session", format: 1, ...part });

describe("what someone made by hand", () => {
  it("a link whose settings cannot be taken says so, takes none of them, and leaves the report as it is", async () => {
    const none = /None of the settings that this link carries was taken/;
    const links = [
      [
        linkWith('{"eeg":{"max_abs_uv":100},"ecg":{"block_s":0}}'),
        /ecg\.block_s is 0; it must lie between 30 and 600\./,
      ],
      [linkWith('{"hrv":{"epoch_s":1e308}}'), /hrv\.epoch_s is 1e\+308/],
      [linkWith('{"ecg":{"rr_min_ms":1400}}'), /ecg\.rr_min_ms is 1400; it must be less than/],
      [linkWith('{"eeg":{"max_abs_uv":"100"}}'), /E_LINK · Where: eeg\.max_abs_uv/],
      [linkWith('{"eeg":{"pairs":[{"left":"x","right":"y"}]}}'), /E_LINK · Where: eeg\.pairs/],
      [linkWith('{"edits":{"recordings":[]}}'), /E_LINK · Where: edits/],
      [linkWith('{"__proto__":{"ecg":{"block_s":0}},"constructor":1}'), /E_LINK · Where: __proto__/],
      [linkWith(`{"eeg":${"[".repeat(5000)}${"]".repeat(5000)}}`), /E_LINK · Where: eeg/],
      ["report?%E0%A4%A", /E_LINK/],
      ["report?[1]", /E_LINK/],
    ];
    await onPage(async (page) => {
      await openExample(page);
      const { text } = await savedReport(page);
      for (const [link, wanted] of links) {
        await follow(page, link);
        await noticeSays(page, none);
        await noticeSays(page, wanted);
      }
      await go(page, "Report");
      assert.ok((await savedReport(page)).text === text, "the report is another one");
      await follow(page, linkWith('{"eeg":{"max_abs_uv":100}}'));
      await eventually(async () =>
        assert.equal((await savedReport(page)).report.provenance.settings.eeg.max_abs_uv, 100),
      );
    });
  });

  it("saved work that cannot be computed with is refused, and what was entered stays", async () => {
    const keys = Array.from({ length: 100_000 }, (_, i) => `"key ${i}":0`).join(",");
    const refused = [
      [
        session({ settings: { ecg: { block_s: 0 } } }),
        /settings\.ecg\.block_s is 0; it must lie between 30 and 600\./,
      ],
      [session({ visits: [{ options: { age_months: -1 } }] }), /visits\[0\]\.options\.age_months is -1/],
      [session({ visits: "none" }), /Expected an array but found string/],
      [`{"attune":"session",${keys}}`, /no member of this name|keys/],
      ['{"attune":"session","__proto__":{"settings":{}}}', /no member of this name/],
      [`{"attune":"session","visits":${"[".repeat(100_000)}`, /not JSON|nested|deep/],
    ];
    await onPage(async (page) => {
      await withoutRecordings(page);
      const age = page.getByLabel("Age in months").first();
      await age.fill("4.5");
      await age.blur();
      await go(page, "Open");
      page.on("dialog", (dialog) => dialog.accept()); // what was entered may go, is asked first
      for (const [text, wanted] of refused) {
        await openSaved(page, text);
        await noticeSays(page, wanted);
      }
      await go(page, "Check");
      assert.equal(await page.getByLabel("Age in months").first().inputValue(), "4.5");
    });
  });

  it("a saved report shows its own numbers, with settings of whatever size", async () => {
    await onPage(async (page) => {
      await openExample(page);
      const { report } = await savedReport(page);
      report.provenance.settings.ecg.block_s = 0;
      report.provenance.settings.hrv.epoch_s = 1e300;
      const faa = report.visits[0].eeg.asymmetry[0].faa_ln;
      await go(page, "Open");
      await openSaved(page, JSON.stringify(report));
      await eventually(async () => {
        const opened = (await savedReport(page)).report;
        assert.equal(opened.provenance.settings.ecg.block_s, 0);
        assert.equal(opened.visits[0].eeg.asymmetry[0].faa_ln, faa);
      });
    });
  });
});
