// One description of a struct serves its JSON form, its schema, the TypeScript types and the Methods screen:
//
//   struct Band {
//     double low_hz = 6, high_hz = 9;
//     static constexpr const char* type_name = "Band";
//     static constexpr auto fields() {
//       return std::make_tuple(field("low_hz", &Band::low_hz, "Lowest bin, inclusive."), …);
//     }
//   };
//
// An enum is described by `constexpr auto enum_names(Kind)`, an array of the names in the order of the
// enumerators, which count from 0. base/json.hpp reads these descriptions.
#pragma once

#include <array>
#include <string_view>
#include <tuple>

namespace attune {

template <class Owner, class Member>
struct Field {
  const char* name;
  Member Owner::*member;
  const char* about;   ///< What it is, one sentence; the unit stands in the name.
  const char* source;  ///< For settings: where the default comes from. Empty elsewhere.
};

template <class Owner, class Member>
constexpr Field<Owner, Member> field(const char* name, Member Owner::*member, const char* about,
                                     const char* source = "") {
  return {name, member, about, source};
}

template <class T>
concept Described = requires {
  T::fields();
};

template <class T>
concept DescribedEnum = requires(T value) {
  enum_names(value);
};

template <DescribedEnum T>
constexpr std::string_view name_of(T value) {
  return enum_names(value)[static_cast<std::size_t>(value)];
}

}  // namespace attune
