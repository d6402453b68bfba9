#include "words/catalogue.hpp"

#include <algorithm>

namespace attune::words {

// Written by scripts/cmake/words.cmake.
extern const Entry entries[];
extern const std::size_t entry_count;
extern const char* const texts_en[];
extern const char* const texts_fr[];

std::optional<Language> language_named(std::string_view name) {
  for (std::size_t i = 0; i < language_names.size(); ++i)
    if (language_names[i] == name) return static_cast<Language>(i);
  return std::nullopt;
}

std::span<const Entry> all_entries() {
  return {entries, entry_count};
}

std::optional<std::size_t> place_of_id(std::string_view id) {
  const auto all = all_entries();
  const auto found = std::lower_bound(
      all.begin(), all.end(), id, [](const Entry& entry, std::string_view name) { return entry.id < name; });
  if (found == all.end() || found->id != id) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

std::string_view message_at(std::size_t place, Language language) {
  return (language == Language::french ? texts_fr : texts_en)[place];
}

}  // namespace attune::words
