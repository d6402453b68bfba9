// Codings as people have them: every file of wild/tables (README there) is read, or refused with what to do next; and random
// codings in the programs' layouts and dialects read back the same intervals, or are refused.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

#include "behavior/coding_reader.hpp"
#include "support.hpp"
#include "visit/measure.hpp"

using namespace attune;
using namespace attune::behavior;
using namespace attune::test;

namespace {

/// What each file holds that is read (README of wild/tables).
const std::vector<Code> coded_states{{"social positive", 0, 80},   {"social monitor", 80, 110},
                                     {"protest", 110, 120},        {"withdrawn", 120, 180},
                                     {"protest", 180, 220},        {"object/environment", 220, 240},
                                     {"social monitor", 240, 300}, {"social positive", 300, 360}};

bool same_codes(const std::vector<Code>& found, const std::vector<Code>& wanted) {
  return std::equal(found.begin(), found.end(), wanted.begin(), wanted.end(),
                    [](const Code& a, const Code& b) {
                      return a.state == b.state && std::abs(a.start_s - b.start_s) < 0.0015 &&
                             std::abs(a.end_s - b.end_s) < 0.0015;
                    });
}

std::string wild_coding(const std::string& name) {
  return read_text(data_folder() / "wild/tables" / name);
}

CodingOptions observed(const std::string& observation) {
  CodingOptions options;
  options.observation = observation;
  return options;
}

bool holds_the_coding(const std::string& name, std::size_t phases, const CodingOptions& options = {}) {
  const auto coding = read_coding(wild_coding(name), options, {}, {});
  if (!coding) MESSAGE(name << ": " << coding.error().message);
  return coding.ok() && same_codes(coding->states, coded_states) && coding->phases.size() == phases &&
         (phases == 0 || (coding->phases[1].kind == PhaseKind::still_face &&
                          coding->phases[1].start_s == 120 && coding->phases[1].end_s == 240));
}

/// Whether a file is refused with a text that has all of the parts.
bool asks(const std::string& name, const std::vector<std::string>& parts) {
  const auto coding = read_coding(wild_coding(name), {}, {}, {});
  if (coding) return false;
  const std::string said = coding.error().message.english();
  return std::all_of(parts.begin(), parts.end(),
                     [&](const std::string& part) { return said.find(part) != std::string::npos; });
}

StillFace measured(const std::string& first, const std::string& second, const CodingOptions& options) {
  visit::VisitOptions visit;
  visit.codes = wild_coding(first);
  if (!second.empty()) visit.codes_second = wild_coding(second);
  visit.coding = options;
  return visit::visit_without_recording(visit, {}).still_face;
}

bool has_code(const std::vector<Diagnostic>& diagnostics, const std::string& code) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic& one) { return one.code == code; });
}

bool is_kappa(const StillFace& part) {
  return part.agreement.kappa && std::abs(*part.agreement.kappa - 0.5814) < 0.00005;
}

CodingOptions both_coders() {
  CodingOptions options = observed("sf01_A");
  options.second.observation = "sf01_B";
  return options;
}

CodingOptions episodes() {
  CodingOptions options;
  options.phase_codes = {{"Episode 1", "play"}, {"Episode 2", "still-face"}, {"Episode 3", "reunion"}};
  return options;
}

}  // namespace

TEST_CASE("every coding of wild/tables is read as it is, or asks for what it lacks") {
  if (!have_data("wild/tables/boris_two_coders.tsv")) return;
  const std::vector<std::pair<std::string, bool>> files{
      {"boris_two_coders.tsv", asks("boris_two_coders.tsv", {"“sf01_A”, “sf01_B”", "--observation"}) &&
                                   is_kappa(measured("boris_two_coders.tsv", "", both_coders()))},
      {"boris_coderA_only.tsv, boris_coderB_only.tsv",
       is_kappa(measured("boris_coderA_only.tsv", "boris_coderB_only.tsv", {}))},
      {"boris_coderA_only.tsv twice",
       !measured("boris_coderA_only.tsv", "boris_coderA_only.tsv", {}).agreement.kappa},
      {"boris9_two_obs.tsv", asks("boris9_two_obs.tsv", {"“v1”", "“v2”", "--observation"}) &&
                                 holds_the_coding("boris9_two_obs.tsv", 3, observed("v1"))},
      {"boris9_agg_tod.tsv", holds_the_coding("boris9_agg_tod.tsv", 3)},
      {"boris9_cp1252.csv", holds_the_coding("boris9_cp1252.csv", 3)},
      {"boris_mother_still_face.tsv", holds_the_coding("boris_mother_still_face.tsv", 3)},
      {"datavyu_overlap1ms.csv",
       holds_the_coding("datavyu_overlap1ms.csv", 0) &&
           has_code(measured("datavyu_overlap1ms.csv", "", {}).diagnostics, "N_CODE_CLIPPED")},
      {"datavyu_tidy_underscore.csv", holds_the_coding("datavyu_tidy_underscore.csv", 0)},
      {"datavyur_long.csv", holds_the_coding("datavyur_long.csv", 0)},
      {"elan_multifile.txt", asks("elan_multifile.txt", {"“v1.eaf”, “v2.eaf”", "--observation"}) &&
                                 holds_the_coding("elan_multifile.txt", 3, observed("v2.eaf"))},
      {"elan_unnamed_notier_1_ms.txt", holds_the_coding("elan_unnamed_notier_1_ms.txt", 0)},
      {"interact.txt", holds_the_coding("interact.txt", 3)},
      {"observer.csv", holds_the_coding("observer.csv", 3)},
      {"chronoviz.csv", holds_the_coding("chronoviz.csv", 3)},
      {"plain_epi.csv", asks("plain_epi.csv", {"“Episode 1”, “Episode 2”, “Episode 3”", "--phase-code"}) &&
                            holds_the_coding("plain_epi.csv", 3, episodes())},
      {"plain_ms_nounit.csv",
       has_code(measured("plain_ms_nounit.csv", "", {}).diagnostics, "W_CODE_LONG_PHASE")},
      {"plain_trailing.csv", holds_the_coding("plain_trailing.csv", 3)}};
  std::size_t right = 0;
  for (const auto& file : files) {
    CHECK_MESSAGE(file.second, file.first);
    right += file.second;
  }
  MESSAGE(right << " of " << files.size() << " codings of wild/tables");
}

