#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

#include "base/json_said.hpp"
#include "base/json_sink.hpp"
#include "base/json_text.hpp"
#include "base/json_tree.hpp"
#include "base/utf8.hpp"

namespace attune {
namespace json_detail {
namespace {

using Kind = TypeInfo::Kind;

class TreeSink final : public Sink {
 public:
  void open_object(std::size_t most_members) override {
    Json object = Json::object();
    object.get_ref<Json::object_t&>().reserve(most_members);  // growing, it would copy all it holds
    open_.push_back(&add(std::move(object)));
  }
  void key(std::string_view name) override { key_ = name; }
  void close_object() override { open_.pop_back(); }
  void open_array(std::size_t items) override {
    Json array = Json::array();
    array.get_ref<Json::array_t&>().reserve(items);
    open_.push_back(&add(std::move(array)));
  }
  void close_array() override { open_.pop_back(); }
  void number(double value) override { add(value); }
  void integer(std::int64_t value) override { add(value); }
  void text(std::string_view value) override { add(std::string(value)); }
  void boolean(bool value) override { add(value); }
  void null() override { add(nullptr); }
  void tree(Json value) override { add(std::move(value)); }

  Json take() { return std::move(root_); }

 private:
  Json& add(Json value) {
    if (open_.empty()) return root_ = std::move(value);
    Json& parent = *open_.back();  // what holds it grows only once it is closed
    if (parent.is_object()) return add_member(parent, std::move(key_), std::move(value));
    return parent.get_ref<Json::array_t&>().emplace_back(std::move(value));
  }

  std::vector<Json*> open_;
  std::string key_;
  Json root_;
};

/// Collects short pieces before the string takes them: the standard library's own push_back is many calls a letter.
class TextSink final : public Sink {
 public:
  explicit TextSink(std::string& to) : to_(to) {}

