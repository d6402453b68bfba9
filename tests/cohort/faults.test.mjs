// What goes wrong around a cohort: files that are none, names that are traps, a process that ends, two runs at once, a
// recording that is still being copied. Each costs itself, is said, and is in nobody's way afterwards.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFile,
  chmod,
  chown,
  cp,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { attune, attuneDone, contents, program, run, sleep, temporaryFolder, until } from "./support.mjs";

let folder;
let remove;
let study;
let expected;
before(async () => {
  ({ folder, remove } = await temporaryFolder());
  study = join(folder, "study");
  await attuneDone("synth", "--study", "--infants", "3", "--out", study);
  await attuneDone("cohort", study, "--out", join(folder, "whole"));
  expected = await contents(join(folder, "whole"));
});
after(() => remove());

const recording = (infant, visit) => `${infant}/${visit}/eeg/${infant}_${visit}_task-rest_eeg.edf`;
const text = (out, name) => readFile(join(out, name), "utf8");
const unfinished = async (out) => (await readdir(out)).filter((name) => name.startsWith(".attune"));

/** The lines of a table as objects. */
async function table(out, name) {
  const [header, ...lines] = (await text(out, name)).trimEnd().split("\n");
  const names = header.split("\t");
  return lines.map((line) => Object.fromEntries(line.split("\t").map((cell, i) => [names[i], cell])));
}

/** The program at work: its process, what it has said so far, and its end with all of it. */
function atWork(...args) {
  const running = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  running.stderr.on("data", (some) => {
    stderr += some;
  });
  const ended = new Promise((done) => running.on("close", (status) => done({ status, stderr })));
  return { running, said: () => stderr, ended };
}

test("pipes, sockets, devices, links and a folder that may not be read cost themselves and are named", async () => {
  const odd = join(folder, "odd");
  const out = join(folder, "odd-out");
  await cp(study, odd, { recursive: true });
  await run("mkfifo", [join(odd, "sub-001/ses-1/eeg/sub-001_ses-1_task-play_eeg.edf")]);
  await symlink("nowhere.edf", join(odd, "sub-001/ses-1/eeg/sub-001_ses-1_task-zoo_eeg.edf"));
  await symlink("/dev/null", join(odd, "phenotype/device.tsv"));
  await symlink(odd, join(odd, "circle"));
  const server = createServer().listen(join(odd, "socket"));
  await mkdir(join(odd, "lost+found"), { mode: 0 });
  await mkdir(out);
  await chmod(folder, 0o755);
  const nobody = 65534; // root may read everything
  const who = process.getuid() === 0 ? { uid: nobody, gid: nobody } : {};
  if (who.uid) await chown(out, nobody, nobody);
  const { status, stderr } = await run(program, ["cohort", odd, "--out", out], who);
  server.close();
  assert.equal(status, 3, stderr);
  const said = stderr.trimEnd().split("\n");
  for (const line of [
    /^attune: circle: This is a link to a folder, which was not followed: .* \(W_COHORT_SKIPPED\)$/,
    /^attune: lost\+found: The folder cannot be read: .* \(E_COHORT_SKIPPED\)$/,
    /^attune: phenotype\/device.tsv: This is a device; it was passed over. \(E_COHORT_SKIPPED\)$/,
    /^attune: socket: This is a socket; it was passed over. \(W_COHORT_SKIPPED\)$/,
    /^attune: sub-001\/.*play_eeg.edf: This is a pipe; it was passed over. \(E_COHORT_SKIPPED\)$/,
    /^attune: sub-001\/.*zoo_eeg.edf: This is a link that leads nowhere; .* \(E_COHORT_SKIPPED\)$/,
  ])
    assert.equal(said.filter((found) => line.test(found)).length, 1, `${line} in ${stderr}`);
  assert.equal(said.length, 6);
  const { diagnostics } = JSON.parse(await text(out, "tables.json"));
  assert.equal(diagnostics.filter(({ code }) => code.endsWith("_COHORT_SKIPPED")).length, 6);
  for (const name of ["metrics.tsv", "group.json"]) assert.equal(await text(out, name), expected[name]);
});

