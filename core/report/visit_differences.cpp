#include "report/visit_differences.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "edf/nets.hpp"
#include "eeg/analysis.hpp"
#include "report/visit_names.hpp"
#include "stats/quantile.hpp"
#include "words/ids/brain.hpp"
#include "words/ids/recording.hpp"

namespace attune::report {
namespace {

using words::Text;

/// The narrowest filters that are stated of any EEG channel; 0: none, or none stated.
struct EegFilters {
  double highpass_hz = 0, lowpass_hz = 0;
  bool operator==(const EegFilters&) const = default;
};

EegFilters filters_of(const visit::Visit& visit) {
  EegFilters found;
  for (const visit::Channel& channel : visit.file.channels) {
    if (channel.use != "EEG") continue;
    found.highpass_hz = std::max(found.highpass_hz, channel.highpass_hz.value_or(0));
    const double lowpass_hz = channel.lowpass_hz.value_or(0);
    if (lowpass_hz > 0 && (found.lowpass_hz == 0 || lowpass_hz < found.lowpass_hz))
      found.lowpass_hz = lowpass_hz;
  }
  return found;
}

/// What of them lies inside the band.
EegFilters inside_band(const visit::Visit& visit) {
  EegFilters filters = filters_of(visit);
  if (filters.highpass_hz < visit.eeg.band_low_hz) filters.highpass_hz = 0;
  if (filters.lowpass_hz > visit.eeg.band_high_hz) filters.lowpass_hz = 0;
  return filters;
}

words::Said limit(double hz) {
  return hz > 0 ? words::say<"recording.hz">({{"hz", words::at_most(hz, 2)}})
                : words::say<"recording.no_filter">();
}

words::Said filters_said(const EegFilters& filters) {
  return words::say<"recording.filters">(
      {{"high", limit(filters.highpass_hz)}, {"low", limit(filters.lowpass_hz)}});
}

/// The rate of the first channel of this use; 0: there is none.
double rate_of(const visit::Visit& visit, const std::string& use) {
  for (const visit::Channel& channel : visit.file.channels)
    if (channel.use == use) return channel.sample_rate_hz;
  return 0;
}

int net_of(const visit::Visit& visit) {
  std::vector<std::string> labels;
  for (const visit::Channel& channel : visit.file.channels)
    if (channel.use == "EEG") labels.push_back(channel.label);
  return edf::net_size(labels);
}

/// Sites (or labels) of the channels that an average reference is formed of.
std::set<std::string> averaged_sites(const visit::Visit& visit) {
  std::set<std::string> sites;
  for (const eeg::ChannelMetrics& channel : visit.eeg.channels)
    if (channel.bad_reason.empty()) sites.insert(channel.site.empty() ? channel.label : channel.site);
  return sites;
}

using BandPower = std::optional<double> eeg::ChannelMetrics::*;

/// The square root of the band's power in the middle channel that is used; 0: none is.
double size_uv(const visit::Visit& visit, BandPower band) {
  std::vector<double> powers;
  for (const eeg::ChannelMetrics& channel : visit.eeg.channels)
    if (channel.bad_reason.empty() && channel.*band) powers.push_back(*(channel.*band));
  return powers.empty() ? 0 : std::sqrt(stats::median(powers));
}

/// How much larger the EEG of the second is, by the middle one of three bands: below them eyes and movements weigh more the
/// smaller the values are, as fewer are over the limit.
double size_ratio(const visit::Visit& first, const visit::Visit& last) {
  std::vector<double> ratios;
  for (const BandPower band : {&eeg::ChannelMetrics::alpha_uv2, &eeg::ChannelMetrics::high_alpha_uv2,
                               &eeg::ChannelMetrics::beta_uv2})
    if (size_uv(first, band) > 0 && size_uv(last, band) > 0)
      ratios.push_back(size_uv(last, band) / size_uv(first, band));
  return ratios.empty() ? 1 : stats::median(ratios);
}

/// Whether the primary pair was formed under this reference beside the settings' own.
bool can_be_given(const visit::Visit& visit, eeg::Reference reference) {
  const words::Text choice =
      words::say<"brain.choice_reference">({{"reference", eeg::name_of_reference(reference)}});
  return std::any_of(
      visit.eeg.sensitivity.begin(), visit.eeg.sensitivity.end(),
      [&](const eeg::Sensitivity& one) { return one.choice == choice && one.faa_ln.value.has_value(); });
}

words::Value::List as_list(const auto& names) {
  words::Value::List list;
  for (const std::string& name : names) list.push_back(words::as_is(name));
  return list;
}

/// Two visits, the first of them earlier.
class Differences {
 public:
  Differences(const std::vector<visit::Visit>& visits, std::size_t from, std::size_t to,
              const visit::Settings& settings, std::vector<Diagnostic>& diagnostics)
      : visits_(visits),
        from_(from),
        to_(to),
        reference_(settings.eeg.reference),
        gain_factor_(settings.eeg.other_gain_factor),
        check_(settings.check),
        diagnostics_(diagnostics) {}

