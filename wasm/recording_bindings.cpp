// The handles of the page: a recording that is read and measured, and copies of recordings. See attune.d.ts.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cmath>
#include <memory>
#include <optional>

#include "edf/annotated_copy.hpp"
#include "edf/anonymous_copy.hpp"
#include "slices.hpp"
#include "text_call.hpp"
#include "visit/measure.hpp"
#include "visit/signal_marks.hpp"
#include "visit/specifications.hpp"
#include "visit/traces.hpp"

namespace {

using namespace attune;
using namespace attune::page;
using emscripten::val;

/// What every answer about a recording needs.
struct Asked {
  visit::Settings settings;
  visit::VisitOptions options;
};

Result<Asked> asked(const std::string& settings_json, const std::string& options_json) {
  const auto& settings = read_settings(settings_json);
  if (!settings) return settings.error();
  auto options = parse_json<visit::VisitOptions>(options_json);
  if (!options) return options.error();
  return Asked{*settings, std::move(*options)};
}

class Recording {
 public:
  Recording(double file_bytes, const std::string& settings, const std::string& channels,
            const std::string& options_json) {
    const auto options = parsed_or_default<visit::VisitOptions>(options_json);
    auto choices = options.channels;  // the user's own come after those of a table
    for (auto& choice : parsed_or_default<std::vector<visit::ChannelChoice>>(channels))
      choices.push_back(std::move(choice));
    const auto& read = read_settings(settings);  // as its visit will ask for them
    stream_ = std::make_unique<visit::RecordingStream>(
        static_cast<std::uint64_t>(file_bytes),
        visit::reading_settings(read ? *read : visit::Settings{}, options.age_months, options.weeks_early),
        std::move(choices), edf::Overview::usual_bytes);
    stream_->born_early(options.weeks_early);
    stream_->add(options.events);
  }

  val buffer(std::size_t bytes) { return slice_.view(bytes); }

  std::string push(std::size_t bytes) {
    if (!stream_ || !slice_.holds(bytes)) return misuse();
    return outcome(stream_->push(slice_.first(bytes)));
  }

  /// `start_s`: not a number where the start times say it.
  std::string next_file(double file_bytes, double start_s) {
    if (!stream_) return misuse();
    return outcome(stream_->next_part(static_cast<std::uint64_t>(file_bytes),
                                      std::isnan(start_s) ? std::nullopt : std::optional(start_s)));
  }

  void take_share(bool hearts) {
    if (stream_) stream_->take_share(hearts ? visit::Share::hearts : visit::Share::rest);
  }

  std::string finish() { return close({}); }

  std::string finish_hearts() {
    if (!stream_) return error_json(unread());
    const auto found = stream_->finish_hearts();
    stream_.reset();
    slice_.clear();
    return result_json(found);
  }

  std::string finish_with(const std::string& hearts_json) {
    auto hearts = parse_json<visit::HeartShare>(hearts_json);
    return hearts ? close(std::move(*hearts)) : text_of(hearts.error());
  }

  val visit(const std::string& settings, const std::string& options) {
    return handed(answer(settings, options, [this](const Asked& by) {
      const visit::Visit visit = visit::measure_visit(*features_, by.options, by.settings, memory_);
      return Result<std::string>(text_with_person(visit));
    }));
  }

  std::string specifications(const std::string& settings, const std::string& options) {
    return answer(settings, options, [this](const Asked& by) {
      const visit::Visit visit = visit::measure_visit(*features_, by.options, by.settings, memory_);
      return Result<std::string>(
          text_of(visit::specify_visit(*features_, visit.phases, by.options, by.settings)));
    });
  }

  std::string drawn() const {
    return features_ ? value_json(text_of(visit::drawn_recording(*features_))) : error_json(unread());
  }

  std::string marks(const std::string& settings, const std::string& options) const {
    return answer(settings, options, [this](const Asked& by) {
      return Result<std::string>(text_of(visit::signal_marks(*features_, by.options, by.settings)));
    });
  }

  std::string trace_bytes(const std::string& request_json) const {
    if (!features_) return error_json(unread());
    const auto request = parse_json<visit::TraceRequest>(request_json);
    if (!request) return error_json(request.error());
    const auto range = visit::bytes_for(*features_, *request);
    return range ? value_json(text_of(*range)) : error_json(range.error());
  }

  std::string traces(const std::string& request_json, std::size_t bytes) {
    return keep(request_json, [&](const visit::TraceRequest& request) -> Result<std::vector<float>> {
      if (!slice_.holds(bytes)) return Error{"E_USE", "The buffer holds fewer bytes than that.", ""};
      return visit::traces(*features_, request, slice_.first(bytes));
    });
  }

  std::string overview_traces(const std::string& request_json) {
    return keep(request_json, [&](const visit::TraceRequest& request) {
      return visit::overview_traces(*features_, request);
    });
  }

