#include "cli/language.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "words/ids/cli.hpp"

namespace attune::cli {
namespace {

using words::Language;

/// The pseudo-language is for tests of the page.
constexpr std::array offered{Language::english, Language::french};

/// One for the whole program: set once, before a command begins, and in force for whatever it says.
words::Manner& spoken_manner() {
  static words::Manner manner;
  return manner;
}

int there_is_no(const std::string& name) {
  words::Value::List names;
  for (const Language language : offered) names.push_back(words::as_is(words::name_of(language)));
  const std::string said =
      spoken(words::say<"cli.no_language">({{"name", words::as_is(name)}, {"languages", std::move(names)}}));
  std::fprintf(stderr, "attune: %s\n", said.c_str());
  return 2;
}

}  // namespace

int take_language(std::vector<std::string>& args) {
  const auto option = std::find(args.begin(), args.end(), "--language");
  if (option == args.end()) return 0;
  const std::string name = option + 1 == args.end() ? "" : *(option + 1);
  const auto language = words::language_named(name);
  if (!language || std::find(offered.begin(), offered.end(), *language) == offered.end())
    return there_is_no(name);
  spoken_manner().language = *language;
  args.erase(option, option + 2);
  return 0;
}

const words::Manner& manner() {
  return spoken_manner();
}

Wording wording() {
  return {manner(), {}};
}

std::string spoken(const words::Text& text) {
  return words::text(text, manner());
}

}  // namespace attune::cli
