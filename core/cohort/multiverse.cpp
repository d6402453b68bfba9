#include "cohort/multiverse.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

#include "base/words.hpp"
#include "group/changes.hpp"
#include "group/model.hpp"
#include "group/samples.hpp"
#include "report/curve_choices.hpp"
#include "words/ids/multiverse.hpp"
#include "words/sentence.hpp"

namespace attune::cohort {
namespace {

using report::CurveGap;
using report::Way;

/// What a recording comes to in one way, and how good it is in it; no estimate: it has none in this way.
struct Formed {
  const Estimate* estimate = nullptr;
  visit::Quality quality;
};

/// One way, and what each session's recording comes to in it, by session.
struct WayOfCohort {
  Way way;
  std::vector<Formed> formed;
};

/// One combination but for the form or method, in one recording.
struct Rest {
  using Key = std::tuple<double, double, int, double, std::string, std::string>;

  Key key;
  std::array<const Estimate*, 3> estimates{};  ///< by form or method
  const visit::AsymmetrySpecification* brain = nullptr;
  const visit::RsaSpecification* heart = nullptr;

  visit::Quality in_it(visit::Quality quality) const {
    if (brain != nullptr)
      quality.eeg_clean_s = brain->clean_s;
    else
      quality.heart_epochs_used = heart->epochs_used;
    return quality;
  }
};

Rest rest_of(const visit::AsymmetrySpecification& one) {
  return {{one.band.low_hz, one.band.high_hz, static_cast<int>(one.reference), one.max_abs_uv, one.pair.left,
           one.pair.right},
          {},
          &one,
          nullptr};
}
Rest rest_of(const visit::RsaSpecification& one) {
  return {{one.band.low_hz, one.band.high_hz, 0, one.epoch_s, one.phase_kind, ""}, {}, nullptr, &one};
}

/// What a measure's ways are made of: form or method, and in each session the rest, the recording's own first.
struct Made {
  report::Domain domain = report::Domain::brain;
  std::array<bool, 3> own_form{};
  std::function<std::vector<words::Said>(std::size_t form, const Rest&)> options;
  std::vector<std::vector<Rest>> sessions;
};

Made made_of_brain(const Cohort& cohort) {
  Made made;
  made.sessions.resize(cohort.plan().sessions.size());
  const auto forms = report::asymmetry_forms();
  for (std::size_t f = 0; f < forms.size(); ++f) made.own_form[f] = forms[f].own;
  made.options = [forms](std::size_t form, const Rest& rest) {
    return report::options_of(forms[form], *rest.brain);
  };
  for (std::size_t i = 0; i < made.sessions.size(); ++i)
    if (const auto* found = cohort.specifications(i))
      for (const auto& one : found->brain) {
        Rest& rest = made.sessions[i].emplace_back(rest_of(one));
        for (std::size_t f = 0; f < forms.size(); ++f) rest.estimates[f] = &(one.*forms[f].estimate);
      }
  return made;
}

Made made_of_heart(const Cohort& cohort, const std::string& phase_kind, hrv::BeatModel own) {
  Made made;
  made.domain = report::Domain::heart;
  made.sessions.resize(cohort.plan().sessions.size());
  const auto methods = report::rsa_methods(own);
  for (std::size_t m = 0; m < methods.size(); ++m) made.own_form[m] = methods[m].own;
  made.options = [methods](std::size_t method, const Rest& rest) {
    return report::options_of(methods[method], *rest.heart);
  };
  for (std::size_t i = 0; i < made.sessions.size(); ++i)
    if (const auto* found = cohort.specifications(i))
      for (const auto& one : found->heart) {
        if (one.phase_kind != phase_kind) continue;
        Rest& rest = made.sessions[i].emplace_back(rest_of(one));
        for (std::size_t m = 0; m < methods.size(); ++m) rest.estimates[m] = &(one.*methods[m].estimate);
      }
  return made;
}

/// One rest in every session that has it.
struct RestOfCohort {
  const Rest* named = nullptr;
  std::vector<const Rest*> in_session;
  bool own = false;
};

/// The cohort's own first. Where ages ask for other bands, so that no single rest is every recording's own, it takes each
/// recording's.
std::vector<RestOfCohort> rests_of(const Made& made) {
  const std::size_t sessions = made.sessions.size();
  std::vector<RestOfCohort> rests{{nullptr, std::vector<const Rest*>(sessions), true}};
  std::map<Rest::Key, std::size_t> places;
  bool is_uniform = true;
  for (std::size_t i = 0; i < sessions; ++i)
    for (const Rest& one : made.sessions[i]) {
      const auto [at, added] = places.try_emplace(one.key, rests.size());
      if (added) rests.push_back({&one, std::vector<const Rest*>(sessions), false});
      rests[at->second].in_session[i] = &one;
      if (&one != &made.sessions[i].front()) continue;
      RestOfCohort& own = rests.front();
      own.in_session[i] = &one;
      if (own.named == nullptr) own.named = &one;
      is_uniform = is_uniform && one.key == own.named->key;
    }
  if (rests.front().named == nullptr) return {};
  if (is_uniform)
    rests.erase(rests.begin() + static_cast<std::ptrdiff_t>(places[rests.front().named->key]));
  else
    rests.front().named = nullptr;
  return rests;
}

std::vector<WayOfCohort> ways_of(const Cohort& cohort, const Made& made) {
  std::vector<WayOfCohort> ways;
  for (const RestOfCohort& rest : rests_of(made))
    for (std::size_t form = 0; form < made.own_form.size(); ++form) {
      WayOfCohort& way = ways.emplace_back();
      const Rest* named = rest.named;
      for (const Rest* one : rest.in_session)
        if (named == nullptr) named = one;
      way.way.options = made.options(form, *named);
      if (rest.named == nullptr)
        std::fill(way.way.options.begin() + 1, way.way.options.end(), words::say<"multiverse.each_own">());
      way.way.own = rest.own && made.own_form[form];
      for (std::size_t i = 0; i < rest.in_session.size(); ++i)
        if (const Rest* one = rest.in_session[i])
          way.formed.push_back({one->estimates[form], one->in_it(cohort.quality(i))});
        else
          way.formed.emplace_back();
    }
  return ways;
}

/// A session's value in one way, or why there is none, as Cohort has it of the cohort's own.
group::Cell cell_of(const Cohort& cohort, std::size_t session, report::Domain domain, const Formed& formed) {
  if (words::Text reason = cohort.nothing_enters(session); !reason.empty()) return {std::nullopt, reason};
  if (formed.estimate == nullptr) return {std::nullopt, words::say<"multiverse.not_there">()};
  if (!formed.estimate->value) return {std::nullopt, formed.estimate->reason};
  if (words::Text reason = cohort.gate(domain, formed.quality); !reason.empty())
    return {std::nullopt, reason};
  return {formed.estimate->value, {}};
}

/// Where each session stands in a table of the groups; none: it is of no group that is compared.
struct Place {
  std::size_t participant = 0, visit = 0;
};
std::vector<std::optional<Place>> places_in(const group::Table& table, const Plan& plan) {
  std::map<std::string, std::size_t> participants, visits;
  for (std::size_t i = 0; i < table.participants.size(); ++i) participants[table.participants[i].name] = i;
  for (std::size_t v = 0; v < table.visits.size(); ++v) visits[table.visits[v]] = v;
  std::vector<std::optional<Place>> places;
  for (const Session& session : plan.sessions) {
    const auto infant = participants.find(plan.infants[static_cast<std::size_t>(session.infant)].participant);
    const auto visit = visits.find(session.visit);
    const bool is_there = infant != participants.end() && visit != visits.end();
    places.push_back(is_there ? std::optional(Place{infant->second, visit->second}) : std::nullopt);
  }
  return places;
}

/// The groups' question at one later visit, of one way.
MultiverseAnalysis analysis_of(const group::Table& table, const group::MeasureTable& measure,
                               std::size_t visit, const group::ModelResult& model,
                               const group::Settings& settings) {
  MultiverseAnalysis analysis;
  const auto seen = [&](group::Side side) {
    return static_cast<int>(group::complete_infants(table, measure, side, visit).change.size());
  };
  analysis.treated = seen(group::Side::treated);
  analysis.control = seen(group::Side::control);
  group::ModelledChange found = group::modelled_change(table, measure, visit, model, settings);
  analysis.change = std::move(found.interaction);
  analysis.p = found.p;
  analysis.d_ppc2 = std::move(found.d_ppc2);
  const bool differs = found.p && *found.p < settings.significance;
  analysis.verdict = !found.p                     ? report::Verdict::cannot_judge
                     : !differs                   ? report::Verdict::no_evidence
                     : *analysis.change.value > 0 ? report::Verdict::increase
                                                  : report::Verdict::decrease;
  return analysis;
}

/// Recordings that enter and were measured without what this is made of.
int without_specifications(const Cohort& cohort) {
  int n = 0;
  for (std::size_t i = 0; i < cohort.plan().sessions.size(); ++i)
    n += !cohort.plan().sessions[i].file.empty() && cohort.nothing_enters(i).empty() &&
         cohort.specifications(i) == nullptr;
  return n;
}

class Words {
 public:
  Words(const Multiverse& multiverse, const group::MeasureResult& measure, const group::GroupReport& report)
      : multiverse_(multiverse), measure_(measure), report_(report) {}

