#include "eeg/analysis.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "eeg/asymmetry.hpp"
#include "eeg/channel.hpp"
#include "eeg/montage.hpp"
#include "eeg/quality.hpp"
#include "eeg/rejection.hpp"
#include "eeg/size.hpp"
#include "words/ids/brain.hpp"
#include "words/ids/recording.hpp"
#include "words/sentence.hpp"

namespace attune::eeg {

words::Said name_of_reference(Reference reference) {
  constexpr std::array<std::string_view, 4> names{"as_recorded", "average", "cz", "linked"};
  return words::say<"brain.reference">({{"name", words::as_is(names[static_cast<std::size_t>(reference)])}});
}

namespace {

words::AsIs shown(const ChannelInfo& info) {
  return words::as_is(info.site.empty() ? info.label : info.site);
}

/// Two digits that count, or all before the point.
words::Number told_factor(double factor) {
  return factor < 10 ? words::significant(factor, 2) : words::number(factor, 0);
}

/// One analysis: what its steps share.
class Analysis {
 public:
  Analysis(std::span<const Features> features, std::span<const Phase> phases,
           std::span<const Interval> excluded, const Settings& settings,
           std::span<const std::string> excluded_channels, Memory& memory)
      : features_(features),
        phases_(phases),
        excluded_(excluded),
        settings_(settings),
        memory_(memory),
        draws_(static_cast<std::uint64_t>(settings.bootstrap_seed)) {
    memory.begin_round();
    for (std::size_t g = 0; g < features.size(); ++g)
      quality_.push_back(
          judge_channels(features[g], g, excluded, excluded_channels, settings, phase_table_, memory));
    for (std::size_t g = 0; g < features.size(); ++g) {
      const Settings rules = size_rules(settings);
      size_doubts_.push_back(memory.size_doubts.of(g, rules, [&] { return doubt_size(features[g], rules); }));
      other_gains_.push_back(
          memory.other_gains.of(g, rules, [&] { return find_other_gains(features[g], rules); }));
    }
    for (const GroupQuality& group : quality_) {
      usable_.emplace_back();
      for (const ChannelQuality& channel : group.channels)
        usable_.back().push_back(channel.bad_reason.empty());
    }
  }

  void describe_channels(Metrics& metrics) const;
  void measure_pairs(Metrics& metrics);
  /// The asymmetry of the whole visit under every combination at this amplitude limit; `own`: the report's settings.
  void measure_choices(const AsymmetryChoices& choices, const Settings& own,
                       std::vector<ChosenAsymmetry>& measured);
  void add_diagnostics(Metrics& metrics, std::optional<double> age_months) const;
  /// A warning for each excluded channel that there is none of.
  void add_unknown_channels(std::span<const std::string> excluded_channels, Metrics& metrics) const;

 private:
  /// A pair with the windows that it can use, or the reason why it has none.
  struct Prepared {
    PairChannels channels;
    words::Text reason;
    std::vector<Rejection> rejections;
    PairSpectra spectra;
    bool has_channels() const { return channels.reason.empty(); }
  };
  Prepared prepare(const Pair& pair, Reference reference, const Settings& settings, double top_hz,
                   const Band& coherent);
  bool has_other_gain(const PairChannels& pair) const;
  words::Text unusable(const Pair& pair, const PairChannels& channels) const;
  Asymmetry numbers(const Pair& pair, const Prepared& prepared, const Phase* phase,
                    std::span<const std::size_t> windows, const Settings& settings);
  Asymmetry measure(const Pair& pair, const Prepared& prepared, const Phase* phase, const Settings& settings);
  void add_sensitivity(const Pair& pair, const Prepared& prepared, Metrics& metrics);
  const std::optional<ReferenceSpectra>& reference_of(std::size_t group, Reference reference,
                                                      std::size_t bins);

