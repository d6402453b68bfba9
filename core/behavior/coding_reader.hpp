// From a coding table, or the recording's annotations, to one infant's states and phases: who and which tier
// is meant, which code means which state, which codes are phases of the procedure.
//
// | code                                   | becomes                                             |
// |----------------------------------------|-----------------------------------------------------|
// | has a rule (settings)                  | that state, unscorable time, or nothing             |
// | names a phase ("SF", "free play 2")    | a phase of the procedure, unless it is the mother's |
// | is of a tier or subject named phase …  | likewise, also under another name                   |
// | is among the options' phase codes      | likewise                                            |
// | any other                              | a state of its own name, which a note says          |
//
// Errors: those of behavior/code_table.hpp and of behavior/coding.hpp; E_CODE_OBSERVATION, E_CODE_SUBJECT,
// E_CODE_TIER (several, and none was chosen, or there is none of that name), E_CODE_UNFINISHED (with line and
// time), E_CODE_PHASES (phases overlap), E_CODE_PHASE_CODES (codes that last through others: are they phases?),
// E_CODE_EMPTY (no states are left).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "behavior/code_table.hpp"
#include "behavior/coding.hpp"
#include "behavior/coding_settings.hpp"
#include "edf/phases.hpp"
#include "edf/recording.hpp"

namespace attune::behavior {

Result<Coding> read_coding(std::string_view text, const CodingOptions& options,
                           const CodingSettings& settings, const edf::PhaseSettings& phases);

/// The second coder's coding: what their own choice says, and where they made none, the first coder's. It stands in a
/// table of its own, or in the first one's. `first`: what was read of the first, null if nothing was. E_CODE_SAME: it is
/// the first coding again, whose agreement with itself would say nothing.
Result<Coding> read_second_coding(std::string_view text, const Coding* first, const CodingOptions& options,
                                  const CodingSettings& settings, const edf::PhaseSettings& phases);

/// Whether an error says that a choice is to be made; its text then names what the table holds.
bool asks_for_choice(const Error& error);

/// The states among annotations: those with a rule that have a duration, or a start and an end mark ("protest
/// start", "protest end"). No states: no annotation has one.
Result<Coding> annotated_coding(std::span<const edf::Annotation> annotations, const CodingSettings& settings,
                                const edf::PhaseSettings& phases);

/// One code of a table, and what it is taken for.
struct FoundCode {
  std::string code;
  std::string tier;
  std::string taken_as;
  int count = 0;
  double seconds = 0;

  static constexpr const char* type_name = "FoundCode";
  static constexpr auto fields() {
    return std::array{
        field<&FoundCode::code>("code", "As in the table."),
        field<&FoundCode::tier>("tier", "Its tier or column, if there are several."),
        field<&FoundCode::taken_as>(
            "taken_as",
            "The state it becomes; \"phase\", \"unscorable\" or \"ignore\"; its own name if it has no rule."),
        field<&FoundCode::count>("count", "How often it is there."),
        field<&FoundCode::seconds>("seconds", "How long in all; 0: points.")};
  }
};

/// What a table holds, to choose from.
struct CodingContents {
  words::Text format;
  std::vector<std::string> observations, subjects, tiers, code_columns;
  std::vector<FoundCode> codes;

  static constexpr const char* type_name = "CodingContents";
  static constexpr auto fields() {
    using C = CodingContents;
    return std::array{field<&C::format>("format", "What the table was read as."),
                      field<&C::observations>("observations", "Observations; empty names are left out."),
                      field<&C::subjects>("subjects", "Subjects or participants."),
                      field<&C::tiers>("tiers", "Tiers or columns."),
                      field<&C::code_columns>("code_columns", "Codes of a Datavyu column."),
                      field<&C::codes>("codes", "Every code of the chosen subject and tier.")};
  }
};

/// Errors: those of reading only; what is still to be chosen is listed.
Result<CodingContents> coding_contents(std::string_view text, const CodingOptions& options,
                                       const CodingSettings& settings, const edf::PhaseSettings& phases);

}  // namespace attune::behavior
