#include "report/visit_names.hpp"

#include "words/format.hpp"
#include "words/ids/finding.hpp"
#include "words/named.hpp"

namespace attune::report {
namespace {

words::Said default_name(std::size_t index) {
  return words::say<"finding.visit">({{"number", index + 1}});
}

bool has_default_name(const visit::Visit& visit, std::size_t index) {
  return visit.label.empty() || visit.label == default_label(index);
}

}  // namespace

std::string default_label(std::size_t index) {
  return words::text(default_name(index));
}

words::Value name_of_visit(const std::vector<visit::Visit>& visits, std::size_t index) {
  return has_default_name(visits[index], index) ? words::Value(default_name(index))
                                                : words::Value(words::say<"finding.visit_named">(
                                                      {{"label", words::as_is(visits[index].label)}}));
}

words::Text place_of_visit(const std::vector<visit::Visit>& visits, std::size_t index) {
  return has_default_name(visits[index], index) ? default_name(index) : words::named(visits[index].label);
}

}  // namespace attune::report
