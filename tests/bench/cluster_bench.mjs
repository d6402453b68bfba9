// scripts/bench cluster [INFANTS]: a cohort of short recordings (1,000 unless said otherwise) as two copies of one job array on a
// real Slurm of one node, both into one folder. In the middle slurmd is killed, first alone, so that its jobs go on unheard
// of and are requeued beside themselves, then with all its jobs, as if the power were cut. At the end every byte must be
// what the program alone gives.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cannotStartSlurm, startSlurm } from "../cohort/slurm.mjs";
import { attuneDone, contents, program, recordTimes, run, sleep, until } from "../cohort/support.mjs";

const infants = Number(process.argv[2] ?? 250); // a group; two visits each
const array = fileURLToPath(new URL("../../scripts/cohort/slurm/array", import.meta.url));
const reason = cannotStartSlurm();
if (reason) throw new Error(reason);

const folder = await mkdtemp(join(tmpdir(), "attune-"));
const study = join(folder, "study");
const alone = join(folder, "alone");
const out = join(folder, "out");
const logs = join(folder, "logs");
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(0);
const records = async () => Object.keys(await recordTimes(out)).length;

/** Waits as `until` does, looking every two seconds: the jobs need the cores. */
const rarely = (check, what) => until(async () => (await check()) || (await sleep(2000)), 6000, what);

/** Of all job logs: how often a text stands there. */
async function counted(text) {
  let count = 0;
  for (const name of await readdir(logs)) count += (await readFile(join(logs, name), "utf8")).includes(text);
  return count;
}

let slurm;
try {
  await attuneDone("synth", "--study", "--infants", String(infants), "--out", study);
  const begun = performance.now();
  await attuneDone("cohort", study, "--out", alone);
  console.log(`${4 * infants} recordings by attune cohort alone: ${seconds(begun)} s`);
  const list = join(folder, "list.tsv");
  await writeFile(list, await attuneDone("cohort", study, "--list"));
  for (const name of ["slurm", "logs"]) await mkdir(join(folder, name));
  slurm = await startSlurm(join(folder, "slurm"));
  const submitted = performance.now();
  // One core for each copy, so that both are at the same recording at about the same time.
  const told = [`--array=1-${4 * infants}%1`, "--mem=100", "--time=30", `--output=${logs}/%A_%a`, array];
  for (const _ of ["first", "copy"])
    assert.equal((await run("sbatch", [...told, program, study, list, out], { env: slurm.env })).status, 0);

  const reach = (share) =>
    rarely(async () => (await records()) >= 4 * infants * share, `${100 * share} % of the records`);
  await reach(0.3);
  slurm.killDaemon();
  console.log(`slurmd killed alone at ${await records()} records`);
  await sleep(8000); // it is missed after 5 s
  await slurm.startNode();
  await reach(0.6);
  await slurm.killNode();
  console.log(`slurmd killed with its jobs at ${await records()} records`);
  await sleep(8000);
  await slurm.startNode();
  const waiting = async () => (await run("squeue", ["--noheader"], { env: slurm.env })).stdout.trim();
  await rarely(async () => (await waiting()) === "", "an empty queue");
  const log = await readFile(join(folder, "slurm/slurmctld.log"), "utf8");
  const requeued = log.match(/: requeue (job )?JobId=/g)?.length ?? 0;
  console.log(
    `both arrays: ${seconds(submitted)} s; ${requeued} jobs requeued, ${await counted("W_RECORD_BUSY")} waited for another`,
  );
  await attuneDone("cohort", study, "--out", out, "--collect");
  assert.deepEqual(await contents(out), await contents(alone));
  console.log("every byte as the program alone gives it");
} finally {
  await slurm?.stop();
  await rm(folder, { recursive: true, force: true });
}
