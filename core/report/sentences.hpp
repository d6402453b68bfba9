// One domain's finding in one sentence, from the three layers. The situations and their words, tested row by
// row (tests/core/sentences_test.cpp). X is the subject, A and B the visits' names; what stands in round
// brackets is filled in from the report's numbers.
//
// | layer 1: beyond measurement error?          | words                                                    |
// |---------------------------------------------|----------------------------------------------------------|
// | increase                                    | X rose from A to B by d (95 % CI …), more than           |
// |                                             | measurement error                                        |
// | decrease                                    | X fell from A to B by d (95 % CI …), more than           |
// |                                             | measurement error                                        |
// | no evidence                                 | X went from a at A to b at B (change …, 95 % CI …): no   |
// |                                             | evidence of a difference                                 |
// | a score or a coded share, without own error | X went from a at A to b at B                             |
// | a value is missing                          | X cannot be compared from A to B: (reasons).             |
//
// | layer 2: reliable?  beside layer 1          | words                                                    |
// |---------------------------------------------|----------------------------------------------------------|
// | reliable, same direction                    | , a reliable increase (METHOD)                           |
// | reliable, beside no evidence                | , but a reliable increase (METHOD)                       |
// | reliable, other direction                   | , yet a reliable decrease (METHOD)                       |
// | not reliable, beside a change               | , but no reliable change (METHOD)                        |
// | not reliable, beside none                   | , and no reliable change (METHOD)                        |
// | not reliable, without layer 1               | : no reliable change (METHOD)                            |
// | cannot be judged, without layer 1           | ; whether that is reliable cannot be judged: (reason)    |
// | cannot be judged otherwise                  | nothing                                                  |
//
// METHOD names the method and what it rests on, the source of the comparison infants with it.
//
// | layer 3: place among comparison infants     | words                                                    |
// |---------------------------------------------|----------------------------------------------------------|
// | both visits have one                        | ; SITUATION of report/layer_wording.hpp (percentile p at |
// |                                             | A, q at B, of n comparison infants)                      |
// | else                                        | nothing                                                  |
//
// | certainty of the data                       | words                                                    |
// |---------------------------------------------|----------------------------------------------------------|
// | good                                        | nothing                                                  |
// | low                                         | ; certainty is low (reasons)                             |
// | none                                        | the sentence of the missing value says why               |
#pragma once

#include <string>
#include <vector>

#include "report/certainty.hpp"
#include "report/report.hpp"

namespace attune::report {

/// The sentence of one later visit against the first, with a full stop. `certainty` is that of the data.
std::string change_sentence(const Measure& measure, const Change& change, const std::vector<Visit>& visits,
                            const Certainty& certainty);

/// The same in a few words: "Rose reliably", "No evidence of a difference", "Not enough to say".
std::string change_headline(const Measure& measure, const Change& change);

/// What the sentence speaks of: "Respiratory sinus arrhythmia at rest".
std::string subject_of(const Measure& measure);

/// Whether the change was found: beyond measurement error, or for what has no error of its own, reliable.
enum class Found { up, down, no_change, cannot_judge };
Found found_change(const Measure& measure, const Change& change);

}  // namespace attune::report
