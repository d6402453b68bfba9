// What a recording says of its own time and worth: where it was paused or cut (annotations such as "boundary",
// "New Segment", "pause"; the new-epoch bit of a BioSemi Status channel), and what whoever made it called bad
// (annotations such as "BAD_crying", "artifact", "mouvement"; CMS out of range). The table is data, so that a site
// can write its own.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "base/interval.hpp"
#include "edf/phases.hpp"
#include "edf/recording.hpp"
#include "edf/triggers.hpp"

namespace attune::edf {

/// join: time was cut here. reference: the amplifier's reference was out of range. usable: no mark, whatever it
/// begins with ("artifact free"). The others name why a stretch is bad.
enum class MarkKind { join, bad, crying, movement, artifact, impedance, calibration, reference, usable };
constexpr auto enum_names(MarkKind) {
  return std::array<std::string_view, 9>{"join",      "bad",         "crying",    "movement", "artifact",
                                         "impedance", "calibration", "reference", "usable"};
}

/// One spelling: words in lower case without accents, single blanks between them.
struct MarkRule {
  std::string words;
  MarkKind kind = MarkKind::bad;

  static constexpr const char* type_name = "MarkRule";
  static constexpr auto fields() {
    return std::array{field<&MarkRule::words>("words"), field<&MarkRule::kind>("kind")};
  }
};

std::vector<MarkRule> default_mark_rules();

struct MarkSettings {
  std::vector<MarkRule> rules = default_mark_rules();
  bool leave_out = true;
  bool split = true;
  int most_other_words = 2;

  static constexpr const char* type_name = "MarkSettings";
  static constexpr auto fields() {
    using M = MarkSettings;
    return std::array{field<&M::rules>("rules", up_to(1000), from("marks_of_usual_programs")),
                      field<&M::leave_out>("leave_out"), field<&M::split>("split"),
                      field<&M::most_other_words>("most_other_words", between(0, 100))};
  }
};

/// A stretch called bad, and as what.
struct MarkedStretch {
  double start_s = 0;
  double end_s = 0;
  MarkKind kind = MarkKind::bad;

  static constexpr const char* type_name = "MarkedStretch";
  static constexpr auto fields() {
    using M = MarkedStretch;
    return std::array{field<&M::start_s>("start_s", "Start, seconds from the first sample."),
                      field<&M::end_s>("end_s", "End (exclusive), seconds from the first sample."),
                      field<&M::kind>("kind", "As what it is marked.")};
  }
};

struct TimeMarks {
  std::vector<double> joins_s;          ///< by time, each once, none at the edge of a segment
  std::vector<MarkedStretch> marked;    ///< by start; they may overlap
  int without_duration = 0;             ///< marks that call a point bad, whose extent is not known
  std::vector<Diagnostic> diagnostics;  ///< W_JOINS, W_MARKED_BAD (one a kind), N_MARK_POINT

  std::vector<Interval> stretches() const;  ///< of `marked`, united, by start
};

/// What one annotation marks; usable if nothing, also where it says that there is none of it ("no crying").
MarkKind read_time_mark(std::string_view text, const MarkSettings& settings = {},
                        const PhaseSettings& phases = {});

/// Whether a rule speaks of the text, also where it says that there is none of it, or that it is usable.
bool is_marked(std::string_view text, const MarkSettings& settings, const PhaseSettings& phases);

/// `segments`: stretches without a gap, by start. The words that begin and end a stretch ("movement start", "stopped
/// crying") are those of phases; an end without a beginning ends the last mark of its kind without an edge.
TimeMarks find_time_marks(std::span<const Annotation> annotations, const StatusFlags& flags,
                          std::span<const Interval> segments, const MarkSettings& settings = {},
                          const PhaseSettings& phases = {});

}  // namespace attune::edf