  void tell() {
    tell_persons();
    tell_lengths();
    tell_references();
    tell_averages();
    tell_filters();
    tell_rates();
    tell_nets();
    tell_sizes();
  }

 private:
  const visit::Visit& first() const { return visits_[from_]; }
  const visit::Visit& last() const { return visits_[to_]; }
  words::Value from() const { return name_of_visit(visits_, from_); }
  words::Value to() const { return name_of_visit(visits_, to_); }
  void add(const char* code, Severity severity, words::Said sentence) {
    diagnostics_.push_back({code, severity, std::move(sentence), last().label, ""});
  }

  void tell_persons() {
    const edf::PersonsDiffer differ = edf::compare_persons(first().person, last().person);
    if (!differ.any()) return;
    words::Value::List in;
    if (differ.code) in.push_back(words::say<"recording.person.code">());
    if (differ.sex) in.push_back(words::say<"recording.person.sex">());
    if (differ.birth_date) in.push_back(words::say<"recording.person.birth">());
    add("W_PERSONS_DIFFER", Severity::warning,
        words::say<"recording.persons_differ">({{"from", from()}, {"to", to()}, {"in", std::move(in)}}));
  }

  /// Half the file, as a copy that was cut or a part of two.
  void tell_lengths() {
    const double before = first().file.duration_s, after = last().file.duration_s;
    const bool first_is_short = before < after;
    const double shorter = std::min(before, after), longer = std::max(before, after);
    if (shorter <= 0 || shorter >= check_.short_recording_share * longer) return;
    add("W_LENGTHS_DIFFER", Severity::warning,
        words::say<"recording.lengths_differ">(
            {{"short", first_is_short ? from() : to()},
             {"length", words::duration(shorter)},
             {"share", words::at_most(100 * check_.short_recording_share, 0)},
             {"long", first_is_short ? to() : from()},
             {"other", words::duration(longer)}}));
  }

  void tell_references() {
    const auto &before = first().eeg.recorded_against, &after = last().eeg.recorded_against;
    if (before == after) return;
    if (before.empty() || after.empty()) {
      // Of a recording without EEG, or whose reference was formed, there is nothing to say.
      const bool both = first().eeg.reason.empty() && last().eeg.reason.empty();
      if (both && reference_ == eeg::Reference::as_recorded)
        add("W_REFERENCE_UNKNOWN", Severity::warning,
            words::say<"recording.reference_unknown">(
                {{"named", before.empty() ? to() : from()},
                 {"reference", as_list(before.empty() ? after : before)},
                 {"other", before.empty() ? from() : to()}}));
      return;
    }
    words::Value::List shared;
    for (const eeg::Reference reference :
         {eeg::Reference::average, eeg::Reference::cz, eeg::Reference::linked})
      if (can_be_given(first(), reference) && can_be_given(last(), reference))
        shared.push_back(eeg::name_of_reference(reference));
    const bool any = !shared.empty();
    add("W_REFERENCES_DIFFER", Severity::warning,
        words::say<"recording.references_differ">({{"from", from()},
                                                   {"before", as_list(before)},
                                                   {"to", to()},
                                                   {"after", as_list(after)},
                                                   {"any", any},
                                                   {"shared", std::move(shared)}}));
  }

