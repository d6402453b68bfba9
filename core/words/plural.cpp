#include "words/plural.hpp"

namespace attune::words {

std::string_view plural_category(std::string_view digits, Language language) {
  if (digits.starts_with('-') || digits.starts_with('+')) digits.remove_prefix(1);
  const std::string_view whole = digits.substr(0, digits.find('.'));
  const bool decimals = whole.size() < digits.size();
  if (language != Language::french) return whole == "1" && !decimals ? "one" : "other";
  if (whole == "0" || whole == "1") return "one";
  return !decimals && whole.size() > 6 && whole.ends_with("000000") ? "many" : "other";
}

}  // namespace attune::words
