#include "behavior/coding_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "base/csv.hpp"
#include "base/name_list.hpp"
#include "base/sort_by.hpp"
#include "behavior/code_choice.hpp"
#include "behavior/code_doubts.hpp"
#include "behavior/code_readers.hpp"
#include "words/ids/codings.hpp"
#include "words/ids/imports.hpp"
#include "words/say.hpp"

namespace attune::behavior {
namespace {

/// Codes that were taken under their own names, and points: all, and those that name a state. Codes and phases that were
/// cut where the next began.
struct Notes {
  std::set<std::string> own_names, state_points;
  NameList points;
  int clipped = 0;
};

words::Value::List listed(const std::set<std::string>& names) {
  words::Value::List list;
  for (const std::string& name : names) list.emplace_back(words::as_is(name));
  return list;
}

void add_point(Coding& coding, Notes& notes, const std::string& code, double time_s) {
  const std::size_t place = notes.points.place_of(code);
  if (place == coding.points.size()) coding.points.push_back({code, {}});
  coding.points[place].times_s.push_back(time_s);
}

/// Codes that say that nothing was coded.
void add_missing_note(Coding& coding, const std::vector<std::string>& missing) {
  if (missing.empty()) return;
  words::Value::List codes;
  for (const std::string& code : std::set(missing.begin(), missing.end()))
    codes.push_back(words::say<"codings.quoted">({{"name", words::as_is(code)}}));
  coding.diagnostics.push_back(
      {"W_CODE_MISSING", Severity::warning,
       words::say<"imports.codes_missing">({{"count", missing.size()}, {"codes", std::move(codes)}}), "codes",
       ""});
}

void add_notes(Coding& coding, const Notes& notes) {
  if (!notes.own_names.empty())
    coding.diagnostics.push_back({"N_CODE_OWN_NAME", Severity::note,
                                  words::say<"codings.own_names">({{"codes", listed(notes.own_names)}}),
                                  words::say<"codings.where.codes">(), ""});
  if (notes.clipped > 0)
    coding.diagnostics.push_back({"N_CODE_CLIPPED", Severity::note,
                                  words::say<"codings.clipped">({{"n", notes.clipped}}),
                                  words::say<"codings.where.codes">(), ""});
  if (!notes.state_points.empty())
    coding.diagnostics.push_back({"W_CODE_POINT", Severity::warning,
                                  words::say<"codings.points">({{"codes", listed(notes.state_points)}}),
                                  words::say<"codings.where.codes">(), ""});
}

edf::Ticks ticks(double time_s) {
  return static_cast<edf::Ticks>(std::llround(time_s * edf::ticks_per_second));
}

/// Phases follow each other; one that ends a frame or less after the next has begun ends there.
Status order_phases(std::vector<Phase>& phases, double frame_s, int& clipped) {
  for (std::size_t i = 1; i < phases.size(); ++i) {
    const double overlap_s = phases[i - 1].end_s - phases[i].start_s;
    if (overlap_s <= rounding_s) continue;
    if (overlap_s > frame_s + rounding_s || phases[i].start_s <= phases[i - 1].start_s)
      return Error{"E_CODE_PHASES",
                   words::say<"codings.phases_overlap">({{"phase", words::as_is(phases[i].name)},
                                                         {"last", words::as_is(phases[i - 1].name)},
                                                         {"end", said_seconds(phases[i - 1].end_s)}}),
                   said_seconds(phases[i].start_s)};
    phases[i - 1].end_s = phases[i].start_s;
    ++clipped;
  }
  return success();
}

/// Phases that the coding names. Those that find_phases does not know by name keep their own, as other
/// phases.
Result<std::vector<Phase>> phases_of(std::vector<const CodeEvent*> marks, double end_s,
                                     const CodingOptions& options, const edf::PhaseSettings& settings) {
  sort_by(marks, &CodeEvent::start_s);
  // find_phases counts from the first sample; a coding may begin before its own zero.
  const double shift_s = marks.empty() ? 0 : std::min(0.0, marks.front()->start_s);
  std::vector<edf::Annotation> annotations;
  std::vector<Phase> phases;
  for (const CodeEvent* mark : marks) {
    if (mark->problem) return *mark->problem;
    const PhaseCode* named = phase_code(mark->code, options);
    const std::string& name = named && !named->phase.empty() ? named->phase : mark->code;
    const edf::PhaseMark read = edf::read_phase_mark(name, settings);
    if (read.recognised || read.ends) {
      const auto duration =
          mark->end_s ? std::optional(ticks(*mark->end_s - mark->start_s)) : std::optional<edf::Ticks>();
      annotations.push_back({ticks(mark->start_s - shift_s), duration, name, ""});
    } else if (mark->end_s) {
      phases.push_back({name, PhaseKind::other, mark->start_s, *mark->end_s});
    }
  }
  for (Phase& phase : edf::find_phases(annotations, end_s - shift_s, settings)) {
    phase.start_s += shift_s;
    phase.end_s += shift_s;
    phases.push_back(std::move(phase));
  }
  sort_by(phases, &Phase::start_s);
  return phases;
}

/// Warns of a phase that stands twice at the same times: the lines of two infants, visits or coders in one table, which no
/// column that is read tells apart.
void doubt_phases_twice(Coding& coding, const std::vector<const CodeEvent*>& marks) {
  constexpr std::size_t most = 200;  // more phases are refused
  if (marks.size() > most) return;
  const auto are_one = [](const CodeEvent& a, const CodeEvent& b) {
    return a.end_s && a.start_s == b.start_s && a.end_s == b.end_s && a.subject == b.subject &&
           a.tier == b.tier && plain_name(a.code) == plain_name(b.code);
  };
  for (std::size_t i = 0; i < marks.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      if (!are_one(*marks[i], *marks[k])) continue;
      coding.diagnostics.push_back(
          {"W_CODE_PHASE_TWICE", Severity::warning,
           words::say<"codings.phase_twice">({{"phase", words::as_is(marks[i]->code)}}),
           words::say<"codings.where.phases">(), ""});
      return;
    }
}

/// Codes that name a phase and are of someone else than the infant.
void add_phase_notes(Coding& coding, const std::vector<std::string>& no_phases) {
  if (no_phases.empty()) return;
  words::Value::List codes;
  for (const std::string& code : no_phases)
    codes.push_back(words::say<"codings.quoted">({{"name", words::as_is(code)}}));
  coding.diagnostics.push_back({"N_CODE_PHASE_OF_ANOTHER",
                                coding.phases.empty() ? Severity::warning : Severity::note,
                                words::say<"codings.phase_of_another">({{"codes", std::move(codes)}}),
                                words::say<"codings.where.codes">(), ""});
}

/// Cells with several codes, of which one is not known to be meant.
void add_several_note(Coding& coding, const CodeTable& table) {
  const std::vector<std::string>& tiers = coding.place.tiers;
  for (const SeveralCodes& several : table.several) {
    if (!tiers.empty() && std::find(tiers.begin(), tiers.end(), several.tier) == tiers.end()) continue;
    words::Value::List names;
    for (const std::string& name : several.names) names.emplace_back(words::as_is(name));
    coding.diagnostics.push_back(
        {"W_CODE_SEVERAL", Severity::warning,
         words::say<"codings.several_codes">({{"tier", words::as_is(several.tier)},
                                              {"first", words::as_is(several.names.front())},
                                              {"names", std::move(names)}}),
         words::say<"codings.where.codes">(), ""});
  }
}

/// Puts one event of the infant where it belongs.
Status take(const CodeEvent& event, const CodeMeaning& meaning, Coding& coding, Notes& notes) {
  if (meaning.kind == CodeMeaning::Kind::ignored) return success();
  if (event.problem) {
    Error problem = *event.problem;
    if (!event.problem.names_code())
      problem.message =
          words::say<"codings.of_code">({{"code", words::as_is(meaning.code)}, {"what", problem.message}});
    return problem;
  }
  if (!event.end_s) {
    add_point(coding, notes, meaning.code, event.start_s);
    if (meaning.kind == CodeMeaning::Kind::state && meaning.has_rule) notes.state_points.insert(meaning.code);
    return success();
  }
  if (!meaning.has_rule) notes.own_names.insert(meaning.code);
  coding.states.push_back({meaning.state, event.start_s, *event.end_s, event.line});
  return success();
}

/// States of their own names that last through other states, and none of which overlap each other: episodes of the
/// procedure under a name that says nothing. Empty if these are not all that overlaps.
std::vector<std::string> likely_phases(const Coding& coding, const Notes& notes) {
  const auto& codes = coding.states;
  std::vector<std::string> names;
  std::vector<Code> outer, inner;
  for (const std::string& name : notes.own_names) {
    const auto holds_another = [&](const Code& one) {
      return std::any_of(codes.begin(), codes.end(), [&](const Code& other) {
        return other.state != name && one.start_s <= other.start_s && one.end_s >= other.end_s;
      });
    };
    const auto is_of = [&](const Code& code) { return code.state == name; };
    const bool all = std::all_of(codes.begin(), codes.end(),
                                 [&](const Code& code) { return !is_of(code) || holds_another(code); });
    if (all) names.push_back(name);
  }
  for (const Code& code : codes)
    (std::find(names.begin(), names.end(), code.state) != names.end() ? outer : inner).push_back(code);
  const bool apart = ordered_codes(std::move(outer)).ok() && ordered_codes(std::move(inner)).ok();
  return apart ? names : std::vector<std::string>{};
}

/// Why the states cannot be put in order; where some look like phases, that question.
Error overlap_error(const Error& error, const Coding& coding, const Notes& notes) {
  if (error.code != "E_CODE_OVERLAP") return error;
  constexpr std::size_t most = 12, most_codes = 2000;  // every code is held against every name
  if (notes.own_names.size() > most || coding.states.size() > most_codes) return error;
  const std::vector<std::string> names = likely_phases(coding, notes);
  if (names.empty()) return error;
  words::Value::List list;
  for (const std::string& name : names)
    list.push_back(words::say<"codings.quoted">({{"name", words::as_is(name)}}));
  return {
      "E_CODE_PHASE_CODES",
      words::say<"codings.are_phases">({{"codes", std::move(list)}, {"one", words::as_is(names.front())}}),
      error.where};
}

/// A still-face coding has a handful of states and phases; what has hundreds is of something else (words, trials), and
/// every phase is summarised for every state.
Status check_size(const Coding& coding) {
  constexpr std::size_t most = 100;
  std::set<std::string> states;
  for (const Code& code : coding.states) states.insert(code.state);
  if (states.size() > most)
    return Error{"E_CODE_SIZE",
                 words::say<"codings.most_states">({{"states", states.size()}, {"most", most}}),
                 words::say<"codings.where.codes">()};
  if (coding.phases.size() > most)
    return Error{"E_CODE_SIZE",
                 words::say<"codings.most_phases">({{"phases", coding.phases.size()}, {"most", most}}),
                 words::say<"codings.where.phases">()};
  return success();
}

Result<Coding> interpret(const CodeTable& table, const CodingOptions& options, const CodingSettings& settings,
                         const edf::PhaseSettings& phase_settings) {
  const auto chosen = choose_events(table, options, settings, phase_settings);
  if (!chosen) return chosen.error();
  Coding coding;
  coding.format = table.format;
  coding.place = chosen->place;
  coding.diagnostics = table.diagnostics;
  coding.states.reserve(chosen->infant.size());
  Notes notes;
  double end_s = 0;
  for (const ChosenEvent& one : chosen->infant) {
    if (const Status status = take(*one.event, one.meaning, coding, notes); !status) return status.error();
    end_s = std::max(end_s, one.event->end_s.value_or(one.event->start_s));
  }
  for (const CodeEvent* mark : chosen->phases) end_s = std::max(end_s, mark->end_s.value_or(mark->start_s));
  auto phases = phases_of(chosen->phases, end_s, options, phase_settings);
  if (!phases) return phases.error();
  coding.phases = std::move(*phases);
  if (const Status status = order_phases(coding.phases, settings.frame_s, notes.clipped); !status)
    return status.error();
  if (coding.states.empty())
    return Error{"E_CODE_EMPTY",
                 notes.state_points.empty()
                     ? words::say<"codings.no_states">()
                     : words::say<"codings.only_points">({{"codes", listed(notes.state_points)}}),
                 ""};
  auto ordered = ordered_codes(coding.states, settings.frame_s);
  if (!ordered) return overlap_error(ordered.error(), coding, notes);
  coding.states = std::move(ordered->codes);
  notes.clipped += ordered->clipped;
  if (const Status status = check_size(coding); !status) return status.error();
  add_notes(coding, notes);
  add_several_note(coding, table);
  add_missing_note(coding, chosen->missing);
  doubt_lengths(coding);
  doubt_phases_twice(coding, chosen->phases);
  add_phase_notes(coding, chosen->no_phases);
  return coding;
}

/// The infant's events and the phases, in the order of the table; while the infant is still to be chosen, all
/// that may be either.
std::vector<const CodeEvent*> events_in_question(const CodeTable& table, const CodingOptions& options,
                                                 const CodingSettings& settings,
                                                 const edf::PhaseSettings& phases) {
  std::vector<const CodeEvent*> events;
  if (const auto chosen = choose_events(table, options, settings, phases)) {
    events = chosen->phases;
    for (const ChosenEvent& one : chosen->infant) events.push_back(one.event);
    std::sort(events.begin(), events.end());  // the table holds them side by side
    return events;
  }
  for (const CodeEvent& event : table.events) {
    if (!options.observation.empty() && event.observation != options.observation) continue;
    const bool phase = meaning_of(event, options, settings, phases).kind == CodeMeaning::Kind::phase;
    if (phase || is_chosen(event, options)) events.push_back(&event);
  }
  return events;
}

/// What is wrong with an annotation that begins or ends a state and has no other to it.
Error unfinished(words::Said message, double time_s) {
  return {"E_CODE_UNFINISHED", std::move(message),
          words::say<"codings.where.annotation">({{"time", said_seconds(time_s)}})};
}

/// Two people never begin and end every code at the same millisecond.
bool same_states(const std::vector<Code>& first, const std::vector<Code>& second) {
  return std::equal(first.begin(), first.end(), second.begin(), second.end(),
                    [](const Code& a, const Code& b) {
                      return a.state == b.state && std::abs(a.start_s - b.start_s) <= rounding_s &&
                             std::abs(a.end_s - b.end_s) <= rounding_s;
                    });
}

/// Whether two codings can be one: nothing of what both name differs.
bool may_be_same(const CodingPlace& first, const CodingPlace& second) {
  const auto apart = [](const auto& a, const auto& b) { return !a.empty() && !b.empty() && a != b; };
  const auto plain = [](const std::vector<std::string>& names) {
    std::vector<std::string> keys;
    for (const std::string& name : names) keys.push_back(plain_name(name));
    return keys;
  };
  return !apart(first.observation, second.observation) &&
         !apart(plain(first.subjects), plain(second.subjects)) &&
         !apart(plain(first.tiers), plain(second.tiers));
}

/// The table, with what is known of its codes.
Result<CodeTable> read_table(std::string_view text, const std::string& code_column,
                             const CodingSettings& settings, const edf::PhaseSettings& phases) {
  return read_code_table(text, code_column, [&](const std::string& code) {
    return rule_for(code, settings) || edf::read_phase_mark(code, phases).recognised;
  });
}

}  // namespace

Result<Coding> read_coding(std::string_view text, const CodingOptions& options,
                           const CodingSettings& settings, const edf::PhaseSettings& phases) {
  const auto table = read_table(text, options.code_column, settings, phases);
  if (!table) return table.error();
  auto coding = interpret(*table, options, settings, phases);
  if (coding) doubt_clock(*coding, options.offset_s.has_value());
  return coding;
}

Result<Coding> read_second_coding(std::string_view text, const Coding* first, const CodingOptions& options,
                                  const CodingSettings& settings, const edf::PhaseSettings& phases) {
  const std::string& own = options.second.code_column;
  auto table = read_table(text, own.empty() ? options.code_column : own, settings, phases);
  if (!table && table.error().code == "E_CODE_COLUMN" && own.empty())
    table = read_table(text, "", settings, phases);
  if (!table) return table.error();
  auto second = interpret(*table, options_of_second(*table, options), settings, phases);
  if (second && first) doubt_second_clock(*first, *second);
  if (!second || !first || !same_states(first->states, second->states)) return second;
  if (may_be_same(first->place, second->place))
    return Error{"E_CODE_SAME",
                 words::say<"codings.same_coding">({{"n", static_cast<int>(first->states.size())}}), ""};
  second->diagnostics.push_back({"W_CODE_ALIKE", Severity::warning,
                                 words::say<"codings.alike">({{"n", static_cast<int>(first->states.size())}}),
                                 words::say<"codings.where.codes">(), ""});
  return second;
}

bool asks_for_choice(const Error& error) {
  return error.code == "E_CODE_OBSERVATION" || error.code == "E_CODE_SUBJECT" || error.code == "E_CODE_TIER";
}

Result<CodingContents> coding_contents(std::string_view text, const CodingOptions& given,
                                       const CodingSettings& settings, const edf::PhaseSettings& phases) {
  const auto table = read_table(text, given.code_column, settings, phases);
  if (!table) return table.error();
  const CodingOptions options = known_choices(*table, given);
  CodingContents contents = choices_of(*table);
  std::map<std::pair<std::string, std::string>, std::size_t> places;  // of codes by tier
  for (const CodeEvent* one : events_in_question(*table, options, settings, phases)) {
    const CodeEvent& event = *one;
    const std::string& code = event.code.empty() ? event.tier : event.code;
    const auto [place, is_new] = places.try_emplace({code, event.tier}, contents.codes.size());
    if (is_new) {
      const CodeMeaning meaning = meaning_of(event, options, settings, phases);
      const bool phase = meaning.kind == CodeMeaning::Kind::phase;
      contents.codes.push_back({meaning.code, event.tier, phase ? "phase" : meaning.state, 0, 0});
    }
    FoundCode& known = contents.codes[place->second];
    ++known.count;
    if (event.end_s) known.seconds += *event.end_s - event.start_s;
  }
  return contents;
}

Result<Coding> annotated_coding(std::span<const edf::Annotation> annotations, const CodingSettings& settings,
                                const edf::PhaseSettings& phases) {
  CodeTable table{words::say<"codings.format.annotations">(), {}, {}};
  std::map<std::string, std::vector<std::size_t>> started;  // places of events by code, the last one on top
  for (const edf::Annotation& annotation : annotations) {
    const std::string text = annotation.text.substr(0, annotation.text.rfind("@@"));
    const double start_s = edf::seconds(annotation.onset);
    const bool lasts = annotation.duration && *annotation.duration > 0;
    // "protest start", "protest end": the words that mark phases mark states too.
    const AnnotatedMark mark = annotated_mark(text, phases);
    CodeEvent event;
    event.code = lasts ? text : mark.code;
    event.start_s = start_s;
    if (!rule_for(event.code, settings)) continue;
    if (lasts) {
      event.end_s = start_s + edf::seconds(*annotation.duration);
    } else if (mark.ends) {
      auto& open = started[event.code];
      if (!open.empty()) {
        table.events[open.back()].end_s = start_s;
        table.events[open.back()].problem.reset();
        open.pop_back();
        continue;
      }
      event.problem.set_with_code(
          unfinished(words::say<"codings.ends_unstarted">({{"code", words::as_is(event.code)}}), start_s));
    } else if (mark.starts) {
      event.problem.set_with_code(
          unfinished(words::say<"codings.never_ends">({{"code", words::as_is(event.code)}}), start_s));
    } else {
      continue;  // a remark at a moment
    }
    if (event.problem) started[event.code].push_back(table.events.size());
    table.events.push_back(std::move(event));
  }
  if (table.events.empty()) return Coding{};
  return interpret(table, {}, settings, phases);
}

}  // namespace attune::behavior
