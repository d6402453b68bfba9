// Recordings made in memory by our own writer, damaged at will, and read back in slices of any size.
#pragma once

#include <cmath>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "edf/reader.hpp"
#include "edf/writer.hpp"

namespace attune::test {

using Bytes = std::vector<std::uint8_t>;

/// What a test wants in its file; two signals of different rates unless said otherwise.
struct Recipe {
  edf::WriterHeader header;
  std::vector<edf::Annotation> annotations;
  std::vector<std::optional<edf::Ticks>> onsets;  ///< of the records; none: one after another
};

inline edf::WriterSignal signal(const std::string& label, std::int64_t samples_per_record) {
  edf::WriterSignal made;
  made.label = label;
  made.unit = "uV";
  made.physical_min = -3276.8;
  made.physical_max = 3276.7;
  made.samples_per_record = samples_per_record;
  return made;
}

inline Recipe recipe(std::uint64_t records = 10) {
  Recipe made;
  made.header.records = records;
  made.header.signals = {signal("EEG Fpz-Cz", 8), signal("ECG", 16)};
  return made;
}

/// Sample k of signal i: the same in every test, with both signs and large steps.
inline std::int32_t sample_value(std::size_t i, std::uint64_t k, bool bdf) {
  const std::int32_t wide = static_cast<std::int32_t>((k * 2654435761u + i * 40503u) % 65536u) - 32768;
  return bdf ? wide * 200 + static_cast<std::int32_t>(k % 199) : wide;
}

inline Bytes write(const Recipe& wanted) {
  auto writer = edf::Writer::create(wanted.header, wanted.annotations);
  if (!writer) return {};
  Bytes bytes = writer->header_bytes();
  for (std::uint64_t r = 0; r < wanted.header.records; ++r) {
    std::vector<std::vector<std::int32_t>> samples;
    for (std::size_t i = 0; i < wanted.header.signals.size(); ++i) {
      const auto count = static_cast<std::uint64_t>(wanted.header.signals[i].samples_per_record);
      auto& of_signal = samples.emplace_back();
      for (std::uint64_t k = 0; k < count; ++k)
        of_signal.push_back(sample_value(i, r * count + k, wanted.header.bdf));
    }
    const auto onset = r < wanted.onsets.size() ? wanted.onsets[r] : std::nullopt;
    const Bytes record = writer->record_digital(samples, onset);
    bytes.insert(bytes.end(), record.begin(), record.end());
  }
  return bytes;
}

/// A file spelled out field by field, for what no writer should write.
struct RawSignal {
  std::string label = "EEG Cz";
  std::string transducer, unit = "uV";
  std::string physical_min = "-3276.8", physical_max = "3276.7", digital_min = "-32768",
              digital_max = "32767";
  std::string prefilter;
  std::string samples = "8";
  std::string reserved;
};
struct RawFile {
  std::string version = "0", patient = "X X X X", recording = "Startdate X X X X";
  std::string date = "04.05.20", time = "10.20.30";
  std::optional<std::string> header_bytes;
  std::string reserved, records = "4", duration = "1";
  std::optional<std::string> signal_count;
  std::vector<RawSignal> signals{RawSignal{}, RawSignal{"ECG"}};
  Bytes data;  ///< after the header; `counting(n)` for n samples of 16 bits
};

/// n samples of 16 bits, low byte first.
inline Bytes counting(std::size_t n) {
  Bytes bytes;
  for (std::size_t k = 0; k < n; ++k) {
    const auto value = static_cast<std::uint16_t>(sample_value(0, k, false));
    bytes.push_back(static_cast<std::uint8_t>(value));
    bytes.push_back(static_cast<std::uint8_t>(value >> 8));
  }
  return bytes;
}

inline Bytes assemble(const RawFile& file) {
  std::string text;
  const auto put_field = [&](const std::string& value, std::size_t width) {
    text += value.substr(0, width);
    text.append(width - std::min(width, value.size()), ' ');
  };
  const std::size_t count = file.signals.size();
  put_field(file.version, 8);
  put_field(file.patient, 80);
  put_field(file.recording, 80);
  put_field(file.date, 8);
  put_field(file.time, 8);
  put_field(file.header_bytes.value_or(std::to_string(256 * (count + 1))), 8);
  put_field(file.reserved, 44);
  put_field(file.records, 8);
  put_field(file.duration, 8);
  put_field(file.signal_count.value_or(std::to_string(count)), 4);
  const auto column = [&](std::string RawSignal::*field, std::size_t width) {
    for (const RawSignal& of : file.signals) put_field(of.*field, width);
  };
  column(&RawSignal::label, 16);
  column(&RawSignal::transducer, 80);
  column(&RawSignal::unit, 8);
  column(&RawSignal::physical_min, 8);
  column(&RawSignal::physical_max, 8);
  column(&RawSignal::digital_min, 8);
  column(&RawSignal::digital_max, 8);
  column(&RawSignal::prefilter, 80);
  column(&RawSignal::samples, 8);
  column(&RawSignal::reserved, 32);
  Bytes bytes(text.begin(), text.end());
  bytes.insert(bytes.end(), file.data.begin(), file.data.end());
  return bytes;
}

/// Four records of two signals with 8 samples each, as every field says.
inline RawFile raw_file() {
  RawFile file;
  file.data = counting(4 * 16);
  return file;
}

/// An EDF+ file of one ordinary signal (8 samples a record) and annotation signals; `tals[r][i]` are the
/// bytes of annotation signal i in record r, 48 each.
inline Bytes with_tals(const std::vector<std::vector<std::string>>& tals,
                       const std::string& reserved = "EDF+C") {
  constexpr std::size_t room = 48;
  RawFile file;
  file.reserved = reserved;
  file.records = std::to_string(tals.size());
  file.signals.resize(1);
  const std::size_t lists = tals.empty() ? 1 : tals[0].size();
  for (std::size_t i = 0; i < lists; ++i) {
    RawSignal list;
    list.label = "EDF Annotations";
    list.unit = "";
    list.physical_min = "-1", list.physical_max = "1";
    list.samples = std::to_string(room / 2);
    file.signals.push_back(list);
  }
  const Bytes samples = counting(8 * tals.size());
  auto of_record = samples.begin();
  for (const auto& record : tals) {
    file.data.insert(file.data.end(), of_record, of_record + 2 * 8);
    of_record += 2 * 8;
    for (std::string block : record) {
      block.resize(room, '\0');
      file.data.insert(file.data.end(), block.begin(), block.end());
    }
  }
  return assemble(file);
}

/// The time-keeping TAL of a record that begins at `onset` seconds.
inline std::string clock(const std::string& onset) {
  return onset + "\x14\x14" + std::string(1, '\0');
}

/// One TAL: what stands before the text, and the text.
inline std::string tal(const std::string& head, const std::string& text) {
  return head + "\x14" + text + "\x14" + std::string(1, '\0');
}

/// Everything a reader tells, copied out.
struct Reading {
  Status status = success();
  edf::Header header;
  std::vector<edf::Segment> segments;
  std::vector<edf::Annotation> annotations;
  std::vector<Diagnostic> diagnostics;
  std::vector<std::vector<std::int32_t>> digital;  ///< of each signal, all records
  std::vector<edf::Ticks> onsets;                  ///< of the records
  std::vector<std::uint64_t> segment_starts;       ///< records that start a segment
  double recorded_s = 0;

