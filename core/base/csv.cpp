#include "base/csv.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <unordered_set>

#include "base/blanks.hpp"
#include "base/formula.hpp"
#include "base/words.hpp"
#include "words/ids/imports.hpp"
#include "words/ids/tables.hpp"

namespace attune {
namespace {

constexpr std::size_t most_columns = 16'384;  // as many as a sheet of Excel's has

/// Without blanks around it, also those that do not break and come along from web pages and word processors.
std::string_view trimmed(std::string_view text) {
  constexpr std::array<std::string_view, 5> blanks{" ", "\u00A0", "\u202F", "\u2009", "\u200B"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view blank : blanks) {
      if (text.starts_with(blank)) {
        text.remove_prefix(blank.size());
        again = true;
      }
      if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        again = true;
      }
    }
  }
  return text;
}

/// Walks over the text field by field. A field in quotes with quotes in it is put together where it stands.
class Scanner {
 public:
  Scanner(CsvStore& store, char separator, CsvQuotes quotes)
      : store_(store), text_(store.text()), separator_(separator), quotes_(quotes) {}

  bool at_end() const { return text_.empty(); }

  /// The next line's fields; one empty field for an empty line.
  Result<CsvRow> row() {
    const int line = line_;
    cells_.clear();
    for (;;) {
      const auto cell = field(cells_.size() + 1);
      if (!cell) return cell.error();
      cells_.push_back(without_guard(*cell));
      if (cells_.size() > most_columns)
        return Error{"E_CSV_SIZE", words::say<"tables.most_columns">({{"most", most_columns}}),
                     place_of_line(line)};
      if (text_.empty() || text_.front() != separator_) break;
      take(1);
    }
    end_line();
    if (cells_.size() == 1 && cells_.front().empty()) return CsvRow{line, {}};
    return CsvRow{line, store_.keep(cells_)};
  }

 private:
  void take(std::size_t count) { text_ = text_.subspan(count); }
  void skip_blanks() {
    while (!text_.empty() && text_.front() == ' ') take(1);
  }

  Result<std::string_view> field(std::size_t column) {
    skip_blanks();
    if (quotes_ == CsvQuotes::special && !text_.empty() && text_.front() == '"') return quoted_field(column);
    const auto ends = [&](char c) { return c == separator_ || c == '\r' || c == '\n'; };
    const auto length =
        static_cast<std::size_t>(std::find_if(text_.begin(), text_.end(), ends) - text_.begin());
    const std::string_view cell = trimmed({text_.data(), length});
    take(length);
    return cell;
  }

  Result<std::string_view> quoted_field(std::size_t column) {
    const int line = line_;
    take(1);
    char* const begin = text_.data();
    for (char* end = begin;;) {
      const auto quote = std::find(text_.begin(), text_.end(), '"');
      if (quote == text_.end())
        return Error{"E_CSV_QUOTE", words::say<"tables.quote_open">(), place_of_field(line, column)};
      line_ += static_cast<int>(std::count(text_.begin(), quote, '\n'));
      end = std::copy(text_.begin(), quote, end);
      take(static_cast<std::size_t>(quote - text_.begin()) + 1);
      if (text_.empty() || text_.front() != '"') {
        skip_blanks();
        const bool ends =
            text_.empty() || text_.front() == separator_ || text_.front() == '\r' || text_.front() == '\n';
        if (!ends)
          return Error{"E_CSV_QUOTE", words::say<"tables.quote_text">(), place_of_field(line, column)};
        return std::string_view(begin, static_cast<std::size_t>(end - begin));
      }
      *end++ = '"';
      take(1);
    }
  }

  void end_line() {
    const bool two = text_.size() > 1 && text_[0] == '\r' && text_[1] == '\n';
    if (!text_.empty()) take(two ? 2 : 1);
    ++line_;
  }

  CsvStore& store_;
  std::span<char> text_;
  std::vector<std::string_view> cells_;
  char separator_;
  CsvQuotes quotes_;
  int line_ = 1;
};

/// "1,234", which may be a thousand or little more than one.
bool may_be_thousands(std::string_view cell) {
  const std::size_t comma = cell.find(',');
  if (!cell.empty() && cell.front() == '-') return may_be_thousands(cell.substr(1));
  return comma >= 1 && comma <= 3 && cell.size() == comma + 4 && cell.front() != '0';
}

