#include "report/visit_names.hpp"

#include "words/format.hpp"
#include "words/ids/finding.hpp"

namespace attune::report {
namespace {

words::Said default_name(std::size_t index) {
  return words::say<"finding.visit">({{"number", index + 1}});
}

}  // namespace

std::string default_label(std::size_t index) {
  return words::text(default_name(index));
}

words::Value name_of_visit(const std::vector<Visit>& visits, std::size_t index) {
  const std::string& label = visits[index].label;
  return label.empty() || label == default_label(index) ? words::Value(default_name(index))
                                                        : words::Value(words::as_is(label));
}

}  // namespace attune::report
