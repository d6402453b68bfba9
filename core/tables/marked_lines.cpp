#include "tables/marked_lines.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "words/ids/imports.hpp"

namespace attune::tables {
namespace {

template <std::size_t N>
bool among(const std::string& word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Whether a cell of such a column says that its line is not to be used. No other column marks any.
bool is_marked(const std::string& column, const std::string& cell) {
  constexpr std::array<std::string_view, 14> out{
      "exclude", "excluded",   "exclusion", "rejected", "exclu",    "ausgeschlossen", "exclure",
      "drop",    "ausschluss", "invalid",   "discard",  "unusable", "ungültig",       "unbrauchbar"};
  constexpr std::array<std::string_view, 18> in{
      "valid",     "include",   "included",   "usable",  "keep",       "inclus",
      "gültig",    "valide",    "ok",         "pass",    "brauchbar",  "qc pass",
      "qc passed", "passed qc", "utilisable", "inclure", "quality ok", "qc ok"};
  constexpr std::array<std::string_view, 8> quality{"quality",  "qc",        "qualité", "qualite",
                                                    "qualität", "qualitaet", "qa",      "datenqualität"};
  constexpr std::array<std::string_view, 10> yes{"1",       "yes",      "y",   "true", "x",
                                                 "exclude", "excluded", "oui", "ja",   "vrai"};
  constexpr std::array<std::string_view, 11> no{"0",        "no",  "n",    "false", "exclude", "fail",
                                                "excluded", "non", "nein", "faux",  "failed"};
  constexpr std::array<std::string_view, 20> bad{
      "bad",      "poor",    "unusable",   "fail",         "failed",       "reject",      "rejected",
      "invalid",  "exclude", "excluded",   "mauvaise",     "mauvais",      "unbrauchbar", "schlecht",
      "ungültig", "not ok",  "not usable", "inutilisable", "insufficient", "insuffisante"};
  return (among(column, out) && among(cell, yes)) || (among(column, in) && among(cell, no)) ||
         (holds_word(column, quality) && among(cell, bad));
}

}  // namespace

std::optional<Diagnostic> marked_lines(const CsvTable& csv,
                                       const std::function<bool(const CsvRow&)>& is_used) {
  for (std::size_t i = 0; i < csv.header.cells.size(); ++i) {
    const std::string column = plain_name(csv.header.cells[i]);
    std::size_t count = 0;
    const CsvRow* first = nullptr;
    for (const CsvRow& row : csv.rows)
      if (is_marked(column, plain_name(row.cells[i])) && (!is_used || is_used(row)) && count++ == 0)
        first = &row;
    if (first)
      return Diagnostic{"W_TABLE_MARKED", Severity::warning,
                        words::say<"imports.marked_lines">(
                            {{"count", count}, {"column", words::as_is(csv.header.cells[i])}}),
                        csv.where(*first, i), ""};
  }
  return std::nullopt;
}

}  // namespace attune::tables
