// The specification curve: each analysis is the report's own under settings that say so, the counts are those counted by
// hand, and a change of the 1/f slope alone splits the forms.
#include "report/specification_curve.hpp"

#include <algorithm>
#include <cmath>

#include "export/specification_table.hpp"
#include "report/compare.hpp"
#include "support.hpp"
#include "synth/dyad.hpp"
#include "visit/measure.hpp"
#include "visit/specifications.hpp"
#include "words/format.hpp"

using namespace attune;
using namespace attune::report;
using namespace attune::visit;
using doctest::Approx;

namespace {

RecordingFeatures read_whole(const std::vector<std::uint8_t>& edf) {
  RecordingStream stream(edf.size(), {});
  REQUIRE(stream.push(edf).ok());
  auto features = stream.finish();
  REQUIRE(features.ok());
  return std::move(*features);
}

using TwoRecordings = std::vector<RecordingFeatures>;

Report report_on(const TwoRecordings& recordings, const visit::Settings& settings) {
  std::vector<Visit> visits;
  for (const RecordingFeatures& features : recordings)
    visits.push_back(measure_visit(features, {}, settings));
  auto report = compare(std::move(visits), settings);
  REQUIRE(report.ok());
  return std::move(*report);
}

Report report_with_curves(const TwoRecordings& recordings, const visit::Settings& settings) {
  Report report = report_on(recordings, settings);
  std::vector<VisitSpecifications> specifications;
  for (std::size_t i = 0; i < recordings.size(); ++i)
    specifications.push_back(specify_visit(recordings[i], report.visits[i].phases, {}, settings));
  report.specification_curves = specification_curves(report, specifications);
  return report;
}

const SpecificationCurve& curve_of(const Report& report, const std::string& measure) {
  for (const SpecificationCurve& curve : report.specification_curves)
    if (curve.measure == measure) return curve;
  FAIL("no curve of " << measure);
  return report.specification_curves.front();
}

/// The analysis with these options, in words.
const CurveAnalysis& analysis(const SpecificationCurve& curve, const std::vector<std::string>& options) {
  for (const CurveAnalysis& one : curve.analyses) {
    bool same = true;
    for (std::size_t c = 0; c < options.size(); ++c)
      same = same && curve.choices[c].options[static_cast<std::size_t>(one.options[c])] == options[c];
    if (same) return one;
  }
  FAIL("no such analysis");
  return curve.analyses.front();
}

const Estimate& change_of(const Report& report, const std::string& id) {
  for (const Measure& measure : report.measures)
    if (measure.id == id) return measure.changes.back().change;
  FAIL("no measure " << id);
  return report.measures.front().changes.back().change;
}

void check_same(const Estimate& found, const Estimate& own) {
  constexpr double rounding = 1e-12;
  REQUIRE(found.value.has_value());
  REQUIRE(own.value.has_value());
  CHECK(std::abs(*found.value - *own.value) < rounding);
  CHECK(std::abs(*found.ci_low - *own.ci_low) < rounding);
  CHECK(std::abs(*found.ci_high - *own.ci_high) < rounding);
  CHECK(found.n == own.n);
}

TwoRecordings example_recordings() {
  const synth::Dyad dyad = synth::make_dyad(synth::Scenario::improved, 3);
  TwoRecordings recordings;
  for (const std::size_t visit : {0, 1}) {
    const auto recording = synth::simulate_visit(dyad, visit);
    REQUIRE(recording.ok());
    recordings.push_back(read_whole(recording->edf));
  }
  return recordings;
}

/// A report of two visits that has a primary measure, and nothing else that a curve looks at.
Report bare_report(Domain domain, const std::string& measure) {
  Report report;
  report.visits.resize(2);
  report.visits[0].file.sha256 = "a";
  report.visits[1].file.sha256 = "b";
  Measure& primary = report.measures.emplace_back();
  primary.id = measure;
  primary.domain = domain;
  primary.primary = true;
  primary.changes.emplace_back().to = 1;
  return report;
}

Estimate estimate(double value, double se, double df) {
  Estimate result;
  result.value = value;
  result.se = se;
  result.df = df;
  return result;
}

}  // namespace

