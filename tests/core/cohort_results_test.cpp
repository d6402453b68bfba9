// What is made of a cohort: rows, gates, tables, the group comparison and reference packs. Values are set by
// the tests; expected aggregates are worked out by hand.
#include "base/csv.hpp"
#include "cohort/results.hpp"
#include "group/analysis.hpp"
#include "report/reference.hpp"
#include "report/reference_method.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::cohort;
using doctest::Approx;

namespace {

constexpr int infants_a_group = 6;

/// Six cases and six controls at two visits, ages 5 and 7 months.
Plan make_plan() {
  Plan plan;
  plan.layout = "BIDS";
  plan.visits = {"ses-1", "ses-2"};
  for (int i = 0; i < 2 * infants_a_group; ++i) {
    const std::string name = "sub-" + std::to_string(10 + i);
    plan.infants.push_back(
        {name, i < infants_a_group ? "ppd" : "control", "p" + std::to_string(i % infants_a_group), "f"});
    for (int v = 0; v < 2; ++v)
      plan.sessions.push_back({i,
                               plan.visits[static_cast<std::size_t>(v)],
                               5.0 + 2 * v,
                               name + "_" + std::to_string(v) + ".edf",
                               name + ".json",
                               "",
                               {}});
  }
  return plan;
}

Measured measured(double rsa, double faa, const std::string& sha256) {
  Measured measured;
  measured.sha256 = sha256;
  measured.quality.eeg_clean_s = 80;
  measured.quality.eeg_total_s = 120;
  measured.quality.heart_epochs_used = 4;
  measured.quality.edited_beats_percent = 1;
  measured.values = {{"rsa_ln_ms2", report::Domain::heart, "RSA", "ln ms²", "more", 2, rsa, 0.1, 4, ""},
                     {"faa_f4_f3", report::Domain::brain, "F4 − F3", "ln", "left", 2, faa, 0.05, 80, ""}};
  return measured;
}

double rsa_of(std::size_t session) {
  return 3 + 0.1 * static_cast<double>(session / 2 % infants_a_group) +
         0.3 * static_cast<double>(session % 2);
}

Measured measured_of_session(std::size_t session) {
  return measured(rsa_of(session), 0.01 * static_cast<double>(session), "sha" + std::to_string(session));
}

Cohort make_cohort(const Settings& settings = {}) {
  Cohort cohort(make_plan(), settings);
  for (std::size_t i = 0; i < 4 * infants_a_group; ++i) cohort.add(i, measured_of_session(i));
  return cohort;
}

std::string metrics(const Cohort& cohort) {
  std::string text;
  write_metrics(cohort, [&](std::string_view part) { text += part; });
  return text;
}

std::string recordings(const Cohort& cohort) {
  std::string text;
  write_recordings(cohort, [&](std::string_view part) { text += part; });
  return text;
}

std::string line_with(const std::string& text, const std::string& words) {
  const auto at = text.find(words);
  if (at == std::string::npos) return "";
  const auto start = text.rfind('\n', at) + 1;
  return text.substr(start, text.find('\n', at) - start);
}

}  // namespace

TEST_CASE("what comes of a cohort does not depend on the order in which recordings came") {
  Cohort backwards(make_plan(), {});
  for (std::size_t i = 4 * infants_a_group; i-- > 0;) backwards.add(i, measured_of_session(i));
  const Cohort cohort = make_cohort();
  CHECK(metrics(backwards) == metrics(cohort));
  CHECK(recordings(backwards) == recordings(cohort));
  CHECK(dump(to_json(*compare_groups(backwards))) == dump(to_json(*compare_groups(cohort))));
  CHECK(*reference_pack(backwards, PackKind::infants, {}) == *reference_pack(cohort, PackKind::infants, {}));
}

