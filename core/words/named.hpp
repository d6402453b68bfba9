// What a user or a file calls something, where it is a text of its own: a title, a unit. It keeps every letter in every
// language.
#pragma once

#include <concepts>
#include <string_view>

#include "words/ids/name.hpp"

namespace attune::words {

inline Text named(std::string_view name) {
  return name.empty() ? Text() : Text(say<"name.given">({{"name", as_is(name)}}));
}

/// The same for a text that was read: what stands in no catalogue is somebody's own.
template <std::same_as<Text> T>
Text named(const T& read) {
  return read.said() ? read : named(std::string_view(read.english()));
}

}  // namespace attune::words
