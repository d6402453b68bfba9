// The still-face part of a visit and of a report: where codes and phases come from, and what they come to.
// Expected values by hand.
#include "base/json.hpp"
#include "report/compare.hpp"
#include "report/still_face_measures.hpp"
#include "support.hpp"
#include "synth/dyad.hpp"
#include "visit/measure.hpp"

using namespace attune;
using namespace attune::report;
using namespace attune::visit;
using doctest::Approx;

namespace {

/// Play 0 to 60, still-face 60 to 120, reunion 120 to 180, in the coding's own time. Withdrawn: 6 of 60 s in
/// play
/// (.1), 24 of 48 scorable s in still-face (.5), 15 of 60 s in reunion (.25).
const std::string written_codes =
    "onset,offset,code,tier\n0,60,Play,phase\n60,120,Still face,phase\n120,180,Reunion,phase\n"
    "0,54,social positive,infant\n54,60,withdrawn,infant\n60,72,unscorable,infant\n72,96,withdrawn,infant\n"
    "96,120,protest,infant\n120,135,withdrawn,infant\n135,180,social positive,infant\n";

/// The same without phases.
std::string without_phases() {
  std::string text = written_codes;
  for (const char* line : {"0,60,Play,phase\n", "60,120,Still face,phase\n", "120,180,Reunion,phase\n"})
    text.erase(text.find(line), std::string(line).size());
  return text;
}

VisitOptions options_with(const std::string& text) {
  VisitOptions options;
  options.codes = text;
  return options;
}

Visit coded(const std::string& text) {
  return visit_without_recording(options_with(text), {});
}

const behavior::StateShare& share(const Visit& visit, std::size_t phase, const std::string& state) {
  for (const auto& one : visit.still_face.phases.at(phase).states)
    if (one.state == state) return one;
  FAIL("no state " << state);
  return visit.still_face.phases[phase].states.front();
}

const Measure& find(const Report& report, const std::string& id) {
  for (const Measure& measure : report.measures)
    if (measure.id == id) return measure;
  FAIL("no measure " << id);
  return report.measures.front();
}

/// What a recording leaves behind that has only annotations.
RecordingFeatures annotated(std::vector<edf::Annotation> annotations) {
  RecordingFeatures features;
  features.sha256 = "a";
  features.segments = {{0, 300}};
  features.phases = edf::find_phases(annotations, 300);
  features.annotations = std::move(annotations);
  return features;
}

edf::Annotation mark(double onset_s, std::optional<double> duration_s, const std::string& text) {
  const auto ticks = [](double s) { return static_cast<edf::Ticks>(s * edf::ticks_per_second); };
  return {ticks(onset_s), duration_s ? std::optional(ticks(*duration_s)) : std::nullopt, text, ""};
}

}  // namespace

TEST_CASE("a coding with its own phases needs no recording") {
  const Visit visit = coded(written_codes);
  const behavior::StillFace& part = visit.still_face;
  CHECK(part.reason.empty());
  CHECK(part.phases_from == behavior::PhaseSource::coding);
  CHECK(part.format == "plain table");
  CHECK(part.sha256.size() == 64);
  CHECK(part.states == std::vector<std::string>{"protest", "withdrawn", "social positive"});
  REQUIRE(part.phases.size() == 3);
  CHECK(part.phases[1].scorable_s == Approx(48));
  CHECK(part.phases[1].unscorable_s == Approx(12));
  CHECK(share(visit, 0, "withdrawn").proportion == Approx(0.1));
  CHECK(share(visit, 1, "withdrawn").proportion == Approx(0.5));
  CHECK(share(visit, 1, "withdrawn").frequency_per_min == Approx(1.25));
  CHECK(*share(visit, 1, "withdrawn").latency_s == Approx(12));
  CHECK(share(visit, 1, "social positive").bouts == 0);
  CHECK(share(visit, 2, "withdrawn").proportion == Approx(0.25));
  const auto& withdrawn = part.effects.at(1);
  CHECK(withdrawn.state == "withdrawn");
  CHECK(*withdrawn.still_face_effect == Approx(0.4));
  CHECK(*withdrawn.recovery == Approx(-0.25));
  CHECK(part.runs.size() == 7);
  CHECK(part.phases[1].beside.rsa_ln_ms2.reason == "No recording at this visit.");
  CHECK_FALSE(visit.recorded);
  CHECK(visit.heart.reason == "No recording at this visit.");
}

