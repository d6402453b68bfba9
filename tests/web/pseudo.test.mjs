// The page in the pseudo-language (web/src/text/pseudo.ts): English with accents on every letter. What stands on any screen
// in plain letters was taken from no dictionary and no catalogue, and so is English to a French reader too; but for names
// that nobody translates.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { modulesOf } from "../page-logic/modules.mjs";
import { dropFiles, root, slotIs, unfold, useBrowser, wholeReport } from "./browser.mjs";
import { onlyEcg } from "./recordings.mjs";

const watched = useBrowser();

const { fr: pseudo } = await modulesOf("text/pseudo");

let folder;
let url;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-pseudo-"));
  await promisify(execFile)(process.execPath, [resolve(root, "web/build.mjs"), "--pseudo", "--out", folder]);
  url = pathToFileURL(join(folder, "attune.html")).href;
});
after(async () => {
  await rm(folder, { recursive: true, force: true });
});

const onPage = (body) => watched(body, { url, locale: "fr-FR" });

/** What people see, hear or print: texts, those of drawings and for screen readers among them, and edges of paper. */
const texts = (page) =>
  page.evaluate(() => {
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
      if (element.closest("code, textarea, script, style, noscript, [lang=en]")) continue;
      if (node === element)
        for (const name of [
          "aria-label",
          "aria-description",
          "aria-roledescription",
          "aria-valuetext",
          "title",
          "placeholder",
          "alt",
          "label",
        ])
          found.push(node.getAttribute(name) ?? "");
      else found.push(`${node.data}`);
    }
    for (const sheet of document.adoptedStyleSheets)
      for (const rule of sheet.cssRules) found.push(...(rule.cssText.match(/"[^"]*"/g) ?? []));
    return [...new Set(found.map((text) => text.trim()))];
  });

/** What may stand in plain letters anywhere: names that no language changes. */
const names = [
  /\bAttune\b/g, // in the title of the window
  /\b(?:FAA|EEG|ECG(?: II)?|EDF Annotations|EDF(?:\+C)?|Resp chest|a\.u\.|BIDS)(?!\w)/g, // channels, formats
  /\b(?:[FCPOT][z\d]|A[12])(?!\w)/g, // sites
  /(?<!\w)(?:µV²?|mV|V|Hz|ms|min|s|ln|[kM](?=Ɓ))(?!\w)/g, // units
  /\b(?:[EWN]_[A-Z_]+|SHA-256|[0-9a-f]{8,64})\b/g, // codes of what is told, digests
  /\b[a-z0-9]+(?:_[a-z0-9]+)+\b/g, // ids of measures
  /\((?:Ctrl\+)?(?:Shift\+)?[A-Z]\)/g, // keys
  /^(?:rsa|ecg)$|\bepds\b/g, // what a code is about, beside it
  /\b[a-z]\.edf\b/g, // files of this test
];
/** And what one screen may show. */
const namesOn = {
  // A coding's own names of phases, codes and subjects; instruments.
  check: [
    /\b(?:Play|Still face|Reunion|No focal subject|mother|infant)\b/g,
    /\b(?:protest|withdrawn|sleep|unscorable|social monitor|social positive|object\/environment)\b/g,
    /\b(?:IBQ-R|EPDS|PBQ|PSI-SF)\b/g,
  ],
  report: [/\b(?:Play|Still face|Reunion)\b/g],
  // A code is changed by the name that it is saved under.
  code: [/⟦(?:⟦[^⟧]*⟧|[^⟦⟧]*): (?:[a-z -]+|object\/environment)⟧/g, /^(?:[A-Z]|Home|End)$/g],
  // Authors and years.
  methods: [
    /\b[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:, [A-Z][a-z]+(?:-[A-Z][a-z]+)?)*(?: & [A-Z][a-z]+| et al\.) (?:19|20)\d\d\b/g,
    /\b[A-Z][a-z]+ (?:19|20)\d\d\b/g,
  ],
  // What the study calls its groups, visits and infants.
  group: [/\b(?:ppd|control|ses-\d|sub-\d\d\d)\b/g],
};

/** Those of a screen's texts that hold a plain letter after all that may be plain was taken away. */
async function plain(page, screen) {
  const without = (text) =>
    [...(namesOn[screen] ?? []), ...names].reduce((left, name) => left.replace(name, ""), text);
  const left = (await texts(page)).filter((text) => /[a-zA-Z]/.test(without(text)));
  return left.map((text) => `${screen}: ${text}`);
}

async function show(page, screen) {
  await page.evaluate((name) => {
    location.hash = name;
  }, screen);
  await page.locator(`.app[data-screen=${screen}]`).waitFor();
}

/** Shows a screen with all that it holds, and gives what it shows in plain letters. */
async function look(page, screen) {
  await show(page, screen);
  if (screen === "signals") await page.locator(".signal-plot[data-ready], .signal-lists").first().waitFor();
  await unfold(page);
  return plain(page, screen);
}

async function lookAt(page, screens) {
  const found = [];
  for (const screen of screens) found.push(...(await look(page, screen)));
  return found;
}

/** The same of every dialog that a screen opens. */
async function lookIntoDialogs(page, screen) {
  const found = [];
  for (const opener of await page.locator("main button[aria-haspopup=dialog]").all()) {
    await opener.click();
    await page.locator("dialog[open] button").first().waitFor();
    found.push(...(await plain(page, screen)));
    await page.keyboard.press("Escape");
  }
  return found;
}

describe("the page in the pseudo-language", () => {
  for (const scenario of ["improved", "short"])
    it(`shows no plain letter on any screen of the example “${scenario}”`, async () => {
      await onPage(async (page) => {
        assert.deepEqual(await plain(page, "open"), []);
        await page.locator(`[data-example="${scenario}"]`).click();
        await wholeReport(page, 120_000);
        assert.deepEqual(await look(page, "report"), []);
        assert.deepEqual(await lookIntoDialogs(page, "report"), []);
        assert.deepEqual(await lookAt(page, ["open", "check", "signals", "code", "methods", "workshop"]), []);
      });
    });

  it("nor of a study, planned or measured", async () => {
    await onPage(async (page) => {
      await show(page, "group");
      await page.locator(".design").waitFor(); // there once the core has started
      assert.deepEqual(await look(page, "group"), []);
      const { fields, run } = pseudo.design;
      for (const [field, value] of [
        [fields.infants, "20"],
        [fields.draws, "200"],
      ]) {
        await page.getByLabel(field, { exact: true }).fill(value);
        await page.getByLabel(field, { exact: true }).press("Tab");
      }
      await page.getByRole("button", { name: run, exact: true }).click();
      await page.locator(".design .reasons").waitFor();
      await page.getByRole("button", { name: pseudo.group.example }).click();
      await page.locator(".study-results").waitFor();
      assert.deepEqual(await look(page, "group"), []);
      assert.deepEqual(await lookIntoDialogs(page, "group"), []);
    });
  });

  it("nor where files cannot be used, data are too few, or the tour goes round", async () => {
    await onPage(async (page) => {
      await dropFiles(page, 0, [{ name: "a.edf", bytes: Buffer.from("no recording") }]);
      await page.locator("[data-notice=refused]").waitFor();
      await dropFiles(page, 0, [{ name: "b.edf", bytes: onlyEcg("01.03.24").slice(0, -300) }]);
      await slotIs(page, 0, "ready");
      await dropFiles(page, 1, [{ name: "c.edf", bytes: onlyEcg("01.06.24") }]);
      await slotIs(page, 1, "ready");
      assert.deepEqual(await plain(page, "open"), []);
      await show(page, "report");
      await wholeReport(page, 120_000);
      assert.deepEqual(await lookAt(page, ["report", "check", "signals"]), []);
    });
    await onPage(async (page) => {
      await page.getByRole("button", { name: pseudo.tour.start }).click();
      await wholeReport(page, 120_000);
      for (const [title] of pseudo.tour.stops) {
        await page.locator(".tour h2", { hasText: title }).waitFor();
        assert.deepEqual(await plain(page, await page.locator(".app").getAttribute("data-screen")), []);
        const next = page.locator(".tour button", { hasText: pseudo.tour.next });
        if (await next.isVisible()) await next.click();
      }
    });
  });
});
