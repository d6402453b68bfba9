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
  return worded;
}

}  // namespace attune::edf
