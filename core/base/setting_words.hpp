// Whether the catalogues say what each setting is and where its default comes from (base/describe.hpp): asserted where
// all settings are known, so that the build ends at one they lack.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/describe.hpp"
#include "words/ids/settings.hpp"

namespace attune {

namespace setting_words_detail {

/// Whether the catalogues have settings.OWNER.NAME: looked for piece by piece, since compilers count what they evaluate.
constexpr bool has_text(std::string_view owner, std::string_view name) {
  constexpr std::size_t prefix = std::string_view("settings.").size();
  const auto compared = [&](const words::Entry& entry) {
    const std::string_view id = entry.id.substr(prefix);
    if (const int order = id.substr(0, owner.size()).compare(owner); order != 0) return order;
    if (const int order = id.substr(owner.size(), 1).compare("."); order != 0) return order;
    return id.substr(owner.size() + 1).compare(name);
  };
  const auto* entry = std::lower_bound(std::begin(words::entries_settings), std::end(words::entries_settings),
                                       0, [&](const words::Entry& one, int) { return compared(one) < 0; });
  return entry != std::end(words::entries_settings) && compared(*entry) == 0;
}

/// Each field is a constant of its own: together they exceed what compilers evaluate at once, and so they name the one
/// that lacks a text.
template <const TypeInfo& owner, std::size_t index>
struct FieldWords {
  static constexpr const MemberInfo& field = owner.members[index];
  static constexpr std::string_view source = field.source.name;
  static constexpr bool are_there = (field.about[0] != '\0' || has_text(owner.name, field.name)) &&
                                    (source.empty() || has_text("source", source));
  static_assert(are_there, "core/words/en/settings.json lacks what this field is, or its source");
};

/// Its own fields, and those of what it is made of.
template <const TypeInfo& type>
constexpr bool has_words() {
  if constexpr (type.item != nullptr) {
    return has_words<*type.item>();
  } else {
    return []<std::size_t... index>(std::index_sequence<index...>) {
      return ((FieldWords<type, index>::are_there && has_words<*type.members[index].type>()) && ...);
    }
    (std::make_index_sequence<type.members.size()>{});
  }
}

}  // namespace setting_words_detail

/// Whether they have them for T and all it is made of.
template <class T>
inline constexpr bool every_setting_has_words = setting_words_detail::has_words<type_info<T>>();

}  // namespace attune
