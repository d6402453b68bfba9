// Something said, in words of a language. The texts of the catalogues are messages of ICU MessageFormat, of which this
// much is used:
//
//   {name}                                    the value of that hole
//   {name, plural, one {# gap} other {…}}     by the plural category of a number; # is the number, =0 {…} one of them
//   {name, select, up {…} other {…}}          by a text that the core chose, never by words of a user
//
// Plural categories are those of CLDR 42: English one (1, without decimals) and other; French one (0 and 1, 1.5 among
// them), many (whole millions) and other. A category that a message lacks is read as other.
//
// Signs stand here alone: decimal sign, minus (U+2212), and for French the narrow spaces before ; : ! ? % » and after «,
// which the French texts write as ordinary ones. What stands in holes as it is keeps every letter.
//
// A sentence that is part of another ("sentence.part", words/sentence.hpp) is written without its full stop.
//
// The pseudo-language is English with accents on every letter and brackets around every text. It is for tests:
// whatever a reader meets in plain letters was taken from no catalogue.
#pragma once

#include <string>
#include <string_view>

#include "words/catalogue.hpp"
#include "words/said.hpp"

namespace attune::words {

/// How texts are written.
struct Manner {
  Language language = Language::english;
};

std::string text(const Said& said, const Manner& manner = {});
std::string text(const Text& text, const Manner& manner = {});

}  // namespace attune::words
