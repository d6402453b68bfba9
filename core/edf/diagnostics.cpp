#include "edf/diagnostics.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/json.hpp"
#include "edf/text.hpp"

namespace attune::edf {

namespace {

constexpr auto E = Severity::error;
constexpr auto W = Severity::warning;
constexpr auto N = Severity::note;
using F = Finding;

constexpr std::array<FindingText, static_cast<std::size_t>(F::count_)> table{{
    {F::empty_file, "E_EMPTY", E, "The file is empty: it holds no bytes."},
    {F::web_page, "E_WEB_PAGE", E,
     "This is a web page saved under the name of a recording: the download went wrong. Download the "
     "recording "
     "again."},
    {F::git_pointer, "E_GIT_POINTER", E,
     "This is a {tool} placeholder that points to the recording, not the recording itself. Fetch the content "
     "with \"{command}\"."},
    {F::compressed, "E_COMPRESSED", E, "This is a {name} archive. Unpack it and open the recording inside."},
    {F::base64, "E_BASE64", E,
     "This is a recording written as base64 text. Decode the text into bytes, then open it."},
    {F::other_format, "E_OTHER_FORMAT", E, "This is {name}, not EDF or BDF. {advice}"},
    {F::not_edf, "E_NOT_EDF", E,
     "This is not an EDF or BDF recording: its first bytes are {found}, where EDF has the character 0 and "
     "BDF "
     "has the byte FF and BIOSEMI."},
    {F::utf8_damage, "E_DAMAGED_UTF8", E,
     "This recording is destroyed: it was handled as text, and bytes that are not text were replaced by EF "
     "BF "
     "BD{times}. Get the original again and copy it as a binary file."},
    {F::recoded, "E_DAMAGED_RECODED", E,
     "This recording is damaged: it was converted to {coding} as if it were text, so that single bytes "
     "became two "
     "or more. Get the original again and copy it as a binary file."},
    {F::crlf_damage, "E_DAMAGED_CRLF", E,
     "This recording is damaged: it was transferred as text, and {count} bytes 0D were put in before bytes "
     "0A. Transfer the original again in binary mode."},
    {F::header_shifted, "E_HEADER_SHIFTED", E,
     "The header is damaged: {change} in {place}, so that every field after it stands {shift}. Get the "
     "original again."},
    {F::header_short, "E_HEADER_SHORT", E,
     "The file ends inside its header: it holds {present} bytes, the header needs {needed}. The copy is not "
     "complete."},
    {F::signal_count, "E_SIGNAL_COUNT", E,
     "The header gives \"{raw}\" as the number of signals; it must be a whole number from 1 to 9999."},
    {F::header_field, "E_HEADER_FIELD", E,
     "The header cannot be read: {field} holds \"{raw}\", which is not a number. Numbers too long for their "
     "field run into each other."},
    {F::samples_per_record, "E_SAMPLES_PER_RECORD", E,
     "Signal {signal} gives \"{raw}\" as its number of samples in a record, which is not a whole number, so "
     "that no sample of the file can be placed."},
    {F::no_samples, "E_NO_SAMPLES", E, "No signal of this file has any sample."},
    {F::record_too_large, "E_RECORD_TOO_LARGE", E,
     "One data record of this file takes {bytes} bytes; this reader takes up to {limit}."},
    {F::no_records, "E_NO_RECORDS", E,
     "There is a header but no data: {present} bytes follow it, and one data record takes {needed}."},

    {F::times_unknown, "W_TIMES_UNKNOWN", W,
     "The file says that it has gaps but not where, so that the time of its records is unknown; they are "
     "shown one after another."},
    {F::duration_zero, "W_DURATION_ZERO", W,
     "The file gives no duration for its records, so that sampling rates and times are unknown; samples are "
     "only counted."},
    {F::duration_unusable, "W_DURATION_UNUSABLE", W,
     "The duration of a record is given as \"{raw}\", which cannot be, so that sampling rates and times are "
     "unknown; samples are only counted."},
    {F::truncated, "W_TRUNCATED", W,
     "The last {time} of this recording is missing ({percent} %): {present} of {promised} records are "
     "there."},
    {F::read_short, "W_READ_SHORT", W,
     "Only {present} of {promised} bytes of this file could be read; what follows them is missing."},
    {F::surplus_records, "W_SURPLUS", W,
     "The file holds {surplus} more than the {promised} that its header announces; {read}."},
    {F::records_overlap, "W_RECORDS_OVERLAP", W,
     "Records overlap at {places}, first by {overlap}; each keeps its own time, and nothing is computed "
     "across "
     "such a place."},
    {F::records_unordered, "W_RECORDS_UNORDERED", W,
     "Records go back in time at {places}; they are read in the order of the file, each at its own time."},
    {F::gaps_in_continuous, "W_GAPS_UNMARKED", W,
     "The file calls itself continuous, but the times of its records show {gaps}, {total} in all; the times "
     "are trusted, and nothing is computed across a gap."},
    {F::gaps, "W_GAPS", W, "The recording has {gaps}, {total} in all; nothing is computed across a gap."},
    {F::uncalibrated, "W_UNCALIBRATED", W,
     "The calibration is unusable; values are shown as the numbers stored, without a unit."},
    {F::dummy_channel, "W_DUMMY_CHANNEL", W,
     "The digital minimum equals the digital maximum, as in a placeholder channel; values are shown as the "
     "numbers stored, without a unit."},
    {F::digital_inverted, "W_DIGITAL_INVERTED", W,
     "The digital minimum is above the digital maximum; the calibration is applied as it stands, so the "
     "polarity may be reversed."},
    {F::digital_range_wide, "W_DIGITAL_RANGE", W,
     "The digital range goes beyond what the samples can hold; the calibration is applied as it stands."},
    {F::outside_digital_range, "W_OUTSIDE_RANGE", W,
     "Samples outside the digital range of the header: {count}; they are passed on unchanged, and the header "
     "may be wrong."},
    {F::unit_ambiguous, "W_UNIT", W,
     "The unit is probably not meant as written (UV for uV, MV for mV); it is shown as written and not "
     "converted."},
    {F::filter_implausible, "W_FILTER", W,
     "The filters are given with a high-pass not below the low-pass; they are shown as written and not "
     "used."},
    {F::byte_order_mark, "W_BYTE_ORDER_MARK", W,
     "A text program put a byte-order mark (EF BB BF) before the header; it is skipped."},
    {F::version, "W_VERSION", W,
     "The version field holds \"{raw}\" instead of 0; the file is read as EDF all the same."},
    {F::header_bytes, "W_HEADER_BYTES", W,
     "The header gives its own length as \"{raw}\" bytes; {used} bytes are used, as its {signals} signals "
     "need."},
    {F::records_field, "W_RECORDS_FIELD", W,
     "The number of records is given as \"{raw}\"; the {present} complete records that the file holds are "
     "read."},
    {F::start_unknown, "W_START_UNKNOWN", W,
     "The start is given as \"{raw}\", which is not a date and time (dd.mm.yy hh.mm.ss); it is taken as "
     "unknown."},
    {F::start_disagrees, "W_START_DISAGREES", W,
     "The header gives {header} as the start date, its recording field {recording}; the first is used."},
    {F::start_shifted, "W_START_SHIFTED", W,
     "The first record begins {offset} from the start time of the header; the start is moved to it."},
    {F::no_timekeeping, "W_NO_TIMEKEEPING", W,
     "Records without a usable time of their own: {count} of {records}; each is placed after the one before "
     "it."},
    {F::bad_annotations, "W_BAD_ANNOTATIONS", W,
     "Annotations that cannot be read: {count}, first in record {record}; they are left out, the signals are "
     "not affected."},
    {F::annotation_outside, "W_ANNOTATION_OUTSIDE", W,
     "Annotations before the start or after the end of the data: {count}, the first at {onset}."},
    {F::reference_lost, "W_CMS_LOST", W,
     "The amplifier reports for {time} that its reference electrode (CMS) was out of range; signals of that "
     "time "
     "are not to be trusted."},
    {F::empty_signal, "W_EMPTY_SIGNAL", W, "The signal has no samples; it is listed and not used."},

    {F::inverted, "N_INVERTED", N,
     "The physical minimum is above the physical maximum: the signal is stored inverted, and shown upright."},
    {F::records_unknown, "N_RECORDS_UNKNOWN", N,
     "The number of records was never filled in (-1); the {present} complete records that the file holds are "
     "read."},
    {F::tail_bytes, "N_TAIL", N, "{bytes}{time} at the end of the file: not a whole record, ignored."},
    {F::events_only, "N_EVENTS_ONLY", N,
     "The file holds annotations and no signals; it belongs beside a recording."},
    {F::trend, "N_TREND", N,
     "The signals have less than one sample in ten seconds: this is a trend, not a waveform."},
    {F::battery_low, "N_BATTERY_LOW", N, "The amplifier reports a low battery, first at {onset}."},
    {F::duration_rounded, "N_DURATION_ROUNDED", N,
     "The duration of a record is printed as {raw} s, cut to 8 characters; {true} s is used, which gives "
     "whole sampling rates."},
    {F::plus_without_annotations, "N_NO_ANNOTATION_SIGNAL", N,
     "The file calls itself {raw} but has no annotation signal; it is read as {read}."},
    {F::annotations_without_plus, "N_PLUS_UNMARKED", N,
     "The file has an annotation signal but does not call itself EDF+ or BDF+; the annotations are read."},
    {F::plus_field, "N_PLUS_FIELD", N, "The file calls itself \"{raw}\"; it is read as {read}."},
    {F::annotation_repaired, "N_ANNOTATION_FORM", N,
     "Annotations not written as EDF+ asks, but clear: {count}, first in record {record}."},
    {F::annotation_encoding, "N_ANNOTATION_ENCODING", N,
     "Annotations that are not UTF-8: {count}; they are read as Windows-1252."},
    {F::header_encoding, "N_HEADER_ENCODING", N,
     "The header holds characters outside ASCII; they are read as {encoding}."},
    {F::perhaps_shift_jis, "N_SHIFT_JIS", N,
     "Some text of the header may be Japanese (Shift-JIS); it is read as Windows-1252."},
    {F::decimal_comma, "N_DECIMAL_COMMA", N,
     "A number is written with a decimal comma; it is read as a point."},
    {F::number_form, "N_NUMBER_FORM", N,
     "A number is written in a form that EDF does not have; its value is clear."},
    {F::nul_padding, "N_NUL_PADDING", N, "Fields are padded with NUL bytes instead of blanks."},
    {F::duplicate_labels, "N_DUPLICATE_LABELS", N,
     "The label \"{label}\" stands for {count} signals; they are told apart by their place in the file."},
    {F::empty_labels, "N_EMPTY_LABEL", N, "The signal has no label."},
    {F::anonymised, "N_ANONYMISED", N,
     "The recording is anonymised; its start is unknown and times count from its first sample."},
    {F::identity_free_text, "N_IDENTITY_FREE_TEXT", N,
     "The patient or recording field is free text instead of the EDF+ subfields; all of it is treated as "
     "identifying."},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table[i].finding != static_cast<Finding>(i) || table[i].code.empty()) return false;
  return true;
}
static_assert(in_order(), "the table stands in the order of Finding");

const FindingText& text_of(Finding finding) {
  return table[static_cast<std::size_t>(finding)];
}

std::size_t weight_of(const Diagnostic& diagnostic) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const FindingText& text) { return text.code == diagnostic.code; });
  return static_cast<std::size_t>(found - table.begin());
}

