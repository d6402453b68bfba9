#include "cli/cohort_measuring.hpp"

#include "base/json.hpp"
#include "cli/workers.hpp"
#include "cohort/pairs.hpp"
#include "words/ids/cli.hpp"

namespace attune::cli {
namespace {

/// What the process that was at a recording says of it.
struct Answer {
  std::optional<cohort::Measured> measured;
  bool now = false;
  std::optional<Error> failure;

  static constexpr const char* type_name = "Answer";
  static constexpr auto fields() {
    return std::array{field<&Answer::measured>("measured", "What a cohort keeps of it."),
                      field<&Answer::now>("now", "Whether it was measured now, not read back."),
                      field<&Answer::failure>("failure", "Why the whole run cannot go on.")};
  }
};

Answer failed(const Error& error, const std::string& path) {
  return {std::nullopt, false, Error{error.code, error.message, path}};
}

/// What the plan says beside a recording: what it is measured with.
visit::VisitOptions options_of(const cohort::Session& session) {
  visit::VisitOptions options;
  options.label = session.visit;
  options.age_months = session.age_months;
  options.weeks_early = session.weeks_early;
  options.channels = session.channels;
  options.left_out = session.left_out;
  options.events = session.events;
  return options;
}

class Measuring {
 public:
  Measuring(const MeasuringPlan& plan, const visit::Settings& settings, cohort::Cohort& cohort,
            std::vector<std::optional<cohort::PairRecord>>& pairs)
      : plan_(plan),
        settings_(settings),
        digest_(cohort::digest_of(settings)),
        cohort_(cohort),
        pairs_(pairs) {
    pairs_.resize(cohort_.plan().sessions.size());
    const auto& sessions = cohort_.plan().sessions;
    for (std::size_t i = 0; i < sessions.size(); ++i)
      if (!sessions[i].file.empty()) recorded_.push_back(i);
  }

  Result<int> run() {
    Tasks tasks;
    tasks.count = recorded_.size();
    tasks.work = [this](std::size_t task) { return dump(to_json(answer(recorded_[task]))); };
    tasks.take = [this](std::size_t task, Result<std::string> text) {
      const std::size_t session = recorded_[task];
      const auto read = text ? parse_json<Answer>(*text) : Result<Answer>(text.error());
      return take(session, read ? *read : lost(session, read.error()));
    };
    if (const Status status = share_out(tasks, plan_.processes); !status) return status.error();
    return failure_ ? Result<int>(*failure_) : Result<int>(measured_);
  }

 private:
  std::string record_path(const cohort::Session& session) const {
    return (plan_.records / session.record).string();
  }

  /// In another process: reads the record back, or measures the recording and writes it.
  Answer answer(std::size_t place) const {
    const cohort::Session& session = cohort_.plan().sessions[place];
    const std::string path = record_path(session);
    const RecordingAsked asked = asked_of(session, plan_.base, cohort_.settings().multiverse, plan_.pairs);
    if (const auto kept = read_record(path)) {
      const auto hash = hash_files(asked.files);
      const bool tried = plan_.collect && cohort::is_failed(*kept, digest_, asked.options);
      const bool current =
          cohort::is_current(*kept, hash ? *hash : "", digest_, asked.options, asked.multiverse);
      if (tried || (current && has_pair(*kept, asked.pair))) return answer_of(*kept, false);
    }
    if (plan_.collect)
      return failed(
          {"E_COHORT_RECORD", words::say<"cli.no_record">({{"file", words::as_is(session.file)}}), ""}, path);
    return written(make_record(asked, settings_, digest_), path);
  }

  /// A recording whose process ended before it had answered.
  Answer lost(std::size_t place, const Error& error) const {
    const cohort::Session& session = cohort_.plan().sessions[place];
    return written(failed_record(error, options_of(session), digest_), record_path(session));
  }

  Answer written(const cohort::Record& record, const std::string& path) const {
    const Status status = write_record(path, record);
    return status ? answer_of(record, true) : failed(status.error(), path);
  }

  Answer answer_of(const cohort::Record& record, bool now) const {
    Answer answer{cohort::measured_of(record, settings_), now, std::nullopt};
    if (plan_.pairs) answer.measured->pair = record.pair;
    return answer;
  }

  bool take(std::size_t place, const Answer& answer) {
    measured_ += answer.now;
    if (answer.measured) cohort::add_with_pair(cohort_, place, *answer.measured, pairs_);
    // Of several the first recording's, in whatever order they came: all before it were begun before it.
    if (answer.failure && place < failed_) {
      failure_ = answer.failure;
      failed_ = place;
    }
    return !failure_;
  }

  const MeasuringPlan& plan_;
  const visit::Settings& settings_;
  const std::string digest_;
  cohort::Cohort& cohort_;
  std::vector<std::optional<cohort::PairRecord>>& pairs_;
  std::vector<std::size_t> recorded_;
  int measured_ = 0;
  std::optional<Error> failure_;
  std::size_t failed_ = SIZE_MAX;  ///< the session whose failure it is
};

}  // namespace

RecordingAsked asked_of(const cohort::Session& session, const std::filesystem::path& base, bool multiverse,
                        const std::optional<dyad::Settings>& pairs) {
  RecordingAsked asked{{(base / session.file).string(), {}}, options_of(session), multiverse, {}};
  for (const std::string& part : session.parts) asked.files.parts.push_back({(base / part).string(), {}});
  if (pairs) asked.pair = {session.mother.empty() ? "" : (base / session.mother).string(), *pairs};
  return asked;
}

Result<int> measure_cohort(const MeasuringPlan& plan, const visit::Settings& settings, cohort::Cohort& cohort,
                           std::vector<std::optional<cohort::PairRecord>>& pairs) {
  return Measuring(plan, settings, cohort, pairs).run();
}

}  // namespace attune::cli