/// Which columns have a decimal comma: those with a number that has one and none that has a point. Where the comma also
/// separates columns, such numbers stand in quotes, and a column of nothing but "1,234" is none.
std::vector<bool> decimal_commas(const std::deque<CsvRow>& rows, std::size_t columns, char separator) {
  std::vector<bool> point(columns), comma(columns);
  for (const CsvRow& row : rows)
    for (std::size_t i = 0; i < columns; ++i) {
      const std::string_view cell = row.cells[i];
      const auto sign = std::find_if(cell.begin(), cell.end(), [](char c) { return c == '.' || c == ','; });
      if (sign == cell.end()) continue;
      if (*sign == '.') {
        if (!point[i] && decimal_number(cell)) point[i] = true;
      } else if (!comma[i] && with_point(cell)) {
        comma[i] = separator != ',' || !may_be_thousands(cell);
      }
    }
  for (std::size_t i = 0; i < columns; ++i) comma[i] = comma[i] && !point[i];
  return comma;
}

bool is_empty(std::span<const std::string_view> cells) {
  return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return cell.empty(); });
}

/// Drops empty cells beyond the line of names, and columns without a name and with nothing in them: spreadsheets write
/// them where something once stood.
void drop_empty_columns(CsvTable& table, std::deque<CsvRow>& rows) {
  std::vector<bool> used;
  const auto note = [&](const CsvRow& row) {
    if (row.cells.size() > used.size()) used.resize(row.cells.size());
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (!row.cells[i].empty()) used[i] = true;
  };
  note(table.header);
  const std::size_t named = table.header.cells.size();
  for (const CsvRow& row : rows) note(row);
  if (used.size() == named && std::find(used.begin(), used.end(), false) == used.end()) return;
  std::vector<std::string_view> kept;
  const auto keep = [&](CsvRow& row) {
    kept.clear();
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      if (used[i]) kept.push_back(row.cells[i]);
    if (kept.size() < row.cells.size()) row.cells = table.store->keep(kept);
  };
  for (CsvRow& row : rows)
    if (row.cells.size() < named) return;  // it is refused, and its place named as it stands
  keep(table.header);
  for (CsvRow& row : rows) keep(row);
}

/// Whether a line is a note under a table: one cell, which begins as notes do.
bool is_remark(const CsvRow& row) {
  constexpr std::array<std::string_view, 12> starts{"note",     "*",   "source",  "remark",
                                                    "remarque", "anm", "hinweis", "quelle",
                                                    "\u2020",   "#",   "legend",  "comment"};
  if (!is_empty(row.cells.subspan(1))) return false;
  const std::string first = lower(row.cells.front());
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return first.starts_with(start); });
}

/// Drops the notes that stand under a table, and lines that name the columns again, as tables pasted below each other do.
void drop_remarks(const CsvRow& header, std::deque<CsvRow>& rows) {
  if (header.cells.size() < 3) return;
  while (rows.size() > 1 && is_remark(rows.back())) rows.pop_back();
  std::erase_if(rows, [&](const CsvRow& row) {
    return std::equal(row.cells.begin(), row.cells.end(), header.cells.begin(), header.cells.end());
  });
}

Status check_header(const CsvRow& header) {
  std::unordered_set<std::string_view> names;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string_view name = header.cells[i];
    if (!name.empty() && !names.insert(name).second)
      return Error{"E_CSV_COLUMN", words::say<"tables.column_twice">({{"column", words::as_is(name)}}),
                   place_of_field(header.line, i + 1)};
  }
  return success();
}

/// A line with one name, above lines of several cells, is a title.
Status check_title(const CsvRow& header, const std::deque<CsvRow>& rows) {
  const auto named = header.cells.size() -
                     static_cast<std::size_t>(std::count(header.cells.begin(), header.cells.end(), ""));
  if (named > 1 || rows.empty() || rows.front().cells.size() < 2) return success();
  return Error{"E_CSV_WIDTH", words::say<"imports.one_name">({{"columns", rows.front().cells.size()}}),
               "line " + std::to_string(header.line)};
}

