#include "edf/tal.hpp"

#include <cmath>

#include "edf/text.hpp"

namespace attune::edf {

namespace {

constexpr std::int64_t furthest_s = 10'000'000'000;

/// Digits of `text` to a tick: `whole` before the point, `fraction` after it. False if beyond `furthest_s`.
bool to_ticks(std::string_view whole, std::string_view fraction, Ticks& ticks) {
  std::int64_t seconds = 0;
  for (const char c : whole) {
    seconds = 10 * seconds + (c - '0');
    if (seconds > furthest_s) return false;
  }
  std::int64_t parts = 0;
  constexpr std::size_t places = 7;  // of a 100 ns tick
  for (std::size_t i = 0; i < places; ++i) parts = 10 * parts + (i < fraction.size() ? fraction[i] - '0' : 0);
  if (fraction.size() > places && fraction[places] >= '5') ++parts;
  ticks = seconds * ticks_per_second + parts;
  return true;
}

}  // namespace

std::optional<TickNumber> parse_ticks(std::string_view text) {
  TickNumber number;
  const std::string_view as_found = text;
  text = trim(text);
  number.plain = text.size() == as_found.size();
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() ||
      !((text.front() >= '0' && text.front() <= '9') || text.front() == '.' || text.front() == ','))
    return std::nullopt;
  std::size_t point = 0;
  while (point < text.size() && text[point] >= '0' && text[point] <= '9') ++point;
  std::string_view fraction = text.substr(point);
  if (!fraction.empty() && (fraction.front() == '.' || fraction.front() == ',')) {
    number.plain &= fraction.front() == '.';
    fraction.remove_prefix(1);
    if (fraction.empty()) number.plain = false;
  }
  const std::size_t digits = fraction.find_first_not_of("0123456789");
  if (digits == std::string_view::npos) {
    if (point + fraction.size() == 0 || !to_ticks(text.substr(0, point), fraction, number.ticks))
      return std::nullopt;
  } else {
    // An exponent is outside EDF+; what it means is clear.
    const auto other = parse_number(text);
    if (!other || !(other->value() >= 0 && other->value() < static_cast<double>(furthest_s)))
      return std::nullopt;
    const double ticks = other->value() * static_cast<double>(ticks_per_second);
    number.ticks = static_cast<Ticks>(std::llround(ticks));
    number.plain = false;
  }
  if (negative) number.ticks = -number.ticks;
  return number;
}

namespace tal_detail {

Onset parse_onset(std::string_view head) {
  Onset result;
  const std::size_t mark = head.find('\x15');
  const std::string_view onset_text = head.substr(0, mark);
  const auto onset = parse_ticks(onset_text);
  if (!onset) {
    result.form = TalForm::unreadable;
    return result;
  }
  result.onset = onset->ticks;
  if (!onset->plain || (onset_text.front() != '+' && onset_text.front() != '-'))
    result.form = TalForm::repaired;
  if (mark == std::string_view::npos) return result;
  std::string_view duration_text = head.substr(mark + 1);
  const std::size_t second = duration_text.find('\x15');
  if (second != std::string_view::npos) {
    duration_text = duration_text.substr(0, second);
    result.form = TalForm::repaired;
  }
  const auto duration = parse_ticks(duration_text);
  if (duration && duration->ticks >= 0) result.duration = duration->ticks;
  if (!duration || !duration->plain || duration->ticks < 0 || duration_text.starts_with('+'))
    result.form = TalForm::repaired;
  return result;
}

}  // namespace tal_detail
}  // namespace attune::edf
