#include "cli/options.hpp"

#include <algorithm>

namespace attune::cli {

void Options::preset(const std::string& name, std::optional<ecg::Preset>& preset) {
  add(name, [&](const std::string& value) -> std::optional<int> {
    const auto names = enum_names(ecg::Preset{});
    const auto named = std::find(names.begin(), names.end(), value);
    if (named == names.end()) return std::nullopt;
    preset = static_cast<ecg::Preset>(named - names.begin());
    return 0;
  });
}

void Options::file(std::string& path) {
  unnamed([&](const std::string& value) -> std::optional<int> {
    if (!path.empty()) return std::nullopt;
    path = value;
    return 0;
  });
}

int Options::read(Arguments args, std::string_view command) const {
  for (std::size_t i = 0; i < args.size(); ++i) {
    const Take* take = &unnamed_;
    if (args[i].starts_with("--")) {
      const auto option = std::find_if(options_.begin(), options_.end(),
                                       [&](const Option& one) { return one.name == args[i]; });
      if (option == options_.end()) return wrong_usage(command);
      if (option->has_value && ++i == args.size()) return wrong_usage(command);
      take = &option->take;
    }
    const auto status = *take ? (*take)(args[i]) : std::nullopt;
    if (!status) return wrong_usage(command);
    if (*status != 0) return *status;
  }
  return 0;
}

int take_text(const std::string& path, std::string& text) {
  auto content = read_text_file(path);
  if (!content) return fail(path, content.error());
  text = std::move(*content);
  return 0;
}

}  // namespace attune::cli
