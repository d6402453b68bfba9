// CONTRIBUTING's recipe "How to add a metric", walked: pNN10 is added to the floors that it concerns, in a copy, and found in
// what a report compares, with the value counted by hand. The files that it touches are those that the recipe names.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = resolve(fileURLToPath(import.meta.url), "../../..");
/** Of the build whose objects the copy is linked with, for what does not know of a heart's index. */
const library = join(root, "build/release/libattune_core.a");

/** What each step of the recipe writes: into which file, in front of which of its lines. */
const steps = [
  {
    file: "tests/core/hrv_test.cpp",
    before: 'TEST_CASE("a thousand NN intervals',
    text: `TEST_CASE("steps of 15 and 10 ms in turn are over 10 ms half of the time") {
  std::vector<double> nn{400};
  for (int i = 0; i < 800; ++i) nn.push_back(nn.back() + std::vector<double>{15, -15, 10, -10}[i % 4]);
  CHECK(*hrv::analyze_nn(nn, {}).overall.pnn10_percent.value == doctest::Approx(50).epsilon(0.01));
}

`,
  },
  {
    file: "core/hrv/metrics.hpp",
    before: '  static constexpr const char* type_name = "HeartEpoch";',
    text: "  std::optional<double> pnn10_percent;\n",
  },
  {
    file: "core/hrv/metrics.hpp",
    before: '        field<&Epoch::rsa_ln_ms2>("rsa_ln_ms2",',
    text: '        field<&Epoch::pnn10_percent>("pnn10_percent", "Successive differences over 10 ms."),\n',
  },
  {
    file: "core/hrv/metrics.hpp",
    before: "  ScoreQuality rsa_quality,",
    text: "  Estimate pnn10_percent;\n",
  },
  {
    file: "core/hrv/metrics.hpp",
    before: '        field<&PhaseMetrics::mean_nn_ms>("mean_nn_ms",',
    text: '        field<&PhaseMetrics::pnn10_percent>("pnn10_percent", "pNN10, mean over used epochs."),\n',
  },
  {
    file: "core/hrv/indices.cpp",
    before: "  epoch.pnn20_percent =",
    text: "  epoch.pnn10_percent = percent_over(inside, 10);\n",
  },
  {
    file: "core/hrv/indices.cpp",
    before: "  std::vector<Epoch> own;",
    text: "  result.pnn10_percent = mean_over_epochs(values_of(epochs, name, &Epoch::pnn10_percent), settings);\n",
  },
  {
    file: "core/base/measure_table.hpp",
    before: "      whole(measures::heart_rate,",
    text: '      whole("pnn10_percent", beats, name<"measure.pnn10">, 1, variability),\n',
  },
  ...["en", "fr"].map((language) => ({
    file: `core/words/${language}/measure.json`,
    before: '  "measure.rmssd":',
    text: '  "measure.pnn10": "pNN10",\n',
  })),
  { file: "CHANGELOG.md", before: "## ", text: "## Unreleased\n\n### Added\n- pNN10 of the heart.\n\n" },
  {
    file: "tests/VALIDATION.md",
    before: "## Numbers of the brain",
    text: "pNN10: error over epochs, every run (core.hrv).\n\n",
  },
];

/** A program that measures a list of intervals and compares nothing with it, by what was written. */
const program = `#include <cstdio>
#include <vector>
#include "base/json.hpp"
#include "hrv/hrv.hpp"
#include "report/measures.hpp"

int main() {
  using namespace attune;
  std::vector<double> nn{400};
  for (int i = 0; i < 800; ++i) nn.push_back(nn.back() + std::vector<double>{15, -15, 10, -10}[i % 4]);
  visit::Visit visit;
  visit.heart = hrv::analyze_nn(nn, {});
  const std::vector<words::Manner> french{{words::Language::french}};
  Json json = Json::object();
  json["heart"] = to_json(visit.heart.overall);
  json["measures"] = to_json(report::collect_measures({visit}, {}), {{}, french});
  std::printf("%s", dump(json).c_str());
}
`;

