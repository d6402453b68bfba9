#include "base/json.hpp"

#include <cmath>

namespace attune {
namespace json_detail {
namespace {

using Kind = TypeInfo::Kind;

Error wrong_type(const std::string& path, const std::string& expected, const Json& found) {
  return {"E_JSON_TYPE", "Expected " + expected + " but found " + found.type_name() + ".", path};
}

Json write_object(const TypeInfo& type, const void* value) {
  Json object = Json::object();
  for (const MemberInfo& member : type.members)
    object.push_back({member.name, write(*member.type, member.of(const_cast<void*>(value)))});
  return object;
}

Json write_array(const TypeInfo& type, const void* value) {
  Json array = Json::array();
  const std::size_t size = type.size(value);
  for (std::size_t i = 0; i < size; ++i) array.push_back(write(*type.item, type.at(value, i)));
  return array;
}

Json write_flags(const void* value) {
  Json array = Json::array();
  for (const bool flag : *static_cast<const std::vector<bool>*>(value)) array.push_back(flag);
  return array;
}

Json write_map(const TypeInfo& type, const void* value) {
  struct Context {
    const TypeInfo& item;
    Json object = Json::object();
  } context{*type.item};
  type.each(value, &context, [](void* at, const std::string& key, const void* item) {
    auto& to = *static_cast<Context*>(at);
    to.object.push_back({key, write(to.item, item)});
  });
  return std::move(context.object);
}

const MemberInfo* member_named(const TypeInfo& type, const std::string& name) {
  for (const MemberInfo& member : type.members)
    if (name == member.name) return &member;
  return nullptr;
}

Status read_object(const TypeInfo& type, void* value, const Json& json, const std::string& path) {
  if (!json.is_object()) return wrong_type(path, "an object", json);
  for (auto entry = json.begin(); entry != json.end(); ++entry) {
    const std::string below = path.empty() ? entry.key() : path + "." + entry.key();
    const MemberInfo* member = member_named(type, entry.key());
    if (!member) return Error{"E_JSON_UNKNOWN", "There is no member of this name.", below};
    if (const Status status = read(*member->type, member->of(value), entry.value(), below); !status)
      return status;
  }
  return success();
}

Status read_enumeration(const TypeInfo& type, void* value, const Json& json, const std::string& path) {
  std::string choices;
  for (std::size_t i = 0; i < type.names.size(); ++i) {
    if (json.is_string() && json.get_ref<const std::string&>() == type.names[i]) {
      type.set_integer(value, static_cast<std::int64_t>(i));
      return success();
    }
    choices += (i == 0 ? "" : ", ") + std::string(type.names[i]);
  }
  return Error{"E_JSON_TYPE", "Expected one of: " + choices + ".", path};
}

Status read_array(const TypeInfo& type, void* value, const Json& json, const std::string& path) {
  if (!json.is_array()) return wrong_type(path, "an array", json);
  type.clear(value);
  for (std::size_t i = 0; i < json.size(); ++i) {
    const std::string below = path + "[" + std::to_string(i) + "]";
    if (const Status status = read(*type.item, type.append(value), json[i], below); !status) return status;
  }
  return success();
}

Status read_flags(void* value, const Json& json, const std::string& path) {
  if (!json.is_array()) return wrong_type(path, "an array", json);
  auto& flags = *static_cast<std::vector<bool>*>(value);
  flags.clear();
  for (const Json& flag : json) {
    if (!flag.is_boolean()) return wrong_type(path, "true or false", flag);
    flags.push_back(flag.get<bool>());
  }
  return success();
}

Status read_map(const TypeInfo& type, void* value, const Json& json, const std::string& path) {
  if (!json.is_object()) return wrong_type(path, "an object", json);
  type.clear(value);
  for (auto entry = json.begin(); entry != json.end(); ++entry) {
    const Status status =
        read(*type.item, type.insert(value, entry.key()), entry.value(), path + "." + entry.key());
    if (!status) return status;
  }
  return success();
}

Status read_optional(const TypeInfo& type, void* value, const Json& json, const std::string& path) {
  type.clear(value);
  if (json.is_null()) return success();
  return read(*type.item, type.append(value), json, path);
}

Status read_number(const TypeInfo& type, void* value, const Json& json, const std::string& path) {
  if (!json.is_number()) return wrong_type(path, "a number", json);
  const double number = json.get<double>();
  if (!std::isfinite(number)) return Error{"E_JSON_TYPE", "Expected a finite number.", path};
  type.set_number(value, number);
  return success();
}

Status read_integer(const TypeInfo& type, void* value, const Json& json, const std::string& path) {
  if (!json.is_number_integer()) return wrong_type(path, "a whole number", json);
  const bool fits = json.is_number_unsigned()
                        ? json.get<std::uint64_t>() <= type.highest
                        : json.get<std::int64_t>() >= type.lowest &&
                              (json.get<std::int64_t>() < 0 ||
                               static_cast<std::uint64_t>(json.get<std::int64_t>()) <= type.highest);
  if (!fits) return Error{"E_JSON_TYPE", "The number is out of range.", path};
  type.set_integer(value, json.is_number_unsigned() ? static_cast<std::int64_t>(json.get<std::uint64_t>())
                                                    : json.get<std::int64_t>());
  return success();
}

Json object_schema(const TypeInfo& type, Json& definitions) {
  if (!definitions.contains(type.name)) {
    definitions[type.name] = Json::object();  // holds the place while its members are described
    Json properties = Json::object();
    Json required = Json::array();
    for (const MemberInfo& member : type.members) {
      Json described = schema(*member.type, definitions);
      described["description"] = member.about;
      if (member.source[0] != '\0') described["x-source"] = member.source;
      properties[member.name] = std::move(described);
      required.push_back(member.name);
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

Json write(const TypeInfo& type, const void* value) {
  switch (type.kind) {
    case Kind::object:
      return write_object(type, value);
    case Kind::enumeration:
      return std::string(type.names[static_cast<std::size_t>(type.integer(value))]);
    case Kind::optional:
      return type.size(value) == 0 ? Json(nullptr) : write(*type.item, type.at(value, 0));
    case Kind::vector:
      return write_array(type, value);
    case Kind::flags:
      return write_flags(value);
    case Kind::map:
      return write_map(type, value);
    case Kind::text:
      return *static_cast<const std::string*>(value);
    case Kind::boolean:
      return *static_cast<const bool*>(value);
    case Kind::number: {
      const double number = type.number(value);
      return std::isfinite(number) ? Json(number) : Json(nullptr);
    }
    default:
      return type.integer(value);
  }
}

Status read(const TypeInfo& type, void* value, const Json& json, const std::string& path) {
  switch (type.kind) {
    case Kind::object:
      return read_object(type, value, json, path);
    case Kind::enumeration:
      return read_enumeration(type, value, json, path);
    case Kind::optional:
      return read_optional(type, value, json, path);
    case Kind::vector:
      return read_array(type, value, json, path);
    case Kind::flags:
      return read_flags(value, json, path);
    case Kind::map:
      return read_map(type, value, json, path);
    case Kind::text:
      if (!json.is_string()) return wrong_type(path, "a text", json);
      *static_cast<std::string*>(value) = json.get_ref<const std::string&>();
      return success();
    case Kind::boolean:
      if (!json.is_boolean()) return wrong_type(path, "true or false", json);
      *static_cast<bool*>(value) = json.get<bool>();
      return success();
    case Kind::number:
      return read_number(type, value, json, path);
    default:
      return read_integer(type, value, json, path);
  }
}

Status parse(const TypeInfo& type, void* value, std::string_view text) {
  const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return Error{"E_JSON_SYNTAX", "This is not JSON.", ""};
  return read(type, value, json, "");
}

Json schema(const TypeInfo& type, Json& definitions) {
  Json json = Json::object();
  switch (type.kind) {
    case Kind::object:
      return object_schema(type, definitions);
    case Kind::enumeration:
      json["enum"] = Json::array();
      for (const std::string_view name : type.names) json["enum"].push_back(std::string(name));
      return json;
    case Kind::optional:
      json["anyOf"] = Json::array();
      json["anyOf"].push_back(schema(*type.item, definitions));
      json["anyOf"].push_back(type_schema("null"));
      return json;
    case Kind::vector:
      json["type"] = "array";
      json["items"] = schema(*type.item, definitions);
      return json;
    case Kind::flags:
      json["type"] = "array";
      json["items"] = type_schema("boolean");
      return json;
    case Kind::map:
      json["type"] = "object";
      json["additionalProperties"] = schema(*type.item, definitions);
      return json;
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

}  // namespace json_detail

std::string dump(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace attune
