// What may be said of one infant: every situation and its words in both languages, and how often a change is called reliable where
// there is none.
#include "base/json_text.hpp"
#include "false_change.hpp"
#include "finding_expected.hpp"
#include "finding_situations.hpp"
#include "report/crying.hpp"
#include "report/reference_check.hpp"
#include "words/format.hpp"

using namespace attune;
using namespace attune::report;

namespace {

std::string in(words::Language language, const words::Text& text) {
  return words::text(text, {language});
}

}  // namespace

TEST_CASE("every situation has its words, in both languages") {
  using enum words::Language;
  const auto situations = test::situations();
  REQUIRE(situations.size() == std::size(test::expected_findings));
  for (std::size_t i = 0; i < situations.size(); ++i) {
    const auto& expected = test::expected_findings[i];
    REQUIRE(std::string(situations[i].name) == expected.situation);
    CAPTURE(expected.situation);
    const Report report = test::report_of(situations[i]);
    CHECK(in(english, report.pattern) == expected.pattern);
    CHECK(in(french, report.pattern) == expected.pattern_fr);
    const Statement& statement = report.statements.at(expected.statement);
    CHECK(name_of(statement.strength) == expected.strength);
    CHECK(in(english, statement.headline) == expected.headline);
    CHECK(in(french, statement.headline) == expected.headline_fr);
    CHECK(in(english, statement.sentence) == expected.sentence);
    CHECK(in(french, statement.sentence) == expected.sentence_fr);
    // The headline's words are those of the strength, and the ladder's that of the primary measure.
    for (const Statement& any : report.statements)
      if (any.as_in_studies) CHECK(any.strength == Strength::reliable);
    // What is said reads back as the same.
    const std::string text = dump(to_json(report));
    CHECK(dump(to_json(*parse_json<Report>(text))) == text);
    const words::Manner also[] = {{french}};
    CHECK(json_text(report, {{}, also}) == dump(to_json(report, {{}, also})));
  }
}

TEST_CASE(
    "the plain sentence tells what is found: no formula, no statistics, no reason that the first sentence "
    "gives") {
  using enum words::Language;
  const auto plain_of = [](std::string_view situation, std::size_t statement, words::Language language) {
    for (const auto& one : test::situations())
      if (one.name == situation) return in(language, test::report_of(one).statements.at(statement).plain);
    return std::string();
  };
  CHECK(
      plain_of("both as in the studies", 1, english) ==
      "Frontal alpha asymmetry shifted reliably to relatively more left activity from baseline to follow-up: "
      "by more than comparison infants of this age change in this time.");
  CHECK(
      plain_of("both as in the studies", 1, french) ==
      "Asymétrie alpha frontale : changement fiable vers relativement plus d’activité gauche (visite "
      "initiale → visite de suivi), "
      "au-delà des variations observées chez des nourrissons de comparaison de cet âge sur la même période.");
  CHECK(plain_of("ratings with nobody to compare with", 2, english) ==
        "Orienting/regulatory capacity (ORC) as rated by the mother went from 4.10 at baseline to 4.90 at "
        "follow-up; whether "
        "the infant changed cannot be judged.");
  CHECK(plain_of("ratings with nobody to compare with", 2, french) ==
        "Capacité d’orientation/régulation (ORC) selon la mère : 4,10 (visite initiale) puis 4,90 (visite de "
        "suivi) ; "
        "impossible de juger si le nourrisson a changé.");
  CHECK(plain_of("differs, but infants change that much", 0, english) ==
        "Respiratory sinus arrhythmia at rest differs by more than the recordings’ own measurement error, "
        "but by no more than comparison infants change in this time.");
  CHECK(
      plain_of("differs, but infants change that much", 0, french) ==
      "Arythmie sinusale respiratoire au repos : différence au-delà de l’erreur de mesure des "
      "enregistrements, mais pas au-delà des variations observées chez des nourrissons de comparaison sur la "
      "même période.");
  CHECK(plain_of("no difference among infants", 0, english) ==
        "Respiratory sinus arrhythmia at rest: no difference found.");
  // Two reports that go opposite ways are the finding, and a reason of this infant's own stands.
  CHECK(plain_of("raters disagree", 2, english).find("moved in opposite directions: +0.40") !=
        std::string::npos);
  CHECK(plain_of("four infants", 0, english).find("cannot be judged: ") != std::string::npos);
}