TEST_CASE("an analysis of the curve is the report's own change under settings that say so") {
  const TwoRecordings recordings = example_recordings();
  visit::Settings settings;
  settings.eeg.bootstrap_samples = settings.curve.bootstrap_samples = 100;
  const Report report = report_with_curves(recordings, settings);
  const SpecificationCurve &brain = curve_of(report, "faa_f4_f3"),
                           &heart = curve_of(report, "rsa_ln_ms2_rest");
  REQUIRE(brain.choices.size() == 5);
  CHECK(brain.choices[2].options.size() == 3);  // ten channels, Cz among them, no ears
  CHECK(brain.analyses.size() == 3 * 3 * 3 * 2 * 2);
  // Two minutes of rest have two epochs of 60 s, too few for an error.
  CHECK(heart.analyses.size() == 3 * 2 * 2);
  REQUIRE(heart.not_formed.size() == 1);
  CHECK(heart.not_formed[0].what == "60 s");
  CHECK(heart.not_formed[0].analyses == 6);

  check_same(analysis(brain, {"absolute power", "6–9 Hz", "as recorded", "±150 µV", "F4 − F3"}).change,
             change_of(report, "faa_f4_f3"));
  check_same(analysis(heart, {"spectral", "30 s", "0.24–1.04 Hz"}).change,
             change_of(report, "rsa_ln_ms2_rest"));

  visit::Settings other = settings;
  other.eeg.alpha = {5, 8};
  other.eeg.reference = eeg::Reference::average;
  other.eeg.max_abs_uv = 100;
  other.eeg.pairs = {{"F7", "F8"}};
  other.hrv.epoch_s = 20;
  other.hrv.rsa_low_hz = 0.3;
  other.hrv.rsa_high_hz = 1.3;
  const Report under_others = report_on(recordings, other);
  const std::vector<std::string> rest{"5–8 Hz", "average", "±100 µV", "F8 − F7"};
  const auto formed = [&](const char* form) {
    return analysis(brain, {form, rest[0], rest[1], rest[2], rest[3]}).change;
  };
  check_same(formed("absolute power"), change_of(under_others, "faa_f8_f7"));
  check_same(formed("relative power"), change_of(under_others, "faa_relative_f8_f7"));
  check_same(formed("oscillatory part"), change_of(under_others, "faa_oscillatory_f8_f7"));
  check_same(analysis(heart, {"spectral", "20 s", "0.3–1.3 Hz"}).change,
             change_of(under_others, "rsa_ln_ms2_rest"));
}

TEST_CASE("the report's own analysis has all of its draws, whatever the curve's others have") {
  const TwoRecordings recordings = example_recordings();
  visit::Settings settings;
  settings.eeg.bootstrap_samples = 400;
  settings.curve.alpha_bands.clear();
  settings.curve.references.clear();
  settings.curve.frontal_pairs.clear();
  settings.curve.rsa_bands.clear();
  settings.curve.epochs_s.clear();
  const Report report = report_with_curves(recordings, settings);
  for (const SpecificationCurve& curve : report.specification_curves) {
    const auto own = std::find_if(curve.analyses.begin(), curve.analyses.end(),
                                  [](const CurveAnalysis& one) { return one.own; });
    REQUIRE(own != curve.analyses.end());
    check_same(own->change, change_of(report, curve.measure));
    CHECK(own->options == std::vector<int>(curve.choices.size(), 0));
  }
  CHECK(curve_of(report, "faa_f4_f3").analyses.size() == 3 * 2);  // form, amplitude limit
  CHECK(curve_of(report, "rsa_ln_ms2_rest").analyses.size() == 3);
}