TEST_CASE("phases come from the recording where the coding has none, moved by the time between the clocks") {
  // The recording's still-face is 160 to 220 s; the video began 100 s after the recording.
  const auto features = annotated({mark(100, 60, "Play"), mark(160, 60, "SF"), mark(220, 60, "Reunion")});
  VisitOptions options = options_with(without_phases());
  options.coding.offset_s = 100;
  const Visit visit = measure_visit(features, options, {});
  CHECK(visit.still_face.phases_from == behavior::PhaseSource::recording);
  REQUIRE(visit.still_face.phases.size() == 3);
  CHECK(visit.still_face.phases[1].phase.start_s == Approx(60));
  CHECK(share(visit, 1, "withdrawn").proportion == Approx(0.5));
  CHECK(visit.still_face.diagnostics.empty());
  // Without that time the clocks are taken to begin together, and that is said.
  options.coding.offset_s.reset();
  const Visit guessed = measure_visit(features, options, {});
  CHECK(guessed.still_face.phases[1].phase.start_s == Approx(160));
  CHECK(guessed.still_face.diagnostics.at(0).code == "W_CODE_OFFSET");
}

TEST_CASE("phases entered by hand come before all others; without any the coding is one phase") {
  VisitOptions options = options_with(written_codes);
  options.coding.phases = {{"SF", PhaseKind::still_face, 72, 96}};
  const Visit by_hand = visit_without_recording(options, {});
  CHECK(by_hand.still_face.phases_from == behavior::PhaseSource::hand);
  CHECK(share(by_hand, 0, "withdrawn").proportion == 1);
  const Visit whole = coded(without_phases());
  REQUIRE(whole.still_face.phases.size() == 1);
  CHECK(whole.still_face.phases_from == behavior::PhaseSource::none);
  // 6 + 24 + 15 of 168 scorable seconds.
  CHECK(share(whole, 0, "withdrawn").proportion == Approx(45.0 / 168));
  CHECK(whole.still_face.diagnostics.at(0).code == "N_CODE_NO_PHASES");
}

TEST_CASE("annotations of the recording that name states are codes, with a duration or with start and end") {
  const auto features =
      annotated({mark(0, 100, "Play"), mark(10, 40, "Social_Positive"), mark(50, {}, "protest start"),
                 mark(90, {}, "protest end"), mark(95, {}, "sleepy baby"), mark(100, 100, "SF"),
                 mark(100, 100, "withdrawn@@EEG F3")});
  const Visit visit = measure_visit(features, {}, {});
  CHECK(visit.still_face.reason.empty());
  CHECK(visit.still_face.format == "annotations of the recording");
  CHECK(*visit.still_face.offset_s == 0);
  CHECK(share(visit, 0, "protest").proportion == Approx(0.5));
  CHECK(share(visit, 1, "withdrawn").proportion == 1);
  VisitOptions off;
  off.coding.annotations = false;
  CHECK(measure_visit(features, off, {}).still_face.reason == "No coding was given for this visit.");
  const auto open = measure_visit(annotated({mark(5, {}, "protest start")}), {}, {});
  CHECK(open.still_face.reason ==
        "The annotations that name states cannot be used: “protest” starts and never ends. (annotation at "
        "5.000 s)");
  CHECK(measure_visit(annotated({mark(5, {}, "protest")}), {}, {}).still_face.reason ==
        "No coding was given for this visit.");
}

TEST_CASE("a coding that cannot be read costs the still-face part only, with line and time") {
  const Visit visit = coded("onset,offset,code\n0,10,protest\n9,12,withdrawn\n");
  CHECK(visit.still_face.reason ==
        "The coding cannot be read: “withdrawn” starts before “protest” has ended at 10.000 s; the "
        "states exclude "
        "each other. (line 3, 9.000 s)");
  CHECK(visit.still_face.phases.empty());
}

