// JSON from the descriptions of base/describe.hpp: writing, reading back, and JSON Schema.
//
// Writing: doubles with the fewest digits that read back as the same double; a non-finite double and an empty
// optional are null. Reading: a missing member keeps its default, an unknown member, a wrong type or a number
// outside its range is an Error whose `where` is the path ("eeg.alpha.low_hz"). Schema: draft 2020-12, one
// $defs entry per described struct.
//
// A words::Text is a string, in the language asked for. Beside the strings of an object stands what they say, by the
// same names: {"message": "The signal has no label.", "said": {"message": {"id": "edf.empty_labels", "with": {}}}}.
// Reading takes what is said, and the string where nothing is, or where the catalogues have no such text.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/describe.hpp"
#include "base/result.hpp"
#include "words/format.hpp"

namespace attune {

using Json = nlohmann::ordered_json;

/// How texts are written into JSON.
struct Wording {
  words::Manner manner = {};
  /// In further languages too: {"id": …, "with": {…}, "fr": "…"} in what is said.
  std::span<const words::Manner> also = {};
};

namespace json_detail {

/// Where a value stands in what is read; put together as a path only where there is an error to tell.
struct Place {
  const Place* above = nullptr;
  std::string_view name = {};            ///< of a member
  std::optional<std::size_t> item = {};  ///< of a list, which has no name then
  std::string path() const;
};

Json write(const TypeInfo& type, const void* value, const Wording& wording);
Status read(const TypeInfo& type, void* value, const Json& json, const Place& place, const Range& range = {});
Status check(const TypeInfo& type, const void* value);
Status parse(const TypeInfo& type, void* value, std::string_view text);
Json schema(const TypeInfo& type, Json& definitions, const Wording& wording);

}  // namespace json_detail

template <class T>
Json to_json(const T& value, const Wording& wording = {}) {
  return json_detail::write(type_info<T>, &value, wording);
}

/// Reads a value as it was saved, whatever its numbers: for what is only shown. Errors: E_JSON_TYPE,
/// E_JSON_UNKNOWN, and E_JSON_RANGE of a whole number that its type cannot hold.
template <class T>
Status from_json(const Json& json, T& value) {
  return json_detail::read(type_info<T>, &value, json, {});
}

/// Whether all numbers of a value lie in their ranges and orders (base/describe.hpp): for what is computed
/// with. Error: E_JSON_RANGE, which names the first that does not, its value and what it may be.
template <class T>
Status check_ranges(const T& value) {
  return json_detail::check(type_info<T>, &value);
}

/// Parses a text, reads it into a described value and checks its ranges. Errors: E_JSON_SYNTAX, E_JSON_TYPE,
/// E_JSON_UNKNOWN, E_JSON_RANGE.
template <class T>
Result<T> parse_json(std::string_view text) {
  T value{};
  if (const Status status = json_detail::parse(type_info<T>, &value, text); !status) return status.error();
  return value;
}

/// The schema of T, a reference where it is a struct; the structs it is made of are added to `definitions`. Of a
/// setting `description` and `x-source` are texts of the catalogues, and `x-said` has what they say.
template <class T>
Json schema_of(Json& definitions, const Wording& wording = {}) {
  return json_detail::schema(type_info<T>, definitions, wording);
}

/// The JSON text of a value. Text that is not UTF-8 is written with U+FFFD in place of the bad bytes.
std::string dump(const Json& json, int indent = -1);

}  // namespace attune
