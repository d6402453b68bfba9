// Mother and infant on the page: the program's numbers from one file, from two on a clock by hand, and from an open visit; who
// leads in the simulated pair and what was put in; labels that do not tell; French; nothing is sent.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { assertSame } from "../wasm/module.mjs";
import { axeFindings, dropFiles, fileUrl, openSaved, root, slotIs, useBrowser } from "./browser.mjs";

const watched = useBrowser();

const program = join(root, "build/release/attune");
const run = async (...args) => (await promisify(execFile)(program, args, { maxBuffer: 1 << 28 })).stdout;

let folder;
const at = (name) => join(folder, name);
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-"));
  const common = ["--out", folder, "--pairs", "1", "--seed", "3", "--strength", "0.9"];
  await run("synth", ...common);
  await run("synth", ...common, "--apart", "--offset-s", "1", "--drift-ppm", "50");
});
after(async () => {
  await rm(folder, { recursive: true });
});

const onPage = (body, options = {}) =>
  watched(
    async (page) => {
      await page.evaluate(() => Object.assign(location, { hash: "pair" }));
      await page.locator(".pair-screen h1").waitFor();
      await body(page);
    },
    { url: fileUrl, ...options },
  );

const choose = (page, label, path) => page.getByLabel(label).setInputFiles(path);
const save = async (page) => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the numbers (JSON)" }).click(),
  ]);
  return JSON.parse(await readFile(await download.path(), "utf8"));
};
const phaseTable = (page) => page.getByRole("region", { name: "Phase by phase, table" });

/** The program's result as the page saves it: phases by their kinds. */
const told = (text) => {
  const dyad = JSON.parse(text);
  return { ...dyad, phases: dyad.phases.map((stretch) => ({ ...stretch, phase: stretch.kind })) };
};

