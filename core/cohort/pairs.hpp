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

#include "base/json.hpp"
#include "cohort/cohort.hpp"
#include "cohort/pair_record.hpp"
#include "dyad/pseudo.hpp"

namespace attune::cohort {

struct PairSettings {
  dyad::Settings dyad;
  dyad::PseudoSettings pseudo;

  static constexpr const char* type_name = "CohortPairSettings";
  static constexpr auto fields() {
    return std::array{field<&PairSettings::dyad>("dyad", "How each pair is measured."),
                      field<&PairSettings::pseudo>("pseudo", "How pairs are held against pseudo-dyads.")};
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
    return std::array{
        field<&R::participant>("participant", "As in metrics.tsv."),
        field<&R::visit>("visit", "Which visit."),
        field<&R::phase>("phase", "Name of the phase; none: the task, all phases at once."),
        field<&R::measure>("measure", "rsa or heart_period."),
        field<&R::verdict>("verdict", "What may be said of this pair, against surrogates of its own."),
        field<&R::first>("first", "Whose changes came first."),
        field<&R::overlap_s>("overlap_s", "Time in which both courses are valid."),
        field<&R::lead_lag_index>(
            "lead_lag_index",
            "Mean correlation at the mother's leads minus that at the infant's, by the sign of the peak."),
        field<&R::peak_r>("peak_r", "The correlation of the largest magnitude, with its sign."),
        field<&R::peak_lag_s>(
            "peak_lag_s", "Its lag where a coupling is found; positive: the mother's changes come first."),
        field<&R::p_surrogates>("p_surrogates", "Of the peak, by Holm over both measures."),
        field<&R::own_peak>(
            "own_peak",
            "Magnitude of the peak without lags from one phase into another, as pseudo-dyads have it; none: "
            "too little time in common, or too few pairs."),
        field<&R::pseudo_peak>("pseudo_peak", "Mean of that over its pseudo-dyads."),
        field<&R::other_pairs>(
            "other_pairs", "Pairs whose mothers the infant, and whose infants the mother was put beside."),
        field<&R::p_pseudo>("p_pseudo",
                            "Place of the own peak among theirs, the larger of both, not adjusted.")};
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
    return std::array{
        field<&R::visit>("visit", "Which visit."),
        field<&R::phase>("phase", "Name of the phase; empty: the task, all phases at once."),
        field<&R::measure>("measure", "rsa or heart_period."),
        field<&R::with_pair>("with_pair", "Pairs that were measured and enter."),
        field<&R::pairs>("pairs", "Of these with enough time in common, with each other too."),
        field<&R::own_mean>("own_mean", "Mean magnitude of the own peaks."),
        field<&R::pseudo_mean>("pseudo_mean", "The same of the pseudo-dyads."),
        field<&R::p>("p", "Of the own mean against assignments of mothers to infants."),
        field<&R::p_adjusted>("p_adjusted", "The same by Holm over both measures: decides."),
        field<&R::reaching>("reaching", "Pairs whose own p reaches the level, by its place alone."),
        field<&R::sentence>("sentence", "The same in words; of phases, which are exploratory, too.")};
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
    return std::array{field<&Pairs::settings>("settings", "What they were measured with."),
                      field<&Pairs::methods>("methods", "What was done."),
                      field<&Pairs::pseudo>("pseudo", "All pairs of a visit against pseudo-dyads."),
                      field<&Pairs::rows>("rows", "pairs.tsv.")};
  }
};

/// Takes what was measured in the recording of a session, with the pair's measures where there are such and the settings ask
/// for them; the pair's record goes into `records`, which are by session.
void add_with_pair(Cohort& cohort, std::size_t session, Measured measured,
                   std::vector<std::optional<PairRecord>>& records);

/// `records` by session. What does not enter the comparison of groups enters here neither; of two infants with the same
/// recording of a mother the first.
Pairs pairs_of(const Cohort& cohort, std::span<const std::optional<PairRecord>> records,
               const PairSettings& settings);

std::string pairs_table(const Pairs& pairs);
/// Adds pairs.tsv's columns and what is told of the pairs to tables.json.
void describe_pairs(Json& tables, const Pairs& pairs);

}  // namespace attune::cohort
