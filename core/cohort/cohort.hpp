// A cohort while its recordings come in, in any order, and what enters the comparison. Of each recording a
// few numbers are kept, so that thousands of them take little memory. The order in which they came does not
// show in anything that is made of it.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cohort/kept_choices.hpp"
#include "cohort/kept_texts.hpp"
#include "cohort/measured.hpp"
#include "cohort/plan.hpp"

namespace attune::cohort {

/// What is the same of a measure in all recordings.
struct MeasureInfo {
  std::string id;
  std::optional<report::Domain> domain;  ///< none: a score
  words::Text title, unit, up_means;
  std::optional<int> decimals;
};

/// One value of the cohort, or why there is none.
struct Row {
  const Infant& infant;
  const Session& session;
  const MeasureInfo& measure;
  std::optional<double> value, se;
  int n = 0;
  words::Text reason;
  std::optional<double> corrected_age_months;  ///< none: not corrected
};

/// What became of one session's recording.
struct Outcome {
  const Infant& infant;
  const Session& session;
  std::string sha256;
  std::optional<visit::Quality> quality;  ///< none: not measured
  int values = 0;                         ///< measures of the recording that enter
  words::Text reason;                     ///< why nothing enters, or what of it does not; empty if all does
  std::string warnings;                   ///< codes
  /// An error: the recording cannot be used; a warning: it was given more than once. None: no more than gates.
  std::optional<Diagnostic> finding;
};

class Cohort {
 public:
  Cohort(Plan plan, Settings settings);

  const Plan& plan() const { return plan_; }
  const Settings& settings() const { return settings_; }

  /// Takes what was measured in the recording of a session; each once.
  void add(std::size_t session, const Measured& measured);

  /// Recordings there are, and those of them that could be used.
  int recordings() const;
  int usable() const;
  /// Usable recordings that the simulator wrote.
  int simulated() const;

  /// Measures that any recording has a value of, in the order of the report's domains, then as the sessions
  /// have them; then the scores.
  std::vector<MeasureInfo> measures() const;

  /// Every infant, visit and measure: by infant, visit, measure.
  void each_row(const std::function<void(const Row&)>& take) const;

  void each_outcome(const std::function<void(const Outcome&)>& take) const;

  /// Why nothing of the session's recording enters; empty if something may.
  words::Text nothing_enters(std::size_t session) const;
  /// Why a domain's values of a recording so good do not enter; empty if they do.
  words::Text gate(report::Domain domain, const visit::Quality& quality) const;
  /// The age of a session that counts: corrected for weeks born early where it is, else as told.
  std::optional<double> counted_age(std::size_t session) const;
  const visit::Quality& quality(std::size_t session) const { return kept_[session].quality; }
  /// What the recordings come to under other choices; nothing where the multiverse was not asked for.
  const KeptChoices& choices() const { return choices_; }

 private:
  struct Value {
    std::uint32_t measure, reason;
    int n;
    double value, se;  ///< not finite: none
  };
  struct Kept {
    bool given = false, simulated = false;
    std::optional<Error> error;
    std::optional<double> corrected_age_months;
    std::string sha256;
    std::vector<std::string> parts_sha256;
    std::string warnings;
    visit::Quality quality;
    std::vector<Value> values;
  };

  std::uint32_t place_of(const MeasureInfo& measure);
  std::vector<std::uint32_t> measure_order() const;
  bool given_twice(const Kept& kept) const;
  Row row(std::size_t session, std::uint32_t measure) const;
  Outcome outcome(std::size_t session) const;

  Plan plan_;
  Settings settings_;
  std::vector<Kept> kept_;  ///< by session
  std::vector<MeasureInfo> measures_;
  std::map<std::string, std::uint32_t> measure_places_;
  KeptTexts texts_;
  KeptChoices choices_;
  std::map<std::string, int> files_;  ///< how often a digest was given
};

}  // namespace attune::cohort
