// The whole binary interface: a handful of functions, JSON text in and out, one handle per recording. See
// attune.d.ts.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <array>
#include <memory>
#include <optional>

#include "base/json_tree.hpp"
#include "behavior/coding_reader.hpp"
#include "behavior/score_check.hpp"
#include "behavior/score_import.hpp"
#include "cohort/example.hpp"
#include "cohort/results.hpp"
#include "cohort/schema.hpp"
#include "edf/anonymous_copy.hpp"
#include "group/analysis.hpp"
#include "hrv/rsa.hpp"
#include "report/compare.hpp"
#include "report/exports.hpp"
#include "report/reference_contents.hpp"
#include "report/session_file.hpp"
#include "report/signal_marks.hpp"
#include "report/traces.hpp"
#include "report/visit.hpp"
#include "report/visit_specifications.hpp"
#include "synth/coding.hpp"
#include "synth/dyad.hpp"
#include "synth/reference.hpp"
#include "synth/scores.hpp"

namespace {

using namespace attune;
using emscripten::val;

/// The page shows what is said in a language of its own, and saves it in English: both come at once.
const std::array<words::Manner, 1> page_languages{{{words::Language::french}}};

template <class T>
Json written(const T& value) {
  return to_json(value, {{}, page_languages});
}

std::string value_json(Json value) {
  return dump({{"value", std::move(value)}});
}
std::string error_json(const Error& error) {
  return dump({{"error", written(error)}});
}

template <class T>
std::string result_json(const Result<T>& result) {
  return result ? value_json(written(*result)) : error_json(result.error());
}

/// The error's JSON, or an empty text.
std::string outcome(const Status& status) {
  return status ? "" : dump(written(status.error()));
}

template <class T>
T parsed_or_default(const std::string& json) {
  const auto parsed = parse_json<T>(json);
  return parsed ? *parsed : T{};
}

/// A visit's JSON with the person that its header names, for `compare`; it stays in the page's memory, and in nothing
/// that is saved.
Json with_person(Json visit, const edf::Person& person) {
  if (!person.empty()) visit["person"] = written(person);
  return visit;
}

/// The visits of a text, each with its person.
Result<std::vector<report::Visit>> visits_with_persons(const std::string& text) {
  auto tree = parse_json_tree(text);
  if (!tree) return tree.error();
  std::vector<edf::Person> persons;
  for (Json& visit : *tree) {
    edf::Person& person = persons.emplace_back();
    if (!visit.is_object() || !visit.contains("person")) continue;
    if (const Status status = from_json(visit["person"], person); !status) return status.error();
    visit.erase("person");
  }
  std::vector<report::Visit> visits;
  if (const Status status = from_json(*tree, visits); !status) return status.error();
  if (const Status status = check_ranges(visits); !status) return status.error();
  for (std::size_t i = 0; i < visits.size(); ++i) visits[i].person = std::move(persons[i]);
  return visits;
}

/// Room for the next slice of a file, which JavaScript fills before it calls push.
class SliceBuffer {
 public:
  val view(std::size_t bytes) {
    if (slice_.size() < bytes) slice_.resize(bytes);
    return val(emscripten::typed_memory_view(bytes, slice_.data()));
  }
  bool holds(std::size_t bytes) const { return bytes <= slice_.size(); }
  std::span<const std::uint8_t> first(std::size_t bytes) const { return {slice_.data(), bytes}; }
  void clear() { slice_ = {}; }

 private:
  std::vector<std::uint8_t> slice_;
};

std::string misuse() {
  return dump(written(Error{"E_USE", "The recording takes no more bytes.", ""}));
}

/// What every answer about a recording needs.
struct Asked {
  report::Settings settings;
  report::VisitOptions options;
};

Result<Asked> asked(const std::string& settings_json, const std::string& options_json) {
  auto settings = parse_json<report::Settings>(settings_json);
  if (!settings) return settings.error();
  auto options = parse_json<report::VisitOptions>(options_json);
  if (!options) return options.error();
  return Asked{std::move(*settings), std::move(*options)};
}

class Recording {
 public:
  Recording(double file_bytes, const std::string& settings, const std::string& channels,
            const std::string& options_json) {
    const auto options = parsed_or_default<report::VisitOptions>(options_json);
    auto choices = options.channels;  // the user's own come after those of a table
    for (auto& choice : parsed_or_default<std::vector<report::ChannelChoice>>(channels))
      choices.push_back(std::move(choice));
    stream_ = std::make_unique<report::RecordingStream>(
        static_cast<std::uint64_t>(file_bytes),
        report::reading_settings(parsed_or_default<report::Settings>(settings), options.age_months),
        std::move(choices), edf::Overview::usual_bytes);
    stream_->add(options.events);
  }

  val buffer(std::size_t bytes) { return slice_.view(bytes); }

