#include "visit/channel_choice.hpp"

#include "edf/units.hpp"

namespace attune::visit {
namespace {

void apply(const ChannelChoice& choice, edf::Signal& signal) {
  if (signal.kind == edf::ChannelKind::annotation || choice.kind == edf::ChannelKind::annotation) return;
  if (choice.kind) {
    signal.kind = *choice.kind;
    signal.certainty = edf::Certainty::sure;
  }
  const bool as_taken = choice.site.empty() && (!choice.kind || !choice.label.empty());
  if (signal.kind != edf::ChannelKind::eeg || !as_taken)
    signal.site = signal.kind == edf::ChannelKind::eeg ? choice.site : "";
  const std::string& unit = signal.unit.empty() && choice.unit.empty() ? choice.blank_unit : choice.unit;
  if (!unit.empty() && signal.calibrated) signal.unit = edf::read_unit(unit).text;
}

}  // namespace

void apply_choices(std::span<const ChannelChoice> choices, edf::Header& header) {
  for (const ChannelChoice& choice : choices)
    for (std::size_t i = 0; i < header.signals.size(); ++i)
      if (choice.label.empty() ? choice.signal >= 0 && i == static_cast<std::size_t>(choice.signal)
                               : header.signals[i].label == choice.label)
        apply(choice, header.signals[i]);
}

}  // namespace attune::visit
