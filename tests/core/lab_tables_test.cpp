// Tables as laboratories write them beyond what the manuals of the programs show: whose form it is stands in a visit's or a
// file's name, visits are named in the words of their country, notes stand under the numbers. Values by hand.
#include <algorithm>

#include "behavior/score_import.hpp"
#include "support.hpp"
#include "tables/visit_order.hpp"

using namespace attune;

namespace {

bool is_said(const std::vector<Diagnostic>& notes, const std::string& code) {
  return std::any_of(notes.begin(), notes.end(), [&](const Diagnostic& note) { return note.code == code; });
}

/// EPDS by visit, -1: none; empty where the table is refused.
std::vector<double> epds_of(const std::string& text) {
  const auto imported = behavior::import_scores(text, {});
  std::vector<double> scores;
  if (!imported) return scores;
  for (const auto& visit : imported->scores.visits) {
    const auto found = visit.scores.find("epds");
    scores.push_back(found == visit.scores.end() ? -1 : found->second.value_or(-1));
  }
  return scores;
}

bool scores_say(const std::string& text, const std::string& code) {
  const auto imported = behavior::import_scores(text, {});
  return imported && is_said(imported->diagnostics, code);
}

const std::vector<double> from_17_to_6{17, 6};

struct Names {
  const char *first, *second;
};

/// The same two lines under any names of visits, the later one above.
std::string two_visits(const std::string& first, const std::string& second) {
  return "participant,visit,epds\n1," + second + ",6\n1," + first + ",17\n";
}

bool in_order(const std::string& first, const std::string& second) {
  const auto order = tables::order_visits({second, first});
  return order.told && order.places == std::vector<std::size_t>{1, 0};
}

}  // namespace

TEST_CASE("visits named by weeks of pregnancy stand before those after birth") {
  CHECK(in_order("GA36", "PP6"));
  CHECK(in_order("36 GW", "6 weeks pp"));
  CHECK(in_order("third trimester", "6 weeks postpartum"));
  CHECK(in_order("trimester 2", "trimester 3"));
  CHECK(in_order("prenatal 1", "postnatal 1"));
  CHECK(epds_of("id,epds_trim3,epds_6wk\n1,17,6\n") == from_17_to_6);
}

TEST_CASE("visits are put in order in the words of more countries") {
  for (const Names& names :
       std::vector<Names>{{"voormeting", "nameting"},
                          {"nulmeting", "follow-up"},
                          {"prima", "dopo"},
                          {"före", "efter"},
                          {"før", "etter"},
                          {"Vorerhebung", "Nacherhebung"},
                          {"Eingangsmessung", "Abschlussmessung"},
                          {"prtraitement_arm_1", "suivi_3_mois_arm_1"},  // REDCap strips accents
                          {"linha de base", "seguimento"}})
    CHECK_MESSAGE(epds_of(two_visits(names.first, names.second)) == from_17_to_6, names.first);
}

TEST_CASE("visits are put in order by Roman, spelled and negative numbers, and by short months") {
  for (const Names& names : std::vector<Names>{{"V", "VI"},
                                               {"IX", "X"},
                                               {"Visit IX", "Visit X"},
                                               {"six months", "nine months"},
                                               {"week two", "week nine"},
                                               {"-1", "1"},
                                               {"Day -7", "Day 63"},
                                               {"Mar-25", "May-25"}})
    CHECK_MESSAGE(epds_of(two_visits(names.first, names.second)) == from_17_to_6, names.first);
  // March of 2030, or the 30th of March: before or behind May of 2025.
  CHECK(scores_say(two_visits("Mar-30", "May-25"), "W_VISIT_ORDER"));
}

TEST_CASE("a sign that parts two names is no minus") {
  CHECK(in_order("T-1", "T-2"));
  CHECK(in_order("1-1", "1-2"));
}

TEST_CASE("notes under a table, a second line of names and a line of the separator are no data") {
  const std::string table = "participant,visit,epds\n1,1,17\n1,2,6\n";
  CHECK(epds_of(table + "Note: 13 and above is elevated,,\n") == from_17_to_6);
  CHECK(epds_of(table + "\n* filled in at home\n") == from_17_to_6);
  CHECK(epds_of("participant,visit,epds\n1,1,17\nparticipant,visit,epds\n1,2,6\n") == from_17_to_6);
  CHECK(epds_of("\"sep=;\"\nparticipant;visit;epds\n1;1;17\n1;2;6\n") == from_17_to_6);
  CHECK(epds_of("SEP=,\r\n" + table) == from_17_to_6);
  CHECK(epds_of(table + '\x1A') == from_17_to_6);
  // A line of one cell that is no note is not passed over.
  CHECK(epds_of(table + "abc\n").empty());
}

TEST_CASE("UTF-16 is read without its mark too") {
  const std::string table = "participant,visit,epds\n1,1,17\n1,2,6\n";
  std::string little, big;
  for (const char c : table) {
    little += {c, '\0'};
    big += {'\0', c};
  }
  CHECK(epds_of(little) == from_17_to_6);
  CHECK(epds_of(big) == from_17_to_6);
}
