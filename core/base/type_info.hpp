// A described type as data: what base/json.cpp walks. One table a type, so that JSON, schema and reading back
// are written once and not compiled anew for every struct (the page's module would be twice its size).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/describe.hpp"
#include "words/said.hpp"

namespace attune {

struct TypeInfo;

/// One member of a described struct.
struct MemberInfo {
  const char* name;
  const char* about;  ///< empty: the catalogues have it
  Source source;
  Range range;  ///< of its numbers that have none of their own
  const TypeInfo* type;
  void* (*of)(void* owner);  ///< the member of an object
};

/// How to look into a value of the type through a `void*`. Which members are set depends on `kind`.
struct TypeInfo {
  enum class Kind {
    object,
    enumeration,
    optional,
    vector,
    flags,
    map,
    words,
    text,
    boolean,
    number,
    integer
  };

  Kind kind;
  const char* name = "";                                  // object
  std::span<const MemberInfo> members = {};               // object
  std::span<const Order> orders = {};                     // object
  std::span<const std::string_view> retired = {};         // object: members of older files
  std::span<const std::string_view> names = {};           // enumeration
  const TypeInfo* item = nullptr;                         // optional, vector, map: what they hold
  std::int64_t lowest = 0;                                // integer
  std::uint64_t highest = 0;                              // integer
  std::int64_t (*integer)(const void*) = nullptr;         // integer, enumeration: its value
  void (*set_integer)(void*, std::int64_t) = nullptr;     // integer, enumeration
  double (*number)(const void*) = nullptr;                // number
  void (*set_number)(void*, double) = nullptr;            // number
  std::size_t (*size)(const void*) = nullptr;             // optional (0 or 1), vector
  const void* (*at)(const void*, std::size_t) = nullptr;  // optional, vector
  void* (*append)(void*) = nullptr;                       // optional, vector: a new item, to be filled in
  void (*clear)(void*) = nullptr;                         // optional, vector, map
  void* (*insert)(void*, const std::string&) = nullptr;   // map: the item of a key
  void (*each)(const void*, void* context,
               void (*visit)(void* context, const std::string&, const void*)) = nullptr;  // map
};

namespace type_info_detail {

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
constexpr TypeInfo describe_type();

}  // namespace type_info_detail

/// The table of a type: a described struct or enum, a number, text, bool, or an optional, vector or map of
/// such. A large struct names its table `extern template` below itself and has it compiled in one file.
template <class T>
constinit const TypeInfo type_info = type_info_detail::describe_type<T>();

namespace type_info_detail {

template <class T, std::size_t... I>
constexpr auto member_table(std::index_sequence<I...>) {
  constexpr auto fields = T::fields();
  return std::array<MemberInfo, sizeof...(I)>{MemberInfo{
      std::get<I>(fields).name, std::get<I>(fields).about, std::get<I>(fields).source,
      std::get<I>(fields).range,
      &type_info<std::remove_cvref_t<decltype(std::declval<T>().*(std::get<I>(fields).member))>>,
      [](void* owner) -> void* { return &(static_cast<T*>(owner)->*(std::get<I>(T::fields()).member)); }}...};
}

template <class T>
inline constexpr auto members_of =
    member_table<T>(std::make_index_sequence<std::tuple_size_v<decltype(T::fields())>>{});
template <class T>
inline constexpr auto names_of = enum_names(T{});
template <class T>
inline constexpr auto retired_of = T::retired();

/// The orders of a struct, of members that are there.
template <class T>
constexpr auto order_table() {
  constexpr auto orders = T::orders();
  constexpr auto is_member = [](std::string_view name) {
    return std::apply([&](const auto&... fields) { return ((name == fields.name) || ...); }, T::fields());
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

template <class T>
constexpr TypeInfo describe_type() {
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

template <class T>
constexpr bool has_ranges() {
  if constexpr (Described<T>) {
    return std::apply(
        [](const auto&... fields) {
          return ((fields.range.is_given() ||
                   has_ranges<std::remove_cvref_t<decltype(std::declval<T>().*(fields.member))>>()) &&
                  ...);
        },
        T::fields());
  } else if constexpr (IsOptional<T>::value || IsVector<T>::value) {
    return has_ranges<typename T::value_type>();
  } else if constexpr (IsMap<T>::value) {
    return has_ranges<typename T::mapped_type>();
  } else {
    return !std::is_arithmetic_v<T> || std::is_same_v<T, bool>;
  }
}

}  // namespace type_info_detail

/// Whether each number in a described struct, or in what it is made of, has a range: to be asserted of
/// whatever a person or a file can set.
template <class T>
inline constexpr bool every_number_has_a_range = type_info_detail::has_ranges<T>();

}  // namespace attune
