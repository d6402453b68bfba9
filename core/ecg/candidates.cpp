#include "ecg/candidates.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "base/sort_by.hpp"
#include "dsp/filter.hpp"
#include "stats/moving_quantile.hpp"
#include "stats/quantile.hpp"

namespace attune::ecg {

namespace {

struct Peak {
  std::size_t index = 0;
  double height = 0;
};

/// Local maxima over `least`; of two within `reach` samples the higher one.
std::vector<Peak> local_maxima(std::span<const double> x, double least, std::ptrdiff_t reach) {
  std::vector<Peak> peaks;
  for (std::size_t i = 1; i + 1 < x.size(); ++i) {
    if (x[i] <= least || x[i] < x[i - 1] || x[i] <= x[i + 1]) continue;
    if (!peaks.empty() && static_cast<std::ptrdiff_t>(i - peaks.back().index) < reach) {
      if (x[i] > peaks.back().height) peaks.back() = {i, x[i]};
      continue;
    }
    peaks.push_back({i, x[i]});
  }
  return peaks;
}

/// Density of Student's t with 5 degrees of freedom: noise that is not Gaussian.
double heavy_density(double z) {
  const double a = 1 + z * z / 5;
  return 0.3796 / (a * a * a);
}

double normal_density(double x, double mean, double variance) {
  return std::exp(-0.5 * (x - mean) * (x - mean) / variance) / std::sqrt(2 * std::numbers::pi * variance);
}

}  // namespace

std::vector<double> slope_energy(const WorkingSignal& w, const Settings& s) {
  std::vector<double> squared(w.qrs.size(), 0.0);
  for (std::size_t i = 1; i + 1 < w.qrs.size(); ++i) {
    const double slope = w.qrs[i + 1] - w.qrs[i - 1];
    squared[i] = slope * slope;
  }
  auto energy = dsp::moving_mean(squared, static_cast<std::ptrdiff_t>(s.integration_ms / 2000 * w.rate_hz));
  for (double& e : energy) e = std::sqrt(std::max(0.0, e));
  return energy;
}

std::vector<Candidate> energy_candidates(std::span<const double> energy, double rate_hz, const Settings& s) {
  const auto peaks = local_maxima(energy, 0, static_cast<std::ptrdiff_t>(s.refractory_ms / 2000 * rate_hz));
  std::vector<Candidate> candidates;
  std::vector<double> heights;
  for (const Peak& peak : peaks) heights.push_back(peak.height);
  stats::MovingQuantile around(heights);
  std::size_t from = 0, to = 0;
  for (const Peak& peak : peaks) {
    const double reach = s.evidence.level_window_s / 2 * rate_hz;
    while (static_cast<double>(peak.index - peaks[from].index) > reach) ++from;
    while (to < peaks.size() &&
           static_cast<double>(peaks[to].index) - static_cast<double>(peak.index) < reach)
      ++to;
    const double usual = around.at(from, to, s.evidence.level_quantile);
    const double relative = usual > 0 ? peak.height / usual : 0;
    const double score = s.evidence.first_slope * (relative - s.evidence.first_middle);
    candidates.push_back({static_cast<double>(peak.index) / rate_hz,
                          std::clamp(score, -s.evidence.most_first_score, s.evidence.most_first_score)});
  }
  return candidates;
}

namespace {

/// Energies are compared as logarithms.
double log_height(double height) {
  return std::log(std::max(height, 1e-300));
}

/// Highest energy within a quarter template of a place.
double highest_near(std::span<const double> energy, double place, double rate_hz, const Settings& s) {
  const auto reach = static_cast<std::ptrdiff_t>(s.template_ms / 4000 * rate_hz);
  const auto centre = static_cast<std::ptrdiff_t>(place);
  double highest = 0;
  for (auto i = std::max<std::ptrdiff_t>(0, centre - reach);
       i < std::min(std::ssize(energy), centre + reach + 1); ++i)
    highest = std::max(highest, energy[static_cast<std::size_t>(i)]);
  return highest;
}

/// Of two groups of peaks told apart by their height alone, the middle of the lower one: what is not a beat.
/// The beats found so far only say where to begin: in bigeminy they may be every second beat.
double level_of_the_rest(std::span<const Peak> peaks, double beat_level, const Settings& s) {
  std::vector<double> heights;
  for (const Peak& peak : peaks) heights.push_back(log_height(peak.height));
  double threshold = beat_level - s.evidence.energy_drop;
  double rest = threshold;
  for (int round = 0; round < 8; ++round) {
    std::vector<double> low, high;
    for (const double height : heights) (height < threshold ? low : high).push_back(height);
    if (low.empty() || high.empty()) break;
    rest = stats::median(low);
    threshold = (rest + stats::median(high)) / 2;
  }
  return rest;
}

/// How much a peak's energy speaks for a beat: a line between the two levels, steep where they lie far apart.
class EnergyJudge {
 public:
  EnergyJudge(std::span<const double> energy, std::span<const Peak> peaks, std::span<const double> beats,
              double rate_hz, const Settings& s)
      : beats_(beats), settings_(&s) {
    std::vector<double> at_beats;
    for (const double beat : beats) at_beats.push_back(log_height(highest_near(energy, beat, rate_hz, s)));
    const auto reach = static_cast<std::size_t>(std::max(0, s.evidence.energy_beats));
    stats::MovingQuantile around(at_beats);
    for (std::size_t b = 0; b < beats.size(); ++b) {
      const std::size_t from = b > reach ? b - reach : 0;
      level_.push_back(around.at(from, std::min(beats.size(), b + reach + 1), 0.5));
    }
    rest_ = level_of_the_rest(peaks, stats::median(level_), s);
  }

