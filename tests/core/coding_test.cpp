// Still-face coding. Files in the shapes that BORIS and Datavyu document; expected values by hand.
#include <algorithm>

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

bool has_note(const Coding& coding, const std::string& code) {
  return std::any_of(coding.diagnostics.begin(), coding.diagnostics.end(),
                     [&](const Diagnostic& note) { return note.code == code; });
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
        "“withdrawn” starts before “protest” has ended at 10.000 s; the states exclude each other.");
  CHECK(read_codes("onset,offset,code\n5,4,protest\n").error().code == "E_CODE_ORDER");
  CHECK(read_codes("onset,offset,code\n5,,protest\n").error().where == "line 2, column offset, 5.000 s");
  const Error open = read_codes("Time,Behavior,Status\n1,protest,START\n").error();
  CHECK(open.message == "“protest” starts and never stops.");
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

TEST_CASE("kappa is over the time that both coders could score, in each phase and on each state") {
  // Play 0 to 100: a a until 50 | 70. Still-face 100 to 200: unscorable by both for 20 s, by the second for 10 more; then a
  // against b for 10 s, and both b for 60.
  const std::vector<Code> first{
      {"a", 0, 50}, {"b", 50, 100}, {"unscorable", 100, 120}, {"a", 120, 140}, {"b", 140, 200}};
  const std::vector<Code> second{{"a", 0, 70}, {"b", 70, 100}, {"unscorable", 100, 130}, {"b", 130, 200}};
  const auto found = coder_agreement(first, second, std::span(phases).first(2));
  // irr's kappa2 leaves a line out in which a coder has none: 170 bins. Both a 50, a|b 10, b|a 20, both b 30 + 60.
  CHECK(found.unscorable_n == 30);
  CHECK(found.unscorable_one_n == 10);
  CHECK(found.n == 170);
  // Agreement 140/170; margins a 60 and 70, b 110 and 100: chance (60*70 + 110*100) / 170^2 = 15200/28900.
  CHECK(*found.kappa == Approx((140.0 / 170 - 15200.0 / 28900) / (1 - 15200.0 / 28900)).epsilon(1e-12));
  REQUIRE(found.phases.size() == 2);
  CHECK(found.phases[0].name == "play");
  CHECK(*found.phases[0].kappa == Approx(0.6));  // as above
  CHECK(found.phases[1].n == 70);
  CHECK(*found.phases[1].kappa ==
        0);  // the second coder knows b alone: chance (10*0 + 60*70) / 70^2 = 60/70 = agreement
  // Of two states each against the other is the whole.
  REQUIRE(found.states.size() == 2);
  CHECK(found.states[0].name == "a");
  CHECK(*found.states[0].kappa == Approx(*found.kappa));
}

TEST_CASE("kappa on one state is that of the state against all others") {
  // Sixty bins: first a 20, b 20, c 20; second a 20, b 10, c 30.
  const std::vector<Code> first{{"a", 0, 20}, {"b", 20, 40}, {"c", 40, 60}};
  const std::vector<Code> second{{"a", 0, 20}, {"b", 20, 30}, {"c", 30, 60}};
  const auto found = coder_agreement(first, second, std::vector<Phase>{{"SF", PhaseKind::still_face, 0, 60}});
  REQUIRE(found.states.size() == 3);
  CHECK(*found.states[0].kappa == 1);
  // b: agreement 50/60; b in 20 and 10: chance (20*10 + 40*50) / 3600 = 22/36; kappa (30 - 22) / (36 - 22).
  CHECK(*found.states[1].kappa == Approx(8.0 / 14).epsilon(1e-12));
  // c: agreement 50/60; c in 20 and 30: chance (20*30 + 40*30) / 3600 = .5; kappa 2/3.
  CHECK(*found.states[2].kappa == Approx(2.0 / 3).epsilon(1e-12));
}

TEST_CASE("kappa has its interval from stretches, and the states their table of pairs") {
  // 50 s in two stretches of 25: the table and its SE of .08 are worked by hand in stats_infant_test.cpp.
  const std::vector<Code> first{{"a", 0, 25}, {"b", 25, 50}};
  const std::vector<Code> second{{"a", 0, 20}, {"b", 20, 25}, {"a", 25, 35}, {"b", 35, 50}};
  const std::vector<Phase> whole{{"SF", PhaseKind::still_face, 0, 50}};
  const auto found = coder_agreement(first, second, whole, 1, 25);
  CHECK(*found.kappa == Approx(0.4).epsilon(1e-12));
  CHECK(*found.kappa_ci_low == Approx(0.4 - 12.706 * 0.08).epsilon(1e-4));
  CHECK(*found.kappa_ci_high == 1);
  CHECK(*found.phases[0].kappa_ci_low == *found.kappa_ci_low);
  CHECK(*found.states[0].kappa_ci_low ==
        Approx(*found.kappa_ci_low).epsilon(1e-12));  // of two, each is the whole
  std::vector<std::tuple<std::string, std::string, int>> pairs;
  for (const auto& pair : found.pairs) pairs.emplace_back(pair.first, pair.second, pair.n);
  std::sort(pairs.begin(), pairs.end());
  CHECK(pairs == decltype(pairs){{"a", "a", 20}, {"a", "b", 5}, {"b", "a", 10}, {"b", "b", 15}});
  // One stretch says nothing of its own error.
  CHECK_FALSE(coder_agreement(first, second, whole, 1, 60).kappa_ci_low.has_value());
}

