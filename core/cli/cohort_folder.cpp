#include "cli/cohort_folder.hpp"

#include <algorithm>

#include "cli/files.hpp"
#include "cohort/draft.hpp"
#include "edf/text.hpp"
#include "words/ids/cli.hpp"

namespace attune::cli {
namespace {

namespace fs = std::filesystem;

/// What a file that is neither a file nor a folder is, as cli.passed_over has it.
const char* kind_of(fs::file_type type) {
  switch (type) {
    case fs::file_type::fifo:
      return "pipe";
    case fs::file_type::socket:
      return "socket";
    case fs::file_type::character:
    case fs::file_type::block:
      return "device";
    default:
      return "none";
  }
}

words::Said unreadable(const std::error_code& failed) {
  return words::say<"cli.folder">({{"what", words::as_is("read")}, {"why", words::as_is(failed.message())}});
}

/// Walks over a folder and those below it.
class Listing {
 public:
  Listing(const fs::path& base, const fs::path& out) : base_(base) {
    std::error_code ignored;
    if (!out.empty()) results_ = fs::weakly_canonical(out, ignored);
  }

  /// Error: the folder itself cannot be read.
  Status walk() {
    if (const auto failed = list(base_)) return Error{"E_FILE", unreadable(failed), ""};
    while (!folders_.empty()) {
      const fs::path next = std::move(folders_.back());
      folders_.pop_back();
      if (const auto failed = list(next)) pass_over(next, true, unreadable(failed));
    }
    std::sort(folder.paths.begin(), folder.paths.end());
    return success();
  }

  /// `is_lost`: whether something that belongs to the cohort may be in it.
  void pass_over(const fs::path& path, bool is_lost, words::Text message) {
    skipped.push_back({is_lost ? "E_COHORT_SKIPPED" : "W_COHORT_SKIPPED",
                       is_lost ? Severity::error : Severity::warning, std::move(message),
                       edf::decode_text(name_of(path)).text, ""});
  }

  cohort::Folder folder;
  std::vector<Diagnostic> skipped;

 private:
  std::string name_of(const fs::path& path) const { return path.lexically_relative(base_).generic_string(); }

  std::error_code list(const fs::path& at) {
    std::error_code failed;
    for (fs::directory_iterator entry(at, failed); !failed && entry != fs::directory_iterator();
         entry.increment(failed))
      take(*entry);
    return failed;
  }

  void take(const fs::directory_entry& entry) {
    const fs::path& path = entry.path();
    if (path.filename().string().starts_with(".")) return;
    std::error_code failed;
    const bool is_link = entry.is_symlink(failed);
    const fs::file_type type = fs::status(path, failed).type();
    const std::string name = name_of(path);
    const bool is_lost = cohort::is_recording(name) || !cohort::tables_wanted({name}).empty();
    if (type == fs::file_type::regular) {
      folder.paths.push_back(name);
    } else if (type == fs::file_type::directory && is_link) {
      pass_over(path, name.starts_with("sub-"), words::say<"cli.link_to_folder">());
    } else if (type == fs::file_type::directory) {
      std::error_code ignored;
      if (results_.empty() || fs::weakly_canonical(path, ignored) != results_) folders_.push_back(path);
    } else if (is_link && (type == fs::file_type::not_found || type == fs::file_type::none)) {
      pass_over(path, is_lost, words::say<"cli.link_nowhere">());
    } else {
      pass_over(path, is_lost,
                type == fs::file_type::none
                    ? words::say<"cli.cannot_be_read">({{"why", words::as_is(failed.message())}})
                    : words::say<"cli.passed_over">({{"what", words::as_is(kind_of(type))}}));
    }
  }

  const fs::path base_;
  fs::path results_;
  std::vector<fs::path> folders_;
};

/// Tables without which the others still say who is in the cohort.
bool is_dispensable(const std::string& table) {
  return table.starts_with("phenotype/") || table.starts_with("sub-");
}

/// Error: a table that the cohort cannot do without cannot be read.
Status read_tables(Listing& listing, const fs::path& base, const std::string& only_table) {
  for (const std::string& path : cohort::tables_wanted(listing.folder.paths)) {
    const bool at_top = path.find('/') == std::string::npos;
    if (!only_table.empty() && at_top && path != only_table) continue;
    auto text = read_text_file((base / path).string());
    if (text)
      listing.folder.tables[path] = std::move(*text);
    else if (is_dispensable(path))
      listing.pass_over(base / path, true, text.error().message);
    else
      return Error{text.error().code, text.error().message, path};
  }
  return success();
}

}  // namespace

Result<FoundCohort> find_cohort_in(const std::string& from, const fs::path& out,
                                   const cohort::Settings& settings) {
  std::error_code ignored;
  fs::path base = from;
  std::string only_table;
  if (!fs::is_directory(base, ignored)) {
    only_table = base.filename().string();
    base = base.has_parent_path() ? base.parent_path() : fs::path(".");
  }
  Listing listing(base, out);
  if (const Status status = listing.walk(); !status) return status.error();
  if (const Status status = read_tables(listing, base, only_table); !status) return status.error();
  if (!only_table.empty())  // a table given by name is the layout, whatever lies beside it
    std::erase_if(listing.folder.paths, [](const std::string& path) { return path.starts_with("sub-"); });
  auto plan = cohort::find_cohort(listing.folder, settings);
  if (!plan) return plan.error();
  std::sort(listing.skipped.begin(), listing.skipped.end(),
            [](const Diagnostic& a, const Diagnostic& b) { return a.where.english() < b.where.english(); });
  plan->diagnostics.insert(plan->diagnostics.end(), listing.skipped.begin(), listing.skipped.end());
  return FoundCohort{std::move(base), std::move(*plan)};
}

}  // namespace attune::cli
