// One description of a struct serves its JSON form, its schema, the TypeScript types and the Methods screen:
//
//   struct Band {
//     double low_hz = 6, high_hz = 9;
//     static constexpr const char* type_name = "Band";
//     static constexpr auto fields() {
//       return std::array{
//           field<&Band::low_hz>("low_hz", between(0.5, 100), "Lowest bin, inclusive."), …};
//     }
//     static constexpr auto orders() { return std::array{less("low_hz", "high_hz")}; }  // if there are such
//     static constexpr auto retired() { return std::array<std::string_view, 1>{"top_hz"}; }  // of older files
//   };
//
// What a setting is, people read in their language: it stands in the catalogues (core/words/en/settings.json) as
// settings.STRUCT.MEMBER, and the source of its default as settings.source.NAME:
//
//   field<&Settings::epoch_s>("epoch_s", between(5, 600), from("common_practice_30_s")),
//   field<&Settings::alpha>("alpha", cited("Marshall, Bar-Haim & Fox 2002")), …
//
// base/setting_words.hpp sees to it that the catalogues have them.
//
// A member that is retired may stand in a saved file and is passed over.
//
// A range belongs to every number that a person or a file can set: no value inside it may
// crash, hang or exceed memory. A range of a list, a map or a struct holds for those numbers in it that have
// none of their own. `every_number_has_a_range` (base/type_info.hpp) tells at compile time if one is missing.
//
// An enum is described by `constexpr auto enum_names(Kind)`, an array of the names in the order of the
// enumerators, which count from 0. base/json.hpp reads these descriptions.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/type_info.hpp"
#include "words/said.hpp"

