// What is said, as JSON: {"id": "edf.gaps", "with": {"gaps": 2, "total": {"number": 12.5, "as": "duration"}}}. In a
// hole stand a whole number, another number as an object, a text that is nobody's to translate, something else that is
// said, or a list; {"english": "…"} is a sentence that stands in no catalogue.
#pragma once

#include <optional>

#include "base/json.hpp"

namespace attune::json_detail {

class Sink;

/// The member of an object that tells what its texts say.
inline constexpr const char* said_member = "said";

/// Whether it is a text, or a list of texts, an optional one, a map of them.
bool holds_words(const TypeInfo& type);

/// Whether an object has a member that holds texts.
bool has_words(const TypeInfo& type);

void hand_over_said(const words::Said& said, const Wording& wording, Sink& to);
Json said_to_json(const words::Said& said, const Wording& wording);

/// None where the catalogues have no such text, or one with other holes.
std::optional<words::Said> said_from_json(const Json& json);

/// The schema of a `said` member: of each name a Said, a list of them, or more of them by name.
Json said_schema(Json& definitions);

}  // namespace attune::json_detail
