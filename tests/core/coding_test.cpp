// Still-face coding. Files in the shapes that BORIS and Datavyu document; expected values by hand.
#include "behavior/coding_reader.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::behavior;
using doctest::Approx;

namespace {

const std::vector<Phase> phases{{"play", PhaseKind::play, 0, 100},
                                {"still-face", PhaseKind::still_face, 100, 200},
                                {"reunion", PhaseKind::reunion, 200, 300}};

/// The states of a table, with the default rules and nothing chosen.
Result<std::vector<Code>> read_codes(const std::string& text, const CodingOptions& options = {}) {
  auto coding = read_coding(text, options, {}, {});
  if (!coding) return coding.error();
  return std::move(coding->states);
}

const std::vector<std::string> states{"protest", "withdrawn", "social positive"};

const StateShare& share(const StillFacePhase& phase, const std::string& state) {
  for (const StateShare& one : phase.states)
    if (one.state == state) return one;
  FAIL("no state " << state);
  return phase.states.front();
}

const std::string plain =
    "onset,offset,code\n0,60,social positive\n60,80,unscorable\n80,110,protest\n110,150,withdrawn\n"
    "150,200,protest\n200,220,withdrawn\n220,300,social positive\n";

}  // namespace

TEST_CASE("proportions are of scorable seconds, with frequency, latency, bouts and transitions") {
  const auto codes = read_codes(plain);
  REQUIRE(codes.ok());
  const auto summaries = summarize_phases(*codes, phases, states);
  // Play: 60 s social positive and 20 s protest of 80 scorable; the unscorable gap breaks the transition.
  CHECK(summaries[0].scorable_s == Approx(80));
  CHECK(summaries[0].unscorable_s == Approx(20));
  CHECK(summaries[0].uncoded_s == Approx(0));
  CHECK(share(summaries[0], "social positive").proportion == Approx(0.75));
  CHECK(share(summaries[0], "protest").frequency_per_min == Approx(0.75));
  CHECK(summaries[0].transitions.empty());
  CHECK_FALSE(share(summaries[0], "withdrawn").latency_s.has_value());
  // Still-face: protest 10 + 50, withdrawn 40.
  CHECK(share(summaries[1], "protest").bouts == 2);
  CHECK(*share(summaries[1], "withdrawn").latency_s == Approx(10));
  REQUIRE(summaries[1].transitions.size() == 2);
  CHECK(summaries[1].transitions[0].from == "protest");
  CHECK(summaries[1].transitions[0].to == "withdrawn");
  CHECK(summaries[1].transitions[0].count == 1);
  // Withdrawn: 0, .4, .2.
  const auto effects = state_effects(summaries, states);
  CHECK(*effects[1].still_face_effect == Approx(0.4));
  CHECK(*effects[1].recovery == Approx(-0.2));
}

TEST_CASE("a phase without scorable time has a reason and no zero") {
  const auto codes = read_codes("onset,offset,code\n0,100,protest\n100,200,unscorable\n");
  const auto summaries = summarize_phases(*codes, phases, states);
  CHECK(summaries[1].states.empty());
  CHECK(summaries[1].reason == "No scorable time in this phase.");
  CHECK(summaries[2].uncoded_s == Approx(100));
  const auto effects = state_effects(summaries, states);
  CHECK_FALSE(effects[0].still_face_effect.has_value());
}

TEST_CASE("BORIS aggregated and tabular events and Datavyu in ms give the same codes") {
  const auto aggregated = read_codes(
      "Observation id\tSubject\tBehavior\tBehavior type\tStart (s)\tStop (s)\tDuration (s)\n"
      "o1\tinfant\tprotest\tSTATE\t1.5\t4.0\t2.5\no1\tinfant\tsmile\tPOINT\t2.0\t2.0\tNA\n");
  const auto tabular = read_codes(
      "Time,Subject,Behavior,Behavior "
      "type\n1.5,infant,protest,START\n2,infant,smile,POINT\n4,infant,protest,STOP\n");
  const auto older = read_codes(
      "Time,Total length,Subject,Behavior,Status\n1.5,10,infant,protest,START\n4,10,infant,protest,STOP\n");
  const auto datavyu =
      read_codes("infant.ordinal,infant.onset,infant.offset,infant.code01\n1,1500,4000,protest\n");
  for (const auto* codes : {&aggregated, &tabular, &older, &datavyu}) {
    REQUIRE(codes->ok());
    REQUIRE((*codes)->size() == 1);
    CHECK((**codes)[0].state == "protest");
    CHECK((**codes)[0].start_s == Approx(1.5));
    CHECK((**codes)[0].end_s == Approx(4));
  }
}

TEST_CASE("overlapping and unfinished codes are refused with line and time") {
  const Error overlap = read_codes("onset,offset,code\n0,10,protest\n9,12,withdrawn\n").error();
  CHECK(overlap.code == "E_CODE_OVERLAP");
  CHECK(overlap.where == "line 3, 9.000 s");
  CHECK(overlap.message ==
        "\"withdrawn\" starts before \"protest\" has ended at 10.000 s; the states exclude each other.");
  CHECK(read_codes("onset,offset,code\n5,4,protest\n").error().code == "E_CODE_ORDER");
  CHECK(read_codes("onset,offset,code\n5,,protest\n").error().where == "line 2, column offset, 5.000 s");
  const Error open = read_codes("Time,Behavior,Status\n1,protest,START\n").error();
  CHECK(open.message == "\"protest\" starts and never stops.");
  CHECK(open.where == "line 2, 1.000 s");
  CHECK(read_codes("Time,Behavior,Status\n1,protest,STOP\n").error().where == "line 2, column Time, 1.000 s");
  CHECK(read_codes("a,b\n1,2\n").error().code == "E_CODE_TABLE");
}

TEST_CASE("two coders are compared second by second") {
  // 100 s; they differ in 20: observed .8. First 50/50, second 70/30: chance .5; kappa .3 / .5.
  const std::vector<Code> first{{"a", 0, 50}, {"b", 50, 100}}, second{{"a", 0, 70}, {"b", 70, 100}};
  const auto found = coder_agreement(first, second, std::vector<Phase>{{"play", PhaseKind::play, 0, 100}});
  CHECK(found.n == 100);
  CHECK(*found.percent == Approx(80));
  CHECK(*found.kappa == Approx(0.6));
}
