// What holds for everything that is printed of numbers with their uncertainty.
#pragma once

#include "base/json.hpp"
#include "finite.hpp"
#include "fuzz.hpp"

namespace attune::fuzz {

/// A value lies inside its own interval, wherever in a report it stands, and one without its number has a reason.
inline void check_estimates(const Json& json) {
  if (json.is_object() && json.contains("value") && json.contains("ci_low") && json.contains("ci_high")) {
    const Json &value = json["value"], &low = json["ci_low"], &high = json["ci_high"];
    if (value.is_number() && low.is_number() && high.is_number())
      require(low <= value && value <= high, "a value lies inside its interval");
    if (json.contains("reason") && value.is_null())
      require(json["reason"] != "" || low.is_null(), "what is missing has a reason, and no interval");
  }
  if (json.is_structured())
    for (const Json& item : json) check_estimates(item);
}

/// The same, and every number is finite; gives the JSON.
template <class T>
Json check_numbers(const T& value) {
  require(test::not_finite(value).empty(), "every number is finite");
  Json json = to_json(value);
  check_estimates(json);
  return json;
}

}  // namespace attune::fuzz
