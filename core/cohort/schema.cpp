#include "cohort/schema.hpp"

#include "base/setting_words.hpp"
#include "cohort/example.hpp"
#include "cohort/results.hpp"
#include "export/schema.hpp"
#include "group/design.hpp"

namespace attune::cohort {

static_assert(every_number_has_a_range(type_info<Settings>));
static_assert(every_setting_has_words<Settings>);

Json schema(const Wording& wording) {
  Json root = exports::report_schema(wording);
  Json& definitions = root["$defs"];
  schema_of<Settings>(definitions, wording);
  schema_of<Folder>(definitions, wording);
  schema_of<Example>(definitions, wording);
  schema_of<Results>(definitions, wording);
  schema_of<group::Design>(definitions, wording);
  return root;
}

}  // namespace attune::cohort
