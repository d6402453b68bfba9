// Opens the built page in a real browser, shows an example's report, and says so: the last step of
// `scripts/start --check`.
import { fileUrl, launch, openExample, openPage } from "./browser.mjs";

const browser = await launch();
try {
  const { page, watch } = await openPage(browser, fileUrl);
  const started = performance.now();
  await openExample(page);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const trouble = await watch();
  if (trouble.length > 0) throw new Error(trouble.join("\n"));
  console.log(
    `An example report opened in Chromium in ${seconds} s, with no request and no policy violation:`,
  );
  console.log(`  ${(await page.locator(".lead").innerText()).trim()}`);
} catch (error) {
  console.error(`The page did not show its example report: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
