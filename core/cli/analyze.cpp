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
  std::optional<ecg::Preset> preset;
  bool multiverse = false;
  Options options;
  options.text("--settings", settings_path);
  options.text("--label", input.options.label);
  options.text("--result", result_path);
  options.flag("--multiverse", multiverse);
  options.preset("--preset", preset);
  options.unnamed([&](const std::string& path) {
    if (input.files.path.empty())
      input.files.path = path;
    else
      input.files.parts.push_back({path, {}});
    return 0;
  });
  add_visit_options(options, [&] { return &input; });
  if (const int status = options.read(args, "analyze")) return status;
  // A cohort knows no start that was given by hand, and would not find the record again.
  const bool by_hand = std::any_of(input.files.parts.begin(), input.files.parts.end(),
                                   [](const FilePart& part) { return part.start_s.has_value(); });
  if (input.files.path.empty() || (!result_path.empty() && by_hand)) return wrong_usage("analyze");
  if (multiverse && result_path.empty()) return wrong_usage("analyze");
  auto settings = settings_from<visit::Settings>(settings_path);
  if (!settings) return fail(settings_path, settings.error());
  if (preset) settings->ecg.preset = *preset;
  if (!result_path.empty())
    return keep_record({input.files, input.options, multiverse, {}}, *settings, result_path);
  const auto visit = measure_input(input, *settings);
  if (!visit) return 1;
  return print_json(to_json(*visit, wording()));
}

}  // namespace attune::cli
