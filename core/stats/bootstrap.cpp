#include "stats/bootstrap.hpp"

#include <vector>

#include "base/random.hpp"
#include "stats/quantile.hpp"
#include "stats/t_test.hpp"

namespace attune::stats {
namespace {

double resampled_mean(std::span<const double> sample, Random& random) {
  double sum = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) sum += sample[random.below(sample.size())];
  return sum / static_cast<double>(sample.size());
}

}  // namespace

BootstrapInterval bootstrap_difference(std::span<const double> a, std::span<const double> b, int draws,
                                       std::uint64_t seed) {
  Random random(seed);
  std::vector<double> differences;
  differences.reserve(static_cast<std::size_t>(draws));
  for (int i = 0; i < draws; ++i) {
    const double mean_a = resampled_mean(a, random);
    differences.push_back(mean_a - resampled_mean(b, random));
  }
  return {summarize(differences).sd, quantile(differences, 0.025), quantile(differences, 0.975)};
}

}  // namespace attune::stats
