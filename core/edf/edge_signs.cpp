#include "edf/edge_signs.hpp"

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "edf/text.hpp"

namespace attune::edf {

namespace {

/// The ways to write both edges of "SF": what stands before and behind it.
struct Signs {
  std::string_view start_before, start_behind, end_before, end_behind;
};
constexpr std::array<Signs, 5> usual_signs{{{"", "+", "", "-"},
                                            {"", "+", "", "\u2212"},
                                            {"", "+", "", "\u2013"},
                                            {"<", ">", "</", ">"},
                                            {"[", "", "", "]"}}};

/// Words and letters that tell both edges of a part: "SF in" … "SF out", "BL_s" … "BL_e", "FF 1" … "FF 0".
struct EdgeWords {
  std::string_view start, end;
};
constexpr std::array<EdgeWords, 8> usual_words{{{"in", "out"},
                                                {"1", "0"},
                                                {"s", "e"},
                                                {"b", "e"},
                                                {"a", "e"},
                                                {"d", "f"},
                                                {"ein", "aus"},
                                                {"entree", "sortie"}}};

/// The text before a last word, folded; empty if that word does not stand there, apart from what it follows.
std::string text_before(std::string_view text, std::string_view word) {
  std::string name = folded(trim(text));
  if (name.size() <= word.size() || !name.ends_with(word)) return {};
  name.resize(name.size() - word.size());
  constexpr std::string_view apart = " _-.:/";
  const std::size_t last = name.find_last_not_of(apart);
  const bool digit = is_digit(word.front());  // "SF1" … "SF0" too
  if (last == std::string::npos || (last + 1 == name.size() && (!digit || is_digit(name[last])))) return {};
  name.resize(last + 1);
  return name;
}

/// The text between the signs, folded; empty if they do not stand round it, or another sign does too ("++").
std::string text_between(std::string_view text, std::string_view before, std::string_view behind) {
  text = trim(text);
  if (text.size() <= before.size() + behind.size() || !text.starts_with(before) || !text.ends_with(behind))
    return {};
  text = trim(text.substr(before.size(), text.size() - before.size() - behind.size()));
  constexpr std::string_view signs = "+-<>/[]";
  const bool more = text.empty() || signs.find(text.front()) != std::string_view::npos ||
                    signs.find(text.back()) != std::string_view::npos;
  return more ? std::string() : folded(text);
}

/// Of the names of parts only, where the first of both that stands in the recording begins: parts that are numbered from 0
/// are not ended by it.
void write_words(const EdgeWords& words, std::span<const Annotation> annotations,
                 const PhaseSettings& settings, std::vector<Annotation>& worded) {
  struct Seen {
    bool part = false, starts = false, ends = false;
  };
  std::map<std::string, Seen> seen;
  for (const Annotation& one : annotations)
    for (const bool ends : {false, true}) {
      const std::string name = text_before(one.text, ends ? words.end : words.start);
      if (name.empty()) continue;
      const auto [at, is_new] = seen.try_emplace(name);
      if (is_new) at->second.part = !ends && read_phase_mark(name, settings).recognised;
      (ends ? at->second.ends : at->second.starts) = true;
    }
  for (std::size_t i = 0; i < worded.size(); ++i)
    for (const bool ends : {false, true}) {
      const std::string name = text_before(annotations[i].text, ends ? words.end : words.start);
      const auto found = seen.find(name);
      if (found != seen.end() && found->second.part && found->second.starts && found->second.ends)
        worded[i].text = name + " " + (ends ? settings.end_words : settings.start_words).front();
    }
}

}  // namespace

std::vector<Annotation> with_edges_in_words(std::span<const Annotation> annotations,
                                            const PhaseSettings& settings) {
  std::vector<Annotation> worded(annotations.begin(), annotations.end());
  if (settings.start_words.empty() || settings.end_words.empty()) return worded;
  for (const Signs& signs : usual_signs) {
    struct Both {
      bool starts = false, ends = false;
    };
    std::map<std::string, Both> seen;
    for (const Annotation& one : annotations) {
      if (const auto name = text_between(one.text, signs.start_before, signs.start_behind); !name.empty())
        seen[name].starts = true;
      if (const auto name = text_between(one.text, signs.end_before, signs.end_behind); !name.empty())
        seen[name].ends = true;
    }
    for (std::size_t i = 0; i < worded.size(); ++i) {
      const auto write = [&](const std::string& name, const std::string& word) {
        const auto found = seen.find(name);
        if (found != seen.end() && found->second.starts && found->second.ends)
          worded[i].text = name + " " + word;
      };
      write(text_between(annotations[i].text, signs.start_before, signs.start_behind),
            settings.start_words.front());
      write(text_between(annotations[i].text, signs.end_before, signs.end_behind),
            settings.end_words.front());
    }
  }
  for (const EdgeWords& words : usual_words) write_words(words, annotations, settings, worded);
  return worded;
}

}  // namespace attune::edf
