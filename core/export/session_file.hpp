// Everything the user decided and entered, to be saved and opened again: settings with the edits by hand,
// what each recording's channels and phases are, scores, comparison infants, the infant's code. The recordings themselves
// are not in it; they are asked for and known again by their digests, and named by length and kinds of phases. No file
// name stands in it and nothing of who the infant is but the code that was typed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/interval.hpp"
#include "dyad/hearts.hpp"
#include "report/report.hpp"
#include "report/supplement.hpp"
#include "visit/channel_choice.hpp"

namespace attune::exports {

/// One of several files of a visit.
struct SessionPart {
  std::string sha256;
  std::uint64_t bytes = 0;
  std::optional<double> start_s;

  static constexpr const char* type_name = "SessionPart";
  static constexpr auto fields() {
    return std::array{
        field<&SessionPart::sha256>("sha256", "Digest of its bytes."),
        field<&SessionPart::bytes>("bytes", between(0, 1e15), "Its size."),
        field<&SessionPart::start_s>(
            "start_s", between(0, 1e6),
            "When it began, seconds from the visit's first sample, as entered; null: by the start times.")};
  }
};

struct SessionVisit {
  std::string sha256;
  std::uint64_t bytes = 0;
  visit::VisitOptions options;
  std::vector<visit::ChannelChoice> channels;
  std::optional<double> duration_s;
  std::vector<PhaseKind> phases;
  std::string coding;
  std::vector<SessionPart> parts;

  static constexpr const char* type_name = "SessionVisit";
  static constexpr auto fields() {
    return std::array{
        field<&SessionVisit::sha256>("sha256", "Digest of the recording; empty: there is none."),
        field<&SessionVisit::bytes>("bytes", between(0, 1e15), "Size of the recording."),
        field<&SessionVisit::options>("options", "What was entered for the visit."),
        field<&SessionVisit::channels>("channels", up_to(10000),
                                       "Channels that are not what they were taken for."),
        field<&SessionVisit::duration_s>("duration_s", between(0, 1e8),
                                         "Length of the recording, to know it again by; null: not known."),
        field<&SessionVisit::phases>("phases", up_to(10000), "What its phases are, likewise."),
        field<&SessionVisit::coding>(
            "coding", "What was coded of its video on the Code screen, as that saves it; empty: nothing."),
        field<&SessionVisit::parts>("parts", up_to(100), "Its files, where there are several.")};
  }
};

enum class SessionHearts { both, mother, infant };
constexpr auto enum_names(SessionHearts) {
  return std::array<std::string_view, 3>{"both", "mother", "infant"};
}

/// A file of the screen Mother and infant.
struct SessionPairFile {
  SessionHearts who = SessionHearts::both;
  std::string sha256;
  std::uint64_t bytes = 0;

  static constexpr const char* type_name = "SessionPairFile";
  static constexpr auto fields() {
    return std::array{field<&SessionPairFile::who>("who", "Whose heart it holds."),
                      field<&SessionPairFile::sha256>("sha256", "Digest of its bytes."),
                      field<&SessionPairFile::bytes>("bytes", between(0, 1e15), "Its size.")};
  }
};

/// The screen Mother and infant; edits by hand stand in the settings.
struct SessionPair {
  std::vector<SessionPairFile> files;
  dyad::PairWanted wanted;
  std::string earlier;

  static constexpr const char* type_name = "SessionPair";
  static constexpr auto fields() {
    return std::array{field<&SessionPair::files>("files", up_to(3), "Its files."),
                      field<&SessionPair::wanted>("wanted", "Signals, age, clock and phases as entered."),
                      field<&SessionPair::earlier>(
                          "earlier", "Result of an earlier visit, without its courses; empty: none.")};
  }
};

struct SessionFile {
  std::string attune;
  int format = 1;
  visit::Settings settings;
  std::vector<SessionVisit> visits;
  report::SupplementInput supplement;
  std::optional<SessionPair> pair;

  static constexpr const char* type_name = "SessionFile";
  static constexpr auto fields() {
    return std::array{field<&SessionFile::attune>("attune", "\"session\": marks a text as a session file."),
                      field<&SessionFile::format>("format", between(1, 1000), "Version of this tree."),
                      field<&SessionFile::settings>("settings", "All settings, edits by hand among them."),
                      field<&SessionFile::visits>("visits", up_to(100), "The visits in their order."),
                      field<&SessionFile::supplement>("supplement", "Scores and comparison infants."),
                      field<&SessionFile::pair>("pair", "Mother and infant together; null: not opened.")};
  }
};

/// A session file, to be computed with. Errors: those of parse_json; E_SAVED_KIND (something else, or not
/// JSON), E_SAVED_LATER (of a later version).
Result<SessionFile> read_session(std::string_view text);

/// A Report that was saved, to be shown with its own numbers: they may lie outside the ranges of today.
/// Errors: likewise, but for E_JSON_RANGE.
Result<report::Report> read_report(std::string_view text);

}  // namespace attune::exports
