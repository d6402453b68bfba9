// What a cohort's record keeps of mother and infant together.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dyad/hearts.hpp"
#include "visit/settings.hpp"
#include "visit/visit.hpp"

namespace attune::cohort {

/// Both hearts over time, one value a step, null where not valid.
struct PairCourses {
  std::vector<std::optional<double>> mother_rsa_ln_ms2, infant_rsa_ln_ms2, mother_heart_period_ms,
      infant_heart_period_ms;

  static constexpr const char* type_name = "CohortPairCourses";
  static constexpr auto fields() {
    using C = PairCourses;
    return std::array{
        field<&C::mother_rsa_ln_ms2>("mother_rsa_ln_ms2", "Continuous RSA of the mother."),
        field<&C::infant_rsa_ln_ms2>("infant_rsa_ln_ms2", "Continuous RSA of the infant."),
        field<&C::mother_heart_period_ms>("mother_heart_period_ms", "Heart period of the mother."),
        field<&C::infant_heart_period_ms>("infant_heart_period_ms", "Heart period of the infant.")};
  }
};

/// What a record keeps of a pair.
struct PairRecord {
  std::string mother_sha256;
  dyad::Settings settings;
  std::optional<Error> error;
  std::optional<dyad::Dyad> dyad;
  double first_s = 0;
  PairCourses courses;

  static constexpr const char* type_name = "CohortPairRecord";
  static constexpr auto fields() {
    using P = PairRecord;
    return std::array{
        field<&P::mother_sha256>("mother_sha256",
                                 "Digest of the mother's recording; empty: both hearts are in one."),
        field<&P::settings>("settings", "What it was measured with."),
        field<&P::error>("error", "Why the pair could not be measured; null if it could."),
        field<&P::dyad>("dyad", "As attune dyad gives it; courses and methods stand elsewhere."),
        field<&P::first_s>("first_s", "Time of the courses' first step, on the shared clock."),
        field<&P::courses>("courses", "Both hearts over time, a value a step.")};
  }
};

/// Takes the courses out of the dyad.
PairRecord pair_record(dyad::Dyad dyad, const std::string& mother_sha256);
PairRecord pair_record(const Error& error, const std::string& mother_sha256, const dyad::Settings& settings);

/// What is asked of the files of a pair: infant's age and preset are those of the visit.
dyad::PairWanted pair_wanted(const visit::Visit& visit, const visit::Settings& settings);

/// Where both hearts come from: one recording, or one and the mother's own with this digest.
struct PairSource {
  bool one = true;
  std::string mother_sha256;
  std::function<Result<dyad::Pair>(const dyad::PairWanted& wanted)> read;
};

/// Both hearts as `attune dyad` measures them: infant's age, phases and what is left out are those of `visit`, which was
/// measured in the infant's recording. What cannot be measured gives a record that says so.
PairRecord measure_pair(const PairSource& source, const visit::Visit& visit,
                        const visit::Settings& visit_settings, const dyad::Settings& settings);

/// Whether a pair need not be measured again. `mother_sha256`: of her file as it lies there; empty: there is none.
bool is_current(const PairRecord& record, const std::string& mother_sha256, const dyad::Settings& settings);

}  // namespace attune::cohort
