// The Snakemake workflow, on this machine and on a real Slurm whose node is killed in the middle: the same results, byte
// for byte, as the program alone.
import assert from "node:assert/strict";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { cannotStartSlurm, startSlurm } from "./slurm.mjs";
import {
  attune,
  attuneDone,
  contents,
  program,
  recordTimes,
  run,
  temporaryFolder,
  until,
} from "./support.mjs";

const workflow = fileURLToPath(new URL("../../scripts/cohort/", import.meta.url));
const skip = cannotStartSlurm() || false;

let folder;
let remove;
let expected;
before(async () => {
  if (skip) return;
  ({ folder, remove } = await temporaryFolder());
  await attuneDone("synth", "--study", "--infants", "5", "--out", join(folder, "study"));
  // A file that is none of its own kind: it costs itself, here as there.
  await writeFile(join(folder, "study/sub-003/ses-2/eeg/sub-003_ses-2_task-rest_eeg.edf"), "no recording");
  await writeFile(join(folder, "settings.json"), '{"eeg": {"max_abs_uv": 140}}');
  await writeFile(join(folder, "cohort.json"), '{"group": {"fewest_infants": 4}}');
  const out = join(folder, "alone");
  const settings = [
    "--settings",
    join(folder, "settings.json"),
    "--cohort-settings",
    join(folder, "cohort.json"),
  ];
  const { status } = await attune("cohort", join(folder, "study"), "--out", out, ...settings);
  assert.equal(status, 3);
  expected = await contents(out);
});
after(async () => remove?.());

/** Runs the workflow into `out`; what Snakemake printed is thrown if it fails. */
async function snakemake(out, args, env = process.env, more = []) {
  const cwd = join(folder, `${out}-work`);
  await mkdir(cwd, { recursive: true });
  const config = [
    `cohort=${join(folder, "study")}`,
    `out=${join(folder, out)}`,
    `settings=${join(folder, "settings.json")}`,
    `cohort_settings=${join(folder, "cohort.json")}`,
    `attune=${program}`,
    ...more,
  ];
  const call = ["--snakefile", join(workflow, "Snakefile"), ...args, "--config", ...config];
  const { status, stdout, stderr } = await run("snakemake", call, { cwd, env });
  assert.equal(status, 0, stdout + stderr);
  return stderr;
}

test("on one machine the workflow gives what the program alone gives", { skip }, async () => {
  await snakemake("local", ["--cores", "2"]);
  assert.deepEqual(await contents(join(folder, "local")), expected);
  assert.match(await snakemake("local", ["--cores", "2"]), /Nothing to be done/);
});

/** What Slurm knows of every job of a record: its id, how often it was started again, and what became of it. */
async function jobsByRecord(slurm) {
  const { stdout } = await run("scontrol", ["--oneliner", "show", "jobs"], { env: slurm.env });
  const jobs = {};
  for (const line of stdout.split("\n")) {
    const record = line.match(/ Comment=record=(\S+)/)?.[1];
    if (!record) continue;
    const [, restarts] = line.match(/ Restarts=(\d+)/);
    const [, state] = line.match(/ JobState=(\S+)/);
    const [, id] = line.match(/^JobId=(\d+)/);
    jobs[record] = [...(jobs[record] ?? []), { id, told: `${state}, started again ${restarts} times` }];
  }
  return jobs;
}

