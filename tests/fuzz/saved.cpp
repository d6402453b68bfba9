// Sessions and reports that were saved: refused in words, or opened, computed with, and saved again.
#include "base/json.hpp"
#include "edf/text.hpp"
#include "export/exports.hpp"
#include "export/session_file.hpp"
#include "fuzz.hpp"
#include "visit/measure.hpp"

using namespace attune;
using fuzz::require;

namespace {

void open_session(std::string_view text) {
  const auto session = exports::read_session(text);
  if (!session) return require(!session.error().message.empty(), "a refusal says why");
  const auto again = exports::read_session(dump(to_json(*session)));
  require(again.ok() && to_json(*again) == to_json(*session), "a session reads back the same");
  (void)report::read_supplement(session->supplement);
  for (const exports::SessionVisit& visit : session->visits)
    (void)dump(to_json(visit::visit_without_recording(visit.options, session->settings)));
}

void open_report(std::string_view text) {
  const auto report = exports::read_report(text);
  if (!report) return require(!report.error().message.empty(), "a refusal says why");
  for (std::size_t kind = 0; kind < enum_names(exports::ExportKind{}).size(); ++kind) {
    const auto saved = exports::exported(*report, {static_cast<exports::ExportKind>(kind), kind % 2 == 0});
    for (const exports::ExportFile& file : saved.files)
      require(edf::is_utf8(file.text), "what is saved is UTF-8");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  open_session(text);
  open_report(text);
  return 0;
}