  void tell_averages() {
    if (reference_ != eeg::Reference::average) return;
    const auto one = averaged_sites(first()), other = averaged_sites(last());
    std::set<std::string> all = one;
    all.insert(other.begin(), other.end());
    const auto shared = static_cast<std::size_t>(
        std::count_if(one.begin(), one.end(), [&](const std::string& site) { return other.contains(site); }));
    if (static_cast<double>(shared) >= check_.alike_average_share * static_cast<double>(all.size())) return;
    add("W_AVERAGES_DIFFER", Severity::warning,
        words::say<"recording.averages_differ">({{"from", from()},
                                                 {"before", one.size()},
                                                 {"to", to()},
                                                 {"after", other.size()},
                                                 {"shared", shared}}));
  }

  void tell_filters() {
    const EegFilters before = filters_of(first()), after = filters_of(last());
    const EegFilters unknown;
    if (before == after || before == unknown || after == unknown) return;
    if (!other_filters(visits_, from_, to_).empty()) return;  // that stands with the measures
    add("N_FILTERS_DIFFER", Severity::note,
        words::say<"recording.filters_differ">({{"from", from()},
                                                {"before", filters_said(before)},
                                                {"to", to()},
                                                {"after", filters_said(after)}}));
  }

  void tell_rates() {
    for (const bool heart : {false, true}) {
      const std::string use = heart ? "heart" : "EEG";
      const double before = rate_of(first(), use), after = rate_of(last(), use);
      if (before == 0 || after == 0 || before == after) continue;
      add("N_RATES_DIFFER", Severity::note,
          words::say<"recording.rates_differ">({{"heart", heart},
                                                {"from", from()},
                                                {"before", words::at_most(before, 2)},
                                                {"to", to()},
                                                {"after", words::at_most(after, 2)}}));
    }
  }

  void tell_nets() {
    const int before = net_of(first()), after = net_of(last());
    if (before == after || first().eeg.channels.empty() || last().eeg.channels.empty()) return;
    add("W_NETS_DIFFER", Severity::warning,
        words::say<"recording.nets_differ">(
            {{"from", from()}, {"before", before}, {"to", to()}, {"after", after}}));
  }

  /// By a factor that gains are wrong by, and no EEG changes by in weeks.
  void tell_sizes() {
    const auto &before = first().eeg.recorded_against, &after = last().eeg.recorded_against;
    if (!before.empty() && !after.empty() && before != after)
      return;  // another size is the reference's, and that is told
    const double ratio = size_ratio(first(), last());
    const double factor = std::max(ratio, 1 / ratio);
    if (factor < gain_factor_) return;
    add("W_EEG_SIZES_DIFFER", Severity::warning,
        words::say<"recording.sizes_differ">({{"larger", ratio > 1 ? to() : from()},
                                              {"smaller", ratio > 1 ? from() : to()},
                                              {"times", words::significant(factor, 2)}}));
  }

  const std::vector<visit::Visit>& visits_;
  std::size_t from_, to_;
  eeg::Reference reference_;  ///< that the settings ask for
  double gain_factor_;
  const visit::CheckSettings& check_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

Text other_filters(const std::vector<visit::Visit>& visits, std::size_t from, std::size_t to) {
  const EegFilters before = inside_band(visits[from]), after = inside_band(visits[to]);
  if (before == after) return {};
  return words::say<"recording.other_filters">({{"before", filters_said(before)},
                                                {"from", name_of_visit(visits, from)},
                                                {"after", filters_said(after)},
                                                {"to", name_of_visit(visits, to)}});
}

std::vector<Diagnostic> recording_differences(const std::vector<visit::Visit>& visits,
                                              const visit::Settings& settings) {
  std::vector<Diagnostic> diagnostics;
  const auto first =
      std::find_if(visits.begin(), visits.end(), [](const visit::Visit& visit) { return visit.recorded; });
  const auto from = static_cast<std::size_t>(first - visits.begin());
  for (std::size_t to = from + 1; to < visits.size(); ++to)
    if (visits[to].recorded) Differences(visits, from, to, settings, diagnostics).tell();
  return diagnostics;
}

}  // namespace attune::report
