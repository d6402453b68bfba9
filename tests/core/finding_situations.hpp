// Situations in which a report must find its words: two or three visits of one infant, as they would be measured, and what they
// are compared with.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "report/compare.hpp"
#include "support.hpp"
#include "words/ids/heart.hpp"
#include "words/say.hpp"

namespace attune::test {

inline Estimate estimate(double value, double se) {
  Estimate made;
  made.value = value;
  made.se = se;
  made.df = 30;
  made.ci_low = value - 2.042272 * se;  // qt(.975, 30)
  made.ci_high = value + 2.042272 * se;
  made.n = 10;
  return made;
}

/// A visit of `days` after the first with RSA at rest; asymmetry can be added.
inline visit::Visit visit_with(double rsa, double age_months, int days, const std::string& sha256) {
  visit::Visit visit;
  visit.age_months = age_months;
  visit.file.sha256 = sha256;
  const std::string month = days < 31 ? "03" : "05";
  const int day = days < 31 ? days : days - 60;
  visit.file.start = "2026-" + month + (day < 10 ? "-0" : "-") + std::to_string(day) + "T10:00:00";
  visit.phases = {{"rest", PhaseKind::rest, 0, 300}};
  visit.heart.source = "ECG";
  visit.heart.beats = 700;
  auto& overall = visit.heart.overall;
  overall.epochs_used = overall.epochs_total = 10;
  overall.rsa_ln_ms2 = estimate(rsa, 0.15);
  hrv::PhaseMetrics rest = overall;
  rest.phase = rest.kind = "rest";
  visit.heart.phases = {rest};
  visit.eeg.reason = "There is no EEG channel in this recording.";
  return visit;
}

inline void add_asymmetry(visit::Visit& visit, double absolute, double oscillatory) {
  visit.eeg.reason = {};
  visit.eeg.channels.resize(2);
  eeg::Asymmetry pair;
  pair.left = "F3";
  pair.right = "F4";
  pair.absolute = estimate(absolute, 0.08);
  pair.relative = estimate(absolute, 0.08);
  pair.oscillatory = estimate(oscillatory, 0.12);
  pair.level = eeg::DataLevel::good;
  pair.clean_s = 200;
  visit.eeg.asymmetry = {pair};
}

/// Ten infants seen at five months and `months` later: each measure's first values spread by .1 from its mean, its changes by
/// the sequence below.
inline std::string comparison_table(const std::vector<std::pair<std::string, double>>& measures,
                                    double months = 2, const std::string& source = "Hamilton girls, at rest",
                                    int infants = 10, bool ages = true) {
  const double change[] = {0.1, 0.3, -0.1, 0.2, 0.4, -0.2, 0.15, 0.05, 0.25, 0.35};
  std::string text = "participant,visit,age_months,sex,measure,value,source\n";
  for (const auto& [measure, mean] : measures)
    for (int i = 0; i < infants; ++i)
      for (int visit = 1; visit <= 2; ++visit) {
        const double value = mean + 0.1 * (i - 4.5) + (visit == 2 ? change[i] : 0);
        const std::string age = ages ? (visit == 1 ? "5" : std::to_string(5 + months)) : "NA";
        text += "c" + std::to_string(i) + "," + std::to_string(visit) + "," + age + ",f," + measure + "," +
                std::to_string(value) + ",\"" + source + "\"\n";
      }
  return text;
}

/// One situation: what the report rests on.
struct FindingSituation {
  const char* name;
  std::vector<visit::Visit> visits;
  std::string table = "";
  std::vector<std::map<std::string, std::optional<double>>> scores = {};
  std::function<void(visit::Settings&)> set = {};
};

inline report::Report report_of(const FindingSituation& situation) {
  report::Supplement supplement;
  if (!situation.table.empty()) {
    auto reference = report::read_reference(situation.table);
    REQUIRE(reference.ok());
    supplement.reference = std::move(*reference);
  }
  for (const auto& scores : situation.scores) supplement.scores.visits.push_back({scores});
  visit::Settings settings;
  if (situation.set) situation.set(settings);
  auto report = report::compare(situation.visits, settings, supplement);
  REQUIRE(report.ok());
  return std::move(*report);
}

/// Two visits whose RSA goes from one value to another, two months apart.
inline std::vector<visit::Visit> rsa_pair(double before, double after) {
  return {visit_with(before, 5, 1, "a"), visit_with(after, 7, 62, "b")};
}

inline std::vector<visit::Visit> with_asymmetry(std::vector<visit::Visit> visits,
                                                std::vector<double> absolute,
                                                std::vector<double> oscillatory) {
  for (std::size_t i = 0; i < visits.size(); ++i) add_asymmetry(visits[i], absolute[i], oscillatory[i]);
  return visits;
}

inline const std::string rest = "rsa_ln_ms2_rest", faa = "faa_f4_f3", mother = "orc_mother",
                         partner = "orc_partner";

inline std::vector<FindingSituation> situations() {
  using Pairs = std::vector<std::pair<std::string, double>>;
  const Pairs heart{{rest, 3}}, both{{rest, 3}, {faa, 0}};
  std::vector<FindingSituation> all{
      {"risen reliably", rsa_pair(3, 4.4), comparison_table(heart)},
      {"fallen reliably", rsa_pair(3.2, 2.1), comparison_table(heart)},
      {"differs, but infants change that much", rsa_pair(3, 3.55), comparison_table(heart)},
      {"no difference among infants", rsa_pair(3, 3.1), comparison_table(heart)},
      {"rose, but less than infants do",
       rsa_pair(3, 3.02),
       comparison_table(heart, 2, "", 10),
       {},
       [](visit::Settings& settings) { settings.comparison.reliable_level = 0.5; }},
      {"extreme baseline", rsa_pair(2.1, 2.9), comparison_table(heart)},
      {"five infants", rsa_pair(3, 4.4), comparison_table(heart, 2, "", 5)},
      {"four infants", rsa_pair(3, 4.4), comparison_table(heart, 2, "", 4)},
      {"infants seen again after six months", rsa_pair(3, 4.4), comparison_table(heart, 6)},
      {"a table without ages", rsa_pair(3, 4.4), comparison_table(heart, 2, "", 10, false)},
      {"nobody to compare with, recordings differ", rsa_pair(3, 4.4)},
      {"nobody to compare with, no difference", rsa_pair(3, 3.1)},
      {"the two forms of asymmetry disagree", with_asymmetry(rsa_pair(3, 3.1), {0, 0.5}, {0, 0.0})},
      {"heart up, brain to the right", with_asymmetry(rsa_pair(3, 4.6), {0.3, -0.9}, {0.3, -0.9}),
       comparison_table(both)},
      {"both as in the studies", with_asymmetry(rsa_pair(3, 4.6), {-0.2, 1.2}, {-0.2, 1.2}),
       comparison_table(both)},
      {"one of two, the other within", with_asymmetry(rsa_pair(3, 4.6), {0, 0.2}, {0, 0.2}),
       comparison_table(both)},
      {"ratings with nobody to compare with", rsa_pair(3, 3.1), "", {{{mother, 4.1}}, {{mother, 4.9}}}},
      {"raters disagree",
       rsa_pair(3, 3.1),
       comparison_table({{rest, 3}, {mother, 4}, {partner, 4}}),
       {{{mother, 4.1}, {partner, 4.3}}, {{mother, 4.5}, {partner, 4.0}}}},
      {"a retest that was entered",
       rsa_pair(3, 3.1),
       "",
       {{{mother, 3.1}}, {{mother, 5.9}}},
       [](visit::Settings& settings) {
         settings.comparison.reliabilities = {{"orc_mother", 0.6, 0.72, "our own retest, 2025"}};
       }},
      {"score entered once", rsa_pair(3, 3.1), "", {{{mother, 4.1}}, {}}},
  };
  auto add = [&](const char* name, std::vector<visit::Visit> visits,
                 std::string table = "") -> FindingSituation& {
    return all.emplace_back(FindingSituation{name, std::move(visits), std::move(table)});
  };
  auto breathing = rsa_pair(3, 4.4);
  breathing[1].heart.rsa_not_comparable =
      words::say<"heart.breathing_outside">({{"first", false},
                                             {"rate", words::at_most(1.15, 2)},
                                             {"per_minute", words::number(69, 0)},
                                             {"low", words::at_most(0.3, 2)},
                                             {"high", words::at_most(1, 2)}});
  add("breathing outside the band", breathing, comparison_table(heart));
  auto references = with_asymmetry(rsa_pair(3, 3.1), {0, 0.6}, {0, 0.6});
  references[0].eeg.recorded_against = {"A1"};
  references[1].eeg.recorded_against = {"Cz"};
  add("another reference", references, comparison_table(both));
  auto phases = with_asymmetry(rsa_pair(3, 3.1), {0, 0.6}, {0, 0.6});
  phases[1].phases.push_back({"still-face", PhaseKind::still_face, 300, 420});
  add("other phases", phases, comparison_table(both));
  auto brief = rsa_pair(3, 4.4);
  brief[1].heart.overall.rsa_ln_ms2 = missing(words::say<"heart.few_epochs">({{"n", 1}, {"needed", 2}}));
  brief[1].heart.phases[0].rsa_ln_ms2 = brief[1].heart.overall.rsa_ln_ms2;
  add("too short", brief, comparison_table(heart));
  auto same = rsa_pair(3, 3);
  same[1].file.sha256 = "a";
  add("one file twice", same, comparison_table(heart));
  auto young = rsa_pair(3, 4.4);
  for (visit::Visit& visit : young) visit.heart.overall.epochs_used = 3;
  add("few epochs", young, comparison_table(heart));
  auto nobody = rsa_pair(3, 4.4);
  for (visit::Visit& visit : nobody) visit.age_months.reset();
  add("no age entered", nobody, comparison_table(heart));
  auto named = rsa_pair(3, 4.4);
  named[0].label = "before, at rest";
  named[1].label = "after <b>CBT</b>";
  add("visits of the user's own names", named, comparison_table(heart));
  auto crying = rsa_pair(3.2, 2.1);
  for (visit::Visit& visit : crying) {
    // Ten epochs of rest at 140 a minute; at the second visit the last four at 165, 25 more.
    for (int i = 0; i < 10; ++i) {
      hrv::Epoch epoch;
      epoch.start_s = 30.0 * i;
      epoch.end_s = epoch.start_s + 30;
      epoch.phase = "rest";
      epoch.used = true;
      epoch.heart_rate_bpm = &visit == &crying[1] && i >= 6 ? 165 : 140;
      visit.heart.epochs.push_back(epoch);
    }
    visit.heart.overall.heart_rate_bpm = estimate(&visit == &crying[1] ? 150 : 140, 2);
  }
  crying[1].file.left_out = {{290, 335, edf::MarkKind::crying}, {10, 20, edf::MarkKind::movement}};
  add("crying at the second visit", crying, comparison_table(heart));
  auto three = rsa_pair(3, 4.4);
  three.push_back(visit_with(3.1, 9, 90, "c"));
  add("three visits", three, comparison_table(heart));
  add("one visit", {visit_with(3, 5, 1, "a")}, comparison_table(heart));
  return all;
}

}  // namespace attune::test
