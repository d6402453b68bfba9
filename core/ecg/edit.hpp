// Automatic and manual editing of detected beats.
//
// Automatic: the classes of Lipponen & Tarvainen 2019 (J Med Eng Technol 43:173), found by what would put them
// right. Successive differences are taken to follow Student's t, scaled by those around them, so that one large
// change, as a sigh or a startle makes, may well be real. Where some beats between two others, if moved, taken
// out or put in, make the differences likelier by more than the price of the edit, they are edited: one beat that
// makes a short and a long interval is moved to the middle of its neighbours (`ectopic` if it comes early by
// more than half of Berntson's criterion, else `long_short`), missed ones are put in (two or three in a row too),
// an extra one is kept in the list as `extra`. Of several edits of one place the likeliest is made; beats of less
// confidence are cheaper. A beat of clearly other shape than those around it that comes early between two usual ones is
// `ectopic` however little early it is, and the usual ones beside it are not what is edited. A step, a single long interval or a steep deceleration has no such edit: its
// differences stay. Nothing is deleted, every change carries its reason.
//
// Manual edits are a list of events, applied to the detected beats in order; undo is dropping the last one.
// A beat that was edited by hand is not touched by automatic editing.
#pragma once

#include <span>
#include <vector>

#include "base/interval.hpp"
#include "ecg/beat_stream.hpp"
#include "ecg/beats.hpp"
#include "ecg/settings.hpp"

namespace attune::ecg {

enum class EditAction { add, move, remove, restore, exclude };
constexpr auto enum_names(EditAction) {
  return std::array<std::string_view, 5>{"add", "move", "remove", "restore", "exclude"};
}

/// One edit by hand. add: a beat at time_s. move: the beat nearest time_s goes to to_s. remove, restore: the
/// beat nearest time_s. exclude: the stretch time_s … to_s is not used.
struct BeatEdit {
  EditAction action = EditAction::add;
  double time_s = 0;
  double to_s = 0;

  static constexpr const char* type_name = "BeatEdit";
  static constexpr auto fields() {
    return std::array{
        field<&BeatEdit::action>("action", "What was done."),
        field<&BeatEdit::time_s>("time_s", between(-1e8, 1e8),
                                 "The beat (the nearest one is meant), or start of the stretch."),
        field<&BeatEdit::to_s>("to_s", between(-1e8, 1e8),
                               "New time of a moved beat, or end of the excluded stretch.")};
  }
};

/// Beats as used for HRV, by time: manual edits first, then automatic editing.
std::vector<Beat> edit_beats(const EcgFeatures& features, const std::vector<BeatEdit>& manual,
                             const Settings& settings);

/// Those of one time stay in their order. Nothing is moved where all are by time already, as they nearly always are.
void sort_by_time(std::vector<Beat>& beats);

/// Stretches not to be used: excluded by hand, marked as bad by the recording, those that are no ECG, and those where detection cannot be
/// trusted. By start.
std::vector<Interval> unusable_stretches(const EcgFeatures& features, const std::vector<BeatEdit>& manual);

enum class CriterionBasis { differences, intervals };
constexpr auto enum_names(CriterionBasis) {
  return std::array<std::string_view, 2>{"differences", "intervals"};
}

/// Berntson et al. 1990 (Psychophysiology 27:586): how much one interval may differ from the next before it
/// is suspected, ms. Mean of the maximum expected difference, 3.32 QD, and the minimal artifact difference,
/// (median − 2.9 QD) / 3. QD is the quartile deviation of the successive differences, or of the intervals.
double berntson_criterion_ms(std::span<const double> rr_ms, CriterionBasis basis);

}  // namespace attune::ecg
