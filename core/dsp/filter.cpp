#include "dsp/filter.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "dsp/lanes.hpp"

namespace attune::dsp {

namespace {

/// Modified Bessel function of order zero, by its power series.
double bessel_i0(double x) {
  double term = 1;
  double sum = 1;
  for (int k = 1; term > sum * 1e-17; ++k) {
    term *= (x / (2 * k)) * (x / (2 * k));
    sum += term;
  }
  return sum;
}

double sinc_lowpass(double cutoff, double n) {  // cutoff in cycles per sample
  return n == 0 ? 2 * cutoff : std::sin(2 * std::numbers::pi * cutoff * n) / (std::numbers::pi * n);
}

/// Kaiser's formulas for window shape and length.
double kaiser_beta(double attenuation_db) {
  if (attenuation_db > 50) return 0.1102 * (attenuation_db - 8.7);
  if (attenuation_db < 21) return 0;
  return 0.5842 * std::pow(attenuation_db - 21, 0.4) + 0.07886 * (attenuation_db - 21);
}

/// `count` results from one row of taps, their inputs `stride` samples apart. Each adds its products up in four sums of
/// a fixed order: independent of the compiler's choices, and of how many results are formed at a time.
template <std::size_t count>
void filtered(std::span<const double> row, const double* input, std::ptrdiff_t stride, double* results) {
  Two even[count], odd[count];  // sums 0 and 1, sums 2 and 3
  const auto two_at = [](const double* at) { return Two{at[0], at[1]}; };
  std::size_t i = 0;
  for (; i + 4 <= row.size(); i += 4) {
    const Two low = two_at(&row[i]), high = two_at(&row[i + 2]);
    for (std::size_t m = 0; m < count; ++m) {
      const double* const at = input + static_cast<std::ptrdiff_t>(m) * stride + i;
      even[m] += low * two_at(at);
      odd[m] += high * two_at(at + 2);
    }
  }
  for (std::size_t m = 0; m < count; ++m) {
    const double* const at = input + static_cast<std::ptrdiff_t>(m) * stride;
    double sum = even[m][0];
    for (std::size_t rest = i; rest < row.size(); ++rest) sum += row[rest] * at[rest];
    results[m] = (sum + even[m][1]) + (odd[m][0] + odd[m][1]);
  }
}

}  // namespace

std::vector<double> bandpass_kernel(double sample_rate_hz, double low_hz, double high_hz,
                                    double transition_hz, double attenuation_db) {
  const double width = 2 * std::numbers::pi * transition_hz / sample_rate_hz;
  const auto half = static_cast<std::ptrdiff_t>(std::ceil((attenuation_db - 7.95) / (2.285 * width) / 2));
  const double beta = kaiser_beta(attenuation_db);
  const double high = std::min(high_hz / sample_rate_hz, 0.5);
  const double low = std::max(low_hz / sample_rate_hz, 0.0);
  std::vector<double> kernel(static_cast<std::size_t>(2 * half + 1));
  for (std::ptrdiff_t n = -half; n <= half; ++n) {
    const double place = half == 0 ? 0 : static_cast<double>(n) / static_cast<double>(half);
    const double window = bessel_i0(beta * std::sqrt(std::max(0.0, 1 - place * place))) / bessel_i0(beta);
    const auto at = static_cast<double>(n);
    const double ideal = sinc_lowpass(high, at) - (low > 0 ? sinc_lowpass(low, at) : 0);
    kernel[static_cast<std::size_t>(n + half)] = window * ideal;
  }
  return kernel;
}

std::optional<std::vector<double>> filter_same(std::span<const double> samples,
                                               std::span<const double> kernel) {
  return filter_resample(samples, kernel, {1, 1});
}

std::optional<std::vector<double>> filter_resample(std::span<const double> samples,
                                                   std::span<const double> kernel, RateChange change) {
  const auto count = static_cast<std::ptrdiff_t>(samples.size());
  const auto half = static_cast<std::ptrdiff_t>(kernel.size() / 2);
  const std::ptrdiff_t up = change.up;
  const std::ptrdiff_t down = change.down;
  if (kernel.empty() || up < 1 || down < 1 || count * up < std::ssize(kernel)) return {};
  const std::ptrdiff_t outputs = ((count - 1) * up) / down + 1;
  // One row of taps per phase of the output between two inputs, in order of input time.
  const std::ptrdiff_t reach = half / up + 1;
  const auto row_length = static_cast<std::size_t>(2 * reach + 1);
  std::vector<std::vector<double>> rows(static_cast<std::size_t>(up), std::vector<double>(row_length, 0.0));
  for (std::ptrdiff_t phase = 0; phase < up; ++phase) {
    for (std::ptrdiff_t k = -reach; k <= reach; ++k) {
      const std::ptrdiff_t tap = phase - k * up;  // distance of the output from input k, in fine samples
      if (tap < -half || tap > half) continue;
      rows[static_cast<std::size_t>(phase)][static_cast<std::size_t>(k + reach)] =
          kernel[static_cast<std::size_t>(tap + half)] * static_cast<double>(up);
    }
  }
  std::vector<double> padded(static_cast<std::size_t>(count + 2 * reach));
  std::fill_n(padded.begin(), reach, samples.front());
  std::copy(samples.begin(), samples.end(), padded.begin() + reach);
  std::fill_n(padded.end() - reach, reach, samples.back());

  std::vector<double> result(static_cast<std::size_t>(outputs));
  const auto at = [&](std::ptrdiff_t m) { return result.data() + m; };
  std::ptrdiff_t m = 0;
  for (; up == 1 && m + 4 <= outputs; m += 4) filtered<4>(rows[0], padded.data() + m * down, down, at(m));
  for (; m < outputs; ++m)
    filtered<1>(rows[static_cast<std::size_t>((m * down) % up)], padded.data() + (m * down) / up, down,
                at(m));
  return result;
}

std::vector<double> moving_mean(std::span<const double> samples, std::ptrdiff_t half) {
  half = std::max<std::ptrdiff_t>(0, half);
  const auto count = static_cast<std::ptrdiff_t>(samples.size());
  std::vector<double> sums(samples.size() + 1, 0.0);
  for (std::size_t i = 0; i < samples.size(); ++i) sums[i + 1] = sums[i] + samples[i];
  std::vector<double> means(samples.size());
  const auto mean = [&](std::ptrdiff_t i, std::ptrdiff_t from, std::ptrdiff_t to) {
    const double sum = sums[static_cast<std::size_t>(to)] - sums[static_cast<std::size_t>(from)];
    means[static_cast<std::size_t>(i)] = sum / static_cast<double>(to - from);
  };
  std::ptrdiff_t i = 0;
  for (; i < std::min(half, count); ++i) mean(i, 0, std::min(count, i + half + 1));
  for (; i + half < count; ++i) mean(i, i - half, i + half + 1);  // most: nothing in it depends on an end
  for (; i < count; ++i) mean(i, i - half, count);
  return means;
}

double parabola_offset(double before, double middle, double after) {
  const double curvature = before - 2 * middle + after;
  if (curvature == 0) return 0;
  return std::clamp(0.5 * (before - after) / curvature, -0.5, 0.5);
}

double parabola_height(double before, double middle, double after) {
  return middle - 0.25 * (before - after) * parabola_offset(before, middle, after);
}

}  // namespace attune::dsp
