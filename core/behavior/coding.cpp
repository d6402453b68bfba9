#include "behavior/coding.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/name_list.hpp"
#include "base/sort_by.hpp"
#include "behavior/code_readers.hpp"
#include "behavior/coding_settings.hpp"
#include "words/ids/codings.hpp"
#include "words/ids/reason.hpp"
#include "words/say.hpp"

namespace attune::behavior {
namespace {

Error at_code(const char* code, words::Said message, const Code& found) {
  return {code, std::move(message),
          found.line > 0 ? place_at(place_of_line(found.line), found.start_s) : said_seconds(found.start_s)};
}

StateShare& share_of(StillFacePhase& summary, const std::string& state) {
  for (StateShare& share : summary.states)
    if (share.state == state) return share;
  StateShare& added = summary.states.emplace_back();
  added.state = state;
  return added;
}

/// Places of a phase's transitions by the states they lead from and to.
using TransitionPlaces = std::map<std::pair<std::string, std::string>, std::size_t>;

void count_transition(StillFacePhase& summary, TransitionPlaces& places, const std::string& from,
                      const std::string& to) {
  if (from == to) return;
  const auto [place, is_new] = places.try_emplace({from, to}, summary.transitions.size());
  if (is_new) summary.transitions.push_back({from, to, 0});
  ++summary.transitions[place->second].count;
}

StillFacePhase summarize_phase(std::span<const Code> codes, const Phase& phase,
                               std::span<const std::string> states) {
  StillFacePhase summary;
  summary.phase = phase;
  for (const std::string& state : states) share_of(summary, state);
  const Code* before = nullptr;
  TransitionPlaces transitions;
  for (const Code& code : codes) {
    const double start_s = std::max(code.start_s, phase.start_s), end_s = std::min(code.end_s, phase.end_s);
    if (end_s - start_s <= rounding_s) continue;
    if (code.state == unscorable_state) {
      summary.unscorable_s += end_s - start_s;
      before = nullptr;
      continue;
    }
    StateShare& share = share_of(summary, code.state);
    share.seconds += end_s - start_s;
    ++share.bouts;
    if (!share.latency_s) share.latency_s = start_s - phase.start_s;
    summary.scorable_s += end_s - start_s;
    if (before) count_transition(summary, transitions, before->state, code.state);
    before = &code;
  }
  summary.uncoded_s = std::max(0.0, phase.end_s - phase.start_s - summary.scorable_s - summary.unscorable_s);
  if (!(summary.scorable_s > 0)) {
    summary.states.clear();
    summary.reason = words::say<"reason.no_scorable_time">();
    return summary;
  }
  for (StateShare& share : summary.states) {
    share.proportion = share.seconds / summary.scorable_s;
    share.frequency_per_min = share.bouts / (summary.scorable_s / 60);
  }
  return summary;
}

/// The state at a time, asked for in order of time.
class States {
 public:
  explicit States(std::span<const Code> codes) : codes_(codes) {}

  const std::string& at(double time_s) {
    while (next_ < codes_.size() && codes_[next_].end_s <= time_s) ++next_;
    const bool inside = next_ < codes_.size() && codes_[next_].start_s <= time_s;
    return inside ? codes_[next_].state : uncoded_;
  }

