// Scores of one infant and its parents over the visits, as entered: what `attune report --scores` reads.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "behavior/scales.hpp"

namespace attune::behavior {

/// {"sex": "f", "scales": […], "visits": [{"scores": {"orc_mother": 4.6, "epds": 13}}, …]}, visits in their
/// order. A score that is not there is missing; null says so too.
struct VisitScores {
  std::map<std::string, std::optional<double>> scores;
  std::map<std::string, words::Text> missing;

  static constexpr const char* type_name = "VisitScores";
  static constexpr auto fields() {
    return std::array{
        field<&VisitScores::scores>("scores", between(-1e9, 1e9),
                                    "Score by the scale's name; null: missing."),
        field<&VisitScores::missing>("missing", "Why a score is missing, where that is known.")};
  }
};

struct Scores {
  std::string sex;            ///< "f", "m", or empty: for matching comparison infants
  std::vector<Scale> scales;  ///< free scales, beside the known ones
  std::vector<VisitScores> visits;

  static constexpr const char* type_name = "Scores";
  static constexpr auto fields() {
    return std::array{
        field<&Scores::sex>("sex", "f, m, or empty; only for matching comparison infants."),
        field<&Scores::scales>("scales", up_to(1000), "The user's own scales, with range and direction."),
        field<&Scores::visits>("visits", up_to(1000),
                               "Scores of each visit, in the order of the recordings.")};
  }
};

/// Fills in what follows from its parts where all of them are there and it is not (ORC, PBQ and PSI-SF
/// totals). Errors: E_SCORE_SCALE (no scale of that name), E_SCORE_RANGE (outside the scale's range),
/// E_SCORE_SEX, each with visit and scale.
Result<Scores> complete_scores(Scores scores);

/// A score from its parts; none where one of them is not there.
std::optional<double> from_parts(const VisitScores& visit, const Composite& composite);

/// "visit 2, epds"; `visit` counts from 0.
words::Said place_of_score(std::size_t visit, const std::string& scale);

/// Known scales, then the user's.
std::vector<Scale> all_scales(const Scores& scores);

/// The safety note where EPDS item 10 is above 0 at any visit, and the cut-offs that an EPDS total reaches.
std::vector<Diagnostic> score_notes(const Scores& scores);

}  // namespace attune::behavior
