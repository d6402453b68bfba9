// A small strict reader of tables as spreadsheets and other programs export them (RFC 4180): it refuses what
// it would have to guess, and says where.
//
// Text in UTF-8, with or without its mark, in UTF-16 with it, or else in Windows-1252; lines ending in LF, CRLF or CR. The
// separator is the first line's: a tab if there is one outside quotes, else a semicolon, a comma, a bar or a
// caret. A field may stand in double quotes, with "" for one of them, and then hold separators and line
// breaks. Blanks around a field are dropped, and the apostrophe that guards a formula (base/formula.hpp); lines
// with nothing but separators are skipped, and so are columns without a name and with nothing in them. The first line names
// the columns, after Excel's "sep=;" if there is one. A decimal comma is read as such in a column that has no number with a
// point; where commas separate, the number stands in quotes, and a column of nothing but "1,234" has none. No
// library is needed for this. Errors, with line and column: E_CSV_EMPTY, E_CSV_KIND (a workbook,
// a project, a recording: base/file_kind.hpp), E_CSV_ENCODING (UTF-16 that breaks
// off), E_CSV_QUOTE (text after a closing quote, or none closes), E_CSV_WIDTH (a row with more or fewer
// fields than the first line), E_CSV_COLUMN (a name twice, or not there), E_CSV_NUMBER.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace attune {

/// Holds the text of a table and what its rows look at: a cell takes sixteen bytes beside what stands in it, so that a
/// large table takes few times its size.
class CsvStore {
 public:
  explicit CsvStore(std::string text) : text_(std::move(text)) {}

  std::span<char> text() { return text_; }

  /// Keeps a row of cells that look at the text, or at something else that outlives the store.
  std::span<const std::string_view> keep(std::span<const std::string_view> cells);

  /// Keeps a text that does not stand in the table.
  std::string_view keep(std::string text) { return own_.emplace_back(std::move(text)); }

 private:
  std::string text_;
  std::deque<std::string> own_;
  std::vector<std::unique_ptr<std::string_view[]>> blocks_;
  std::size_t size_ = 0, free_ = 0;  ///< cells of the last block, and those at its end
};

/// Places in a table: "line 7"; "line 7, field 2"; "line 7, column value"; "column value".
words::Said place_of_line(int line);
words::Said place_of_field(int line, std::size_t field);
words::Said place_of_cell(int line, std::string_view column);
words::Said place_of_column(std::string_view column);
/// A place in a table that has a name of its own, as files of a folder have.
words::Said place_in(std::string_view table, const words::Text& place);

struct CsvRow {
  int line = 0;  ///< in the file, counted from 1
  std::span<const std::string_view> cells;

  std::string text(std::size_t column) const { return std::string(cells[column]); }
};

/// Lines of a table, of any width.
struct CsvLines {
  std::deque<CsvRow> rows;
  std::shared_ptr<CsvStore> store;  ///< what the rows look at
};

struct CsvTable {
  CsvRow header;
  std::deque<CsvRow> rows;           ///< all as wide as the header
  std::vector<bool> comma_decimals;  ///< of each column
  std::shared_ptr<CsvStore> store;   ///< what header and rows look at

  std::optional<std::size_t> find(std::string_view column) const;

  /// The place of a column that must be there. E_CSV_COLUMN names it and those that are there.
  Result<std::size_t> require(std::string_view column) const;

  /// "line 7, column value".
  words::Text where(const CsvRow& row, std::size_t column) const;

  /// The cell as a number: E_CSV_NUMBER says what stands there instead.
  Result<double> number(const CsvRow& row, std::size_t column) const;
};

Result<CsvTable> parse_csv(std::string_view text);

/// The steps of parse_csv, for tables that begin further down or name no columns: the text as UTF-8 without
/// its mark; its lines without the empty ones, of any width; and the table whose columns line `header` names.
Result<std::string> csv_text(std::string_view bytes);
char csv_separator(std::string_view text);
enum class CsvQuotes { special, plain };  ///< plain: a quote is a character like any other
Result<CsvLines> csv_lines(std::string text, char separator, CsvQuotes quotes = CsvQuotes::special);
Result<CsvTable> csv_table(CsvLines lines, std::size_t header, char separator);

/// A name as it is compared: lower case, without blanks and punctuation at either end.
std::string plain_name(std::string_view name);

/// Whether a name, so written, holds any of the words whole.
bool holds_word(std::string_view name, std::span<const std::string_view> words);

/// A decimal number with a point, whatever the locale: digits, sign, exponent and nothing else.
std::optional<double> decimal_number(std::string_view text);

/// The number that a text with a comma is once that comma is a point; none without a comma.
std::optional<double> with_point(std::string_view text);

/// A number with a point and as many decimals as asked, rounded half away from zero; no "-0.00". By whole numbers:
/// printf reckons in 128 bits, which WebAssembly has not, and an example writes thousands of numbers while someone waits.
std::string decimal_text(double value, int decimals);

}  // namespace attune
