// Numbers and names in words: the same digits and the same minus sign wherever the core speaks.
#pragma once

#include <string>
#include <string_view>

namespace attune {

/// "−0.12", "+0.71" (with `sign`), with the typographic minus. A number that rounds to 0 has no sign.
std::string number(double value, int decimals, bool sign = false);

/// "p = .004", "p < .001": three decimals, without the 0 that every probability begins with.
std::string p_words(double p);

/// ASCII alone. No locale.
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// ASCII letters in lower case; all other bytes unchanged. No locale.
std::string lower(std::string_view text);

/// With a capital in front, if it begins with a small ASCII letter.
std::string capital(std::string text);

/// "3 infants", "1 infant".
std::string counted(int count, const std::string& thing);

}  // namespace attune
