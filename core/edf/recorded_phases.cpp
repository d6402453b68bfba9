#include "edf/recorded_phases.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "base/sort_by.hpp"
#include "edf/edge_signs.hpp"
#include "words/ids/timeline.hpp"

namespace attune::edf {

namespace {

/// Parts of a protocol, and marks that begin them, last longer than what happens within them; still-face's shortest take a
/// minute.
constexpr double shortest_part_s = 20;

/// A code of the Status channel as an annotation, which the rules of phases may name.
Annotation as_annotation(const TriggerEvent& event) {
  return {event.onset, {}, "Status " + std::to_string(event.code), ""};
}

/// Upper lines that are up throughout, as open inputs of BioSemi are (65281 for 1), are no part of a code.
std::vector<TriggerEvent> without_open_lines(std::span<const TriggerEvent> events) {
  constexpr std::uint32_t upper = 0xFF00;
  const bool open = std::all_of(events.begin(), events.end(),
                                [](const TriggerEvent& event) { return (event.code & upper) == upper; });
  std::vector<TriggerEvent> own(events.begin(), events.end());
  if (open)
    for (TriggerEvent& event : own) event.code &= 0xFF;
  return own;
}

/// The annotations, and beside them the codes that the rules name.
std::vector<Annotation> with_named_codes(std::span<const Annotation> annotations,
                                         std::span<const TriggerEvent> events,
                                         const PhaseSettings& settings) {
  std::vector<Annotation> all(annotations.begin(), annotations.end());
  std::map<std::uint32_t, bool> named;
  for (const TriggerEvent& event : events) {
    const auto [at, is_new] = named.try_emplace(event.code);
    if (is_new) at->second = read_phase_mark(as_annotation(event).text, settings).recognised;
    if (at->second) all.push_back(as_annotation(event));
  }
  sort_by(all, &Annotation::onset);
  return all;
}

bool is_point(const Annotation& annotation, const PhaseSettings& settings) {
  return !annotation.duration || seconds(*annotation.duration) < settings.shortest_s;
}

/// Times of short point marks of unknown meaning that do not stand often, by time.
std::vector<double> unknown_marks(std::span<const Annotation> annotations, const PhaseSettings& phases,
                                  const MarkSettings& marks) {
  std::map<std::string_view, std::vector<double>> times_s;
  for (const Annotation& annotation : annotations)
    if (is_point(annotation, phases)) times_s[annotation.text].push_back(seconds(annotation.onset));
  std::vector<double> unknown_s;
  for (const auto& [text, at_s] : times_s) {
    if (at_s.size() > static_cast<std::size_t>(phases.most_repeats)) continue;
    if (read_time_mark(text, marks, phases) != MarkKind::usable || !read_phase_mark(text, phases).unknown)
      continue;
    unknown_s.insert(unknown_s.end(), at_s.begin(), at_s.end());
  }
  std::sort(unknown_s.begin(), unknown_s.end());
  return unknown_s;
}

/// To a tenth of a second, as people tell it.
words::Number told_time(double time_s) {
  return words::duration(std::round(10 * time_s) / 10);
}

class Doubts {
 public:
  void add(const char* code, words::Said sentence, Severity severity = Severity::warning) {
    list_.push_back({code, severity, std::move(sentence), words::say<"timeline.where">(), ""});
  }
  std::vector<Diagnostic> list() && { return std::move(list_); }

