// Folders as people lay them out: names of files, and the text of their tables. A line "@NAME" begins a file; what
// follows it is its text.
#include <set>

#include "cohort/plan.hpp"
#include "cohort/settings.hpp"
#include "fuzz.hpp"

using namespace attune;
using fuzz::require;

namespace {

cohort::Folder folder_of(std::string_view text) {
  cohort::Folder folder;
  while (!text.empty()) {
    const std::size_t name_end = std::min(text.find('\n'), text.size());
    const std::string name(text.substr(text.front() == '@' ? 1 : 0, name_end));
    text.remove_prefix(std::min(name_end + 1, text.size()));
    const std::size_t end = std::min(text.starts_with('@') ? 0 : text.find("\n@"), text.size());
    folder.paths.push_back(name);
    folder.tables[name] = std::string(text.substr(0, end));
    text.remove_prefix(text.starts_with('@') ? 0 : std::min(end + 1, text.size()));
  }
  return folder;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  cohort::Folder folder = folder_of(fuzz::text_of(data, size));
  const auto wanted = cohort::tables_wanted(folder.paths);
  const std::set<std::string> tables(wanted.begin(), wanted.end());
  std::erase_if(folder.tables, [&](const auto& table) { return !tables.contains(table.first); });
  const auto plan = cohort::find_cohort(folder, {});
  if (!plan) {
    require(plan.error().code.starts_with("E_") && !plan.error().message.empty(), "a refusal says why");
    return 0;
  }
  require(cohort::check(*plan, plan->sessions.size()).ok(), "every session is of an infant");
  require(plan->sessions.size() == plan->infants.size() * plan->visits.size(), "every infant at every visit");
  const std::set<std::string> files(folder.paths.begin(), folder.paths.end());
  std::set<std::string> records;
  for (const cohort::Session& session : plan->sessions) {
    require(session.file.empty() == !session.missing.empty(), "a recording is there or has a reason");
    if (session.file.empty()) continue;
    require(files.contains(session.file), "recordings are of the folder");
    require(records.insert(session.record).second, "every record has its own name");
    require(session.record.find('/') == std::string::npos && session.record.ends_with(".json"),
            "records stay in their folder");
  }
  return 0;
}
