// What users call their own scales, codes and tables comes out of a report letter for letter, in every language, though
// it reads like words of Attune's. Expected texts by hand.
#include <algorithm>

#include "base/json.hpp"
#include "report/compare.hpp"
#include "support.hpp"
#include "visit/measure.hpp"
#include "words/format.hpp"
#include "words/ids/finding.hpp"
#include "words/named.hpp"

using namespace attune;
using namespace attune::report;
using namespace attune::visit;

namespace {

constexpr const char* own_source = "Hamilton girls, at rest";
constexpr const char* own_scale = "baseline at rest";
constexpr const char* own_code = "withdrawn in play";

/// Play, still-face and reunion of 60 s each; the own code fills the first `share_s` of the still-face.
std::string codes_with(int share_s) {
  const std::string until = std::to_string(60 + share_s);
  return "onset,offset,code,tier\n0,60,Play,phase\n60,120,Still face,phase\n120,180,Reunion,phase\n"
         "0,60,social positive,infant\n60," +
         until + "," + own_code + ",infant\n" + until +
         ",120,protest,infant\n120,180,social positive,infant\n";
}

Visit coded_visit(int share_s, const visit::Settings& settings) {
  VisitOptions options;
  options.codes = codes_with(share_s);
  return visit_without_recording(options, settings);
}

/// Six infants, seen twice: the share of the own code, .1 to .2, and the own scale, 20 to 25.
std::string own_table() {
  std::string text = "participant,visit,measure,value,source\n";
  const auto line = [&](int infant, int visit, const char* measure, double value) {
    text += "c" + std::to_string(infant) + "," + std::to_string(visit) + "," + measure + "," +
            std::to_string(value) + ",\"" + own_source + "\"\n";
  };
  for (int i = 0; i < 6; ++i)
    for (int visit = 1; visit <= 2; ++visit) {
      line(i, visit, "withdrawn_in_play_still_face", 0.10 + 0.02 * i + (visit == 2 ? 0.01 * (i % 2) : 0));
      line(i, visit, "resting", 20 + i + (visit == 2 ? i % 2 : 0));
    }
  return text;
}

Report own_report() {
  visit::Settings settings;
  settings.coding.primary_state = own_code;
  Supplement supplement;
  supplement.reference = *read_reference(own_table());
  behavior::Scale scale;
  scale.id = "resting";
  scale.title = own_scale;
  scale.up_means = "more withdrawn";
  scale.highest = 100;
  supplement.scores.scales = {scale};
  supplement.scores.visits = {{{{"resting", 22.0}}, {}}, {{{"resting", 40.0}}, {}}};
  auto report = compare({coded_visit(12, settings), coded_visit(48, settings)}, settings, supplement);
  REQUIRE(report.ok());
  return std::move(*report);
}

const Measure& own_measure(const Report& report, const std::string& id) {
  for (const Measure& measure : report.measures)
    if (measure.id == id) return measure;
  FAIL("no measure " << id);
  return report.measures.front();
}

const Statement& own_statement(const Report& report) {
  for (const Statement& statement : report.statements)
    if (statement.domain == Domain::still_face) return statement;
  FAIL("nothing is found of the still-face");
  return report.statements.front();
}

std::string told_in(words::Language language, const words::Text& said) {
  return words::text(said, {language});
}

int times_in(const std::string& text, const std::string& part) {
  int times = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
    ++times;
  return times;
}

}  // namespace

TEST_CASE("a code of the user's own keeps its letters in titles and findings, in both languages") {
  const Report report = own_report();
  const Measure& share = own_measure(report, "withdrawn_in_play_still_face");
  using enum words::Language;
  CHECK(told_in(english, share.title) == "withdrawn in play in still-face");
  CHECK(told_in(french, share.title) == "withdrawn in play pendant le visage immobile");
  CHECK(told_in(english, share.up_means) == "more withdrawn in play");
  CHECK(told_in(french, share.up_means) == "plus\u202f: withdrawn in play");
  const Measure& effect = own_measure(report, "withdrawn_in_play_still_face_effect");
  CHECK(told_in(english, effect.title) == "withdrawn in play, still-face effect (still-face − play)");
  CHECK(told_in(french, effect.title) ==
        "withdrawn in play, effet du visage immobile (visage immobile − jeu)");
  // 12 of 60 s, then 48: .20 rises to .80, where the comparison infants stay between .10 and .21.
  const Statement& found = own_statement(report);
  CHECK(told_in(english, found.headline) == "Rose reliably");
  CHECK(told_in(english, found.sentence).starts_with("withdrawn in play in still-face rose reliably"));
  CHECK(told_in(french, found.sentence)
            .starts_with("withdrawn in play pendant le visage immobile\u202f: augmentation fiable"));
  CHECK(told_in(english, report.pattern).find("still-face (more withdrawn in play)") != std::string::npos);
  CHECK(told_in(french, report.pattern).find("le visage immobile (withdrawn in play en hausse)") !=
        std::string::npos);
}

TEST_CASE("a state of the usual rules is called by each language") {
  const Report report = own_report();
  const Measure& protest = own_measure(report, "protest_still_face");
  using enum words::Language;
  CHECK(told_in(english, protest.title) == "Protest in still-face");
  CHECK(told_in(french, protest.title) == "Protestation pendant le visage immobile");
  CHECK(told_in(english, protest.up_means) == "more protest");
  CHECK(told_in(french, protest.up_means) == "plus de protestation");
  CHECK(told_in(french, protest.unit) == "du temps codable");
}

TEST_CASE("a scale of the user's own keeps the letters of its title and its direction, in both languages") {
  const Report report = own_report();
  const Measure& scale = own_measure(report, "resting");
  for (const auto language : {words::Language::english, words::Language::french}) {
    CHECK(told_in(language, scale.title) == own_scale);
    CHECK(told_in(language, scale.up_means) == "more withdrawn");
  }
}

TEST_CASE("what a table of comparison infants calls itself keeps every letter, in both languages") {
  const Report report = own_report();
  const Measure& scale = own_measure(report, "resting");
  for (const auto language : {words::Language::english, words::Language::french}) {
    CHECK(told_in(language, scale.places[0].source) == own_source);
    CHECK(told_in(language, scale.changes[0].reliable.comparison_source) == own_source);
    CHECK(told_in(language, own_statement(report).sentence).find(own_source) != std::string::npos);
  }
  const words::Text caution = words::say<"finding.caution.source">({{"source", words::named(own_source)}});
  CHECK(std::count(report.cautions.begin(), report.cautions.end(), caution) == 1);
  CHECK(told_in(words::Language::french, caution) ==
        "Nourrissons de comparaison\u202f: Hamilton girls, at rest.");
}

TEST_CASE("a report in French holds what users call things as often as one in English") {
  const Report report = own_report();
  const std::string english = dump(to_json(report)),
                    french = dump(to_json(report, {{words::Language::french}}));
  for (const char* own : {own_source, own_scale, own_code}) {
    CHECK(times_in(english, own) >= 2);  // in the text, and beside it in what is said
    CHECK(times_in(french, own) == times_in(english, own));
  }
}
