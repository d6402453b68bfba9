// `attune hrv BEATS.csv`: heart-rate variability from a list of beats, which are edited as detected ones are, or of
// NN intervals, which are not.
#include "hrv/hrv.hpp"

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/language.hpp"
#include "cli/print_json.hpp"
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

/// What a file's text is read as; the text is no longer needed then.
template <class T>
Result<T> read_list(const std::string& path, const auto& parse) {
  const auto text = read_text_file(path);
  if (!text) return text.error();
  return parse(*text);
}

Result<hrv::Metrics> measure_intervals(const HrvArguments& wanted) {
  const auto nn_ms = read_list<std::vector<double>>(wanted.path, [&](const std::string& text) {
    return attune::hrv::parse_intervals_ms(text, wanted.settings);
  });
  if (!nn_ms) return nn_ms.error();
  return attune::hrv::analyze_nn(*nn_ms, wanted.settings);
}

Result<hrv::Metrics> measure_beats(const HrvArguments& wanted) {
  auto beats = read_list<std::vector<ecg::Beat>>(wanted.path, attune::hrv::parse_beats);
  if (!beats) return beats.error();
  ecg::EcgFeatures features;
  features.beats = std::move(*beats);
  const auto edited = ecg::edit_beats(features, {}, ecg::settings_for(wanted.group.preset));
  return attune::hrv::analyze(edited, {}, {}, {}, nullptr, wanted.settings);
}

int print(hrv::Metrics metrics, const HrvArguments& wanted) {
  metrics.preset = std::string(name_of(wanted.group.preset));
  metrics.preset_reason = wanted.group.reason;
  if (metrics.heart_rate_bpm)
    if (const auto doubt =
            attune::hrv::heart_rate_doubt(*metrics.heart_rate_bpm, wanted.age.age_months, wanted.settings))
      metrics.diagnostics.push_back(*doubt);
  return print_json(to_json(metrics, wording()));
}

}  // namespace

int hrv(Arguments args) {
  const auto wanted = read_hrv_arguments(args);
  if (!wanted) return wrong_usage("hrv");
  if (const Status status = check_ranges(wanted->settings); !status)
    return fail(wanted->path, status.error());
  auto metrics = wanted->intervals ? measure_intervals(*wanted) : measure_beats(*wanted);
  if (!metrics) return fail(wanted->path, metrics.error());
  return print(std::move(*metrics), *wanted);
}

}  // namespace attune::cli
