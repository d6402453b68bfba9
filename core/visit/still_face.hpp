// The coded behaviour of a visit: where its codes and its phases come from, and what they come to.
//
// | phases, the first that there are               | also the recording's phases                      |
// |------------------------------------------------|--------------------------------------------------|
// | entered by hand, in the coding's time          | where it names none and the two clocks are known |
// | coded: states or a tier of the coding          | likewise                                         |
// | the recording's own, by its annotations        | yes                                              |
// | none: all that is coded, as one phase          | no                                               |
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "behavior/coding.hpp"
#include "edf/recording.hpp"
#include "visit/settings.hpp"
#include "visit/visit.hpp"

namespace attune::visit {

/// The codings of a visit, read; without a first one, `reason` says why.
struct VisitCoding {
  std::optional<behavior::Coding> first, second;
  std::optional<double> offset_s;  ///< recording's time minus coding's
  words::Text reason;
  words::Text second_reason;
  std::string second_text;  ///< the second coder's table: their own, or the first one's
};

/// The second coder's table: their own, else the first one's where a part of it was chosen for them; empty: no second.
const std::string& second_codes(const VisitOptions& options);

/// Reads the tables of the options; where there is none, the annotations that name states.
VisitCoding read_visit_coding(const VisitOptions& options, std::span<const edf::Annotation> annotations,
                              const Settings& settings);

/// The phases that a recording that ends at `end_s` is measured in: its own, else those of the coding, in the
/// recording's time.
std::vector<Phase> recording_phases(std::span<const Phase> annotated, double end_s, const VisitCoding& coding,
                                    const VisitOptions& options);

/// The still-face part of a visit whose heart and brain have been measured in `visit.phases`.
behavior::StillFace measure_still_face(const Visit& visit, const VisitCoding& coding,
                                       const VisitOptions& options, const Settings& settings);

}  // namespace attune::visit
