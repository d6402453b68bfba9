// Blanks and dashes outside of ASCII, which word processors and web pages put into names.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace attune {

/// The bytes of the blank or dash that a text begins with; 0: it begins with none. A minus sign is none.
constexpr std::size_t blank_size(std::string_view text) {
  constexpr std::array<std::string_view, 10> blanks{"\u00A0", "\u202F", "\u2009", "\u200B", "\u2007",
                                                    "\u2010", "\u2011", "\u2012", "\u2013", "\u2014"};
  for (const std::string_view blank : blanks)
    if (text.starts_with(blank)) return blank.size();
  return 0;
}

}  // namespace attune