/// "0-3, 7" of sorted indices; cut after `limit` runs.
std::string ranges(const std::vector<std::size_t>& sorted) {
  constexpr int limit = 12;
  std::string out;
  int runs = 0;
  for (std::size_t i = 0; i < sorted.size(); ++runs) {
    std::size_t end = i;
    while (end + 1 < sorted.size() && sorted[end + 1] == sorted[end] + 1) ++end;
    if (runs == limit) return out + ", …";
    if (!out.empty()) out += ", ";
    out += std::to_string(sorted[i]);
    if (end > i) out.append("-").append(std::to_string(sorted[end]));
    i = end + 1;
  }
  return out;
}

}  // namespace

std::span<const FindingText> finding_table() {
  return table;
}

std::string say(Finding finding, Blanks blanks) {
  std::string out;
  std::string_view rest = text_of(finding).sentence;
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    out += rest.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = rest.find('}', open);
    const std::string_view name = rest.substr(open + 1, close - open - 1);
    for (const auto& [key, value] : blanks)
      if (key == name) out += decode_text(value).text;
    rest.remove_prefix(close + 1);
  }
  return out;
}

Error refuse(Finding finding, Blanks blanks, std::string where) {
  return {std::string(text_of(finding).code), say(finding, blanks), std::move(where)};
}