TEST_CASE("the tidy table is what attune group reads, with the same result") {
  const Cohort cohort = make_cohort();
  CHECK(
      metrics(cohort).starts_with("participant\tgroup\tpair\tvisit\tage_"
                                  "months\tsex\tmeasure\tvalue\tse\tn\treason\tcorrected_age_months\n"
                                  "sub-10\tppd\tp0\tses-1\t5.0\tf\trsa_ln_ms2\t3.0\t0.1\t4\tn/a\tn/a\n"));
  const auto table = group::read_table(metrics(cohort), {});
  REQUIRE(table.ok());
  const auto from_table = group::analyze(*table, {});
  const auto direct = compare_groups(cohort);
  REQUIRE(direct.ok());
  REQUIRE(direct->measures.size() == 2);
  CHECK(direct->pairs == infants_a_group);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(dump(to_json(direct->measures[i].group_by_time)) ==
          dump(to_json(from_table.measures[i].group_by_time)));
    CHECK(dump(to_json(direct->measures[i].cells)) == dump(to_json(from_table.measures[i].cells)));
  }
  CHECK(direct->measures[0].title == "RSA");
  CHECK(direct->measures[0].unit == "ln ms²");
}

TEST_CASE("a file that cannot be used, a missing one and a gate each leave their reason") {
  Plan plan = make_plan();
  plan.sessions[1].file = "";
  plan.sessions[1].missing = "no recording";
  Cohort cohort(plan, {});
  for (std::size_t i = 0; i < 4 * infants_a_group; ++i) {
    if (i == 1) continue;
    Measured one = measured_of_session(i);
    if (i == 2) one = not_measured({"E_HEADER", "The header is cut short.", ""}, "sha2");
    if (i == 3) one.quality.eeg_clean_s = 20;
    if (i == 4) one.quality.edited_beats_percent = 12.5;
    if (i == 5) one.quality.heart_epochs_used = 1;
    cohort.add(i, one);
  }
  CHECK(cohort.recordings() == 23);
  CHECK(cohort.usable() == 22);
  const auto report = compare_groups(cohort);
  REQUIRE(report.ok());
  const auto& rsa = report->measures[0].cells;
  CHECK(rsa[0].missing == std::map<std::string, int>{{"the file cannot be used", 1},
                                                     {"more than 10 % of beats edited (quality gate)", 1}});
  CHECK(rsa[1].missing == std::map<std::string, int>{{"no recording", 1},
                                                     {"fewer than 2 heart epochs used (quality gate)", 1}});
  const auto& faa = report->measures[1].cells;
  CHECK(faa[1].missing ==
        std::map<std::string, int>{{"no recording", 1}, {"less than 30 s of clean EEG (quality gate)", 1}});
  const std::string list = recordings(cohort);
  CHECK(line_with(list, "sub-11\tses-1") ==
        "sub-11\tses-1\tppd\tsub-11_0.edf\tsha2\tn/a\tn/a\tn/a\t0\tThe header is cut short. "
        "(E_HEADER)\tn/a\tn/a");
  CHECK(line_with(list, "sub-11\tses-2") ==
        "sub-11\tses-2\tppd\tsub-11_1.edf\tsha3\t20.0\t4.0\t1.0\t1\tless than 30 s of clean EEG (quality "
        "gate)\tn/a\tn/a");
  CHECK(line_with(list, "sub-10\tses-2").find("\tno recording\t") != std::string::npos);
}

TEST_CASE("one recording given for two visits enters for neither") {
  Cohort cohort(make_plan(), {});
  for (std::size_t i = 0; i < 4 * infants_a_group; ++i) cohort.add(i, measured_of_session(i == 7 ? 6 : i));
  const auto report = compare_groups(cohort);
  CHECK(report->measures[0].cells[0].missing.at("the same recording was given more than once") == 1);
  CHECK(report->measures[0].cells[1].missing.at("the same recording was given more than once") == 1);
}

TEST_CASE("gates are settings: ages that do not enter, and limits that let everything in") {
  Settings settings;
  settings.gates.oldest_months = 6;
  const auto young = compare_groups(make_cohort(settings));
  CHECK(young->measures[0].cells[1].n == 0);
  CHECK(young->measures[0].cells[1].missing.at("outside the ages that enter (quality gate)") == 6);
  settings.gates = {0, 0, 100, std::nullopt, std::nullopt};
  Cohort open(make_plan(), settings);
  Measured poor = measured_of_session(0);
  poor.quality = {};
  poor.quality.edited_beats_percent = 99;
  open.add(0, poor);
  CHECK(line_with(metrics(open), "rsa_ln_ms2").find("\t3.0\t") != std::string::npos);
}

