#include "visit/channel_choice.hpp"

#include <array>
#include <set>
#include <string_view>

#include "edf/channels.hpp"
#include "edf/units.hpp"
#include "words/ids/recording.hpp"

namespace attune::visit {
namespace {

bool is_for_every_eeg(const ChannelChoice& choice) {
  return choice.label.empty() && choice.signal == every_eeg_channel;
}

bool is_meant(const ChannelChoice& choice, const edf::Header& header, std::size_t index) {
  const edf::Signal& signal = header.signals[index];
  if (signal.kind == edf::ChannelKind::annotation) return false;
  if (!choice.label.empty()) return signal.label == choice.label;
  if (is_for_every_eeg(choice)) return signal.kind == edf::ChannelKind::eeg;
  return choice.signal >= 0 && index == static_cast<std::size_t>(choice.signal);
}

/// A low-pass at half the rate is what programs write of none.
std::optional<double> lowpass_of(const ChannelChoice& choice, const edf::Signal& signal) {
  const bool none = choice.blank_lowpass_hz && *choice.blank_lowpass_hz >= 0.495 * signal.sample_rate_hz;
  return none ? std::optional(0.0) : choice.blank_lowpass_hz;
}

/// "F3-REF": a reference that the label does not name.
bool names_reference(const edf::Signal& signal) {
  return !signal.reference.empty() && signal.reference != "REF" && signal.reference != "GND";
}

void apply_filters(const ChannelChoice& choice, edf::Signal& signal) {
  edf::Filters filters = signal.filters;
  if (!filters.highpass_hz) filters.highpass_hz = choice.blank_highpass_hz;
  if (!filters.lowpass_hz) filters.lowpass_hz = lowpass_of(choice, signal);
  if (edf::plausible(filters)) signal.filters = filters;
}

/// What holds where the header says nothing.
void fill_in(const ChannelChoice& choice, edf::Signal& signal) {
  if (signal.kind == edf::ChannelKind::eeg && !choice.blank_reference.empty() && !names_reference(signal))
    signal.reference = edf::read_reference(choice.blank_reference);
  apply_filters(choice, signal);
}

void apply(const ChannelChoice& choice, edf::Signal& signal) {
  if (choice.kind == edf::ChannelKind::annotation) return;
  if (is_for_every_eeg(choice)) return fill_in(choice, signal);
  if (choice.kind) {
    signal.kind = *choice.kind;
    signal.certainty = edf::Certainty::sure;
  }
  const bool as_taken = choice.site.empty() && (!choice.kind || !choice.label.empty());
  if (signal.kind != edf::ChannelKind::eeg || !as_taken)
    signal.site = signal.kind == edf::ChannelKind::eeg ? choice.site : "";
  fill_in(choice, signal);
  const std::string& unit = signal.unit.empty() && choice.unit.empty() ? choice.blank_unit : choice.unit;
  if (!unit.empty() && signal.calibrated) signal.unit = edf::read_unit(unit).text;
}

/// What header and table say of one channel, as words; alike where one of them says nothing.
struct BothSay {
  std::string_view what;
  words::Value header, table;
  bool differ = false;
};

words::Value shown_hz(std::optional<double> hz) {
  return words::say<"recording.hz">({{"hz", words::at_most(*hz, 2)}});
}

BothSay names_of(std::string_view what, const std::string& header, const std::string& table) {
  return {what, words::as_is(header), words::as_is(table), header != table};
}

std::array<BothSay, 4> both_say(const ChannelChoice& choice, const edf::Signal& signal) {
  std::array<BothSay, 4> both;
  const std::string unit = edf::read_unit(choice.blank_unit).text;
  if (edf::microvolts_per(signal.unit) && edf::microvolts_per(unit))
    both[0] = names_of("unit", signal.unit, unit);
  if (signal.kind == edf::ChannelKind::eeg && names_reference(signal) && !choice.blank_reference.empty())
    both[1] = names_of("reference", signal.reference, edf::read_reference(choice.blank_reference));
  // A table's 0 says none or not known: programs write both so. A header's DC is a statement.
  const auto highpass = choice.blank_highpass_hz, lowpass = lowpass_of(choice, signal);
  if (highpass.value_or(0) > 0 && edf::highpass_differs(signal.filters.highpass_hz, highpass))
    both[2] = {"highpass", shown_hz(signal.filters.highpass_hz), shown_hz(highpass), true};
  if (edf::lowpass_differs(signal.filters.lowpass_hz, lowpass))
    both[3] = {"lowpass", shown_hz(signal.filters.lowpass_hz), shown_hz(lowpass), true};
  return both;
}

}  // namespace

std::vector<Diagnostic> contradictions(std::span<const ChannelChoice> choices, const edf::Header& header) {
  struct Found {
    BothSay first;
    std::string label;
    std::set<std::size_t> channels;  ///< each once, however many files say it
  };
  std::array<Found, 4> found;
  for (const ChannelChoice& choice : choices)
    for (std::size_t i = 0; i < header.signals.size(); ++i) {
      if (!is_meant(choice, header, i)) continue;
      const auto both = both_say(choice, header.signals[i]);
      for (std::size_t k = 0; k < both.size(); ++k) {
        if (!both[k].differ) continue;
        if (found[k].channels.empty()) {
          found[k].first = both[k];
          found[k].label = header.signals[i].label;
        }
        found[k].channels.insert(i);
      }
    }
  std::vector<Diagnostic> diagnostics;
  for (const Found& one : found)
    if (!one.channels.empty())
      diagnostics.push_back(
          {"W_TABLE_DIFFERS", Severity::warning,
           words::say<"recording.table_differs">({{"channels", one.channels.size()},
                                                  {"what", words::as_is(std::string(one.first.what))},
                                                  {"stated", one.first.header},
                                                  {"told", one.first.table}}),
           one.label, ""});
  return diagnostics;
}

void apply_choices(std::span<const ChannelChoice> choices, edf::Header& header) {
  for (const ChannelChoice& choice : choices)
    for (std::size_t i = 0; i < header.signals.size(); ++i)
      if (is_meant(choice, header, i)) apply(choice, header.signals[i]);
}

}  // namespace attune::visit
