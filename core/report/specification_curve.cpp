#include "report/specification_curve.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>

#include "base/measure_table.hpp"
#include "report/curve_choices.hpp"
#include "report/report.hpp"
#include "report/strength.hpp"
#include "report/visit_names.hpp"
#include "stats/difference.hpp"
#include "visit/specifications.hpp"
#include "words/ids/curve.hpp"
#include "words/sentence.hpp"

namespace attune::report {
namespace {

using words::Said;
using words::Text;

/// One combination, formed or not.
struct Candidate {
  Way way;
  Estimate before, after, change;
};

/// The candidate with its change; `refused` tells if the two may not be compared.
Candidate candidate(std::vector<Said> options, const Estimate& before, const Estimate& after, Text refused,
                    bool own) {
  Candidate result{{std::move(options), std::move(refused), own}, before, after, {}};
  if (!result.way.refused.empty()) return result;
  result.change = stats::difference(after, before);
  if (!result.change.value) result.way.refused = result.change.reason;
  return result;
}

using Candidates = std::vector<Candidate>;

Candidates brain_candidates(const visit::VisitSpecifications& before, const visit::VisitSpecifications& after,
                            const Text& other_reference) {
  Candidates candidates;
  if (before.brain.empty() || after.brain.empty()) return candidates;
  const auto key = [](const visit::AsymmetrySpecification& s) {
    return std::tuple(s.band.low_hz, s.band.high_hz, s.reference, s.max_abs_uv, s.pair.left, s.pair.right);
  };
  const auto forms = asymmetry_forms();
  for (const visit::AsymmetrySpecification& first : before.brain) {
    const auto last = std::find_if(after.brain.begin(), after.brain.end(),
                                   [&](const auto& other) { return key(other) == key(first); });
    if (last == after.brain.end()) continue;
    const bool as_recorded = first.reference == eeg::Reference::as_recorded;
    for (const AsymmetryForm& form : forms)
      candidates.push_back(candidate(options_of(form, first), first.*form.estimate, (*last).*form.estimate,
                                     as_recorded ? other_reference : Text(),
                                     &first == &before.brain.front() && form.own));
  }
  return candidates;
}

Candidates heart_candidates(const visit::VisitSpecifications& before, const visit::VisitSpecifications& after,
                            const std::string& phase_kind, hrv::BeatModel own_model) {
  Candidates candidates;
  const auto methods = rsa_methods(own_model);
  for (const visit::RsaSpecification& first : before.heart) {
    if (first.phase_kind != phase_kind) continue;
    const auto last = std::find_if(after.heart.begin(), after.heart.end(), [&](const auto& other) {
      return other.phase_kind == phase_kind && other.epoch_s == first.epoch_s && other.band == first.band;
    });
    if (last == after.heart.end()) continue;
    const bool own_choice =
        first.epoch_s == before.heart.front().epoch_s && first.band == before.heart.front().band;
    for (const RsaMethod& method : methods)
      candidates.push_back(candidate(options_of(method, first), first.*method.estimate,
                                     (*last).*method.estimate, Text(), own_choice && method.own));
  }
  return candidates;
}

void add_analyses(const Candidates& candidates, SpecificationCurve& curve) {
  for (const Candidate& one : candidates) {
    if (!one.way.refused.empty()) continue;
    curve.analyses.push_back({places_of(one.way, curve.choices), one.way.own, *one.before.value,
                              *one.after.value, one.change, verdict_of(one.change)});
  }
}

/// The choice whose options differ most in how many of their analyses are beyond error, with those numbers.
std::optional<Said> what_matters_most(const SpecificationCurve& curve) {
  const auto found = choice_of_most(curve);
  if (!found) return std::nullopt;
  return words::say<"curve.most">({{"choice", curve.choices[found->choice].name}, {"shares", found->shares}});
}

Said what_it_shows(const SpecificationCurve& curve, bool up) {
  const int n = static_cast<int>(curve.analyses.size());
  const int pointing = up ? curve.up : curve.down;
  const int beyond = up ? curve.up_beyond : curve.down_beyond;
  const int against = up ? curve.down_beyond : curve.up_beyond;
  if (beyond + against == 0) return words::say<"curve.none_beyond">();
  if (beyond == n) return words::say<"curve.holds">();
  if (against > 0) return words::say<"curve.opposed">();
  return pointing == n ? words::say<"curve.same_way">() : words::say<"curve.mixed">();
}

void put_into_words(SpecificationCurve& curve, const std::vector<visit::Visit>& visits, bool brain) {
  const bool up = curve.up >= curve.down;
  const std::string_view way = brain ? (up ? "left" : "right") : (up ? "up" : "down");
  const auto n = static_cast<int>(curve.analyses.size());
  Said counts = words::say<"curve.counts">({{"pointing", up ? curve.up : curve.down},
                                            {"n", n},
                                            {"way", words::as_is(way)},
                                            {"beyond", up ? curve.up_beyond : curve.down_beyond},
                                            {"against", up ? curve.down_beyond : curve.up_beyond}});
  if (visits.size() > 2)
    counts =
        words::say<"curve.between">({{"from", name_of_visit(visits, static_cast<std::size_t>(curve.from))},
                                     {"to", name_of_visit(visits, static_cast<std::size_t>(curve.to))},
                                     {"counts", std::move(counts)}});
  curve.headline = std::move(counts);
  Said shown = what_it_shows(curve, up);
  const int beyond = curve.up_beyond + curve.down_beyond;
  if (beyond > 0 && beyond < n)
    if (auto most = what_matters_most(curve)) shown = words::then(std::move(shown), std::move(*most));
  curve.sentence = std::move(shown);
}

/// Why no analysis of this measure may be compared; empty if they may.
Text not_comparable(const Report& report, const Measure& measure, std::size_t from, std::size_t to) {
  const visit::Visit &first = report.visits[from], &last = report.visits[to];
  if (first.file.sha256 == last.file.sha256) return measure.changes.back().change.reason;
  return other_phases(measure, report.visits, from, to);
}

std::optional<SpecificationCurve> curve_of(const Report& report, const Measure& measure,
                                           std::span<const visit::VisitSpecifications> visits) {
  const std::size_t from = 0, to = visits.size() - 1;
  const bool brain = measure.domain == Domain::brain;
  SpecificationCurve curve;
  curve.measure = measure.id;
  curve.from = static_cast<int>(from);
  curve.to = static_cast<int>(to);
  const std::string phase_kind =
      measure.id.starts_with(measures::rsa_in) ? measure.id.substr(measures::rsa_in.size()) : std::string();
  const Candidates candidates =
      brain ? brain_candidates(visits[from], visits[to],
                               other_reference(visits[from].recorded_against, visits[to].recorded_against,
                                               report.visits, from, to))
            : heart_candidates(visits[from], visits[to], phase_kind,
                               report.provenance.settings.hrv.rsa_beat_model);
  if (candidates.empty()) return {};
  if (const Text reason = not_comparable(report, measure, from, to); !reason.empty()) {
    curve.not_formed.push_back({static_cast<int>(candidates.size()), {}, {}, reason});
    curve.sentence = words::say<"curve.not_formed">({{"reason", reason}});
    return curve;
  }
  std::vector<Way> ways;
  for (const Candidate& one : candidates) ways.push_back(one.way);
  curve.choices = choices_of(ways, brain);
  curve.not_formed = take_out_gaps(ways, curve.choices);
  add_analyses(candidates, curve);
  take_out_repeats(curve, [](const CurveAnalysis& one, const CurveAnalysis& other) {
    return other.before == one.before && other.after == one.after;
  });
  count_and_sort(curve);
  if (curve.analyses.empty())
    curve.sentence = words::say<"curve.not_formed">({{"reason", curve.not_formed.front().reason}});
  else
    put_into_words(curve, report.visits, brain);
  return curve;
}

}  // namespace

std::vector<SpecificationCurve> specification_curves(const Report& report,
                                                     std::span<const visit::VisitSpecifications> visits) {
  std::vector<SpecificationCurve> curves;
  if (visits.size() < 2 || visits.size() != report.visits.size()) return curves;
  for (const Measure& measure : report.measures) {
    if (!measure.primary || !has_own_error(measure.domain)) continue;
    if (auto curve = curve_of(report, measure, visits)) curves.push_back(std::move(*curve));
  }
  return curves;
}

}  // namespace attune::report
