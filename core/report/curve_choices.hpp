// What the analyses of a specification curve differ in, of one infant (report/specification_curve.hpp) and of a cohort
// (cohort/multiverse.hpp): options in words, what could not be formed, what only repeats others, and the counts.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sort_by.hpp"
#include "hrv/settings.hpp"
#include "report/specification_curve.hpp"
#include "visit/specifications.hpp"

namespace attune::report {

/// One way to form a measure: an option of each choice, in the order of the choices.
struct Way {
  std::vector<words::Said> options;
  words::Text refused;  ///< why nothing was formed; empty if something was
  bool own = false;
};

struct AsymmetryForm {
  words::Said name;
  Estimate visit::AsymmetrySpecification::*estimate = nullptr;
  bool own = false;  ///< the report's
};
std::array<AsymmetryForm, 3> asymmetry_forms();

struct RsaMethod {
  words::Said name;
  Estimate visit::RsaSpecification::*estimate = nullptr;
  bool own = false;  ///< the report's, by its beat model
};
std::array<RsaMethod, 3> rsa_methods(hrv::BeatModel own);

std::vector<words::Said> options_of(const AsymmetryForm& form, const visit::AsymmetrySpecification& rest);
std::vector<words::Said> options_of(const RsaMethod& method, const visit::RsaSpecification& rest);

/// The options of each choice, the report's own first, then as they come.
std::vector<CurveChoice> choices_of(const std::vector<Way>& ways, bool brain);

/// Takes out options that nothing could be formed with; tells them, and what is left that could not, each reason once.
std::vector<CurveGap> take_out_gaps(const std::vector<Way>& ways, std::vector<CurveChoice>& choices);

/// Where the options of a way stand in those of the choices.
std::vector<int> places_of(const Way& way, const std::vector<CurveChoice>& choices);

/// The column of a choice in a line of a table; none: there is no such choice.
template <class Row>
std::string* column_of(std::string_view id, Row& row) {
  if (id == "form") return &row.form;
  if (id == "method") return &row.method;
  if (id == "band") return &row.band;
  if (id == "reference") return &row.reference;
  if (id == "amplitude_limit") return &row.amplitude_limit;
  if (id == "pair") return &row.pair;
  return id == "epoch" ? &row.epoch : nullptr;
}

/// That an option changes nothing: the same as this one.
CurveGap repeats(const CurveChoice& choice, std::size_t option, std::size_t same);

/// Options that change nothing, as a lower limit that leaves out no further window: their analyses would count twice.
/// `same` tells whether two analyses are one.
template <class Curve, class Same>
void take_out_repeats(Curve& curve, Same same) {
  const auto is_the_same = [&](std::size_t choice, int a, int b) {
    return std::all_of(curve.analyses.begin(), curve.analyses.end(), [&](const auto& one) {
      if (one.options[choice] != a) return true;
      std::vector<int> options = one.options;
      options[choice] = b;
      return std::any_of(curve.analyses.begin(), curve.analyses.end(),
                         [&](const auto& other) { return other.options == options && same(one, other); });
    });
  };
  for (std::size_t c = 0; c < curve.choices.size(); ++c) {
    auto& options = curve.choices[c].options;
    for (int option = static_cast<int>(options.size()) - 1; option > 0; --option) {
      int like = 0;
      while (like < option && !is_the_same(c, option, like)) ++like;
      if (like == option) continue;
      CurveGap gap =
          repeats(curve.choices[c], static_cast<std::size_t>(option), static_cast<std::size_t>(like));
      gap.analyses = static_cast<int>(
          std::erase_if(curve.analyses, [&](const auto& one) { return one.options[c] == option; }));
      for (auto& one : curve.analyses)
        if (one.options[c] > option) --one.options[c];
      options.erase(options.begin() + option);
      curve.not_formed.push_back(std::move(gap));
    }
  }
}

/// Counts the analyses by direction and verdict, and puts the lowest change first.
template <class Curve>
void count_and_sort(Curve& curve) {
  for (const auto& analysis : curve.analyses) {
    curve.up += *analysis.change.value > 0;
    curve.down += *analysis.change.value < 0;
    curve.up_beyond += analysis.verdict == Verdict::increase;
    curve.down_beyond += analysis.verdict == Verdict::decrease;
  }
  sort_by(curve.analyses, [](const auto& analysis) { return *analysis.change.value; });
}

/// A choice, and how many analyses of each of its options are beyond zero ("average 3 of 12").
struct ChoiceShares {
  std::size_t choice = 0;
  words::Value::List shares;
};

/// How many analyses with each option of a choice there are, and are beyond zero.
struct OptionCounts {
  std::vector<int> n, beyond;
};

/// The one whose options differ most in the share of their analyses that is beyond; none if none differ.
std::optional<ChoiceShares> choice_of_most(const std::vector<CurveChoice>& choices,
                                           const std::vector<OptionCounts>& counts);

template <class Curve>
std::optional<ChoiceShares> choice_of_most(const Curve& curve) {
  std::vector<OptionCounts> counts;
  for (std::size_t c = 0; c < curve.choices.size(); ++c) {
    const std::size_t options = curve.choices[c].options.size();
    OptionCounts& of =
        counts.emplace_back(OptionCounts{std::vector<int>(options), std::vector<int>(options)});
    for (const auto& analysis : curve.analyses) {
      const auto option = static_cast<std::size_t>(analysis.options[c]);
      ++of.n[option];
      of.beyond[option] += is_beyond_error(analysis.verdict);
    }
  }
  return choice_of_most(curve.choices, counts);
}

}  // namespace attune::report
