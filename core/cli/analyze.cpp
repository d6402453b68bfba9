// `attune analyze`: one recording measured, printed or kept as a record for `attune cohort --collect`.
#include <algorithm>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/json_file.hpp"
#include "cli/kept_record.hpp"
#include "cli/language.hpp"
#include "cli/print_json.hpp"
#include "cli/visit_input.hpp"

namespace attune::cli {

int analyze(Arguments args) {
  VisitInput input;
  std::string settings_path, result_path;
  AgeOptions age;
  bool multiverse = false;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const bool has_value = i + 1 < args.size();
    if (args[i] == "--settings" && has_value) {
      settings_path = args[++i];
    } else if (args[i] == "--label" && has_value) {
      input.options.label = args[++i];
    } else if (args[i] == "--result" && has_value) {
      result_path = args[++i];
    } else if (args[i] == "--multiverse") {
      multiverse = true;
    } else if (input.path.empty() && !args[i].starts_with("--")) {
      input.path = args[i];
    } else if (!args[i].starts_with("--")) {
      input.parts.push_back({args[i], {}});
    } else if (args[i] == "--preset") {
      if (!take_age_option(args, i, age)) return wrong_usage("analyze");
    } else {
      const auto status = take_visit_option(args, i, input);
      if (!status) return wrong_usage("analyze");
      if (*status != 0) return *status;
    }
  }
  // A cohort knows no start that was given by hand, and would not find the record again.
  const bool by_hand = std::any_of(input.parts.begin(), input.parts.end(),
                                   [](const FilePart& part) { return part.start_s.has_value(); });
  if (input.path.empty() || (!result_path.empty() && by_hand)) return wrong_usage("analyze");
  if (multiverse && result_path.empty()) return wrong_usage("analyze");
  auto settings = settings_from<visit::Settings>(settings_path);
  if (!settings) return fail(settings_path, settings.error());
  if (age.preset) settings->ecg.preset = *age.preset;
  if (!result_path.empty())
    return keep_record(input.path, input.parts, input.options, *settings, result_path, multiverse);
  const auto visit = measure_input(input, *settings);
  if (!visit) return 1;
  return print_json(to_json(*visit, wording()));
}

}  // namespace attune::cli
