#include "cli/visit_input.hpp"

#include "base/json.hpp"
#include "behavior/coding_reader.hpp"
#include "cli/files.hpp"
#include "cli/records.hpp"
#include "hrv/lists.hpp"
#include "visit/measure.hpp"
#include "visit/still_face.hpp"

namespace attune::cli {
namespace {

Result<visit::Visit> measure(const VisitInput& input, const visit::Settings& settings,
                             visit::VisitSpecifications* specifications, std::string& failed) {
  if (input.path == "none" && input.parts.empty())
    return visit::visit_without_recording(input.options, settings);
  return measure_file(input.path, input.options, settings, nullptr, specifications, input.parts, &failed);
}

/// The text of the file at `path`; 0, or 1 where it cannot be read.
int take_text(const std::string& path, std::string& text) {
  auto content = read_text_file(path);
  if (!content) return fail(path, content.error());
  text = std::move(*content);
  return 0;
}

int take_heart_list(const std::string& path, visit::VisitOptions& options) {
  std::string text;
  if (const int status = take_text(path, text)) return status;
  if (const auto beats = attune::hrv::parse_heart_list(text, {}); !beats) return fail(path, beats.error());
  options.heart_list = std::move(text);
  return 0;
}

int take_coding_options(const std::string& path, visit::VisitOptions& options) {
  std::string text;
  if (const int status = take_text(path, text)) return status;
  auto coding = parse_json<behavior::CodingOptions>(text);
  if (!coding) return fail(path, coding.error());
  options.coding = std::move(*coding);
  return 0;
}

/// "[{"label": "EEG F3", "unit": "V"}]"
int take_channels(const std::string& path, visit::VisitOptions& options) {
  std::string text;
  if (const int status = take_text(path, text)) return status;
  auto channels = parse_json<std::vector<visit::ChannelChoice>>(text);
  if (!channels) return fail(path, channels.error());
  options.channels = std::move(*channels);
  return 0;
}

/// A table that cannot be used stops here, with its line; the page shows the reason in the visit instead.
int check_codes(const VisitInput& input, const visit::Settings& settings) {
  const visit::VisitOptions& options = input.options;
  std::optional<behavior::Coding> first;
  if (!options.codes.empty()) {
    auto coding = behavior::read_coding(options.codes, options.coding, settings.coding, settings.phases);
    if (!coding) return fail(input.codes_path, coding.error());
    first = std::move(*coding);
  }
  const std::string& text = visit::second_codes(options);
  if (text.empty()) return 0;
  const auto second = behavior::read_second_coding(text, first ? &*first : nullptr, options.coding,
                                                   settings.coding, settings.phases);
  if (second) return 0;
  return fail(input.codes_second_path.empty() ? input.codes_path : input.codes_second_path, second.error());
}

/// "Episode 2=still-face"
behavior::PhaseCode phase_code(const std::string& text) {
  const std::size_t sign = text.rfind('=');
  if (sign == std::string::npos) return {text, ""};
  return {text.substr(0, sign), text.substr(sign + 1)};
}

}  // namespace

std::optional<int> take_visit_option(Arguments args, std::size_t& place, VisitInput& input) {
  if (place + 1 >= args.size()) return std::nullopt;
  const std::string &name = args[place], &value = args[place + 1];
  visit::VisitOptions& options = input.options;
  std::optional<int> status = 0;
  if (name == "--age") {
    options.age_months = age_in_months(value);
    if (!options.age_months) return std::nullopt;
  } else if (name == "--weeks-early") {
    options.weeks_early = weeks_early_in(value);
    if (!options.weeks_early) return std::nullopt;
  } else if (name == "--offset") {
    options.coding.offset_s = number_between(name, value, -1e10, 1e10);
    if (!options.coding.offset_s) return std::nullopt;
  } else if (name == "--subject") {
    options.coding.subject = value;
  } else if (name == "--observation") {
    options.coding.observation = value;
  } else if (name == "--tier") {
    options.coding.tiers.push_back(value);
  } else if (name == "--code-column") {
    options.coding.code_column = value;
  } else if (name == "--subject-second") {
    options.coding.second.subject = value;
  } else if (name == "--observation-second") {
    options.coding.second.observation = value;
  } else if (name == "--tier-second") {
    options.coding.second.tiers.push_back(value);
  } else if (name == "--code-column-second") {
    options.coding.second.code_column = value;
  } else if (name == "--phase-code") {
    options.coding.phase_codes.push_back(phase_code(value));
  } else if (name == "--beats") {
    status = take_heart_list(value, options);
  } else if (name == "--codes") {
    status = take_text(input.codes_path = value, options.codes);
  } else if (name == "--codes-second") {
    status = take_text(input.codes_second_path = value, options.codes_second);
  } else if (name == "--channels") {
    status = take_channels(value, options);
  } else if (name == "--part") {
    input.parts.push_back({value, {}});
  } else if (name == "--part-start") {
    if (!input.parts.empty()) input.parts.back().start_s = number_between(name, value, 0, 1e6);
    if (input.parts.empty() || !input.parts.back().start_s) return std::nullopt;
  } else if (name == "--coding") {
    status = take_coding_options(value, options);
  } else {
    return std::nullopt;
  }
  ++place;
  return status;
}

std::optional<visit::Visit> measure_input(const VisitInput& input, const visit::Settings& settings,
                                          visit::VisitSpecifications* specifications) {
  if (const Status status = check_ranges(input.options); !status) {
    fail(input.path, status.error());
    return std::nullopt;
  }
  if (check_codes(input, settings) != 0) return std::nullopt;
  std::string failed;
  auto visit = measure(input, settings, specifications, failed);
  if (visit) return std::move(*visit);
  fail(failed.empty() ? input.path : failed, visit.error());
  return std::nullopt;
}

}  // namespace attune::cli
