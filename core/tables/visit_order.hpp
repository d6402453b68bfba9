// The order in time of visits that are known by their names, and which visit of a report each is: one ranking for scores,
// comparison infants, cohorts and group tables.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace attune::tables {

struct VisitOrder {
  std::vector<std::size_t> places;  ///< of the names, in order of time
  bool told = true;                 ///< by the names; else they stand, in part, as they were given
};

/// Known words (screening, baseline, pre … follow-up, retest) before and behind numbers with units (9wk, 12 months) or
/// without (v10, t0, 3), or dates; what the names do not tell keeps the order in which it is given, behind what names
/// the beginning.
VisitOrder order_visits(const std::vector<std::string>& visits);

/// The same; what the names do not tell is said in `notes` (W_VISIT_ORDER).
std::vector<std::size_t> visit_order(const std::vector<std::string>& visits, std::vector<Diagnostic>& notes);

/// Which visit of a report, from 1, each name is: its place in time. Names that are whole numbers from 1 to 6, or only one
/// of them, are these visits themselves; other numbers (0 and 1, 3 and 6) are names like any other, which is said
/// (N_VISIT_NUMBERS).
std::vector<int> visit_numbers(const std::vector<std::string>& visits, std::vector<Diagnostic>& notes);

/// The same of names that stand beside a scale's in the names of columns (t0, post, 9wk). Beside numbers a beginning is
/// the first visit and what is after it the second; what is after it alone is the second too. A beginning and the first
/// number beside one scale (baseline, T1) are two visits; `beside_one` tells of two names, by their places, whether they
/// stand beside one scale. That two names of different scales are taken as one visit is said (W_VISIT_SUFFIX).
std::vector<int> suffix_numbers(const std::vector<std::string>& visits,
                                const std::function<bool(std::size_t, std::size_t)>& beside_one,
                                std::vector<Diagnostic>& notes);

/// Visits next to each other in time that no infant has both of, under names of two kinds (baseline, T1), may be one
/// (W_VISIT_APART). `visits`: in order of time; `of_infants`: the visits of each infant, by their places.
void say_visits_apart(const std::vector<std::string>& visits,
                      const std::vector<std::set<std::size_t>>& of_infants, std::vector<Diagnostic>& notes);

/// Dates of which every infant has its own are no names of visits (W_VISIT_DATES).
void say_own_dates(const std::vector<std::string>& visits,
                   const std::vector<std::set<std::size_t>>& of_infants, std::vector<Diagnostic>& notes);

}  // namespace attune::tables
