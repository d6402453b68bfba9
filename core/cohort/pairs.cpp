#include "cohort/pairs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "base/json.hpp"
#include "base/measure_table.hpp"
#include "base/table.hpp"
#include "dyad/series.hpp"
#include "stats/holm.hpp"
#include "stats/students_t.hpp"
#include "words/ids/pairs.hpp"
#include "words/named.hpp"

namespace attune::cohort {
namespace {

using Course = std::vector<std::optional<double>>;

std::vector<double> with_nan(const Course& course) {
  std::vector<double> values;
  for (const auto& value : course) values.push_back(value.value_or(std::numeric_limits<double>::quiet_NaN()));
  return values;
}

/// One measure of a stretch as a line of the cohort.
MeasuredValue value_of(const dyad::Coupling& c, const std::string& kind, const PairMeasure& shape) {
  const std::string measure(name_of(c.measure));
  MeasuredValue value;
  value.measure =
      std::string(measures::pair) + measure + "_" + std::string(shape.id) + (kind.empty() ? "" : "_" + kind);
  value.title = words::say<"pairs.title">({{"what", words::as_is(shape.what)},
                                           {"measure", words::as_is(measure)},
                                           {"phase", words::as_is(kind)}});
  value.unit = words::named(shape.unit);
  value.up_means = words::Said{shape.up_means, {}};
  value.decimals = shape.decimals;
  if (!c.p) value.reason = words::say<"pairs.too_short">();
  return value;
}

/// Its standard error, by the width of the block interval.
std::optional<double> se_of(const std::optional<double>& low, const std::optional<double>& high) {
  if (!low || !high) return {};
  return (*high - *low) / (2 * stats::normal_quantile(0.975));
}

void add_coupling(std::vector<MeasuredValue>& values, const dyad::Coupling& c, const std::string& kind,
                  const dyad::Settings& settings) {
  const int blocks = static_cast<int>(c.overlap_s / settings.block_s);
  const auto add = [&](MeasuredValue value, std::optional<double> found, std::optional<double> se) {
    if (value.reason.empty()) {
      value.value = found;
      value.se = se;
      value.n = blocks;
    }
    values.push_back(std::move(value));
  };
  const auto& [index, peak, lag] = pair_measures;
  add(value_of(c, kind, index), c.lead_lag_index, se_of(c.lead_lag_index_low, c.lead_lag_index_high));
  add(value_of(c, kind, peak), c.peak_r ? std::optional(std::abs(*c.peak_r)) : std::nullopt,
      se_of(c.peak_r_low, c.peak_r_high));
  MeasuredValue of_lag = value_of(c, kind, lag);
  if (of_lag.reason.empty() && c.verdict != dyad::CouplingVerdict::coupled)
    of_lag.reason = words::say<"pairs.no_lag">();
  add(std::move(of_lag), c.peak_lag_s, se_of(c.peak_lag_low_s, c.peak_lag_high_s));
}

/// The first phase of each kind, as the infant's own measures have it.
std::vector<const dyad::Stretch*> phases_by_kind(const dyad::Dyad& dyad) {
  std::vector<const dyad::Stretch*> phases;
  for (const std::string_view kind : enum_names(PhaseKind{})) {
    if (kind == name_of(PhaseKind::other)) continue;
    const auto found = std::find_if(dyad.phases.begin(), dyad.phases.end(),
                                    [&](const dyad::Stretch& phase) { return phase.kind == kind; });
    if (found != dyad.phases.end()) phases.push_back(&*found);
  }
  return phases;
}

/// What a phase is called in every pair: its kind where that says it, else its name, and which of several.
std::string phase_key(const dyad::Dyad& dyad, std::size_t phase) {
  const auto name = [&](std::size_t i) {
    const dyad::Stretch& one = dyad.phases[i];
    return one.kind == name_of(PhaseKind::other) ? one.phase : one.kind;
  };
  std::size_t before = 0;
  for (std::size_t i = 0; i < phase; ++i) before += name(i) == name(phase);
  return before == 0 ? name(phase) : name(phase) + " " + std::to_string(before + 1);
}

dyad::Detrended cut(const dyad::Detrended& whole, const dyad::Part& part) {
  const auto range = [&](const std::vector<double>& x) {
    return std::vector<double>(x.begin() + static_cast<std::ptrdiff_t>(part.begin),
                               x.begin() + static_cast<std::ptrdiff_t>(part.end));
  };
  return {range(whole.value), range(whole.valid)};
}

/// One pair of a visit that enters.
struct EnteringPair {
  std::size_t session = 0;
  const PairRecord* record = nullptr;
};

/// The pair's courses of a measure by phase; without phases all of it is one.
dyad::PairParts parts_of(const PairRecord& record, dyad::CourseKind measure, const dyad::Settings& s) {
  const bool rsa = measure == dyad::CourseKind::rsa;
  const PairCourses& c = record.courses;
  const auto mother = with_nan(rsa ? c.mother_rsa_ln_ms2 : c.mother_heart_period_ms);
  const auto infant = with_nan(rsa ? c.infant_rsa_ln_ms2 : c.infant_heart_period_ms);
  const dyad::Grid grid{std::llround(record.first_s / s.step_s), mother.size(), s.step_s};
  std::vector<dyad::Part> parts;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < record.dyad->phases.size(); ++i) {
    const dyad::Stretch& phase = record.dyad->phases[i];
    parts.push_back(dyad::steps_of(grid, phase.start_s, phase.end_s));
    names.push_back(phase_key(*record.dyad, i));
  }
  if (parts.empty()) {
    parts.push_back({0, grid.count});
    names.emplace_back();
  }
  const double slowest = s.slowest_s / s.step_s;
  const auto m = dyad::detrend(mother, parts, slowest), f = dyad::detrend(infant, parts, slowest);
  dyad::PairParts found;
  for (std::size_t i = 0; i < parts.size(); ++i)
    found.push_back({names[i], cut(m, parts[i]), cut(f, parts[i])});
  return found;
}

const dyad::Coupling& coupling_of(const dyad::Stretch& stretch, dyad::CourseKind measure) {
  return measure == dyad::CourseKind::rsa ? stretch.rsa : stretch.heart_period;
}

/// The stretch of that name; null: the pair has none.
const dyad::Stretch* stretch_of(const dyad::Dyad& dyad, const std::string& phase) {
  if (phase.empty()) return &dyad.task;
  for (std::size_t i = 0; i < dyad.phases.size(); ++i)
    if (phase_key(dyad, i) == phase) return &dyad.phases[i];
  return nullptr;
}

words::Text sentence_of(const PseudoResult& r, const PairSettings& settings) {
  const words::AsIs visit = words::as_is(r.phase.empty() ? r.visit : r.visit + ", " + r.phase),
                    measure = words::as_is(r.measure);
  if (!r.p_adjusted)
    return words::say<"pairs.too_few">(
        {{"visit", visit}, {"measure", measure}, {"n", r.pairs}, {"fewest", settings.pseudo.fewest_pairs}});
  const words::Number own = words::number(*r.own_mean, 2), pseudo = words::number(*r.pseudo_mean, 2),
                      p = words::probability(*r.p_adjusted);
  if (*r.p_adjusted > settings.dyad.level)
    return words::say<"pairs.not_beyond">(
        {{"visit", visit}, {"measure", measure}, {"n", r.pairs}, {"own", own}, {"pseudo", pseudo}, {"p", p}});
  const double places = std::floor(settings.dyad.level * r.pairs);  // of r.pairs that reach the level
  return words::say<"pairs.beyond">({{"visit", visit},
                                     {"measure", measure},
                                     {"n", r.pairs},
                                     {"own", own},
                                     {"pseudo", pseudo},
                                     {"p", p},
                                     {"able", places >= 1},
                                     {"count", r.reaching},
                                     {"level", words::at_most(settings.dyad.level, 3)},
                                     {"chance", words::at_most(places, 1)}});
}

/// One visit's pairs in one phase, both measures.
class VisitPairs {
 public:
  VisitPairs(const Cohort& cohort, std::string visit, std::vector<EnteringPair> pairs,
             const PairSettings& settings)
      : cohort_(cohort), visit_(std::move(visit)), pairs_(std::move(pairs)), settings_(settings) {
    for (std::size_t k = 0; k < measures.size(); ++k)
      for (const EnteringPair& pair : pairs_)
        parts_[k].push_back(parts_of(*pair.record, measures[k], settings_.dyad));
  }

