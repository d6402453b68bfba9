// Layers 2 and 3 in words. The situations and their sentences, tested word for word:
//
// | reliable change                      | words                                                              |
// |--------------------------------------|--------------------------------------------------------------------|
// | index beyond ±1.96 (or the points)   | reliable increase (METHOD …) · reliable decrease (METHOD …)        |
// | index within                         | no reliable change (METHOD …)                                      |
// | no s and r, no two-visit comparison  | cannot be judged: REASON                                           |
//
// | baseline → later, range = p ≥ .05    | words                                                              |
// |--------------------------------------|--------------------------------------------------------------------|
// | outside → within, a change was found | moved toward the comparison range and is now within it             |
// | outside → within, none was found     | outside at first and within later, but no evidence that it changed |
// | outside → outside, nearer, a change  | moved toward the comparison range, still outside it                |
// | outside → outside otherwise          | outside the comparison range at both visits                        |
// | within → within                      | within the comparison range at both visits                         |
// | within → outside, a change was found | moved away from the comparison range, now outside it               |
// | within → outside, none was found     | within at first and outside later, but no evidence that it changed |
// | too few comparison infants, no value | cannot be judged: VISIT: REASON                                    |
//
// "A change was found": beyond measurement error (layer 1) or reliable (layer 2).
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace attune::report {

std::string say_reliable(const ReliableChange& change);

/// The situation of the second table alone; both visits have a place.
std::string place_situation(const Measure& measure, const Change& change);

/// "40 comparison infants (simulated)".
std::string infants_words(int n, const std::string& source);

std::string say_places(const Measure& measure, const Change& change, const std::vector<Visit>& visits);

}  // namespace attune::report
