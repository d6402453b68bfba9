// Reads EDF, EDF+, BDF and BDF+ as a stream: bytes are pushed in slices of any size, records come out one by
// one, and no more than a header and one record is ever held.
//
//   Reader reader(file_size, [&](const Record& record) { record.physical(3, samples); … });
//   for (slice of file) if (auto ok = reader.push(slice); !ok) return ok.error();
//   if (auto ok = reader.finish(); !ok) …
//   reader.header(), reader.segments(), reader.annotations(), reader.diagnostics()
//
// Policy, case by case: edf/diagnostics.hpp. Whatever can be opened truthfully is opened and every deviation
// is a Diagnostic; nothing is invented, clipped or resampled. Sources: Kemp et al. 1992 (EDF), Kemp & Olivan
// 2003 (EDF+), BioSemi (BDF).
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "edf/recording.hpp"

namespace attune::edf {

/// Samples of one signal as stored, from the bytes of one record. `out` holds samples_per_record values.
void decode_digital(const Header& header, std::size_t signal, std::span<const std::uint8_t> record,
                    std::span<std::int32_t> out);
/// The same in the signal's physical unit: gain × digital + offset.
void decode_physical(const Header& header, std::size_t signal, std::span<const std::uint8_t> record,
                     std::span<double> out);

/// One data record while it is being delivered; valid during the call only.
struct Record {
  const Header& header;
  std::uint64_t index = 0;      ///< in file order
  Ticks onset = 0;              ///< of its first sample, from the first sample of the recording
  bool starts_segment = false;  ///< true for the first record and after every gap
  std::span<const std::uint8_t> bytes;

  /// Samples of one signal as stored. `out` holds exactly samples_per_record values.
  void digital(std::size_t signal, std::span<std::int32_t> out) const {
    decode_digital(header, signal, bytes, out);
  }
  /// The same in the signal's physical unit.
  void physical(std::size_t signal, std::span<double> out) const {
    decode_physical(header, signal, bytes, out);
  }
};

struct ReaderOptions {
  bool surplus_records = false;  ///< read also the complete records beyond those that the header announces
};

class Reader {
 public:
  using RecordHandler = std::function<void(const Record&)>;

  /// `file_size` bounds everything that the header may promise.
  Reader(std::uint64_t file_size, RecordHandler on_record, ReaderOptions options = {});
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  /// Feeds the next bytes of the file. Error: the file cannot be used (E_…); later calls repeat it.
  Status push(std::span<const std::uint8_t> bytes);
  /// Tells that the last byte was pushed. Errors: E_NO_RECORDS if not one record was complete (the header can
  /// still be shown), or what only the whole file shows (E_DAMAGED_CRLF).
  Status finish();

  /// Time of the first sample from the header's start time; once a record was delivered.
  Ticks first_onset() const;
  /// Whether every record's own time is the one that follows from the first; complete after finish().
  bool has_exact_times() const;
  /// Recorded time, gaps left out.
  Ticks recorded() const;
  bool has_header() const;
  const Header& header() const;  ///< once has_header()
  /// Stretches without a gap, in the order of the file.
  const std::vector<Segment>& segments() const;
  const std::vector<Annotation>& annotations() const;  ///< sorted by onset; complete after finish()
  const std::vector<Diagnostic>& diagnostics() const;  ///< in order of weight after finish()

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace attune::edf
