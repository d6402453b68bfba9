// The Signals screen in Chromium, without a graphics card: frame times while an hour of 32 channels at 512 Hz is
// dragged and zoomed, and the time from an edit to the report in a session of two visits of ten minutes. Started by
// `scripts/bench signals`.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { fileUrl, go, launch, openPage } from "../web/browser.mjs";

const program = fileURLToPath(new URL("../../build/release/attune", import.meta.url));
const run = promisify(execFile);
const frames = 240;
const edits = 12;

const quantile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

function print(what, times, unit = "ms") {
  const sorted = [...times].sort((a, b) => a - b);
  const number = (value) => `${value.toFixed(1).padStart(7)} ${unit}`;
  console.log(
    `  ${what.padEnd(40)}median ${number(quantile(sorted, 0.5))}   95th ${number(quantile(sorted, 0.95))}   worst ${number(sorted.at(-1))}`,
  );
}

async function simulated(folder, hours, name) {
  const place = await mkdtemp(join(folder, "made-"));
  const seed = String(1 + name.length);
  await run(program, [
    "synth",
    "--out",
    place,
    "--seed",
    seed,
    "--hours",
    String(hours),
    "--channels",
    "32",
    "--rate",
    "512",
  ]);
  const [file] = (await readdir(place)).filter((entry) => entry.endsWith(".edf"));
  return join(place, file);
}

async function opened(page, paths) {
  for (const [index, path] of paths.entries()) {
    await page.locator(`[data-slot="${index}"] input[type=file]`).setInputFiles(path);
  }
  for (const index of paths.keys()) {
    await page.locator(`[data-slot="${index}"].ready`).waitFor({ timeout: 600_000 });
  }
  await go(page, "Signals");
  await page.locator(".signal-plot[data-ready]").waitFor({ timeout: 60_000 });
}

/** Times between frames, and of the page's own work in them, while `gesture` moves the view once a frame. */
function frameTimes(page, gesture, count = frames) {
  return page.evaluate(
    async ([kind, wanted]) => {
      const plot = document.querySelector(".signal-plot");
      const box = plot.getBoundingClientRect();
      const middle = { clientX: box.left + box.width / 2, clientY: box.top + 100, bubbles: true };
      plot.setPointerCapture = () => undefined;
      const pointer = (type, x) =>
        plot.dispatchEvent(
          new PointerEvent(type, { ...middle, clientX: x, pointerId: 7, pointerType: "mouse", button: 0 }),
        );
      const intervals = [];
      const work = [];
      const next = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (draw) =>
        next((time) => {
          const started = performance.now();
          draw(time);
          work.push(performance.now() - started);
        });
      const frame = () => new Promise((done) => next(done));
      let x = middle.clientX;
      let before = await frame();
      if (kind === "drag") pointer("pointerdown", x);
      for (let i = 0; i < wanted; i++) {
        if (kind === "drag") {
          x += Math.sin(i / 30) * 14 - 5;
          pointer("pointermove", x);
        } else {
          const deltaY = i < wanted / 2 ? -12 : 12;
          plot.dispatchEvent(new WheelEvent("wheel", { ...middle, deltaY, ctrlKey: true, cancelable: true }));
        }
        const now = await frame();
        intervals.push(now - before);
        before = now;
      }
      if (kind === "drag") pointer("pointerup", x);
      window.requestAnimationFrame = next;
      return { intervals: intervals.slice(5), work: work.slice(5) };
    },
    [gesture, count],
  );
}

async function zoomTo(page, seconds) {
  const label = page.locator("output[data-span]");
  for (let tries = 0; tries < 30; tries++) {
    const span = Number(await label.getAttribute("data-span"));
    if (Math.abs(span - seconds) < 0.01 * seconds) break;
    await page.locator(".signal-plot").press(span > seconds ? "+" : "-");
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(700);
}

async function ofAnHour(browser, folder) {
  const path = await simulated(folder, 1, "hour");
  for (const viewport of [
    { width: 1366, height: 900 },
    { width: 1920, height: 1080 },
  ]) {
    const { page, close } = await openPage(browser, fileUrl, viewport);
    await opened(page, [path]);
    console.log(
      `One hour, 32 channels at 512 Hz, ${viewport.width} × ${viewport.height} (a frame of 60 Hz: 16.7 ms)`,
    );
    for (const [name, seconds] of [
      ["10 s", 10],
      ["60 s", 60],
      ["10 min", 600],
      ["the hour", 3600],
    ]) {
      await zoomTo(page, seconds);
      const drag = seconds < 3600;
      const { intervals, work } = await frameTimes(page, drag ? "drag" : "zoom");
      print(drag ? `dragging a view of ${name}` : `zooming from ${name} in and out`, intervals);
      print("  the page's own work in it", work);
    }
    await close();
  }
}

/** From the key to the report that knows of it, by the messages between page and workers. */
async function ofAnEdit(browser, folder) {
  const paths = [await simulated(folder, 1 / 6, "a"), await simulated(folder, 1 / 6, "ab")];
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  const watched = await context.newPage();
  await watched.addInitScript(() => {
    globalThis.answers = [];
    const post = Worker.prototype.postMessage;
    const asked = new Map();
    let workers = 0;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (!this.watched) {
        this.watched = ++workers;
        this.addEventListener("message", ({ data }) => {
          const kind = asked.get(`${this.watched} ${data.id}`);
          if (kind) globalThis.answers.push({ kind, at: performance.now() });
        });
      }
      asked.set(`${this.watched} ${message.id}`, message.kind);
      return post.call(this, message, ...rest);
    };
  });
  await watched.goto(fileUrl);
  await watched.locator("h1").waitFor();
  await opened(watched, paths);
  await watched.waitForTimeout(1500);
  const times = { marks: [], visit: [], compare: [] };
  for (let i = 0; i < edits; i++) {
    await watched.locator(".signal-plot").focus();
    // The beat that was removed last left an interpolated one, which cannot be removed: on to the next detected one.
    do await watched.keyboard.press("n");
    while (!/ detected/.test(await watched.locator(".signal-selection").innerText()));
    await watched.waitForTimeout(300);
    const measured = await watched.evaluate(async () => {
      globalThis.answers.length = 0;
      const plot = document.querySelector(".signal-plot");
      const started = performance.now();
      plot.dispatchEvent(new KeyboardEvent("keydown", { key: "Delete", bubbles: true }));
      const wanted = ["marks", "visit", "compare"];
      while (!wanted.every((kind) => globalThis.answers.some((answer) => answer.kind === kind))) {
        await new Promise((done) => setTimeout(done, 1));
        if (performance.now() - started > 20_000) throw new Error(JSON.stringify(globalThis.answers));
      }
      return Object.fromEntries(
        wanted.map((kind) => [
          kind,
          globalThis.answers.findLast((answer) => answer.kind === kind).at - started,
        ]),
      );
    });
    for (const kind of Object.keys(times)) times[kind].push(measured[kind]);
  }
  console.log("A beat removed, two visits of ten minutes, 32 channels at 512 Hz");
  print("key to the marks on the screen", times.marks);
  print("key to the visit measured anew", times.visit);
  print("key to the report", times.compare);
  await context.close();
}

const folder = await mkdtemp(join(tmpdir(), "attune-bench-"));
const browser = await launch();
try {
  await ofAnHour(browser, folder);
  await ofAnEdit(browser, folder);
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
