// Tables as people have them (ATTUNE_DATA: wild/tables, whose README says what is right), at the doors of scores,
// comparison infants, cohorts and groups. The rules behind are in tables_test.cpp.
#include <algorithm>
#include <functional>
#include <sstream>

#include "behavior/score_import.hpp"
#include "cohort/plan.hpp"
#include "group/table.hpp"
#include "report/reference.hpp"
#include "support.hpp"

using namespace attune;

namespace {

constexpr const char* wild = "wild/tables";

std::string wild_text(const std::string& name) {
  return test::read_text(test::data_folder() / wild / name);
}

bool says(const std::vector<Diagnostic>& diagnostics, const std::string& code) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic& diagnostic) { return diagnostic.code == code; });
}

/// Counts the files that give what is right, and names the others.
class Count {
 public:
  void right(const std::string& name, bool is_right) {
    ++files_;
    if (is_right) ++right_;
    CHECK_MESSAGE(is_right, name);
  }
  ~Count() { MESSAGE(right_ << " of " << files_); }

 private:
  int files_ = 0, right_ = 0;
};

/// Scores of a scale by visit; none where there is none.
using ByVisit = std::vector<std::optional<double>>;

struct Read {
  Result<behavior::ImportedScores> imported;

  explicit Read(const std::string& name) : imported(behavior::import_scores(wild_text(name), {})) {}
  bool has(const std::string& scale, const ByVisit& scores) const {
    if (!imported || imported->scores.visits.size() != scores.size()) return false;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const auto& visit = imported->scores.visits[i].scores;
      const auto found = visit.find(scale);
      if ((found == visit.end() ? std::nullopt : found->second) != scores[i]) return false;
    }
    return true;
  }
  bool says(const std::string& code) const { return imported && ::says(imported->diagnostics, code); }
};

cohort::Folder wild_folder(const std::string& name) {
  namespace fs = std::filesystem;
  const fs::path base = test::data_folder() / wild / name;
  cohort::Folder folder;
  std::istringstream recordings(test::read_text(base / "EDF_FILES.txt"));
  for (std::string line; std::getline(recordings, line);)
    if (line.starts_with("./")) folder.paths.push_back(line.substr(2));
  for (const auto& entry : fs::recursive_directory_iterator(base))
    if (entry.is_regular_file()) folder.paths.push_back(fs::relative(entry.path(), base).generic_string());
  for (const std::string& path : cohort::tables_wanted(folder.paths))
    folder.tables[path] = test::read_text(base / path);
  return folder;
}

}  // namespace

TEST_CASE("tables of scores as people have them") {
  if (!test::have_data(wild)) return;
  Count count;
  const ByVisit fell{17, 6};
  for (const char* name :
       {"wide_t0t1.csv", "rc_sorted_in_excel.csv", "long_weeks.csv", "long_0.csv", "trail_blank_lines.csv",
        "excel_na.csv", "spss_sysmis.csv", "qualtrics.csv", "rc_comma_quoted.csv", "rc_labels.csv"})
    count.right(name, Read(name).has("epds", fell));
  count.right("wide_t0t1t2.csv", Read("wide_t0t1t2.csv").has("epds", {17, 6, 5}));
  count.right("rc_mdc.csv", Read("rc_mdc.csv").has("epds", {17, std::nullopt}) &&
                                Read("rc_mdc.csv").has("pbq", {std::nullopt, 18}));
  count.right("excel_na.csv, PBQ", Read("excel_na.csv").has("pbq", {std::nullopt, 18}));
  count.right("rc_comma_quoted.csv, IBQ-R",
              Read("rc_comma_quoted.csv").has("low_intensity_pleasure_mother", {4.2, 4.6}));
  count.right("rc_labels.csv, PSI-SF", Read("rc_labels.csv").has("psi_sf", {98, 80}));
  count.right("psi99.csv",
              Read("psi99.csv").has("psi_sf", {99, 80}) && Read("psi99.csv").says("W_MISSING_CODE_KEPT"));
  count.right("epds_items.csv",
              Read("epds_items.csv").says("W_SCORE_ITEMS") && !Read("epds_items.csv").has("epds", fell));
  const auto father = behavior::import_scores(wild_text("epds_father.csv"), {});
  count.right("epds_father.csv",
              !father && father.error().message.english().find("epds_father") != std::string::npos);
  const auto twice = behavior::import_scores(wild_text("dup_cols_differ.csv"), {});
  count.right("dup_cols_differ.csv", !twice && twice.error().code == "E_SCORE_TWICE");
}

TEST_CASE("tables of groups and comparison infants as people have them") {
  if (!test::have_data(wild)) return;
  Count count;
  for (const char* name : {"m99.csv", "epds_m99.csv"}) {
    const auto table = group::read_table(wild_text(name), {});
    count.right(name, table && says(table->diagnostics, "W_MISSING_CODE"));
  }
  for (const char* name : {"hashna.csv", "bids_names.tsv", "caps.csv"})
    count.right(name, group::read_table(wild_text(name), {}).ok());
  const auto weeks = group::read_table(wild_text("visit_9w.csv"), {});
  count.right("visit_9w.csv", weeks && weeks->visits == std::vector<std::string>{"baseline", "9 weeks"});
  const auto reference = report::read_reference(wild_text("ref_caps.csv"));
  count.right("ref_caps.csv", reference && reference->source == "simulated" && !reference->values.empty());
}

TEST_CASE("folders of cohorts as people have them") {
  if (!test::have_data(wild)) return;
  Count count;
  const auto grouped = [](const cohort::Plan& plan) {
    return std::all_of(plan.infants.begin(), plan.infants.end(),
                       [](const cohort::Infant& infant) { return !infant.group.empty(); });
  };
  const auto plan_of = [](const char* name) { return cohort::find_cohort(wild_folder(name), {}); };
  const auto weeks = plan_of("bids_ses_9w");
  count.right("bids_ses_9w", weeks && weeks->visits.size() == 2 && weeks->visits[0] == "ses-baseline");
  const auto names = plan_of("bids_pheno_names");
  count.right("bids_pheno_names", names && names->sessions.at(0).scores.count("epds") == 1 &&
                                      names->sessions.at(0).scores.at("orc_mother").value == 4.61);
  const auto months = plan_of("bids_age_mo_u");
  count.right("bids_age_mo_u", months && months->sessions.at(0).age_months == 6);
  for (const char* name : {"bids_part_unpadded_n", "bids_part_Group", "bids_tbl_caps"}) {
    const auto plan = plan_of(name);
    count.right(name, plan && grouped(*plan));
  }
  const auto inner = plan_of("bids_inner");
  count.right("bids_inner", !inner && inner.error().message.english().find("rawdata") != std::string::npos);
}
