#include "behavior/scores.hpp"

#include <algorithm>
#include <cmath>

#include "words/ids/epds.hpp"
#include "words/ids/reason.hpp"
#include "words/ids/scores.hpp"

namespace attune::behavior {
namespace {

constexpr double epds_possible = 10;  ///< cut-off for possible depression (Cox, Holden & Sagovsky 1987)
constexpr double epds_probable = 13;  ///< and for probable depression

Status check(const std::vector<Scale>& scales, std::size_t visit, const std::string& name,
             const std::optional<double>& value) {
  const Scale* scale = scale_named(scales, name);
  if (!scale)
    return Error{"E_SCORE_SCALE", words::say<"scores.no_scale_of_name">(), place_of_score(visit, name)};
  if (!value || (*value >= scale->lowest && *value <= scale->highest)) return success();
  return Error{"E_SCORE_RANGE",
               words::say<"scores.range">({{"value", words::significant(*value, 6)},
                                           {"lowest", words::significant(scale->lowest, 6)},
                                           {"highest", words::significant(scale->highest, 6)}}),
               place_of_score(visit, name)};
}

std::optional<double> score_of(const VisitScores& visit, const std::string& scale) {
  const auto found = visit.scores.find(scale);
  return found == visit.scores.end() ? std::nullopt : found->second;
}

std::size_t parts_there(const VisitScores& visit, const Composite& composite) {
  return static_cast<std::size_t>(
      std::count_if(composite.parts.begin(), composite.parts.end(),
                    [&](const std::string& part) { return score_of(visit, part).has_value(); }));
}

void add_composite(VisitScores& visit, const Composite& composite) {
  std::optional<double>& whole = visit.scores[composite.id];
  if (whole) return;
  const std::size_t there = parts_there(visit, composite);
  whole = from_parts(visit, composite);
  if (whole) {
    visit.missing.erase(composite.id);
  } else if (there > 0) {
    visit.missing.emplace(
        composite.id, words::say<"reason.scales_missing">(
                          {{"missing", composite.parts.size() - there}, {"scales", composite.parts.size()}}));
  }
}

}  // namespace

std::optional<double> from_parts(const VisitScores& visit, const Composite& composite) {
  if (parts_there(visit, composite) < composite.parts.size()) return std::nullopt;
  double sum = 0;
  for (const std::string& part : composite.parts) sum += *score_of(visit, part);
  return composite.mean ? sum / static_cast<double>(composite.parts.size()) : sum;
}

words::Said place_of_score(std::size_t visit, const std::string& scale) {
  return words::say<"scores.where.visit">({{"visit", visit + 1}, {"scale", words::as_is(scale)}});
}

std::vector<Scale> all_scales(const Scores& scores) {
  std::vector<Scale> scales = known_scales();
  scales.insert(scales.end(), scores.scales.begin(), scores.scales.end());
  return scales;
}

Result<Scores> complete_scores(Scores scores) {
  if (!scores.sex.empty() && scores.sex != "f" && scores.sex != "m")
    return Error{"E_SCORE_SEX", words::say<"scores.sex">(), words::say<"scores.where.sex">()};
  const auto scales = all_scales(scores);
  for (std::size_t i = 0; i < scores.visits.size(); ++i) {
    for (const auto& entry : scores.visits[i].scores)
      if (const Status status = check(scales, i, entry.first, entry.second); !status) return status.error();
    for (const Composite& composite : composites()) add_composite(scores.visits[i], composite);
  }
  return scores;
}

namespace {

/// Totals that are not what their scales come to, as both were given.
void doubt_totals(const Scores& scores, std::size_t visit, std::vector<Diagnostic>& notes) {
  constexpr double rounding_of_mean = 0.06, rounding_of_sum = 0.5;
  const std::vector<Scale> scales = all_scales(scores);
  for (const Composite& composite : composites()) {
    const auto given = score_of(scores.visits[visit], composite.id);
    const auto made = from_parts(scores.visits[visit], composite);
    if (!given || !made || std::abs(*given - *made) < (composite.mean ? rounding_of_mean : rounding_of_sum))
      continue;
    const Scale* scale = scale_named(scales, composite.id);
    notes.push_back({"W_SCORE_PARTS", Severity::warning,
                     words::say<"scores.parts_differ">({{"scale", said_title(*scale)},
                                                        {"given", words::at_most(*given, 2)},
                                                        {"made", words::at_most(*made, 2)}}),
                     place_of_score(visit, composite.id), ""});
  }
}

}  // namespace

std::vector<Diagnostic> score_notes(const Scores& scores) {
  std::vector<Diagnostic> notes;
  for (std::size_t i = 0; i < scores.visits.size(); ++i) {
    doubt_totals(scores, i, notes);
    if (const auto item = score_of(scores.visits[i], "epds_item_10"); item && *item > 0)
      notes.push_back({"W_EPDS_ITEM_10", Severity::warning, words::say<"epds.item_10">(),
                       place_of_score(i, "epds_item_10"), ""});
    const auto total = score_of(scores.visits[i], "epds");
    if (!total || *total < epds_possible) continue;
    notes.push_back({"N_EPDS_CUTOFF", Severity::note,
                     *total >= epds_probable
                         ? words::say<"epds.probable">({{"cutoff", words::number(epds_probable, 0)}})
                         : words::say<"epds.possible">({{"cutoff", words::number(epds_possible, 0)}}),
                     place_of_score(i, "epds"), ""});
  }
  return notes;
}

}  // namespace attune::behavior
