#include "base/words.hpp"

#include <cmath>
#include <cstdio>

namespace attune {

std::string number(double value, int decimals, bool sign) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, std::abs(value));
  const bool zero = std::string(text).find_first_not_of("0.") == std::string::npos;
  if (zero) return text;
  return (value < 0 ? "−" : sign ? "+" : "") + std::string(text);
}

std::string p_words(double p) {
  if (p < 0.001) return "p < .001";
  return "p = " + (p > 0.9995 ? "1" : number(p, 3).substr(1));
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string counted(int count, const std::string& thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

}  // namespace attune
