// The texts of all languages, as scripts/cmake/words.cmake writes them from core/words/en and core/words/fr.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace attune::words {

enum class Language : std::uint8_t { english, french, pseudo };
/// BCP 47.
constexpr std::array<std::string_view, 3> language_names{"en", "fr", "x-pseudo"};

constexpr std::string_view name_of(Language language) {
  return language_names[static_cast<std::size_t>(language)];
}
std::optional<Language> language_named(std::string_view name);

/// A text of the catalogues: its id, and the names of its holes in order, joined by commas.
struct Entry {
  std::string_view id, holes;
};

/// All of them, in order of their ids.
std::span<const Entry> all_entries();

/// The place of an id among them; none if the catalogues do not have it.
std::optional<std::size_t> place_of_id(std::string_view id);

/// The message at that place. The pseudo-language has that of English.
std::string_view message_at(std::size_t place, Language language);

constexpr std::size_t count_holes(std::string_view holes) {
  std::size_t count = holes.empty() ? 0 : 1;
  for (const char c : holes) count += c == ',';
  return count;
}

/// The place of a name in "a,b,c"; their number if it is not there.
constexpr std::size_t place_of_hole(std::string_view holes, std::string_view name) {
  std::size_t place = 0;
  for (std::size_t begin = 0; begin < holes.size(); ++place) {
    std::size_t end = begin;
    while (end < holes.size() && holes[end] != ',') ++end;
    if (holes.substr(begin, end - begin) == name) return place;
    begin = end + 1;
  }
  return count_holes(holes);
}

}  // namespace attune::words
