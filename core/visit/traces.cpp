#include "visit/traces.hpp"

#include <algorithm>
#include <cmath>

#include "dsp/biquad.hpp"
#include "ecg/r_peak.hpp"
#include "edf/excerpt.hpp"
#include "visit/heart_source.hpp"
#include "visit/inputs.hpp"

namespace attune::visit {

namespace {

constexpr std::uint64_t most_bytes = 48 << 20;  // of the file for one view
constexpr double most_values = 16'000'000;      // to be handed over at once
constexpr double settling_s = 3;                // of a high-pass at 1 Hz
constexpr double notch_q = 15;
constexpr double longest_margin_s = 10;
constexpr double farthest_s = 1e10;
constexpr double shortest_column_s = 1e-6;

bool is_filtered(const TraceRequest& request) {
  return request.highpass_hz || request.lowpass_hz || request.notch_hz;
}

/// What a request needs on either side: the samples that lines are drawn to, and time for filters to settle.
double margin_of(const edf::Header& header, const TraceRequest& request) {
  double margin_s = 0.1;
  for (const int signal : request.signals) {
    const double rate_hz = header.signals[static_cast<std::size_t>(signal)].sample_rate_hz;
    if (rate_hz > 0) margin_s = std::max(margin_s, 2 / rate_hz);
  }
  return std::min(longest_margin_s, margin_s) + (is_filtered(request) ? settling_s : 0);
}

Status check(const RecordingFeatures& features, const TraceRequest& request) {
  const auto refuse = [](const char* message, const char* where) { return Error{"E_TRACE", message, where}; };
  if (!(std::abs(request.from_s) <= farthest_s)) return refuse("The start is not a time.", "from_s");
  if (!(request.column_s >= shortest_column_s && request.column_s <= farthest_s))
    return refuse("A column must be longer than nothing.", "column_s");
  if (request.columns < 1 ||
      2.0 * request.columns * static_cast<double>(request.signals.size()) > most_values)
    return refuse("That many columns cannot be drawn at once.", "columns");
  for (const int signal : request.signals)
    if (signal < 0 || static_cast<std::size_t>(signal) >= features.header.signals.size())
      return refuse("There is no such signal.", "signals");
  if (request.file < 0 || static_cast<std::size_t>(request.file) >= features.files.size())
    return refuse("There is no such file.", "file");
  return success();
}

const FileLayout& file_of(const RecordingFeatures& features, const TraceRequest& request) {
  return features.files[static_cast<std::size_t>(request.file)];
}

/// Which of the file's channels one of the recording is; none: it is another file's.
std::optional<std::size_t> local_of(const FileLayout& file, std::size_t signal) {
  return signal < file.local.size() ? file.local[signal] : std::nullopt;
}

/// On the file's own clock.
edf::Columns columns_of(const FileLayout& file, const TraceRequest& request) {
  return {request.from_s - file.start_s, request.column_s, static_cast<std::size_t>(request.columns)};
}

edf::RecordRange records_of(const RecordingFeatures& features, const TraceRequest& request) {
  const FileLayout& file = file_of(features, request);
  const bool holds_any = std::any_of(request.signals.begin(), request.signals.end(), [&](int signal) {
    return local_of(file, static_cast<std::size_t>(signal)).has_value();
  });
  if (!holds_any) return {};
  const edf::Columns columns = columns_of(file, request);
  return edf::excerpt_records(file.header, file.segments, columns.from_s, columns.end_s(),
                              margin_of(features.header, request));
}

void filter_for_the_eye(edf::Run& run, const TraceRequest& request) {
  const double rate_hz = run.sample_rate_hz;
  const auto apply = [&](const std::optional<double>& hz, auto design) {
    if (hz && *hz > 0 && *hz < 0.45 * rate_hz) dsp::filter_both_ways(run.samples, design(rate_hz, *hz));
  };
  apply(request.highpass_hz, dsp::highpass);
  apply(request.lowpass_hz, dsp::lowpass);
  apply(request.notch_hz, [](double rate, double hz) { return dsp::notch(rate, hz, notch_q); });
}

/// Fills the part of a result that belongs to each signal of the file in turn.
template <class Fill>
Result<std::vector<float>> for_each_signal(const RecordingFeatures& features, const TraceRequest& request,
                                           Fill fill) {
  if (const Status status = check(features, request); !status) return status.error();
  const FileLayout& file = file_of(features, request);
  const std::size_t values = 2 * static_cast<std::size_t>(request.columns);
  std::vector<float> result(values * request.signals.size(), edf::nothing_recorded);
  for (std::size_t i = 0; i < request.signals.size(); ++i) {
    const auto local = local_of(file, static_cast<std::size_t>(request.signals[i]));
    if (!local) continue;
    const Status status = fill(file, *local, edf::ColumnRange(result).subspan(i * values, values));
    if (!status) return status.error();
  }
  return result;
}

}  // namespace

Result<ByteRange> bytes_for(const RecordingFeatures& features, const TraceRequest& request) {
  if (const Status status = check(features, request); !status) return status.error();
  const edf::Header& header = file_of(features, request).header;
  const edf::RecordRange range = records_of(features, request);
  if (range.count > most_bytes / std::max<std::uint64_t>(1, header.record_bytes))
    return Error{"E_TRACE", "The stretch is too long to be read in detail.", "columns"};
  return ByteRange{edf::record_position(header, range.first), range.count * header.record_bytes};
}

Result<std::vector<float>> traces(const RecordingFeatures& features, const TraceRequest& request,
                                  std::span<const std::uint8_t> bytes) {
  return for_each_signal(
      features, request, [&](const FileLayout& file, std::size_t local, edf::ColumnRange out) -> Status {
        auto runs = edf::runs_of(file.header, file.segments, records_of(features, request), bytes, local);
        if (!runs) return runs.error();
        for (edf::Run& run : *runs) {
          filter_for_the_eye(run, request);
          edf::add_run(run, columns_of(file, request), out);
        }
        return success();
      });
}

Result<std::vector<float>> overview_traces(const RecordingFeatures& features, const TraceRequest& request) {
  return for_each_signal(
      features, request, [&](const FileLayout& file, std::size_t local, edf::ColumnRange out) -> Status {
        file.overview.columns(file.header, file.segments, local, columns_of(file, request), out);
        return success();
      });
}

Result<std::optional<double>> r_peak(const RecordingFeatures& features, const VisitOptions& options,
                                     const Settings& given, double time_s, const TraceRequest& around,
                                     std::span<const std::uint8_t> bytes) {
  const Settings settings = settings_for(features, options, given);
  if (const Status status = check(features, around); !status) return status.error();
  const HeartSource heart = heart_source(features, options, settings);
  if (heart.lead == nullptr) return std::optional<double>{};
  const FileLayout& file = file_of(features, around);
  const auto lead = local_of(file, heart.lead->signal);
  const auto minus = heart.lead->minus ? local_of(file, *heart.lead->minus) : std::nullopt;
  if (!lead || minus.has_value() != heart.lead->minus.has_value()) return std::optional<double>{};
  const edf::RecordRange records = records_of(features, around);
  auto runs = edf::runs_of(file.header, file.segments, records, bytes, *lead);
  if (!runs) return runs.error();
  if (minus) {
    const auto subtracted = edf::runs_of(file.header, file.segments, records, bytes, *minus);
    if (!subtracted) return subtracted.error();
    for (std::size_t i = 0; i < runs->size() && i < subtracted->size(); ++i)
      for (std::size_t k = 0; k < (*runs)[i].samples.size(); ++k)
        (*runs)[i].samples[k] -= (*subtracted)[i].samples[k];
  }
  for (const edf::Run& run : *runs) {
    const double end_s = run.start_s + static_cast<double>(run.samples.size()) / run.sample_rate_hz;
    const double own_s = time_s - file.start_s;
    if (own_s < run.start_s || own_s >= end_s) continue;
    const auto found = ecg::r_peak_near(run.samples, run.sample_rate_hz, own_s - run.start_s,
                                        heart.features.inverted, settings.ecg);
    if (found) return std::optional<double>(file.start_s + run.start_s + *found);
  }
  return std::optional<double>{};
}

}  // namespace attune::visit
