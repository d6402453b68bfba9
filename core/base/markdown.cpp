#include "base/markdown.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace attune {

std::string markdown_cell(std::string_view text) {
  std::string cell;
  while (!text.empty()) {
    const std::size_t length = utf8_sequence(text);
    const char c = text.front();
    if (length == 0)
      cell += "\xEF\xBF\xBD";
    else if (length == 1 && (static_cast<unsigned char>(c) < ' ' || c == '\x7F'))
      cell += ' ';
    else if (c == '<')
      cell += "&lt;";
    else if (c == '>')
      cell += "&gt;";
    else if (c == '&')
      cell += "&amp;";
    else if (std::string_view("\\|`*_[]~$").find(c) != std::string_view::npos)
      cell += std::string("\\") + c;
    else
      cell += text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return cell;
}

}  // namespace attune
