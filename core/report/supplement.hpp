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
};

/// The same as the user gave it: scores as entered, the comparison infants' table as text.
struct SupplementInput {
  behavior::Scores scores;
  std::string reference_csv;

  static constexpr const char* type_name = "SupplementInput";
  static constexpr auto fields() {
    return std::make_tuple(field("scores", &SupplementInput::scores, "Scores of each visit, as entered."),
                           field("reference_csv", &SupplementInput::reference_csv,
                                 "Table of comparison infants as text; empty: none."));
  }
};

/// Errors: those of behavior::complete_scores and read_reference.
Result<Supplement> read_supplement(SupplementInput input);

}  // namespace attune::report
