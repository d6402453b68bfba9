#include "eeg/spectra.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include "eeg/montage.hpp"
#include "words/ids/brain.hpp"

namespace attune::eeg {

BinRange bins_of(const Band& band, std::size_t bins) {
  // An edge between two bins takes the bins inside it; the tolerance lets 5.9999999 be 6.
  constexpr double tolerance = 1e-6;
  const double low = std::max(1.0, std::ceil(band.low_hz - tolerance));
  const double high = std::min(static_cast<double>(bins), std::floor(band.high_hz + tolerance));
  if (!(low <= high)) return {};
  return {static_cast<std::size_t>(low), static_cast<std::size_t>(high)};
}

words::Number hertz(double frequency_hz) {
  return words::at_most(std::clamp(frequency_hz, -1e6, 1e6), 1);
}

words::Said band_name(const Band& band) {
  return words::say<"brain.band">({{"low", hertz(band.low_hz)}, {"high", hertz(band.high_hz)}});
}

/// Four windows at a time, each sum in its own order: one alone would wait for each of its additions.
std::vector<double> band_powers(const ChannelFeatures& channel, const Band& band, const Features& features) {
  const BinRange range = bins_of(band, features.bins);
  std::vector<double> powers(channel.windows());
  std::size_t w = 0;
  for (; w + 4 <= powers.size(); w += 4) {
    const WindowBin* const rows[] = {channel.bins(w).data(), channel.bins(w + 1).data(),
                                     channel.bins(w + 2).data(), channel.bins(w + 3).data()};
    double sums[4] = {};
    for (std::size_t bin = range.first; bin <= range.last; ++bin)
      for (std::size_t i = 0; i < 4; ++i) sums[i] += rows[i][bin - 1].power();
    for (std::size_t i = 0; i < 4; ++i) powers[w + i] = sums[i] * features.bin_hz;
  }
  for (; w < powers.size(); ++w) powers[w] = band_power(channel.bins(w), range, features.bin_hz);
  return powers;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

std::vector<bool> quiet_windows(std::span<const double> slow_power_uv2, const Settings& settings) {
  const double limit = settings.quiet_factor * median({slow_power_uv2.begin(), slow_power_uv2.end()});
  std::vector<bool> quiet;
  quiet.reserve(slow_power_uv2.size());
  for (const double power : slow_power_uv2) quiet.push_back(power <= limit);
  return quiet;
}

PhaseTable::PhaseTable() {
  for (std::size_t i = 0; i < 256; ++i) {
    const double fine = 2 * std::numbers::pi * static_cast<double>(i) / 65536;
    fine_[i] = {std::cos(fine), std::sin(fine)};
    coarse_[i] = {std::cos(256 * fine), std::sin(256 * fine)};
  }
}

namespace {

std::vector<std::size_t> channels_at(const Features& features, const std::vector<bool>& usable,
                                     std::initializer_list<const char*> sites) {
  std::vector<std::size_t> found;
  for (std::size_t c = 0; c < features.channels.size(); ++c)
    for (const char* site : sites)
      if (usable[c] && same_name(features.channels[c].info().site, site)) found.push_back(c);
  return found;
}

/// True if the recording has the channel's mirror image but cannot use it. With one side of a pair alone, the
/// average would lean to that side, and an asymmetry against it would change with the electrode that failed.
bool leans(const Features& features, std::size_t channel, const std::vector<bool>& usable) {
  const std::string mirror = mirror_site(features.channels[channel].info().site);
  for (std::size_t c = 0; c < features.channels.size(); ++c)
    if (!mirror.empty() && !usable[c] && same_name(features.channels[c].info().site, mirror)) return true;
  return false;
}

/// Of channels in several units only those in uV, or else in the first one's unit.
void keep_one_unit(const Features& features, std::vector<std::size_t>& channels) {
  const auto unit = [&](std::size_t c) { return features.channels[c].info().unit; };
  const bool has_uv =
      std::any_of(channels.begin(), channels.end(), [&](std::size_t c) { return unit(c) == "uV"; });
  const std::string kept = has_uv || channels.empty() ? "uV" : unit(channels.front());
  std::erase_if(channels, [&](std::size_t c) { return unit(c) != kept; });
}

constexpr int fewest_of_average =
    3;  // less the mean of both, two channels are one signal and its mirror image

/// Channels that make up the reference; empty if the recording lacks them.
std::vector<std::size_t> members_of(const Features& features, Reference reference,
                                    const std::vector<bool>& usable, const Settings& settings) {
  std::vector<std::size_t> members;
  if (reference == Reference::cz) members = channels_at(features, usable, {"Cz"});
  if (reference == Reference::linked) {
    for (const auto& ears : {std::pair{"A1", "A2"}, std::pair{"M1", "M2"}, std::pair{"TP9", "TP10"}}) {
      if (members.size() != 2) members = channels_at(features, usable, {ears.first, ears.second});
    }
    if (members.size() != 2) members.clear();
  }
  if (reference == Reference::average) {
    for (std::size_t c = 0; c < features.channels.size(); ++c)
      if (usable[c] && !is_ear_or_mastoid(features.channels[c].info().site) && !leans(features, c, usable))
        members.push_back(c);
    keep_one_unit(features, members);
    if (members.size() < static_cast<std::size_t>(std::max(fewest_of_average, settings.average_min_channels)))
      members.clear();
  }
  return members;
}

std::complex<double> spectrum_of(WindowBin bin, const PhaseTable& phases) {
  const double size = std::sqrt(bin.power());
  const std::complex<double> unit = phases(bin.phase());
  return {size * unit.real(), size * unit.imag()};
}

void add_spectrum(const ChannelFeatures& channel, std::size_t window, const PhaseTable& phases,
                  std::span<std::complex<double>> sum) {
  const WindowBin* const bins = channel.bins(window).data();
  std::complex<double>* const to = sum.data();
  for (std::size_t k = 0; k < sum.size(); ++k) to[k] += spectrum_of(bins[k], phases);
}

/// The stored powers as they are, as the `at`th window of the pair; through the phases they would lose digits.
void add_as_recorded(const ChannelFeatures& left, const ChannelFeatures& right, std::size_t window,
                     const PhaseTable& phases, PairSpectra& pair, std::size_t at) {
  const auto l = left.bins(window), r = right.bins(window);
  for (std::size_t k = 0; k < pair.bins; ++k) {
    pair.left[at * pair.bins + k] = l[k].power();
    pair.right[at * pair.bins + k] = r[k].power();
  }
  std::size_t to = at * pair.crossed.size();
  for (std::size_t k = pair.crossed.first - 1; k < pair.crossed.last; ++k, ++to) {
    const std::complex<double> turn = phases(static_cast<std::uint16_t>(l[k].phase() - r[k].phase()));
    const double size = std::sqrt(l[k].power() * r[k].power());
    pair.cross_real[to] = size * turn.real();
    pair.cross_imaginary[to] = size * turn.imag();
  }
}

void add_re_referenced(const ChannelFeatures& left, const ChannelFeatures& right, std::size_t window,
                       const ReferenceSpectra& reference, const PhaseTable& phases, PairSpectra& pair,
                       std::size_t at) {
  const auto l = left.bins(window), r = right.bins(window);
  const std::complex<double>* const subtracted = reference.spectrum(window);
  std::size_t to = at * pair.crossed.size();
  for (std::size_t k = 0; k < pair.bins; ++k) {
    const std::complex<double> x = spectrum_of(l[k], phases) - subtracted[k];
    const std::complex<double> y = spectrum_of(r[k], phases) - subtracted[k];
    pair.left[at * pair.bins + k] = std::norm(x);
    pair.right[at * pair.bins + k] = std::norm(y);
    if (k + 1 < pair.crossed.first || k >= pair.crossed.last) continue;
    pair.cross_real[to] = x.real() * y.real() + x.imag() * y.imag();
    pair.cross_imaginary[to++] = x.imag() * y.real() - x.real() * y.imag();
  }
}

/// Of `count` windows from `first` on.
ReferenceChunk form_chunk(const Features& features, bool average, std::size_t first, std::size_t count,
                          const ReferenceInputs& inputs, const PhaseTable& phases) {
  const std::vector<std::size_t>& members = inputs.members;
  ReferenceChunk chunk;
  chunk.spectrum.resize(count * inputs.bins);
  chunk.rejections.assign(count, Rejection::none);
  for (std::size_t i = 0; i < count; ++i) {
    const auto sum = std::span(chunk.spectrum).subspan(i * inputs.bins, inputs.bins);
    std::size_t summed = 0;
    for (std::size_t m = 0; m < members.size(); ++m) {
      const Rejection rejection = inputs.rejections[m * count + i];
      if (rejection != Rejection::none && average) continue;
      if (rejection != Rejection::none) chunk.rejections[i] = rejection;
      add_spectrum(features.channels[members[m]], first + i, phases, sum);
      ++summed;
    }
    // An average of a handful is no average: the window is not used.
    if (average && 2 * summed < members.size()) chunk.rejections[i] = Rejection::amplitude;
    for (auto& value : sum) value /= static_cast<double>(std::max<std::size_t>(summed, 1));
  }
  return chunk;
}

}  // namespace

bool ReferenceSpectra::leaves_nothing_of(std::size_t left, std::size_t right) const {
  const auto has = [&](std::size_t channel) {
    return std::find(members.begin(), members.end(), channel) != members.end();
  };
  return members.size() <= 2 && (has(left) || has(right));
}

std::optional<ReferenceSpectra> reference_spectra(const Features& features, std::size_t group,
                                                  Reference reference,
                                                  std::span<const std::vector<Rejection>> rejections,
                                                  const std::vector<bool>& usable, std::size_t bins,
                                                  const Settings& settings, const PhaseTable& phases,
                                                  Memory& memory) {
  ReferenceSpectra result;
  result.bins = memory.reference_bins = std::max(memory.reference_bins, bins);  // others were there before
  result.members = members_of(features, reference, usable, settings);
  if (result.members.empty()) return {};
  const std::size_t windows = features.start_s.size();
  for (std::size_t first = 0; first < windows; first += ReferenceSpectra::chunk_windows) {
    const std::size_t count = std::min(ReferenceSpectra::chunk_windows, windows - first);
    ReferenceInputs inputs{result.bins, result.members, {}};
    for (const std::size_t c : result.members) {
      const auto from = rejections[c].begin() + static_cast<std::ptrdiff_t>(first);
      inputs.rejections.insert(inputs.rejections.end(), from, from + static_cast<std::ptrdiff_t>(count));
    }
    const ReferenceChunk& chunk = memory.references.of(
        {static_cast<std::size_t>(reference), group, first}, inputs,
        [&] { return form_chunk(features, reference == Reference::average, first, count, inputs, phases); });
    result.chunks.push_back(&chunk);
    result.rejections.insert(result.rejections.end(), chunk.rejections.begin(), chunk.rejections.end());
  }
  return result;
}

PairSpectra pair_spectra(const Features& features, std::size_t left, std::size_t right,
                         std::span<const Rejection> rejections, const ReferenceSpectra* reference,
                         std::size_t bins, const Band& coherent, const PhaseTable& phases) {
  PairSpectra result;
  result.bin_hz = features.bin_hz;
  result.window_s = features.window_s();
  result.hop_s = features.hop_s();
  result.bins = bins;
  result.crossed = bins_of(coherent, bins);
  const auto used =
      static_cast<std::size_t>(std::count(rejections.begin(), rejections.end(), Rejection::none));
  for (auto* values : {&result.left, &result.right}) values->resize(used * bins);
  for (auto* values : {&result.cross_real, &result.cross_imaginary})
    values->resize(used * result.crossed.size());
  for (std::size_t w = 0; w < rejections.size(); ++w) {
    if (rejections[w] != Rejection::none) continue;
    const std::size_t at = result.start_s.size();
    result.start_s.push_back(features.start_s[w]);
    if (reference)
      add_re_referenced(features.channels[left], features.channels[right], w, *reference, phases, result, at);
    else
      add_as_recorded(features.channels[left], features.channels[right], w, phases, result, at);
  }
  return result;
}

}  // namespace attune::eeg
