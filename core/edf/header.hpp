// The header record: bytes -> Header, with every repair that can be made truthfully, listed in Findings.
// Layout (Kemp et al. 1992): 256 bytes for the file, then 256 bytes a signal, each field for all signals in
// turn.
#pragma once

#include <cstdint>
#include <span>

#include "edf/diagnostics.hpp"
#include "edf/reader.hpp"

namespace attune::edf {

/// Widest data record that is read at once; a record is held whole.
inline constexpr std::uint64_t max_record_bytes = std::uint64_t{512} << 20;

/// From the first 256 bytes of a file (fewer if it is shorter): how many bytes its header takes. Errors: what
/// the file is instead of a recording, or why its header cannot be read.
Result<std::uint64_t> header_length(std::span<const std::uint8_t> begin, std::uint64_t file_size);

/// Reads the header from its `header_length` bytes. Errors: as above, and fields that place the samples and
/// cannot be read.
Result<Header> parse_header(std::span<const std::uint8_t> bytes, std::uint64_t file_size,
                            ReaderOptions options, Findings& findings);

}  // namespace attune::edf