 private:
  std::span<const Code> codes_;
  std::size_t next_ = 0;
  std::string uncoded_;
};

/// Bins by the states of both coders, stretch by stretch.
using Stretches = std::vector<stats::PairCounts>;

stats::PairCounts counts_of(const Stretches& stretches) {
  stats::PairCounts counts;
  for (const stats::PairCounts& stretch : stretches)
    for (const auto& [pair, count] : stretch) counts[pair] += count;
  return counts;
}

PartAgreement part_agreement(const std::string& name, const Stretches& stretches) {
  const stats::Agreement found = stats::agreement(counts_of(stretches));
  PartAgreement part;
  part.name = name;
  part.n = found.units;
  if (found.units == 0) {
    part.reason = words::say<"codings.no_common_time">();
    return part;
  }
  part.percent = found.percent;
  part.kappa = found.kappa;
  if (!found.kappa) part.reason = words::say<"codings.one_code">();
  if (const auto interval = stats::kappa_interval(stretches)) {
    part.kappa_ci_low = interval->low;
    part.kappa_ci_high = interval->high;
  }
  return part;
}

/// The same units, in two categories: this one, and all others.
Stretches against_others(const Stretches& stretches, int category) {
  Stretches two;
  for (const stats::PairCounts& stretch : stretches) {
    stats::PairCounts& counts = two.emplace_back();
    for (const auto& [pair, count] : stretch)
      counts[{pair.first == category, pair.second == category}] += count;
  }
  return two;
}

/// Bins of one phase, at their middles; what a coder could not score is counted in `agreement` alone.
Stretches compared_bins(std::span<const Code> first, std::span<const Code> second, const Phase& phase,
                        double bin_s, double stretch_s, NameList& states, CoderAgreement& agreement) {
  Stretches stretches;
  States of_first(first), of_second(second);
  const double bins = std::floor((phase.end_s - phase.start_s) / bin_s + rounding_s);
  double stretch_end_s = 0;
  for (double i = 0; i < bins; ++i) {
    const double middle_s = phase.start_s + (i + 0.5) * bin_s;
    if ((i + 0.5) * bin_s >= stretch_end_s) {
      stretches.emplace_back();
      stretch_end_s += stretch_s;
    }
    const std::string &one = of_first.at(middle_s), &other = of_second.at(middle_s);
    if (one.empty() && other.empty()) continue;
    const int unscorable = (one == unscorable_state) + (other == unscorable_state);
    agreement.unscorable_n += unscorable > 0;
    agreement.unscorable_one_n += unscorable == 1;
    if (unscorable > 0) continue;
    ++stretches.back()[{static_cast<int>(states.place_of(one)), static_cast<int>(states.place_of(other))}];
  }
  return stretches;
}

std::optional<double> difference(const StateShare* before, const StateShare* after) {
  if (!before || !after) return std::nullopt;
  return after->proportion - before->proportion;
}

}  // namespace

Result<OrderedCodes> ordered_codes(std::vector<Code> codes, double frame_s) {
  sort_by(codes, &Code::start_s);
  OrderedCodes result;
  std::vector<Code>& ordered = result.codes;
  for (Code& code : codes) {
    if (!(code.end_s > code.start_s))
      return at_code("E_CODE_ORDER",
                     words::say<"codings.no_length">(
                         {{"state", words::as_is(code.state)}, {"end", said_seconds(code.end_s)}}),
                     code);
    if (!ordered.empty()) {
      Code& last = ordered.back();
      const double overlap_s = last.end_s - code.start_s;
      const bool same_start = code.start_s - last.start_s <= rounding_s;
      if (overlap_s > (same_start ? 0 : frame_s) + rounding_s)
        return at_code("E_CODE_OVERLAP",
                       words::say<"codings.overlap">({{"state", words::as_is(code.state)},
                                                      {"last", words::as_is(last.state)},
                                                      {"end", said_seconds(last.end_s)}}),
                       code);
      if (code.state == last.state && code.start_s <= last.end_s + rounding_s) {
        last.end_s = std::max(last.end_s, code.end_s);
        continue;
      }
      result.clipped += overlap_s > rounding_s;
      last.end_s = std::min(last.end_s, code.start_s);
    }
    ordered.push_back(std::move(code));
  }
  return result;
}

std::vector<StillFacePhase> summarize_phases(std::span<const Code> codes, std::span<const Phase> phases,
                                             std::span<const std::string> states) {
  std::vector<StillFacePhase> summaries;
  for (const Phase& phase : phases) summaries.push_back(summarize_phase(codes, phase, states));
  return summaries;
}

const StateShare* share_in(std::span<const StillFacePhase> phases, PhaseKind kind, const std::string& state) {
  for (const StillFacePhase& phase : phases) {
    if (phase.phase.kind != kind) continue;
    for (const StateShare& share : phase.states)
      if (share.state == state) return &share;
    return nullptr;
  }
  return nullptr;
}

std::vector<StateEffect> state_effects(std::span<const StillFacePhase> phases,
                                       std::span<const std::string> states) {
  std::vector<StateEffect> effects;
  for (const std::string& state : states) {
    const StateShare *play = share_in(phases, PhaseKind::play, state),
                     *still_face = share_in(phases, PhaseKind::still_face, state),
                     *reunion = share_in(phases, PhaseKind::reunion, state);
    effects.push_back({state, difference(play, still_face), difference(still_face, reunion)});
  }
  return effects;
}

CoderAgreement coder_agreement(std::span<const Code> first, std::span<const Code> second,
                               std::span<const Phase> phases, double bin_s, double stretch_s) {
  CoderAgreement agreement;
  NameList states;
  Stretches all;
  for (const Phase& phase : phases) {
    const Stretches found = compared_bins(first, second, phase, bin_s, stretch_s, states, agreement);
    agreement.phases.push_back(part_agreement(phase.name, found));
    all.insert(all.end(), found.begin(), found.end());
  }
  for (std::size_t i = 0; i < states.size(); ++i)
    if (!states.names()[i].empty())
      agreement.states.push_back(part_agreement(states.names()[i], against_others(all, static_cast<int>(i))));
  for (const auto& [pair, count] : counts_of(all))
    agreement.pairs.push_back({states.names()[static_cast<std::size_t>(pair.first)],
                               states.names()[static_cast<std::size_t>(pair.second)], count});
  PartAgreement whole = part_agreement("", all);
  agreement.kappa = whole.kappa;
  agreement.kappa_ci_low = whole.kappa_ci_low;
  agreement.kappa_ci_high = whole.kappa_ci_high;
  agreement.percent = whole.percent;
  agreement.n = whole.n;
  agreement.reason = std::move(whole.reason);
  return agreement;
}

}  // namespace attune::behavior
