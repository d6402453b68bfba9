// `attune cohort`: every recording of a folder measured, on all cores, and the groups compared.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "base/json.hpp"
#include "base/json_tree.hpp"
#include "base/table.hpp"
#include "cli/cohort_folder.hpp"
#include "cli/cohort_measuring.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/json_file.hpp"
#include "cli/kept_record.hpp"
#include "cli/language.hpp"
#include "cli/lock.hpp"
#include "cli/options.hpp"
#include "cohort/dataset.hpp"
#include "cohort/pairs.hpp"
#include "cohort/results.hpp"
#include "edf/text.hpp"
#include "words/ids/cli.hpp"
#include "words/ids/imports.hpp"
#include "words/say.hpp"
#include "words/sentence.hpp"

namespace attune::cli {
namespace {

namespace fs = std::filesystem;

struct CohortArguments {
  std::string from;  ///< folder or table
  fs::path out;
  unsigned jobs = std::max(1u, std::thread::hardware_concurrency());
  std::string settings_path, cohort_settings_path, pair_settings_path;
  std::vector<std::string> missing_codes;
  std::string measure;  ///< one recording alone, by its record's name
  bool list = false, collect = false, multiverse = false, pairs = false;
};

/// The exit status where they are not understood.
int read_cohort_arguments(Arguments args, CohortArguments& a) {
  std::string out;
  Options options;
  options.file(a.from);
  options.text("--out", out);
  options.number("--jobs", 1, 1024, a.jobs);
  options.text("--settings", a.settings_path);
  options.text("--cohort-settings", a.cohort_settings_path);
  options.text("--pair-settings", a.pair_settings_path);
  options.texts("--missing", a.missing_codes);
  options.text("--measure", a.measure);
  options.flag("--list", a.list);
  options.flag("--multiverse", a.multiverse);
  options.flag("--pairs", a.pairs);
  options.flag("--collect", a.collect);
  if (const int status = options.read(args, "cohort")) return status;
  a.out = out;
  a.pairs = a.pairs || !a.pair_settings_path.empty();
  const int ways = a.list + a.collect + !a.measure.empty();
  return a.from.empty() || a.out.empty() == !a.list || ways > 1 ? wrong_usage("cohort") : 0;
}

/// Whether a dataset_description.json is that of a cohort's results.
bool is_of_cohort(const std::string& text) {
  const auto parsed = parse_json_tree(text);
  if (!parsed || !parsed->is_object() || !parsed->contains("GeneratedBy")) return false;
  const Json& made_by = (*parsed)["GeneratedBy"];
  return made_by.is_array() && std::any_of(made_by.begin(), made_by.end(), [](const Json& one) {
           return one.is_object() && one.value("Name", Json()) == "Attune" &&
                  one.value("Description", Json()) == "attune cohort";
         });
}

/// Nobody's dataset is overwritten. Error: E_COHORT_OUT.
Status check_out(const fs::path& out, const fs::path& base) {
  std::error_code ignored;
  if (fs::weakly_canonical(out, ignored) == fs::weakly_canonical(base, ignored))
    return Error{"E_COHORT_OUT", words::say<"cli.out_is_study">(), ""};
  const fs::path description = out / "dataset_description.json";
  if (!fs::exists(description, ignored)) return success();
  const auto text = read_text_file(description.string());
  if (text && is_of_cohort(*text)) return success();
  return Error{"E_COHORT_OUT", words::say<"cli.out_is_dataset">(), ""};
}

/// Writes a table through its function, piece by piece.
Status write_table(const fs::path& path, const std::function<void(const cohort::Sink&)>& write) {
  auto file = OutputFile::create(path.string());
  Status status = file ? success() : Status(file.error());
  if (status)
    write([&](std::string_view text) {
      if (status) status = file->write({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    });
  if (status) status = file->finish();
  return status ? status : Status(Error{status.error().code, status.error().message, path.string()});
}

/// What was lost by an error, or could not be made, is said on standard error.
class Losses {
 public:
  void say(const words::Text& where, const Error& error, bool is_lost) {
    warn(where, error);
    any_ = any_ || is_lost;
  }
  void say(const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& found : diagnostics)
      if (found.severity != Severity::note)
        say(found.where, {found.code, found.message, ""}, found.severity == Severity::error);
  }
  int exit_status() const { return any_ ? 3 : 0; }

 private:
  bool any_ = false;
};

/// What an earlier run said of another question.
Status remove_unasked(const fs::path& out) {
  for (const char* name : {"multiverse.tsv", "multiverse.json", "pairs.tsv", "pairs.json"}) {
    std::error_code failed;
    fs::remove(out / name, failed);
    if (failed)
      return Error{"E_FILE",
                   words::say<"cli.folder">(
                       {{"what", words::as_is("written")}, {"why", words::as_is(failed.message())}}),
                   (out / name).string()};
  }
  return success();
}

/// What is told of mothers and infants together, into its table and into tables.json.
void write_pair_tables(const cohort::Pairs& pairs, Json& tables,
                       const std::function<void(const std::string& name, const std::string& text)>& write) {
  cohort::describe_pairs(tables, pairs);
  write("pairs.tsv", cohort::pairs_table(pairs));
  write("pairs.json", dump(tables["pairs.tsv"], 1) + "\n");
}

/// What a cohort comes to beside its tables.
struct Told {
  std::optional<cohort::Pairs> pairs;
  std::vector<cohort::Multiverse> multiverses;
};

/// The tables and comparisons; `missing` takes those that cannot be made, whose files say why.
Status write_results(const cohort::Cohort& cohort, const visit::Settings& settings, const fs::path& out,
                     Told& told, const std::function<void(const char* name, const Error&)>& missing) {
  Status status =
      write_table(out / "metrics.tsv", [&](const auto& sink) { cohort::write_metrics(cohort, sink); });
  if (status)
    status = write_table(out / "recordings.tsv",
                         [&](const auto& sink) { cohort::write_recordings(cohort, sink); });
  const auto write = [&](const std::string& name, const std::string& text) {
    if (status) status = write_table(out / name, [&](const auto& sink) { sink(text); });
  };
  const auto write_made = [&](const char* name, const auto& made, const auto& to_text) {
    if (!made) missing(name, made.error());
    write(name, made ? to_text(*made) : dump({{"error", to_json(made.error())}}, 1) + "\n");
  };
  const auto group = cohort::compare_groups(cohort);
  if (group) told.multiverses = cohort::compare_every_way(cohort, *group, settings);
  if (status) status = remove_unasked(out);
  Json tables = cohort::describe_tables(cohort, settings, told.multiverses);
  if (told.pairs) write_pair_tables(*told.pairs, tables, write);
  write("tables.json", dump(tables, 1) + "\n");
  for (const cohort::DatasetFile& file : cohort::dataset_files(cohort)) write(file.path, file.text);
  if (cohort.settings().multiverse)
    write("multiverse.tsv",
          cohort::multiverse_table(told.multiverses, group ? *group : group::GroupReport{}));
  write_made("group.json", group,
             [](const group::GroupReport& report) { return dump(to_json(report), 1) + "\n"; });
  const auto as_is = [](const std::string& text) { return text; };
  write_made("reference.csv", reference_pack(cohort, cohort::PackKind::infants, settings), as_is);
  write_made("reference_aggregates.csv", reference_pack(cohort, cohort::PackKind::aggregates, settings),
             as_is);
  return status;
}

/// Groups or visits that are not two are compared with nothing; that is no error of the cohort's.
bool is_nothing_to_compare(const Error& error) {
  return error.code == "E_GROUP_COUNT" || error.code == "E_GROUP_VISITS";
}

/// A name in one cell of one line: a backslash, control characters and bytes that are no UTF-8 as \xHH.
std::string in_one_cell(const std::string& name) {
  constexpr char digits[] = "0123456789abcdef";
  const bool is_text = edf::is_utf8(name);
  std::string cell;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= ' ' && c != '\\' && c != '\x7F' && (byte < 0x80 || is_text))
      cell += c;
    else
      cell.append("\\x").append({digits[byte >> 4], digits[byte & 15]});
  }
  return cell;
}

/// The further files of a recording, with | between them; one in a name as \x7c.
std::string parts_cell(const cohort::Session& session) {
  std::string cell;
  for (const std::string& part : session.parts) {
    cell += cell.empty() ? "" : "|";
    for (const char c : in_one_cell(part)) cell += c == '|' ? std::string("\\x7c") : std::string(1, c);
  }
  return cell.empty() ? "n/a" : cell;
}

/// One line a recording: what to measure, and where its record goes.
int print_list(const cohort::Plan& plan) {
  const bool mothers = std::any_of(plan.sessions.begin(), plan.sessions.end(),
                                   [](const cohort::Session& one) { return !one.mother.empty(); });
  std::printf("file\tvisit\tage_months\trecord\tparts%s\n", mothers ? "\tmother_file" : "");
  for (const cohort::Session& session : plan.sessions)
    if (!session.file.empty())
      std::printf(
          "%s\t%s\t%s\t%s\t%s%s\n", in_one_cell(session.file).c_str(), in_one_cell(session.visit).c_str(),
          session.age_months ? dump(Json(*session.age_months)).c_str() : "n/a", session.record.c_str(),
          parts_cell(session).c_str(), mothers ? ("\t" + in_one_cell(session.mother)).c_str() : "");
  Losses losses;
  losses.say(plan.diagnostics);
  return losses.exit_status();
}

std::optional<dyad::Settings> dyad_settings(const std::optional<cohort::PairSettings>& pairs) {
  return pairs ? std::optional(pairs->dyad) : std::nullopt;
}

/// Measures one recording of those that were found, as a job of its own.
int measure_one(const CohortArguments& options, const FoundCohort& found, const visit::Settings& settings,
                bool multiverse, const std::optional<cohort::PairSettings>& pair_settings) {
  const auto& sessions = found.plan.sessions;
  const auto session = std::find_if(sessions.begin(), sessions.end(), [&](const cohort::Session& one) {
    return !one.file.empty() && one.record == options.measure;
  });
  if (session == sessions.end())
    return fail(options.from,
                {"E_COHORT_NO_RECORD",
                 words::say<"cli.not_listed">({{"record", words::as_is(options.measure)}}), ""});
  return keep_record(asked_of(*session, found.base, multiverse, dyad_settings(pair_settings)), settings,
                     (options.out / "recordings" / session->record).string());
}

/// What the groups' question comes to under other choices, a line a measure and visit.
void print_multiverses(const std::vector<cohort::Multiverse>& multiverses) {
  for (const cohort::Multiverse& one : multiverses) {
    const words::Text said = words::joined(one.headline, one.sentence);
    std::printf("%s, %s: %s\n", in_one_cell(one.measure).c_str(), in_one_cell(one.visit).c_str(),
                spoken(said).c_str());
  }
}

/// All pairs of each visit over the task, a line a measure; the phases stand in tables.json.
void print_pairs(const cohort::Pairs& pairs) {
  for (const cohort::PseudoResult& one : pairs.pseudo)
    if (one.phase.empty()) std::puts(in_one_cell(spoken(one.sentence)).c_str());
}

/// Measures and compares what was found, into a folder that is there and held.
int measure_and_compare(const CohortArguments& options, const FoundCohort& found,
                        const visit::Settings& settings, const cohort::Settings& cohort_settings,
                        const std::optional<cohort::PairSettings>& pair_settings) {
  const auto failed = [](const Error& error) { return fail(error.where, {error.code, error.message, ""}); };
  const fs::path records = options.out / "recordings";
  const auto tidy_up = [&] {
    for (const fs::path& folder : {options.out, records}) remove_unfinished(folder.string());
  };
  tidy_up();
  cohort::Cohort cohort(found.plan, cohort_settings);
  std::vector<std::optional<cohort::PairRecord>> pairs;
  const MeasuringPlan plan{found.base, records, options.jobs, options.collect, dyad_settings(pair_settings)};
  const auto measured = measure_cohort(plan, settings, cohort, pairs);
  tidy_up();
  if (!measured) return failed(measured.error());
  std::vector<std::pair<std::string, Error>> missing;
  Told told;
  if (pair_settings) told.pairs = cohort::pairs_of(cohort, pairs, *pair_settings);
  const Status written =
      write_results(cohort, settings, options.out, told, [&](const char* name, const Error& error) {
        missing.emplace_back((options.out / name).string(), error);
      });
  if (!written) return failed(written.error());
  Losses losses;
  losses.say(found.plan.diagnostics);
  if (cohort.recordings() > 0 && cohort.usable() == 0)
    return fail(options.from, {"E_COHORT_UNUSABLE", words::say<"cli.none_usable">(), ""});
  cohort.each_outcome([&](const cohort::Outcome& outcome) {
    if (outcome.finding) losses.say({*outcome.finding});
  });
  for (const auto& [name, error] : missing) losses.say(name, error, !is_nothing_to_compare(error));
  std::puts(spoken(words::say<"cli.measured">({{"recordings", cohort.recordings()},
                                               {"now", *measured},
                                               {"unusable", cohort.recordings() - cohort.usable()},
                                               {"out", words::as_is(options.out.string())}}))
                .c_str());
  for (const cohort::LeftOut& one : cohort::left_out(cohort))
    std::puts(spoken(words::say<"imports.left_out">(
                         {{"count", one.count}, {"what", words::as_is(one.what)}, {"reason", one.reason}}))
                  .c_str());
  print_multiverses(told.multiverses);
  if (told.pairs) print_pairs(*told.pairs);
  return losses.exit_status();
}

}  // namespace

