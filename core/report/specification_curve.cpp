#include "report/specification_curve.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "report/report.hpp"
#include "report/strength.hpp"
#include "report/visit_names.hpp"
#include "stats/difference.hpp"
#include "visit/specifications.hpp"
#include "words/ids/curve.hpp"
#include "words/ids/finding.hpp"
#include "words/sentence.hpp"

namespace attune::report {
namespace {

using words::Said;
using words::Text;

/// One combination, formed or not.
struct Candidate {
  std::vector<Said> options;
  Estimate before, after, change;
  Text refused;  ///< why there is no change; empty if there is one
  bool own = false;
};

Said band_named(double low_hz, double high_hz) {
  return words::say<"curve.option.band">(
      {{"low", words::at_most(low_hz, 2)}, {"high", words::at_most(high_hz, 2)}});
}

Said named(eeg::Reference reference) {
  constexpr std::array<std::string_view, 4> names{"as_recorded", "average", "cz", "linked"};
  return words::say<"curve.option.reference">(
      {{"reference", words::as_is(names[static_cast<std::size_t>(reference)])}});
}

Said named(const eeg::Pair& pair) {
  return words::say<"curve.option.pair">(
      {{"right", words::as_is(pair.right)}, {"left", words::as_is(pair.left)}});
}

/// The candidate with its change; `refused` tells if the two may not be compared.
Candidate candidate(std::vector<Said> options, const Estimate& before, const Estimate& after, Text refused,
                    bool own) {
  Candidate result{std::move(options), before, after, {}, std::move(refused), own};
  if (!result.refused.empty()) return result;
  result.change = stats::difference(after, before);
  if (!result.change.value) result.refused = result.change.reason;
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
  struct Form {
    Said name;
    Estimate visit::AsymmetrySpecification::*estimate;
  };
  const std::array<Form, 3> forms{
      {{words::say<"finding.form.absolute">(), &visit::AsymmetrySpecification::absolute},
       {words::say<"finding.form.relative">(), &visit::AsymmetrySpecification::relative},
       {words::say<"finding.form.oscillatory">(), &visit::AsymmetrySpecification::oscillatory}}};
  for (const visit::AsymmetrySpecification& first : before.brain) {
    const auto last = std::find_if(after.brain.begin(), after.brain.end(),
                                   [&](const auto& other) { return key(other) == key(first); });
    if (last == after.brain.end()) continue;
    const bool as_recorded = first.reference == eeg::Reference::as_recorded;
    for (const Form& form : forms)
      candidates.push_back(candidate(
          {form.name, band_named(first.band.low_hz, first.band.high_hz), named(first.reference),
           words::say<"curve.option.amplitude_limit">({{"limit", words::at_most(first.max_abs_uv, 1)}}),
           named(first.pair)},
          first.*form.estimate, (*last).*form.estimate, as_recorded ? other_reference : Text(),
          &first == &before.brain.front() && &form == &forms.front()));
  }
  return candidates;
}

Candidates heart_candidates(const visit::VisitSpecifications& before, const visit::VisitSpecifications& after,
                            const std::string& phase_kind, hrv::BeatModel own_model) {
  Candidates candidates;
  struct Method {
    Said name;
    Estimate visit::RsaSpecification::*estimate;
    bool own;
  };
  const bool ipfm = own_model == hrv::BeatModel::ipfm;
  const std::array<Method, 3> methods{
      {{words::say<"finding.form.spectral">(), &visit::RsaSpecification::spectral, !ipfm},
       {words::say<"finding.form.porges">(), &visit::RsaSpecification::porges, false},
       {words::say<"finding.form.ipfm">(), &visit::RsaSpecification::ipfm, ipfm}}};
  for (const visit::RsaSpecification& first : before.heart) {
    if (first.phase_kind != phase_kind) continue;
    const auto last = std::find_if(after.heart.begin(), after.heart.end(), [&](const auto& other) {
      return other.phase_kind == phase_kind && other.epoch_s == first.epoch_s && other.band == first.band;
    });
    if (last == after.heart.end()) continue;
    const bool own_choice =
        first.epoch_s == before.heart.front().epoch_s && first.band == before.heart.front().band;
    for (const Method& method : methods)
      candidates.push_back(candidate(
          {method.name, words::say<"curve.option.epoch">({{"seconds", words::at_most(first.epoch_s, 1)}}),
           band_named(first.band.low_hz, first.band.high_hz)},
          first.*method.estimate, (*last).*method.estimate, Text(), own_choice && method.own));
  }
  return candidates;
}

/// The options of each choice, the report's own first, then as they come.
std::vector<CurveChoice> choices_of(const Candidates& candidates, std::span<const std::string_view> ids,
                                    bool brain) {
  std::vector<CurveChoice> choices;
  for (std::size_t c = 0; c < ids.size(); ++c) {
    const std::string id(ids[c]);
    const std::string named_by = brain && id == "band" ? "alpha" : id;
    CurveChoice choice{id, words::say<"curve.choice">({{"choice", words::as_is(named_by)}}), {}};
    const auto add = [&](const Said& option) {
      if (std::find(choice.options.begin(), choice.options.end(), Text(option)) == choice.options.end())
        choice.options.emplace_back(option);
    };
    for (const Candidate& one : candidates)
      if (one.own) add(one.options[c]);
    for (const Candidate& one : candidates) add(one.options[c]);
    choices.push_back(std::move(choice));
  }
  return choices;
}

/// Options that no analysis could be formed with, and what is left that could not, each reason once.
std::vector<CurveGap> take_out_gaps(const Candidates& candidates, std::vector<CurveChoice>& choices) {
  std::vector<CurveGap> gaps;
  std::vector<int> told(candidates.size());  // flags
  for (std::size_t c = 0; c < choices.size(); ++c)
    std::erase_if(choices[c].options, [&](const Text& option) {
      const auto has_option = [&](const Candidate& one) { return Text(one.options[c]) == option; };
      if (std::any_of(candidates.begin(), candidates.end(),
                      [&](const Candidate& one) { return has_option(one) && one.refused.empty(); }))
        return false;
      CurveGap gap{0, choices[c].id, option, {}};
      for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (!has_option(candidates[i]) || std::exchange(told[i], 1) != 0) continue;
        if (gap.analyses++ == 0) gap.reason = candidates[i].refused;
      }
      if (gap.analyses > 0) gaps.push_back(std::move(gap));
      return true;
    });
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (told[i] != 0 || candidates[i].refused.empty()) continue;
    const auto known = std::find_if(gaps.begin(), gaps.end(), [&](const CurveGap& gap) {
      return gap.what.empty() && gap.reason == candidates[i].refused;
    });
    if (known == gaps.end())
      gaps.push_back({1, {}, {}, candidates[i].refused});
    else
      ++known->analyses;
  }
  return gaps;
}

