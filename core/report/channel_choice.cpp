#include "report/channel_choice.hpp"

namespace attune::report {

void apply_choices(std::span<const ChannelChoice> choices, edf::Header& header) {
  for (const ChannelChoice& choice : choices) {
    if (choice.signal < 0 || static_cast<std::size_t>(choice.signal) >= header.signals.size()) continue;
    edf::Signal& signal = header.signals[static_cast<std::size_t>(choice.signal)];
    if (signal.kind == edf::ChannelKind::annotation || choice.kind == edf::ChannelKind::annotation) continue;
    signal.kind = choice.kind;
    signal.site = choice.kind == edf::ChannelKind::eeg ? choice.site : "";
    signal.certainty = edf::Certainty::sure;
  }
}

}  // namespace attune::report
