// `attune hrv BEATS.csv`: heart-rate variability from a list of beats, which are edited as detected ones are, or of
// NN intervals, which are not.
#include "hrv/hrv.hpp"

#include <cstdio>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "ecg/edit.hpp"
#include "hrv/heart_rate_range.hpp"
#include "hrv/lists.hpp"

namespace attune::cli {

namespace {

struct HrvArguments {
  std::string path;
  bool intervals = false;
  AgeOptions age;
  ecg::AgeGroup group;
  hrv::Settings settings;
};

std::optional<HrvArguments> read_hrv_arguments(Arguments args) {
  HrvArguments wanted;
  std::optional<double> epoch_s;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const bool has_value = i + 1 < args.size();
    if (args[i] == "--nn" && has_value && wanted.path.empty()) {
      wanted.intervals = true;
      wanted.path = args[++i];
    } else if (args[i] == "--epoch" && has_value) {
      epoch_s = number_between("--epoch", args[++i], 5, 3600);
      if (!epoch_s) return std::nullopt;
    } else if (!args[i].starts_with("--") && wanted.path.empty()) {
      wanted.path = args[i];
    } else if (!take_age_option(args, i, wanted.age).value_or(false)) {
      return std::nullopt;
    }
  }
  if (wanted.path.empty()) return std::nullopt;
  ecg::Settings beats;
  if (wanted.age.preset) beats.preset = *wanted.age.preset;
  wanted.group = ecg::age_group(beats, wanted.age.age_months);
  wanted.settings = hrv::settings_for(wanted.group.preset);
  if (epoch_s) wanted.settings.epoch_s = *epoch_s;
  return wanted;
}

int print(hrv::Metrics metrics, const HrvArguments& wanted) {
  metrics.preset = std::string(name_of(wanted.group.preset));
  metrics.preset_reason = wanted.group.reason;
  if (metrics.heart_rate_bpm)
    if (const auto doubt =
            attune::hrv::heart_rate_doubt(*metrics.heart_rate_bpm, wanted.age.age_months, wanted.settings))
      metrics.diagnostics.push_back(*doubt);
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
    const auto nn_ms = attune::hrv::parse_intervals_ms(*text, wanted->settings);
    if (!nn_ms) return fail(wanted->path, nn_ms.error());
    return print(attune::hrv::analyze_nn(*nn_ms, wanted->settings), *wanted);
  }
  const auto beats = attune::hrv::parse_beats(*text);
  if (!beats) return fail(wanted->path, beats.error());
  ecg::EcgFeatures features;
  features.beats = *beats;
  const auto edited = ecg::edit_beats(features, {}, ecg::settings_for(wanted->group.preset));
  return print(attune::hrv::analyze(edited, {}, {}, {}, nullptr, wanted->settings), *wanted);
}

}  // namespace attune::cli
