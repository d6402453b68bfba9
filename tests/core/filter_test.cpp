#include "dsp/filter.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "support.hpp"

using namespace attune;

/// Whole numbers, so that every order of adding up gives the same digits.
static std::vector<double> whole_numbers(std::size_t n, std::size_t seed) {
  std::vector<double> x(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = static_cast<double>((i * i * 31 + i * 7 + seed) % 101) - 50;
  return x;
}

/// Result m of the definition: the kernel lies at the finer rate, its middle at m · down, over the samples at every
/// `up`-th place; ends continue.
static double defined(const std::vector<double>& x, const std::vector<double>& kernel, dsp::RateChange change,
                      std::ptrdiff_t m) {
  const auto half = static_cast<std::ptrdiff_t>(kernel.size() / 2);
  double sum = 0;
  for (std::ptrdiff_t tap = -half; tap <= half; ++tap) {
    const std::ptrdiff_t place = m * change.down - tap;
    if (place % change.up != 0) continue;
    const std::ptrdiff_t i = std::clamp<std::ptrdiff_t>(place / change.up, 0, std::ssize(x) - 1);
    sum += kernel[static_cast<std::size_t>(tap + half)] * x[static_cast<std::size_t>(i)];
  }
  return sum * change.up;
}

TEST_CASE("a filtered series is the sum that defines it, for every length, change of rate and place") {
  for (const dsp::RateChange change : {dsp::RateChange{1, 1}, {1, 2}, {1, 3}, {2, 1}, {3, 2}}) {
    for (const std::size_t taps : {1, 3, 5, 7, 9, 21}) {
      for (const std::size_t length : {21, 22, 23, 24, 25, 64}) {
        CAPTURE(change.up);
        CAPTURE(change.down);
        CAPTURE(taps);
        CAPTURE(length);
        const auto x = whole_numbers(length, 3);
        auto kernel = whole_numbers(taps, 11);
        for (std::size_t i = 0; i < taps / 2; ++i) kernel[taps - 1 - i] = kernel[i];  // symmetric
        const auto result = dsp::filter_resample(x, kernel, change);
        REQUIRE(result.has_value());
        REQUIRE(result->size() ==
                (length - 1) * static_cast<std::size_t>(change.up) / static_cast<std::size_t>(change.down) +
                    1);
        for (std::ptrdiff_t m = 0; m < std::ssize(*result); ++m)
          CHECK((*result)[static_cast<std::size_t>(m)] == defined(x, kernel, change, m));
      }
    }
  }
}

TEST_CASE("a moving mean is the mean of what lies within its reach, of fewer at the ends") {
  for (const std::ptrdiff_t half : {0, 1, 2, 5, 10, 11, 30}) {
    for (const std::size_t length : {0, 1, 2, 10, 21, 22}) {
      CAPTURE(half);
      CAPTURE(length);
      const auto x = whole_numbers(length, 5);
      const auto means = dsp::moving_mean(x, half);
      REQUIRE(means.size() == length);
      for (std::ptrdiff_t i = 0; i < std::ssize(x); ++i) {
        double sum = 0;
        int count = 0;
        for (std::ptrdiff_t k = std::max<std::ptrdiff_t>(0, i - half); k <= i + half && k < std::ssize(x);
             ++k) {
          sum += x[static_cast<std::size_t>(k)];
          ++count;
        }
        CHECK(means[static_cast<std::size_t>(i)] == sum / count);
      }
    }
  }
}
