// What may be said of one infant: every situation and its words in both languages, how often a change is called reliable where
// there is none, and that a value never stands outside its own interval.
#include "base/json.hpp"
#include "false_change.hpp"
#include "finding_expected.hpp"
#include "finding_situations.hpp"
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
  }
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

TEST_CASE("no value stands outside its own interval") {
  Random random(11);
  for (int i = 0; i < 200; ++i) {
    const auto draw = [&](double mean) { return mean + 0.6 * random.normal(); };
    auto visits =
        test::with_asymmetry(test::rsa_pair(draw(3), draw(3)), {draw(0), draw(0)}, {draw(0), draw(0)});
    const Report report =
        test::report_of({"drawn", visits, test::comparison_table({{test::rest, 3}, {test::faa, 0}})});
    for (const Measure& measure : report.measures) {
      for (const Place& place : measure.places)
        if (place.percentile) {
          CHECK(*place.percentile_low <= *place.percentile);
          CHECK(*place.percentile <= *place.percentile_high);
        }
      for (const Change& change : measure.changes) {
        if (change.change.ci_low && change.change.value) {
          CHECK(*change.change.ci_low <= *change.change.value);
          CHECK(*change.change.value <= *change.change.ci_high);
        }
        const ReliableChange& reliable = change.reliable;
        if (!reliable.p || !reliable.band_low) continue;
        // A change is reliable just where it lies outside the limits that are drawn.
        const bool outside =
            *change.change.value < *reliable.band_low || *change.change.value > *reliable.band_high;
        CHECK(outside == (reliable.finding != ReliableFinding::no_reliable_change));
      }
    }
  }
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