 private:
  std::vector<Diagnostic> list_;
};

void doubt_ends(std::span<const Phase> phases, std::span<const double> unknown_s, Doubts& doubts) {
  for (const Phase& phase : phases)
    if (std::binary_search(unknown_s.begin(), unknown_s.end(), phase.end_s))
      doubts.add("W_PHASE_MARK", words::say<"timeline.phase_mark">(
                                     {{"start", told_time(phase.start_s)}, {"end", told_time(phase.end_s)}}));
}

/// Phases that are said to last longer than the recording.
void doubt_lengths(std::span<const Annotation> annotations, double end_s, const PhaseSettings& settings,
                   Doubts& doubts) {
  for (const Annotation& annotation : annotations) {
    if (is_point(annotation, settings)) continue;
    const double start_s = seconds(annotation.onset),
                 over_s = start_s + seconds(*annotation.duration) - end_s;
    if (over_s > settings.shortest_s && start_s < end_s &&
        read_phase_mark(annotation.text, settings).recognised)
      doubts.add("W_PHASE_CUT",
                 words::say<"timeline.phase_cut">(
                     {{"start", told_time(std::max(0.0, start_s))}, {"over", told_time(over_s)}}));
  }
}

void doubt_overlaps(std::span<const Phase> phases, const PhaseSettings& settings, Doubts& doubts) {
  for (std::size_t i = 1; i < phases.size(); ++i) {
    const double both_s = std::min(phases[i - 1].end_s, phases[i].end_s) - phases[i].start_s;
    if (both_s > settings.shortest_s)
      doubts.add("W_PHASES_OVERLAP",
                 words::say<"timeline.phases_overlap">({{"first", told_time(phases[i - 1].start_s)},
                                                        {"second", told_time(phases[i].start_s)},
                                                        {"time", told_time(both_s)}}));
  }
}

/// Play that was taken for the reunion by its place.
void tell_reunions(std::span<const Phase> phases, const PhaseSettings& settings, Doubts& doubts) {
  for (const Phase& phase : phases)
    if (phase.kind == PhaseKind::reunion &&
        read_phase_mark(phase.name, settings).kind != PhaseKind::reunion) {
      doubts.add("N_PHASE_REUNION", words::say<"timeline.reunion">({{"start", told_time(phase.start_s)}}),
                 Severity::note);
      return;
    }
}

/// Whether a code stands right before or behind others, as a mark is set twice or a box says that it is there (254), and
/// all that stand together are a part apart.
bool in_groups(std::span<const TriggerEvent> events, const PhaseSettings& settings) {
  double last_s = 0;  // of the first of a group
  int groups = 0;
  for (const TriggerEvent& event : events) {
    const double at_s = seconds(event.onset);
    const bool same = groups > 0 && at_s < last_s + settings.shortest_s;
    if (!same && groups > 0 && at_s < last_s + shortest_part_s) return false;
    if (same) continue;
    last_s = at_s;
    ++groups;
  }
  return groups > 1;
}

/// Whether codes may begin parts of the protocol: a few that differ, none as near to the next as triggers of trials are.
bool may_begin_parts(std::span<const TriggerEvent> events, const PhaseSettings& settings) {
  if (events.size() < 2 || events.size() > static_cast<std::size_t>(settings.most_codes)) return false;
  // One code again and again, as of a button, begins parts only where it is as seldom as parts are.
  const bool differ = std::any_of(events.begin(), events.end(), [&](const TriggerEvent& event) {
    return event.code != events.front().code;
  });
  const double apart_s = differ ? settings.shortest_s : shortest_part_s;
  const auto too_near = [&](const TriggerEvent& a, const TriggerEvent& b) {
    return seconds(b.onset - a.onset) < apart_s;
  };
  return std::adjacent_find(events.begin(), events.end(), too_near) == events.end() ||
         (differ && in_groups(events, settings));
}

/// The codes that do not stand often, beside others that do: parts among triggers of trials. None if they stand too near to
/// each other.
std::vector<TriggerEvent> seldom_codes(std::span<const TriggerEvent> events, const PhaseSettings& settings) {
  std::map<std::uint32_t, int> times;
  for (const TriggerEvent& event : events) ++times[event.code];
  std::vector<TriggerEvent> seldom;
  for (const TriggerEvent& event : events)
    if (times[event.code] <= settings.most_repeats) seldom.push_back(event);
  const bool near =
      std::adjacent_find(seldom.begin(), seldom.end(), [](const TriggerEvent& a, const TriggerEvent& b) {
        return seconds(b.onset - a.onset) < shortest_part_s;
      }) != seldom.end();
  return near ? std::vector<TriggerEvent>{} : seldom;
}

/// The codes that may begin parts: all, else those that do not stand often; none if neither may.
std::vector<TriggerEvent> codes_of_parts(const std::vector<TriggerEvent>& events,
                                         const PhaseSettings& settings) {
  if (may_begin_parts(events, settings)) return events;
  std::vector<TriggerEvent> seldom = seldom_codes(events, settings);
  return may_begin_parts(seldom, settings) ? std::move(seldom) : std::vector<TriggerEvent>{};
}

/// Times of point marks of unknown meaning that may begin parts of the protocol: a few of several texts, none as near to
/// the next as events are; else none.
std::vector<double> possible_parts(std::span<const Annotation> annotations, const PhaseSettings& phases,
                                   const MarkSettings& marks) {
  std::vector<double> at_s;
  std::set<std::string_view> texts;
  for (const Annotation& annotation : annotations) {
    if (!is_point(annotation, phases) || read_time_mark(annotation.text, marks, phases) != MarkKind::usable)
      continue;
    const PhaseMark mark = read_phase_mark(annotation.text, phases);
    if (mark.ends || annotation.text.empty() || mark.other_words > phases.most_other_words) continue;
    const double onset_s = seconds(annotation.onset);
    if (!at_s.empty() && onset_s < at_s.back() + shortest_part_s) return {};
    at_s.push_back(onset_s);
    texts.insert(annotation.text);
  }
  const bool few = at_s.size() <= static_cast<std::size_t>(phases.most_codes);
  return few && texts.size() > 1 ? at_s : std::vector<double>{};
}

/// Annotations that last and say neither a part of the protocol nor that something is bad. Sleep stages (EDF+'s standard
/// texts) are known for what they are.
std::vector<Interval> unknown_stretches(std::span<const Annotation> annotations, double end_s,
                                        const PhaseSettings& phases, const MarkSettings& marks) {
  std::vector<Interval> found;
  std::map<std::string_view, bool> known;
  for (const Annotation& annotation : annotations) {
    if (is_point(annotation, phases)) continue;
    const Interval stretch{std::max(0.0, seconds(annotation.onset)),
                           std::min(end_s, seconds(annotation.onset) + seconds(*annotation.duration))};
    if (!(stretch.end_s > stretch.start_s)) continue;
    const auto [at, is_new] = known.try_emplace(annotation.text, true);
    if (is_new) {
      const PhaseMark mark = read_phase_mark(annotation.text, phases);
      at->second = mark.recognised || mark.other_words == 0 || annotation.text.starts_with("Sleep stage") ||
                   is_marked(annotation.text, marks, phases);
    }
    if (!at->second) found.push_back(stretch);
  }
  return found;
}

void tell_unknown(std::vector<Interval> stretches, Doubts& doubts) {
  if (stretches.empty()) return;
  const std::size_t count = stretches.size();
  const std::vector<Interval> together = united(std::move(stretches));
  double all_s = 0;
  for (const Interval& one : together) all_s += one.duration_s();
  doubts.add(
      "N_MARKS_LASTING",
      words::say<"timeline.lasting">(
          {{"count", count}, {"time", told_time(all_s)}, {"first", told_time(together.front().start_s)}}),
      Severity::note);
}

void offer_marks(std::span<const double> at_s, Doubts& doubts) {
  words::Value::List times;
  for (const double one_s : at_s) times.push_back(told_time(one_s));
  doubts.add("N_MARKS_UNKNOWN",
             words::say<"timeline.marks">({{"marks", at_s.size()}, {"times", std::move(times)}}),
             Severity::note);
}

void offer(std::span<const StatusCode> codes, Doubts& doubts) {
  words::Value::List told;
  for (const StatusCode& one : codes)
    told.push_back(words::say<"timeline.code">(
        {{"code", words::as_is(std::to_string(one.code))}, {"at", told_time(one.onset_s)}}));
  doubts.add("N_STATUS_CODES", words::say<"timeline.codes">({{"codes", std::move(told)}}), Severity::note);
}

}  // namespace

RecordedPhases find_recorded_phases(std::span<const Annotation> as_written,
                                    std::span<const TriggerEvent> as_read, double end_s,
                                    const PhaseSettings& phases, const MarkSettings& marks) {
  const std::vector<Annotation> worded = with_edges_in_words(as_written, phases);
  const std::span<const Annotation> annotations = worded;
  constexpr std::size_t most_phases = 100;
  RecordedPhases found;
  Doubts doubts;
  const std::vector<TriggerEvent> events = without_open_lines(as_read);
  std::vector<Annotation> all = with_named_codes(annotations, events, phases);
  const bool had_open_lines = !events.empty() && events.front().code != as_read.front().code;
  if (had_open_lines) all = with_named_codes(all, as_read, phases);  // rules may name them too
  found.phases = find_phases(all, end_s, phases);
  if (found.phases.size() > most_phases) {
    doubts.add("W_PHASES_MANY",
               words::say<"timeline.phases_many">({{"phases", found.phases.size()}, {"most", most_phases}}));
    found.phases.clear();
  } else if (!found.phases.empty()) {
    const std::vector<double> unknown_s = unknown_marks(annotations, phases, marks);
    found.phases = find_phases(all, end_s, phases, unknown_s);
    doubt_ends(found.phases, unknown_s, doubts);
    doubt_lengths(all, end_s, phases, doubts);
    doubt_overlaps(found.phases, phases, doubts);
    tell_reunions(found.phases, phases, doubts);
  } else if (const auto offered = codes_of_parts(events, phases); !offered.empty()) {
    for (const TriggerEvent& event : offered) found.codes.push_back({seconds(event.onset), event.code});
    offer(found.codes, doubts);
  } else if (const auto at_s = possible_parts(annotations, phases, marks); !at_s.empty()) {
    offer_marks(at_s, doubts);
  }
  tell_unknown(unknown_stretches(annotations, end_s, phases, marks), doubts);
  found.diagnostics = std::move(doubts).list();
  return found;
}

}  // namespace attune::edf
