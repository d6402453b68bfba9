#include "base/json_said.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace attune::json_detail {
namespace {

using Kind = TypeInfo::Kind;
using words::Number;
using words::Value;

constexpr std::array<const char*, 5> style_names{"fixed", "at_most", "significant", "probability",
                                                 "duration"};

/// Deeper than anything the core says: what is read may come from anywhere.
constexpr int deepest = 12;

Json number_json(const Number& number) {
  const bool whole = number == words::number(number.value, 0) && std::abs(number.value) < 1e15 &&
                     number.value == std::floor(number.value);
  if (whole) return static_cast<std::int64_t>(number.value);
  Json json = Json::object();
  json["number"] = number.value;
  json["as"] = style_names[static_cast<std::size_t>(number.style)];
  json["digits"] = number.digits;
  json["sign"] = number.sign;
  return json;
}

Json value_json(const Value& value);

std::string_view holes_of(std::string_view id) {
  const auto place = words::place_of_id(id);
  return place ? words::all_entries()[*place].holes : std::string_view();
}

Json with_json(const words::Said& said) {
  Json with = Json::object();
  std::string_view names = holes_of(said.id);
  for (const Value& value : said.with) {
    const std::string_view name = names.substr(0, names.find(','));
    with.push_back({std::string(name), value_json(value)});
    names.remove_prefix(std::min(name.size() + 1, names.size()));
  }
  return with;
}

Json id_and_holes(const words::Said& said) {
  Json json = Json::object();
  json["id"] = std::string(said.id);
  json["with"] = with_json(said);
  return json;
}

Json value_json(const Value& value) {
  if (const auto* text = std::get_if<words::AsIs>(&value.held())) return text->text;
  if (const auto* number = std::get_if<Number>(&value.held())) return number_json(*number);
  if (const auto* said = std::get_if<words::Said>(&value.held())) return id_and_holes(*said);
  Json json = Json::object();
  if (const auto* text = std::get_if<words::English>(&value.held())) {
    json["english"] = text->text;
  } else if (const auto* list = std::get_if<Value::List>(&value.held())) {
    json = Json::array();
    for (const Value& item : *list) json.push_back(value_json(item));
  }
  return json;
}

std::optional<Value> number_from(const Json& json) {
  if (json.is_number_integer()) return Value(json.get<std::int64_t>());
  const Json &value = json["number"], &as = json.value("as", Json()), &digits = json.value("digits", Json());
  if (!value.is_number() || !as.is_string() || !digits.is_number_integer()) return std::nullopt;
  for (std::size_t i = 0; i < style_names.size(); ++i)
    if (as.get_ref<const std::string&>() == style_names[i]) {
      const auto shown = std::clamp<std::int64_t>(digits.get<std::int64_t>(), 0, 20);
      return Value(Number{value.get<double>(), static_cast<int>(shown), static_cast<Number::Style>(i),
                          json.value("sign", Json()) == Json(true)});
    }
  return std::nullopt;
}

std::optional<words::Said> read_said(const Json& json, int depth);

std::optional<Value> value_from(const Json& json, int depth) {
  if (json.is_string()) return Value(words::as_is(json.get_ref<const std::string&>()));
  if (json.is_number_integer() || (json.is_object() && json.contains("number"))) return number_from(json);
  if (json.is_object() && json.contains("english") && json["english"].is_string())
    return Value(words::English{json["english"].get<std::string>()});
  if (json.is_array()) {
    Value::List list;
    for (const Json& item : json) {
      auto value = value_from(item, depth + 1);
      if (!value) return std::nullopt;
      list.push_back(std::move(*value));
    }
    return Value(std::move(list));
  }
  auto said = read_said(json, depth + 1);
  if (!said) return std::nullopt;
  return Value(std::move(*said));
}

std::optional<words::Said> read_said(const Json& json, int depth) {
  if (depth > deepest || !json.is_object() || !json.contains("id") || !json["id"].is_string())
    return std::nullopt;
  const auto place = words::place_of_id(json["id"].get_ref<const std::string&>());
  if (!place) return std::nullopt;
  const auto& [id, holes] = words::all_entries()[*place];
  const Json with = json.value("with", Json::object());
  words::Said said{id, std::vector<Value>(words::count_holes(holes))};
  if (!with.is_object() || with.size() != said.with.size()) return std::nullopt;
  for (const auto& [name, one] : with.items()) {
    const std::size_t hole = words::place_of_hole(holes, name);
    auto value = value_from(one, depth);
    if (hole == said.with.size() || !value) return std::nullopt;
    said.with[hole] = std::move(*value);
  }
  return said;
}

}  // namespace

bool holds_words(const TypeInfo& type) {
  if (type.kind == Kind::words) return true;
  const bool holds = type.kind == Kind::optional || type.kind == Kind::vector || type.kind == Kind::map;
  return holds && holds_words(*type.item);
}

bool has_words(const TypeInfo& type) {
  return std::any_of(type.members.begin(), type.members.end(),
                     [](const MemberInfo& member) { return holds_words(*member.type); });
}

Json said_to_json(const words::Said& said, const Wording& wording) {
  Json json = id_and_holes(said);
  for (const words::Manner& manner : wording.also)
    json[std::string(words::name_of(manner.language))] = words::text(said, manner);
  return json;
}

std::optional<words::Said> said_from_json(const Json& json) {
  return read_said(json, 0);
}

Json said_schema(Json& definitions) {
  const auto object_of = [](Json values) {
    Json json = Json::object();
    json["type"] = "object";
    json["additionalProperties"] = std::move(values);
    return json;
  };
  if (!definitions.contains("Said")) {
    Json& said = definitions["Said"];
    Json text = Json::object();
    text["type"] = "string";
    said["type"] = "object";
    said["properties"]["id"] = text;
    said["properties"]["id"]["description"] = "Which text of the catalogues (core/words).";
    said["properties"]["with"] = object_of(true);
    said["properties"]["with"]["description"] = "What stands in its holes, by their names.";
    said["required"] = {"id", "with"};
    said["additionalProperties"] = text;
    said["description"] = "A text by its id; in a page the same in further languages.";
  }
  return object_of(true);
}

}  // namespace attune::json_detail
