#include "report/schema.hpp"

#include "behavior/coding_reader.hpp"
#include "behavior/score_check.hpp"
#include "behavior/score_import.hpp"
#include "edf/anonymous_copy.hpp"
#include "hrv/rsa.hpp"
#include "report/exports.hpp"
#include "report/reference_contents.hpp"
#include "report/report.hpp"
#include "report/session_file.hpp"
#include "report/signal_marks.hpp"
#include "report/traces.hpp"

namespace attune::report {

Json report_schema() {
  Json definitions = Json::object();
  Json root = schema_of<Report>(definitions);
  schema_of<SessionFile>(definitions);
  schema_of<ReferenceContents>(definitions);
  schema_of<behavior::CodingContents>(definitions);
  schema_of<behavior::CheckedScores>(definitions);
  schema_of<behavior::ScoreTableContents>(definitions);
  schema_of<behavior::ScoreImport>(definitions);
  schema_of<behavior::ImportedScores>(definitions);
  schema_of<ExportOptions>(definitions);
  schema_of<Export>(definitions);
  schema_of<Error>(definitions);
  schema_of<edf::DeidentifyOptions>(definitions);
  schema_of<edf::AnonymousCopyResult>(definitions);
  schema_of<DrawnRecording>(definitions);
  schema_of<SignalMarks>(definitions);
  schema_of<hrv::PorgesGain>(definitions);
  schema_of<TraceRequest>(definitions);
  schema_of<ByteRange>(definitions);
  root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  root["$defs"] = std::move(definitions);
  return root;
}

}  // namespace attune::report

// Whatever a person or a file can set has its range (base/describe.hpp).
namespace attune {
static_assert(every_number_has_a_range<report::Settings>);
static_assert(every_number_has_a_range<report::VisitOptions>);
static_assert(every_number_has_a_range<report::SessionFile>);
static_assert(every_number_has_a_range<behavior::ScoreImport>);
}  // namespace attune

// The tables that every other file only refers to.
namespace attune {
template const TypeInfo type_info<report::Settings>;
template const TypeInfo type_info<report::Visit>;
template const TypeInfo type_info<report::Report>;
}  // namespace attune
