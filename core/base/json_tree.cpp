#include "base/json_tree.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "words/ids/json.hpp"

namespace attune {
namespace {

/// Makes the tree of a text as the parser goes through it.
class TreeBuilder {
 public:
  explicit TreeBuilder(std::size_t text_bytes) : most_values_(least_allowed + text_bytes / bytes_per_value) {}

  bool null() { return put(Json(nullptr)); }
  bool boolean(bool value) { return put(Json(value)); }
  bool number_integer(std::int64_t value) { return put(Json(value)); }
  bool number_unsigned(std::uint64_t value) { return put(Json(value)); }
  bool number_float(double value, const std::string&) { return put(Json(value)); }
  bool string(std::string& value) { return put(Json(std::move(value))); }
  bool binary(Json::binary_t&) { return false; }
  bool start_object(std::size_t) { return open(Json::object()); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool key(std::string& name) {
    key_ = std::move(name);
    return true;
  }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  template <class Exception>
  bool parse_error(std::size_t, const std::string&, const Exception&) {
    return false;
  }

  Json take() { return std::move(root_); }
  const std::optional<Error>& error() const { return error_; }

 private:
  // A value takes 16 to 80 bytes; what people save has one for every 8 bytes or so.
  static constexpr std::size_t least_allowed = 500'000, bytes_per_value = 5;
  static constexpr std::size_t most_levels = 64;

  Json* add(Json value) {
    if (++values_ > most_values_) {
      error_ = Error{"E_JSON_SIZE", words::say<"json.values">({{"most", most_values_}}), ""};
      return nullptr;
    }
    if (open_.empty()) return &(root_ = std::move(value));
    Json& parent = *open_.back();
    if (parent.is_object()) return &add_member(parent, std::move(key_), std::move(value));
    auto& items = *parent.get_ptr<Json::array_t*>();
    return &items.emplace_back(std::move(value));
  }

  bool put(Json value) { return add(std::move(value)) != nullptr; }

  bool open(Json value) {
    if (open_.size() == most_levels) {
      error_ = Error{"E_JSON_SIZE", words::say<"json.depth">({{"most", most_levels}}), ""};
      return false;
    }
    Json* const added = add(std::move(value));
    if (added == nullptr) return false;
    open_.push_back(added);  // what holds it grows only once it is closed
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  std::size_t most_values_, values_ = 0;
  std::string key_;
  std::vector<Json*> open_;
  Json root_;
  std::optional<Error> error_;
};

}  // namespace

Result<Json> parse_json_tree(std::string_view text) {
  TreeBuilder builder(text.size());
  const bool parsed = Json::sax_parse(text, &builder);
  if (builder.error()) return *builder.error();
  if (!parsed) return Error{"E_JSON_SYNTAX", words::say<"json.syntax">(), ""};
  return builder.take();
}

std::vector<std::string_view> items_of_array(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  std::size_t at = text.find_first_not_of(space);
  if (at == text.npos || text[at] != '[') return {};
  std::vector<std::string_view> items;
  std::size_t begin = at + 1, depth = 0;
  while (++at < text.size()) {
    const char c = text[at];
    const bool closes = c == ']' || c == '}';
    if (c == '"') {
      while (++at < text.size() && text[at] != '"') at += text[at] == '\\' ? 1 : 0;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if (depth > 0) {
      depth -= closes ? 1 : 0;
    } else if (closes || c == ',') {
      items.push_back(text.substr(begin, at - begin));
      begin = at + 1;
      if (closes)
        return c == ']' && text.find_first_not_of(space, at + 1) == text.npos ? items : decltype(items)();
    }
  }
  return {};
}

Json& add_member(Json& object, std::string key, Json value) {
  std::vector<std::pair<const std::string, Json>>& members = *object.get_ptr<Json::object_t*>();
  return members.emplace_back(std::move(key), std::move(value)).second;
}

}  // namespace attune
