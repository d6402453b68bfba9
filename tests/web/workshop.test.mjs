// For a workshop: settings turned on the report, the defaults' answer beside, a link that carries example and settings alone,
// guesses before the truth, and the leader's sheet, whose claims are those of the reports.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  eventually,
  fileUrl,
  go,
  openExample,
  saved,
  savedReport,
  useBrowser,
  wholeReport,
} from "./browser.mjs";
import { focusPlot, pointOf, showSignals, view } from "./signals.mjs";

const watched = useBrowser();

const onPage = (url, body) => watched(body, { url });

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

  it("what a link has set stays told when a setting is turned; what was copied is not told of another address", async () => {
    await onPage(fileUrl, async (page) => {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await openExample(page);
      await go(page, "Open");
      await paste(page, linkTo(null, { eeg: { max_abs_uv: 100 } }).text);
      const notice = page.locator("[data-notice=link]");
      const told = await notice.innerText();
      await go(page, "Report");
      await openPanel(page);
      await page.getByRole("button", { name: "Copy a link with these settings" }).click();
      await page.getByText("Copied.").waitFor();
      await page.getByLabel("Amplitude limit").selectOption({ label: "±200 µV" });
      await page.getByText("Copied.").waitFor({ state: "detached" });
      await go(page, "Open");
      assert.match(told, /: 100 \(otherwise 150\)/);
      assert.equal(await notice.innerText(), told);
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

describe("guess first", () => {
  it("counts the guesses of a class, and says beside the truth how many were right", async () => {
    await onPage(fileUrl, async (page) => {
      await openExample(page);
      const guess = async (heart, brain) => {
        await page.getByRole("radio", { name: `Heart: ${heart}` }).check();
        await page.getByRole("radio", { name: `Brain: ${brain}` }).check();
        await page.getByRole("button", { name: "Add this guess" }).click();
      };
      assert.ok(await page.getByRole("button", { name: "Add this guess" }).isDisabled());
      await guess("up", "up");
      await guess("up", "no change that can be told");
      await guess("down", "down");
      await page.getByText("3 guesses").waitFor();
      await page.getByRole("button", { name: "Take the last one back" }).click();
      await guess("no change that can be told", "down");
      // Another example has its own, and these are still there afterwards.
      await go(page, "Open");
      await openExample(page, "unchanged");
      await guess("up", "no change that can be told");
      await page.getByText("Show the true values").click();
      const wrong = await page.locator(".guessed").innerText();
      assert.match(wrong, /Heart: put in was no change that can be told; 0 of 1/);
      await go(page, "Open");
      await openExample(page);
      await page.getByText("Show the true values").click();
      const right = await page.locator(".guessed").innerText();
      assert.match(right, /Heart: put in was up; 2 of 3 guessed so/);
      assert.match(right, /Brain: put in was up; 1 of 3 guessed so/);
    });
  });
});

const measureOf = ({ report }, id) => report.measures.find((measure) => measure.id === id);
const signed = (value, digits = 2) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(digits)}`;
const half = ({ ci_low, ci_high }) => (ci_high - ci_low) / 2;
const says = (shows, ...claims) => {
  for (const claim of claims) assert.ok(shows.includes(claim), `${claim} is not in: ${shows}`);
};

/** What the sheet claims of one exercise; the example that its link opens is then on the page. */
async function exercise(page, number) {
  await page.evaluate(() => Object.assign(location, { hash: "workshop" }));
  const item = page.locator(".workshop li").nth(number - 1);
  const shows = await item.locator("p").nth(1).innerText();
  await item.getByRole("link").click();
  await page.getByRole("button", { name: /^Open its example/ }).click();
  await wholeReport(page);
  return shows;
}

async function set(page, label, option) {
  await openPanel(page);
  await page.getByRole("combobox", { name: label }).selectOption({ label: option });
}

const once = (page, condition) =>
  eventually(async () => {
    const now = await savedReport(page);
    assert.ok(condition(now.report));
    return now;
  });

describe("the leader's sheet", () => {
  it("claims of unchanged, and of still-face in improved, what the reports hold", async () => {
    await onPage(fileUrl, async (page) => {
      const unchanged = await exercise(page, 1);
      const first = await savedReport(page);
      assert.ok(first.report.statements.every(({ strength }) => strength === "not_reliable"));
      const { change, reliable } = measureOf(first, "rsa_ln_ms2_rest").changes[0];
      const { band_low, band_high, studies_effect, n } = reliable;
      assert.equal(n, 40);
      says(unchanged, `${signed(band_low)} or ${signed(band_high)}`, `±${half(change).toFixed(2)}`);
      says(unchanged, signed(studies_effect));
      assert.equal(Math.floor((band_high - band_low) / 2 / half(change)), 7);

      const regression = await exercise(page, 2);
      const withdrawn = measureOf(await savedReport(page), "withdrawn_still_face");
      const [fall] = withdrawn.changes;
      assert.equal(fall.reliable.method, "regression-based");
      assert.ok(withdrawn.places[0].percentile > 99);
      const points = [fall.reliable.band_low, fall.reliable.band_high].map((part) => signed(100 * part, 0));
      says(regression, `${(100 * withdrawn.visits[0].value).toFixed(0)} %`, points.join(" to "));
      says(regression, signed(100 * fall.change.value, 0));
    });
  });

  it("claims of settings what becomes of the reports under them", async () => {
    await onPage(fileUrl, async (page) => {
      const sides = ({ visits }) => visits.map(({ value }) => signed(value)).join(" and ");
      const reference = await exercise(page, 3);
      const recorded = measureOf(await savedReport(page), "faa_f4_f3");
      await set(page, "EEG reference", "average");
      const isAveraged = ({ provenance }) => provenance.settings.eeg.reference === "average";
      const averaged = measureOf(await once(page, isAveraged), "faa_f4_f3");
      says(reference, `${sides(recorded)} become ${sides(averaged)}`);
      for (const { ci_low, ci_high } of [...recorded.visits, ...averaged.visits])
        assert.ok(ci_low < 0 && ci_high > 0);
      await page
        .locator(".in-sight", { hasText: "None of four domains showed a reliable change." })
        .waitFor();

      const band = await exercise(page, 5);
      await set(page, "Alpha band", "4–6 Hz");
      const { report } = await once(page, ({ visits }) => visits[0].eeg.band_low_hz === 4);
      const brain = report.statements.find(({ domain }) => domain === "brain");
      assert.equal(brain.strength, "depends_on_choice");
      const badge = page.locator(".in-sight [data-strength=depends_on_choice]");
      says(band, `“${await badge.innerText()}”`);
      const forms = [...brain.plain.matchAll(/(\S+) \(95\s%\sCI (\S+ to \S+)\)/g)];
      assert.equal(forms.length, 2);
      for (const [, change, ends] of forms) says(band, `${change} (${ends})`);

      const short = await exercise(page, 6);
      const clean = ({ report: { statements } }) =>
        [...statements.find(({ domain }) => domain === "brain").plain.matchAll(/(\d+) s found/g)]
          .map(([, seconds]) => seconds)
          .join(" and ");
      const narrow = await savedReport(page);
      await set(page, "Amplitude limit", "±300 µV");
      const wide = await once(page, ({ provenance }) => provenance.settings.eeg.max_abs_uv === 300);
      says(short, clean(narrow), clean(wide));
      for (const one of [narrow, wide])
        assert.ok(measureOf(one, "faa_f4_f3").visits.every(({ value }) => value === null));
    });
  });

  it("claims of one beat what becomes of RSA when it is moved, with the keys that it names", async () => {
    await onPage(fileUrl, async (page) => {
      const beat = await exercise(page, 4);
      const before = await savedReport(page);
      await showSignals(page);
      await focusPlot(page);
      for (const past of [10, 30]) {
        await page.keyboard.press("ArrowRight");
        await eventually(async () => assert.ok((await view(page)).startS > past));
      }
      const { x, y } = await pointOf(page, 44.92);
      await page.mouse.click(x, y);
      await page.locator(".signal-selection", { hasText: "Beat at 0:44.92" }).waitFor();
      await page.keyboard.press("m");
      for (let step = 0; step < 4; step++) await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("Enter");
      await go(page, "Report");
      const after = await once(page, ({ provenance }) => provenance.settings.edits.recordings.length === 1);
      const epoch = ({ report }) => report.visits[0].heart.epochs[1].rsa_ln_ms2;
      const rest = (of) => measureOf(of, "rsa_ln_ms2_rest");
      const value = (of) => rest(of).visits[0].value.toFixed(2);
      const room = (of, digits) => half(rest(of).changes[0].change).toFixed(digits);
      says(beat, `${epoch(before).toFixed(1)} to ${epoch(after).toFixed(1)}`);
      says(beat, `${value(before)} to ${value(after)}`, `±${room(before, 2)} to ±${room(after, 1)}`);
      // e to the power of the difference of two ln.
      assert.equal(Math.round(Math.exp(epoch(after) - epoch(before))), 12);
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
