// The Code screen.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { modulesOf } from "../page-logic/modules.mjs";
import {
  axeFindings,
  eventually,
  fileUrl,
  go,
  launch,
  onWatchedPage,
  openExample,
  openPage,
  reportThat,
  tabTo,
  unfold,
  withoutRecordings,
} from "./browser.mjs";
import { clock, codeAll, coded, openVideo, pictureSeen, rate, seekTo, video } from "./code-screen.mjs";
import { fr, inEnglish } from "./french.mjs";

const { practiceSeed, truthOf } = await modulesOf("code/face");

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const onPage = (body, options) => onWatchedPage(browser, body, options);

/** Presses keys while the video plays, each as soon as its time has come; gives the times at which they were pressed. */
const pressWhilePlaying = (page, keys, speed) =>
  page.evaluate(
    ([wanted, rate]) =>
      new Promise((done) => {
        const shown = document.querySelector(".code-videos video");
        const left = [...wanted];
        const at = [];
        const look = () => {
          // Not two at once, where the machine was away for so long that both are due.
          if (left.length > 0 && shown.currentTime >= Math.max(left[0][0], (at.at(-1) ?? -1) + 0.1)) {
            const [, key] = left.shift();
            at.push(shown.currentTime);
            window.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
          }
          if (left.length === 0) {
            shown.pause();
            done(at);
          } else requestAnimationFrame(look);
        };
        shown.playbackRate = rate;
        window.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true }));
        look();
      }),
    [keys, speed],
  );

describe("a video on the Code screen", () => {
  it("is stepped through picture by picture", async () => {
    await onPage(async (page) => {
      await openVideo(page);
      await seekTo(page, 2.02);
      assert.equal(await pictureSeen(page), 50);
      for (const [key, seen] of [
        ["ArrowRight", 51],
        ["ArrowRight", 52],
        ["ArrowLeft", 51],
        ["Shift+ArrowRight", 76],
        ["Shift+ArrowLeft", 51],
      ]) {
        await page.keyboard.press(key);
        await eventually(async () => assert.equal(await pictureSeen(page), seen, key));
      }
    });
  });

  for (const speed of [0.5, 1, 2])
    it(`at ${speed} × gives the times at which keys were pressed, to a picture`, async () => {
      await onPage(async (page) => {
        await openVideo(page);
        const keys = [
          [0.2, "w"],
          [0.9, "p"],
          [1.6, "m"],
          [2.1, "s"],
          [2.7, "."],
        ];
        const pressed = await pressWhilePlaying(page, keys, speed);
        const { states } = (await coded(page)).book.sheets.a;
        assert.deepEqual(
          states.map(({ code }) => code),
          ["withdrawn", "protest", "social monitor", "social positive", ""],
        );
        for (const [place, { at_s }] of states.entries())
          assert.ok(Math.abs(at_s - pressed[place]) <= 1 / rate, `${at_s} for ${pressed[place]}`);
      });
    });

  it("plays and pauses by a click on its picture, and the last 5 s are played again", async () => {
    await onPage(async (page) => {
      await openVideo(page);
      await seekTo(page, 7);
      const isPaused = () => page.evaluate(() => document.querySelector(".code-videos video").paused);
      await page.locator(".code-videos").click();
      await eventually(async () => assert.equal(await isPaused(), false));
      await page.locator(".code-videos").click();
      await eventually(async () => assert.equal(await isPaused(), true));
      const at = await clock(page);
      await page.getByRole("button", { name: "Replay 5 s" }).click();
      await page.locator(".code-videos").click();
      const again = await clock(page);
      assert.ok(again >= at - 5.05 && again < at - 2, `${again} after ${at}`);
    });
  });

  it("tells its rate once it has played, and codes then begin with pictures", async () => {
    await onPage(async (page) => {
      await openVideo(page);
      await page.keyboard.press("Space");
      await page.getByText("25.00 pictures/s").waitFor();
      await page.keyboard.press("Space");
      await seekTo(page, 1.257);
      await page.keyboard.press("w");
      assert.equal((await coded(page)).book.sheets.a.states[0].at_s, 1.24);
    });
  });

  it("that the browser cannot play is refused in words", async () => {
    await onPage(async (page) => {
      await go(page, "Code");
      await page
        .locator("#code-video")
        .setInputFiles({ name: "x.mp4", mimeType: "video/mp4", buffer: Buffer.from("no video") });
      await page.getByText(/This browser cannot play this video\. WebM/).waitFor({ timeout: 15_000 });
    });
  });

  it("leaves neither its name nor its pictures in what is saved", async () => {
    await onPage(async (page) => {
      await go(page, "Code");
      await page
        .locator("#code-video")
        .setInputFiles({ name: "Anna Muster.webm", mimeType: "video/webm", buffer: await readFile(video) });
      await page.locator('.code-media[data-kind="video"]').waitFor();
      await codeAll(page);
      const { text, book } = await coded(page);
      assert.ok(!text.includes("Muster"));
      assert.equal(book.media.length_s, 10);
      assert.equal(book.media.bytes, (await readFile(video)).length);
    });
  });
});

