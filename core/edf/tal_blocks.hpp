// Annotations as the bytes of an annotation signal: one list for each (edf/tal.hpp reads them), spread over the records of
// a file that is still to be written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "edf/recording.hpp"

namespace attune::edf {

/// What a list that tells when its record begins takes at most: sign, 10 digits, point, 7 digits, two marks, NUL.
inline constexpr std::size_t timekeeping_room = 24;

/// The list that tells when a record begins, counted from the header's start time.
std::string timekeeping_tal(Ticks onset);

/// Annotation text without the characters that would end it.
std::string tal_text(std::string_view text);

/// The lists of one record.
struct TalsOfRecord {
  std::uint64_t record = 0;
  std::string tals;
};

/// Records that hold lists, in their order, and the bytes that the fullest one takes.
struct TalBlocks {
  std::vector<TalsOfRecord> records;
  std::size_t room = 0;
};

/// Each annotation in the record that holds its onset or, where that is full, in a later one, with as little room as an
/// even spread allows. `record_duration_s` 0: times of records are not known, and lists are spread from the first one on.
TalBlocks lay_out(std::vector<Annotation> annotations, std::uint64_t records, double record_duration_s);

}  // namespace attune::edf
