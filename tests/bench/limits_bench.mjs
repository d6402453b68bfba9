// scripts/bench limits [SECTION…]: what the size of an input costs. For each kind of input, each size four times the one
// before: the processor's time as a multiple of what hashing the same bytes takes (SHA-256 in Node), and the most memory
// held, in all and for each byte. Linear is a multiple that does not grow. What is refused by a limit says so in place of
// its result. Ends with status 1 where a call ends outside 0 to 3, or holds more than 10 times its input and 64 MB (tables
// and JSON), or where four times the input takes more than eight times as long.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program =
  process.env.ATTUNE_PROGRAM ?? fileURLToPath(new URL("../../build/release/attune", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "attune-limits-"));
let broken = 0;

/** Runs the program: exit status, first line of its errors, processor seconds and most memory in MB, from /proc. */
async function measured(args) {
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], cwd: folder });
  let said = "";
  child.stderr.on("data", (text) => {
    said += text;
  });
  let peak_mb = 0;
  let seconds = 0;
  const look = async () => {
    const [status, stat] = await Promise.all(
      ["status", "stat"].map((name) => readFile(`/proc/${child.pid}/${name}`, "utf8").catch(() => "")),
    );
    peak_mb = Math.max(peak_mb, Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) / 1024);
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (ticks.length > 13) seconds = Math.max(seconds, (Number(ticks[11]) + Number(ticks[12])) / 100);
  };
  const timer = setInterval(look, 3);
  const [code, signal] = await new Promise((resolve) => child.on("close", (...end) => resolve(end)));
  clearInterval(timer);
  return { code: code ?? signal, said: said.split("\n")[0], seconds, peak_mb };
}

/** Seconds that hashing these bytes takes, of the processor. */
function hashing(bytes) {
  const rounds = Math.max(1, Math.ceil(2e8 / bytes.length));
  const before = process.cpuUsage();
  for (let i = 0; i < rounds; i++) createHash("sha256").update(bytes).digest();
  return process.cpuUsage(before).user / 1e6 / rounds;
}

const lines = (n, line) => {
  const parts = [];
  for (let i = 0; i < n; i++) parts.push(line(i));
  return parts.join("");
};

/** A kind of input: how its size n becomes a file, and the call that reads it ({} is the file). */
const sections = {
  tables: [
    [
      "REDCap records",
      5000,
      "scores {}",
      (n) => `record_id,redcap_event_name,epds\n${lines(n, (i) => `${i},baseline_arm_1,${i % 30}\n`)}`,
    ],
    [
      "columns",
      1000,
      "scores {}",
      (n) => `visit${lines(n, (i) => `,column_${i}`)}\n1${lines(n, () => ",2")}\n`,
    ],
    [
      "group: infants",
      250,
      "group {}",
      (n) =>
        `participant,group,visit,measure,value\n${lines(4 * n, (i) => `sub-${i >> 2},${(i >> 2) % 2 ? "control" : "treated"},${1 + (i & 1)},m${(i >> 1) & 1},${Math.sin(i)}\n`)}`,
    ],
    [
      "group: measures",
      25,
      "group {}",
      (n) =>
        `participant,group,visit,measure,value\n${lines(24 * n, (i) => `sub-${i % 12},${i % 2 ? "control" : "treated"},${1 + ((i / 12) & 1)},m${(i / 24) | 0},${Math.sin(i)}\n`)}`,
    ],
    [
      "group: visits",
      3,
      "group {}",
      (n) =>
        `participant,group,visit,measure,value\n${lines(24 * n, (i) => `sub-${i % 24},${i % 2 ? "control" : "treated"},${1 + ((i / 24) | 0)},m,${Math.sin(i)}\n`)}`,
    ],
    [
      "BORIS events",
      5000,
      "codes {}",
      (n) =>
        `Subject\tBehavior\tBehavior type\tTime\n${lines(n, (i) => `infant\tprotest\t${i % 2 ? "STOP" : "START"}\t${i}.5\n`)}`,
    ],
    [
      "BORIS codes",
      500,
      "codes {}",
      (n) =>
        `Subject\tBehavior\tBehavior type\tTime\n${lines(2 * n, (i) => `infant\tcode ${i >> 1}\t${i % 2 ? "STOP" : "START"}\t${i}.5\n`)}`,
    ],
    [
      "Datavyu cells",
      5000,
      "codes {}",
      (n) =>
        `infant.ordinal,infant.onset,infant.offset,infant.code01\n${lines(n, (i) => `${i},${10 * i},${10 * i + 9},protest\n`)}`,
    ],
    [
      "ELAN annotations",
      5000,
      "codes {}",
      (n) => lines(n, (i) => `infant\t\t${i}.0\t${i}.9\t0.9\tprotest\n`),
    ],
    ["intervals", 15_000, "hrv --nn {}", (n) => lines(n, (i) => `${400 + ((i * 7919) % 41)}\n`)],
    ["lines of commas", 100_000, "codes {}", (n) => ",\n".repeat(n)],
    [
      "comparison infants",
      2500,
      "report --visit none --visit none --reference {}",
      (n) =>
        `participant,visit,age_months,sex,measure,value\n${lines(n, (i) => `infant ${i >> 1},${1 + (i & 1)},${4 + (i % 5)},f,epds,${i % 30}\n`)}`,
    ],
  ],
  json: [
    ["keys", 10_000, "scores small.csv --mapping {}", (n) => `{${lines(n, (i) => `"key ${i}":0,`)}"z":0}`],
    ["numbers", 50_000, "scores small.csv --mapping {}", (n) => `[${"0.25,".repeat(n)}0]`],
    ["brackets", 100_000, "scores small.csv --mapping {}", (n) => "[".repeat(n)],
    [
      "texts",
      10_000,
      "scores small.csv --mapping {}",
      (n) => `{"missing_codes":[${lines(n, (i) => `"code ${i}",`)}"z"]}`,
    ],
  ],
  recordings: [
    ["seconds, 7 EEG, ECG", 60, "analyze {}", (n) => recording(n, 8, 250, () => "")],
    [
      "annotations",
      250,
      "analyze {}",
      (n) => recording(n, 2, 250, (s) => lines(20, (i) => `+${s}.${i + 10}\x14mark ${s} ${i}\x14\0`)),
    ],
    ["pieces", 60, "analyze {}", (n) => recording(n, 2, 250, () => "", 3)],
  ],
};
const bounded = new Set(["tables", "json"]);

