#include "cli/records.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

#include "base/json.hpp"
#include "cli/files.hpp"
#include "cli/json_file.hpp"
#include "edf/beginning.hpp"
#include "edf/text.hpp"
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

/// Of all files that a record is made of.
std::vector<Stamp> stamps_of(const RecordingAsked& asked) {
  std::vector<Stamp> all{stamp_of(asked.files.path), stamp_of(asked.pair ? asked.pair->mother : "")};
  for (const FilePart& part : asked.files.parts) all.push_back(stamp_of(part.path));
  return all;
}

/// Of several files the one it is of is named.
Error error_in(const Error& error, const std::string& path, const VisitFiles& files) {
  if (files.parts.empty()) return error;
  return {error.code, error.message, edf::decode_text(fs::path(path).filename().string()).text};
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

/// A file of a visit, and which of those given it is.
struct GivenFile {
  FilePart file;
  int place = 0;
  std::string begins;
};

/// The files as they began, where no start is given and all are known.
std::vector<GivenFile> in_order(const VisitFiles& given) {
  const auto& parts = given.parts;
  std::vector<GivenFile> files{{{given.path, {}}, 0, ""}};
  for (const FilePart& part : parts) files.push_back({part, static_cast<int>(files.size()), ""});
  if (parts.empty() ||
      std::any_of(parts.begin(), parts.end(), [](const FilePart& one) { return one.start_s; }))
    return files;
  for (GivenFile& one : files) one.begins = beginning_of(one.file.path);
  if (std::none_of(files.begin(), files.end(), [](const GivenFile& one) { return one.begins.empty(); }))
    std::stable_sort(files.begin(), files.end(),
                     [](const GivenFile& a, const GivenFile& b) { return a.begins < b.begins; });
  return files;
}

/// Marks of tables by the files as they are read.
std::vector<visit::RecordedEvent> events_in_order(std::vector<visit::RecordedEvent> events,
                                                  std::span<const GivenFile> files) {
  for (visit::RecordedEvent& event : events) {
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&](const GivenFile& one) { return one.place == event.file; });
    event.file = static_cast<int>(found - files.begin());
  }
  return events;
}

/// Streams the files of a visit, one after another.
class FilesReader {
 public:
  FilesReader(std::span<const GivenFile> files, const visit::VisitOptions& options,
              const visit::Settings& settings, Sha256* digest)
      : files_(files), options_(options), settings_(settings), digest_(digest) {}

  Result<visit::RecordingFeatures> read() {
    Status taken = success();
    for (const GivenFile& one : files_) {
      const std::string& path = one.file.path;
      if (taken) taken = read_file(one.file);
      // The digest is of all files, also behind one that cannot be used.
      else if (const Status hashed = hash(path); !hashed)
        return hashed.error();
    }
    if (!taken) return taken.error();
    return stream_->finish();
  }

  /// The file that is read, which an error is of.
  const std::string& at() const { return at_; }

 private:
  Status hash(const std::string& path) { return digest_ == nullptr ? success() : hash_into(*digest_, path); }

  Status read_file(const FilePart& part) {
    const auto file = InputFile::open(part.path);
    if (!file) {  // as when it is damaged gzip, which opening finds
      at_ = part.path;
      const Status hashed = hash(part.path);
      return hashed ? Status(file.error()) : hashed;
    }
    if (!stream_) {
      stream_ = std::make_unique<visit::RecordingStream>(
          file->size(), visit::reading_settings(settings_, options_.age_months, options_.weeks_early),
          options_.channels);
      stream_->born_early(options_.weeks_early);
      stream_->add(events_in_order(options_.events, files_));
    } else if (const Status status = stream_->next_part(file->size(), part.start_s); !status) {
      const Status hashed = hash(part.path);
      return hashed ? status : hashed;  // of the file before, whose last bytes are judged now
    }
    at_ = part.path;
    return file->read([this](std::span<const std::uint8_t> slice) { return stream_->push(slice); }, digest_);
  }

  std::span<const GivenFile> files_;
  const visit::VisitOptions& options_;
  const visit::Settings& settings_;
  Sha256* digest_;
  std::unique_ptr<visit::RecordingStream> stream_;
  std::string at_;
};

}  // namespace

Result<visit::Visit> measure_files(const VisitFiles& files, const visit::VisitOptions& options,
                                   const visit::Settings& settings, const ToldBeside& beside) {
  const std::vector<GivenFile> ordered = in_order(files);
  FilesReader reader(ordered, options, settings, beside.digest);
  const auto features = reader.read();
  if (beside.failed != nullptr) *beside.failed = reader.at();
  if (!features) return features.error();
  visit::Visit visit = visit::measure_visit(*features, options, settings);
  if (beside.specifications != nullptr)
    *beside.specifications = visit::specify_visit(*features, visit.phases, options, settings);
  return visit;
}

Result<std::string> hash_files(const VisitFiles& files) {
  Sha256 hash;
  for (const GivenFile& one : in_order(files))
    if (const Status status = hash_into(hash, one.file.path); !status) return status.error();
  return hash.hex();
}

cohort::Record make_record(const RecordingAsked& asked, const visit::Settings& settings,
                           const std::string& settings_sha256) {
  const auto& [files, options, multiverse, pair] = asked;
  constexpr int attempts = 3;
  for (int i = 0; i < attempts; ++i) {
    const auto before = stamps_of(asked);
    Sha256 digest;
    visit::VisitSpecifications specifications;
    std::string failed;
    auto visit =
        measure_files(files, options, settings, {&digest, multiverse ? &specifications : nullptr, &failed});
    std::optional<cohort::PairRecord> together;
    if (pair && visit) together = measure_pair(files.path, *pair, *visit, settings);
    if (stamps_of(asked) != before) continue;
    if (!visit && visit.error().code == "E_FILE")
      return failed_record(error_in(visit.error(), failed, files), options, settings_sha256);
    cohort::Record record = empty_record(options, settings_sha256);
    record.sha256 = digest.hex();
    if (visit) {
      record.visit = std::move(*visit);
      record.pair = std::move(together);
      if (multiverse) record.specifications = std::move(specifications);
    } else {
      record.error = error_in(visit.error(), failed, files);
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
