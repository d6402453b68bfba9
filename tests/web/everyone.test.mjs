// The page for everyone: WCAG 2.2 AA by axe in every state, on a small screen, on paper. By keyboard alone:
// keyboard.test.mjs.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  axeFindings,
  dropFiles,
  eventually,
  fileUrl,
  go,
  launch,
  onWatchedPage,
  openExample,
  openMenu,
  openPage,
  refusal,
  showReport,
  slotIs,
  unfold,
  wholeReport,
} from "./browser.mjs";
import { onlyEcg, simulatedVisit } from "./recordings.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function onPage(body, viewport) {
  const { page, close } = await openPage(browser, fileUrl, viewport);
  try {
    await body(page);
  } finally {
    await close();
  }
}

describe("axe finds nothing", () => {
  for (const viewport of [
    { width: 1366, height: 900 },
    { width: 390, height: 844 },
  ]) {
    it(`on any screen of an example at ${viewport.width} pixels`, async () => {
      await onPage(async (page) => {
        assert.deepEqual(await axeFindings(page), [], "Open");
        await openExample(page);
        assert.deepEqual(await axeFindings(page), [], "Report");
        await unfold(page);
        assert.deepEqual(await axeFindings(page), [], "Report with everything unfolded");
        await go(page, "Check");
        assert.deepEqual(await axeFindings(page), [], "Check");
        await unfold(page);
        assert.deepEqual(await axeFindings(page), [], "Check with everything unfolded");
        await go(page, "Methods");
        assert.deepEqual(await axeFindings(page), [], "Methods");
        await openMenu(page);
        await page.getByRole("button", { name: "How to verify" }).click();
        assert.deepEqual(await axeFindings(page), [], "How to verify");
      }, viewport);
    });
  }

  it("where nothing is open, where a file failed, and where data are too few", async () => {
    await onPage(async (page) => {
      await go(page, "Report");
      assert.deepEqual(await axeFindings(page), [], "Report without recordings");
      await go(page, "Check");
      assert.deepEqual(await axeFindings(page), [], "Check without recordings");
      await go(page, "Open");
      await dropFiles(page, 0, [{ name: "a.edf", bytes: onlyEcg("01.03.24") }]);
      await dropFiles(page, 1, [{ name: "b.edf", bytes: Buffer.from("no recording") }]);
      await refusal(page, "b.edf");
      await slotIs(page, 0, "ready");
      assert.deepEqual(await axeFindings(page), [], "Open with a failed file");
      await openExample(page, "short");
      assert.deepEqual(await axeFindings(page), [], "Report of too little data");
      assert.match(await page.locator(".report").innerText(), /Too little data/);
    });
  });
});

describe("on a screen 320 pixels wide", () => {
  it("nothing is cut and the page does not scroll sideways", async () => {
    await onPage(
      async (page) => {
        const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok((await overflow()) <= 0, "Open");
        await openExample(page);
        assert.ok((await overflow()) <= 0, "Report");
        for (const screen of ["Check", "Methods"]) {
          await go(page, screen);
          assert.ok((await overflow()) <= 0, screen);
        }
        // A table that goes on out of sight says so at its edge until its end is seen.
        await go(page, "Report");
        const shaded = page.locator(".table-box[data-more]");
        const wide = await shaded.first().elementHandle();
        await wide.evaluate((box) => Object.assign(box, { scrollLeft: box.scrollWidth }));
        await page.waitForFunction((box) => !box.hasAttribute("data-more"), wide);
      },
      { width: 320, height: 700 },
    );
  });
});

describe("on a laptop's first screen", () => {
  // French is the longer.
  it("headline, domains, quality, edits and notes of every example stand above 800 pixels, in French too", async () => {
    await onWatchedPage(
      browser,
      async (page) => {
        for (const scenario of ["improved", "unchanged", "short", "mixed"]) {
          await page.evaluate(() => Object.assign(location, { hash: "open" }));
          await openExample(page, scenario);
          const end = await page
            .locator(".page-one > .attention")
            .last()
            .evaluate((last) => last.getBoundingClientRect().bottom + scrollY);
          assert.ok(end <= 800, `${scenario}: ${end} pixels`);
        }
      },
      { locale: "fr-FR", viewport: { width: 1280, height: 800 } },
    );
  });
});

