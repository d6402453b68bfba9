#include "base/table.hpp"

#include <algorithm>

#include "base/formula.hpp"
#include "base/utf8.hpp"

namespace attune {
namespace {

using Kind = TypeInfo::Kind;

bool is_control(char c) {
  return static_cast<unsigned char>(c) < ' ' || c == '\x7F';
}

std::string cell(const TypeInfo& type, const void* value, Separator separator) {
  switch (type.kind) {
    case Kind::optional:
      return type.size(value) == 0 ? "" : cell(*type.item, type.at(value, 0), separator);
    case Kind::text:
      return table_cell(*static_cast<const std::string*>(value), separator);
    case Kind::words:
      return table_cell(static_cast<const words::Text*>(value)->english(), separator);
    case Kind::boolean:
      return *static_cast<const bool*>(value) ? "yes" : "no";
    default:
      return dump(json_detail::write(type, value, {}));
  }
}

std::string joined(const std::vector<std::string>& cells, Separator separator) {
  std::string line;
  for (const std::string& text : cells) {
    if (&text != cells.data()) line += static_cast<char>(separator);
    line += text;
  }
  return line + '\n';
}

}  // namespace

std::string harmless_text(std::string_view text) {
  std::string harmless = needs_guard(text) ? "'" : "";
  while (!text.empty()) {
    const std::size_t length = utf8_sequence(text);
    if (length == 0)
      harmless += "\xEF\xBF\xBD";
    else if (is_control(text.front()))
      harmless += ' ';
    else
      harmless += text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return harmless;
}

std::string table_cell(std::string_view text, Separator separator) {
  std::string cell;
  bool quoted = false;
  for (const char c : harmless_text(text)) {
    cell += c;
    if (c == '"') cell += c;
    quoted = quoted || c == '"' || c == static_cast<char>(separator);
  }
  return quoted ? '"' + cell + '"' : cell;
}

namespace table_detail {

std::string head(const TypeInfo& type, Separator separator) {
  std::vector<std::string> names;
  for (const MemberInfo& member : type.members) names.emplace_back(member.name);
  return (separator == Separator::comma ? "\xEF\xBB\xBF" : "") + joined(names, separator);
}

std::string line(const TypeInfo& type, const void* value, Separator separator) {
  std::vector<std::string> cells;
  for (const MemberInfo& member : type.members) {
    cells.push_back(cell(*member.type, member.of(const_cast<void*>(value)), separator));
    if (cells.back().empty() && separator == Separator::tab) cells.back() = "n/a";
  }
  return joined(cells, separator);
}

Json columns(const TypeInfo& type) {
  Json described = Json::object();
  for (const MemberInfo& member : type.members) described[member.name]["Description"] = member.about;
  return described;
}

}  // namespace table_detail
}  // namespace attune