  std::string push(std::size_t bytes) {
    if (!stream_ || !slice_.holds(bytes)) return misuse();
    return outcome(stream_->push(slice_.first(bytes)));
  }

  std::string finish() {
    if (!stream_) return misuse();
    auto features = stream_->finish();
    stream_.reset();
    slice_.clear();
    if (!features) return dump(written(features.error()));
    features_ = std::move(*features);
    return "";
  }

  std::string visit(const std::string& settings, const std::string& options) {
    return answer(settings, options, [this](const Asked& by) {
      const report::Visit visit = report::measure_visit(*features_, by.options, by.settings, memory_);
      return Result<Json>(with_person(written(visit), visit.person));
    });
  }

  std::string specifications(const std::string& settings, const std::string& options) {
    return answer(settings, options, [this](const Asked& by) {
      const report::Visit visit = report::measure_visit(*features_, by.options, by.settings, memory_);
      return Result<Json>(written(report::specify_visit(*features_, visit.phases, by.options, by.settings)));
    });
  }

  std::string drawn() const {
    return features_ ? value_json(written(report::drawn_recording(*features_))) : error_json(unread());
  }

  std::string marks(const std::string& settings, const std::string& options) const {
    return answer(settings, options, [this](const Asked& by) {
      return Result<Json>(written(report::signal_marks(*features_, by.options, by.settings)));
    });
  }

  std::string trace_bytes(const std::string& request_json) const {
    if (!features_) return error_json(unread());
    const auto request = parse_json<report::TraceRequest>(request_json);
    if (!request) return error_json(request.error());
    const auto range = report::bytes_for(*features_, *request);
    return range ? value_json(written(*range)) : error_json(range.error());
  }

  std::string traces(const std::string& request_json, std::size_t bytes) {
    return keep(request_json, [&](const report::TraceRequest& request) -> Result<std::vector<float>> {
      if (!slice_.holds(bytes)) return Error{"E_USE", "The buffer holds fewer bytes than that.", ""};
      return report::traces(*features_, request, slice_.first(bytes));
    });
  }

  std::string overview_traces(const std::string& request_json) {
    return keep(request_json, [&](const report::TraceRequest& request) {
      return report::overview_traces(*features_, request);
    });
  }

  val take_traces() const {
    return val(emscripten::typed_memory_view(traces_.size(), traces_.data())).call<val>("slice");
  }

  std::string r_peak(const std::string& settings, const std::string& options, double time_s,
                     const std::string& request_json, std::size_t bytes) const {
    return answer(settings, options, [&](const Asked& by) -> Result<Json> {
      const auto request = parse_json<report::TraceRequest>(request_json);
      if (!request) return request.error();
      if (!slice_.holds(bytes)) return Error{"E_USE", "The buffer holds fewer bytes than that.", ""};
      const auto peak =
          report::r_peak(*features_, by.options, by.settings, time_s, *request, slice_.first(bytes));
      if (!peak) return peak.error();
      return *peak ? Json(**peak) : Json(nullptr);
    });
  }

 private:
  static Error unread() { return {"E_USE", "The recording has not been read to its end.", ""}; }

  /// The JSON of what `make` gives for these settings and options.
  template <class Make>
  std::string answer(const std::string& settings, const std::string& options, Make make) const {
    if (!features_) return error_json(unread());
    const auto by = asked(settings, options);
    if (!by) return error_json(by.error());
    auto made = make(*by);
    return made ? value_json(std::move(*made)) : error_json(made.error());
  }

  /// Keeps the traces that `make` gives until they are taken.
  template <class Make>
  std::string keep(const std::string& request_json, Make make) {
    if (!features_) return dump(written(unread()));
    const auto request = parse_json<report::TraceRequest>(request_json);
    if (!request) return dump(written(request.error()));
    auto made = make(*request);
    if (!made) return dump(written(made.error()));
    traces_ = std::move(*made);
    return "";
  }

  std::unique_ptr<report::RecordingStream> stream_;
  std::optional<report::RecordingFeatures> features_;
  std::vector<float> traces_;
  report::VisitMemory memory_;
  SliceBuffer slice_;
};

/// The copy's bytes are kept until JavaScript takes them, after each push.
class AnonymousCopy {
 public:
  AnonymousCopy(double file_bytes, const std::string& options)
      : copy_(static_cast<std::uint64_t>(file_bytes), parsed_or_default<edf::DeidentifyOptions>(options),
              [this](std::span<const std::uint8_t> bytes) {
                made_.insert(made_.end(), bytes.begin(), bytes.end());
                return success();
              }) {}

  val buffer(std::size_t bytes) { return slice_.view(bytes); }

  std::string push(std::size_t bytes) {
    return slice_.holds(bytes) ? outcome(copy_.push(slice_.first(bytes))) : misuse();
  }

