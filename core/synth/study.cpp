#include "synth/study.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/csv.hpp"
#include "base/json.hpp"
#include "base/random.hpp"
#include "behavior/scales.hpp"
#include "report/studies.hpp"
#include "stats/students_t.hpp"
#include "synth/calendar.hpp"
#include "synth/noise.hpp"
#include "synth/purpose.hpp"

namespace attune::synth {
namespace {

constexpr const char* treated = "ppd";
constexpr const char* control = "control";
constexpr std::array<const char*, 2> sessions{"ses-1", "ses-2"};
constexpr double weeks_between = 9;

struct Outcome {
  const char* measure;
  double d;             ///< published
  double control_mean;  ///< assumed, as are sd and retest
  double sd;
  double retest;
  const char* source;
};
constexpr const char* published = "Krzeczkowski, Schmidt & Van Lieshout 2021";
consteval Outcome outcome_of(const char* measure, double control_mean, double sd) {
  return {measure, report::published_d(measure), control_mean, sd, 0.6, published};
}
constexpr std::array outcomes{outcome_of("faa_f4_f3", 0.05, 0.25), outcome_of("rsa_ln_ms2", 3.40, 0.80),
                              outcome_of("orc_mother", 4.90, 0.60), outcome_of("orc_partner", 4.80, 0.60)};

double true_mean(const Outcome& outcome, const std::string& group, std::size_t visit) {
  const bool before_treatment = group == treated && visit == 0;
  return outcome.control_mean - (before_treatment ? outcome.d * outcome.sd : 0);
}

/// Normal numbers, then brought to mean 0 and SD 1 exactly.
std::vector<double> standard_scores(Random& random, int n) {
  std::vector<double> scores(static_cast<std::size_t>(n));
  double mean = 0, squares = 0;
  for (double& score : scores) {
    score = random.normal();
    mean += score / n;
  }
  for (double& score : scores) {
    score -= mean;
    squares += score * score;
  }
  const double sd = std::sqrt(squares / (n - 1));
  for (double& score : scores) score /= sd;
  return scores;
}

/// Standard scores of two visits that correlate exactly as asked.
std::array<std::vector<double>, 2> two_visits(Random& random, int n, double correlation) {
  std::array<std::vector<double>, 2> scores{standard_scores(random, n), standard_scores(random, n)};
  auto& [first, second] = scores;
  double shared = 0, squares = 0;
  for (std::size_t i = 0; i < first.size(); ++i) shared += first[i] * second[i];
  for (std::size_t i = 0; i < first.size(); ++i) {
    second[i] -= shared / (n - 1) * first[i];
    squares += second[i] * second[i];
  }
  const double sd = std::sqrt(squares / (n - 1));
  for (std::size_t i = 0; i < first.size(); ++i)
    second[i] = correlation * first[i] + std::sqrt(1 - correlation * correlation) * second[i] / sd;
  return scores;
}

StudyMeasure describe(const Outcome& outcome, int infants) {
  StudyMeasure measure{outcome.measure, outcome.d,      outcome.sd, outcome.retest, outcome.d * outcome.sd, 1,
                       false,           outcome.source, {}};
  // Changes have the SD √(2 (1 − r)) in SDs of the measure; their means are compared by Student's t.
  const double t = outcome.d / (std::sqrt(2 * (1 - outcome.retest)) * std::sqrt(2.0 / infants));
  measure.p = stats::students_t_two_sided_p(t, 2 * infants - 2);
  measure.significant = measure.p < 0.05;
  for (const char* group : {treated, control})
    for (std::size_t v = 0; v < sessions.size(); ++v)
      measure.cells.push_back({group, sessions[v], true_mean(outcome, group, v), outcome.sd});
  return measure;
}

/// Four EEG channels and an ECG for two and a half minutes: as little as every measure can be had from.
RecordingSettings short_recording(const StudyVisit& visit, double heart_rate_bpm, double breathing_hz) {
  RecordingSettings settings;
  settings.duration_s = 150;
  settings.phases.clear();
  settings.sites = {"F3", "F4", "P3", "P4"};
  settings.eeg_sample_rate_hz = 128;
  settings.respiration_sample_rate_hz = 0;
  settings.faa_ln = visit.truth.at("faa_f4_f3");
  settings.rsa_ln_ms2 = visit.truth.at("rsa_ln_ms2");
  settings.beat_jitter_ms = 0.8;
  settings.heart_rate_bpm = heart_rate_bpm;
  settings.breathing_hz = breathing_hz;
  return settings;
}

/// What a pair shares: age and sex.
struct PairOf {
  double age_months;
  std::string sex;
};

StudyInfant make_infant(std::uint64_t seed, int number, int pair, const char* group, const PairOf& shared) {
  StudyInfant infant;
  char name[32];
  std::snprintf(name, sizeof name, "sub-%03d", number);
  infant.participant = name;
  std::snprintf(name, sizeof name, "p%03d", pair);
  infant.pair = name;
  infant.group = group;
  infant.sex = shared.sex;
  for (std::size_t v = 0; v < sessions.size(); ++v) {
    StudyVisit visit;
    visit.visit = sessions[v];
    visit.age_months =
        std::round(100 * (shared.age_months + (v > 0 ? weeks_between * 7 / days_per_month : 0))) / 100;
    // 32 bits, so that a reader of the truth whose numbers are doubles gets the same seed.
    visit.recording.seed =
        seed_for(seed, purpose::study, 100 + 4 * static_cast<std::uint64_t>(number) + v) >> 32;
    infant.visits.push_back(std::move(visit));
  }
  return infant;
}

void draw_truth(std::vector<StudyInfant>& infants, const char* group, Random& random, int n) {
  for (const Outcome& outcome : outcomes) {
    const auto scores = two_visits(random, n, outcome.retest);
    std::size_t i = 0;
    for (StudyInfant& infant : infants) {
      if (infant.group != group) continue;
      for (std::size_t v = 0; v < sessions.size(); ++v)
        infant.visits[v].truth[outcome.measure] = true_mean(outcome, group, v) + outcome.sd * scores[v][i];
      ++i;
    }
  }
}

}  // namespace

Study make_study(std::uint64_t seed, int infants) {
  Study study;
  study.about =
      "Truth of a simulated study: no infant was recorded. Group means, SDs and changes are exact in the "
      "true "
      "values; asymmetries are ln(F4) - ln(F3) of 6-9 Hz power, RSA is ln(ms^2) in 0.24-1.04 Hz, ORC are "
      "scores of 1 to 7.";
  study.seed = seed;
  for (const Outcome& outcome : outcomes) study.measures.push_back(describe(outcome, infants));
  Random random(seed_for(seed, purpose::study));
  std::vector<PairOf> pairs;
  for (int i = 0; i < infants; ++i)
    pairs.push_back({5.2 + 0.6 * random.uniform(-1, 1), random.uniform() < 0.5 ? "f" : "m"});
  for (const char* group : {treated, control})
    for (int i = 0; i < infants; ++i)
      study.infants.push_back(make_infant(seed, static_cast<int>(study.infants.size()) + 1, i + 1, group,
                                          pairs[static_cast<std::size_t>(i)]));
  for (const char* group : {treated, control}) draw_truth(study.infants, group, random, infants);
  for (StudyInfant& infant : study.infants) {
    const double rate = 141 + 6 * random.uniform(-1, 1), breathing_hz = 0.6 + 0.06 * random.uniform(-1, 1);
    for (std::size_t v = 0; v < sessions.size(); ++v) {
      StudyVisit& visit = infant.visits[v];
      const std::uint64_t recording_seed = visit.recording.seed;
      visit.recording = short_recording(visit, rate - (v > 0 ? 3 : 0), breathing_hz);
      visit.recording.seed = recording_seed;
      visit.recording.start = v == 0 ? "2024-03-04T09:30:00" : "2024-05-06T09:30:00";
    }
  }
  return study;
}

namespace {

/// A score as a questionnaire has it: what is drawn beyond the scale's end is its end.
std::string score_text(const StudyVisit& visit, const char* id) {
  const auto range = behavior::range_of(behavior::scale_named(behavior::known_scales(), id));
  return decimal_text(std::clamp(visit.truth.at(id), range->lowest, range->highest), 2);
}

}  // namespace

std::string study_path(const StudyInfant& infant, const StudyVisit& visit) {
  return infant.participant + "/" + visit.visit + "/eeg/" + infant.participant + "_" + visit.visit +
         "_task-rest_eeg.edf";
}

std::map<std::string, std::string> study_tables(const Study& study) {
  std::map<std::string, std::string> tables;
  std::string participants = "participant_id\tgroup\tpair\tsex\n";
  std::string scores = "participant_id\tsession_id\torc_mother\torc_partner\n";
  for (const StudyInfant& infant : study.infants) {
    participants += infant.participant + "\t" + infant.group + "\t" + infant.pair + "\t" + infant.sex + "\n";
    std::string table = "session_id\tage_months\n";
    for (const StudyVisit& visit : infant.visits) {
      table += visit.visit + "\t" + decimal_text(visit.age_months, 2) + "\n";
      scores += infant.participant + "\t" + visit.visit + "\t" + score_text(visit, "orc_mother") + "\t" +
                score_text(visit, "orc_partner") + "\n";
    }
    tables[infant.participant + "/" + infant.participant + "_sessions.tsv"] = table;
  }
  tables["participants.tsv"] = participants;
  tables["phenotype/ibq_r.tsv"] = scores;
  tables["truth.json"] = dump(to_json(study), 1) + "\n";
  const Json description{{"Name", "Simulated study of infant regulation: no infant was recorded"},
                         {"BIDSVersion", "1.8.0"},
                         {"DatasetType", "raw"},
                         {"GeneratedBy", {{{"Name", "attune synth --study"}, {"Version", ATTUNE_VERSION}}}}};
  tables["dataset_description.json"] = dump(description, 1) + "\n";
  const Json columns{
      {"group", {{"Description", "ppd: infant of a treated mother; control: comparison infant"}}},
      {"pair", {{"Description", "Infants of one pair have the same age and sex"}}},
      {"sex", {{"Description", "f or m"}}}};
  tables["participants.json"] = dump(columns, 1) + "\n";
  return tables;
}

}  // namespace attune::synth
