#include "report/measures.hpp"

#include <algorithm>
#include <functional>

#include "base/words.hpp"
#include "words/ids/measure.hpp"
#include "words/ids/reason.hpp"
#include "words/named.hpp"

namespace attune::report {
namespace {

using Pick = std::function<Estimate(const visit::Visit&)>;

/// A value in doubt is shown without an error, so that it is compared with nothing.
Measure measure(const std::vector<visit::Visit>& visits, Measure shape, const Pick& pick) {
  for (const visit::Visit& visit : visits) {
    Estimate estimate = pick(visit);
    if (const words::Text doubt = doubt_of(shape, visit); estimate.value && !doubt.empty()) {
      Estimate bare = missing(doubt);
      bare.value = estimate.value;
      bare.n = estimate.n;
      estimate = std::move(bare);
    }
    shape.visits.push_back(std::move(estimate));
  }
  return shape;
}

using PhaseMember = Estimate hrv::PhaseMetrics::*;

Estimate overall(const visit::Visit& visit, PhaseMember member) {
  return visit.heart.reason.empty() ? visit.heart.overall.*member : missing(visit.heart.reason);
}

const hrv::PhaseMetrics* phase_of_kind(const visit::Visit& visit, const std::string& kind) {
  const auto& phases = visit.heart.phases;
  const auto found =
      std::find_if(phases.begin(), phases.end(), [&](const auto& phase) { return phase.kind == kind; });
  return found == phases.end() ? nullptr : &*found;
}

Estimate in_phase(const visit::Visit& visit, const std::string& kind, PhaseMember member) {
  if (!visit.heart.reason.empty()) return missing(visit.heart.reason);
  const auto* phase = phase_of_kind(visit, kind);
  return phase ? phase->*member : missing(words::say<"reason.no_phase_visit">());
}

/// Kinds of phases that occur in any visit, in the order of the protocol.
std::vector<PhaseKind> phase_kinds(const std::vector<visit::Visit>& visits) {
  std::vector<PhaseKind> kinds;
  for (std::size_t i = 0; i < enum_names(PhaseKind{}).size(); ++i) {
    const auto kind = static_cast<PhaseKind>(i);
    if (kind == PhaseKind::other) continue;
    const std::string name(name_of(kind));
    if (std::any_of(visits.begin(), visits.end(),
                    [&](const visit::Visit& v) { return phase_of_kind(v, name); }))
      kinds.push_back(kind);
  }
  return kinds;
}

void add_heart(std::vector<Measure>& measures, const std::vector<visit::Visit>& visits) {
  const words::Said variability = words::say<"measure.up.variability">();
  const auto heart = [&](std::string id, words::Said title, const char* unit, int decimals,
                         words::Said up_means, const Pick& pick) {
    measures.push_back(measure(visits,
                               {std::move(id), Domain::heart, std::move(title), words::named(unit), false,
                                decimals, std::move(up_means)},
                               pick));
  };
  const auto whole = [&](const char* id, words::Said title, const char* unit, int decimals,
                         const words::Said& up_means, PhaseMember member) {
    heart(id, std::move(title), unit, decimals, up_means,
          [member](const visit::Visit& v) { return overall(v, member); });
  };
  whole("rsa_ln_ms2", words::say<"measure.rsa">(), "ln ms²", 2, variability, &hrv::PhaseMetrics::rsa_ln_ms2);
  for (const PhaseKind kind : phase_kinds(visits)) {
    const std::string name(name_of(kind));
    heart("rsa_ln_ms2_" + name, words::say<"measure.rsa_in">({{"phase", words::as_is(name)}}), "ln ms²", 2,
          variability,
          [name](const visit::Visit& v) { return in_phase(v, name, &hrv::PhaseMetrics::rsa_ln_ms2); });
  }
  const bool has_phases = measures.size() > 1;
  if (has_phases) {
    heart("rsa_reactivity_ln_ms2", words::say<"measure.rsa_reactivity">(), "ln ms²", 2,
          words::say<"measure.up.smaller_fall">(),
          [](const visit::Visit& v) { return v.heart.reactivity_rsa_ln_ms2; });
    heart("rsa_recovery_ln_ms2", words::say<"measure.rsa_recovery">(), "ln ms²", 2,
          words::say<"measure.up.recovery">(),
          [](const visit::Visit& v) { return v.heart.recovery_rsa_ln_ms2; });
  }
  whole("rsa_porges_ln_ms2", words::say<"measure.rsa_porges">(), "ln ms²", 2, variability,
        &hrv::PhaseMetrics::rsa_porges_ln_ms2);
  whole("rsa_ipfm_ln_ms2", words::say<"measure.rsa_ipfm">(), "ln ms²", 2, variability,
        &hrv::PhaseMetrics::rsa_ipfm_ln_ms2);
  whole("rmssd_ms", words::say<"measure.rmssd">(), "ms", 1, variability, &hrv::PhaseMetrics::rmssd_ms);
  whole("sdnn_ms", words::say<"measure.sdnn">(), "ms", 1, variability, &hrv::PhaseMetrics::sdnn_ms);
  whole("heart_rate_bpm", words::say<"measure.heart_rate">(), "min⁻¹", 1, words::say<"measure.up.faster">(),
        &hrv::PhaseMetrics::heart_rate_bpm);

  const auto rest = std::find_if(measures.begin(), measures.end(),
                                 [](const Measure& m) { return m.id == "rsa_ln_ms2_rest"; });
  bool rest_everywhere = rest != measures.end();
  for (std::size_t i = 0; rest_everywhere && i < visits.size(); ++i)
    rest_everywhere = !visits[i].recorded || rest->visits[i].value.has_value();
  (rest_everywhere ? *rest : measures.front()).primary = true;
}

/// `pick`: what is told of the pair's asymmetry.
template <class Pick>
Estimate of_pair(const visit::Visit& visit, const eeg::Pair& pair, Pick pick) {
  if (!visit.eeg.reason.empty()) return missing(visit.eeg.reason);
  for (const eeg::Asymmetry& asymmetry : visit.eeg.asymmetry)
    if (asymmetry.left == pair.left && asymmetry.right == pair.right) return pick(asymmetry);
  return missing(words::say<"reason.no_sites">(
      {{"left", words::as_is(pair.left)}, {"right", words::as_is(pair.right)}}));
}

bool any_visit_has(const std::vector<visit::Visit>& visits, const eeg::Pair& pair) {
  return std::any_of(visits.begin(), visits.end(), [&](const visit::Visit& visit) {
    return std::any_of(visit.eeg.asymmetry.begin(), visit.eeg.asymmetry.end(),
                       [&](const auto& a) { return a.left == pair.left && a.right == pair.right; });
  });
}

void add_brain(std::vector<Measure>& measures, const std::vector<visit::Visit>& visits,
               const visit::Settings& settings) {
  bool first = true;
  for (const eeg::Pair& pair : settings.eeg.pairs) {
    const bool primary = std::exchange(first, false);
    if (!primary && !any_visit_has(visits, pair)) continue;
    const std::string id = lower(pair.right + "_" + pair.left);
    const auto brain = [&](const std::string& form, bool is_primary, Estimate eeg::Asymmetry::*member) {
      const words::Said title = words::say<"measure.asymmetry">({{"right", words::as_is(pair.right)},
                                                                 {"left", words::as_is(pair.left)},
                                                                 {"form", words::as_is(form)}});
      measures.push_back(
          measure(visits,
                  {"faa_" + (form.empty() ? "" : form + "_") + id, Domain::brain, title, words::named("ln"),
                   is_primary, 2, words::say<"measure.up.left_activity">()},
                  [&](const visit::Visit& v) {
                    return of_pair(v, pair, [&](const auto& of) { return of.*member; });
                  }));
    };
    brain("", primary, &eeg::Asymmetry::absolute);
    brain("relative", false, &eeg::Asymmetry::relative);
    brain("oscillatory", false, &eeg::Asymmetry::oscillatory);
  }
}

/// The 1/f background of the primary pair. No id begins as those of the asymmetry do: the studies' change is none of it.
void add_background(std::vector<Measure>& measures, const std::vector<visit::Visit>& visits,
                    const eeg::Pair& pair) {
  const auto background = [&](const char* what, bool both, const char* unit,
                              Estimate eeg::Aperiodic::*member) {
    const words::AsIs of = words::as_is(what), sites = words::as_is(both ? "both" : "difference");
    const words::Said title = words::say<"measure.aperiodic">({{"what", of},
                                                               {"sites", sites},
                                                               {"right", words::as_is(pair.right)},
                                                               {"left", words::as_is(pair.left)}});
    measures.push_back(measure(visits,
                               {std::string("aperiodic_") + what + (both ? "_" : "_asymmetry_") +
                                    lower(pair.right + "_" + pair.left),
                                Domain::brain, title, words::named(unit), false, 2,
                                words::say<"measure.up.background">({{"what", of}, {"sites", sites}})},
                               [&](const visit::Visit& v) {
                                 return of_pair(v, pair,
                                                [&](const auto& found) { return found.aperiodic.*member; });
                               }));
  };
  const char *slope = "ln/ln Hz", *density = "ln µV²/Hz";
  background("exponent", true, slope, &eeg::Aperiodic::aperiodic_exponent);
  background("exponent", false, slope, &eeg::Aperiodic::aperiodic_exponent_asymmetry);
  background("offset", true, density, &eeg::Aperiodic::aperiodic_offset_ln);
  background("offset", false, density, &eeg::Aperiodic::aperiodic_offset_asymmetry_ln);
}

}  // namespace

words::Text doubt_of(const Measure& measure, const visit::Visit& visit) {
  return measure.id.starts_with("rsa_") ? visit.heart.rsa_not_comparable : words::Text();
}

std::vector<Measure> collect_measures(const std::vector<visit::Visit>& visits,
                                      const visit::Settings& settings) {
  std::vector<Measure> measures;
  add_heart(measures, visits);
  add_brain(measures, visits, settings);
  if (!settings.eeg.pairs.empty()) add_background(measures, visits, settings.eeg.pairs.front());
  return measures;
}

}  // namespace attune::report
