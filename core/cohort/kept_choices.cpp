#include "cohort/kept_choices.hpp"

#include <algorithm>
#include <cmath>

namespace attune::cohort {
namespace {

bool is_same(const visit::AsymmetrySpecification& a, const visit::AsymmetrySpecification& b) {
  return a.band.low_hz == b.band.low_hz && a.band.high_hz == b.band.high_hz && a.reference == b.reference &&
         a.max_abs_uv == b.max_abs_uv && a.pair.left == b.pair.left && a.pair.right == b.pair.right;
}

bool is_same(const visit::RsaSpecification& a, const visit::RsaSpecification& b) {
  return a.epoch_s == b.epoch_s && a.band == b.band;  // of one kind of phase
}

visit::AsymmetrySpecification choices_of(const visit::AsymmetrySpecification& one) {
  return {one.band, one.reference, one.max_abs_uv, one.pair, {}, {}, {}, 0};
}

visit::RsaSpecification choices_of(const visit::RsaSpecification& one) {
  return {one.epoch_s, one.band, one.phase_kind, {}, {}, {}, 0};
}

template <class Specification>
std::uint32_t place_of(const Specification& one, std::vector<Specification>& combinations) {
  const auto found = std::find_if(combinations.begin(), combinations.end(),
                                  [&](const Specification& other) { return is_same(one, other); });
  const auto place = static_cast<std::uint32_t>(found - combinations.begin());
  if (found == combinations.end()) combinations.push_back(choices_of(one));
  return place;
}

template <class Specification, class Estimates>
KeptCombination kept_of(const Specification& one, double used, const Estimates& estimates, KeptTexts& texts,
                        KeptOf<Specification>& kept) {
  KeptCombination result{place_of(one, kept.combinations), {}, {}, used};
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    const Estimate& estimate = one.*estimates[i];
    result.values[i] = estimate.value.value_or(NAN);
    if (!estimate.value) result.reasons[i] = texts.place_of(estimate.reason);
  }
  return result;
}

}  // namespace

void KeptChoices::keep(std::size_t session, const visit::VisitSpecifications& specifications) {
  given_[session] = true;
  auto& brain = brain_.sessions[session];
  brain.clear();
  brain.reserve(specifications.brain.size());
  for (const auto& one : specifications.brain)
    brain.push_back(kept_of(one, one.clean_s, kept_forms, texts_, brain_));
  for (const auto& one : specifications.heart) {
    auto& heart = heart_[one.phase_kind];
    heart.sessions.resize(given_.size());
    heart.sessions[session].push_back(kept_of(one, one.epochs_used, kept_methods, texts_, heart));
  }
  for (auto& kind : heart_) kind.second.sessions[session].shrink_to_fit();
}

const KeptOf<visit::RsaSpecification>* KeptChoices::heart(const std::string& phase_kind) const {
  const auto found = heart_.find(phase_kind);
  return found == heart_.end() ? nullptr : &found->second;
}

}  // namespace attune::cohort
