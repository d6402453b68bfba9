#include "cohort/plan.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/words.hpp"
#include "cohort/draft.hpp"
#include "edf/text.hpp"
#include "group/table.hpp"
#include "tables/value_doubts.hpp"
#include "tables/visit_order.hpp"
#include "words/ids/cohort.hpp"
#include "words/ids/imports.hpp"
#include "words/ids/tables.hpp"

namespace attune::cohort {
namespace {

bool ends_as_table(const std::string& path) {
  return path.ends_with(".tsv") || path.ends_with(".csv");
}

bool is_bids(const Folder& folder) {
  return std::any_of(folder.paths.begin(), folder.paths.end(), [](const std::string& path) {
    return path.starts_with("sub-") && path.find("/eeg/") != std::string::npos && is_recording(path);
  });
}

/// The tables at the top that list recordings.
std::vector<std::string> listing_tables(const Folder& folder) {
  std::vector<std::string> listings;
  for (const auto& [path, text] : folder.tables) {
    if (path.find('/') != std::string::npos || !ends_as_table(path)) continue;
    const auto whole = csv_text(text);
    if (!whole) continue;
    const auto table = parse_csv(std::string_view(*whole).substr(0, whole->find('\n')));
    using tables::Column;
    const std::array wanted{Column::participant, Column::visit, Column::group, Column::file};
    if (table && std::all_of(wanted.begin(), wanted.end(),
                             [&](Column column) { return tables::find_column(*table, column).has_value(); }))
      listings.push_back(path);
  }
  return listings;
}

/// The folder above a recording of the BIDS layout, where that is not the one that was chosen.
std::string inner_folder(const Folder& folder) {
  for (const std::string& path : folder.paths) {
    const std::size_t at = path.find("/sub-");
    if (at != std::string::npos && path.find("/eeg/", at) != std::string::npos && is_recording(path))
      return path.substr(0, at);
  }
  return "";
}

Error nothing_found(const Folder& folder) {
  if (const std::string inner = inner_folder(folder); !inner.empty())
    return {"E_COHORT_EMPTY", words::say<"tables.inner_folder">({{"folder", words::as_is(inner)}}), ""};
  const auto recordings = std::count_if(folder.paths.begin(), folder.paths.end(), is_recording);
  return {"E_COHORT_EMPTY",
          words::say<"cohort.nothing_found">({{"files", folder.paths.size()}, {"recordings", recordings}}),
          ""};
}

/// A name of letters, digits, dot, hyphen and underscore.
std::string safe_name(std::string name) {
  for (char& c : name) {
    const bool safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '.' || c == '_';
    if (!safe) c = '-';
  }
  return name;
}

/// A name for the record that no other session has.
std::string record_name(const std::string& participant, const std::string& visit,
                        std::map<std::string, int>& taken) {
  constexpr std::size_t longest = 200;  // file systems end names at 255 bytes
  const std::string stem = (safe_name(participant) + "_" + safe_name(visit)).substr(0, longest);
  std::string name = stem;
  for (int& times = taken[stem]; times++ > 0;) {
    name = stem + "." + std::to_string(times);
    if (taken.try_emplace(name, 1).second) break;
  }
  return name + ".json";
}

/// The first visit that was recorded, whose age a table of infants tells; of scores alone the first.
std::string first_recorded_visit(const Draft& draft, const std::vector<std::string>& visits) {
  const auto is_recorded = [&](const std::string& name) {
    return std::any_of(draft.visits.begin(), draft.visits.end(), [&](const auto& infant) {
      const auto visit = infant.second.find(name);
      return visit != infant.second.end() && !visit->second.file.empty();
    });
  };
  const auto first = std::find_if(visits.begin(), visits.end(), is_recorded);
  return first != visits.end() ? *first : visits.empty() ? "" : visits.front();
}

/// Takes the scores out of the draft, and leaves its names and files.
Result<Plan> plan_of(Draft& draft) {
  Plan plan;
  plan.diagnostics = std::move(draft.diagnostics);
  std::set<std::string> names;
  for (const auto& infant : draft.visits)
    for (const auto& visit : infant.second) names.insert(visit.first);
  if (names.size() > group::most_visits)
    return Error{"E_COHORT_VISITS",
                 words::say<"cohort.many_visits">({{"n", names.size()}, {"most", group::most_visits}}), ""};
  const std::vector<std::string> by_name(names.begin(), names.end());
  for (const std::size_t place : tables::visit_order(by_name, plan.diagnostics))
    plan.visits.push_back(by_name[place]);
  const std::string first_recorded = first_recorded_visit(draft, plan.visits);
  std::map<std::string, int> taken;
  for (const auto& [participant, infant] : draft.infants) {
    const int place = static_cast<int>(plan.infants.size());
    const auto early = draft.weeks_early.find(participant);
    const auto weeks_early = early == draft.weeks_early.end() ? std::nullopt : std::optional(early->second);
    plan.infants.push_back(infant);
    for (const std::string& name : plan.visits) {
      DraftVisit none;
      const auto planned = draft.visits[participant].find(name);
      DraftVisit& visit = planned == draft.visits[participant].end() ? none : planned->second;
      Session session{place,
                      name,
                      visit.age_months,
                      visit.file,
                      "",
                      "",
                      std::move(visit.scores),
                      std::move(visit.channels),
                      std::move(visit.left_out),
                      std::move(visit.events),
                      visit.mother,
                      std::move(visit.parts),
                      weeks_early};
      const auto first_age = draft.age_months.find(participant);
      if (!session.age_months && name == first_recorded && first_age != draft.age_months.end())
        session.age_months = first_age->second;
      if (session.file.empty())
        session.missing = visit.missing.empty() ? words::say<"cohort.no_recording">() : visit.missing;
      else
        session.record = record_name(participant, name, taken);
      plan.sessions.push_back(std::move(session));
    }
  }
  return plan;
}

/// How many infants' ages may be corrected.
void tell_births(Plan& plan) {
  std::set<int> infants;
  for (const Session& session : plan.sessions)
    if (session.weeks_early) infants.insert(session.infant);
  if (infants.empty()) return;
  plan.diagnostics.push_back({"N_COHORT_WEEKS_EARLY", Severity::note,
                              words::say<"imports.births_told">({{"infants", infants.size()}}), "", ""});
}

/// Ages of two sizes at one visit, and of no infant.
void warn_of_age_units(Plan& plan) {
  constexpr double grown_months = 240;
  std::map<std::string_view, std::vector<double>> of_visits;
  double oldest = 0;
  for (const Session& session : plan.sessions) {
    if (!session.age_months) continue;
    of_visits[session.visit].push_back(*session.age_months);
    oldest = std::max(oldest, *session.age_months);
  }
  for (const std::string& visit : plan.visits)
    if (auto doubt = tables::ages_doubt(of_visits[visit], visit)) {
      plan.diagnostics.push_back(std::move(*doubt));
      break;
    }
  if (oldest >= grown_months)
    plan.diagnostics.push_back(
        {"W_COHORT_AGE_GROWN", Severity::warning,
         words::say<"imports.ages_of_grown">({{"years", words::at_most(oldest / 12, 0)}}), "", ""});
}

/// Ages that run against the order in which the visits were taken.
void warn_of_ages(Plan& plan) {
  std::size_t count = 0;
  std::string first;
  for (std::size_t i = 0; i < plan.infants.size(); ++i) {
    std::optional<double> before;
    bool against = false;
    for (const Session& session : plan.sessions) {
      if (session.infant != static_cast<int>(i) || !session.age_months) continue;
      against = against || (before && *session.age_months < *before);
      before = session.age_months;
    }
    if (against && count++ == 0) first = plan.infants[i].participant;
  }
  if (count == 0) return;
  words::Value::List visits;
  for (const std::string& visit : plan.visits) visits.emplace_back(words::as_is(visit));
  plan.diagnostics.push_back(
      {"W_COHORT_AGE_ORDER", Severity::warning,
       words::say<"imports.ages_against_order">(
           {{"count", count}, {"first", words::as_is(first)}, {"visits", std::move(visits)}}),
       "", ""});
}

/// Dates of sessions or scans that run against it.
void warn_of_days(Plan& plan, const Draft& draft) {
  std::size_t count = 0;
  for (const auto& infant : draft.visits) {
    std::optional<int> before;
    bool against = false;
    for (const std::string& name : plan.visits) {
      const auto visit = infant.second.find(name);
      if (visit == infant.second.end() || !visit->second.day) continue;
      against = against || (before && *visit->second.day < *before);
      before = visit->second.day;
    }
    count += against ? 1 : 0;
  }
  if (count > 0)
    plan.diagnostics.push_back({"W_COHORT_TIME_ORDER", Severity::warning,
                                words::say<"imports.time_against_order">({{"count", count}, {"date", true}}),
                                "", ""});
}

/// What the infants' visits say of their names: of two kinds at different infants, or of a folder's scores alone.
void warn_of_visits(Plan& plan, const Draft& draft, bool bids) {
  std::vector<std::set<std::size_t>> of_infants;
  std::vector<bool> recorded(plan.visits.size());
  bool any_recorded = false;
  for (const auto& infant : draft.visits) {
    std::set<std::size_t>& own = of_infants.emplace_back();
    for (std::size_t i = 0; i < plan.visits.size(); ++i) {
      const auto found = infant.second.find(plan.visits[i]);
      if (found == infant.second.end()) continue;
      own.insert(i);
      recorded[i] = recorded[i] || !found->second.file.empty();
      any_recorded = any_recorded || recorded[i];
    }
  }
  tables::say_visits_apart(plan.visits, of_infants, plan.diagnostics);
  tables::say_own_dates(plan.visits, of_infants, plan.diagnostics);
  words::Value::List without;
  for (std::size_t i = 0; i < plan.visits.size(); ++i)
    if (!recorded[i]) without.emplace_back(words::as_is(plan.visits[i]));
  if (!bids || !any_recorded || without.empty()) return;
  const std::size_t count = without.size();
  plan.diagnostics.push_back(
      {"W_COHORT_UNRECORDED", Severity::warning,
       words::say<"imports.unrecorded_visits">({{"count", count}, {"visits", std::move(without)}}), "", ""});
}

void say_mothers(Plan& plan) {
  int count = 0;
  std::string first;
  for (const Session& session : plan.sessions)
    if (!session.mother.empty() && count++ == 0) first = session.mother;
  if (count > 0)
    plan.diagnostics.push_back(
        {"N_COHORT_MOTHERS", Severity::note,
         words::say<"cohort.mothers">(
             {{"count", count}, {"first", words::as_is(edf::decode_text(first).text)}}),
         "", ""});
}

void warn_of_groups(Plan& plan, const std::string& where) {
  int without = 0;
  std::string first;
  for (const Infant& infant : plan.infants) {
    if (!infant.group.empty()) continue;
    if (without++ == 0) first = infant.participant;
  }
  if (without > 0)
    plan.diagnostics.push_back(
        {"W_COHORT_GROUP", Severity::warning,
         words::say<"cohort.without_group">({{"n", without}, {"first", words::as_is(first)}}), where, ""});
}

}  // namespace

std::vector<std::string> tables_wanted(const std::vector<std::string>& paths) {
  std::vector<std::string> wanted;
  for (const std::string& path : paths) {
    const bool at_top = path.find('/') == std::string::npos;
    const auto is_of_infant = [&](const char* end) {
      return path.starts_with("sub-") && path.ends_with(end);
    };
    const bool neighbour = is_of_infant("_channels.tsv") || is_of_infant("_events.tsv");
    const bool sidecar = path == "eeg.json" || ((at_top || is_of_infant("")) && path.ends_with("_eeg.json"));
    const bool sessions = is_of_infant("_sessions.tsv") || is_of_infant("_scans.tsv");
    const bool of_scores = lower(path).starts_with("phenotype/") && path.ends_with(".json");
    if ((ends_as_table(path) && (at_top || sessions || neighbour)) || is_phenotype(path) || of_scores ||
        sidecar || path == "participants.json" || path == "sessions.json" || path == "scans.json")
      wanted.push_back(path);
  }
  return wanted;
}

Status check(const Plan& plan, std::size_t measured) {
  const bool whole = std::all_of(plan.sessions.begin(), plan.sessions.end(), [&](const Session& session) {
    return session.infant >= 0 && static_cast<std::size_t>(session.infant) < plan.infants.size();
  });
  if (whole && plan.sessions.size() == measured) return success();
  return Error{"E_COHORT_PLAN",
               words::say<"cohort.plan_broken">({{"sessions", plan.sessions.size()}, {"measured", measured}}),
               "sessions"};
}

Result<Plan> find_cohort(const Folder& folder, const Settings& settings) {
  const auto listings = listing_tables(folder);
  const bool bids = is_bids(folder);
  if (!bids && listings.empty()) return nothing_found(folder);
  auto draft =
      bids ? draft_from_bids(folder, settings) : draft_from_table(folder, listings.front(), settings);
  if (!draft) return draft.error();
  if (!bids && listings.size() > 1)
    draft->warn("W_COHORT_TABLES",
                words::say<"cohort.several_tables">({{"taken", words::as_is(listings.front())}}),
                listings[1]);
  for (const std::string& path : folder.paths) {
    const std::string name = lower(path);
    if (name.starts_with("phenotype/") && !is_phenotype(path) && !name.ends_with(".json"))
      draft->warn("W_COHORT_PHENOTYPE", words::say<"imports.no_text_table">(), path);
  }
  auto plan = plan_of(*draft);
  if (!plan) return plan;
  warn_of_visits(*plan, *draft, bids);
  plan->layout = bids ? "BIDS" : "table";
  tell_births(*plan);
  warn_of_age_units(*plan);
  warn_of_ages(*plan);
  warn_of_days(*plan, *draft);
  say_mothers(*plan);
  warn_of_groups(*plan, bids ? "participants.tsv" : listings.front());
  return plan;
}

}  // namespace attune::cohort
