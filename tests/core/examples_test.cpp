// The examples: simulated codings, scores and comparison infants hold what their settings say, and the report
// of each scenario says what was put into it.
#include <cmath>
#include <map>
#include <set>

#include "base/json.hpp"
#include "behavior/coding_reader.hpp"
#include "behavior/scales.hpp"
#include "report/compare.hpp"
#include "stats/t_test.hpp"
#include "support.hpp"
#include "synth/coding.hpp"
#include "synth/reference.hpp"
#include "synth/scores.hpp"
#include "visit/measure.hpp"

using namespace attune;
using doctest::Approx;

namespace {

report::Report example_report(synth::Scenario scenario, int visits = 2) {
  const synth::Dyad dyad = synth::make_dyad(scenario, synth::example_seed, visits);
  std::vector<visit::Visit> measured;
  for (std::size_t i = 0; i < dyad.visits.size(); ++i) {
    const auto recording = synth::simulate_visit(dyad, i);
    REQUIRE(recording.ok());
    visit::RecordingStream stream(recording->edf.size(), {});
    REQUIRE(stream.push(recording->edf).ok());
    const auto features = stream.finish();
    REQUIRE(features.ok());
    visit::VisitOptions options;
    options.age_months = dyad.visits[i].age_months;
    options.codes = synth::simulate_coding(dyad, i).text;
    measured.push_back(visit::measure_visit(*features, options, {}));
  }
  const auto supplement = report::read_supplement({synth::example_scores(dyad), synth::example_reference()});
  REQUIRE(supplement.ok());
  const auto report = report::compare(std::move(measured), {}, *supplement);
  REQUIRE(report.ok());
  return *report;
}

/// Values of one measure by infant at both visits.
std::map<std::string, std::vector<double>> values_of(const report::Reference& reference,
                                                     const std::string& measure) {
  std::map<std::string, std::vector<double>> values;
  for (const report::ReferenceValue& value : reference.values)
    if (value.measure == measure) values[value.participant].push_back(value.value);
  return values;
}

/// Texts for people that were taken from no catalogue, by their place; `json` is `type` in the pseudo-language, whose
/// texts all begin with a bracket.
void collect_plain(const TypeInfo& type, const Json& json, const std::string& path,
                   std::vector<std::string>& plain) {
  switch (type.kind) {
    case TypeInfo::Kind::words:
      if (const auto text = json.get<std::string>(); !text.empty() && !text.starts_with("⟦"))
        plain.push_back(path + ": " + text);
      break;
    case TypeInfo::Kind::object:
      for (const MemberInfo& member : type.members)
        collect_plain(*member.type, json[member.name], path + "." + member.name, plain);
      break;
    case TypeInfo::Kind::optional:
      if (!json.is_null()) collect_plain(*type.item, json, path, plain);
      break;
    case TypeInfo::Kind::vector:
    case TypeInfo::Kind::map:
      for (const Json& item : json) collect_plain(*type.item, item, path + "[]", plain);
      break;
    default:
      break;
  }
}

template <class T>
std::vector<std::string> plain_words(const T& value) {
  std::vector<std::string> plain;
  collect_plain(type_info<T>, to_json(value, {{words::Language::pseudo}, {}}), "", plain);
  return plain;
}

}  // namespace

TEST_CASE("whatever a report says to people was taken from a catalogue") {
  for (const synth::Scenario scenario : {synth::Scenario::improved, synth::Scenario::unchanged}) {
    const report::Report report = example_report(scenario);
    std::set<std::string, std::less<>> labels;  // what the file calls its channels keeps every letter
    for (const visit::Visit& visit : report.visits)
      for (const visit::Channel& channel : visit.file.channels) labels.insert(channel.label);
    for (const std::string& plain : plain_words(report))
      if (!labels.contains(plain.substr(plain.find(": ") + 2))) FAIL_CHECK(plain);
  }
  for (const behavior::Scale& scale : behavior::known_scales())
    for (const std::string& plain : plain_words(scale)) FAIL_CHECK(plain);
  // And where there is next to nothing to say anything of.
  visit::VisitOptions options;
  options.codes = "onset,offset,code\n0,9,protest\n";
  const auto bare = report::compare(
      {visit::visit_without_recording(options, {}), visit::visit_without_recording({}, {})}, {}, {});
  REQUIRE(bare.ok());
  for (const std::string& plain : plain_words(*bare)) FAIL_CHECK(plain);
}

