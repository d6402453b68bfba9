// Writing tables for other programs: one line a described value (base/describe.hpp), its members the columns.
//
// Separator tab or comma, lines end in LF, the first names the columns, UTF-8. Numbers have the fewest digits
// that read back as the same double and a decimal point; flags are "yes" and "no". What is missing is "n/a"
// between tabs (BIDS) and empty between commas, where spreadsheets would take it for text; a table with
// commas begins with a byte-order mark, without which they take UTF-8 for something else.
// A text that a spreadsheet would take for a formula gets an apostrophe in front (base/formula.hpp);
// line ends, tabs and other control characters become blanks, bytes that are no UTF-8 U+FFFD.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "base/json.hpp"

namespace attune {

enum class Separator : char { tab = '\t', comma = ',' };

/// A text that is UTF-8 of one line and no formula.
std::string harmless_text(std::string_view text);

/// A text as one cell: harmless, and quoted where it holds the separator or a quote.
std::string table_cell(std::string_view text, Separator separator);

namespace table_detail {
std::string head(const TypeInfo& type, Separator separator);
std::string line(const TypeInfo& type, const void* value, Separator separator);
Json columns(const TypeInfo& type);
}  // namespace table_detail

/// The rows as a table. T is a described struct of texts, numbers, flags and optionals of them.
template <class T>
std::string table_text(const std::vector<T>& rows, Separator separator) {
  std::string text = table_detail::head(type_info<T>, separator);
  for (const T& row : rows) text += table_detail::line(type_info<T>, &row, separator);
  return text;
}

/// {"column": {"Description": …}, …}, as a BIDS sidecar describes columns.
template <class T>
Json table_columns() {
  return table_detail::columns(type_info<T>);
}

}  // namespace attune
