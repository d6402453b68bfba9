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

void add_score_options(Options& options, ScoreInput& input) {
  options.text("--scores", input.path);
  options.text("--record", input.choices.record);
  options.text("--sex", input.choices.sex);
  options.texts("--missing", input.choices.missing_codes);
  options.texts("--not-applicable", input.choices.not_applicable_codes);
  options.add("--items", [&](const std::string& path) { return take_text(path, input.choices.item_key); });
  options.add("--mapping", [&](const std::string& path) { return take_mapping(path, input.choices); });
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
