#include "behavior/code_choice.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/csv.hpp"
#include "base/name_list.hpp"

namespace attune::behavior {
namespace {

/// A name for comparing codes: "Social_Positive" is "social positive".
std::string code_key(std::string_view code) {
  std::string key = plain_name(code);
  std::erase(key, ' ');
  return key;
}

template <std::size_t N>
bool begins_with_any(const std::string& name, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return name == word || name.starts_with(std::string(word) + " ");
  });
}

bool is_phase_tier(const std::string& tier) {
  constexpr std::array<std::string_view, 9> words{
      "phase", "phases", "episode", "episodes", "condition", "conditions", "procedure", "paradigm", "task"};
  return begins_with_any(plain_name(tier), words);
}

/// Names under which an infant is usually coded.
bool names_infant(const std::string& name) {
  constexpr std::array<std::string_view, 6> words{"infant", "infants", "baby",
                                                  "child",  "toddler", "icep infant"};
  return begins_with_any(plain_name(name), words);
}

void add_once(NameList& names, const std::string& name) {
  if (!name.empty()) names.place_of(name);
}

using Name = std::string CodeEvent::*;

/// The different names that events have, without empty ones.
std::vector<std::string> names_among(const std::vector<ChosenEvent>& events, Name name) {
  NameList names;
  for (const ChosenEvent& one : events) add_once(names, one.event->*name);
  return names.names();
}

/// What a choice is called in its messages.
struct Choice {
  const char* code;
  const char* many;
  const char* one;
};

/// The name to be taken where none was chosen: the only one, else the only one that an infant is usually
/// coded under; empty where events have no names.
Result<std::string> only_name(const std::vector<std::string>& names, const Choice& choice) {
  if (names.empty()) return std::string();
  if (names.size() == 1) return names.front();
  std::vector<std::string> infants;
  for (const std::string& name : names)
    if (names_infant(name)) infants.push_back(name);
  if (infants.size() == 1) return infants.front();
  return Error{
      choice.code,
      "The table holds " + std::to_string(names.size()) + " " + choice.many + "; choose " + choice.one + ".",
      ""};
}

bool same_name(const std::string& a, const std::string& b) {
  return plain_name(a) == plain_name(b);
}

/// Keeps the events of one name.
Status keep(std::vector<ChosenEvent>& events, Name name, const std::vector<std::string>& wanted,
            const Choice& choice) {
  std::vector<std::string> names = wanted;
  if (names.empty()) {
    const auto only = only_name(names_among(events, name), choice);
    if (!only) return only.error();
    if (only->empty()) return success();
    names = {*only};
  }
  const std::size_t before = events.size();
  std::erase_if(events, [&](const ChosenEvent& one) {
    return std::none_of(names.begin(), names.end(),
                        [&](const std::string& n) { return same_name(n, one.event->*name); });
  });
  if (before > 0 && events.empty())
    return Error{choice.code, "The table has none of the " + std::string(choice.many) + " that were chosen.",
                 ""};
  return success();
}

std::vector<std::string> one_or_none(const std::string& name) {
  return name.empty() ? std::vector<std::string>{} : std::vector<std::string>{name};
}

/// The observation that is read; empty where events have none.
Result<std::string> choose_observation(const CodeTable& table, const CodingOptions& options) {
  NameList names;
  for (const CodeEvent& event : table.events) add_once(names, event.observation);
  if (options.observation.empty()) {
    if (names.size() > 1)
      return Error{"E_CODE_OBSERVATION",
                   "The table holds " + std::to_string(names.size()) + " observations; choose this visit's.",
                   ""};
    return names.size() == 0 ? std::string() : names.names().front();
  }
  if (!names.find(options.observation))
    return Error{"E_CODE_OBSERVATION", "The table has no observation of that name.", ""};
  return options.observation;
}

}  // namespace