describe("without a video", () => {
  it("is coded live by a clock that runs and cannot go back", async () => {
    await onPage(async (page) => {
      await go(page, "Code");
      await page.getByRole("button", { name: "Code live, without a video" }).click();
      await page.getByText("The clock runs while you code what you see.").waitFor();
      await page.keyboard.press("w");
      await page.keyboard.press("Space");
      const timer = page.getByRole("timer");
      await eventually(async () => assert.match(await timer.innerText(), /^0:0[1-9]\./));
      await page.keyboard.press("ArrowLeft");
      const before = await timer.innerText();
      await page.keyboard.press("p");
      await page.keyboard.press("Space");
      const after = await timer.innerText();
      const { media, sheets } = (await coded(page)).book;
      assert.equal(media, null);
      const [withdrawn, protest] = sheets.a.states;
      assert.deepEqual([withdrawn.code, withdrawn.at_s, protest.code], ["withdrawn", 0, "protest"]);
      // The clock has two digits of a second, and was read before and after the key.
      const seconds = (shown) => Number(shown.split(":")[1]);
      assert.ok(protest.at_s >= seconds(before) - 0.01 && protest.at_s <= seconds(after) + 0.01);
    });
  });
});

describe("what is coded", () => {
  it("is taken back step by step to the empty sheet, and done again", async () => {
    await onPage(async (page) => {
      await openVideo(page);
      await codeAll(page);
      await page.getByText(/^States \(3\)/).waitFor();
      const whole = (await coded(page)).book.sheets.a;
      for (let n = 0; n < 7; n++) await page.keyboard.press("Backspace");
      await page.getByText(/^States \(0\)/).waitFor();
      assert.ok(await page.getByRole("button", { name: "Undo" }).isDisabled());
      for (let n = 0; n < 7; n++) await page.keyboard.press("Control+y");
      assert.deepEqual((await coded(page)).book.sheets.a, whole);
    });
  });

  it("says where nothing was coded, and what has not ended", async () => {
    await onPage(async (page) => {
      await openVideo(page);
      for (const [at, key] of [
        [1, "1"],
        [2, "w"],
        [3, "."],
        [4, "p"],
        [6, "0"],
      ]) {
        await seekTo(page, at);
        await page.keyboard.press(key);
      }
      // Phase 1–6; coded 2–3 and from 4 on: 1 s and 1 s are missing.
      await page.getByText("2 gaps, 2.0 s in all").waitFor();
      await page.getByText("The last state or phase has not ended").waitFor();
      await page.getByRole("button", { name: "End it at this moment" }).click();
      await page.getByText("The last state or phase has not ended").waitFor({ state: "detached" });
    });
  });

  it("is changed in its table: times, codes, notes, joined and taken out", async () => {
    await onPage(async (page) => {
      await openVideo(page);
      await codeAll(page);
      await page.getByText(/^States \(3\)/).click();
      await page.getByLabel("from, row 2").fill("0:01.5");
      await page.getByLabel("from, row 2").press("Tab");
      await page.getByLabel("code, row 3").selectOption("social monitor");
      await page.getByLabel("note, row 1").fill("yawns");
      await page.getByLabel("note, row 1").press("Tab");
      await page.getByRole("button", { name: "Join row 2 with the next" }).click();
      await page.getByText(/^States \(2\)/).waitFor();
      const { states } = (await coded(page)).book.sheets.a;
      assert.deepEqual(
        states.map(({ at_s, code, note }) => [at_s, code, note]),
        [
          [0.02, "social positive", "yawns"],
          [1.5, "withdrawn", ""],
          [9.02, "", ""],
        ],
      );
    });
  });

  it("is added by its times, without a pointer or a video, and looped", async () => {
    await onPage(async (page) => {
      await openVideo(page);
      await page.getByText(/^States \(0\)/).click();
      const states = page.locator(".code-tables details").first();
      const add = async (from, to, code) => {
        await states.getByLabel("from", { exact: true }).fill(from);
        await states.getByLabel("to", { exact: true }).fill(to);
        await states.getByLabel("code", { exact: true }).selectOption(code);
        await states.getByLabel("code", { exact: true }).press("Tab");
        await page.keyboard.press("Enter");
      };
      await add("5", "1", "protest");
      await states.getByText("the end is later than the beginning").waitFor();
      await add("0:01", "5", "protest");
      await add("2", "3.5", "withdrawn");
      await page.getByText(/^States \(3\)/).waitFor();
      const { states: track } = (await coded(page)).book.sheets.a;
      assert.deepEqual(
        track.map(({ at_s, code }) => [at_s, code]),
        [
          [1, "protest"],
          [2, "withdrawn"],
          [3.5, "protest"],
          [5, ""],
        ],
      );
      await page.getByRole("button", { name: "Loop row 2" }).click();
      const times = await page.evaluate(async () => {
        const seen = [];
        const until = performance.now() + 4000;
        while (performance.now() < until) {
          seen.push(document.querySelector(".code-videos video").currentTime);
          await new Promise((later) => setTimeout(later, 20));
        }
        return seen;
      });
      const inside = times.filter((at) => at >= 1.99 && at <= 3.6);
      assert.ok(inside.length > 0.8 * times.length, `${inside.length} of ${times.length}`);
      assert.ok(
        times.some((at, place) => at < (times[place - 1] ?? 0)),
        "went back",
      );
    });
  });

  it("of two sides keeps them together, one as far ahead as it is said to be", async () => {
    await onPage(async (page) => {
      await openVideo(page, [video, video]);
      await page.getByLabel("Video 2 is ahead by, s").fill("1.2");
      await page.getByLabel("Video 2 is ahead by, s").press("Tab");
      const apart = () =>
        page.evaluate(() => {
          const [first, second] = [...document.querySelectorAll(".code-videos video")];
          return second.currentTime - first.currentTime;
        });
      await eventually(async () => assert.ok(Math.abs((await apart()) - 1.2) < 1e-3));
      await page.keyboard.press("Shift+ArrowRight");
      await eventually(async () => assert.ok(Math.abs((await apart()) - 1.2) < 1e-3));
      // It is a step like any other, is saved with the coding, and comes back when both are opened again.
      await page.keyboard.press("Backspace");
      await eventually(async () => assert.ok(Math.abs(await apart()) < 1e-3));
      await page.keyboard.press("Control+y");
      await eventually(async () => assert.ok(Math.abs((await apart()) - 1.2) < 1e-3));
      const { text, book } = await coded(page);
      assert.deepEqual(
        book.sides.map(({ ahead_s }) => ahead_s),
        [1.2],
      );
      await page.reload();
      await openVideo(page, [video, video]);
      await page
        .locator("#code-file")
        .setInputFiles({ name: "c.json", mimeType: "application/json", buffer: Buffer.from(text) });
      await eventually(async () => assert.ok(Math.abs((await apart()) - 1.2) < 1e-3));
      assert.equal(await page.getByLabel("Video 2 is ahead by, s").inputValue(), "1.2");
      await page.keyboard.press("Shift+ArrowRight");
      const start_s = await clock(page);
      await page.keyboard.press("Space");
      await eventually(async () => assert.ok((await clock(page)) > start_s + 1));
      assert.ok(Math.abs((await apart()) - 1.2) < 0.2, `${await apart()}`);
    });
  });

  it("is by keys after a click too: the focus that a pointer leaves behind takes none of them", async () => {
    await onPage(async (page) => {
      await openVideo(page);
      await codeAll(page);
      await page.getByText("Coder A has finished").click();
      await page.getByText("Coder B, blind").click();
      // The second coder begins where the video does.
      await eventually(async () => assert.equal(await clock(page), 0));
      const playing = () => page.evaluate(() => !document.querySelector(".code-videos video").paused);
      await page.keyboard.press("Space");
      await eventually(async () => assert.ok(await playing()));
      await page.keyboard.press("Space");
      await seekTo(page, 4);
      await page.keyboard.press("ArrowRight");
      await eventually(async () => assert.ok(Math.abs((await clock(page)) - 4.06) < 1e-3));
      assert.ok(await page.getByRole("radio", { name: "Coder B, blind" }).isChecked());
      const speed = page.getByLabel("speed");
      await speed.click();
      await speed.selectOption("0.5");
      await page.keyboard.press("w");
      await page.getByText(/^States \(1\)/).waitFor();
      assert.equal(await speed.inputValue(), "0.5");
      await seekTo(page, 6);
      await page.keyboard.press(".");
      // Who came by Tab means the control.
      await tabTo(page, /^Coder B has finished/);
      const asked = page.waitForEvent("dialog").then((dialog) => dialog.dismiss());
      await page.keyboard.press("Space");
      await asked;
      assert.equal(await playing(), false);
    });
  });

  it("has borders that a pointer drags", async () => {
    await onPage(async (page) => {
      await openVideo(page);
      await codeAll(page);
      const box = await page.locator(".code-surface").boundingBox();
      const x = (seconds) => box.x + (box.width * seconds) / 10;
      await page.mouse.move(x(2.02), box.y + 60);
      await page.mouse.down();
      await page.mouse.move(x(3), box.y + 60, { steps: 4 });
      await page.mouse.up();
      const { states } = (await coded(page)).book.sheets.a;
      assert.ok(Math.abs(states[1].at_s - 3) < 0.05, `${states[1].at_s}`);
      // Elsewhere it goes there; saving has moved the page.
      const { x: left, y: top, width } = await page.locator(".code-surface").boundingBox();
      await page.mouse.click(left + width / 2, top + 60);
      assert.ok(Math.abs((await clock(page)) - 5) < 0.05);
    });
  });

  it("goes into the report as a table would", async () => {
    await onPage(async (page) => {
      await withoutRecordings(page);
      await openVideo(page);
      await codeAll(page);
      await page.getByRole("button", { name: "Use in the report" }).click();
      await page.getByText("The report is formed from this coding.").waitFor();
      const report = await reportThat(page, ({ visits }) => visits[0]?.still_face.reason === "");
      const { phases } = report.visits[0].still_face;
      assert.deepEqual(
        phases.map(({ phase }) => [phase.kind, phase.start_s, phase.end_s]),
        [
          ["play", 0.02, 4.02],
          ["still_face", 4.02, 9.02],
        ],
      );
      // Withdrawn from 4.02 to 6.02 of the 5 s of still-face.
      const withdrawn = phases[1].states.find(({ state }) => state === "withdrawn");
      assert.ok(Math.abs(withdrawn.proportion - 2 / 5) < 1e-12);
    });
  });

  it("shows names that are hostile as text, in ribbon, table and keys", async () => {
    await onPage(async (page) => {
      await openVideo(page, [
        {
          name: '"><img src=x onerror="alert(1)">.webm',
          mimeType: "video/webm",
          buffer: await readFile(video),
        },
      ]);
      await page.getByText("Own codes, keys and meanings").click();
      const name = '<img src=x onerror="alert(1)">';
      await page.getByLabel("name: protest").fill(name);
      await page.getByLabel("name: protest").blur();
      await codeAll(page);
      await page.getByRole("button", { name: /^P.*<img src=x/ }).waitFor();
      assert.equal(await page.locator("img").count(), 0);
      assert.equal((await coded(page)).book.set.states[1].name, name);
    });
  });
});

