#include "export/schema.hpp"

#include "base/setting_words.hpp"
#include "behavior/coding_reader.hpp"
#include "behavior/score_check.hpp"
#include "behavior/score_import.hpp"
#include "dyad/hearts.hpp"
#include "edf/annotated_copy.hpp"
#include "edf/anonymous_copy.hpp"
#include "export/exports.hpp"
#include "export/opened_kind.hpp"
#include "export/session_file.hpp"
#include "hrv/rsa.hpp"
#include "report/reference_contents.hpp"
#include "report/report.hpp"
#include "visit/signal_marks.hpp"
#include "visit/traces.hpp"

namespace attune::exports {

Json report_schema(const Wording& wording) {
  Json definitions = Json::object();
  Json root = schema_of<report::Report>(definitions, wording);
  schema_of<SessionFile>(definitions, wording);
  schema_of<report::ReferenceContents>(definitions, wording);
  schema_of<behavior::CodingContents>(definitions, wording);
  schema_of<behavior::CheckedScores>(definitions, wording);
  schema_of<behavior::ScoreTableContents>(definitions, wording);
  schema_of<behavior::ScoreImport>(definitions, wording);
  schema_of<behavior::ImportedScores>(definitions, wording);
  schema_of<ExportOptions>(definitions, wording);
  schema_of<Export>(definitions, wording);
  schema_of<Opened>(definitions, wording);
  schema_of<Error>(definitions, wording);
  schema_of<dyad::Dyad>(definitions, wording);
  schema_of<dyad::PairWanted>(definitions, wording);
  schema_of<edf::DeidentifyOptions>(definitions, wording);
  schema_of<edf::AnonymousCopyResult>(definitions, wording);
  schema_of<edf::NewAnnotation>(definitions, wording);
  schema_of<edf::AnnotatedCopyResult>(definitions, wording);
  schema_of<visit::DrawnRecording>(definitions, wording);
  schema_of<visit::SignalMarks>(definitions, wording);
  schema_of<hrv::PorgesGain>(definitions, wording);
  schema_of<visit::TraceRequest>(definitions, wording);
  schema_of<visit::ByteRange>(definitions, wording);
  root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  root["$defs"] = std::move(definitions);
  return root;
}

}  // namespace attune::exports

// Whatever a person or a file can set has its range (base/describe.hpp), and settings their words.
namespace attune {
static_assert(every_number_has_a_range(type_info<visit::Settings>));
static_assert(every_number_has_a_range(type_info<visit::VisitOptions>));
static_assert(every_number_has_a_range(type_info<exports::SessionFile>));
static_assert(every_number_has_a_range(type_info<behavior::ScoreImport>));
static_assert(every_number_has_a_range(type_info<edf::NewAnnotation>));
static_assert(every_number_has_a_range(type_info<dyad::PairWanted>));
static_assert(every_setting_has_words<visit::Settings>);
}  // namespace attune

// The tables that every other file only refers to.
namespace attune {
template const TypeInfo type_info<visit::Settings>;
template const TypeInfo type_info<visit::Visit>;
template const TypeInfo type_info<report::Report>;
}  // namespace attune
