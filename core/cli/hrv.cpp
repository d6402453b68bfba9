// `attune hrv BEATS.csv`: heart-rate variability from a list of beats, or of NN intervals.
#include "hrv/hrv.hpp"

#include <cstdio>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "hrv/lists.hpp"

namespace attune::cli {

namespace {

struct HrvArguments {
  std::string path;
  bool intervals = false;
  hrv::Settings settings;
};

std::optional<HrvArguments> read_hrv_arguments(Arguments args) {
  HrvArguments wanted;
  auto preset = ecg::Preset::infant;
  std::optional<double> epoch_s;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const bool has_value = i + 1 < args.size();
    if (args[i] == "--nn" && has_value && wanted.path.empty()) {
      wanted.intervals = true;
      wanted.path = args[++i];
    } else if (args[i] == "--preset" && has_value) {
      const auto named = preset_named(args[++i]);
      if (!named) return std::nullopt;
      preset = *named;
    } else if (args[i] == "--epoch" && has_value) {
      epoch_s = number_between("--epoch", args[++i], 5, 3600);
      if (!epoch_s) return std::nullopt;
    } else if (!args[i].starts_with("--") && wanted.path.empty()) {
      wanted.path = args[i];
    } else {
      return std::nullopt;
    }
  }
  if (wanted.path.empty()) return std::nullopt;
  wanted.settings = hrv::settings_for(preset);
  if (epoch_s) wanted.settings.epoch_s = *epoch_s;
  return wanted;
}

int print(const hrv::Metrics& metrics) {
  std::puts(dump(to_json(metrics), 1).c_str());
  return 0;
}

}  // namespace

int hrv(Arguments args) {
  const auto wanted = read_hrv_arguments(args);
  if (!wanted) return wrong_usage("hrv");
  if (const Status status = check_ranges(wanted->settings); !status)
    return fail(wanted->path, status.error());
  const auto text = read_text_file(wanted->path);
  if (!text) return fail(wanted->path, text.error());
  if (wanted->intervals) {
    const auto nn_ms = attune::hrv::parse_intervals_ms(*text);
    if (!nn_ms) return fail(wanted->path, nn_ms.error());
    return print(attune::hrv::analyze_nn(*nn_ms, wanted->settings));
  }
  const auto beats = attune::hrv::parse_beats(*text);
  if (!beats) return fail(wanted->path, beats.error());
  return print(attune::hrv::analyze(*beats, {}, {}, {}, nullptr, wanted->settings));
}

}  // namespace attune::cli
