// Coded behaviour as measures of the report: each state's share in play, still-face and reunion, its
// still-face effect and recovery.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace attune::report {

/// The name of a state as part of a measure's: "object/environment" is "object_environment".
std::string state_id(const std::string& state);

/// Every state that any visit has, over the visits; none without a coding. A state that a visit's coder did
/// not use is 0 there if the infant showed it at another visit. A share has no standard error of its own: its
/// change is judged by layers 2 and 3. Primary is the settings' state in still-face.
std::vector<Measure> still_face_measures(const std::vector<visit::Visit>& visits,
                                         const visit::Settings& settings);

/// What the measure of this id is called: a usual state's share, effect or recovery; empty if it is none.
words::Text title_of_still_face(std::string_view id);

/// Whether the measure is a share of time, from 0 to 1; effect and recovery are differences of shares.
bool is_share(const Measure& measure);

}  // namespace attune::report
