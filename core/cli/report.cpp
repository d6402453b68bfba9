// `attune report`: two or more visits of one infant compared.
#include <cstdio>
#include <vector>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/json_file.hpp"
#include "cli/language.hpp"
#include "cli/print_json.hpp"
#include "cli/report_output.hpp"
#include "cli/score_input.hpp"
#include "cli/visit_input.hpp"
#include "cohort/schema.hpp"
#include "report/compare.hpp"
#include "report/participant.hpp"
#include "report/specification_curve.hpp"
#include "words/ids/cli.hpp"

namespace attune::cli {
namespace {

struct ReportInput {
  std::vector<VisitInput> visits;
  ScoreInput scores;
  ReportOutput output;
  std::string reference_path, settings_path, participant;
  std::optional<double> weeks_early;
  std::optional<ecg::Preset> preset;  ///< for every visit
};

/// Reads all options; the exit status where one is not understood or its file cannot be used.
int read_options(Arguments args, ReportInput& input) {
  Options options;
  options.add("--visit", [&](const std::string& path) {
    constexpr std::size_t most_visits = 20;  // what the report compares them by grows with their square
    if (input.visits.size() == most_visits) {
      std::fprintf(stderr, "attune: %s\n",
                   spoken(words::say<"cli.most_visits">({{"most", most_visits}})).c_str());
      return 2;
    }
    input.visits.push_back({{path, {}}, {}, {}, {}});
    return 0;
  });
  options.text("--reference", input.reference_path);
  // Of the infant, whichever visit it stands behind.
  options.number("--weeks-early", 0, Options::most_weeks_early, input.weeks_early);
  options.text("--participant", input.participant);
  options.text("--settings", input.settings_path);
  options.preset("--preset", input.preset);
  add_output_options(options, input.output);
  add_score_options(options, input.scores);
  add_visit_options(options, [&] { return input.visits.empty() ? nullptr : &input.visits.back(); });
  if (const int status = options.read(args, "report")) return status;
  return input.visits.empty() ? wrong_usage("report") : 0;
}

Status read_comparison(const std::string& path, const std::vector<std::string>& missing_codes,
                       report::Supplement& supplement) {
  if (path.empty()) return success();
  const auto text = read_text_file(path);
  if (!text) return text.error();
  auto reference = report::read_reference(*text, missing_codes);
  if (!reference) return reference.error();
  supplement.reference = std::move(*reference);
  return success();
}

}  // namespace

int report(Arguments args) {
  ReportInput input;
  if (const int status = read_options(args, input)) return status;
  auto settings = settings_from<visit::Settings>(input.settings_path);
  if (!settings) return fail(input.settings_path, settings.error());
  if (input.preset) settings->ecg.preset = *input.preset;
  auto scores = read_score_input(input.scores);
  if (!scores) return fail(input.scores.path, scores.error());
  if (const Status status = report::check_participant(input.participant); !status)
    return fail(input.participant, status.error());
  report::Supplement supplement;
  supplement.participant = input.participant;
  supplement.scores = std::move(scores->scores);
  if (const Status status =
          read_comparison(input.reference_path, input.scores.choices.missing_codes, supplement);
      !status)
    return fail(input.reference_path, status.error());
  std::vector<visit::Visit> visits;
  std::vector<visit::VisitSpecifications> specifications(input.visits.size());
  for (VisitInput& one : input.visits) {
    one.options.weeks_early = input.weeks_early;
    auto visit = measure_input(one, *settings, &specifications[visits.size()]);
    if (!visit) return 1;
    visits.push_back(std::move(*visit));
  }
  auto compared = report::compare(std::move(visits), *settings, supplement);
  if (!compared) return fail(input.visits.front().files.path, compared.error());
  for (Diagnostic& note : scores->diagnostics) compared->diagnostics.push_back(std::move(note));
  compared->specification_curves = report::specification_curves(*compared, specifications);
  return write_outputs(*compared, input.output);
}

int schema(Arguments args) {
  if (!args.empty()) return wrong_usage("schema");
  return print_json(attune::cohort::schema());
}

}  // namespace attune::cli
