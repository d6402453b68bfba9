// What a recording says about its own time and worth: pauses and cuts, and stretches that its maker called bad.
#include <doctest/doctest.h>

#include <cmath>
#include <iterator>
#include <string>

#include "edf/marks.hpp"
#include "edf/recorded_phases.hpp"
#include "hrv/breathing.hpp"
#include "hrv/epochs.hpp"
#include "support.hpp"
#include "visit/measure.hpp"

namespace {

using namespace attune;
using edf::MarkKind;

edf::Annotation mark_at(double onset_s, std::optional<double> duration_s, std::string text) {
  edf::Annotation made;
  made.onset = static_cast<edf::Ticks>(std::llround(onset_s * edf::ticks_per_second));
  if (duration_s) made.duration = static_cast<edf::Ticks>(std::llround(*duration_s * edf::ticks_per_second));
  made.text = std::move(text);
  return made;
}

const std::vector<Interval> five_minutes{{0, 300}};

/// `excluded`: stretches of the EEG left out by hand.
visit::Visit measure_wild(const std::string& name, std::vector<Interval> excluded = {}) {
  const auto bytes = test::read_file(test::data_folder() / "wild/recordings" / name);
  visit::VisitOptions options;
  options.age_months = 6;
  visit::RecordingStream stream(bytes.size(), visit::settings_at({}, options.age_months));
  REQUIRE(stream.push(bytes));
  const auto features = stream.finish();
  REQUIRE(features);
  visit::Settings settings;
  settings.edits.recordings.push_back({features->sha256, {}, std::move(excluded), {}});
  return visit::measure_visit(*features, options, settings);
}

double faa_of(const visit::Visit& visit) {
  return visit.eeg.asymmetry.front().absolute.value.value_or(99);
}

bool says(const visit::Visit& visit, const std::string& code, const std::string& words) {
  for (const Diagnostic& note : visit.diagnostics)
    if (note.code == code && note.message.english().find(words) != std::string::npos) return true;
  return false;
}

TEST_CASE("the spellings of pauses and of what is bad are known in both languages") {
  const std::pair<const char*, MarkKind> spellings[] = {
      {"boundary", MarkKind::join},
      {"EDGE", MarkKind::join},
      {"Record restarted", MarkKind::join},
      {"EEG discontinuity", MarkKind::join},
      {"data missing", MarkKind::join},
      {"artifact removed", MarkKind::join},
      {"Segment 2", MarkKind::join},
      {"Segmentgrenze", MarkKind::join},
      {"Reprise enreg.", MarkKind::join},
      {"donn\xC3\xA9"
       "es manquantes",
       MarkKind::join},
      {"EDGE boundary", MarkKind::join},
      {"BAD boundary", MarkKind::join},
      {"break cnt=5", MarkKind::join},
      {"New Segment/", MarkKind::join},
      {"Recording Paused", MarkKind::join},
      {"recording resumed", MarkKind::join},
      {"Reprise de l'enregistrement", MarkKind::join},
      {"BAD_crying", MarkKind::crying},
      {"bad segment", MarkKind::bad},
      {"BAD_ACQ_SKIP", MarkKind::bad},
      {"Artefakt?", MarkKind::artifact},
      {"Art\xC3\xA9"
       "fact",
       MarkKind::artifact},
      {"Mouvements", MarkKind::movement},
      {"PLEURS", MarkKind::crying},
      {"infant crying", MarkKind::crying},
      {"Imp\xC3\xA9"
       "dance",
       MarkKind::impedance},
      {"Calibration", MarkKind::calibration},
      {"Muskelartefakt", MarkKind::artifact},
      {"electrode off", MarkKind::artifact},
      {"Bewegung", MarkKind::movement},
      {"Kind unruhig", MarkKind::movement},
      {"agit\xC3\xA9", MarkKind::movement},
      {"Mvts", MarkKind::movement},
      {"Kind weint", MarkKind::crying},
      {"Il pleure", MarkKind::crying},
      {"fussy", MarkKind::crying},
      {"llora", MarkKind::crying},
      {"Impedanzpr\xC3\xBC"
       "fung",
       MarkKind::impedance},
      {"do not use", MarkKind::bad},
      {"Aufnahme unterbrochen", MarkKind::join},
      {"Pausa", MarkKind::join},
      {"LostSamples: 20", MarkKind::join},
      {"Start recording", MarkKind::join},
      {"artifact free", MarkKind::usable},
      {"no crying", MarkKind::usable},
      {"pas de pleurs", MarkKind::usable},
      {"badge shown", MarkKind::usable},
      {"pause of the game, mother speaks to us", MarkKind::usable},
      {"Still-face", MarkKind::usable},
      {"from crying to calm", MarkKind::usable},
      {"", MarkKind::usable},
  };
  for (const auto& spelling : spellings) {
    CAPTURE(spelling.first);
    CHECK(edf::read_time_mark(spelling.first) == spelling.second);
  }
}

TEST_CASE("joins are taken once, and none at the edge of a segment") {
  const std::vector<edf::Annotation> annotations{
      mark_at(0, {}, "New Segment/"), mark_at(60, {}, "BAD boundary"), mark_at(60, {}, "EDGE boundary"),
      mark_at(120, 2.5, "boundary"), mark_at(300, {}, "boundary")};
  const auto marks = edf::find_time_marks(annotations, {}, five_minutes);
  CHECK(marks.joins_s == std::vector<double>{60, 120});
  CHECK(marks.marked.empty());
  const auto cut = cut_at(five_minutes, marks.joins_s);
  REQUIRE(cut.size() == 3);
  CHECK(cut[1].start_s == 60);
  CHECK(cut[1].end_s == 120);
}

TEST_CASE("what is called bad is left out for as long as it says, and no longer than the recording") {
  const std::vector<edf::Annotation> annotations{
      mark_at(10, 20, "BAD_crying"), mark_at(20, 20, "crying"),          mark_at(50, 0, "BAD"),
      mark_at(60, {}, "Mouvement"),  mark_at(100, {}, "artifact start"), mark_at(110, {}, "artifact end"),
      mark_at(290, 60, "bad")};
  const auto marks = edf::find_time_marks(annotations, {}, five_minutes);
  const auto stretches = marks.stretches();
  REQUIRE(stretches.size() == 3);
  CHECK(stretches[0].start_s == 10);
  CHECK(stretches[0].end_s == 40);
  CHECK(stretches[1].duration_s() == 10);
  CHECK(stretches[2].end_s == 300);
  CHECK(marks.without_duration == 2);  // the BAD of no duration and the movement
  std::string said;
  for (const Diagnostic& note : marks.diagnostics) said += note.message.english() + "\n";
  CHECK(said.find("30 s of the recording are marked as crying") != std::string::npos);
  const std::vector<edf::Annotation> natus{mark_at(5, {}, "IMPEDANCE-START"),
                                           mark_at(65, {}, "IMPEDANCE-PASSED")};
  const auto checked = edf::find_time_marks(natus, {}, five_minutes).stretches();
  REQUIRE(checked.size() == 1);
  CHECK(checked[0].duration_s() == 60);
  const auto bare = edf::find_time_marks({{mark_at(5, {}, "IMPEDANCE-REFERENCE")}}, {}, five_minutes);
  CHECK(bare.without_duration == 0);
  CHECK(bare.diagnostics.empty());
  edf::MarkSettings keep;
  keep.leave_out = false;
  CHECK(edf::find_time_marks(annotations, {}, five_minutes, keep).marked.empty());
}

TEST_CASE("CMS lost twice is left out twice, and a new epoch of a Status channel is a join") {
  const auto at = [](double s) { return static_cast<edf::Ticks>(s * edf::ticks_per_second); };
  edf::StatusFlags flags;
  flags.cms_lost = {{at(10), at(15)}, {at(40), at(42)}};
  flags.new_epochs = {at(100)};
  const auto marks = edf::find_time_marks({}, flags, five_minutes);
  CHECK(marks.stretches().size() == 2);
  CHECK(marks.marked.front().kind == MarkKind::reference);
  CHECK(marks.joins_s == std::vector<double>{100});
}

TEST_CASE("no epoch spans a join, and each begins anew after one") {
  const Phase play{"Play", PhaseKind::play, 0, 120};
  const std::vector<double> joins_s{70};
  const auto epochs = hrv::divide(0, 200, {{play}}, joins_s, {});
  // 0-30, 30-60, then from the join 70-100, then outside the phase 120-150, 150-180.
  std::vector<double> starts;
  for (const hrv::Epoch& epoch : epochs) starts.push_back(epoch.start_s);
  CHECK(starts == std::vector<double>{0, 30, 70, 120, 150});
}

TEST_CASE("breathing is read within the stretches that are kept") {
  hrv::Respiration belt{10, {{0, 10}, {20, 30}}, {0, 100}, {}};
  for (int i = 0; i < 200; ++i) belt.samples.push_back(i);
  const std::vector<Interval> kept_s = without(cut_at(belt.segments, std::vector<double>{4}), {{{22, 25}}});
  const hrv::Respiration kept = hrv::only_within(belt, kept_s);
  REQUIRE(kept.segments.size() == 4);
  CHECK(kept.first == std::vector<std::size_t>{0, 40, 100, 120});
  CHECK(kept.segments[1].start_s == 4);
  CHECK(kept.segments[3].start_s == 25);
  CHECK(kept.samples[40] == 40);
  CHECK(kept.samples[120] == 150);
  CHECK(kept.samples.size() == 170);
}

TEST_CASE("breathing from the beats leaves out the segments that a join cuts") {
  // A heart period that swings at 0.5 Hz; time is cut at 100 s, where the swing turns about.
  hrv::NnSeries series;
  for (double at_s = 0; at_s < 200;) {
    const double turn = at_s < 100 ? 0 : 3.14159;
    const double nn_s = 0.42 + 0.02 * std::sin(2 * 3.14159265 * 0.5 * at_s + turn);
    hrv::NnInterval nn;
    nn.start_s = at_s;
    nn.end_s = at_s += nn_s;
    nn.nn_ms = 1000 * nn_s;
    series.push_back(nn);
  }
  const auto found = hrv::breathing_from_beats(series, std::vector<double>{100}, {});
  REQUIRE(found);
  CHECK(found->rate_hz == doctest::Approx(0.5).epsilon(0.05));
  std::vector<double> everywhere;
  for (double join_s = 1; join_s < 200; join_s += 1) everywhere.push_back(join_s);
  CHECK_FALSE(hrv::breathing_from_beats(series, everywhere, {}));
}

TEST_CASE("point marks of unknown meaning end a phase and are asked about; events and remarks do not") {
  const auto found_of = [](const std::vector<edf::Annotation>& annotations) {
    return edf::find_recorded_phases(annotations, {}, 360, {}, {});
  };
  const auto asked = found_of({mark_at(0, {}, "BL"), mark_at(120, {}, "SF1"), mark_at(240, {}, "XQ1")});
  REQUIRE(asked.phases.size() == 2);
  CHECK(asked.phases[1].end_s == 240);
  REQUIRE(asked.diagnostics.size() == 1);
  CHECK(asked.diagnostics[0].code == "W_PHASE_MARK");
  CHECK(asked.diagnostics[0].message.english() ==
        "The part of the protocol that begins at 2 min ends at 4 min, at a mark whose meaning is not known. "
        "If it "
        "goes on there, or another part begins, set that on the Check screen.");
  for (const char* no_part :
       {"BAD_crying", "boundary", "N", "255", "the mother speaks to us", "Still-face paradigm"}) {
    CAPTURE(no_part);
    const auto goes_on = found_of({mark_at(0, {}, "BL"), mark_at(120, {}, "SF1"), mark_at(240, {}, no_part)});
    CHECK(goes_on.phases[1].end_s == 360);
    CHECK(goes_on.diagnostics.empty());
  }
  std::vector<edf::Annotation> events{mark_at(0, {}, "SF1")};
  for (int i = 1; i < 4; ++i) events.push_back(mark_at(60 * i, {}, "DIN"));
  CHECK(found_of(events).phases[0].end_s == 360);
  // After an unknown mark the same part may begin anew.
  const auto twice = found_of({mark_at(0, {}, "SF"), mark_at(60, {}, "XQ"), mark_at(120, {}, "SF")});
  REQUIRE(twice.phases.size() == 2);
  CHECK(twice.phases[0].end_s == 60);
}

TEST_CASE("phases are known by German and Spanish words, and end at them") {
  const std::vector<edf::Annotation> german{
      mark_at(0, {}, "Ruhephase Beginn"),    mark_at(60, {}, "Ruhephase Ende"),
      mark_at(70, {}, "Freies Spiel"),       mark_at(120, {}, "Starres Gesicht"),
      mark_at(180, {}, "Wiedervereinigung"), mark_at(300, {}, "Ende")};
  const auto found = edf::find_recorded_phases(german, {}, 360, {}, {});
  REQUIRE(found.phases.size() == 4);
  CHECK(found.phases[0].kind == PhaseKind::rest);
  CHECK(found.phases[0].end_s == 60);
  CHECK(found.phases[1].kind == PhaseKind::play);
  CHECK(found.phases[2].kind == PhaseKind::still_face);
  CHECK(found.phases[3].kind == PhaseKind::reunion);
  CHECK(found.phases[3].end_s == 300);
  CHECK(found.diagnostics.empty());
  const std::vector<edf::Annotation> spanish{
      mark_at(0, {}, "L\xC3\xADnea base"), mark_at(60, {}, "Juego libre"),
      mark_at(120, {}, "Cara inm\xC3\xB3vil"), mark_at(180, {}, "Reencuentro")};
  CHECK(edf::find_recorded_phases(spanish, {}, 360, {}, {}).phases.size() == 4);
  // "over" and "done" end a part; they begin no second one.
  const auto over = edf::find_recorded_phases(
      std::vector{mark_at(0, {}, "start SF"), mark_at(90, {}, "SF over")}, {}, 360, {}, {});
  REQUIRE(over.phases.size() == 1);
  CHECK(over.phases[0].end_s == 90);
}

TEST_CASE("what lies before or behind a part is not the part") {
  const auto found = edf::find_recorded_phases(
      std::vector{mark_at(0, {}, "Pre-SF"), mark_at(100, {}, "SF"), mark_at(200, {}, "Post-SF")}, {}, 360, {},
      {});
  REQUIRE(found.phases.size() == 1);
  CHECK(found.phases[0].start_s == 100);
  CHECK(found.phases[0].end_s == 200);
  REQUIRE(found.diagnostics.size() == 1);
  CHECK(found.diagnostics[0].code == "W_PHASE_MARK");
}

TEST_CASE("marks that may begin parts of unknown names are told, those of trials are not") {
  const auto codes_of = [](const std::vector<edf::Annotation>& annotations) {
    std::vector<std::string> codes;
    for (const Diagnostic& one : edf::find_recorded_phases(annotations, {}, 360, {}, {}).diagnostics)
      codes.push_back(one.code);
    return codes;
  };
  const std::vector<std::string> told{"N_MARKS_UNKNOWN"};
  CHECK(codes_of({mark_at(0, {}, "1"), mark_at(120, {}, "2"), mark_at(240, {}, "3")}) == told);
  CHECK(codes_of({mark_at(0, 0.001, "Stimulus/S  1"), mark_at(120, 0.001, "Stimulus/S  2")}) == told);
  CHECK(codes_of({mark_at(0, {}, "1"), mark_at(5, {}, "2"), mark_at(10, {}, "3")}).empty());
  CHECK(codes_of({mark_at(0, {}, "DIN1"), mark_at(120, {}, "DIN1")}).empty());
  CHECK(codes_of({mark_at(0, {}, "boundary"), mark_at(120, {}, "crying")}).empty());
  CHECK(codes_of({mark_at(0, 30, "Sleep stage W"), mark_at(30, 30, "Sleep stage N1")}).empty());
}

TEST_CASE("phases that overlap, or last longer than the recording, are said") {
  const std::vector<edf::Annotation> annotations{mark_at(0, 120, "Play"), mark_at(90, 60, "SF"),
                                                 mark_at(300, 120, "Reunion")};
  const auto found = edf::find_recorded_phases(annotations, {}, 360, {}, {});
  REQUIRE(found.diagnostics.size() == 2);
  CHECK(found.diagnostics[0].code == "W_PHASE_CUT");
  CHECK(found.diagnostics[0].message.english().find("at 5 min is marked as lasting 1 min longer") !=
        std::string::npos);
  CHECK(found.diagnostics[1].code == "W_PHASES_OVERLAP");
  CHECK(found.diagnostics[1].message.english().find("overlap by 30 s") != std::string::npos);
}

TEST_CASE("codes of a Status channel are offered, and are phases once the settings name them") {
  const auto at = [](double s) { return static_cast<edf::Ticks>(s * edf::ticks_per_second); };
  const std::vector<edf::TriggerEvent> events{{at(0), 1}, {at(120), 2}, {at(240), 3}};
  const auto offered = edf::find_recorded_phases({}, events, 360, {}, {});
  CHECK(offered.phases.empty());
  CHECK(offered.codes.size() == 3);
  REQUIRE(offered.diagnostics.size() == 1);
  CHECK(offered.diagnostics[0].code == "N_STATUS_CODES");
  edf::PhaseSettings named;
  named.rules.push_back({"status 1", PhaseKind::play});
  named.rules.push_back({"status 2", PhaseKind::still_face});
  named.rules.push_back({"status 3", PhaseKind::reunion});
  const auto taken = edf::find_recorded_phases({}, events, 360, named, {});
  REQUIRE(taken.phases.size() == 3);
  CHECK(taken.phases[1].kind == PhaseKind::still_face);
  CHECK(taken.phases[1].start_s == 120);
  CHECK(taken.phases[1].end_s == 240);
  CHECK(taken.codes.empty());
  // Where annotations name the parts, or where the codes are triggers of trials, nothing is offered.
  CHECK(edf::find_recorded_phases({{mark_at(0, {}, "BL")}}, events, 360, {}, {}).codes.empty());
  std::vector<edf::TriggerEvent> trials;
  for (int i = 0; i < 21; ++i) trials.push_back({at(10 * i), i % 2 == 0 ? 7u : 8u});
  CHECK(edf::find_recorded_phases({}, trials, 360, {}, {}).codes.empty());
  trials.pop_back();
  CHECK(edf::find_recorded_phases({}, trials, 360, {}, {}).codes.size() == 20);
  const std::vector<edf::TriggerEvent> near{{at(10), 1}, {at(10.5), 2}}, alike{{at(10), 1}, {at(20), 1}};
  CHECK(edf::find_recorded_phases({}, near, 360, {}, {}).codes.empty());
  CHECK(edf::find_recorded_phases({}, alike, 360, {}, {}).codes.empty());
}

TEST_CASE("phases are known by French words, with accents in any form") {
  for (const char* reunion : {"R\xC3\xA9union", "R\xC3\x89UNION", "Re\xCC\x81union"}) {
    CHECK(edf::read_phase_mark(reunion).kind == PhaseKind::reunion);
    CHECK(edf::read_phase_mark(reunion).recognised);
  }
  CHECK(edf::read_phase_mark("Ligne de base").kind == PhaseKind::rest);
  CHECK(edf::read_phase_mark("Jeu libre").kind == PhaseKind::play);
  CHECK(edf::read_phase_mark("Visage impassible").kind == PhaseKind::still_face);
}

TEST_CASE("the recordings of the wild whose time or worth is marked give what is right") {
  if (!test::have_data("wild/recordings/07_bad_annotated.edf")) return;
  int right = 0, all = 0;
  const auto count = [&](const char* name, bool is_right) {
    ++all;
    right += is_right ? 1 : 0;
    CAPTURE(name);
    CHECK(is_right);
  };
  // 04ref_difference.edf is the same recording undamaged (README there): FAA -0.19 of all of it. Of the stretch that is
  // left in 07 it is another, and that both must share.
  const double of_the_rest = faa_of(measure_wild("04ref_difference.edf", {{0, 90}}));
  const visit::Visit bad = measure_wild("07_bad_annotated.edf");
  CAPTURE(faa_of(bad));
  count("07", std::abs(faa_of(bad) - of_the_rest) < 0.005 && says(bad, "W_MARKED_BAD", "1 min 30 s") &&
                  says(bad, "W_MARKED_BAD", "crying") && bad.file.left_out.size() == 1);
  const visit::Visit cms = measure_wild("06_cms_lost.bdf");
  CAPTURE(faa_of(cms));
  count("06", std::abs(faa_of(cms) + 0.19) < 0.03 && says(cms, "W_MARKED_BAD", "20 s") &&
                  says(cms, "W_MARKED_BAD", "CMS"));
  const visit::Visit joined = measure_wild("05b_boundary_annotations.edf");
  CAPTURE(joined.heart.rsa_ln_ms2.value_or(0));
  CAPTURE(joined.heart.rmssd_ms.value_or(0));
  count("05b", joined.file.segments.size() == 6 &&
                   std::abs(joined.heart.rsa_ln_ms2.value_or(0) - 3.19) < 0.1 &&
                   std::abs(joined.heart.rmssd_ms.value_or(0) - 7.04) < 0.05);
  // "Both RMSSD 7.05": two decimals, so that a hundredth is theirs to differ by.
  const visit::Visit paused = measure_wild("05c_one_pause.bdf"), gap = measure_wild("05c_ref_gap.bdf");
  CAPTURE(paused.heart.rmssd_ms.value_or(0));
  CAPTURE(gap.heart.rmssd_ms.value_or(0));
  count("05c", paused.file.segments.size() == 2 &&
                   std::abs(paused.heart.rmssd_ms.value_or(0) - 7.05) < 0.01 &&
                   std::abs(gap.heart.rmssd_ms.value_or(0) - 7.05) < 0.01);
  const visit::Visit french = measure_wild("10b_french.edf");
  count("10b", french.phases.size() == 4 && french.phases[2].start_s == 180 && french.phases[2].end_s == 240);
  const visit::Visit marks = measure_wild("10_RE1.edf");
  count("10", marks.phases.size() == 4 && marks.phases[2].kind == PhaseKind::still_face &&
                  marks.phases[2].start_s == 180 && marks.phases[2].end_s == 240);
  const visit::Visit coded = measure_wild("16_status_phases.bdf");
  count("16", coded.file.codes.size() == 3 && coded.file.codes[2].code == 3 &&
                  std::abs(coded.file.codes[2].onset_s - 240) < 0.01 &&
                  says(coded, "N_STATUS_CODES", "code 1 at 0 s, code 2 at 2 min"));
  MESSAGE("recordings whose time or worth is marked: " << right << " of " << all);
}

}  // namespace