TEST_CASE("two coders are compared in 1-s bins over the phases; what neither coded is left out") {
  VisitOptions options;
  options.codes = "onset,offset,code\n0,50,protest\n50,100,withdrawn\n";
  options.codes_second = "onset,offset,code\n0,70,protest\n70,100,withdrawn\n";
  options.coding.phases = {{"SF", PhaseKind::still_face, 0, 120}};
  const auto& agreement = visit_without_recording(options, {}).still_face.agreement;
  // They agree in 80 of 100 s; chance is .5 * .7 + .5 * .3 = .5, kappa (.8 - .5) / (1 - .5).
  CHECK(agreement.n == 100);
  CHECK(*agreement.percent == Approx(80));
  CHECK(*agreement.kappa == Approx(0.6));
  const Visit visit = visit_without_recording(options, {});
  CHECK(visit.still_face.runs_second.size() == 2);
  options.codes_second = "nonsense";
  const auto broken = visit_without_recording(options, {});
  CHECK(broken.still_face.reason.empty());
  CHECK(broken.still_face.agreement.reason.english().starts_with("The second coding cannot be read: "));
  options.codes_second.clear();
  CHECK(visit_without_recording(options, {}).still_face.agreement.reason == "There is no second coding.");
}

TEST_CASE("a report names nobody whom a table holds to choose from") {
  const Visit visit = coded("onset,offset,code,subject\n0,9,protest,Anna\n0,9,protest,Berta\n");
  CHECK(visit.still_face.reason ==
        "The coding cannot be read: Which observation, subject or tier of the table is meant has to be "
        "chosen.");
}

TEST_CASE("a coder compared with themselves gets no kappa; nor does the same file with other line ends") {
  VisitOptions options = options_with(written_codes);
  options.codes_second = written_codes;
  const auto same = visit_without_recording(options, {}).still_face;
  CHECK_FALSE(same.agreement.kappa.has_value());
  CHECK(same.agreement.reason.english().starts_with(
      "The second coding is the first one again: all 7 codes have"));
  std::string lines;
  for (const char c : written_codes) lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
  options.codes_second = lines;
  CHECK_FALSE(visit_without_recording(options, {}).still_face.agreement.kappa.has_value());
  // Under another name it is compared, and doubted.
  const std::string both =
      "observation,onset,offset,code\nA,0,9,protest\nA,9,12,withdrawn\nB,0,9,protest\nB,9,12,withdrawn\n";
  options = options_with(both);
  options.coding.observation = "A";
  options.coding.second.observation = "B";
  const auto alike = visit_without_recording(options, {}).still_face;
  CHECK(*alike.agreement.kappa == 1);
  CHECK(alike.sha256 == alike.sha256_second);
  CHECK(std::any_of(alike.diagnostics.begin(), alike.diagnostics.end(),
                    [](const Diagnostic& one) { return one.code == "W_CODE_ALIKE"; }));
}

TEST_CASE("phases of hours and a coding longer than its recording are warned of") {
  const auto codes_of = [](const behavior::StillFace& part) {
    std::string all;
    for (const Diagnostic& one : part.diagnostics) all += one.code + " ";
    return all;
  };
  const std::string ms =
      "onset,offset,code\n0,120000,play\n120000,240000,still-face\n0,80000,protest\n80000,240000,withdrawn\n";
  const auto part = coded(ms).still_face;
  REQUIRE(codes_of(part) == "W_CODE_LONG_PHASE ");
  CHECK(part.diagnostics[0].message.english().starts_with(
      "The phase “play” lasts 33 h 20 min. If the times are"));
  const auto features = annotated({});
  const auto beside = measure_visit(features, options_with(ms), {}).still_face;
  CHECK(beside.diagnostics.at(0).message.english().starts_with(
      "The phase “play” lasts 33 h 20 min, the recording 5 min. If"));
  // The recording lasts 300 s.
  const auto longer =
      measure_visit(features, options_with("onset,offset,code\n0,310,protest\n"), {}).still_face;
  CHECK(codes_of(longer).find("W_CODE_LONGER") != std::string::npos);
  const auto fits =
      measure_visit(features, options_with("onset,offset,code\n0,300,protest\n"), {}).still_face;
  CHECK(codes_of(fits).find("W_CODE") == std::string::npos);
}

