// A visit that was recorded in several files: one after another (the recording was stopped and started again), or at the
// same time (EEG and ECG of two devices). Channels of one label are one channel; a file stands where its start time puts it.
// What cannot be one visit is refused with what to do, never joined.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "edf/person.hpp"
#include "edf/recording.hpp"
#include "visit/files_digest.hpp"
#include "visit/settings.hpp"
#include "visit/visit.hpp"

namespace attune::visit {

/// A file's place in the whole.
struct PlacedPart {
  double start_s = 0;
  bool by_hand = false;
  std::vector<std::size_t> whole;                 ///< of each of its channels: which of the whole
  std::vector<std::optional<std::size_t>> local;  ///< of each of the whole: which of its own
  std::size_t first_new = 0;                      ///< channels of the whole from here on came with it
};

class Whole {
 public:
  /// Where the channels of a file stand, by label: the same as in a file before, else new ones.
  PlacedPart match(const edf::Header& part) const;

  /// Takes the file, its channels as chosen, at `start_s` by hand, or by the start times; `first_onset_s`: of its first
  /// sample after its header's start. Errors: E_PARTS_TIME, E_PARTS_ORDER, E_PARTS_PERSONS, E_PARTS_OVERLAP,
  /// E_PARTS_CHANNEL, E_PARTS_CHANNELS, E_PARTS_FAR.
  Status admit(const edf::Header& part, double first_onset_s, std::optional<double> start_s,
               const CheckSettings& settings, PlacedPart& placed);

  /// The file was read to its end; its header is final now.
  void close(const edf::Header& finished, const PlacedPart& placed, const std::vector<Interval>& segments,
             std::uint64_t bytes);

  /// All files were read, and these are their digests. Error E_USE: of other files.
  Status name(const FileDigests& digests);

  const edf::Header& header() const { return header_; }
  const std::vector<RecordingPart>& parts() const { return parts_; }
  /// Stretches that were recorded by any file, by start; those that only touch stay apart.
  std::vector<Interval> segments() const;
  /// N_PARTS, N_PARTS_CLOCK; none of one file.
  std::vector<Diagnostic> tell() const;

 private:
  double end_of_ecg() const;
  Status check_channels(const edf::Header& part, const PlacedPart& placed) const;
  Status check_time(const edf::Header& part, const CheckSettings& settings, PlacedPart& placed) const;

  edf::Header header_;          ///< of the first file, with the channels of all
  std::vector<double> ends_s_;  ///< of each channel, so far
  edf::Person person_;
  std::vector<RecordingPart> parts_;
  std::vector<Interval> segments_;
  bool by_hand_ = false;
};

/// The recording's own marks and those of a table or a further file, each once, by time.
std::vector<edf::Annotation> together(std::vector<edf::Annotation> own,
                                      const std::vector<edf::Annotation>& beside);

}  // namespace attune::visit
