#include "report/still_face_measures.hpp"

#include <algorithm>
#include <array>

#include "behavior/coding.hpp"
#include "report/wording.hpp"
#include "words/ids/measure.hpp"
#include "words/ids/reason.hpp"

namespace attune::report {
namespace {

constexpr std::array shares_of_phases{PhaseKind::still_face, PhaseKind::play, PhaseKind::reunion};

/// States that codes become by the usual rules (behavior/coding_settings.cpp); others are codes of the user's.
constexpr std::array<std::string_view, 6> usual_states{
    "withdrawn", "protest", "object/environment", "social monitor", "social positive", "sleep"};

bool is_usual(const std::string& state) {
  return std::find(usual_states.begin(), usual_states.end(), state) != usual_states.end();
}

words::Value name_of_state(const std::string& state) {
  return is_usual(state)
             ? words::Value(words::say<"measure.state">({{"state", words::as_is(state_id(state))}}))
             : words::Value(words::as_is(state));
}

/// As a title begins with it.
words::Value title_of_state(const std::string& state) {
  return is_usual(state)
             ? words::Value(words::say<"measure.state_first">({{"state", words::as_is(state_id(state))}}))
             : words::Value(words::as_is(state));
}

words::Said share_title(const words::Value& state, std::string_view phase) {
  return words::say<"measure.share">({{"state", state}, {"phase", words::as_is(phase)}});
}

words::Said effect_title(const words::Value& state) {
  return words::say<"measure.share_effect">({{"state", state}});
}

words::Said recovery_title(const words::Value& state) {
  return words::say<"measure.share_recovery">({{"state", state}});
}

constexpr std::string_view effect_id = "_still_face_effect", recovery_id = "_recovery";

const behavior::StillFacePhase* first_of(const visit::Visit& visit, PhaseKind kind) {
  const auto& all = visit.still_face.phases;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& p) { return p.phase.kind == kind; });
  return found == all.end() ? nullptr : &*found;
}

/// The share of a state in one phase, or why there is none.
Estimate share_at(const visit::Visit& visit, const std::string& state, PhaseKind phase,
                  const behavior::CodingSettings& settings) {
  if (!visit.still_face.reason.empty()) return missing(visit.still_face.reason);
  const behavior::StillFacePhase* found = first_of(visit, phase);
  if (!found) return missing(words::say<"reason.no_phase_coding">());
  if (!found->reason.empty()) return missing(found->reason);
  if (found->scorable_s < settings.fewest_scorable_s)
    return missing(
        words::say<"reason.scorable_time">({{"seconds", words::number(found->scorable_s, 0)},
                                            {"needed", words::number(settings.fewest_scorable_s, 0)}}));
  Estimate share;
  const auto* of_state = behavior::share_in(visit.still_face.phases, phase, state);
  share.value = of_state ? of_state->proportion : 0;
  share.n = 1;
  share.reason = words::say<"reason.no_error_share">();
  return share;
}

Estimate difference(const Estimate& from, const Estimate& to) {
  if (!from.value || !to.value) return missing(from.value ? to.reason : from.reason);
  Estimate change = to;
  change.value = *to.value - *from.value;
  return change;
}

/// The measures of one state, in the order still-face, play, reunion, effect, recovery.
void add_state(std::vector<Measure>& measures, const std::vector<visit::Visit>& visits,
               const std::string& state, const behavior::CodingSettings& settings) {
  const std::string id = state_id(state);
  const words::Value title = title_of_state(state), name = name_of_state(state);
  std::array<Measure, 5> own;
  for (std::size_t i = 0; i < shares_of_phases.size(); ++i) {
    const std::string phase(attune::name_of(shares_of_phases[i]));
    own[i].id = id + "_" + phase;
    own[i].title = share_title(title, phase);
    own[i].up_means = words::say<"measure.up.state">(
        {{"state", name}, {"known", words::as_is(is_usual(state) ? id : "no")}});
  }
  own[0].primary = state == settings.primary_state;
  own[3].id = id + std::string(effect_id);
  own[3].title = effect_title(title);
  own[3].up_means = words::say<"measure.up.effect">({{"state", name}});
  own[4].id = id + std::string(recovery_id);
  own[4].title = recovery_title(title);
  own[4].up_means = words::say<"measure.up.state_recovery">({{"state", name}});
  for (const visit::Visit& visit : visits) {
    for (std::size_t i = 0; i < shares_of_phases.size(); ++i)
      own[i].visits.push_back(share_at(visit, state, shares_of_phases[i], settings));
    own[3].visits.push_back(difference(own[1].visits.back(), own[0].visits.back()));
    own[4].visits.push_back(difference(own[0].visits.back(), own[2].visits.back()));
  }
  for (Measure& measure : own) {
    measure.domain = Domain::still_face;
    measure.unit = words::say<"measure.unit.scorable_time">();
    const bool any = std::any_of(measure.visits.begin(), measure.visits.end(),
                                 [](const Estimate& e) { return e.value.has_value(); });
    if (any || measure.primary) measures.push_back(std::move(measure));
  }
}

/// The primary measure where no visit's coding has its state: what is not coded is not taken for zero.
Measure never_coded(const std::vector<visit::Visit>& visits, const behavior::CodingSettings& settings) {
  std::vector<Measure> measures;
  add_state(measures, visits, settings.primary_state, settings);
  Measure measure = std::move(measures.front());
  for (Estimate& estimate : measure.visits)
    if (estimate.value)
      estimate = missing(words::say<"reason.never_coded">({{"state", words::as_is(settings.primary_state)}}));
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

words::Text title_of_still_face(std::string_view id) {
  for (const std::string_view usual : usual_states) {
    const std::string state(usual), begin = state_id(state);
    if (!id.starts_with(begin)) continue;
    const std::string_view rest = id.substr(begin.size());
    const words::Value title = title_of_state(state);
    if (rest == effect_id) return effect_title(title);
    if (rest == recovery_id) return recovery_title(title);
    for (const PhaseKind kind : shares_of_phases)
      if (const std::string_view phase = attune::name_of(kind);
          rest.starts_with('_') && rest.substr(1) == phase)
        return share_title(title, phase);
  }
  return {};
}

bool is_share(const Measure& measure) {
  return measure.domain == Domain::still_face && !measure.id.ends_with(effect_id) &&
         !measure.id.ends_with(recovery_id);
}

std::vector<Measure> still_face_measures(const std::vector<visit::Visit>& visits,
                                         const visit::Settings& settings) {
  std::vector<std::string> states;
  bool coded = false;
  for (const visit::Visit& visit : visits) {
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