TEST_CASE("an unchanged infant is called reliably changed no oftener than by chance") {
  // 5 per cent of 500; 40 is 3.1 SDs above. The whole table: tests/bench/change_bench.cpp.
  const auto as_it_is = [](double score) { return score; };
  const double any = std::numeric_limits<double>::infinity();
  CHECK(test::called_changed(500, 5, {}, as_it_is, any, 1) < 40);
  CHECK(test::called_changed(500, 10, {"withdrawn_still_face", Domain::still_face}, test::skewed_share, any,
                             2) < 40);
  CHECK(test::called_changed(500, 20, {}, as_it_is, -2, 3) < 40);
}

TEST_CASE("a table of comparison infants is checked for outliers, codes of what is missing, and units") {
  const auto notes_of = [](std::string table, const std::string& from, const std::string& to) {
    table.replace(table.find(from), from.size(), to);
    std::vector<std::string> codes;
    for (const Diagnostic& note : test::report_of({"", test::rsa_pair(3, 3.1), table}).diagnostics)
      if (note.code.starts_with("W_REFERENCE")) codes.push_back(note.code);
    return codes;
  };
  const std::string table = test::comparison_table({{test::rest, 3}});
  CHECK(notes_of(table, "c3,", "c3,").empty());
  CHECK(notes_of(table, "2.850000", "28.50000") == std::vector<std::string>{"W_REFERENCE_OUTLIER"});
  CHECK(notes_of(table, "2.850000", "-99") == std::vector<std::string>{"W_REFERENCE_MISSING_CODE"});
  const std::string in_other_units = test::comparison_table({{test::rest, 300}});
  CHECK(notes_of(in_other_units, "c3,", "c3,") == std::vector<std::string>{"W_REFERENCE_UNIT"});
}

TEST_CASE("that a second still-face changes the heart’s response by itself is said where two were recorded") {
  const auto cautions_of = [](std::vector<visit::Visit> visits, words::Language language) {
    std::string all;
    for (const words::Text& caution : test::report_of({"", std::move(visits)}).cautions)
      all += in(language, caution) + "\n";
    return all;
  };
  const char* english =
      "A second still-face changes the heart’s response by itself (Montirosso et al. 2014).";
  const char* french =
      "Un second épisode de visage immobile modifie à lui seul la réponse du cœur (Montirosso et al. 2014).";
  auto visits = test::rsa_pair(3, 3.1);
  visits[1].phases.push_back({"still-face", PhaseKind::still_face, 300, 420});
  CHECK(cautions_of(visits, words::Language::english).find(english) == std::string::npos);
  visits[0].phases.push_back({"still-face", PhaseKind::still_face, 300, 420});
  CHECK(cautions_of(visits, words::Language::english).find(english) != std::string::npos);
  CHECK(cautions_of(visits, words::Language::french).find(french) != std::string::npos);
}

TEST_CASE(
    "an infant who cried through a visit is noticed by its heart rate at the other, within half a year") {
  auto visits = test::rsa_pair(3, 2.1);
  for (visit::Visit& visit : visits) {
    hrv::Epoch epoch;
    epoch.end_s = 30;
    epoch.used = true;
    epoch.heart_rate_bpm = &visit == &visits[1] ? 170 : 140;
    visit.heart.epochs = {epoch};
    visit.days_from_first = &visit == &visits[1] ? 60 : 0;
  }
  const visit::CheckSettings settings;
  const auto found = [&] { return crying_at(visits[1], visits[0], "whole", settings); };
  CHECK(found().fast_s == 30);
  CHECK(found().own_bpm == 140);
  CHECK(crying_at(visits[0], visits[1], "whole", settings).fast_s == 0);
  CHECK(crying_at(visits[1], visits[0], "rest", settings).fast_s == 0);  // the epoch is of no phase
  visits[1].days_from_first = 300;
  CHECK(found().fast_s == 0);
  visits[1].days_from_first = 60;
  visits[1].heart.epochs[0].heart_rate_bpm = 164.9;
  CHECK(found().fast_s == 0);
  visits[1].heart.epochs[0].heart_rate_bpm = 165;
  CHECK(found().fast_s == 30);
  visits[1].heart.preset = "adult";
  CHECK(found().fast_s == 0);
}

