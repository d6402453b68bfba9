// Mothers and infants of a cohort: both hearts of each visit beside each other (cohort/pair_record.hpp), where it was asked
// for: the measures that the groups are compared by, and all pairs of a visit against their pseudo-dyads (dyad/pseudo.hpp).
//
// The measures are dyad_MEASURE_lead_lag_index, _peak and _peak_lag_s over the task, with _KIND behind for the first phase of
// a kind; MEASURE is rsa or heart_period. They are exploratory (group::is_of_pair).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cohort/cohort.hpp"
#include "cohort/pair_record.hpp"
#include "dyad/pseudo.hpp"

namespace attune::cohort {

struct PairSettings {
  dyad::Settings dyad;
  dyad::PseudoSettings pseudo;

  static constexpr const char* type_name = "CohortPairSettings";
  static constexpr auto fields() {
    return std::make_tuple(
        field("dyad", &PairSettings::dyad, "How each pair is measured."),
        field("pseudo", &PairSettings::pseudo, "How pairs are held against pseudo-dyads."));
  }
};

/// Adds the pair's measures to those of the infant's recording, and the codes of what is doubtful about it.
void add_pair(Measured& measured, const PairRecord& record);

/// pairs.tsv: one line a pair, phase (or the task) and measure.
struct PairRow {
  std::string participant, visit, phase, measure, verdict, first;
  double overlap_s = 0;
  std::optional<double> lead_lag_index, peak_r, peak_lag_s, p_surrogates, own_peak, pseudo_peak;
  int other_pairs = 0;
  std::optional<double> p_pseudo;

  static constexpr const char* type_name = "CohortPairRow";
  static constexpr auto fields() {
    using R = PairRow;
    return std::make_tuple(
        field("participant", &R::participant, "As in metrics.tsv."),
        field("visit", &R::visit, "Which visit."),
        field("phase", &R::phase, "Name of the phase; none: the task, all phases at once."),
        field("measure", &R::measure, "rsa or heart_period."),
        field("verdict", &R::verdict, "What may be said of this pair, against surrogates of its own."),
        field("first", &R::first, "Whose changes came first."),
        field("overlap_s", &R::overlap_s, "Time in which both courses are valid."),
        field("lead_lag_index", &R::lead_lag_index,
              "Mean correlation at the mother's leads minus that at the infant's, by the sign of the peak."),
        field("peak_r", &R::peak_r, "The correlation of the largest magnitude, with its sign."),
        field("peak_lag_s", &R::peak_lag_s, "Its lag; positive: the mother's changes come first."),
        field("p_surrogates", &R::p_surrogates, "Of the peak, by Holm over both measures."),
        field(
            "own_peak", &R::own_peak,
            "Magnitude of the peak without lags from one phase into another, as pseudo-dyads have it; none: "
            "too little time in common, or too few pairs."),
        field("pseudo_peak", &R::pseudo_peak, "Mean of that over its pseudo-dyads."),
        field("other_pairs", &R::other_pairs,
              "Pairs whose mothers the infant, and whose infants the mother was put beside."),
        field("p_pseudo", &R::p_pseudo,
              "Place of the own peak among theirs, the larger of both, not adjusted."));
  }
};

/// All pairs of a visit in one phase, or over the task.
struct PseudoResult {
  std::string visit, phase, measure;
  int with_pair = 0, pairs = 0;
  std::optional<double> own_mean, pseudo_mean, p, p_adjusted;
  int reaching = 0;
  words::Text sentence;

  static constexpr const char* type_name = "CohortPseudoDyads";
  static constexpr auto fields() {
    using R = PseudoResult;
    return std::make_tuple(
        field("visit", &R::visit, "Which visit."),
        field("phase", &R::phase, "Name of the phase; empty: the task, all phases at once."),
        field("measure", &R::measure, "rsa or heart_period."),
        field("with_pair", &R::with_pair, "Pairs that were measured and enter."),
        field("pairs", &R::pairs, "Of these with enough time in common, with each other too."),
        field("own_mean", &R::own_mean, "Mean magnitude of the own peaks."),
        field("pseudo_mean", &R::pseudo_mean, "The same of the pseudo-dyads."),
        field("p", &R::p, "Of the own mean against assignments of mothers to infants."),
        field("p_adjusted", &R::p_adjusted, "The same by Holm over both measures: decides."),
        field("reaching", &R::reaching, "Pairs whose own p reaches the level, by its place alone."),
        field("sentence", &R::sentence, "The same in words; of phases, which are exploratory, too."));
  }
};

/// What is told of a cohort's pairs.
struct Pairs {
  PairSettings settings;
  std::vector<words::Text> methods;
  std::vector<PseudoResult> pseudo;
  std::vector<PairRow> rows;

  static constexpr const char* type_name = "CohortPairs";
  static constexpr auto fields() {
    return std::make_tuple(field("settings", &Pairs::settings, "What they were measured with."),
                           field("methods", &Pairs::methods, "What was done."),
                           field("pseudo", &Pairs::pseudo, "All pairs of a visit against pseudo-dyads."),
                           field("rows", &Pairs::rows, "pairs.tsv."));
  }
};

/// `records` by session. What does not enter the comparison of groups enters here neither; of two infants with the same
/// recording of a mother the first.
Pairs pairs_of(const Cohort& cohort, std::span<const std::optional<PairRecord>> records,
               const PairSettings& settings);

std::string pairs_table(const Pairs& pairs);
/// The part of tables.json.
Json describe_pairs(const Pairs& pairs);

}  // namespace attune::cohort