int cohort(Arguments args) {
  CohortArguments options;
  if (const int status = read_cohort_arguments(args, options)) return status;
  const auto settings = settings_from<visit::Settings>(options.settings_path);
  if (!settings) return fail(options.settings_path, settings.error());
  auto cohort_settings = settings_from<cohort::Settings>(options.cohort_settings_path);
  if (!cohort_settings) return fail(options.cohort_settings_path, cohort_settings.error());
  auto& codes = cohort_settings->group.missing_codes;
  codes.insert(codes.end(), options.missing_codes.begin(), options.missing_codes.end());
  cohort_settings->multiverse |= options.multiverse;
  const auto pair_settings = settings_from<cohort::PairSettings>(options.pair_settings_path);
  if (!pair_settings) return fail(options.pair_settings_path, pair_settings.error());
  cohort_settings->pairs |= options.pairs;
  const auto pairs = cohort_settings->pairs ? std::optional(*pair_settings) : std::nullopt;
  const auto found = find_cohort_in(options.from, options.out, *cohort_settings);
  if (!found) return fail(options.from, found.error());
  if (options.list) return print_list(found->plan);
  if (const Status status = check_out(options.out, found->base); !status)
    return fail(options.out.string(), status.error());
  std::error_code failed;
  fs::create_directories(options.out / "recordings", failed);
  if (failed) return fail(options.out.string(), {"E_FILE", words::say<"cli.folder_not_made">(), ""});
  if (!options.measure.empty())
    return measure_one(options, *found, *settings, cohort_settings->multiverse, pairs);
  const auto lock = Lock::of_folder(options.out.string());
  if (!lock) return fail(options.out.string(), lock.error());
  return measure_and_compare(options, *found, *settings, *cohort_settings, pairs);
}

}  // namespace attune::cli