TEST_CASE("median and robust SD stand beside mean and SD, and are said where one infant makes the spread") {
  const auto change_with = [](std::string table) {
    const Report report = test::report_of({"", test::rsa_pair(3, 3.1), std::move(table)});
    for (const Measure& measure : report.measures)
      if (measure.id == test::rest) return std::pair(measure.changes[0], measure.places[0]);
    FAIL("no RSA at rest");
    return std::pair(Change{}, Place{});
  };
  std::string table = test::comparison_table({{test::rest, 3}});
  const auto [plain, place] = change_with(table);
  // Changes from -.2 to .4: median .175, from which they deviate by .025, .025, .075, .075, .125, .125, .175, .225, .275, .375.
  CHECK(*plain.reliable.control_change == doctest::Approx(0.15));
  CHECK(*plain.reliable.median_change == doctest::Approx(0.175));
  CHECK(*plain.reliable.robust_sd == doctest::Approx(1.4826 * 0.125));
  CHECK(*place.median == doctest::Approx(3));
  CHECK(*place.robust_sd == doctest::Approx(1.4826 * 0.25));
  CHECK(in(words::Language::english, plain.reliable_change).find("robust") == std::string::npos);
  // The last infant's second value, 3.45 + .35, with its point lost.
  const std::string last = "3.800000";
  REQUIRE(table.find(last) != std::string::npos);
  table.replace(table.find(last), last.size(), "38.00000");
  const Change widened = change_with(table).first;
  CHECK(*widened.reliable.sd > 10);
  CHECK(*widened.reliable.robust_sd == doctest::Approx(1.4826 * 0.125));
  CHECK(in(words::Language::english, widened.reliable_change).find(", robust SD 0.19)") != std::string::npos);
  CHECK(in(words::Language::french, widened.reliable_change).find(", écart type robuste 0,19)") !=
        std::string::npos);
}

TEST_CASE("that nothing can be judged is said once, however many visits there are") {
  auto visits = test::rsa_pair(3, 4.4);
  visits.push_back(test::visit_with(3.1, 9, 90, "c"));
  const Report report = test::report_of({"three visits, no comparison infants", visits, {}, {}, {}});
  CHECK(report.pattern.english() ==
        "Whether this infant changed cannot be judged: there are no comparison infants and no known retest "
        "reliability. At follow-up: For heart: the recordings differ by more than their own measurement "
        "error. For brain: not recorded. At visit 3: For heart: no difference found between the recordings. "
        "For brain: not recorded.");
}

TEST_CASE(
    "where one parent's rating changed reliably and the other's went against it, the headline says both") {
  for (test::FindingSituation situation : test::situations()) {
    if (situation.name != std::string_view("raters disagree")) continue;
    for (auto& [measure, value] : situation.scores.back())
      if (measure == measures::mother_orc) *value += 0.5;  // 0.40 up before; the limit is +0.69
    const Report report = test::report_of(situation);
    CHECK(report.statements[2].strength == Strength::reliable);
    CHECK(report.pattern.english().starts_with(
        "One of two domains that could be judged changed reliably: parent-rated temperament (more "
        "regulation). "
        "Mother’s and partner’s ratings moved in opposite directions: +0.90 (mother), −0.30 (partner)."));
    return;
  }
  FAIL("no such situation");
}
