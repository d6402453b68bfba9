// `attune hrv BEATS.csv`: heart-rate variability from a list of beats, which are edited as detected ones are, or of
// NN intervals, which are not.
#include "hrv/hrv.hpp"

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/language.hpp"
#include "cli/options.hpp"
#include "cli/print_json.hpp"
#include "ecg/edit.hpp"
#include "hrv/heart_rate_range.hpp"
#include "hrv/lists.hpp"

namespace attune::cli {

namespace {

struct HrvArguments {
  std::string path;
  bool intervals = false;
  std::optional<double> age_months;
  ecg::AgeGroup group;
  hrv::Settings settings;
};

/// The exit status where they are not understood.
int read_hrv_arguments(Arguments args, HrvArguments& wanted) {
  std::optional<ecg::Preset> preset;
  std::optional<double> epoch_s;
  Options options;
  options.file(wanted.path);
  options.add("--nn", [&](const std::string& path) -> std::optional<int> {
    if (!wanted.path.empty()) return std::nullopt;
    wanted.intervals = true;
    wanted.path = path;
    return 0;
  });
  options.number("--epoch", 5, 3600, epoch_s);
  options.preset("--preset", preset);
  options.age(wanted.age_months);
  if (const int status = options.read(args, "hrv")) return status;
  if (wanted.path.empty()) return wrong_usage("hrv");
  ecg::Settings beats;
  if (preset) beats.preset = *preset;
  wanted.group = ecg::age_group(beats, wanted.age_months);
  wanted.settings = hrv::settings_for(wanted.group.preset);
  if (epoch_s) wanted.settings.epoch_s = *epoch_s;
  return 0;
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
  return attune::hrv::analyze({edited}, wanted.settings);
}

int print(hrv::Metrics metrics, const HrvArguments& wanted) {
  metrics.preset = std::string(name_of(wanted.group.preset));
  metrics.preset_reason = wanted.group.reason;
  if (metrics.heart_rate_bpm)
    if (const auto doubt =
            attune::hrv::heart_rate_doubt(*metrics.heart_rate_bpm, wanted.age_months, wanted.settings))
      metrics.diagnostics.push_back(*doubt);
  return print_json(to_json(metrics, wording()));
}

}  // namespace

int hrv(Arguments args) {
  HrvArguments wanted;
  if (const int status = read_hrv_arguments(args, wanted)) return status;
  if (const Status status = check_ranges(wanted.settings); !status) return fail(wanted.path, status.error());
  auto metrics = wanted.intervals ? measure_intervals(wanted) : measure_beats(wanted);
  if (!metrics) return fail(wanted.path, metrics.error());
  return print(std::move(*metrics), wanted);
}

}  // namespace attune::cli
