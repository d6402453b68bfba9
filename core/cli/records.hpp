// One recording measured, and its record on the disk.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/sha256.hpp"
#include "cli/cohort_pair.hpp"
#include "cohort/measured.hpp"
#include "visit/settings.hpp"
#include "visit/specifications.hpp"

namespace attune::cli {

/// A further file of one visit.
struct FilePart {
  std::string path;
  std::optional<double> start_s;  ///< of its first sample, from the visit's; none: by the start times
};

/// The files of one visit.
struct VisitFiles {
  std::string path;
  std::vector<FilePart> parts;
};

/// What is asked of a visit's recording.
struct RecordingAsked {
  VisitFiles files;
  visit::VisitOptions options;
  bool multiverse = false;        ///< with what the other choices come to
  std::optional<PairAsked> pair;  ///< with the mother's heart
};

/// What is told beside what was measured; null: not wanted.
struct ToldBeside {
  Sha256* digest = nullptr;  ///< of the bytes of all files, as they lie on the disk
  visit::VisitSpecifications* specifications = nullptr;  ///< what the specification curve is made of
  std::string* failed = nullptr;                         ///< path of the file that an error is of
};

/// Everything measured in the files, in the order of their start times unless a start is given; the options' events
/// count from the files as they are given here. Errors: E_FILE, those of the reader and of visit/parts.hpp.
Result<visit::Visit> measure_files(const VisitFiles& files, const visit::VisitOptions& options,
                                   const visit::Settings& settings, const ToldBeside& beside);

/// The digest of the files' bytes as they lie on the disk, in the order in which they are measured. Error: E_FILE.
Result<std::string> hash_files(const VisitFiles& files);

/// Measures the recording; a file that cannot be used gives a record that says so, and of several which. So does one
/// that went on changing while it was measured (E_FILE_CHANGED); its record has no digest, and so is never current.
cohort::Record make_record(const RecordingAsked& asked, const visit::Settings& settings,
                           const std::string& settings_sha256);

/// The record of a recording that could not be measured, which is tried again the next time.
cohort::Record failed_record(const Error& error, const visit::VisitOptions& options,
                             const std::string& settings_sha256);

/// The record at `path`. Errors: E_FILE, those of base/json.hpp.
Result<cohort::Record> read_record(const std::string& path);

/// Writes it whole or not at all. Error: E_FILE.
Status write_record(const std::string& path, const cohort::Record& record);

}  // namespace attune::cli