TEST_CASE("the counts of a curve are those counted by hand, and what could not be formed says why") {
  Report report = bare_report(Domain::brain, "faa_f4_f3");
  std::vector<VisitSpecifications> visits(2);
  const eeg::Pair pair{"F3", "F4"};
  const auto as_recorded = eeg::Reference::as_recorded, linked = eeg::Reference::linked;
  const Estimate none = estimate(0, 0.1, 10), no_ears = missing("There are no ears.");
  for (VisitSpecifications& visit : visits)
    visit.brain = {{{6, 9}, as_recorded, 150, pair, none, none, none},
                   {{5, 8}, as_recorded, 150, pair, none, none, none},
                   {{6, 9}, linked, 150, pair, no_ears, no_ears, no_ears},
                   {{5, 8}, linked, 150, pair, no_ears, no_ears, no_ears}};
  // Both errors 0.1 on 10 df: their difference has 0.1414 on 20 df, an interval of ± 0.295 (t tables: 2.086).
  auto& after = visits[1].brain;
  after[0].absolute.value = 0.5;
  after[0].relative.value = 0.29;
  after[0].oscillatory.value = -0.1;
  after[1].absolute.value = 0.3;
  after[1].relative.value = -0.3;
  after[1].oscillatory = missing("No peak.");
  report.specification_curves = specification_curves(report, visits);
  REQUIRE(report.specification_curves.size() == 1);
  const SpecificationCurve& curve = report.specification_curves[0];
  REQUIRE(curve.analyses.size() == 5);
  CHECK(*curve.analyses.front().change.value == Approx(-0.3));
  CHECK(*curve.analyses.back().change.value == Approx(0.5));
  CHECK(curve.analyses.back().own);
  CHECK(*curve.analyses.back().change.ci_low == Approx(0.205).epsilon(0.001));
  CHECK(curve.up == 3);
  CHECK(curve.down == 2);
  CHECK(curve.up_beyond == 2);
  CHECK(curve.down_beyond == 1);
  REQUIRE(curve.not_formed.size() == 2);
  CHECK(curve.not_formed[0].analyses == 6);
  CHECK(curve.not_formed[0].what == "linked mastoids");
  CHECK(curve.not_formed[0].reason == "There are no ears.");
  CHECK(curve.not_formed[1].analyses == 1);
  CHECK(curve.not_formed[1].reason == "No peak.");
  CHECK(curve.choices[2].options.size() == 1);
  CHECK(curve.headline ==
        "3 of 5 analyses point left, 2 beyond their own error, and 1 beyond it the other way.");
  CHECK(curve.sentence ==
        "Which way the recordings differ depends on these choices. The one that matters most is the form: "
        "absolute power 2 of 2, relative power 1 of 2, oscillatory part 0 of 1 beyond their own error.");
  const words::Manner french{words::Language::french};
  CHECK(words::text(curve.headline, french) ==
        "3 analyses sur 5 vont vers la gauche, dont 2 au-delà de leur propre erreur, et 1 au-delà dans "
        "l’autre sens.");
  CHECK(
      words::text(curve.sentence, french) ==
      "Le sens dans lequel les enregistrements diffèrent dépend de ces choix. Le choix qui compte le "
      "plus\u202f: "
      "forme (puissance absolue 2 sur 2, puissance relative 1 sur 2, partie oscillatoire 0 sur 1 au-delà de "
      "leur propre erreur).");

  const auto rows = exports::specification_rows(report);
  REQUIRE(rows.size() == 7);  // the analyses, and the two reasons
  CHECK(rows[4].form == "absolute power");
  CHECK(rows[4].band == "6–9 Hz");
  CHECK(*rows[4].change == Approx(0.5));
  CHECK(rows[4].own == "yes");
  const char* beyond[] = {"down", "no", "no", "up", "up"};
  for (std::size_t i = 0; i < std::size(beyond); ++i) CHECK(rows[i].beyond == beyond[i]);
  CHECK(curve.analyses.front().verdict == Verdict::decrease);
  CHECK(curve.analyses[1].verdict == Verdict::no_evidence);
  CHECK(curve.analyses.back().verdict == Verdict::increase);
  CHECK(rows[5].reason == "6 analyses: There are no ears.");
  CHECK(rows[6].reason == "1 analysis: No peak.");
  CHECK(rows[5].reference == "linked mastoids");
}

TEST_CASE("visits recorded against different references are compared under references that both can form") {
  Report report = bare_report(Domain::brain, "faa_f4_f3");
  std::vector<VisitSpecifications> visits(2);
  visits[0].recorded_against = {"Cz"};
  visits[1].recorded_against = {"A1"};
  for (std::size_t i = 0; i < 2; ++i) {
    const double change = 0.1 * static_cast<double>(i);
    const Estimate a = estimate(change, 0.1, 10), b = estimate(change / 2, 0.1, 10),
                   c = estimate(change / 3, 0.1, 10);
    visits[i].brain = {{{6, 9}, eeg::Reference::as_recorded, 150, {"F3", "F4"}, a, b, c},
                       {{6, 9}, eeg::Reference::average, 150, {"F3", "F4"}, a, b, c}};
  }
  const auto curves = specification_curves(report, visits);
  REQUIRE(curves.size() == 1);
  CHECK(curves[0].analyses.size() == 3);
  REQUIRE(curves[0].not_formed.size() == 1);
  CHECK(curves[0].not_formed[0].what == "as recorded");
  CHECK(curves[0].headline == "3 of 3 analyses point left, 0 beyond their own error.");
  CHECK(curves[0].sentence ==
        "Under none of these choices do the recordings differ by more than their own error.");
}

