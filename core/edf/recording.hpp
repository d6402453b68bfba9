// What an EDF, EDF+, BDF or BDF+ file says about itself, after every repair that could be made truthfully.
// Shapes only: edf/reader.hpp fills them from bytes, edf/writer.hpp turns them back into bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/interval.hpp"
#include "base/result.hpp"

namespace attune::edf {

/// Time in ticks of 100 ns, counted from the first sample. Integers, so that no record index × duration ever
/// drifts.
using Ticks = std::int64_t;
inline constexpr Ticks ticks_per_second = 10'000'000;
constexpr double seconds(Ticks ticks) {
  return static_cast<double>(ticks) / ticks_per_second;
}

/// A fraction in lowest terms, for times and rates that must not drift: record duration 1/3 s, rate 12.8 Hz.
struct Rational {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
  double value() const { return static_cast<double>(numerator) / static_cast<double>(denominator); }
  bool operator==(const Rational&) const = default;
};

enum class Variant { edf, edf_c, edf_d, bdf, bdf_c, bdf_d };
constexpr auto enum_names(Variant) {
  return std::array<std::string_view, 6>{"EDF", "EDF+C", "EDF+D", "BDF", "BDF+C", "BDF+D"};
}
constexpr bool is_bdf(Variant variant) {
  return variant >= Variant::bdf;
}

enum class ChannelKind { eeg, ecg, respiration, eog, emg, trigger, annotation, other };
constexpr auto enum_names(ChannelKind) {
  return std::array<std::string_view, 8>{"eeg", "ecg",     "respiration", "eog",
                                         "emg", "trigger", "annotation",  "other"};
}

/// How sure the recognition of a channel is: its label says so, its label suggests it, or nothing does.
enum class Certainty { sure, likely, unknown };
constexpr auto enum_names(Certainty) {
  return std::array<std::string_view, 3>{"sure", "likely", "unknown"};
}

/// Filters named in a signal's prefilter field, Hz; none where the field does not say it for certain.
struct Filters {
  std::optional<double> highpass_hz;
  std::optional<double> lowpass_hz;
  std::optional<double> notch_hz;
};

/// One signal of the file. Physical value = gain × digital + offset; where the header's calibration is
/// unusable (`calibrated` false) gain is 1 and offset 0, so the physical value is the digital one, and `unit`
/// is empty.
struct Signal {
  std::string label;
  std::string transducer;
  std::string unit;      ///< canonical spelling (uV, mV, V, …) where known, else as found
  std::string unit_raw;  ///< as found
  std::string prefilter;
  std::string reserved;  ///< free text of the producer
  Filters filters;
  double physical_min = 0;
  double physical_max = 0;
  std::int64_t digital_min = 0;
  std::int64_t digital_max = 0;
  std::int64_t samples_per_record = 0;
  std::uint64_t record_offset = 0;  ///< of its first byte within a record
  double sample_rate_hz = 0;        ///< samples per record / true record duration; 0 if the duration is 0
  bool calibrated = true;
  double gain = 1;
  double offset = 0;
  ChannelKind kind = ChannelKind::other;
  std::string site;       ///< 10–20 name, empty if none
  std::string reference;  ///< what the label names it against ("Cz", "A2", "REF"), empty if nothing
  Certainty certainty = Certainty::unknown;
};

struct Annotation {
  Ticks onset = 0;  ///< from the first sample
  std::optional<Ticks> duration;
  std::string text;
  std::string channel;  ///< signal named by the `text@@channel` convention, else empty
};

/// A stretch of records without a gap.
struct Segment {
  std::uint64_t first_record = 0;
  std::uint64_t records = 0;
  Ticks onset = 0;
};

/// What Attune's simulator writes into the recording field, so that a simulated file is known as one.
inline constexpr std::string_view simulation_mark = "Attune_simulation";

/// Patient and recording fields as found. Never exported unless asked for.
struct Identity {
  std::string patient;
  std::string recording;
  bool anonymous = false;
};

struct Header {
  Variant variant = Variant::edf;
  std::optional<std::string> start;  ///< ISO local time "2024-03-01T09:30:00", none if unknown or anonymised
  double start_fraction_s = 0;  ///< of the first sample after `start`, below one second; known after reading
  std::string start_raw;        ///< the date and time fields as found
  Identity identity;
  std::string reserved;            ///< "EDF+C" and the like, as found
  std::uint64_t header_bytes = 0;  ///< where the first record begins in the file
  std::uint64_t record_bytes = 0;
  std::uint64_t records = 0;                      ///< complete records to be read
  std::optional<std::uint64_t> promised_records;  ///< by the header; none if it gives no number
  std::uint64_t surplus_records = 0;              ///< complete records beyond the promised ones
  std::uint64_t tail_bytes = 0;                   ///< after the last complete record
  double record_duration_s = 0;                   ///< value of `record_duration`; 0 if unusable
  double duration_rounding_s = 0;                 ///< what the 8 characters of the field leave open
  Rational record_duration;  ///< the true one, s: what the field was before it was cut to 8 characters
  std::vector<Signal> signals;
};

/// Labels in header order.
inline std::vector<std::string> labels_of(const Header& header) {
  std::vector<std::string> labels;
  for (const Signal& signal : header.signals) labels.push_back(signal.label);
  return labels;
}

}  // namespace attune::edf
