// Runs the Node tests as `node --test` does, the longest files first, so that none of them is left alone at the end; three
// at a time, since browsers and Slurm also wait. usage: node tests/run.mjs
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec, tap } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const longest = [
  ...["large", "workflow", "signals", "french", "group", "reading", "scores", "coding", "export"],
  ...["code", "technician", "opening"],
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

run({ files: files.map(({ path }) => path), concurrency: 3 })
  .on("test:fail", () => {
    process.exitCode = 1;
  })
  .compose(process.stdout.isTTY ? new spec() : tap)
  .pipe(process.stdout);
