#include "base/sort_by.hpp"

#include <algorithm>
#include <numeric>

namespace attune {

std::vector<std::size_t> ascending(std::span<const double> numbers) {
  std::vector<std::size_t> order(numbers.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return numbers[a] < numbers[b]; });
  return order;
}

}  // namespace attune
