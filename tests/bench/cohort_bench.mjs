// scripts/bench cohort: how many recordings a second `attune cohort` measures on one and on two cores, and whether its
// memory grows with their number, also with --multiverse; and the same of the page in Chromium, with one and with two
// workers. The recordings are those of the simulated study: 4 EEG channels and an ECG, 150 s.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fileUrl, go, launch, openPage } from "../web/browser.mjs";

const program = fileURLToPath(new URL("../../build/release/attune", import.meta.url));

/** Runs the program: seconds it took, and the most memory it held (VmHWM, sampled), in MB. */
async function measured(...args) {
  const started = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "inherit"] });
  let peak_mb = 0;
  const look = async () => {
    const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
    peak_mb = Math.max(peak_mb, Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) / 1024);
  };
  const timer = setInterval(look, 20);
  const code = await new Promise((resolve) => child.on("exit", resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`attune ${args.join(" ")} ended with ${code}`);
  return { seconds: (performance.now() - started) / 1000, peak_mb };
}

/** A folder measured by the page: seconds from the click to the results, and the page's own heap after them, in MB. */
async function measuredByPage(path, recordings, workers) {
  const browser = await launch();
  try {
    const { page } = await openPage(browser, fileUrl);
    // The page leaves one core to itself.
    await page.addInitScript((cores) => {
      Object.defineProperty(navigator, "hardwareConcurrency", { value: cores });
    }, workers + 1);
    await page.reload();
    await go(page, "Group");
    await page.locator('input[type="file"][webkitdirectory]').first().setInputFiles(path);
    const start = page.getByRole("button", { name: `Measure ${recordings} recordings` });
    await start.waitFor({ timeout: 60_000 });
    const started = performance.now();
    await start.click();
    await page.locator(".study-results").waitFor({ timeout: 600_000 });
    const seconds = (performance.now() - started) / 1000;
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("HeapProfiler.collectGarbage");
    const { usedSize } = await devtools.send("Runtime.getHeapUsage");
    return { seconds, heap_mb: usedSize / 2 ** 20 };
  } finally {
    await browser.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), "attune-"));
try {
  const study = async (infants) => {
    const path = join(folder, `study-${infants}`);
    await measured("synth", "--study", "--infants", String(infants), "--out", path);
    return path;
  };
  const cohort = async (path, jobs, ...options) => {
    const out = join(folder, "out");
    await rm(out, { recursive: true, force: true });
    return measured("cohort", path, "--out", out, "--jobs", String(jobs), ...options);
  };

  const repeats = 3;
  const small = await study(50);
  console.log(`attune cohort, 200 recordings of 150 s, best of ${repeats}, ${cpus().length} cores here`);
  const rates = [];
  for (const jobs of [1, 2]) {
    let best = Infinity;
    for (let i = 0; i < repeats; i++) best = Math.min(best, (await cohort(small, jobs)).seconds);
    rates.push(200 / best);
    console.log(`  ${jobs} core${jobs > 1 ? "s" : " "}  ${(200 / best).toFixed(1)} recordings a second`);
  }
  console.log(`  scaling  ${(rates[1] / rates[0]).toFixed(2)} ×`);
  const again = await measured("cohort", small, "--out", join(folder, "out"));
  console.log(`  started again when all is done: ${again.seconds.toFixed(2)} s`);

  console.log("memory at its peak, two cores; finding the recordings, which each job of a cluster does");
  for (const infants of [25, 75, 250]) {
    const path = await study(infants);
    const plain = await cohort(path, 2);
    const everyWay = await cohort(path, 2, "--multiverse");
    const list = await measured("cohort", path, "--list");
    console.log(
      `  ${String(4 * infants).padStart(4)} recordings  ${plain.peak_mb.toFixed(1)} MB, with --multiverse ${everyWay.peak_mb.toFixed(1)} MB; found in ${list.seconds.toFixed(2)} s`,
    );
    if (infants < 250) await rm(path, { recursive: true });
  }

  console.log("the page's Group screen in Chromium, from the click to the results");
  const large = join(folder, "study-250");
  const pageRates = [];
  for (const [path, recordings, workers] of [
    [small, 200, 2],
    [large, 1000, 1],
    [large, 1000, 2],
  ]) {
    const { seconds, heap_mb } = await measuredByPage(path, recordings, workers);
    pageRates.push(recordings / seconds);
    console.log(
      `  ${String(recordings).padStart(4)} recordings, ${workers} worker${workers > 1 ? "s" : " "}  ${(recordings / seconds).toFixed(1)} a second, heap ${heap_mb.toFixed(1)} MB`,
    );
  }
  console.log(`  scaling  ${(pageRates[2] / pageRates[1]).toFixed(2)} ×`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
