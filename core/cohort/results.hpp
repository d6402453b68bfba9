// What is made of a cohort: tidy tables with the description of their columns and units, the comparison of
// the groups, and the reference packs. Everything is a function of plan, settings and what was measured; no
// date, no path outside the folder, no order of arrival.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/json.hpp"
#include "cohort/cohort.hpp"
#include "cohort/multiverse.hpp"
#include "cohort/pairs.hpp"
#include "group/report.hpp"

namespace attune::cohort {

/// Takes text piece by piece, so that a table of thousands of recordings is never held whole.
using Sink = std::function<void(std::string_view)>;

/// One line a value: participant, group, pair, visit, age_months, sex, measure, value, se, n, reason, with
/// tabs; n/a where there is nothing (BIDS). `attune group` reads it.
void write_metrics(const Cohort& cohort, const Sink& sink);

/// One line a session: file, digest, how good it was, how much of it enters, and why not.
void write_recordings(const Cohort& cohort, const Sink& sink);

/// What the tables' columns mean, every measure's title and unit, version and settings; and what the multiverses say,
/// if the settings ask for them.
Json describe_tables(const Cohort& cohort, const visit::Settings& settings,
                     const std::vector<Multiverse>& multiverses = {});

/// The columns of each table alone, as BIDS has it beside a table; of metrics.tsv with what each measure is.
Json describe_metrics(const Cohort& cohort);
Json describe_recordings();

/// The comparison of the groups. Errors: those of group/table.hpp, such as E_GROUP_COUNT.
Result<group::GroupReport> compare_groups(const Cohort& cohort);

/// The same question under every other choice; `report`: what compare_groups gave. Empty if the settings do not ask for it.
std::vector<Multiverse> compare_every_way(const Cohort& cohort, const group::GroupReport& report,
                                          const visit::Settings& settings);

/// multiverse.tsv.
std::string multiverse_table(const std::vector<Multiverse>& multiverses, const group::GroupReport& report);

/// What became of one session's recording, as the page tells it.
struct SessionResult {
  int values = 0;
  words::Text reason;

  static constexpr const char* type_name = "CohortSessionResult";
  static constexpr auto fields() {
    return std::array{field<&SessionResult::values>("values", "Measures of its recording that enter."),
                      field<&SessionResult::reason>(
                          "reason", "Why nothing enters, or what of it does not; empty if all does.")};
  }
};

/// How many of something do not enter, and why.
struct LeftOut {
  std::string what;  ///< recording or score
  words::Text reason;
  int count = 0;

  static constexpr const char* type_name = "CohortLeftOut";
  static constexpr auto fields() {
    return std::array{field<&LeftOut::what>("what", "recording or score."),
                      field<&LeftOut::reason>("reason", "Why they do not enter, or not all of them."),
                      field<&LeftOut::count>("count", "How many.")};
  }
};

/// What does not enter, recordings first, the most frequent reason first.
std::vector<LeftOut> left_out(const Cohort& cohort);

/// All of it at once, for a page that holds it anyway.
struct Results {
  std::string metrics, recordings, tables;
  std::optional<group::GroupReport> group;
  std::optional<Error> group_error;
  std::vector<Multiverse> multiverses;
  std::string multiverse;
  std::vector<PseudoResult> pseudo;
  std::string pairs;
  std::string reference, reference_aggregates;
  std::vector<SessionResult> sessions;

  static constexpr const char* type_name = "CohortResults";
  static constexpr auto fields() {
    using R = Results;
    return std::array{
        field<&R::metrics>("metrics", "metrics.tsv: one line a value."),
        field<&R::recordings>("recordings", "recordings.tsv: one line a session."),
        field<&R::tables>("tables", "tables.json: what the tables' columns mean."),
        field<&R::group>("group", "Comparison of the groups; null where there is none."),
        field<&R::group_error>("group_error", "Why there is no comparison."),
        field<&R::multiverses>("multiverses",
                               "The comparison under every other choice; empty: not asked for."),
        field<&R::multiverse>("multiverse", "multiverse.tsv: one line an analysis; empty likewise."),
        field<&R::pseudo>(
            "pseudo",
            "All pairs of a visit against pseudo-dyads; empty: mothers and infants were not asked for."),
        field<&R::pairs>("pairs", "pairs.tsv: one line a pair, phase and measure; empty likewise."),
        field<&R::reference>("reference", "Comparison infants one by one; empty where no group is theirs."),
        field<&R::reference_aggregates>("reference_aggregates", "The same as aggregates by age."),
        field<&R::sessions>("sessions", "What became of each session's recording, in the plan's order.")};
  }
};
/// `pairs` by session; nothing is told of them unless the settings ask for it.
Results results_of(const Cohort& cohort, const visit::Settings& settings,
                   std::span<const std::optional<PairRecord>> pairs = {});

/// The comparison infants as the table that a single report takes (report/reference.hpp), by infant under
/// running numbers, or as aggregates by age, changes by the age at the first visit. Errors: those of group/roles.hpp.
enum class PackKind { infants, aggregates };
Result<std::string> reference_pack(const Cohort& cohort, PackKind kind, const visit::Settings& settings);

}  // namespace attune::cohort
