// Time-stamped annotation lists (TALs) of EDF+ and BDF+ (Kemp & Olivan 2003, 2.2.2):
//   Onset [15 Duration] 14 Text 14 … Text 14 00
// with decimal seconds for onset and duration. One malformed TAL costs that TAL and nothing else.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "edf/recording.hpp"

namespace attune::edf {

/// How far apart a TAL is from what the specification asks.
enum class TalForm { as_specified, repaired, unreadable };

/// One TAL with one text, times as in the file (from the header's start time).
struct Tal {
  Ticks onset = 0;
  std::optional<Ticks> duration;
  std::string_view text;  ///< bytes as found
};

/// Seconds as ticks, rounded to the nearest, half away from zero. Any number of digits; a leading sign is
/// optional here. None if it is not a decimal number or beyond ±10^10 s (317 years).
struct TickNumber {
  Ticks ticks = 0;
  bool plain = true;  ///< digits and a point only, with a sign
};
std::optional<TickNumber> parse_ticks(std::string_view text);

struct TalBlock {
  std::optional<Ticks> timekeeping;  ///< onset of the record, if its first TAL has an empty first text
  int repaired = 0;                  ///< TALs that needed a repair
  int unreadable = 0;                ///< TALs left out
};

namespace tal_detail {

struct Onset {
  Ticks onset = 0;
  std::optional<Ticks> duration;
  TalForm form = TalForm::as_specified;
};
/// What stands before the first 14 of a TAL.
Onset parse_onset(std::string_view head);

}  // namespace tal_detail

/// Reads the annotation bytes of one signal in one record and hands each text on, and the bytes of each TAL
/// that cannot be read. `keeps_time`: the record's first annotation signal, whose first TAL keeps time.
template <class OnTal, class OnUnreadable>
TalBlock read_tals(std::string_view block, bool keeps_time, OnTal&& on_tal, OnUnreadable&& on_unreadable) {
  TalBlock result;
  bool first = keeps_time;
  while (!block.empty()) {
    const std::size_t end = block.find('\0');
    std::string_view tal = block.substr(0, end);
    block.remove_prefix(end == std::string_view::npos ? block.size() : end + 1);
    if (tal.empty()) continue;
    const bool leads = first;
    first = false;
    const std::size_t head_end = tal.find('\x14');
    tal_detail::Onset head = tal_detail::parse_onset(tal.substr(0, head_end));
    if (head_end == std::string_view::npos || head.form == TalForm::unreadable) {
      ++result.unreadable;
      on_unreadable(tal);
      continue;
    }
    tal.remove_prefix(head_end + 1);
    if (tal.empty() || tal.back() != '\x14' || end == std::string_view::npos) head.form = TalForm::repaired;
    if (leads && (tal.empty() || tal.front() == '\x14')) result.timekeeping = head.onset;
    while (!tal.empty()) {
      const std::size_t text_end = tal.find('\x14');
      const std::string_view text = tal.substr(0, text_end);
      tal.remove_prefix(text_end == std::string_view::npos ? tal.size() : text_end + 1);
      if (!text.empty()) on_tal(Tal{head.onset, head.duration, text});
    }
    if (head.form == TalForm::repaired) ++result.repaired;
  }
  return result;
}

}  // namespace attune::edf
