#include "report/still_face_measures.hpp"

#include <algorithm>
#include <array>

#include "behavior/coding.hpp"
#include "report/wording.hpp"

namespace attune::report {
namespace {

constexpr const char* no_error = "a coded share has no standard error of its own.";

struct PhaseOf {
  PhaseKind kind;
  const char* id;
  const char* title;
};
constexpr std::array shares_of_phases{PhaseOf{PhaseKind::still_face, "still_face", "in still-face"},
                                      PhaseOf{PhaseKind::play, "play", "in play"},
                                      PhaseOf{PhaseKind::reunion, "reunion", "in reunion"}};

const behavior::StillFacePhase* first_of(const Visit& visit, PhaseKind kind) {
  const auto& all = visit.still_face.phases;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& p) { return p.phase.kind == kind; });
  return found == all.end() ? nullptr : &*found;
}

/// The share of a state in one phase, or why there is none.
Estimate share_at(const Visit& visit, const std::string& state, const PhaseOf& phase,
                  const behavior::CodingSettings& settings) {
  if (!visit.still_face.reason.empty()) return missing(visit.still_face.reason.english());
  const behavior::StillFacePhase* found = first_of(visit, phase.kind);
  if (!found) return missing("The coding has no such phase.");
  if (!found->reason.empty()) return missing(found->reason);
  if (found->scorable_s < settings.fewest_scorable_s)
    return missing(number(found->scorable_s, 0) + " s of scorable time, " +
                   number(settings.fewest_scorable_s, 0) + " s are needed.");
  Estimate share;
  const auto* of_state = behavior::share_in(visit.still_face.phases, phase.kind, state);
  share.value = of_state ? of_state->proportion : 0;
  share.n = 1;
  share.reason = no_error;
  return share;
}

Estimate difference(const Estimate& from, const Estimate& to) {
  if (!from.value || !to.value) return missing(from.value ? to.reason : from.reason);
  Estimate change = to;
  change.value = *to.value - *from.value;
  return change;
}

/// The measures of one state, in the order still-face, play, reunion, effect, recovery.
void add_state(std::vector<Measure>& measures, const std::vector<Visit>& visits, const std::string& state,
               const behavior::CodingSettings& settings) {
  const std::string id = state_id(state);
  std::string name = state;
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z') name.front() -= 'a' - 'A';
  std::array<Measure, 5> own;
  for (std::size_t i = 0; i < shares_of_phases.size(); ++i) {
    own[i].id = id + "_" + shares_of_phases[i].id;
    own[i].title = name + " " + shares_of_phases[i].title;
    own[i].up_means = "more " + state;
  }
  own[0].primary = state == settings.primary_state;
  own[3].id = id + "_still_face_effect";
  own[3].title = name + ", still-face effect (still-face − play)";
  own[3].up_means = "more " + state + " in still-face than in play";
  own[4].id = id + "_recovery";
  own[4].title = name + ", recovery (reunion − still-face)";
  own[4].up_means = "more " + state + " in reunion than in still-face";
  for (const Visit& visit : visits) {
    for (std::size_t i = 0; i < shares_of_phases.size(); ++i)
      own[i].visits.push_back(share_at(visit, state, shares_of_phases[i], settings));
    own[3].visits.push_back(difference(own[1].visits.back(), own[0].visits.back()));
    own[4].visits.push_back(difference(own[0].visits.back(), own[2].visits.back()));
  }
  for (Measure& measure : own) {
    measure.domain = Domain::still_face;
    measure.unit = "of scorable time";
    const bool any = std::any_of(measure.visits.begin(), measure.visits.end(),
                                 [](const Estimate& e) { return e.value.has_value(); });
    if (any || measure.primary) measures.push_back(std::move(measure));
  }
}

/// The primary measure where no visit's coding has its state: what is not coded is not taken for zero.
Measure never_coded(const std::vector<Visit>& visits, const behavior::CodingSettings& settings) {
  std::vector<Measure> measures;
  add_state(measures, visits, settings.primary_state, settings);
  Measure measure = std::move(measures.front());
  for (Estimate& estimate : measure.visits)
    if (estimate.value) estimate = missing("\"" + settings.primary_state + "\" was coded at no visit.");
  return measure;
}

}  // namespace

std::string state_id(const std::string& state) {
  std::string id;
  for (const char c : state) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool capital = c >= 'A' && c <= 'Z';
    if (letter || static_cast<unsigned char>(c) >= 0x80) id += c;
    if (capital) id += static_cast<char>(c - 'A' + 'a');
    if (!letter && !capital && static_cast<unsigned char>(c) < 0x80 && !id.empty() && id.back() != '_')
      id += '_';
  }
  return id;
}

bool is_share(const Measure& measure) {
  return measure.domain == Domain::still_face && !measure.id.ends_with("_still_face_effect") &&
         !measure.id.ends_with("_recovery");
}

std::vector<Measure> still_face_measures(const std::vector<Visit>& visits, const Settings& settings) {
  std::vector<std::string> states;
  bool coded = false;
  for (const Visit& visit : visits) {
    coded |= visit.still_face.reason.empty();
    for (const std::string& state : visit.still_face.states)
      if (std::find(states.begin(), states.end(), state) == states.end()) states.push_back(state);
  }
  std::vector<Measure> measures;
  if (!coded) return measures;
  // The primary state stands first.
  std::stable_partition(states.begin(), states.end(),
                        [&](const std::string& state) { return state == settings.coding.primary_state; });
  if (states.empty() || states.front() != settings.coding.primary_state)
    measures.push_back(never_coded(visits, settings.coding));
  for (const std::string& state : states) add_state(measures, visits, state, settings.coding);
  return measures;
}

}  // namespace attune::report
