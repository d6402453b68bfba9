// The whole recording at a glance: lowest and highest value of every signal in bins of equal length, and a
// pyramid of wider bins above them, built while the file is read. A view of hours is drawn from it without a
// second read.
//
//   Overview overview(header, most_bytes);
//   overview.add(record);                  // every record, in the order of the file
//   overview.finish(header);
//   overview.columns(header, segments, signal, {from_s, column_s, count}, out);
//
// Memory never exceeds `most_bytes`: a longer recording has longer bins (bin_s). Bins run through the records
// as the file has them, so at a gap one bin may hold samples of both sides. Values are in the signal's
// physical unit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "edf/columns.hpp"
#include "edf/reader.hpp"

namespace attune::edf {

class Overview {
 public:
  /// Bytes that a viewer's overview is worth: bins of 1/8 s for an hour of 32 channels.
  static constexpr std::size_t usual_bytes = 12 << 20;

  Overview() = default;
  Overview(const Header& header, std::size_t most_bytes);

  void add(const Record& record);
  void finish(const Header& header);

  /// Length of the finest bins. 0: there is no overview.
  double bin_s() const { return bin_s_; }
  std::size_t bytes() const;

  /// Range of one signal in each column: of every bin that touches it. `out` is overwritten.
  void columns(const Header& header, std::span<const Segment> segments, std::size_t signal,
               const Columns& wanted, ColumnRange out) const;

 private:
  struct Bin {
    float low = nothing_recorded, high = nothing_recorded;
  };
  struct Pyramid {
    std::size_t bin_samples = 0;  ///< in the finest bins; 0: the signal is not drawn
    std::size_t filled = 0;       ///< samples in the last of them
    std::int32_t low = 0, high = 0;
    std::vector<std::vector<Bin>> levels;
  };
  void close_bin(const Signal& signal, Pyramid& pyramid);
  static Bin range_of(const Pyramid& pyramid, std::size_t from, std::size_t to);

  double bin_s_ = 0;
  std::vector<Pyramid> pyramids_;  ///< one a signal
  std::vector<std::int32_t> samples_;
};

}  // namespace attune::edf
