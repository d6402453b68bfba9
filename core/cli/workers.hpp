// Tasks shared out to processes of this program, so that a task that ends the process it is done in costs itself
// alone.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/result.hpp"

namespace attune::cli {

/// What a task may take before it is given up; time of computing, so that a slow disk or a busy computer costs
/// nothing.
constexpr int most_cpu_minutes = 30;

struct Tasks {
  std::size_t count = 0;
  /// Does a task, in another process: nothing of what it changes is seen here but what it gives back.
  std::function<std::string(std::size_t)> work;
  /// Takes what a task gave, in whatever order they end, or how its process ended (E_MEASURING_ENDED). False: no
  /// further task is begun.
  std::function<bool(std::size_t, Result<std::string>)> take;
};

/// Does every task once, as many at a time as there are processes. Error: E_PROCESS (none can be started).
/// To be called where there is no other thread.
Status share_out(const Tasks& tasks, unsigned processes);

}  // namespace attune::cli
