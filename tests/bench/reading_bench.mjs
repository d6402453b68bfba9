// From a File to samples in Chromium, in MB/s: the browser's own reading of the bytes, then the page's whole way
// with decoding and the file's digest. The signals are of no known kind, so nothing is analysed. Started by
// `scripts/bench reading`; `scripts/bench edf` has the decoder and the digest alone.
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileUrl, launch, openPage, slotIs } from "../web/browser.mjs";
import { makeEdf } from "../web/recordings.mjs";

const runs = 5;
const hour = 3600;

async function best(measure) {
  let seconds = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) seconds = Math.min(seconds, await measure());
  return seconds;
}

const folder = await mkdtemp(join(tmpdir(), "attune-bench-"));
const browser = await launch();
try {
  const path = join(folder, "hour.edf");
  const signals = Array.from({ length: 32 }, (_, index) => ({
    label: `AUX ${index + 1}`,
    unit: "uV",
    rate: 512,
    value: (second) => 100 * Math.sin(second * (index + 1)),
  }));
  await writeFile(path, makeEdf({ signals, seconds: hour }));
  const { size } = await stat(path);
  const print = (what, seconds) =>
    console.log(`  ${what.padEnd(44)}${(size / 1e6 / seconds).toFixed(0).padStart(6)} MB/s`);
  console.log(`One hour, 32 signals of no known kind, 512 Hz: ${(size / 1e6).toFixed(1)} MB`);

  const { page } = await openPage(browser, fileUrl);
  const bytesAlone = () =>
    page.evaluate(async (count) => {
      const file = new File([new Uint8Array(count)], "bytes");
      const reader = file.stream().getReader({ mode: "byob" });
      const started = performance.now();
      for (let buffer = new ArrayBuffer(4 << 20); ; ) {
        const { done, value } = await reader.read(new Uint8Array(buffer));
        if (done) return (performance.now() - started) / 1000;
        buffer = value.buffer;
      }
    }, size);
  print("File to bytes, the browser alone", await best(bytesAlone));
  print(
    "File to samples and digest, the page",
    await best(async () => {
      const { page: fresh, close } = await openPage(browser, fileUrl);
      const started = performance.now();
      await fresh.getByLabel("Choose a file for Baseline").setInputFiles(path);
      await slotIs(fresh, 0, "ready", 600_000);
      const seconds = (performance.now() - started) / 1000;
      await close();
      return seconds;
    }),
  );
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
