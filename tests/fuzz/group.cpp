// Tables of many infants in groups, and the comparison of the groups.
#include "group/analysis.hpp"
#include "reports.hpp"

using namespace attune;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto table = group::read_table(fuzz::text_of(data, size), {});
  if (!table) {
    require(table.error().code.starts_with("E_") && !table.error().message.empty(), "a refusal says why");
    return 0;
  }
  require(table->visits.size() >= 2 && table->visits.size() <= group::most_visits,
          "visits are as many as are compared");
  for (const group::MeasureTable& measure : table->measures) {
    require(measure.cells.size() == table->participants.size(), "every infant has its line");
    for (const auto& visits : measure.cells) {
      require(visits.size() == table->visits.size(), "every visit has its cell");
      for (const group::Cell& cell : visits)
        require(cell.value || !cell.missing.empty(), "what is missing has a reason");
    }
  }
  for (const auto& pair : table->pairs)
    require(pair[0] < table->participants.size() && pair[1] < table->participants.size(),
            "pairs are of the table");
  if (table->measures.size() > 4) return 0;  // each is analysed by itself
  fuzz::check_numbers(group::analyze(*table, {}));
  return 0;
}
