// Settings, options and choices as JSON: refused in words, or a recording is measured with them to its end.
#include "cohort/settings.hpp"

#include "base/json.hpp"
#include "behavior/score_import.hpp"
#include "fuzz.hpp"
#include "synth/recording.hpp"
#include "visit/measure.hpp"

using namespace attune;
using fuzz::require;

namespace {

const std::vector<std::uint8_t>& recording() {
  static const std::vector<std::uint8_t> edf = [] {
    synth::RecordingSettings wanted;
    wanted.duration_s = 40;
    wanted.phases = {{"Rest", PhaseKind::rest, 40, 0, 0, 1}};
    wanted.sites = {"F3", "F4"};
    wanted.eeg_sample_rate_hz = 64;
    wanted.ecg_sample_rate_hz = 250;
    return synth::simulate(wanted)->edf;
  }();
  return edf;
}

/// What is accepted lies in its ranges and reads back the same.
template <class T>
std::optional<T> accepted(std::string_view text) {
  auto read = parse_json<T>(text);
  if (!read) {
    require(!read.error().message.empty() && read.error().code.starts_with("E_JSON_"), "a refusal says why");
    return std::nullopt;
  }
  const std::string written = dump(to_json(*read));
  const auto again = parse_json<T>(written);
  require(again.ok() && dump(to_json(*again)) == written, "what is accepted reads back the same");
  return std::move(*read);
}

void measure(const visit::Settings& settings, const visit::VisitOptions& options) {
  visit::RecordingStream stream(recording().size(), settings);
  require(stream.push(recording()).ok(), "settings do not touch reading");
  const auto features = stream.finish();
  require(features.ok(), "settings do not touch reading");
  (void)dump(to_json(visit::measure_visit(*features, options, settings)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  const auto settings = accepted<visit::Settings>(text);
  const auto options = accepted<visit::VisitOptions>(text);
  if (settings || options)
    measure(settings.value_or(visit::Settings{}), options.value_or(visit::VisitOptions{}));
  (void)accepted<cohort::Settings>(text);
  (void)accepted<group::Settings>(text);
  (void)accepted<behavior::ScoreImport>(text);
  (void)accepted<std::vector<visit::ChannelChoice>>(text);
  return 0;
}
