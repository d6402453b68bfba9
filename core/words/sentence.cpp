#include "words/sentence.hpp"

#include <string>
#include <utility>

#include "words/ids/sentence.hpp"

namespace attune::words {

Said then(Value first, Value next) {
  return say<"sentence.then">({{"first", std::move(first)}, {"then", std::move(next)}});
}

Text joined(const Text& first, const Text& next) {
  if (first.empty()) return next;
  return next.empty() ? first : Text(then(first, next));
}

Text without_stop(const Text& sentence) {
  std::string english = sentence.english();
  if (!english.ends_with('.')) return sentence;
  if (sentence.said()) return say<"sentence.part">({{"sentence", sentence}});
  english.pop_back();
  return english;
}

}  // namespace attune::words
