#include "report/reference_doubts.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <string_view>

#include "behavior/scales.hpp"
#include "tables/missing.hpp"
#include "tables/value_doubts.hpp"
#include "words/ids/finding.hpp"
#include "words/ids/tables.hpp"

namespace attune::report {
namespace {

/// Calls `take` with each measure, the scale that it is or null, and its numbers.
template <class Take>
void for_each_measure(const Reference& reference, const Take& take) {
  const std::span<const ReferenceValue> all = reference.values;
  for (std::size_t at = 0; at < all.size();) {
    const std::string& measure = all[at].measure;
    std::vector<double> numbers;
    for (; at < all.size() && all[at].measure == measure; ++at) numbers.push_back(all[at].value);
    take(measure, behavior::scale_named(behavior::known_scales(), measure), numbers);
  }
}

/// Says which values no one can have on their scale.
void say_outside(const Reference& reference, std::vector<Diagnostic>& notes) {
  for_each_measure(reference, [&](const std::string& measure, const behavior::Scale* scale,
                                  std::vector<double>& numbers) {
    const auto range = behavior::range_of(scale);
    if (!range) return;
    std::erase_if(numbers, [&](double value) { return value >= range->lowest && value <= range->highest; });
    if (numbers.empty()) return;
    notes.push_back({"W_REFERENCE_RANGE", Severity::warning,
                     words::say<"tables.outside_range">({{"count", numbers.size()},
                                                         {"measure", words::as_is(measure)},
                                                         {"value", words::at_most(numbers.front(), 4)},
                                                         {"lowest", words::at_most(range->lowest, 2)},
                                                         {"highest", words::at_most(range->highest, 2)}}),
                     words::say<"finding.reference.where">(), ""});
  });
}

/// Says which measures may be in another unit, or without their decimal marks.
void say_unit_doubts(const Reference& reference, std::vector<Diagnostic>& notes) {
  for_each_measure(reference, [&](const std::string& measure, const behavior::Scale* scale,
                                  const std::vector<double>& numbers) {
    if (scale) return;
    if (const auto doubt = tables::unit_doubt(numbers, measure, words::say<"finding.reference.where">()))
      notes.push_back(*doubt);
  });
}

/// Says of the first visit whose ages may be in two units.
void say_age_sizes(const Reference& reference, std::vector<Diagnostic>& notes) {
  std::map<int, std::map<std::string_view, double>> of_visits;  // of each infant once
  for (const ReferenceValue& value : reference.values)
    if (value.age_months) of_visits[value.visit].try_emplace(value.participant, *value.age_months);
  for (const auto& [visit, infants] : of_visits) {
    std::vector<double> ages;
    for (const auto& infant : infants) ages.push_back(infant.second);
    if (auto doubt = tables::ages_doubt(std::move(ages), words::say<"finding.reference.where">())) {
      notes.push_back(std::move(*doubt));
      return;
    }
  }
}

/// Takes out the codes for missing that no value of their measure can be, and says so.
void leave_out_missing_codes(Reference& reference) {
  std::map<std::string, tables::MissingCodes> codes;
  for_each_measure(reference, [&](const std::string& measure, const behavior::Scale* scale,
                                  const std::vector<double>& numbers) {
    const auto found = tables::missing_codes(numbers, behavior::range_of(scale));
    if (found.missing.empty()) return;
    for (const double code : found.missing) {
      const auto count = static_cast<std::size_t>(std::count(numbers.begin(), numbers.end(), code));
      Diagnostic& note = reference.diagnostics.emplace_back(
          tables::code_note(code, count, measure, true, words::say<"finding.reference.where">()));
      note.code = "W_REFERENCE_MISSING_CODE";
    }
    codes[measure] = found;
  });
  if (codes.empty()) return;
  std::erase_if(reference.values, [&](const ReferenceValue& value) {
    const auto found = codes.find(value.measure);
    return found != codes.end() && found->second.holds(value.value);
  });
}

}  // namespace

void doubt_values(Reference& reference) {
  leave_out_missing_codes(reference);
  say_outside(reference, reference.diagnostics);
  say_unit_doubts(reference, reference.diagnostics);
  say_age_sizes(reference, reference.diagnostics);
}

}  // namespace attune::report
