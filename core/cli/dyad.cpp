// `attune dyad`: mother's and infant's heart together, who leads whom.
#include "dyad/dyad.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/dyad_input.hpp"
#include "cli/files.hpp"
#include "cli/json_file.hpp"
#include "cli/language.hpp"
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

/// --age and --preset of the infant, --mother-preset; none where a value is not understood.
std::optional<bool> take_age(Arguments args, std::size_t& i, attune::dyad::PairWanted& wanted) {
  const bool of_mother = args[i] == "--mother-preset";
  attune::dyad::HeartWanted& heart = of_mother ? wanted.mother : wanted.infant;
  AgeOptions age{heart.preset, heart.age_months};
  std::vector<std::string> option{of_mother ? "--preset" : args[i]};
  if (i + 1 < args.size()) option.push_back(args[i + 1]);
  std::size_t place = 0;
  const auto taken = take_age_option(option, place, age);
  if (taken.value_or(false)) {
    ++i;
    heart.preset = age.preset;
    heart.age_months = age.age_months;
  }
  return taken;
}

/// Whether the files and the clock that were named go together.
bool is_whole(const DyadFiles& files, const attune::dyad::PairWanted& wanted) {
  const bool of_two = !files.mother.empty() || !files.infant.empty();
  const bool both = !files.mother.empty() && !files.infant.empty();
  const bool by_hand = wanted.offset_s || wanted.drift_ppm;
  if (files.recording.empty() != of_two) return false;
  if ((by_hand || !wanted.trigger.empty()) && !both) return false;
  return !by_hand || wanted.trigger.empty();
}

std::optional<DyadArguments> read_dyad_arguments(Arguments args) {
  DyadArguments a;
  const std::pair<std::string_view, std::string*> texts[] = {{"--mother", &a.files.mother},
                                                             {"--infant", &a.files.infant},
                                                             {"--mother-signal", &a.wanted.mother.label},
                                                             {"--infant-signal", &a.wanted.infant.label},
                                                             {"--trigger", &a.wanted.trigger},
                                                             {"--settings", &a.settings_path},
                                                             {"--edits", &a.edits_path},
                                                             {"--baseline", &a.baseline_path},
                                                             {"--courses", &a.courses_path},
                                                             {"--lags", &a.lags_path}};
  for (std::size_t i = 0; i < args.size(); ++i) {
    const bool has_value = i + 1 < args.size();
    const auto text = std::find_if(std::begin(texts), std::end(texts),
                                   [&](const auto& one) { return one.first == args[i]; });
    if (text != std::end(texts) && has_value) {
      *text->second = args[++i];
    } else if (args[i] == "--offset-s" && has_value) {
      a.wanted.offset_s = number_between("--offset-s", args[++i], -86400, 86400);
      if (!a.wanted.offset_s) return std::nullopt;
    } else if (args[i] == "--drift-ppm" && has_value) {
      a.wanted.drift_ppm = number_between("--drift-ppm", args[++i], -10000, 10000);
      if (!a.wanted.drift_ppm) return std::nullopt;
    } else if (args[i] == "--schema") {
      a.schema = true;
    } else if (!args[i].starts_with("--") && a.files.recording.empty()) {
      a.files.recording = args[i];
    } else if (!take_age(args, i, a.wanted).value_or(false)) {
      return std::nullopt;
    }
  }
  if (!a.schema && !is_whole(a.files, a.wanted)) return std::nullopt;
  return a;
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
  auto arguments = read_dyad_arguments(args);
  if (!arguments) return wrong_usage("dyad");
  if (arguments->schema) return print_schema_of<attune::dyad::Dyad>();
  const auto settings = settings_from<attune::dyad::Settings>(arguments->settings_path);
  if (!settings) return fail(arguments->settings_path, settings.error());
  if (const Status taken = take_edits(arguments->edits_path, arguments->wanted); !taken)
    return fail(arguments->edits_path, taken.error());
  std::string where;
  const auto pair = read_dyad(arguments->files, arguments->wanted, where);
  if (!pair) return fail(where, pair.error());
  auto found = analyze(*pair, *settings);
  if (!found) return fail(where, found.error());
  if (!arguments->baseline_path.empty())
    if (const Status compared = compare_with_file(arguments->baseline_path, *found); !compared)
      return fail(arguments->baseline_path, compared.error());
  if (const int status =
          write_dyad_table(arguments->courses_path, courses_table(found->courses, Separator::comma)))
    return status;
  if (const int status = write_dyad_table(arguments->lags_path, lags_table(*found, Separator::comma)))
    return status;
  return print_json(to_json(*found, wording()));
}

}  // namespace attune::cli
