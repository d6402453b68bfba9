// What tables write for "nothing is there": words and signs in one list for all doors, and the usual numbers, which mean it
// only where they cannot be a value.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/value_range.hpp"

namespace attune::tables {

/// Whether a cell says that there is nothing: empty, NA, n/a, a point, NULL, what Excel writes for a formula without a
/// result (#N/A), SPSS (#NULL!), SAS and Stata (.a).
bool says_missing(std::string_view cell);

/// The same for a cell that should hold a number: also words (refused, unknown) and REDCap's codes for missing data (UNK,
/// ASKU, NASK …), any of which might be the name of a group.
bool says_no_number(std::string_view cell);

/// Whether a text is one of these codes, as text or as a number.
bool among_codes(std::string_view text, const std::vector<std::string>& codes);

/// Whether a number is written for missing: -7, -8, -9, and 66, 77, 88, 97, 98, 99, 777 … 9999 below zero; 99, 777,
/// 888, 999 and 9999 above. 77 is rather 17 or 7 mistyped.
bool is_missing_code(double value);

/// Whether a number may be written for missing and is a score as likely: 66, 77, 88, 97, 98, usual for "refused" and "not
/// known".
bool is_rare_missing_code(double value);

/// The codes for missing among the numbers of one measure, each once.
struct MissingCodes {
  std::vector<double> missing;   ///< which the measure cannot have
  std::vector<double> doubtful;  ///< which it can have, and has more than once, or beyond all other values

  bool holds(double value) const;
  bool names(double value) const;  ///< as missing or in doubt
};

/// Of a measure whose range is known: codes outside it are missing. Else a code is missing that lies far from the other
/// values, of which there must be at least five: below zero where none of them is, or further from their median than
/// twelve of their robust SDs (1.4826 times the median absolute deviation). A rare code is one of these where it stands
/// twice or more; within a known range it is doubtful from three on, and where no other number stands half as often.
MissingCodes missing_codes(std::span<const double> numbers, const std::optional<ValueRange>& range);

/// That a code stands among a measure's numbers: taken as missing (W_MISSING_CODE), or kept (W_MISSING_CODE_KEPT).
Diagnostic code_note(double code, std::size_t count, const std::string& measure, bool missing,
                     words::Text where);

}  // namespace attune::tables
