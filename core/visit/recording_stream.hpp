// Reads one recording in a single pass and keeps what every later decision rests on: EEG window features,
// beats, breathing, annotations, the digest of the bytes. The samples themselves are not kept.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ecg/beat_stream.hpp"
#include "edf/overview.hpp"
#include "edf/reader.hpp"
#include "edf/recorded_phases.hpp"
#include "eeg/features.hpp"
#include "hrv/respiration.hpp"
#include "visit/files_digest.hpp"
#include "visit/parts.hpp"
#include "visit/settings.hpp"
#include "visit/visit.hpp"

namespace attune::visit {

/// Beats of one ECG channel, or of the difference of two.
struct Lead {
  std::size_t signal = 0;
  std::optional<std::size_t> minus;  ///< the channel that was subtracted
  ecg::EcgFeatures features;
};

/// One of the recording's files as it lies on the disk, to be drawn from.
struct FileLayout {
  edf::Header header;
  std::vector<edf::Segment> segments;
  double start_s = 0;  ///< of its first sample
  std::vector<std::optional<std::size_t>>
      local;               ///< of each of the recording's channels: which of the file's
  edf::Overview overview;  ///< for the eye; empty unless it was asked for
};

/// What one pass leaves behind.
struct RecordingFeatures {
  edf::Header header;
  std::vector<FileLayout> files;   ///< one, or those of `parts`
  std::vector<Interval> segments;  ///< stretches without a gap, pause or cut
  std::vector<edf::Annotation> annotations;
  edf::TimeMarks marks;                ///< pauses, and what the recording calls bad
  std::vector<Phase> phases;           ///< recognised from the annotations
  std::vector<edf::StatusCode> codes;  ///< of the Status channel, that may begin parts of the protocol
  std::vector<Diagnostic> diagnostics;
  std::string sha256;
  std::uint64_t bytes = 0;
  std::vector<eeg::Features> eeg;  ///< one per sampling rate found among the EEG channels
  std::vector<Lead> leads;
  std::optional<hrv::Respiration> respiration;
  std::optional<std::size_t> respiration_signal;
  std::vector<RecordingPart>
      parts;  ///< the files, where there are several; the header is the first's with all channels
};

/// Two streams on two processors may share the reading of one recording: one has the hearts and the digests, the other the
/// rest, and is told at its end what the first found.
enum class Share { everything, hearts, rest };

/// What the one with the hearts leaves behind.
struct HeartShare {
  std::vector<ecg::EcgFeatures> leads;  ///< in the order in which channels and pairs of them are found
  FileDigests digests;

  static constexpr const char* type_name = "HeartShare";
  static constexpr auto fields() {
    return std::array{field<&HeartShare::leads>("leads", "What each ECG leaves behind."),
                      field<&HeartShare::digests>("digests", "Digests of the files.")};
  }
};

class RecordingStream {
 public:
  /// `file_bytes` is the size of the whole file; `settings` as at the age of the visit (settings_at), or, where none
  /// is known, as they are: then those of the age that the header gives count;
  /// `choices` overrule what channels are recognised as;
  /// `overview_bytes` is the memory that a viewer's overview may take.
  RecordingStream(std::uint64_t file_bytes, const Settings& settings, std::vector<ChannelChoice> choices = {},
                  std::size_t overview_bytes = 0);
  ~RecordingStream();

  /// Takes the next slice of the file, of any size. Error: the file cannot be used; codes as in
  /// edf/reader.hpp.
  Status push(std::span<const std::uint8_t> bytes);

  /// Weeks before the 40th of pregnancy that the infant was born, which an age by the header is corrected for.
  void born_early(std::optional<double> weeks) { weeks_early_ = weeks; }

  /// Before the first byte; everything unless told.
  void take_share(Share share) { share_ = share; }

  /// After the last byte of a file: another of the same visit follows, in the order in which they began. `start_s`: of its
  /// first sample, from the visit's; none: by the start times. Errors: those of `finish`. What cannot be one visit is
  /// refused by `push`; codes as in visit/parts.hpp.
  Status next_part(std::uint64_t file_bytes, std::optional<double> start_s = {});

  /// Marks of a table beside the recording, of its files in the order in which they are read; before `finish`.
  void add(std::span<const RecordedEvent> events);

  /// Call after the last byte: the features, or why there are none. `hearts`: from the stream that took these.
  Result<RecordingFeatures> finish(HeartShare hearts = {});

  /// The same of a stream that takes the hearts alone.
  Result<HeartShare> finish_hearts();

 private:
  struct Channels;

  void open();
  Status admit(edf::Header& header);
  void read_status(std::size_t signal, const std::string& label);
  void tell_filters(const edf::Header& header);
  void open_channels(const edf::Header& header);
  void fit_buffers(const edf::Header& header);
  Status finish_part();
  void lay_out(FileLayout& file) const;
  std::vector<edf::Annotation> marks_beside() const;
  std::vector<ChannelChoice> choices_of_part() const;
  void find_timeline(RecordingFeatures& features);
  void take(const edf::Record& record);
  void take_hearts(const edf::Record& record);
  void take_rest(const edf::Record& record);
  HeartShare found_hearts();
  void tell_repeats(std::vector<Diagnostic>& diagnostics) const;

  Settings settings_;
  std::vector<ChannelChoice> choices_;
  std::vector<RecordedEvent> beside_;  ///< marks of a table
  std::optional<double> weeks_early_;
  std::size_t overview_bytes_;
  std::uint64_t bytes_ = 0;
  Share share_ = Share::everything;
  FilesDigest digest_;
  std::unique_ptr<Channels> channels_;
  edf::Reader reader_;
  Whole whole_;
  PlacedPart part_;
  std::optional<double> part_start_s_;  ///< by hand
  bool open_ = false;                   ///< the file's channels are known
  std::uint64_t part_bytes_ = 0;
  std::optional<Error> refused_;
};

}  // namespace attune::visit
