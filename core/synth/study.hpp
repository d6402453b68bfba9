// A simulated study as the published one: infants of treated mothers and matched comparison infants, two
// visits nine weeks apart, short recordings and questionnaire scores, with the truth of both groups.
//
// The true values of each group are standardised: their means, SDs and the correlation of the visits are
// exactly as set, and what varies with the seed is who has which value, and every sample of the recordings.
// So an analysis that recovers the truth has only the recordings' own error between it and the truth. The
// comparison infants do not change; the treated ones end, on average, where the comparison infants are.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "synth/recording.hpp"

namespace attune::synth {

/// The seed that the study is shown with.
inline constexpr std::uint64_t study_seed = 2021;
/// As many infants in a group as the published study had.
inline constexpr int study_infants = 40;

/// What is true of one measure in one group at one visit.
struct StudyCell {
  std::string group, visit;
  double mean = 0, sd = 0;

  static constexpr const char* type_name = "StudyCell";
  static constexpr auto fields() {
    return std::array{field<&StudyCell::group>("group", "Which group."),
                      field<&StudyCell::visit>("visit", "Which visit."),
                      field<&StudyCell::mean>("mean", "Mean of the infants' true values."),
                      field<&StudyCell::sd>("sd", "Their SD.")};
  }
};

struct StudyMeasure {
  std::string measure;
  double d = 0, sd = 0, retest = 0;
  double change_difference = 0;
  double p = 1;
  bool significant = false;
  std::string source;
  std::vector<StudyCell> cells;

  static constexpr const char* type_name = "StudyMeasure";
  static constexpr auto fields() {
    using M = StudyMeasure;
    return std::array{
        field<&M::measure>("measure", "As the report names it."),
        field<&M::d>("d", "Published change of the treated group, in SDs; the comparison group has none."),
        field<&M::sd>("sd", "SD between infants, in both groups at both visits: assumed."),
        field<&M::retest>("retest", "Correlation of the two visits within a group: assumed."),
        field<&M::change_difference>("change_difference", "Treated minus comparison change: d times SD."),
        field<&M::p>("p", "Of group × time, if the true values themselves were analysed."),
        field<&M::significant>("significant", "Whether that p is below .05."),
        field<&M::source>("source", "Where d comes from."),
        field<&M::cells>("cells", "True means by group and visit.")};
  }
};

/// One infant at one visit: the true values, and the recording made from them.
struct StudyVisit {
  std::string visit;
  double age_months = 0;
  std::map<std::string, double> truth;  ///< by measure
  RecordingSettings recording;

  static constexpr const char* type_name = "StudyVisit";
  static constexpr auto fields() {
    return std::array{field<&StudyVisit::visit>("visit", "Which visit."),
                      field<&StudyVisit::age_months>("age_months", "Age at this visit."),
                      field<&StudyVisit::truth>("truth", "True value by measure.")};
  }
};

struct StudyInfant {
  std::string participant, group, pair, sex;
  std::vector<StudyVisit> visits;

  static constexpr const char* type_name = "StudyInfant";
  static constexpr auto fields() {
    using I = StudyInfant;
    return std::array{field<&I::participant>("participant", "Label of the simulated infant."),
                      field<&I::group>("group", "Which group."),
                      field<&I::pair>("pair", "Matched pair: same age and sex."),
                      field<&I::sex>("sex", "f or m."), field<&I::visits>("visits", "In time order.")};
  }
};

struct Study {
  std::string about;
  std::uint64_t seed = 0;
  std::vector<StudyMeasure> measures;
  std::vector<StudyInfant> infants;

  static constexpr const char* type_name = "SimulatedStudy";
  static constexpr auto fields() {
    return std::array{field<&Study::about>("about", "What this file is."),
                      field<&Study::seed>("seed", "Same seed and size: the same study."),
                      field<&Study::measures>("measures", "What is true of the groups."),
                      field<&Study::infants>("infants", "What is true of each infant.")};
  }
};

/// `infants` in each group, at least 3.
Study make_study(std::uint64_t seed = study_seed, int infants = study_infants);

/// Path of a visit's recording in the study's BIDS folder.
std::string study_path(const StudyInfant& infant, const StudyVisit& visit);

/// The folder's tables and descriptions by path: participants, sessions, phenotype, truth.
std::map<std::string, std::string> study_tables(const Study& study);

}  // namespace attune::synth
