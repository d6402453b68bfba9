// Everything a report is saved as, opened again and checked: JSON by the core, tables number by number, zip, figures,
// the stand-alone page, the paragraph for a paper.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import {
  axeFindings,
  dropFiles,
  eventually,
  openExample,
  openSaved,
  root,
  saved,
  savedReport,
  serve,
  showReport,
  useBrowser,
  wholeReport,
} from "./browser.mjs";
import { asSaved, hostile, loadCore, onlyEcg, simulatedVisit } from "./recordings.mjs";

const watched = useBrowser();

const program = resolve(root, "build/release/attune");
const run = (...args) => promisify(execFile)(program, args, { maxBuffer: 1 << 28 });

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-export-"));
});
after(async () => {
  if (folder) await rm(folder, { recursive: true });
});

const onPage = (body, url) => watched(body, { url });

/** A table without quoted cells as objects. */
function parsed(bytes, separator = "\t") {
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  const [head, ...lines] = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(separator));
  return lines.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index]])));
}

const number = (cell) => (cell === "n/a" || cell === "" ? null : Number(cell));

describe("a report saved as numbers", () => {
  it("is the same report when the core reads its JSON", async () => {
    await onPage(async (page) => {
      await openExample(page);
      const { name, text, report } = await savedReport(page);
      assert.equal(name, "attune-report.json");
      const { value, error } = JSON.parse((await loadCore()).readReport(text));
      assert.equal(error, undefined);
      assert.deepEqual(asSaved(value), report);
      assert.doesNotMatch(text, /20\d\d-\d\d-\d\d/, "a date stands in the report");
    });
  });

  it("gives a table whose lines are the report's numbers, with tabs, commas and a description", async () => {
    await onPage(async (page) => {
      await openExample(page);
      const { report } = await savedReport(page);
      const tsv = await saved(page, "TSV for programs");
      assert.equal(tsv.name, "attune-numbers.tsv");
      const rows = parsed(tsv.bytes);
      for (const { id, unit, visits, changes } of report.measures) {
        const of = (part) => rows.filter((row) => row.part === part && row.measure === id);
        const estimates = [
          ...of("measures.visits").map((row, index) => [row, visits[index]]),
          ...of("measures.changes")
            .filter(({ statistic }) => statistic === "change")
            .map((row, index) => [row, changes[index].change]),
        ];
        assert.equal(estimates.length, visits.length + changes.length, id);
        for (const [row, estimate] of estimates) {
          assert.equal(row.unit, unit);
          for (const column of ["value", "se", "df", "ci_low", "ci_high"]) {
            assert.equal(number(row[column]), estimate[column], `${id} ${column}`);
          }
          assert.equal(row.reason, estimate.reason || "n/a");
        }
      }
      const epochs = report.visits.flatMap(({ heart }) => heart.epochs.map((epoch) => epoch.rsa_ln_ms2));
      const inTable = rows.filter(({ part, measure }) => part === "heart.epochs" && measure === "rsa_ln_ms2");
      assert.deepEqual(
        inTable.map(({ value }) => number(value)),
        epochs,
      );
      const csv = await saved(page, "CSV for spreadsheets");
      assert.deepEqual([...csv.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
      assert.equal(csv.bytes.toString("utf8").split("\n").length, rows.length + 2);
      const sidecar = JSON.parse((await saved(page, "Description of the table")).bytes);
      for (const column of Object.keys(rows[0])) assert.ok(sidecar[column].Description, column);
      for (const { measure } of rows) assert.ok(sidecar.measure.Units[measure], measure);
      assert.deepEqual(sidecar.Attune.Settings, report.provenance.settings);
    });
  });

  it("gives the same table on the command line", async () => {
    const visits = [await simulatedVisit("improved", 0), await simulatedVisit("improved", 1)];
    const paths = visits.map((_, index) => join(folder, `visit-${index}.edf`));
    await Promise.all(paths.map((path, index) => writeFile(path, visits[index])));
    const out = join(folder, "numbers.tsv");
    await run("report", ...paths.flatMap((path) => ["--visit", path]), "--tsv", out);
    const native = parsed(await readFile(out));
    JSON.parse(await readFile(join(folder, "numbers.json"), "utf8"));
    await onPage(async (page) => {
      await dropFiles(
        page,
        0,
        visits.map((bytes, index) => ({ name: `${index}.edf`, bytes })),
      );
      await showReport(page);
      const ours = parsed((await saved(page, "TSV for programs")).bytes);
      assert.equal(ours.length, native.length);
      for (const [index, row] of native.entries()) {
        for (const [column, cell] of Object.entries(row)) {
          const [a, b] = [Number(cell), Number(ours[index][column])];
          // Native and WebAssembly agree to 1e-12 (tests/wasm/parity.test.mjs).
          const same = Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a));
          assert.ok(cell === ours[index][column] || same, `${row.measure} ${column}: ${cell}, ${b}`);
        }
      }
    });
  });

  it("is a zip of BIDS derivatives in which no file bears a date", async () => {
    await onPage(async (page) => {
      await openExample(page);
      const { report } = await savedReport(page);
      const { name, bytes } = await saved(page, "Zip of all tables");
      assert.equal(name, "attune-derivatives.zip");
      const files = unzipSync(bytes);
      const text = (path) => Buffer.from(files[path] ?? []).toString("utf8");
      const json = (path) => JSON.parse(text(path));
      assert.equal(json("dataset_description.json").DatasetType, "derivative");
      assert.deepEqual(json("sub-01/sub-01_report.json"), report);
      const checklist = await saved(page, "Save the reporting checklist");
      assert.equal(checklist.name, "attune-checklist.md");
      assert.match(text("checklist.md"), /^# Reporting checklist\n/);
      assert.equal(checklist.bytes.toString("utf8"), text("checklist.md"));
      assert.equal(text("participants.tsv"), "participant_id\tparticipant\nsub-01\tn/a\n");
      const tables = Object.keys(files).filter((path) => /_(metrics|comparison|sessions)\.tsv$/.test(path));
      assert.equal(tables.length, 4);
      for (const path of tables) {
        const described = json(path.replace(/tsv$/, "json"));
        for (const column of Object.keys(parsed(Buffer.from(files[path]))[0])) {
          assert.ok(described[column].Description, `${path} ${column}`);
        }
      }
      // Every local header of the zip says the first day that one can: 1 January 1980, 0:00.
      for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
        assert.equal(bytes.readUInt32LE(at + 10), 0x00210000);
        at += 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28) + bytes.readUInt32LE(at + 18);
      }
    });
  });

  it("writes labels that a spreadsheet would run as text", async () => {
    await onPage(async (page) => {
      await dropFiles(page, 0, [
        { name: "a.edf", bytes: hostile("01.03.24") },
        { name: "b.edf", bytes: onlyEcg("01.04.24") },
      ]);
      await showReport(page);
      for (const button of ["CSV for spreadsheets", "TSV for programs"]) {
        const text = (await saved(page, button)).bytes.toString("utf8");
        assert.ok(text.includes("'=2+5+cmd|"), "the label is there, with an apostrophe");
        assert.doesNotMatch(text, /(^|[,\t\n])"?[=@]/);
        assert.doesNotMatch(text, /a\.edf|b\.edf/);
      }
    });
  });
});

