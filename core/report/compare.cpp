#include "report/compare.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "report/calendar.hpp"
#include "report/layer_wording.hpp"
#include "report/layers.hpp"
#include "report/measures.hpp"
#include "report/pattern.hpp"
#include "report/reference_check.hpp"
#include "report/reference_method.hpp"
#include "report/score_measures.hpp"
#include "report/still_face_measures.hpp"
#include "report/strength.hpp"
#include "report/visit_differences.hpp"
#include "report/visit_names.hpp"
#include "report/wording.hpp"
#include "stats/difference.hpp"
#include "words/ids/reason.hpp"
#include "words/ids/report.hpp"
#include "words/ids/visits.hpp"

namespace attune::report {
namespace {

/// Where an interval cannot be given, the difference of the values still can, with the reason.
void add_bare_difference(Change& change, const Measure& measure, const std::vector<visit::Visit>& visits) {
  const auto from = static_cast<std::size_t>(change.from), to = static_cast<std::size_t>(change.to);
  const std::vector<Estimate> sides{measure.visits[from], measure.visits[to]};
  const std::size_t places[] = {from, to};
  change.change.reason = missing_reasons(sides, visits, places, has_own_error(measure.domain));
  const auto &before = measure.visits[from].value, &after = measure.visits[to].value;
  if (!before || !after || has_own_error(measure.domain)) return;
  change.change.value = *after - *before;
  change.change.reason = measure.visits[to].reason;
}

bool same_recording(const visit::Visit& a, const visit::Visit& b) {
  return a.recorded && b.recorded && a.file.sha256 == b.file.sha256;
}

/// No infant does the same twice at the same moments: all codes of both visits begin and end alike.
bool same_coding(const visit::Visit& a, const visit::Visit& b) {
  constexpr std::size_t fewest = 5;  // a few codes that last whole phases may be alike
  const auto &one = a.still_face.runs, &other = b.still_face.runs;
  const auto are_alike = [](const behavior::StateRun& x, const behavior::StateRun& y) {
    constexpr double rounding_s = 0.001;
    return x.state == y.state && std::abs(x.start_s - y.start_s) < rounding_s &&
           std::abs(x.end_s - y.end_s) < rounding_s;
  };
  return one.size() >= fewest && std::equal(one.begin(), one.end(), other.begin(), other.end(), are_alike);
}

Change change_between(const Measure& measure, const std::vector<visit::Visit>& visits, std::size_t from,
                      std::size_t to) {
  Change change;
  change.from = static_cast<int>(from);
  change.to = static_cast<int>(to);
  if (has_own_error(measure.domain) && same_recording(visits[from], visits[to])) {
    change.change.reason = same_file();
  } else if (measure.domain == Domain::still_face && same_coding(visits[from], visits[to])) {
    change.change.reason = words::say<"reason.same_coding">();
  } else {
    change.change = stats::difference(measure.visits[to], measure.visits[from]);
    if (!change.change.value) add_bare_difference(change, measure, visits);
  }
  change.verdict = verdict_of(change.change);
  return change;
}

void add_changes(Measure& measure, const std::vector<visit::Visit>& visits) {
  for (std::size_t i = 1; i < visits.size(); ++i) {
    measure.changes.push_back(change_between(measure, visits, 0, i));
    if (i > 1) measure.steps.push_back(change_between(measure, visits, i - 1, i));
  }
}

void check_files(Report& report) {
  const auto& visits = report.visits;
  for (std::size_t i = 0; i < visits.size(); ++i)
    for (std::size_t j = i + 1; j < visits.size(); ++j) {
      if (same_recording(visits[i], visits[j]))
        report.diagnostics.push_back({"W_SAME_FILE", Severity::error,
                                      words::say<"visits.same_file">({{"first", name_of_visit(visits, i)},
                                                                      {"second", name_of_visit(visits, j)}}),
                                      place_of_visit(visits, j), ""});
      if (same_coding(visits[i], visits[j]))
        report.diagnostics.push_back(
            {"W_SAME_CODING", Severity::error,
             words::say<"visits.same_coding">(
                 {{"first", name_of_visit(visits, i)}, {"second", name_of_visit(visits, j)}}),
             place_of_visit(visits, j), ""});
    }
}

/// Orders nothing; says what looks swapped, and turns dates into days so that no date stays in the report.
void relate_dates(Report& report) {
  const auto first = report.visits.front().file.start;
  std::optional<int> before;
  for (std::size_t i = 0; i < report.visits.size(); ++i) {
    visit::Visit& visit = report.visits[i];
    if (first && visit.file.start) visit.days_from_first = days_between(*first, *visit.file.start);
    if (before && visit.days_from_first && *visit.days_from_first < *before)
      report.diagnostics.push_back(
          {"W_VISITS_SWAPPED", Severity::warning,
           words::say<"visits.swapped">({{"visit", name_of_visit(report.visits, i)}}),
           place_of_visit(report.visits, i), ""});
    if (visit.days_from_first) before = visit.days_from_first;
  }
  for (visit::Visit& visit : report.visits) visit.file.start.reset();
}

void warn(Report& report, const char* code, words::Said message, const visit::Visit& visit) {
  const auto i = static_cast<std::size_t>(&visit - report.visits.data());
  report.diagnostics.push_back(
      {code, Severity::warning, std::move(message), place_of_visit(report.visits, i), ""});
}

/// Dates that are missing or far apart.
void check_dates(Report& report, const visit::CheckSettings& settings) {
  const auto& visits = report.visits;
  const auto undated = std::find_if(visits.begin(), visits.end(), [](const visit::Visit& visit) {
    return visit.recorded && !visit.days_from_first;
  });
  if (visits.size() > 1 && undated != visits.end())
    warn(report, "W_ORDER_UNKNOWN", words::say<"visits.undated">(), *undated);
  const auto days = visits.back().days_from_first;
  if (days && *days > settings.longest_follow_up_days)
    warn(report, "W_LONG_INTERVAL",
         words::say<"visits.long_interval">({{"years", words::number(*days / days_per_year, 0)}}),
         visits.back());
}

/// Ages that do not fit the dates, or fall.
void check_ages(Report& report, const visit::CheckSettings& settings) {
  const auto& visits = report.visits;
  for (std::size_t i = 1; i < visits.size(); ++i) {
    const visit::Visit &before = visits[i - 1], &visit = visits[i];
    if (!visit.age_months || !before.age_months) continue;
    const double months = *visit.age_months - *before.age_months;
    const bool dated = visit.days_from_first && before.days_from_first;
    const double dated_months =
        dated ? (*visit.days_from_first - *before.days_from_first) / days_per_month : months;
    if (months < 0 || std::abs(months - dated_months) > settings.age_tolerance_months)
      warn(report, "W_AGE_IMPLAUSIBLE",
           words::say<"visits.ages">(
               {{"first", name_of_visit(visits, i - 1)}, {"second", name_of_visit(visits, i)}}),
           visit);
  }
}

/// Recordings that end early, and visits whose phases are not the same: what is told of the whole recording then rests
/// on other parts of the procedure.
void check_extent(Report& report) {
  const auto names = [](const visit::Visit& visit) {
    std::set<std::string> found;
    for (const Phase& phase : visit.phases) found.insert(phase.name);
    return found;
  };
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < report.visits.size(); ++i) {
    const visit::Visit& visit = report.visits[i];
    if (!visit.recorded) continue;
    const auto& notes = visit.diagnostics;
    if (std::any_of(notes.begin(), notes.end(), [](const auto& note) { return note.code == "W_TRUNCATED"; }))
      warn(report, "W_VISIT_INCOMPLETE",
           words::say<"visits.incomplete">({{"visit", name_of_visit(report.visits, i)}}), visit);
    if (!first)
      first = i;
    else if (names(report.visits[*first]) != names(visit))
      warn(report, "W_PHASES_DIFFER",
           words::say<"visits.phases_differ">({{"first", name_of_visit(report.visits, *first)},
                                               {"second", name_of_visit(report.visits, i)}}),
           visit);
  }
}

}  // namespace

