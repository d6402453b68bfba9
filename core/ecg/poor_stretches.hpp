// Where the beats of a recording cannot be trusted.
//
// A window of settings.trust.window_s is poor if it holds no beat, if more than a share of its beats are
// unsure, or if two detectors disagree on it: the first look (slope energy) and the matched filter see
// different sides of a QRS, and where they seldom meet there is no QRS to see. So is a run of settings.trust.run_beats of
// which, besides the least sure one, more than most_false are expected to be false: a few beats of a rhythm that noise
// made; a run of intervals far shorter than the usual; and a run whose rhythm leaves the heart's own in one beat, keeps a
// level of its own for some beats and is back in one.
#pragma once

#include <span>
#include <vector>

#include "base/interval.hpp"
#include "ecg/beats.hpp"
#include "ecg/settings.hpp"

namespace attune::ecg {

/// A beat with what the other detector says of it.
struct SeenBeat {
  double time_s = 0;
  double confidence = 0;
  bool seen_twice = false;
};

/// Poor stretches of one segment, by start; windows that touch are joined.
std::vector<Interval> poor_stretches(std::span<const SeenBeat> beats, Interval segment,
                                     const Settings& settings);

}  // namespace attune::ecg
