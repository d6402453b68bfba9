#include "cli/records.hpp"

#include "base/json.hpp"
#include "base/sha256.hpp"
#include "cli/files.hpp"
#include "report/visit.hpp"

namespace attune::cli {

Result<report::Visit> measure_file(const std::string& path, const report::VisitOptions& options,
                                   const report::Settings& settings) {
  const auto file = InputFile::open(path);
  if (!file) return file.error();
  report::RecordingStream stream(file->size(), settings);
  if (const Status status =
          file->read([&](std::span<const std::uint8_t> slice) { return stream.push(slice); });
      !status)
    return status.error();
  const auto features = stream.finish();
  if (!features) return features.error();
  return report::measure_visit(*features, options, settings);
}

Result<std::string> hash_file(const std::string& path) {
  Sha256 hash;
  const Status status = read_bytes(path, [&](std::span<const std::uint8_t> slice) {
    hash.update(slice);
    return success();
  });
  if (!status) return status.error();
  return hash.hex();
}

cohort::Record make_record(const std::string& path, const report::VisitOptions& options,
                           const report::Settings& settings, const std::string& settings_sha256) {
  cohort::Record record;
  record.version = ATTUNE_VERSION;
  record.settings_sha256 = settings_sha256;
  record.options = options;
  auto visit = measure_file(path, options, settings);
  if (const auto hash = hash_file(path)) record.sha256 = *hash;
  if (visit)
    record.visit = std::move(*visit);
  else
    record.error = visit.error();
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