describe("a coding that is not saved", () => {
  it("is asked about before the page is left", async () => {
    const { page, close } = await openPage(browser, fileUrl);
    try {
      await openVideo(page);
      await seekTo(page, 1);
      await page.keyboard.press("w");
      const asked = page.waitForEvent("dialog");
      const gone = page.reload().catch(() => undefined);
      const dialog = await asked;
      assert.equal(dialog.type(), "beforeunload");
      await dialog.dismiss();
      await gone;
      await page.getByText(/^States \(1\)/).waitFor();
    } finally {
      await close();
    }
  });

  it("is kept on this computer only where somebody wants it, and comes back after a reload", async () => {
    const { page, watch, close } = await openPage(browser, fileUrl);
    try {
      await openVideo(page);
      await seekTo(page, 1);
      await page.keyboard.press("w");
      assert.equal(await page.evaluate(() => localStorage.length), 0);
      await page.getByLabel("Keep a copy on this computer").check();
      await seekTo(page, 3);
      await page.keyboard.press("p");
      await page.reload();
      await go(page, "Code");
      await page.getByRole("button", { name: "Open it" }).click();
      await page.getByText(/^States \(2\)/).waitFor();
      assert.deepEqual(
        (await coded(page)).book.sheets.a.states.map(({ at_s, code }) => [at_s, code]),
        [
          [1, "withdrawn"],
          [3, "protest"],
        ],
      );
      await page.getByLabel("Keep a copy on this computer").uncheck();
      assert.equal(await page.evaluate(() => localStorage.length), 0);
      assert.deepEqual(await watch(), []);
    } finally {
      await close();
    }
  });

  it("is asked about before its visit is taken out, and goes with it under the infant's code", async () => {
    await onPage(async (page) => {
      await withoutRecordings(page);
      await go(page, "Open");
      await page.getByLabel("Infant code").fill("017");
      await page.getByLabel("Infant code").blur();
      await openVideo(page);
      await seekTo(page, 1);
      await page.keyboard.press("w");
      const remove = async (answer) => {
        await go(page, "Open");
        const asked = page.waitForEvent("dialog", { timeout: 5000 }).then((dialog) => dialog[answer]());
        await page.getByRole("button", { name: "Remove Baseline" }).click();
        await asked;
        await go(page, "Code");
      };
      await remove("dismiss");
      await page.getByText(/^States \(1\)/).waitFor();
      assert.equal((await coded(page)).name, "017_attune-coding.json");
      await seekTo(page, 2);
      await page.keyboard.press("p");
      await remove("accept");
      await page.getByText(/^States \(0\)/).waitFor();
    });
  });

  it("is opened again from its file, and another file changes nothing", async () => {
    await onPage(async (page) => {
      await openVideo(page);
      await codeAll(page);
      const { text } = await coded(page);
      await page.reload();
      await go(page, "Code");
      const open = (content) =>
        page
          .locator("#code-file")
          .setInputFiles({ name: "c.json", mimeType: "application/json", buffer: Buffer.from(content) });
      await open('{"attune":"session"}');
      await page.getByText("This is no coding that was saved here.").waitFor();
      await open(text);
      await page.getByText(/^States \(3\)/).waitFor();
      assert.equal((await coded(page)).text, text);
    });
  });
});

