// `attune analyze`: one recording measured, printed or kept as a record for `attune cohort --collect`.
#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/json_file.hpp"
#include "cli/language.hpp"
#include "cli/lock.hpp"
#include "cli/print_json.hpp"
#include "cli/records.hpp"
#include "cli/visit_input.hpp"
#include "cli/workers.hpp"

namespace attune::cli {

namespace {

/// Whether the record is there already, of this file as it is now.
bool is_kept(const VisitInput& input, const std::string& digest, const std::string& path) {
  const auto kept = read_record(path);
  const auto hash = hash_file(input.path);
  return kept && hash && !kept->error && cohort::is_current(*kept, *hash, digest, input.options);
}

/// Measures as `attune cohort` does, in another process, so that there is a record whatever becomes of it. A job that
/// was put back into a cluster's queue because its node was not heard of may find its former self still at work: it
/// waits for it, and takes what that has made.
int keep_result(const VisitInput& input, const visit::Settings& settings, const std::string& path) {
  const std::string digest = cohort::digest_of(settings);
  const auto lock = Lock::of_record(path);
  if (!lock) return fail(path, lock.error());
  if (lock->waited() && is_kept(input, digest, path)) return 0;
  cohort::Record record;
  Tasks tasks;
  tasks.count = 1;
  tasks.work = [&](std::size_t) {
    return dump(to_json(make_record(input.path, input.options, settings, digest)));
  };
  tasks.take = [&](std::size_t, Result<std::string> text) {
    auto made = text ? parse_json<cohort::Record>(*text) : Result<cohort::Record>(text.error());
    record = made ? std::move(*made) : failed_record(made.error(), input.options, digest);
    return true;
  };
  if (const Status done = share_out(tasks, 1); !done) return fail(input.path, done.error());
  if (const Status written = write_record(path, record); !written) return fail(path, written.error());
  if (!record.error) return 0;
  warn(input.path, *record.error);
  return 3;
}

}  // namespace

int analyze(Arguments args) {
  VisitInput input;
  std::string settings_path, result_path;
  AgeOptions age;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const bool has_value = i + 1 < args.size();
    if (args[i] == "--settings" && has_value) {
      settings_path = args[++i];
    } else if (args[i] == "--label" && has_value) {
      input.options.label = args[++i];
    } else if (args[i] == "--result" && has_value) {
      result_path = args[++i];
    } else if (input.path.empty() && !args[i].starts_with("--")) {
      input.path = args[i];
    } else if (!args[i].starts_with("--")) {
      input.parts.push_back({args[i], {}});
    } else if (args[i] == "--preset") {
      if (!take_age_option(args, i, age)) return wrong_usage("analyze");
    } else {
      const auto status = take_visit_option(args, i, input);
      if (!status) return wrong_usage("analyze");
      if (*status != 0) return *status;
    }
  }
  // A record is of one file: that is how a cohort finds it again.
  if (input.path.empty() || (!result_path.empty() && !input.parts.empty())) return wrong_usage("analyze");
  auto settings = settings_from<visit::Settings>(settings_path);
  if (!settings) return fail(settings_path, settings.error());
  if (age.preset) settings->ecg.preset = *age.preset;
  if (!result_path.empty()) return keep_result(input, *settings, result_path);
  const auto visit = measure_input(input, *settings);
  if (!visit) return 1;
  return print_json(to_json(*visit, wording()));
}

}  // namespace attune::cli
