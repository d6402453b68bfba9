#include "report/certainty.hpp"

#include <algorithm>

#include "report/wording.hpp"

namespace attune::report {
namespace {

/// Keeps the lowest level met and the reasons for it.
class Weakest {
 public:
  void meet(eeg::DataLevel level, const std::string& reason) {
    if (level < found_.level || level == eeg::DataLevel::good) return;
    if (level > found_.level) found_.reason.clear();
    found_.level = level;
    const std::string said = ended(reason);
    if (found_.reason.find(said) == std::string::npos)
      found_.reason += (found_.reason.empty() ? "" : " ") + said;
  }
  Certainty result() && { return std::move(found_); }

 private:
  Certainty found_;
};

void weigh_brain(Weakest& weakest, const Visit& visit, const Settings& settings) {
  if (visit.eeg.asymmetry.empty()) {
    weakest.meet(eeg::DataLevel::none, visit.label + ": " + visit.eeg.reason);
    return;
  }
  const auto& primary = visit.eeg.asymmetry.front();
  weakest.meet(primary.level, visit.label + ": " + primary.reason);
  if (visit.age_months && *visit.age_months < settings.eeg.age_caution_months)
    weakest.meet(eeg::DataLevel::low, visit.label + ": below " + number(settings.eeg.age_caution_months, 0) +
                                          " months of age the infant alpha rhythm is not settled.");
}

void weigh_heart(Weakest& weakest, const Visit& visit, const Settings& settings) {
  const auto& overall = visit.heart.overall;
  if (!visit.heart.rsa_not_comparable.empty())
    weakest.meet(eeg::DataLevel::none, visit.label + ": " + visit.heart.rsa_not_comparable);
  if (!overall.rsa_ln_ms2.value) {
    weakest.meet(
        eeg::DataLevel::none,
        visit.label + ": " + (visit.heart.reason.empty() ? overall.rsa_ln_ms2.reason : visit.heart.reason));
  } else if (overall.epochs_used < settings.hrv.good_epochs) {
    weakest.meet(eeg::DataLevel::low, visit.label + ": " + std::to_string(overall.epochs_used) +
                                          (overall.epochs_used == 1 ? " epoch" : " epochs") + " of 30 s; " +
                                          std::to_string(settings.hrv.good_epochs) + " are recommended.");
  }
}

void weigh_coding(Weakest& weakest, const Visit& visit, const behavior::CodingSettings& settings) {
  for (const behavior::StillFacePhase& phase : visit.still_face.phases)
    if (phase.phase.kind == PhaseKind::still_face && phase.scorable_s < settings.good_scorable_s)
      weakest.meet(eeg::DataLevel::low, visit.label + ": " + number(phase.scorable_s, 0) +
                                            " s of still-face could be scored; " +
                                            number(settings.good_scorable_s, 0) + " s are recommended.");
  const auto& kappa = visit.still_face.agreement.kappa;
  if (kappa && *kappa < settings.good_kappa)
    weakest.meet(eeg::DataLevel::low, visit.label + ": the two coders agree by kappa " + number(*kappa, 2) +
                                          "; " + number(settings.good_kappa, 2) + " is usual.");
}

/// A score or a coded share is as certain as it is there, and as its change can be judged.
void weigh_judgement(Weakest& weakest, const Measure& measure, std::span<const std::size_t> places) {
  for (const Change& change : measure.changes) {
    const auto to = static_cast<std::size_t>(change.to);
    const bool of_these = std::find(places.begin(), places.end(), to) != places.end();
    if (of_these && change.reliable.finding == ReliableFinding::cannot_judge)
      weakest.meet(eeg::DataLevel::low, "Reliable change " + change.reliable_change);
  }
}

}  // namespace

Certainty certainty_of(const Measure& measure, const std::vector<Visit>& visits,
                       std::span<const std::size_t> places, const Settings& settings) {
  Weakest weakest;
  const bool scored = !has_own_error(measure.domain);
  const auto recorded =
      std::count_if(places.begin(), places.end(), [&](std::size_t i) { return visits[i].recorded; });
  for (const std::size_t i : places) {
    const Visit& visit = visits[i];
    if (scored && !measure.visits[i].value)
      weakest.meet(eeg::DataLevel::none, visit.label + ": " + measure.visits[i].reason);
    if (measure.domain == Domain::still_face) weigh_coding(weakest, visit, settings.coding);
    if (!scored && !visit.recorded && recorded < 2)
      weakest.meet(eeg::DataLevel::none, visit.label + ": no recording at this visit");
    if (scored || !visit.recorded) continue;
    if (measure.domain == Domain::brain)
      weigh_brain(weakest, visit, settings);
    else
      weigh_heart(weakest, visit, settings);
  }
  if (scored) weigh_judgement(weakest, measure, places);
  return std::move(weakest).result();
}

}  // namespace attune::report