describe("on paper", () => {
  const pagesOf = async (page, format) =>
    (await page.pdf({ format })).toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;

  for (const [locale, print, sign] of [
    ["en-GB", "Print …", /Infant code: _+.*4 March 2024.*Measured by.*It does not diagnose.*Signature/s],
    ["fr-FR", "Imprimer …", /Code du nourrisson\s: _+.*4 mars 2024.*Mesuré par.*diagnostic.*Signature/s],
  ])
    it(`one page is for the file, on A4 and Letter; the rest is printed if asked for (${locale})`, async () => {
      await onWatchedPage(
        browser,
        async (page) => {
          await page.locator('[data-example="improved"]').click();
          await wholeReport(page, 120_000);
          await page.getByRole("button", { name: print }).click();
          await page.keyboard.press("Escape");
          await page.emulateMedia({ media: "print" });
          assert.equal(await page.getByRole("navigation").isVisible(), false);
          assert.equal(await page.getByRole("button", { name: print }).isVisible(), false);
          assert.match(await page.locator(".report").innerText(), sign);
          for (const format of ["A4", "Letter"]) assert.equal(await pagesOf(page, format), 1, format);
          // What a page of A4 and of Letter holds between the margins: who signs stands at its end.
          for (const [width, height] of [
            [695, 1043],
            [718, 977],
          ]) {
            await page.setViewportSize({ width, height });
            const { top, bottom } = await page.locator(".page-one").evaluate((one) => {
              const foot = one.lastElementChild.getBoundingClientRect();
              return { top: one.getBoundingClientRect().top, bottom: foot.bottom };
            });
            assert.ok(Math.abs(bottom - top - height) < 1, `${bottom - top} of ${height} pixels`);
          }
          await page.emulateMedia({ media: null });
          await page.getByRole("button", { name: print }).click();
          for (const box of await page.getByRole("dialog").getByRole("checkbox").all()) await box.check();
          await page.keyboard.press("Escape");
          // The page for the file, and four domains with all their figures and tables.
          for (const [format, most] of [
            ["A4", 11],
            ["Letter", 11],
          ]) {
            const pages = await pagesOf(page, format);
            assert.ok(pages >= 3 && pages <= most, `${format}: ${pages} pages`);
          }
          // What the findings rest on is one sheet of A4, and a name is cut only where a letter more would not fit.
          await page.setViewportSize({ width: 695, height: 1043 });
          await page.emulateMedia({ media: "print" });
          await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
          const cards = page.locator(".evidence", { has: page.locator(".cards") });
          await eventually(async () => {
            const { height } = await cards.boundingBox();
            assert.ok(height < 1043, `${height} pixels`);
            const names = await page.locator("[data-phase]").evaluateAll((all) =>
              all.map((name) => {
                const room = name.previousElementSibling.getAttribute("x1") - name.getAttribute("x") - 3;
                const { data: shown } = name.firstChild;
                const long = name.getComputedTextLength();
                name.firstChild.data = `${name.dataset.phase.slice(0, shown.length)}…`;
                const longer = name.getComputedTextLength();
                name.firstChild.data = shown;
                return { shown, isCut: shown !== name.dataset.phase, room, long, longer };
              }),
            );
            assert.ok(names.length > 0);
            for (const { shown, isCut, room, long, longer } of names) {
              assert.ok(long <= room + 0.5, `${shown}: ${long} of ${room} pixels`);
              if (isCut)
                assert.ok(longer > room - 0.5, `${shown}: one letter more is ${longer} of ${room} pixels`);
            }
          });
        },
        { locale },
      );
    });

  it("four visits in French have one page for the file, and a table no wider than the sheet, which would cut it", async () => {
    await onWatchedPage(
      browser,
      async (page) => {
        const kinds = [
          ["improved", 0],
          ["improved", 1],
          ["unchanged", 1],
          ["mixed", 1],
        ];
        const visits = await Promise.all(kinds.map((kind) => simulatedVisit(...kind)));
        await dropFiles(
          page,
          0,
          visits.map((bytes, index) => ({ name: `${index}.edf`, bytes })),
        );
        await page.getByRole("link", { name: "Montrer le rapport" }).click({ timeout: 120_000 });
        await wholeReport(page, 120_000);
        await page.getByRole("button", { name: "Imprimer …" }).click();
        await page.keyboard.press("Escape");
        assert.equal(await pagesOf(page, "A4"), 1);
        await page.getByRole("button", { name: "Imprimer …" }).click();
        for (const box of await page.getByRole("dialog").getByRole("checkbox").all()) await box.check();
        await page.keyboard.press("Escape");
        await page.setViewportSize({ width: 695, height: 1043 });
        await page.emulateMedia({ media: "print" });
        const masks = await page
          .locator(".table-box")
          .evaluateAll((all) => all.map((box) => getComputedStyle(box).maskImage));
        assert.deepEqual([...new Set(masks)], ["none"]);
        const widths = await page
          .locator(".measures")
          .evaluateAll((all) => all.map((table) => Math.round(table.getBoundingClientRect().width)));
        assert.ok(widths.length > 0);
        assert.ok(
          widths.every((width) => width <= 695),
          widths.join(),
        );
      },
      { locale: "fr-FR" },
    );
  });

  it("three visits keep three marks that grey print can tell apart, and each step", async () => {
    await onPage(async (page) => {
      const visits = [
        await simulatedVisit("improved", 0),
        await simulatedVisit("improved", 1),
        await simulatedVisit("unchanged", 1),
      ];
      await dropFiles(
        page,
        0,
        visits.map((bytes, index) => ({ name: `${index}.edf`, bytes })),
      );
      await showReport(page);
      assert.equal(await page.locator(".key .inline-mark").count(), 3);
      const line = page.locator(".slope").first();
      assert.equal(await line.evaluate((drawn) => getComputedStyle(drawn).fill), "none");
      const changes = await page.locator(".domain .term summary").first().innerText();
      assert.match(changes, /^RSA at rest, ln ms²; Follow-up: \S+ \([^)]*\); Visit 3: \S+ \([^)]*\)$/);
      const marks = await page.locator(".key .inline-mark").evaluateAll((all) =>
        all.map(({ firstElementChild: mark }) => {
          const filled = mark.getAttribute("fill") === "#fff" ? "hollow" : "filled";
          return `${mark.tagName} ${filled} ${mark.getAttribute("points")?.split(" ").length ?? ""}`;
        }),
      );
      assert.equal(new Set(marks).size, 3, marks.join("; "));
      const lines = page.locator(".side-key", { hasText: "breathing" });
      assert.match(
        await lines.innerText(),
        /Baseline: breathing \d\.\d\d Hz\s+Follow-up: breathing \S+ Hz\s+Visit 3: breathing \S+ Hz/,
      );
      await page.getByText("Steps between later visits").first().click();
      const steps = page.getByRole("region", { name: /^Heart, table, Steps/ });
      const names = await steps.getByRole("columnheader").allInnerTexts();
      assert.deepEqual(names.slice(1), ["Follow-up → Visit 3"]);
      assert.match(await steps.getByRole("row").nth(1).innerText(), /[+−]\d/);
    });
  });
});
