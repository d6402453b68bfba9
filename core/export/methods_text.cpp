#include "export/methods_text.hpp"

#include <algorithm>
#include <set>

#include "base/json.hpp"
#include "base/words.hpp"
#include "export/paper_text.hpp"

namespace attune::exports {
namespace {

/// 'preset "infant"', or of each visit where they differ.
std::string presets_text(const report::Report& report) {
  std::set<std::string> presets;
  for (const visit::Visit& visit : report.visits)
    if (has_detected_beats(visit)) presets.insert(visit.heart.preset);
  const auto preset = [](const std::string& name) { return "preset \"" + name + "\""; };
  if (presets.size() == 1) return preset(*presets.begin());
  return by_visit(report, [&](const visit::Visit& visit) {
    return has_detected_beats(visit) ? preset(visit.heart.preset) : std::string();
  });
}

std::string heart_text(const report::Report& report) {
  if (!any_visit(report, has_beats)) return "";
  const hrv::Settings &used = report.provenance.settings.hrv, usual;
  const auto first = std::find_if(report.visits.begin(), report.visits.end(), has_beats);
  const bool usual_band =
      first->heart.rsa_band_low_hz == usual.rsa_low_hz && first->heart.rsa_band_high_hz == usual.rsa_high_hz;
  return beats_text(report) +
         " Respiratory sinus arrhythmia (RSA) was the natural logarithm of the power of the heart period "
         "from " +
         num(first->heart.rsa_band_low_hz) + " to " + num(first->heart.rsa_band_high_hz) + " Hz" +
         (usual_band ? " (Bar-Haim et al., 2000)" : "") + ", in ln ms², by " +
         first->heart.rsa_method.english() +
         (used.rsa_beat_model == hrv::BeatModel::ipfm
              ? ", raised by what integral pulse frequency modulation (Hyndman and Mohn, 1975) takes off"
              : "") +
         "; the power that the noise of the R times brings was taken off. RSA by the polynomial filter of "
         "Porges and Bohrer (1990) was formed beside it. Both are means over epochs of " +
         num(used.epoch_s) + " s (" +
         by_visit(report,
                  [](const visit::Visit& visit) {
                    if (!has_beats(visit)) return std::string();
                    return std::to_string(visit.quality.heart_epochs_used) + " of " +
                           std::to_string(visit.quality.heart_epochs_total) + " epochs";
                  }) +
         "); an epoch with more than " + num(used.max_edited_percent) + " % edited beats or " +
         num(used.max_missing_percent) +
         " % missing time was not used, nor one whose RSA and RMSSD contradict each other, and a mean needed "
         "at "
         "least " +
         num(used.min_epochs) +
         " epochs. RMSSD, SDNN and heart rate are those of all intervals outside the epochs not used. "
         "Standard "
         "errors come from the slowest waves of the epochs' values within phases (cosines, the slowest "
         "weighing "
         "most; Lazarus et al., 2018), by the jackknife where all intervals give one value.";
}

std::string brain_text(const report::Report& report) {
  const auto first = std::find_if(report.visits.begin(), report.visits.end(), has_brain);
  if (first == report.visits.end()) return "";
  const eeg::Settings& used = report.provenance.settings.eeg;
  const bool usual_band = is_usual_alpha(used.alpha.low_hz, used.alpha.high_hz);
  const eeg::Pair pair = used.pairs.empty() ? eeg::Pair{"", ""} : used.pairs.front();
  return "Frontal alpha asymmetry was ln power at " + pair.right + " minus ln power at " + pair.left +
         " (positive: relatively more left activity), in the bins from " + num(used.alpha.low_hz) + " to " +
         num(used.alpha.high_hz) + " Hz, both included" + (usual_band ? " (Marshall et al., 2002)" : "") +
         ", of windows of 1 s that overlap by half, each without its mean and under a Hann taper; "
         "reference: " +
         first->eeg.reference.english() + ". " + artifact_text(report) + " Clean signal of the pair: " +
         by_visit(report,
                  [](const visit::Visit& visit) {
                    if (!has_brain(visit)) return std::string();
                    return num(visit.quality.eeg_clean_s) + " of " + num(visit.quality.eeg_total_s) + " s";
                  }) +
         "; at least " + num(used.min_clean_s) +
         " s were needed. Standard errors come from a bootstrap of blocks of " + num(used.block_s) +
         " s (Künsch, 1989; " + num(used.bootstrap_samples) + " draws, seed " + num(used.bootstrap_seed) +
         "), multiplied by the root of how much more power the slowest waves of the asymmetry had than all "
         "its waves "
         "(cosines, the slowest weighing most; Lazarus et al., 2018). Exponent and offset of the 1/f "
         "background, a line of ln power over ln frequency from " +
         num(used.background.low_hz) + " to " + num(used.background.high_hz) + " Hz without " +
         num(used.background_left_out.low_hz) + " to " + num(used.background_left_out.high_hz) +
         " Hz (after Donoghue et al., 2020), were formed beside it, with errors from the same draws.";
}

/// Titles of the measures of some domains that have a value.
std::vector<std::string> titles(const report::Report& report, const std::set<report::Domain>& domains) {
  std::vector<std::string> found;
  for (const report::Measure& measure : report.measures) {
    const bool any = std::any_of(measure.visits.begin(), measure.visits.end(),
                                 [](const Estimate& estimate) { return estimate.value.has_value(); });
    if (any && domains.contains(measure.domain)) found.push_back(measure.title.english());
  }
  return found;
}

std::string scores_text(const report::Report& report) {
  const auto scales =
      titles(report, {report::Domain::temperament, report::Domain::mother, report::Domain::other});
  return scales.empty() ? "" : "Scores were entered or imported, not taken: " + joined(scales) + ".";
}

std::string behaviour_text(const report::Report& report) {
  const auto coded = std::find_if(report.visits.begin(), report.visits.end(),
                                  [](const visit::Visit& visit) { return visit.still_face.reason.empty(); });
  if (coded == report.visits.end()) return "";
  std::string text = "Infant behaviour in the still-face procedure was coded with another program (read as " +
                     coded->still_face.format.english() + ") into the states " +
                     joined(coded->still_face.states) +
                     "; what is compared is each state's share of the scorable time of a phase.";
  const std::string kappa = by_visit(report, [](const visit::Visit& visit) {
    const auto& of = visit.still_face.agreement;
    return of.kappa ? num(*of.kappa) + " (" + std::to_string(of.n) + " bins)" : std::string();
  });
  if (!kappa.empty()) text += " Cohen's kappa of two coders: " + kappa + ".";
  return text;
}

template <class Test>
bool any_change(const report::Report& report, Test test) {
  return std::any_of(report.measures.begin(), report.measures.end(), [&](const report::Measure& measure) {
    return std::any_of(measure.changes.begin(), measure.changes.end(), test);
  });
}

std::string reliable_text(const report::Report& report) {
  std::set<std::string> methods;
  for (const report::Measure& measure : report.measures)
    for (const report::Change& change : measure.changes)
      if (change.reliable.finding != report::ReliableFinding::cannot_judge)
        methods.insert(change.reliable.method);
  std::vector<std::string> said;
  if (methods.contains("Jacobson–Truax")) said.push_back("by the index of Jacobson and Truax (1991)");
  if (methods.contains("control-adjusted"))
    said.push_back(
        "against the changes of comparison infants seen twice over a like interval (t on n - 1 degrees of "
        "freedom, error s times the root of 1 + 1/n; Crawford and Howell, 1998)");
  if (methods.contains("regression-based"))
    said.push_back(
        "for an extreme baseline, and of shares where it was the stricter, by regression of the later value "
        "on "
        "the baseline among them (Crawford and Garthwaite, 2007)");
  if (methods.contains("points"))
    said.push_back("by " + num(report.provenance.settings.comparison.epds_reliable_points) +
                   " points of the EPDS (Matthey, 2004)");
  if (said.empty()) return " Reliable change was not judged: no reliability of the measures was given.";
  const bool shares =
      any_change(report, [](const report::Change& change) { return !change.reliable.scale.empty(); });
  const bool family =
      any_change(report, [](const report::Change& change) { return change.reliable.p_holm.has_value(); });
  return " Reliable change was judged " + joined(said, ", or ") + "." +
         (shares ? " Coded shares were judged as the arcsine of their square root." : "") +
         (family ? " The primary measures of all domains judged were adjusted together (Holm, 1979); all "
                   "other measures "
                   "are exploratory."
                 : "");
}

std::string comparison_text(const report::Report& report) {
  if (report.visits.size() < 2) return "";
  std::string text =
      "Each later visit was compared with the first: later minus earlier, with a 95 % confidence interval "
      "from "
      "the standard errors of both visits (degrees of freedom after Welch and Satterthwaite). An interval "
      "that "
      "leaves out zero was called a difference beyond the recordings' own error, not a change of the infant.";
  text += reliable_text(report);
  const bool placed =
      std::any_of(report.measures.begin(), report.measures.end(), [](const report::Measure& measure) {
        return std::any_of(measure.places.begin(), measure.places.end(),
                           [](const report::Place& place) { return place.t.has_value(); });
      });
  text += placed ? " The infant's place among comparison infants was judged by the t of Crawford and Howell "
                   "(1998)."
                 : " No place among comparison infants was judged.";
  for (const report::SpecificationCurve& curve : report.specification_curves) {
    if (curve.analyses.empty()) continue;
    const auto measure = std::find_if(report.measures.begin(), report.measures.end(),
                                      [&](const report::Measure& one) { return one.id == curve.measure; });
    text += " The change of " +
            (measure == report.measures.end() ? curve.measure : measure->title.english()) +
            " was formed in " + std::to_string(curve.analyses.size()) +
            " ways, under every combination of choices that the recordings allowed (specification curve; "
            "Simonsohn et al., 2020): " +
            curve.headline.english();
  }
  return text;
}

/// Paths at which two trees differ, with both values.
void differences(const Json& used, const Json& usual, const std::string& path,
                 std::vector<std::string>& found) {
  if (used == usual) return;
  if (used.is_object() && usual.is_object()) {
    for (const auto& [name, value] : used.items())
      differences(value, usual.value(name, Json()), path.empty() ? name : path + "." + name, found);
  } else if (used.is_array() && !used.empty() && used[0].is_structured()) {
    found.push_back(path + " (changed)");
  } else {
    found.push_back(path + " = " + dump(used) + " (default " + dump(usual) + ")");
  }
}

/// What was decided by hand, in numbers; empty: nothing.
std::string edits_text(const visit::EditSettings& edits) {
  std::size_t beats = 0, heart = 0, brain = 0, channels = 0;
  for (const visit::RecordingEdits& recording : edits.recordings) {
    for (const ecg::BeatEdit& edit : recording.beats)
      ++(edit.action == ecg::EditAction::exclude ? heart : beats);
    brain += recording.eeg_excluded.size();
    channels += recording.eeg_excluded_channels.size();
  }
  std::vector<std::string> parts;
  const auto add = [&](std::size_t n, const char* what) {
    if (n > 0) parts.push_back(counted(static_cast<int>(n), what));
  };
  add(beats, "beat edit");
  add(heart, "heart exclusion");
  add(brain, "EEG exclusion");
  add(channels, "channel exclusion");
  return parts.empty() ? "" : "By hand: " + joined(parts) + ". ";
}

std::string settings_text(const report::Report& report) {
  visit::Settings used = report.provenance.settings;
  const std::string by_hand = edits_text(used.edits);
  used.edits = {};
  std::vector<std::string> changed;
  differences(to_json(used), to_json(visit::Settings{}), "", changed);
  return by_hand + (changed.empty()
                        ? "All settings were the program's defaults."
                        : "Settings that differ from the program's defaults: " + joined(changed, "; ") + ".");
}

/// What of the recordings was left out because they say so themselves; empty if nothing.
std::string marked_text(const report::Report& report) {
  std::vector<std::string> visits;
  for (const visit::Visit& visit : report.visits) {
    double all_s = 0;
    for (const Interval& stretch : edf::TimeMarks{{}, visit.file.left_out}.stretches())
      all_s += stretch.duration_s();
    if (all_s > 0) visits.push_back(visit.label + ": " + num(all_s) + " s");
  }
  return visits.empty()
             ? ""
             : " Stretches that annotations or the amplifier's status mark as bad were left out of "
               "brain and heart (" +
                   joined(visits, "; ") + ").";
}

std::string limits_text(const report::Report& report) {
  const bool simulated = any_visit(report, [](const visit::Visit& visit) { return visit.file.simulated; });
  return std::string(simulated ? "The recordings are simulated. " : "") +
         "The processing is the program's own and reproduces that of no published study. The numbers "
         "describe "
         "one infant and do not show what caused a change; the program does not diagnose.";
}

}  // namespace

std::string beats_text(const report::Report& report) {
  std::string text;
  if (any_visit(report, has_detected_beats))
    text += "R peaks were taken from the ECG (" + presets_text(report) +
            ") as the most likely path through the peaks of a filter matched to the recording's own average "
            "beat, and timed between samples. ";
  for (const char* source : {"list of beats", "annotations"}) {
    std::vector<std::string> visits;
    for (const visit::Visit& visit : report.visits)
      if (visit.heart.source == source) visits.push_back(visit.label);
    if (!visits.empty())
      text += "Beats were taken from " +
              std::string(source[0] == 'l' ? "a list made with another program" : "annotations") + " (" +
              joined(visits) + "). ";
  }
  text +=
      "Beats were classed as by Lipponen and Tarvainen (2019), those being corrected whose move, removal or "
      "insertion makes the differences of successive intervals likelier; intervals that none beside them "
      "supported within the criterion of Berntson et al. (1990) were left out.";
  return text;
}

std::string artifact_text(const report::Report& report) {
  const eeg::Settings& used = report.provenance.settings.eeg;
  return "Windows were left out for gaps, clipping, a range below " + num(used.flat_uv) +
         " µV, amplitudes above " + num(used.max_abs_uv) + " µV, steps above " + num(used.max_step_uv) +
         " µV between samples, and power from " + num(used.muscle.low_hz) + " to " +
         num(used.muscle.high_hz) + " Hz above " + num(used.muscle_factor) +
         " times the channel's median; these limits are common practice, not a standard.";
}

/// How ages were corrected for weeks born early; empty where none are told.
std::string ages_text(const report::Report& report) {
  const auto early = std::find_if(report.visits.begin(), report.visits.end(),
                                  [](const visit::Visit& visit) { return visit.weeks_early.has_value(); });
  if (early == report.visits.end()) return "";
  const visit::CheckSettings& used = report.provenance.settings.check;
  const std::string corrected = by_visit(report, [](const visit::Visit& visit) {
    return visit.corrected_age_months
               ? tenths(*visit.corrected_age_months) + " for " + tenths(*visit.age_months) + " months"
               : std::string();
  });
  const std::string born =
      " The infant was born " + tenths(*early->weeks_early) + " weeks before the 40th of pregnancy";
  if (corrected.empty()) return born + "; ages were not corrected.";
  return born + ". Ages were corrected for these weeks (" + corrected +
         "), as is done for infants born more than " + num(used.preterm_weeks_early) +
         " weeks early (Engle, 2004) up to " + num(used.corrected_until_months) +
         " months (Wilson and Cradock, 2004).";
}

Methods methods(const report::Report& report) {
  Methods text;
  text.software = "Recordings " +
                  (report.participant.empty() ? "" : "of infant " + report.participant + " ") +
                  "were analysed with Attune " + report.provenance.version + "." + marked_text(report) +
                  ages_text(report);
  text.heart = heart_text(report);
  text.brain = brain_text(report);
  text.scores = scores_text(report);
  text.behaviour = behaviour_text(report);
  text.comparison = comparison_text(report);
  text.settings = settings_text(report);
  text.limits = limits_text(report);
  const std::string all = text.software + text.heart + text.brain + text.behaviour + text.comparison;
  text.references = references_in(all);
  return text;
}

std::string methods_text(const report::Report& report) {
  const Methods parts = methods(report);
  std::string text;
  for (const std::string* part : {&parts.software, &parts.heart, &parts.brain, &parts.scores,
                                  &parts.behaviour, &parts.comparison, &parts.settings, &parts.limits})
    if (!part->empty()) text += *part + "\n\n";
  for (const std::string& reference : parts.references) text += reference + "\n";
  return text;
}

}  // namespace attune::exports
