#include "edf/beginning.hpp"

#include "edf/start.hpp"

namespace attune::edf {

Beginning::Beginning(std::uint64_t file_bytes)
    : reader_(file_bytes, [this](const Record&) { begun_ = true; }) {}

bool Beginning::push(std::span<const std::uint8_t> bytes) {
  return !reader_.push(bytes) || begun_;
}

std::string Beginning::text() const {
  if (!reader_.has_header() || !reader_.header().start) return "";
  const auto start = parse_iso(*reader_.header().start);
  if (!start) return "";
  const Ticks onset = begun_ ? reader_.first_onset() : 0;
  const Ticks fraction = (onset % ticks_per_second + ticks_per_second) % ticks_per_second;
  const std::string beyond = std::to_string(ticks_per_second + fraction).substr(1);  // with its zeros
  return iso(later(*start, (onset - fraction) / ticks_per_second)) + "." + beyond;
}

}  // namespace attune::edf
