// `attune group TABLE.csv`: groups of infants compared over visits.
#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/json_file.hpp"
#include "cli/language.hpp"
#include "cli/print_json.hpp"
#include "group/analysis.hpp"
#include "words/ids/cli.hpp"

namespace attune::cli {

int group(Arguments args) {
  std::string path;
  const std::string settings_path = settings_path_in(args);
  auto from_file = settings_from<attune::group::Settings>(settings_path);
  if (!from_file) return fail(settings_path, from_file.error());
  attune::group::Settings settings = std::move(*from_file);
  for (std::size_t i = 0; i < args.size(); ++i) {
    const bool has_value = i + 1 < args.size();
    if (args[i] == "--control" && has_value) {
      settings.control = args[++i];
    } else if (args[i] == "--primary" && has_value) {
      settings.primary.push_back(args[++i]);
    } else if (args[i] == "--missing" && has_value) {
      settings.missing_codes.push_back(args[++i]);
    } else if (args[i] == "--margin" && has_value) {
      const auto margin = number_between("--margin", args[++i], 0.01, 10);
      if (!margin) return wrong_usage("group");
      settings.equivalence_margin_sd = *margin;
    } else if (args[i] == "--settings" && has_value) {
      ++i;
    } else if (!args[i].starts_with("--") && path.empty()) {
      path = args[i];
    } else {
      return wrong_usage("group");
    }
  }
  if (path.empty()) return wrong_usage("group");
  if (const Status status = check_ranges(settings); !status) return fail(path, status.error());
  const auto text = read_text_file(path);
  if (!text) return fail(path, text.error());
  const auto table = attune::group::read_table(*text, settings);
  if (!table) return fail(path, table.error());
  for (const Diagnostic& found : table->diagnostics)
    if (found.severity != Severity::note)
      warn(words::say<"cli.place">({{"path", words::as_is(path)}, {"where", found.where}}),
           {found.code, found.message, ""});
  return print_json(to_json(attune::group::analyze(*table, settings), wording()));
}

}  // namespace attune::cli
