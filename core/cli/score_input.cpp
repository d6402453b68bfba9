#include "cli/score_input.hpp"

#include "base/json.hpp"
#include "cli/files.hpp"
#include "cli/json_file.hpp"

namespace attune::cli {
namespace {

bool is_json(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string::npos && (text[first] == '{' || text[first] == '[');
}

int take_mapping(const std::string& path, behavior::ScoreImport& choices) {
  auto read = from_json_file<behavior::ScoreImport>(path);
  if (!read) return fail(path, read.error());
  // What was said on the command line before is added.
  const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
  append(read->missing_codes, choices.missing_codes);
  append(read->not_applicable_codes, choices.not_applicable_codes);
  if (read->record.empty()) read->record = choices.record;
  if (read->sex.empty()) read->sex = choices.sex;
  if (read->item_key.empty()) read->item_key = choices.item_key;
  choices = std::move(*read);
  return 0;
}

}  // namespace

std::optional<int> take_score_option(Arguments args, std::size_t& place, ScoreInput& input) {
  if (place + 1 >= args.size()) return std::nullopt;
  const std::string &name = args[place], &value = args[place + 1];
  int status = 0;
  if (name == "--scores") {
    input.path = value;
  } else if (name == "--record") {
    input.choices.record = value;
  } else if (name == "--sex") {
    input.choices.sex = value;
  } else if (name == "--missing") {
    input.choices.missing_codes.push_back(value);
  } else if (name == "--not-applicable") {
    input.choices.not_applicable_codes.push_back(value);
  } else if (name == "--items") {
    auto text = read_text_file(value);
    if (text)
      input.choices.item_key = std::move(*text);
    else
      status = fail(value, text.error());
  } else if (name == "--mapping") {
    status = take_mapping(value, input.choices);
  } else {
    return std::nullopt;
  }
  ++place;
  return status;
}

Result<behavior::ImportedScores> read_score_input(const ScoreInput& input) {
  if (input.path.empty()) return behavior::ImportedScores{};
  const auto text = read_text_file(input.path);
  if (!text) return text.error();
  if (!is_json(*text)) return behavior::import_scores(*text, input.choices);
  auto scores = parse_json<behavior::Scores>(*text);
  if (!scores) return scores.error();
  if (scores->sex.empty()) scores->sex = input.choices.sex;
  auto completed = behavior::complete_scores(std::move(*scores));
  if (!completed) return completed.error();
  return behavior::ImportedScores{std::move(*completed), {}};
}

}  // namespace attune::cli
