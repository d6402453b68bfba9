// Whether the catalogues say what each setting is and where its default comes from (base/describe.hpp): asserted where
// all settings are known, so that the build ends at one they lack.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "base/type_info.hpp"
#include "words/ids/settings.hpp"

namespace attune {

namespace setting_words_detail {

/// Whether the catalogues have settings.OWNER.NAME.
constexpr bool has_text(std::string_view owner, std::string_view name) {
  std::array<char, 128> id{};
  std::size_t size = 0;
  for (const std::string_view part : {std::string_view("settings."), owner, std::string_view("."), name})
    for (const char c : part) id[size++] = c;
  const std::string_view wanted(id.data(), size);
  const auto* entry = std::lower_bound(
      std::begin(words::entries_settings), std::end(words::entries_settings), wanted,
      [](const words::Entry& one, std::string_view id_wanted) { return one.id < id_wanted; });
  return entry != std::end(words::entries_settings) && entry->id == wanted;
}

template <class T>
inline constexpr auto fields_of = T::fields();

/// Each field is a constant of its own: together they exceed what compilers evaluate at once, and so they name the one
/// that lacks a text.
template <class T, std::size_t index>
struct FieldWords {
  static constexpr auto& field = std::get<index>(fields_of<T>);
  static constexpr std::string_view source = field.source.name;
  static constexpr bool are_there = (field.about[0] != '\0' || has_text(T::type_name, field.name)) &&
                                    (source.empty() || has_text("source", source));
  static_assert(are_there, "core/words/en/settings.json lacks what this field of T is, or its source");
};

/// Its own fields, and those of what it is made of.
template <class T>
constexpr bool has_words() {
  if constexpr (Described<T>) {
    return []<std::size_t... index>(std::index_sequence<index...>) {
      return (FieldWords<T, index>::are_there && ...) &&
             (has_words<
                  std::remove_cvref_t<decltype(std::declval<T>().*(FieldWords<T, index>::field.member))>>() &&
              ...);
    }
    (std::make_index_sequence<std::tuple_size_v<decltype(T::fields())>>{});
  } else if constexpr (type_info_detail::IsOptional<T>::value || type_info_detail::IsVector<T>::value) {
    return has_words<typename T::value_type>();
  } else {
    return true;
  }
}

}  // namespace setting_words_detail

/// Whether they have them for T and all it is made of.
template <class T>
inline constexpr bool every_setting_has_words = setting_words_detail::has_words<T>();

}  // namespace attune
