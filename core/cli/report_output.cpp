#include "cli/report_output.hpp"

#include <cstdio>
#include <filesystem>

#include "cli/files.hpp"
#include "cli/language.hpp"
#include "cli/print_json.hpp"
#include "export/exports.hpp"
#include "words/ids/cli.hpp"

namespace attune::cli {
namespace {

using exports::ExportKind;

/// The place in the page that takes a report; what follows it is the page's own script.
constexpr std::string_view data_place = "<script type=\"application/json\" id=\"report\">";

/// The file of a kind that is one file.
std::string text_of(const report::Report& report, ExportKind kind, const ReportOutput& output) {
  return exports::exported(report, {kind, output.keep_phase_names}).files.front().text;
}

/// "numbers.tsv" → "numbers.json".
std::string sidecar_path(const std::string& table) {
  const std::filesystem::path path(table);
  return path.extension() == ".json" ? table + ".json"
                                     : std::filesystem::path(path).replace_extension(".json").string();
}

int write_table(const std::string& path, ExportKind kind, const report::Report& report,
                const ReportOutput& output) {
  if (path.empty()) return 0;
  if (const Status status = write_text_file(path, text_of(report, kind, output)); !status)
    return fail(path, status.error());
  const std::string beside = sidecar_path(path);
  const Status status = write_text_file(beside, text_of(report, ExportKind::sidecar, output));
  return status ? 0 : fail(beside, status.error());
}

/// A kind that is one file alone.
int write_one(const std::string& path, ExportKind kind, const report::Report& report,
              const ReportOutput& output) {
  if (path.empty()) return 0;
  const Status status = write_text_file(path, text_of(report, kind, output));
  return status ? 0 : fail(path, status.error());
}

/// The wide table, and its dictionary beside it: "study.csv" → "study-dictionary.csv".
int write_wide(const report::Report& report, const ReportOutput& output) {
  if (const int status = write_one(output.wide, ExportKind::wide, report, output); status != 0) return status;
  const std::filesystem::path path(output.wide);
  const auto beside = path.parent_path() / (path.stem().string() + "-dictionary.csv");
  return write_one(output.wide.empty() ? "" : beside.string(), ExportKind::dictionary, report, output);
}

int write_folder(const report::Report& report, const ReportOutput& output) {
  if (output.bids.empty()) return 0;
  for (const exports::ExportFile& file :
       exports::exported(report, {ExportKind::bids, output.keep_phase_names}).files) {
    const std::filesystem::path path = std::filesystem::path(output.bids) / file.path;
    std::error_code ignored;  // a folder that could not be made shows when its file is written
    std::filesystem::create_directories(path.parent_path(), ignored);
    if (const Status status = write_text_file(path.string(), file.text); !status)
      return fail(path.string(), status.error());
  }
  return 0;
}

/// The page of the build that this program belongs to.
std::string built_page() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return (program.parent_path() / "../page/attune.html").lexically_normal().string();
}

int write_page(const report::Report& report, const ReportOutput& output) {
  if (output.html.empty()) return 0;
  const std::string page = output.page.empty() ? built_page() : output.page;
  auto text = read_text_file(page);
  if (!text)
    return fail(page,
                {text.error().code, words::say<"cli.build_page">({{"message", text.error().message}}), ""});
  const auto place = text->find(data_place);
  if (place == text->npos) return fail(page, {"E_PAGE_KIND", words::say<"cli.not_the_page">(), ""});
  text->insert(place + data_place.size(), text_of(report, ExportKind::data, output));
  const Status status = write_text_file(output.html, *text);
  return status ? 0 : fail(output.html, status.error());
}

}  // namespace

void add_output_options(Options& options, ReportOutput& output) {
  options.text("--tsv", output.tsv);
  options.text("--csv", output.csv);
  options.text("--methods", output.methods);
  options.text("--checklist", output.checklist);
  options.text("--curve", output.curve);
  options.text("--intervals", output.intervals);
  options.text("--wide", output.wide);
  options.text("--bids", output.bids);
  options.text("--html", output.html);
  options.text("--page", output.page);
  options.flag("--phase-names", output.keep_phase_names);
}

int write_outputs(const report::Report& report, const ReportOutput& output) {
  int status = write_table(output.tsv, ExportKind::tsv, report, output);
  if (status == 0) status = write_table(output.csv, ExportKind::csv, report, output);
  if (status == 0) status = write_one(output.methods, ExportKind::methods, report, output);
  if (status == 0) status = write_one(output.checklist, ExportKind::checklist, report, output);
  if (status == 0) status = write_one(output.curve, ExportKind::curve, report, output);
  if (status == 0) status = write_one(output.intervals, ExportKind::beats, report, output);
  if (status == 0) status = write_wide(report, output);
  if (status == 0) status = write_folder(report, output);
  if (status == 0) status = write_page(report, output);
  if (status != 0) return status;
  print_json(to_json(output.keep_phase_names ? report : exports::without_phase_names(report), wording()));
  for (const Diagnostic& found : report.diagnostics) {
    if (found.severity != Severity::error) continue;
    warn(found.where, {found.code, found.message, ""});
    status = 3;
  }
  return status;
}

}  // namespace attune::cli
