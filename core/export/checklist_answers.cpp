#include "export/checklist_answers.hpp"

#include <algorithm>

#include "base/words.hpp"

namespace attune::exports::answers {
namespace {

/// "EEG: there is none. "
void with_reason(Line& line, const char* what, const words::Text& reason) {
  if (!reason.empty()) line << (line.text.empty() ? "" : " ") << what << reason.english();
}

void or_none(Line& line) {
  if (line.text.empty()) line << "none";
}

/// What the channels of one use say of themselves, each once.
void of_channels(Line& line, const visit::Visit& visit, const char* use,
                 std::string (*of)(const visit::Channel&)) {
  std::vector<std::string> found;
  for (const visit::Channel& channel : visit.file.channels) {
    const std::string text = channel.use == use ? of(channel) : "";
    if (!text.empty() && std::find(found.begin(), found.end(), text) == found.end()) found.push_back(text);
  }
  line << joined(found);
}

void rates(Line& line, const visit::Visit& visit, const char* use) {
  of_channels(line, visit, use,
              [](const visit::Channel& channel) { return num(channel.sample_rate_hz) + " Hz"; });
}

void header_filters(Line& line, const visit::Visit& visit, const char* use) {
  of_channels(line, visit, use, [](const visit::Channel& channel) {
    return lower(channel.prefilter) == "n/a" ? std::string() : channel.prefilter;
  });
  if (!line.text.empty()) line << " (header)";
}

constexpr const char* eeg_use = "EEG";
constexpr const char* heart_use = "heart";

bool is_band_of(ecg::Preset preset, const hrv::Metrics& heart) {
  const hrv::Settings usual = hrv::settings_for(preset);
  return heart.rsa_band_low_hz == usual.rsa_low_hz && heart.rsa_band_high_hz == usual.rsa_high_hz;
}

void quality(Line& line, const ScoreQuality& of) {
  if (!of.sme) return;
  (line << "SME ").rounded(*of.sme, 3);
  if (!of.odd_half || !of.even_half) return;
  (line << ", halves ").rounded(*of.odd_half, 3);
  (line << " and ").rounded(*of.even_half, 3);
}

void change_of(Line& line, const report::Report& report, const report::Measure& measure,
               const report::Change& change) {
  const auto label = [&](int visit) -> const std::string& {
    return report.visits[static_cast<std::size_t>(visit)].label;
  };
  const Estimate& estimate = change.change;
  line << measure.title.english() << ", " << label(change.to) << " minus " << label(change.from) << ": ";
  if (!estimate.value) {
    line << "none (" << estimate.reason.english() << ")";
    return;
  }
  line.rounded(*estimate.value, measure.decimals, true) << " " << measure.unit.english();
  if (estimate.ci_low && estimate.ci_high) {
    (line << ", 95 % interval ").rounded(*estimate.ci_low, measure.decimals, true);
    (line << " to ").rounded(*estimate.ci_high, measure.decimals, true);
  }
  if (change.reliable.p_holm) line << ", Holm's " << p_words(*change.reliable.p_holm);
  std::string strength(name_of(change.ladder.strength));
  std::replace(strength.begin(), strength.end(), '_', ' ');
  line << " (" << strength << ")";
}

}  // namespace

void visit(Line& line, const report::Report&, const visit::Visit& visit) {
  if (visit.age_months)
    line << "age " << *visit.age_months << " months";
  else
    line << "age not entered";
  if (visit.corrected_age_months)
    line << ", corrected " << tenths(*visit.corrected_age_months) << " months (born "
         << tenths(*visit.weeks_early) << " weeks early)";
  if (visit.days_from_first && *visit.days_from_first > 0)
    line << ", " << counted(*visit.days_from_first, "day") << " after the first";
}

void duration(Line& line, const report::Report&, const visit::Visit& visit) {
  if (visit.recorded)
    line << visit.file.duration_s << " s in "
         << counted(static_cast<int>(visit.file.segments.size()), "piece");
  else
    line << "no recording";
}

void phases(Line& line, const report::Report&, const visit::Visit& visit) {
  for (const Phase& phase : visit.phases)
    line << (line.text.empty() ? "" : ", ") << phase.name << " " << phase.end_s - phase.start_s << " s";
}

void without_result(Line& line, const report::Report&, const visit::Visit& visit) {
  with_reason(line, "EEG: ", visit.eeg.reason);
  if (has_brain(visit) && !visit.eeg.asymmetry.front().faa_ln)
    with_reason(line, "EEG asymmetry: ", visit.eeg.asymmetry.front().reason);
  with_reason(line, "heart: ", visit.heart.reason);
  if (has_beats(visit) && !visit.heart.rsa_ln_ms2)
    with_reason(line, "RSA: ", visit.heart.overall.rsa_ln_ms2.reason);
  if (has_beats(visit) && !visit.heart.rmssd_ms)
    with_reason(line, "RMSSD: ", visit.heart.overall.rmssd_ms.reason);
  or_none(line);
}

void digest(Line& line, const report::Report&, const visit::Visit& visit) {
  if (visit.recorded)
    line << visit.file.variant << ", SHA-256 " << visit.file.sha256;
  else
    line << "no recording";
}

// EEG

void eeg_channels(Line& line, const report::Report&, const visit::Visit& visit) {
  line << static_cast<int>(visit.eeg.channels.size());
  const char* before = ": ";
  for (const eeg::ChannelMetrics& channel : visit.eeg.channels) {
    line << before << channel.label;
    before = ", ";
  }
}

void eeg_rate(Line& line, const report::Report&, const visit::Visit& visit) {
  rates(line, visit, eeg_use);
}

void eeg_filters(Line& line, const report::Report&, const visit::Visit& visit) {
  header_filters(line, visit, eeg_use);
}

void recorded_reference(Line& line, const report::Report&, const visit::Visit& visit) {
  if (!visit.eeg.recorded_against.empty()) line << joined(visit.eeg.recorded_against) << " (labels)";
}

void reference(Line& line, const report::Report&, const visit::Visit& visit) {
  line << visit.eeg.reference.english();
}

void steps(Line& line, const report::Report& report, const visit::Visit&) {
  const bool formed = report.provenance.settings.eeg.reference != eeg::Reference::as_recorded;
  line
      << "windows of 1 s that overlap by half; mean taken off, Hann taper, Fourier transform; artifact rules "
         "on the channels as recorded;"
      << (formed ? " reference formed from the spectra;" : "")
      << " mean power of the windows left; logarithms; difference of the sites. No filter, resampling, "
         "interpolation or correction";
}

void bad_channels(Line& line, const report::Report&, const visit::Visit& visit) {
  for (const eeg::ChannelMetrics& channel : visit.eeg.channels)
    if (!channel.bad_reason.empty())
      line << (line.text.empty() ? "" : " ") << channel.label << ": " << channel.bad_reason.english();
  or_none(line);
}

void eeg_by_hand(Line& line, const report::Report& report, const visit::Visit& visit) {
  const visit::RecordingEdits edits = report.provenance.settings.edits.of(visit.file.sha256);
  line << counted(static_cast<int>(edits.eeg_excluded.size()), "exclusion") << ", "
       << counted(static_cast<int>(edits.eeg_excluded_channels.size()), "channel");
}

void clean(Line& line, const report::Report&, const visit::Visit& visit) {
  const eeg::Asymmetry& pair = visit.eeg.asymmetry.front();
  line << visit.quality.eeg_clean_s << " of " << visit.quality.eeg_total_s << " s, " << pair.windows_used
       << " of " << pair.windows_total << " windows";
  const char* before = "; left out: ";
  for (const auto& [reason, windows] : pair.rejected) {
    line << before << reason << " " << windows;
    before = ", ";
  }
}

void asymmetry(Line& line, const report::Report&, const visit::Visit& visit) {
  const eeg::Asymmetry& pair = visit.eeg.asymmetry.front();
  line << "ln power at " << pair.right << " minus ln power at " << pair.left
       << ", no unit (positive: relatively more left activity); absolute power, beside it relative and above "
          "the 1/f background";
}

void eeg_band(Line& line, const report::Report&, const visit::Visit& visit) {
  const double low_hz = visit.eeg.band_low_hz, high_hz = visit.eeg.band_high_hz;
  line << low_hz << " to " << high_hz << " Hz, bins of about 1 Hz, both included ("
       << (is_usual_alpha(low_hz, high_hz) ? "Marshall et al., 2002)" : "set by the user)");
}

void eeg_quality(Line& line, const report::Report&, const visit::Visit& visit) {
  quality(line, visit.eeg.asymmetry.front().absolute_quality);
}

// Heart

void heart_signal(Line& line, const report::Report&, const visit::Visit& visit) {
  line << (has_detected_beats(visit) ? "ECG, channel " : "") << visit.heart.source.english();
}

void ecg_rate(Line& line, const report::Report&, const visit::Visit& visit) {
  rates(line, visit, heart_use);
}

void ecg_filters(Line& line, const report::Report&, const visit::Visit& visit) {
  header_filters(line, visit, heart_use);
}

void breathing(Line& line, const report::Report&, const visit::Visit& visit) {
  const hrv::Metrics& heart = visit.heart;
  if (!heart.breathing_rate_hz) return;
  line.rounded(60 * *heart.breathing_rate_hz, 1)
      << " breaths a minute, from "
      << (heart.breathing_source == "beats" ? "the beats" : "a respiration channel");
  with_reason(line, "(RSA compared with no other: ", heart.rsa_not_comparable);
  if (!heart.rsa_not_comparable.empty()) line << ")";
}

void edited(Line& line, const report::Report& report, const visit::Visit& visit) {
  const visit::RecordingEdits edits = report.provenance.settings.edits.of(visit.file.sha256);
  int excluded = 0;
  for (const ecg::BeatEdit& edit : edits.beats) excluded += edit.action == ecg::EditAction::exclude;
  line.rounded(visit.quality.edited_beats_percent, 1)
      << " %, " << visit.heart.edited_beats << " of " << visit.heart.beats
      << " beats, by rule and by hand (by hand "
      << counted(static_cast<int>(edits.beats.size()) - excluded, "edit") << ", "
      << counted(excluded, "exclusion") << ")";
}

void epochs(Line& line, const report::Report&, const visit::Visit& visit) {
  double excluded_s = 0;
  for (const Interval& stretch : visit.heart.excluded) excluded_s += stretch.duration_s();
  line << visit.quality.heart_epochs_used << " of " << visit.quality.heart_epochs_total
       << " epochs used; left out: ";
  line.rounded(excluded_s, 1) << " s of poor or excluded signal, "
                              << counted(static_cast<int>(visit.heart.unsupported.size()),
                                         "unsupported interval")
                              << ".";
  for (const Diagnostic& diagnostic : visit.heart.diagnostics) line << " " << diagnostic.message.english();
}

void heart_measures(Line& line, const report::Report&, const visit::Visit& visit) {
  line
      << "RSA, natural logarithm, ln ms², by " << visit.heart.rsa_method.english()
      << ", timing noise taken off; beside it by Porges and Bohrer (1990); RMSSD, SDNN in ms; heart rate per "
         "minute";
}

void rsa_band(Line& line, const report::Report&, const visit::Visit& visit) {
  line << visit.heart.rsa_band_low_hz << " to " << visit.heart.rsa_band_high_hz << " Hz ("
       << (is_band_of(ecg::Preset::infant, visit.heart)  ? "Bar-Haim et al., 2000)"
           : is_band_of(ecg::Preset::adult, visit.heart) ? "Task Force, 1996)"
                                                         : "set by the user)");
}

void beat_model(Line& line, const report::Report& report, const visit::Visit&) {
  line << (report.provenance.settings.hrv.rsa_beat_model == hrv::BeatModel::ipfm
               ? "integral pulse frequency modulation (Hyndman and Mohn, 1975): RSA is raised by what that "
                 "takes "
                 "off"
               : "recursive: each interval is the heart period at its first beat");
}

void rsa_quality(Line& line, const report::Report&, const visit::Visit& visit) {
  quality(line, visit.heart.overall.rsa_quality);
}

// The whole report

void epoch_rule(Line& line, const report::Report& report) {
  const hrv::Settings& used = report.provenance.settings.hrv;
  line << "epochs of " << used.epoch_s << " s; none with more than " << used.max_edited_percent
       << " % edited beats or " << used.max_missing_percent
       << " % missing time, or whose RSA and RMSSD contradict each other; at least " << used.min_epochs
       << " for a mean";
}

void changes(Line& line, const report::Report& report) {
  for (const report::Measure& measure : report.measures) {
    if (!measure.primary || !report::has_own_error(measure.domain)) continue;
    for (const report::Change& change : measure.changes) {
      line << (line.text.empty() ? "" : "; ");
      change_of(line, report, measure, change);
    }
  }
}

}  // namespace attune::exports::answers