  val take_traces() const {
    return val(emscripten::typed_memory_view(traces_.size(), traces_.data())).call<val>("slice");
  }

  std::string r_peak(const std::string& settings, const std::string& options, double time_s,
                     const std::string& request_json, std::size_t bytes) const {
    return answer(settings, options, [&](const Asked& by) -> Result<std::string> {
      const auto request = parse_json<visit::TraceRequest>(request_json);
      if (!request) return request.error();
      if (!slice_.holds(bytes)) return Error{"E_USE", "The buffer holds fewer bytes than that.", ""};
      const auto peak =
          visit::r_peak(*features_, by.options, by.settings, time_s, *request, slice_.first(bytes));
      if (!peak) return peak.error();
      return text_of(*peak);
    });
  }

 private:
  static Error unread() { return {"E_USE", "The recording has not been read to its end.", ""}; }

  std::string close(visit::HeartShare hearts) {
    if (!stream_) return misuse();
    auto features = stream_->finish(std::move(hearts));
    stream_.reset();
    slice_.clear();
    if (!features) return text_of(features.error());
    features_ = std::move(*features);
    return "";
  }

  /// The JSON of what `make` gives for these settings and options.
  template <class Make>
  std::string answer(const std::string& settings, const std::string& options, Make make) const {
    if (!features_) return error_json(unread());
    const auto by = asked(settings, options);
    if (!by) return error_json(by.error());
    auto made = make(*by);
    return made ? value_json(*made) : error_json(made.error());
  }

  /// Keeps the traces that `make` gives until they are taken.
  template <class Make>
  std::string keep(const std::string& request_json, Make make) {
    if (!features_) return text_of(unread());
    const auto request = parse_json<visit::TraceRequest>(request_json);
    if (!request) return text_of(request.error());
    auto made = make(*request);
    if (!made) return text_of(made.error());
    traces_ = std::move(*made);
    return "";
  }

  std::unique_ptr<visit::RecordingStream> stream_;
  std::optional<visit::RecordingFeatures> features_;
  std::vector<float> traces_;
  visit::VisitMemory memory_;
  SliceBuffer slice_;
};

/// A copy of a recording (edf/anonymous_copy.hpp, edf/annotated_copy.hpp), whose bytes are kept until JavaScript takes them,
/// after each push.
template <class Made>
class RecordingCopy {
 public:
  RecordingCopy(double file_bytes, const std::string& options)
      : options_(parse_json<typename Made::Options>(options)),
        copy_(static_cast<std::uint64_t>(file_bytes), options_ ? *options_ : typename Made::Options{},
              [this](std::span<const std::uint8_t> bytes) {
                made_.insert(made_.end(), bytes.begin(), bytes.end());
                return success();
              }) {}

  val buffer(std::size_t bytes) { return slice_.view(bytes); }

  std::string push(std::size_t bytes) {
    if (!options_) return text_of(options_.error());
    return slice_.holds(bytes) ? outcome(copy_.push(slice_.first(bytes))) : misuse();
  }

  val take() {
    const val bytes = val(emscripten::typed_memory_view(made_.size(), made_.data())).call<val>("slice");
    made_.clear();
    return bytes;
  }

  std::string finish() { return result_json(copy_.finish()); }

 private:
  Result<typename Made::Options> options_;
  std::vector<std::uint8_t> made_;
  Made copy_;
  SliceBuffer slice_;
};

template <class Made>
void bind_copy(const char* name) {
  using Copy = RecordingCopy<Made>;
  emscripten::class_<Copy>(name)
      .template constructor<double, std::string>()
      .function("buffer", &Copy::buffer)
      .function("push", &Copy::push)
      .function("take", &Copy::take)
      .function("finish", &Copy::finish);
}

}  // namespace

EMSCRIPTEN_BINDINGS(recordings) {
  emscripten::class_<Recording>("Recording")
      .constructor<double, std::string, std::string, std::string>()
      .function("buffer", &Recording::buffer)
      .function("push", &Recording::push)
      .function("nextFile", &Recording::next_file)
      .function("takeShare", &Recording::take_share)
      .function("finish", &Recording::finish)
      .function("finishHearts", &Recording::finish_hearts)
      .function("finishWith", &Recording::finish_with)
      .function("visit", &Recording::visit)
      .function("specifications", &Recording::specifications)
      .function("drawn", &Recording::drawn)
      .function("marks", &Recording::marks)
      .function("traceBytes", &Recording::trace_bytes)
      .function("traces", &Recording::traces)
      .function("overviewTraces", &Recording::overview_traces)
      .function("takeTraces", &Recording::take_traces)
      .function("rPeak", &Recording::r_peak);
  bind_copy<edf::AnonymousCopy>("AnonymousCopy");
  bind_copy<edf::AnnotatedCopy>("AnnotatedCopy");
}
