// Spellings as they stand in still-face and stranger studies' event files; see the table in edf/phases.cpp.
#include "edf/phases.hpp"
#include "support.hpp"

using namespace attune;
using edf::Annotation;

namespace {

Annotation at(double onset_s, const std::string& text, std::optional<double> duration_s = {}) {
  Annotation made{static_cast<edf::Ticks>(onset_s * edf::ticks_per_second), {}, text, ""};
  if (duration_s) made.duration = static_cast<edf::Ticks>(*duration_s * edf::ticks_per_second);
  return made;
}

std::string kind_of(const std::string& text) {
  const edf::PhaseMark mark = edf::read_phase_mark(text);
  return mark.recognised ? std::string(name_of(mark.kind)) : "";
}

}  // namespace

TEST_CASE("phases are recognised in the field's usual spellings") {
  for (const char* text :
       {"Rest", "resting", "Resting Eyes Open", "Baseline", "baseline 1", "BL", "BASELINE_START"})
    CHECK_MESSAGE(kind_of(text) == "rest", text);
  for (const char* text :
       {"Stranger", "stranger with toy", "Toy", "Stranger approach", "STRANGER-TOY", "toy play"})
    CHECK_MESSAGE(kind_of(text) == "stranger", text);
  for (const char* text :
       {"Play", "free play", "Free-Play", "FF play", "FF", "F2F", "face-to-face", "freeplay 1"})
    CHECK_MESSAGE(kind_of(text) == "play", text);
  for (const char* text : {"Still Face", "SF", "still-face start", "StillFace", "stillface", "still_face",
                           "SF2", "Still-Face Episode"})
    CHECK_MESSAGE(kind_of(text) == "still_face", text);
  for (const char* text : {"Reunion", "reunion play", "Re-engagement", "REUNION 1", "Reun"})
    CHECK_MESSAGE(kind_of(text) == "reunion", text);
  for (const char* text : {"Recovery", "recovery period", "post-task rest"})
    CHECK_MESSAGE(kind_of(text) == "recovery", text);
}

TEST_CASE("remarks, sleep stages and device events are no phases") {
  for (const char* text :
       {"Recording starts", "Sleep stage R", "Mother says the baby needs a rest now, then nurse came",
        "Lights off", "arrest", "interest", "N", "255", "Still-face paradigm", "", "XLSpike", "restart",
        "display on"})
    CHECK_MESSAGE(kind_of(text) == "", text);
}

TEST_CASE("phases with durations stand as annotated") {
  const std::vector<Annotation> annotations{at(10, "Rest", 120), at(140, "Stranger with toy", 90)};
  const auto phases = edf::find_phases(annotations, 300);
  REQUIRE(phases.size() == 2);
  CHECK(phases[0].name == "Rest");
  CHECK(phases[0].start_s == 10);
  CHECK(phases[0].end_s == 130);
  CHECK(phases[1].kind == PhaseKind::stranger);
  CHECK(phases[1].end_s == 230);
}

TEST_CASE("a phase without a duration lasts to its end mark, the next phase or the end of the recording") {
  const std::vector<Annotation> annotations{at(0, "FF play"), at(120, "SF start", 0.001), at(240, "SF end"),
                                            at(250, "Reunion")};
  const auto phases = edf::find_phases(annotations, 400);
  REQUIRE(phases.size() == 3);
  CHECK(phases[0].end_s == 120);
  CHECK(phases[1].name == "SF");
  CHECK(phases[1].start_s == 120);
  CHECK(phases[1].end_s == 240);
  CHECK(phases[2].start_s == 250);
  CHECK(phases[2].end_s == 400);
}

TEST_CASE("an end mark without a name ends the phase that goes on") {
  const std::vector<Annotation> annotations{at(5, "still face"), at(125, "end"), at(130, "reunion start"),
                                            at(200, "Recording ends")};
  const auto phases = edf::find_phases(annotations, 210);
  REQUIRE(phases.size() == 2);
  CHECK(phases[0].end_s == 125);
  CHECK(phases[1].end_s == 200);
}

TEST_CASE("phases are bounded by the recording") {
  const std::vector<Annotation> annotations{at(-5, "Rest", 20), at(50, "Play", 100), at(90, "Reunion")};
  const auto phases = edf::find_phases(annotations, 80);
  REQUIRE(phases.size() == 2);
  CHECK(phases[0].start_s == 0);
  CHECK(phases[0].end_s == 15);
  CHECK(phases[1].end_s == 80);
}

TEST_CASE("rest after a task that followed rest is recovery") {
  const std::vector<Annotation> annotations{at(0, "Rest", 60), at(60, "Stranger", 60), at(120, "Rest", 60)};
  const auto phases = edf::find_phases(annotations, 180);
  REQUIRE(phases.size() == 3);
  CHECK(phases[0].kind == PhaseKind::rest);
  CHECK(phases[2].kind == PhaseKind::recovery);
  CHECK(phases[2].name == "Rest");
}

TEST_CASE("repeated marks of one phase are one phase") {
  const std::vector<Annotation> annotations{at(0, "Play"), at(30, "Play"), at(60, "Play"), at(90, "SF")};
  const auto phases = edf::find_phases(annotations, 120);
  REQUIRE(phases.size() == 2);
  CHECK(phases[0].end_s == 90);
}

TEST_CASE("a site's own table replaces the default one") {
  edf::PhaseSettings settings;
  settings.rules = {{"ruhe", PhaseKind::rest}, {"fremde person", PhaseKind::stranger}};
  const std::vector<Annotation> annotations{at(0, "Ruhe"), at(60, "Fremde Person"), at(90, "Play")};
  const auto phases = edf::find_phases(annotations, 120, settings);
  REQUIRE(phases.size() == 2);
  CHECK(phases[1].kind == PhaseKind::stranger);
  CHECK(phases[1].end_s == 120);
}
