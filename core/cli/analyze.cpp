// `attune analyze` and `attune report`: one recording measured, and two or more compared.
#include <cstdio>
#include <vector>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "hrv/lists.hpp"
#include "report/compare.hpp"
#include "report/schema.hpp"
#include "report/visit.hpp"

namespace attune::cli {
namespace {

constexpr const char* analyze_usage = "analyze FILE [--beats LIST] [--settings S.json]";
constexpr const char* report_usage =
    "report --visit A.edf [--age MONTHS] [--beats LIST] --visit B.edf … [--scores S.json] "
    "[--reference R.csv] [--settings T.json]";

struct Input {
  std::string path;
  report::VisitOptions options;
};

Result<report::Visit> measure(const Input& input, const report::Settings& settings) {
  const auto file = InputFile::open(input.path);
  if (!file) return file.error();
  report::RecordingStream stream(file->size(), settings);
  if (const Status status =
          file->read([&](std::span<const std::uint8_t> slice) { return stream.push(slice); });
      !status)
    return status.error();
  const auto features = stream.finish();
  if (!features) return features.error();
  return report::measure_visit(*features, input.options, settings);
}

/// Scores or comparison infants, read from a file of this name; `path` empty: none.
Status read_scores(const std::string& path, report::Supplement& supplement) {
  if (path.empty()) return success();
  const auto text = read_text_file(path);
  if (!text) return text.error();
  auto scores = parse_json<behavior::Scores>(*text);
  if (!scores) return scores.error();
  auto completed = behavior::complete_scores(std::move(*scores));
  if (!completed) return completed.error();
  supplement.scores = std::move(*completed);
  return success();
}

Status read_comparison(const std::string& path, report::Supplement& supplement) {
  if (path.empty()) return success();
  const auto text = read_text_file(path);
  if (!text) return text.error();
  auto reference = report::read_reference(*text);
  if (!reference) return reference.error();
  supplement.reference = std::move(*reference);
  return success();
}

/// Takes the list of beats or intervals at `path` for the visit. Errors: E_FILE, those of hrv/lists.hpp.
Status take_heart_list(Input& input, const std::string& path) {
  auto text = read_text_file(path);
  if (!text) return text.error();
  if (const auto beats = attune::hrv::parse_heart_list(*text); !beats) return beats.error();
  input.options.heart_list = std::move(*text);
  return success();
}

int print(const Json& json) {
  std::printf("%s\n", dump(json, 1).c_str());
  return 0;
}

}  // namespace

Result<report::Settings> read_settings(const std::string& path) {
  if (path.empty()) return report::Settings{};
  const auto text = read_text_file(path);
  if (!text) return text.error();
  return parse_json<report::Settings>(*text);
}

int analyze(Arguments args) {
  Input input;
  std::string settings_path;
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (args[i] == "--settings" && i + 1 < args.size()) {
      settings_path = args[++i];
    } else if (args[i] == "--beats" && i + 1 < args.size()) {
      if (const Status status = take_heart_list(input, args[++i]); !status)
        return fail(args[i], status.error());
    } else if (input.path.empty() && !args[i].starts_with("--")) {
      input.path = args[i];
    } else {
      return wrong_usage(analyze_usage);
    }
  }
  if (input.path.empty()) return wrong_usage(analyze_usage);
  const auto settings = read_settings(settings_path);
  if (!settings) return fail(settings_path, settings.error());
  const auto visit = measure(input, *settings);
  if (!visit) return fail(input.path, visit.error());
  return print(to_json(*visit));
}

int report(Arguments args) {
  std::vector<Input> inputs;
  std::string settings_path, scores_path, reference_path;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const bool has_value = i + 1 < args.size();
    if (args[i] == "--visit" && has_value) {
      inputs.push_back({args[++i], {}});
    } else if (args[i] == "--age" && has_value && !inputs.empty()) {
      const auto age = parse_json<double>(args[++i]);
      if (!age || *age < 0) return wrong_usage(report_usage);
      inputs.back().options.age_months = *age;
    } else if (args[i] == "--scores" && has_value) {
      scores_path = args[++i];
    } else if (args[i] == "--reference" && has_value) {
      reference_path = args[++i];
    } else if (args[i] == "--beats" && has_value && !inputs.empty()) {
      if (const Status status = take_heart_list(inputs.back(), args[++i]); !status)
        return fail(args[i], status.error());
    } else if (args[i] == "--settings" && has_value) {
      settings_path = args[++i];
    } else {
      return wrong_usage(report_usage);
    }
  }
  if (inputs.empty()) return wrong_usage(report_usage);
  const auto settings = read_settings(settings_path);
  if (!settings) return fail(settings_path, settings.error());
  report::Supplement supplement;
  if (const Status status = read_scores(scores_path, supplement); !status)
    return fail(scores_path, status.error());
  if (const Status status = read_comparison(reference_path, supplement); !status)
    return fail(reference_path, status.error());
  std::vector<report::Visit> visits;
  for (const Input& input : inputs) {
    auto visit = measure(input, *settings);
    if (!visit) return fail(input.path, visit.error());
    visits.push_back(std::move(*visit));
  }
  const auto compared = report::compare(std::move(visits), *settings, supplement);
  if (!compared) return fail(inputs.front().path, compared.error());
  return print(to_json(*compared));
}

int schema(Arguments args) {
  if (!args.empty()) return wrong_usage("schema");
  return print(report::report_schema());
}

}  // namespace attune::cli