test(
  "on Slurm, its node killed in the middle, nothing finished is lost and the result is the same",
  {
    skip,
    timeout: 400_000,
  },
  async () => {
    const place = join(folder, "slurm");
    await mkdir(place);
    const slurm = await startSlurm(place);
    try {
      const out = join(folder, "cluster");
      const running = snakemake("cluster", ["--profile", join(workflow, "slurm")], slurm.env);
      running.catch(() => {}); // it is looked at below, whatever happens here
      await until(async () => Object.keys(await recordTimes(out)).length >= 5, 120, "five records on Slurm");
      const killed = await slurm.killNode();
      await sleep(1000); // what had ended is known by now; the node is missed after 5 s
      const before = await jobsByRecord(slurm);
      const ended = Object.keys(before).filter((record) => before[record][0].told.startsWith("COMPLETED"));
      const atWork = Object.keys(before).filter((record) => before[record][0].told.startsWith("RUNNING"));
      assert.ok(
        ended.length > 0 && atWork.length > 0 && ended.length + atWork.length < 20,
        "killed in the middle",
      );
      const back = Date.now();
      await slurm.startNode();
      await running;
      assert.deepEqual(await contents(out), expected);
      const times = await recordTimes(out);
      const after = await jobsByRecord(slurm);
      for (const record of ended) assert.deepEqual(after[record], before[record], `${record} was done again`);
      // A job whose record was written before the node could be back had ended: the node tells it then. And one that the node
      // had not begun is begun for the first time.
      for (const record of atWork) {
        const [{ id }] = before[record];
        const again = killed.has(id) && times[record] >= back ? "1" : "[01]";
        assert.equal(after[record].length, 1);
        assert.match(after[record][0].told, new RegExp(`^COMPLETED, started again ${again} times$`));
      }
    } finally {
      await slurm.stop();
    }
  },
);

/** The cohort as a job array, as scripts/cohort/slurm/array says. */
async function measuredByArray(slurm, out) {
  const list = join(folder, "list.tsv");
  const study = join(folder, "study");
  await writeFile(list, (await attune("cohort", study, "--list")).stdout);
  const tasks = (await readFile(list, "utf8")).trimEnd().split("\n").length - 1;
  const call = [
    "--wait",
    `--array=1-${tasks}`,
    "--time=30",
    "--output=/dev/null",
    join(workflow, "slurm/array"),
  ];
  const told = [
    "--settings",
    join(folder, "settings.json"),
    "--cohort-settings",
    join(folder, "cohort.json"),
  ];
  const { status, stderr } = await run("sbatch", [...call, program, study, list, out, ...told], {
    env: slurm.env,
  });
  assert.equal(status, 0, stderr);
  assert.equal((await attune("cohort", study, "--out", out, "--collect", ...told)).status, 3);
}

test(
  "on a Slurm that knows no memory, workflow and array give the same; jobs that are held for good are given up",
  { skip, timeout: 400_000 },
  async () => {
    const place = join(folder, "no-memory");
    await mkdir(place);
    const prolog = join(place, "prolog");
    const refuses = join(place, "refuses");
    await writeFile(prolog, `#!/bin/sh\n[ ! -e ${refuses} ]\n`);
    await chmod(prolog, 0o755);
    const slurm = await startSlurm(place, { prolog });
    try {
      const inSlurm = async (command, ...args) =>
        (await run(command, args, { env: slurm.env })).stdout.trim();
      const submit = (...args) =>
        inSlurm("sbatch", "--parsable", "--output=/dev/null", ...args, "--wrap=sleep 60");
      const status = (job) => inSlurm(join(workflow, "slurm/status"), job);
      const state = async (job) =>
        (await inSlurm("scontrol", "--oneliner", "show", "job", job)).match(/ JobState=\w+ Reason=\w+/)[0];
      assert.equal(await submit("--mem=1000"), "", "Slurm takes --mem without RealMemory: nothing is tested");

      await snakemake("unset", ["--profile", join(workflow, "slurm")], slurm.env, ["memory=unset"]);
      assert.deepEqual(await contents(join(folder, "unset")), expected);
      await measuredByArray(slurm, join(folder, "array"));
      assert.deepEqual(await contents(join(folder, "array")), expected);

      const special = await submit();
      await until(async () => /=RUNNING/.test(await state(special)), 60, "a job at work");
      assert.equal(await status(special), "running");
      await inSlurm("scontrol", "requeuehold", "State=SpecialExit", special);
      await until(async () => /=SPECIAL_EXIT/.test(await state(special)), 60, "the job in its special state");
      assert.equal(await status(special), "failed");
      assert.match(await state(special), /=CANCELLED/);

      const held = await submit("--hold");
      assert.match(await state(held), /=PENDING Reason=JobHeld/);
      assert.equal(await status(held), "running");

      await writeFile(refuses, "");
      const refused = await submit();
      await until(
        async () => /=PENDING Reason=launch_failed/.test(await state(refused)),
        60,
        "a job that was not launched",
      );
      assert.equal(await status(refused), "failed");
      assert.match(await state(refused), /=CANCELLED/);
    } finally {
      await slurm.stop();
    }
  },
);
