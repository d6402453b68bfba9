// JSON Schema of described types (base/json.hpp).
#include <string>

#include "base/json.hpp"
#include "base/json_said.hpp"

namespace attune::json_detail {
namespace {

using Kind = TypeInfo::Kind;

/// A text of the catalogues without holes; empty if they do not have it.
words::Text text_named(const std::string& id) {
  const auto place = words::place_of_id(id);
  return place ? words::Said{words::all_entries()[*place].id, {}} : words::Text();
}

words::Text about_of(const TypeInfo& type, const MemberInfo& member) {
  if (member.about[0] != '\0') return member.about;
  return text_named(std::string("settings.") + type.name + "." + member.name);
}

words::Text source_of(const MemberInfo& member) {
  if (member.source.name[0] == '\0') return member.source.as_is;
  return text_named(std::string("settings.source.") + member.source.name);
}

/// Adds a text, if there is one, and in `x-said`, by the same name, what it says.
void tell(Json& described, const char* name, const words::Text& text, const Wording& wording) {
  if (text.empty()) return;
  described[name] = words::text(text, wording.manner);
  if (const words::Said* said = text.said()) described["x-said"][name] = said_to_json(*said, wording);
}

/// The range of a number's own schema, of a list of numbers, or of a number that may be null. Structs have
/// one schema wherever they stand, so that a range from above does not show there.
void limit(Json& described, const TypeInfo& type, const Range& range) {
  if (type.kind == Kind::vector && range.most_items != Range{}.most_items)
    described["maxItems"] = range.most_items;
  if (!range.is_given()) return;
  if (type.kind == Kind::number || type.kind == Kind::integer) {
    described["minimum"] = range.lowest;
    described["maximum"] = range.highest;
  } else if (type.kind == Kind::optional) {
    limit(described["anyOf"][0], *type.item, range);
  } else if (type.kind == Kind::vector) {
    limit(described["items"], *type.item, range);
  } else if (type.kind == Kind::map) {
    limit(described["additionalProperties"], *type.item, range);
  }
}

Json object_schema(const TypeInfo& type, Json& definitions, const Wording& wording) {
  if (!definitions.contains(type.name)) {
    definitions[type.name] = Json::object();  // holds the place while its members are described
    Json properties = Json::object();
    Json required = Json::array();
    for (const MemberInfo& member : type.members) {
      Json described = schema(*member.type, definitions, wording);
      limit(described, *member.type, member.range);
      tell(described, "description", about_of(type, member), wording);
      tell(described, "x-source", source_of(member), wording);
      properties[member.name] = std::move(described);
      required.push_back(member.name);
    }
    if (has_words(type)) {
      properties[said_member] = said_schema(definitions);
      properties[said_member]["description"] =
          "What the texts of this object say, by the names of its members.";
    }
    Json& definition = definitions[type.name];
    definition["type"] = "object";
    definition["properties"] = std::move(properties);
    definition["required"] = std::move(required);
    definition["additionalProperties"] = false;
  }
  Json reference = Json::object();
  reference["$ref"] = std::string("#/$defs/") + type.name;
  return reference;
}

Json type_schema(const char* name) {
  Json json = Json::object();
  json["type"] = name;
  return json;
}

}  // namespace

Json schema(const TypeInfo& type, Json& definitions, const Wording& wording) {
  Json json = Json::object();
  switch (type.kind) {
    case Kind::object:
      return object_schema(type, definitions, wording);
    case Kind::enumeration:
      json["enum"] = Json::array();
      for (const std::string_view name : type.names) json["enum"].push_back(std::string(name));
      return json;
    case Kind::optional:
      json["anyOf"] = Json::array();
      json["anyOf"].push_back(schema(*type.item, definitions, wording));
      json["anyOf"].push_back(type_schema("null"));
      return json;
    case Kind::vector:
      json["type"] = "array";
      json["items"] = schema(*type.item, definitions, wording);
      return json;
    case Kind::flags:
      json["type"] = "array";
      json["items"] = type_schema("boolean");
      return json;
    case Kind::map:
      json["type"] = "object";
      json["additionalProperties"] = schema(*type.item, definitions, wording);
      return json;
    case Kind::words:
    case Kind::text:
      return type_schema("string");
    case Kind::boolean:
      return type_schema("boolean");
    case Kind::number:
      return type_schema("number");
    default:
      return type_schema("integer");
  }
}

}  // namespace attune::json_detail
