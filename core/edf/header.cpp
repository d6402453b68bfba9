#include "edf/header.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "edf/channels.hpp"
#include "edf/damage.hpp"
#include "edf/duration.hpp"
#include "edf/header_fields.hpp"
#include "edf/start.hpp"
#include "edf/text.hpp"
#include "edf/units.hpp"

namespace attune::edf {

namespace {

constexpr double shortest_record_s = 1e-6, longest_record_s = 1e6;
constexpr double longest_recording_s = 1e10;  ///< 317 years; keeps every product of ticks within 64 bits

bool is_blank_or_nul(std::string_view field) {
  return trim(field).empty();
}

/// What the reserved field says about the variant.
struct Plus {
  bool marked = false;
  bool discontinuous = false;
  bool as_specified = true;
};

Plus read_plus(std::string_view reserved) {
  const std::string text = lower(trim(reserved));
  Plus plus;
  plus.marked = text.starts_with("edf+") || text.starts_with("bdf+");
  if (!plus.marked) return plus;
  const std::string_view rest = trim(std::string_view(text).substr(4));
  plus.discontinuous = rest.starts_with("d");
  plus.as_specified = reserved.starts_with("EDF+C") || reserved.starts_with("EDF+D") ||
                      reserved.starts_with("BDF+C") || reserved.starts_with("BDF+D");
  return plus;
}

bool is_annotation_label(std::string_view label) {
  const std::string text = lower(label);
  return text == "edf annotations" || text == "bdf annotations";
}

/// Reads one numeric field and lists how it departs from the specification.
std::optional<Number> read_number(std::string_view field, Findings& findings, std::size_t signal) {
  const auto number = parse_number(field);
  if (!number) return number;
  if (number->comma) findings.add_signal<Finding::decimal_comma>(signal, trim(field));
  if (number->exponent_form || field.front() == ' ')
    findings.add_signal<Finding::number_form>(signal, trim(field));
  return number;
}

/// The whole number in a field, or `otherwise`.
std::int64_t whole_or(std::string_view field, std::int64_t otherwise) {
  const auto number = parse_number(field);
  return number ? number->whole().value_or(otherwise) : otherwise;
}

/// A header text as UTF-8. Encodings met are remembered for one note about the whole header.
struct TextReader {
  bool utf8 = false, windows = false, shift_jis = false, nul = false;
  std::string operator()(std::string_view field) {
    nul |= field.find('\0') != std::string_view::npos;
    DecodedText decoded = decode_text(trim(field));
    utf8 |= decoded.encoding == Encoding::utf8;
    windows |= decoded.encoding == Encoding::windows_1252 || decoded.encoding == Encoding::perhaps_shift_jis;
    shift_jis |= decoded.encoding == Encoding::perhaps_shift_jis;
    return std::move(decoded.text);
  }
  void tell(Findings& findings) const {
    if (utf8 || windows)
      findings.add<Finding::header_encoding>(
          {{"encoding", words::as_is(!windows ? "UTF-8"
                                     : !utf8  ? "Windows-1252"
                                              : "UTF-8 and Windows-1252")}});
    if (shift_jis) findings.add<Finding::perhaps_shift_jis>();
    if (nul) findings.add<Finding::nul_padding>();
  }
};

/// Gain and offset of one signal from its four range fields (EDF 1992: linear, from digital to physical).
void calibrate(const SignalFields& fields, std::size_t index, bool bdf, Signal& signal, Findings& findings) {
  const auto physical_min = read_number(fields.physical_min, findings, index);
  const auto physical_max = read_number(fields.physical_max, findings, index);
  const auto digital_min = read_number(fields.digital_min, findings, index);
  const auto digital_max = read_number(fields.digital_max, findings, index);
  if (physical_min) signal.physical_min = physical_min->value();
  if (physical_max) signal.physical_max = physical_max->value();
  const bool whole = digital_min && digital_max && digital_min->whole() && digital_max->whole();
  const std::int64_t low = whole ? digital_min->whole().value_or(0) : 0;
  const std::int64_t high = whole ? digital_max->whole().value_or(0) : 0;
  signal.digital_min = low;
  signal.digital_max = high;
  for (const auto& [number, field] :
       {std::pair{digital_min, fields.digital_min}, {digital_max, fields.digital_max}})
    if (number && number->whole() && trim(field).find_first_of(".,") != std::string_view::npos)
      findings.add_signal<Finding::number_form>(index, trim(field));

  const double gain = (signal.physical_max - signal.physical_min) /
                      (static_cast<double>(signal.digital_max) - static_cast<double>(signal.digital_min));
  const double offset = signal.physical_min - gain * static_cast<double>(signal.digital_min);
  const bool readable = physical_min && physical_max && whole;
  signal.calibrated =
      readable && std::isfinite(gain) && std::isfinite(offset) && gain != 0 && std::isfinite(gain * 0x1p31);
  if (!signal.calibrated) {
    const std::string raw =
        std::string(trim(fields.physical_min)) + " … " + std::string(trim(fields.physical_max)) +
        ", digital " + std::string(trim(fields.digital_min)) + " … " + std::string(trim(fields.digital_max));
    if (readable && low == high)
      findings.add_signal<Finding::dummy_channel>(index, decode_text(raw).text);
    else
      findings.add_signal<Finding::uncalibrated>(index, decode_text(raw).text);
    signal.unit.clear();
    return;
  }
  signal.gain = gain;
  signal.offset = offset;
  const std::int64_t limit = bdf ? 1 << 23 : 1 << 15;
  if (low > high)
    findings.add_signal<Finding::digital_inverted>(index);
  else if (signal.physical_min > signal.physical_max)
    findings.add_signal<Finding::inverted>(index);
  if (std::min(low, high) < -limit || std::max(low, high) >= limit)
    findings.add_signal<Finding::digital_range_wide>(index,
                                                     std::to_string(low) + " … " + std::to_string(high));
}

/// One signal of the header; samples_per_record apart, which decides whether the file can be read at all.
Signal read_signal(const SignalFields& fields, std::size_t index, bool bdf, TextReader& text,
                   Findings& findings) {
  Signal signal;
  signal.label = text(fields.label);
  signal.transducer = text(fields.transducer);
  signal.prefilter = text(fields.prefilter);
  signal.reserved = text(fields.reserved);
  signal.unit_raw = text(fields.unit);
  const Unit unit = read_unit(signal.unit_raw);
  signal.unit = unit.text;
  if (is_annotation_label(signal.label)) {
    signal.kind = ChannelKind::annotation;
    Findings unheard;  // its calibration means nothing
    calibrate(fields, index, bdf, signal, unheard);
    return signal;
  }
  if (unit.ambiguous) findings.add_signal<Finding::unit_ambiguous>(index, unit.text);
  calibrate(fields, index, bdf, signal, findings);
  signal.filters = read_filters(signal.prefilter);
  if (lower(signal.prefilter).find("nanhz") != std::string::npos)
    findings.add_signal<Finding::filter_nan>(index);
  if (!plausible(signal.filters)) {
    findings.add_signal<Finding::filter_implausible>(index, signal.prefilter);
    signal.filters = {};
  }
  if (signal.label.empty()) findings.add_signal<Finding::empty_labels>(index);
  return signal;
}

/// Samples per record of every signal, or why they cannot be known.
Status read_layout(const HeaderFields& fields, bool bdf, Header& header, Findings& findings) {
  const std::uint64_t width = bdf ? 3 : 2;
  for (std::size_t i = 0; i < header.signals.size(); ++i) {
    const SignalFields signal = fields.signal(i);
    const auto number = read_number(signal.samples_per_record, findings, i);
    const auto samples = number ? number->whole() : std::nullopt;
    if (!samples || *samples < 0) {
      for (const auto& [name, field] : signal.ranges())
        if (!is_blank_or_nul(field) && !parse_number(field))
          return refuse<Finding::header_field>(
              {{"field", words::say<"edf.field_of_signal">({{"name", words::as_is(name)}, {"signal", i}})},
               {"raw", in_quotes(trim(field))}},
              where_signal(i));
      return refuse<Finding::samples_per_record>(
          {{"signal", i}, {"raw", in_quotes(trim(signal.samples_per_record))}}, where_signal(i));
    }
    header.signals[i].samples_per_record = *samples;
    header.signals[i].record_offset = header.record_bytes;
    header.record_bytes += static_cast<std::uint64_t>(*samples) * width;
    if (*samples == 0) findings.add_signal<Finding::empty_signal>(i);
  }
  if (header.record_bytes == 0) return refuse<Finding::no_samples>();
  return success();
}

/// Where the data begin and how many records of them there are.
void read_extent(const HeaderFields& fields, std::uint64_t file_size, ReaderOptions options, Header& header,
                 Findings& findings) {
  const std::uint64_t needed = 256 * (header.signals.size() + 1);
  constexpr std::int64_t no_number = -2;
  const std::int64_t records = whole_or(fields.records, no_number);
  if (records > 0) header.promised_records = static_cast<std::uint64_t>(records);

  const std::int64_t length = whole_or(fields.header_bytes, no_number);
  header.header_bytes = needed;
  if (length != static_cast<std::int64_t>(needed)) {
    const auto exact = [&](std::uint64_t begin) {
      if (begin > file_size) return false;
      const std::uint64_t data = file_size - begin;
      if (header.promised_records)
        return data % header.record_bytes == 0 && data / header.record_bytes == *header.promised_records;
      return data > 0 && data % header.record_bytes == 0;
    };
    const bool usable = length > static_cast<std::int64_t>(needed);
    if (usable && exact(static_cast<std::uint64_t>(length)) && !exact(needed))
      header.header_bytes = static_cast<std::uint64_t>(length);
    findings.add<Finding::header_bytes>({{"raw", in_quotes(trim(fields.header_bytes))},
                                         {"used", header.header_bytes},
                                         {"signals", header.signals.size()}},
                                        words::say<"edf.where.header_length">(),
                                        decode_text(trim(fields.header_bytes)).text);
  }

  const std::uint64_t data = file_size > header.header_bytes ? file_size - header.header_bytes : 0;
  const std::uint64_t present = data / header.record_bytes;
  header.records = header.promised_records ? std::min(present, *header.promised_records) : present;
  header.surplus_records = present - header.records;
  if (options.surplus_records) header.records = present;
  header.tail_bytes = data % header.record_bytes;
  const std::string raw = decode_text(trim(fields.records)).text;
  if (records == -1)
    findings.add<Finding::records_unknown>({{"present", present}}, words::say<"edf.where.records">(), raw);
  else if (!header.promised_records)
    findings.add<Finding::records_field>({{"raw", words::as_is(raw)}, {"present", present}},
                                         words::say<"edf.where.records">(), raw);
}

/// Record duration: the field, the fraction it was cut from, or none that can be used.
void read_duration(const HeaderFields& fields, Header& header, Findings& findings) {
  const auto number = parse_number(fields.duration);
  const std::string raw = decode_text(trim(fields.duration)).text;
  bool ordinary = false;
  std::vector<std::int64_t> samples;
  for (const Signal& signal : header.signals) {
    if (signal.kind == ChannelKind::annotation || signal.samples_per_record == 0) continue;
    ordinary = true;
    samples.push_back(signal.samples_per_record);
  }
  const double value = number ? number->value() : -1;
  if (value == 0) {
    if (ordinary) findings.add<Finding::duration_zero>(words::say<"edf.where.duration">(), raw);
    return;
  }
  const double whole = value * static_cast<double>(std::max<std::uint64_t>(header.records, 1));
  if (!(value >= shortest_record_s && value <= longest_record_s && whole <= longest_recording_s)) {
    findings.add<Finding::duration_unusable>({{"raw", words::as_is(raw)}}, words::say<"edf.where.duration">(),
                                             raw);
    return;
  }
  const std::string_view field = trim(fields.duration);
  constexpr std::size_t field_width = 8;
  if (field.size() == field_width && number->exponent < 0)
    header.duration_rounding_s = std::pow(10.0, number->exponent);
  header.record_duration = true_duration(field, samples);
  header.record_duration_s = header.record_duration.value();
  if (header.record_duration_s != value)
    findings.add<Finding::duration_rounded>(
        {{"raw", words::as_is(raw)},
         {"true", words::as_is(std::to_string(header.record_duration.numerator) + "/" +
                               std::to_string(header.record_duration.denominator))}},
        words::say<"edf.where.duration">(), raw);
  if (number->comma) findings.add<Finding::decimal_comma>(words::say<"edf.where.duration">(), raw);
  if (number->exponent_form || fields.duration.front() == ' ')
    findings.add<Finding::number_form>(words::say<"edf.where.duration">(), raw);
  for (Signal& signal : header.signals)
    signal.sample_rate_hz = static_cast<double>(signal.samples_per_record) *
                            static_cast<double>(header.record_duration.denominator) /
                            static_cast<double>(header.record_duration.numerator);
}

/// What is missing or too much at the end of the file, once durations are known.
void tell_extent(std::uint64_t file_size, const Header& header, Findings& findings) {
  const auto time = [&](double records) { return words::duration(records * header.record_duration.value()); };
  const bool timed = header.record_duration.numerator > 0;
  if (header.promised_records && header.records < *header.promised_records && header.records > 0) {
    const std::uint64_t promised = *header.promised_records;
    const double share = 100 * static_cast<double>(promised - header.records) / static_cast<double>(promised);
    findings.add<Finding::truncated>(
        {{"time", timed ? words::Value(time(static_cast<double>(promised - header.records)))
                        : words::Value(words::say<"edf.unknown_length">())},
         {"percent", words::at_most(share, share < 1 ? 3 : 1)},
         {"present", header.records},
         {"promised", promised}},
        words::say<"edf.where.file_end">());
  }
  if (header.surplus_records > 0)
    findings.add<Finding::surplus_records>({{"surplus", header.surplus_records},
                                            {"promised", *header.promised_records},
                                            {"read", header.records > *header.promised_records}},
                                           words::say<"edf.where.file_end">());
  const double part = static_cast<double>(header.tail_bytes) / static_cast<double>(header.record_bytes);
  if (header.tail_bytes > 0 && file_size > header.header_bytes)
    findings.add<Finding::tail_bytes>(
        {{"bytes", header.tail_bytes}, {"timed", timed && header.tail_bytes > 1}, {"time", time(part)}},
        words::say<"edf.where.file_end">());
}

/// Files that are not waveforms: lists of events, and trends such as one value a day.
void tell_purpose(const Header& header, Findings& findings) {
  double fastest_hz = 0;
  bool ordinary = false;
  for (const Signal& signal : header.signals) {
    if (signal.kind == ChannelKind::annotation || signal.samples_per_record == 0) continue;
    ordinary = true;
    fastest_hz = std::max(fastest_hz, signal.sample_rate_hz);
  }
  constexpr double slowest_waveform_hz = 0.1;
  if (!ordinary) findings.add<Finding::events_only>();
  if (fastest_hz > 0 && fastest_hz < slowest_waveform_hz) findings.add<Finding::trend>();
}

void read_variant(const HeaderFields& fields, bool bdf, Header& header, Findings& findings) {
  const Plus plus = read_plus(fields.reserved);
  const bool annotations =
      std::any_of(header.signals.begin(), header.signals.end(),
                  [](const Signal& signal) { return signal.kind == ChannelKind::annotation; });
  const Variant plain = bdf ? Variant::bdf : Variant::edf;
  header.variant = plain;
  if (plus.marked && annotations)
    header.variant = bdf ? (plus.discontinuous ? Variant::bdf_d : Variant::bdf_c)
                         : (plus.discontinuous ? Variant::edf_d : Variant::edf_c);
  const std::string read(name_of(header.variant));
  if (plus.marked && !annotations)
    findings.add<Finding::plus_without_annotations>(
        {{"raw", words::as_is(header.reserved)}, {"read", words::as_is(read)}},
        words::say<"edf.where.reserved">(), header.reserved);
  else if (plus.marked && (!plus.as_specified || lower(header.reserved).front() != (bdf ? 'b' : 'e')))
    findings.add<Finding::plus_field>({{"raw", words::as_is(header.reserved)}, {"read", words::as_is(read)}},
                                      words::say<"edf.where.reserved">(), header.reserved);
  if (!plus.marked && annotations)
    findings.add<Finding::annotations_without_plus>(words::say<"edf.where.reserved">(), header.reserved);
}

void read_identity(const HeaderFields& fields, TextReader& text, Header& header, Findings& findings) {
  header.identity.patient = text(fields.patient);
  header.identity.recording = text(fields.recording);
  header.identity.anonymous = is_anonymous(header.identity.patient);
  if (header.identity.recording.find("b4c_") != std::string::npos)
    findings.add<Finding::known_writer>(words::say<"edf.where.identity">());
  if (header.variant == Variant::edf || header.variant == Variant::bdf) return;
  const auto& patient = header.identity.patient;
  const bool subfields = std::count(patient.begin(), patient.end(), ' ') >= 3;
  if (!subfields || !lower(header.identity.recording).starts_with("startdate "))
    findings.add<Finding::identity_free_text>(words::say<"edf.where.identity">());
}

void tell_duplicates(const Header& header, Findings& findings) {
  std::vector<std::string_view> labels;
  for (const Signal& signal : header.signals)
    if (signal.kind != ChannelKind::annotation && !signal.label.empty()) labels.push_back(signal.label);
  std::sort(labels.begin(), labels.end());
  for (std::size_t i = 0; i < labels.size();) {
    std::size_t end = i + 1;
    while (end < labels.size() && labels[end] == labels[i]) ++end;
    if (end - i > 1)
      findings.add<Finding::duplicate_labels>({{"label", words::as_is(labels[i])}, {"count", end - i}},
                                              words::say<"edf.where.labels">());
    i = end;
  }
}

}  // namespace

Result<std::uint64_t> header_length(std::span<const std::uint8_t> begin, std::uint64_t file_size) {
  if (file_size == 0) return refuse<Finding::empty_file>();
  const std::string_view bytes = as_text(begin);
  if (auto other = recognise_other(bytes)) return *std::move(other);
  const std::size_t mark = byte_order_mark_bytes(bytes);
  const std::string_view text = bytes.substr(mark);
  if (!is_magic(text)) return refuse<Finding::not_edf>();
  if (text.size() < 256)
    return refuse<Finding::header_short>(
        {{"present", begin.size()}, {"needed", words::say<"edf.at_least_256">()}});
  if (auto shift = find_shift(text)) return *std::move(shift);
  const auto number = parse_number(HeaderFields(text).signals);
  const auto signals = number ? number->whole() : std::nullopt;
  if (!signals || *signals < 1 || *signals > 9999) {
    if (!looks_like_header(text)) return refuse<Finding::not_edf>();
    return refuse<Finding::signal_count>({{"raw", in_quotes(trim(HeaderFields(text).signals))}},
                                         words::say<"edf.where.signals">());
  }
  const std::uint64_t needed = mark + 256 * (static_cast<std::uint64_t>(*signals) + 1);
  if (needed > file_size) return refuse<Finding::header_short>({{"present", file_size}, {"needed", needed}});
  return needed;
}

Result<Header> parse_header(std::span<const std::uint8_t> bytes, std::uint64_t file_size,
                            ReaderOptions options, Findings& findings) {
  const std::size_t mark = byte_order_mark_bytes(as_text(bytes));
  const HeaderFields fields(as_text(bytes).substr(mark));
  file_size -= mark;
  const bool bdf = has_wide_samples(fields, file_size);
  if (auto shift = find_signal_shift(fields, bdf, file_size)) return *std::move(shift);

  Header header;
  TextReader text;
  const std::size_t count = fields.signal_count();
  header.signals.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    header.signals.push_back(read_signal(fields.signal(i), i, bdf, text, findings));
  header.reserved = text(fields.reserved);
  if (const Status status = read_layout(fields, bdf, header, findings); !status) return status.error();
  if (header.record_bytes > max_record_bytes && header.record_bytes <= file_size)
    return refuse<Finding::record_too_large>({{"bytes", header.record_bytes}, {"limit", max_record_bytes}});
  read_extent(fields, file_size, options, header, findings);
  read_duration(fields, header, findings);
  tell_extent(file_size, header, findings);
  tell_purpose(header, findings);
  read_variant(fields, bdf, header, findings);
  read_identity(fields, text, header, findings);
  const std::string version = decode_text(trim(fields.version)).text;
  const bool says_bdf = fields.version.starts_with('\xFF');
  const bool other_width = bdf ? !says_bdf : says_bdf && fields.version.substr(1) == "BIOSEMI";
  if (other_width)
    findings.add<Finding::sample_width>({{"raw", in_quotes(version)}, {"wide", bdf}},
                                        words::say<"edf.where.version">(), version);
  else if (says_bdf ? fields.version.substr(1) != "BIOSEMI" : version != "0")
    findings.add<Finding::version>({{"raw", in_quotes(version)}}, words::say<"edf.where.version">(), version);
  if (!says_bdf && fields.version.find('\0') != std::string_view::npos) text.nul = true;

  header.start_raw = decode_text(std::string(trim(fields.date)) + " " + std::string(trim(fields.time))).text;
  if (const auto start = read_start(fields.date, fields.time, fields.recording, findings))
    header.start = iso(*start);
  text.tell(findings);
  tell_duplicates(header, findings);
  classify_channels(header);

  if (mark > 0) {
    findings.add<Finding::byte_order_mark>(where_byte(0));
    header.header_bytes += mark;
  }
  findings.settle_signals(labels_of(header));
  return header;
}

}  // namespace attune::edf
