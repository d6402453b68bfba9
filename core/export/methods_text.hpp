// What was done to the recordings of a report, as a paragraph for a paper. Written by rules from the report's
// own settings and results: what was not done is not in it, what differs from the defaults is named, and a
// paper is cited only for what is taken from it. English, whatever the page's language.
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace attune::exports {

/// The paragraph by topics; a topic that the report has nothing of is empty.
struct Methods {
  std::string software, heart, brain, scores, behaviour, comparison, settings, limits;
  std::vector<std::string> references;

  static constexpr const char* type_name = "Methods";
  static constexpr auto fields() {
    return std::make_tuple(field("software", &Methods::software, "Program and version."),
                           field("heart", &Methods::heart, "From ECG to heart-rate variability."),
                           field("brain", &Methods::brain, "From EEG to asymmetry."),
                           field("scores", &Methods::scores, "Questionnaire scores."),
                           field("behaviour", &Methods::behaviour, "Coded behaviour."),
                           field("comparison", &Methods::comparison, "How visits were compared."),
                           field("settings", &Methods::settings, "Settings that differ from the defaults."),
                           field("limits", &Methods::limits, "What the numbers do not say."),
                           field("references", &Methods::references, "The sources that are cited above."));
  }
};

Methods methods(const report::Report& report);

/// How beats were found or read, and corrected; of a report that has beats.
std::string beats_text(const report::Report& report);

/// Which windows of the EEG were left out.
std::string artifact_text(const report::Report& report);

/// All of it as one text, topics and references apart by empty lines.
std::string methods_text(const report::Report& report);

}  // namespace attune::exports
