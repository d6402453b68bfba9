// The specification curve (Simonsohn, Simmons & Nelson 2020): the change of FAA and RSA between two visits under every
// defensible combination of choices, in order of size, so that it is seen whether a finding hangs on one of them.
//
//   FAA   form x alpha band x reference x amplitude limit x electrode pair
//   RSA   method x epoch length x band
//
// What is varied: visit/curve_settings.hpp; the report's own choice is always among them. Each change is the later
// visit's estimate minus the earlier one's, with the error of both (stats::difference), as the report forms its own. The
// analyses share the recordings, so their counts describe and are no test: nothing is more certain for being found by
// many of them. Strength (report/strength.hpp) does not rest on the curve.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/estimate.hpp"
#include "report/verdict.hpp"
#include "words/said.hpp"

namespace attune::visit {
struct VisitSpecifications;
}

namespace attune::report {

struct Report;

/// A choice that the analyses differ in.
struct CurveChoice {
  std::string id;  ///< form, band, reference, amplitude_limit, pair; method, epoch, band
  words::Text name;
  std::vector<words::Text> options;

  static constexpr const char* type_name = "CurveChoice";
  static constexpr auto fields() {
    return std::array{
        field<&CurveChoice::id>(
            "id",
            "form, band, reference, amplitude_limit, pair of the brain; method, epoch, band of the heart."),
        field<&CurveChoice::name>("name", "The same in words."),
        field<&CurveChoice::options>("options", "What may be chosen; the report's own choice stands first.")};
  }
};

/// The change under one option of each choice.
struct CurveAnalysis {
  std::vector<int> options;  ///< places in CurveChoice::options, in the order of the choices
  bool own = false;
  double before = 0, after = 0;
  Estimate change;
  Verdict verdict = Verdict::cannot_judge;

  static constexpr const char* type_name = "CurveAnalysis";
  static constexpr auto fields() {
    using A = CurveAnalysis;
    return std::array{field<&A::options>("options", "Which option of each choice, counted from 0."),
                      field<&A::own>("own", "Whether it is the report's own analysis, under its settings."),
                      field<&A::before>("before", "Value at the earlier visit."),
                      field<&A::after>("after", "Value at the later visit."),
                      field<&A::change>("change", "Later minus earlier, with its interval."),
                      field<&A::verdict>("verdict", "Whether that interval leaves out zero.")};
  }
};

/// Analyses that could not be formed or say the same as others, and why.
struct CurveGap {
  int analyses = 0;
  std::string choice;  ///< CurveChoice::id of the option that they share; empty: none
  words::Text what;    ///< the option that they share: "linked mastoids"; empty: none
  words::Text reason;

  static constexpr const char* type_name = "CurveGap";
  static constexpr auto fields() {
    return std::array{
        field<&CurveGap::analyses>("analyses", "How many."),
        field<&CurveGap::choice>("choice", "Which choice they share an option of; empty: none."),
        field<&CurveGap::what>("what", "The option that they share; empty: none."),
        field<&CurveGap::reason>("reason", "Why they could not be formed.")};
  }
};

struct SpecificationCurve {
  std::string measure;  ///< id of the primary measure whose change is asked about
  int from = 0, to = 0;
  std::vector<CurveChoice> choices;
  std::vector<CurveAnalysis> analyses;  ///< by change, the lowest first
  int up = 0, down = 0, up_beyond = 0, down_beyond = 0;
  std::vector<CurveGap> not_formed;  ///< and what would only have repeated others
  words::Text headline, sentence;

  static constexpr const char* type_name = "SpecificationCurve";
  static constexpr auto fields() {
    using C = SpecificationCurve;
    return std::array{
        field<&C::measure>("measure", "The primary measure whose change is asked about."),
        field<&C::from>("from", "Index of the earlier visit."),
        field<&C::to>("to", "Index of the later visit."),
        field<&C::choices>("choices", "What the analyses differ in."),
        field<&C::analyses>("analyses", "The change under every combination, the lowest first."),
        field<&C::up>("up", "Analyses whose change lies above zero."),
        field<&C::down>("down", "Analyses whose change lies below it."),
        field<&C::up_beyond>("up_beyond", "Analyses whose 95 % interval lies above zero."),
        field<&C::down_beyond>("down_beyond", "Analyses whose 95 % interval lies below it."),
        field<&C::not_formed>(
            "not_formed", "Analyses that could not be formed or would only have repeated others, and why."),
        field<&C::headline>("headline", "The counts in words; empty where no analysis could be formed."),
        field<&C::sentence>("sentence", "What the curve shows, or why there is none.")};
  }
};

/// The curves of brain and heart between the first and the last visit of a report; none of a domain that no visit's
/// recording has. `visits`: one for each visit of the report, empty without a recording; formed with the report's
/// settings.
std::vector<SpecificationCurve> specification_curves(const Report& report,
                                                     std::span<const visit::VisitSpecifications> visits);

}  // namespace attune::report
