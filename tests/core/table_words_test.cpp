// What tables, scores, codings and saved JSON say is wrong, in English and French. Expected texts by hand.
#include "base/csv.hpp"
#include "base/json.hpp"
#include "behavior/coding_reader.hpp"
#include "behavior/score_import.hpp"
#include "support.hpp"
#include "visit/settings.hpp"
#include "words/format.hpp"

using namespace attune;

namespace {

/// With ordinary spaces for the narrow ones of French.
std::string said_in_french(const words::Text& said) {
  std::string text = words::text(said, {words::Language::french});
  constexpr std::string_view narrow = "\u202f";
  for (std::size_t at = text.find(narrow); at != std::string::npos; at = text.find(narrow))
    text.replace(at, narrow.size(), " ");
  return text;
}

const Diagnostic& missing_at(const behavior::ImportedScores& imported, const std::string& place) {
  for (const Diagnostic& note : imported.diagnostics)
    if (note.code == "N_SCORE_MISSING" && note.where == place) return note;
  FAIL("nothing is missing at " << place);
  return imported.diagnostics.front();
}

}  // namespace

TEST_CASE("a table's fault and its place are told in both languages, what stands in it as it is") {
  const Error width = parse_csv("a,b\n1\n").error();
  CHECK(width.message == "This line has 1 field, the line of column names has 2.");
  CHECK(said_in_french(width.message) == "Cette ligne a 1 champ, la ligne des noms de colonnes en a 2.");
  CHECK(said_in_french(width.where) == "ligne 2, champ 2");
  const auto table = parse_csv("at rest\n\"1,5 s\"\n");
  REQUIRE(table.ok());
  const Error number = table->number(table->rows.front(), 0).error();
  CHECK(said_in_french(number.message) == "« 1,5 s » n’est pas un nombre.");
  CHECK(said_in_french(number.where) == "ligne 2, colonne at rest");
}

TEST_CASE("a number out of its range keeps its digits and has the language's decimal sign") {
  const auto refused = [](const char* json) { return parse_json<visit::Settings>(json).error(); };
  CHECK(said_in_french(refused(R"({"ecg":{"rr_min_ms":800}})").message) ==
        "ecg.rr_min_ms vaut 800 ; la valeur doit être inférieure à 0,5 × rr_max_ms, qui vaut 750.");
  CHECK(said_in_french(refused(R"({"hrv":{"rsa_low_hz":0.1,"epoch_s":8}})").message) ==
        "hrv.rsa_low_hz vaut 0,1 ; la valeur doit être au moins 1 / epoch_s, qui vaut 0,125.");
  const Error below = refused(R"({"ecg":{"block_s":-0.25}})");
  CHECK(below.message == "ecg.block_s is -0.25; it must lie between 30 and 600.");
  CHECK(said_in_french(below.message) ==
        "ecg.block_s vaut -0,25 ; la valeur doit se situer entre 30 et 600.");
  CHECK(said_in_french(refused(R"({"ecg":3})").message) == "Attendu : un objet ; trouvé : un nombre.");
}

TEST_CASE("a missing score is told with its scale, its visit and its cell") {
  behavior::ScoreImport choices;
  behavior::Scale own;
  own.id = "rest";
  own.title = "At rest, own";
  own.highest = 10;
  choices.scales = {own};
  choices.columns = {{"r", "rest", 0}};
  choices.missing_codes = {"-9"};
  choices.item_key = "scale,item,reversed,lowest,highest\nepds,e1,0,0,3\nepds,e2,0,0,3\n";
  const auto imported = behavior::import_scores("visit,r,e1,e2\n1,4,1,2\n2,-9,1,\n", choices);
  REQUIRE(imported.ok());
  const Diagnostic &rest = missing_at(*imported, "visit 2, rest"),
                   &sum = missing_at(*imported, "visit 2, epds");
  CHECK(rest.message == "No At rest, own at visit 2: the code for missing, -9 (line 3, column r).");
  CHECK(said_in_french(rest.message) ==
        "Pas de score « At rest, own » à la visite 2 : le code pour manquant, -9 (ligne 3, colonne r).");
  CHECK(said_in_french(rest.where) == "visite 2, rest");
  CHECK(sum.message == "No EPDS total at visit 2: 1 of 2 items answered, a sum needs all of them.");
  CHECK(said_in_french(sum.message)
            .ends_with("à la visite 2 : 1 question renseignée sur 2 ; une somme les demande toutes."));
}

TEST_CASE("why a score was missing is not read again once it was taken out") {
  behavior::VisitScores visit;
  visit.missing["epds"] = place_of_line(3);
  visit.missing["pbq"] = place_of_line(4);
  Json json = to_json(visit);
  json["missing"].erase("epds");
  behavior::VisitScores read;
  REQUIRE(from_json(json, read).ok());
  CHECK(read.missing.size() == 1);
  CHECK(said_in_french(read.missing.at("pbq")) == "ligne 4");
}

TEST_CASE("what is wrong with a code names it once") {
  const auto refused = [](const char* table) {
    return said_in_french(behavior::read_coding(table, {}, {}, {}).error().message);
  };
  CHECK(refused("onset,offset,code\n5,,protest\n") == "« protest » : Ce code commence et n’a pas de fin.");
  CHECK(refused("Time,Behavior,Status\n1,protest,START\n") == "« protest » commence et ne finit jamais.");
  CHECK(refused("onset,offset,code\n0,10,protest\n9,12,withdrawn\n") ==
        "« withdrawn » commence avant que « protest » ne finisse à 10,000 s ; les états s’excluent.");
}
