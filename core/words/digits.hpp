// The digits of numbers, before a language gives them its signs.
#pragma once

#include <string>

#include "words/said.hpp"

namespace attune::words {

/// Digits with "." and a leading "-" or, where asked for, "+". A number that rounds to 0 has no sign. Not for the styles
/// probability and duration, which are words.
std::string digits_of(const Number& number);

}  // namespace attune::words
