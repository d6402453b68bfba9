// Pictures of every screen at laptop, phone and paper width, from the example dyad, to be looked at; and the one
// that the README shows.
//
//   node tests/web/screenshots.mjs [FOLDER]     into FOLDER, build/screenshots by default
//   node tests/web/screenshots.mjs --readme     web/screenshot.png only
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { fileUrl, go, launch, openExample, openPage, root } from "./browser.mjs";

const sizes = {
  laptop: { width: 1366, height: 900 },
  phone: { width: 390, height: 844 },
  // A4 without its margins, at 96 pixels to the inch.
  paper: { width: 680, height: 960 },
};

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
  for (const [size, viewport] of Object.entries(sizes)) {
    const { page, close } = await openPage(browser, fileUrl, viewport);
    const picture = async (name) => {
      await settled(page);
      await page.screenshot({ path: resolve(folder, `${size}-${name}.png`), fullPage: true });
    };
    if (size === "paper") await page.emulateMedia({ media: "print" });
    else await picture("open");
    for (const scenario of size === "laptop" ? ["improved", "short"] : ["improved"]) {
      await page.emulateMedia({ media: "screen" });
      if (scenario !== "improved") await go(page, "Open");
      await openExample(page, scenario);
      if (size === "paper") await page.emulateMedia({ media: "print" });
      await picture(`report-${scenario}`);
    }
    if (size !== "paper") {
      for (const screen of ["Check", "Signals", "Methods", "Open"]) {
        await go(page, screen);
        if (screen === "Signals") await page.locator(".signal-plot[data-ready]").waitFor();
        await picture(`${screen.toLowerCase()}-example`);
      }
    }
    await page.emulateMedia({ media: "screen" });
    await go(page, "Group");
    if (size !== "paper") await picture("group");
    await page.getByRole("button", { name: /Open the simulated study/ }).click();
    await page.locator(".study-results").waitFor();
    if (size === "paper") await page.emulateMedia({ media: "print" });
    await picture("group-example");
    await close();
  }
  console.log(`Pictures of every screen are in ${folder}`);
}

/** Charts are drawn a second time once their width is known. */
function settled(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