  std::span<const Features> features_;
  std::span<const Phase> phases_;
  std::span<const Interval> excluded_;
  const Settings& settings_;
  PhaseTable phase_table_;
  std::vector<GroupQuality> quality_;
  std::vector<std::optional<Diagnostic>> size_doubts_;  ///< of each group
  std::vector<std::vector<OtherGain>> other_gains_;     ///< of each group
  UsableChannels usable_;
  Memory& memory_;
  BlockDraws draws_;
  /// The reference formed last: several pairs want the same.
  struct {
    std::size_t group = 0, bins = 0;
    Reference reference = Reference::as_recorded;
    std::optional<ReferenceSpectra> spectra;
  } last_;
};

const std::optional<ReferenceSpectra>& Analysis::reference_of(std::size_t group, Reference reference,
                                                              std::size_t bins) {
  if (last_.reference == reference && last_.group == group && last_.bins == bins) return last_.spectra;
  const Features& features = features_[group];
  std::vector<std::vector<Rejection>> rejections;
  for (const ChannelQuality& channel : quality_[group].channels) rejections.push_back(channel.rejections);
  last_ = {group, bins, reference,
           reference_spectra(features, group, reference, rejections, usable_[group], bins, settings_,
                             phase_table_, memory_)};
  return last_.spectra;
}

words::Text Analysis::unusable(const Pair& pair, const PairChannels& channels) const {
  const GroupQuality& quality = quality_[channels.features];
  words::Text reason;
  for (const auto& side : {std::pair{channels.left, &pair.left}, std::pair{channels.right, &pair.right}}) {
    const words::Text& bad = quality.channels[side.first].bad_reason;
    if (!bad.empty())
      reason = words::joined(
          reason, words::say<"brain.site_unusable">({{"site", words::as_is(*side.second)}, {"why", bad}}));
  }
  if (reason.empty() && quality.are_bridged(channels.left, channels.right))
    return words::say<"brain.pair_bridged">(
        {{"left", words::as_is(pair.left)}, {"right", words::as_is(pair.right)}});
  return reason;
}

/// `top_hz`: the highest frequency that will be looked at. `coherent`: where coherence is wanted.
Analysis::Prepared Analysis::prepare(const Pair& pair, Reference reference, const Settings& settings,
                                     double top_hz, const Band& coherent) {
  Prepared result;
  result.channels = find_pair(features_, pair, usable_);
  result.reason = result.channels.reason;
  if (!result.has_channels()) return result;
  const std::size_t group = result.channels.features;
  const Features& features = features_[group];
  const auto rejections_of = [&](std::size_t channel) {
    if (&settings == &settings_) return quality_[group].channels[channel].rejections;
    auto rejections = classify(features, channel, settings);
    exclude(features, excluded_, rejections);
    return rejections;
  };
  result.rejections = combine(rejections_of(result.channels.left), rejections_of(result.channels.right));
  result.reason = unusable(pair, result.channels);
  if (!result.reason.empty()) return result;
  const std::size_t bins =
      std::min(features.bins, static_cast<std::size_t>(std::max(1.0, std::ceil(top_hz))));
  const ReferenceSpectra* subtracted = nullptr;
  if (reference != Reference::as_recorded) {
    if (const auto& formed = reference_of(group, reference, bins)) subtracted = &*formed;
    if (!subtracted) {
      result.reason = words::say<"brain.reference_lacks">({{"reference", name_of_reference(reference)}});
      return result;
    }
    if (subtracted->leaves_nothing_of(result.channels.left, result.channels.right)) {
      result.reason = words::say<"brain.reference_is_pair">({{"reference", name_of_reference(reference)},
                                                             {"left", words::as_is(pair.left)},
                                                             {"right", words::as_is(pair.right)}});
      return result;
    }
    result.rejections = combine(std::move(result.rejections), subtracted->rejections);
  }
  result.spectra = pair_spectra(features, result.channels.left, result.channels.right, result.rejections,
                                subtracted, bins, coherent, phase_table_);
  return result;
}

/// What measure_asymmetry fills in for these windows of the pair. Of the report's own pairs as recorded it is remembered:
/// it rests on their windows and the settings alone.
Asymmetry Analysis::numbers(const Pair& pair, const Prepared& prepared, const Phase* phase,
                            std::span<const std::size_t> windows, const Settings& settings) {
  const auto form = [&](FittedBackgrounds& fitted) {
    Asymmetry made;
    measure_asymmetry(prepared.spectra, windows, settings, draws_, fitted, made);
    return made;
  };
  if (&settings != &settings_ || settings.reference != Reference::as_recorded) {
    FittedBackgrounds fitted;
    return form(fitted);
  }
  const PairChannels& channels = prepared.channels;
  AsymmetryInputs inputs{channels.features, channels.left, channels.right, settings, {}};
  std::vector<std::uint32_t> clean;
  for (std::size_t w = 0; w < prepared.rejections.size(); ++w)
    if (prepared.rejections[w] == Rejection::none) clean.push_back(static_cast<std::uint32_t>(w));
  for (const std::size_t w : windows) inputs.windows.push_back(clean[w]);
  const auto of_pair = static_cast<std::size_t>(&pair - settings.pairs.data());
  const std::size_t of_phase = phase ? 1 + static_cast<std::size_t>(phase - phases_.data()) : 0;
  AsymmetryInputs of_background = inputs;
  of_background.settings = background_rules(settings);
  FittedBackgrounds& fitted = memory_.backgrounds.of({of_pair, of_phase}, std::move(of_background),
                                                     [] { return FittedBackgrounds{}; });
  return memory_.asymmetries.of({of_pair, of_phase}, std::move(inputs), [&] { return form(fitted); });
}

Asymmetry Analysis::measure(const Pair& pair, const Prepared& prepared, const Phase* phase,
                            const Settings& settings) {
  Asymmetry result;
  result.left = pair.left;
  result.right = pair.right;
  if (phase) result.phase = phase->name;
  result.reason = prepared.reason;
  if (prepared.has_channels()) {
    const Features& features = features_[prepared.channels.features];
    for (std::size_t w = 0; w < prepared.rejections.size(); ++w) {
      if (phase && !holds(*phase, features.start_s[w], features.window_s())) continue;
      ++result.windows_total;
      if (prepared.rejections[w] != Rejection::none)
        ++result.rejected[std::string(name_of(prepared.rejections[w]))];
    }
  }
  if (!result.reason.empty()) {
    give_no_number(result);
    return result;
  }
  std::vector<std::size_t> windows;
  for (std::size_t w = 0; w < prepared.spectra.start_s.size(); ++w)
    if (!phase || holds(*phase, prepared.spectra.start_s[w], prepared.spectra.window_s)) windows.push_back(w);
  Asymmetry found = numbers(pair, prepared, phase, windows, settings);
  found.left = result.left;
  found.right = result.right;
  found.phase = result.phase;
  found.windows_total = result.windows_total;
  found.rejected = std::move(result.rejected);
  result = std::move(found);
  result.reason = words::joined(result.reason, prepared.channels.caution);
  if (result.level != DataLevel::good) return result;
  if (size_doubts_[prepared.channels.features]) {
    result.level = DataLevel::low;
    result.reason = words::joined(result.reason, words::say<"recording.eeg_size_reason">());
  } else if (has_other_gain(prepared.channels)) {
    result.level = DataLevel::low;
    result.reason = words::joined(result.reason, words::say<"brain.gain_reason">());
  }
  return result;
}

/// Whether one channel of a pair is likely of another gain than its header says.
bool Analysis::has_other_gain(const PairChannels& pair) const {
  const auto& found = other_gains_[pair.features];
  return std::any_of(found.begin(), found.end(), [&](const OtherGain& one) {
    return one.channel == pair.left || one.channel == pair.right;
  });
}

void Analysis::measure_pairs(Metrics& metrics) {
  const double top_hz = highest_needed_hz(settings_);
  for (std::size_t p = 0; p < settings_.pairs.size(); ++p) {
    const Pair& pair = settings_.pairs[p];
    const Prepared prepared = prepare(pair, settings_.reference, settings_, top_hz, settings_.alpha);
    metrics.asymmetry.push_back(measure(pair, prepared, nullptr, settings_));
    for (const Phase& phase : phases_)
      metrics.phase_asymmetry.push_back(measure(pair, prepared, &phase, settings_));
    if (p > 0 || !prepared.has_channels()) continue;
    metrics.timeline = timeline(features_[prepared.channels.features], prepared.rejections);
    if (prepared.reason.empty()) add_sensitivity(pair, prepared, metrics);
  }
}

void Analysis::add_sensitivity(const Pair& pair, const Prepared& prepared, Metrics& metrics) {
  constexpr Band nowhere;
  const auto add = [&](words::Said choice, Estimate asymmetry) {
    metrics.sensitivity.push_back({std::move(choice), pair.left, pair.right, std::move(asymmetry)});
  };
  const auto add_prepared = [&](words::Said choice, const Prepared& other) {
    const std::span own(&settings_.alpha, 1);
    add(std::move(choice), absolute_asymmetries(other.spectra, own, settings_, draws_).front());
  };
  const std::vector<Band>& bands = settings_.sensitivity_bands;
  auto in_bands = absolute_asymmetries(prepared.spectra, bands, settings_, draws_);
  for (std::size_t i = 0; i < bands.size(); ++i) add(band_name(bands[i]), std::move(in_bands[i]));
  for (const Reference reference :
       {Reference::as_recorded, Reference::average, Reference::cz, Reference::linked}) {
    if (reference == settings_.reference) continue;
    const Prepared other = prepare(pair, reference, settings_, settings_.alpha.high_hz, nowhere);
    if (other.reason.empty())
      add_prepared(words::say<"brain.choice_reference">({{"reference", name_of_reference(reference)}}),
                   other);
  }
  const double strict_uv = settings_for(Preset::strict_infant).max_abs_uv;
  if (settings_.max_abs_uv > strict_uv) {
    Settings strict = settings_;
    strict.max_abs_uv = strict_uv;
    const Prepared other = prepare(pair, settings_.reference, strict, settings_.alpha.high_hz, nowhere);
    if (other.reason.empty())
      add_prepared(words::say<"brain.choice_limit">({{"limit", std::lround(strict_uv)}}), other);
  }
}

void Analysis::measure_choices(const AsymmetryChoices& choices, const Settings& own,
                               std::vector<ChosenAsymmetry>& measured) {
  std::vector<Settings> by_band;
  double top_hz = 0;
  Band coherent = choices.bands.empty() ? Band{} : choices.bands.front();
  for (const Band& band : choices.bands) {
    Settings& settings = by_band.emplace_back(settings_);
    settings.alpha = band;
    coherent = {std::min(coherent.low_hz, band.low_hz), std::max(coherent.high_hz, band.high_hz)};
    top_hz = std::max(top_hz, highest_needed_hz(settings));
  }
  for (const Reference reference : choices.references)
    for (const Pair& pair : choices.pairs) {
      const Prepared prepared = prepare(pair, reference, settings_, top_hz, coherent);
      for (Settings& settings : by_band) {
        const bool is_own = settings.alpha == own.alpha && reference == own.reference &&
                            settings_.max_abs_uv == own.max_abs_uv;
        settings.bootstrap_samples = is_own ? own.bootstrap_samples : choices.bootstrap_samples;
        measured.push_back({settings.alpha, reference, settings_.max_abs_uv, pair,
                            measure(pair, prepared, nullptr, settings)});
      }
    }
}

void Analysis::describe_channels(Metrics& metrics) const {
  for (std::size_t g = 0; g < features_.size(); ++g)
    for (std::size_t c = 0; c < features_[g].channels.size(); ++c)
      metrics.channels.push_back(
          describe_channel(features_[g], g, c, quality_[g].channels[c], settings_, memory_));
}

void Analysis::add_diagnostics(Metrics& metrics, std::optional<double> age_months) const {
  const auto add = [&](const char* code, words::Said message, std::string where) {
    metrics.diagnostics.push_back({code, Severity::warning, std::move(message), std::move(where), ""});
  };
  if (age_months && *age_months < settings_.age_caution_months)
    add("W_EEG_AGE",
        words::say<"brain.age">(
            {{"months", std::lround(settings_.age_caution_months)}, {"band", band_name(settings_.alpha)}}),
        "");
  if (!metrics.asymmetry.empty()) {
    const Asymmetry& first = metrics.asymmetry.front();
    const double value = first.absolute.value.value_or(0);
    if (std::abs(value) > settings_.largest_asymmetry)
      add("W_FAA_LARGE",
          words::say<"brain.large">({{"left", words::as_is(first.left)},
                                     {"right", words::as_is(first.right)},
                                     {"larger", words::as_is(value > 0 ? first.right : first.left)},
                                     {"smaller", words::as_is(value > 0 ? first.left : first.right)},
                                     {"times", told_factor(std::exp(std::abs(value)))}}),
          "");
  }
  if (auto slow = doubt_speed(metrics.channels)) metrics.diagnostics.push_back(std::move(*slow));
  for (std::size_t g = 0; g < features_.size(); ++g) {
    const Features& features = features_[g];
    if (const auto& doubt = size_doubts_[g]) metrics.diagnostics.push_back(*doubt);
    const bool none_usable = std::none_of(usable_[g].begin(), usable_[g].end(), std::identity());
    auto all_noisy = size_doubts_[g] ? std::nullopt : tell_all_noisy(quality_[g], features);
    // One cause, and not a sentence a channel.
    const bool told_at_once = all_noisy || (size_doubts_[g] && none_usable);
    if (all_noisy) metrics.diagnostics.push_back(std::move(*all_noisy));
    if (auto clipped = tell_clipped(quality_[g], features, settings_))
      metrics.diagnostics.push_back(std::move(*clipped));
    for (std::size_t c = 0; c < features.channels.size() && !told_at_once; ++c) {
      const ChannelInfo& info = features.channels[c].info();
      if (const words::Text& bad = quality_[g].channels[c].bad_reason; !bad.empty())
        add("W_EEG_CHANNEL", words::say<"brain.channel_unused">({{"channel", shown(info)}, {"why", bad}}),
            info.label);
    }
    for (const OtherGain& one : other_gains_[g]) {
      const ChannelInfo& info = features.channels[one.channel].info();
      add("W_EEG_GAIN",
          words::say<"brain.other_gain">({{"channel", shown(info)},
                                          {"range", told_factor(one.range_factor)},
                                          {"size", told_factor(one.size_factor)}}),
          info.label);
    }
    for (const std::vector<std::size_t>& joined : bridged_sets(quality_[g].bridged)) {
      std::vector<words::Value> names;
      for (const std::size_t channel : joined) names.push_back(shown(features.channels[channel].info()));
      words::Value last = std::move(names.back());
      names.pop_back();
      add("W_EEG_BRIDGED",
          words::say<"brain.channels_bridged">({{"first", std::move(names)}, {"second", std::move(last)}}),
          features.channels[joined.front()].info().label);
    }
    for (const ChannelPair& pair : quality_[g].crossed)
      add("W_EEG_SIDES",
          words::say<"brain.crossed">({{"left", shown(features.channels[pair.a].info())},
                                       {"right", shown(features.channels[pair.b].info())}}),
          features.channels[pair.a].info().label);
    if (!features.left_out.empty())
      add("W_EEG_LEFT_OUT", words::say<"brain.left_out">({{"channels", features.left_out.size()}}), "");
    if (features.stopped_at_s)
      add("W_EEG_STOPPED", words::say<"brain.stopped">({{"seconds", std::lround(*features.stopped_at_s)}}),
          "");
  }
}

void Analysis::add_unknown_channels(std::span<const std::string> excluded_channels, Metrics& metrics) const {
  for (const std::string& name : excluded_channels) {
    const bool known = std::any_of(features_.begin(), features_.end(), [&](const Features& group) {
      return std::any_of(group.channels.begin(), group.channels.end(),
                         [&](const ChannelFeatures& channel) { return is_called(channel.info(), name); });
    });
    if (!known)
      metrics.diagnostics.push_back({"W_EEG_EXCLUDED", Severity::warning,
                                     words::say<"brain.unknown_channel">({{"channel", words::as_is(name)}}),
                                     name, ""});
  }
}

}  // namespace

bool holds(const Phase& phase, double start_s, double duration_s) {
  constexpr double rounding_s = 1e-6;
  return start_s >= phase.start_s - rounding_s && start_s + duration_s <= phase.end_s + rounding_s;
}

std::vector<WindowRun> timeline(const Features& features, std::span<const Rejection> rejections) {
  std::vector<WindowRun> runs;
  for (std::size_t w = 0; w < rejections.size(); ++w) {
    const double start_s = features.start_s[w], end_s = start_s + features.window_s();
    const bool after_gap = !runs.empty() && start_s > runs.back().end_s + 1e-6;
    if (after_gap) runs.push_back({runs.back().end_s, start_s, Rejection::gap});
    if (!runs.empty() && runs.back().reason == rejections[w]) {
      runs.back().end_s = end_s;
      continue;
    }
    if (!runs.empty()) runs.back().end_s = std::min(runs.back().end_s, start_s);
    runs.push_back({start_s, end_s, rejections[w]});
  }
  return runs;
}

Metrics analyze(std::span<const Features> features, std::span<const Phase> phases,
                std::span<const Interval> excluded, const Settings& settings,
                std::optional<double> age_months, std::span<const std::string> excluded_channels) {
  Memory empty;
  return analyze(features, phases, excluded, settings, empty, age_months, excluded_channels);
}

Metrics analyze(std::span<const Features> features, std::span<const Phase> phases,
                std::span<const Interval> excluded, const Settings& settings, Memory& memory,
                std::optional<double> age_months, std::span<const std::string> excluded_channels) {
  Metrics metrics;
  metrics.band_low_hz = settings.alpha.low_hz;
  metrics.band_high_hz = settings.alpha.high_hz;
  std::size_t channels = 0;
  for (const Features& group : features) channels += group.channels.size();
  if (channels == 0) {
    metrics.reason = words::say<"brain.none">();
    return metrics;
  }
  const bool as_recorded = settings.reference == Reference::as_recorded;
  if (as_recorded) metrics.recorded_against = recorded_references(features);
  metrics.reference =
      as_recorded
          ? describe_reference(metrics.recorded_against)
          : words::say<"brain.reference_computed">({{"reference", name_of_reference(settings.reference)}});
  Analysis analysis(features, phases, excluded, settings, excluded_channels, memory);
  analysis.describe_channels(metrics);
  analysis.measure_pairs(metrics);
  analysis.add_diagnostics(metrics, age_months);
  analysis.add_unknown_channels(excluded_channels, metrics);
  return metrics;
}

std::vector<ChosenAsymmetry> analyze_choices(std::span<const Features> features,
                                             std::span<const Interval> excluded, const Settings& settings,
                                             const AsymmetryChoices& choices,
                                             std::span<const std::string> excluded_channels) {
  std::vector<ChosenAsymmetry> measured;
  for (const double max_abs_uv : choices.max_abs_uv) {
    Settings limited = settings;
    limited.max_abs_uv = max_abs_uv;
    Memory empty;
    Analysis(features, {}, excluded, limited, excluded_channels, empty)
        .measure_choices(choices, settings, measured);
  }
  return measured;
}

}  // namespace attune::eeg
