// Groups in words, by rules. A few words for each later visit, tested word for word; T is the treated group,
// C the comparison group, V the later visit. "Apart": their difference at that visit has p below the
// significance (Welch; where infants lack one of the visits, the model's). "Changed differently": the mixed model's term,
// and the joint test as adjusted by Holm for a primary measure, have p below it.
//
//   changed differently | apart at first | apart at V | finding
//   yes                 | yes            | no, nearer | T moved toward C; no evidence of a difference at V
//   yes                 | yes            | yes, nearer| T moved toward C, still different at V
//   yes                 | yes            | farther    | T moved away from C
//   yes                 | no             | no         | changed differently; no evidence of a difference at V
//   yes                 | no             | yes        | changed differently; different at V
//   no                  | yes            | yes        | different at both visits; no evidence of a different
//                                                       change
//   no                  | yes            | no         | different at first, no evidence of a difference at V;
//                                                       no evidence of a different change
//   no                  | no             | no         | no evidence of a difference
//   no                  | no             | yes        | different at V; no evidence of a different change
//   too few             |                |            | cannot be judged: REASON
//
// To each is added, where completers lie on the other side of the significance than the model, their p; and, where it was
// found: "; equivalent within ±ε at V". Never a cause. Texts: core/words/en/group.json.
#pragma once

#include <span>
#include <vector>

#include "group/report.hpp"

namespace attune::group {

/// Fills `finding` and `sentence` of every later visit, and `missing`.
void add_words(MeasureResult& measure, const GroupReport& report);

/// Texts with semicolons between them; empty of none.
words::Text with_semicolons(std::span<const words::Text> texts);

/// What the numbers cannot say, in fixed wording.
std::vector<words::Text> cautions_for(const GroupReport& report);

}  // namespace attune::group