let copy;
let recipe;
before(async () => {
  copy = await mkdtemp(join(tmpdir(), "attune-recipe-"));
  const contributing = await readFile(join(root, "CONTRIBUTING.md"), "utf8");
  recipe = contributing.match(/^## How to add a metric$(.*?)^### /ms)[1];
});
after(() => rm(copy, { recursive: true, force: true }));

/** Files of this tree that a text names. */
const filesIn = (text) =>
  new Set(text.match(/(?<![\w/])(?:core|web|wasm|tests|scripts)\/[\w./-]*\.\w+|\bCHANGELOG\.md/g));

/** Carries out the steps in the copy, of which it holds no more than the floors. */
async function walk() {
  await cp(join(root, "core"), join(copy, "core"), { recursive: true });
  for (const { file, before, text } of steps) {
    const to = join(copy, file);
    await mkdir(dirname(to), { recursive: true });
    await cp(join(root, file), to, { force: false });
    const old = await readFile(to, "utf8");
    const at = old.indexOf(`\n${before}`) + 1;
    assert.ok(at > 0, `${file} has no line that begins with: ${before}`);
    await writeFile(to, old.slice(0, at) + text + old.slice(at));
  }
}

/** Compiles what of the copy knows an index of the heart, and the catalogues; gives what the program prints. */
async function built() {
  const words = join(copy, "words");
  await run("cmake", [
    "-D",
    `FROM=${copy}/core/words`,
    "-D",
    `TO=${words}`,
    "-P",
    `${root}/scripts/cmake/words.cmake`,
  ]);
  const hrv = ["epochs", "hrv", "indices", "pooled", "time_domain"].map((name) => `hrv/${name}.cpp`);
  const told = ["catalogue", "digits", "format", "plural", "said", "sentence"].map(
    (name) => `words/${name}.cpp`,
  );
  const catalogues = ["entries", "en", "fr"].map((name) => `${words}/${name}.cpp`);
  const sources = [...hrv, ...told, ...catalogues, "report/measures.cpp"];
  const main = join(copy, "main.cpp");
  await writeFile(main, `${sources.map((source) => `#include "${source}"\n`).join("")}${program}`);
  const places = [
    `-I${copy}/core`,
    `-I${words}`,
    "-isystem",
    "/usr/include/eigen3",
    "-isystem",
    "/usr/include/kissfft",
  ];
  // What is written here stands in the place of what the library has of the same name.
  await run("c++", [
    ...["-std=c++20", "-O0", "-w", "-DJSON_NOEXCEPTION", "-DEIGEN_DONT_VECTORIZE", ...places],
    ...["-include", `${copy}/core/base/common_headers.hpp`, main, "-Wl,--allow-multiple-definition", library],
    ...["-o", join(copy, "walked")],
  ]);
  return JSON.parse((await run(join(copy, "walked"))).stdout);
}

describe("the recipe for a metric", () => {
  it("names files that are there", async () => {
    const contributing = await readFile(join(root, "CONTRIBUTING.md"), "utf8");
    const named = [...filesIn(contributing)].filter((file) => !/[A-Z]{3,}\.|[*]/.test(file));
    assert.ok(named.length > 20, named.join());
    for (const file of named) await assert.doesNotReject(stat(join(root, file)), file);
  });

  it("touches eight files at most, each of them named in it", () => {
    const touched = new Set(steps.map(({ file }) => file));
    assert.deepEqual(
      [...touched].filter((file) => !filesIn(recipe).has(file)),
      [],
    );
    assert.ok(touched.size <= 8, [...touched].join());
  });

  it("ends with the index in JSON, with its error, compared between visits and named in both languages", async () => {
    await walk();
    const { heart, measures } = await built();
    // Half of the differences are 15 ms, half are 10, which is not over 10; an epoch lacks the difference with the one before.
    assert.ok(Math.abs(heart.pnn10_percent.value - 50) < 0.5, JSON.stringify(heart.pnn10_percent));
    assert.ok(heart.pnn10_percent.se > 0);
    const measure = measures.find(({ id }) => id === "pnn10_percent");
    assert.equal(measure.visits[0].value, heart.pnn10_percent.value);
    assert.equal(measure.said.title.id, "measure.pnn10");
    for (const language of ["en", "fr"])
      assert.match(await readFile(join(copy, "words", `${language}.cpp`), "utf8"), /"pNN10"/);
  });
});
