// The page in French: every word of it, the core's among them, and numbers as the French write them; never in what is
// saved for programs.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import {
  axeFindings,
  dropFiles,
  eventually,
  fileUrl,
  go,
  launch,
  onWatchedPage,
  openPage,
  refusal,
  root,
  slotIs,
  unfold,
  wholeReport,
} from "./browser.mjs";
import { en, fr, inEnglish } from "./french.mjs";
import { makeEdf, onlyEcg } from "./recordings.mjs";

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), "attune-french-"));
});
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const inFrench = (body, viewport) => onWatchedPage(browser, body, { viewport, locale: "fr-FR" });

async function openExample(page, scenario = "improved") {
  await page.locator(`[data-example="${scenario}"]`).click();
  await wholeReport(page, 120_000);
}

async function openStudy(page) {
  await go(page, "Groupe");
  await page.getByRole("button", { name: fr.group.example }).click();
  await page.locator(".study-results").waitFor();
}

/** Every text on the page, those for screen readers among them; not code, nor the paragraph for an English paper. */
const texts = (page) =>
  page.evaluate(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (!node.parentElement.closest("code, textarea, script, style, noscript, [lang=en]"))
          found.push(node.data);
      } else {
        for (const name of ["aria-label", "title", "placeholder"]) found.push(node.getAttribute(name) ?? "");
      }
    }
    return found.map((text) => text.trim()).filter(Boolean);
  });

