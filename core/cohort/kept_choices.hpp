// What the recordings of a cohort come to under the choices that the multiverse varies, kept small: they share their
// combinations and the few reasons why there is no value, so that each takes 48 bytes a combination (some 3 KB in all).
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "cohort/kept_texts.hpp"
#include "visit/specifications.hpp"

namespace attune::cohort {

/// One combination of choices but for the form of power or the method, in one recording.
struct KeptCombination {
  std::uint32_t combination = 0;  ///< its place among the cohort's
  std::array<std::uint32_t, 3>
      reasons{};                   ///< why there is no value, by form or method: places among the texts
  std::array<double, 3> values{};  ///< not finite: none
  double used = 0;                 ///< clean seconds (brain) or epochs used (heart)
};
static_assert(sizeof(KeptCombination) == 48);

/// Forms of power, and methods, in the order in which they are kept.
inline constexpr std::array kept_forms{&visit::AsymmetrySpecification::absolute,
                                       &visit::AsymmetrySpecification::relative,
                                       &visit::AsymmetrySpecification::oscillatory};
inline constexpr std::array kept_methods{&visit::RsaSpecification::spectral, &visit::RsaSpecification::porges,
                                         &visit::RsaSpecification::ipfm};

using KeptSessions = std::vector<std::vector<KeptCombination>>;  ///< by session, the recording's own first

template <class Specification>
struct KeptOf {
  std::vector<Specification> combinations;  ///< by their choices, without estimates
  KeptSessions sessions;
};

class KeptChoices {
 public:
  explicit KeptChoices(std::size_t sessions) : given_(sessions), brain_{{}, KeptSessions(sessions)} {}

  void keep(std::size_t session, const visit::VisitSpecifications& specifications);

  /// Whether anything was kept of the session, be it empty.
  bool has(std::size_t session) const { return given_[session]; }
  const words::Text& reason(std::uint32_t place) const { return texts_[place]; }
  const KeptOf<visit::AsymmetrySpecification>& brain() const { return brain_; }
  /// By the kind of phase it is of (RsaSpecification::phase_kind); null: no recording has any.
  const KeptOf<visit::RsaSpecification>* heart(const std::string& phase_kind) const;

 private:
  std::vector<bool> given_;
  KeptTexts texts_;
  KeptOf<visit::AsymmetrySpecification> brain_;
  std::map<std::string, KeptOf<visit::RsaSpecification>> heart_;
};

}  // namespace attune::cohort
