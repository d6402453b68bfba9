#include "report/measures.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <type_traits>
#include <utility>

#include "base/measure_table.hpp"
#include "base/words.hpp"
#include "behavior/scales.hpp"
#include "report/still_face_measures.hpp"
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

/// The estimate of that name in hrv::PhaseMetrics; null: it has none.
constexpr const MemberInfo* phase_estimate(std::string_view name) {
  const auto& members = type_info<hrv::PhaseMetrics>.members;
  const auto found = std::find_if(members.begin(), members.end(), [&](const MemberInfo& member) {
    return member.type == &type_info<Estimate> && member.name == name;
  });
  return found == members.end() ? nullptr : &*found;
}

/// By its name there, which is a row's id.
Estimate estimate_of(hrv::PhaseMetrics phase, std::string_view name) {
  return *static_cast<const Estimate*>(phase_estimate(name)->of(&phase));
}

Estimate overall(const visit::Visit& visit, std::string_view name) {
  return visit.heart.reason.empty() ? estimate_of(visit.heart.overall, name) : missing(visit.heart.reason);
}

const hrv::PhaseMetrics* phase_of_kind(const visit::Visit& visit, const std::string& kind) {
  const auto& phases = visit.heart.phases;
  const auto found =
      std::find_if(phases.begin(), phases.end(), [&](const auto& phase) { return phase.kind == kind; });
  return found == phases.end() ? nullptr : &*found;
}