  /// Of the phases that any pair has, in their order; the task first.
  std::vector<std::string> phases() const {
    std::vector<std::string> names{""};
    for (const dyad::PairParts& parts : parts_[0])
      for (const dyad::PairPart& part : parts)
        if (std::find(names.begin(), names.end(), part.phase) == names.end()) names.push_back(part.phase);
    return names;
  }

  void tell(const std::string& phase, Pairs& told) const {
    std::array<PseudoResult, 2> results;
    for (std::size_t k = 0; k < measures.size(); ++k) {
      const dyad::PseudoDyads found = pseudo(phase, k);
      results[k] = result_of(phase, measures[k], found);
      add_rows(phase, measures[k], found, told.rows);
    }
    if (results[0].p && results[1].p) {
      const double p[] = {*results[0].p, *results[1].p};
      const auto adjusted = stats::holm(p);
      for (std::size_t k = 0; k < 2; ++k) results[k].p_adjusted = adjusted[k];
    }
    for (PseudoResult& result : results) {
      result.sentence = sentence_of(result, settings_);
      told.pseudo.push_back(std::move(result));
    }
  }

 private:
  static constexpr std::array measures{dyad::CourseKind::rsa, dyad::CourseKind::heart_period};

  dyad::PseudoDyads pseudo(const std::string& phase, std::size_t measure) const {
    std::vector<dyad::PairParts> wanted = parts_[measure];
    if (!phase.empty())
      for (dyad::PairParts& parts : wanted)
        std::erase_if(parts, [&](const dyad::PairPart& part) { return part.phase != phase; });
    const dyad::Settings& s = settings_.dyad;
    const int most = static_cast<int>(std::floor(s.max_lag_s / s.step_s + 1e-9));
    return dyad::pseudo_dyads(wanted, most, s.least_overlap_s / s.step_s, settings_.pseudo);
  }