TEST_CASE("what both coders could not score is no agreement") {
  const std::vector<Code> first{{"unscorable", 0, 60}}, second{{"unscorable", 0, 60}};
  const auto found = coder_agreement(first, second, std::vector<Phase>{{"SF", PhaseKind::still_face, 0, 60}});
  CHECK(found.n == 0);
  CHECK(found.unscorable_n == 60);
  CHECK(found.reason == "There is no time that both coders could score.");
}

TEST_CASE("codes that overlap by a frame are cut and counted, by more are refused") {
  const auto one =
      read_coding("onset,offset,code\n0,80.001,protest\n80,90.04,withdrawn\n90,99,protest\n", {}, {}, {});
  REQUIRE(one.ok());
  REQUIRE(one->states.size() == 3);
  CHECK(one->states[0].end_s == 80);
  CHECK(one->states[1].end_s == 90);
  CHECK(one->diagnostics.at(0).message ==
        "2 codes or phases ended a frame or less after the next had begun; there they were cut.");
  CHECK(read_codes("onset,offset,code\n0,80.042,protest\n80,90,withdrawn\n").error().code ==
        "E_CODE_OVERLAP");
  // Two states at the same time, however short, are no matter of a frame.
  CHECK(read_codes("onset,offset,code\n0,0.03,protest\n0,9,withdrawn\n").error().code == "E_CODE_OVERLAP");
  CHECK(read_codes("onset,offset,code\n0,60.03,play\n60,90,still face\n0,9,withdrawn\n").ok());
}

TEST_CASE("what a mother does during the still-face is no phase of the infant's") {
  const std::string both =
      "onset,offset,code,subject\n0,60,play,\n60,120,still-face,\n61,119,still "
      "face,Mother\n0,60,smiles,Mother\n"
      "0,120,protest,Infant\n";
  const auto coding = read_coding(both, {}, {}, {});
  REQUIRE(coding.ok());
  REQUIRE(coding->phases.size() == 2);
  CHECK(coding->phases[1].start_s == 60);
  CHECK(coding->diagnostics.at(0).message ==
        "Codes that name a phase, but are not the infant’s or the procedure’s, are taken for no phases: "
        "“still face”.");
  CHECK(coding->diagnostics[0].severity == Severity::note);
  // Nor is it where there is no other.
  const auto alone = read_coding(
      "onset,offset,code,tier\n61,119,still face,Mother_Affect\n0,120,protest,Infant\n", {}, {}, {});
  REQUIRE(alone.ok());
  CHECK(alone->phases.empty());
  CHECK(alone->diagnostics.at(0).severity == Severity::warning);
  // A tier whose name says nothing may hold the phases, if no other does.
  const auto context =
      read_coding("onset,offset,code,tier\n60,120,still face,Kontext\n0,120,protest,Infant\n", {}, {}, {});
  REQUIRE(context.ok());
  CHECK(context->phases.size() == 1);
  // All codes of a subject named so are phases, as of a tier.
  const auto subject =
      read_coding("onset,offset,code,subject\n0,60,Part A,Phase\n0,60,protest,Infant\n", {}, {}, {});
  REQUIRE(subject.ok());
  CHECK(subject->phases.at(0).name == "Part A");
}

