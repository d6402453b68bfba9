// --age and --preset: the age group that beats and heart-rate variability are measured for.
#include "cli/commands.hpp"
#include "cli/files.hpp"

namespace attune::cli {
namespace {

std::optional<ecg::Preset> preset_named(const std::string& name) {
  const auto names = enum_names(ecg::Preset{});
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (name == names[i]) return static_cast<ecg::Preset>(i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<double> age_in_months(const std::string& text) {
  return number_between("--age", text, 0, 1200);
}

std::optional<double> weeks_early_in(const std::string& text) {
  return number_between("--weeks-early", text, 0, 20);
}

std::optional<bool> take_age_option(Arguments args, std::size_t& place, AgeOptions& options) {
  const std::string& name = args[place];
  if (name != "--preset" && name != "--age") return false;
  if (place + 1 >= args.size()) return std::nullopt;
  const std::string& value = args[++place];
  if (name == "--age") {
    options.age_months = age_in_months(value);
    if (!options.age_months) return std::nullopt;
  } else {
    options.preset = preset_named(value);
    if (!options.preset) return std::nullopt;
  }
  return true;
}

}  // namespace attune::cli
