#include "cohort/schema.hpp"

#include "cohort/example.hpp"
#include "cohort/results.hpp"
#include "report/schema.hpp"

namespace attune::cohort {

static_assert(every_number_has_a_range<Settings>);

Json schema() {
  Json root = report::report_schema();
  Json& definitions = root["$defs"];
  schema_of<Settings>(definitions);
  schema_of<Folder>(definitions);
  schema_of<Example>(definitions);
  schema_of<Results>(definitions);
  return root;
}

}  // namespace attune::cohort
