// Settings as one person has them, with other defaults: what was not changed follows the new ones.
#pragma once

#include "base/describe.hpp"

namespace attune {

/// `given` with `wanted`'s value in each member, of members too, that is still as in `usual`.
template <class T>
T where_unchanged(const T& given, const T& usual, const T& wanted) {
  if constexpr (Described<T>) {
    T result = given;
    const auto take = [&](const auto& described) {
      const auto member = described.member;
      result.*member = where_unchanged(given.*member, usual.*member, wanted.*member);
    };
    std::apply([&](const auto&... described) { (take(described), ...); }, T::fields());
    return result;
  } else {
    return given == usual ? wanted : given;
  }
}

}  // namespace attune