std::optional<std::string> rule_for(const std::string& code, const CodingSettings& settings) {
  const std::string key = code_key(code);
  for (const StateRule& rule : settings.states)
    if (code_key(rule.code) == key) return rule.state;
  for (const StateRule& rule : settings.states)
    if (code_key(rule.state) == key) return rule.state;
  return std::nullopt;
}

CodeMeaning meaning_of(const CodeEvent& event, const CodingSettings& settings,
                       const edf::PhaseSettings& phases) {
  CodeMeaning meaning;
  meaning.code = event.code.empty() ? event.tier : event.code;
  meaning.state = meaning.code;
  if (is_phase_tier(event.tier)) {
    meaning.kind = CodeMeaning::Kind::phase;
    return meaning;
  }
  if (const auto state = rule_for(meaning.code, settings)) {
    meaning.has_rule = true;
    meaning.state = *state;
    if (*state == ignored_code) meaning.kind = CodeMeaning::Kind::ignored;
    return meaning;
  }
  const edf::PhaseMark mark = edf::read_phase_mark(meaning.code, phases);
  if (mark.recognised) meaning.kind = CodeMeaning::Kind::phase;
  return meaning;
}

AnnotatedMark annotated_mark(const std::string& text, const edf::PhaseSettings& phases) {
  AnnotatedMark mark;
  std::string name = plain_name(text);
  const std::size_t blank = name.rfind(' ');
  mark.code = name;
  if (blank == std::string::npos) return mark;
  const std::string last = name.substr(blank + 1);
  const auto among = [&](const std::vector<std::string>& words) {
    return std::find(words.begin(), words.end(), last) != words.end();
  };
  mark.starts = among(phases.start_words);
  mark.ends = among(phases.end_words);
  if (mark.starts || mark.ends) mark.code = name.substr(0, blank);
  return mark;
}

bool is_chosen(const CodeEvent& event, const CodingOptions& options) {
  if (!options.subject.empty() && !same_name(event.subject, options.subject)) return false;
  return options.tiers.empty() ||
         std::any_of(options.tiers.begin(), options.tiers.end(),
                     [&](const std::string& tier) { return same_name(event.tier, tier); });
}

CodingContents choices_of(const CodeTable& table) {
  CodingContents contents;
  contents.format = table.format;
  contents.code_columns = table.code_columns;
  NameList observations, subjects, tiers;
  for (const CodeEvent& event : table.events) {
    add_once(observations, event.observation);
    add_once(subjects, event.subject);
    add_once(tiers, event.tier);
  }
  contents.observations = observations.names();
  contents.subjects = subjects.names();
  contents.tiers = tiers.names();
  return contents;
}

Result<ChosenEvents> choose_events(const CodeTable& table, const CodingOptions& options,
                                   const CodingSettings& settings, const edf::PhaseSettings& phases) {
  const auto observation = choose_observation(table, options);
  if (!observation) return observation.error();
  ChosenEvents chosen;
  chosen.infant.reserve(table.events.size());
  std::map<std::pair<std::string, std::string>, CodeMeaning> meanings;  // few codes stand in many lines
  for (const CodeEvent& event : table.events) {
    if (event.observation != *observation) continue;
    const auto [known, is_new] = meanings.try_emplace({event.code, event.tier});
    if (is_new) known->second = meaning_of(event, settings, phases);
    CodeMeaning meaning = known->second;
    if (meaning.code.empty()) continue;  // an empty cell of a spreadsheet
    if (meaning.kind == CodeMeaning::Kind::phase)
      chosen.phases.push_back(&event);
    else
      chosen.infant.push_back({&event, std::move(meaning)});
  }
  const Choice subject{"E_CODE_SUBJECT", "subjects", "the infant's"};
  const Choice tier{"E_CODE_TIER", "tiers or columns", "the one with the infant's states"};
  if (const Status kept = keep(chosen.infant, &CodeEvent::subject, one_or_none(options.subject), subject);
      !kept)
    return kept.error();
  if (const Status kept = keep(chosen.infant, &CodeEvent::tier, options.tiers, tier); !kept)
    return kept.error();
  return chosen;
}

}  // namespace attune::behavior
