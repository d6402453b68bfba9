#include "tables/same_names.hpp"

#include "base/words.hpp"
#include "words/ids/imports.hpp"

namespace attune::tables {
namespace {

std::string key_of(std::string_view name) {
  const std::string text = lower(name);
  std::string key;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = i == 0 || (!is_digit(text[i - 1]) && text[i - 1] != '.' && text[i - 1] != ',');
    if (text[i] == '0' && begins) {
      while (i + 1 < text.size() && text[i] == '0' && is_digit(text[i + 1])) ++i;
    }
    key += text[i];
  }
  return key;
}

}  // namespace

const std::string& SameNames::of(std::string_view name) {
  const auto [first, is_new] = first_.try_emplace(key_of(name), name);
  if (!is_new && first->second != name) matched_.try_emplace(std::string(name), first->second);
  return first->second;
}

void SameNames::say(std::vector<Diagnostic>& notes, words::Text where) const {
  if (matched_.empty()) return;
  notes.push_back({"N_TABLE_SAME_NAME", Severity::note,
                   words::say<"imports.same_name">({{"count", matched_.size()},
                                                    {"written", words::as_is(matched_.begin()->first)},
                                                    {"found", words::as_is(matched_.begin()->second)}}),
                   std::move(where), ""});
}

}  // namespace attune::tables