TEST_CASE("a measure that only some recordings have is missing in the others") {
  Cohort cohort(make_plan(), {});
  for (std::size_t i = 0; i < 4 * infants_a_group; ++i) {
    Measured one = measured_of_session(i);
    if (i == 0)
      one.values.push_back(
          {"rsa_ln_ms2_rest", report::Domain::heart, "RSA at rest", "ln ms²", "", 2, 3.0, 0.1, 2, ""});
    one.values.push_back(
        {"faa_f8_f7", report::Domain::brain, "F8 − F7", "ln", "", 2, {}, {}, 0, "no F7 and F8"});
    cohort.add(i, one);
  }
  const auto measures = cohort.measures();
  REQUIRE(measures.size() == 3);
  CHECK(measures[1].id == "rsa_ln_ms2_rest");  // the heart before the brain
  CHECK(compare_groups(cohort)->measures[1].cells[1].missing.at("not in this recording") == 6);
}

TEST_CASE("scores stand beside the recordings' measures, and a visit without a recording keeps them") {
  Plan plan = make_plan();
  for (std::size_t i = 0; i < plan.sessions.size(); ++i)
    plan.sessions[i].scores["orc_mother"] = {4 + 0.1 * static_cast<double>(i % 7), ""};
  plan.sessions[1].file = "";
  plan.sessions[1].missing = "no recording";
  Cohort cohort(plan, {});
  for (std::size_t i = 0; i < 4 * infants_a_group; ++i)
    if (i != 1) cohort.add(i, measured_of_session(i));
  const auto report = compare_groups(cohort);
  REQUIRE(report->measures.size() == 3);
  CHECK(report->measures[2].title == "Orienting/regulatory capacity (ORC), mother");
  CHECK(report->measures[2].primary);
  CHECK(report->measures[2].cells[1].n == 6);
  CHECK(report->measures[0].cells[1].n == 5);
}

TEST_CASE("a reference pack of infants is what a single report takes, under running numbers") {
  const auto pack = reference_pack(make_cohort(), PackKind::infants, {});
  REQUIRE(pack.ok());
  CHECK(pack->find("sub-") == std::string::npos);
  const auto reference = report::read_reference(*pack);
  REQUIRE(reference.ok());
  CHECK(reference->source == "6 infants of the group control");
  const auto matched = report::match_infants(*reference, "rsa_ln_ms2", 0, {5.0, ""}, {});
  REQUIRE(matched.values.size() == 6);
  // Controls at their first visit: 3.0 3.1 … 3.5.
  CHECK(matched.summary().mean == Approx(3.25).epsilon(1e-12));
  CHECK(matched.summary().sd == Approx(0.187082869338697).epsilon(1e-12));
}

TEST_CASE("aggregates give the same place as the infants they were made of") {
  const auto aggregates = report::read_reference(*reference_pack(make_cohort(), PackKind::aggregates, {}));
  REQUIRE(aggregates.ok());
  const auto matched = report::match_infants(*aggregates, "rsa_ln_ms2", 0, {5.4, ""}, {});
  CHECK(matched.how == "aged 5.0 to 6.0 months");
  CHECK(matched.summary().n == 6);
  CHECK(matched.summary().mean == Approx(3.25).epsilon(1e-12));
  CHECK(matched.summary().sd == Approx(0.187082869338697).epsilon(1e-12));
  const auto changes = report::match_changes(*aggregates, {"rsa_ln_ms2", 0, 1, {5.4, ""}, 2.0}, {});
  CHECK(changes.aggregate.value().n == 6);
  CHECK(changes.aggregate.value().mean == Approx(0.3).epsilon(1e-12));
}

TEST_CASE(
    "aggregates of change tell interval, correlation and robust values, by the age at the first visit") {
  const auto pack = reference_pack(make_cohort(), PackKind::aggregates, {});
  CHECK(
      pack->starts_with("kind,measure,visit,age_from_months,age_to_months,n,mean,sd,median,robust_sd,"
                        "interval_months,interval_sd,r,measured_as,source\n"));
  // 3.0 3.1 … 3.5: the median is 3.25, and of the distances .05 .05 .15 .15 .25 .25 it is .15, times 1.4826.
  const auto table = parse_csv(*pack);
  const auto value = table->rows.at(0).cells;
  CHECK(value[0] == "value");
  CHECK(std::stod(std::string(value[8])) == Approx(3.25).epsilon(1e-12));
  CHECK(std::stod(std::string(value[9])) == Approx(0.22239).epsilon(1e-9));
  CHECK(value[10] == "NA");
  // Every control is 5 months old, then 7, and 0.3 higher.
  const auto change =
      parse_csv(line_with(*pack, "kind") + "\n" + line_with(*pack, "change,rsa_ln_ms2") + "\n");
  const auto cells = change->rows.at(0).cells;
  CHECK(cells[2] == "2");
  CHECK(cells[3] == "5.0");
  CHECK(cells[4] == "6.0");
  CHECK(std::stod(std::string(cells[10])) == Approx(2).epsilon(1e-12));
  CHECK(std::stod(std::string(cells[11])) < 1e-9);
  CHECK(std::stod(std::string(cells[12])) == Approx(1).epsilon(1e-12));
}

