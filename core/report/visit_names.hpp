// What visits are called.
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"
#include "words/said.hpp"

namespace attune::report {

/// "baseline", "follow-up", "visit 3".
std::string default_label(std::size_t index);

/// The visit's name in a sentence: what the user called it stays as it is.
words::Value name_of_visit(const std::vector<visit::Visit>& visits, std::size_t index);

/// The same as a text of its own, where something is told of the visit.
words::Text place_of_visit(const std::vector<visit::Visit>& visits, std::size_t index);

}  // namespace attune::report
