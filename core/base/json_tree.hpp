// The tree of a JSON text, in time proportional to its length and within limits on depth and memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"

namespace attune {

/// The tree of a text. Of a key given twice both are there. Errors: E_JSON_SYNTAX; E_JSON_SIZE (nested deeper than
/// anything read here, or so many values in so little text that they would take more than 10 times the text and 64 MB).
Result<Json> parse_json_tree(std::string_view text);

/// The texts of an array's items, cut at its commas and not looked into further; none where it does not end as one.
std::vector<std::string_view> items_of_array(std::string_view text);

/// Adds a member that the object has not yet, without the look at all others that nlohmann's own way takes; gives it.
Json& add_member(Json& object, std::string key, Json value);

}  // namespace attune
