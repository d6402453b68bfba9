// `attune design`: what a study that is planned could find.
#include "group/design.hpp"

#include <array>
#include <cstdio>
#include <utility>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/json_file.hpp"
#include "cli/language.hpp"
#include "cli/options.hpp"
#include "cli/print_json.hpp"

namespace attune::cli {
namespace {

using attune::group::Design;
using attune::group::DesignSettings;

/// Numbers that options set; the range of each is the setting's own.
constexpr std::array numbers{
    std::pair{"--ratio", &DesignSettings::control_ratio},
    std::pair{"--correlation", &DesignSettings::correlation},
    std::pair{"--dropout", &DesignSettings::dropout},
    std::pair{"--effect", &DesignSettings::effect},
    std::pair{"--end", &DesignSettings::end_difference},
    std::pair{"--margin", &DesignSettings::equivalence_margin_sd},
    std::pair{"--significance", &DesignSettings::significance},
};
constexpr std::array whole_numbers{
    std::pair{"--visits", &DesignSettings::visits},
    std::pair{"--draws", &DesignSettings::draws},
    std::pair{"--seed", &DesignSettings::seed},
};

struct Wanted {
  DesignSettings settings;  ///< from the file of --settings, wherever that stands; options change it
  bool schema = false, text = false;
};

/// The exit status where they are not understood.
int read_design_arguments(Arguments args, Wanted& wanted) {
  constexpr double most = 2147483647;  // each has its own range, which check_ranges knows
  DesignSettings& settings = wanted.settings;
  std::vector<int> infants;
  std::string read_before;
  Options options;
  for (const auto& [name, member] : numbers) options.number(name, -most, most, settings.*member);
  for (const auto& [name, member] : whole_numbers) options.number(name, -most, most, settings.*member);
  options.add("--infants", [&](const std::string& value) {
    return Options::take_number("--infants", value, 2, 1000, infants.emplace_back());
  });
  options.text("--settings", read_before);  // wherever it stands
  options.flag("--schema", wanted.schema);
  options.flag("--text", wanted.text);
  if (const int status = options.read(args, "design")) return status;
  if (!infants.empty()) settings.infants = std::move(infants);
  return 0;
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
  Wanted wanted{*from_file};
  if (const int status = read_design_arguments(args, wanted)) return status;
  if (wanted.schema) return print_schema_of<Design>();
  const std::string where = path.empty() ? "design" : path;
  if (const Status status = check_ranges(wanted.settings); !status) return fail(where, status.error());
  const auto design = attune::group::plan_study(wanted.settings);
  if (!design) return fail(where, design.error());
  return wanted.text ? print_text(*design) : print_json(to_json(*design, wording()));
}

}  // namespace attune::cli
