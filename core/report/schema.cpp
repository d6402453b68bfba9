#include "report/schema.hpp"

#include "report/report.hpp"

namespace attune::report {

Json report_schema() {
  Json definitions = Json::object();
  Json root = schema_of<Report>(definitions);
  schema_of<VisitOptions>(definitions);
  schema_of<Error>(definitions);
  root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  root["$defs"] = std::move(definitions);
  return root;
}

}  // namespace attune::report
