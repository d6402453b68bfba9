#include "edf/anonymous_copy.hpp"

#include <algorithm>
#include <utility>

namespace attune::edf {

AnonymousCopy::AnonymousCopy(std::uint64_t file_size, DeidentifyOptions options, Write write)
    : options_(options),
      write_(std::move(write)),
      reader_(file_size, [this](const Record& record) { digest(record); }) {}

Status AnonymousCopy::push(std::span<const std::uint8_t> bytes) {
  if (const Status status = reader_.push(bytes); !status) return status;
  if (header_written_) return write_data(bytes);
  held_.insert(held_.end(), bytes.begin(), bytes.end());
  if (!reader_.has_header() || held_.size() < reader_.header().header_bytes) return success();
  return write_header();
}

Result<AnonymousCopyResult> AnonymousCopy::finish() {
  if (const Status status = reader_.finish(); !status) return status.error();
  // Part of a record at the end holds no annotation that was read; its bytes are kept, as `places` says.
  if (!held_.empty())
    if (const Status status = write_(held_); !status) return status.error();
  return AnonymousCopyResult{identity_places(reader_, options_), samples_.hex(), data_.hex()};
}

void AnonymousCopy::digest(const Record& record) {
  const auto& signals = record.header.signals;
  for (std::size_t i = 0; i < signals.size(); ++i) {
    if (options_.annotations && signals[i].kind == ChannelKind::annotation) continue;
    digital_.resize(static_cast<std::size_t>(signals[i].samples_per_record));
    record.digital(i, digital_);
    samples_.update(
        {reinterpret_cast<const std::uint8_t*>(digital_.data()), digital_.size() * sizeof digital_[0]});
  }
}

Status AnonymousCopy::write_header() {
  header_written_ = true;
  const Header& header = reader_.header();
  const auto header_bytes = static_cast<std::size_t>(header.header_bytes);
  const std::vector<std::uint8_t> held = std::exchange(held_, {});
  const std::span<const std::uint8_t> first(held);
  const auto clean = deidentified_header(first.first(header_bytes), header, options_);
  if (const Status status = write_(clean); !status) return status;
  return write_data(first.subspan(header_bytes));
}

Status AnonymousCopy::write_data(std::span<const std::uint8_t> data) {
  data_.update(data);
  if (!options_.annotations) return write_(data);
  const Header& header = reader_.header();
  while (!data.empty() && records_written_ < header.records) {
    const auto count = std::min(static_cast<std::size_t>(header.record_bytes) - held_.size(), data.size());
    held_.insert(held_.end(), data.begin(), data.begin() + static_cast<std::ptrdiff_t>(count));
    data = data.subspan(count);
    if (held_.size() < header.record_bytes) return success();
    blank_annotations(header, held_);
    if (const Status status = write_(held_); !status) return status;
    held_.clear();
    ++records_written_;
  }
  return data.empty() ? success() : write_(data);
}

}  // namespace attune::edf