/// Digits with at most one point, few enough that they and the power of ten below them are doubles without rounding;
/// their quotient is then the nearest double (Clinger 1990). What tables hold is nearly always such a number, and strtod
/// reckons in 128 bits, which WebAssembly has not.
std::optional<double> short_decimal(std::string_view text) {
  constexpr std::size_t most_digits = 15;
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::size_t behind = text.size() - std::min(point + 1, text.size());
  if (text.size() > most_digits || point + behind == 0) return std::nullopt;
  double digits = 0, power = 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == point) continue;
    if (!is_digit(text[i])) return std::nullopt;
    digits = 10 * digits + (text[i] - '0');
    if (i > point) power *= 10;
  }
  return (negative ? -digits : digits) / power;
}

/// 4.mai, 04-May, 04. Mai: what a spreadsheet shows of the date that it made of 4.5.
bool is_day_of_month(std::string_view cell) {
  const auto past = [&](const char* characters) {
    return std::min(cell.find_first_not_of(characters), cell.size());
  };
  const std::size_t digits = past("0123456789");
  cell.remove_prefix(digits);
  const std::size_t signs = past(".-/ ");
  const bool dated = cell.substr(0, signs).find_first_not_of(' ') != std::string_view::npos;
  cell.remove_prefix(signs);
  return digits >= 1 && digits <= 2 && dated && cell.size() >= 3 && cell.size() <= 5 &&
         cell.find_first_of("0123456789") == std::string_view::npos;
}

}  // namespace

words::Said place_of_line(int line) {
  return words::say<"tables.line">({{"line", line}});
}

words::Said place_of_field(int line, std::size_t field) {
  return words::say<"tables.field">({{"line", line}, {"field", field}});
}

words::Said place_in(std::string_view table, const words::Text& place) {
  return words::say<"tables.in">({{"table", words::as_is(table)}, {"cell", place}});
}

words::Said place_of_cell(int line, std::string_view column) {
  return words::say<"tables.cell">({{"line", line}, {"column", words::as_is(column)}});
}

words::Said place_of_column(std::string_view column) {
  return words::say<"tables.column">({{"column", words::as_is(column)}});
}

std::span<const std::string_view> CsvStore::keep(std::span<const std::string_view> cells) {
  constexpr std::size_t block = 4096;
  if (cells.size() > free_) {
    size_ = std::max(block, cells.size());
    blocks_.push_back(std::make_unique<std::string_view[]>(size_));
    free_ = size_;
  }
  std::string_view* const first = blocks_.back().get() + (size_ - free_);
  std::copy(cells.begin(), cells.end(), first);
  free_ -= cells.size();
  return {first, cells.size()};
}

std::optional<std::size_t> CsvTable::find(std::string_view column) const {
  const auto found = std::find(header.cells.begin(), header.cells.end(), column);
  if (found == header.cells.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header.cells.begin());
}

Result<std::size_t> CsvTable::require(std::string_view column) const {
  if (const auto found = find(column)) return *found;
  words::Value::List names;
  for (const std::string_view name : header.cells) names.emplace_back(words::as_is(name));
  return Error{
      "E_CSV_COLUMN",
      words::say<"tables.no_column">({{"column", words::as_is(column)}, {"columns", std::move(names)}}),
      place_of_line(header.line)};
}

words::Text CsvTable::where(const CsvRow& row, std::size_t column) const {
  return place_of_cell(row.line, header.cells[column]);
}

Result<double> CsvTable::number(const CsvRow& row, std::size_t column) const {
  const std::string_view cell = row.cells[column];
  if (const auto value = decimal_number(cell)) return *value;
  const auto comma_value = with_point(cell);
  if (comma_value && comma_decimals[column]) return *comma_value;
  if (cell.empty()) return Error{"E_CSV_NUMBER", words::say<"tables.no_number">(), where(row, column)};
  const char* hint = comma_value ? "comma" : is_day_of_month(cell) ? "date" : "none";
  return Error{
      "E_CSV_NUMBER",
      words::say<"tables.not_a_number">({{"cell", words::as_is(cell)}, {"hint", words::as_is(hint)}}),
      where(row, column)};
}