TEST_CASE("BORIS's time offset is taken off, unless the times do not hold it") {
  const std::string head = "Observation id\tTime offset (s)\tSubject\tBehavior\tBehavior type\t";
  const auto only_state = [&](const std::string& text) {
    const auto coding = read_coding(text, {}, {}, {});
    REQUIRE(coding.ok());
    REQUIRE(coding->states.size() == 1);
    return std::pair(coding->states[0].start_s,
                     coding->diagnostics.empty() ? "" : coding->diagnostics[0].code);
  };
  const auto aggregated =
      only_state(head + "Start (s)\tStop (s)\no\t36000\tinfant\tprotest\tSTATE\t36001.5\t36004\n");
  CHECK(aggregated == std::pair(1.5, std::string("N_CODE_TIME_OFFSET")));
  // A date, in seconds since 1970.
  CHECK(only_state(head +
                   "Start (s)\tStop (s)\no\t1740823200\tinfant\tprotest\tSTATE\t1740823201.5\t1740823204\n")
            .first == Approx(1.5));
  CHECK(
      only_state(head +
                 "Time\no\t36000\tinfant\tprotest\tSTART\t36001.5\no\t36000\tinfant\tprotest\tSTOP\t36004\n")
          .first == 1.5);
  CHECK(only_state("Observation id\to\t\t\nTime offset (s)\t36000\t\t\nTime\tSubject\tBehavior\tStatus\n"
                   "36001.5\tinfant\tprotest\tSTART\n36004\tinfant\tprotest\tSTOP\n")
            .first == 1.5);
  const auto not_held = only_state(head + "Start (s)\tStop (s)\no\t36000\tinfant\tprotest\tSTATE\t1.5\t4\n");
  CHECK(not_held == std::pair(1.5, std::string("W_CODE_TIME_OFFSET")));
  CHECK(only_state(head + "Start (s)\tStop (s)\no\t0.0\tinfant\tprotest\tSTATE\t1.5\t4\n") ==
        std::pair(1.5, std::string()));
}

TEST_CASE("of several codes in a cell of Datavyu's, that which is known is read, else the first is told") {
  const std::string head = "file,column,ordinal,onset,offset,code01,code02\n";
  const std::string phase = "v1,phase,1,0,10000,,play\n";
  const auto known = read_coding(
      head + phase + "v1,infant,1,0,4000,left,protest\nv1,infant,2,4000,10000,right,withdrawn\n", {}, {}, {});
  REQUIRE(known.ok());
  CHECK(known->states[0].state == "protest");
  CHECK(known->phases.size() == 1);
  CHECK_FALSE(has_note(*known, "W_CODE_SEVERAL"));
  const std::string none_known = head + phase + "v1,infant,1,0,4000,left,a\nv1,infant,2,4000,10000,right,b\n";
  const auto first = read_coding(none_known, {}, {}, {});
  REQUIRE(first.ok());
  CHECK(first->states[0].state == "left");
  CHECK(has_note(*first, "W_CODE_SEVERAL"));
  CodingOptions chosen;
  chosen.code_column = "code02";
  const auto second = read_coding(none_known, chosen, {}, {});
  REQUIRE(second.ok());
  CHECK(second->states[0].state == "a");
  CHECK(second->phases.size() == 1);  // which have no other code
  CHECK_FALSE(has_note(*second, "W_CODE_SEVERAL"));
  const auto beside = read_coding(
      "infant.ordinal,infant.onset,infant.offset,infant.hand,infant.state\n1,0,4000,left,protest\n", {}, {},
      {});
  CHECK(beside->states[0].state == "protest");
}

TEST_CASE("a cell without a code beside others that have one is not coded") {
  const auto coding = read_coding(
      "infant.ordinal,infant.onset,infant.offset,infant.state\n1,0,40000,protest\n2,40000,60000,\n", {}, {},
      {});
  REQUIRE(coding.ok());
  CHECK(coding->states.size() == 1);
  CHECK(has_note(*coding, "W_CODE_MISSING"));
}

TEST_CASE("a second coder's times of another clock or unit are asked about") {
  const auto coded = [](double from_s, double unit) {
    std::string text = "onset,offset,code\n";
    for (const Code& code : {Code{"play", 0, 120}, Code{"still-face", 120, 240}, Code{"protest", 0, 150},
                             Code{"withdrawn", 150, 240}})
      text += std::to_string((from_s + code.start_s) * unit) + "," +
              std::to_string((from_s + code.end_s) * unit) + "," + code.state + "\n";
    return text;
  };
  const auto first = read_coding(coded(0, 1), {}, {}, {});
  REQUIRE(first.ok());
  const auto asked = [&](double from_s, double unit) {
    const auto second = read_second_coding(coded(from_s, unit), &*first, {}, {}, {});
    REQUIRE(second.ok());
    return has_note(*second, "W_CODE_SECOND_CLOCK");
  };
  CHECK(asked(0, 1000));
  CHECK(asked(10, 1));
  CHECK_FALSE(asked(1, 1));
}

TEST_CASE("a phase's name keeps its bracket") {
  const auto coding = read_coding("onset,offset,code\n0,60,Episode 2 (SF)\n0,60,protest\n", {}, {}, {});
  REQUIRE(coding.ok());
  CHECK(coding->phases.at(0).name == "Episode 2 (SF)");
  CHECK(coding->phases.at(0).kind == PhaseKind::still_face);
}