void add_analyses(const Candidates& candidates, SpecificationCurve& curve) {
  for (const Candidate& one : candidates) {
    if (!one.refused.empty()) continue;
    CurveAnalysis analysis{
        {}, one.own, *one.before.value, *one.after.value, one.change, verdict_of(one.change)};
    for (std::size_t c = 0; c < curve.choices.size(); ++c) {
      const auto& options = curve.choices[c].options;
      const auto at = std::find(options.begin(), options.end(), Text(one.options[c]));
      analysis.options.push_back(static_cast<int>(at - options.begin()));
    }
    curve.analyses.push_back(std::move(analysis));
  }
}

/// Whether every analysis with option `a` of that choice has the same values as with `b`.
bool is_the_same(const SpecificationCurve& curve, std::size_t choice, int a, int b) {
  return std::all_of(curve.analyses.begin(), curve.analyses.end(), [&](const CurveAnalysis& one) {
    if (one.options[choice] != a) return true;
    std::vector<int> options = one.options;
    options[choice] = b;
    return std::any_of(curve.analyses.begin(), curve.analyses.end(), [&](const CurveAnalysis& other) {
      return other.options == options && other.before == one.before && other.after == one.after;
    });
  });
}

/// Options that change nothing, as a lower limit that leaves out no further window: their analyses would count twice.
void take_out_repeats(SpecificationCurve& curve) {
  for (std::size_t c = 0; c < curve.choices.size(); ++c) {
    auto& options = curve.choices[c].options;
    for (int option = static_cast<int>(options.size()) - 1; option > 0; --option) {
      int same = 0;
      while (same < option && !is_the_same(curve, c, option, same)) ++same;
      if (same == option) continue;
      CurveGap gap;
      gap.choice = curve.choices[c].id;
      gap.what = options[static_cast<std::size_t>(option)];
      gap.reason = words::say<"curve.repeats">({{"option", options[static_cast<std::size_t>(same)]}});
      gap.analyses = static_cast<int>(
          std::erase_if(curve.analyses, [&](const CurveAnalysis& one) { return one.options[c] == option; }));
      for (CurveAnalysis& one : curve.analyses)
        if (one.options[c] > option) --one.options[c];
      options.erase(options.begin() + option);
      curve.not_formed.push_back(std::move(gap));
    }
  }
}

