// Writes EDF+C, EDF+D, BDF+C and BDF+D: header, records, one annotation signal. The inverse of
// edf/reader.hpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "edf/recording.hpp"
#include "edf/tal_blocks.hpp"

namespace attune::edf {

struct WriterSignal {
  std::string label;
  std::string unit;
  std::string transducer;
  std::string prefilter;
  double physical_min = -1;
  double physical_max = 1;
  std::int64_t digital_min = -32768;
  std::int64_t digital_max = 32767;
  std::int64_t samples_per_record = 0;
};

struct WriterHeader {
  bool bdf = false;
  bool discontinuous = false;
  std::string patient = "X X X X";
  std::string recording = "Startdate X X X X";
  std::string start = "1985-01-01T00:00:00";  ///< ISO local time
  double record_duration_s = 1;
  std::uint64_t records = 0;
  std::vector<WriterSignal> signals;
};

/// Streaming writer: header first, then each record in turn. Annotations stand in the annotation signal that
/// it adds as the last one, each in the record that holds its onset or, where that is full, in a later one.
class Writer {
 public:
  /// Errors: E_WRITE_FIELD (a value does not fit its header field, or a record has no duration or no sample),
  /// E_WRITE_RANGE (an empty range, or digital values beyond 16 or 24 bits).
  static Result<Writer> create(WriterHeader header, std::vector<Annotation> annotations);

  /// Header bytes; they go to the file first.
  const std::vector<std::uint8_t>& header_bytes() const { return header_bytes_; }

  /// Bytes of the next record. `samples[i]` holds samples_per_record physical values of signal i; `onset` is
  /// the record's start (needed only where the file is discontinuous; otherwise records follow each other).
  /// Values are rounded to the nearest digital step and limited to the digital range (a writer may limit; a
  /// reader may not). A missing value is written as 0.
  std::vector<std::uint8_t> record(std::span<const std::vector<double>> samples,
                                   std::optional<Ticks> onset = {});

  /// The same from digital values, which are written as they are.
  std::vector<std::uint8_t> record_digital(std::span<const std::vector<std::int32_t>> samples,
                                           std::optional<Ticks> onset = {});

  /// The ranges as the header fields hold them: what a reader will calibrate with.
  const WriterHeader& header() const { return header_; }

 private:
  Writer() = default;
  void add_annotations(std::vector<std::uint8_t>& record, std::optional<Ticks> onset);

  WriterHeader header_;
  Rational record_duration_;
  std::vector<std::uint8_t> header_bytes_;
  std::vector<TalsOfRecord> blocks_;  ///< without the time-keeping lists
  std::size_t next_block_ = 0;
  std::size_t annotation_bytes_ = 0;  ///< of the annotation signal in one record
  std::uint64_t next_record_ = 0;
};

}  // namespace attune::edf
