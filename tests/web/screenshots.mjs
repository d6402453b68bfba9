// Pictures of every screen, laptop and phone, light and dark, and the reports as they are printed (PDF), from the
// simulated examples, to be looked at; and the one that the README shows.
//
//   node tests/web/screenshots.mjs [FOLDER]     into FOLDER, build/screenshots by default
//   node tests/web/screenshots.mjs --readme     web/screenshot.png only
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { fileUrl, go, launch, openExample, openPage, root } from "./browser.mjs";

const sizes = {
  laptop: { width: 1366, height: 900 },
  phone: { width: 390, height: 844 },
};
const scenarios = ["improved", "unchanged", "short", "mixed"];

const browser = await launch();
try {
  if (process.argv[2] === "--readme") await readmePicture();
  else await allScreens(resolve(process.argv[2] ?? resolve(root, "build/screenshots")));
} finally {
  await browser.close();
}

async function readmePicture() {
  const { page, close } = await openPage(browser, fileUrl, { width: 1280, height: 1000 });
  await openExample(page);
  await settled(page);
  await page.screenshot({ path: resolve(root, "web/screenshot.png") });
  await close();
}

async function allScreens(folder) {
  await mkdir(folder, { recursive: true });
  for (const [size, viewport] of Object.entries(sizes))
    for (const theme of ["light", "dark"]) {
      const { page, close } = await openPage(browser, fileUrl, viewport);
      await page.emulateMedia({ colorScheme: theme });
      const picture = async (name) => {
        await settled(page);
        await page.screenshot({ path: resolve(folder, `${size}-${theme}-${name}.png`), fullPage: true });
      };
      await picture("open");
      for (const scenario of scenarios) {
        await go(page, "Open");
        await openExample(page, scenario);
        await picture(`report-${scenario}`);
      }
      for (const screen of ["Check", "Signals", "Methods", "Open"]) {
        await go(page, screen);
        if (screen === "Signals") await page.locator(".signal-plot[data-ready]").waitFor();
        await picture(`${screen.toLowerCase()}-example`);
      }
      await go(page, "Group");
      await picture("group");
      await openStudy(page);
      await picture("group-example");
      await close();
    }
  await printed(folder);
  console.log(`Pictures of every screen are in ${folder}`);
}

async function printed(folder) {
  const { page, close } = await openPage(browser, fileUrl);
  const sheets = async (name) => {
    for (const format of ["A4", "Letter"])
      await page.pdf({ format, path: resolve(folder, `${format.toLowerCase()}-${name}.pdf`) });
  };
  for (const scenario of scenarios) {
    await go(page, "Open");
    await openExample(page, scenario);
    await sheets(`report-${scenario}`);
  }
  await go(page, "Group");
  await openStudy(page);
  await sheets("group-example");
  await close();
}

async function openStudy(page) {
  await page.getByRole("button", { name: /Open the simulated study/ }).click();
  await page.locator(".study-results").waitFor();
}

/** Charts are drawn a second time once their width is known. */
function settled(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
