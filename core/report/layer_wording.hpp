// Layers 2 and 3 in words. The situations of layer 3, tested row by row (tests/core/layers_test.cpp):
//
// | baseline → later, range = p ≥ .05 | words                                                              |
// |-----------------------------------|--------------------------------------------------------------------|
// | outside → within, changed         | Moved toward the comparison range and is now within it             |
// | outside → within otherwise        | Outside at first and within later, but not known to have changed   |
// | outside → outside, nearer, changed | Moved toward the comparison range, still outside it               |
// | outside → outside otherwise       | Outside the comparison range at both visits                        |
// | within → within                   | Within the comparison range at both visits                         |
// | within → outside, changed         | Left the comparison range                                          |
// | within → outside otherwise        | Within at first and outside later, but not known to have changed   |
//
// "Changed": reliably.
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace attune::report {

/// "reliable increase (control-adjusted t …)", or why it cannot be judged.
words::Said say_reliable(const ReliableChange& change);

/// Whether the comparison infants that judge the change are of this infant's age.
bool is_matched_by_age(const ReliableChange& change);

/// What the limits of a change rest on.
words::Said how_judged(const ReliableChange& change);

/// "Moved toward the comparison range …"; both visits have a place.
words::Said place_situation(const Measure& measure, const Change& change);

/// "12 (95 % CI 4 to 27)", "below the 1st (95 % CI 0 to 3)".
words::Said percentile_words(const Place& place);

/// What a table of comparison infants calls itself, as part of a sentence.
words::Value source_name(const words::Text& source);
/// For `select`: whether it calls itself anything.
words::AsIs some(const words::Text& source);

/// "40 comparison infants (simulated)".
words::Said infants_words(int n, const words::Text& source);

/// Place at both visits, or why there is none.
words::Said say_places(const Measure& measure, const Change& change, const std::vector<visit::Visit>& visits);

}  // namespace attune::report
