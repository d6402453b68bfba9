// Mother and infant together: their files are pushed as a recording's are, and one answer says who leads whom.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <memory>
#include <optional>

#include "cohort/pair_record.hpp"
#include "dyad/hearts.hpp"
#include "slices.hpp"
#include "synth/pair_recording.hpp"
#include "text_call.hpp"

namespace {

using namespace attune;
using namespace attune::page;
using emscripten::val;

class HeartPair {
 public:
  std::string open(const std::string& who, double file_bytes, const std::string& wanted_json) {
    const auto wanted = parse_json<dyad::PairWanted>(wanted_json);
    if (!wanted) return text_of(wanted.error());
    std::optional<dyad::Who> of;
    if (who != "both") of = who == "mother" ? dyad::Who::mother : dyad::Who::infant;
    // A recording of both takes the place of one of each, and one of either that of both.
    if (!of) mother_.reset(), infant_.reset();
    both_.reset();
    to_ = !of ? &both_ : *of == dyad::Who::mother ? &mother_ : &infant_;
    to_->reset();
    stream_ = std::make_unique<dyad::HeartStream>(static_cast<std::uint64_t>(file_bytes), *wanted, of);
    return "";
  }

  val buffer(std::size_t bytes) { return slice_.view(bytes); }

  std::string push(std::size_t bytes) {
    if (!stream_ || !slice_.holds(bytes)) return misuse();
    return outcome(stream_->push(slice_.first(bytes)));
  }

  std::string finish() {
    if (!stream_) return misuse();
    auto file = stream_->finish();
    stream_.reset();
    slice_.clear();
    if (!file) return text_of(file.error());
    *to_ = std::move(*file);
    return "";
  }

  /// Of the file that was read last.
  std::string sha256() const { return to_ && *to_ ? (*to_)->sha256 : ""; }

  std::string result(const std::string& wanted_json, const std::string& earlier) {
    const auto wanted = parse_json<dyad::PairWanted>(wanted_json);
    if (!wanted) return error_json(wanted.error());
    const auto pair = read(*wanted);
    if (!pair) return error_json(pair.error());
    auto found = analyze(*pair, dyad::Settings{});
    if (!found) return error_json(found.error());
    if (!earlier.empty()) {
      const auto before = dyad::earlier_visit(earlier);
      if (!before) return error_json(before.error());
      compare_with(*before, *found);
    }
    return value_json(text_of(*found));
  }

  std::string record(const std::string& visit_json, const std::string& settings_json,
                     const std::string& failure_json) const {
    const auto visit = argument<visit::Visit>(visit_json);
    if (!visit) return error_json(visit.error());
    const auto settings = parse_json<visit::Settings>(settings_json);
    if (!settings) return error_json(settings.error());
    const auto failure = parse_json<std::optional<Error>>(failure_json);
    if (!failure) return error_json(failure.error());
    const auto given = [&](const dyad::PairWanted& wanted) {
      return *failure ? Result<dyad::Pair>(**failure) : read(wanted);
    };
    return value_json(text_of(cohort::measure_pair({both_.has_value(), mother_ ? mother_->sha256 : "", given},
                                                   *visit, *settings, {})));
  }

 private:
  /// What was read last, on one clock.
  Result<dyad::Pair> read(const dyad::PairWanted& wanted) const {
    if (!both_ && !mother_ && !infant_) return Error{"E_USE", "No file has been read to its end.", ""};
    if (both_) return pair_of(*both_, wanted);
    return pair_of(mother_ ? &*mother_ : nullptr, infant_ ? &*infant_ : nullptr, wanted);
  }

  std::optional<dyad::HeartFile> both_, mother_, infant_;
  std::optional<dyad::HeartFile>* to_ = nullptr;
  std::unique_ptr<dyad::HeartStream> stream_;
  SliceBuffer slice_;
};

/// Bytes and truth of one of the simulated visits of "who leads?"; null past the last.
val example_pair(unsigned visit) {
  if (visit >= synth::example_pair_visits) return val::null();
  const synth::PairPlan plan = synth::example_pair(visit);
  const auto bytes = synth::pair_edf(plan, synth::PairHearts::both);
  if (!bytes) return val::null();
  val made = val::object();
  const val view(emscripten::typed_memory_view(bytes->size(), bytes->data()));
  made.set("bytes", view.call<val>("slice"));  // a copy: the view dies with this memory
  made.set("leads", std::string(name_of(plan.truth.leads)));
  made.set("lagS", plan.truth.lag_s);
  made.set("phases", text_of(plan.truth.phases));
  return made;
}

}  // namespace

EMSCRIPTEN_BINDINGS(attune_pair) {
  emscripten::function("examplePair", &example_pair);
  emscripten::function("pairWanted", &Call<&cohort::pair_wanted>::text);
  emscripten::class_<HeartPair>("HeartPair")
      .constructor<>()
      .function("open", &HeartPair::open)
      .function("buffer", &HeartPair::buffer)
      .function("push", &HeartPair::push)
      .function("finish", &HeartPair::finish)
      .function("sha256", &HeartPair::sha256)
      .function("result", &HeartPair::result)
      .function("record", &HeartPair::record);
}