namespace {

bool warns_of(const std::string& codes, const char* code) {
  const auto part = coded(codes).still_face;
  return std::any_of(part.diagnostics.begin(), part.diagnostics.end(),
                     [&](const Diagnostic& one) { return one.code == code; });
}

}  // namespace

TEST_CASE("a still-face of ten minutes is of frames or milliseconds") {
  // A minute each at 25 frames a second: 1500 s, which play may last and a still-face does not.
  const std::string frames =
      "onset,offset,code\n0,1500,play\n1500,3000,still-face\n0,2000,protest\n2000,3000,withdrawn\n";
  CHECK(warns_of(frames, "W_CODE_LONG_PHASE"));
  CHECK_FALSE(warns_of("onset,offset,code\n0,1500,play\n1500,1680,still-face\n0,1680,protest\n",
                       "W_CODE_LONG_PHASE"));
}

TEST_CASE("shares of a phase that is coded in part are warned of") {
  // Of 120 s of still-face 40 s are coded, all as protest: its share is 1, and a third of the phase.
  const std::string protest_alone = "onset,offset,code\n0,120,still-face\n10,30,protest\n60,80,protest\n";
  const auto part = coded(protest_alone).still_face;
  REQUIRE(part.phases.size() == 1);
  CHECK(part.phases[0].states.at(0).proportion == 1);
  CHECK(warns_of(protest_alone, "W_CODE_UNCODED"));
  // Unscorable time is coded.
  CHECK_FALSE(
      warns_of("onset,offset,code\n0,120,still-face\n0,40,protest\n40,120,unscorable\n", "W_CODE_UNCODED"));
  CHECK_FALSE(
      warns_of("onset,offset,code\n0,120,still-face\n0,40,protest\n50,110,withdrawn\n", "W_CODE_UNCODED"));
}

TEST_CASE("one coding at both visits is no change of nothing") {
  const auto report = compare({coded(written_codes), coded(written_codes)}, {}, {});
  REQUIRE(report.ok());
  CHECK(std::any_of(report->diagnostics.begin(), report->diagnostics.end(),
                    [](const Diagnostic& one) { return one.code == "W_SAME_CODING"; }));
  const auto& change = find(*report, "withdrawn_still_face").changes.at(0).change;
  CHECK_FALSE(change.value);
  CHECK(change.reason == "the same coding was given for both visits.");
  std::string later = written_codes;
  later.replace(later.find("72,96,"), 6, "72,95,").replace(later.find("96,120,"), 7, "95,120,");
  const auto differs = compare({coded(written_codes), coded(later)}, {}, {});
  REQUIRE(differs.ok());
  CHECK(find(*differs, "withdrawn_still_face").changes.at(0).change.value);
}

TEST_CASE("a phase that stands twice at the same times tells of two infants in one table") {
  const std::string two =
      "onset,offset,code,name\n0,120,play,Ana\n0,50,protest,Ana\n0,120,play,Ben\n50,100,protest,Ben\n";
  CHECK(warns_of(two, "W_CODE_PHASE_TWICE"));
  CHECK_FALSE(warns_of(written_codes, "W_CODE_PHASE_TWICE"));
}