void Findings::add(Finding finding, Blanks blanks, std::string where, std::string raw) {
  const FindingText& text = text_of(finding);
  list_.push_back(
      {std::string(text.code), text.severity, say(finding, blanks), std::move(where), decode_text(raw).text});
}

void Findings::add_signal(Finding finding, std::size_t signal, std::string_view raw) {
  for (OfSignals& group : of_signals_) {
    if (group.finding != finding) continue;
    if (group.signals.empty() || group.signals.back() != signal) group.signals.push_back(signal);
    return;
  }
  of_signals_.push_back({finding, {signal}, std::string(raw)});
}

void Findings::settle_signals(std::span<const std::string> labels) {
  for (OfSignals& group : of_signals_) {
    std::sort(group.signals.begin(), group.signals.end());
    add(group.finding, {}, words_for_signals(group.signals, labels), std::move(group.raw));
  }
  of_signals_.clear();
}

void sort_by_weight(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return weight_of(a) < weight_of(b); });
}

std::string words_for_number(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  std::string out = dump(Json(std::round(value * scale) / scale));
  if (out.ends_with(".0")) out.resize(out.size() - 2);
  return out;
}

std::string words_for_signals(const std::vector<std::size_t>& sorted, std::span<const std::string> labels) {
  if (sorted.size() != 1) return std::to_string(sorted.size()) + " signals: " + ranges(sorted);
  std::string where = "signal " + std::to_string(sorted.front());
  if (sorted.front() < labels.size() && !labels[sorted.front()].empty())
    where.append(" (").append(labels[sorted.front()]).append(")");
  return where;
}

std::string words_for_count(std::uint64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string words_for_seconds(double seconds) {
  const double size = std::abs(seconds);
  if (size < 60 || size >= 1e9) return words_for_number(seconds, size < 0.01 ? 6 : 2) + " s";
  const auto whole = static_cast<std::int64_t>(std::llround(size));
  const auto pair = [&](std::int64_t big, const char* big_unit, std::int64_t small, const char* small_unit) {
    std::string out(seconds < 0 ? "-" : "");
    out += std::to_string(big) + ' ' + big_unit;
    if (small != 0) out += ' ' + std::to_string(small) + ' ' + small_unit;
    return out;
  };
  if (whole < 3600) return pair(whole / 60, "min", whole % 60, "s");
  return pair(whole / 3600, "h", whole % 3600 / 60, "min");
}

}  // namespace attune::edf
