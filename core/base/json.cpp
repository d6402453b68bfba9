#include "base/json.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/json_said.hpp"
#include "base/json_tree.hpp"
#include "words/ids/json.hpp"

namespace attune {
namespace json_detail {
namespace {

using Kind = TypeInfo::Kind;

words::Text place_of(const std::string& path) {
  return path.empty() ? words::Text() : words::say<"json.path">({{"path", words::as_is(path)}});
}

words::Text place_of(const Place& place) {
  return place_of(place.path());
}

/// `expected`: what json.type calls it.
Error wrong_type(const Place& place, std::string_view expected, const Json& found) {
  return {"E_JSON_TYPE",
          words::say<"json.type">(
              {{"expected", words::as_is(expected)}, {"found", words::as_is(found.type_name())}}),
          place_of(place)};
}

/// A number as one types it: "30", not "30.0", with all its digits and the language's decimal sign.
words::Value typed(double value) {
  std::string text = Json(value).dump();
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  const std::size_t point = text.find('.');
  if (point == std::string::npos || text.find('e') != std::string::npos) return words::as_is(text);
  const words::Number size = words::number(std::abs(value), static_cast<int>(text.size() - point) - 1);
  if (value < 0) return words::say<"json.minus">({{"size", size}});
  return size;
}

/// A number that is not as it must be: its path from the value that was looked at, and what it must be.
struct Breach {
  std::string path;
  words::Said what;
};

Error error_of(const Breach& breach) {
  const words::Value what =
      breach.path.empty() ? words::Value(words::say<"json.the_number">()) : words::as_is(breach.path);
  return {"E_JSON_RANGE", words::say<"json.breach">({{"what", what}, {"breach", breach.what}}),
          place_of(breach.path)};
}

words::Said outside(words::Value value, const Range& range) {
  return words::say<"json.outside">(
      {{"value", std::move(value)}, {"lowest", typed(range.lowest)}, {"highest", typed(range.highest)}});
}

/// "eeg" and "alpha.low_hz", "bands" and "[2].low_hz".
std::string path_below(const std::string& above, const std::string& below) {
  return above + (below.empty() || below.front() == '[' ? "" : ".") + below;
}

const MemberInfo* member_named(const TypeInfo& type, std::string_view name) {
  for (const MemberInfo& member : type.members)
    if (name == member.name) return &member;
  return nullptr;
}

/// The member of this name; it is `next` where they come as they were written.
const MemberInfo* member_named(const TypeInfo& type, std::string_view name, std::size_t next) {
  if (next < type.members.size() && name == type.members[next].name) return &type.members[next];
  return member_named(type, name);
}

void read_said(const TypeInfo& type, void* value, const Json& json);

/// Of the keys that the map has: a text that was taken out since stays out.
void read_said_of_map(const TypeInfo& type, void* value, const Json& json) {
  struct Context {
    const TypeInfo& item;
    const Json& json;
  } context{*type.item, json};
  type.each(value, &context, [](void* at, const std::string& key, const void* item) {
    const auto& from = *static_cast<const Context*>(at);
    if (const auto one = from.json.find(key); one != from.json.end())
      read_said(from.item, const_cast<void*>(item), *one);
  });
}

/// Puts what is said in place of the texts that were read, which have its shape.
void read_said(const TypeInfo& type, void* value, const Json& json) {
  if (type.kind == Kind::words) {
    if (auto said = said_from_json(json)) *static_cast<words::Text*>(value) = std::move(*said);
  } else if (type.kind == Kind::map && json.is_object()) {
    read_said_of_map(type, value, json);
  } else if (type.kind == Kind::vector || type.kind == Kind::optional) {
    const std::size_t size = type.size(value);
    const bool list = type.kind == Kind::vector;
    for (std::size_t i = 0; i < size && (!list || (json.is_array() && i < json.size())); ++i)
      read_said(*type.item, const_cast<void*>(type.at(value, i)), list ? json[i] : json);
  }
}

/// The range of a member: its own, and for numbers that it gives none the one from above.
Range within(const Range& above, const MemberInfo& member) {
  return member.range.is_given() ? member.range : up_to(member.range.most_items, above);
}

Status read_object(const TypeInfo& type, void* value, const Json& json, const Place& place,
                   const Range& range) {
  if (!json.is_object()) return wrong_type(place, "object", json);
  const Json* said = nullptr;
  std::size_t next = 0;
  for (auto entry = json.begin(); entry != json.end(); ++entry) {
    const Place below{&place, entry.key()};
    const MemberInfo* member = member_named(type, entry.key(), next++);
    if (!member && std::find(type.retired.begin(), type.retired.end(), entry.key()) != type.retired.end())
      continue;
    if (!member && entry.key() == said_member && has_words(type)) {
      said = &entry.value();
      continue;
    }
    if (!member) return Error{"E_JSON_UNKNOWN", words::say<"json.unknown">(), place_of(below)};
    if (const Status status =
            read(*member->type, member->of(value), entry.value(), below, within(range, *member));
        !status)
      return status;
  }
  if (said && said->is_object())
    for (const auto& [name, one] : said->items())
      if (const MemberInfo* member = member_named(type, name))
        read_said(*member->type, member->of(value), one);
  return success();
}

Status read_enumeration(const TypeInfo& type, void* value, const Json& json, const Place& place) {
  for (std::size_t i = 0; i < type.names.size() && json.is_string(); ++i) {
    if (json.get_ref<const std::string&>() != type.names[i]) continue;
    type.set_integer(value, static_cast<std::int64_t>(i));
    return success();
  }
  words::Value::List choices;
  for (const std::string_view name : type.names) choices.emplace_back(words::as_is(name));
  return Error{"E_JSON_TYPE", words::say<"json.choices">({{"choices", std::move(choices)}}), place_of(place)};
}

Status read_array(const TypeInfo& type, void* value, const Json& json, const Place& place,
                  const Range& range) {
  if (!json.is_array()) return wrong_type(place, "array", json);
  type.clear(value);
  for (std::size_t i = 0; i < json.size(); ++i) {
    const Place below{&place, {}, i};
    if (Status status = read(*type.item, type.append(value), json[i], below, range); !status) return status;
  }
  return success();
}

Status read_flags(void* value, const Json& json, const Place& place) {
  if (!json.is_array()) return wrong_type(place, "array", json);
  auto& flags = *static_cast<std::vector<bool>*>(value);
  flags.clear();
  for (const Json& flag : json) {
    if (!flag.is_boolean()) return wrong_type(place, "boolean", flag);
    flags.push_back(flag.get<bool>());
  }
  return success();
}

Status read_map(const TypeInfo& type, void* value, const Json& json, const Place& place, const Range& range) {
  if (!json.is_object()) return wrong_type(place, "object", json);
  type.clear(value);
  for (auto entry = json.begin(); entry != json.end(); ++entry) {
    const Place below{&place, entry.key()};
    const Status status = read(*type.item, type.insert(value, entry.key()), entry.value(), below, range);
    if (!status) return status;
  }
  return success();
}

Status read_optional(const TypeInfo& type, void* value, const Json& json, const Place& place,
                     const Range& range) {
  type.clear(value);
  if (json.is_null()) return success();
  return read(*type.item, type.append(value), json, place, range);
}

Status read_number(const TypeInfo& type, void* value, const Json& json, const Place& place) {
  if (!json.is_number()) return wrong_type(place, "number", json);
  const double number = json.get<double>();
  if (!std::isfinite(number)) return Error{"E_JSON_TYPE", words::say<"json.not_finite">(), place_of(place)};
  type.set_number(value, number);
  return success();
}

/// What the type of a whole number can hold.
Range widest(const TypeInfo& type) {
  return between(static_cast<double>(type.lowest), static_cast<double>(type.highest));
}

Status read_integer(const TypeInfo& type, void* value, const Json& json, const Place& place,
                    const Range& range) {
  if (!json.is_number_integer()) return wrong_type(place, "whole", json);
  const bool fits = json.is_number_unsigned()
                        ? json.get<std::uint64_t>() <= type.highest
                        : json.get<std::int64_t>() >= type.lowest &&
                              (json.get<std::int64_t>() < 0 ||
                               static_cast<std::uint64_t>(json.get<std::int64_t>()) <= type.highest);
  if (!fits)
    return error_of(
        {place.path(), outside(words::as_is(json.dump()), range.is_given() ? range : widest(type))});
  type.set_integer(value, json.is_number_unsigned() ? static_cast<std::int64_t>(json.get<std::uint64_t>())
                                                    : json.get<std::int64_t>());
  return success();
}

std::optional<Breach> find_breach(const TypeInfo& type, const void* value, const Range& range);

/// The value of a member that is a number; none if it is null.
std::optional<double> number_of(const TypeInfo& type, const void* value) {
  if (type.kind == Kind::number) return type.number(value);
  if (type.kind == Kind::integer) return static_cast<double>(type.integer(value));
  if (type.kind == Kind::optional && type.size(value) > 0) return number_of(*type.item, type.at(value, 0));
  return std::nullopt;
}

/// None where the order holds.
std::optional<words::Said> broken(const Order& order, double first, double second) {
  const words::AsIs name = words::as_is(order.second);
  const words::Value other =
      order.factor == 1 ? words::Value(name)
                        : words::say<"json.times">({{"factor", typed(order.factor)}, {"name", name}});
  const double limit = order.factor * second;
  switch (order.rule) {
    case Order::Rule::less:
      if (first < limit) return std::nullopt;
      return words::say<"json.not_less">(
          {{"value", typed(first)}, {"other", other}, {"limit", typed(limit)}});
    case Order::Rule::at_most:
      if (first <= limit) return std::nullopt;
      return words::say<"json.not_at_most">(
          {{"value", typed(first)}, {"other", other}, {"limit", typed(limit)}});
    default:
      if (first * second >= 1) return std::nullopt;
      return words::say<"json.not_at_least">(
          {{"value", typed(first)}, {"other", name}, {"limit", typed(1 / second)}});
  }
}

std::optional<Breach> broken_order(const TypeInfo& type, const void* value) {
  const auto of = [&](const char* name) {
    const MemberInfo* member = member_named(type, name);
    return number_of(*member->type, member->of(const_cast<void*>(value)));
  };
  for (const Order& order : type.orders) {
    const auto first = of(order.first), second = of(order.second);
    if (!first || !second) continue;
    if (auto what = broken(order, *first, *second)) return Breach{order.first, std::move(*what)};
  }
  return std::nullopt;
}

std::optional<Breach> breach_in_object(const TypeInfo& type, const void* value, const Range& range) {
  for (const MemberInfo& member : type.members) {
    auto breach = find_breach(*member.type, member.of(const_cast<void*>(value)), within(range, member));
    if (!breach) continue;
    breach->path = path_below(member.name, breach->path);
    return breach;
  }
  return broken_order(type, value);
}

std::optional<Breach> breach_in_list(const TypeInfo& type, const void* value, const Range& range) {
  const std::size_t size = type.size(value);
  if (size > range.most_items)
    return Breach{"", words::say<"json.entries">({{"entries", size}, {"most", range.most_items}})};
  const Range of_items = between(range.lowest, range.highest);
  for (std::size_t i = 0; i < size; ++i) {
    auto breach = find_breach(*type.item, type.at(value, i), type.kind == Kind::vector ? of_items : range);
    if (!breach) continue;
    if (type.kind == Kind::vector) breach->path = path_below("[" + std::to_string(i) + "]", breach->path);
    return breach;
  }
  return std::nullopt;
}

std::optional<Breach> breach_in_map(const TypeInfo& type, const void* value, const Range& range) {
  struct Context {
    const TypeInfo& item;
    const Range& range;
    std::optional<Breach> found = {};
  } context{*type.item, range};
  type.each(value, &context, [](void* at, const std::string& key, const void* item) {
    auto& to = *static_cast<Context*>(at);
    if (to.found) return;
    to.found = find_breach(to.item, item, to.range);
    if (to.found) to.found->path = path_below(key, to.found->path);
  });
  return std::move(context.found);
}

std::optional<Breach> find_breach(const TypeInfo& type, const void* value, const Range& range) {
  switch (type.kind) {
    case Kind::object:
      return breach_in_object(type, value, range);
    case Kind::optional:
    case Kind::vector:
      return breach_in_list(type, value, range);
    case Kind::map:
      return breach_in_map(type, value, range);
    case Kind::number:
    case Kind::integer: {
      const double number = *number_of(type, value);
      if (!range.is_given() || range.contains(number)) return std::nullopt;
      return Breach{"", outside(typed(number), range)};
    }
    default:
      return std::nullopt;
  }
}

}  // namespace

std::string Place::path() const {
  const std::string all = above ? above->path() : "";
  if (item) return all + "[" + std::to_string(*item) + "]";
  return all.empty() ? std::string(name) : all + "." + std::string(name);
}

Status read(const TypeInfo& type, void* value, const Json& json, const Place& place, const Range& range) {
  switch (type.kind) {
    case Kind::object:
      return read_object(type, value, json, place, range);
    case Kind::enumeration:
      return read_enumeration(type, value, json, place);
    case Kind::optional:
      return read_optional(type, value, json, place, range);
    case Kind::vector:
      return read_array(type, value, json, place, range);
    case Kind::flags:
      return read_flags(value, json, place);
    case Kind::map:
      return read_map(type, value, json, place, range);
    case Kind::words:
      if (!json.is_string()) return wrong_type(place, "text", json);
      *static_cast<words::Text*>(value) = json.get_ref<const std::string&>();
      return success();
    case Kind::text:
      if (!json.is_string()) return wrong_type(place, "text", json);
      *static_cast<std::string*>(value) = json.get_ref<const std::string&>();
      return success();
    case Kind::boolean:
      if (!json.is_boolean()) return wrong_type(place, "boolean", json);
      *static_cast<bool*>(value) = json.get<bool>();
      return success();
    case Kind::number:
      return read_number(type, value, json, place);
    default:
      return read_integer(type, value, json, place, range);
  }
}

Status check(const TypeInfo& type, const void* value) {
  const auto breach = find_breach(type, value, {});
  return breach ? Status(error_of(*breach)) : success();
}

Status parse(const TypeInfo& type, void* value, std::string_view text) {
  const auto json = parse_json_tree(text);
  if (!json) return json.error();
  if (Status status = read(type, value, *json, {}); !status) return status;
  return check(type, value);
}

}  // namespace json_detail

}  // namespace attune
