// Lists of beats and intervals of other programs, and what they come to.
#include "hrv/lists.hpp"

#include "hrv/hrv.hpp"
#include "reports.hpp"

using namespace attune;
using fuzz::require;

namespace {

void check_beats(const Result<std::vector<ecg::Beat>>& beats) {
  if (!beats) {
    require(beats.error().code.starts_with("E_LIST_") && !beats.error().message.empty(),
            "a refusal says why");
    return;
  }
  double before_s = -1e300;
  for (const ecg::Beat& beat : *beats) {
    require(std::isfinite(beat.time_s) && beat.time_s > before_s, "beats follow each other");
    require(beat.confidence >= 0 && beat.confidence <= 1 && beat.timing_noise_ms >= 0,
            "sure and noise are in range");
    before_s = beat.time_s;
  }
  fuzz::check_numbers(hrv::analyze({*beats}, {}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  check_beats(hrv::parse_beats(text));
  check_beats(hrv::parse_heart_list(text, {}));
  const auto intervals = hrv::parse_intervals_ms(text, {});
  if (!intervals) return 0;
  for (const double interval_ms : *intervals)
    require(interval_ms > 0 && interval_ms <= 10'000, "intervals are in range");
  fuzz::check_numbers(hrv::analyze_nn(*intervals, {}));
  return 0;
}
