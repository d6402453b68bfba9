// What turns a coding table into an infant's states: which code means which state (a setting, so that the
// report repeats it), and which part of a table is the infant's (an option of the visit).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/interval.hpp"

namespace attune::behavior {

/// The state of time that cannot be scored, and the word that leaves a code out.
inline constexpr const char* unscorable_state = "unscorable";
inline constexpr const char* ignored_code = "ignore";

/// One spelling of a code. Capitals, blanks, hyphens and underscores do not count.
struct StateRule {
  std::string code;
  std::string state;

  static constexpr const char* type_name = "StateRule";
  static constexpr auto fields() {
    return std::array{field<&StateRule::code>("code"), field<&StateRule::state>("state")};
  }
};

std::vector<StateRule> default_state_rules();

struct CodingSettings {
  std::vector<StateRule> states = default_state_rules();
  std::string primary_state = "withdrawn";
  double fewest_scorable_s = 10;
  double good_scorable_s = 60;
  double good_kappa = 0.61;
  double bin_s = 1;
  double agreement_stretch_s = 30;
  double frame_s = 0.04;
  double longest_phase_s = 1800;

  static constexpr const char* type_name = "CodingSettings";
  static constexpr auto fields() {
    using C = CodingSettings;
    return std::array{
        field<&C::states>("states", up_to(1000), from("states_weinberg_tronick_1999")),
        field<&C::primary_state>("primary_state", cited("Ntow et al. 2021")),
        field<&C::fewest_scorable_s>("fewest_scorable_s", between(0, 86400), from("common_practice")),
        field<&C::good_scorable_s>("good_scorable_s", between(0, 86400), from("common_practice_of_120_s")),
        field<&C::good_kappa>("good_kappa", between(0, 1), from("landis_koch_1977")),
        field<&C::bin_s>("bin_s", between(0.05, 60), from("common_practice")),
        field<&C::agreement_stretch_s>("agreement_stretch_s", between(1, 600),
                                       from("stretches_yang_zhou_2014")),
        field<&C::frame_s>("frame_s", between(0, 1), from("pal_25_frames_a_second")),
        field<&C::longest_phase_s>("longest_phase_s", between(1, 86400), from("phases_mesman_2009"))};
  }
  static constexpr auto orders() {
    return std::array{at_most("fewest_scorable_s", "good_scorable_s"),
                      at_most("bin_s", "agreement_stretch_s")};
  }
};

/// Which part of a table the second coder coded. What is empty is as the first coder's, where his table has that.
struct SecondCoder {
  std::string observation;
  std::string subject;
  std::vector<std::string> tiers;
  std::string code_column;

  /// Whether anything is chosen: then the second coder may stand in the first one's table.
  bool is_chosen() const {
    return !observation.empty() || !subject.empty() || !tiers.empty() || !code_column.empty();
  }

  static constexpr const char* type_name = "SecondCoder";
  static constexpr auto fields() {
    using S = SecondCoder;
    return std::array{
        field<&S::observation>("observation", "Which observation is the second coder's."),
        field<&S::subject>("subject", "Which subject is the infant there."),
        field<&S::tiers>("tiers", up_to(1000), "Which tiers or columns are the second coder's."),
        field<&S::code_column>("code_column", "Which code of a Datavyu column is read there.")};
  }
};

/// A code that is a phase of the procedure under a name of the site's own.
struct PhaseCode {
  std::string code;
  std::string phase;

  static constexpr const char* type_name = "PhaseCode";
  static constexpr auto fields() {
    return std::array{
        field<&PhaseCode::code>("code", "As the coding names it; capitals and punctuation do not count."),
        field<&PhaseCode::phase>("phase",
                                 "Which phase it is: play, still-face, reunion …; empty: its own name.")};
  }
};

/// Which part of a table is this visit's infant, and how its clock stands to the recording's.
struct CodingOptions {
  std::string observation;
  std::string subject;
  std::vector<std::string> tiers;
  std::string code_column;
  SecondCoder second;
  std::vector<PhaseCode> phase_codes;
  std::optional<double> offset_s;
  std::vector<Phase> phases;
  bool annotations = true;

  static constexpr const char* type_name = "CodingOptions";
  static constexpr auto fields() {
    using C = CodingOptions;
    return std::array{
        field<&C::observation>("observation", "Which observation of the table; empty: the only one."),
        field<&C::subject>(
            "subject",
            "Which subject or participant is the infant; empty: the only one, or one of that name."),
        field<&C::tiers>(
            "tiers", up_to(1000),
            "Which tiers (ELAN) or columns (Datavyu) hold the infant's states; empty: the only one, or one "
            "of that name."),
        field<&C::code_column>("code_column", "Which code of a Datavyu column; empty: its first."),
        field<&C::second>("second", "The same for the second coder."),
        field<&C::phase_codes>("phase_codes", up_to(1000),
                               "Codes that are phases, although their names do not say so."),
        field<&C::offset_s>("offset_s", between(-1e10, 1e10),
                            "Time of the recording at which the coding's clock shows 0; null: not known."),
        field<&C::phases>(
            "phases", up_to(1000, between(-1e10, 1e10)),
            "The phases in the coding's time, entered by hand; empty: as coded, else as the recording has "
            "them."),
        field<&C::annotations>(
            "annotations",
            "Whether annotations of the recording that name a state are taken where there is no table.")};
  }
};

}  // namespace attune::behavior