  void open_object(std::size_t) override { open("{"); }
  void key(std::string_view name) override {
    text(name);
    put(":");
    comma_ = false;
  }
  void close_object() override { close("}"); }
  void open_array(std::size_t) override { open("["); }
  void close_array() override { close("]"); }
  void number(double value) override {
    std::array<char, 64> digits;
    put_separated(digits, nlohmann::detail::to_chars(digits.data(), digits.data() + digits.size(), value));
  }
  void integer(std::int64_t value) override {
    std::array<char, 64> digits;
    put_separated(digits, std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
  }
  void text(std::string_view value) override {
    unsigned every = 0;
    bool as_is = true;
    for (const char c : value) {
      const auto byte = static_cast<unsigned char>(c);
      every |= byte;
      as_is = as_is && byte >= ' ' && byte != '"' && byte != '\\';
    }
    if (!as_is || (every >= 0x80 && !is_utf8(value))) return tree(std::string(value));
    put_separated("\"");
    put(value);
    put("\"");
  }
  void boolean(bool value) override { put_separated(value ? "true" : "false"); }
  void null() override { put_separated("null"); }
  void tree(Json value) override { put_separated(dump(value)); }

  void flush() {
    to_.append(pieces_.data(), used_);
    used_ = 0;
  }

 private:
  void put(std::string_view piece) {
    if (piece.size() > pieces_.size() - used_) flush();
    if (piece.size() > pieces_.size()) {
      to_ += piece;
      return;
    }
    std::copy(piece.begin(), piece.end(), pieces_.begin() + used_);
    used_ += piece.size();
  }
  void put_separated(std::string_view piece) {
    if (comma_) put(",");
    put(piece);
    comma_ = true;
  }
  void put_separated(const std::array<char, 64>& digits, const char* end) {
    put_separated({digits.data(), static_cast<std::size_t>(end - digits.data())});
  }
  void open(std::string_view bracket) {
    put_separated(bracket);
    comma_ = false;
  }
  void close(std::string_view bracket) {
    put(bracket);
    comma_ = true;
  }

  std::string& to_;
  std::array<char, 4096> pieces_;
  std::size_t used_ = 0;
  bool comma_ = false;  ///< before what comes next
};

void hand_over(const TypeInfo& type, const void* value, const Wording& wording, Sink& to);

/// Whether any text of a member is from the catalogues.
bool says_any(const TypeInfo& type, const void* value) {
  if (type.kind == Kind::words) return static_cast<const words::Text*>(value)->said() != nullptr;
  if (type.kind == Kind::map) {
    struct Context {
      const TypeInfo& item;
      bool any = false;
    } context{*type.item};
    type.each(value, &context, [](void* at, const std::string&, const void* item) {
      auto& of = *static_cast<Context*>(at);
      of.any = of.any || says_any(of.item, item);
    });
    return context.any;
  }
  for (std::size_t i = 0; i < type.size(value); ++i)
    if (says_any(*type.item, type.at(value, i))) return true;
  return false;
}

/// What the texts of a member say, in its shape; null in place of those from no catalogue.
void hand_over_said(const TypeInfo& type, const void* value, const Wording& wording, Sink& to) {
  if (!says_any(type, value)) return to.null();
  if (type.kind == Kind::words)
    return hand_over_said(*static_cast<const words::Text*>(value)->said(), wording, to);
  if (type.kind == Kind::optional) return hand_over_said(*type.item, type.at(value, 0), wording, to);
  if (type.kind != Kind::map) {
    to.open_array(type.size(value));
    for (std::size_t i = 0; i < type.size(value); ++i)
      hand_over_said(*type.item, type.at(value, i), wording, to);
    return to.close_array();
  }
  struct Context {
    const TypeInfo& item;
    const Wording& wording;
    Sink& to;
  } context{*type.item, wording, to};
  to.open_object(0);
  type.each(value, &context, [](void* at, const std::string& key, const void* item) {
    const auto& of = *static_cast<const Context*>(at);
    of.to.key(key);
    hand_over_said(of.item, item, of.wording, of.to);
  });
  to.close_object();
}

void hand_over_object(const TypeInfo& type, const void* value, const Wording& wording, Sink& to) {
  to.open_object(type.members.size() + 1);
  bool any = false;
  for (const MemberInfo& member : type.members) {
    const void* at = member.of(const_cast<void*>(value));
    to.key(member.name);
    hand_over(*member.type, at, wording, to);
    any = any || (holds_words(*member.type) && says_any(*member.type, at));
  }
  if (any) {
    to.key(said_member);
    to.open_object(0);
    for (const MemberInfo& member : type.members) {
      const void* at = member.of(const_cast<void*>(value));
      if (!holds_words(*member.type) || !says_any(*member.type, at)) continue;
      to.key(member.name);
      hand_over_said(*member.type, at, wording, to);
    }
    to.close_object();
  }
  to.close_object();
}

void hand_over_array(const TypeInfo& type, const void* value, const Wording& wording, Sink& to) {
  const std::size_t size = type.size(value);
  to.open_array(size);
  for (std::size_t i = 0; i < size; ++i) hand_over(*type.item, type.at(value, i), wording, to);
  to.close_array();
}

void hand_over_flags(const void* value, Sink& to) {
  const auto& flags = *static_cast<const std::vector<bool>*>(value);
  to.open_array(flags.size());
  for (const bool flag : flags) to.boolean(flag);
  to.close_array();
}

void hand_over_map(const TypeInfo& type, const void* value, const Wording& wording, Sink& to) {
  struct Context {
    const TypeInfo& item;
    const Wording& wording;
    Sink& to;
  } context{*type.item, wording, to};
  to.open_object(0);
  type.each(value, &context, [](void* at, const std::string& key, const void* item) {
    const auto& of = *static_cast<const Context*>(at);
    of.to.key(key);
    hand_over(of.item, item, of.wording, of.to);
  });
  to.close_object();
}

void hand_over(const TypeInfo& type, const void* value, const Wording& wording, Sink& to) {
  switch (type.kind) {
    case Kind::object:
      return hand_over_object(type, value, wording, to);
    case Kind::enumeration:
      return to.text(type.names[static_cast<std::size_t>(type.integer(value))]);
    case Kind::optional:
      return type.size(value) == 0 ? to.null() : hand_over(*type.item, type.at(value, 0), wording, to);
    case Kind::vector:
      return hand_over_array(type, value, wording, to);
    case Kind::flags:
      return hand_over_flags(value, to);
    case Kind::map:
      return hand_over_map(type, value, wording, to);
    case Kind::words:
      return to.text(words::text(*static_cast<const words::Text*>(value), wording.manner));
    case Kind::text:
      return to.text(*static_cast<const std::string*>(value));
    case Kind::boolean:
      return to.boolean(*static_cast<const bool*>(value));
    case Kind::number: {
      const double number = type.number(value);
      return std::isfinite(number) ? to.number(number) : to.null();
    }
    default:
      return to.integer(type.integer(value));
  }
}

}  // namespace

Json said_to_json(const words::Said& said, const Wording& wording) {
  TreeSink tree;
  hand_over_said(said, wording, tree);
  return tree.take();
}

Json write(const TypeInfo& type, const void* value, const Wording& wording) {
  TreeSink tree;
  hand_over(type, value, wording, tree);
  return tree.take();
}

void append_text(const TypeInfo& type, const void* value, const Wording& wording, std::string& text) {
  TextSink sink(text);
  hand_over(type, value, wording, sink);
  sink.flush();
}

}  // namespace json_detail

std::string dump(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace attune