describe("two coders", () => {
  it("the second does not see the first, and their agreement is the core's", async () => {
    await onPage(async (page) => {
      await withoutRecordings(page);
      await openVideo(page);
      await codeAll(page);
      await page.getByLabel("Coder A has finished").check();
      await page.getByRole("radio", { name: "Coder B, blind" }).check({ force: true });
      await page.getByText("Coder A’s states are hidden until both have finished.").waitFor();
      assert.equal(await page.locator(".code-ribbon path[class^=code-colour][d^=M]").count(), 0);
      await page.getByText(/^States \(0\)/).waitFor();
      assert.ok(await page.getByRole("button", { name: "Undo" }).isDisabled());
      for (const [at, key] of [
        [0.02, "s"],
        [3.02, "w"],
        [6.02, "p"],
        [9.02, "."],
      ]) {
        await seekTo(page, at);
        await page.keyboard.press(key);
      }
      page.once("dialog", (dialog) => dialog.accept());
      await page.getByLabel("Coder B has finished").click();
      await page.getByText("Both have finished: the codings are closed").waitFor();
      await page.keyboard.press("m");
      await page.getByText(/^States \(3\)/).waitFor();
      await page.getByRole("radio", { name: "Agreement" }).check({ force: true });
      await page.getByText("1 stretch, 1.0 s, longest first.").waitFor();
      // The difference is played: from where it begins, and no further than it lasts.
      await page.getByRole("button", { name: "Play at 0:02.0" }).click();
      await eventually(async () => assert.ok((await clock(page)) >= 3));
      await eventually(async () =>
        assert.ok(await page.evaluate(() => document.querySelector(".code-videos video").paused)),
      );
      assert.ok((await clock(page)) < 3.5);
      // A: w from 2.02; B: s until 3.02. What they agree upon is coded apart.
      await page.getByRole("radio", { name: "Consensus" }).check({ force: true });
      await page.getByRole("button", { name: "Begin with what both coded alike" }).click();
      await page.getByRole("button", { name: "0:02.0–0:03.0" }).click();
      await page.keyboard.press("m");
      await page.getByText(/^States \(4\)/).waitFor();
      const { sheets } = (await coded(page)).book;
      assert.deepEqual(
        sheets.both.states.map(({ at_s, code }) => [at_s, code]),
        [
          [0.02, "social positive"],
          [2.02, "social monitor"],
          [3.02, "withdrawn"],
          [6.02, "protest"],
          [9.02, ""],
        ],
      );
      assert.ok(![...sheets.a.states, ...sheets.b.states].some(({ code }) => code === "social monitor"));
      await page.getByRole("radio", { name: "Agreement" }).check({ force: true });
      await page.getByRole("button", { name: "Use in the report" }).click();
      // Seconds by their middles, from the start of each phase: 4 in play, of which the one at 2.52 differs, and 5 in still-face.
      await page.getByText(/Two coders agree in 89 % of 9 seconds/).waitFor();
      const report = await reportThat(page, ({ visits }) => visits[0].still_face.agreement.kappa !== null);
      const { kappa } = report.visits[0].still_face.agreement;
      // A: 2 social positive, 4 withdrawn, 3 protest; B: 3, 3, 3. Chance: (2·3 + 4·3 + 3·3) / 81.
      const chance = 27 / 81;
      assert.ok(Math.abs(kappa - (8 / 9 - chance) / (1 - chance)) < 1e-12, `${kappa}`);
      await page.getByText("Agreement by phase and state").first().click();
      const table = page.getByRole("table", { name: "Seconds by both coders’ states" });
      await table.waitFor();
      assert.deepEqual(
        (await table.locator("tbody tr").allInnerTexts()).map((row) => row.split(/\s*\t\s*/)),
        [
          ["protest", "3", "0", "0"],
          ["social positive", "0", "2", "0"],
          ["withdrawn", "0", "1", "3"],
        ],
      );
    });
  });
});

