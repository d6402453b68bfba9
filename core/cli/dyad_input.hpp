// The two hearts as the command line names them: in one recording, in two, or as lists of beats.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/interval.hpp"
#include "base/result.hpp"
#include "cli/commands.hpp"
#include "dyad/dyad.hpp"

namespace attune::cli {

/// One of the two: where from, which signal, for which age.
struct HeartWanted {
  std::string path;   ///< empty: none
  std::string label;  ///< empty: told by the labels
  AgeOptions age;
};

struct DyadWanted {
  std::string recording;  ///< holds both; then neither heart has a path of its own
  HeartWanted mother, infant;
  std::optional<double> offset_s, drift_ppm;
  std::string trigger;
};

struct DyadInput {
  std::optional<dyad::HeartInput> mother, infant;
  dyad::Clock clock;
  std::vector<Phase> phases;  ///< on the shared clock
  std::vector<Diagnostic> diagnostics;
};

/// Reads them; `where` becomes the file that an error is about. Errors: those of reading, E_DYAD_SIGNAL (the labels do not
/// tell whose ECG is whose), E_RATE, E_DYAD_TRIGGERS, E_DYAD_CLOCK (no start times).
Result<DyadInput> read_dyad(const DyadWanted& wanted, std::string& where);

}  // namespace attune::cli