TEST_CASE("an aggregate of change is compared with over a like interval and age alone") {
  const auto aggregates = report::read_reference(*reference_pack(make_cohort(), PackKind::aggregates, {}));
  const auto found = [&](double age_months, std::optional<double> months) {
    return report::match_changes(*aggregates, {"rsa_ln_ms2", 0, 1, {age_months, ""}, months}, {});
  };
  CHECK(found(5.4, 2.0).interval_known);
  CHECK(found(5.4, 2.0).how == "aged 5.0 to 6.0 months, seen again after 1.5 to 2.5 months");
  CHECK(found(5.4, 2.5).aggregate->n == 6);  // 2 lies within a quarter of 2.5
  CHECK_FALSE(found(5.4, 3.0).aggregate);    // and not of 3
  CHECK(found(5.4, 3.0).of_other_interval == 6);
  CHECK_FALSE(found(5.4, std::nullopt).interval_known);
  CHECK(found(5.4, std::nullopt).aggregate->n == 6);
  CHECK_FALSE(found(9.0, 2.0).aggregate);
}

TEST_CASE("changes at an age of too few are told of all ages together, and their range says so") {
  Plan plan = make_plan();
  // Two of the six controls were older at first: of values the bands 4.5 to 6 and 6 to 7.5 have 4 and all 6 infants, of
  // changes 4 and 2.
  for (const std::size_t first : {2 * infants_a_group, 2 * infants_a_group + 2})
    plan.sessions[first].age_months = 6.5;
  Settings settings;
  settings.reference.age_band_months = 1.5;
  settings.reference.fewest_infants = 4;
  Cohort cohort(plan, settings);
  for (std::size_t i = 0; i < 4 * infants_a_group; ++i) cohort.add(i, measured_of_session(i));
  const auto pack = reference_pack(cohort, PackKind::aggregates, {});
  CHECK(line_with(*pack, "value,rsa_ln_ms2,NA,4.5,6.0").find(",4,") != std::string::npos);
  CHECK(line_with(*pack, "value,rsa_ln_ms2,NA,6.0,7.5").find(",6,") != std::string::npos);
  CHECK(line_with(*pack, "change,rsa_ln_ms2").starts_with("change,rsa_ln_ms2,2,4.5,7.5,6,"));
}

TEST_CASE("a pack of another band or reference is refused for the measures that it concerns, and no others") {
  visit::Settings theirs;
  theirs.eeg.alpha = {4, 6};
  for (const PackKind kind : {PackKind::infants, PackKind::aggregates}) {
    const auto pack = *report::read_reference(*reference_pack(make_cohort(), kind, theirs));
    CHECK_FALSE(report::without_other_methods(pack, theirs).has_value());
    const auto rest = report::without_other_methods(pack, {});
    REQUIRE(rest.has_value());
    const report::Reference& reference = *rest;
    CHECK(report::match_infants(reference, "faa_f4_f3", 0, {5.4, ""}, {}).summary().n == 0);
    CHECK(report::match_infants(reference, "rsa_ln_ms2", 0, {5.4, ""}, {}).summary().n == 6);
    REQUIRE(!reference.diagnostics.empty());
    CHECK(reference.diagnostics.back().code == "W_REFERENCE_METHOD");
    CHECK(reference.diagnostics.back().message ==
          "Alpha asymmetry F4 − F3: the comparison infants were measured otherwise (4.0-6.0 Hz; reference as "
          "recorded) "
          "than this "
          "infant (6.0-9.0 Hz; reference as recorded), which is not compared with them.");
  }
  // A table that does not tell how is taken at its word.
  const auto own = *report::read_reference("participant,visit,measure,value\nc1,1,faa_f4_f3,0.1\n");
  CHECK_FALSE(report::without_other_methods(own, theirs).has_value());
}

