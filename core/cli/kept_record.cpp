#include "cli/kept_record.hpp"

#include "base/json.hpp"
#include "cli/files.hpp"
#include "cli/lock.hpp"
#include "cli/workers.hpp"

namespace attune::cli {
namespace {

/// Whether the record is there already, of this file as it is now.
bool is_kept(const RecordingAsked& asked, const std::string& digest, const std::string& path) {
  const auto kept = read_record(path);
  const auto hash = hash_files(asked.files);
  return kept && hash && !kept->error &&
         cohort::is_current(*kept, *hash, digest, asked.options, asked.multiverse) &&
         has_pair(*kept, asked.pair);
}

}  // namespace

int keep_record(const RecordingAsked& asked, const visit::Settings& settings, const std::string& path) {
  const std::string& file = asked.files.path;
  const std::string digest = cohort::digest_of(settings);
  const auto lock = Lock::of_record(path);
  if (!lock) return fail(path, lock.error());
  if (lock->waited() && is_kept(asked, digest, path)) return 0;
  cohort::Record record;
  Tasks tasks;
  tasks.count = 1;
  tasks.work = [&](std::size_t) { return dump(to_json(make_record(asked, settings, digest))); };
  tasks.take = [&](std::size_t, Result<std::string> text) {
    auto made = text ? parse_json<cohort::Record>(*text) : Result<cohort::Record>(text.error());
    record = made ? std::move(*made) : failed_record(made.error(), asked.options, digest);
    return true;
  };
  if (const Status done = share_out(tasks, 1); !done) return fail(file, done.error());
  if (const Status written = write_record(path, record); !written) return fail(path, written.error());
  if (!record.error) return 0;
  const bool of_part = !asked.files.parts.empty() && !record.error->where.empty();
  if (of_part)
    warn(record.error->where, {record.error->code, record.error->message, ""});
  else
    warn(file, *record.error);
  return 3;
}

}  // namespace attune::cli
