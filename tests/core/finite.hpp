// A property of everything that is computed: no number of it is infinite or none at all, not even where it may be missing.
#pragma once

#include <cmath>
#include <string>

#include "base/describe.hpp"

namespace attune::test {

/// The first number below a value that is not finite; empty if all are.
inline std::string not_finite(const TypeInfo& type, const void* value, const std::string& path) {
  using Kind = TypeInfo::Kind;
  std::string found;
  if (type.kind == Kind::number) return std::isfinite(type.number(value)) ? "" : path;
  if (type.kind == Kind::object) {
    for (const MemberInfo& member : type.members)
      if (found.empty())
        found = not_finite(*member.type, member.of(const_cast<void*>(value)), path + "." + member.name);
  } else if (type.kind == Kind::vector || type.kind == Kind::optional) {
    for (std::size_t i = 0; i < type.size(value) && found.empty(); ++i)
      found = not_finite(*type.item, type.at(value, i), path + "[" + std::to_string(i) + "]");
  } else if (type.kind == Kind::map) {
    struct Context {
      const TypeInfo& item;
      const std::string& path;
      std::string& found;
    } context{*type.item, path, found};
    type.each(value, &context, [](void* at, const std::string& key, const void* item) {
      auto& in = *static_cast<Context*>(at);
      if (in.found.empty()) in.found = not_finite(in.item, item, in.path + "." + key);
    });
  }
  return found;
}

template <class T>
std::string not_finite(const T& value) {
  return not_finite(type_info<T>, &value, "");
}

}  // namespace attune::test
