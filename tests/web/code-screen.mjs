// What tests of the Code screen share. frames.webm has 250 pictures, 25 a second, each with its number as ten stripes, the
// lowest bit at the left (ffmpeg: -f lavfi -i "color=black:s=160x96:r=25:d=10,format=gray,geq=lum='if(mod(floor(N/pow(2,
// floor(X/16))),2),235,16)'" -pix_fmt yuv420p -c:v libvpx -g 25 -b:v 60k), so that a test can read which picture is seen.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { eventually, go, root } from "./browser.mjs";

export const rate = 25;
export const video = resolve(root, "tests/web/frames.webm");

export async function openVideo(page, files = [video]) {
  await go(page, "Code");
  await page.locator("#code-video").setInputFiles(files);
  await page.locator('.code-media[data-kind="video"]').waitFor();
}

export const clock = (page) => page.evaluate(() => document.querySelector(".code-videos video").currentTime);

/** Which picture is seen, read from its stripes. */
export const pictureSeen = (page) =>
  page.evaluate(async () => {
    const shown = document.querySelector(".code-videos video");
    await new Promise((done) => {
      shown.requestVideoFrameCallback(done);
      setTimeout(done, 400);
    });
    const canvas = new OffscreenCanvas(160, 96);
    const ground = canvas.getContext("2d", { willReadFrequently: true });
    ground.drawImage(shown, 0, 0);
    let number = 0;
    for (let bit = 0; bit < 10; bit++)
      if (ground.getImageData(bit * 16 + 8, 48, 1, 1).data[0] > 128) number += 2 ** bit;
    return number;
  });

/** What was coded, as the screen's own file has it. */
export async function coded(page, visit = 0) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the coding" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  return { name: download.suggestedFilename(), text, book: JSON.parse(text).visits[visit] };
}

export const seekTo = async (page, seconds) => {
  await page.evaluate((to) => {
    document.querySelector(".code-videos video").currentTime = to;
  }, seconds);
  await eventually(async () => assert.ok(Math.abs((await clock(page)) - seconds) < 1e-5));
};

/** Codes ten seconds: play 0–4 and still-face 4–9, with three states. */
export async function codeAll(page) {
  for (const [at, key] of [
    [0.02, "1"],
    [0.02, "s"],
    [2.02, "w"],
    [4.02, "2"],
    [6.02, "p"],
    [9.02, "."],
    [9.02, "0"],
  ]) {
    await seekTo(page, at);
    await page.keyboard.press(key);
  }
}
