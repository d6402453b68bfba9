#include "behavior/code_choice.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/csv.hpp"
#include "base/name_list.hpp"
#include "tables/missing.hpp"
#include "words/ids/codings.hpp"
#include "words/ids/imports.hpp"
#include "words/say.hpp"

namespace attune::behavior {
namespace {

/// A name for comparing codes: "Social_Positive" is "social positive".
std::string code_key(std::string_view code) {
  std::string key = plain_name(code);
  std::erase(key, ' ');
  return key;
}

/// Whether a name begins with one of the words.
bool begins_with_word(const std::string& name, std::span<const std::string_view> words) {
  const std::string spaced = plain_name(name) + " ";
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return spaced.starts_with(std::string(word) + " "); });
}

/// A tier or a subject that stands for the procedure.
bool names_phases(const std::string& name) {
  constexpr std::array<std::string_view, 14> words{
      "phase",      "phases",   "episode", "episodes", "condition", "conditions", "procedure",
      "procedures", "paradigm", "task",    "épisode",  "épisodes",  "procédure",  "phasen"};
  return begins_with_word(name, words);
}

/// Names under which an infant is usually coded.
bool names_infant(const std::string& name) {
  constexpr std::array<std::string_view, 13> words{"infant",      "infants",  "baby", "child",  "toddler",
                                                   "icep infant", "bébé",     "bebe", "enfant", "nourrisson",
                                                   "kind",        "säugling", "bebé"};
  return begins_with_word(name, words);
}

/// Names of someone else than the infant.
bool names_another(const std::string& name) {
  constexpr std::array<std::string_view, 24> words{
      "mother", "mom",    "mum",       "mommy", "mummy",        "mama",     "maman",    "mère",
      "mutter", "madre",  "father",    "dad",   "daddy",        "papa",     "père",     "vater",
      "padre",  "parent", "caregiver", "adult", "experimenter", "examiner", "stranger", "partner"};
  return holds_word(name, words) && !names_infant(name);
}

/// BORIS's word for nobody in particular is as good as no name.
bool names_nobody(const std::string& name) {
  const std::string plain = plain_name(name);
  return plain.empty() || plain == "no focal subject";
}

bool same_name(const std::string& a, const std::string& b) {
  return plain_name(a) == plain_name(b);
}

bool has_name(const std::vector<std::string>& names, const std::string& name) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& one) { return same_name(one, name); });
}

void add_once(NameList& names, const std::string& name) {
  if (!name.empty()) names.place_of(name);
}

using Name = std::string CodeEvent::*;

/// The different names that events have, without empty ones; of several spellings the first.
std::vector<std::string> names_among(const std::vector<ChosenEvent>& events, Name name) {
  NameList plain;
  std::vector<std::string> names;
  for (const ChosenEvent& one : events) {
    const std::string key = plain_name(one.event->*name);
    if (key.empty() || plain.find(key)) continue;
    plain.place_of(key);
    names.push_back(one.event->*name);
  }
  return names;
}

/// Names as they stand in the table, in quotes; a long list breaks off.
words::Value quoted(const std::vector<std::string>& names) {
  constexpr std::size_t most = 12;
  words::Value::List list;
  for (std::size_t i = 0; i < names.size() && i < most; ++i)
    list.push_back(words::say<"codings.quoted">({{"name", words::as_is(names[i])}}));
  if (names.size() > most) list.push_back(words::as_is("…"));
  return list;
}

/// What is chosen by an option, and its messages: several and none was chosen; none of that name.
struct Choice {
  const char* code;
  words::Said (*several)(const std::vector<std::string>& names);
  words::Said (*none)(const std::vector<std::string>& names);
  const char* option = nullptr;  ///< by which someone else than the infant is chosen
};

constexpr Choice of_observation{
    "E_CODE_OBSERVATION",
    [](const std::vector<std::string>& names) {
      return words::say<"codings.several_observations">(
          {{"n", static_cast<int>(names.size())}, {"names", quoted(names)}});
    },
    [](const std::vector<std::string>& names) {
      return words::say<"codings.no_such_observation">({{"names", quoted(names)}});
    }};
