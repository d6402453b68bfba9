// What settings are, and where their defaults come from, in every language.
#include <array>
#include <set>
#include <string>

#include "base/json.hpp"
#include "cohort/schema.hpp"
#include "support.hpp"
#include "words/catalogue.hpp"

using namespace attune;

namespace {

const std::array<words::Manner, 1> in_french{{{words::Language::french}}};

/// Members of all structs of the schema.
std::vector<Json> described_members() {
  std::vector<Json> members;
  const Json schema = cohort::schema({{}, in_french});
  for (const Json& definition : schema["$defs"])
    for (const Json& member : definition["properties"]) members.push_back(member);
  return members;
}

}  // namespace

TEST_CASE("a setting and its source are told in English, with what they say in French beside") {
  const Json schema = cohort::schema({{}, in_french});
  const Json epoch = schema["$defs"]["HrvSettings"]["properties"]["epoch_s"];
  CHECK(epoch["description"] == "Length of an epoch.");
  CHECK(epoch["x-source"] == "common practice: 30 s");
  const Json& said = epoch["x-said"];
  CHECK(said["description"]["id"] == "settings.HrvSettings.epoch_s");
  CHECK(said["description"]["fr"] == "Durée d’une époque.");
  CHECK(said["x-source"]["id"] == "settings.source.common_practice_30_s");
  CHECK(said["x-source"]["fr"] == "usage courant\u202f: 30 s");
  const Json alpha = schema["$defs"]["EegSettings"]["properties"]["alpha"];
  CHECK(alpha["x-source"] == "Marshall, Bar-Haim & Fox 2002");
  CHECK_FALSE(alpha["x-said"].contains("x-source"));
}

TEST_CASE("every member of the schema is described") {
  for (const Json& member : described_members()) CHECK(member.value("description", "") != "");
}

TEST_CASE("the catalogues have no text of a setting or a source that there is not") {
  std::set<std::string> told, texts;
  for (const Json& member : described_members())
    for (const Json& said : member.value("x-said", Json::object()))
      told.insert(said["id"].get<std::string>());
  for (const words::Entry& entry : words::all_entries())
    if (entry.id.starts_with("settings.")) texts.insert(std::string(entry.id));
  CHECK(texts.size() > 400);
  for (const std::string& text : texts) CHECK_MESSAGE(told.contains(text), text);
  for (const std::string& text : told) CHECK_MESSAGE(texts.contains(text), text);
}
