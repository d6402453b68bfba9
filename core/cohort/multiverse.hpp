// The groups' question under every defensible combination of choices (multiverse analysis; Steegen et al. 2016): group × time
// of FAA and RSA by the same model, once for each way in which they may be formed, in order of size.
//
//   FAA   form x alpha band x reference x amplitude limit x electrode pair
//   RSA   method x epoch length x band
//
// What is varied is that of the specification curve of one infant (visit/curve_settings.hpp); the cohort's own analysis is
// always among them. A recording enters an analysis if it would enter the cohort under settings that say so: the gates of
// settings.hpp hold for what that way leaves clean. The values are kept once, when the recording is measured
// (Measured::specifications), and held small (kept_choices.hpp). The analyses share the recordings, and no p is adjusted:
// their counts describe and are no test.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cohort/cohort.hpp"
#include "group/report.hpp"
#include "group/table.hpp"
#include "report/specification_curve.hpp"

namespace attune::cohort {

struct MultiverseAnalysis {
  std::vector<int> options;
  bool own = false;
  int treated = 0, control = 0;
  Estimate change;
  std::optional<double> p;
  Estimate d_ppc2;
  report::Verdict verdict = report::Verdict::cannot_judge;

  static constexpr const char* type_name = "MultiverseAnalysis";
  static constexpr auto fields() {
    using A = MultiverseAnalysis;
    return std::array{
        field<&A::options>("options", "Which option of each choice, counted from 0."),
        field<&A::own>("own", "Whether it is the cohort's own analysis, under its settings."),
        field<&A::treated>("treated", "Treated infants with a value at both visits."),
        field<&A::control>("control", "Comparison infants with a value at both visits."),
        field<&A::change>(
            "change", "Change of treated minus change of comparison, mixed model, with its 95 % interval."),
        field<&A::p>("p", "Its p, not adjusted."),
        field<&A::d_ppc2>("d_ppc2", "The same in pooled SDs of the first visit."),
        field<&A::verdict>(
            "verdict",
            "increase or decrease: p is below the significance, with that sign; else no_evidence.")};
  }
};

/// One primary measure at one later visit.
struct Multiverse {
  std::string measure, visit;
  std::vector<report::CurveChoice> choices;
  std::vector<MultiverseAnalysis> analyses;  ///< by change, the lowest first
  int up = 0, down = 0, up_beyond = 0, down_beyond = 0;
  std::vector<report::CurveGap> not_formed;
  words::Text headline, sentence;

  static constexpr const char* type_name = "Multiverse";
  static constexpr auto fields() {
    using M = Multiverse;
    return std::array{
        field<&M::measure>("measure", "The primary measure whose change is asked about."),
        field<&M::visit>("visit", "The later visit, against the first."),
        field<&M::choices>("choices", "What the analyses differ in."),
        field<&M::analyses>("analyses",
                            "The difference in change under every combination, the lowest first."),
        field<&M::up>("up", "Analyses whose difference lies above zero."),
        field<&M::down>("down", "Analyses whose difference lies below it."),
        field<&M::up_beyond>("up_beyond", "Analyses above zero with p below the significance."),
        field<&M::down_beyond>("down_beyond", "Analyses below zero with p below the significance."),
        field<&M::not_formed>(
            "not_formed", "Analyses that could not be formed or would only have repeated others, and why."),
        field<&M::headline>("headline",
                            "Counts and range in words; empty where no analysis could be formed."),
        field<&M::sentence>("sentence", "What they depend on, or why there are none.")};
  }
};

/// Of each primary measure of brain and heart and each later visit; empty if the settings do not ask for it. `table` and
/// `report`: of the same cohort.
std::vector<Multiverse> multiverses(const Cohort& cohort, const group::Table& table,
                                    const group::GroupReport& report, const visit::Settings& settings);

/// multiverse.tsv: one line an analysis, after those of a measure and visit what could not be formed.
struct MultiverseRow {
  std::string measure, visit, compared_with;
  std::string form, method, band, reference, amplitude_limit, pair, epoch;
  std::optional<int> treated, control;
  std::optional<double> difference, se, df, ci_low, ci_high, p, d_ppc2;
  std::string unit, differs, own, reason;

  static constexpr const char* type_name = "MultiverseRow";
  static constexpr auto fields() {
    using R = MultiverseRow;
    return std::array{
        field<&R::measure>("measure", "The primary measure whose change is asked about."),
        field<&R::visit>("visit", "The later visit."),
        field<&R::compared_with>("compared_with", "The first visit."),
        field<&R::form>("form", "Form of power (brain)."),
        field<&R::method>("method", "Method of RSA (heart)."),
        field<&R::band>("band", "Band."),
        field<&R::reference>("reference", "Reference of the EEG (brain)."),
        field<&R::amplitude_limit>("amplitude_limit", "Amplitude limit of windows (brain)."),
        field<&R::pair>("pair", "Electrode pair, right minus left (brain)."),
        field<&R::epoch>("epoch", "Length of an epoch (heart)."),
        field<&R::treated>("treated", "Treated infants with a value at both visits."),
        field<&R::control>("control", "Comparison infants with a value at both visits."),
        field<&R::difference>("difference",
                              "Change of treated minus change of comparison, mixed model; none: see reason."),
        field<&R::se>("se", "Its standard error."),
        field<&R::df>("df", "Degrees of freedom."),
        field<&R::ci_low>("ci_low", "Lower end of its 95 % confidence interval."),
        field<&R::ci_high>("ci_high", "Upper end of its 95 % confidence interval."),
        field<&R::p>("p", "Its p, not adjusted for the number of analyses or measures."),
        field<&R::d_ppc2>("d_ppc2", "The same in pooled SDs of the first visit (Morris 2008)."),
        field<&R::unit>("unit", "Unit of the difference."),
        field<&R::differs>("differs", "Whether p is below the significance: up, down or no."),
        field<&R::own>("own", "yes: the cohort's own analysis."),
        field<&R::reason>("reason", "How many analyses could not be formed, and why.")};
  }
};
std::vector<MultiverseRow> multiverse_rows(const std::vector<Multiverse>& multiverses,
                                           const group::GroupReport& report);

}  // namespace attune::cohort
