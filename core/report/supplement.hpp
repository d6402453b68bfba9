// What a report can rest on beside the recordings: scores and comparison infants.
#pragma once

#include <optional>
#include <string>

#include "behavior/scores.hpp"
#include "report/reference.hpp"

namespace attune::report {

struct Supplement {
  behavior::Scores scores;             ///< completed (behavior::complete_scores)
  std::optional<Reference> reference;  ///< none: layer 3 cannot be judged
  std::string participant;             ///< the infant's code (report/participant.hpp); empty: none
};

/// The same as the user gave it: scores as entered, the comparison infants' table as text.
struct SupplementInput {
  behavior::Scores scores;
  std::string reference_csv;
  std::string participant;

  static constexpr const char* type_name = "SupplementInput";
  static constexpr auto fields() {
    return std::array{
        field<&SupplementInput::scores>("scores", "Scores of each visit, as entered."),
        field<&SupplementInput::reference_csv>("reference_csv",
                                               "Table of comparison infants as text; empty: none."),
        field<&SupplementInput::participant>("participant", "Code of the infant, as entered; empty: none.")};
  }
};

/// Errors: those of behavior::complete_scores, read_reference and check_participant.
Result<Supplement> read_supplement(SupplementInput input);

}  // namespace attune::report
