// scripts/cohort/slurm/status answers every state of a Slurm job. The states are those of squeue(1), "JOB STATE CODES", and
// the reasons those of "JOB REASON CODES" (Slurm 22.05); what a real Slurm says is asked in workflow.test.mjs.
import assert from "node:assert/strict";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { run, temporaryFolder } from "./support.mjs";

const status = fileURLToPath(new URL("../../scripts/cohort/slurm/status", import.meta.url));

let folder;
let remove;
before(async () => {
  ({ folder, remove } = await temporaryFolder());
  const programs = {
    scontrol: 'echo "$TOLD"; exit "$TOLD_STATUS"',
    sacct: '[ -n "$ACCOUNTED" ] && echo "$ACCOUNTED"',
    scancel: `echo "$@" >> ${join(folder, "cancelled")}`,
  };
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${text}\n`);
    await chmod(join(folder, name), 0o755);
  }
});
after(() => remove());

/** Snakemake's word for the job, and whether it was taken out of the queue. */
async function asked(told, more = {}) {
  await writeFile(join(folder, "cancelled"), "");
  const env = {
    ...process.env,
    PATH: `${folder}:${process.env.PATH}`,
    TOLD: told,
    TOLD_STATUS: "0",
    ...more,
  };
  const { stdout, stderr } = await run(status, ["17"], { env });
  const cancelled = (await readFile(join(folder, "cancelled"), "utf8")) === "17\n";
  return { said: stdout.trim() + (cancelled ? ", cancelled" : ""), stderr };
}

const job = (state, reason = "None") =>
  `JobId=17 JobName=attune-analyze UserId=root(0) Comment=record=c1.json Priority=1 JobState=${state} Reason=${reason} Dependency=(null) Requeue=1`;

const states = {
  success: ["COMPLETED"],
  failed: [
    "BOOT_FAIL",
    "CANCELLED",
    "DEADLINE",
    "FAILED",
    "NODE_FAIL",
    "OUT_OF_MEMORY",
    "PREEMPTED",
    "TIMEOUT",
  ],
  "failed, cancelled": ["SPECIAL_EXIT", "RESV_DEL_HOLD", "REVOKED"],
  running: [
    "PENDING",
    "RUNNING",
    "SUSPENDED",
    "COMPLETING",
    "CONFIGURING",
    "REQUEUED",
    "REQUEUE_FED",
    "REQUEUE_HOLD",
    "RESIZING",
    "SIGNALING",
    "STAGE_OUT",
    "STOPPED",
  ],
};
const reasons = {
  "failed, cancelled": [
    "launch_failed_requeued_held",
    "JobHoldMaxRequeue",
    "JobLaunchFailure",
    "BadConstraints",
    "DependencyNeverSatisfied",
    "InvalidAccount",
    "InvalidQOS",
  ],
  running: [
    "Resources",
    "Priority",
    "BeginTime",
    "JobHeldUser",
    "JobHeldAdmin",
    "job_requeued_in_held_state",
    "NodeDown",
    "ReqNodeNotAvail,_UnavailableNodes:n1",
  ],
};

test("every state of a job has its answer", async () => {
  for (const [answer, names] of Object.entries(states))
    for (const name of names) {
      const { said, stderr } = await asked(job(name));
      assert.deepEqual([said, stderr], [answer, ""], name);
    }
});

test("a job in the queue is waited for, unless Slurm will not run it again by itself", async () => {
  for (const [answer, names] of Object.entries(reasons))
    for (const name of names) assert.equal((await asked(job("PENDING", name))).said, answer, name);
});

test("a state that no Slurm had so far is waited for, and said", async () => {
  const { said, stderr } = await asked(job("BRAND_NEW"));
  assert.equal(said, "running");
  assert.match(stderr, /BRAND_NEW of job 17 is not known/);
});

test("a job that the controller has forgotten is what accounting says of it, and lost without accounting", async () => {
  const forgotten = "slurm_load_jobs error: Invalid job id specified";
  for (const [state, answer] of [
    ["", "failed"],
    ["COMPLETED", "success"],
    ["CANCELLED by 1000", "failed"],
    ["RUNNING", "running"],
  ])
    assert.equal((await asked(forgotten, { TOLD_STATUS: "1", ACCOUNTED: state })).said, answer, state);
});

test("a controller that does not answer says nothing about the job", async () => {
  const down = "slurm_load_jobs error: Unable to contact slurm controller (connect failure)";
  assert.equal((await asked(down, { TOLD_STATUS: "1" })).said, "running");
});
