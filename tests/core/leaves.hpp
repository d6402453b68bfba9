// The numbers of settings, found by their description: what suites set, one after the other.
#pragma once

#include <string>
#include <vector>

#include "base/json.hpp"

namespace attune::test {

/// A number somewhere in settings, and what it may be.
struct Leaf {
  std::string path;       ///< as a person types it: "ecg.block_s", "eeg.sensitivity_bands[0].low_hz"
  Json::json_pointer at;  ///< the same, into the JSON
  Range range;
  bool whole = false;
};

/// The numbers of `json`, which is `type` written down; lists by their first entry.
inline void collect_leaves(const TypeInfo& type, const Json& json, const Range& range,
                           const std::string& path, const Json::json_pointer& at, std::vector<Leaf>& leaves) {
  switch (type.kind) {
    case TypeInfo::Kind::object:
      for (const MemberInfo& member : type.members)
        collect_leaves(*member.type, json[member.name], member.range.is_given() ? member.range : range,
                       path.empty() ? member.name : path + "." + member.name, at / member.name, leaves);
      break;
    case TypeInfo::Kind::vector:
      if (!json.empty()) collect_leaves(*type.item, json[0], range, path + "[0]", at / 0, leaves);
      break;
    case TypeInfo::Kind::optional:
      collect_leaves(*type.item, json, range, path, at, leaves);
      break;
    case TypeInfo::Kind::number:
    case TypeInfo::Kind::integer:
      leaves.push_back({path, at, range, type.kind == TypeInfo::Kind::integer});
      break;
    default:
      break;
  }
}

template <class T>
std::vector<Leaf> leaves_of(const T& value) {
  std::vector<Leaf> leaves;
  collect_leaves(type_info<T>, to_json(value), {}, "", Json::json_pointer(), leaves);
  return leaves;
}

template <class T>
Status set_leaf(T& settings, const Leaf& leaf, const Json& value) {
  Json json = to_json(settings);
  json[leaf.at] = value;
  auto read = parse_json<T>(dump(json));
  if (!read) return read.error();
  settings = std::move(*read);
  return success();
}

inline Json leaf_value(const Leaf& leaf, double value) {
  return leaf.whole ? Json(static_cast<std::int64_t>(value)) : Json(value);
}

}  // namespace attune::test
