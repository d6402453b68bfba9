// `attune synth`: simulated dyads as EDF+ files, each with its truth as JSON beside it.
#include <charconv>
#include <cinttypes>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "synth/dyad.hpp"

namespace attune::cli {
namespace {

constexpr const char* usage =
    "synth --out DIR [--seed N] [--dyads N] [--visits 2|3] [--scenario "
    "improved|unchanged|short|mixed]\n"
    "       attune synth --out DIR --hours H [--channels N] [--rate HZ] [--seed N]";

struct Options {
  std::filesystem::path out;
  std::uint64_t seed = synth::example_seed;
  int dyads = 1;
  int visits = 2;
  synth::Scenario scenario = synth::Scenario::improved;
  double hours = 0;  ///< above 0: one long recording instead of dyads
  std::uint64_t channels = 32;
  double rate_hz = 512;
};

template <class T>
bool read_number(const std::string& text, T low, T high, T& value) {
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && stop == end && value >= low && value <= high;
}

/// Reads one option and its value; false if either is not understood.
bool read_option(const std::string& name, const std::string& value, Options& options) {
  if (name == "--out") {
    options.out = value;
    return !value.empty();
  }
  if (name == "--scenario") {
    const auto scenario = synth::scenario_named(value);
    options.scenario = scenario.value_or(options.scenario);
    return scenario.has_value();
  }
  if (name == "--seed") return read_number<std::uint64_t>(value, 0, UINT64_MAX, options.seed);
  if (name == "--dyads") return read_number(value, 1, 99999, options.dyads);
  if (name == "--visits") return read_number(value, 2, 3, options.visits);
  if (name == "--hours") return read_number(value, 1.0 / 3600, 240.0, options.hours);
  if (name == "--channels") return read_number<std::uint64_t>(value, 1, 64, options.channels);
  if (name == "--rate") return read_number(value, 64.0, 4096.0, options.rate_hz);
  return false;
}

std::optional<Options> read_options(Arguments args) {
  Options options;
  for (std::size_t i = 0; i + 1 < args.size(); i += 2)
    if (!read_option(args[i], args[i + 1], options)) return std::nullopt;
  if (args.size() % 2 != 0 || options.out.empty()) return std::nullopt;
  return options;
}

/// Streams the recording to STEM.edf and writes STEM.truth.json; the exit status.
int write_recording(const synth::RecordingSettings& settings, const std::filesystem::path& stem,
                    const std::string& participant, const std::string& visit,
                    std::optional<double> age_months) {
  const std::string path = stem.string() + ".edf";
  auto simulator = synth::RecordingSimulator::create(settings);
  if (!simulator) return fail(path, simulator.error());
  std::ofstream file(path, std::ios::binary);
  std::uint64_t bytes = 0;
  const auto write = [&](const std::vector<std::uint8_t>& part) {
    file.write(reinterpret_cast<const char*>(part.data()), static_cast<std::streamsize>(part.size()));
    bytes += part.size();
  };
  write(simulator->header_bytes());
  for (std::uint64_t i = 0; i < simulator->records() && file; ++i) write(simulator->next_record());
  file.close();
  if (!file) return fail(path, {"E_FILE", "The file cannot be written.", ""});

  synth::Truth& truth = simulator->truth();
  truth.participant = participant;
  truth.visit = visit;
  truth.age_months = age_months;
  const std::string truth_path = stem.string() + ".truth.json";
  const std::string json = dump(to_json(truth), 1) + "\n";
  const Status written =
      write_file(truth_path, {reinterpret_cast<const std::uint8_t*>(json.data()), json.size()});
  if (!written) return fail(truth_path, written.error());
  std::printf("%s\t%" PRIu64 " bytes, %g s\n%s\n", path.c_str(), bytes, truth.settings.duration_s,
              truth_path.c_str());
  return 0;
}

int write_dyads(const Options& options) {
  for (int d = 0; d < options.dyads; ++d) {
    char name[32];
    std::snprintf(name, sizeof name, "dyad-%03d", d + 1);
    const auto dyad =
        synth::make_dyad(options.scenario, options.seed + static_cast<std::uint64_t>(d), options.visits);
    for (std::size_t v = 0; v < dyad.visits.size(); ++v) {
      const synth::DyadVisit& visit = dyad.visits[v];
      const auto stem = options.out / (std::string(name) + "_visit-" + std::to_string(v + 1));
      if (const int status = write_recording(visit.settings, stem, name, visit.label, visit.age_months))
        return status;
    }
  }
  return 0;
}

}  // namespace

int synth(Arguments args) {
  const auto options = read_options(args);
  if (!options) return wrong_usage(usage);
  std::error_code failed;
  std::filesystem::create_directories(options->out, failed);
  if (failed) return fail(options->out.string(), {"E_FILE", "The folder cannot be made.", ""});
  if (options->hours > 0) {
    const auto settings =
        synth::long_recording(options->hours, options->channels, options->rate_hz, options->seed);
    return write_recording(settings, options->out / "long-001", "long-001", "", std::nullopt);
  }
  return write_dyads(*options);
}

}  // namespace attune::cli
