// The language that a call of the program speaks: --language, English without it. What is printed for people is in it:
// the strings of JSON on standard output, and messages on standard error. Files and tables stay in English.
#pragma once

#include <string>
#include <vector>

#include "base/json.hpp"

namespace attune::cli {

/// Takes --language and its value out of the arguments of a command, and speaks it from here on. Gives exit status 2 for
/// a language that there is not, which has been said with those that there are; else 0.
int take_language(std::vector<std::string>& args);

/// How texts are written.
const words::Manner& manner();

/// How JSON for people is written.
Wording wording();

/// A text in the language spoken.
std::string spoken(const words::Text& text);

}  // namespace attune::cli
