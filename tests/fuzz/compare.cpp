// Two or three visits of one infant made of beats, codes and scores, compared, and every form in which that is saved.
#include "report/compare.hpp"

#include "export/exports.hpp"
#include "export/session_file.hpp"
#include "reports.hpp"
#include "visit/measure.hpp"

using namespace attune;
using fuzz::require;

namespace {

std::string beat_list(fuzz::Input& input) {
  std::string text;
  const std::uint64_t count = input.number(1) * 4, usual_ms = 200 + input.number(1) * 4,
                      spread = 1 + input.number(1);
  std::uint64_t state = input.number(2);
  for (std::uint64_t i = 0; i < count; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    text += std::to_string(usual_ms + (state >> 33) % spread) + "\n";
  }
  return text;
}

/// A name as every door gives it: JSON and tables hold valid UTF-8 alone.
std::string name_from(fuzz::Input& input) {
  std::string name = input.text(6);
  for (char& c : name)
    if (static_cast<unsigned char>(c) >= 0x80) c = '?';
  return name;
}

std::string coding(fuzz::Input& input) {
  constexpr const char* codes[] = {"protest", "positive", "still face", "play", "reunion", "unscorable", "x"};
  std::string text = "onset,offset,code\n";
  std::uint64_t time_s = 0;
  for (std::uint64_t n = input.number(1) % 12; n > 0; --n) {
    const std::uint64_t until_s = time_s + input.number(1);
    text += std::to_string(time_s) + "," + std::to_string(until_s) + "," +
            codes[input.number(1) % std::size(codes)] + "\n";
    if (input.flag()) time_s = until_s;
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  visit::Settings settings;
  std::vector<visit::Visit> visits;
  report::Supplement supplement;
  const auto& scales = behavior::known_scales();
  for (std::uint64_t v = 1 + input.number(1) % 3; v > 0; --v) {
    visit::VisitOptions options;
    if (input.flag()) options.age_months = static_cast<double>(input.number(2)) / 100;
    options.label = name_from(input);
    if (input.flag()) options.heart_list = beat_list(input);
    if (input.flag()) options.codes = coding(input);
    if (input.flag()) options.codes_second = coding(input);
    visit::RecordingFeatures features;  // of a recording without a channel
    features.segments = {{0, 1200}};
    visits.push_back(options.heart_list.empty() ? visit::visit_without_recording(options, settings)
                                                : visit::measure_visit(features, options, settings));
    auto& scores = supplement.scores.visits.emplace_back();
    for (std::uint64_t n = input.number(1) % 6; n > 0; --n) {
      const behavior::Scale& scale = scales[input.number(1) % scales.size()];
      scores.scores[scale.id] =
          scale.lowest + (scale.highest - scale.lowest) * static_cast<double>(input.number(1)) / 255;
    }
  }
  if (auto completed = behavior::complete_scores(supplement.scores))
    supplement.scores = std::move(*completed);
  auto reference = report::read_reference(fuzz::text_of(input.rest().data(), input.rest().size()));
  if (reference) supplement.reference = std::move(*reference);
  const auto compared = report::compare(std::move(visits), settings, supplement);
  if (!compared) {
    require(compared.error().code.starts_with("E_") && !compared.error().message.empty(),
            "a refusal says why");
    return 0;
  }
  const Json json = fuzz::check_numbers(*compared);
  const auto again = exports::read_report(dump(json));
  require(again.ok() && to_json(*again) == json, "a report reads back the same");
  for (int kind = 0; kind < static_cast<int>(enum_names(exports::ExportKind{}).size()); ++kind)
    for (const auto& file :
         exports::exported(*compared, {static_cast<exports::ExportKind>(kind), false}).files)
      require(!file.text.empty(), "every file that is saved holds something");
  return 0;
}
