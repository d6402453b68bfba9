// The page by keyboard alone: from two files to an edited, saved and printed report, and to an example's.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { eventually, slotIs, tabTo, useBrowser, wholeReport } from "./browser.mjs";
import { video } from "./code-screen.mjs";
import { simulatedVisit } from "./recordings.mjs";

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-keyboard-"));
});
after(async () => {
  await rm(folder, { recursive: true });
});

const onPage = useBrowser();

/** Goes by Tab to what `pattern` names, and presses Enter there. */
async function press(page, pattern) {
  await tabTo(page, pattern);
  await page.keyboard.press("Enter");
}

describe("by keyboard alone", () => {
  it("two files become a report, which is edited, saved and printed", async () => {
    await onPage(async (page) => {
      await page.evaluate(() => {
        globalThis.printed = 0;
        globalThis.print = () => globalThis.printed++;
      });
      for (const [index, visit] of ["Baseline", "Follow-up"].entries()) {
        const path = join(folder, `${index}.edf`);
        await writeFile(path, await simulatedVisit("improved", index));
        const [chooser] = await Promise.all([
          page.waitForEvent("filechooser"),
          press(page, new RegExp(`^Choose a file for ${visit}$`)),
        ]);
        await chooser.setFiles(path);
        await slotIs(page, index, "ready");
      }
      await press(page, /^Show the report$/);
      await wholeReport(page);

      await press(page, /^Signals$/);
      await page.locator(".signal-plot[data-ready]").waitFor();
      await tabTo(page, /^Signals of the baseline recording$/);
      await page.keyboard.press("n");
      await page.keyboard.press("Delete");
      await eventually(async () =>
        assert.match(await page.locator(".signal-news").innerText(), /^Beat at .* removed/),
      );

      await press(page, /^Report$/);
      await wholeReport(page);
      const edited = async () => {
        await press(page, /^Save …$/);
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          press(page, /^Report as JSON$/),
        ]);
        await page.keyboard.press("Escape");
        const { provenance } = JSON.parse(await readFile(await download.path(), "utf8"));
        assert.equal(provenance.settings.edits.recordings[0].beats[0].action, "remove");
      };
      await eventually(edited);

      await press(page, /^Print …$/);
      await press(page, /^Print$/);
      assert.equal(await page.evaluate(() => globalThis.printed), 1);
    });
  });

  it("a video is coded by two, who see how they agree and take it into the report", async () => {
    await onPage(async (page) => {
      page.on("dialog", (dialog) => dialog.accept());
      /** What has the focus shows it. */
      const reach = async (pattern) => {
        await tabTo(page, pattern);
        const shown = await page.evaluate(() => {
          const focused = document.activeElement;
          const seen = focused.matches(".unseen, [type=file]") ? focused.parentElement : focused;
          return [seen, ...seen.children].some((one) => getComputedStyle(one).outlineStyle !== "none");
        });
        assert.ok(shown, `${pattern} has the focus and does not show it`);
      };
      const code = async (keys) => {
        for (const key of keys) await page.keyboard.press(key);
      };
      await reach(/^Code$/);
      await page.keyboard.press("Enter");
      // The new screen takes the focus.
      await page.waitForFunction(() => document.activeElement.closest("[data-screen=code] main"));
      // Waited for before the key is near: a dialog that opens sooner than Playwright's wait has begun is lost.
      const choosing = page.waitForEvent("filechooser");
      await reach(/^Open a video/);
      await page.keyboard.press("Enter");
      await (await choosing).setFiles(video);
      await page.locator('.code-media[data-kind="video"]').waitFor();
      // A second is ⇧→; a button that has the focus leaves these keys to the screen.
      const second = "Shift+ArrowRight";
      await code(["1", "s", second, second, "w", second, second, "2", second, second, "p", "o", "Backspace"]);
      await code([second, second, ".", "0"]);
      await page.getByText(/^States \(3\)/).waitFor();
      await reach(/^Coder A has finished/);
      await page.keyboard.press("Space");
      // Radio buttons are one stop, chosen among by arrows.
      await page.keyboard.press("Shift+Tab");
      while (!(await page.evaluate(() => document.activeElement.matches("[name=coder]"))))
        await page.keyboard.press("Shift+Tab");
      await reach(/^Coder A/);
      await page.keyboard.press("ArrowRight");
      await page.getByText("Coder A’s states are hidden until both have finished.").waitFor();
      await page.keyboard.press("Tab");
      await code(["s", second, second, second, "w", second, second, second, "p", second, second, "."]);
      await page.getByText(/^States \(3\)/).waitFor();
      await reach(/^Coder B has finished/);
      await page.keyboard.press("Space");
      await page.getByText("Both have finished: the codings are closed").waitFor();
      while (!(await page.evaluate(() => document.activeElement.matches("[name=coder]"))))
        await page.keyboard.press("Shift+Tab");
      await reach(/^Coder B/);
      await page.keyboard.press("ArrowRight");
      // Of eight seconds one is another's: the third.
      await page.getByText(/Two coders agree in 88 % of 8 seconds/).waitFor();
      await reach(/^Use in the report$/);
      await page.keyboard.press("Enter");
      await page.getByText("This visit is formed from this coding.").waitFor();
    });
  });

  it("one gets from the start to an example's report and back", async () => {
    await onPage(async (page) => {
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content");
      await press(page, /^Improved/);
      await wholeReport(page, 120_000);
      // The new screen has the focus, so the next stop is its first button.
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "Save …");
      await page.goBack();
      await page.getByRole("heading", { name: "Open the recordings of one infant" }).waitFor();
    });
  });

  it("every stop shows where it is", async () => {
    await onPage(async (page) => {
      for (let steps = 0; steps < 30; steps++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate(() => document.activeElement === document.body)) break;
        const visible = await page.evaluate(() => {
          const focused = document.activeElement;
          const shown = focused.matches("input[type=file]") ? focused.nextElementSibling : focused;
          return getComputedStyle(shown).outlineStyle !== "none";
        });
        assert.ok(visible, await page.evaluate(() => document.activeElement.textContent.slice(0, 40)));
      }
    });
  });
});
