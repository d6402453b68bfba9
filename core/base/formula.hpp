// Texts that a spreadsheet would take for a formula, and the apostrophe in front that keeps it from that (OWASP, "CSV
// injection"): put there where a table is written, taken away where one is read.
#pragma once

#include <string_view>

namespace attune {

/// Whether a spreadsheet would take the text for a formula, or the apostrophes in front of it for such a guard: then one
/// more is put before it.
bool needs_guard(std::string_view text);

/// The text without the apostrophe of a guard, if it has one.
std::string_view without_guard(std::string_view text);

}  // namespace attune
