// `attune group TABLE.csv`: groups of infants compared over visits.
#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/json_file.hpp"
#include "cli/language.hpp"
#include "cli/options.hpp"
#include "cli/print_json.hpp"
#include "group/analysis.hpp"
#include "words/ids/cli.hpp"

namespace attune::cli {

int group(Arguments args) {
  std::string path, settings_path = settings_path_in(args);
  auto from_file = settings_from<attune::group::Settings>(settings_path);
  if (!from_file) return fail(settings_path, from_file.error());
  attune::group::Settings settings = std::move(*from_file);
  Options options;
  options.file(path);
  options.text("--control", settings.control);
  options.texts("--primary", settings.primary);
  options.texts("--missing", settings.missing_codes);
  options.number("--margin", 0.01, 10, settings.equivalence_margin_sd);
  options.text("--settings", settings_path);  // read above, wherever it stands
  if (const int status = options.read(args, "group")) return status;
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
