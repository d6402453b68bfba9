// Two hours of video, coded over their length: the page's memory does not grow with them, and times near the end are right.
// The video is frames.webm again and again, so that the number of each picture is known.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { eventually, launch, onWatchedPage } from "./browser.mjs";
import { clock, coded, openVideo, pictureSeen, rate, seekTo, video } from "./code-screen.mjs";
import { lengthened } from "./webm.mjs";

const long_s = 7200;
const short_s = 120;

let browser;
let folder;
const files = {};
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "attune-"));
  const bytes = await readFile(video);
  for (const seconds of [short_s, long_s]) {
    files[seconds] = join(folder, `${seconds}.webm`);
    await writeFile(files[seconds], lengthened(bytes, 10, seconds));
  }
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Codes by script over a video's length: a jump, a state, and every fifth taken back. */
const codeOver = (page, length_s, count) =>
  page.evaluate(
    async ([length, times]) => {
      const shown = document.querySelector(".code-videos video");
      const press = (key) => window.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      for (let n = 0; n < times; n++) {
        const at = Math.floor((n * length * 25) / times) / 25 + 0.02;
        await new Promise((done) => {
          shown.addEventListener("seeked", done, { once: true });
          shown.currentTime = at;
        });
        press("wpm"[n % 3]);
        if (n % 5 === 4) press("Backspace");
      }
    },
    [length_s, count],
  );

/** What the page holds after that: its heap, its elements, and what its process takes of the computer's memory. */
async function memoryAfter(length_s) {
  let found;
  await onWatchedPage(browser, async (page) => {
    await openVideo(page, [files[length_s]]);
    await codeOver(page, length_s, 200);
    // 200 states, of which 40 were taken back.
    await page.getByText(/^States \(160\)/).waitFor();
    const client = await page.context().newCDPSession(page);
    await client.send("Performance.enable");
    await client.send("HeapProfiler.collectGarbage");
    const { metrics } = await client.send("Performance.getMetrics");
    const metric = (wanted) => metrics.find(({ name }) => name === wanted).value;
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const kilobytes = await Promise.all(
      processInfo
        .filter(({ type }) => type === "renderer")
        .map(async ({ id }) =>
          Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${id}/status`, "utf8"))[1]),
        ),
    );
    found = {
      heap: metric("JSHeapUsedSize") / 1e6,
      nodes: metric("Nodes"),
      process: Math.max(...kilobytes) / 1e3,
    };
  });
  return found;
}

describe("a video of two hours", () => {
  it("takes no more memory to code than one of two minutes", async (t) => {
    const short = await memoryAfter(short_s);
    const long = await memoryAfter(long_s);
    for (const what of ["heap", "nodes", "process"])
      t.diagnostic(`${what}: ${short[what].toFixed(1)} for 2 min, ${long[what].toFixed(1)} for 2 h`);
    // Sixty times the length; what differs from run to run of one video is below a tenth.
    assert.ok(long.heap < 1.1 * short.heap, "heap");
    assert.ok(long.nodes < 1.1 * short.nodes, "nodes");
    // The browser reads the file as it needs it: what it keeps of it is bounded.
    assert.ok(long.process < 1.25 * short.process, "process");
  });

  it("has the picture and the time of a code right at its end", async () => {
    await onWatchedPage(browser, async (page) => {
      await openVideo(page, [files[long_s]]);
      const at = ["w", "p", "m"].map((key, place) => ({ key, frame: [179_250, 179_288, 179_987][place] }));
      for (const { key, frame } of at) {
        await seekTo(page, (frame + 0.5) / rate);
        await eventually(async () => assert.equal(await pictureSeen(page), frame % 250, key));
        await page.keyboard.press(key);
      }
      await page.keyboard.press("ArrowRight");
      await eventually(async () => assert.equal(await pictureSeen(page), 179_988 % 250));
      const { states } = (await coded(page)).book.sheets.a;
      for (const [place, { frame }] of at.entries())
        assert.ok(Math.abs(states[place].at_s - frame / rate) <= 1 / rate, `${states[place].at_s}`);
    });
  });

  it("is right to a picture where keys are pressed while it plays there", async () => {
    await onWatchedPage(browser, async (page) => {
      await openVideo(page, [files[long_s]]);
      await seekTo(page, 7170.02);
      await page.keyboard.press("Space");
      await eventually(async () => assert.ok((await clock(page)) > 7171));
      const pressed = await page.evaluate(() => {
        const { currentTime } = document.querySelector(".code-videos video");
        window.dispatchEvent(new KeyboardEvent("keydown", { key: "w", bubbles: true }));
        return currentTime;
      });
      await page.keyboard.press("Space");
      const [{ at_s }] = (await coded(page)).book.sheets.a.states;
      assert.ok(Math.abs(at_s - pressed) <= 1 / rate, `${at_s} for ${pressed}`);
    });
  });
});
