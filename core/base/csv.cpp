#include "base/csv.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace attune {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

char separator_of(std::string_view text) {
  bool quoted = false, semicolon = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\t') return '\t';
    if (c == '\n' || c == '\r') break;
    semicolon = semicolon || c == ';';
  }
  return semicolon ? ';' : ',';
}

/// Walks over the text field by field.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text), separator_(separator_of(text)) {}

  bool at_end() const { return text_.empty(); }

  /// The next line's fields; one empty field for an empty line.
  Result<CsvRow> row() {
    CsvRow row;
    row.line = line_;
    for (;;) {
      auto cell = field(static_cast<int>(row.cells.size()) + 1);
      if (!cell) return cell.error();
      row.cells.push_back(std::move(*cell));
      if (text_.empty() || text_.front() != separator_) break;
      text_.remove_prefix(1);
    }
    end_line();
    return row;
  }

 private:
  Result<std::string> field(int column) {
    while (!text_.empty() && text_.front() == ' ') text_.remove_prefix(1);
    if (!text_.empty() && text_.front() == '"') return quoted_field(column);
    const std::size_t end = std::min(text_.find_first_of(std::string{separator_, '\r', '\n'}), text_.size());
    const std::string cell(trimmed(text_.substr(0, end)));
    text_.remove_prefix(end);
    return cell;
  }

  Result<std::string> quoted_field(int column) {
    const std::string where = "line " + std::to_string(line_) + ", field " + std::to_string(column);
    std::string cell;
    text_.remove_prefix(1);
    for (;;) {
      const std::size_t quote = text_.find('"');
      if (quote == std::string_view::npos)
        return Error{"E_CSV_QUOTE", "A quote is opened here and never closed.", where};
      line_ += static_cast<int>(std::count(text_.begin(), text_.begin() + quote, '\n'));
      cell += text_.substr(0, quote);
      text_.remove_prefix(quote + 1);
      if (text_.empty() || text_.front() != '"') break;
      cell += '"';
      text_.remove_prefix(1);
    }
    while (!text_.empty() && text_.front() == ' ') text_.remove_prefix(1);
    const bool ends =
        text_.empty() || text_.front() == separator_ || text_.front() == '\r' || text_.front() == '\n';
    if (!ends) return Error{"E_CSV_QUOTE", "There is text after the closing quote.", where};
    return cell;
  }

  void end_line() {
    if (text_.starts_with("\r\n")) {
      text_.remove_prefix(2);
    } else if (!text_.empty()) {
      text_.remove_prefix(1);
    }
    ++line_;
  }

  std::string_view text_;
  char separator_;
  int line_ = 1;
};

bool is_empty(const CsvRow& row) {
  return row.cells.size() == 1 && row.cells.front().empty();
}

Status check_header(const CsvRow& header) {
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string& name = header.cells[i];
    if (!name.empty() &&
        std::find(header.cells.begin(), header.cells.begin() + i, name) != header.cells.begin() + i)
      return Error{"E_CSV_COLUMN", "There are two columns named \"" + name + "\".",
                   "line " + std::to_string(header.line) + ", field " + std::to_string(i + 1)};
  }
  return success();
}

}  // namespace

std::optional<std::size_t> CsvTable::find(std::string_view column) const {
  const auto found = std::find(header.cells.begin(), header.cells.end(), column);
  if (found == header.cells.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header.cells.begin());
}

Result<std::size_t> CsvTable::require(std::string_view column) const {
  if (const auto found = find(column)) return *found;
  std::string names;
  for (const std::string& name : header.cells) names += (names.empty() ? "" : ", ") + name;
  return Error{"E_CSV_COLUMN",
               "There is no column \"" + std::string(column) + "\"; there are: " + names + ".",
               "line " + std::to_string(header.line)};
}

std::string CsvTable::where(const CsvRow& row, std::size_t column) const {
  return "line " + std::to_string(row.line) + ", column " + header.cells[column];
}

Result<double> CsvTable::number(const CsvRow& row, std::size_t column) const {
  const std::string& cell = row.cells[column];
  if (const auto value = decimal_number(cell)) return *value;
  std::string message = cell.empty() ? "There is no number." : "\"" + cell + "\" is not a number.";
  std::string with_point = cell;
  std::replace(with_point.begin(), with_point.end(), ',', '.');
  if (with_point != cell && decimal_number(with_point)) message += " Write it with a decimal point.";
  return Error{"E_CSV_NUMBER", message, where(row, column)};
}

Result<CsvTable> parse_csv(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
    return Error{"E_CSV_ENCODING", "The table is saved as UTF-16; save it as CSV in UTF-8.", "line 1"};
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Scanner scanner(text);
  CsvTable table;
  while (!scanner.at_end()) {
    auto row = scanner.row();
    if (!row) return row.error();
    if (is_empty(*row)) continue;
    if (table.header.cells.empty()) {
      table.header = std::move(*row);
      if (const Status status = check_header(table.header); !status) return status.error();
      continue;
    }
    if (row->cells.size() != table.header.cells.size())
      return Error{"E_CSV_WIDTH",
                   "This line has " + std::to_string(row->cells.size()) + " fields, the first line has " +
                       std::to_string(table.header.cells.size()) + ".",
                   "line " + std::to_string(row->line)};
    table.rows.push_back(std::move(*row));
  }
  if (table.header.cells.empty()) return Error{"E_CSV_EMPTY", "The table is empty.", ""};
  return table;
}

std::optional<double> decimal_number(std::string_view text) {
  if (text.empty() || text.find_first_not_of("+-.0123456789eE") != std::string_view::npos)
    return std::nullopt;
  const std::string copy(text);
  char* end = nullptr;
  const double value = std::strtod(copy.c_str(), &end);
  if (end != copy.c_str() + copy.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace attune
