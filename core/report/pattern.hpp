// What the domains say together: only reliable changes are counted, and how many domains could be judged at all. The
// family is one predeclared primary measure a domain; Holm's correction among them is said. For each later visit:
//
// | domains                            | words (core/words/en/finding.json)                                            |
// |------------------------------------|-------------------------------------------------------------------------------|
// | none judged                        | pattern.nothing first, with what is missing or the same file                  |
// | some judged, some changed reliably | pattern.some: X of N domains changed reliably: LIST with directions           |
// |                                    | [raters_disagree]                                                             |
// |                                    | [pattern.as_in_studies] [pattern.against_studies]                             |
// | some judged, none changed reliably | pattern.none                                                                  |
// | the infant may have cried          | pattern.crying                                                                |
// | not reliable, yet beyond error     | pattern.within                                                                |
// | every strength but reliable        | pattern.for: For LIST: the strength's words, or that it was not recorded      |
// | numbers from too little data       | pattern.low_certainty                                                         |
// | more than one in the family        | pattern.holm                                                                  |
#pragma once

#include <vector>

#include "report/report.hpp"

namespace attune::report {

/// The sentences of all later visits, each under its visit's name where there are several, but once that none can
/// be judged; empty with one visit. `compared`: whether any comparison infants were given.
words::Text overall_pattern(const std::vector<Measure>& measures, const std::vector<visit::Visit>& visits,
                            bool compared, const visit::Settings& settings);

}  // namespace attune::report
