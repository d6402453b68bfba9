#include "report/schema.hpp"

#include "behavior/scores.hpp"
#include "edf/anonymous_copy.hpp"
#include "report/report.hpp"

namespace attune::report {

Json report_schema() {
  Json definitions = Json::object();
  Json root = schema_of<Report>(definitions);
  schema_of<VisitOptions>(definitions);
  schema_of<behavior::Scores>(definitions);
  schema_of<Error>(definitions);
  schema_of<edf::DeidentifyOptions>(definitions);
  schema_of<edf::AnonymousCopyResult>(definitions);
  root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  root["$defs"] = std::move(definitions);
  return root;
}

}  // namespace attune::report