  std::string error() const { return status ? "" : status.error().code; }
  const Diagnostic* find(const std::string& code) const {
    for (const Diagnostic& diagnostic : diagnostics)
      if (diagnostic.code == code) return &diagnostic;
    return nullptr;
  }
  /// The message of a diagnostic, empty if it was not given.
  std::string message(const std::string& code) const {
    return find(code) ? find(code)->message.english() : "";
  }
};

/// Reads `bytes` in slices of `slice` bytes; `promised_size` stands for a file that ends early.
inline Reading read(const Bytes& bytes, std::size_t slice = std::size_t(-1),
                    std::optional<std::uint64_t> promised_size = {}, edf::ReaderOptions options = {}) {
  Reading reading;
  const auto on_record = [&](const edf::Record& record) {
    reading.digital.resize(record.header.signals.size());
    for (std::size_t i = 0; i < reading.digital.size(); ++i) {
      std::vector<std::int32_t> part(static_cast<std::size_t>(record.header.signals[i].samples_per_record));
      record.digital(i, part);
      reading.digital[i].insert(reading.digital[i].end(), part.begin(), part.end());
    }
    reading.onsets.push_back(record.onset);
    if (record.starts_segment) reading.segment_starts.push_back(record.index);
  };
  edf::Reader reader(promised_size.value_or(bytes.size()), on_record, options);
  for (std::size_t at = 0; at < bytes.size() && reading.status; at += std::min(slice, bytes.size() - at))
    reading.status = reader.push(std::span(bytes).subspan(at, std::min(slice, bytes.size() - at)));
  if (reading.status) reading.status = reader.finish();
  if (reader.has_header()) reading.header = reader.header();
  reading.segments = reader.segments();
  reading.annotations = reader.annotations();
  reading.diagnostics = reader.diagnostics();
  reading.recorded_s = edf::seconds(reader.recorded());
  return reading;
}

}  // namespace attune::test
