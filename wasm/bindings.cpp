// The whole binary interface: a handful of functions, JSON text in and out, one handle per recording. See
// attune.d.ts.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <memory>
#include <optional>

#include "base/json.hpp"
#include "edf/anonymous_copy.hpp"
#include "report/compare.hpp"
#include "report/schema.hpp"
#include "report/visit.hpp"
#include "synth/dyad.hpp"

namespace {

using namespace attune;
using emscripten::val;

std::string value_json(Json value) {
  return dump({{"value", std::move(value)}});
}
std::string error_json(const Error& error) {
  return dump({{"error", to_json(error)}});
}

/// The error's JSON, or an empty text.
std::string outcome(const Status& status) {
  return status ? "" : dump(to_json(status.error()));
}

template <class T>
T parsed_or_default(const std::string& json) {
  const auto parsed = parse_json<T>(json);
  return parsed ? *parsed : T{};
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
  return dump(to_json(Error{"E_USE", "The recording takes no more bytes.", ""}));
}

class Recording {
 public:
  Recording(double file_bytes, const std::string& settings)
      : stream_(std::make_unique<report::RecordingStream>(static_cast<std::uint64_t>(file_bytes),
                                                          parsed_or_default<report::Settings>(settings))) {}

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
    if (!features) return dump(to_json(features.error()));
    features_ = std::move(*features);
    return "";
  }

  std::string visit(const std::string& settings_json, const std::string& options_json) const {
    if (!features_) return error_json({"E_USE", "The recording has not been read to its end.", ""});
    const auto settings = parse_json<report::Settings>(settings_json);
    if (!settings) return error_json(settings.error());
    const auto options = parse_json<report::VisitOptions>(options_json);
    if (!options) return error_json(options.error());
    return value_json(to_json(report::measure_visit(*features_, *options, *settings)));
  }

 private:
  std::unique_ptr<report::RecordingStream> stream_;
  std::optional<report::RecordingFeatures> features_;
  SliceBuffer slice_;
};

/// The copy's bytes are kept until JavaScript takes them, after each push.
class AnonymousCopy {
 public:
  AnonymousCopy(double file_bytes, const std::string& options)
      : copy_(static_cast<std::uint64_t>(file_bytes),
              parsed_or_default<edf::DeidentifyOptions>(options),
              [this](std::span<const std::uint8_t> bytes) {
                made_.insert(made_.end(), bytes.begin(), bytes.end());
                return success();
              }) {}

  val buffer(std::size_t bytes) { return slice_.view(bytes); }

  std::string push(std::size_t bytes) {
    return slice_.holds(bytes) ? outcome(copy_.push(slice_.first(bytes))) : misuse();
  }

  val take() {
    const val bytes =
        val(emscripten::typed_memory_view(made_.size(), made_.data())).call<val>("slice");
    made_.clear();
    return bytes;
  }

  std::string finish() {
    const auto result = copy_.finish();
    return result ? value_json(to_json(*result)) : error_json(result.error());
  }

 private:
  std::vector<std::uint8_t> made_;
  edf::AnonymousCopy copy_;
  SliceBuffer slice_;
};

std::string version() {
  return ATTUNE_VERSION;
}
std::string schema() {
  return dump(report::report_schema());
}
std::string default_settings() {
  return dump(to_json(report::Settings{}));
}

std::string compare(const std::string& visits_json, const std::string& settings_json) {
  auto visits = parse_json<std::vector<report::Visit>>(visits_json);
  if (!visits) return error_json(visits.error());
  const auto settings = parse_json<report::Settings>(settings_json);
  if (!settings) return error_json(settings.error());
  const auto compared = report::compare(std::move(*visits), *settings);
  return compared ? value_json(to_json(*compared)) : error_json(compared.error());
}

/// Simulated visits are made by name and seed alone, so that the page need not hold a dyad between calls.
synth::Dyad example_dyad(const std::string& scenario, double seed) {
  return synth::make_dyad(synth::scenario_named(scenario).value_or(synth::Scenario::improved),
                          static_cast<std::uint64_t>(seed));
}

val example_visit(const std::string& scenario, double seed, unsigned index) {
  const synth::Dyad dyad = example_dyad(scenario, seed);
  if (index >= dyad.visits.size()) return val::null();
  const auto recording = synth::simulate_visit(dyad, index);
  if (!recording) return val::null();
  val visit = val::object();
  visit.set("label", dyad.visits[index].label);
  visit.set("ageMonths", dyad.visits[index].age_months);
  const val view(emscripten::typed_memory_view(recording->edf.size(), recording->edf.data()));
  visit.set("bytes", view.call<val>("slice"));  // a copy: the view dies with this memory
  visit.set("truth", dump(to_json(recording->truth)));
  return visit;
}

unsigned example_visits(const std::string& scenario) {
  return static_cast<unsigned>(example_dyad(scenario, 1).visits.size());
}

}  // namespace

EMSCRIPTEN_BINDINGS(attune) {
  emscripten::function("version", &version);
  emscripten::function("schema", &schema);
  emscripten::function("defaultSettings", &default_settings);
  emscripten::function("compare", &compare);
  emscripten::function("exampleVisit", &example_visit);
  emscripten::function("exampleVisits", &example_visits);
  emscripten::class_<Recording>("Recording")
      .constructor<double, std::string>()
      .function("buffer", &Recording::buffer)
      .function("push", &Recording::push)
      .function("finish", &Recording::finish)
      .function("visit", &Recording::visit);
  emscripten::class_<AnonymousCopy>("AnonymousCopy")
      .constructor<double, std::string>()
      .function("buffer", &AnonymousCopy::buffer)
      .function("push", &AnonymousCopy::push)
      .function("take", &AnonymousCopy::take)
      .function("finish", &AnonymousCopy::finish);
}
