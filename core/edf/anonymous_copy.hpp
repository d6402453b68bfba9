// Streams a recording into a copy of itself without the identity in its header (edf/deidentify.hpp), and
// proves that the copy holds the same samples: both are read by the same reader and their digests compared.
//
//   AnonymousCopy copy(file_size, options, [&](bytes) { return out.write(bytes); });
//   for (slice of file) copy.push(slice);
//   auto made = copy.finish();               // places, digests of what was read
//   // The copy, streamed through a second one, must give the same samples_sha256.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/result.hpp"
#include "base/sha256.hpp"
#include "edf/deidentify.hpp"

namespace attune::edf {

/// What was done, and digests of the recording that was read (not of the copy).
struct AnonymousCopyResult {
  std::vector<Place> places;
  std::string samples_sha256;  ///< every sample but the annotation signals' where their texts are replaced
  std::string data_sha256;     ///< all bytes after the header

  static constexpr const char* type_name = "AnonymousCopyResult";
  static constexpr auto fields() {
    return std::array{
        field<&AnonymousCopyResult::places>("places", "Where identity can sit, and what was done about it."),
        field<&AnonymousCopyResult::samples_sha256>(
            "samples_sha256", "SHA-256 of all samples that the copy must keep, in the order of the file."),
        field<&AnonymousCopyResult::data_sha256>("data_sha256", "SHA-256 of all bytes after the header.")};
  }
};

class AnonymousCopy {
 public:
  using Options = DeidentifyOptions;
  using Write = std::function<Status(std::span<const std::uint8_t>)>;

  AnonymousCopy(std::uint64_t file_size, DeidentifyOptions options, Write write);

  /// Takes the next bytes of the recording. Errors: the reader's (E_…), those of `write`.
  Status push(std::span<const std::uint8_t> bytes);
  /// Tells that the last byte was pushed. Errors: the reader's.
  Result<AnonymousCopyResult> finish();

 private:
  void digest(const Record& record);
  Status write_header();
  Status write_data(std::span<const std::uint8_t> data);

  DeidentifyOptions options_;
  Write write_;
  Reader reader_;
  Sha256 samples_, data_;
  std::vector<std::int32_t> digital_;
  std::vector<std::uint8_t> held_;  ///< the header until it is known; then a record in parts
  bool header_written_ = false;
  std::uint64_t records_written_ = 0;
};

}  // namespace attune::edf