TEST_CASE("heart and brain of the same phases stand beside the behaviour, on one axis of time") {
  synth::Dyad dyad = synth::make_dyad(synth::Scenario::improved, 3);
  synth::RecordingSettings& settings = dyad.visits[0].settings;
  settings.sites = {"F3", "F4"};
  settings.bad_channel.clear();
  settings.phases = {{"Play", PhaseKind::play, 120, 0, 0, 1},
                     {"Still face", PhaseKind::still_face, 120, -0.5, 8, 1},
                     {"Reunion", PhaseKind::reunion, 120, 0, 0, 1}};
  const auto recording = synth::simulate_visit(dyad, 0);
  REQUIRE(recording.ok());
  RecordingStream stream(recording->edf.size(), {});
  REQUIRE(stream.push(recording->edf).ok());
  const auto features = stream.finish();
  REQUIRE(features.ok());
  // The coding's phases last half as long; its clock began 60 s into the recording, so they do not all meet.
  const Visit apart = measure_visit(*features, options_with(written_codes), {});
  REQUIRE(apart.heart.phases.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    const auto& beside = apart.still_face.phases[i].beside;
    REQUIRE(beside.rsa_ln_ms2.value);
    CHECK(*beside.rsa_ln_ms2.value == *apart.heart.phases[i].rsa_ln_ms2.value);
    CHECK(*beside.heart_rate_bpm.value == *apart.heart.phases[i].heart_rate_bpm.value);
    CHECK(*beside.faa_ln.value == *apart.eeg.phase_asymmetry[i].absolute.value);
    CHECK(apart.eeg.phase_asymmetry[i].phase == apart.phases[i].name);
  }
  VisitOptions aligned = options_with(written_codes);
  aligned.coding.offset_s = 120;  // coding's play is now within the recording's still-face
  const Visit moved = measure_visit(*features, aligned, {});
  CHECK(moved.still_face.phases[0].beside.rsa_ln_ms2.reason == "The recording has no such phase.");
  // A recording without phases is measured in those of the coding, where both clocks are known.
  RecordingFeatures bare = *features;
  bare.phases.clear();
  aligned.coding.offset_s = 60;
  const Visit shared = measure_visit(bare, aligned, {});
  REQUIRE(shared.phases.size() == 3);
  CHECK(shared.phases[1].start_s == Approx(120));
  CHECK(shared.still_face.phases[1].beside.heart_rate_bpm.n > 0);
  aligned.coding.offset_s.reset();
  CHECK(measure_visit(bare, aligned, {}).phases.empty());
}

