#include "cohort/cohort.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/sort_by.hpp"
#include "behavior/scales.hpp"
#include "group/wording.hpp"
#include "words/ids/cohort.hpp"
#include "words/ids/measure.hpp"
#include "words/named.hpp"

namespace attune::cohort {
namespace {

/// Scores of the cohort: the known scales in their order, then the others by name.
std::vector<MeasureInfo> score_measures(const Plan& plan) {
  std::set<std::string> names;
  for (const Session& session : plan.sessions)
    for (const auto& score : session.scores) names.insert(score.first);
  std::vector<MeasureInfo> measures;
  for (const behavior::Scale& scale : behavior::known_scales())
    if (names.erase(scale.id) > 0)
      measures.push_back({scale.id, std::nullopt, scale.title, words::say<"measure.unit.points">(),
                          scale.up_means, scale.decimals});
  for (const std::string& name : names)
    measures.push_back({name, std::nullopt, words::named(name), {}, {}, std::nullopt});
  return measures;
}

std::optional<double> finite(double value) {
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// Whether the error names the one of several files that it is of.
bool is_of_part(const Session& session, const Error& error) {
  return !session.parts.empty() && !error.where.empty();
}

words::Text why_unusable(const Session& session, const Error& error) {
  if (!is_of_part(session, error))
    return words::say<"cohort.with_code">({{"message", error.message}, {"code", words::as_is(error.code)}});
  return words::say<"cohort.with_code_in">({{"file", words::as_is(error.where.english())},
                                            {"message", error.message},
                                            {"code", words::as_is(error.code)}});
}

}  // namespace

Cohort::Cohort(Plan plan, Settings settings)
    : plan_(std::move(plan)),
      settings_(std::move(settings)),
      kept_(plan_.sessions.size()),
      choices_(plan_.sessions.size()) {
  for (const MeasureInfo& measure : score_measures(plan_)) place_of(measure);
}

std::uint32_t Cohort::place_of(const MeasureInfo& measure) {
  const auto [found, added] = measure_places_.try_emplace((measure.domain ? "" : "score ") + measure.id,
                                                          static_cast<std::uint32_t>(measures_.size()));
  if (added) measures_.push_back(measure);
  return found->second;
}

void Cohort::add(std::size_t session, const Measured& measured) {
  Kept& kept = kept_[session];
  kept.given = true;
  kept.simulated = measured.simulated;
  kept.sha256 = measured.sha256;
  kept.parts_sha256 = measured.parts_sha256;
  kept.quality = measured.quality;
  kept.corrected_age_months = measured.corrected_age_months;
  for (const std::string& code : measured.warnings)
    kept.warnings += (kept.warnings.empty() ? "" : " ") + code;
  if (measured.error) {
    kept.error = measured.error;
    return;
  }
  ++files_[kept.sha256];
  for (const std::string& part : kept.parts_sha256) ++files_[part];
  if (settings_.multiverse && measured.specifications) choices_.keep(session, *measured.specifications);
  kept.values.reserve(measured.values.size());
  for (const MeasuredValue& value : measured.values)
    kept.values.push_back(
        {place_of({value.measure, value.domain, value.title, value.unit, value.up_means, value.decimals}),
         texts_.place_of(value.reason), value.n, value.value.value_or(NAN), value.se.value_or(NAN)});
}

int Cohort::recordings() const {
  return static_cast<int>(std::count_if(plan_.sessions.begin(), plan_.sessions.end(),
                                        [](const Session& session) { return !session.file.empty(); }));
}

int Cohort::usable() const {
  return static_cast<int>(
      std::count_if(kept_.begin(), kept_.end(), [](const Kept& kept) { return kept.given && !kept.error; }));
}

int Cohort::simulated() const {
  return static_cast<int>(
      std::count_if(kept_.begin(), kept_.end(), [](const Kept& kept) { return kept.simulated; }));
}

std::vector<std::uint32_t> Cohort::measure_order() const {
  std::vector<std::uint32_t> order;
  std::vector<bool> seen(measures_.size(), false);
  std::set<std::string> recorded;
  const auto take = [&](std::uint32_t place) {
    if (seen[place]) return;
    seen[place] = true;
    order.push_back(place);
  };
  for (const Kept& kept : kept_)
    for (const Value& value : kept.values) {
      if (!std::isfinite(value.value)) continue;
      take(value.measure);
      recorded.insert(measures_[value.measure].id);
    }
  sort_by(order, [&](std::uint32_t place) {
    const auto domain = measures_[place].domain;
    return domain ? 1 + static_cast<int>(*domain) : 0;
  });
  for (std::uint32_t i = 0; i < measures_.size(); ++i)
    if (!measures_[i].domain && !recorded.contains(measures_[i].id)) take(i);
  return order;
}

std::vector<MeasureInfo> Cohort::measures() const {
  std::vector<MeasureInfo> measures;
  for (const std::uint32_t place : measure_order()) measures.push_back(measures_[place]);
  return measures;
}

bool Cohort::given_twice(const Kept& kept) const {
  const auto is_again = [&](const std::string& digest) {
    const auto found = files_.find(digest);
    return found != files_.end() && found->second > 1;
  };
  return is_again(kept.sha256) || std::any_of(kept.parts_sha256.begin(), kept.parts_sha256.end(), is_again);
}

words::Text Cohort::nothing_enters(std::size_t i) const {
  const Session& session = plan_.sessions[i];
  const Kept& kept = kept_[i];
  const Gates& gates = settings_.gates;
  if (session.file.empty()) return session.missing;
  if (!kept.given) return words::say<"cohort.not_measured">();
  if (kept.error) return words::say<"cohort.file_unusable">();
  if (given_twice(kept)) return words::say<"cohort.given_twice">();
  const auto age = counted_age(i);
  if ((gates.youngest_months && age && *age < *gates.youngest_months) ||
      (gates.oldest_months && age && *age > *gates.oldest_months))
    return words::say<"cohort.outside_ages">();
  return {};
}

std::optional<double> Cohort::counted_age(std::size_t session) const {
  const auto& corrected = kept_[session].corrected_age_months;
  return corrected ? corrected : plan_.sessions[session].age_months;
}

words::Text Cohort::gate(report::Domain domain, const visit::Quality& quality) const {
  const Gates& gates = settings_.gates;
  if (domain == report::Domain::brain && quality.eeg_clean_s < gates.fewest_clean_eeg_s)
    return words::say<"cohort.gate.clean">({{"s", words::number(gates.fewest_clean_eeg_s, 0)}});
  if (domain != report::Domain::heart) return {};
  if (quality.heart_epochs_used < gates.fewest_heart_epochs)
    return words::say<"cohort.gate.epochs">({{"n", gates.fewest_heart_epochs}});
  if (quality.edited_beats_percent > gates.most_edited_beats_percent)
    return words::say<"cohort.gate.edited">({{"percent", words::number(gates.most_edited_beats_percent, 0)}});
  return {};
}

Row Cohort::row(std::size_t i, std::uint32_t place) const {
  const Session& session = plan_.sessions[i];
  const MeasureInfo& measure = measures_[place];
  Row row{plan_.infants[static_cast<std::size_t>(session.infant)],
          session,
          measure,
          {},
          {},
          0,
          "",
          kept_[i].corrected_age_months};
  if (!measure.domain) {
    const auto score = session.scores.find(measure.id);
    row.reason = score == session.scores.end() ? words::say<"cohort.no_score">() : score->second.reason;
    if (score == session.scores.end() || !score->second.value) return row;
    row.value = score->second.value;
    row.n = 1;
    return row;
  }
  row.reason = nothing_enters(i);
  if (!row.reason.empty()) return row;
  const auto& values = kept_[i].values;
  const auto value =
      std::find_if(values.begin(), values.end(), [&](const Value& v) { return v.measure == place; });
  if (value == values.end()) {
    row.reason = words::say<"cohort.not_in_recording">();
    return row;
  }
  row.n = value->n;
  row.reason = texts_[value->reason];
  if (!std::isfinite(value->value)) return row;
  row.reason = gate(*measure.domain, kept_[i].quality);
  if (!row.reason.empty()) return row;
  row.value = value->value;
  row.se = finite(value->se);
  return row;
}

void Cohort::each_row(const std::function<void(const Row&)>& take) const {
  const auto order = measure_order();
  for (std::size_t i = 0; i < plan_.sessions.size(); ++i)
    for (const std::uint32_t measure : order) take(row(i, measure));
}

Outcome Cohort::outcome(std::size_t i) const {
  const Session& session = plan_.sessions[i];
  const Kept& kept = kept_[i];
  Outcome outcome{plan_.infants[static_cast<std::size_t>(session.infant)],
                  session,
                  kept.sha256,
                  kept.given && !kept.error ? std::optional(kept.quality) : std::nullopt,
                  0,
                  kept.error ? why_unusable(session, *kept.error) : nothing_enters(i),
                  kept.warnings,
                  std::nullopt};
  if (kept.error)
    outcome.finding = {kept.error->code, Severity::error, kept.error->message,
                       is_of_part(session, *kept.error) ? kept.error->where : words::Text(session.file), ""};
  else if (kept.given && given_twice(kept))
    outcome.finding = {"W_COHORT_SAME", Severity::warning, words::say<"cohort.enters_nowhere">(),
                       session.file, ""};
  if (!outcome.reason.empty()) return outcome;
  std::map<std::string, words::Text> reasons;  // by their English
  for (const Value& value : kept.values) {
    const Row found = row(i, value.measure);
    outcome.values += found.value.has_value();
    if (!found.value && std::isfinite(value.value)) reasons.try_emplace(found.reason.english(), found.reason);
  }
  std::vector<words::Text> each;
  for (const auto& reason : reasons) each.push_back(reason.second);
  outcome.reason = group::with_semicolons(each);
  return outcome;
}

void Cohort::each_outcome(const std::function<void(const Outcome&)>& take) const {
  for (std::size_t i = 0; i < plan_.sessions.size(); ++i) take(outcome(i));
}

}  // namespace attune::cohort
