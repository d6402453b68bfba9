#include "behavior/code_doubts.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/sort_by.hpp"
#include "words/ids/imports.hpp"
#include "words/say.hpp"

namespace attune::behavior {
namespace {

/// A coding of hardly any seconds is in another unit.
void doubt_length(Coding& coding) {
  constexpr double shortest_s = 2;  // half an hour of seconds that were taken for milliseconds
  const double length_s = coding.states.back().end_s - coding.states.front().start_s;
  if (length_s < shortest_s)
    coding.diagnostics.push_back({"W_CODE_SHORT", Severity::warning,
                                  words::say<"imports.short_coding">({{"length", words::duration(length_s)}}),
                                  "codes", ""});
}

/// Phases of a procedure last minutes.
void doubt_phase_length(Coding& coding) {
  constexpr double shortest_s = 15;
  double longest_s = 0;
  for (const Phase& phase : coding.phases)
    if (phase.kind != PhaseKind::other) longest_s = std::max(longest_s, phase.end_s - phase.start_s);
  if (longest_s > 0 && longest_s < shortest_s)
    coding.diagnostics.push_back(
        {"W_CODE_SHORT", Severity::warning,
         words::say<"imports.short_phases">({{"length", words::duration(longest_s)}}), "codes", ""});
}

/// SF1, SF2 and SF3 are rather the procedure's three episodes than three still-faces.
void doubt_one_kind(Coding& coding) {
  words::Value::List names;
  std::set<std::string> seen;
  for (const Phase& phase : coding.phases) {
    if (phase.kind != PhaseKind::still_face) return;
    if (seen.insert(phase.name).second) names.emplace_back(words::as_is(phase.name));
  }
  if (names.size() < 2) return;
  coding.diagnostics.push_back(
      {"W_CODE_ONE_PHASE", Severity::warning,
       words::say<"imports.all_still_face">(
           {{"first", words::as_is(coding.phases.front().name)}, {"names", std::move(names)}}),
       "codes", ""});
}

using Span = std::pair<double, double>;

/// All codes and phases, in order of time.
std::vector<Span> spans_of(const Coding& coding) {
  std::vector<Span> spans;
  for (const Code& code : coding.states) spans.emplace_back(code.start_s, code.end_s);
  for (const Phase& phase : coding.phases) spans.emplace_back(phase.start_s, phase.end_s);
  sort_by(spans, &Span::first);
  return spans;
}

/// "14:03:00".
std::string clock_of(double time_s) {
  const int whole_s = static_cast<int>(time_s);
  char text[32];
  std::snprintf(text, sizeof text, "%d:%02d:%02d", whole_s / 3600, whole_s % 3600 / 60, whole_s % 60);
  return text;
}

void doubt_gaps(Coding& coding, const std::vector<Span>& spans) {
  constexpr double shortest_s = 1800,
                   least_share = 0.1;  // a procedure lasts minutes, and is coded throughout
  double filled_s = 0, end_s = spans.front().first;
  for (const auto& [from, to] : spans) {
    filled_s += std::max(0.0, to - std::max(from, end_s));
    end_s = std::max(end_s, to);
  }
  const double length_s = end_s - spans.front().first;
  if (length_s < shortest_s || filled_s >= least_share * length_s) return;
  coding.diagnostics.push_back({"W_CODE_SPARSE", Severity::warning,
                                words::say<"imports.sparse_coding">({{"filled", words::duration(filled_s)},
                                                                     {"length", words::duration(length_s)}}),
                                "codes", ""});
}

}  // namespace

void doubt_lengths(Coding& coding) {
  doubt_length(coding);
  doubt_phase_length(coding);
  doubt_one_kind(coding);
}

void doubt_second_clock(const Coding& first, Coding& second) {
  constexpr double most_apart_s = 5,  // two people begin a phase within a second or two
      as_units = 10;                  // frames are 25 a second
  const std::vector<Span> here = spans_of(first), there = spans_of(second);
  const auto end_of = [](const std::vector<Span>& spans) {
    return std::max_element(spans.begin(), spans.end(),
                            [](const Span& a, const Span& b) { return a.second < b.second; })
        ->second;
  };
  const double begin_s = here.front().first, begin_second_s = there.front().first;
  const double end_s = end_of(here), end_second_s = end_of(there);
  const double ratio = (end_second_s - begin_second_s) / (end_s - begin_s);
  bool any = false, near = false;
  for (const Phase& one : first.phases)
    for (const Phase& other : second.phases) {
      if (one.kind == PhaseKind::other || one.kind != other.kind) continue;
      any = true;
      near = near || std::abs(one.start_s - other.start_s) <= most_apart_s;
    }
  const bool apart = begin_second_s >= end_s || end_second_s <= begin_s;
  if (!apart && !(any && !near) && ratio < as_units && ratio > 1 / as_units) return;
  const auto times = [](double from_s, double to_s) {
    return words::as_is(clock_of(from_s) + "–" + clock_of(to_s));
  };
  second.diagnostics.push_back(
      {"W_CODE_SECOND_CLOCK", Severity::warning,
       words::say<"imports.second_clock">(
           {{"first", times(begin_s, end_s)}, {"second", times(begin_second_s, end_second_s)}}),
       "codes", ""});
}

void doubt_clock(Coding& coding, bool offset_known) {
  constexpr double latest_s = 3600;
  const std::vector<Span> spans = spans_of(coding);
  doubt_gaps(coding, spans);
  if (offset_known || spans.front().first < latest_s) return;
  coding.diagnostics.push_back(
      {"W_CODE_CLOCK", Severity::warning,
       words::say<"imports.late_clock">({{"start", words::as_is(clock_of(spans.front().first))}}), "codes",
       ""});
}

}  // namespace attune::behavior
