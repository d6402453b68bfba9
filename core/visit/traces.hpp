// What a viewer draws of a recording, on request: from the overview that reading left behind, or in detail
// from the bytes of the file that hold the stretch, which the caller fetches. For the eye only: no number of
// a report comes from here.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "visit/recording_stream.hpp"
#include "visit/visit.hpp"

namespace attune::visit {

struct TraceRequest {
  double from_s = 0;
  double column_s = 0;
  int columns = 0;
  std::vector<int> signals;
  std::optional<double> highpass_hz;
  std::optional<double> lowpass_hz;
  std::optional<double> notch_hz;
  int file = 0;

  static constexpr const char* type_name = "TraceRequest";
  static constexpr auto fields() {
    using R = TraceRequest;
    return std::array{
        field<&R::from_s>("from_s", "Start of the first column, seconds from the first sample."),
        field<&R::column_s>("column_s", "Length of a column."),
        field<&R::columns>("columns", "How many columns."),
        field<&R::signals>("signals", "Indices of the signals in the recording."),
        field<&R::highpass_hz>("highpass_hz", "Half amplitude below this, for the eye; null: as recorded."),
        field<&R::lowpass_hz>("lowpass_hz", "Half amplitude above this, for the eye; null: as recorded."),
        field<&R::notch_hz>("notch_hz", "Mains frequency taken out, for the eye; null: as recorded."),
        field<&R::file>("file",
                        "Which of the visit's files to draw from, from 0; what others hold is left out.")};
  }
};

/// Bytes of the file.
struct ByteRange {
  std::uint64_t position = 0;
  std::uint64_t bytes = 0;

  static constexpr const char* type_name = "ByteRange";
  static constexpr auto fields() {
    return std::array{field<&ByteRange::position>("position", "Where they begin."),
                      field<&ByteRange::bytes>("bytes", "How many.")};
  }
};

/// The bytes that `traces` needs for a request in detail. None where nothing was recorded. Errors: E_TRACE, a
/// request that makes no sense, or of more bytes than a view is worth.
Result<ByteRange> bytes_for(const RecordingFeatures& features, const TraceRequest& request);

/// Lowest and highest value in each column in turn, for one signal after the other, in their physical units;
/// NaN where nothing was recorded. `bytes` are those that bytes_for names.
Result<std::vector<float>> traces(const RecordingFeatures& features, const TraceRequest& request,
                                  std::span<const std::uint8_t> bytes);

/// The same from the overview, unfiltered.
Result<std::vector<float>> overview_traces(const RecordingFeatures& features, const TraceRequest& request);

/// Where the R peak next to a time pointed at is, within the reach of a hand; none if there is no peak, or no
/// ECG. `bytes` are those that bytes_for names for `around`, of which one signal is the ECG.
Result<std::optional<double>> r_peak(const RecordingFeatures& features, const VisitOptions& options,
                                     const Settings& settings, double time_s, const TraceRequest& around,
                                     std::span<const std::uint8_t> bytes);

}  // namespace attune::visit
