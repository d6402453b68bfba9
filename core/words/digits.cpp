#include "words/digits.hpp"

#include <cmath>
#include <cstdint>
#include <cstdio>

namespace attune::words {
namespace {

std::string printed(const char* form, int digits, double value) {
  char text[64];
  std::snprintf(text, sizeof text, form, digits, value);
  return text;
}

/// What printf gives of "%.*f", which reckons in 128 bits that WebAssembly has not: by a whole number, unless it lies so near
/// to a half that it might be rounded to the other side.
std::string fixed_digits(double size, int decimals) {
  constexpr double most = 1e9, near = 1e-4;
  double scale = 1;
  for (int i = 0; i < decimals && scale < most; ++i) scale *= 10;
  const double scaled = size * scale, whole = std::floor(scaled), part = scaled - whole;
  if (decimals < 0 || !(scaled < most) || scale >= most || std::abs(part - 0.5) < near)
    return printed("%.*f", decimals, size);
  std::string text = std::to_string(static_cast<std::int64_t>(whole) + (part > 0.5 ? 1 : 0));
  if (decimals == 0) return text;
  const auto behind = static_cast<std::size_t>(decimals);
  if (text.size() <= behind) text.insert(0, behind + 1 - text.size(), '0');
  return text.insert(text.size() - behind, 1, '.');
}

std::string at_most_digits(double size, int decimals) {
  const double scale = std::pow(10.0, decimals);
  std::string text = fixed_digits(std::round(size * scale) / scale, decimals);
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
  else if (number.style == Number::Style::significant)
    text = printed("%.*g", number.digits, size);
  else
    text = fixed_digits(size, number.digits);
  if (text.find_first_not_of("0.") == std::string::npos) return text;
  return (number.value < 0 ? "-" : number.sign ? "+" : "") + text;
}

}  // namespace attune::words
