#include "eeg/calibration.hpp"

#include <algorithm>
#include <cmath>

#include "eeg/spectra.hpp"

namespace attune::eeg {

namespace {

class Calibration {
 public:
  Calibration(const Features& features, const Settings& settings)
      : features_(features), settings_(settings), bins_(bins_of(settings.total, features.bins)) {}

  std::vector<Interval> find() {
    std::vector<Interval> found;
    std::optional<std::size_t> first;
    const std::size_t windows = features_.start_s.size();
    for (std::size_t w = 0; w <= windows; ++w) {
      const double range = w < windows ? common_range(w) : 0;
      const bool goes_on = first && range > 0 && follows(w) && differs_little(range, last_range_);
      if (!goes_on) {
        if (first) close(*first, w, found);
        first = range > 0 ? std::optional(w) : std::nullopt;
      }
      last_range_ = range;
    }
    return found;
  }

 private:
  bool differs_little(double a, double b) const {
    return std::abs(a - b) <= settings_.calibration_difference * std::max(a, b);
  }

  bool follows(std::size_t w) const {
    return features_.start_s[w] - features_.start_s[w - 1] < features_.window_s();
  }

  /// The range of all channels in this window; 0: they do not hold one signal.
  double common_range(std::size_t w) const {
    const ChannelFeatures* first = nullptr;
    std::size_t alike = 0;
    double range = 0;
    for (const ChannelFeatures& channel : features_.channels) {
      const auto own = static_cast<double>(channel.measures(w).peak_to_peak_uv);
      if (!(own >= settings_.flat_uv) || !std::isfinite(own)) continue;
      if (first == nullptr) {
        first = &channel;
        range = own;
      } else if (!differs_little(own, range) || !is_same(*first, channel, w)) {
        return 0;
      }
      ++alike;
    }
    return alike > 1 && 2 * alike > features_.channels.size() ? range : 0;
  }

  /// Whether the difference of two channels is small beside them.
  bool is_same(const ChannelFeatures& a, const ChannelFeatures& b, std::size_t w) const {
    double difference = 0, power = 0;
    for (std::size_t bin = bins_.first; bin <= bins_.last; ++bin) {
      const WindowBin in_a = a.bins(w)[bin - 1], in_b = b.bins(w)[bin - 1];
      const double of_a = in_a.power(), of_b = in_b.power();
      const auto one = std::sqrt(of_a) * phases_(in_a.phase());
      const auto other = std::sqrt(of_b) * phases_(in_b.phase());
      difference += std::norm(one - other);
      power += std::max(of_a, of_b);
    }
    const double most = settings_.calibration_difference;
    return power > 0 && difference <= most * most * power;
  }

  /// Windows `first` … `end` - 1, if they last long enough.
  void close(std::size_t first, std::size_t end, std::vector<Interval>& found) const {
    const double window_s = features_.window_s();
    const double start_s = features_.start_s[first], end_s = features_.start_s[end - 1] + window_s;
    if (end_s - start_s < settings_.calibration_min_s) return;
    const Interval wide{std::max(0.0, start_s - window_s), end_s + window_s};
    if (!found.empty() && wide.start_s <= found.back().end_s)
      found.back().end_s = wide.end_s;
    else
      found.push_back(wide);
  }

  const Features& features_;
  const Settings& settings_;
  BinRange bins_;
  PhaseTable phases_;
  double last_range_ = 0;
};

}  // namespace

std::vector<Interval> calibration_stretches(const Features& features, const Settings& settings) {
  return Calibration(features, settings).find();
}

}  // namespace attune::eeg
