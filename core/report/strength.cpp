#include "report/strength.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "base/measure_table.hpp"
#include "report/measures.hpp"
#include "report/studies.hpp"
#include "report/visit_differences.hpp"
#include "report/visit_names.hpp"
#include "words/ids/finding.hpp"

namespace attune::report {
namespace {

using words::Text;

/// Both sides of a change.
struct Sides {
  const std::vector<visit::Visit>& visits;
  std::size_t from, to;

  const visit::Visit& first() const { return visits[from]; }
  const visit::Visit& last() const { return visits[to]; }
  words::Value name(std::size_t i) const { return name_of_visit(visits, i); }
};

std::set<PhaseKind> kinds_of(const visit::Visit& visit) {
  std::set<PhaseKind> kinds;
  for (const Phase& phase : visit.phases) kinds.insert(phase.kind);
  return kinds;
}

/// Whether the measure is taken over the whole recording, whatever its phases.
bool is_of_whole_recording(const Measure& measure) {
  if (measure.domain == Domain::brain) return true;
  const MeasureRow* row = measure_info(measure.id);
  return measure.domain == Domain::heart && row && row->scope == Scope::whole;
}

words::Value::List as_list(const std::vector<std::string>& names) {
  words::Value::List list;
  for (const std::string& name : names) list.push_back(words::as_is(name));
  return list;
}

/// How the visits were recorded differently; empty if nothing is known of it.
Text recorded_differently(const Measure& measure, const Sides& sides) {
  for (const std::size_t i : {sides.from, sides.to})
    if (const words::Text doubt = doubt_of(measure, sides.visits[i]); !doubt.empty())
      return words::say<"finding.at_visit">({{"visit", sides.name(i)}, {"reason", doubt}});
  if (!has_own_error(measure.domain) || !sides.first().recorded || !sides.last().recorded) return {};
  if (measure.domain == Domain::brain)
    if (Text reason = other_reference(sides.first().eeg.recorded_against, sides.last().eeg.recorded_against,
                                      sides.visits, sides.from, sides.to);
        !reason.empty())
      return reason;
  if (measure.domain == Domain::brain)
    if (Text reason = other_filters(sides.visits, sides.from, sides.to); !reason.empty()) return reason;
  return other_phases(measure, sides.visits, sides.from, sides.to);
}

/// Whether the visit has what the measure is taken from, if not enough of it.
bool has_source(const Measure& measure, const visit::Visit& visit) {
  switch (measure.domain) {
    case Domain::heart:
      return !visit.heart.source.empty();
    case Domain::brain:
      return visit.eeg.reason.empty() && !visit.eeg.asymmetry.empty();
    case Domain::still_face:
      return visit.still_face.reason.empty();
    default:
      return false;
  }
}

bool has_number(const Measure& measure, std::size_t visit) {
  return measure.visits[visit].value && (measure.visits[visit].se || !has_own_error(measure.domain));
}

/// One beyond error, and the other holding zero but not that change.
bool is_denied_by(const Change& moved, const Change& other) {
  return is_beyond_error(moved.verdict) && other.verdict == Verdict::no_evidence &&
         (*moved.change.value < *other.change.ci_low || *moved.change.value > *other.change.ci_high);
}

bool disagree(const Change& a, const Change& b) {
  if (is_beyond_error(a.verdict) && is_beyond_error(b.verdict)) return a.verdict != b.verdict;
  return is_denied_by(a, b) || is_denied_by(b, a);
}

/// Another form of the same measure.
struct Form {
  std::string id;
  words::Said name;
};

std::vector<Form> other_forms_of(std::string_view id) {
  const MeasureRow* row = measure_info(id);
  if (row == measure_row(measures::rsa))
    return {{std::string(measures::rsa_porges), words::say<"finding.form.porges">()},
            {std::string(measures::rsa_ipfm), words::say<"finding.form.ipfm">()}};
  if (row != measure_row(measures::asymmetry)) return {};
  const std::string pair(id.substr(measures::asymmetry.size()));
  return {{std::string(measures::relative_asymmetry) + pair, words::say<"finding.form.relative">()},
          {std::string(measures::oscillatory_asymmetry) + pair,
           words::say<"finding.form.oscillatory_explained">()}};
}

words::Said form_says(const words::Said& form, const Change& change) {
  return words::say<"finding.form.says">({{"form", form},
                                          {"change", words::change(*change.change.value, 2)},
                                          {"low", words::change(*change.change.ci_low, 2)},
                                          {"high", words::change(*change.change.ci_high, 2)}});
}

/// What the forms say, where they disagree with this change; empty if they do not.
Text forms_that_disagree(const std::vector<Measure>& measures, const Measure& measure,
                         std::vector<Change> Measure::*list, std::size_t k) {
  const Change& change = (measure.*list)[k];
  if (change.verdict == Verdict::cannot_judge) return {};
  words::Value::List said;
  for (const Form& form : other_forms_of(measure.id)) {
    const auto other =
        std::find_if(measures.begin(), measures.end(), [&](const Measure& m) { return m.id == form.id; });
    if (other == measures.end()) continue;
    const Change& by_form = ((*other).*list)[k];
    if (by_form.verdict != Verdict::cannot_judge && disagree(change, by_form))
      said.push_back(form_says(form.name, by_form));
  }
  if (said.empty()) return {};
  const words::Said own = measure.domain == Domain::brain ? words::say<"finding.form.absolute">()
                                                          : words::say<"finding.form.spectral">();
  said.insert(said.begin(), form_says(own, change));
  return words::say<"finding.list">({{"items", std::move(said)}});
}

std::optional<Direction> direction_of(bool up) {
  return up ? Direction::up : Direction::down;
}

Ladder by_layers(const Measure& measure, const Change& change) {
  Ladder ladder;
  const bool moved = is_beyond_error(change.verdict);
  const auto own_direction = moved ? direction_of(change.verdict == Verdict::increase) : std::nullopt;
  switch (change.reliable.finding) {
    case ReliableFinding::reliable_increase:
    case ReliableFinding::reliable_decrease: {
      const bool up = change.reliable.finding == ReliableFinding::reliable_increase;
      ladder.strength = Strength::reliable;
      ladder.direction = direction_of(up);
      if (change.from == 0 && studies_effect(measure.id)) ladder.as_in_studies = up;
      return ladder;
    }
    case ReliableFinding::no_reliable_change:
      ladder.strength = Strength::not_reliable;
      ladder.direction = own_direction;
      return ladder;
    default:
      break;
  }
  if (!has_own_error(measure.domain)) {
    ladder.reason = change.reliable.reason;
    return ladder;
  }
  ladder.strength = moved ? Strength::recordings_differ : Strength::no_difference_found;
  ladder.direction = own_direction;
  return ladder;
}

Ladder decide(const std::vector<Measure>& measures, const Measure& measure,
              std::vector<Change> Measure::*list, std::size_t k, const std::vector<visit::Visit>& visits) {
  const Change& change = (measure.*list)[k];
  const Sides sides{visits, static_cast<std::size_t>(change.from), static_cast<std::size_t>(change.to)};
  const auto because = [](Strength strength, Text reason) {
    return Ladder{strength, std::nullopt, std::nullopt, std::move(reason)};
  };
  const bool values = measure.visits[sides.from].value && measure.visits[sides.to].value;
  if (values)
    if (Text reason = recorded_differently(measure, sides); !reason.empty())
      return because(Strength::not_comparable, std::move(reason));
  bool lacking = false, too_little = true;
  for (const std::size_t i : {sides.from, sides.to}) {
    if (has_number(measure, i)) continue;
    lacking = true;
    too_little = too_little && has_source(measure, visits[i]);
  }
  const bool judged = has_own_error(measure.domain) ? change.verdict != Verdict::cannot_judge
                                                    : change.change.value.has_value();
  if (!judged)
    return because(lacking && too_little ? Strength::too_little : Strength::cannot_judge,
                   Text(change.change.reason));
  if (Text reason = forms_that_disagree(measures, measure, list, k); !reason.empty())
    return because(Strength::depends_on_choice, std::move(reason));
  return by_layers(measure, change);
}

}  // namespace

Text other_reference(const std::vector<std::string>& before, const std::vector<std::string>& after,
                     const std::vector<visit::Visit>& visits, std::size_t from, std::size_t to) {
  if (before.empty() || after.empty() || before == after) return {};
  return words::say<"finding.other_reference">({{"before", as_list(before)},
                                                {"from", name_of_visit(visits, from)},
                                                {"after", as_list(after)},
                                                {"to", name_of_visit(visits, to)}});
}

Text other_phases(const Measure& measure, const std::vector<visit::Visit>& visits, std::size_t from,
                  std::size_t to) {
  const auto first = kinds_of(visits[from]), last = kinds_of(visits[to]);
  if (!is_of_whole_recording(measure) || first.empty() || last.empty() || first == last) return {};
  return words::say<"finding.other_phases">(
      {{"from", name_of_visit(visits, from)}, {"to", name_of_visit(visits, to)}});
}

bool is_recorded_nowhere(const Measure& measure, const std::vector<visit::Visit>& visits,
                         std::span<const std::size_t> pair) {
  return std::all_of(pair.begin(), pair.end(), [&](std::size_t i) {
    if (measure.domain == Domain::heart) return visits[i].heart.source.empty();
    return measure.domain == Domain::brain && visits[i].eeg.channels.empty();
  });
}

void decide_strengths(std::vector<Measure>& measures, const std::vector<visit::Visit>& visits) {
  for (Measure& measure : measures)
    for (const auto list : change_lists)
      for (std::size_t k = 0; k < (measure.*list).size(); ++k)
        (measure.*list)[k].ladder = decide(measures, measure, list, k, visits);
}

}  // namespace attune::report
