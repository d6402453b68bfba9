// Runs the Node tests as `node --test` does, the longest files first, so that none of them is left alone at the end; three
// at a time, since browsers and Slurm also wait. What fails is tried once more, alone: where it passes then, a crowded
// machine was too slow for it, and it is named. usage: node tests/run.mjs
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec, tap } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const longest = [
  ...["large", "workflow", "signals", "french", "group", "reading", "scores", "coding", "export"],
  ...["code", "everyone", "workshop", "technician", "opening"],
];

const files = ["web", "cohort", "wasm", "page-logic"].flatMap((folder) =>
  readdirSync(join(here, folder))
    .filter((name) => name.endsWith(".test.mjs"))
    .map((name) => ({
      path: join(here, folder, name),
      rank: longest.indexOf(name.replace(".test.mjs", "")),
    })),
);
const turn = ({ rank }) => (rank < 0 ? longest.length : rank);
files.sort((a, b) => turn(a) - turn(b) || (a.path < b.path ? -1 : 1));

/** Runs files, or in them the tests that are named; gives what failed. */
function failuresOf(options) {
  return new Promise((ended) => {
    const failed = [];
    run(options)
      .on("test:fail", ({ name, file, details }) =>
        failed.push({ name, file, isSuite: details.type === "suite" }),
      )
      .compose(process.stdout.isTTY ? new spec() : tap)
      .on("end", () => ended(failed))
      .pipe(process.stdout, { end: false });
  });
}

const failed = await failuresOf({ files: files.map(({ path }) => path), concurrency: 3 });
const failedAlone = [];
for (const file of new Set(failed.map((test) => test.file))) {
  // A suite fails with its tests; what fails outside of any test has the whole file run again.
  const tests = failed.filter((test) => test.file === file && !test.isSuite && test.name !== file);
  const testNamePatterns = tests.map(({ name }) => new RegExp(`^${name.replace(/[^\w\s]/g, "\\$&")}$`));
  failedAlone.push(...(await failuresOf({ files: [file], concurrency: 1, testNamePatterns })));
}
for (const { name } of failed.filter(({ isSuite }) => !isSuite)) {
  const alone = failedAlone.some((test) => test.name === name) ? "failed alone too" : "passed alone";
  console.log(`Failed beside others, ${alone}: ${name}`);
}
process.exitCode = failedAlone.length > 0 ? 1 : 0;
