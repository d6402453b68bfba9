// What a planned table of scores says against itself: dates and ages that run against its visits, and sums beside answers
// that are missing.
#pragma once

#include "behavior/score_plan.hpp"

namespace attune::behavior {

/// W_SCORE_TIME_ORDER: a visit whose date or age is before that of an earlier one. W_SCORE_PARTIAL: a sum beside items of
/// which some have no answer. W_SCORE_KEY: a key of items whose score has another range than its scale.
void say_score_doubts(ScorePlan& plan);

}  // namespace attune::behavior
