#include <set>

#include "edf/diagnostics.hpp"
#include "support.hpp"

using namespace attune;

TEST_CASE("every finding has its own code, whose letter is its weight, and one sentence of its own name") {
  std::set<std::string_view> codes;
  for (const edf::FindingText& text : edf::finding_table) {
    CHECK_MESSAGE(codes.insert(text.code).second, text.code);
    CHECK((text.code.starts_with("E_") || text.code.starts_with("W_") || text.code.starts_with("N_")));
    CHECK(text.sentence.group == words::hash_of("edf"));
    for (const char c : text.code) CHECK(((c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9')));
  }
}

TEST_CASE("the table stands in order of weight: errors, warnings, notes") {
  int last = 2;
  for (const edf::FindingText& text : edf::finding_table) {
    CHECK(static_cast<int>(text.severity()) <= last);
    last = static_cast<int>(text.severity());
  }
}

TEST_CASE("holes are filled in, and a list is told in order of weight") {
  CHECK(edf::refuse<edf::Finding::git_pointer>(
            {{"tool", words::as_is("git-annex")}, {"command", words::as_is("git annex get")}})
            .message ==
        "This is a git-annex placeholder that points to the recording, not the recording itself. Fetch the "
        "content with “git annex get”.");
  edf::Findings findings;
  findings.add<edf::Finding::nul_padding>();
  findings.add<edf::Finding::truncated>(
      {{"time", words::duration(0.5)}, {"percent", 1}, {"present", 1}, {"promised", 2}});
  findings.add_signal<edf::Finding::uncalibrated>(3, "0 … 0");
  findings.settle_signals({});
  findings.sort();
  REQUIRE(findings.list().size() == 3);
  CHECK(findings.list()[0].code == "W_TRUNCATED");
  CHECK(findings.list()[0].message ==
        "The last 0.5 s of this recording is missing (1 %): 1 of 2 records are there. Copy it again from "
        "where it was made.");
  CHECK(findings.list()[1].where == "signal 3");
  CHECK(findings.list()[1].raw == "0 … 0");
  CHECK(findings.list()[2].code == "N_NUL_PADDING");
}

TEST_CASE("bytes of a file that are quoted become UTF-8") {
  edf::Findings findings;
  findings.add<edf::Finding::version>({{"raw", edf::in_quotes("\xC4\x80\xFF")}}, {}, "\xFF");
  CHECK(findings.list()[0].raw == "\u00FF");
  CHECK(findings.list()[0].message ==
        "The version field holds “\u00C4\u20AC\u00FF” instead of 0; the file is read as EDF all the same.");
}