test("a recording that ends the process it is measured in costs itself, and is tried again", async () => {
  const out = join(folder, "ended");
  const { running, ended } = atWork("cohort", study, "--out", out, "--jobs", "1");
  const records = join(out, "recordings");
  await until(
    async () => (await readdir(records).catch(() => [])).some((n) => n.endsWith(".json")),
    60,
    "one",
  );
  const children = await readFile(`/proc/${running.pid}/task/${running.pid}/children`, "utf8");
  process.kill(Number(children.trim()), "SIGSEGV");
  const { status, stderr } = await ended;
  assert.equal(status, 3, stderr);
  assert.match(
    stderr,
    /^attune: \S+_eeg\.edf: Measuring it ended the program \(signal 11\)\. .* \(E_MEASURING_ENDED\)\n$/,
  );
  const lost = (await table(out, "recordings.tsv")).filter(({ reason }) => reason !== "n/a");
  assert.equal(lost.length, 1);
  assert.match(lost[0].reason, /\(E_MEASURING_ENDED\)$/);
  assert.equal(lost[0].sha256, "n/a");
  // Every other value is what it was.
  const rows = await table(out, "metrics.tsv");
  for (const [i, row] of (await table(join(folder, "whole"), "metrics.tsv")).entries())
    if (row.participant !== lost[0].participant || row.visit !== lost[0].visit)
      assert.deepEqual(rows[i], row);
  assert.deepEqual(await unfinished(out), []);
  assert.match(
    await attuneDone("cohort", study, "--out", out),
    /^12 recordings, 1 of them measured now, 0 of/,
  );
  assert.deepEqual(await contents(out), expected);
});

test("a second run into one folder is refused; what a dead one left is in nobody's way", async () => {
  const out = join(folder, "held");
  const { running, ended } = atWork("cohort", study, "--out", out);
  await until(async () => (await readdir(out).catch(() => [])).includes(".attune-lock"), 60, "the lock");
  running.kill("SIGSTOP");
  const { status, stderr } = await attune("cohort", study, "--out", out);
  running.kill("SIGCONT");
  assert.equal(status, 1);
  assert.match(
    stderr,
    new RegExp(
      `^attune: \\S+/held: Another run of attune .*process ${running.pid} on .*\\(E_FOLDER_BUSY\\)\n$`,
    ),
  );
  assert.equal((await ended).status, 0);
  assert.deepEqual(await contents(out), expected);
  await writeFile(join(out, ".attune-lock"), "process 1 on another computer");
  await attuneDone("cohort", study, "--out", out);
  assert.deepEqual(await contents(out), expected);
});

/** A record's job that stands still in the middle: it holds the lock, signed, and the record is not written yet. */
async function stoodStill(out, measured) {
  for (;;) {
    const job = atWork(...measured);
    for (let done = false; !done; await sleep(1)) {
      job.running.kill("SIGSTOP");
      const names = await readdir(out);
      done = names.includes("record.json");
      const lock = names.find((name) => name.startsWith(".attune-lock"));
      if (!done && lock && (await text(out, lock)) !== "") return job;
      job.running.kill("SIGCONT");
    }
    await job.ended; // it was too quick: again
    await rm(join(out, "record.json"));
  }
}

/** A record's job that stands still in the middle, and the same job sent again, which waits for it. */
async function sentAgain(name) {
  const out = join(folder, name);
  await mkdir(out);
  const record = join(out, "record.json");
  const measured = ["analyze", join(study, recording("sub-001", "ses-1")), "--result", record];
  const orphan = await stoodStill(out, measured);
  const requeued = atWork(...measured);
  const says = new RegExp(
    `Another job measures this recording \\(process ${orphan.running.pid} on .*\\(W_RECORD_BUSY\\)\n$`,
  );
  await until(() => says.test(requeued.said()), 60, "it says that it waits");
  await sleep(200);
  assert.equal(requeued.running.exitCode, null, "it waits");
  return { out, record, measured, orphan, requeued, says };
}

test("a record's job waits for its former self, and takes what that has made", async () => {
  const { out, record, orphan, requeued, says } = await sentAgain("orphan");
  orphan.running.kill("SIGCONT");
  assert.equal((await orphan.ended).status, 0);
  const { ino } = await stat(record);
  const { status, stderr } = await requeued.ended;
  assert.equal(status, 0);
  assert.match(stderr, says);
  assert.equal((await stat(record)).ino, ino, "it was not written again");
  assert.deepEqual(await unfinished(out), []);
});

test("a record's job takes over from one that is killed while it waits", async () => {
  const { out, measured, orphan, requeued, says } = await sentAgain("killed");
  orphan.running.kill("SIGKILL");
  const { status, stderr } = await requeued.ended;
  assert.equal(status, 0);
  assert.match(stderr, says);
  await attuneDone(...measured.slice(0, -1), join(out, "again.json"));
  assert.equal(await text(out, "record.json"), await text(out, "again.json"));
});

test("a result that cannot take its name leaves nothing half written", async () => {
  const out = join(folder, "no-name");
  await mkdir(join(out, "metrics.tsv/in the way"), { recursive: true });
  const { status, stderr } = await attune("cohort", study, "--out", out);
  assert.equal(status, 1);
  assert.match(stderr, /metrics\.tsv: The file cannot be written: .*\(E_FILE\)\n$/);
  assert.deepEqual(await unfinished(out), []);
});