constexpr Choice of_subject{"E_CODE_SUBJECT",
                            [](const std::vector<std::string>& names) {
                              return words::say<"codings.several_subjects">(
                                  {{"n", static_cast<int>(names.size())}, {"names", quoted(names)}});
                            },
                            [](const std::vector<std::string>& names) {
                              return words::say<"codings.no_such_subject">({{"names", quoted(names)}});
                            },
                            "--subject"};
constexpr Choice of_tier{"E_CODE_TIER",
                         [](const std::vector<std::string>& names) {
                           return words::say<"codings.several_tiers">(
                               {{"n", static_cast<int>(names.size())}, {"names", quoted(names)}});
                         },
                         [](const std::vector<std::string>& names) {
                           return words::say<"codings.no_such_tier">({{"names", quoted(names)}});
                         },
                         "--tier"};

/// The name to be taken where none was chosen: the only one, else the only one that an infant is usually
/// coded under; empty where events have no names.
Result<std::string> only_name(const std::vector<std::string>& names, const Choice& choice) {
  if (names.empty()) return std::string();
  if (names.size() == 1 && choice.option && names_another(names.front()))
    return Error{choice.code,
                 words::say<"imports.only_another">(
                     {{"name", quoted(names)}, {"option", words::as_is(choice.option)}}),
                 ""};
  if (names.size() == 1) return names.front();
  std::vector<std::string> infants;
  for (const std::string& name : names)
    if (names_infant(name)) infants.push_back(name);
  if (infants.size() == 1) return infants.front();
  return Error{choice.code, choice.several(names), ""};
}

/// Keeps the events of one name, or of those wanted, and gives these names.
Result<std::vector<std::string>> keep(std::vector<ChosenEvent>& events, Name name,
                                      const std::vector<std::string>& wanted, const Choice& choice) {
  std::vector<std::string> names = wanted;
  const std::vector<std::string> there = names_among(events, name);
  const auto is_unnamed = [&](const ChosenEvent& one) { return plain_name(one.event->*name).empty(); };
  const bool others_alone = !there.empty() && std::all_of(there.begin(), there.end(), names_another);
  if (names.empty() && others_alone && std::any_of(events.begin(), events.end(), is_unnamed)) {
    std::erase_if(events,
                  [&](const ChosenEvent& one) { return !is_unnamed(one); });  // the mother alone is named
    return names;
  }
  if (names.empty()) {
    const auto only = only_name(there, choice);
    if (!only) return only.error();
    if (only->empty()) return names;
    names = {*only};
  }
  const std::size_t before = events.size();
  std::erase_if(events, [&](const ChosenEvent& one) { return !has_name(names, one.event->*name); });
  if (before > 0 && events.empty()) return Error{choice.code, choice.none(there), ""};
  return names;
}

std::vector<std::string> one_or_none(const std::string& name) {
  return name.empty() ? std::vector<std::string>{} : std::vector<std::string>{name};
}

/// The observation that is read; empty where events have none.
Result<std::string> choose_observation(const CodeTable& table, const CodingOptions& options) {
  NameList found;
  for (const CodeEvent& event : table.events) add_once(found, event.observation);
  const std::vector<std::string> names = found.take();
  if (options.observation.empty()) {
    if (names.size() > 1) return Error{of_observation.code, of_observation.several(names), ""};
    return names.empty() ? std::string() : names.front();
  }
  const auto is_wanted = [&](const std::string& name) { return same_name(name, options.observation); };
  if (std::find(names.begin(), names.end(), options.observation) != names.end()) return options.observation;
  if (std::count_if(names.begin(), names.end(), is_wanted) == 1)
    return *std::find_if(names.begin(), names.end(), is_wanted);
  return Error{of_observation.code, of_observation.none(names), ""};
}

