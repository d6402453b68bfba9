#include "dsp/toeplitz.hpp"

#include <cstddef>

namespace attune::dsp {

std::optional<std::vector<double>> solve_toeplitz(std::span<const double> autocovariance,
                                                  std::span<const double> target) {
  const std::size_t n = target.size();
  if (n == 0 || autocovariance.size() < n || !(autocovariance[0] > 0)) return {};
  std::vector<double> solution(n, 0.0);
  std::vector<double> predictor{1.0};  // prediction-error filter of the order reached
  double error = autocovariance[0];
  solution[0] = target[0] / autocovariance[0];
  for (std::size_t order = 1; order < n; ++order) {
    double reflection = 0;
    double miss = target[order];
    for (std::size_t i = 0; i < order; ++i) {
      reflection -= predictor[i] * autocovariance[order - i];
      miss -= solution[i] * autocovariance[order - i];
    }
    reflection /= error;
    predictor.push_back(0);
    std::vector<double> next(predictor);
    for (std::size_t i = 0; i <= order; ++i) next[i] += reflection * predictor[order - i];
    predictor.swap(next);
    error *= 1 - reflection * reflection;
    if (!(error > 0)) break;  // not positive definite: the shorter solution stands
    const double step = miss / error;
    for (std::size_t i = 0; i <= order; ++i) solution[i] += step * predictor[order - i];
  }
  return solution;
}

}  // namespace attune::dsp
