// A described type (base/describe.hpp) as data: what base/json.cpp walks. One table a type, so that JSON, schema and reading
// back are written once and not compiled anew for every struct (the page's module would be twice its size).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>

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
/// Where the default of a setting comes from.
struct Source {
  const char* name = "";   ///< of a text of the catalogues
  const char* as_is = "";  ///< else the source itself, the same in every language
};
struct TypeInfo;

/// One member of a described struct.
struct MemberInfo {
  const char* name;
  const char*
      about;      ///< What it is, one sentence; the unit stands in the name. Empty: the catalogues have it.
  Source source;  ///< of a setting
  Range range;    ///< of its numbers that have none of their own
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

/// Made in base/describe.hpp.
template <class T>
constexpr TypeInfo describe_type();

/// The table of a type: a described struct or enum, a number, text, bool, or an optional, vector or map of
/// such. A large struct names its table `extern template` below itself and has it compiled in one file.
template <class T>
inline constexpr TypeInfo type_info = describe_type<T>();

/// Whether each number in a described struct, or in what it is made of, has a range: to be asserted of
/// whatever a person or a file can set.
constexpr bool every_number_has_a_range(const TypeInfo& type) {
  using Kind = TypeInfo::Kind;
  if (type.kind == Kind::number || type.kind == Kind::integer) return false;
  if (type.item) return every_number_has_a_range(*type.item);
  return std::all_of(type.members.begin(), type.members.end(), [](const MemberInfo& member) {
    return member.range.is_given() || every_number_has_a_range(*member.type);
  });
}

}  // namespace attune
