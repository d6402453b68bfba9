// What the texts for a paper (export/methods_text.hpp, export/checklist.hpp) share: which visits hold what,
// numbers and lists in words, and the references behind what they cite.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace attune::exports {

bool has_beats(const visit::Visit& visit);
/// Beats that were found in an ECG, not read from a list or from annotations.
bool has_detected_beats(const visit::Visit& visit);
bool has_brain(const visit::Visit& visit);
bool any_visit(const report::Report& report, bool (*has)(const visit::Visit&));

/// The fewest digits that read back as the same number: "0.24", "30".
std::string num(double value);
std::string tenths(double value);  ///< as num, to one decimal

/// A text put together part by part: one call a part keeps the page's module small.
class Line {
 public:
  Line& operator<<(const char* part);
  Line& operator<<(const std::string& part);
  Line& operator<<(int value);
  Line& operator<<(double value);  ///< as num
  Line& rounded(double value, int decimals, bool sign = false);
  std::string text;
};

/// Whether the band is the infant alpha band of the default settings.
bool is_usual_alpha(double low_hz, double high_hz);

std::string joined(const std::vector<std::string>& parts, const char* between = ", ");

/// "baseline 12 of 14, follow-up 10 of 12", of the visits that have it.
std::string by_visit(const report::Report& report, const std::function<std::string(const visit::Visit&)>& of);

/// The full references of the papers that the text cites, by author.
std::vector<std::string> references_in(std::string_view text);

}  // namespace attune::exports
