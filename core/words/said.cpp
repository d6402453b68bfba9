#include "words/said.hpp"

#include "words/format.hpp"
#include "words/say.hpp"

namespace attune::words {

// Comparisons are written out: clang 14 breaks on defaulted ones of types that hold each other.
bool Said::operator==(const Said& other) const {
  return id == other.id && with == other.with;
}

bool Value::operator==(const Value& other) const {
  return held_ == other.held_;
}

bool Text::operator==(const Text& other) const {
  return held_ == other.held_;
}

Value::Value(const Text& text) {
  if (const Said* said = text.said())
    held_ = *said;
  else
    held_ = English{text.english()};
}

std::string Text::english() const {
  if (const Said* said = std::get_if<Said>(&held_)) return text(*said, Manner{});
  return *std::get_if<std::string>(&held_);
}

namespace say_detail {

Said with_holes(std::string_view id, std::size_t count) {
  return {id, std::vector<Value>(count)};
}

void fill(Said& said, std::size_t place, Value&& value) {
  said.with[place] = std::move(value);
}

}  // namespace say_detail

}  // namespace attune::words
