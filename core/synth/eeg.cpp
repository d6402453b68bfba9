#include "synth/eeg.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "synth/purpose.hpp"

namespace attune::synth {
namespace {

using std::numbers::pi;
// The band (Marshall, Bar-Haim & Fox 2002) and the total that the analysis defines: whole bins, inclusive.
constexpr int alpha_low_hz = 6, alpha_high_hz = 9, total_low_hz = 1, total_high_hz = 20;

/// Expected band powers of the two processes at unit scale.
struct UnitPowers {
  double background_alpha, background_total, rhythm_alpha, rhythm_total;
};

UnitPowers unit_powers(const RecordingSettings& settings) {
  const auto window = static_cast<std::size_t>(settings.eeg_sample_rate_hz);
  const auto background =
      autocovariance(background_shape(settings.background_exponent, settings.eeg_sample_rate_hz), window);
  auto rhythm = autocovariance(
      rhythm_shape(settings.alpha_peak_hz, settings.alpha_bandwidth_hz, settings.eeg_sample_rate_hz), window);
  // Waxing multiplies by 1 + depth × a slow process, scaled to mean square 1; autocovariances multiply.
  const double depth2 = settings.alpha_waxing * settings.alpha_waxing;
  for (std::size_t lag = 0; lag < window; ++lag) {
    const double lag_s = static_cast<double>(lag) / settings.eeg_sample_rate_hz;
    rhythm[lag] *= (1 + depth2 * std::exp(-lag_s / settings.alpha_waxing_s)) / (1 + depth2);
  }
  return {expected_band_power(background, alpha_low_hz, alpha_high_hz),
          expected_band_power(background, total_low_hz, total_high_hz),
          expected_band_power(rhythm, alpha_low_hz, alpha_high_hz),
          expected_band_power(rhythm, total_low_hz, total_high_hz)};
}

/// Rhythm's band power at a site: the pair's mean, shifted so that whole band powers differ by the set
/// asymmetry while their mean stays. With r = exp(faa): (B + R) = r (B + L), R + L = 2 mean.
double rhythm_power(const RecordingSettings& settings, const std::string& site, double background) {
  const double mean = settings.alpha_uv2 * rhythm_strength(site);
  if (mirror_of(site).empty()) return mean;
  const double ratio = std::exp(is_frontal(site) ? settings.faa_ln : settings.posterior_faa_ln);
  const double left = (background * (1 - ratio) + 2 * mean) / (1 + ratio);
  return is_left(site) ? left : 2 * mean - left;
}

TruePair true_pair(const TrueChannel& left, const TrueChannel& right, double correlation) {
  TruePair pair;
  pair.left = left.site;
  pair.right = right.site;
  pair.faa_ln = std::log(right.alpha_uv2) - std::log(left.alpha_uv2);
  pair.faa_relative_ln = pair.faa_ln - (std::log(right.total_uv2) - std::log(left.total_uv2));
  if (left.oscillatory_uv2 > 0 && right.oscillatory_uv2 > 0)
    pair.faa_oscillatory_ln = std::log(right.oscillatory_uv2) - std::log(left.oscillatory_uv2);
  const double cross = correlation * (std::sqrt(left.background_uv2 * right.background_uv2) +
                                      std::sqrt(left.oscillatory_uv2 * right.oscillatory_uv2));
  pair.coherence = cross * cross / (left.alpha_uv2 * right.alpha_uv2);
  return pair;
}

}  // namespace

Result<EegPlan> plan_eeg(const RecordingSettings& settings) {
  EegPlan plan;
  if (settings.sites.empty()) return plan;
  const UnitPowers unit = unit_powers(settings);
  const double background = settings.background_uv2_per_hz * unit.background_alpha;
  for (const std::string& site : settings.sites) {
    const auto position = position_of(site);
    if (!position)
      return Error{"E_SYNTH_SETTINGS", "\"" + site + "\" is not a 10-20 or 10-10 site.", "sites"};
    const double rhythm = rhythm_power(settings, site, background);
    if (rhythm < 0)
      return Error{"E_SYNTH_SETTINGS",
                   "The rhythm at " + site + " is too weak to carry so large an asymmetry: raise alpha_uv2.",
                   is_frontal(site) ? "faa_ln" : "posterior_faa_ln"};
    const double variance = rhythm / unit.rhythm_alpha;
    plan.positions.push_back(*position);
    plan.background_scale.push_back(std::sqrt(settings.background_uv2_per_hz));
    plan.rhythm_scale.push_back(std::sqrt(variance));
    plan.channels.push_back(
        {site, background + rhythm, rhythm, background,
         settings.background_uv2_per_hz * unit.background_total + variance * unit.rhythm_total});
  }
  for (std::size_t l = 0; l < settings.sites.size(); ++l) {
    if (!is_left(settings.sites[l])) continue;
    for (std::size_t r = 0; r < settings.sites.size(); ++r) {
      if (settings.sites[r] != mirror_of(settings.sites[l])) continue;
      const double correlation =
          std::pow(settings.coherence, 0.5 * distance(plan.positions[l], plan.positions[r]) /
                                           distance(*position_of("F3"), *position_of("F4")));
      plan.pairs.push_back(true_pair(plan.channels[l], plan.channels[r], correlation));
    }
  }
  return plan;
}

EegGenerator::EegGenerator(const RecordingSettings& settings, const EegPlan& plan)
    : sample_rate_hz_(settings.eeg_sample_rate_hz),
      mixing_(mixing_matrix(plan.positions, settings.coherence)),
      background_scale_(plan.background_scale),
      rhythm_scale_(plan.rhythm_scale),
      waxing_(settings.alpha_waxing_s, 1 / settings.eeg_sample_rate_hz,
              seed_for(settings.seed, purpose::waxing)),
      waxing_depth_(settings.alpha_waxing),
      mains_hz_(settings.mains_hz),
      sites_(settings.sites),
      whole_meters_(settings.sites.size()),
      rhythm_meters_(settings.sites.size()) {
  const std::size_t channels = plan.positions.size();
  const auto samples = static_cast<std::size_t>(sample_rate_hz_);
  if (channels == 0) return;
  const Cascade background = background_shape(settings.background_exponent, sample_rate_hz_);
  const Cascade rhythm = rhythm_shape(settings.alpha_peak_hz, settings.alpha_bandwidth_hz, sample_rate_hz_);
  background_.assign(channels, background);
  rhythm_.assign(channels, rhythm);
  Random mains(seed_for(settings.seed, purpose::mains));
  for (std::size_t c = 0; c < channels; ++c) {
    background_random_.emplace_back(seed_for(settings.seed, purpose::background, c));
    rhythm_random_.emplace_back(seed_for(settings.seed, purpose::rhythm, c));
    mains_uv_.push_back(settings.mains_uv * mains.uniform(0.5, 1.5));
    mains_phase_.push_back(2 * pi * mains.uniform());
  }
  // The filters start empty: let their memory fill before the first sample.
  const auto settle = static_cast<std::size_t>(8 * sample_rate_hz_);
  for (std::size_t c = 0; c < channels; ++c) {
    for (std::size_t n = 0; n < settle; ++n) {
      background_[c].step(background_random_[c].normal());
      rhythm_[c].step(rhythm_random_[c].normal());
    }
  }
  for (std::size_t n = 0; n < samples / 2; ++n) {
    for (std::size_t b = 0; b < BandMeter::bins; ++b) {
      const double angle = 2 * pi * static_cast<double>((BandMeter::first_bin + b) * n) / sample_rate_hz_;
      cosine_.push_back(std::cos(angle));
      sine_.push_back(std::sin(angle));
    }
  }
  background_sources_.assign(channels, std::vector<double>(samples));
  rhythm_sources_ = background_sources_;
  mains_signal_ = background_sources_;
  background_signal_.resize(samples);
  rhythm_signal_.resize(samples);
  envelope_.resize(samples);
}

void EegGenerator::mix(std::size_t channel, const std::vector<std::vector<double>>& sources,
                       std::vector<double>& out) const {
  std::fill(out.begin(), out.end(), 0.0);
  for (std::size_t s = 0; s <= channel; ++s) {
    const double weight = mixing_[channel * sources.size() + s];
    const std::vector<double>& source = sources[s];
    for (std::size_t n = 0; n < out.size(); ++n) out[n] += weight * source[n];
  }
}

void EegGenerator::next_second(std::vector<std::vector<double>>& eeg) {
  const std::size_t channels = background_.size();
  if (channels == 0) return;
  const std::size_t samples = envelope_.size();
  make_mains();
  for (double& value : envelope_)
    value = (1 + waxing_depth_ * waxing_.step()) / std::sqrt(1 + waxing_depth_ * waxing_depth_);
  for (std::size_t c = 0; c < channels; ++c) {
    for (double& value : background_sources_[c]) value = background_[c].step(background_random_[c].normal());
    for (double& value : rhythm_sources_[c]) value = rhythm_[c].step(rhythm_random_[c].normal());
  }
  for (std::size_t c = 0; c < channels; ++c) {
    mix(c, background_sources_, background_signal_);
    mix(c, rhythm_sources_, rhythm_signal_);
    std::vector<double>& out = eeg[c];
    for (std::size_t n = 0; n < samples; ++n) {
      rhythm_signal_[n] *= rhythm_scale_[c] * envelope_[n];
      out[n] = background_scale_[c] * background_signal_[n] + rhythm_signal_[n];
    }
    if (!mirror_of(sites_[c]).empty()) {
      measure(whole_meters_[c], out);
      measure(rhythm_meters_[c], rhythm_signal_);
    }
    for (std::size_t n = 0; n < samples; ++n) out[n] += mains_signal_[c][n];
  }
  ++seconds_;
}

void EegGenerator::make_mains() {
  // Whole turns are dropped before the sine, so that its argument stays small however long the recording; of 50 or
  // 60 Hz nothing remains of a second, and each is like the one before.
  const double turns = mains_hz_ * static_cast<double>(seconds_);
  const double begun = turns - std::floor(turns);
  if (begun == mains_begun_) return;
  mains_begun_ = begun;
  for (std::size_t c = 0; c < mains_signal_.size(); ++c)
    for (std::size_t n = 0; n < mains_signal_[c].size(); ++n)
      mains_signal_[c][n] =
          mains_uv_[c] * std::sin(mains_phase_[c] + 2 * pi * begun +
                                  2 * pi * mains_hz_ * static_cast<double>(n) / sample_rate_hz_);
}

void EegGenerator::measure(BandMeter& meter, const std::vector<double>& signal) const {
  const std::size_t half = signal.size() / 2;
  for (std::size_t part = 0; part < 2; ++part) {
    std::array<double, BandMeter::bins> re{}, im{};
    for (std::size_t n = 0; n < half; ++n) {
      const double value = signal[part * half + n];
      for (std::size_t b = 0; b < BandMeter::bins; ++b) {
        re[b] += value * cosine_[n * BandMeter::bins + b];
        im[b] -= value * sine_[n * BandMeter::bins + b];
      }
    }
    std::array<std::complex<double>, BandMeter::bins> bins;
    for (std::size_t b = 0; b < BandMeter::bins; ++b) bins[b] = {re[b], im[b]};
    meter.add_half(bins);
  }
}

void EegGenerator::BandMeter::add_half(const std::array<std::complex<double>, bins>& half) {
  if (has_half) {
    // The second half begins half a turn of bin 1 later: bin k changes sign k times.
    std::array<std::complex<double>, bins> window;
    for (int b = 0; b < bins; ++b) {
      const auto i = static_cast<std::size_t>(b);
      window[i] = (first_bin + b) % 2 == 0 ? half_before[i] + half[i] : half_before[i] - half[i];
    }
    for (std::size_t b = 1; b + 1 < bins; ++b)
      power_sum += std::norm(0.5 * window[b] - 0.25 * (window[b - 1] + window[b + 1]));
  }
  half_before = half;
  has_half = true;
}

void EegGenerator::realise(std::vector<TruePair>& pairs) const {
  const auto meter_of = [&](const std::vector<BandMeter>& meters, const std::string& site) {
    return meters[static_cast<std::size_t>(std::find(sites_.begin(), sites_.end(), site) - sites_.begin())]
        .power_sum;
  };
  for (TruePair& pair : pairs) {
    const double left = meter_of(whole_meters_, pair.left), right = meter_of(whole_meters_, pair.right);
    if (left > 0 && right > 0) pair.realised_faa_ln = std::log(right) - std::log(left);
    const double rhythm_left = meter_of(rhythm_meters_, pair.left);
    const double rhythm_right = meter_of(rhythm_meters_, pair.right);
    if (rhythm_left > 0 && rhythm_right > 0)
      pair.realised_faa_oscillatory_ln = std::log(rhythm_right) - std::log(rhythm_left);
  }
}

}  // namespace attune::synth
