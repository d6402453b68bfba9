// A small strict reader of tables as spreadsheets and other programs export them (RFC 4180): it refuses what
// it would have to guess, and says where.
//
// Text in UTF-8, with or without its mark, lines ending in LF, CRLF or CR. The separator is the first line's:
// a tab if there is one outside quotes, else a semicolon, else a comma. A field may stand in double quotes,
// with "" for one of them, and then hold separators and line breaks. Blanks around a field are dropped, empty
// lines skipped. The first line names the columns. No library is needed for this.
// Errors, with line and column: E_CSV_EMPTY, E_CSV_ENCODING (UTF-16), E_CSV_QUOTE (text after a closing
// quote, or none closes), E_CSV_WIDTH (a row with more or fewer fields than the first line), E_CSV_COLUMN (a
// name twice, or not there), E_CSV_NUMBER.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace attune {

struct CsvRow {
  int line = 0;  ///< in the file, counted from 1
  std::vector<std::string> cells;
};

struct CsvTable {
  CsvRow header;
  std::vector<CsvRow> rows;  ///< all as wide as the header

  std::optional<std::size_t> find(std::string_view column) const;

  /// The place of a column that must be there. E_CSV_COLUMN names it and those that are there.
  Result<std::size_t> require(std::string_view column) const;

  /// "line 7, column value".
  std::string where(const CsvRow& row, std::size_t column) const;

  /// The cell as a number with a decimal point: E_CSV_NUMBER says what stands there instead.
  Result<double> number(const CsvRow& row, std::size_t column) const;
};

Result<CsvTable> parse_csv(std::string_view text);

/// A decimal number with a point, whatever the locale: digits, sign, exponent and nothing else.
std::optional<double> decimal_number(std::string_view text);

}  // namespace attune
