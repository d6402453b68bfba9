// Settings as one person has them, with other defaults: what was not changed follows the new ones.
#pragma once

#include "base/describe.hpp"

namespace attune {

namespace where_unchanged_detail {

void take(const TypeInfo& type, void* given, const void* usual, const void* wanted);

}  // namespace where_unchanged_detail

/// `given` with `wanted`'s value in each member, of members too, that is still as in `usual`.
template <class T>
T where_unchanged(T given, const T& usual, const T& wanted) {
  where_unchanged_detail::take(type_info<T>, &given, &usual, &wanted);
  return given;
}

}  // namespace attune
