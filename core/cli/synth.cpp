// `attune synth`: simulated dyads as EDF+ files, each with its truth as JSON and its still-face coding beside
// it, their scores, and simulated comparison infants; and mothers and infants with both hearts.
#include <cstdio>
#include <filesystem>
#include <optional>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "synth/coding.hpp"
#include "synth/dyad.hpp"
#include "synth/pair_recording.hpp"
#include "synth/reference.hpp"
#include "synth/scores.hpp"
#include "synth/study.hpp"

namespace attune::cli {
namespace {

struct SynthArguments {
  std::filesystem::path out;
  std::optional<std::uint64_t> seed;
  int dyads = 1;
  int visits = 2;
  synth::Scenario scenario = synth::Scenario::improved;
  double hours = 0;  ///< above 0: one long recording instead of dyads
  std::uint64_t channels = 32;
  double rate_hz = 512;
  bool study = false;
  int pairs = 0;  ///< above 0: mothers and infants with both hearts instead of dyads
  bool apart = false;
  double strength = 0.85, lag_s = 3;
  synth::PairClock clock;
  int infants = synth::study_infants;
};

/// The exit status where they are not understood.
int read_synth_arguments(Arguments args, SynthArguments& a) {
  std::string out;
  Options options;
  options.text("--out", out);
  options.add("--scenario", [&](const std::string& name) -> std::optional<int> {
    const auto scenario = synth::scenario_named(name);
    if (!scenario) return std::nullopt;
    a.scenario = *scenario;
    return 0;
  });
  options.count("--seed", a.seed);
  options.number("--infants", 3, 499, a.infants);
  options.number("--dyads", 1, 99999, a.dyads);
  options.number("--visits", 2, 3, a.visits);
  options.number("--hours", 1.0 / 3600, 240, a.hours);
  options.number("--channels", 1, 64, a.channels);
  options.number("--pairs", 1, 99999, a.pairs);
  options.number("--strength", 0, 1, a.strength);
  options.number("--lag-s", -10, 10, a.lag_s);
  options.number("--offset-s", -60, 60, a.clock.offset_s);
  options.number("--drift-ppm", -10000, 10000, a.clock.drift_ppm);
  options.number("--rate", 64, 4096, a.rate_hz);
  options.flag("--study", a.study);
  options.flag("--apart", a.apart);
  if (const int status = options.read(args, "synth")) return status;
  a.out = out;
  return out.empty() ? wrong_usage("synth") : 0;
}

/// Writes a text file and prints its name; the exit status.
int write_or_fail(const std::filesystem::path& path, const std::string& text) {
  if (const Status written = write_text_file(path.string(), text); !written)
    return fail(path.string(), written.error());
  std::printf("%s\n", path.c_str());
  return 0;
}

/// Streams the recording to `path`; `truth` gets what is true of it. Errors: E_FILE, E_SYNTH_SETTINGS.
Status stream_recording(const synth::RecordingSettings& settings, const std::string& path,
                        synth::Truth& truth) {
  auto simulator = synth::RecordingSimulator::create(settings);
  if (!simulator) return simulator.error();
  auto file = OutputFile::create(path);
  if (!file) return file.error();
  Status status = file->write(simulator->header_bytes());
  for (std::uint64_t i = 0; i < simulator->records() && status; ++i)
    status = file->write(simulator->next_record());
  if (status) status = file->finish();
  truth = simulator->truth();
  return status;
}

/// Writes STEM.edf and STEM.truth.json; the exit status.
int write_recording(const synth::RecordingSettings& settings, const std::filesystem::path& stem,
                    const std::string& participant, const std::string& visit,
                    std::optional<double> age_months, std::vector<synth::TrueShare> still_face) {
  const std::string path = stem.string() + ".edf";
  synth::Truth truth;
  if (const Status written = stream_recording(settings, path, truth); !written)
    return fail(path, written.error());
  truth.participant = participant;
  truth.visit = visit;
  truth.age_months = age_months;
  truth.still_face = std::move(still_face);
  std::error_code ignored;
  std::printf("%s\t%ju bytes, %g s\n", path.c_str(), std::filesystem::file_size(path, ignored),
              truth.settings.duration_s);
  return write_or_fail(stem.string() + ".truth.json", dump(to_json(truth), 1) + "\n");
}

/// The simulated study as a BIDS folder.
int write_study(const SynthArguments& options) {
  const auto study = synth::make_study(options.seed.value_or(synth::study_seed), options.infants);
  const auto place = [&](const std::string& relative) {
    const auto path = options.out / relative;
    std::error_code ignored;  // the file that then cannot be written says so
    std::filesystem::create_directories(path.parent_path(), ignored);
    return path.string();
  };
  for (const auto& [relative, text] : synth::study_tables(study))
    if (const Status written = write_text_file(place(relative), text); !written)
      return fail(relative, written.error());
  for (const synth::StudyInfant& infant : study.infants)
    for (const synth::StudyVisit& visit : infant.visits) {
      const std::string relative = synth::study_path(infant, visit);
      synth::Truth truth;
      if (const Status written = stream_recording(visit.recording, place(relative), truth); !written)
        return fail(relative, written.error());
    }
  std::printf("%s\t%zu infants, two visits each\n", options.out.string().c_str(), study.infants.size());
  return 0;
}

/// Mothers and infants with both hearts: play, still-face in which the coupling breaks, reunion.
int write_pairs(const SynthArguments& options, std::uint64_t seed) {
  using synth::PairHearts;
  for (int p = 0; p < options.pairs; ++p) {
    char name[32];
    std::snprintf(name, sizeof name, "pair-%03d", p + 1);
    synth::PairSettings settings = synth::example_pair(0).truth.settings;
    settings.seed = seed + static_cast<std::uint64_t>(p);
    settings.strength = options.strength;
    settings.lag_s = options.lag_s;
    if (options.hours > 0) settings.duration_s = options.hours * 3600;  // coupled to the end
    const synth::PairPlan plan =
        synth::plan_pair(settings, options.apart ? options.clock : synth::PairClock{});
    const std::string stem = (options.out / name).string();
    std::vector<std::pair<PairHearts, std::string>> files{{PairHearts::both, stem + ".edf"}};
    if (options.apart)
      files = {{PairHearts::mother, stem + "_mother.edf"}, {PairHearts::infant, stem + "_infant.edf"}};
    for (const auto& [hearts, path] : files) {
      const auto bytes = synth::pair_edf(plan, hearts);
      const Status written = bytes ? write_file(path, *bytes) : Status(bytes.error());
      if (!written) return fail(path, written.error());
      std::printf("%s\t%zu bytes, %g s\n", path.c_str(), bytes->size(), settings.duration_s);
    }
    if (const int status = write_or_fail(stem + ".truth.json", dump(to_json(plan.truth), 1) + "\n"))
      return status;
  }
  return 0;
}

int write_dyads(const SynthArguments& options, std::uint64_t seed) {
  for (int d = 0; d < options.dyads; ++d) {
    char name[32];
    std::snprintf(name, sizeof name, "dyad-%03d", d + 1);
    const auto dyad =
        synth::make_dyad(options.scenario, seed + static_cast<std::uint64_t>(d), options.visits);
    for (std::size_t v = 0; v < dyad.visits.size(); ++v) {
      const synth::DyadVisit& visit = dyad.visits[v];
      const auto stem = options.out / (std::string(name) + "_visit-" + std::to_string(v + 1));
      const auto coding = synth::simulate_coding(dyad, v);
      if (const int status =
              write_recording(visit.settings, stem, name, visit.label, visit.age_months, coding.truth))
        return status;
      if (const int status = write_or_fail(stem.string() + ".codes.tsv", coding.text)) return status;
    }
    const std::string scores = dump(to_json(synth::example_scores(dyad)), 1) + "\n";
    if (const int status = write_or_fail(options.out / (std::string(name) + ".scores.json"), scores))
      return status;
  }
  return write_or_fail(options.out / "comparison-infants.csv", synth::example_reference());
}

}  // namespace

int synth(Arguments args) {
  SynthArguments options;
  if (const int status = read_synth_arguments(args, options)) return status;
  std::error_code failed;
  std::filesystem::create_directories(options.out, failed);
  if (failed) return fail(options.out.string(), {"E_FILE", "The folder cannot be made.", ""});
  if (options.study) return write_study(options);
  const std::uint64_t seed = options.seed.value_or(synth::example_seed);
  if (options.pairs > 0) return write_pairs(options, seed);
  if (options.hours > 0) {
    const auto settings = synth::long_recording(options.hours, options.channels, options.rate_hz, seed);
    return write_recording(settings, options.out / "long-001", "long-001", "", std::nullopt, {});
  }
  return write_dyads(options, seed);
}

}  // namespace attune::cli