  val take() {
    const val bytes = val(emscripten::typed_memory_view(made_.size(), made_.data())).call<val>("slice");
    made_.clear();
    return bytes;
  }

  std::string finish() { return result_json(copy_.finish()); }

 private:
  std::vector<std::uint8_t> made_;
  edf::AnonymousCopy copy_;
  SliceBuffer slice_;
};

std::string version() {
  return ATTUNE_VERSION;
}
std::string schema() {
  return dump(cohort::schema({{}, page_languages}));
}
std::string default_settings() {
  return dump(written(report::Settings{}));
}

/// The defaults with these members of others in their place.
std::string settings_with(const std::string& settings_json) {
  return result_json(parse_json<report::Settings>(settings_json));
}

std::string compare(const std::string& visits_json, const std::string& settings_json,
                    const std::string& supplement_json) {
  auto visits = visits_with_persons(visits_json);
  if (!visits) return error_json(visits.error());
  const auto settings = parse_json<report::Settings>(settings_json);
  if (!settings) return error_json(settings.error());
  auto input = parse_json<report::SupplementInput>(supplement_json);
  if (!input) return error_json(input.error());
  const auto supplement = report::read_supplement(std::move(*input));
  if (!supplement) return error_json(supplement.error());
  return result_json(report::compare(std::move(*visits), *settings, *supplement));
}

std::string specification_curves(const std::string& report_json, const std::string& specifications_json) {
  const auto report = report::read_report(report_json);
  if (!report) return error_json(report.error());
  const auto visits = parse_json<std::vector<report::VisitSpecifications>>(specifications_json);
  if (!visits) return error_json(visits.error());
  return value_json(written(report::specification_curves(*report, *visits)));
}

std::string reference_contents(const std::string& csv) {
  const auto reference = report::read_reference(csv);
  return reference ? value_json(written(report::contents_of(*reference))) : error_json(reference.error());
}

std::string read_session(const std::string& text) {
  return result_json(report::read_session(text));
}
std::string read_report(const std::string& text) {
  return result_json(report::read_report(text));
}

std::string visit_without_recording(const std::string& settings_json, const std::string& options_json) {
  const auto settings = parse_json<report::Settings>(settings_json);
  if (!settings) return error_json(settings.error());
  const auto options = parse_json<report::VisitOptions>(options_json);
  if (!options) return error_json(options.error());
  return value_json(written(report::visit_without_recording(*options, *settings)));
}

std::string coding_contents(const std::string& text, const std::string& options_json,
                            const std::string& settings_json) {
  const auto settings = parse_json<report::Settings>(settings_json);
  if (!settings) return error_json(settings.error());
  const auto options = parse_json<behavior::CodingOptions>(options_json);
  if (!options) return error_json(options.error());
  return result_json(behavior::coding_contents(text, *options, settings->coding, settings->phases));
}

/// Of the default settings, for the Methods screen.
std::string porges_gain() {
  constexpr double step_hz = 0.1;
  return dump(to_json(hrv::porges_gain(hrv::Settings{}, step_hz)));
}

std::string known_scales() {
  return dump(written(behavior::known_scales()));
}

std::string check_scores(const std::string& scores_json) {
  const auto scores = parse_json<behavior::Scores>(scores_json);
  if (!scores) return error_json(scores.error());
  return result_json(behavior::checked_scores(*scores));
}

std::string score_table(const std::string& text, const std::string& choices_json) {
  const auto choices = parse_json<behavior::ScoreImport>(choices_json);
  if (!choices) return error_json(choices.error());
  return result_json(behavior::score_table_contents(text, *choices));
}

std::string import_scores(const std::string& text, const std::string& choices_json) {
  const auto choices = parse_json<behavior::ScoreImport>(choices_json);
  if (!choices) return error_json(choices.error());
  return result_json(behavior::import_scores(text, *choices));
}

std::string cohort_tables(const std::string& paths_json) {
  const auto paths = parse_json<std::vector<std::string>>(paths_json);
  return paths ? value_json(written(cohort::tables_wanted(*paths))) : error_json(paths.error());
}

std::string cohort_plan(const std::string& folder_json, const std::string& settings_json) {
  const auto folder = parse_json<cohort::Folder>(folder_json);
  if (!folder) return error_json(folder.error());
  const auto settings = parse_json<cohort::Settings>(settings_json);
  if (!settings) return error_json(settings.error());
  return result_json(cohort::find_cohort(*folder, *settings));
}

std::string cohort_measured(const std::string& visit_json, const std::string& settings_json) {
  const auto visits = visits_with_persons("[" + visit_json + "]");
  if (!visits) return error_json(visits.error());
  const report::Visit& visit = visits->front();
  const auto settings = parse_json<report::Settings>(settings_json);
  if (!settings) return error_json(settings.error());
  return value_json(written(cohort::measured_of(visit, *settings)));
}

std::string cohort_results(const std::string& plan_json, const std::string& measured_json,
                           const std::string& cohort_settings_json, const std::string& settings_json) {
  auto plan = parse_json<cohort::Plan>(plan_json);
  if (!plan) return error_json(plan.error());
  const auto measured = parse_json<std::vector<std::optional<cohort::Measured>>>(measured_json);
  if (!measured) return error_json(measured.error());
  auto cohort_settings = parse_json<cohort::Settings>(cohort_settings_json);
  if (!cohort_settings) return error_json(cohort_settings.error());
  const auto settings = parse_json<report::Settings>(settings_json);
  if (!settings) return error_json(settings.error());
  if (const Status status = cohort::check(*plan, measured->size()); !status)
    return error_json(status.error());
  cohort::Cohort cohort(std::move(*plan), std::move(*cohort_settings));
  for (std::size_t i = 0; i < measured->size(); ++i)
    if ((*measured)[i]) cohort.add(i, *(*measured)[i]);
  return value_json(written(cohort::results_of(cohort, *settings)));
}

std::string group_report(const std::string& table, const std::string& settings_json) {
  const auto settings = parse_json<group::Settings>(settings_json);
  if (!settings) return error_json(settings.error());
  const auto read = group::read_table(table, *settings);
  return read ? value_json(written(group::analyze(*read, *settings))) : error_json(read.error());
}

std::string default_cohort_settings() {
  return dump(written(cohort::Settings{}));
}

std::string example_study() {
  return dump(written(cohort::example_study()));
}

std::string exported(const std::string& report_json, const std::string& options_json) {
  const auto report = report::read_report(report_json);
  if (!report) return error_json(report.error());
  const auto options = parse_json<report::ExportOptions>(options_json);
  if (!options) return error_json(options.error());
  return value_json(written(report::exported(*report, *options)));
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
  visit.set("truth", dump(written(recording->truth)));
  visit.set("codes", synth::simulate_coding(dyad, index).text);
  return visit;
}

std::string example_scores(const std::string& scenario) {
  return dump(written(synth::example_scores(example_dyad(scenario))));
}

std::string example_reference() {
  return synth::example_reference();
}

}  // namespace

