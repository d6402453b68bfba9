// What a cohort keeps of one recording: the measures of the single report, one line each, and how good the
// recording was. And the record in which everything that was measured is kept in a file, so that a recording
// is not measured twice.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cohort/pair_record.hpp"
#include "report/report.hpp"
#include "visit/specifications.hpp"

namespace attune::cohort {

struct MeasuredValue {
  std::string measure;
  report::Domain domain = report::Domain::heart;
  words::Text title, unit, up_means;
  int decimals = 2;
  std::optional<double> value, se;
  int n = 0;
  words::Text reason;

  static constexpr const char* type_name = "MeasuredValue";
  static constexpr auto fields() {
    using V = MeasuredValue;
    return std::array{field<&V::measure>("measure", "Stable name, as in the report."),
                      field<&V::domain>("domain", "Which domain."),
                      field<&V::title>("title", "Name as shown."),
                      field<&V::unit>("unit", "Unit as shown."),
                      field<&V::up_means>("up_means", "What a higher value says."),
                      field<&V::decimals>("decimals", "Digits shown after the point."),
                      field<&V::value>("value", "The value; null: see reason."),
                      field<&V::se>("se", "Its standard error."),
                      field<&V::n>("n", "Epochs or windows it rests on."),
                      field<&V::reason>("reason", "Why there is no value.")};
  }
};

struct Measured {
  std::string sha256;
  std::vector<std::string> parts_sha256;
  bool simulated = false;
  std::optional<double> corrected_age_months;
  visit::Quality quality;
  std::vector<std::string> warnings;
  std::vector<MeasuredValue> values;
  std::optional<visit::VisitSpecifications> specifications;
  std::optional<PairRecord> pair;
  std::optional<Error> error;

  static constexpr const char* type_name = "MeasuredRecording";
  static constexpr auto fields() {
    using M = Measured;
    return std::array{field<&M::sha256>("sha256", "Digest of the file, or of all files."),
                      field<&M::parts_sha256>(
                          "parts_sha256", "Digest of each file, where the visit is of several; else empty."),
                      field<&M::simulated>("simulated", "Whether the simulator wrote it."),
                      field<&M::corrected_age_months>(
                          "corrected_age_months",
                          "Age at this visit corrected for weeks born early; null: it is not corrected."),
                      field<&M::quality>("quality", "How good the recording was."),
                      field<&M::warnings>("warnings", "Codes of all warnings, each once."),
                      field<&M::values>("values", "What was measured."),
                      field<&M::specifications>(
                          "specifications",
                          "Asymmetry and RSA under every choice that the multiverse varies, values alone; "
                          "null: not asked for."),
                      field<&M::pair>("pair", "Mother's and infant's heart together; null: not asked for."),
                      field<&M::error>("error", "Why the file cannot be used; null if it can.")};
  }
};

/// The measures of one visit, as report::collect_measures gives them for it alone. `specifications`: of the same
/// recording; none: not asked for.
Measured measured_of(const visit::Visit& visit, const visit::Settings& settings,
                     std::optional<visit::VisitSpecifications> specifications = {});

/// A file that could not be used.
Measured not_measured(const Error& error, const std::string& sha256);

/// What `attune analyze --result` and `attune cohort` write beside a recording.
struct Record {
  int format = 1;
  std::string version;          ///< of the core
  std::string settings_sha256;  ///< of the settings' JSON, whole
  visit::VisitOptions options;
  std::string sha256;  ///< of the file as it lies on the disk; empty if it could not be read
  std::optional<Error> error;
  std::optional<visit::Visit> visit;
  std::optional<visit::VisitSpecifications> specifications;
  std::optional<PairRecord> pair;

  static constexpr const char* type_name = "CohortRecord";
  static constexpr auto fields() {
    using R = Record;
    return std::array{
        field<&R::format>("format", "Version of this tree."),
        field<&R::version>("version", "Version of the core."),
        field<&R::settings_sha256>("settings_sha256", "Digest of the settings' JSON."),
        field<&R::options>("options", "What was told beside the recording."),
        field<&R::sha256>("sha256", "Digest of the file, or of all files, as they lie on the disk."),
        field<&R::error>("error", "Why the file cannot be used; null if it can."),
        field<&R::visit>("visit", "What was measured; null if nothing could be."),
        field<&R::specifications>(
            "specifications", "The same under every choice that the multiverse varies; null: not asked for."),
        field<&R::pair>("pair", "Mother's and infant's heart together; null: not asked for.")};
  }
};

/// The digest of settings, however their file was written.
std::string digest_of(const visit::Settings& settings);

/// Whether a record holds what measuring this file under these settings would give; with `multiverse` also what that
/// is made of.
bool is_current(const Record& record, const std::string& file_sha256, const std::string& settings_sha256,
                const visit::VisitOptions& options, bool multiverse = false);

/// Whether a record says that measuring under these settings could not be done, which is tried again each time.
bool is_failed(const Record& record, const std::string& settings_sha256, const visit::VisitOptions& options);

/// What a cohort keeps of a record.
Measured measured_of(const Record& record, const visit::Settings& settings);

}  // namespace attune::cohort
