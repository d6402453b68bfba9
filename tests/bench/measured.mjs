// What benches that run programs in turn share: a run's processor seconds and memory, the median, the long recording.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The median, of an even number the mean of both in the middle. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}

/** Runs a command: what it printed, the processor seconds it took and the most memory it held, in MB. */
export async function measured(command, ...args) {
  const child = spawn("bash", ["-c", 'TIMEFORMAT="%U %S"; time "$0" "$@" 2>/dev/null', command, ...args]);
  let [out, times, mb] = ["", "", 0];
  child.stdout.on("data", (text) => {
    out += text;
  });
  child.stderr.on("data", (text) => {
    times += text;
  });
  const look = async () => {
    const read = (path) => readFile(`/proc/${path}`, "utf8").catch(() => "");
    const own = (await read(`${child.pid}/task/${child.pid}/children`)).trim().split(" ");
    for (const pid of own)
      mb = Math.max(mb, Number((await read(`${pid}/status`)).match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) / 1024);
  };
  const timer = setInterval(look, 20);
  const code = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}`);
  const [user, system] = times.trim().split("\n").at(-1).split(" ").map(Number);
  return { out, seconds: user + system, mb };
}

/** Has a program write hours of 32 channels at 512 Hz into a folder: the file's path. */
export async function longRecording(program, hours, folder) {
  await measured(program, "synth", "--hours", hours, "--channels", "32", "--rate", "512", "--out", folder);
  return join(folder, "long-001.edf");
}
