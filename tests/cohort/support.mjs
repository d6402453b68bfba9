// Folders of simulated recordings, and the program run on them.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const program = fileURLToPath(new URL("../../build/release/attune", import.meta.url));

/** Runs a program to its end: its exit status and what it printed. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    execFile(command, args, { maxBuffer: 1 << 28, ...options }, (error, stdout, stderr) =>
      resolve({ status: error ? (error.code ?? error.signal) : 0, stdout, stderr }),
    );
  });
}

export const attune = (...args) => run(program, args);

/** Runs the program and gives what it printed; anything but success is thrown. */
export async function attuneDone(...args) {
  const { status, stdout, stderr } = await attune(...args);
  if (status !== 0) throw new Error(`attune ${args.join(" ")}: ${stderr}`);
  return stdout;
}

export const start = (args) => spawn(program, args, { stdio: "ignore" });

/** A folder of its own for a test file, and how to be rid of it. */
export async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), "attune-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Every file below a folder with its text, by path. */
export async function contents(folder, below = "") {
  const files = {};
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = join(below, entry.name);
    if (entry.isDirectory()) Object.assign(files, await contents(folder, path));
    else files[path] = await readFile(join(folder, path), "utf8");
  }
  return files;
}

/** When each finished record of a cohort was written, by its name. */
export async function recordTimes(out) {
  const folder = join(out, "recordings");
  const names = await readdir(folder).catch(() => []);
  const finished = names.filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    await Promise.all(finished.map(async (name) => [name, (await stat(join(folder, name))).mtimeMs])),
  );
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until `check` gives something; fails after `seconds`. */
export async function until(check, seconds, what) {
  for (const end = Date.now() + 1000 * seconds; Date.now() < end; await sleep(50)) {
    const found = await check();
    if (found) return found;
  }
  throw new Error(`not within ${seconds} s: ${what}`);
}
