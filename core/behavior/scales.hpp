// Questionnaire scales by name, range and source. Numbers only: no wording of any item (rights: EPDS, IBQ-R,
// PBQ, PSI), and no norms.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "base/result.hpp"
#include "tables/missing.hpp"
#include "words/said.hpp"

namespace attune::behavior {

/// What a scale speaks of: the infant's temperament as rated, the mother, or something else.
enum class ScaleDomain { temperament, mother, other };
constexpr auto enum_names(ScaleDomain) {
  return std::array<std::string_view, 3>{"temperament", "mother", "other"};
}

/// A scale of the catalogue, or one that the user adds.
struct Scale {
  std::string id;     ///< "orc_mother", "epds", …
  words::Text title;  ///< as shown; of one that the user adds, as it was typed
  double lowest = 0;  ///< smallest and largest score there can be
  double highest = 0;
  words::Text up_means;  ///< what a higher score says
  int decimals = 0;      ///< digits shown after the point
  std::string source;
  ScaleDomain domain = ScaleDomain::other;
  std::string instrument;  ///< "IBQ-R", "EPDS", …
  std::string rater;       ///< "mother", "partner"; empty: whom it is about

  static constexpr const char* type_name = "Scale";
  static constexpr auto fields() {
    return std::array{field<&Scale::id>("id", "Stable name."),
                      field<&Scale::title>("title", "Name as shown."),
                      field<&Scale::lowest>("lowest", between(-1e9, 1e9), "Smallest score there can be."),
                      field<&Scale::highest>("highest", between(-1e9, 1e9), "Largest score there can be."),
                      field<&Scale::up_means>("up_means", "What a higher score says."),
                      field<&Scale::decimals>("decimals", between(0, 9), "Digits shown after the point."),
                      field<&Scale::source>("source", "Where it comes from."),
                      field<&Scale::domain>("domain", "What it speaks of."),
                      field<&Scale::instrument>("instrument", "Questionnaire that it belongs to."),
                      field<&Scale::rater>("rater", "mother or partner, where either may rate; else empty.")};
  }
};

/// The IBQ-R's scales and ORC, rated by mother and partner apart; EPDS and its item 10; PBQ total and
/// factors; PSI-SF total and subscales.
const std::vector<Scale>& known_scales();

/// The scale of this name; null if there is none.
const Scale* scale_named(std::span<const Scale> scales, std::string_view id);

/// Its name inside a sentence: the user's own scale has the user's words.
words::Value said_title(const Scale& scale);

/// The range of a scale; none without one.
std::optional<ValueRange> range_of(const Scale* scale);

/// Of values of a scale of whole answers: those that are no whole number, as means are, counted, at `where`; none where there
/// are none.
std::optional<Diagnostic> fraction_note(std::span<const double> values, const Scale& scale, const char* code,
                                        words::Text where);

/// A score that is made of others where all of them are there and it is not: ORC their mean, totals their
/// sum.
struct Composite {
  std::string id;
  std::vector<std::string> parts;
  bool mean = false;  ///< else the sum
};
const std::vector<Composite>& composites();

}  // namespace attune::behavior