TEST_CASE("the simulated comparison infants have the means, spreads and changes of their settings") {
  const auto reference = report::read_reference(synth::example_reference());
  REQUIRE(reference.ok());
  CHECK(reference->source == "simulated");
  for (const synth::ReferenceMeasure& measure : synth::default_reference_measures()) {
    const auto infants = values_of(*reference, measure.measure);
    REQUIRE(infants.size() == 40);
    std::vector<double> first, change;
    for (const auto& [name, values] : infants) {
      REQUIRE(values.size() == 2);
      first.push_back(values[0]);
      change.push_back(values[1] - values[0]);
    }
    const auto at_first = stats::summarize(first), of_change = stats::summarize(change);
    // To the four digits written; what is kept within bounds may move by a tenth of its spread.
    const bool bounded = measure.highest > measure.lowest;
    const double near = bounded ? 0.1 * measure.sd : 1e-4;
    CHECK(std::abs(at_first.mean - measure.mean) < near);
    CHECK(std::abs(of_change.mean - measure.change) < near);
    CHECK(std::abs(at_first.sd - measure.sd) < 2 * near);
    // Two visits of correlation r: the change has the SD s sqrt(2 (1 - r)).
    CHECK(std::abs(of_change.sd - measure.sd * std::sqrt(2 * (1 - measure.retest))) < 2 * near);
  }
  const auto orc = values_of(*reference, "orc_mother"),
             cuddliness = values_of(*reference, "cuddliness_mother");
  CHECK(orc.size() == 40);
  CHECK(values_of(*reference, "withdrawn_still_face_effect").size() == 40);
  CHECK(synth::example_reference() == synth::example_reference());
  synth::ReferenceSettings other;
  other.seed = 2;
  CHECK(synth::example_reference(other) != synth::example_reference());
}

TEST_CASE("a simulated coding holds exactly the shares of its truth") {
  for (const synth::Scenario scenario : {synth::Scenario::improved, synth::Scenario::too_little}) {
    const synth::Dyad dyad = synth::make_dyad(scenario, 5);
    const auto simulated = synth::simulate_coding(dyad, 1);
    visit::VisitOptions options;
    options.codes = simulated.text;
    const auto part = visit::visit_without_recording(options, {}).still_face;
    REQUIRE(part.reason.empty());
    REQUIRE(part.phases.size() == 3);
    CHECK(simulated.truth.size() == 15);
    for (const synth::TrueShare& share : simulated.truth) {
      double found = -1;
      for (const auto& phase : part.phases)
        if (name_of(phase.phase.kind) == share.phase)
          for (const auto& state : phase.states)
            if (state.state == share.state) found = state.proportion;
      CHECK(found == Approx(share.proportion).epsilon(1e-9));
    }
  }
  CHECK(synth::simulate_coding(synth::make_dyad(synth::Scenario::mixed, 5), 0).text !=
        synth::simulate_coding(synth::make_dyad(synth::Scenario::mixed, 6), 0).text);
}

TEST_CASE("simulated scores rise by the published size and are within their ranges") {
  const auto scores = behavior::complete_scores(
      synth::example_scores(synth::make_dyad(synth::Scenario::improved, synth::example_seed)));
  REQUIRE(scores.ok());
  const synth::ScoreSettings settings;
  const double mother =
      *scores->visits[1].scores.at("orc_mother") - *scores->visits[0].scores.at("orc_mother");
  const double partner =
      *scores->visits[1].scores.at("orc_partner") - *scores->visits[0].scores.at("orc_partner");
  CHECK(std::abs(mother - 0.29 * settings.orc_sd) < 0.011);  // scores are written to the hundredth
  CHECK(std::abs(partner - 0.35 * settings.orc_sd) < 0.011);
}

TEST_CASE("the report of each example says what it is") {
  CHECK(example_report(synth::Scenario::improved).pattern ==
        "None of four domains showed a reliable change. For heart and brain the recordings differ by more "
        "than their own measurement error, but by no more than comparison infants change. The limits of "
        "reliable "
        "change are set for 4 domains together (Holm).");
  CHECK(example_report(synth::Scenario::unchanged).pattern ==
        "None of four domains showed a reliable change. The limits of reliable change are set for 4 "
        "domains together (Holm).");
  CHECK(example_report(synth::Scenario::too_little).pattern ==
        "Whether this infant changed cannot be judged. For parent-rated temperament: cannot be judged. For "
        "heart, "
        "brain and "
        "still-face: too little data.");
  CHECK(example_report(synth::Scenario::mixed).pattern ==
        "None of four domains showed a reliable change. For brain the recordings differ by more than their "
        "own measurement error, but by no more than comparison infants change. The limits of reliable change "
        "are "
        "set for 4 domains together (Holm).");
}

TEST_CASE("a small rise of ORC is told as what it is, and what was found at an earlier visit is not lost") {
  const auto report = example_report(synth::Scenario::improved, 3);
  REQUIRE(report.visits.size() == 3);
  bool found = false;
  for (const report::Statement& statement : report.statements) {
    if (statement.domain != report::Domain::temperament) continue;
    found = true;
    CHECK(statement.headline == "Cannot be judged (visit 3)");  // the comparison infants have no third visit
    CHECK(statement.sentence.english().find(
              "by no more than comparison infants of this age change in this time") != std::string::npos);
  }
  CHECK(found);
  CHECK(report.pattern.english().starts_with("At follow-up: None of four domains showed a reliable change."));
  CHECK(report.pattern.english().find(" At visit 3: ") != std::string::npos);
}