describe("one clock", () => {
  it("is set by a mark of the recording; its heart stands under the codes, and the phases go to it", async () => {
    await onPage(async (page) => {
      await openExample(page);
      await openVideo(page);
      await codeAll(page);
      await seekTo(page, 4.02);
      await page.getByText("The recording’s clock").click();
      const marks = page.getByLabel("or this mark of the recording");
      const mark = marks.locator("option", { hasText: "Stranger" }).first();
      const [, minutes, seconds] = /^\+?(\d+):([\d.]+) /.exec(await mark.innerText());
      await marks.selectOption(await mark.getAttribute("value"));
      const offset = 60 * Number(minutes) + Number(seconds) - 4.02;
      await page.getByText("heart period, ms").waitFor();
      assert.ok(Math.abs((await coded(page)).book.offset_s - offset) < 1e-3);
      await page.getByRole("button", { name: "Make these the recording’s phases" }).click();
      const report = await reportThat(page, ({ visits }) => visits[0]?.phases.length === 2);
      const [visit] = report.visits;
      assert.deepEqual(
        visit.phases.map(({ kind }) => kind),
        ["play", "still_face"],
      );
      for (const [place, at] of [0.02, 4.02].entries())
        assert.ok(Math.abs(visit.phases[place].start_s - at - offset) < 1e-3);
      // A point of the line for each beat of the ten seconds.
      await go(page, "Code");
      const line = await page.locator("path.code-beside").getAttribute("d");
      const beats = visit.heart.tachogram.time_s.filter((at) => at >= offset && at <= offset + 10);
      assert.ok(beats.length > 10);
      assert.equal(line.match(/[ML]/g).length, beats.length);
    });
  });
});

