#include "cohort/measured.hpp"

#include <set>

#include "base/json.hpp"
#include "base/measure_table.hpp"
#include "base/sha256.hpp"
#include "report/measures.hpp"
#include "words/ids/cohort.hpp"
#include "words/ids/measure.hpp"

namespace attune::cohort {
namespace {

void add_codes(std::set<std::string>& codes, const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics)
    if (diagnostic.severity != Severity::note) codes.insert(diagnostic.code);
}

/// In a report the brain's measures stand under their own heading; here among all others.
words::Text title_of(const report::Measure& measure) {
  if (!belongs_to(Family::asymmetry, measure.id)) return measure.title;
  return words::say<"measure.alpha_asymmetry">({{"pair", measure.title}});
}

/// A cohort's errors are those of its infants; a recording's own take twice the room.
void keep_values(visit::VisitSpecifications& specifications) {
  const auto bare = [](Estimate& estimate) {
    const auto value = estimate.value;
    estimate = missing(value ? words::Text() : std::move(estimate.reason));
    estimate.value = value;
  };
  for (auto& one : specifications.brain)
    for (Estimate* estimate : {&one.absolute, &one.relative, &one.oscillatory}) bare(*estimate);
  for (auto& one : specifications.heart)
    for (Estimate* estimate : {&one.spectral, &one.porges, &one.ipfm}) bare(*estimate);
}

bool is_of(const Record& record, const std::string& settings_sha256, const visit::VisitOptions& options) {
  return record.version == ATTUNE_VERSION && record.settings_sha256 == settings_sha256 &&
         to_json(record.options) == to_json(options);
}

}  // namespace

Measured measured_of(const visit::Visit& visit, const visit::Settings& settings,
                     std::optional<visit::VisitSpecifications> specifications) {
  Measured measured;
  measured.specifications = std::move(specifications);
  if (measured.specifications) keep_values(*measured.specifications);
  measured.sha256 = visit.file.sha256;
  for (const visit::RecordingPart& part : visit.file.parts) measured.parts_sha256.push_back(part.sha256);
  measured.simulated = visit.file.simulated;
  measured.corrected_age_months = visit.corrected_age_months;
  measured.quality = visit.quality;
  std::set<std::string> codes;
  add_codes(codes, visit.diagnostics);
  add_codes(codes, visit.eeg.diagnostics);
  add_codes(codes, visit.heart.diagnostics);
  measured.warnings.assign(codes.begin(), codes.end());
  for (const report::Measure& measure : report::collect_measures({visit}, settings)) {
    Estimate estimate = measure.visits.front();
    // RSA that does not hold the breathing enters no group's mean: it is missing, with that reason.
    if (!report::doubt_of(measure, visit).empty()) estimate.value.reset();
    measured.values.push_back({measure.id, measure.domain, title_of(measure), measure.unit, measure.up_means,
                               measure.decimals, estimate.value, estimate.se, estimate.n,
                               estimate.value ? words::Text() : estimate.reason});
  }
  return measured;
}

Measured not_measured(const Error& error, const std::string& sha256) {
  Measured measured;
  measured.sha256 = sha256;
  measured.error = error;
  return measured;
}

std::string digest_of(const visit::Settings& settings) {
  const std::string text = dump(to_json(settings));
  return sha256_hex({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

bool is_current(const Record& record, const std::string& file_sha256, const std::string& settings_sha256,
                const visit::VisitOptions& options, bool multiverse) {
  const bool is_whole = record.visit && (record.specifications || !multiverse);
  return is_of(record, settings_sha256, options) && !file_sha256.empty() && record.sha256 == file_sha256 &&
         (is_whole || record.error);
}

bool is_failed(const Record& record, const std::string& settings_sha256, const visit::VisitOptions& options) {
  return is_of(record, settings_sha256, options) && record.sha256.empty() && record.error;
}

Measured measured_of(const Record& record, const visit::Settings& settings) {
  if (record.visit) return measured_of(*record.visit, settings, record.specifications);
  return not_measured(record.error.value_or(Error{"E_RECORD", words::say<"cohort.record_empty">(), ""}),
                      record.sha256);
}

}  // namespace attune::cohort