/// Who a code that names a phase speaks of, the surest first.
enum class PhaseOf { procedure, unknown, chosen_other, another };

PhaseOf phase_of(const std::string& name, const std::vector<std::string>& chosen) {
  if (names_nobody(name) || names_phases(name)) return PhaseOf::procedure;
  if (names_another(name)) return has_name(chosen, name) ? PhaseOf::chosen_other : PhaseOf::another;
  return has_name(chosen, name) ? PhaseOf::procedure : PhaseOf::unknown;
}

/// Who codes are of: their subject and their tier.
using Source = std::pair<std::string, std::string>;

Source source_of(const CodeEvent& event) {
  return {event.subject, event.tier};
}

PhaseOf phase_of(const CodeEvent& event, const CodingPlace& place) {
  if (names_phases(event.subject) || names_phases(event.tier)) return PhaseOf::procedure;
  return std::max(phase_of(event.subject, place.subjects), phase_of(event.tier, place.tiers));
}

/// Takes those of the candidates that are the procedure's phases. `mixed`: whose codes are not phases alone; "toy" beside
/// other things looked at is no phase.
void choose_phases(const std::vector<ChosenEvent>& candidates, const std::set<Source>& mixed,
                   const CodingOptions& options, ChosenEvents& chosen) {
  PhaseOf surest = PhaseOf::another;
  const auto of = [&](const CodeEvent& event) {
    // Whoever it is coded for: it was said to be one.
    if (phase_code(event.code, options)) return PhaseOf::procedure;
    const PhaseOf found = phase_of(event, chosen.place);
    return found == PhaseOf::unknown && mixed.contains(source_of(event)) ? PhaseOf::another : found;
  };
  for (const ChosenEvent& one : candidates) surest = std::min(surest, of(*one.event));
  NameList left_out;
  for (const ChosenEvent& one : candidates) {
    const PhaseOf found = of(*one.event);
    if (found == surest && found != PhaseOf::another)
      chosen.phases.push_back(one.event);
    else if (found == PhaseOf::chosen_other)
      chosen.infant.push_back(
          {one.event, {CodeMeaning::Kind::state, one.meaning.code, one.meaning.code, false}});
    else
      left_out.place_of(one.meaning.code);
  }
  chosen.no_phases = left_out.take();
}

bool has_events_of(const CodeTable& table, Name name, const std::string& wanted) {
  return std::any_of(table.events.begin(), table.events.end(),
                     [&](const CodeEvent& event) { return same_name(event.*name, wanted); });
}

