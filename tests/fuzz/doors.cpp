// One text at every door for tables: codings of one and of two coders, scores, groups, comparison infants, and the tables of
// a cohort's folder. Whatever is taken as a number stood in the table.
#include <set>

#include "base/csv.hpp"
#include "behavior/coding_reader.hpp"
#include "behavior/score_import.hpp"
#include "cohort/plan.hpp"
#include "fuzz.hpp"
#include "group/table.hpp"
#include "report/reference.hpp"

using namespace attune;
using fuzz::require;

namespace {

void check_refusal(const Error& error) {
  require(error.code.size() > 2 && !error.message.empty(), "a refusal says why");
}

/// Every number that stands in a cell of the table, with either decimal sign.
std::set<double> numbers_in(const std::string& text) {
  std::set<double> numbers;
  const auto whole = csv_text(text);
  if (!whole) return numbers;
  const auto lines = csv_lines(*whole, csv_separator(*whole));
  if (!lines) return numbers;
  for (const CsvRow& row : lines->rows)
    for (const std::string_view cell : row.cells) {
      std::string digits(cell);
      if (const auto value = decimal_number(digits)) numbers.insert(*value);
      if (const std::size_t comma = digits.find(','); comma != std::string::npos) digits[comma] = '.';
      if (const auto value = decimal_number(digits)) numbers.insert(*value);
    }
  return numbers;
}

void check_coding(const std::string& text) {
  const auto contents = behavior::coding_contents(text, {}, {}, {});
  if (!contents) return check_refusal(contents.error());
  behavior::CodingOptions options;
  if (contents->observations.size() > 1) options.observation = contents->observations.front();
  if (contents->subjects.size() > 1) options.subject = contents->subjects.back();
  if (contents->tiers.size() > 1) options.tiers = {contents->tiers.back()};
  const auto first = behavior::read_coding(text, options, {}, {});
  if (!first) return check_refusal(first.error());
  double before_s = -1e300;
  for (const behavior::Code& code : first->states) {
    require(code.start_s >= before_s && code.end_s > code.start_s, "states follow each other");
    require(!code.state.empty(), "a state has a name");
    before_s = code.end_s;
  }
  if (contents->observations.size() > 1) options.second.observation = contents->observations.back();
  const auto second = behavior::read_second_coding(text, &*first, options, {}, {});
  if (!second) return check_refusal(second.error());
  require(contents->observations.size() > 1 || !contents->tiers.empty() || !contents->subjects.empty(),
          "the same coding is no second one");
}

void check_scores(const std::string& text, const std::set<double>& numbers) {
  behavior::ScoreImport choices;
  const auto contents = behavior::score_table_contents(text, choices);
  if (!contents) return check_refusal(contents.error());
  if (contents->records.size() > 1) choices.record = contents->records.front();
  const auto imported = behavior::import_scores(text, choices);
  if (!imported) return check_refusal(imported.error());
  for (const auto& visit : imported->scores.visits)
    for (const auto& [id, value] : visit.scores) {
      const bool composite = id.starts_with("orc_") || id == "pbq" || id == "psi_sf";
      require(!value || composite || numbers.contains(*value), "a score stands in the table");
    }
}

void check_group(const std::string& text, const std::set<double>& numbers) {
  const auto table = group::read_table(text, {});
  if (!table) return check_refusal(table.error());
  for (const group::MeasureTable& measure : table->measures)
    for (const auto& visits : measure.cells)
      for (const group::Cell& cell : visits)
        require(cell.value ? numbers.contains(*cell.value) : !cell.missing.empty(),
                "a value stands in the table, or has a reason");
}

void check_reference(const std::string& text, const std::set<double>& numbers) {
  const auto reference = report::read_reference(text, {"-1"});
  if (!reference) return check_refusal(reference.error());
  for (const report::ReferenceValue& value : reference->values) {
    require(numbers.contains(value.value) && value.value != -1, "a value stands in the table");
    require(value.sex.empty() || value.sex == "f" || value.sex == "m", "a sex is known or not");
    require(!value.age_months || (*value.age_months >= 0 && *value.age_months <= 600), "an age is one");
  }
}

void check_plan(const cohort::Folder& folder, const std::set<double>& numbers) {
  const auto plan = cohort::find_cohort(folder, {});
  if (!plan) return check_refusal(plan.error());
  for (const cohort::Session& session : plan->sessions) {
    require(!session.age_months || (*session.age_months >= 0 && *session.age_months <= 600), "an age is one");
    for (const auto& [name, score] : session.scores) {
      const bool composite = name.starts_with("orc_") || name == "pbq" || name == "psi_sf";
      require(score.value ? composite || numbers.contains(*score.value) : !score.reason.empty(),
              "a score stands in the table, or has a reason");
    }
  }
}

/// The text as each of the tables of a folder.
void check_cohort(const std::string& text, const std::set<double>& numbers) {
  check_plan({{"cohort.csv", "a1.edf", "a2.edf"}, {{"cohort.csv", text}}}, numbers);
  const std::vector<std::string> recordings{"sub-01/ses-01/eeg/sub-01_ses-01_task-rest_eeg.edf",
                                            "sub-01/ses-02/eeg/sub-01_ses-02_task-rest_eeg.edf"};
  for (const char* table : {"participants.tsv", "sessions.tsv", "phenotype/epds.tsv"}) {
    cohort::Folder folder{recordings, {{table, text}}};
    folder.paths.emplace_back(table);
    check_plan(folder, numbers);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::text_of(data, size));
  const std::set<double> numbers = numbers_in(text);
  check_coding(text);
  check_scores(text, numbers);
  check_group(text, numbers);
  check_reference(text, numbers);
  check_cohort(text, numbers);
  return 0;
}