describe("practice on a drawn face", () => {
  it("is coded by its clock and held against what was simulated, and reaches nothing else", async () => {
    await onPage(async (page) => {
      await go(page, "Code");
      await page.getByRole("button", { name: "Practise on a drawn face" }).click();
      await page.keyboard.press("w");
      await page.keyboard.press("Space");
      await eventually(async () => assert.match(await page.getByRole("timer").innerText(), /^0:0[1-9]\./));
      await page.keyboard.press("p");
      await page.keyboard.press("Space");
      await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press(".");
      await page.getByRole("button", { name: "How well do they agree?" }).click();
      // Seconds by their middles, but for those in which the truth is that nobody could see the face; what only the truth
      // has coded is a difference, and nearly all is.
      const truth = truthOf(practiceSeed);
      const middles = Array.from({ length: 120 }, (_, second) => second + 0.5);
      const seen = middles.filter((at) => truth.findLast(({ at_s }) => at_s <= at).code !== "unscorable");
      assert.ok(seen.length > 100 && seen.length < 120);
      await page.getByText(new RegExp(`Two coders agree in \\d % of ${seen.length} seconds`)).waitFor();
      // Once it is over, Play begins anew.
      await page.getByRole("button", { name: "Loop 5 s" }).focus();
      for (let second = 0; second < 121; second++) await page.keyboard.press("Shift+ArrowRight");
      await page.getByText("2:00.00").waitFor();
      await page.getByRole("button", { name: "Play", exact: true }).first().click();
      await eventually(async () => assert.match(await page.getByRole("timer").innerText(), /^0:0/));
      await page.getByRole("button", { name: "Back to the visits" }).click();
      assert.equal(await page.getByRole("button", { name: "Save the coding" }).count(), 0);
    });
  });
});