test("a recording that is still being copied is never filed under a digest that it was not measured at", async () => {
  const copied = join(folder, "copied");
  const out = join(folder, "copied-out");
  await cp(study, copied, { recursive: true });
  const place = join(copied, recording("sub-001", "ses-1"));
  const whole = await readFile(place);
  const start = Math.floor(whole.length / 4);
  await writeFile(place, whole.subarray(0, start));
  const { ended } = atWork("cohort", copied, "--out", out, "--jobs", "1");
  let done = false;
  ended.then(() => {
    done = true;
  });
  const step = 2000;
  let at = start;
  for (; !done && at < whole.length - step; at += step) {
    await appendFile(place, whole.subarray(at, at + step));
    await sleep(2);
  }
  await ended;
  const name = (await readdir(join(out, "recordings"))).find((found) => found.startsWith("sub-001_ses-1"));
  const record = JSON.parse(await text(out, `recordings/${name}`));
  // Either it was quiet for as long as measuring took, or no value of it is kept.
  if (record.visit) {
    assert.equal(record.sha256, record.visit.file.sha256);
    const measured = whole.subarray(0, record.visit.file.bytes);
    assert.equal(record.sha256, createHash("sha256").update(measured).digest("hex"));
  } else {
    assert.equal(record.error.code, "E_FILE_CHANGED");
    assert.equal(record.sha256, "");
  }
  await appendFile(place, whole.subarray(at));
  assert.match(await attuneDone("cohort", copied, "--out", out), /^12 recordings, 1 of them measured now/);
  assert.deepEqual(await contents(out), expected);
});

test("names that are formulas, of several lines or no UTF-8 harm no table, and the list tells them whole", async () => {
  const traps = join(folder, "traps");
  await mkdir(traps);
  const latin1 = (name) => Buffer.from(name, "latin1");
  const names = ["a\tb.edf", "c\nd.edf", "e\\x41.edf", "=f.edf", "g h.edf", "caf\u00e9.edf"];
  const infants = ["=1+1", "\u00e9", "-3"];
  const rows = ["participant,visit,group,file,=score"];
  for (const [i, name] of names.entries()) {
    const infant = Math.floor(i / 2);
    const bytes = await readFile(join(study, recording(`sub-00${infant + 1}`, `ses-${1 + (i % 2)}`)));
    await writeFile(Buffer.concat([Buffer.from(`${traps}/`), latin1(name)]), bytes);
    rows.push(`${infants[infant]},"@v\n${i % 2}",${infant < 2 ? "+ppd" : "-control"},"${name}",${i}`);
  }
  await writeFile(join(traps, "cohort.csv"), latin1(`${rows.join("\n")}\n`));
  const out = join(folder, "traps-out");
  const { status, stderr } = await attune("cohort", traps, "--out", out);
  assert.equal(status, 0, stderr);
  for (const name of ["metrics.tsv", "recordings.tsv", "reference.csv", "reference_aggregates.csv"]) {
    const bytes = await readFile(join(out, name));
    const lines = new TextDecoder("utf-8", { fatal: true }).decode(bytes).trimEnd().split("\n");
    const cells = lines.flatMap((line) => line.split(name.endsWith(".tsv") ? "\t" : ","));
    const bare = cells.filter((cell) => /^["\s]*[=+@-]/.test(cell) && !Number.isFinite(Number(cell)));
    assert.deepEqual(bare, [], name);
  }
  assert.ok((await table(out, "metrics.tsv")).some(({ participant }) => participant === "'=1+1"));
  const { stdout } = await run(program, ["cohort", traps, "--list"], { encoding: "latin1" });
  const listed = stdout.trimEnd().split("\n").slice(1);
  assert.equal(listed.length, 6);
  const files = listed.map((line) =>
    line.split("\t")[0].replace(/\\x(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
  assert.deepEqual(files.sort(), [...names].sort());
});

test("attune analyze --result ends with 3 and a record where a recording cannot be used", async () => {
  const result = join(folder, "result.json");
  await writeFile(join(folder, "page.edf"), "<!DOCTYPE html>");
  const { status, stderr } = await attune("analyze", join(folder, "page.edf"), "--result", result);
  assert.equal(status, 3);
  const { error, sha256 } = JSON.parse(await readFile(result, "utf8"));
  assert.ok(stderr.includes(error.message) && stderr.includes(error.code));
  assert.equal(sha256, createHash("sha256").update("<!DOCTYPE html>").digest("hex"));
});
