// What the tests of the Signals screen share: the screen of an example, where things stand on it, and what is drawn.
import { go, onWatchedPage, openExample } from "./browser.mjs";

/** The example's Signals screen, marks and all. */
export async function onSignals(browser, act, viewport) {
  const body = async (page) => {
    await openExample(page);
    await showSignals(page);
    await act(page);
  };
  await onWatchedPage(browser, body, { viewport });
}

export async function showSignals(page) {
  await go(page, "Signals");
  await page.locator(".signal-plot[data-ready]").waitFor({ timeout: 30_000 });
}

export const plot = (page) => page.locator(".signal-plot");
export const news = (page) => page.locator(".signal-news").innerText();
export const focusPlot = (page) => plot(page).focus();
export const span = async (page) => Number(await page.locator("output[data-span]").getAttribute("data-span"));
/** Start and length of the view, from what the plot tells. */
export const view = async (page) => {
  const { start, span: length } = await plot(page).evaluate((element) => ({ ...element.dataset }));
  return { startS: Number(start), spanS: Number(length) };
};

/** Where on the page a time stands, in the row of beats. */
export async function pointOf(page, timeS) {
  await plot(page).scrollIntoViewIfNeeded();
  const { startS, spanS } = await view(page);
  const box = await plot(page).boundingBox();
  const { left, right, beats } = await plot(page).evaluate((element) => ({ ...element.dataset }));
  const x = Number(left) + ((timeS - startS) / spanS) * (Number(right) - Number(left));
  return { x: box.x + x, y: box.y + Number(beats) };
}

export async function allBeats(page) {
  const only = page.getByLabel("Only those flagged or edited");
  if (await only.isChecked()) await only.uncheck();
  return page
    .locator(".beat-list tbody tr")
    .evaluateAll((rows) => rows.map(({ dataset }) => ({ atS: Number(dataset.beat), kind: dataset.kind })));
}

export const kindAt = async (page, timeS) =>
  (await allBeats(page)).find(({ atS }) => Math.abs(atS - timeS) < 0.0005)?.kind;

/** How much of the traces' canvas is ink between two parts of its width. */
export function inkOf(page, from, to) {
  return page.evaluate(
    async ([begin, end]) => {
      await new Promise(requestAnimationFrame);
      const canvas = document.querySelector(".signal-plot canvas");
      const copy = new OffscreenCanvas(canvas.width, canvas.height);
      const context = copy.getContext("2d", { willReadFrequently: true });
      context.drawImage(canvas, 0, 0);
      const left = Math.floor(begin * canvas.width);
      const width = Math.max(1, Math.floor((end - begin) * canvas.width));
      const { data } = context.getImageData(left, 0, width, canvas.height);
      let dark = 0;
      for (let i = 0; i < data.length; i += 4) if (data[i] < 150) dark++;
      return dark / (data.length / 4);
    },
    [from, to],
  );
}
