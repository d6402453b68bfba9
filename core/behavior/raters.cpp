#include "behavior/raters.hpp"

#include <algorithm>
#include <array>

#include "base/words.hpp"
#include "behavior/score_names.hpp"
#include "tables/columns.hpp"
#include "tables/missing.hpp"
#include "words/ids/imports.hpp"

namespace attune::behavior {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// A parent by a whole word: letters alone, and "par", are anything in the name of a visit.
std::string parent(std::string_view word) {
  return word.size() < 3 || lower(word) == "par" ? "" : rater_named(word);
}

/// Others who surely are no parent.
bool is_kin(std::string_view cell) {
  constexpr std::array<std::string_view, 19> kin{
      "grandmother",   "grandfather", "grandparent", "grandma",    "grandpa",    "aunt",       "uncle",
      "nanny",         "sister",      "brother",     "stepfather", "stepmother", "großmutter", "großvater",
      "foster mother", "oma",         "opa",         "grand mère", "abuela"};
  const std::string name = plain_name(lower(cell));
  return std::find(kin.begin(), kin.end(), name) != kin.end();
}

/// Whoever else may answer beside parents.
bool may_answer(std::string_view cell) {
  constexpr std::array<std::string_view, 4> others{"guardian", "other", "caregiver", "self"};
  return is_kin(cell) || std::find(others.begin(), others.end(), plain_name(cell)) != others.end();
}

/// Whether a column may tell who answered, by its name; much else is called so too.
bool may_name_raters(std::string_view name) {
  constexpr std::array<std::string_view, 14> words{
      "role",   "who",       "relation", "relationship", "person", "carer", "respondent",
      "parent", "beziehung", "rolle",    "lien",         "rôle",   "self",  "source"};
  return holds_word(name, words);
}

/// Whether all cells name parents or kin, and any a parent.
bool holds_raters(const CsvTable& csv, std::size_t column) {
  bool any = false;
  for (const CsvRow& row : csv.rows) {
    const std::string_view cell = row.cells[column];
    if (tables::says_no_number(cell)) continue;
    const std::string key = rater_key(cell);
    const bool is_parent =
        cell.size() > 2 && plain_name(cell) != "par" && (key == "mother" || key == "partner");
    if (!is_parent && !may_answer(cell)) return false;
    any = any || is_parent;
  }
  return any;
}

/// Where the arm begins that ends the name of REDCap's event.
std::size_t arm_in(const std::string& name) {
  const std::string plain = lower(name);
  return std::min({plain.find("_arm_"), plain.find("(arm "), plain.size()});
}

}  // namespace

std::optional<std::size_t> rater_column(const CsvTable& csv) {
  if (const auto column = tables::find_column(csv, tables::Column::rater)) {
    const auto names = [&](const CsvRow& row) {
      return names_rater(row.cells[*column]) || is_kin(row.cells[*column]);
    };
    if (std::any_of(csv.rows.begin(), csv.rows.end(), names)) return column;
  }
  for (std::size_t i = 0; i < csv.header.cells.size(); ++i)
    if (may_name_raters(csv.header.cells[i]) && holds_raters(csv, i)) return i;
  return std::nullopt;
}

std::string rater_in(std::string_view name) {
  std::string copy(name);
  return take_rater(copy);
}

std::string take_rater(std::string& name) {
  const std::size_t last = arm_in(name);
  for (std::size_t at = 0; at < last;) {
    if (!is_word(name[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < last && is_word(name[end])) ++end;
    if (std::string found = parent(std::string_view(name).substr(at, end - at)); !found.empty()) {
      // With the sign that parts it from the rest: behind it, or before it at the end.
      if (end < last)
        ++end;
      else if (at > 0)
        --at;
      name.erase(at, end - at);
      while (!name.empty() && name.back() == ' ') name.pop_back();
      return found;
    }
    at = end;
  }
  return "";
}

LineRaters::LineRaters(const CsvTable& csv, std::optional<std::size_t> visit,
                       std::optional<std::size_t> instrument)
    : csv_(&csv), column_(rater_column(csv)), instrument_(instrument) {
  if (!column_) unknown_ = tables::find_column(csv, tables::Column::rater);
  const auto names_another = [&](const std::optional<std::size_t>& column) {
    if (!column) return false;
    for (const CsvRow& row : csv.rows) {
      if (rater_in(row.cells[*column]) != "partner") continue;
      if (first_name_.empty()) first_name_ = row.cells[*column];
      return true;
    }
    return false;
  };
  by_visit_ = !column_ && names_another(visit);
  by_instrument_ = !column_ && names_another(instrument);
}

std::string LineRaters::of(const CsvRow& row, std::string& visit) const {
  if (column_) return rater_key(row.cells[*column_]);
  if (!by_names()) return "";
  std::string rater = by_visit_ ? take_rater(visit) : "";
  if (rater.empty() && by_instrument_) rater = rater_in(row.cells[*instrument_]);
  return rater.empty() ? "mother" : rater;
}

std::size_t LineRaters::names_begin(const std::string& rater, std::size_t fields) {
  return column_ || by_names() ? raters_.place_of(rater) * fields : 0;
}

std::vector<std::string> LineRaters::spread(const std::vector<std::string>& names) const {
  if (!column_ && !by_names()) return names;
  std::vector<std::string> all;
  for (const std::string& rater : raters_.names())
    for (const std::string& name : names) all.push_back(with_rater(name, rater));
  return all;
}

void LineRaters::say(std::vector<Diagnostic>& notes) const {
  const auto column = [&](std::size_t place) { return words::as_is(csv_->header.cells[place]); };
  if (column_)
    notes.push_back({"N_SCORE_RATER_COLUMN", Severity::note,
                     words::say<"imports.rater_column">({{"column", column(*column_)}}),
                     "column " + csv_->header.text(*column_), ""});
  if (by_names())
    notes.push_back({"N_SCORE_RATER_VISIT", Severity::note,
                     words::say<"imports.rater_visit">({{"first", words::as_is(first_name_)}}),
                     place_of_column("visit"), ""});
  const std::string_view first = unknown_ ? first_code() : std::string_view();
  if (!first.empty())
    notes.push_back({"W_SCORE_RATER_UNKNOWN", Severity::warning,
                     words::say<"imports.raters_unknown">(
                         {{"column", column(*unknown_)}, {"first", words::as_is(first)}}),
                     "column " + csv_->header.text(*unknown_), ""});
}

/// The first number that is not 1 where all that is there are numbers; empty elsewhere.
std::string_view LineRaters::first_code() const {
  std::string_view first;
  for (const CsvRow& row : csv_->rows) {
    const std::string_view cell = row.cells[*unknown_];
    if (tables::says_no_number(cell)) continue;
    const auto code = decimal_number(cell);
    if (!code) return {};
    if (first.empty() && *code != 1) first = cell;
  }
  return first;
}

}  // namespace attune::behavior