EMSCRIPTEN_BINDINGS(attune) {
  emscripten::function("referenceContents", &reference_contents);
  emscripten::function("porgesGain", &porges_gain);
  emscripten::function("version", &version);
  emscripten::function("schema", &schema);
  emscripten::function("defaultSettings", &default_settings);
  emscripten::function("settingsWith", &settings_with);
  emscripten::function("compare", &compare);
  emscripten::function("specificationCurves", &specification_curves);
  emscripten::function("readSession", &read_session);
  emscripten::function("readReport", &read_report);
  emscripten::function("visitWithoutRecording", &visit_without_recording);
  emscripten::function("codingContents", &coding_contents);
  emscripten::function("knownScales", &known_scales);
  emscripten::function("checkScores", &check_scores);
  emscripten::function("scoreTable", &score_table);
  emscripten::function("importScores", &import_scores);
  emscripten::function("defaultCohortSettings", &default_cohort_settings);
  emscripten::function("cohortTables", &cohort_tables);
  emscripten::function("cohortPlan", &cohort_plan);
  emscripten::function("cohortMeasured", &cohort_measured);
  emscripten::function("cohortResults", &cohort_results);
  emscripten::function("groupReport", &group_report);
  emscripten::function("exampleStudy", &example_study);
  emscripten::function("exported", &exported);
  emscripten::function("exampleVisit", &example_visit);
  emscripten::function("exampleScores", &example_scores);
  emscripten::function("exampleReference", &example_reference);
  emscripten::class_<Recording>("Recording")
      .constructor<double, std::string, std::string, std::string>()
      .function("buffer", &Recording::buffer)
      .function("push", &Recording::push)
      .function("finish", &Recording::finish)
      .function("visit", &Recording::visit)
      .function("specifications", &Recording::specifications)
      .function("drawn", &Recording::drawn)
      .function("marks", &Recording::marks)
      .function("traceBytes", &Recording::trace_bytes)
      .function("traces", &Recording::traces)
      .function("overviewTraces", &Recording::overview_traces)
      .function("takeTraces", &Recording::take_traces)
      .function("rPeak", &Recording::r_peak);
  emscripten::class_<AnonymousCopy>("AnonymousCopy")
      .constructor<double, std::string>()
      .function("buffer", &AnonymousCopy::buffer)
      .function("push", &AnonymousCopy::push)
      .function("take", &AnonymousCopy::take)
      .function("finish", &AnonymousCopy::finish);
}
