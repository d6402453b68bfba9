#include "base/json_said.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "base/json_sink.hpp"

namespace attune::json_detail {
namespace {

using Kind = TypeInfo::Kind;
using words::Number;
using words::Value;

constexpr std::array<const char*, 5> style_names{"fixed", "at_most", "significant", "probability",
                                                 "duration"};

/// Deeper than anything the core says: what is read may come from anywhere.
constexpr int deepest = 12;

void hand_over_number(const Number& number, Sink& to) {
  const bool whole = number == words::number(number.value, 0) && std::abs(number.value) < 1e15 &&
                     number.value == std::floor(number.value);
  if (whole) return to.integer(static_cast<std::int64_t>(number.value));
  to.open_object(4);
  to.key("number");
  if (std::isfinite(number.value))
    to.number(number.value);
  else
    to.null();
  to.key("as");
  to.text(style_names[static_cast<std::size_t>(number.style)]);
  to.key("digits");
  to.integer(number.digits);
  to.key("sign");
  to.boolean(number.sign);
  to.close_object();
}

std::string_view holes_of(std::string_view id) {
  const auto place = words::place_of_id(id);
  return place ? words::all_entries()[*place].holes : std::string_view();
}

void hand_over_value(const Value& value, Sink& to);

/// The members "id" and "with" of an open object.
void hand_over_id_and_holes(const words::Said& said, Sink& to) {
  to.key("id");
  to.text(said.id);
  to.key("with");
  to.open_object(said.with.size());
  std::string_view names = holes_of(said.id);
  for (const Value& value : said.with) {
    const std::string_view name = names.substr(0, names.find(','));
    to.key(name);
    hand_over_value(value, to);
    names.remove_prefix(std::min(name.size() + 1, names.size()));
  }
  to.close_object();
}

void hand_over_value(const Value& value, Sink& to) {
  if (const auto* text = std::get_if<words::AsIs>(&value.held())) return to.text(text->text);
  if (const auto* number = std::get_if<Number>(&value.held())) return hand_over_number(*number, to);
  if (const auto* list = std::get_if<Value::List>(&value.held())) {
    to.open_array(list->size());
    for (const Value& item : *list) hand_over_value(item, to);
    return to.close_array();
  }
  to.open_object(2);
  if (const auto* said = std::get_if<words::Said>(&value.held())) {
    hand_over_id_and_holes(*said, to);
  } else if (const auto* text = std::get_if<words::English>(&value.held())) {
    to.key("english");
    to.text(text->text);
  }
  to.close_object();
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

void hand_over_said(const words::Said& said, const Wording& wording, Sink& to) {
  to.open_object(2 + wording.also.size());
  hand_over_id_and_holes(said, to);
  for (const words::Manner& manner : wording.also) {
    to.key(words::name_of(manner.language));
    to.text(words::text(said, manner));
  }
  to.close_object();
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