  words::Said headline() const {
    const int beyond = multiverse_.up_beyond + multiverse_.down_beyond;
    return words::say<"multiverse.counts">(
        {{"n", n()},
         {"beyond", beyond},
         {"alpha", words::at_most(report_.settings.significance, 6)},
         {"opposed", multiverse_.up_beyond > 0 && multiverse_.down_beyond > 0},
         {"up", multiverse_.up_beyond},
         {"down", multiverse_.down_beyond},
         {"main", words::as_is(beyond == 0 || beyond == n() || own() == nullptr ? "unsaid"
                               : report::is_beyond_error(own()->verdict)        ? "among"
                                                                                : "not")}});
  }

  words::Said sentence() const {
    words::Said said = range();
    if (const auto most = report::choice_of_most(multiverse_))
      said = words::then(std::move(said),
                         words::say<"multiverse.most">(
                             {{"choice", multiverse_.choices[most->choice].name}, {"shares", most->shares}}));
    const auto [fewest, most_infants] = infants();
    if (fewest != most_infants)
      said = words::then(std::move(said),
                         words::say<"multiverse.infants">({{"fewest", fewest}, {"most", most_infants}}));
    return words::then(std::move(said), words::say<"multiverse.no_test">());
  }

 private:
  int n() const { return static_cast<int>(multiverse_.analyses.size()); }

