#include "behavior/item_key.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/csv.hpp"
#include "behavior/score_names.hpp"
#include "words/ids/scores.hpp"
#include "words/ids/tables.hpp"

namespace attune::behavior {
namespace {

struct KeyColumns {
  std::size_t scale = 0, item = 0, reversed = 0;
  std::optional<std::size_t> rater, lowest, highest, method;
};

/// The place of a column whatever its capitals.
std::optional<std::size_t> place_of(const CsvTable& csv, std::string_view name) {
  for (std::size_t i = 0; i < csv.header.cells.size(); ++i)
    if (plain_name(csv.header.cells[i]) == name) return i;
  return std::nullopt;
}

Result<KeyColumns> find_key_columns(const CsvTable& csv) {
  KeyColumns columns;
  for (const auto& [name, member] :
       {std::pair{"scale", &KeyColumns::scale}, std::pair{"item", &KeyColumns::item},
        std::pair{"reversed", &KeyColumns::reversed}}) {
    const auto place = place_of(csv, name);
    if (!place) return csv.require(name).error();
    columns.*member = *place;
  }
  columns.rater = place_of(csv, "rater");
  columns.lowest = place_of(csv, "lowest");
  columns.highest = place_of(csv, "highest");
  columns.method = place_of(csv, "method");
  return columns;
}

Error wrong(words::Said message, const CsvTable& csv, const CsvRow& row, std::size_t column) {
  return {"E_ITEM_KEY", std::move(message), csv.where(row, column)};
}

std::optional<bool> yes_or_no(std::string_view cell) {
  constexpr std::array<std::string_view, 8> yes{"1", "yes", "y", "true", "t", "r", "x", "reversed"};
  constexpr std::array<std::string_view, 6> no{"0", "no", "n", "false", "f", ""};
  const std::string word = plain_name(cell);
  if (std::find(yes.begin(), yes.end(), word) != yes.end()) return true;
  if (std::find(no.begin(), no.end(), word) != no.end()) return false;
  return std::nullopt;
}

/// The scale that a line is of, with its rater.
Result<const Scale*> scale_of(const CsvTable& csv, const CsvRow& row, const KeyColumns& columns,
                              std::span<const Scale> scales) {
  const std::string name = row.text(columns.scale);
  const std::string rater = columns.rater ? plain_name(row.cells[*columns.rater]) : "";
  if (const Scale* exact = scale_named(scales, rater.empty() ? name : name + "_" + rater)) return exact;
  const NamedScale meant = scale_meant(rater.empty() ? name : name + " " + rater, scales);
  if (const Scale* scale = scale_named(scales, meant.scale)) return scale;
  return wrong(
      words::say<"scores.key.no_scale">(
          {{"scale", words::as_is(name)}, {"rated", !rater.empty()}, {"rater", words::as_is(rater)}}),
      csv, row, columns.scale);
}

Status read_scoring(const CsvTable& csv, const CsvRow& row, const KeyColumns& columns, const Scale& scale,
                    KeyScale& key) {
  const bool ibq = scale.instrument == "IBQ-R";
  if (!ibq && (!columns.lowest || !columns.highest))
    return wrong(words::say<"scores.key.no_range">({{"scale", said_title(scale)}}), csv, row, columns.scale);
  key.sum = !ibq && scale.domain == ScaleDomain::mother;
  for (const auto& [column, bound] :
       {std::pair{columns.lowest, &key.range.lowest}, std::pair{columns.highest, &key.range.highest}}) {
    if (!column || (ibq && row.cells[*column].empty())) continue;
    const auto value = csv.number(row, *column);
    if (!value) return value.error();
    *bound = *value;
  }
  if (!(key.range.lowest < key.range.highest))
    return wrong(words::say<"scores.key.range">(), csv, row, columns.lowest.value_or(0));
  if (!columns.method) return success();
  const std::string method = plain_name(row.cells[*columns.method]);
  if (!method.empty() && method != "mean" && method != "sum")
    return wrong(words::say<"scores.key.method">(), csv, row, *columns.method);
  if (!method.empty()) key.sum = method == "sum";
  return success();
}

}  // namespace

Result<std::vector<KeyScale>> read_item_key(std::string_view text, std::span<const Scale> scales) {
  const auto csv = parse_csv(text);
  if (!csv) return csv.error();
  const auto columns = find_key_columns(*csv);
  if (!columns) return columns.error();
  std::vector<KeyScale> keys;
  std::set<std::pair<std::string, std::string>> given;  // scale and item
  for (const CsvRow& row : csv->rows) {
    const auto scale = scale_of(*csv, row, *columns, scales);
    if (!scale) return scale.error();
    auto key =
        std::find_if(keys.begin(), keys.end(), [&](const KeyScale& k) { return k.scale == (*scale)->id; });
    if (key == keys.end()) {
      key = keys.insert(keys.end(), {(*scale)->id, {}, {}, false});
      if (const Status status = read_scoring(*csv, row, *columns, **scale, *key); !status)
        return status.error();
    }
    const std::string item = row.text(columns->item);
    if (item.empty()) return wrong(words::say<"tables.cell_empty">(), *csv, row, columns->item);
    if (!given.emplace(key->scale, item).second)
      return wrong(words::say<"scores.key.twice">({{"item", words::as_is(item)}}), *csv, row, columns->item);
    const auto reversed = yes_or_no(row.cells[columns->reversed]);
    if (!reversed) return wrong(words::say<"scores.key.yes_or_no">(), *csv, row, columns->reversed);
    key->items.push_back({item, *reversed});
  }
  if (keys.empty()) return Error{"E_ITEM_KEY", words::say<"scores.key.empty">(), ""};
  return keys;
}

}  // namespace attune::behavior
