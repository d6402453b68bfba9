#include "tables/missing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>

#include "base/csv.hpp"
#include "base/measure_table.hpp"
#include "base/words.hpp"
#include "stats/quantile.hpp"
#include "words/ids/imports.hpp"
#include "words/ids/tables.hpp"

namespace attune::tables {
namespace {

template <std::size_t N>
bool is_among(const std::string& word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// .a to .z and ._ of SAS and Stata.
bool is_coded_point(const std::string& word) {
  return word.size() == 2 && word[0] == '.' && ((word[1] >= 'a' && word[1] <= 'z') || word[1] == '_');
}

constexpr std::size_t fewest = 5;  ///< values from which others are judged

/// Where the values of a measure lie, and how far from there no value of it does.
struct Spread {
  double median = 0, limit = 0;

  /// `values`: at least one.
  explicit Spread(std::vector<double> values) : median(stats::median(values)) {
    constexpr double robust_sds =
        12;  // heart rates of 130 to 160 have no 99 by it; a spread of 0.2 has no -9
    for (double& value : values) value = std::abs(value - median);
    limit = robust_sds * stats::sd_over_median_magnitude * stats::median(values);
  }
  bool is_beyond(double value) const { return std::abs(value - median) > limit; }
};

/// Whether a number lies where the others, none of which is a code, never are.
bool is_far(double code, const std::vector<double>& others) {
  if (others.size() < fewest) return false;
  if (code < 0 && *std::min_element(others.begin(), others.end()) >= 0) return true;
  return Spread(others).is_beyond(code);
}

std::optional<Diagnostic> far_note(const std::vector<double>& numbers, const std::string& measure,
                                   const words::Text& where) {
  if (numbers.size() < fewest) return std::nullopt;
  const Spread spread(numbers);
  std::size_t count = 0;
  double first = 0;
  for (const double value : numbers)
    if (spread.limit > 0 && spread.is_beyond(value) && count++ == 0) first = value;
  if (count == 0) return std::nullopt;
  return Diagnostic{"W_VALUE_FAR", Severity::warning,
                    words::say<"imports.far_values">({{"count", count},
                                                      {"measure", words::as_is(measure)},
                                                      {"value", words::significant(first, 6)},
                                                      {"median", words::significant(spread.median, 3)}}),
                    where, ""};
}

/// What a measure of Attune's own can be at most, generously: in another unit, or without decimal marks, it is beyond.
std::optional<ValueRange> limits_of(const std::string& measure) {
  const MeasureRow* row = measure_info(measure);
  if (!row) return std::nullopt;
  if (row->family == Family::rsa) return ValueRange{-12, 12};
  if (row->family == Family::asymmetry) return ValueRange{-6, 6};
  if (row->id == measures::heart_rate) return ValueRange{20, 350};
  if (row->family == Family::beats) return ValueRange{0.1, 1000};  // ms
  return std::nullopt;
}

std::optional<Diagnostic> impossible_note(const std::vector<double>& numbers, const std::string& measure,
                                          const words::Text& where) {
  const auto limits = limits_of(measure);
  if (!limits) return std::nullopt;
  std::size_t count = 0;
  double first = 0;
  for (const double value : numbers)
    if ((value < limits->lowest || value > limits->highest) && count++ == 0) first = value;
  if (count == 0) return std::nullopt;
  return Diagnostic{
      "W_VALUE_IMPOSSIBLE", Severity::warning,
      words::say<"imports.impossible_values">({{"count", count},
                                               {"measure", words::as_is(measure)},
                                               {"value", words::significant(first, 6)},
                                               {"lowest", words::at_most(limits->lowest, 1)},
                                               {"highest", words::at_most(limits->highest, 1)}}),
      where, ""};
}

/// Numbers from `first` to before `last`, of one size.
struct SizeClass {
  std::vector<double>::const_iterator first, last;

  std::size_t count() const { return static_cast<std::size_t>(last - first); }
  /// Whether its numbers, times ten or a hundred or parted by it, lie among those of the other.
  bool is_part_of(const SizeClass& other) const {
    constexpr double room = 1.25;
    const double lowest = *other.first / room, highest = *std::prev(other.last) * room;
    for (const double factor : {0.01, 0.1, 10.0, 100.0})
      if (*first * factor >= lowest && *std::prev(last) * factor <= highest) return true;
    return false;
  }
};

/// Sorted numbers parted where the next is far larger than the one before it.
std::vector<SizeClass> size_classes(const std::vector<double>& sorted) {
  constexpr double far_larger = 2.5;
  std::vector<SizeClass> classes;
  for (auto at = sorted.begin(); at != sorted.end();) {
    auto last = at + 1;
    while (last != sorted.end() && *last < far_larger * *std::prev(last)) ++last;
    classes.push_back({at, last});
    at = last;
  }
  return classes;
}

/// Whole numbers of two or more sizes, each the other's times ten: a program that takes decimal commas for those of thousands
/// writes 3,19 as 319 and 3,2 as 32. None of the longest ends in 0, which decimals are not written with then.
std::optional<Diagnostic> marks_note(const std::vector<double>& numbers, const std::string& measure,
                                     const words::Text& where) {
  constexpr std::size_t fewest_of_most = 5, fewest_of_others = 2, most_of_others = 4;  // at most a fourth
  std::vector<double> sizes;
  for (const double value : numbers) {
    if (value != std::floor(value) || std::abs(value) > 1e9) return std::nullopt;
    if (value != 0) sizes.push_back(std::abs(value));
  }
  std::sort(sizes.begin(), sizes.end());
  const std::vector<SizeClass> classes = size_classes(sizes);
  if (classes.size() < 2) return std::nullopt;
  const SizeClass& most = *std::max_element(
      classes.begin(), classes.end(), [](const auto& a, const auto& b) { return a.count() < b.count(); });
  const std::size_t others = sizes.size() - most.count();
  if (most.count() < fewest_of_most || others < fewest_of_others || others * most_of_others > sizes.size())
    return std::nullopt;
  const SizeClass* other = nullptr;
  for (const SizeClass& one : classes) {
    if (one.first == most.first) continue;
    if (!one.is_part_of(most)) return std::nullopt;
    if (!other) other = &one;
  }
  const SizeClass& longest = classes.back();
  if (std::any_of(longest.first, longest.last, [](double size) { return std::fmod(size, 10) == 0; }))
    return std::nullopt;
  return Diagnostic{
      "W_VALUE_MARKS", Severity::warning,
      words::say<"imports.marks_lost">({{"measure", words::as_is(measure)},
                                        {"first", words::as_is(decimal_text(*most.first, 0))},
                                        {"other", words::as_is(decimal_text(*other->first, 0))}}),
      where, ""};
}

}  // namespace

bool says_missing(std::string_view cell) {
  constexpr std::array<std::string_view, 24> words{
      "",        "na",      "n/a",      "n.a.",  "nan",   "null",   ".",       "-",
      "--",      "\u2013",  "\u2014",   "?",     "#n/a",  "#na",    "#nv",     "#null!",
      "#div/0!", "#value!", "#valeur!", "#ref!", "#num!", "#name?", "$sysmis", "<na>"};
  const std::string word = lower(cell);
  return is_among(word, words) || is_coded_point(word);
}

bool says_no_number(std::string_view cell) {
  constexpr std::array<std::string_view, 18> redcap{"ni",  "inv",  "unk",  "nask", "asku", "nav",
                                                    "msk", "navu", "np",   "qs",   "qi",   "trc",
                                                    "unc", "der",  "pinf", "ninf", "oth",  "nd"};
  constexpr std::array<std::string_view, 28> words{
      "missing",      "unknown",     "refused",       "refusal",
      "declined",     "none",        "not available", "not asked",
      "not answered", "not done",    "not collected", "not applicable",
      "no answer",    "no response", "skipped",       "don't know",
      "dk",           "inf",         "manquant",      "manquante",
      "refus",        "refusé",      "inconnu",       "non disponible",
      "non répondu",  "nsp",         "fehlend",       "k.a."};
  if (says_missing(cell)) return true;
  const std::string word = lower(cell);
  return is_among(word, redcap) || is_among(word, words);
}

bool among_codes(std::string_view text, const std::vector<std::string>& codes) {
  if (std::find(codes.begin(), codes.end(), text) != codes.end()) return true;
  const auto value = decimal_number(text);
  return value && std::any_of(codes.begin(), codes.end(),
                              [&](const std::string& code) { return decimal_number(code) == value; });
}

bool is_missing_code(double value) {
  constexpr std::array below{-7.0, -8.0, -9.0, -77.0, -88.0, -99.0, -777.0, -888.0, -999.0, -9999.0};
  constexpr std::array above{99.0, 777.0, 888.0, 999.0, 9999.0};
  return std::find(below.begin(), below.end(), value) != below.end() ||
         std::find(above.begin(), above.end(), value) != above.end();
}

bool MissingCodes::holds(double value) const {
  return std::find(missing.begin(), missing.end(), value) != missing.end();
}

std::optional<Diagnostic> unit_doubt(const std::vector<double>& numbers, const std::string& measure,
                                     const words::Text& where) {
  auto impossible = impossible_note(numbers, measure, where);
  return impossible ? impossible : marks_note(numbers, measure, where);
}

std::optional<Diagnostic> value_doubt(const std::vector<double>& numbers, const std::string& measure,
                                      const words::Text& where) {
  auto of_unit = unit_doubt(numbers, measure, where);
  return of_unit ? of_unit : far_note(numbers, measure, where);
}

MissingCodes missing_codes(std::span<const double> numbers, const std::optional<ValueRange>& range) {
  std::vector<double> codes, others;
  for (const double value : numbers) (is_missing_code(value) ? codes : others).push_back(value);
  std::sort(codes.begin(), codes.end());
  const auto ends = std::minmax_element(others.begin(), others.end());
  const auto beyond_others = [&](double code) {
    return !range && !others.empty() && (code < *ends.first || code > *ends.second);
  };
  MissingCodes found;
  for (auto at = codes.begin(); at != codes.end();) {
    const auto next = std::upper_bound(at, codes.end(), *at);
    const bool impossible = range ? *at < range->lowest || *at > range->highest : is_far(*at, others);
    if (impossible)
      found.missing.push_back(*at);
    else if (next - at > 1 || beyond_others(*at))
      found.doubtful.push_back(*at);
    at = next;
  }
  return found;
}

Diagnostic code_note(double code, std::size_t count, const std::string& measure, bool missing,
                     words::Text where) {
  const words::AsIs digits = words::as_is(decimal_text(code, 0)), name = words::as_is(measure);
  return {missing ? "W_MISSING_CODE" : "W_MISSING_CODE_KEPT", Severity::warning,
          missing
              ? words::say<"tables.code_missing_of">({{"code", digits}, {"count", count}, {"measure", name}})
              : words::say<"tables.code_kept_of">({{"code", digits}, {"count", count}, {"measure", name}}),
          std::move(where), ""};
}

}  // namespace attune::tables
