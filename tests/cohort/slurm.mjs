// A real Slurm of one node on this machine, started by hand as root in a folder of its own: munged with its own key and
// socket, slurmctld and slurmd on free ports. Nothing of a Slurm that may be installed here is touched, and every process
// that belongs to it, found by its SLURM_CONF, is ended at the end.
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";
import { run, sleep, until } from "./support.mjs";

/** Why there can be no Slurm here; empty if there can. */
export function cannotStartSlurm() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "Slurm needs root";
  const missing = ["munged", "slurmctld", "slurmd", "sbatch", "snakemake"].filter((name) => {
    try {
      execFileSync("sh", ["-c", `command -v ${name}`], { env: { PATH: `${process.env.PATH}:/usr/sbin` } });
      return false;
    } catch {
      return true;
    }
  });
  return missing.length > 0
    ? `not installed: ${missing.join(", ")} (as root on Debian: scripts/setup cluster)`
    : "";
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function configuration(folder, { memory, prolog }) {
  const node = hostname().split(".")[0];
  return [
    "ClusterName=attune",
    `SlurmctldHost=${node}(127.0.0.1)`,
    `SlurmctldPort=${await freePort()}`,
    `SlurmdPort=${await freePort()}`,
    "SlurmUser=root",
    "SlurmdUser=root",
    "AuthType=auth/munge",
    // A job that is put back into the queue waits until its credential has expired.
    `AuthInfo=socket=${folder}/munge.socket,cred_expire=5`,
    `StateSaveLocation=${folder}/state`,
    `SlurmdSpoolDir=${folder}/spool`,
    `SlurmctldPidFile=${folder}/slurmctld.pid`,
    `SlurmdPidFile=${folder}/slurmd.pid`,
    `SlurmctldLogFile=${folder}/slurmctld.log`,
    `SlurmdLogFile=${folder}/slurmd.log`,
    "ProctrackType=proctrack/linuxproc",
    "TaskPlugin=task/none",
    "MpiDefault=none",
    "SelectType=select/cons_tres",
    "SelectTypeParameters=CR_Core",
    "SlurmdTimeout=5",
    "ReturnToService=2",
    ...(prolog ? [`Prolog=${prolog}`] : []),
    `NodeName=${node} NodeAddr=127.0.0.1 CPUs=2${memory ? ` RealMemory=${memory}` : ""}`,
    "PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP",
    "",
  ].join("\n");
}

/** Processes of this Slurm, with their command lines. `ofJobs`: only those of its node's jobs. */
async function processesOf(conf, ofJobs) {
  const found = [];
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const environment = await readFile(`/proc/${pid}/environ`, "latin1").catch(() => "");
    const words = environment.split("\0");
    if (!words.includes(`SLURM_CONF=${conf}`)) continue;
    const command = await readFile(`/proc/${pid}/cmdline`, "latin1").catch(() => "");
    const jobs = command.startsWith("slurmstepd") || words.some((word) => word.startsWith("SLURM_JOB_ID="));
    if (jobs || !ofJobs) found.push(Number(pid));
  }
  return found.filter((pid) => pid !== process.pid);
}

/** The id of the job that a process belongs to. */
async function jobOf(pid) {
  const environment = await readFile(`/proc/${pid}/environ`, "latin1").catch(() => "");
  return environment.match(/(?:^|\0)SLURM_JOB_ID=(\d+)/)?.[1];
}

function end(pids, signal) {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended by itself.
    }
  }
}

/** Starts it; resolves when the node takes jobs. `memory`: the node's, in MB; `prolog`: runs before each job. */
export async function startSlurm(folder, options = { memory: 2000 }) {
  const conf = join(folder, "slurm.conf");
  const env = { ...process.env, SLURM_CONF: conf, PATH: `${process.env.PATH}:/usr/sbin` };
  for (const name of ["state", "spool"]) await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, "munge.key"), randomBytes(128), { mode: 0o600 });
  await writeFile(conf, await configuration(folder, options));
  const daemon = (command, args) => spawn(command, args, { env, stdio: "ignore" });
  const file = (name) => join(folder, name);
  daemon("munged", [
    "--foreground",
    "--force",
    `--key-file=${file("munge.key")}`,
    `--socket=${file("munge.socket")}`,
    `--pid-file=${file("munged.pid")}`,
    `--log-file=${file("munged.log")}`,
    `--seed-file=${file("munged.seed")}`,
  ]);
  const slurm = {
    env,
    node: undefined,
    async startNode() {
      slurm.node = daemon("slurmd", ["-D", "-f", conf]);
      await until(
        async () =>
          /^(idle|mixed|allocated)$/.test((await run("sinfo", ["-h", "-o", "%T"], { env })).stdout.trim()),
        60,
        "the node takes jobs",
      );
    },
    /** As if the node's power were cut: slurmd and whatever it runs are killed at once. Gives the ids of the jobs that ran. */
    async killNode() {
      end([slurm.node.pid], "SIGKILL");
      const jobs = new Set();
      // What was starting a process meanwhile is seen in a later round.
      for (let round = 0; round < 4; round++) {
        const found = await processesOf(conf, true);
        for (const pid of found) jobs.add(await jobOf(pid));
        end(found, "SIGKILL");
        await sleep(50);
      }
      return jobs;
    },
    /** slurmd alone is killed: what it runs goes on, and nobody hears of it. */
    killDaemon() {
      end([slurm.node.pid], "SIGKILL");
    },
    async stop() {
      end(await processesOf(conf, false), "SIGTERM");
      for (let i = 0; i < 20 && (await processesOf(conf, false)).length > 0; i++) await sleep(100);
      end(await processesOf(conf, false), "SIGKILL");
    },
  };
  try {
    await until(() => readFile(file("munged.pid")).catch(() => null), 20, "munged runs");
    daemon("slurmctld", ["-D", "-f", conf]);
    await until(
      async () => (await run("scontrol", ["ping"], { env })).stdout.includes("is UP"),
      60,
      "slurmctld answers",
    );
    await slurm.startNode();
  } catch (error) {
    await slurm.stop();
    throw error;
  }
  return slurm;
}
