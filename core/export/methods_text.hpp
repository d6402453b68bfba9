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
    return std::array{field<&Methods::software>("software", "Program and version."),
                      field<&Methods::heart>("heart", "From ECG to heart-rate variability."),
                      field<&Methods::brain>("brain", "From EEG to asymmetry."),
                      field<&Methods::scores>("scores", "Questionnaire scores."),
                      field<&Methods::behaviour>("behaviour", "Coded behaviour."),
                      field<&Methods::comparison>("comparison", "How visits were compared."),
                      field<&Methods::settings>("settings", "Settings that differ from the defaults."),
                      field<&Methods::limits>("limits", "What the numbers do not say."),
                      field<&Methods::references>("references", "The sources that are cited above.")};
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
