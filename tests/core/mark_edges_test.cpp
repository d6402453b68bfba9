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

TEST_CASE("letters and words after a part's name begin and end it where both stand, the beginning first") {
  const auto phases_of = [](const std::vector<edf::Annotation>& annotations) {
    return edf::find_recorded_phases(annotations, {}, 360, {}, {}).phases;
  };
  const std::pair<const char*, const char*> edges[] = {{"SF in", "SF out"}, {"SF 1", "SF 0"},
                                                       {"SF_s", "SF_e"},    {"SF1", "SF0"},
                                                       {"SF-B", "SF-E"},    {"SF d", "SF f"}};
  for (const auto& edge : edges) {
    CAPTURE(std::string(edge.second));
    const auto phases =
        phases_of({edge_mark(0, {}, "BL"), edge_mark(120, {}, edge.first), edge_mark(240, {}, edge.second)});
    REQUIRE(phases.size() == 2);
    CHECK(phases[1].kind == PhaseKind::still_face);
    CHECK(phases[1].start_s == 120);
    CHECK(phases[1].end_s == 240);
  }
  // Numbered from 0; and of texts that name no part nothing ends.
  CHECK(phases_of({edge_mark(0, {}, "SF 0"), edge_mark(120, {}, "SF 1")}).back().end_s == 360);
  CHECK(phases_of({edge_mark(0, {}, "SF"), edge_mark(60, {}, "cue 1"), edge_mark(61, {}, "cue 0"),
                   edge_mark(62, {}, "cue 1"), edge_mark(63, {}, "cue 0"), edge_mark(64, {}, "cue 1"),
                   edge_mark(65, {}, "cue 0")})
            .back()
            .end_s == 360);
}

TEST_CASE("play right after the still-face is the reunion where none is named, and that is told") {
  const auto kinds_of = [](const std::vector<const char*>& names) {
    std::vector<edf::Annotation> annotations;
    for (const char* name : names)
      annotations.push_back(edge_mark(60.0 * static_cast<double>(annotations.size()), {}, name));
    const auto found = edf::find_recorded_phases(annotations, {}, 360, {}, {});
    std::vector<PhaseKind> kinds;
    for (const Phase& phase : found.phases) kinds.push_back(phase.kind);
    const bool told = found.diagnostics.size() == 1 && found.diagnostics[0].code == "N_PHASE_REUNION";
    return std::pair{kinds, told};
  };
  using enum PhaseKind;
  using Kinds = std::vector<PhaseKind>;
  for (const char* again : {"Interaction", "FF2", "Play 2", "Jeu libre"}) {
    const bool told =
        kinds_of({"BL", "FF1", "SF", again}) == std::pair{Kinds{rest, play, still_face, reunion}, true};
    CHECK(told);
  }
  // Named, it needs no telling; a later play is play; without a play before, it is the first.
  for (const char* name : {"RE", "Repair", "resume interaction"})
    CHECK(kinds_of({"BL", "FF", "SF", name}) == std::pair{Kinds{rest, play, still_face, reunion}, false});
  CHECK(kinds_of({"FF", "SF", "RE", "Play"}) == std::pair{Kinds{play, still_face, reunion, play}, false});
  CHECK(kinds_of({"BL", "SF", "Play"}) == std::pair{Kinds{rest, still_face, play}, false});
}

TEST_CASE("marks of parts that all last as short as events do begin parts") {
  const auto ends_of = [](double first_s, double second_s) {
    std::vector<double> ends;
    for (const Phase& phase :
         edf::find_recorded_phases(std::vector{edge_mark(0, first_s, "BL"), edge_mark(120, second_s, "SF")},
                                   {}, 300, {}, {})
             .phases)
      ends.push_back(phase.end_s);
    return ends;
  };
  CHECK(ends_of(1, 1) == std::vector<double>{120, 300});
  CHECK(ends_of(5, 5) == std::vector<double>{120, 300});
  CHECK(ends_of(60, 60) == std::vector<double>{60, 180});
  CHECK(ends_of(5, 7) == std::vector<double>{5, 127});
}

TEST_CASE("codes that stand together at a part's beginning are offered, triggers of trials are not") {
  const auto offered = [](const std::vector<std::pair<double, std::uint32_t>>& codes) {
    std::vector<edf::TriggerEvent> events;
    for (const auto& [at_s, code] : codes)
      events.push_back({static_cast<edf::Ticks>(at_s * edf::ticks_per_second), code});
    return edf::find_recorded_phases({}, events, 360, {}, {}).codes.size();
  };
  // A box says that it is there half a second before the first part; each code is sent twice.
  CHECK(offered({{0, 254}, {0.5, 1}, {120, 2}, {240, 3}}) == 4);
  CHECK(offered({{5, 1}, {5.3, 1}, {120, 2}, {120.3, 2}, {240, 3}, {240.3, 3}}) == 6);
  CHECK(offered({{0, 254}, {0.5, 1}, {3, 2}, {6, 3}}) == 0);
  CHECK(offered({{10, 1}, {10.5, 2}}) == 0);
}