describe("2,000 intervals", () => {
  it("cost the moving ribbon at most twice what none do", async () => {
    await onPage(async (page) => {
      await openVideo(page);
      await seekTo(page, 1);
      await page.keyboard.press("w");
      const { text } = await coded(page);
      const open = (content) =>
        page
          .locator("#code-file")
          .setInputFiles({ name: "c.json", mimeType: "application/json", buffer: Buffer.from(content) });
      const file = JSON.parse(text);
      const withChanges = (count) => {
        file.visits[0].sheets.a.states = Array.from({ length: count }, (_, n) => ({
          at_s: n / 250,
          code: ["withdrawn", "protest", "social monitor"][n % 3],
          note: "",
        }));
        return JSON.stringify(file);
      };
      // What the page itself does for 200 pictures of a video that plays: the time it takes without what a browser waits for.
      const work = async () => {
        const client = await page.context().newCDPSession(page);
        await client.send("Performance.enable");
        const taskTime = async () => {
          const { metrics } = await client.send("Performance.getMetrics");
          return metrics.find(({ name }) => name === "TaskDuration").value;
        };
        const before = await taskTime();
        await page.evaluate(async () => {
          const shown = document.querySelector(".code-videos video");
          for (let n = 0; n < 200; n++) {
            shown.currentTime = (n + 0.5) / 25;
            shown.dispatchEvent(new Event("seeked"));
            await new Promise((drawn) => requestAnimationFrame(drawn));
          }
        });
        return (await taskTime()) - before;
      };
      await open(withChanges(1));
      await page.getByText(/^States \(1\)/).waitFor();
      await work();
      const least = async () => Math.min(await work(), await work(), await work());
      const empty = await least();
      await open(withChanges(2000));
      await page.getByText(/^States \(2000\)/).waitFor();
      const full = await least();
      assert.ok(full <= 2 * empty, `${full.toFixed(2)} s, ${empty.toFixed(2)} s without`);
    });
  });
});

describe("the screen", () => {
  it("has no barrier that axe finds, in both themes, and fits a phone held upright", async () => {
    for (const viewport of [undefined, { width: 390, height: 844 }])
      await onPage(
        async (page) => {
          await page.emulateMedia({ reducedMotion: "reduce" }); // colours on their way from one theme to the other are none
          await openVideo(page);
          await codeAll(page);
          await unfold(page);
          assert.deepEqual(await axeFindings(page), []);
          await page.emulateMedia({ colorScheme: "dark" });
          assert.deepEqual(await axeFindings(page, { coloursOnly: true }), []);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${wide} px too wide`);
        },
        { viewport },
      );
  });

  it("has no English left in French", async () => {
    await onPage(
      async (page) => {
        await page.getByRole("navigation").getByRole("link", { name: fr.screens.code, exact: true }).click();
        await page.locator("#code-video").setInputFiles(video);
        await page.locator('.code-media[data-kind="video"]').waitFor();
        await codeAll(page);
        await unfold(page);
        const main = await page.locator("main").innerText();
        assert.deepEqual(inEnglish(main.split("\n")), []);
      },
      { locale: "fr-FR" },
    );
  });
});
