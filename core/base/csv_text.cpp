// From the bytes of a table to its text, in whatever encoding, and to the sign that parts its columns.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/csv.hpp"
#include "base/file_kind.hpp"
#include "base/utf8.hpp"
#include "base/words.hpp"
#include "words/ids/tables.hpp"

namespace attune {
namespace {

Result<std::string> from_utf16(std::string_view bytes, bool big) {
  const Error broken{"E_CSV_ENCODING", words::say<"tables.utf16_broken">(), place_of_line(1)};
  if (bytes.size() % 2 != 0) return broken;
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]),
               second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big ? first << 8 | second : second << 8 | first);
  };
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xE000) {
      const bool pair = c < 0xDC00 && i + 2 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000;
      if (!pair) return broken;
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    }
    append_utf8(text, c);
  }
  return text;
}

/// Whether a text is UTF-16, and if so whether the first byte of a unit is the larger: by its mark, or where, of what a table
/// begins with, every second byte is 0.
std::optional<bool> is_big_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return false;
  if (bytes.starts_with("\xFE\xFF")) return true;
  constexpr std::size_t looked_at = 16;
  if (bytes.size() < looked_at || bytes.size() % 2 != 0) return std::nullopt;
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < looked_at; ++i)
    if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
  if (odd == looked_at / 2 && even == 0) return false;
  if (even == looked_at / 2 && odd == 0) return true;
  return std::nullopt;
}

/// Without what old programs write behind the last line: zeros, and DOS's end of file.
std::string_view without_end_marks(std::string_view bytes) {
  while (!bytes.empty() && (bytes.back() == '\0' || bytes.back() == '\x1A')) bytes.remove_suffix(1);
  return bytes;
}

/// Without Excel's own line that names the separator ("sep=;"), which is found without it.
std::string_view without_separator_line(std::string_view bytes) {
  const std::size_t end = bytes.find_first_of("\r\n");
  if (end == std::string_view::npos || end > 10) return bytes;
  std::string line = lower(bytes.substr(0, end));
  std::erase(line, '"');
  // A separator more stands behind it where a spreadsheet took it for a cell.
  if (!line.starts_with("sep=") || line.size() < 5 ||
      line.find_first_of("abcdefghijklmnopqrstuvwxyz0123456789", 4) != std::string::npos)
    return bytes;
  bytes.remove_prefix(bytes.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
  return bytes;
}

}  // namespace

Result<std::string> csv_text(std::string_view bytes) {
  std::string decoded;
  if (const auto big = is_big_utf16(bytes)) {
    auto text = from_utf16(bytes, *big);
    if (!text) return text.error();
    decoded = std::move(*text);
    bytes = decoded;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);  // the mark, of UTF-16 too
  if (const auto kind = kind_of_file(bytes))
    return Error{"E_CSV_KIND", words::say<"tables.kind">({{"kind", words::as_is(*kind)}}), ""};
  bytes = without_separator_line(without_end_marks(bytes));
  return is_utf8(bytes) ? std::string(bytes) : from_windows_1252(bytes);
}

char csv_separator(std::string_view text) {
  constexpr std::string_view separators = "\t;,|^";  // the first of these that the first line has
  std::size_t found = separators.size();
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    found = std::min(found, separators.find(c));
  }
  return found < separators.size() ? separators[found] : ',';
}

}  // namespace attune
