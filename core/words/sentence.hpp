// Sentences made of others.
#pragma once

#include "words/said.hpp"

namespace attune::words {

/// One after the other.
Said then(Value first, Value next);

/// One after the other; what is empty is left out.
Text joined(const Text& first, const Text& next);

/// A sentence as part of another: without its full stop, and without the capital that it begins with.
Text without_stop(const Text& sentence);

}  // namespace attune::words
