// Which events of a table are the infant's, and what each means: the decisions behind
// behavior/coding_reader.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "behavior/coding_reader.hpp"

namespace attune::behavior {

/// The options that are left of the first coder's and the second's own for the second coder's table.
CodingOptions options_of_second(const CodeTable& table, const CodingOptions& options);

/// The options without choices that the table does not have.
CodingOptions known_choices(const CodeTable& table, const CodingOptions& options);

/// What one event means.
struct CodeMeaning {
  enum class Kind { state, ignored, phase };
  Kind kind = Kind::state;
  std::string code;   ///< its name; that of its tier where it has none
  std::string state;  ///< the state it becomes
  bool has_rule = false;
};
CodeMeaning meaning_of(const CodeEvent& event, const CodingOptions& options, const CodingSettings& settings,
                       const edf::PhaseSettings& phases);

/// The phase that a code is by the options; none if they do not name it.
const PhaseCode* phase_code(const std::string& code, const CodingOptions& options);

/// The state of a code by the settings' rules; none if it has no rule.
std::optional<std::string> rule_for(const std::string& code, const CodingSettings& settings);

/// "protest start" → protest, which starts.
struct AnnotatedMark {
  std::string code;
  bool starts = false, ends = false;
};
AnnotatedMark annotated_mark(const std::string& text, const edf::PhaseSettings& phases);

/// Whether an event is of the subject and a tier that the options name; empty options take all.
bool is_chosen(const CodeEvent& event, const CodingOptions& options);

/// Observations, subjects, tiers and codes there are to choose from.
CodingContents choices_of(const CodeTable& table);

struct ChosenEvent {
  const CodeEvent* event = nullptr;
  CodeMeaning meaning;
};
struct ChosenEvents {
  std::vector<ChosenEvent> infant;
  std::vector<const CodeEvent*> phases;
  CodingPlace place;                   ///< what was chosen, or taken as the only one
  std::vector<std::string> missing;    ///< codes that say that nothing was coded: NA, -99
  std::vector<std::string> no_phases;  ///< codes that name a phase, of someone else than the infant
};

/// The infant's events and the phases of one observation. A code that names a phase is one if it is coded for nobody,
/// for a "phase" or for the infant; if there is none of these, also for a name that says nothing and has no other codes. What a mother does
/// during the still-face is no phase. Errors: E_CODE_OBSERVATION, E_CODE_SUBJECT, E_CODE_TIER, with names and option.
Result<ChosenEvents> choose_events(const CodeTable& table, const CodingOptions& options,
                                   const CodingSettings& settings, const edf::PhaseSettings& phases);

}  // namespace attune::behavior