  /// Log-likelihood ratio. Calls come in order of time.
  double operator()(double place, double height) {
    while (next_ + 1 < beats_.size() && beats_[next_ + 1] < place) ++next_;
    const double contrast = std::max(level_[next_] - rest_, settings_->evidence.least_contrast);
    const double most =
        std::min(settings_->evidence.most_energy_score,
                 0.5 * contrast * contrast / (settings_->evidence.energy_sd * settings_->evidence.energy_sd));
    const double relative = (log_height(height) - rest_) / contrast;  // 0 like the rest, 1 like a beat
    return std::clamp((2 * relative - 1) * most, -settings_->evidence.most_energy_score,
                      settings_->evidence.most_energy_score);
  }

 private:
  std::span<const double> beats_;
  const Settings* settings_;
  std::vector<double> level_;  ///< of the beats around each beat
  double rest_ = 0;
  std::size_t next_ = 0;
};

double template_score(double height, double noise, double beat_height, const Settings& s) {
  const double z = height / noise;
  const double beat = beat_height / noise;
  const double spread = s.evidence.beat_gain_sd * beat;
  const double as_beat = (1 - s.evidence.odd_gain_share) * normal_density(z, beat, 1 + spread * spread) +
                         s.evidence.odd_gain_share / (3 * beat);
  // Maxima of Gaussian noise follow Rayleigh's distribution; the tail stands for all that is not Gaussian.
  const double as_noise =
      (1 - s.evidence.noise_tail) * z * std::exp(-0.5 * z * z) + s.evidence.noise_tail * heavy_density(z);
  return std::log(as_beat / as_noise) - s.evidence.beat_cost;
}

/// Leaves out what stands in the shadow of a far better candidate: no heart beats twice in so short a time,
/// and no rhythm speaks for the lesser one by so much. By time.
std::vector<Candidate> without_shadowed(const std::vector<Candidate>& all, const Settings& s) {
  const double reach_s = s.rr_min_ms / 2000;
  const auto shadows = [&](const Candidate& other, const Candidate& candidate) {
    return other.score > candidate.score + s.evidence.shadow_score;
  };
  std::vector<Candidate> kept;
  std::size_t from = 0;
  for (const Candidate& candidate : all) {
    while (all[from].time_s < candidate.time_s - reach_s) ++from;
    bool shadowed = false;
    for (std::size_t i = from; i < all.size() && all[i].time_s < candidate.time_s + reach_s; ++i)
      shadowed = shadowed || shadows(all[i], candidate);
    if (!shadowed) kept.push_back(candidate);
  }
  return kept;
}

/// Two looks at one peak: the better one counts, the other in part, for they are not independent.
double together(double a, double b, const Settings& s) {
  return std::max(a, b) + s.evidence.second_share * std::max(0.0, std::min(a, b));
}

}  // namespace

std::vector<Candidate> matched_candidates(const MatchedOutput& m, std::span<const double> energy,
                                          std::span<const double> beats, double rate_hz, const Settings& s) {
  std::vector<Candidate> candidates;
  if (beats.empty()) return candidates;
  const auto peaks = local_maxima(energy, 0, static_cast<std::ptrdiff_t>(s.refractory_ms / 2000 * rate_hz));
  const EnergyJudge fresh_judge(energy, peaks, beats, rate_hz, s);
  EnergyJudge judge = fresh_judge;
  const double odd = std::log(s.evidence.ectopic_share) - s.evidence.beat_cost;
  for (const Peak& peak : local_maxima(m.output, s.evidence.least_height * m.beat_height,
                                       static_cast<std::ptrdiff_t>(s.evidence.peak_distance_s * rate_hz))) {
    const std::size_t i = peak.index;
    if (peak.height < s.evidence.least_over_noise * m.noise[i]) continue;
    const double place =
        static_cast<double>(i) + dsp::parabola_offset(m.output[i - 1], m.output[i], m.output[i + 1]);
    const double score = template_score(peak.height, m.noise[i], m.beat_height, s);
    candidates.push_back({place / rate_hz, together(score, judge(place, energy[i]) + odd, s)});
  }
  judge = fresh_judge;
  for (const Peak& peak : peaks) {
    const auto at = static_cast<double>(peak.index);
    candidates.push_back({at / rate_hz, judge(at, peak.height) + odd});
  }
  sort_by(candidates, &Candidate::time_s);
  return without_shadowed(candidates, s);
}

}  // namespace attune::ecg