describe("names of phases that may name people", () => {
  it("stay behind in every file unless they are asked for", async () => {
    let text;
    await onPage(async (page) => {
      await openExample(page);
      ({ text } = await savedReport(page));
      await page.getByRole("button", { name: "Save …" }).click();
      assert.equal(await page.getByRole("checkbox").count(), 0, "nothing to ask about");
    });
    const { name } = JSON.parse(text).visits[0].phases[0];
    await onPage(async (page) => {
      await openSaved(page, text.replaceAll(`"${name}"`, `"${name} Quentin"`));
      await wholeReport(page);
      assert.ok(
        (await page.locator("[data-phase]").allTextContents()).some((label) => label.includes("Quentin")),
      );
      const files = new Map([["figure", await savedFigure(page, 0, "SVG", "Heart period")]]);
      for (const button of ["Web page", "Report as JSON", "CSV for spreadsheets", "Zip of all tables"]) {
        const { bytes } = await saved(page, button);
        const parts = button.startsWith("Zip") ? unzipSync(bytes) : { [button]: bytes };
        for (const [name, part] of Object.entries(parts)) files.set(name, part);
      }
      for (const [name, bytes] of files)
        assert.ok(!Buffer.from(bytes).toString("utf8").includes("Quentin"), name);
      await page.getByRole("button", { name: "Save …" }).click();
      await page.getByRole("checkbox", { name: "Keep the names of phases" }).check();
      await page.keyboard.press("Escape");
      const kept = (await saved(page, "Report as JSON")).bytes.toString("utf8");
      assert.ok(kept.includes("Quentin"));
    });
  });
});

