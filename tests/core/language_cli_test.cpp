// `--language`: what is printed is in the language asked for, with the same ids, numbers and files in each. French texts
// are written by hand.
#ifdef ATTUNE_BINARY
#include "base/json.hpp"
#include "cli_run.hpp"

using namespace attune;
using namespace attune::test;

namespace {

/// Two infants a group, fewer than are pooled.
const std::string few =
    "participant,group,visit,measure,value\n"
    "a,ppd,first visit,at rest,1\na,ppd,second visit,at rest,2\n"
    "b,ppd,first visit,at rest,1.5\nb,ppd,second visit,at rest,2.5\n"
    "c,control,first visit,at rest,1\nc,control,second visit,at rest,3\n"
    "d,control,first visit,at rest,2\nd,control,second visit,at rest,\n";

Json printed(const std::string& arguments) {
  const Run told = run(arguments);
  REQUIRE_MESSAGE(told.status == 0, told.err);
  return Json::parse(told.out);
}

/// All that is said in a tree, by id, in order.
void add_said(const Json& json, std::string& said) {
  if (json.is_object())
    for (const auto& [name, member] : json.items())
      if (name == "said")
        said += dump(member) + "\n";
      else
        add_said(member, said);
  else if (json.is_array())
    for (const Json& member : json) add_said(member, said);
}

std::string said_in(const Json& json) {
  std::string said;
  add_said(json, said);
  return said;
}

/// The tree without its texts.
void leave_numbers(Json& json) {
  if (json.is_string()) json = nullptr;
  if (json.is_structured())
    for (Json& member : json) leave_numbers(member);
}

}  // namespace

TEST_CASE("a comparison of groups is printed in the language asked for, with the same ids and numbers") {
  const std::string table = save("few.csv", few);
  Json english = printed("group " + table), french = printed("group " + table + " --language fr");
  CHECK(english == printed("group " + table + " --language en"));
  CHECK(said_in(english) == said_in(french));
  const Json &measure = french["measures"][0], &later = measure["later_visits"][0];
  CHECK(measure["title"] == "at rest");  // the table's own word
  CHECK(later["finding"] ==
        "non évaluable\u202f: ppd\u202f: 2 nourrissons ont une valeur à la visite «\u202fsecond "
        "visit\u202f», il en faut au moins 5\u202f; "
        "control\u202f: 1 nourrisson a une valeur à la visite «\u202fsecond visit\u202f», il en faut au "
        "moins 5");
  CHECK(measure["cells"][3]["missing"] == Json{{"empty cell", 1}});
  CHECK(measure["cells"][3]["missing_reasons"] == Json{{"empty cell", "cellule vide"}});
  CHECK(french["cautions"][3] == "Rien n’est mis en commun au-dessous de 5 nourrissons par groupe.");
  CHECK(later["said"]["finding"]["id"] == "group.cannot_judge");
  leave_numbers(english);
  leave_numbers(french);
  CHECK(english == french);
}

TEST_CASE("what a table is refused for is said in the language asked for") {
  const std::string table = save("refused.csv", few);
  const Run told = run("group " + table + " --control nobody --language fr");
  CHECK(told.status == 1);
  CHECK(told.err == "attune: " + table +
                        ": Il n’y a pas de groupe «\u202fnobody\u202f»\u202f; il y a\u202f: ppd, control. "
                        "[colonne group] (E_GROUP_NAME)\n");
  // What is named beside a file of settings stands over that file, in any order.
  const std::string settings = save("group-settings.json", std::string(R"({"control": "ppd"})"));
  for (const std::string& call :
       {" --control nobody --settings " + settings, " --settings " + settings + " --control nobody"})
    CHECK(run("group " + table + call).err.find("(E_GROUP_NAME)") != std::string::npos);
  CHECK(run("group " + table + " --settings " + settings).status == 0);
  std::filesystem::create_directories(scratch("no_study"));
  save("no_study/table.csv", few);
  const Run folder = run("cohort " + scratch("no_study").string() + " --list --language fr");
  CHECK(folder.status == 1);
  CHECK(folder.err.find("Aucune étude n’a été trouvée parmi les fichiers de ce dossier") !=
        std::string::npos);
  const Run missing = run("report --language fr --visit " + scratch("not_there.edf").string());
  CHECK(missing.status == 1);
  CHECK(missing.err.find("Le fichier ne peut pas être ouvert\u202f: ") != std::string::npos);
}

TEST_CASE("a report in French carries the ids of the English one, and its tables are the same files") {
  const std::string scores = save("language_scores.csv", "visit,scale,score\n1,epds,15\n2,epds,9\n");
  const std::string of_scores = "report --visit none --visit none --scores " + scores;
  const std::string table = scratch("language_en.tsv").string(), other = scratch("language_fr.tsv").string();
  const Json english = printed(of_scores + " --tsv " + table),
             french = printed(of_scores + " --language fr --tsv " + other);
  CHECK(said_in(english) == said_in(french));
  CHECK(english["cautions"].back() == "Attune is a research and education tool. It does not diagnose.");
  CHECK(french["cautions"].back() ==
        "Attune est un outil de recherche et d’enseignement. Il ne pose pas de diagnostic.");
  CHECK(read_text(table) == read_text(other));
}

TEST_CASE("a language that there is not is wrong usage, and those that there are are named") {
  for (const char* call : {"report --visit none", "group table.csv", "cohort folder --list"})
    for (const char* name : {"de", "x-pseudo", ""}) {
      const Run told = run(std::string(call) + " --language " + (*name ? name : ""));
      CHECK(told.status == 2);
      CHECK(told.out.empty());
      CHECK(told.err == "attune: there is no language “" + std::string(name) + "”; there are: en, fr\n");
    }
}
#endif
