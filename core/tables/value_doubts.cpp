#include "tables/value_doubts.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <iterator>

#include "base/csv.hpp"
#include "base/measure_table.hpp"
#include "edf/start.hpp"
#include "tables/missing.hpp"
#include "tables/spread.hpp"
#include "words/ids/imports.hpp"

namespace attune::tables {
namespace {

std::optional<Diagnostic> far_note(const std::vector<double>& numbers, const std::string& measure,
                                   const words::Text& where) {
  if (numbers.size() < fewest_values) return std::nullopt;
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

std::optional<Diagnostic> impossible_note(const std::vector<double>& numbers, const std::string& measure,
                                          const words::Text& where) {
  const auto limits = possible_range(measure);
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
  /// Whether its numbers, times one of these factors or parted by it, lie among those of the other.
  bool is_part_of(const SizeClass& other, std::initializer_list<double> factors) const {
    // Few numbers need not span their unit; between units lie factors of 4.3 and more.
    constexpr double room = 1.25;
    const double lowest = *other.first / room, highest = *std::prev(other.last) * room;
    for (const double factor : factors)
      for (const double times : {factor, 1 / factor})
        if (*first * times >= lowest && *std::prev(last) * times <= highest) return true;
    return false;
  }
};

/// Sorted numbers parted where the next is far larger than the one before it.
std::vector<SizeClass> size_classes(const std::vector<double>& sorted) {
  // Sizes ten times apart are told apart where each spreads up to fourfold, ages in weeks and in months (4.3 times) where each
  // spreads up to 1.7-fold.
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
    if (!one.is_part_of(most, {10, 100})) return std::nullopt;
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

std::optional<Diagnostic> ages_doubt(std::vector<double> months, const words::Text& where) {
  constexpr std::size_t fewest_of_most = 3;  // of two and one, neither is the usual unit
  constexpr double weeks = edf::days_per_month / 7, days = edf::days_per_month, years = 12;
  std::sort(months.begin(), months.end());
  const std::vector<SizeClass> classes = size_classes(months);
  if (classes.size() != 2 || *classes.front().first <= 0) return std::nullopt;
  const SizeClass &low = classes.front(), &high = classes.back();
  if (std::max(low.count(), high.count()) < fewest_of_most || !high.is_part_of(low, {weeks, days, years}))
    return std::nullopt;
  return Diagnostic{"W_AGE_SIZES", Severity::warning,
                    words::say<"imports.ages_of_sizes">({{"low", words::significant(*low.first, 2)},
                                                         {"high", words::significant(*high.first, 2)}}),
                    where, ""};
}

std::optional<Diagnostic> parts_doubt(const std::vector<NamedNumbers>& parts, const std::string& measure,
                                      const words::Text& where) {
  constexpr double as_units = 20;    // bpm for Hz is 60, ms for s is 1000
  constexpr std::size_t fewest = 3;  // the least with a value in the middle and one on either side
  std::vector<NamedNumbers> sorted;
  for (const NamedNumbers& part : parts) {
    if (part.numbers.size() < fewest) continue;
    sorted.push_back(part);
    std::sort(sorted.back().numbers.begin(), sorted.back().numbers.end());
    if (sorted.back().numbers.front() <= 0) return std::nullopt;
  }
  const auto median = [](const NamedNumbers& part) { return part.numbers[part.numbers.size() / 2]; };
  for (const NamedNumbers& low : sorted)
    for (const NamedNumbers& high : sorted)
      if (low.numbers.back() < high.numbers.front() && median(high) > as_units * median(low))
        return Diagnostic{
            "W_VALUE_UNITS", Severity::warning,
            words::say<"imports.units_of_parts">({{"measure", words::as_is(measure)},
                                                  {"first", words::as_is(low.name)},
                                                  {"low", words::significant(median(low), 3)},
                                                  {"other", words::as_is(high.name)},
                                                  {"high", words::significant(median(high), 3)}}),
            where, ""};
  return std::nullopt;
}

}  // namespace attune::tables
