#include "words/digits.hpp"

#include <cmath>
#include <cstdio>

namespace attune::words {
namespace {

std::string printed(const char* form, int digits, double value) {
  char text[64];
  std::snprintf(text, sizeof text, form, digits, value);
  return text;
}

std::string at_most_digits(double size, int decimals) {
  const double scale = std::pow(10.0, decimals);
  std::string text = printed("%.*f", decimals, std::round(size * scale) / scale);
  if (text.find('.') == std::string::npos) return text;
  text.resize(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace

std::string digits_of(const Number& number) {
  constexpr double longest = 1e15;  // a double has no more digits than that
  const double size = std::abs(number.value);
  std::string text;
  if (!(size < longest))
    text = printed("%.*g", 6, size);
  else if (number.style == Number::Style::at_most)
    text = at_most_digits(size, number.digits);
  else
    text = printed(number.style == Number::Style::significant ? "%.*g" : "%.*f", number.digits, size);
  if (text.find_first_not_of("0.") == std::string::npos) return text;
  return (number.value < 0 ? "-" : number.sign ? "+" : "") + text;
}

}  // namespace attune::words