Estimate rsa_in_phase(const visit::Visit& visit, const std::string& kind) {
  if (!visit.heart.reason.empty()) return missing(visit.heart.reason);
  const auto* phase = phase_of_kind(visit, kind);
  return phase ? phase->rsa_ln_ms2 : missing(words::say<"reason.no_phase_visit">());
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

constexpr bool is_of_heart(const MeasureRow& row) {
  return row.family == Family::rsa || row.family == Family::beats;
}

static_assert(std::all_of(measure_table.begin(), measure_table.end(),
                          [](const MeasureRow& row) {
                            return !is_of_heart(row) || row.scope != Scope::whole || phase_estimate(row.id);
                          }),
              "a measure of the whole heart has the id of its estimate in hrv::PhaseMetrics");

/// A measure as the table has it, still without values. Where the table has no text, it is said here.
Measure shape_of(const MeasureRow& row, Domain domain, std::string id, words::Text title,
                 words::Text up_means) {
  if (!row.title.empty()) title = words::Said{row.title, {}};
  if (!row.up_means.empty()) up_means = words::Said{row.up_means, {}};
  return {std::move(id), domain,       std::move(title),   words::named(row.unit),
          false,         row.decimals, std::move(up_means)};
}

words::Said title_in_phase(std::string_view phase) {
  return words::say<"measure.rsa_in">({{"phase", words::as_is(phase)}});
}

/// The measures of the heart that one row stands for.
void add_row(std::vector<Measure>& measures, const std::vector<visit::Visit>& visits, const MeasureRow& row,
             const std::vector<PhaseKind>& kinds) {
  const auto add = [&](std::string id, words::Text title, const Pick& pick) {
    measures.push_back(
        measure(visits, shape_of(row, Domain::heart, std::move(id), std::move(title), {}), pick));
  };
  switch (row.scope) {
    case Scope::whole:
      return add(std::string(row.id), {}, [&](const visit::Visit& v) { return overall(v, row.id); });
    case Scope::part:
      for (const PhaseKind kind : kinds) {
        const std::string name(name_of(kind));
        add(std::string(row.id) + name, title_in_phase(name),
            [&](const visit::Visit& v) { return rsa_in_phase(v, name); });
      }
      return;
    case Scope::changing:
      if (kinds.empty()) return;
      return add(std::string(row.id), {}, [&](const visit::Visit& v) {
        return row.id == measures::rsa_reactivity ? v.heart.reactivity_rsa_ln_ms2
                                                  : v.heart.recovery_rsa_ln_ms2;
      });
  }
}

void add_heart(std::vector<Measure>& measures, const std::vector<visit::Visit>& visits) {
  const std::vector<PhaseKind> kinds = phase_kinds(visits);
  for (const MeasureRow& row : measure_table)
    if (is_of_heart(row)) add_row(measures, visits, row, kinds);
  const auto rest = std::find_if(measures.begin(), measures.end(),
                                 [](const Measure& m) { return m.id == measures::rsa_at_rest; });
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

std::string id_of(const MeasureRow& row, const eeg::Pair& pair) {
  return std::string(row.id) + lower(pair.right + "_" + pair.left);
}

/// The sites of "f4_f3", "fp2_fp1"; none where they are not two.
std::optional<eeg::Pair> pair_in(std::string_view part) {
  const std::size_t between = part.find('_');
  if (between == std::string_view::npos || part.find('_', between + 1) != std::string_view::npos) return {};
  const auto site_named = [](std::string_view name) {
    std::string site(name);
    for (char& c : site)
      if (c >= 'a' && c < 'z') c = static_cast<char>(c - 'a' + 'A');
    if (site.starts_with("FP")) site[1] = 'p';
    return site;
  };
  return eeg::Pair{site_named(part.substr(between + 1)), site_named(part.substr(0, between))};
}

words::Said asymmetry_title(const eeg::Pair& pair, std::string_view form) {
  return words::say<"measure.asymmetry">(
      {{"right", words::as_is(pair.right)}, {"left", words::as_is(pair.left)}, {"form", words::as_is(form)}});
}

/// One form of the asymmetry: "" of absolute power, else as the title names it.
struct AsymmetryMeasure {
  const MeasureRow* row;
  std::string_view form;
  Estimate eeg::Asymmetry::*member;
};
constexpr std::array asymmetry_measures{
    AsymmetryMeasure{measure_row(measures::asymmetry), "", &eeg::Asymmetry::absolute},
    AsymmetryMeasure{measure_row(measures::relative_asymmetry), "relative", &eeg::Asymmetry::relative},
    AsymmetryMeasure{measure_row(measures::oscillatory_asymmetry), "oscillatory",
                     &eeg::Asymmetry::oscillatory}};

void add_brain(std::vector<Measure>& measures, const std::vector<visit::Visit>& visits,
               const visit::Settings& settings) {
  bool first = true;
  for (const eeg::Pair& pair : settings.eeg.pairs) {
    const bool primary = std::exchange(first, false);
    if (!primary && !any_visit_has(visits, pair)) continue;
    for (const AsymmetryMeasure& form : asymmetry_measures) {
      const MeasureRow& row = *form.row;
      Measure shape = shape_of(row, Domain::brain, id_of(row, pair), asymmetry_title(pair, form.form), {});
      shape.primary = primary && form.form.empty();
      measures.push_back(measure(visits, std::move(shape), [&](const visit::Visit& v) {
        return of_pair(v, pair, [&](const auto& of) { return of.*form.member; });
      }));
    }
  }
}

struct BackgroundMeasure {
  const MeasureRow* row;
  std::string_view what;
  bool both;  ///< of both sites; else their difference
  Estimate eeg::Aperiodic::*member;
};
constexpr std::array background_measures{
    BackgroundMeasure{measure_row(measures::exponent), "exponent", true, &eeg::Aperiodic::aperiodic_exponent},
    BackgroundMeasure{measure_row(measures::exponent_asymmetry), "exponent", false,
                      &eeg::Aperiodic::aperiodic_exponent_asymmetry},
    BackgroundMeasure{measure_row(measures::offset), "offset", true, &eeg::Aperiodic::aperiodic_offset_ln},
    BackgroundMeasure{measure_row(measures::offset_asymmetry), "offset", false,
                      &eeg::Aperiodic::aperiodic_offset_asymmetry_ln}};

words::Said background_title(const eeg::Pair& pair, const BackgroundMeasure& form) {
  return words::say<"measure.aperiodic">({{"what", words::as_is(form.what)},
                                          {"sites", words::as_is(form.both ? "both" : "difference")},
                                          {"right", words::as_is(pair.right)},
                                          {"left", words::as_is(pair.left)}});
}

/// The 1/f background of the primary pair.
void add_background(std::vector<Measure>& measures, const std::vector<visit::Visit>& visits,
                    const eeg::Pair& pair) {
  for (const BackgroundMeasure& form : background_measures) {
    const MeasureRow& row = *form.row;
    const words::AsIs of = words::as_is(form.what), sites = words::as_is(form.both ? "both" : "difference");
    Measure shape = shape_of(row, Domain::brain, id_of(row, pair), background_title(pair, form),
                             words::say<"measure.up.background">({{"what", of}, {"sites", sites}}));
    measures.push_back(measure(visits, std::move(shape), [&](const visit::Visit& v) {
      return of_pair(v, pair, [&](const auto& found) { return found.aperiodic.*form.member; });
    }));
  }
}

}  // namespace

words::Text title_of_measure(std::string_view id) {
  if (const behavior::Scale* scale = behavior::scale_named(behavior::known_scales(), id)) return scale->title;
  if (const words::Text title = title_of_still_face(id); !title.empty()) return title;
  const MeasureRow* row = measure_info(id);
  if (row && !row->title.empty()) return words::Said{row->title, {}};
  const std::string_view part = row ? id.substr(row->id.size()) : std::string_view();
  constexpr auto phases = enum_names(PhaseKind{});
  if (row && row->id == measures::rsa_in && std::find(phases.begin(), phases.end(), part) != phases.end())
    return title_in_phase(part);
  if (const std::optional<eeg::Pair> pair = pair_in(part)) {
    for (const AsymmetryMeasure& form : asymmetry_measures)
      if (form.row == row)
        return words::say<"measure.alpha_asymmetry">({{"pair", asymmetry_title(*pair, form.form)}});
    for (const BackgroundMeasure& form : background_measures)
      if (form.row == row) return background_title(*pair, form);
  }
  return words::named(id);
}

words::Text doubt_of(const Measure& measure, const visit::Visit& visit) {
  return belongs_to(Family::rsa, measure.id) ? visit.heart.rsa_not_comparable : words::Text();
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
