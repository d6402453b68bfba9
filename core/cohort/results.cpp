#include "cohort/results.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "base/sort_by.hpp"
#include "base/table.hpp"
#include "edf/text.hpp"
#include "group/analysis.hpp"
#include "words/ids/finding.hpp"
#include "words/ids/group.hpp"

namespace attune::cohort {
namespace {

struct NamedColumn {
  const char* name;
  const char* about;
};

constexpr std::array metric_columns{
    NamedColumn{"participant", "As named in the folder or table."},
    NamedColumn{"group", "Which group."},
    NamedColumn{"pair", "Which matched pair."},
    NamedColumn{"visit", "Which visit."},
    NamedColumn{"age_months", "Age at this visit, since birth."},
    NamedColumn{"sex", "f or m."},
    NamedColumn{"measure", "Which measure; see measures. One that no recording has a value of is left out."},
    NamedColumn{"value", "Its value, in the measure's unit."},
    NamedColumn{"se", "Standard error of the value, from the recording's own error."},
    NamedColumn{"n", "Epochs, windows or scores it rests on."},
    NamedColumn{"reason", "Why there is no value."},
    NamedColumn{"corrected_age_months",
                "The age corrected for weeks born early, which decided settings and the quality gates; n/a: "
                "it is not corrected."},
};

constexpr std::array recording_columns{
    NamedColumn{"participant", "As named in the folder or table."},
    NamedColumn{"visit", "Which visit."},
    NamedColumn{"group", "Which group."},
    NamedColumn{"file", "Path of the recording in the folder."},
    NamedColumn{"sha256", "Digest of the recording."},
    NamedColumn{"eeg_clean_s", "Clean seconds of the primary pair."},
    NamedColumn{"heart_epochs_used", "30-s epochs used."},
    NamedColumn{"edited_beats_percent", "Share of beats that editing changed."},
    NamedColumn{"values", "Measures of the recording that enter."},
    NamedColumn{"reason", "Why nothing enters, or what of it does not."},
    NamedColumn{"warnings", "Codes of the recording's warnings; they stand in words in its record."},
    NamedColumn{"parts", "Further files of the same visit, with | between them."},
};

/// A harmless cell without quotes, which a reader could take for its own; n/a for nothing.
std::string cell(const std::string& text) {
  std::string cell = harmless_text(text);
  std::replace(cell.begin(), cell.end(), '"', '\'');
  return cell.empty() ? "n/a" : cell;
}

std::string parts_of(const Session& session) {
  std::string parts;
  for (const std::string& part : session.parts)
    parts += (parts.empty() ? "" : "|") + edf::decode_text(part).text;
  return parts;
}

std::string cell(const std::optional<double>& value) {
  return value ? dump(Json(*value)) : "n/a";
}

template <std::size_t N>
void write_line(const Sink& sink, const std::array<std::string, N>& cells) {
  std::string line;
  for (const std::string& text : cells) line += (line.empty() ? "" : "\t") + text;
  sink(line + "\n");
}

template <std::size_t N>
void write_header(const Sink& sink, const std::array<NamedColumn, N>& columns) {
  std::array<std::string, N> names;
  for (std::size_t i = 0; i < N; ++i) names[i] = columns[i].name;
  write_line(sink, names);
}

template <std::size_t N>
Json describe_columns(const std::array<NamedColumn, N>& columns) {
  Json described = Json::object();
  for (const NamedColumn& column : columns) described[column.name] = {{"Description", column.about}};
  return described;
}

}  // namespace

void write_metrics(const Cohort& cohort, const Sink& sink) {
  write_header(sink, metric_columns);
  cohort.each_row([&](const Row& row) {
    write_line<metric_columns.size()>(
        sink,
        {cell(row.infant.participant), cell(row.infant.group), cell(row.infant.pair), cell(row.session.visit),
         cell(row.session.age_months), cell(row.infant.sex), cell(row.measure.id), cell(row.value),
         cell(row.se), std::to_string(row.n), cell(row.reason.english()), cell(row.corrected_age_months)});
  });
}

void write_recordings(const Cohort& cohort, const Sink& sink) {
  write_header(sink, recording_columns);
  cohort.each_outcome([&](const Outcome& outcome) {
    const auto of_quality = [&](auto member) {
      return outcome.quality ? cell(std::optional<double>((*outcome.quality).*member)) : "n/a";
    };
    write_line<recording_columns.size()>(
        sink, {cell(outcome.infant.participant), cell(outcome.session.visit), cell(outcome.infant.group),
               cell(edf::decode_text(outcome.session.file).text), cell(outcome.sha256),
               of_quality(&visit::Quality::eeg_clean_s), of_quality(&visit::Quality::heart_epochs_used),
               of_quality(&visit::Quality::edited_beats_percent), std::to_string(outcome.values),
               cell(outcome.reason.english()), cell(outcome.warnings), cell(parts_of(outcome.session))});
  });
}

std::vector<LeftOut> left_out(const Cohort& cohort) {
  std::map<std::string, std::pair<words::Text, int>> recordings, scores;  ///< by their English
  const auto count = [](auto& counts, const words::Text& reason) {
    auto& [text, n] = counts[reason.english()];
    text = reason;
    ++n;
  };
  cohort.each_outcome([&](const Outcome& outcome) {
    if (!outcome.reason.empty()) count(recordings, outcome.reason);
  });
  cohort.each_row([&](const Row& row) {
    if (!row.measure.domain && !row.value) count(scores, row.reason);
  });
  std::vector<LeftOut> all;
  const auto add = [&](const char* what, const auto& counts) {
    const std::size_t first = all.size();
    for (const auto& [english, one] : counts) all.push_back({what, one.first, one.second});
    sort_by(std::span(all).subspan(first), [](const LeftOut& one) { return -one.count; });
  };
  add("recording", recordings);
  add("score", scores);
  return all;
}

Json describe_metrics(const Cohort& cohort) {
  Json described = describe_columns(metric_columns);
  Json levels = Json::object();
  for (const MeasureInfo& measure : cohort.measures()) {
    const std::string title = measure.title.english(), unit = measure.unit.english();
    levels[measure.id] = unit.empty() ? title : title + " (" + unit + ")";
  }
  described["measure"]["Levels"] = std::move(levels);
  return described;
}

Json describe_recordings() {
  return describe_columns(recording_columns);
}

Json describe_tables(const Cohort& cohort, const visit::Settings& settings,
                     const std::vector<Multiverse>& multiverses) {
  Json measures = Json::object();
  for (const MeasureInfo& measure : cohort.measures())
    measures[measure.id] = {{"Description", measure.title.english()},
                            {"Units", measure.unit.english()},
                            {"Domain", measure.domain ? name_of(*measure.domain) : "score"}};
  Json tables = {{"program", "attune"},
                 {"version", ATTUNE_VERSION},
                 {"metrics.tsv", describe_columns(metric_columns)},
                 {"recordings.tsv", describe_columns(recording_columns)},
                 {"measures", std::move(measures)},
                 {"recordings", cohort.recordings()},
                 {"usable", cohort.usable()},
                 {"simulated", cohort.simulated()},
                 {"left_out", to_json(left_out(cohort))},
                 {"diagnostics", to_json(cohort.plan().diagnostics)},
                 {"settings", to_json(settings)},
                 {"cohort_settings", to_json(cohort.settings())}};
  if (multiverses.empty()) return tables;
  tables["multiverse.tsv"] = table_columns<MultiverseRow>();
  tables["multiverse"] = to_json(multiverses);
  for (Json& one : tables["multiverse"]) one.erase("analyses");  // which the table has
  return tables;
}

namespace {

Result<group::Table> table_of_groups(const Cohort& cohort) {
  group::TableBuilder builder;
  Status status = success();
  int line = 1;
  cohort.each_row([&](const Row& row) {
    if (!status) return;
    status = builder.add({row.infant.participant,
                          row.infant.group,
                          row.session.visit,
                          row.infant.pair,
                          row.measure.id,
                          {row.value, row.reason},
                          ++line});
  });
  if (!status) return status.error();
  auto table = builder.finish(cohort.settings().group);
  if (!table) return table;
  const auto measures = cohort.measures();
  for (std::size_t i = 0; i < measures.size(); ++i) {
    table->measures[i].title = measures[i].title;
    table->measures[i].unit = measures[i].unit;
    table->measures[i].up_means = measures[i].up_means;
    table->measures[i].decimals = measures[i].decimals;
  }
  return table;
}

}  // namespace

Result<group::GroupReport> compare_groups(const Cohort& cohort) {
  const auto table = table_of_groups(cohort);
  if (!table) return table.error();
  auto report = group::analyze(*table, cohort.settings().group);
  if (cohort.simulated() > 0)
    report.cautions.push_back(cohort.simulated() == cohort.usable()
                                  ? words::say<"finding.caution.simulated">()
                                  : words::say<"group.caution.some_simulated">());
  return report;
}

std::vector<Multiverse> compare_every_way(const Cohort& cohort, const group::GroupReport& report,
                                          const visit::Settings& settings) {
  if (!cohort.settings().multiverse) return {};
  const auto table = table_of_groups(cohort);
  return table ? multiverses(cohort, *table, report, settings) : std::vector<Multiverse>();
}

std::string multiverse_table(const std::vector<Multiverse>& multiverses, const group::GroupReport& report) {
  return table_text(multiverse_rows(multiverses, report), Separator::tab);
}

Results results_of(const Cohort& cohort, const visit::Settings& settings,
                   std::span<const std::optional<PairRecord>> pairs) {
  Results results;
  write_metrics(cohort, [&](std::string_view text) { results.metrics += text; });
  write_recordings(cohort, [&](std::string_view text) { results.recordings += text; });
  cohort.each_outcome([&](const Outcome& outcome) {
    results.sessions.push_back({outcome.values, outcome.reason});
  });
  auto group = compare_groups(cohort);
  if (group) {
    results.multiverses = compare_every_way(cohort, *group, settings);
    if (cohort.settings().multiverse) results.multiverse = multiverse_table(results.multiverses, *group);
    results.group = std::move(*group);
  } else {
    results.group_error = group.error();
  }
  Json tables = describe_tables(cohort, settings, results.multiverses);
  if (cohort.settings().pairs) {
    Pairs told = pairs_of(cohort, pairs, {});
    describe_pairs(tables, told);
    results.pairs = pairs_table(told);
    results.pseudo = std::move(told.pseudo);
  }
  results.tables = dump(tables, 1) + "\n";
  if (auto pack = reference_pack(cohort, PackKind::infants, settings)) results.reference = std::move(*pack);
  if (auto pack = reference_pack(cohort, PackKind::aggregates, settings))
    results.reference_aggregates = std::move(*pack);
  return results;
}

}  // namespace attune::cohort
