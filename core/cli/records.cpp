#include "cli/records.hpp"

#include <filesystem>

#include "base/json.hpp"
#include "cli/files.hpp"
#include "visit/measure.hpp"
#include "words/ids/cli.hpp"

namespace attune::cli {
namespace {

namespace fs = std::filesystem;

/// What tells whether somebody wrote to a file.
struct Stamp {
  std::uintmax_t bytes = 0;
  fs::file_time_type written{};

  bool operator==(const Stamp&) const = default;
};

Stamp stamp_of(const std::string& path) {
  std::error_code failed;
  return {fs::file_size(path, failed), fs::last_write_time(path, failed)};
}

Status hash_into(Sha256& digest, const std::string& path) {
  return read_bytes(path, [&](std::span<const std::uint8_t> slice) {
    digest.update(slice);
    return success();
  });
}

cohort::Record empty_record(const visit::VisitOptions& options, const std::string& settings_sha256) {
  cohort::Record record;
  record.version = ATTUNE_VERSION;
  record.settings_sha256 = settings_sha256;
  record.options = options;
  return record;
}

}  // namespace

Result<visit::Visit> measure_file(const std::string& path, const visit::VisitOptions& options,
                                  const visit::Settings& settings, Sha256* digest,
                                  visit::VisitSpecifications* specifications) {
  const auto file = InputFile::open(path);
  if (!file) {  // as when it is damaged gzip, which opening finds
    if (digest != nullptr)
      if (const Status hashed = hash_into(*digest, path); !hashed) return hashed.error();
    return file.error();
  }
  visit::RecordingStream stream(file->size(), visit::reading_settings(settings, options.age_months),
                                options.channels);
  stream.add(options.events);
  if (const Status status =
          file->read([&](std::span<const std::uint8_t> slice) { return stream.push(slice); }, digest);
      !status)
    return status.error();
  const auto features = stream.finish();
  if (!features) return features.error();
  visit::Visit visit = visit::measure_visit(*features, options, settings);
  if (specifications != nullptr)
    *specifications = visit::specify_visit(*features, visit.phases, options, settings);
  return visit;
}

Result<std::string> hash_file(const std::string& path) {
  Sha256 hash;
  const Status status = hash_into(hash, path);
  if (!status) return status.error();
  return hash.hex();
}

cohort::Record make_record(const std::string& path, const visit::VisitOptions& options,
                           const visit::Settings& settings, const std::string& settings_sha256) {
  constexpr int attempts = 3;
  for (int i = 0; i < attempts; ++i) {
    const Stamp before = stamp_of(path);
    Sha256 digest;
    auto visit = measure_file(path, options, settings, &digest);
    if (stamp_of(path) != before) continue;
    if (!visit && visit.error().code == "E_FILE")
      return failed_record(visit.error(), options, settings_sha256);
    cohort::Record record = empty_record(options, settings_sha256);
    record.sha256 = digest.hex();
    if (visit)
      record.visit = std::move(*visit);
    else
      record.error = visit.error();
    return record;
  }
  return failed_record({"E_FILE_CHANGED", words::say<"cli.changed">(), ""}, options, settings_sha256);
}

cohort::Record failed_record(const Error& error, const visit::VisitOptions& options,
                             const std::string& settings_sha256) {
  cohort::Record record = empty_record(options, settings_sha256);
  record.error = error;
  return record;
}

Result<cohort::Record> read_record(const std::string& path) {
  const auto text = read_text_file(path);
  if (!text) return text.error();
  return parse_json<cohort::Record>(*text);
}

Status write_record(const std::string& path, const cohort::Record& record) {
  return write_text_file(path, dump(to_json(record)) + "\n");
}

}  // namespace attune::cli
