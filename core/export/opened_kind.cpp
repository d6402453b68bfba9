#include "export/opened_kind.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "base/csv.hpp"
#include "base/file_kind.hpp"
#include "base/json.hpp"
#include "behavior/code_table.hpp"
#include "behavior/score_import.hpp"
#include "report/reference_aggregates.hpp"
#include "tables/columns.hpp"
#include "words/ids/saved.hpp"

namespace attune::exports {
namespace {

using tables::Column;

/// JSON, but for a project of BORIS, whose codes can be exported; or a page, which may hold a report.
bool is_saved(std::string_view text) {
  const auto kind = kind_of_file(text);
  if (kind == "page") return true;
  const auto first = text.find_first_not_of(" \t\r\n");
  return !kind && first != text.npos && text[first] == '{';
}

bool is_coding(std::string_view text) {
  const auto table = behavior::read_code_table(text);
  // What its door says of a damaged coding helps more than that it is none.
  return table ? !table->events.empty()
               : table.error().code.starts_with("E_CODE_") && table.error().code != "E_CODE_TABLE";
}

bool has_column(const CsvTable& csv, Column column) {
  return tables::find_column(csv, column).has_value();
}

/// Lines of several infants, one measure each, as comparison infants are; Attune's own table of all numbers has one.
bool is_of_many(const CsvTable& csv) {
  const auto participant = tables::find_column(csv, Column::participant);
  if (!participant || !has_column(csv, Column::visit) || !has_column(csv, Column::measure) ||
      !has_column(csv, Column::value))
    return false;
  std::set<std::string_view> infants;
  for (const CsvRow& row : csv.rows) infants.insert(row.cells[*participant]);
  return infants.size() > 1;
}

/// Scores as `attune synth` writes them and `attune report --scores` reads them.
bool is_scores_json(std::string_view text) {
  const auto scores = parse_json<behavior::Scores>(text);
  return scores && !scores->visits.empty();
}

/// Whether a column holds a scale that Attune knows; Attune's own tables of one infant hold none.
bool has_scores(std::string_view text) {
  const auto contents = behavior::score_table_contents(text, {});
  if (!contents) return false;
  return std::any_of(contents->columns.begin(), contents->columns.end(),
                     [](const behavior::FoundColumn& column) { return !column.scale.empty(); });
}

}  // namespace

Result<Opened> kind_of_opened(std::string_view text) {
  if (is_saved(text)) return Opened{is_scores_json(text) ? OpenedKind::scores : OpenedKind::saved};
  if (auto readable = csv_text(text.substr(0, std::min<std::size_t>(text.size(), 4096))); !readable)
    return readable.error();
  if (is_coding(text)) return Opened{OpenedKind::coding};
  const auto csv = parse_csv(text);
  const bool is_study = csv && has_column(*csv, Column::participant) && has_column(*csv, Column::group);
  const bool is_long = csv && has_column(*csv, Column::measure) && has_column(*csv, Column::value);
  if (is_study && (is_long || has_column(*csv, Column::file))) return Opened{OpenedKind::study};
  if (csv && (report::holds_aggregates(*csv) || is_of_many(*csv))) return Opened{OpenedKind::comparison};
  if (has_scores(text)) return Opened{OpenedKind::scores};
  if (const auto why = behavior::why_no_scores(text)) {
    // A key of items can be given beside the table.
    if (why->code == "W_SCORE_ITEMS") return Opened{OpenedKind::scores};
    return Error{"E_SCORE_VISIT", why->message, why->where};
  }
  return Error{"E_OPENED", words::say<"saved.nothing_known">(), ""};
}

}  // namespace attune::exports
