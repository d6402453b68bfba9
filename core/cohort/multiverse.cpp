#include "cohort/multiverse.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <utility>

#include "base/measure_table.hpp"
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

/// What a measure's ways are made of: every combination of choices in every session, and what it is called.
struct Made {
  report::Domain domain = report::Domain::brain;
  const KeptSessions* sessions = nullptr;  ///< null: no recording has any
  std::array<bool, 3> own_form{};
  std::function<std::vector<words::Said>(std::size_t form, std::uint32_t combination)> options;
};

Made made_of_brain(const KeptChoices& choices) {
  const auto& kept = choices.brain();
  Made made{report::Domain::brain, &kept.sessions, {}, {}};
  const auto forms = report::asymmetry_forms();
  for (std::size_t f = 0; f < forms.size(); ++f) made.own_form[f] = forms[f].own;
  made.options = [forms, &kept](std::size_t form, std::uint32_t combination) {
    return report::options_of(forms[form], kept.combinations[combination]);
  };
  return made;
}

Made made_of_heart(const KeptChoices& choices, const std::string& phase_kind, hrv::BeatModel own) {
  Made made{report::Domain::heart, nullptr, {}, {}};
  const auto* kept = choices.heart(phase_kind);
  if (kept == nullptr) return made;
  made.sessions = &kept->sessions;
  const auto methods = report::rsa_methods(own);
  for (std::size_t m = 0; m < methods.size(); ++m) made.own_form[m] = methods[m].own;
  made.options = [methods, kept](std::size_t method, std::uint32_t combination) {
    return report::options_of(methods[method], kept->combinations[combination]);
  };
  return made;
}

/// A combination in every session that has it; none: each recording's own.
using CombinationOfCohort = std::optional<std::uint32_t>;

/// The cohort's own first, the others as the sessions have them. Where ages ask for other bands, so that no single
/// combination is every recording's own, it takes each recording's.
std::vector<CombinationOfCohort> combinations_of(const KeptSessions& sessions) {
  std::vector<CombinationOfCohort> found;
  bool is_uniform = true;
  for (const auto& session : sessions)
    for (const KeptCombination& one : session) {
      if (std::find(found.begin(), found.end(), one.combination) == found.end())
        found.emplace_back(one.combination);
      if (&one == &session.front()) is_uniform = is_uniform && one.combination == *found.front();
    }
  if (!is_uniform) found.insert(found.begin(), std::nullopt);
  return found;
}

/// A form or method of a combination.
struct WayOfCohort {
  Way way;
  CombinationOfCohort combination;
  std::size_t form = 0;
};

std::vector<WayOfCohort> ways_of(const Made& made) {
  std::vector<WayOfCohort> ways;
  if (made.sessions == nullptr) return ways;
  const auto combinations = combinations_of(*made.sessions);
  for (const CombinationOfCohort& one : combinations)
    for (std::size_t form = 0; form < made.own_form.size(); ++form) {
      const bool is_own = &one == &combinations.front();
      // Only what the form is called stands there of each recording's own.
      Way way{made.options(form, one.value_or(0)), {}, is_own && made.own_form[form]};
      if (!one) std::fill(way.options.begin() + 1, way.options.end(), words::say<"multiverse.each_own">());
      ways.push_back({std::move(way), one, form});
    }
  return ways;
}

/// What a session's recording comes to in a way; null: nothing.
const KeptCombination* formed_in(const std::vector<KeptCombination>& session,
                                 const CombinationOfCohort& combination) {
  const auto found = std::find_if(session.begin(), session.end(), [&](const KeptCombination& one) {
    return !combination || one.combination == *combination;
  });
  return found == session.end() ? nullptr : &*found;
}

/// How good a recording is in a way.
visit::Quality quality_in(const KeptCombination& formed, report::Domain domain, visit::Quality quality) {
  if (domain == report::Domain::brain)
    quality.eeg_clean_s = formed.used;
  else
    quality.heart_epochs_used = static_cast<int>(formed.used);
  return quality;
}

/// A session's value in one way, or why there is none, as Cohort has it of the cohort's own.
group::Cell cell_under(const Cohort& cohort, std::size_t session, const Made& made, const WayOfCohort& way) {
  if (words::Text reason = cohort.nothing_enters(session); !reason.empty()) return {std::nullopt, reason};
  const KeptCombination* formed = formed_in((*made.sessions)[session], way.combination);
  if (formed == nullptr) return {std::nullopt, words::say<"multiverse.not_there">()};
  const double value = formed->values[way.form];
  if (!std::isfinite(value)) return {std::nullopt, cohort.choices().reason(formed->reasons[way.form])};
  if (words::Text reason =
          cohort.gate(made.domain, quality_in(*formed, made.domain, cohort.quality(session)));
      !reason.empty())
    return {std::nullopt, reason};
  return {value, {}};
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
         !cohort.choices().has(i);
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
Multiverse multiverse_of(const std::vector<WayOfCohort>& ways,
                         const std::vector<MultiverseAnalysis>& analyses, report::Domain domain,
                         const std::string& visit, const group::MeasureResult& measure,
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
  const auto ways = ways_of(made);
  const auto places = places_in(table, cohort.plan());
  std::vector<std::vector<MultiverseAnalysis>> analyses(table.visits.size());
  for (const WayOfCohort& way : ways) {
    group::MeasureTable values{measure.measure, {}};
    values.cells.assign(table.participants.size(), std::vector<group::Cell>(table.visits.size()));
    for (std::size_t i = 0; i < places.size(); ++i)
      if (places[i])
        values.cells[places[i]->participant][places[i]->visit] = cell_under(cohort, i, made, way);
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
  const std::string brain = std::string(measures::asymmetry) + lower(pair.right + "_" + pair.left);
  for (const group::MeasureResult& measure : report.measures) {
    if (!measure.primary) continue;
    if (measure.measure == brain)
      add(cohort, table, measure, made_of_brain(cohort.choices()), report, results);
    else if (measure.measure == measures::rsa || measure.measure == measures::rsa_at_rest)
      add(cohort, table, measure,
          made_of_heart(cohort.choices(), measure.measure == measures::rsa ? "" : "rest",
                        settings.hrv.rsa_beat_model),
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
