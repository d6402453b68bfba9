// How strongly a change may be spoken of. The first row that holds decides:
//
// | strength            | holds where                                                                              |
// |---------------------|------------------------------------------------------------------------------------------|
// | not_comparable      | the visits were recorded differently: other reference, other phases of the procedure in  |
// |                     | what is told of the whole recording, breathing outside the band at one                   |
// | too_little          | a visit has the signal or the coding, and too little of it for a number with an error    |
// | cannot_judge        | a value is missing for another reason, or both visits are one file                       |
// | depends_on_choice   | another form of the same measure says otherwise: beyond error in the other direction, or |
// |                     | one is beyond error and the other's interval holds zero and not the first one's change   |
// | reliable            | layer 2 was judged: the change is reliable                                               |
// | not_reliable        | layer 2 was judged: it is not                                                            |
// | recordings_differ   | only layer 1 was judged: beyond the recordings' own error                                |
// | no_difference_found | only layer 1 was judged: not beyond it                                                   |
// | cannot_judge        | no error of its own, and nothing to judge it by                                          |
//
// `direction` is given where the words say that something moved: reliable, not_reliable beyond error, recordings_differ.
// `as_in_studies` needs reliable, the first visit, and a direction in the studies (report/studies.hpp).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace attune::report {

/// How the references of two recordings differ, as their labels name them; empty where they do not, or name none.
words::Text other_reference(const std::vector<std::string>& before, const std::vector<std::string>& after,
                            const std::vector<visit::Visit>& visits, std::size_t from, std::size_t to);

/// That two recordings have other phases of the procedure, where the measure is taken over the whole of them; else
/// empty.
words::Text other_phases(const Measure& measure, const std::vector<visit::Visit>& visits, std::size_t from,
                         std::size_t to);

/// Whether neither recording of a pair has a channel for the measure of heart or brain.
bool is_recorded_nowhere(const Measure& measure, const std::vector<visit::Visit>& visits,
                         std::span<const std::size_t> pair);

/// Fills `ladder` of every change. The layers stand already.
void decide_strengths(std::vector<Measure>& measures, const std::vector<visit::Visit>& visits);

}  // namespace attune::report