  PseudoResult result_of(const std::string& phase, dyad::CourseKind measure,
                         const dyad::PseudoDyads& found) const {
    PseudoResult result{visit_, phase, std::string(name_of(measure))};
    result.with_pair = static_cast<int>(pairs_.size());
    result.pairs = found.pairs;
    result.own_mean = found.own_mean;
    result.pseudo_mean = found.pseudo_mean;
    result.p = result.p_adjusted = found.p;
    for (const auto& pair : found.of_pairs) result.reaching += pair && pair->p <= settings_.dyad.level;
    return result;
  }

  void add_rows(const std::string& phase, dyad::CourseKind measure, const dyad::PseudoDyads& found,
                std::vector<PairRow>& into) const {
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      const dyad::Stretch* stretch = stretch_of(*pairs_[i].record->dyad, phase);
      if (stretch == nullptr) continue;
      const dyad::Coupling& c = coupling_of(*stretch, measure);
      const Session& session = cohort_.plan().sessions[pairs_[i].session];
      PairRow row;
      row.participant = cohort_.plan().infants[static_cast<std::size_t>(session.infant)].participant;
      row.visit = visit_;
      row.phase = phase;
      row.measure = std::string(name_of(measure));
      row.verdict = std::string(name_of(c.verdict));
      row.first = std::string(name_of(c.first));
      row.overlap_s = c.overlap_s;
      row.lead_lag_index = c.lead_lag_index;
      row.peak_r = c.peak_r;
      row.peak_lag_s = c.peak_lag_s;
      row.p_surrogates = c.p_adjusted;
      if (const auto& own = found.of_pairs[i]) {
        row.own_peak = own->peak;
        row.pseudo_peak = own->pseudo_mean;
        row.other_pairs = own->others;
        row.p_pseudo = own->p;
      }
      into.push_back(std::move(row));
    }
  }