describe("mother and infant", () => {
  it("of one file with both hearts the page tells and saves what the program prints", async () => {
    await onPage(async (page) => {
      await choose(page, "A recording with both hearts", at("pair-001.edf"));
      await phaseTable(page).waitFor();
      const native = told(await run("dyad", at("pair-001.edf")));
      assertSame(native, await save(page), "dyad");
      await page.getByText(native.task.heart_period.sentence.replace("’", "’")).waitFor();
      assert.equal(await page.locator(".pair-screen figure svg[role=img]").count(), 4);
      assert.doesNotMatch(await page.locator(".pair-screen").innerText(), /attuned|in tune/i);
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
      assert.deepEqual(await axeFindings(page), []);
      // It serves as the earlier visit of the same pair: nothing differs.
      const earlier = at("earlier.json");
      await writeFile(earlier, JSON.stringify(native));
      await choose(page, /Result of an earlier visit/, earlier);
      await page.getByRole("heading", { name: "Since the earlier visit" }).waitFor();
      const compared = JSON.parse(await run("dyad", at("pair-001.edf"), "--baseline", earlier));
      assertSame(compared.change, (await save(page)).change, "change");
    });
  });

  it("two files stand on one clock by their start times, which is said to be unsure, and by hand", async () => {
    await onPage(async (page) => {
      await choose(page, /^The mother’s recording/, at("pair-001_mother.edf"));
      await page.getByText("There is one heart only").first().waitFor();
      await choose(page, /^The infant’s recording/, at("pair-001_infant.edf"));
      await page.getByText("every lag may be off by up to 1 s").waitFor();
      const files = ["--mother", at("pair-001_mother.edf"), "--infant", at("pair-001_infant.edf")];
      assertSame(told(await run("dyad", ...files)), await save(page), "start times");
      await page.getByLabel(/^The infant’s file begins/).fill("1");
      await page.getByLabel(/^The infant’s second is longer/).fill("50");
      await page.keyboard.press("Enter");
      await page.getByText("50 parts in a million slow").waitFor();
      const byHand = await save(page);
      const native = told(await run("dyad", ...files, "--offset-s", "1", "--drift-ppm", "50"));
      assertSame(native, byHand, "by hand");
      assert.equal(byHand.clock.source, "by_hand");
    });
  });

  it("an open visit that holds both hearts leads there, with its age", async () => {
    await watched(
      async (page) => {
        const bytes = await readFile(at("pair-001.edf"));
        await dropFiles(page, 0, [{ name: "both.edf", bytes }]);
        await slotIs(page, 0, "ready");
        await page.evaluate(() => Object.assign(location, { hash: "check" }));
        await page.locator("details").evaluateAll((folded) => {
          for (const one of folded) one.open = true;
        });
        await page.getByRole("link", { name: "Mother and infant: who leads whom" }).first().click();
        await page.getByRole("button", { name: "Baseline: both hearts" }).click();
        await phaseTable(page).waitFor();
        assertSame(told(await run("dyad", at("pair-001.edf"))).task, (await save(page)).task, "task");
      },
      { url: fileUrl },
    );
  });

  it("saved work asks for the files again, and keeps age, clock and the earlier visit", async () => {
    const files = { mother: at("pair-001_mother.edf"), infant: at("pair-001_infant.edf") };
    const [mothers, infants] = [
      "The mother’s recording or list of beats",
      "The infant’s recording or list of beats",
    ];
    const earlier = at("earlier.json");
    await writeFile(earlier, await run("dyad", at("pair-001.edf")));
    let before;
    let work;
    await onPage(async (page) => {
      await choose(page, mothers, files.mother);
      await choose(page, infants, files.infant);
      await choose(page, "Result of an earlier visit (attune-pair.json)", earlier);
      await page.getByLabel("The infant’s age, months").fill("7");
      await page.getByLabel(/^The infant’s file begins/).fill("1");
      await page.getByLabel(/^The infant’s second is longer/).fill("50");
      await page.keyboard.press("Enter");
      await page.getByText("50 parts in a million slow").waitFor();
      before = await save(page);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Save work" }).click(),
      ]);
      work = await readFile(await download.path());
    });
    const { pair, format } = JSON.parse(work);
    assert.equal(format, 1);
    assert.deepEqual(
      [pair.wanted.offset_s, pair.wanted.drift_ppm, pair.wanted.infant.age_months],
      [1, 50, 7],
    );
    assert.ok(!work.includes("pair-001"), "a file's name is saved");
    await onPage(async (page) => {
      await page.evaluate(() => Object.assign(location, { hash: "open" }));
      await openSaved(page, work);
      await page.getByText("choose the mother’s file").waitFor();
      await choose(page, mothers, at("pair-001.edf"));
      await page.getByText("The mother’s file is another one").waitFor();
      await choose(page, mothers, files.mother);
      await choose(page, infants, files.infant);
      await page.getByText("50 parts in a million slow").waitFor();
      assertSame(before, await save(page), "opened again");
      assert.ok(before.change, "nothing was compared");
      assert.equal(await page.getByText("choose the mother’s file").count(), 0);
    });
  });

  it("beats that were put right by hand count, as for the program, and it is said", async () => {
    const file = at("pair-001.edf");
    const bytes = await readFile(file);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const beats = [{ action: "exclude", time_s: 100, to_s: 140 }];
    const session = at("edited.json");
    await writeFile(
      session,
      JSON.stringify({
        attune: "session",
        format: 1,
        settings: { edits: { recordings: [{ sha256, beats }] } },
        pair: { files: [{ who: "both", sha256, bytes: bytes.length }] },
      }),
    );
    const native = told(await run("dyad", file, "--edits", session));
    assert.notDeepEqual(native.task, told(await run("dyad", file)).task);
    await onPage(async (page) => {
      await page.evaluate(() => Object.assign(location, { hash: "open" }));
      await openSaved(page, await readFile(session));
      await page.getByText("choose the one with both hearts").waitFor();
      await choose(page, "A recording with both hearts", file);
      await page.getByText("The infant’s beats are used as they were put right by hand (1 edit).").waitFor();
      assertSame(native, await save(page), "edited");
    });
  });

  it("labels that do not tell are asked about", async () => {
    await onPage(async (page) => {
      const bytes = await readFile(at("pair-001.edf"));
      bytes.write("ECG1            ECG2            ", 256, "latin1");
      await writeFile(at("unnamed.edf"), bytes);
      await choose(page, "A recording with both hearts", at("unnamed.edf"));
      await page.getByText("The labels do not tell").waitFor();
      await page.getByLabel("The mother’s signal").selectOption("ECG2");
      await page.getByText("say which it is").waitFor();
      await page.getByLabel("The infant’s signal").selectOption("ECG1");
      await phaseTable(page).waitFor();
      assertSame(told(await run("dyad", at("pair-001.edf"))).task, (await save(page)).task, "task");
    });
  });

  it("the leader's sheet claims of who leads what the simulated pair holds", async () => {
    await onPage(async (page) => {
      await page.evaluate(() => Object.assign(location, { hash: "workshop" }));
      const item = page.locator(".workshop li").last();
      const shows = await item.locator("p").nth(1).innerText();
      await item.getByRole("link", { name: "Start: Mother and infant" }).click();
      const found = [];
      for (const name of ["At the first visit", "Nine weeks later"]) {
        await page.getByRole("button", { name }).click();
        await phaseTable(page).waitFor();
        found.push(await save(page));
      }
      const [first, second] = found.map(({ task }) => task.heart_period);
      assert.deepEqual([first.first, second.first], ["infant", "mother"]);
      assert.ok(shows.includes(`by about ${-first.peak_lag_s.toFixed(1)} s, then`), shows);
      assert.ok(shows.includes(`by about ${second.peak_lag_s.toFixed(1)} s; 2 and 3 s`), shows);
      for (const { phases } of found) {
        const still = phases.find(({ kind }) => kind === "still_face");
        assert.equal(still.heart_period.verdict, "no_coupling_found");
        assert.equal(still.rsa.verdict, "no_coupling_found");
      }
      const [{ task }] = found;
      assert.equal(task.rsa.verdict, "no_coupling_found");
      assert.ok(shows.includes(`(p = ${task.rsa.p_adjusted.toFixed(3).slice(1)})`), shows);
    });
  });

  it("who leads: the simulated pair before and after, in French too, and what was put in", async () => {
    await onPage(
      async (page) => {
        await page.getByRole("button", { name: "À la première visite" }).click();
        await page
          .getByText(/changements du nourrisson venaient en premier/)
          .first()
          .waitFor();
        await page.getByText("Ce qui a été introduit", { exact: true }).click();
        await page.getByText(/Les changements du nourrisson viennent en premier, de 2\ss/).waitFor();
        await page.getByRole("button", { name: "Neuf semaines plus tard" }).click();
        await page
          .getByText(/changements de la mère venaient en premier/)
          .first()
          .waitFor();
        assert.deepEqual(await axeFindings(page), []);
      },
      { locale: "fr-FR" },
    );
  });
});
