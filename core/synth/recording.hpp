// A simulated recording as a stream of EDF+ bytes with its truth.
//
//   auto simulator = RecordingSimulator::create(settings);       // Result: the settings may contradict
//   themselves write(simulator->header_bytes()); for (std::uint64_t i = 0; i < simulator->records(); ++i)
//   write(simulator->next_record()); dump(to_json(simulator->truth()))
//
// One record is one second. No more than a record is held (and the heart's plan, about 3 MB an hour), so a
// recording may be as long as the disk allows. Same settings: the same bytes, natively and as WebAssembly.
#pragma once

#include <memory>
#include <vector>

#include "base/result.hpp"
#include "synth/truth.hpp"

namespace attune::synth {

class RecordingSimulator {
 public:
  /// Errors: E_SYNTH_SETTINGS, `where` naming the setting.
  static Result<RecordingSimulator> create(const RecordingSettings& settings);
  ~RecordingSimulator();
  RecordingSimulator(RecordingSimulator&&) noexcept;
  RecordingSimulator& operator=(RecordingSimulator&&) noexcept;

  const std::vector<std::uint8_t>& header_bytes() const;
  std::uint64_t records() const;
  /// Bytes of the next record; empty after the last.
  std::vector<std::uint8_t> next_record();

  /// Whole at once but for the realised asymmetries, which are there after the last record.
  const Truth& truth() const;
  Truth& truth();

 private:
  struct State;
  explicit RecordingSimulator(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

struct SimulatedRecording {
  std::vector<std::uint8_t> edf;
  Truth truth;
};

/// The header's recording field of a simulation that began then (ISO): "Startdate 04-MAR-2024 X X Attune_simulation".
std::string recording_field(const std::string& start);

/// The whole file at once, for recordings of some minutes.
Result<SimulatedRecording> simulate(const RecordingSettings& settings);

}  // namespace attune::synth
