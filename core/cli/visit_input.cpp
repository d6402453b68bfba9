#include "cli/visit_input.hpp"

#include "base/json.hpp"
#include "behavior/coding_reader.hpp"
#include "cli/files.hpp"
#include "cli/records.hpp"
#include "hrv/lists.hpp"
#include "visit/measure.hpp"
#include "visit/still_face.hpp"
#include "words/ids/reason.hpp"

namespace attune::cli {
namespace {

Result<visit::Visit> measure(const VisitInput& input, const visit::Settings& settings,
                             visit::VisitSpecifications* specifications, std::string& failed) {
  if (input.files.path == "none" && input.files.parts.empty())
    return input.options.heart_list.empty()
               ? Result<visit::Visit>(visit::visit_without_recording(input.options, settings))
               : Error{"E_NO_RECORDING", words::say<"reason.no_recording">(), "--beats"};
  return measure_files(input.files, input.options, settings, {nullptr, specifications, &failed});
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

void add_visit_options(Options& options, const CurrentVisit& current) {
  using Input = VisitInput;
  const auto add = [&](const std::string& name, auto take) {
    options.add(name, [=](const std::string& value) -> std::optional<int> {
      Input* const input = current();
      if (input == nullptr) return std::nullopt;
      return take(*input, value);
    });
  };
  const auto number = [&](const std::string& name, double lowest, double highest, auto place) {
    add(name, [=](Input& input, const std::string& value) {
      return Options::take_number(name, value, lowest, highest, place(input));
    });
  };
  const auto coder = [&](const std::string& which, auto coding) {
    add("--subject" + which,
        [=](Input& one, const std::string& name) { return coding(one).subject = name, 0; });
    add("--observation" + which,
        [=](Input& one, const std::string& name) { return coding(one).observation = name, 0; });
    add("--tier" + which,
        [=](Input& one, const std::string& name) { return coding(one).tiers.push_back(name), 0; });
    add("--code-column" + which,
        [=](Input& one, const std::string& name) { return coding(one).code_column = name, 0; });
  };
  number(
      "--age", 0, Options::oldest_months, [](Input & one) -> auto& { return one.options.age_months; });
  number(
      "--weeks-early", 0, Options::most_weeks_early,
      [](Input & one) -> auto& { return one.options.weeks_early; });
  number(
      "--offset", -1e10, 1e10, [](Input & one) -> auto& { return one.options.coding.offset_s; });
  coder(
      "", [](Input & one) -> auto& { return one.options.coding; });
  coder(
      "-second", [](Input & one) -> auto& { return one.options.coding.second; });
  add("--phase-code", [](Input& one, const std::string& text) {
    return one.options.coding.phase_codes.push_back(phase_code(text)), 0;
  });
  add("--beats", [](Input& one, const std::string& path) { return take_heart_list(path, one.options); });
  add("--codes", [](Input& one, const std::string& path) {
    return take_text(one.codes_path = path, one.options.codes);
  });
  add("--codes-second", [](Input& one, const std::string& path) {
    return take_text(one.codes_second_path = path, one.options.codes_second);
  });
  add("--channels", [](Input& one, const std::string& path) { return take_channels(path, one.options); });
  add("--coding", [](Input& one, const std::string& path) { return take_coding_options(path, one.options); });
  add("--part", [](Input& one, const std::string& path) { return one.files.parts.push_back({path, {}}), 0; });
  add("--part-start", [](Input& one, const std::string& value) -> std::optional<int> {
    if (one.files.parts.empty()) return std::nullopt;
    return Options::take_number("--part-start", value, 0, 1e6, one.files.parts.back().start_s);
  });
}

std::optional<visit::Visit> measure_input(const VisitInput& input, const visit::Settings& settings,
                                          visit::VisitSpecifications* specifications) {
  if (const Status status = check_ranges(input.options); !status) {
    fail(input.files.path, status.error());
    return std::nullopt;
  }
  if (check_codes(input, settings) != 0) return std::nullopt;
  std::string failed;
  auto visit = measure(input, settings, specifications, failed);
  if (visit) return std::move(*visit);
  fail(failed.empty() ? input.files.path : failed, visit.error());
  return std::nullopt;
}

}  // namespace attune::cli
