#include "report/supplement.hpp"

#include "report/participant.hpp"

namespace attune::report {

Result<Supplement> read_supplement(SupplementInput input) {
  if (const Status status = check_participant(input.participant); !status) return status.error();
  Supplement supplement;
  supplement.participant = std::move(input.participant);
  auto scores = behavior::complete_scores(std::move(input.scores));
  if (!scores) return scores.error();
  supplement.scores = std::move(*scores);
  if (input.reference_csv.empty()) return supplement;
  auto reference = read_reference(input.reference_csv);
  if (!reference) return reference.error();
  supplement.reference = std::move(*reference);
  return supplement;
}

}  // namespace attune::report