/// Codes that say that nothing was coded: NA, a point, -99; among codes that are numbers also those that lie beyond them.
std::set<std::string> missing_codes_of(const CodeTable& table) {
  std::set<std::string> codes, missing;
  for (const CodeEvent& event : table.events) codes.insert(event.code);
  codes.erase("");
  bool small_numbers = true;  // codes of a few states are numbers of two digits at most
  for (const std::string& code : codes) {
    const auto value = decimal_number(code);
    if (tables::says_missing(code) || (value && *value < 0 && tables::is_missing_code(*value)))
      missing.insert(code);
  }
  for (const std::string& code : codes) {
    const auto value = decimal_number(code);
    small_numbers = small_numbers && (!value || *value < 50 || tables::is_missing_code(*value));
  }
  const bool any_small = std::any_of(codes.begin(), codes.end(), [](const std::string& code) {
    const auto value = decimal_number(code);
    return value && *value >= 0 && *value < 50;
  });
  // Beside codes that are words, the only numbers; or beside small ones.
  const bool all_missing = std::all_of(codes.begin(), codes.end(), [](const std::string& code) {
    const auto value = decimal_number(code);
    return !value || tables::is_missing_code(*value);
  });
  const bool any_word =
      std::any_of(codes.begin(), codes.end(), [](const std::string& code) { return !decimal_number(code); });
  for (const std::string& code : codes)
    if (const auto value = decimal_number(code);
        small_numbers && (any_small || (all_missing && any_word)) && value && tables::is_missing_code(*value))
      missing.insert(code);
  return missing;
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

const PhaseCode* phase_code(const std::string& code, const CodingOptions& options) {
  const std::string key = code_key(code);
  for (const PhaseCode& one : options.phase_codes)
    if (code_key(one.code) == key) return &one;
  return nullptr;
}

CodingOptions known_choices(const CodeTable& table, const CodingOptions& options) {
  CodingOptions known = options;
  if (!has_events_of(table, &CodeEvent::observation, options.observation)) known.observation.clear();
  if (!has_events_of(table, &CodeEvent::subject, options.subject)) known.subject.clear();
  std::erase_if(known.tiers,
                [&](const std::string& tier) { return !has_events_of(table, &CodeEvent::tier, tier); });
  return known;
}

CodingOptions options_of_second(const CodeTable& table, const CodingOptions& options) {
  CodingOptions second = known_choices(table, options);
  if (!options.second.observation.empty()) second.observation = options.second.observation;
  if (!options.second.subject.empty()) second.subject = options.second.subject;
  if (!options.second.tiers.empty()) second.tiers = options.second.tiers;
  return second;
}

CodeMeaning meaning_of(const CodeEvent& event, const CodingOptions& options, const CodingSettings& settings,
                       const edf::PhaseSettings& phases) {
  CodeMeaning meaning;
  meaning.code = event.code.empty() ? event.tier : event.code;
  meaning.state = meaning.code;
  if (names_phases(event.tier) || names_phases(event.subject) || phase_code(meaning.code, options)) {
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
  // "withdrawn in play", coded of the infant, is what the infant does.
  const bool is_infants = names_infant(event.tier) || names_infant(event.subject);
  if (mark.recognised && (mark.other_words == 0 || !is_infants)) meaning.kind = CodeMeaning::Kind::phase;
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
  return options.tiers.empty() || has_name(options.tiers, event.tier);
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
  chosen.place.observation = *observation;
  std::vector<ChosenEvent> candidates;
  const std::set<std::string> nothing_coded = missing_codes_of(table);
  std::map<std::tuple<std::string, std::string, std::string>, CodeMeaning> meanings;  // few codes, many lines
  std::set<std::string> tiers_with_codes;
  for (const CodeEvent& event : table.events)
    if (!event.code.empty()) tiers_with_codes.insert(event.tier);
  for (const CodeEvent& event : table.events) {
    if (event.observation != *observation) continue;
    if (event.code.empty() && tiers_with_codes.contains(event.tier)) {
      if (!event.tier.empty() && is_chosen(event, options)) chosen.missing.emplace_back();
      continue;
    }
    const auto [known, is_new] = meanings.try_emplace({event.code, event.tier, event.subject});
    if (is_new) known->second = meaning_of(event, options, settings, phases);
    const CodeMeaning& meaning = known->second;
    if (meaning.code.empty()) continue;  // an empty cell of a spreadsheet
    if (!meaning.has_rule && nothing_coded.contains(meaning.code)) {
      if (is_chosen(event, options)) chosen.missing.push_back(meaning.code);
      continue;
    }
    (meaning.kind == CodeMeaning::Kind::phase ? candidates : chosen.infant).push_back({&event, meaning});
  }
  std::set<Source> mixed;
  for (const ChosenEvent& one : chosen.infant) mixed.insert(source_of(*one.event));
  auto subjects = keep(chosen.infant, &CodeEvent::subject, one_or_none(options.subject), of_subject);
  if (!subjects) return subjects.error();
  chosen.place.subjects = std::move(*subjects);
  auto tiers = keep(chosen.infant, &CodeEvent::tier, options.tiers, of_tier);
  if (!tiers) return tiers.error();
  chosen.place.tiers = std::move(*tiers);
  choose_phases(candidates, mixed, options, chosen);
  return chosen;
}

}  // namespace attune::behavior
