// `attune dyad`: mother's and infant's heart together, who leads whom.
#include "dyad/dyad.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/json.hpp"
#include "base/json_tree.hpp"
#include "cli/commands.hpp"
#include "cli/dyad_input.hpp"
#include "cli/files.hpp"
#include "cli/json_file.hpp"
#include "cli/language.hpp"
#include "cli/print_json.hpp"
#include "dyad/tables.hpp"
#include "words/ids/dyad.hpp"

namespace attune::cli {

namespace {

struct DyadArguments {
  DyadWanted wanted;
  std::string settings_path, baseline_path, courses_path, lags_path;
  bool schema = false;
};

/// --age and --preset of the infant, --mother-preset; none where a value is not understood.
std::optional<bool> take_age(Arguments args, std::size_t& i, DyadWanted& wanted) {
  if (args[i] != "--mother-preset") return take_age_option(args, i, wanted.infant.age);
  std::vector<std::string> as_preset{"--preset"};
  if (i + 1 < args.size()) as_preset.push_back(args[++i]);
  std::size_t place = 0;
  return take_age_option(as_preset, place, wanted.mother.age);
}

std::optional<DyadArguments> read_dyad_arguments(Arguments args) {
  DyadArguments a;
  const std::pair<std::string_view, std::string*> texts[] = {{"--mother", &a.wanted.mother.path},
                                                             {"--infant", &a.wanted.infant.path},
                                                             {"--mother-signal", &a.wanted.mother.label},
                                                             {"--infant-signal", &a.wanted.infant.label},
                                                             {"--trigger", &a.wanted.trigger},
                                                             {"--settings", &a.settings_path},
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
    } else if (!args[i].starts_with("--") && a.wanted.recording.empty()) {
      a.wanted.recording = args[i];
    } else if (!take_age(args, i, a.wanted).value_or(false)) {
      return std::nullopt;
    }
  }
  const DyadWanted& w = a.wanted;
  const bool of_two = !w.mother.path.empty() || !w.infant.path.empty();
  const bool both = !w.mother.path.empty() && !w.infant.path.empty();
  const bool clock_given = w.offset_s || w.drift_ppm || !w.trigger.empty();
  if (a.schema) return a;
  if (w.recording.empty() != of_two || (clock_given && !both)) return std::nullopt;
  if (!w.trigger.empty() && (w.offset_s || w.drift_ppm)) return std::nullopt;
  return a;
}

/// The change since the visit whose result the file holds.
Status compare_with_file(const std::string& path, dyad::Dyad& later) {
  const auto text = read_text_file(path);
  if (!text) return text.error();
  const auto result = parse_json_tree(*text);
  if (!result) return result.error();
  Json needed = Json::object();
  for (const char* name : {"mother", "infant", "clock", "task", "phases", "settings"}) {
    if (!result->is_object() || !result->contains(name))
      return Error{"E_DYAD_BASELINE", words::say<"dyad.no_baseline">(), ""};
    needed[name] = (*result)[name];
  }
  dyad::EarlierVisit earlier;
  if (const Status status = from_json(needed, earlier); !status) return status;
  compare_with(earlier, later);
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
  const auto arguments = read_dyad_arguments(args);
  if (!arguments) return wrong_usage("dyad");
  if (arguments->schema) return print_schema_of<attune::dyad::Dyad>();
  const auto settings = settings_from<attune::dyad::Settings>(arguments->settings_path);
  if (!settings) return fail(arguments->settings_path, settings.error());
  std::string where;
  auto input = read_dyad(arguments->wanted, where);
  if (!input) return fail(where, input.error());
  auto found = attune::dyad::analyze(input->mother, input->infant, input->clock, input->phases, *settings);
  if (!found) return fail(where, found.error());
  found->diagnostics.insert(found->diagnostics.begin(), input->diagnostics.begin(), input->diagnostics.end());
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
