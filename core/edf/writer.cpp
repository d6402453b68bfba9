#include "edf/writer.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "edf/duration.hpp"
#include "edf/start.hpp"
#include "edf/text.hpp"

namespace attune::edf {

namespace {

Error field_error(std::string message, std::string where) {
  return {"E_WRITE_FIELD", std::move(message), std::move(where)};
}

/// A decimal number in at most 8 characters, as near to `value` as they allow; empty if none is.
std::string eight_characters(double value) {
  if (!std::isfinite(value)) return {};
  if (value == 0) return "0";
  for (int decimals = 7; decimals >= 0; --decimals) {
    const double scale = std::pow(10.0, decimals);
    const double scaled = std::round(std::abs(value) * scale);
    if (scaled > 99999999) continue;
    std::string digits = std::to_string(static_cast<std::int64_t>(scaled));
    if (digits.size() <= static_cast<std::size_t>(decimals))
      digits.insert(0, static_cast<std::size_t>(decimals) + 1 - digits.size(), '0');
    const std::size_t point = digits.size() - static_cast<std::size_t>(decimals);
    std::string text(digits, 0, point), fraction(digits, point);
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    if (!fraction.empty()) text += "." + fraction;
    if (value < 0 && text != "0") text = '-' + text;
    if (text.size() <= 8) return text;
  }
  return {};
}

/// Header text under construction: fields of fixed width, printable ASCII.
struct FieldText {
  std::string bytes;
  std::optional<Error> error;
  void put(std::string_view value, std::size_t width, const std::string& name) {
    const bool printable =
        std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (!error && value.size() > width)
      error = field_error("\"" + std::string(value) + "\" is longer than the " + std::to_string(width) +
                              " characters of its field.",
                          name);
    if (!error && !printable)
      error = field_error("\"" + std::string(value) + "\" holds characters that EDF does not allow.", name);
    bytes += value.substr(0, width);
    bytes.append(width - std::min(width, value.size()), ' ');
  }
};

/// Checks one signal and rounds its range to what the header's fields can hold.
Status settle_signal(WriterSignal& signal, bool bdf, const std::string& where) {
  const std::int64_t limit = bdf ? 1 << 23 : 1 << 15;
  if (signal.samples_per_record < 1 || signal.samples_per_record > 99999999)
    return field_error("A signal needs between 1 and 99999999 samples in a record.", where);
  const std::string low = eight_characters(signal.physical_min), high = eight_characters(signal.physical_max);
  if (low.empty() || high.empty()) return field_error("A physical limit does not fit 8 characters.", where);
  signal.physical_min = parse_number(low)->value();
  signal.physical_max = parse_number(high)->value();
  if (signal.physical_min == signal.physical_max || signal.digital_min >= signal.digital_max ||
      signal.digital_min < -limit || signal.digital_max >= limit)
    return Error{"E_WRITE_RANGE", "The physical or digital range of a signal is empty or too wide.", where};
  return success();
}

/// The header record: the file's fields, then each field of all signals.
FieldText header_text(const WriterHeader& header, const std::string& duration, const CivilTime& start,
                      std::size_t annotation_samples) {
  FieldText text;
  const std::string kind = header.bdf ? "BDF" : "EDF";
  if (header.bdf)
    text.bytes =
        "\xFF"
        "BIOSEMI";
  else
    text.put("0", 8, "version");
  text.put(header.patient, 80, "patient");
  text.put(header.recording, 80, "recording");
  const auto two = [](int value) { return std::to_string(100 + value % 100).substr(1); };
  const std::string year = start.year < 1985 || start.year > 2084 ? "yy" : two(start.year);
  text.put(two(start.day) + "." + two(start.month) + "." + year, 8, "start date");
  text.put(two(start.hour) + "." + two(start.minute) + "." + two(start.second), 8, "start time");
  std::vector<WriterSignal> all = header.signals;
  WriterSignal& list = all.emplace_back();
  list.label = kind + " Annotations";
  list.digital_min = header.bdf ? -8388608 : -32768;
  list.digital_max = header.bdf ? 8388607 : 32767;
  list.samples_per_record = static_cast<std::int64_t>(annotation_samples);
  text.put(std::to_string(256 * (all.size() + 1)), 8, "header length");
  text.put(kind + (header.discontinuous ? "+D" : "+C"), 44, "reserved");
  text.put(std::to_string(header.records), 8, "number of records");
  text.put(duration, 8, "record duration");
  text.put(std::to_string(all.size()), 4, "number of signals");
  const auto column = [&](std::size_t width, const char* name, auto value) {
    for (std::size_t i = 0; i < all.size(); ++i)
      text.put(value(all[i]), width, std::string(name) + " of signal " + std::to_string(i));
  };
  column(16, "label", [](const WriterSignal& s) { return s.label; });
  column(80, "transducer", [](const WriterSignal& s) { return s.transducer; });
  column(8, "unit", [](const WriterSignal& s) { return s.unit; });
  column(8, "physical minimum", [](const WriterSignal& s) { return eight_characters(s.physical_min); });
  column(8, "physical maximum", [](const WriterSignal& s) { return eight_characters(s.physical_max); });
  column(8, "digital minimum", [](const WriterSignal& s) { return std::to_string(s.digital_min); });
  column(8, "digital maximum", [](const WriterSignal& s) { return std::to_string(s.digital_max); });
  column(80, "prefilter", [](const WriterSignal& s) { return s.prefilter; });
  column(8, "samples per record", [](const WriterSignal& s) { return std::to_string(s.samples_per_record); });
  column(32, "reserved", [](const WriterSignal&) { return std::string(); });
  return text;
}

}  // namespace

Result<Writer> Writer::create(WriterHeader header, std::vector<Annotation> annotations) {
  Writer writer;
  const std::string duration = eight_characters(header.record_duration_s);
  if (duration.empty() || !(header.record_duration_s > 0) || duration == "0")
    return field_error("A record needs a duration that 8 characters can hold.", "record duration");
  const auto start = parse_iso(header.start);
  if (!start) return field_error("\"" + header.start + "\" is not a date and time.", "start");
  std::vector<std::int64_t> samples;
  for (WriterSignal& signal : header.signals) {
    const std::string where = "signal " + std::to_string(samples.size());
    if (const Status status = settle_signal(signal, header.bdf, where); !status) return status.error();
    samples.push_back(signal.samples_per_record);
  }
  writer.record_duration_ = true_duration(duration, samples);
  header.record_duration_s = writer.record_duration_.value();

  // Where records have gaps their times are not known yet.
  TalBlocks blocks =
      lay_out(std::move(annotations), header.records, header.discontinuous ? 0 : header.record_duration_s);
  if (blocks.room > 0 && header.records == 0)
    return field_error("Annotations need a record to stand in.", "number of records");
  const std::size_t width = header.bdf ? 3 : 2;
  const std::size_t annotation_samples = (blocks.room + timekeeping_room + width - 1) / width;
  const FieldText text = header_text(header, duration, *start, annotation_samples);
  if (text.error) return *text.error;
  writer.blocks_ = std::move(blocks.records);
  writer.annotation_bytes_ = annotation_samples * width;
  writer.header_bytes_.assign(text.bytes.begin(), text.bytes.end());
  writer.header_ = std::move(header);
  return writer;
}

namespace {

void put_sample(std::vector<std::uint8_t>& bytes, std::int32_t sample, bool bdf) {
  const auto value = static_cast<std::uint32_t>(sample);
  bytes.push_back(static_cast<std::uint8_t>(value));
  bytes.push_back(static_cast<std::uint8_t>(value >> 8));
  if (bdf) bytes.push_back(static_cast<std::uint8_t>(value >> 16));
}

}  // namespace

void Writer::add_annotations(std::vector<std::uint8_t>& record, std::optional<Ticks> onset) {
  const Ticks time = onset.value_or(ticks_of(next_record_, record_duration_));
  std::string block = timekeeping_tal(time);
  if (next_block_ < blocks_.size() && blocks_[next_block_].record == next_record_)
    block += blocks_[next_block_++].tals;
  block.resize(annotation_bytes_, '\0');
  record.insert(record.end(), block.begin(), block.end());
  ++next_record_;
}

std::vector<std::uint8_t> Writer::record(std::span<const std::vector<double>> samples,
                                         std::optional<Ticks> onset) {
  std::vector<std::uint8_t> bytes;
  for (std::size_t i = 0; i < header_.signals.size(); ++i) {
    const WriterSignal& signal = header_.signals[i];
    const auto low = static_cast<double>(signal.digital_min), high = static_cast<double>(signal.digital_max);
    const double steps_per_unit = (high - low) / (signal.physical_max - signal.physical_min);
    for (std::size_t k = 0; k < static_cast<std::size_t>(signal.samples_per_record); ++k) {
      const double value = i < samples.size() && k < samples[i].size() ? samples[i][k] : 0;
      const double step = low + (value - signal.physical_min) * steps_per_unit;
      const double rounded = std::isfinite(step) ? std::round(std::clamp(step, low, high)) : low;
      put_sample(bytes, static_cast<std::int32_t>(rounded), header_.bdf);
    }
  }
  add_annotations(bytes, onset);
  return bytes;
}

std::vector<std::uint8_t> Writer::record_digital(std::span<const std::vector<std::int32_t>> samples,
                                                 std::optional<Ticks> onset) {
  std::vector<std::uint8_t> bytes;
  for (std::size_t i = 0; i < header_.signals.size(); ++i)
    for (std::size_t k = 0; k < static_cast<std::size_t>(header_.signals[i].samples_per_record); ++k)
      put_sample(bytes, i < samples.size() && k < samples[i].size() ? samples[i][k] : 0, header_.bdf);
  add_annotations(bytes, onset);
  return bytes;
}

}  // namespace attune::edf
