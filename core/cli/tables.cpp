// `attune scores` and `attune codes`: what a table of scores or of coded behaviour holds, and what it is
// taken for, before it goes into a report.
#include "base/json.hpp"
#include "behavior/coding_reader.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/json_file.hpp"
#include "cli/language.hpp"
#include "cli/print_json.hpp"
#include "cli/score_input.hpp"
#include "cli/visit_input.hpp"

namespace attune::cli {

int scores(Arguments args) {
  ScoreInput input;
  Options options;
  options.file(input.path);
  add_score_options(options, input);
  if (const int status = options.read(args, "scores")) return status;
  if (input.path.empty()) return wrong_usage("scores");
  const auto text = read_text_file(input.path);
  if (!text) return fail(input.path, text.error());
  const auto contents = behavior::score_table_contents(*text, input.choices);
  if (!contents) return fail(input.path, contents.error());
  auto imported = behavior::import_scores(*text, input.choices);
  if (imported)
    for (Diagnostic& note : behavior::score_notes(imported->scores))
      if (note.code == "W_SCORE_PARTS") imported->diagnostics.push_back(std::move(note));
  Json json{{"table", to_json(*contents, wording())}};
  json["scores"] = imported ? to_json(imported->scores, wording()) : Json();
  json["diagnostics"] = imported ? to_json(imported->diagnostics, wording())
                                 : Json::array({to_json(imported.error(), wording())});
  print_json(json);
  return imported ? 0 : fail(input.path, imported.error());
}

int codes(Arguments args) {
  VisitInput input;
  std::string settings_path;
  Options options;
  options.file(input.codes_path);
  options.text("--settings", settings_path);
  add_visit_options(options, [&] { return &input; });
  if (const int status = options.read(args, "codes")) return status;
  if (input.codes_path.empty()) return wrong_usage("codes");
  const auto settings = settings_from<visit::Settings>(settings_path);
  if (!settings) return fail(settings_path, settings.error());
  auto text = read_text_file(input.codes_path);
  if (!text) return fail(input.codes_path, text.error());
  const auto contents =
      behavior::coding_contents(*text, input.options.coding, settings->coding, settings->phases);
  if (!contents) return fail(input.codes_path, contents.error());
  input.files.path = "none";
  input.options.codes = std::move(*text);
  const auto visit = measure_input(input, *settings);
  if (!visit) return 1;
  return print_json(
      {{"table", to_json(*contents, wording())}, {"still_face", to_json(visit->still_face, wording())}});
}

}  // namespace attune::cli
