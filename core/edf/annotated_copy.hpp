// Streams a recording into a copy of itself with annotations added, as EDF+ or BDF+. What the recording holds keeps its
// bytes: every field of its signals, every sample, every annotation that it has already. The new ones stand in an annotation
// signal of their own, the last of each record; a plain EDF or BDF file so becomes EDF+C or BDF+C, whose patient and recording
// fields have subfields (EDF+ 2003, 2.1.3): what stood there goes into the last one, or stays as it is where it would
// not fit. What is read of no recording (part of a
// record at the end, records beyond those announced) is not copied.
//
//   AnnotatedCopy copy(file_size, annotations, [&](bytes) { return out.write(bytes); });
//   for (slice of file) copy.push(slice);
//   auto made = copy.finish();
//   // The copy, streamed through a second one without annotations, must give the same digests.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/result.hpp"
#include "base/sha256.hpp"
#include "edf/reader.hpp"
#include "edf/tal_blocks.hpp"

namespace attune::edf {

/// An annotation that a copy gets.
struct NewAnnotation {
  double onset_s = 0;
  std::optional<double> duration_s;
  std::string text;

  /// More than 30 years from a recording is nothing that belongs to it.
  static constexpr double furthest_s = 1e9;
  static constexpr const char* type_name = "NewAnnotation";
  static constexpr auto fields() {
    return std::array{field<&NewAnnotation::onset_s>("onset_s", between(-furthest_s, furthest_s),
                                                     "Time from the first sample, s."),
                      field<&NewAnnotation::duration_s>("duration_s", between(0, furthest_s),
                                                        "How long it lasts, s; null: a moment."),
                      field<&NewAnnotation::text>("text", "What it says.")};
  }
};

/// What was read, and digests of what the copy must hold.
struct AnnotatedCopyResult {
  std::string samples_sha256;
  std::string annotations_sha256;
  std::uint64_t left_out_bytes = 0;

  static constexpr const char* type_name = "AnnotatedCopyResult";
  static constexpr auto fields() {
    return std::array{
        field<&AnnotatedCopyResult::samples_sha256>(
            "samples_sha256",
            "SHA-256 of the bytes of all samples, but those of annotation signals, in "
            "the order of the file."),
        field<&AnnotatedCopyResult::annotations_sha256>(
            "annotations_sha256",
            "SHA-256 of onset, duration and text of all annotations, those that were "
            "added among them, in order."),
        field<&AnnotatedCopyResult::left_out_bytes>(
            "left_out_bytes", "Bytes after the last record that was read, which the copy does not hold.")};
  }
};

class AnnotatedCopy {
 public:
  using Options = std::vector<NewAnnotation>;
  using Write = std::function<Status(std::span<const std::uint8_t>)>;

  AnnotatedCopy(std::uint64_t file_size, const Options& annotations, Write write);

  /// Takes the next bytes of the recording. Errors: the reader's (E_…), those of `write`, E_COPY_TIMES (the file calls itself
  /// discontinuous and does not say when its records were recorded), E_COPY (no header can hold another signal).
  Status push(std::span<const std::uint8_t> bytes);
  /// Tells that the last byte was pushed. Errors: the reader's; E_COPY where only the end of the file shows when it began.
  Result<AnnotatedCopyResult> finish();

 private:
  void take(const Record& record);
  Status begin(const Record& record);
  Status write_record(const Record& record);
  std::string annotations_digest() const;

  std::vector<Annotation> added_;  ///< onsets from the first sample
  Write write_;
  Status status_ = success();
  Reader reader_;
  Sha256 samples_;
  std::vector<std::uint8_t> held_;  ///< the header, until the first record is there
  bool keeps_time_ = false;         ///< the new signal tells when records begin, since no other does
  Ticks first_onset_ = 0;
  std::uint64_t records_ = 0;  ///< that the header of the copy announces
  std::vector<TalsOfRecord> blocks_;
  std::size_t next_block_ = 0;
  std::size_t annotation_bytes_ = 0;
};

}  // namespace attune::edf
