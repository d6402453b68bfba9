// Parts of the protocol from annotation texts: "Baseline", "SF start" … "SF end", "free play" with a
// duration. Spellings are those of still-face (Tronick 1978; Mesman et al. 2009) and stranger studies. The
// table is data, so that a site can write its own.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/interval.hpp"
#include "edf/recording.hpp"

namespace attune::edf {

/// One spelling: words in lower case, single blanks between them, digits apart from letters ("sf", "free
/// play").
struct PhaseRule {
  std::string words;
  PhaseKind kind = PhaseKind::other;

  static constexpr const char* type_name = "PhaseRule";
  static constexpr auto fields() {
    return std::array{field<&PhaseRule::words>("words"), field<&PhaseRule::kind>("kind")};
  }
};

std::vector<PhaseRule> default_phase_rules();

struct PhaseSettings {
  std::vector<PhaseRule> rules = default_phase_rules();
  std::vector<std::string> start_words{"start", "starts", "started",  "begin",  "begins", "onset",
                                       "on",    "debut",  "commence", "beginn", "anfang", "inicio"};
  std::vector<std::string> end_words{
      "end",     "ends",  "ended",      "stop",        "stops",   "finish",    "finished",  "offset",
      "off",     "over",  "done",       "fin",         "fini",    "finie",     "termine",   "terminee",
      "arret",   "ende",  "beendet",    "vorbei",      "stopped", "voruber",   "aufgehort", "terminado",
      "aborted", "abort", "terminated", "abgebrochen", "abbruch", "interrompu"};
  int most_other_words = 2;
  double shortest_s = 1;
  int most_repeats = 2;
  int most_codes = 20;

  static constexpr const char* type_name = "PhaseSettings";
  static constexpr auto fields() {
    return std::array{
        field<&PhaseSettings::rules>("rules", up_to(1000), from("spellings_of_the_paradigms")),
        field<&PhaseSettings::start_words>("start_words", up_to(100)),
        field<&PhaseSettings::end_words>("end_words", up_to(100)),
        field<&PhaseSettings::most_other_words>("most_other_words", between(0, 100)),
        field<&PhaseSettings::shortest_s>("shortest_s", between(0, 3600), from("event_marks_of_0_to_1_ms")),
        field<&PhaseSettings::most_repeats>("most_repeats", between(0, 1000),
                                            from("part_repeated_once_at_most")),
        field<&PhaseSettings::most_codes>("most_codes", between(0, 1000),
                                          from("more_are_triggers_of_trials"))};
  }
};

/// What one annotation text says.
struct PhaseMark {
  PhaseKind kind = PhaseKind::other;
  bool recognised = false;
  bool ends = false;     ///< an end mark; without `recognised` it ends whatever goes on
  bool unknown = false;  ///< a short text of no known meaning: a mark, no remark
  int other_words = 0;   ///< beside those of a rule and those that go with it
  std::string name;      ///< the text without its start or end word
};
PhaseMark read_phase_mark(std::string_view text, const PhaseSettings& settings = {});

/// Whether a phase's name holds nothing but the words of the default rules and those that go with them: such
/// a name cannot name a person.
bool is_plain_phase_name(std::string_view name);

/// Phases in order of time. One with a duration lasts that long; one without lasts to its end mark, to the
/// next phase, or to `end_s`, the end of the recording. Rest after a task that itself followed rest is
/// recovery, and play right after a still-face that itself followed play is the reunion where none is named. Repeated marks
/// of the same phase are one phase. `ends_s`, by time: a phase without duration ends there,
/// whatever goes on.
std::vector<Phase> find_phases(std::span<const Annotation> annotations, double end_s,
                               const PhaseSettings& settings = {}, std::span<const double> ends_s = {});

}  // namespace attune::edf
