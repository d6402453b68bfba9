// Marks that begin and end a stretch, in words and signs.
#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "edf/marks.hpp"
#include "edf/recorded_phases.hpp"

using namespace attune;

namespace {

const std::vector<Interval> five_minutes_of_marks{{0, 300}};

edf::Annotation edge_mark(double onset_s, std::optional<double> duration_s, const char* text) {
  edf::Annotation made;
  made.onset = static_cast<edf::Ticks>(onset_s * edf::ticks_per_second);
  if (duration_s) made.duration = static_cast<edf::Ticks>(*duration_s * edf::ticks_per_second);
  made.text = text;
  return made;
}

}  // namespace

TEST_CASE("what ends a stretch ends it, in the words of several languages, and begins none") {
  const std::pair<const char*, const char*> edges[] = {
      {"crying", "crying stopped"},
      {"crying started", "crying has stopped, baby calm"},
      {"baby crying", "no more crying"},
      {"cries", "stopped crying"},
      {"crying starts", "end of crying"},
      {"starts crying", "Not crying"},
      {"pleure", "ne pleure plus"},
      {"d\xC3\xA9"
       "but des pleurs",
       "fin des pleurs"},
      {"Pleurs",
       "pleurs termin\xC3\xA9"
       "s"},
      {"commence \xC3\xA0 pleurer", "a cess\xC3\xA9 de pleurer"},
      {"Kind weint", "Kind weint nicht mehr"},
      {"f\xC3\xA4ngt an zu weinen", "h\xC3\xB6rt auf zu weinen"},
      {"Weinen", "Ende des Weinens"},
      {"llora", "deja de llorar"},
      {"crying+", "crying-"},
      {"<crying>", "</crying>"},
      {"movement", "movement over"},
      {"Mouvements", "plus de mouvements"},
      {"artifact on", "artifact off"},
      {"Bewegung", "Bewegung vorbei"}};
  for (const auto& edge : edges) {
    CAPTURE(std::string(edge.second));
    const std::vector<edf::Annotation> both{edge_mark(60, {}, edge.first), edge_mark(90, {}, edge.second)};
    const auto marks = edf::find_time_marks(both, {}, five_minutes_of_marks);
    REQUIRE(marks.marked.size() == 1);
    CHECK(marks.marked[0].start_s == 60);
    CHECK(marks.marked[0].end_s == 90);
    CHECK(marks.without_duration == 0);
    // Of a duration, it is what followed the end; alone, it leaves nothing out. A sign needs its other.
    if (std::string(edge.second).find_first_of("-/") != std::string::npos) continue;
    const std::vector<edf::Annotation> alone{edge_mark(90, 20, edge.second)};
    CHECK(edf::find_time_marks(alone, {}, five_minutes_of_marks).marked.empty());
  }
}

TEST_CASE("a mark that lasts is what it names, whatever its last words are") {
  const std::vector<edf::Annotation> lasting{edge_mark(60, 20, "crying over a toy"),
                                             edge_mark(100, 30, "Impedance check done")};
  const auto marks = edf::find_time_marks(lasting, {}, five_minutes_of_marks);
  REQUIRE(marks.marked.size() == 2);
  CHECK(marks.marked[0].end_s == 80);
  CHECK(marks.marked[1].end_s == 130);
  // What is off is the electrode, the lead or the light; the stretch is as long as its duration says.
  for (const char* off : {"BAD electrode off", "artifact: lead off", "crying, lights off"}) {
    CAPTURE(std::string(off));
    const std::vector<edf::Annotation> one{edge_mark(60, 20, off)};
    const auto found = edf::find_time_marks(one, {}, five_minutes_of_marks);
    REQUIRE(found.marked.size() == 1);
    CHECK(found.marked[0].start_s == 60);
    CHECK(found.marked[0].end_s == 80);
  }
  // It may say that there is more of it.
  const std::vector<edf::Annotation> more{edge_mark(60, {}, "plus de mouvements")};
  CHECK(edf::find_time_marks(more, {}, five_minutes_of_marks).without_duration == 1);
}

TEST_CASE("what a mark says is not there is never left out, however long the mark is") {
  for (const char* none : {"no calibration", "no impedance check", "no crying", "sans artefact"}) {
    CAPTURE(std::string(none));
    const std::vector<edf::Annotation> one{edge_mark(60, 60, none)};
    const auto marks = edf::find_time_marks(one, {}, five_minutes_of_marks);
    CHECK(marks.marked.empty());
    CHECK(marks.without_duration == 0);
  }
}

TEST_CASE("a mark of an edge that lasts as long as an event is a point; signs alone are none") {
  const std::vector<edf::Annotation> events{edge_mark(60, 0.1, "crying start"),
                                            edge_mark(90, 0.1, "crying end")};
  const auto marks = edf::find_time_marks(events, {}, five_minutes_of_marks);
  REQUIRE(marks.marked.size() == 1);
  CHECK(marks.marked[0].end_s == 90);
  // "+" and "++" say how strong.
  const std::vector<edf::Annotation> strong{edge_mark(60, {}, "pleurs +"), edge_mark(90, {}, "pleurs ++")};
  CHECK(edf::find_time_marks(strong, {}, five_minutes_of_marks).marked.empty());
  CHECK(edf::find_time_marks(strong, {}, five_minutes_of_marks).without_duration == 2);
  const std::vector<edf::Annotation> parts{edge_mark(0, {}, "play"), edge_mark(120, {}, "SF+"),
                                           edge_mark(240, {}, "SF-")};
  const auto phases = edf::find_recorded_phases(parts, {}, 300, {}, {}).phases;
  REQUIRE(phases.size() == 2);
  CHECK(phases[1].kind == PhaseKind::still_face);
  CHECK(phases[1].end_s == 240);
  const auto stopped = edf::find_recorded_phases(
                           {{edge_mark(120, {}, "SF"), edge_mark(240, {}, "SF stopped")}}, {}, 300, {}, {})
                           .phases;
  REQUIRE(stopped.size() == 1);
  CHECK(stopped[0].end_s == 240);
}