describe("the page in French", () => {
  for (const scenario of ["improved", "unchanged", "short", "mixed"]) {
    it(`has no English left on any screen of the example “${scenario}”`, async () => {
      await inFrench(async (page) => {
        assert.equal(await page.getAttribute("html", "lang"), "fr");
        assert.deepEqual(inEnglish(await texts(page)), [], "Ouvrir");
        await openExample(page, scenario);
        await unfold(page);
        assert.deepEqual(inEnglish(await texts(page)), [], "Rapport");
        const phases = async () => (await texts(page)).filter((text) => /^(Rest|Repos)\b/.test(text));
        const named = await phases();
        assert.ok(named.length > 0 && named.every((text) => text.startsWith("Repos")), named.join());
        await go(page, "Vérifier");
        await unfold(page);
        assert.deepEqual(inEnglish(await texts(page)), [], "Vérifier");
        assert.ok(
          (await phases()).every((text) => text.startsWith("Repos")),
          "phases under Vérifier",
        );
        await go(page, "Signaux");
        await page.locator("[data-flag], .signal-lists").first().waitFor();
        assert.deepEqual(inEnglish(await texts(page)), [], "Signaux");
        await go(page, "Méthodes");
        assert.deepEqual(inEnglish(await texts(page)), [], "Méthodes");
      });
    });
  }

  it("saves the names of an example's phases as its recording has them, whatever is entered beside them", async () => {
    await inFrench(async (page) => {
      await openExample(page);
      const reported = async () => {
        await page.getByRole("button", { name: fr.exports.open }).click();
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("dialog").getByRole("button", { name: fr.exports.kinds.json }).click(),
        ]);
        await page.keyboard.press("Escape");
        return JSON.parse(await readFile(await download.path(), "utf8")).visits[0].phases;
      };
      const before = await reported();
      assert.ok(before.some(({ name }) => name === "Rest"));
      await go(page, "Vérifier");
      await unfold(page);
      const name = page.getByLabel(`${fr.check.phaseColumns.name} 1`, { exact: true }).first();
      assert.equal(await name.inputValue(), "Repos");
      // Typed as it stands, it is no other name.
      await name.fill("Repos 1");
      await name.fill("Repos");
      await name.press("Tab");
      await page.getByRole("slider").first().focus();
      await page.keyboard.press("ArrowRight");
      await page.getByRole("button", { name: fr.check.phasesReset }).waitFor();
      assert.equal(await name.inputValue(), "Repos");
      await go(page, "Rapport");
      await eventually(async () => {
        await wholeReport(page);
        const after = await reported();
        assert.equal(after[0].start_s, before[0].start_s + 1);
        assert.deepEqual(
          after.map((phase) => phase.name),
          before.map((phase) => phase.name),
        );
      });
    });
  });

  it("has no English left on the screen of groups", async () => {
    await inFrench(async (page) => {
      await go(page, "Groupe");
      await page
        .getByLabel(fr.group.choose)
        .and(page.locator("input"))
        .setInputFiles(resolve(root, "tests/web"));
      await page.locator(".study .failure").waitFor();
      assert.match(await page.locator(".study .failure").innerText(), /^Aucune étude.* E_COHORT_EMPTY$/);
      assert.deepEqual(inEnglish(await texts(page)), [], "no study");
      await page.getByRole("button", { name: fr.group.close }).click();
      await openStudy(page);
      await unfold(page);
      assert.equal(await page.locator("main [lang=en]").count(), 0);
      assert.deepEqual(inEnglish(await texts(page)), [], "a study");
      await page.getByRole("button", { name: fr.exports.open }).click();
      assert.deepEqual(inEnglish(await texts(page)), [], "to be saved");
    });
  });

  it("says in French what is wrong with a file", async () => {
    await inFrench(async (page) => {
      await dropFiles(page, 0, [{ name: "a.edf", bytes: Buffer.from("no recording") }]);
      await refusal(page, "a.edf");
      const whole = makeEdf({
        signals: [{ label: "ECG", unit: "uV", rate: 100, value: (s) => 100 * Math.sin(s) }],
        seconds: 20,
      }).slice(0, -300);
      await dropFiles(page, 1, [{ name: "b.edf", bytes: whole }]);
      await slotIs(page, 1, "ready");
      assert.deepEqual(inEnglish(await texts(page)), []);
      await go(page, "Vérifier");
      await unfold(page);
      await page.getByText(/^Visite de suivi\s: la dernière partie de cet enregistrement manque/).waitFor();
      assert.deepEqual(inEnglish(await texts(page)), []);
    });
  });

  it("writes numbers with a comma, and saves the same report as in English, byte for byte", async () => {
    const save = async (locale, open, json, close) => {
      const opened = await openPage(browser, fileUrl, undefined, locale);
      try {
        await openExample(opened.page);
        const shown = await opened.page.locator(".report").innerText();
        const files = {};
        for (const kind of json) {
          await opened.page.getByRole("button", { name: open, exact: true }).click();
          const [download] = await Promise.all([
            opened.page.waitForEvent("download"),
            opened.page.getByRole("dialog").getByRole("button", { name: kind, exact: true }).click(),
          ]);
          files[json.indexOf(kind)] = await readFile(await download.path());
          await opened.page.getByRole("dialog").getByRole("button", { name: close, exact: true }).click();
        }
        return { shown, files };
      } finally {
        await opened.close();
      }
    };
    const english = await save(
      "en-GB",
      "Save …",
      [en.exports.kinds.json, en.exports.kinds.csv, en.exports.kinds.tsv, en.exports.kinds.sidecar],
      "Close",
    );
    const french = await save(
      "fr-FR",
      "Enregistrer …",
      [fr.exports.kinds.json, fr.exports.kinds.csv, fr.exports.kinds.tsv, fr.exports.kinds.sidecar],
      "Fermer",
    );
    for (const [index, bytes] of Object.entries(english.files))
      assert.ok(bytes.equals(french.files[index]), index);
    // Digits with a point are left in the program's version alone.
    assert.match(french.shown, /\d,\d\d à \d,\d\d/);
    assert.deepEqual(
      (french.shown.match(/\d+\.\d+(\.\d+)?/g) ?? []).filter((number) => !/^\d+\.\d+\.\d+$/.test(number)),
      [],
    );
    const digits = (text) => text.match(/\d+[.,]\d+/g).map((number) => number.replace(",", "."));
    assert.ok(digits(french.shown).length > 100);
  });

  it("saves a page of its own that opens in French anywhere", async () => {
    let html;
    await inFrench(async (page) => {
      await openExample(page);
      await page.getByRole("button", { name: "Enregistrer …", exact: true }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Page web", exact: true }).click(),
      ]);
      html = await readFile(await download.path());
    });
    const path = join(folder, "report.html");
    await writeFile(path, html);
    const { page, watch, close } = await openPage(browser, pathToFileURL(path).href);
    try {
      await wholeReport(page, 60_000);
      assert.equal(await page.getAttribute("html", "lang"), "fr");
      // It shows what is saved, with the recordings' own names.
      const own = "Stranger with toy";
      assert.deepEqual(
        inEnglish(await texts(page)).filter((text) => text !== own),
        [],
      );
      await page.getByLabel("Langue").selectOption("en");
      await page.getByRole("button", { name: "Print" }).waitFor();
      assert.deepEqual(await watch(), []);
    } finally {
      await close();
    }
  });

  it("loses nothing when the language is changed", async () => {
    const { page, watch, close } = await openPage(browser, fileUrl);
    try {
      assert.equal(await page.getAttribute("html", "lang"), "en");
      await dropFiles(page, 0, [{ name: "a.edf", bytes: onlyEcg("01.03.24") }]);
      await slotIs(page, 0, "ready");
      await go(page, "Check");
      await page.getByLabel("Age in months").fill("5.5");
      await page.getByLabel("Age in months").press("Tab");
      await page.getByLabel("Language").selectOption("fr");
      assert.equal(await page.getAttribute("html", "lang"), "fr");
      await page.getByText(fr.check.birth, { exact: true }).waitFor();
      assert.match(await page.getByLabel("Âge en mois").inputValue(), /^5[.,]5$/);
      await go(page, "Ouvrir");
      await go(page, "Vérifier");
      await eventually(async () => assert.equal(await page.getByLabel("Âge en mois").inputValue(), "5,5"));
      await page.getByLabel("Langue").selectOption("en");
      await page.getByText(en.check.birth, { exact: true }).waitFor();
      assert.match(await page.getByLabel("Age in months").inputValue(), /^5[.,]5$/);
      assert.deepEqual(
        await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]),
        [0, 0, ""],
      );
      assert.deepEqual(await watch(), []);
    } finally {
      await close();
    }
  });

  for (const theme of ["light", "dark"]) {
    it(`gives axe nothing to find on any screen, ${theme}`, async () => {
      await inFrench(async (page) => {
        const clean = async (screen) =>
          assert.deepEqual(await axeFindings(page, { coloursOnly: theme === "dark" }), [], screen);
        await page.emulateMedia({ reducedMotion: "reduce" }); // colours on their way from one theme to the other are none
        await page.getByLabel("Apparence").selectOption(theme);
        await clean("Ouvrir");
        await openExample(page);
        await unfold(page);
        await clean("Rapport");
        for (const screen of ["Vérifier", "Signaux", "Méthodes"]) {
          await go(page, screen);
          await clean(screen);
        }
        await openStudy(page);
        await unfold(page);
        await clean("Groupe");
      });
    });
  }

  it("fits a narrow screen", async () => {
    await inFrench(
      async (page) => {
        for (const screen of ["Ouvrir", "Vérifier", "Coder", "Signaux", "Rapport", "Groupe", "Méthodes"]) {
          if (screen === "Ouvrir") await openExample(page);
          if (screen === "Groupe") await openStudy(page);
          await go(page, screen);
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          assert.ok(beyond <= 0, `${screen}: ${beyond} pixels too wide`);
        }
      },
      { width: 320, height: 640 },
    );
  });
});
