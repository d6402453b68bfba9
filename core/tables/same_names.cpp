#include "tables/same_names.hpp"

#include <algorithm>
#include <array>

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

/// "rmssd" of "rmssd_ms", "rmssd (ms)" and "rmssd [ms]".
std::string_view without_unit(std::string_view name) {
  constexpr std::array<std::string_view, 9> units{"ms", "ms2", "s", "bpm", "uv", "µv", "hz", "percent", "%"};
  const std::size_t before = name.find_last_of("_ ([");
  if (before == std::string_view::npos) return name;
  std::string_view unit = name.substr(before + 1);
  if (unit.ends_with(')') || unit.ends_with(']')) unit.remove_suffix(1);
  if (std::find(units.begin(), units.end(), unit) == units.end()) return name;
  const std::size_t end = name.find_last_not_of("_ ([", before);
  return end == std::string_view::npos ? name : name.substr(0, end + 1);
}

}  // namespace

std::string key_of_name(std::string_view name, NamesOf of) {
  return key_of(of == NamesOf::participants ? bare_id(name) : std::string(name));
}

const std::string& SameNames::of(std::string_view name) {
  const auto known = as_first_.find(name);
  if (known != as_first_.end()) return known->second;
  const auto [first, is_new] = first_.try_emplace(key_of_name(name, of_), name);
  if (!is_new && first->second != name) matched_.try_emplace(std::string(name), first->second);
  return as_first_.try_emplace(std::string(name), first->second).first->second;
}

const std::string* SameNames::alike(const std::string& key) const {
  const auto named = [&](std::string_view other) {
    const auto found = other.empty() || other == key ? first_.end() : first_.find(std::string(other));
    return found == first_.end() ? nullptr : &found->second;
  };
  if (of_ == NamesOf::measures) return named(without_unit(key));
  const std::size_t digits = key.find_first_of("0123456789");
  if (digits == 0 || digits == std::string::npos) return nullptr;
  const std::string_view number = std::string_view(key).substr(digits);
  return number.find_first_not_of("0123456789") == std::string_view::npos ? named(number) : nullptr;
}

void SameNames::say_alike(std::vector<Diagnostic>& notes, words::Text where) const {
  std::size_t count = 0;
  const std::string *one = nullptr, *other = nullptr;
  for (const auto& [key, written] : first_) {
    const std::string* found = alike(key);
    if (!found || count++ > 0) continue;
    one = &written;
    other = found;
  }
  if (count == 0) return;
  notes.push_back({"W_TABLE_MAY_BE_ONE", Severity::warning,
                   words::say<"imports.may_be_one">(
                       {{"first", words::as_is(*one)},
                        {"other", words::as_is(*other)},
                        {"what", words::as_is(of_ == NamesOf::measures ? "measures" : "infants")},
                        {"count", count}}),
                   std::move(where), ""});
}

void SameNames::say(std::vector<Diagnostic>& notes, words::Text where) const {
  if (of_ != NamesOf::anything) say_alike(notes, where);
  if (matched_.empty()) return;
  notes.push_back({"N_TABLE_SAME_NAME", Severity::note,
                   words::say<"imports.same_name">({{"count", matched_.size()},
                                                    {"written", words::as_is(matched_.begin()->first)},
                                                    {"found", words::as_is(matched_.begin()->second)}}),
                   std::move(where), ""});
}

}  // namespace attune::tables
