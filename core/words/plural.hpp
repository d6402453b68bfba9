// Plural categories of numbers by the rules of CLDR 42 (https://cldr.unicode.org/index/cldr-spec/plural-rules).
#pragma once

#include <string_view>

#include "words/format.hpp"

namespace attune::words {

/// "one", "many" or "other" of a number as it is written, its digits with a decimal point: "1" and "1.0" may differ.
std::string_view plural_category(std::string_view digits, Language language);

}  // namespace attune::words