  const MultiverseAnalysis* own() const {
    for (const MultiverseAnalysis& one : multiverse_.analyses)
      if (one.own) return &one;
    return nullptr;
  }

  words::Said range() const {
    const MultiverseAnalysis* main = own();
    const double sign = main == nullptr ? 0 : *main->change.value;
    const bool bare = measure_.unit.empty() || measure_.unit == "ln";
    return words::say<"multiverse.range">(
        {{"treated", words::as_is(report_.treated_group)},
         {"control", words::as_is(report_.control_group)},
         {"low", words::change(*multiverse_.analyses.front().change.value, measure_.decimals)},
         {"high", words::change(*multiverse_.analyses.back().change.value, measure_.decimals)},
         {"bare", bare},
         {"unit", measure_.unit},
         {"known", sign != 0},
         {"agree", sign > 0 ? multiverse_.up : multiverse_.down},
         {"n", n()}});
  }

  std::pair<int, int> infants() const {
    int fewest = group::most_infants, most = 0;
    for (const MultiverseAnalysis& one : multiverse_.analyses) {
      fewest = std::min(fewest, one.treated + one.control);
      most = std::max(most, one.treated + one.control);
    }
    return {fewest, most};
  }

  const Multiverse& multiverse_;
  const group::MeasureResult& measure_;
  const group::GroupReport& report_;
};

Multiverse not_formed(const group::MeasureResult& measure, const std::string& visit,
                      const words::Text& reason) {
  Multiverse none;
  none.measure = measure.measure;
  none.visit = visit;
  none.sentence = words::say<"multiverse.not_formed">({{"reason", reason}});
  return none;
}

/// The analyses of one later visit, put together.
Multiverse multiverse_of(std::vector<WayOfCohort>& ways, const std::vector<MultiverseAnalysis>& analyses,
                         report::Domain domain, const std::string& visit, const group::MeasureResult& measure,
                         const group::GroupReport& report) {
  Multiverse result;
  result.measure = measure.measure;
  result.visit = visit;
  std::vector<Way> named;
  for (std::size_t w = 0; w < ways.size(); ++w) {
    Way& way = named.emplace_back(ways[w].way);
    if (!analyses[w].change.value) way.refused = analyses[w].change.reason;
  }
  result.choices = report::choices_of(named, domain == report::Domain::brain);
  result.not_formed = report::take_out_gaps(named, result.choices);
  for (std::size_t w = 0; w < ways.size(); ++w) {
    if (!named[w].refused.empty()) continue;
    MultiverseAnalysis& analysis = result.analyses.emplace_back(analyses[w]);
    analysis.options = report::places_of(named[w], result.choices);
    analysis.own = named[w].own;
  }
  report::take_out_repeats(result, [](const MultiverseAnalysis& one, const MultiverseAnalysis& other) {
    return one.change.value == other.change.value && one.change.se == other.change.se;
  });
  report::count_and_sort(result);
  if (result.analyses.empty())
    return not_formed(measure, visit,
                      result.not_formed.empty() ? words::Text(words::say<"multiverse.not_there">())
                                                : result.not_formed.front().reason);
  const Words told(result, measure, report);
  result.headline = told.headline();
  result.sentence = told.sentence();
  return result;
}

/// Every later visit of one measure.
void add(const Cohort& cohort, const group::Table& table, const group::MeasureResult& measure,
         const Made& made, const group::GroupReport& report, std::vector<Multiverse>& results) {
  if (const int n = without_specifications(cohort); n > 0) {
    for (std::size_t v = 1; v < table.visits.size(); ++v)
      results.push_back(not_formed(measure, table.visits[v], words::say<"multiverse.without">({{"n", n}})));
    return;
  }
  auto ways = ways_of(cohort, made);
  const auto places = places_in(table, cohort.plan());
  std::vector<std::vector<MultiverseAnalysis>> analyses(table.visits.size());
  for (const WayOfCohort& way : ways) {
    group::MeasureTable values{measure.measure, {}};
    values.cells.assign(table.participants.size(), std::vector<group::Cell>(table.visits.size()));
    for (std::size_t i = 0; i < places.size(); ++i)
      if (places[i])
        values.cells[places[i]->participant][places[i]->visit] =
            cell_of(cohort, i, made.domain, way.formed[i]);
    const auto model = group::fit_group_by_time(table, values, report.settings);
    for (std::size_t v = 1; v < table.visits.size(); ++v)
      analyses[v].push_back(analysis_of(table, values, v, model, report.settings));
  }
  for (std::size_t v = 1; v < table.visits.size(); ++v)
    results.push_back(multiverse_of(ways, analyses[v], made.domain, table.visits[v], measure, report));
}

MultiverseRow row_of(const MultiverseAnalysis& analysis, const Multiverse& multiverse, MultiverseRow row) {
  for (std::size_t c = 0; c < multiverse.choices.size(); ++c)
    if (std::string* cell = report::column_of(multiverse.choices[c].id, row))
      *cell = multiverse.choices[c].options[static_cast<std::size_t>(analysis.options[c])].english();
  const Estimate& change = analysis.change;
  row.treated = analysis.treated;
  row.control = analysis.control;
  row.difference = change.value;
  row.se = change.se;
  row.df = change.df;
  row.ci_low = change.ci_low;
  row.ci_high = change.ci_high;
  row.p = analysis.p;
  row.d_ppc2 = analysis.d_ppc2.value;
  row.differs = !report::is_beyond_error(analysis.verdict)      ? "no"
                : analysis.verdict == report::Verdict::increase ? "up"
                                                                : "down";
  row.own = analysis.own ? "yes" : "no";
  return row;
}

}  // namespace

std::vector<Multiverse> multiverses(const Cohort& cohort, const group::Table& table,
                                    const group::GroupReport& report, const visit::Settings& settings) {
  std::vector<Multiverse> results;
  if (!cohort.settings().multiverse) return results;
  const eeg::Pair pair = settings.eeg.pairs.empty() ? eeg::Pair{} : settings.eeg.pairs.front();
  const std::string brain = "faa_" + lower(pair.right + "_" + pair.left);
  for (const group::MeasureResult& measure : report.measures) {
    if (!measure.primary) continue;
    if (measure.measure == brain)
      add(cohort, table, measure, made_of_brain(cohort), report, results);
    else if (measure.measure == "rsa_ln_ms2" || measure.measure == "rsa_ln_ms2_rest")
      add(cohort, table, measure,
          made_of_heart(cohort, measure.measure == "rsa_ln_ms2" ? "" : "rest", settings.hrv.rsa_beat_model),
          report, results);
  }
  return results;
}

std::vector<MultiverseRow> multiverse_rows(const std::vector<Multiverse>& multiverses,
                                           const group::GroupReport& report) {
  std::vector<MultiverseRow> lines;
  for (const Multiverse& multiverse : multiverses) {
    MultiverseRow common;
    common.measure = multiverse.measure;
    common.visit = multiverse.visit;
    common.compared_with = report.visits.front();
    for (const group::MeasureResult& measure : report.measures)
      if (measure.measure == multiverse.measure) common.unit = measure.unit.english();
    for (const MultiverseAnalysis& analysis : multiverse.analyses)
      lines.push_back(row_of(analysis, multiverse, common));
    for (const CurveGap& gap : multiverse.not_formed) {
      MultiverseRow& row = lines.emplace_back(common);
      if (std::string* cell = report::column_of(gap.choice, row)) *cell = gap.what.english();
      row.reason = std::to_string(gap.analyses) + (gap.analyses == 1 ? " analysis: " : " analyses: ") +
                   gap.reason.english();
    }
    if (multiverse.analyses.empty() && multiverse.not_formed.empty())
      lines.emplace_back(common).reason = multiverse.sentence.english();
  }
  return lines;
}

}  // namespace attune::cohort
