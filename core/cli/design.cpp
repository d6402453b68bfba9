// `attune design`: what a study that is planned could find.
#include "group/design.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/json_file.hpp"
#include "cli/language.hpp"
#include "cli/print_json.hpp"

namespace attune::cli {
namespace {

using attune::group::Design;
using attune::group::DesignSettings;

struct DesignOptions {
  DesignSettings settings;
  bool schema = false, text = false;
};

/// A number that an option sets; its range is the setting's own.
struct NumberOption {
  std::string_view name;
  double DesignSettings::*number = nullptr;
  int DesignSettings::*whole = nullptr;
};
constexpr std::array number_options{
    NumberOption{"--ratio", &DesignSettings::control_ratio},
    NumberOption{"--visits", nullptr, &DesignSettings::visits},
    NumberOption{"--correlation", &DesignSettings::correlation},
    NumberOption{"--dropout", &DesignSettings::dropout},
    NumberOption{"--effect", &DesignSettings::effect},
    NumberOption{"--end", &DesignSettings::end_difference},
    NumberOption{"--margin", &DesignSettings::equivalence_margin_sd},
    NumberOption{"--significance", &DesignSettings::significance},
    NumberOption{"--draws", nullptr, &DesignSettings::draws},
    NumberOption{"--seed", nullptr, &DesignSettings::seed},
};

bool take_number(const std::string& name, const std::string& text, DesignSettings& settings) {
  const auto option = std::find_if(number_options.begin(), number_options.end(),
                                   [&](const NumberOption& one) { return one.name == name; });
  if (option == number_options.end()) return false;
  constexpr double most = 2147483647;  // each has its own range, which check_ranges knows
  const auto value = number_between(name, text, -most, most);
  if (!value || (option->whole != nullptr && *value != std::floor(*value))) return false;
  if (option->whole != nullptr)
    settings.*option->whole = static_cast<int>(*value);
  else
    settings.*option->number = *value;
  return true;
}

/// Options change what the file of --settings says, wherever that stands. None: wrong usage.
std::optional<DesignOptions> read_design_options(Arguments args, const DesignSettings& from_file) {
  DesignOptions options;
  options.settings = from_file;
  std::vector<int> infants;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const bool has_value = i + 1 < args.size();
    if (args[i] == "--schema") {
      options.schema = true;
    } else if (args[i] == "--text") {
      options.text = true;
    } else if (args[i] == "--infants" && has_value) {
      const auto number = number_between("--infants", args[++i], 2, 1000);
      if (!number || *number != std::floor(*number)) return std::nullopt;
      infants.push_back(static_cast<int>(*number));
    } else if (has_value &&
               (args[i] == "--settings" || take_number(args[i], args[i + 1], options.settings))) {
      ++i;
    } else {
      return std::nullopt;
    }
  }
  if (!infants.empty()) options.settings.infants = std::move(infants);
  return options;
}

int print_text(const Design& design) {
  for (const auto& point : design.points) std::puts(spoken(point.sentence).c_str());
  std::puts(spoken(design.assumptions).c_str());
  return 0;
}

}  // namespace

int design(Arguments args) {
  const std::string path = settings_path_in(args);
  const auto from_file = settings_from<DesignSettings>(path);
  if (!from_file) return fail(path, from_file.error());
  const auto options = read_design_options(args, *from_file);
  if (!options) return wrong_usage("design");
  if (options->schema) return print_schema_of<Design>();
  const std::string where = path.empty() ? "design" : path;
  if (const Status status = check_ranges(options->settings); !status) return fail(where, status.error());
  const auto design = attune::group::plan_study(options->settings);
  if (!design) return fail(where, design.error());
  return options->text ? print_text(*design) : print_json(to_json(*design, wording()));
}

}  // namespace attune::cli