TEST_CASE("aggregates of fewer than five are withheld, and changes with them") {
  Plan plan = make_plan();
  plan.sessions[2 * infants_a_group + 1].age_months = 8.2;  // one control's follow-up in a band of its own
  plan.sessions[2 * infants_a_group + 3].age_months = 8.4;
  Cohort cohort(plan, {});
  for (std::size_t i = 0; i < 4 * infants_a_group; ++i) cohort.add(i, measured_of_session(i));
  const auto pack = reference_pack(cohort, PackKind::aggregates, {});
  CHECK(line_with(*pack, "rsa_ln_ms2,NA,5.0,6.0").starts_with("value,rsa_ln_ms2,NA,5.0,6.0,6,3.2"));
  CHECK(line_with(*pack, "rsa_ln_ms2,NA,7.0,8.0") ==
        "value,rsa_ln_ms2,NA,7.0,8.0,NA,NA,NA,NA,NA,NA,NA,NA,0.24-1.04 Hz; epochs of 30.0 s,6 infants of the "
        "group "
        "control");
  CHECK(line_with(*pack, "rsa_ln_ms2,NA,8.0,9.0").find(",NA,NA,NA,") != std::string::npos);
  CHECK(pack->find("change,rsa_ln_ms2") == std::string::npos);
  const auto reference = report::read_reference(*pack);
  const auto matched = report::match_infants(*reference, "rsa_ln_ms2", 1, {7.5, ""}, {});
  CHECK(matched.withheld);
  CHECK(matched.summary().n == 0);
}

TEST_CASE("without ages the aggregates are by visit, and simulated infants are called so") {
  Plan plan = make_plan();
  for (Session& session : plan.sessions) session.age_months.reset();
  Cohort cohort(plan, {});
  for (std::size_t i = 0; i < 4 * infants_a_group; ++i) {
    Measured one = measured_of_session(i);
    one.simulated = true;
    cohort.add(i, one);
  }
  const auto pack = reference_pack(cohort, PackKind::aggregates, {});
  CHECK(line_with(*pack, "value,rsa_ln_ms2,2").find(",NA,NA,6,3.5") != std::string::npos);
  CHECK(pack->find(",\"simulated, 6 infants of the group control\"\n") != std::string::npos);
  CHECK(compare_groups(cohort)->cautions.back() == "The recordings are simulated: no infant was measured.");
}

TEST_CASE("a cohort of one group has no comparison and says so, and is a reference nonetheless") {
  Plan plan = make_plan();
  for (Infant& infant : plan.infants) infant.group = "norm";
  Cohort cohort(plan, {});
  for (std::size_t i = 0; i < 4 * infants_a_group; ++i) cohort.add(i, measured_of_session(i));
  CHECK(compare_groups(cohort).error().message == "Two groups are compared; there is 1: norm.");
  CHECK(report::read_reference(*reference_pack(cohort, PackKind::infants, {}))->source ==
        "12 infants of the group norm");
}

TEST_CASE("a record is current for its file, settings, version and what was told beside it") {
  visit::Settings settings;
  visit::VisitOptions options;
  options.label = "ses-1";
  options.age_months = 5.5;
  Record record;
  record.version = ATTUNE_VERSION;
  record.settings_sha256 = digest_of(settings);
  record.options = options;
  record.sha256 = "abc";
  record.error = Error{"E_HEADER", "cut short", ""};
  const auto current = [&](const std::string& sha) {
    return is_current(record, sha, digest_of(settings), options);
  };
  CHECK(current("abc"));
  CHECK_FALSE(current("abd"));
  settings.eeg.max_abs_uv = 100;
  CHECK_FALSE(current("abc"));
  settings.eeg.max_abs_uv = 150;
  CHECK(current("abc"));
  options.age_months = 5.6;
  CHECK_FALSE(current("abc"));
  options.age_months = 5.5;
  record.version = "0.0.0";
  CHECK_FALSE(current("abc"));
  const auto again = parse_json<Record>(dump(to_json(record)));
  REQUIRE(again.ok());
  CHECK(again->error->code == "E_HEADER");
}
