#include "cohort/pair_record.hpp"

#include <cmath>
#include <utility>

#include "base/json.hpp"
#include "words/ids/pairs.hpp"

namespace attune::cohort {
namespace {

std::vector<std::optional<double>> with_gaps(const std::vector<double>& values) {
  std::vector<std::optional<double>> course;
  for (const double value : values)
    course.push_back(std::isfinite(value) ? std::optional(value) : std::nullopt);
  return course;
}

/// Stretches that the visit leaves out, whoever marked them: annotations, or a table beside the recording.
void leave_out(dyad::HeartInput& heart, const visit::Visit& visit) {
  std::vector<Interval>& out = heart.unusable;
  for (const edf::MarkedStretch& one : visit.file.left_out) out.push_back({one.start_s, one.end_s});
  out = united(std::move(out));
}

Result<dyad::Dyad> dyad_of(const PairSource& source, const visit::Visit& visit,
                           const visit::Settings& visit_settings, const dyad::Settings& settings) {
  if (!visit.file.parts.empty()) return Error{"E_DYAD_FILES", words::say<"pairs.several_files">(), ""};
  auto pair = source.read(pair_wanted(visit, visit_settings));
  if (!pair) return pair.error();
  if (pair->infant) leave_out(*pair->infant, visit);
  if (source.one && pair->mother) leave_out(*pair->mother, visit);
  if (!visit.phases.empty()) {
    pair->phases = visit.phases;
    for (Phase& phase : pair->phases) {
      phase.start_s = pair->clock.shared(phase.start_s);
      phase.end_s = pair->clock.shared(phase.end_s);
    }
  }
  return analyze(*pair, settings);
}

}  // namespace

PairRecord pair_record(dyad::Dyad dyad, const std::string& mother_sha256) {
  PairRecord record;
  record.mother_sha256 = mother_sha256;
  record.settings = dyad.settings;
  const dyad::Courses courses = std::exchange(dyad.courses, {});
  if (!courses.time_s.empty()) record.first_s = courses.time_s.front();
  record.courses = {with_gaps(courses.mother_rsa_ln_ms2), with_gaps(courses.infant_rsa_ln_ms2),
                    with_gaps(courses.mother_heart_period_ms), with_gaps(courses.infant_heart_period_ms)};
  dyad.methods.clear();
  record.dyad = std::move(dyad);
  return record;
}

PairRecord pair_record(const Error& error, const std::string& mother_sha256, const dyad::Settings& settings) {
  PairRecord record;
  record.mother_sha256 = mother_sha256;
  record.settings = settings;
  record.error = error;
  return record;
}

dyad::PairWanted pair_wanted(const visit::Visit& visit, const visit::Settings& settings) {
  dyad::PairWanted wanted;
  wanted.infant.age_months = visit::counted_age(visit);
  if (settings.ecg.preset != ecg::Preset::by_age) wanted.infant.preset = settings.ecg.preset;
  for (const visit::RecordingEdits& one : settings.edits.recordings)
    wanted.edits.push_back({one.sha256, one.beats});
  return wanted;
}

PairRecord measure_pair(const PairSource& source, const visit::Visit& visit,
                        const visit::Settings& visit_settings, const dyad::Settings& settings) {
  auto dyad = dyad_of(source, visit, visit_settings, settings);
  return dyad ? pair_record(std::move(*dyad), source.mother_sha256)
              : pair_record(dyad.error(), source.mother_sha256, settings);
}

bool is_current(const PairRecord& record, const std::string& mother_sha256, const dyad::Settings& settings) {
  return record.mother_sha256 == mother_sha256 && to_json(record.settings) == to_json(settings) &&
         (record.dyad || record.error);
}

}  // namespace attune::cohort