namespace {

/// Bouts of states that follow each other, some after a pause; whole frames of 40 ms.
std::vector<Code> random_codes(std::mt19937& random) {
  const std::vector<std::string> states{"protest", "withdrawn", "social positive", "social monitor"};
  std::vector<Code> codes;
  int frame = static_cast<int>(random() % 50);
  for (int i = 0; i < 12; ++i) {
    const int end = frame + 1 + static_cast<int>(random() % 1500);
    std::string state = states[random() % states.size()];
    if (codes.empty() || codes.back().state != state)
      codes.push_back({std::move(state), 0.04 * frame, 0.04 * end});
    frame = end + (random() % 3 == 0 ? 1 + static_cast<int>(random() % 100) : 0);
  }
  return codes;
}

std::string in_seconds(double time_s) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", time_s);
  return text;
}
std::string in_ms(double time_s) {
  return std::to_string(std::llround(1000 * time_s));
}
/// "00:01:02" and the sign and digits of what is left.
std::string on_clock(double time_s, char sign, int per_s, int digits) {
  const long long units = std::llround(time_s * per_s), whole = units / per_s;
  char text[64];
  std::snprintf(text, sizeof text, "%02lld:%02lld:%02lld%c%0*lld", whole / 3600, whole / 60 % 60, whole % 60,
                sign, digits, units % per_s);
  return text;
}

using Line = std::vector<std::string>;
using Table = std::vector<Line>;