TEST_CASE(
    "coded shares are measures of the report, judged against comparison infants; withdrawn is primary") {
  // Second visit: withdrawn 12 of 48 s in still-face.
  std::string later = written_codes;
  later.replace(later.find("72,96,withdrawn"), 15, "72,84,withdrawn");
  later.replace(later.find("96,120,protest"), 14, "84,120,protest");
  std::string table = "participant,visit,age_months,sex,measure,value\n";
  const double first[] = {.1, .2, .3, .2, .2}, second[] = {.1, .3, .2, .2, .2};
  for (int i = 0; i < 5; ++i)
    for (int v = 1; v <= 2; ++v)
      table += "c" + std::to_string(i) + "," + std::to_string(v) + ",,f,withdrawn_still_face," +
               std::to_string(v == 1 ? first[i] : second[i]) + "\n";
  Supplement supplement;
  supplement.reference = *read_reference(table);
  const auto report = compare({coded(written_codes), coded(later)}, {}, supplement);
  REQUIRE(report.ok());
  const Measure& withdrawn = find(*report, "withdrawn_still_face");
  CHECK(withdrawn.primary);
  CHECK(withdrawn.domain == Domain::still_face);
  CHECK(*withdrawn.visits[0].value == Approx(0.5));
  CHECK(*withdrawn.visits[1].value == Approx(0.25));
  CHECK(*withdrawn.changes[0].change.value == Approx(-0.25));
  // As arcsines of square roots (by hand): the mean change of the five gives t -2.913832 on 4 df, their regression
  // -0.734351 on 3 df, which as the less sure one leads; its limit .653919 + qt(.975, 3) .177463, back as a share, less .5.
  CHECK(*withdrawn.changes[0].reliable.index == Approx(-0.734351).epsilon(1e-6));
  CHECK(*withdrawn.changes[0].other_forms.at(0).index == Approx(-2.913832).epsilon(1e-6));
  CHECK(*withdrawn.changes[0].reliable.band_high == Approx(0.381059).epsilon(1e-5));
  // Shares are told in percent, their change in percentage points: .5 and .25; the upper limit .381059.
  const auto told = std::find_if(report->statements.begin(), report->statements.end(),
                                 [](const Statement& one) { return one.domain == Domain::still_face; });
  REQUIRE(told != report->statements.end());
  CHECK(told->plain.english() ==
        "Withdrawn in still-face: 50\u00a0%, then 25\u00a0%; no more than expected from this baseline.");
  CHECK(told->sentence.english().find(
            "Change −25\u00a0percentage points; limits of reliable change: below −") != std::string::npos);
  CHECK(told->sentence.english().find(" or above +38 (") != std::string::npos);
  // Place: mean .2, SD .0707107, n 5: (.5 - .2) / (.0707107 sqrt(6 / 5)) = 3.872983.
  CHECK(*withdrawn.places[0].t == Approx(3.872983).epsilon(1e-6));
  REQUIRE(withdrawn.comparison_infants.size() == 5);
  CHECK(*withdrawn.comparison_infants[1].values[1] == Approx(0.3));
  CHECK(*find(*report, "withdrawn_still_face_effect").visits[0].value == Approx(0.4));
  CHECK(*find(*report, "withdrawn_recovery").visits[1].value == Approx(0));
  const Statement& statement = report->statements.back();
  CHECK(statement.domain == Domain::still_face);
  CHECK(statement.headline == "No reliable change");
  CHECK(statement.certainty == eeg::DataLevel::low);
  CHECK(statement.certainty_reason ==
        "baseline: 48\u00a0s of still-face could be scored, 60\u00a0s recommended; follow-up: 48\u00a0s of "
        "still-face "
        "could be scored, 60\u00a0s recommended");
  CHECK(report->pattern ==
        "The one domain that could be judged (still-face) showed no reliable change. For heart and brain: "
        "not recorded. The data of still-face are of low certainty.");
  const std::string text = dump(to_json(*report));
  CHECK(dump(to_json(*parse_json<Report>(text))) == text);
}

TEST_CASE("what the coder never used is no zero, unless the infant showed it at another visit") {
  const std::string other = "onset,offset,code,tier\n0,60,SF,phase\n0,60,protest,infant\n";
  const auto both = compare({coded(written_codes), coded(other)}, {});
  REQUIRE(both.ok());
  CHECK(*find(*both, "withdrawn_still_face").visits[1].value == 0);
  CHECK(find(*both, "withdrawn_play").visits[1].reason == "The coding has no such phase.");
  const auto neither = compare({coded(other), coded(other)}, {});
  REQUIRE(neither.ok());
  CHECK(find(*neither, "withdrawn_still_face").visits[0].reason == "“withdrawn” was coded at no visit.");
  CHECK(neither->statements.back().headline == "Too little data");
}

TEST_CASE("two visits without a recording are not the same file, and dates are not asked of them") {
  std::string later = written_codes;
  later.replace(later.find("72,96,"), 6, "72,95,").replace(later.find("96,120,"), 7, "95,120,");
  const auto report = compare({coded(written_codes), coded(later)}, {});
  REQUIRE(report.ok());
  CHECK(report->diagnostics.empty());
}

TEST_CASE("poor agreement of the coders makes the finding uncertain") {
  VisitOptions options = options_with(written_codes);
  options.codes_second =
      "onset,offset,code,tier\n0,60,Play,phase\n60,120,Still face,phase\n120,180,Reunion,phase\n"
      "0,180,withdrawn,infant\n";
  const Visit visit = visit_without_recording(options, {});
  const auto report = compare({visit, visit}, {});
  REQUIRE(report.ok());
  CHECK(report->statements.back().certainty_reason.english().find(
            "the two coders agree by kappa 0.00, 0.61 is usual") != std::string::npos);
}

TEST_CASE("a state's name becomes part of a measure's") {
  CHECK(state_id("object/environment") == "object_environment");
  CHECK(state_id("Social Monitor") == "social_monitor");
}