  const Cohort& cohort_;
  std::string visit_;
  std::vector<EnteringPair> pairs_;
  const PairSettings& settings_;
  std::array<std::vector<dyad::PairParts>, 2> parts_;
};

std::vector<EnteringPair> entering(const Cohort& cohort, std::span<const std::optional<PairRecord>> records,
                                   const std::string& visit) {
  std::vector<EnteringPair> pairs;
  std::set<std::string> mothers;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (cohort.plan().sessions[i].visit != visit || !records[i] || !records[i]->dyad) continue;
    if (!records[i]->dyad->mother || !records[i]->dyad->infant) continue;
    if (!cohort.nothing_enters(i).empty() || !cohort.gate(report::Domain::heart, cohort.quality(i)).empty())
      continue;
    const std::string& mother = records[i]->mother_sha256;
    if (!mother.empty() && !mothers.insert(mother).second) continue;
    pairs.push_back({i, &*records[i]});
  }
  return pairs;
}

}  // namespace

void add_pair(Measured& measured, const PairRecord& record) {
  std::set<std::string> codes(measured.warnings.begin(), measured.warnings.end());
  if (record.error) codes.insert(record.error->code);
  if (record.dyad) {
    for (const Diagnostic& diagnostic : record.dyad->diagnostics)
      if (diagnostic.severity != Severity::note) codes.insert(diagnostic.code);
    const auto add = [&](const dyad::Stretch& stretch, const std::string& kind) {
      for (const dyad::Coupling* one : {&stretch.rsa, &stretch.heart_period})
        add_coupling(measured.values, *one, kind, record.settings);
    };
    add(record.dyad->task, "");
    for (const dyad::Stretch* phase : phases_by_kind(*record.dyad)) add(*phase, phase->kind);
  }
  measured.warnings.assign(codes.begin(), codes.end());
}

void add_with_pair(Cohort& cohort, std::size_t session, Measured measured,
                   std::vector<std::optional<PairRecord>>& records) {
  if (cohort.settings().pairs && measured.pair) {
    add_pair(measured, *measured.pair);
    records[session] = std::move(measured.pair);
  }
  cohort.add(session, measured);
}

Pairs pairs_of(const Cohort& cohort, std::span<const std::optional<PairRecord>> records,
               const PairSettings& settings) {
  Pairs told;
  told.settings = settings;
  for (const auto& record : records)
    if (record && record->dyad && told.methods.empty())
      told.methods = dyad::methods(record->dyad->mother, record->dyad->infant, settings.dyad);
  told.methods.push_back(words::say<"pairs.method_pseudo">(
      {{"permutations", settings.pseudo.permutations}, {"fewest", settings.pseudo.fewest_pairs}}));
  told.methods.push_back(words::say<"pairs.method_group">());
  for (const std::string& visit : cohort.plan().visits) {
    const VisitPairs pairs(cohort, visit, entering(cohort, records, visit), settings);
    for (const std::string& phase : pairs.phases()) pairs.tell(phase, told);
  }
  return told;
}

std::string pairs_table(const Pairs& pairs) {
  return table_text(pairs.rows, Separator::tab);
}

void describe_pairs(Json& tables, const Pairs& pairs) {
  tables["pairs.tsv"] = table_columns<PairRow>();
  Json& told = tables["pairs"] = to_json(pairs);
  told.erase("rows");  // which the table has
}

}  // namespace attune::cohort
