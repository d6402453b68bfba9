// scripts/bench settings [pairs]: every number of the settings at its ends, outside them, and at what no one would type;
// each is a run of `attune analyze` on a minute of EEG and ECG. Outside its range, or against another number, it must be
// refused by name and value; inside, the recording is measured. With "pairs", the ends of every two numbers of one group
// too. Ends with status 1 where a run ends otherwise, takes more than 10 s of the processor or 300 MB. With the shared
// data, its list of settings that once broke the program is counted as well.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const program = process.env.ATTUNE_PROGRAM ?? at("../../build/release/attune");
const shared = resolve(process.env.ATTUNE_DATA ?? at("../../../shared/data"), "wild/faults/settings");
const folder = await mkdtemp(join(tmpdir(), "attune-settings-"));
const most_s = 10;
const most_mb = 300;

/** The numbers below a struct of the schema: path as typed, range, whether whole. Lists by their first entry. */
function leaves(schema, name, value, path = "") {
  const { properties } = schema.$defs[name];
  return Object.entries(properties).flatMap(([member, property]) => {
    const here = path === "" ? member : `${path}.${member}`;
    const part = value[member];
    const own = property.anyOf?.[0] ?? property;
    if (own.$ref) return leaves(schema, own.$ref.replace("#/$defs/", ""), part, here);
    if (own.items?.$ref && part.length > 0)
      return leaves(schema, own.items.$ref.replace("#/$defs/", ""), part[0], `${here}[0]`);
    if (own.type !== "number" && own.type !== "integer") return [];
    return [{ path: here, lowest: own.minimum, highest: own.maximum, whole: own.type === "integer" }];
  });
}

/** Settings that differ from the defaults in these numbers alone. */
function settingsWith(defaults, changes) {
  const json = {};
  for (const [path, value] of changes) {
    const names = path.replace(/\[(\d+)\]/g, ".$1").split(".");
    let to = json;
    let from = defaults;
    for (const [i, name] of names.entries()) {
      from = from[name];
      if (i + 1 === names.length) to[name] = value;
      else to[name] ??= Array.isArray(from) ? structuredClone(from) : {};
      to = to[name];
    }
  }
  return JSON.stringify(json);
}

/** Runs the program on these settings: exit status or signal, what it said, processor seconds, most memory. */
async function run(recording, settings) {
  const path = join(folder, "settings.json");
  await writeFile(path, settings);
  const child = spawn(
    "/usr/bin/env",
    [
      "bash",
      "-c",
      `ulimit -t ${2 * most_s}; exec "$0" "$@"`,
      program,
      "analyze",
      recording,
      "--settings",
      path,
    ],
    {
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let [out, said, mb, seconds] = ["", "", 0, 0];
  child.stdout.on("data", (text) => {
    out += text;
  });
  child.stderr.on("data", (text) => {
    said += text;
  });
  const look = async () => {
    const [status, stat] = await Promise.all(
      ["status", "stat"].map((name) => readFile(`/proc/${child.pid}/${name}`, "utf8").catch(() => "")),
    );
    mb = Math.max(mb, Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0) / 1024);
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (ticks.length > 13) seconds = Math.max(seconds, (Number(ticks[11]) + Number(ticks[12])) / 100);
  };
  const timer = setInterval(look, 5);
  const [code, signal] = await new Promise((done) => child.on("close", (...end) => done(end)));
  clearInterval(timer);
  return { end: code ?? signal, out, said: said.trim(), mb, seconds };
}

/** What was wrong with a run; empty if nothing. */
function fault({ end, out, said, mb, seconds }, paths, refused) {
  const wrong = [];
  if (end !== 0 && end !== 1) wrong.push(`ended with ${end}`);
  if (seconds > most_s) wrong.push(`${seconds.toFixed(1)} s`);
  if (mb > most_mb) wrong.push(`${mb.toFixed(0)} MB`);
  if (refused === true && end === 0) wrong.push("was accepted");
  if (refused === false && end === 1) wrong.push("was refused");
  // Named by its whole path, or as the other one of a rule of two.
  const named = (path) =>
    said.includes(`${path} is `) || said.includes(`${path.split(".").at(-1)}, which is `);
  if (end === 1 && !paths.some(named)) wrong.push(`said: ${said}`);
  if (end === 0 && !out.trimEnd().endsWith("}")) wrong.push("wrote no whole JSON");
  return wrong.join(", ");
}

const odd = [0, -1, 1e-9, 1e6, 1e308, -1e308, 2147483647, -2147483648];

function valuesOf({ lowest, highest, whole }) {
  const step = whole ? 1 : 1e-6 * Math.max(1, Math.abs(highest));
  const values = [lowest, highest, lowest - step, highest + step, ...odd];
  return [
    ...new Set(whole ? values.filter((value) => Number.isInteger(value) && Math.abs(value) < 1e15) : values),
  ];
}

const broken = [];
async function sweep(name, cases, recording, defaults) {
  let [runs, taken, slowest, largest] = [0, 0, 0, 0];
  for (const { changes, refused } of cases) {
    const result = await run(recording, settingsWith(defaults, changes));
    const wrong = fault(
      result,
      changes.map(([path]) => path),
      refused,
    );
    if (wrong) broken.push(`${changes.map(([path, value]) => `${path} = ${value}`).join(", ")}: ${wrong}`);
    runs++;
    taken += result.end === 0 ? 1 : 0;
    slowest = Math.max(slowest, result.seconds);
    largest = Math.max(largest, result.mb);
  }
  console.log(
    `${name}: ${runs} runs, ${taken} measured, ${runs - taken} refused; at most ${slowest.toFixed(1)} s and ${largest.toFixed(0)} MB`,
  );
}

function* singles(all) {
  for (const leaf of all)
    for (const value of valuesOf(leaf)) {
      const inside = value >= leaf.lowest && value <= leaf.highest;
      yield { changes: [[leaf.path, value]], refused: inside ? undefined : true };
    }
}

function* pairs(all) {
  const group = ({ path }) => path.replace(/\.[^.]*$/, "");
  for (const [i, a] of all.entries())
    for (const b of all.slice(i + 1).filter((other) => group(other) === group(a)))
      for (const x of [a.lowest, a.highest])
        for (const y of [b.lowest, b.highest])
          yield {
            changes: [
              [a.path, x],
              [b.path, y],
            ],
          };
}

/** The cases of the shared list: a path and a value a line. */
function* listed(text) {
  for (const line of text.split("\n")) {
    const [path, value] = line.split(" ");
    if (/^[a-z_]+(\.[a-z_]+)+$/.test(path ?? "")) yield { changes: [[path, Number(value)]], refused: true };
  }
}

try {
  const call = (...args) => spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  const recording = join(folder, "long-001.edf");
  call("synth", "--out", folder, "--hours", "0.02", "--channels", "4", "--rate", "128");
  const schema = JSON.parse(call("schema").stdout);
  const defaults = JSON.parse(call("report", "--visit", recording, "--visit", recording).stdout).provenance
    .settings;
  const all = leaves(schema, "Settings", defaults);
  await sweep("one number", [...singles(all)], recording, defaults);
  if (process.argv.includes("pairs")) await sweep("two numbers", [...pairs(all)], recording, defaults);
  const list = join(shared, "all_cases.txt");
  if (existsSync(list))
    await sweep(
      "the shared list",
      [...listed(await readFile(list, "utf8"))],
      join(shared, "d.edf"),
      defaults,
    );
} finally {
  await rm(folder, { recursive: true, force: true });
}
for (const line of broken) console.log(line);
process.exit(broken.length > 0 ? 1 : 0);
