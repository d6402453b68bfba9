// One description of a struct serves its JSON form, its schema, the TypeScript types and the Methods screen:
//
//   struct Band {
//     double low_hz = 6, high_hz = 9;
//     static constexpr const char* type_name = "Band";
//     static constexpr auto fields() {
//       return std::make_tuple(
//           field("low_hz", &Band::low_hz, between(0.5, 100), "Lowest bin, inclusive."), …);
//     }
//     static constexpr auto orders() { return std::array{less("low_hz", "high_hz")}; }  // if there are such
//     static constexpr auto retired() { return std::array<std::string_view, 1>{"top_hz"}; }  // of older files
//   };
//
// What a setting is, people read in their language: it stands in the catalogues (core/words/en/settings.json) as
// settings.STRUCT.MEMBER, and the source of its default as settings.source.NAME:
//
//   field("epoch_s", &Settings::epoch_s, between(5, 600), from("common_practice_30_s")),
//   field("alpha", &Settings::alpha, cited("Marshall, Bar-Haim & Fox 2002")), …
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

#include <array>
#include <cstddef>
#include <limits>
#include <string_view>
#include <tuple>

namespace attune {

/// What a number may be, both ends included, and how many a list may hold.
struct Range {
  static constexpr double none = std::numeric_limits<double>::infinity();
  double lowest = -none;
  double highest = none;
  std::size_t most_items = std::numeric_limits<std::size_t>::max();

  constexpr bool is_given() const { return highest < none; }
  constexpr bool contains(double value) const { return value >= lowest && value <= highest; }
};
constexpr Range between(double lowest, double highest) {
  return {lowest, highest};
}
constexpr Range up_to(std::size_t items, Range numbers = {}) {
  numbers.most_items = items;
  return numbers;
}

/// How two numbers of one struct must stand to each other. A number that is null is in no order.
struct Order {
  enum class Rule {
    less,        ///< first < factor × second
    at_most,     ///< first ≤ factor × second
    whole_cycle  ///< a frequency and a stretch that holds at least one cycle of it: first ≥ 1 / second
  };
  const char* first;
  Rule rule;
  const char* second;
  double factor = 1;
};
constexpr Order less(const char* lesser, const char* greater, double factor = 1) {
  return {lesser, Order::Rule::less, greater, factor};
}
constexpr Order at_most(const char* lesser, const char* greater, double factor = 1) {
  return {lesser, Order::Rule::at_most, greater, factor};
}
constexpr Order whole_cycle(const char* frequency_hz, const char* stretch_s) {
  return {frequency_hz, Order::Rule::whole_cycle, stretch_s};
}

/// Where the default of a setting comes from.
struct Source {
  const char* name = "";   ///< of a text of the catalogues
  const char* as_is = "";  ///< else the source itself, the same in every language
};
constexpr Source from(const char* name) {
  return {name, ""};
}
constexpr Source cited(const char* publication) {
  return {"", publication};
}

template <class Owner, class Member>
struct Field {
  const char* name;
  Member Owner::*member;
  Range range;
  const char* about;  ///< What it is, one sentence; the unit stands in the name. Empty: it is a setting.
  Source source;      ///< Of a setting.
};

template <class Owner, class Member>
constexpr Field<Owner, Member> field(const char* name, Member Owner::*member, Range range, const char* about,
                                     const char* source = "") {
  return {name, member, range, about, cited(source)};
}
template <class Owner, class Member>
constexpr Field<Owner, Member> field(const char* name, Member Owner::*member, const char* about,
                                     const char* source = "") {
  return {name, member, {}, about, cited(source)};
}
template <class Owner, class Member>
constexpr Field<Owner, Member> field(const char* name, Member Owner::*member, Range range = {},
                                     Source source = {}) {
  return {name, member, range, "", source};
}
template <class Owner, class Member>
constexpr Field<Owner, Member> field(const char* name, Member Owner::*member, Source source) {
  return {name, member, {}, "", source};
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

}  // namespace attune
