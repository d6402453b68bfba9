#include "edf/triggers.hpp"

#include <cmath>

#include "edf/diagnostics.hpp"
#include "edf/text.hpp"
#include "edf/timeline.hpp"

namespace attune::edf {

namespace {

constexpr std::uint32_t trigger_lines = 0xFFFF, new_epoch = 1u << 16, cms_in_range = 1u << 20,
                        battery_low = 1u << 22, is_mk2 = 1u << 23, flag_bits = 0xFF0000;

/// Bits 17-19 and 21.
int speed_of(std::uint32_t value) {
  return static_cast<int>((value >> 17 & 7) | (value >> 18 & 8));
}

}  // namespace

std::optional<std::size_t> find_status_signal(const Header& header) {
  if (!is_bdf(header.variant)) return std::nullopt;
  for (std::size_t i = 0; i < header.signals.size(); ++i)
    if (lower(header.signals[i].label) == "status" && header.signals[i].samples_per_record > 0) return i;
  return std::nullopt;
}

std::optional<std::size_t> find_code_signal(const Header& header) {
  constexpr double lowest_hz = 50;
  if (const auto status = find_status_signal(header)) return status;
  for (std::size_t i = 0; i < header.signals.size(); ++i)
    if (header.signals[i].kind == ChannelKind::trigger && header.signals[i].sample_rate_hz >= lowest_hz)
      return i;
  return std::nullopt;
}

void TriggerReader::add(const Record& record) {
  if (signal_ >= record.header.signals.size()) return;
  const Signal& signal = record.header.signals[signal_];
  buffer_.resize(static_cast<std::size_t>(signal.samples_per_record));
  record.digital(signal_, buffer_);
  const double ticks_per_sample = signal.sample_rate_hz > 0 ? ticks_per_second / signal.sample_rate_hz : 0;
  const std::uint32_t code_bits = status_ ? trigger_lines : ~std::uint32_t{0};
  for (std::size_t k = 0; k < buffer_.size(); ++k) {
    const auto value = static_cast<std::uint32_t>(buffer_[k]);
    const std::uint32_t code = value & code_bits;
    const bool flags_change = status_ && (value & flag_bits) != last_flags_;
    if (code == last_code_ && !flags_change && last_code_) continue;
    const Ticks onset = record.onset + std::llround(static_cast<double>(k) * ticks_per_sample);
    const bool first = !last_code_.has_value();
    if (first) {
      resting_ = code;
      first_onset_ = onset;
    }
    went_back_ |= !first && code == *resting_ && code != *last_code_;
    if (!first && code != *last_code_ && code != *resting_ && code != 0) {
      // Lines that change at once may be read one after another: a code of one sample on the way to the next is none.
      constexpr Ticks longest = 200'000;  // 20 ms
      const Ticks lasted = events_.size() > first_event_ ? onset - events_.back().onset : longest;
      const bool on_the_way = lasted < longest && events_.back().code == *last_code_ &&
                              static_cast<double>(lasted) < 1.5 * ticks_per_sample;
      if (on_the_way) events_.pop_back();
      events_.push_back({onset, code});
    }
    last_code_ = code;
    if (status_ && (first || flags_change)) add_flags(value & flag_bits, onset, first);
  }
  end_ = record.onset + ticks_of(1, record.header.record_duration);
}

void TriggerReader::add_flags(std::uint32_t value, Ticks onset, bool first) {
  const auto rises = [&](std::uint32_t bit) {
    return (value & bit) != 0 && (first || (last_flags_ & bit) == 0);
  };
  const auto falls = [&](std::uint32_t bit) {
    return (value & bit) == 0 && !first && (last_flags_ & bit) != 0;
  };
  if (rises(new_epoch) && !first) flags_.new_epochs.push_back(onset);
  if (rises(battery_low)) flags_.battery_low.push_back({onset, onset});
  if (falls(battery_low)) flags_.battery_low.back().end = onset;
  // "Out of range" is a 0, which files without flags hold throughout: it counts only beside a 1.
  if (first && (value & cms_in_range) == 0) flags_.cms_lost.push_back({onset, onset});
  if (falls(cms_in_range)) flags_.cms_lost.push_back({onset, onset});
  if (rises(cms_in_range) && !first) flags_.cms_lost.back().end = onset;
  cms_seen_ |= (value & cms_in_range) != 0;
  if (value != 0) {
    flags_.speed_mode = speed_of(value);
    flags_.mk2 = (value & is_mk2) != 0;
  }
  last_flags_ = value;
}

/// A flag that is still up ends with the file.
void TriggerReader::end_flags() {
  if (!flags_.battery_low.empty() && (last_flags_ & battery_low) != 0) flags_.battery_low.back().end = end_;
  if (!flags_.cms_lost.empty() && (last_flags_ & cms_in_range) == 0) flags_.cms_lost.back().end = end_;
}

/// A first code that the channel never goes back to is held as those after it are.
void TriggerReader::end_codes() {
  const bool held = resting_.value_or(0) != 0 && !went_back_ && events_.size() > first_event_;
  if (held)
    events_.insert(events_.begin() + static_cast<std::ptrdiff_t>(first_event_), {first_onset_, *resting_});
  resting_.reset();
  went_back_ = false;
  first_event_ = events_.size();
}

void TriggerReader::read_from(std::size_t signal) {
  end_flags();
  end_codes();
  signal_ = signal;
  last_code_.reset();
  last_flags_ = cms_in_range;  // neither lost nor low until the first sample says so
}

void TriggerReader::finish() {
  end_flags();
  end_codes();
  if (!cms_seen_) flags_.cms_lost.clear();
}

std::vector<Diagnostic> TriggerReader::diagnostics() const {
  Findings findings;
  double lost_s = 0;
  for (const FlagStretch& stretch : flags_.cms_lost) lost_s += seconds(stretch.end - stretch.start);
  if (!flags_.cms_lost.empty())
    findings.add<Finding::reference_lost>({{"time", words::duration(lost_s)}},
                                          words::say<"edf.where.status">());
  if (!flags_.battery_low.empty())
    findings.add<Finding::battery_low>(
        {{"onset", words::duration(seconds(flags_.battery_low.front().start))}},
        words::say<"edf.where.status">());
  return findings.list();
}

}  // namespace attune::edf