void count_and_sort(SpecificationCurve& curve) {
  for (const CurveAnalysis& analysis : curve.analyses) {
    const Estimate& change = analysis.change;
    curve.up += *change.value > 0;
    curve.down += *change.value < 0;
    curve.up_beyond += analysis.verdict == Verdict::increase;
    curve.down_beyond += analysis.verdict == Verdict::decrease;
  }
  std::stable_sort(
      curve.analyses.begin(), curve.analyses.end(),
      [](const CurveAnalysis& a, const CurveAnalysis& b) { return *a.change.value < *b.change.value; });
}

/// The choice whose options differ most in how many of their analyses are beyond error, with those numbers.
std::optional<Said> what_matters_most(const SpecificationCurve& curve) {
  std::optional<Said> said;
  double most = 0;
  for (std::size_t c = 0; c < curve.choices.size(); ++c) {
    const CurveChoice& choice = curve.choices[c];
    std::vector<int> n(choice.options.size()), beyond(choice.options.size());
    for (const CurveAnalysis& analysis : curve.analyses) {
      const auto option = static_cast<std::size_t>(analysis.options[c]);
      ++n[option];
      beyond[option] += is_beyond_error(analysis.verdict);
    }
    double lowest = 1, highest = 0;
    words::Value::List shares;
    for (std::size_t o = 0; o < n.size(); ++o) {
      lowest = std::min(lowest, static_cast<double>(beyond[o]) / n[o]);
      highest = std::max(highest, static_cast<double>(beyond[o]) / n[o]);
      shares.push_back(
          words::say<"curve.share">({{"option", choice.options[o]}, {"beyond", beyond[o]}, {"n", n[o]}}));
    }
    if (highest - lowest <= most) continue;
    most = highest - lowest;
    said = words::say<"curve.most">({{"choice", choice.name}, {"shares", std::move(shares)}});
  }
  return said;
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
  constexpr std::string_view rsa = "rsa_ln_ms2_";
  const std::string phase_kind = measure.id.starts_with(rsa) ? measure.id.substr(rsa.size()) : std::string();
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
  constexpr std::array<std::string_view, 5> of_brain{"form", "band", "reference", "amplitude_limit", "pair"};
  constexpr std::array<std::string_view, 3> of_heart{"method", "epoch", "band"};
  curve.choices = brain ? choices_of(candidates, of_brain, brain) : choices_of(candidates, of_heart, brain);
  curve.not_formed = take_out_gaps(candidates, curve.choices);
  add_analyses(candidates, curve);
  take_out_repeats(curve);
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
