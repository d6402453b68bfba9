// Tables of comparison infants, one by one or as aggregates, and an infant's place among them.
#include "report/reference.hpp"

#include <set>

#include "report/reference_contents.hpp"
#include "reports.hpp"

using namespace attune;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto reference = report::read_reference(fuzz::text_of(data, size));
  if (!reference) {
    require(reference.error().code.starts_with("E_") && !reference.error().message.empty(),
            "a refusal says why");
    return 0;
  }
  for (const auto& value : reference->values)
    require(std::isfinite(value.value) && value.visit >= 0 && value.visit < 1000,
            "values are finite, visits in range");
  const auto contents = report::contents_of(*reference);
  fuzz::check_numbers(contents);
  std::size_t looked_at = 0;
  for (const auto& measure : contents.measures) {
    if (++looked_at > 5) break;
    for (const auto& on : {report::MatchOn{}, report::MatchOn{4.0, "f"}, report::MatchOn{1e300, "m"}})
      for (const std::size_t visit : {0, 1, 999}) {
        const auto matched = report::match_infants(*reference, measure.measure, visit, on, {});
        require(!matched.how.empty(), "how infants were chosen is said");
        require(matched.values.size() <= reference->values.size(), "infants are of the table");
        require(!matched.withheld || !matched.aggregate, "what is withheld is not told");
        for (const std::optional<double> months : {std::optional<double>(), std::optional<double>(2.5)}) {
          const auto changes = report::match_changes(*reference, {measure.measure, 0, visit, on, months}, {});
          require(!changes.how.empty(), "how infants were chosen is said");
          require(changes.infants.size() <= reference->values.size(), "infants are of the table");
        }
      }
  }
  return 0;
}