/** Opens the menu of a figure by its title and saves it. */
async function savedFigure(page, index, kind, title) {
  const figure = title
    ? page.locator("[data-figure]", { hasText: title }).first()
    : page.locator("[data-figure]").nth(index);
  const menu = figure.locator("details", { hasText: "Save figure" });
  if ((await menu.getAttribute("open")) === null) await menu.locator("summary").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    menu.getByRole("button", { name: kind }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^attune-[a-z0-9-]+\.(svg|png)$/);
  return readFile(await download.path());
}

describe("figures", () => {
  it("are SVGs that need nothing else, and PNGs of twice the size", async () => {
    await onPage(async (page) => {
      await openExample(page);
      const count = await page.locator("[data-figure]").count();
      assert.ok(count >= 8, `${count} figures`);
      for (let index = 0; index < count; index++) {
        const svg = (await savedFigure(page, index, "SVG")).toString("utf8");
        const found = await page.evaluate((text) => {
          const { documentElement: root } = new DOMParser().parseFromString(text, "image/svg+xml");
          const all = [...root.querySelectorAll("*")];
          return {
            name: root.localName,
            width: Number(root.getAttribute("width")),
            title: root.querySelector(":scope > title")?.textContent,
            about: root.querySelector(":scope > desc")?.textContent,
            ground: root.querySelector(":scope > rect")?.getAttribute("fill"),
            strangers: all.filter(({ localName }) =>
              /^(script|foreignObject|style|image|use|a)$/.test(localName),
            ).length,
            attributes: [...new Set(all.flatMap((element) => element.getAttributeNames()))],
            shapes: root.querySelectorAll("path, line, circle, rect, polygon").length,
          };
        }, svg);
        assert.equal(found.name, "svg");
        assert.ok(found.title && found.about, "title and description");
        assert.equal(found.ground, "#ffffff");
        assert.equal(found.strangers, 0);
        assert.ok(found.shapes > 5);
        for (const name of found.attributes) {
          assert.doesNotMatch(name, /^(on.*|style|class|href|xlink:href|src|data-.*|aria-.*)$/);
        }
        assert.doesNotMatch(
          svg.replaceAll('"http://www.w3.org/2000/svg"', ""),
          /https?:|url\((?!["']?#|&quot;#)/,
        );
        const png = await savedFigure(page, index, "PNG");
        assert.equal(png.toString("latin1", 1, 4), "PNG");
        assert.equal(png.readUInt32BE(16), 2 * found.width);
        const colours = await page.evaluate(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const canvas = document.createElement("canvas");
          canvas.width = image.width;
          canvas.height = image.height;
          const context = canvas.getContext("2d");
          context.drawImage(image, 0, 0);
          const { data } = context.getImageData(0, 0, image.width, image.height);
          return new Set(new Uint32Array(data.buffer)).size;
        }, png.toString("base64"));
        assert.ok(colours > 10, "something is drawn");
      }
    });
  });
});

describe("the stand-alone page", () => {
  it("opens on the same report without a request, from the page and from the command line", async () => {
    const visits = [await simulatedVisit("improved", 0), await simulatedVisit("improved", 1)];
    const paths = visits.map((_, index) => join(folder, `v${index}.edf`));
    await Promise.all(paths.map((path, index) => writeFile(path, visits[index])));
    const byHand = join(folder, "by-page.html");
    let text;
    await onPage(async (page) => {
      await dropFiles(
        page,
        0,
        visits.map((bytes, index) => ({ name: `${index}.edf`, bytes })),
      );
      await showReport(page);
      ({ text } = await savedReport(page));
      const { name, bytes } = await saved(page, "Web page");
      assert.equal(name, "attune-report.html");
      await writeFile(byHand, bytes);
    });
    const byProgram = join(folder, "by-program.html");
    await run("report", ...paths.flatMap((path) => ["--visit", path]), "--html", byProgram);
    const built = await readFile(resolve(root, "build/page/attune.html"), "utf8");
    for (const path of [byHand, byProgram]) {
      // The page itself, byte by byte, with the report in its place.
      const html = await readFile(path, "utf8");
      assert.equal(html.replace(/(id="report">)[^<]*/, "$1"), built);
      await onPage(async (page) => {
        await wholeReport(page);
        assert.match(page.url(), /#report$/);
        const again = await savedReport(page);
        if (path === byHand) assert.ok(again.text === text, "the report is another one");
        assert.equal(again.report.visits[0].file.sha256, JSON.parse(text).visits[0].file.sha256);
        await page.getByRole("button", { name: "How to verify" }).click();
        assert.equal(await page.locator("[data-requests]").getAttribute("data-requests"), "0");
      }, pathToFileURL(path).href);
    }
  });

  it("is refused with what to do where there is no page to put the report into", async () => {
    const path = join(folder, "one.edf");
    await writeFile(path, onlyEcg("01.03.24"));
    const html = ["report", "--visit", path, "--html", join(folder, "x.html"), "--page"];
    await assert.rejects(run(...html, join(folder, "none.html")), {
      code: 1,
      stderr: /none\.html: .* Build the page \(scripts\/build\) or name it with --page FILE\. \(E_FILE\)/,
    });
    await assert.rejects(run(...html, path), { code: 1, stderr: /E_PAGE_KIND/ });
  });
});

const methods = (page) => page.getByRole("textbox", { name: "Methods, for a paper" });

describe("the paragraph for a paper", () => {
  it("is copied, or marked where the browser refuses", async () => {
    const server = await serve();
    try {
      await onPage(async (page) => {
        await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
        await openExample(page);
        await page.getByRole("button", { name: "Save …" }).click();
        const area = methods(page);
        await eventually(async () =>
          assert.match(await area.inputValue(), /^Recordings were analysed with /),
        );
        const words = await area.inputValue();
        await page.getByRole("button", { name: "Copy the text" }).click();
        await page.getByText("Copied.").waitFor();
        assert.equal(await page.evaluate(() => navigator.clipboard.readText()), words);
        await page.evaluate(() => {
          navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
        });
        await page.getByRole("button", { name: "Copy the text" }).click();
        await page.getByText("The text is marked").waitFor();
        assert.equal(
          await area.evaluate((element) => element.selectionEnd - element.selectionStart),
          words.length,
        );
      }, server.url);
    } finally {
      await server.close();
    }
  });
});

describe("the dialog", () => {
  it("is reached, used and left by keyboard, and axe finds nothing in it", async () => {
    await onPage(async (page) => {
      await openExample(page);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").waitFor();
      assert.ok(await page.evaluate(() => document.activeElement.closest("dialog") !== null));
      await eventually(async () =>
        assert.match(await methods(page).inputValue(), /^Recordings were analysed/),
      );
      assert.deepEqual(await axeFindings(page), []);
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "Save …");
    });
  });
});
