// Classifiers of header and annotation texts: dates, units, filters, labels, phases, other formats.
#include "edf/text.hpp"

#include "edf/channels.hpp"
#include "edf/damage.hpp"
#include "edf/phases.hpp"
#include "edf/start.hpp"
#include "edf/units.hpp"
#include "fuzz.hpp"

using namespace attune;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  const std::string date = input.text(8), time = input.text(8), recording = input.text(80);
  edf::Findings findings;
  if (const auto start = edf::read_start(date, time, recording, findings)) {
    const auto again = edf::parse_iso(edf::iso(*start));
    require(again && *again == *start, "a start reads back");
    const auto shift = static_cast<std::int64_t>(input.number(4)) - (std::int64_t{1} << 31);
    require(edf::later(edf::later(*start, shift), -shift) == *start, "a shift can be taken back");
  }
  edf::is_anonymous(recording);
  const std::string label = edf::decode_text(input.text(16)).text;
  require(edf::is_utf8(label), "labels become UTF-8");
  const edf::ChannelGuess guess = edf::guess_channel(label, input.text(8));
  require(guess.site.empty() || edf::site_name(guess.site) == guess.site, "a site is a site");
  const edf::Filters filters = edf::read_filters(input.text(80));
  require(!filters.highpass_hz || (std::isfinite(*filters.highpass_hz) && *filters.highpass_hz >= 0),
          "filters are finite");
  edf::read_unit(input.text(8));

  edf::Header header;
  std::vector<edf::Annotation> annotations;
  edf::Ticks onset = 0;
  while (!input.rest().empty() && annotations.size() < 200) {
    onset += static_cast<edf::Ticks>(input.number(3)) * 100;
    const auto duration =
        input.flag() ? std::optional<edf::Ticks>(static_cast<edf::Ticks>(input.number(4))) : std::nullopt;
    const std::string text = input.text(40);
    annotations.push_back({onset, duration, text, ""});
    header.signals.emplace_back();
    header.signals.back().label = text.substr(0, 16);
  }
  edf::classify_channels(header);
  const double end_s = edf::seconds(onset) / 2 + 1;
  double before_s = 0;
  for (const Phase& phase : edf::find_phases(annotations, end_s)) {
    require(phase.start_s >= before_s && phase.end_s > phase.start_s && phase.end_s <= end_s,
            "phases lie in the recording");
    before_s = phase.start_s;
  }
  edf::recognise_other(fuzz::text_of(data, size));
  return 0;
}
