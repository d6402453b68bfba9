// What is said, for decisions that rest on it: never compare the words.
#pragma once

#include "words/say.hpp"

namespace attune::words {

/// Whether it is this text of the catalogues that is said.
template <Id id>
bool says(const Text& text) {
  static_assert(entry_of<id> != nullptr,
                "no catalogue has this id, or words/ids of its group is not included");
  return text.said() && text.said()->id == entry_of<id>->id;
}

/// What stands in a hole of that text, which is said.
template <Id id>
const Value& in_hole(const Text& text, Hole<id> hole) {
  return text.said()->with[hole.place];
}

}  // namespace attune::words