namespace attune {

constexpr Range between(double lowest, double highest) {
  return {lowest, highest};
}
constexpr Range up_to(std::size_t items, Range numbers = {}) {
  numbers.most_items = items;
  return numbers;
}

constexpr Order less(const char* lesser, const char* greater, double factor = 1) {
  return {lesser, Order::Rule::less, greater, factor};
}
constexpr Order at_most(const char* lesser, const char* greater, double factor = 1) {
  return {lesser, Order::Rule::at_most, greater, factor};
}
constexpr Order whole_cycle(const char* frequency_hz, const char* stretch_s) {
  return {frequency_hz, Order::Rule::whole_cycle, stretch_s};
}

constexpr Source from(const char* name) {
  return {name, ""};
}
constexpr Source cited(const char* publication) {
  return {"", publication};
}

namespace describe_detail {

template <class Member>
struct Parts;
template <class OwnerType, class MemberType>
struct Parts<MemberType OwnerType::*> {
  using Owner = OwnerType;
  using Type = MemberType;
};

template <auto member>
void* member_of(void* owner) {
  return &(static_cast<typename Parts<decltype(member)>::Owner*>(owner)->*member);
}

template <auto member>
constexpr MemberInfo member_info(const char* name, Range range, const char* about, Source source) {
  return {name, about, source, range, &type_info<typename Parts<decltype(member)>::Type>, member_of<member>};
}

}  // namespace describe_detail

template <auto member>
constexpr MemberInfo field(const char* name, Range range, const char* about, const char* source = "") {
  return describe_detail::member_info<member>(name, range, about, cited(source));
}
template <auto member>
constexpr MemberInfo field(const char* name, const char* about, const char* source = "") {
  return describe_detail::member_info<member>(name, {}, about, cited(source));
}
template <auto member>
constexpr MemberInfo field(const char* name, Range range = {}, Source source = {}) {
  return describe_detail::member_info<member>(name, range, "", source);
}
template <auto member>
constexpr MemberInfo field(const char* name, Source source) {
  return describe_detail::member_info<member>(name, {}, "", source);
}

template <class T>
concept Described = requires {
  T::fields();
};

template <class T>
concept Ordered = requires {
  T::orders();
};

template <class T>
concept HasRetired = requires {
  T::retired();
};

template <class T>
concept DescribedEnum = requires(T value) {
  enum_names(value);
};

template <DescribedEnum T>
constexpr std::string_view name_of(T value) {
  return enum_names(value)[static_cast<std::size_t>(value)];
}

namespace describe_detail {

template <class T>
struct IsMap : std::false_type {};
template <class T>
struct IsMap<std::map<std::string, T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

template <class T>
inline constexpr auto members_of = T::fields();
template <class T>
inline constexpr auto names_of = enum_names(T{});
template <class T>
inline constexpr auto retired_of = T::retired();

/// The orders of a struct, of members that are there.
template <class T>
constexpr auto order_table() {
  constexpr auto orders = T::orders();
  constexpr auto is_member = [](std::string_view name) {
    return std::any_of(members_of<T>.begin(), members_of<T>.end(),
                       [&](const MemberInfo& member) { return name == member.name; });
  };
  static_assert(std::all_of(orders.begin(), orders.end(),
                            [&](const Order& o) { return is_member(o.first) && is_member(o.second); }));
  return orders;
}
template <class T>
inline constexpr auto orders_of = order_table<T>();

template <class T>
constexpr TypeInfo describe_map() {
  TypeInfo info{TypeInfo::Kind::map};
  info.item = &type_info<typename T::mapped_type>;
  info.clear = [](void* value) { static_cast<T*>(value)->clear(); };
  info.insert = [](void* value, const std::string& key) -> void* { return &(*static_cast<T*>(value))[key]; };
  info.each = [](const void* value, void* context, void (*visit)(void*, const std::string&, const void*)) {
    for (const auto& entry : *static_cast<const T*>(value)) visit(context, entry.first, &entry.second);
  };
  return info;
}

template <class T>
constexpr TypeInfo describe_vector() {
  TypeInfo info{TypeInfo::Kind::vector};
  info.item = &type_info<typename T::value_type>;
  info.size = [](const void* value) { return static_cast<const T*>(value)->size(); };
  info.at = [](const void* value, std::size_t i) -> const void* {
    return &(*static_cast<const T*>(value))[i];
  };
  info.append = [](void* value) -> void* { return &static_cast<T*>(value)->emplace_back(); };
  info.clear = [](void* value) { static_cast<T*>(value)->clear(); };
  return info;
}

template <class T>
constexpr TypeInfo describe_optional() {
  TypeInfo info{TypeInfo::Kind::optional};
  info.item = &type_info<typename T::value_type>;
  info.size = [](const void* value) -> std::size_t { return static_cast<const T*>(value)->has_value(); };
  info.at = [](const void* value, std::size_t) -> const void* { return &**static_cast<const T*>(value); };
  info.append = [](void* value) -> void* { return &static_cast<T*>(value)->emplace(); };
  info.clear = [](void* value) { static_cast<T*>(value)->reset(); };
  return info;
}

template <class T>
constexpr TypeInfo describe_whole(TypeInfo::Kind kind) {
  TypeInfo info{kind};
  info.integer = [](const void* value) { return static_cast<std::int64_t>(*static_cast<const T*>(value)); };
  info.set_integer = [](void* value, std::int64_t number) {
    *static_cast<T*>(value) = static_cast<T>(number);
  };
  return info;
}

}  // namespace describe_detail

template <class T>
constexpr TypeInfo describe_type() {
  using namespace describe_detail;
  using Kind = TypeInfo::Kind;
  if constexpr (Described<T>) {
    TypeInfo info{Kind::object};
    info.name = T::type_name;
    info.members = members_of<T>;
    if constexpr (Ordered<T>) info.orders = orders_of<T>;
    if constexpr (HasRetired<T>) info.retired = retired_of<T>;
    return info;
  } else if constexpr (DescribedEnum<T>) {
    TypeInfo info = describe_whole<T>(Kind::enumeration);
    info.names = names_of<T>;
    return info;
  } else if constexpr (IsOptional<T>::value) {
    return describe_optional<T>();
  } else if constexpr (std::is_same_v<T, std::vector<bool>>) {
    return {Kind::flags};
  } else if constexpr (IsVector<T>::value) {
    return describe_vector<T>();
  } else if constexpr (IsMap<T>::value) {
    return describe_map<T>();
  } else if constexpr (std::is_same_v<T, words::Text>) {
    return {Kind::words};
  } else if constexpr (std::is_same_v<T, std::string>) {
    return {Kind::text};
  } else if constexpr (std::is_same_v<T, bool>) {
    return {Kind::boolean};
  } else if constexpr (std::is_floating_point_v<T>) {
    TypeInfo info{Kind::number};
    info.number = [](const void* value) -> double { return *static_cast<const T*>(value); };
    info.set_number = [](void* value, double number) { *static_cast<T*>(value) = static_cast<T>(number); };
    return info;
  } else {
    static_assert(std::is_integral_v<T>, "a type that base/describe.hpp does not cover");
    TypeInfo info = describe_whole<T>(Kind::integer);
    info.lowest = static_cast<std::int64_t>(std::numeric_limits<T>::lowest());
    info.highest = static_cast<std::uint64_t>(std::numeric_limits<T>::max());
    return info;
  }
}

}  // namespace attune
