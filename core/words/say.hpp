// Says a text of the catalogues, checked while it is compiled: an id that no catalogue has, a hole that the text does not
// have, and a hole left out are errors of the compiler. Include words/ids/GROUP.hpp of the texts' group, which
// scripts/cmake/words.cmake writes from core/words/en/GROUP.json; that script also sees to it that all languages have the
// same ids and holes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "words/catalogue.hpp"
#include "words/said.hpp"

namespace attune::words {

constexpr std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
  return hash;
}

/// An id as the compiler compares it; its name is that of the entry found.
struct Id {
  std::uint32_t group = 0, name = 0;

  consteval Id(const char* id)
      : group(hash_of(std::string_view(id).substr(0, std::string_view(id).find('.')))), name(hash_of(id)) {}
};

/// The texts of a group; words/ids/GROUP.hpp has them.
template <std::uint32_t group>
inline constexpr std::span<const Entry> entries_of_group{};

namespace say_detail {

constexpr const Entry* find(std::span<const Entry> entries, std::uint32_t name) {
  for (const Entry& entry : entries)
    if (hash_of(entry.id) == name) return &entry;
  return nullptr;
}

void the_text_has_no_such_hole();  // never defined: the compiler names it where a hole is wrong

// Not one copy an id: a page holds a thousand of them.
Said with_holes(std::string_view id, std::size_t count);
void fill(Said& said, std::size_t place, Value&& value);

}  // namespace say_detail

template <Id id>
inline constexpr const Entry* entry_of = say_detail::find(entries_of_group<id.group>, id.name);

template <Id id>
constexpr std::string_view holes_of() {
  static_assert(entry_of<id> != nullptr,
                "no catalogue has this id, or words/ids of its group is not included");
  return entry_of<id>->holes;
}

/// The name of a hole of that text.
template <Id id>
struct Hole {
  std::size_t place;

  consteval Hole(const char* name) : place(place_of_hole(holes_of<id>(), name)) {
    if (place == count_holes(holes_of<id>())) say_detail::the_text_has_no_such_hole();
  }
};

template <Id id>
struct Filled {
  Hole<id> hole;
  Value value;
};

template <Id id>
Said say() {
  static_assert(holes_of<id>().empty(), "this text has holes to fill");
  return {entry_of<id>->id, {}};
}

template <Id id, std::size_t count>
Said say(Filled<id> (&&filled)[count]) {
  static_assert(count == count_holes(holes_of<id>()), "this text has another number of holes");
  Said said = say_detail::with_holes(entry_of<id>->id, count);
  for (Filled<id>& one : filled) say_detail::fill(said, one.hole.place, std::move(one.value));
  return said;
}

/// The name of a text without holes, for tables: Said{name<"edf.kind.pdf">, {}}.
template <Id id>
requires(holes_of<id>().empty()) inline constexpr std::string_view name = entry_of<id>->id;

}  // namespace attune::words