Table boris_tabular(const std::vector<Code>& codes, std::mt19937& random) {
  const double offset_s = random() % 2 ? 36000 : 0;
  Table table{{"Observation id", "Time offset (s)", "Subject", "Behavior", "Behavior type", "Time"}};
  for (const Code& code : codes)
    for (const bool start : {true, false})
      table.push_back({"o", in_seconds(offset_s), "infant", code.state, start ? "START" : "STOP",
                       in_seconds(offset_s + (start ? code.start_s : code.end_s))});
  return table;
}
Table boris_aggregated(const std::vector<Code>& codes, std::mt19937& random) {
  const double offset_s = random() % 2 ? 1740823200 : 0;
  Table table{
      {"Observation id", "Time offset (s)", "Subject", "Behavior", "Behavior type", "Start (s)", "Stop (s)"}};
  for (const Code& code : codes)
    table.push_back({"o", in_seconds(offset_s), "infant", code.state, "STATE",
                     in_seconds(offset_s + code.start_s), in_seconds(offset_s + code.end_s)});
  return table;
}
Table datavyu(const std::vector<Code>& codes, std::mt19937& random) {
  const std::string sign = random() % 2 ? "." : "_";
  Table table{{"infant" + sign + "ordinal", "infant" + sign + "onset", "infant" + sign + "offset",
               "infant" + sign + "state"}};
  for (const Code& code : codes)
    table.push_back({std::to_string(table.size()), in_ms(code.start_s), in_ms(code.end_s), code.state});
  return table;
}
Table datavyu_long(const std::vector<Code>& codes, std::mt19937&) {
  Table table{{"file", "column", "ordinal", "onset", "offset", "gaze", "state"}};
  for (const Code& code : codes) {
    const std::string ordinal = std::to_string(table.size());
    table.push_back({"v1", "infant", ordinal, in_ms(code.start_s), in_ms(code.end_s), "", code.state});
    table.push_back({"v1", "mother", ordinal, in_ms(code.start_s), in_ms(code.end_s), "toy", ""});
  }
  return table;
}
Table elan_without_names(const std::vector<Code>& codes, std::mt19937& random) {
  const bool tier = random() % 2, ms = random() % 2;
  Table table;
  for (const Code& code : codes) {
    const auto time = [&](double time_s) { return ms ? in_ms(time_s) : on_clock(time_s, '.', 1000, 3); };
    Line line{time(code.start_s), time(code.end_s), time(code.end_s - code.start_s), code.state};
    if (tier) line.insert(line.begin(), {"Infant", ""});
    table.push_back(line);
  }
  return table;
}
Table elan_with_names(const std::vector<Code>& codes, std::mt19937&) {
  Table table{{"Tier", "Begin Time - hh:mm:ss.ms", "End Time - hh:mm:ss.ms", "Annotation", "File Name"}};
  for (const Code& code : codes)
    table.push_back({"Infant", on_clock(code.start_s, '.', 1000, 3), on_clock(code.end_s, '.', 1000, 3),
                     code.state, "v1.eaf"});
  return table;
}
Table observer(const std::vector<Code>& codes, std::mt19937&) {
  Table table{
      {"Time_Relative_sf", "Duration_sf", "Observation", "Subject", "Behavior", "Modifier_1", "Event_Type"}};
  for (const Code& code : codes) {
    table.push_back({in_seconds(code.start_s), in_seconds(code.end_s - code.start_s), "O1", "Infant",
                     code.state, "m", "State start"});
    table.push_back({in_seconds(code.end_s), in_seconds(0), "O1", "Infant", code.state, "", "State stop"});
  }
  return table;
}
Table interact(const std::vector<Code>& codes, std::mt19937&) {
  Table table{{"Transcript", "Onset", "Offset", "Duration", "Infant"}};
  const auto time = [](double time_s) { return on_clock(time_s, ':', 25, 2); };
  for (const Code& code : codes)
    table.push_back({"", time(code.start_s), time(code.end_s), time(code.end_s - code.start_s), code.state});
  return table;
}
Table plain(const std::vector<Code>& codes, std::mt19937& random) {
  const bool lasts = random() % 2;
  Table table{{"onset", lasts ? "duration" : "offset", "code"}};
  for (const Code& code : codes)
    table.push_back(
        {in_seconds(code.start_s), in_seconds(lasts ? code.end_s - code.start_s : code.end_s), code.state});
  if (random() % 2) table.push_back({"", "", ""});
  return table;
}

/// As one program or another writes it: separator, decimal sign, quotes, ends of lines, mark of UTF-8.
std::string written(const Table& table, std::mt19937& random) {
  const char separator = "\t;,"[random() % 3];
  const bool comma = separator == ';' && random() % 2, quotes = random() % 2, windows = random() % 2;
  std::string text = random() % 2 ? "\xEF\xBB\xBF" : "";
  for (const Line& line : table) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      std::string cell = line[i];
      const bool number = !cell.empty() && cell.find_first_not_of("0123456789.") == std::string::npos;
      if (comma && number) std::replace(cell.begin(), cell.end(), '.', ',');
      if (quotes && !number) cell = "\"" + cell + "\"";
      text += (i == 0 ? "" : std::string(1, separator)) + cell;
    }
    text += windows ? "\r\n" : "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("random codings in nine layouts and any dialect read back the same intervals, or are refused") {
  using Layout = Table (*)(const std::vector<Code>&, std::mt19937&);
  const std::vector<std::pair<const char*, Layout>> layouts{{"BORIS tabular", boris_tabular},
                                                            {"BORIS aggregated", boris_aggregated},
                                                            {"Datavyu", datavyu},
                                                            {"Datavyu, long", datavyu_long},
                                                            {"ELAN", elan_without_names},
                                                            {"ELAN with names", elan_with_names},
                                                            {"Observer", observer},
                                                            {"INTERACT", interact},
                                                            {"plain", plain}};
  std::mt19937 random(20);
  for (const auto& named : layouts) {
    const char* const name = named.first;
    int same = 0, refused = 0;
    constexpr int rounds = 60;
    for (int i = 0; i < rounds; ++i) {
      const std::vector<Code> codes = random_codes(random);
      const std::string text = written(named.second(codes, random), random);
      const auto coding = read_coding(text, {}, {}, {});
      refused += !coding.ok();
      const bool is_same = !coding.ok() || same_codes(coding->states, codes);
      CHECK_MESSAGE(is_same, name << ": " << text);
      same += coding.ok() && is_same;
    }
    // What cannot be told is refused: frames without a duration that borrows, milliseconds without tabs.
    CHECK_MESSAGE(same >= rounds / 2, name << ": " << same << " read, " << refused << " refused");
  }
}