TEST_CASE("an option that changes nothing is not counted twice, and is said") {
  Report report = bare_report(Domain::heart, "rsa_ln_ms2");
  std::vector<VisitSpecifications> visits(2);
  for (std::size_t i = 0; i < 2; ++i) {
    const auto value = static_cast<double>(i);
    const Estimate a = estimate(value, 0.1, 10), b = estimate(2 * value, 0.1, 10),
                   c = estimate(3 * value, 0.1, 10), other = estimate(-value, 0.1, 10);
    visits[i].heart = {{30, {0.24, 1.04}, "", a, b, c},
                       {60, {0.24, 1.04}, "", a, other, c},  // one differs: the option stays
                       {30, {0.3, 1.3}, "", a, b, c},
                       {60, {0.3, 1.3}, "", a, other, c}};  // all as in the other band
  }
  const auto curves = specification_curves(report, visits);
  REQUIRE(curves.size() == 1);
  CHECK(curves[0].analyses.size() == 6);
  CHECK(curves[0].up == 5);
  CHECK(curves[0].down_beyond == 1);
  CHECK(curves[0].headline ==
        "5 of 6 analyses point up, 5 beyond their own error, and 1 beyond it the other way.");
  REQUIRE(curves[0].not_formed.size() == 1);
  CHECK(curves[0].not_formed[0].what == "0.3–1.3 Hz");
  CHECK(curves[0].not_formed[0].analyses == 6);
  CHECK(curves[0].not_formed[0].reason == "The same as 0.24–1.04 Hz: it leaves out or adds nothing.");
}

TEST_CASE("visits of different phases have no curve of what is taken over the whole recording") {
  Report report = bare_report(Domain::heart, "rsa_ln_ms2");
  report.visits[0].phases = {{"Rest", PhaseKind::rest, 0, 60}};
  report.visits[1].phases = {{"Play", PhaseKind::play, 0, 60}};
  std::vector<VisitSpecifications> visits(2);
  const Estimate some = estimate(3, 0.1, 10);
  for (VisitSpecifications& visit : visits) visit.heart = {{30, {0.24, 1.04}, "", some, some, some}};
  const auto curves = specification_curves(report, visits);
  REQUIRE(curves.size() == 1);
  CHECK(curves[0].analyses.empty());
  CHECK(curves[0].not_formed[0].analyses == 3);
  CHECK(curves[0].sentence.english().starts_with("The change was not formed in other ways: "));
}

TEST_CASE("a change of the 1/f slope alone moves absolute power and not the oscillatory part") {
  synth::RecordingSettings simulated;
  simulated.duration_s = 300;
  simulated.phases.clear();
  simulated.sites = {"F3", "F4"};
  simulated.ecg_sample_rate_hz = simulated.respiration_sample_rate_hz = 0;
  simulated.blinks_per_min = simulated.bursts_per_min = simulated.muscle_per_min = simulated.pops_per_min = 0;
  const auto with = [&](std::uint64_t seed, double exponent) {
    simulated.seed = seed;
    simulated.background_exponent = exponent;
    auto recording = synth::simulate(simulated);
    REQUIRE(recording.ok());
    return std::move(*recording);
  };
  const auto steep = with(1, 1.5), steep_later = with(2, 1.5), flat_later = with(2, 1.0);
  TwoRecordings recordings{read_whole(steep.edf), read_whole(steep_later.edf)};
  // The right side of the second visit is that of a recording with a flatter background and the same rhythm.
  recordings[1].eeg[0].channels[1] = read_whole(flat_later.edf).eeg[0].channels[1];
  const Report report = report_with_curves(recordings, {});
  const SpecificationCurve& curve = curve_of(report, "faa_f4_f3");
  const double put_in =
      std::log(flat_later.truth.channels[1].alpha_uv2 / steep_later.truth.channels[1].alpha_uv2);
  const auto of_form = [&](const char* form) {
    return analysis(curve, {form, "6–9 Hz", "as recorded", "±150 µV", "F4 − F3"}).change;
  };
  const Estimate absolute = of_form("absolute power"), oscillatory = of_form("oscillatory part");
  CHECK(put_in > 0.3);
  CHECK(*absolute.ci_low > 0);
  CHECK(*absolute.ci_low < put_in);
  CHECK(*absolute.ci_high > put_in);
  CHECK(*oscillatory.ci_low < 0);
  CHECK(*oscillatory.ci_high > 0);
  CHECK(*oscillatory.ci_high < put_in);
  for (const Statement& statement : report.statements)
    if (statement.domain == Domain::brain) CHECK(statement.strength == Strength::depends_on_choice);
  CHECK(curve.sentence.english().find("The one that matters most is the form") != std::string::npos);
}
