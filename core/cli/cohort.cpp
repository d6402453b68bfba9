// `attune cohort`: every recording of a folder measured, on all cores, and the groups compared.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <mutex>
#include <thread>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/records.hpp"
#include "cohort/results.hpp"

namespace attune::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string from;  ///< folder or table
  fs::path out;
  unsigned jobs = 0;
  std::string settings_path, cohort_settings_path;
  bool list = false, collect = false;
};

std::optional<Options> read_options(Arguments args) {
  Options options;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const bool has_value = i + 1 < args.size();
    if (args[i] == "--out" && has_value) {
      options.out = args[++i];
    } else if (args[i] == "--jobs" && has_value) {
      const auto jobs = whole_number(args[++i]);
      if (!jobs || *jobs < 1 || *jobs > 1024) return std::nullopt;
      options.jobs = static_cast<unsigned>(*jobs);
    } else if (args[i] == "--settings" && has_value) {
      options.settings_path = args[++i];
    } else if (args[i] == "--cohort-settings" && has_value) {
      options.cohort_settings_path = args[++i];
    } else if (args[i] == "--list") {
      options.list = true;
    } else if (args[i] == "--collect") {
      options.collect = true;
    } else if (options.from.empty() && !args[i].starts_with("--")) {
      options.from = args[i];
    } else {
      return std::nullopt;
    }
  }
  if (options.from.empty() || options.out.empty() == !options.list || (options.list && options.collect))
    return std::nullopt;
  if (options.jobs == 0) options.jobs = std::max(1u, std::thread::hardware_concurrency());
  return options;
}

Result<cohort::Settings> read_cohort_settings(const std::string& path) {
  if (path.empty()) return cohort::Settings{};
  const auto text = read_text_file(path);
  if (!text) return text.error();
  return parse_json<cohort::Settings>(*text);
}

/// The files below a folder; hidden ones and those of `out` left out, links to folders not followed (they may
/// lead in a circle).
Result<cohort::Folder> list_folder(const fs::path& base, const fs::path& out) {
  cohort::Folder folder;
  std::error_code failed, no_out;
  const fs::path results = out.empty() ? fs::path() : fs::weakly_canonical(out, no_out);
  fs::recursive_directory_iterator entry(base, failed);
  for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
    const bool hidden = entry->path().filename().string().starts_with(".");
    std::error_code ignored;
    if (entry->is_directory(ignored)) {
      if (hidden || (!results.empty() && fs::weakly_canonical(entry->path(), ignored) == results))
        entry.disable_recursion_pending();
    } else if (!hidden) {
      folder.paths.push_back(entry->path().lexically_relative(base).generic_string());
    }
  }
  if (failed) return Error{"E_FILE", "The folder cannot be read: " + failed.message() + ".", ""};
  std::sort(folder.paths.begin(), folder.paths.end());
  return folder;
}

/// Folder of the recordings, and what was found in it.
struct Found {
  fs::path base;
  cohort::Plan plan;
};

Result<Found> find(const Options& options, const cohort::Settings& settings) {
  std::error_code ignored;
  fs::path base = options.from;
  std::string only_table;
  if (!fs::is_directory(base, ignored)) {
    only_table = base.filename().string();
    base = base.has_parent_path() ? base.parent_path() : fs::path(".");
  }
  auto folder = list_folder(base, options.out);
  if (!folder) return folder.error();
  for (const std::string& path : cohort::tables_wanted(folder->paths)) {
    const bool at_top = path.find('/') == std::string::npos;
    if (!only_table.empty() && at_top && path != only_table) continue;
    auto text = read_text_file((base / path).string());
    if (!text) return Error{text.error().code, text.error().message, path};
    folder->tables[path] = std::move(*text);
  }
  if (!only_table.empty())  // a table given by name is the layout, whatever lies beside it
    std::erase_if(folder->paths, [](const std::string& path) { return path.starts_with("sub-"); });
  auto plan = cohort::find_cohort(*folder, settings);
  if (!plan) return plan.error();
  return Found{std::move(base), std::move(*plan)};
}

report::VisitOptions options_of(const cohort::Session& session) {
  report::VisitOptions options;
  options.label = session.visit;
  options.age_months = session.age_months;
  return options;
}

/// Measures the recordings of a cohort, several at a time, each by one thread from its first byte to its
/// record; what was measured before under the same settings is read back.
class Measuring {
 public:
  Measuring(const Found& found, const Options& options, const report::Settings& settings,
            const cohort::Settings& cohort_settings)
      : base_(found.base),
        records_(options.out / "recordings"),
        collect_(options.collect),
        settings_(settings),
        digest_(cohort::digest_of(settings)),
        cohort_(found.plan, cohort_settings) {
    const auto& sessions = cohort_.plan().sessions;
    for (std::size_t i = 0; i < sessions.size(); ++i)
      if (!sessions[i].file.empty()) sessions_.push_back(i);
  }

  /// Error: a record cannot be written, or (collecting) is not there.
  Status run(unsigned jobs) {
    std::vector<std::thread> workers;
    for (unsigned i = 1; i < std::min<std::size_t>(jobs, sessions_.size()); ++i)
      workers.emplace_back([this] { work(); });
    work();
    for (std::thread& worker : workers) worker.join();
    return failure_ ? Status(*failure_) : success();
  }

  cohort::Cohort& cohort() { return cohort_; }
  int measured() const { return measured_; }

