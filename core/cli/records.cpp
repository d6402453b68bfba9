#include "cli/records.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

#include "base/json.hpp"
#include "cli/files.hpp"
#include "cli/json_file.hpp"
#include "edf/beginning.hpp"
#include "visit/measure.hpp"
#include "visit/recording_stream.hpp"
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

/// When the file's first sample was recorded (edf/beginning.hpp).
std::string beginning_of(const std::string& path) {
  const auto file = InputFile::open(path);
  if (!file) return "";
  edf::Beginning beginning(file->size());
  const Error enough{"enough", "", ""};
  (void)file->read([&](std::span<const std::uint8_t> slice) -> Status {
    return beginning.push(slice) ? Status(enough) : success();
  });
  return beginning.text();
}

/// The files as they began, where no start is given and all are known.
std::vector<FilePart> in_order(const std::string& path, std::span<const FilePart> parts) {
  std::vector<FilePart> files{{path, {}}};
  files.insert(files.end(), parts.begin(), parts.end());
  if (parts.empty() ||
      std::any_of(parts.begin(), parts.end(), [](const FilePart& one) { return one.start_s; }))
    return files;
  std::vector<std::pair<std::string, FilePart>> by_start;
  for (FilePart& file : files) by_start.emplace_back(beginning_of(file.path), std::move(file));
  const bool known =
      std::none_of(by_start.begin(), by_start.end(), [](const auto& one) { return one.first.empty(); });
  if (known)
    std::stable_sort(by_start.begin(), by_start.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  files.clear();
  for (auto& one : by_start) files.push_back(std::move(one.second));
  return files;
}

/// Streams the files one after another. `at`: the one that is read, which an error is of.
Status read_files(std::span<const FilePart> files, const visit::VisitOptions& options,
                  const visit::Settings& settings, Sha256* digest,
                  std::unique_ptr<visit::RecordingStream>& stream, std::string& at) {
  for (const FilePart& part : files) {
    const auto file = InputFile::open(part.path);
    if (!file) {  // as when it is damaged gzip, which opening finds
      at = part.path;
      if (digest != nullptr)
        if (const Status hashed = hash_into(*digest, part.path); !hashed) return hashed.error();
      return file.error();
    }
    if (!stream) {
      stream = std::make_unique<visit::RecordingStream>(
          file->size(), visit::reading_settings(settings, options.age_months), options.channels);
      stream->add(options.events);
    } else if (const Status status = stream->next_part(file->size(), part.start_s); !status) {
      return status;  // of the file before, whose last bytes are judged now
    }
    at = part.path;
    const auto push = [&](std::span<const std::uint8_t> slice) { return stream->push(slice); };
    if (const Status status = file->read(push, digest); !status) return status;
  }
  return success();
}

}  // namespace

Result<visit::Visit> measure_file(const std::string& path, const visit::VisitOptions& options,
                                  const visit::Settings& settings, Sha256* digest,
                                  visit::VisitSpecifications* specifications, std::span<const FilePart> parts,
                                  std::string* failed) {
  std::unique_ptr<visit::RecordingStream> stream;
  std::string unasked;
  std::string& at = failed != nullptr ? *failed : unasked;
  if (const Status status = read_files(in_order(path, parts), options, settings, digest, stream, at); !status)
    return status.error();
  const auto features = stream->finish();
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
                           const visit::Settings& settings, const std::string& settings_sha256,
                           bool multiverse, const PairAsked* pair) {
  constexpr int attempts = 3;
  const auto stamps = [&] { return std::pair(stamp_of(path), stamp_of(pair ? pair->mother : "")); };
  for (int i = 0; i < attempts; ++i) {
    const auto before = stamps();
    Sha256 digest;
    visit::VisitSpecifications specifications;
    auto visit = measure_file(path, options, settings, &digest, multiverse ? &specifications : nullptr);
    std::optional<cohort::PairRecord> together;
    if (pair && visit) together = measure_pair(path, *pair, *visit, settings);
    if (stamps() != before) continue;
    if (!visit && visit.error().code == "E_FILE")
      return failed_record(visit.error(), options, settings_sha256);
    cohort::Record record = empty_record(options, settings_sha256);
    record.sha256 = digest.hex();
    if (visit) {
      record.visit = std::move(*visit);
      record.pair = std::move(together);
      if (multiverse) record.specifications = std::move(specifications);
    } else {
      record.error = visit.error();
    }
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
  return from_json_file<cohort::Record>(path);
}

Status write_record(const std::string& path, const cohort::Record& record) {
  return write_text_file(path, dump(to_json(record)) + "\n");
}

}  // namespace attune::cli
