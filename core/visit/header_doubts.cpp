#include "visit/header_doubts.hpp"

#include <map>

#include "edf/channels.hpp"
#include "edf/nets.hpp"
#include "edf/units.hpp"
#include "words/ids/recording.hpp"

namespace attune::visit {
namespace {

/// Said once: a notch that the header states inside the band, where mains have no business.
void tell_notch(const edf::Header& header, const eeg::Band& band, std::vector<Diagnostic>& diagnostics) {
  for (const edf::Signal& signal : header.signals) {
    const double notch = signal.filters.notch_hz.value_or(0);
    if (signal.kind != edf::ChannelKind::eeg || notch < band.low_hz || notch > band.high_hz) continue;
    diagnostics.push_back({"W_BAND_FILTERED", Severity::warning,
                           words::say<"recording.band_notched">({{"hz", words::at_most(notch, 2)},
                                                                 {"low", words::at_most(band.low_hz, 1)},
                                                                 {"high", words::at_most(band.high_hz, 1)}}),
                           signal.label, signal.prefilter});
    return;
  }
}

/// Said once for all EEG channels of one limit: a filter of the amplifier, as the header or a table beside it states it,
/// takes power out of the band.
void tell_filtered_band(const edf::Header& header, const eeg::Band& band,
                        std::vector<Diagnostic>& diagnostics) {
  using Filtered = std::map<double, std::vector<const edf::Signal*>>;  // by the filter's limit, Hz
  Filtered low_passed, high_passed;
  for (const edf::Signal& signal : header.signals) {
    if (signal.kind != edf::ChannelKind::eeg || !edf::plausible(signal.filters)) continue;
    const double low_pass = signal.filters.lowpass_hz.value_or(0);  // 0: none
    const double high_pass = signal.filters.highpass_hz.value_or(0);
    if (low_pass > 0 && low_pass <= band.high_hz) low_passed[low_pass].push_back(&signal);
    if (high_pass > 0 && high_pass >= band.low_hz) high_passed[high_pass].push_back(&signal);
  }
  const auto tell = [&]<words::Id sentence>(const Filtered& filtered,
                                            std::optional<double> edf::Filters::*stated) {
    for (const auto& [limit, signals] : filtered)
      diagnostics.push_back(
          {"W_BAND_FILTERED", Severity::warning,
           words::say<sentence>({{"channels", signals.size()},
                                 {"table", !(edf::read_filters(signals.front()->prefilter).*stated)},
                                 {"limit", words::at_most(limit, 2)},
                                 {"low", words::at_most(band.low_hz, 1)},
                                 {"high", words::at_most(band.high_hz, 1)}}),
           signals.front()->label, signals.front()->prefilter});
  };
  tell.operator()<"recording.band_lowpassed">(low_passed, &edf::Filters::lowpass_hz);
  tell.operator()<"recording.band_highpassed">(high_passed, &edf::Filters::highpass_hz);
}

/// Words on filters of which no number is understood, said once for all EEG channels that have them.
void tell_unread_filters(const edf::Header& header, std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, const edf::Signal*> unread;
  for (const edf::Signal& signal : header.signals) {
    const edf::Filters& read = signal.filters;
    const bool has_number = signal.prefilter.find_first_of("123456789") != std::string::npos;
    if (signal.kind == edf::ChannelKind::eeg && has_number && !read.highpass_hz && !read.lowpass_hz &&
        !read.notch_hz)
      unread.try_emplace(signal.prefilter, &signal);
  }
  for (const auto& [text, signal] : unread)
    diagnostics.push_back({"N_FILTER_UNREAD", Severity::note,
                           words::say<"recording.filter_unread">({{"text", words::as_is(text)}}),
                           signal->label, text});
}

/// Which net the sites are taken from, or that no site is known.
void tell_sites(const edf::Header& header, std::vector<Diagnostic>& diagnostics) {
  const edf::Net net = edf::find_net(edf::labels_of(header));
  std::vector<const edf::Signal*> eeg;
  bool any_site = false, by_net = false;
  for (const edf::Signal& signal : header.signals) {
    if (signal.kind != edf::ChannelKind::eeg || !signal.calibrated) continue;
    eeg.push_back(&signal);
    any_site |= !signal.site.empty();
    by_net |= !signal.site.empty() && signal.certainty == edf::Certainty::likely &&
              edf::net_number(signal.label) + edf::channel_number(signal.label) > 0;
  }
  if (by_net && net.size > 0)
    diagnostics.push_back(
        {net.numbered > 0 ? "W_NET_ASSUMED" : "N_NET_ASSUMED",
         net.numbered > 0 ? Severity::warning : Severity::note,
         words::say<"recording.net_assumed">({{"size", net.size}, {"numbers", net.numbered > 0}}), "", ""});
  if (!any_site && eeg.size() > 1)
    diagnostics.push_back({"W_SITES_UNKNOWN", Severity::warning,
                           words::say<"recording.sites_unknown">({{"channels", eeg.size()},
                                                                  {"first", words::as_is(eeg.front()->label)},
                                                                  {"last", words::as_is(eeg.back()->label)}}),
                           eeg.front()->label, ""});
}

/// Said once for all EEG channels of one unit that is no voltage, or of none.
void tell_units(const edf::Header& header, std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, std::vector<const edf::Signal*>> by_unit;
  for (const edf::Signal& signal : header.signals)
    if (signal.kind == edf::ChannelKind::eeg && signal.calibrated && edf::unusable_rate(signal).empty() &&
        !edf::microvolts_per(signal.unit))
      by_unit[signal.unit].push_back(&signal);
  for (const auto& [unit, signals] : by_unit)
    diagnostics.push_back({"W_EEG_UNIT", Severity::warning,
                           unit.empty()
                               ? words::say<"recording.eeg_unit_blank">({{"channels", signals.size()}})
                               : words::say<"recording.eeg_unit_other">(
                                     {{"channels", signals.size()}, {"unit", words::as_is(unit)}}),
                           signals.front()->label, unit});
}

void tell_parents(const edf::Header& header, std::vector<Diagnostic>& diagnostics) {
  std::vector<const edf::Signal*> eeg;
  for (const edf::Signal& signal : header.signals) {
    const bool used = signal.sample_rate_hz > 0 && signal.samples_per_record > 0 && signal.calibrated;
    if (!used || signal.kind != edf::ChannelKind::other) continue;
    if (edf::is_parents_ecg(signal.label))
      diagnostics.push_back({"N_PARENTS_ECG", Severity::note,
                             words::say<"recording.parents_ecg">({{"label", words::as_is(signal.label)}}),
                             signal.label, ""});
    if (edf::is_parents_breath(signal.label))
      diagnostics.push_back({"N_PARENTS_BREATH", Severity::note,
                             words::say<"recording.parents_breath">({{"label", words::as_is(signal.label)}}),
                             signal.label, ""});
    if (edf::is_parents_eeg(signal.label)) eeg.push_back(&signal);
  }
  if (!eeg.empty())
    diagnostics.push_back({"N_PARENTS_EEG", Severity::note,
                           words::say<"recording.parents_eeg">(
                               {{"channels", eeg.size()}, {"label", words::as_is(eeg.front()->label)}}),
                           eeg.front()->label, ""});
}

}  // namespace

std::vector<Diagnostic> header_doubts(const edf::Header& header, const eeg::Band& band) {
  std::vector<Diagnostic> diagnostics;
  tell_parents(header, diagnostics);
  tell_sites(header, diagnostics);
  tell_units(header, diagnostics);
  tell_filtered_band(header, band, diagnostics);
  tell_notch(header, band, diagnostics);
  tell_unread_filters(header, diagnostics);
  return diagnostics;
}

}  // namespace attune::visit
