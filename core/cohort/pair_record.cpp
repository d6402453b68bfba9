#include "cohort/pair_record.hpp"

#include <cmath>
#include <utility>

#include "base/json.hpp"

namespace attune::cohort {
namespace {

std::vector<std::optional<double>> with_gaps(const std::vector<double>& values) {
  std::vector<std::optional<double>> course;
  for (const double value : values)
    course.push_back(std::isfinite(value) ? std::optional(value) : std::nullopt);
  return course;
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

bool is_current(const PairRecord& record, const std::string& mother_sha256, const dyad::Settings& settings) {
  return record.mother_sha256 == mother_sha256 && to_json(record.settings) == to_json(settings) &&
         (record.dyad || record.error);
}

}  // namespace attune::cohort
