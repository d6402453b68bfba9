// The functions of the binary interface: JSON text in and out. See attune.d.ts; its handles: recording_bindings.cpp.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <optional>

#include "base/json_tree.hpp"
#include "behavior/coding_reader.hpp"
#include "behavior/score_check.hpp"
#include "behavior/score_import.hpp"
#include "cohort/example.hpp"
#include "cohort/results.hpp"
#include "cohort/schema.hpp"
#include "edf/beginning.hpp"
#include "export/exports.hpp"
#include "export/opened_kind.hpp"
#include "export/session_file.hpp"
#include "group/design.hpp"
#include "hrv/rsa.hpp"
#include "report/compare.hpp"
#include "report/reference_contents.hpp"
#include "synth/coding.hpp"
#include "synth/dyad.hpp"
#include "synth/reference.hpp"
#include "synth/scores.hpp"
#include "text_call.hpp"
#include "visit/measure.hpp"
#include "visit/specifications.hpp"
#include "words/catalogue.hpp"

namespace {

using namespace attune;
using namespace attune::page;
using emscripten::val;

std::string version() {
  return ATTUNE_VERSION;
}
bool say_in(const std::string& language) {
  const auto named = words::language_named(language);
  if (named) page_languages.front() = {*named};
  return named.has_value();
}
std::string schema() {
  return dump(cohort::schema({{}, page_languages}));
}
std::string default_settings() {
  return text_of(visit::Settings{});
}

/// The defaults with these members of others in their place.
visit::Settings settings_with(const visit::Settings& settings) {
  return settings;
}

Result<report::Report> compare(std::vector<visit::Visit> visits, const visit::Settings& settings,
                               const report::Supplement& supplement) {
  return report::compare(std::move(visits), settings, supplement);
}

std::vector<report::SpecificationCurve> specification_curves(
    const report::Report& report, const std::vector<visit::VisitSpecifications>& visits) {
  return report::specification_curves(report, visits);
}

Result<report::ReferenceContents> reference_contents(const std::string& csv) {
  const auto& reference = read_reference(csv);
  if (!reference) return reference.error();
  return report::contents_of(*reference);
}

visit::Visit visit_without_recording(const visit::Settings& settings, const visit::VisitOptions& options) {
  return visit::visit_without_recording(options, settings);
}

Result<behavior::CodingContents> coding_contents(const std::string& text,
                                                 const behavior::CodingOptions& options,
                                                 const visit::Settings& settings) {
  return behavior::coding_contents(text, options, settings.coding, settings.phases);
}

/// Of the default settings, for the Methods screen.
std::string porges_gain() {
  constexpr double step_hz = 0.1;
  return json_text(hrv::porges_gain(hrv::Settings{}, step_hz));
}

std::string known_scales() {
  return text_of(behavior::known_scales());
}

/// Of one visit.
Result<cohort::Measured> cohort_measured(const visit::Visit& visit, const visit::Settings& settings,
                                         std::optional<visit::VisitSpecifications> specifications,
                                         std::optional<cohort::PairRecord> pair) {
  auto measured = cohort::measured_of(visit, settings, std::move(specifications));
  measured.pair = std::move(pair);
  return measured;
}

Result<cohort::Results> cohort_results(cohort::Plan plan,
                                       std::vector<std::optional<cohort::Measured>> measured,
                                       cohort::Settings cohort_settings, const visit::Settings& settings) {
  if (const Status status = cohort::check(plan, measured.size()); !status) return status.error();
  cohort::Cohort cohort(std::move(plan), std::move(cohort_settings));
  std::vector<std::optional<cohort::PairRecord>> pairs(measured.size());
  for (std::size_t i = 0; i < measured.size(); ++i)
    if (measured[i]) cohort::add_with_pair(cohort, i, std::move(*measured[i]), pairs);
  return cohort::results_of(cohort, settings, pairs);
}

std::string default_cohort_settings() {
  return text_of(cohort::Settings{});
}

std::string default_design_settings() {
  return text_of(group::DesignSettings{});
}

std::string example_study() {
  return text_of(cohort::example_study());
}

/// Simulated visits are made by name alone, so that the page need not hold a dyad between calls.
synth::Dyad example_dyad(const std::string& scenario) {
  return synth::make_dyad(synth::scenario_named(scenario).value_or(synth::Scenario::improved),
                          synth::example_seed);
}

val example_visit(const std::string& scenario, unsigned index) {
  const synth::Dyad dyad = example_dyad(scenario);
  if (index >= dyad.visits.size()) return val::null();
  const auto recording = synth::simulate_visit(dyad, index);
  if (!recording) return val::null();
  val visit = val::object();
  visit.set("label", dyad.visits[index].label);
  visit.set("ageMonths", dyad.visits[index].age_months);
  const val view(emscripten::typed_memory_view(recording->edf.size(), recording->edf.data()));
  visit.set("bytes", view.call<val>("slice"));  // a copy: the view dies with this memory
  visit.set("truth", text_of(recording->truth));
  visit.set("codes", synth::simulate_coding(dyad, index).text);
  return visit;
}

std::string beginning(double file_bytes, const std::string& head) {
  edf::Beginning found(static_cast<std::uint64_t>(file_bytes));
  found.push({reinterpret_cast<const std::uint8_t*>(head.data()), head.size()});
  return found.text();
}

std::string example_scores(const std::string& scenario) {
  return text_of(synth::example_scores(example_dyad(scenario)));
}

std::string example_reference() {
  return synth::example_reference();
}

}  // namespace

EMSCRIPTEN_BINDINGS(attune) {
  emscripten::function("referenceContents", &Call<&reference_contents>::text);
  emscripten::function("porgesGain", &porges_gain);
  emscripten::function("version", &version);
  emscripten::function("sayIn", &say_in);
  emscripten::function("schema", &schema);
  emscripten::function("defaultSettings", &default_settings);
  emscripten::function("settingsWith", &Call<&settings_with>::text);
  emscripten::function("compare", &Call<&compare>::text);
  emscripten::function("specificationCurves", &Call<&specification_curves>::text);
  emscripten::function("openedKind", &Call<&exports::kind_of_opened>::text);
  emscripten::function("readSession", &Call<&exports::read_session>::text);
  emscripten::function("readReport", &Call<&exports::read_report>::text);
  emscripten::function("visitWithoutRecording", &Call<&visit_without_recording>::text);
  emscripten::function("codingContents", &Call<&coding_contents>::text);
  emscripten::function("knownScales", &known_scales);
  emscripten::function("checkScores", &Call<&behavior::checked_scores>::text);
  emscripten::function("scoreTable", &Call<&behavior::score_table_contents>::text);
  emscripten::function("importScores", &Call<&behavior::import_scores>::text);
  emscripten::function("defaultCohortSettings", &default_cohort_settings);
  emscripten::function("cohortTables", &Call<&cohort::tables_wanted>::text);
  emscripten::function("cohortPlan", &Call<&cohort::find_cohort>::text);
  emscripten::function("cohortMeasured", &Call<&cohort_measured>::text);
  emscripten::function("cohortResults", &Call<&cohort_results>::text);
  emscripten::function("defaultDesignSettings", &default_design_settings);
  emscripten::function("planStudy", &Call<&group::plan_study>::text);
  emscripten::function("exampleStudy", &example_study);
  emscripten::function("exported", &Call<&exports::exported>::text);
  emscripten::function("exampleVisit", &example_visit);
  emscripten::function("beginning", &beginning);
  emscripten::function("exampleScores", &example_scores);
  emscripten::function("exampleReference", &example_reference);
}
