#include "base/formula.hpp"

#include <algorithm>
#include <array>

namespace attune {

bool needs_guard(std::string_view text) {
  // The full-width forms among them.
  static constexpr std::array<std::string_view, 8> beginnings{
      "=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
  const auto passed_over = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F'; };
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  while (!text.empty() && passed_over(text.front())) text.remove_prefix(1);
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return text.starts_with(beginning); });
}

std::string_view without_guard(std::string_view text) {
  if (text.starts_with('\'') && needs_guard(text)) text.remove_prefix(1);
  return text;
}

}  // namespace attune
