// Sorting by a number of each thing. std::stable_sort is two kilobytes of code for every kind of things; here it is
// compiled once, for the numbers.
#pragma once

#include <algorithm>
#include <functional>
#include <iterator>
#include <ranges>
#include <span>
#include <vector>

namespace attune {

/// The places of the numbers from the smallest up; of equal ones the first first.
std::vector<std::size_t> ascending(std::span<const double> numbers);

/// Puts things in the order of `key`, a member or a function that gives a number; things with equal ones stay in theirs.
template <std::ranges::random_access_range Range, class Key>
void sort_by(Range&& things, Key key) {
  std::vector<double> numbers;
  numbers.reserve(std::size(things));
  for (const auto& thing : things) numbers.push_back(static_cast<double>(std::invoke(key, thing)));
  std::vector<std::ranges::range_value_t<Range>> sorted;
  sorted.reserve(numbers.size());
  for (const std::size_t place : ascending(numbers)) sorted.push_back(std::move(things[place]));
  std::move(sorted.begin(), sorted.end(), std::ranges::begin(things));
}

}  // namespace attune