/** An EDF+ file of so many one-second records of noise, the last of more than two channels an ECG with 150 beats a minute;
 * `apart`: each record begins so much later than the one before. */
function recording(seconds, channels, rate, texts, apart = 1) {
  const tal_bytes = 700;
  const cells = (values, width) => values.map((value) => String(value).padEnd(width)).join("");
  const all = [...Array(channels).keys()]
    .map((i) => ["F3", "F4", "Cz", "Pz", "O1", "O2", "C3", "C4"][i])
    .map((site) => `EEG ${site}`);
  all[all.length - 1] = all.length > 2 ? "ECG" : all[all.length - 1];
  const each = (value, last) => [...all.map(() => value), last];
  const header = Buffer.from(
    `0       ${"X X X X".padEnd(80)}${"Startdate X X X X".padEnd(80)}01.01.8500.00.00${String(256 * (channels + 2)).padEnd(8)}${(apart === 1 ? "EDF+C" : "EDF+D").padEnd(44)}${cells([seconds, 1], 8)}${cells([channels + 1], 4)}` +
      cells([...all, "EDF Annotations"], 16) +
      cells(each("", ""), 80) +
      cells(each("uV", ""), 8) +
      cells(each(-1000, -1), 8) +
      cells(each(1000, 1), 8) +
      cells(each(-32768, -32768), 8) +
      cells(each(32767, 32767), 8) +
      cells(each("", ""), 80) +
      cells(each(rate, tal_bytes / 2), 8) +
      cells(each("", ""), 32),
    "latin1",
  );
  const body = Buffer.alloc(seconds * (channels * rate * 2 + tal_bytes));
  let at = 0;
  let state = 1;
  for (let s = 0; s < seconds; s++) {
    for (let i = 0; i < channels * rate; i++, at += 2) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      const noise = ((state >>> 16) % 2000) - 1000;
      const since_beat_s = (s + (i % rate) / rate) % 0.4;
      const beats = channels > 2 && i >= (channels - 1) * rate;
      body.writeInt16LE(
        beats ? Math.round(noise / 20 + 20_000 * Math.exp(-(((since_beat_s - 0.1) / 0.012) ** 2))) : noise,
        at,
      );
    }
    body.write(`+${s * apart}\x14\x14\0${texts(s * apart)}`, at, tal_bytes, "latin1");
    at += tal_bytes;
  }
  return Buffer.concat([header, body]);
}

const asked = process.argv.slice(2);
for (const name of asked.filter((one) => !sections[one])) {
  console.error(`limits: there is no section "${name}"; there are: ${Object.keys(sections).join(", ")}`);
  process.exit(2);
}
try {
  await writeFile(join(folder, "small.csv"), "visit,epds\n1,17\n");
  for (const section of asked.length > 0 ? asked : Object.keys(sections)) {
    console.log(
      `\n${section}\n${"input".padEnd(20)}${"n".padStart(9)}${"MB".padStart(8)}${"s".padStart(8)}${"× hash".padStart(9)}${"peak MB".padStart(9)}${"B/B".padStart(7)}  end`,
    );
    for (const [kind, smallest, call, make] of sections[section]) {
      let before = null;
      for (let n = smallest, step = 0; step < 4; step++, n *= 4) {
        const bytes = Buffer.from(make(n));
        const path = join(folder, "input");
        await writeFile(path, bytes);
        const run = await measured(call.replace("{}", path).split(" "));
        const hash_s = hashing(bytes);
        const refused = run.code === 1;
        const marks = [];
        if (![0, 1, 2, 3].includes(run.code)) marks.push("ENDED BADLY");
        if (bounded.has(section) && run.peak_mb > (10 * bytes.length) / 1e6 + 64) marks.push("MEMORY");
        if (before && !refused && run.seconds > 0.4 && run.seconds > 8 * Math.max(before.seconds, 0.05))
          marks.push("NOT LINEAR");
        broken += marks.length;
        const end = refused ? run.said.replace(/^attune: \S+ /, "") : run.code;
        console.log(
          `${kind.padEnd(20)}${String(n).padStart(9)}${(bytes.length / 1e6).toFixed(2).padStart(8)}${run.seconds.toFixed(2).padStart(8)}${(run.seconds / hash_s).toFixed(0).padStart(9)}${run.peak_mb.toFixed(0).padStart(9)}${((run.peak_mb * 1e6) / bytes.length).toFixed(1).padStart(7)}  ${[...marks, end].join(" ")}`,
        );
        before = run;
      }
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(broken > 0 ? 1 : 0);
