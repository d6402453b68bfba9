#include "behavior/coding.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

namespace attune::behavior {
namespace {

std::string seconds(double time_s) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f s", time_s);
  return text;
}

Error at_code(const char* code, const std::string& message, const Code& found) {
  const std::string line = found.line > 0 ? "line " + std::to_string(found.line) + ", " : "";
  return {code, message, line + seconds(found.start_s)};
}

std::set<std::string> states_of(std::span<const Code> codes) {
  std::set<std::string> states;
  for (const Code& code : codes)
    if (code.state != unscorable) states.insert(code.state);
  return states;
}

PhaseSummary summarize_phase(std::span<const Code> codes, const Phase& phase,
                             const std::set<std::string>& states) {
  PhaseSummary summary;
  summary.phase = phase;
  for (const std::string& state : states) summary.states[state];
  const Code* before = nullptr;
  for (const Code& code : codes) {
    const double start_s = std::max(code.start_s, phase.start_s), end_s = std::min(code.end_s, phase.end_s);
    if (end_s <= start_s) continue;
    if (code.state == unscorable) {
      before = nullptr;
      continue;
    }
    StateSummary& state = summary.states[code.state];
    state.proportion += end_s - start_s;
    ++state.bouts;
    if (!state.latency_s) state.latency_s = start_s - phase.start_s;
    summary.scorable_s += end_s - start_s;
    if (before && before->state != code.state) ++summary.transitions[before->state + " > " + code.state];
    before = &code;
  }
  if (!(summary.scorable_s > 0)) {
    summary.states.clear();
    summary.reason = "No scorable time in this phase.";
    return summary;
  }
  for (auto& entry : summary.states) {
    entry.second.proportion /= summary.scorable_s;
    entry.second.frequency_per_min = entry.second.bouts / (summary.scorable_s / 60);
  }
  return summary;
}

const PhaseSummary* first_of(std::span<const PhaseSummary> phases, PhaseKind kind) {
  for (const PhaseSummary& phase : phases)
    if (phase.phase.kind == kind) return &phase;
  return nullptr;
}

constexpr const char* uncoded = "";

std::string state_at(std::span<const Code> codes, double time_s) {
  for (const Code& code : codes)
    if (time_s >= code.start_s && time_s < code.end_s) return code.state;
  return uncoded;
}

}  // namespace

Result<std::vector<Code>> ordered_codes(std::vector<Code> codes) {
  std::stable_sort(codes.begin(), codes.end(),
                   [](const Code& a, const Code& b) { return a.start_s < b.start_s; });
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (!(codes[i].end_s > codes[i].start_s))
      return at_code(
          "E_CODE_ORDER",
          "\"" + codes[i].state + "\" ends at " + seconds(codes[i].end_s) + ", not after its start.",
          codes[i]);
    if (i > 0 && codes[i].start_s < codes[i - 1].end_s)
      return at_code("E_CODE_OVERLAP",
                     "\"" + codes[i].state + "\" starts before \"" + codes[i - 1].state + "\" has ended at " +
                         seconds(codes[i - 1].end_s) + "; the states exclude each other.",
                     codes[i]);
  }
  return codes;
}

std::vector<PhaseSummary> summarize_phases(std::span<const Code> codes, std::span<const Phase> phases) {
  const auto states = states_of(codes);
  std::vector<PhaseSummary> summaries;
  for (const Phase& phase : phases) summaries.push_back(summarize_phase(codes, phase, states));
  return summaries;
}

std::optional<double> proportion_change(std::span<const PhaseSummary> phases, const std::string& state,
                                        PhaseKind from, PhaseKind to) {
  const PhaseSummary *before = first_of(phases, from), *after = first_of(phases, to);
  if (!before || !after || !before->reason.empty() || !after->reason.empty()) return std::nullopt;
  const auto first = before->states.find(state), last = after->states.find(state);
  if (first == before->states.end() || last == after->states.end()) return std::nullopt;
  return last->second.proportion - first->second.proportion;
}

stats::Agreement coder_agreement(std::span<const Code> first, std::span<const Code> second,
                                 std::span<const Phase> phases) {
  std::map<std::string, int> numbers;
  const auto number_of = [&](const std::string& state) {
    return numbers.emplace(state, static_cast<int>(numbers.size())).first->second;
  };
  std::vector<int> a, b;
  for (const Phase& phase : phases) {
    const int bins = static_cast<int>(std::floor(phase.end_s - phase.start_s));
    for (int i = 0; i < bins; ++i) {
      const double middle_s = phase.start_s + i + 0.5;
      a.push_back(number_of(state_at(first, middle_s)));
      b.push_back(number_of(state_at(second, middle_s)));
    }
  }
  return stats::agreement(a, b);
}

}  // namespace attune::behavior
