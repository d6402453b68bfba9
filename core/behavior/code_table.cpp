#include "behavior/code_table.hpp"

#include "behavior/code_readers.hpp"
#include "words/ids/codings.hpp"
#include "words/ids/tables.hpp"
#include "words/say.hpp"

namespace attune::behavior {
namespace {

Error no_known_table(const std::string& text) {
  const char separator = csv_separator(text);
  const auto lines = csv_lines(text, separator);
  if (!lines) return lines.error();
  const auto& rows = lines->rows;
  if (rows.empty()) return {"E_CSV_EMPTY", words::say<"tables.empty">(), ""};
  std::string names;
  for (const std::string_view name : rows.front().cells)
    if (names.size() < 200) names.append(names.empty() ? "" : ", ").append(name);
  return {"E_CODE_TABLE", words::say<"codings.unknown_table">({{"names", words::as_is(names)}}),
          place_of_line(rows.front().line)};
}

/// The first reader whose table this is, under one separator.
MaybeTable read_under(const std::string& text, char separator, const std::string& code_column,
                      const KnownCode& is_known) {
  auto read = csv_lines(text, separator);
  // ELAN puts no quotes around text with tabs between, so a quote may stand anywhere in it.
  if (!read && separator == '\t') read = csv_lines(text, separator, CsvQuotes::plain);
  if (!read) return std::nullopt;
  CodeLines lines{std::move(*read), separator};
  if (auto table = read_boris(lines)) return table;
  if (auto table = read_datavyu(lines, code_column, is_known)) return table;
  if (auto table = read_elan_named(lines)) return table;
  if (auto table = read_interact(lines)) return table;
  if (auto table = read_plain_codes(lines, code_column)) return table;
  return read_elan_unnamed(lines);
}

Result<CodeTable> read_any(const std::string& text, const std::string& code_column,
                           const KnownCode& is_known) {
  if (auto table = read_datavyu_native(text)) return std::move(*table);
  for (const char separator : {'\t', ';', ','})
    if (auto table = read_under(text, separator, code_column, is_known)) return std::move(*table);
  return no_known_table(text);
}

}  // namespace

Result<CodeTable> read_code_table(std::string_view bytes, const std::string& code_column,
                                  const KnownCode& is_known) {
  constexpr std::size_t most_events = 150'000;  // 83 minutes with a code for each of 30 frames a second
  const auto text = csv_text(bytes);
  if (!text) return text.error();
  auto table = read_any(*text, code_column, is_known);
  if (table && table->events.size() > most_events)
    return Error{"E_CODE_SIZE",
                 words::say<"codings.most_events">({{"events", table->events.size()}, {"most", most_events}}),
                 ""};
  return table;
}

}  // namespace attune::behavior
