// What the core says, before it is put into words: an id of the catalogues (core/words/en, core/words/fr) and the
// values of its holes. So one sentence is the same in every language, and what a user or a file calls something
// passes through untouched.
//
//   #include "words/ids/edf.hpp"
//   say<"edf.start_unknown">({{"raw", as_is(field)}})
//   say<"edf.truncated">({{"time", duration(12.5)}, {"percent", at_most(3.2, 1)}, {"present", 9}, {"promised", 10}})
//
// words/say.hpp checks it while it is compiled; words/format.hpp forms words from it.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace attune::words {

/// How a number is written. Decimal and minus signs are those of the language.
struct Number {
  enum class Style : std::uint8_t {
    fixed,        ///< as many decimals as `digits` says
    at_most,      ///< no more decimals than that, and no zeros at their end
    significant,  ///< as many significant digits
    probability,  ///< "p = .004", "p < .001"
    duration      ///< seconds as "12.5 s", "3 min 20 s", "2 h 5 min"
  };

  double value = 0;
  int digits = 0;
  Style style = Style::fixed;
  bool sign = false;  ///< a plus before what is above zero

  bool operator==(const Number&) const = default;
};

constexpr Number number(double value, int decimals) {
  return {value, decimals};
}
/// With its sign, plus or minus.
constexpr Number change(double value, int decimals) {
  return {value, decimals, Number::Style::fixed, true};
}
constexpr Number at_most(double value, int decimals) {
  return {value, decimals, Number::Style::at_most};
}
constexpr Number significant(double value, int digits) {
  return {value, digits, Number::Style::significant};
}
constexpr Number probability(double p) {
  return {p, 3, Number::Style::probability};
}
constexpr Number duration(double seconds) {
  return {seconds, 0, Number::Style::duration};
}

/// Text that is nobody's to translate: what a user typed, what stands in a file, the name of a format.
struct AsIs {
  std::string text;
  bool operator==(const AsIs&) const = default;
};
inline AsIs as_is(std::string_view text) {
  return {std::string(text)};
}

/// A sentence in English that stands in no catalogue: one of an older file, or of a floor that has none yet.
struct English {
  std::string text;
  bool operator==(const English&) const = default;
};

class Value;
class Text;

struct Said {
  std::string_view id;      ///< in the catalogues' own memory, never a copy
  std::vector<Value> with;  ///< the values of its holes, in the order of their names

  bool operator==(const Said& other) const;
};

/// What stands in a hole. A list is written with commas.
class Value {
 public:
  using List = std::vector<Value>;
  using Held = std::variant<AsIs, English, Number, Said, List>;

  Value() = default;
  Value(AsIs text) : held_(std::move(text)) {}
  Value(English text) : held_(std::move(text)) {}
  Value(Number number) : held_(number) {}
  template <std::integral T>
  requires(!std::same_as<T, bool>) Value(T whole) : held_(Number{static_cast<double>(whole)}) {}
  /// For `select`: yes or no.
  template <std::same_as<bool> T>
  Value(T answer) : held_(AsIs{answer ? "yes" : "no"}) {}
  Value(Said said) : held_(std::move(said)) {}
  Value(List list) : held_(std::move(list)) {}
  Value(const Text& text);

  const Held& held() const { return held_; }
  bool operator==(const Value& other) const;

 private:
  Held held_;
};

/// A text that a described struct holds: something said, or a sentence in English that stands in no catalogue.
class Text {
 public:
  Text() = default;
  Text(Said said) : held_(std::move(said)) {}
  Text(std::string english) : held_(std::move(english)) {}
  Text(std::string_view english) : held_(std::string(english)) {}
  Text(const char* english) : held_(std::string(english)) {}

  /// None where it is a sentence that stands in no catalogue.
  const Said* said() const { return std::get_if<Said>(&held_); }
  bool empty() const {
    const std::string* english = std::get_if<std::string>(&held_);
    return english && english->empty();
  }
  /// In English (words/format.hpp has the other languages).
  std::string english() const;

  bool operator==(const Text& other) const;
  template <class T>
  requires(std::convertible_to<T, std::string_view> && !std::same_as<T, Text>) friend bool operator==(
      const Text& text, const T& english) {
    return text.english() == std::string_view(english);
  }

 private:
  std::variant<std::string, Said> held_;
};

}  // namespace attune::words
