// Trigger signals as events: the BDF Status channel (BioSemi: bits 0-15 trigger lines, 16 new epoch, 17-19
// and 21 speed mode, 20 CMS in range, 22 battery low, 23 Mk2) and, when asked for, an ordinary signal that
// carries codes. Raw integers throughout: a trigger code is not calibrated.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "edf/reader.hpp"

namespace attune::edf {

/// The code changed to `code` at `onset`. Changes to the resting code (that of the first sample) are no
/// events; where the channel never goes back to its first code, and that is not 0, codes are held, and the first is one.
struct TriggerEvent {
  Ticks onset = 0;
  std::uint32_t code = 0;
};

/// A stretch of time in which a flag was up, ticks from the first sample.
struct FlagStretch {
  Ticks start = 0;
  Ticks end = 0;
};

/// What the flags of a Status channel said; empty for other trigger signals.
struct StatusFlags {
  std::vector<Ticks> new_epochs;
  std::vector<FlagStretch> cms_lost;  ///< only where the channel ever said that CMS was in range
  std::vector<FlagStretch> battery_low;
  std::optional<int> speed_mode;
  bool mk2 = false;
};

/// The signal that `triggers` are read from by default: a BDF signal called Status; none otherwise.
std::optional<std::size_t> find_status_signal(const Header& header);

/// The signal whose codes may begin parts of the protocol: the BDF Status channel, else the first signal of triggers that is
/// sampled as a waveform is ("Trigger", "STI 014", "DIN1"); none otherwise.
std::optional<std::size_t> find_code_signal(const Header& header);

/// Collects the events of one trigger signal as records come by.
class TriggerReader {
 public:
  /// `status`: the signal is a BDF Status channel, whose upper bits are flags.
  TriggerReader(std::size_t signal, bool status) : signal_(signal), status_(status) {}

  /// The records that follow are another file's, where the channel stands elsewhere: what it rests at is its own, and no
  /// code or flag lasts over the time between.
  void read_from(std::size_t signal);
  void add(const Record& record);
  void finish();

  /// End of the last record.
  Ticks end() const { return end_; }
  const std::vector<TriggerEvent>& events() const { return events_; }
  const StatusFlags& flags() const { return flags_; }
  /// W_CMS_LOST, N_BATTERY_LOW.
  std::vector<Diagnostic> diagnostics() const;

 private:
  void end_flags();
  void end_codes();
  void add_flags(std::uint32_t value, Ticks onset, bool first);

  std::size_t signal_;
  bool status_;
  std::vector<std::int32_t> buffer_;
  std::optional<std::uint32_t> resting_, last_code_;
  Ticks first_onset_ = 0;
  std::size_t first_event_ = 0;  ///< of this file
  bool went_back_ = false;       ///< to the first code
  std::uint32_t last_flags_ = 0;
  bool cms_seen_ = false;
  Ticks end_ = 0;
  std::vector<TriggerEvent> events_;
  StatusFlags flags_;
};

}  // namespace attune::edf