 private:
  void work() {
    for (std::size_t i; !stop_ && (i = next_++) < sessions_.size();) {
      const auto record = record_of(cohort_.plan().sessions[sessions_[i]]);
      const auto kept = record ? std::optional(cohort::measured_of(*record, settings_)) : std::nullopt;
      const std::lock_guard lock(mutex_);
      if (kept) {
        cohort_.add(sessions_[i], *kept);
      } else if (!failure_) {
        failure_ = record.error();
        stop_ = true;
      }
    }
  }

  Result<cohort::Record> record_of(const cohort::Session& session) {
    const std::string file = (base_ / session.file).string(), path = (records_ / session.record).string();
    const auto options = options_of(session);
    if (auto kept = read_record(path)) {
      const auto hash = hash_file(file);
      if (cohort::is_current(*kept, hash ? *hash : "", digest_, options)) return kept;
    }
    if (collect_)
      return Error{"E_COHORT_RECORD",
                   "There is no record of " + session.file +
                       " under these settings; measure it first (attune analyze --result).",
                   path};
    cohort::Record record = make_record(file, options, settings_, digest_);
    if (const Status written = write_record(path, record); !written)
      return Error{written.error().code, written.error().message, path};
    ++measured_;
    return record;
  }

  const fs::path base_, records_;
  const bool collect_;
  const report::Settings settings_;
  const std::string digest_;
  cohort::Cohort cohort_;
  std::vector<std::size_t> sessions_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<int> measured_ = 0;
  std::atomic<bool> stop_ = false;
  std::mutex mutex_;
  std::optional<Error> failure_;
};

/// Writes a table through its function, piece by piece.
Status write_table(const fs::path& path, const std::function<void(const cohort::Sink&)>& write) {
  auto file = OutputFile::create(path.string());
  Status status = file ? success() : Status(file.error());
  if (status)
    write([&](std::string_view text) {
      if (status) status = file->write({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    });
  if (status) status = file->finish();
  return status ? status : Status(Error{status.error().code, status.error().message, path.string()});
}

template <class T, class ToText>
std::string text_or_error(const Result<T>& result, const ToText& to_text) {
  return result ? to_text(*result) : dump({{"error", to_json(result.error())}}, 1) + "\n";
}

Status write_results(const cohort::Cohort& cohort, const report::Settings& settings, const fs::path& out) {
  Status status =
      write_table(out / "metrics.tsv", [&](const auto& sink) { cohort::write_metrics(cohort, sink); });
  if (status)
    status = write_table(out / "recordings.tsv",
                         [&](const auto& sink) { cohort::write_recordings(cohort, sink); });
  const auto write = [&](const char* name, const std::string& text) {
    if (status) status = write_table(out / name, [&](const auto& sink) { sink(text); });
  };
  write("tables.json", dump(cohort::describe_tables(cohort, settings), 1) + "\n");
  write("group.json", text_or_error(cohort::compare_groups(cohort), [](const group::GroupReport& report) {
          return dump(to_json(report), 1) + "\n";
        }));
  const auto as_is = [](const std::string& text) { return text; };
  write("reference.csv", text_or_error(reference_pack(cohort, cohort::PackKind::infants), as_is));
  write("reference_aggregates.csv",
        text_or_error(reference_pack(cohort, cohort::PackKind::aggregates), as_is));
  return status;
}

/// One line a recording: what to measure, and where its record goes.
int print_list(const cohort::Plan& plan) {
  std::puts("file\tvisit\tage_months\trecord");
  for (const cohort::Session& session : plan.sessions)
    if (!session.file.empty())
      std::printf("%s\t%s\t%s\t%s\n", session.file.c_str(), session.visit.c_str(),
                  session.age_months ? dump(Json(*session.age_months)).c_str() : "n/a",
                  session.record.c_str());
  return 0;
}

}  // namespace

int cohort(Arguments args) {
  const auto options = read_options(args);
  if (!options) return wrong_usage("cohort");
  const auto settings = read_settings(options->settings_path);
  if (!settings) return fail(options->settings_path, settings.error());
  const auto cohort_settings = read_cohort_settings(options->cohort_settings_path);
  if (!cohort_settings) return fail(options->cohort_settings_path, cohort_settings.error());
  const auto found = find(*options, *cohort_settings);
  if (!found) return fail(options->from, found.error());
  if (options->list) return print_list(found->plan);
  std::error_code failed;
  fs::create_directories(options->out / "recordings", failed);
  if (failed) return fail(options->out.string(), {"E_FILE", "The folder cannot be made.", ""});
  Measuring measuring(*found, *options, *settings, *cohort_settings);
  if (const Status status = measuring.run(options->jobs); !status)
    return fail(status.error().where, {status.error().code, status.error().message, ""});
  const auto& cohort = measuring.cohort();
  if (const Status status = write_results(cohort, *settings, options->out); !status)
    return fail(status.error().where, {status.error().code, status.error().message, ""});
  if (cohort.recordings() > 0 && cohort.usable() == 0)
    return fail(options->from,
                {"E_COHORT_UNUSABLE", "None of the recordings can be used; see recordings.tsv.", ""});
  std::printf("%d recordings, %d of them measured now, %d of no use: %s\n", cohort.recordings(),
              measuring.measured(), cohort.recordings() - cohort.usable(), options->out.string().c_str());
  return 0;
}

}  // namespace attune::cli
