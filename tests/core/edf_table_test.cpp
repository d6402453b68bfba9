#include <set>

#include "edf/diagnostics.hpp"
#include "support.hpp"

using namespace attune;

TEST_CASE("every finding has its own code, whose letter is its severity, and one sentence") {
  std::set<std::string_view> codes;
  for (const edf::FindingText& text : edf::finding_table()) {
    CHECK_MESSAGE(codes.insert(text.code).second, text.code);
    const char letter = text.severity == Severity::error     ? 'E'
                        : text.severity == Severity::warning ? 'W'
                                                             : 'N';
    CHECK(text.code.starts_with(std::string(1, letter) + "_"));
    CHECK((text.sentence.ends_with('.') || text.sentence.ends_with("{advice}")));
    for (const char c : text.code) CHECK(((c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9')));
  }
}

TEST_CASE("the table stands in order of weight: errors, warnings, notes") {
  int last = 2;
  for (const edf::FindingText& text : edf::finding_table()) {
    CHECK(static_cast<int>(text.severity) <= last);
    last = static_cast<int>(text.severity);
  }
}

TEST_CASE("blanks are filled in, and a list is told in order of weight") {
  CHECK(edf::say(edf::Finding::git_pointer, {{"tool", "git-annex"}, {"command", "git annex get"}}) ==
        "This is a git-annex placeholder that points to the recording, not the recording itself. Fetch the "
        "content "
        "with \"git annex get\".");
  edf::Findings findings;
  findings.add(edf::Finding::nul_padding);
  findings.add(edf::Finding::truncated,
               {{"time", "0.5 s"}, {"percent", "1"}, {"present", "1"}, {"promised", "2"}});
  findings.add_signal(edf::Finding::uncalibrated, 3, "0 … 0");
  findings.settle_signals({});
  findings.sort();
  REQUIRE(findings.list().size() == 3);
  CHECK(findings.list()[0].code == "W_TRUNCATED");
  CHECK(findings.list()[0].message ==
        "The last 0.5 s of this recording is missing (1 %): 1 of 2 records are there.");
  CHECK(findings.list()[1].where == "signal 3");
  CHECK(findings.list()[1].raw == "0 … 0");
  CHECK(findings.list()[2].code == "N_NUL_PADDING");
}

TEST_CASE("bytes of a file that are quoted become UTF-8") {
  edf::Findings findings;
  findings.add(edf::Finding::version, {{"raw", "\xC4\x80\xFF"}}, "version", "\xFF");
  CHECK(findings.list()[0].raw == "\u00FF");
  CHECK(findings.list()[0].message ==
        "The version field holds \"\u00C4\u20AC\u00FF\" instead of 0; the file is read as EDF all the same.");
}

TEST_CASE("lengths of time are told as people say them") {
  CHECK(edf::words_for_seconds(0.4564) == "0.46 s");
  CHECK(edf::words_for_seconds(12.5) == "12.5 s");
  CHECK(edf::words_for_seconds(0.00025) == "0.00025 s");
  CHECK(edf::words_for_seconds(200) == "3 min 20 s");
  CHECK(edf::words_for_seconds(43194) == "11 h 59 min");
  CHECK(edf::words_for_seconds(-90) == "-1 min 30 s");
}
