// What a report is saved as. Everything is formed here, so that page and command line save the same bytes:
// English, numbers in full, no date, no file name.
//
// Names of phases come from annotations or were typed by hand and may name people. Unless they are asked for,
// a name that holds more than the known words of a protocol is replaced by its kind ("still face", "phase
// 2"), wherever it stands. Labels of channels, of the user's own scales and the words a table of comparison
// infants says about itself are kept as they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"
#include "base/result.hpp"
#include "report/report.hpp"

namespace attune::exports {

/// json: the report; data: the same, fit to stand inside a page's <script>; tsv, csv: every number
/// (export/tidy.hpp); sidecar: their description; methods: the paragraph for a paper; checklist: what a paper
/// should report, in Markdown; curve: the specification curves (export/specification_table.hpp), as csv; bids: a
/// folder of derivatives; beats: every interval (export/beat_table.hpp), as tsv; wide: one line (export/wide.hpp), as csv;
/// dictionary: what its columns hold, as csv. Names begin with the infant's code, so that no infant's file is another's; in the bids folder its folders bear it.
enum class ExportKind {
  json,
  data,
  tsv,
  csv,
  sidecar,
  methods,
  checklist,
  curve,
  bids,
  beats,
  wide,
  dictionary
};
constexpr auto enum_names(ExportKind) {
  return std::array<std::string_view, 12>{"json",      "data",  "tsv",  "csv",   "sidecar", "methods",
                                          "checklist", "curve", "bids", "beats", "wide",    "dictionary"};
}

struct ExportOptions {
  ExportKind kind = ExportKind::json;
  bool keep_phase_names = false;

  static constexpr const char* type_name = "ExportOptions";
  static constexpr auto fields() {
    return std::array{field<&ExportOptions::kind>("kind", "What is wanted."),
                      field<&ExportOptions::keep_phase_names>("keep_phase_names",
                                                              "Whether names of phases stay as they are.")};
  }
};

struct ExportFile {
  std::string path;  ///< relative, with "/"
  std::string text;

  static constexpr const char* type_name = "ExportFile";
  static constexpr auto fields() {
    return std::array{field<&ExportFile::path>("path", "Name, with folders."),
                      field<&ExportFile::text>("text", "Content.")};
  }
};

struct Export {
  std::vector<ExportFile> files;
  bool own_phase_names = false;  ///< there are such names, so that keeping them is a choice

  static constexpr const char* type_name = "Export";
  static constexpr auto fields() {
    return std::array{
        field<&Export::files>("files", "What is saved."),
        field<&Export::own_phase_names>(
            "own_phase_names",
            "Whether names of phases hold more than the known words, so that keeping them is a choice.")};
  }
};

/// The report with such names replaced.
report::Report without_phase_names(const report::Report& report);

/// One file, or for bids: dataset_description.json, README, participants.tsv, and for each visit a session
/// with its numbers (BIDS 1.9 derivatives), the comparison beside them.
Export exported(const report::Report& report, const ExportOptions& options);

}  // namespace attune::exports