Result<Report> compare(std::vector<visit::Visit> visits, const visit::Settings& settings,
                       const Supplement& supplement) {
  if (visits.empty()) return Error{"E_NO_VISIT", words::say<"visits.none">(), "visits"};
  if (supplement.scores.visits.size() > visits.size())
    return Error{
        "E_SCORE_VISITS",
        words::say<"visits.scores">({{"scores", supplement.scores.visits.size()}, {"visits", visits.size()}}),
        "scores"};
  Report report;
  report.participant = supplement.participant;
  report.visits = std::move(visits);
  for (std::size_t i = 0; i < report.visits.size(); ++i)
    if (report.visits[i].label.empty()) report.visits[i].label = default_label(i);
  report.title = report.visits.size() == 1
                     ? words::say<"report.one_visit">()
                     : words::say<"report.several_visits">({{"visits", report.visits.size()}});
  check_files(report);
  relate_dates(report);
  check_dates(report, settings.check);
  check_ages(report, settings.check);
  check_extent(report);
  for (Diagnostic& difference : recording_differences(report.visits, settings))
    report.diagnostics.push_back(std::move(difference));
  for (visit::Visit& visit : report.visits) visit.person = {};
  report.measures = collect_measures(report.visits, settings);
  for (Measure& measure : still_face_measures(report.visits, settings))
    report.measures.push_back(std::move(measure));
  for (Measure& measure : score_measures(supplement.scores, report.visits.size()))
    report.measures.push_back(std::move(measure));
  for (Diagnostic& note : behavior::score_notes(supplement.scores))
    report.diagnostics.push_back(std::move(note));
  const Reference* reference = supplement.reference ? &*supplement.reference : nullptr;
  const auto rest = reference ? without_other_methods(*reference, settings) : std::nullopt;
  if (rest) reference = &*rest;
  const Comparison comparison{reference, supplement.scores.sex, settings.comparison};
  for (Measure& measure : report.measures) {
    add_changes(measure, report.visits);
    add_layers(measure, report.visits, comparison);
  }
  if (reference) {
    const auto& read = reference->diagnostics;
    report.diagnostics.insert(report.diagnostics.end(), read.begin(), read.end());
    if (auto note = check_reference_ages(*reference, report.visits, settings.comparison))
      report.diagnostics.push_back(std::move(*note));
    for (Diagnostic& note : check_reference(*reference, report.measures, settings.comparison))
      report.diagnostics.push_back(std::move(note));
  }
  decide_strengths(report.measures, report.visits);  // which visits are comparable tells the family
  adjust_for_domains(report.measures, settings.comparison.reliable_level);
  decide_strengths(report.measures, report.visits);
  for (Measure& measure : report.measures)
    for (const auto list : change_lists)
      for (Change& change : measure.*list) {
        change.reliable_change = say_reliable(change.reliable);
        change.comparison = say_places(measure, change, report.visits);
      }
  for (const Measure& measure : report.measures)
    if (measure.primary)
      report.statements.push_back(state_finding(measure, report.measures, report.visits, settings));
  report.pattern = overall_pattern(report.measures, report.visits, comparison.reference != nullptr, settings);
  report.cautions = cautions_for(report.measures, report.visits, comparison.reference);
  report.provenance.program = "attune";
  report.provenance.version = ATTUNE_VERSION;
  report.provenance.settings = settings;
  for (const visit::Visit& visit : report.visits)
    report.provenance.inputs_sha256.push_back(visit.file.sha256);
  return report;
}

}  // namespace attune::report
