// What the domains say together: a sentence for each later visit, and no sum score. A domain changed if its
// primary measure did, beyond measurement error or, without an error of its own, reliably. The situations and
// their words, tested row by row (tests/core/sentences_test.cpp):
//
// | domains                          | words                                                                  |
// |----------------------------------|------------------------------------------------------------------------|
// | none could be judged             | Nothing can be said of change in any of N domains: too little data.    |
// | all judged, none changed         | None of N domains changed beyond measurement error or reliably.        |
// | the same file at both visits     | Nothing can be said of change in any of N domains: both visits are the |
// |                                  | same file.                                                             |
// | some judged, none changed        | No domain is known to have changed: LIST show(s) no change; LIST       |
// |                                  | cannot be judged.                                                      |
// | some changed                     | X of N domains changed beyond measurement error or reliably: LIST      |
// |                                  | [; LIST show(s) no such change] [; LIST cannot be judged].             |
//
// Each domain that changed is named with its direction ("heart (more variability)"). Where the original study
// reports a direction for infants after their mothers' treatment (RSA up, asymmetry to the left, ORC up:
// Krzeczkowski, Schmidt & Van Lieshout 2021), the list ends with:
//
// | of those that changed and have one | words                                                                |
// |------------------------------------|----------------------------------------------------------------------|
// | one or more, all that way          | , in the direction reported for infants after their mothers'         |
// |                                    | treatment                                                            |
// | one, or all, the other way         | , against the direction reported for infants after their mothers'    |
// |                                    | treatment                                                            |
// | some this way, some the other      | , not all in one direction: LIST as reported for infants after their |
// |                                    | mothers' treatment, LIST against it                                  |
//
// If a domain without a reported direction changed too, the first two read "; LIST in the direction …".
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace attune::report {

/// The sentences of all later visits, each under its visit's name where there are several; empty with one
/// visit.
std::string overall_pattern(const std::vector<Measure>& measures, const std::vector<Visit>& visits);

}  // namespace attune::report
