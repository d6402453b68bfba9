#include "tables/summary_line.hpp"

#include <algorithm>
#include <array>

#include "base/csv.hpp"
#include "base/words.hpp"
#include "words/ids/imports.hpp"

namespace attune::tables {

bool names_summary(std::string_view cell) {
  constexpr std::array<std::string_view, 47> words{"total",
                                                   "totals",
                                                   "sum",
                                                   "summe",
                                                   "gesamt",
                                                   "gesamtsumme",
                                                   "somme",
                                                   "totale",
                                                   "suma",
                                                   "mean",
                                                   "means",
                                                   "average",
                                                   "avg",
                                                   "mittelwert",
                                                   "mw",
                                                   "mittel",
                                                   "durchschnitt",
                                                   "moyenne",
                                                   "media",
                                                   "promedio",
                                                   "median",
                                                   "médiane",
                                                   "mediana",
                                                   "sd",
                                                   "std",
                                                   "std dev",
                                                   "stdev",
                                                   "standard deviation",
                                                   "standardabweichung",
                                                   "écart type",
                                                   "ecart type",
                                                   "Écart type",
                                                   "variance",
                                                   "varianz",
                                                   "se",
                                                   "sem",
                                                   "n",
                                                   "count",
                                                   "anzahl",
                                                   "min",
                                                   "max",
                                                   "minimum",
                                                   "maximum",
                                                   "change",
                                                   "difference",
                                                   "differenz",
                                                   "différence"};
  if (std::any_of(cell.begin(), cell.end(), is_digit)) return false;  // as no word has, and nearly every id
  std::string name;
  for (const char c : plain_name(lower(cell))) name += c == '-' ? ' ' : c;
  const auto is = [&](std::string_view text) {
    return std::find(words.begin(), words.end(), text) != words.end();
  };
  // "Mean (SD)", "Total n", "Grand total"
  const std::size_t blank = name.find(' ');
  if (is(name) || name == "grand total") return true;
  return blank != std::string::npos && is(name.substr(0, blank)) && is(name.substr(blank + 1));
}

bool SummaryLines::takes_out(int line, std::string_view participant, std::string_view visit) {
  const bool by_participant = names_summary(participant);
  if (!by_participant && !names_summary(visit)) return false;
  if (count_++ > 0) return true;
  first_line_ = line;
  first_ = by_participant ? participant : visit;
  return true;
}

void SummaryLines::say(std::vector<Diagnostic>& notes, const std::string& table) const {
  if (count_ == 0) return;
  const words::Said line = place_of_line(first_line_);
  notes.push_back({"W_TABLE_SUMMARY", Severity::warning,
                   words::say<"imports.summary_lines">({{"count", count_}, {"first", words::as_is(first_)}}),
                   table.empty() ? line : place_in(table, line), ""});
}

}  // namespace attune::tables
