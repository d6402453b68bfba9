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

bool is_of_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Without "sub-", signs between a letter and a number, and the decimals of a whole number.
std::string bare_id(std::string_view name) {
  if (const std::string start = lower(name.substr(0, 4)); start == "sub-" || start == "sub_")
    name.remove_prefix(4);
  if (name.ends_with(".0") && name.find_first_not_of("0123456789") == name.size() - 2) name.remove_suffix(2);
  std::string bare;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool sign = name[i] == '-' || name[i] == '_' || name[i] == ' ';
    const bool between = i > 0 && i + 1 < name.size() && is_of_word(name[i - 1]) && is_digit(name[i + 1]);
    if (!sign || !between) bare += name[i];
  }
  return bare;
}

}  // namespace

std::string key_of_name(std::string_view name, NamesOf of) {
  return key_of(of == NamesOf::participants ? bare_id(name) : std::string(name));
}

const std::string& SameNames::of(std::string_view name) {
  const auto [first, is_new] = first_.try_emplace(key_of_name(name, of_), name);
  if (!is_new && first->second != name) matched_.try_emplace(std::string(name), first->second);
  return first->second;
}

void SameNames::say_alike(std::vector<Diagnostic>& notes, words::Text where) const {
  const auto is_number = [](std::string_view key) {
    return !key.empty() && key.find_first_not_of("0123456789") == std::string_view::npos;
  };
  std::size_t count = 0;
  const std::string *one = nullptr, *other = nullptr;
  for (const auto& [key, written] : first_) {
    const std::size_t digits = key.find_first_of("0123456789");
    if (digits == 0 || digits == std::string::npos || !is_number(std::string_view(key).substr(digits)))
      continue;
    const auto number = first_.find(key.substr(digits));
    if (number == first_.end() || count++ > 0) continue;
    one = &written;
    other = &number->second;
  }
  if (count == 0) return;
  notes.push_back({"W_TABLE_MAY_BE_ONE", Severity::warning,
                   words::say<"imports.may_be_one">(
                       {{"first", words::as_is(*one)}, {"other", words::as_is(*other)}, {"count", count}}),
                   std::move(where), ""});
}

void SameNames::say(std::vector<Diagnostic>& notes, words::Text where) const {
  if (of_ == NamesOf::participants) say_alike(notes, where);
  if (matched_.empty()) return;
  notes.push_back({"N_TABLE_SAME_NAME", Severity::note,
                   words::say<"imports.same_name">({{"count", matched_.size()},
                                                    {"written", words::as_is(matched_.begin()->first)},
                                                    {"found", words::as_is(matched_.begin()->second)}}),
                   std::move(where), ""});
}

}  // namespace attune::tables
