// Runs the Node tests as `node --test` does, the longest files first, so that none of them is left alone at the end; three
// at a time, since browsers and Slurm also wait. Files in which something fails are run once more, alone: a
// browser's test that passes then was too slow in a crowd, and is named. usage: node tests/run.mjs
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec, tap } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const longest = [
  ...["large", "workflow", "signals", "french", "group", "reading", "scores", "coding", "export"],
  ...["code", "everyone", "workshop", "technician", "opening", "pseudo"],
];

const files = ["web", "cohort", "wasm", "page-logic", "house"].flatMap((folder) =>
  readdirSync(join(here, folder))
    .filter((name) => name.endsWith(".test.mjs"))
    .map((name) => ({
      path: join(here, folder, name),
      rank: longest.indexOf(name.replace(".test.mjs", "")),
    })),
);
const turn = ({ rank }) => (rank < 0 ? longest.length : rank);
files.sort((a, b) => turn(a) - turn(b) || (a.path < b.path ? -1 : 1));

/** Runs files; gives the tests and suites that failed, and files that ended outside of any. */
function failuresOf(options) {
  return new Promise((ended) => {
    const failed = [];
    run(options)
      .on("test:fail", ({ name, file }) => failed.push({ name, file }))
      .compose(process.stdout.isTTY ? new spec() : tap)
      .on("end", () => ended(failed))
      .pipe(process.stdout, { end: false });
  });
}

const failed = await failuresOf({ files: files.map(({ path }) => path), concurrency: 3 });
const again = [...new Set(failed.map(({ file }) => file))];
const failedAlone = again.length > 0 ? await failuresOf({ files: again, concurrency: 1 }) : [];
for (const { name, file } of failed) {
  const alone = failedAlone.some((test) => test.name === name && test.file === file);
  console.log(`Failed beside others, ${alone ? "failed alone too" : "passed alone"}: ${name} (${file})`);
}
// A browser may be too slow in a crowd. Elsewhere what fails at times is a race.
const isForgiven = ({ file }) => file?.startsWith(join(here, "web"));
process.exitCode = failedAlone.length > 0 || !failed.every(isForgiven) ? 1 : 0;