std::optional<double> with_point(std::string_view text) {
  std::string cell(text);
  const auto comma = cell.find(',');
  if (comma == std::string::npos) return std::nullopt;
  cell[comma] = '.';
  return decimal_number(cell);
}

Result<CsvLines> csv_lines(std::string text, char separator, CsvQuotes quotes) {
  // A cell and a line take some bytes whatever is in them, so a table of hardly anything but separators is refused
  // before it takes many times its size.
  constexpr std::size_t least_allowed = 1'000'000, bytes_per_cell = 4;
  const std::size_t most_cells = least_allowed + text.size() / bytes_per_cell;
  CsvLines lines{{}, std::make_shared<CsvStore>(std::move(text))};
  Scanner scanner(*lines.store, separator, quotes);
  std::size_t cells = 0;
  while (!scanner.at_end()) {
    const auto row = scanner.row();
    if (!row) return row.error();
    if (row->cells.empty()) continue;
    cells += row->cells.size() + 1;
    if (cells > most_cells)
      return Error{"E_CSV_SIZE", words::say<"tables.most_cells">({{"most", most_cells}}),
                   place_of_line(row->line)};
    if (!is_empty(row->cells)) lines.rows.push_back(*row);
  }
  return lines;
}

Result<CsvTable> csv_table(CsvLines lines, std::size_t header, char separator) {
  std::deque<CsvRow>& rows = lines.rows;
  if (header >= rows.size()) return Error{"E_CSV_EMPTY", words::say<"tables.empty">(), ""};
  CsvTable table;
  table.store = std::move(lines.store);
  table.header = rows[header];
  if (const Status status = check_header(table.header); !status) return status.error();
  rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(header) + 1);
  drop_remarks(table.header, rows);
  drop_empty_columns(table, rows);
  if (const Status status = check_title(table.header, rows); !status) return status.error();
  for (const CsvRow& row : rows)
    if (row.cells.size() != table.header.cells.size())
      return Error{
          "E_CSV_WIDTH",
          words::say<"tables.width">({{"here", row.cells.size()}, {"names", table.header.cells.size()}}),
          place_of_field(row.line, std::min(row.cells.size(), table.header.cells.size()) + 1)};
  table.rows = std::move(rows);
  table.comma_decimals = decimal_commas(table.rows, table.header.cells.size(), separator);
  return table;
}

Result<CsvTable> parse_csv(std::string_view bytes) {
  auto text = csv_text(bytes);
  if (!text) return text.error();
  const char separator = csv_separator(*text);
  auto lines = csv_lines(std::move(*text), separator);
  if (!lines) return lines.error();
  return csv_table(std::move(*lines), 0, separator);
}

std::string plain_name(std::string_view name) {
  const auto counts = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  std::string plain;
  for (std::size_t at = 0; at < name.size();) {
    const char c = name[at];
    const bool outside = static_cast<unsigned char>(c) >= 0x80;
    const std::size_t blank = outside ? blank_size(name.substr(at)) : 0;
    if (blank > 0 || !counts(c)) {
      if (!plain.empty() && plain.back() != ' ') plain += ' ';
    } else {
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    at += std::max<std::size_t>(blank, 1);
  }
  if (plain.ends_with(' ')) plain.pop_back();
  return plain;
}

bool holds_word(std::string_view name, std::span<const std::string_view> words) {
  const std::string spaced = " " + plain_name(name) + " ";
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return spaced.find(" " + std::string(word) + " ") != std::string::npos;
  });
}

std::optional<double> decimal_number(std::string_view text) {
  if (const auto value = short_decimal(text)) return value;
  if (text.empty() || text.find_first_not_of("+-.0123456789eE") != std::string_view::npos)
    return std::nullopt;
  const std::string copy(text);
  char* end = nullptr;
  const double value = std::strtod(copy.c_str(), &end);
  if (end != copy.c_str() + copy.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string decimal_text(double value, int decimals) {
  const long long whole = std::llround(std::abs(value) * std::pow(10, decimals));
  std::string digits = std::to_string(whole);
  const auto behind = static_cast<std::size_t>(decimals);
  if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
  if (behind > 0) digits.insert(digits.size() - behind, ".");
  return (value < 0 && whole != 0 ? "-" : "") + digits;
}

}  // namespace attune
