#include "cli/cohort_pair.hpp"

#include "cli/dyad_input.hpp"
#include "cli/records.hpp"

namespace attune::cli {

std::string digest_of_mother(const PairAsked& asked) {
  if (asked.mother.empty()) return "";
  const auto digest = hash_files({asked.mother, {}});
  return digest ? *digest : "";
}

cohort::PairRecord measure_pair(const std::string& path, const PairAsked& asked, const visit::Visit& visit,
                                const visit::Settings& settings) {
  const bool one = asked.mother.empty();
  const auto read = [&](const dyad::PairWanted& wanted) -> Result<dyad::Pair> {
    std::string where;
    auto pair = read_dyad(one ? DyadFiles{path, "", ""} : DyadFiles{"", asked.mother, path}, wanted, where);
    if (!pair) return Error{pair.error().code, pair.error().message, where == path ? "" : "mother"};
    return pair;
  };
  return cohort::measure_pair({one, digest_of_mother(asked), read}, visit, settings, asked.settings);
}

bool has_pair(const cohort::Record& record, const std::optional<PairAsked>& asked) {
  return !asked || record.error ||
         (record.pair && is_current(*record.pair, digest_of_mother(*asked), asked->settings));
}

}  // namespace attune::cli
