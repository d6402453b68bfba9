#include "report/certainty.hpp"

#include <algorithm>

#include "report/measures.hpp"
#include "report/sentences.hpp"
#include "report/visit_names.hpp"
#include "words/ids/finding.hpp"
#include "words/ids/reason.hpp"

namespace attune::report {
namespace {

/// Keeps the lowest level met and the reasons for it.
class Weakest {
 public:
  explicit Weakest(const std::vector<visit::Visit>& visits) : visits_(visits) {}

  void meet(eeg::DataLevel level, words::Text reason) {
    if (level < level_ || level == eeg::DataLevel::good) return;
    if (level > level_) reasons_.clear();
    level_ = level;
    if (reason.empty() || std::find(reasons_.begin(), reasons_.end(), reason) != reasons_.end()) return;
    reasons_.push_back(std::move(reason));
  }
  void meet_at(std::size_t visit, eeg::DataLevel level, const words::Text& reason) {
    meet(level, words::say<"finding.at_visit">(
                    {{"visit", name_of_visit(visits_, visit)}, {"reason", without_stop(reason)}}));
  }
  Certainty result() const {
    Certainty certainty{level_, {}};
    for (const words::Text& reason : reasons_)
      certainty.reason = certainty.reason.empty()
                             ? reason
                             : words::say<"reason.also">({{"first", certainty.reason}, {"next", reason}});
    return certainty;
  }

 private:
  const std::vector<visit::Visit>& visits_;
  eeg::DataLevel level_ = eeg::DataLevel::good;
  std::vector<words::Text> reasons_;
};

void weigh_brain(Weakest& weakest, std::size_t i, const visit::Visit& visit,
                 const visit::Settings& settings) {
  if (visit.eeg.asymmetry.empty()) {
    weakest.meet_at(i, eeg::DataLevel::none, visit.eeg.reason);
    return;
  }
  const auto& primary = visit.eeg.asymmetry.front();
  weakest.meet_at(i, primary.level, primary.reason);
  const auto age = visit::counted_age(visit);
  if (age && *age < settings.eeg.age_caution_months)
    weakest.meet_at(i, eeg::DataLevel::low,
                    words::say<"finding.certainty.young">(
                        {{"months", words::at_most(settings.eeg.age_caution_months, 1)}}));
}

void weigh_heart(Weakest& weakest, const Measure& measure, std::size_t i, const visit::Visit& visit,
                 const visit::Settings& settings) {
  const auto& overall = visit.heart.overall;
  if (const words::Text doubt = doubt_of(measure, visit); !doubt.empty())
    weakest.meet_at(i, eeg::DataLevel::none, doubt);
  if (!overall.rsa_ln_ms2.value)
    weakest.meet_at(i, eeg::DataLevel::none,
                    visit.heart.reason.empty() ? overall.rsa_ln_ms2.reason : visit.heart.reason);
  else if (overall.epochs_used < settings.hrv.good_epochs)
    weakest.meet_at(i, eeg::DataLevel::low,
                    words::say<"finding.certainty.epochs">(
                        {{"n", overall.epochs_used}, {"needed", settings.hrv.good_epochs}}));
}

void weigh_coding(Weakest& weakest, std::size_t i, const visit::Visit& visit,
                  const behavior::CodingSettings& settings) {
  for (const behavior::StillFacePhase& phase : visit.still_face.phases)
    if (phase.phase.kind == PhaseKind::still_face && phase.scorable_s < settings.good_scorable_s)
      weakest.meet_at(
          i, eeg::DataLevel::low,
          words::say<"finding.certainty.scorable">({{"seconds", words::number(phase.scorable_s, 0)},
                                                    {"needed", words::number(settings.good_scorable_s, 0)}}));
  const auto& kappa = visit.still_face.agreement.kappa;
  if (kappa && *kappa < settings.good_kappa)
    weakest.meet_at(
        i, eeg::DataLevel::low,
        words::say<"finding.certainty.kappa">(
            {{"kappa", words::number(*kappa, 2)}, {"usual", words::number(settings.good_kappa, 2)}}));
}

/// A score or a coded share is as certain as it is there, and as its change can be judged.
void weigh_judgement(Weakest& weakest, const Measure& measure, std::span<const std::size_t> places) {
  const auto is_one = [&](int visit) {
    return std::find(places.begin(), places.end(), static_cast<std::size_t>(visit)) != places.end();
  };
  for (const auto list : change_lists)
    for (const Change& change : measure.*list)
      if (is_one(change.from) && is_one(change.to) &&
          change.reliable.finding == ReliableFinding::cannot_judge)
        weakest.meet(eeg::DataLevel::low, words::say<"finding.certainty.not_judged">(
                                              {{"reason", without_stop(change.reliable.reason)}}));
}

}  // namespace

Certainty certainty_of(const Measure& measure, const std::vector<visit::Visit>& visits,
                       std::span<const std::size_t> places, const visit::Settings& settings) {
  Weakest weakest(visits);
  const bool scored = !has_own_error(measure.domain);
  const auto recorded =
      std::count_if(places.begin(), places.end(), [&](std::size_t i) { return visits[i].recorded; });
  for (const std::size_t i : places) {
    const visit::Visit& visit = visits[i];
    if (scored && !measure.visits[i].value)
      weakest.meet_at(i, eeg::DataLevel::none, measure.visits[i].reason);
    if (measure.domain == Domain::still_face) weigh_coding(weakest, i, visit, settings.coding);
    if (!scored && !visit.recorded && recorded < 2)
      weakest.meet_at(i, eeg::DataLevel::none, words::say<"finding.certainty.no_recording">());
    if (scored || !visit.recorded) continue;
    if (measure.domain == Domain::brain)
      weigh_brain(weakest, i, visit, settings);
    else
      weigh_heart(weakest, measure, i, visit, settings);
  }
  if (scored) weigh_judgement(weakest, measure, places);
  return weakest.result();
}

}  // namespace attune::report
