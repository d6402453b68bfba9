// `attune dyad`: mother's and infant's heart together, who leads whom.
#include "dyad/dyad.hpp"

#include <utility>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/dyad_input.hpp"
#include "cli/files.hpp"
#include "cli/json_file.hpp"
#include "cli/language.hpp"
#include "cli/options.hpp"
#include "cli/print_json.hpp"
#include "dyad/tables.hpp"
#include "export/session_file.hpp"

namespace attune::cli {

namespace {

struct DyadArguments {
  DyadFiles files;
  attune::dyad::PairWanted wanted;
  std::string settings_path, edits_path, baseline_path, courses_path, lags_path;
  bool schema = false;
};

/// Whether the files and the clock that were named go together.
bool is_whole(const DyadFiles& files, const attune::dyad::PairWanted& wanted) {
  const bool of_two = !files.mother.empty() || !files.infant.empty();
  const bool both = !files.mother.empty() && !files.infant.empty();
  const bool by_hand = wanted.offset_s || wanted.drift_ppm;
  if (files.recording.empty() != of_two) return false;
  if ((by_hand || !wanted.trigger.empty()) && !both) return false;
  return !by_hand || wanted.trigger.empty();
}

/// The exit status where they are not understood.
int read_dyad_arguments(Arguments args, DyadArguments& a) {
  Options options;
  options.file(a.files.recording);
  options.text("--mother", a.files.mother);
  options.text("--infant", a.files.infant);
  options.text("--mother-signal", a.wanted.mother.label);
  options.text("--infant-signal", a.wanted.infant.label);
  options.preset("--mother-preset", a.wanted.mother.preset);
  options.preset("--preset", a.wanted.infant.preset);
  options.age(a.wanted.infant.age_months);
  options.text("--trigger", a.wanted.trigger);
  options.number("--offset-s", -86400, 86400, a.wanted.offset_s);
  options.number("--drift-ppm", -10000, 10000, a.wanted.drift_ppm);
  options.text("--settings", a.settings_path);
  options.text("--edits", a.edits_path);
  options.text("--baseline", a.baseline_path);
  options.text("--courses", a.courses_path);
  options.text("--lags", a.lags_path);
  options.flag("--schema", a.schema);
  if (const int status = options.read(args, "dyad")) return status;
  return a.schema || is_whole(a.files, a.wanted) ? 0 : wrong_usage("dyad");
}

/// Beats edited by hand as a session file or a settings file has them.
Status take_edits(const std::string& path, attune::dyad::PairWanted& wanted) {
  if (path.empty()) return success();
  const auto text = read_text_file(path);
  if (!text) return text.error();
  visit::EditSettings edits;
  if (auto session = exports::read_session(*text)) {
    edits = std::move(session->settings.edits);
  } else if (session.error().code != "E_SAVED_KIND") {
    return session.error();
  } else {
    auto settings = settings_from<visit::Settings>(path);
    if (!settings) return settings.error();
    edits = std::move(settings->edits);
  }
  for (visit::RecordingEdits& one : edits.recordings)
    wanted.edits.push_back({std::move(one.sha256), std::move(one.beats)});
  return success();
}

/// The change since the visit whose result the file holds.
Status compare_with_file(const std::string& path, dyad::Dyad& later) {
  const auto text = read_text_file(path);
  if (!text) return text.error();
  const auto earlier = dyad::earlier_visit(*text);
  if (!earlier) return earlier.error();
  compare_with(*earlier, later);
  return success();
}

/// Writes a table where one was asked for; the exit status.
int write_dyad_table(const std::string& path, const std::string& text) {
  if (path.empty()) return 0;
  if (const Status written = write_text_file(path, text); !written) return fail(path, written.error());
  return 0;
}

}  // namespace

int dyad(Arguments args) {
  DyadArguments arguments;
  if (const int status = read_dyad_arguments(args, arguments)) return status;
  if (arguments.schema) return print_schema_of<attune::dyad::Dyad>();
  const auto settings = settings_from<attune::dyad::Settings>(arguments.settings_path);
  if (!settings) return fail(arguments.settings_path, settings.error());
  if (const Status taken = take_edits(arguments.edits_path, arguments.wanted); !taken)
    return fail(arguments.edits_path, taken.error());
  std::string where;
  const auto pair = read_dyad(arguments.files, arguments.wanted, where);
  if (!pair) return fail(where, pair.error());
  auto found = analyze(*pair, *settings);
  if (!found) return fail(where, found.error());
  if (!arguments.baseline_path.empty())
    if (const Status compared = compare_with_file(arguments.baseline_path, *found); !compared)
      return fail(arguments.baseline_path, compared.error());
  if (const int status =
          write_dyad_table(arguments.courses_path, courses_table(found->courses, Separator::comma)))
    return status;
  if (const int status = write_dyad_table(arguments.lags_path, lags_table(*found, Separator::comma)))
    return status;
  return print_json(to_json(*found, wording()));
}

}  // namespace attune::cli
