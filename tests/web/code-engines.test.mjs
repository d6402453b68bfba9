// The Code screen in the two engines beside Chromium: a video plays, keys pressed at known times of it give codes within a
// picture, and nothing is asked for, stopped or wrong.
import assert from "node:assert/strict";
import { resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { eventually, fileUrl, root } from "./browser.mjs";
import { engines } from "./engines.mjs";

const rate = 25;

/** Presses keys while the video plays at a speed, and gives their times and those in the table. */
const coding = `
  const [speed] = args;
  const until = async (look) => {
    for (let tries = 0; tries < 300; tries++) {
      const found = look();
      if (found) return found;
      await new Promise((later) => setTimeout(later, 100));
    }
    throw new Error("In vain: " + look);
  };
  const $ = (selector) => document.querySelector(selector);
  const press = (key) => window.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  const video = await until(() => $(".code-videos video"));
  video.muted = true;
  press("ArrowRight");
  while (!document.querySelector(".code-bar .button").disabled) {
    press("Backspace");
    await new Promise(requestAnimationFrame); // one more, while the button is drawn, takes nothing back
  }
  const empty = $(".code-tables summary").innerText;
  if (!empty.endsWith("(0)")) throw new Error("Not empty once all is taken back: " + empty);
  video.currentTime = 0.02;
  await until(() => !video.seeking && video.currentTime < 0.1);
  video.playbackRate = speed;
  const left = [[0.4, "w"], [1, "p"], [1.7, "m"], [2.4, "."]];
  const pressed = [];
  press(" ");
  await new Promise((done) => {
    const look = () => {
      if (left.length > 0 && video.currentTime >= Math.max(left[0][0], (pressed.at(-1) ?? -1) + 0.1)) {
        pressed.push(video.currentTime);
        press(left.shift()[1]);
      }
      if (left.length === 0) done();
      else setTimeout(look, 5);
    };
    look();
  });
  press(" ");
  const details = await until(() => $(".code-tables details"));
  details.open = true;
  const rows = await until(() => {
    const found = [...document.querySelectorAll(".code-tables details:first-child tbody tr")];
    return found.length === 3 && found;
  });
  const seconds = (field) => field.value.split(":").reduce((sum, part) => 60 * sum + Number(part), 0);
  const found = rows.map((row) => [...row.querySelectorAll(".code-time-field")].map(seconds));
  return { pressed, found: [...found.map(([from]) => from), found[2][1]] };`;

/** Notes what should not happen, and goes to the screen. */
const watching = `globalThis.troubles = [];
  document.addEventListener("securitypolicyviolation", (event) => troubles.push(event.blockedURI));
  addEventListener("error", (event) => troubles.push(event.message));
  addEventListener("unhandledrejection", (event) => troubles.push(String(event.reason)));
  location.hash = "code";`;

/** Whether the page stops a browser that is about to leave it, which then asks. */
const asks = `return !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));`;

for (const [name, engine] of Object.entries(engines)) {
  describe(`coding in ${name}`, { skip: engine.missing || false }, () => {
    let browser;
    before(async () => {
      browser = await engine.launch();
      await browser.open(fileUrl);
      await eventually(async () =>
        assert.equal(await browser.evaluate("return document.querySelectorAll('h1').length"), 1),
      );
      await browser.evaluate(watching);
      await eventually(async () =>
        assert.equal(await browser.evaluate("return document.querySelectorAll('#code-video').length"), 1),
      );
      await browser.choose("#code-video", [resolve(root, "tests/web/frames.webm")]);
    });
    after(() => browser?.close());

    for (const speed of [0.5, 1, 2])
      it(`at ${speed} × is right to a picture`, async () => {
        const { pressed, found } = await browser.evaluate(coding, speed);
        assert.equal(found.length, 4);
        for (const [place, at_s] of found.entries())
          assert.ok(Math.abs(at_s - pressed[place]) <= 1 / rate, `${found} for ${pressed}`);
      });

    it("is asked about before the page is left, and not once a copy is kept", async () => {
      assert.equal(await browser.evaluate(asks), true);
      if (browser.askedAtReload) assert.equal(await browser.askedAtReload(), "beforeunload");
      await browser.evaluate(`document.querySelector(".code-out input[type=checkbox]").click();`);
      await eventually(async () => assert.equal(await browser.evaluate(asks), false));
      await browser.evaluate(`document.querySelector(".code-out input[type=checkbox]").click();`);
      await eventually(async () => assert.equal(await browser.evaluate(asks), true));
    });

    it("comes back from the copy on this computer after the page was left", async () => {
      await browser.evaluate(`document.querySelector(".code-out input[type=checkbox]").click();`);
      await browser.open("about:blank");
      await browser.open(fileUrl);
      await eventually(async () =>
        assert.equal(await browser.evaluate("return document.querySelectorAll('h1').length"), 1),
      );
      await browser.evaluate(watching);
      await eventually(async () =>
        assert.equal(await browser.evaluate("return document.querySelectorAll('.code-restore').length"), 1),
      );
      await browser.evaluate(`document.querySelector(".code-restore .button").click();`);
      await eventually(async () =>
        assert.match(
          await browser.evaluate("return document.querySelector('.code-tables summary').innerText"),
          /\(3\)$/,
        ),
      );
      await browser.evaluate(`document.querySelector(".code-out input[type=checkbox]").click();`);
      assert.equal(await browser.evaluate("return localStorage.length"), 0);
    });

    it("asks for nothing and is stopped by nothing", async () => {
      assert.deepEqual(await browser.evaluate("return globalThis.troubles"), []);
      const said = await browser.evaluate("return document.querySelector('.trust').innerText");
      assert.match(said, /0 requests/);
    });
  });
}
