// A described value straight to JSON text: what dump(to_json(value)) gives, byte for byte, without a tree between. A visit
// has 50,000 numbers.
#pragma once

#include <string>

#include "base/json.hpp"

namespace attune {

namespace json_detail {

void append_text(const TypeInfo& type, const void* value, const Wording& wording, std::string& text);

}  // namespace json_detail

template <class T>
std::string json_text(const T& value, const Wording& wording = {}) {
  std::string text;
  json_detail::append_text(type_info<T>, &value, wording, text);
  return text;
}

}  // namespace attune
