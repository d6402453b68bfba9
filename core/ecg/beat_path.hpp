// Which of many candidate peaks are beats: the most likely path through them (Viterbi 1967), and how sure
// each is (forward-backward; Rabiner 1989).
//
// Each candidate brings the log-likelihood ratio of being a beat against being noise. Each step is judged by
// how its RR interval compares with the one before: ln(RR / previous RR) is normal with SD `rhythm_sd` in
// sinus rhythm, and with a small probability anything at all: an ectopic beat that shows itself clearly costs
// no more than that.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ecg/settings.hpp"

namespace attune::ecg {

struct Candidate {
  double time_s = 0;
  double score = 0;  ///< log-likelihood ratio
};

struct Path {
  std::vector<std::size_t> chosen;  ///< indices of candidates, rising
  std::vector<double> probability;  ///< of each chosen one to be a beat, given all candidates
};

/// What is known of this recording's rhythm before the search.
struct KnownRhythm {
  double change_sd = 0;            ///< SD of ln(RR / previous RR) in sinus rhythm
  std::vector<double> usual_rr_s;  ///< usual interval around each candidate; empty: not known
};

/// Candidates are ordered by time.
Path best_path(std::span<const Candidate> candidates, const KnownRhythm& rhythm, const Settings& settings);

}  // namespace attune::ecg
