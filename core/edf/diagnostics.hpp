// Everything the EDF floor can say about a file, in one table: a stable code, its weight and its sentence, which stands
// in the catalogues (core/words/en/edf.json). The table stands in order of weight, which is the order of a report.
//
// E_ as an Error: the file is refused. E_ as a Diagnostic: it opens, but something is missing that most uses
// need. W_: it opens, and a reader of numbers must know. N_: a deviation without consequence.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "words/ids/edf.hpp"

namespace attune::edf {

enum class Finding {
  // Refused: not a recording.
  empty_file,
  web_page,
  git_pointer,
  compressed,
  base64,
  other_format,
  not_edf,
  // Refused: a recording beyond use.
  utf8_damage,
  recoded,
  crlf_damage,
  header_shifted,
  header_short,
  signal_count,
  header_field,
  samples_per_record,
  no_samples,
  record_too_large,
  no_records,
  // Opened; a reader of numbers must know.
  times_unknown,
  duration_zero,
  duration_unusable,
  truncated,
  read_short,
  surplus_records,
  record_times,
  records_overlap,
  records_unordered,
  gaps_in_continuous,
  gaps,
  uncalibrated,
  dummy_channel,
  digital_inverted,
  digital_range_wide,
  outside_digital_range,
  unit_ambiguous,
  filter_implausible,
  byte_order_mark,
  version,
  sample_width,
  header_bytes,
  records_field,
  start_unknown,
  start_disagrees,
  start_shifted,
  no_timekeeping,
  bad_annotations,
  annotation_outside,
  reference_lost,
  empty_signal,
  // Opened; deviations without consequence.
  inverted,
  records_unknown,
  tail_bytes,
  events_only,
  trend,
  battery_low,
  duration_rounded,
  plus_without_annotations,
  annotations_without_plus,
  plus_field,
  annotation_repaired,
  annotation_encoding,
  annotation_cut,  ///< texts that end within a letter
  known_writer,    ///< equipment of a program that damages what it converts
  filter_nan,      ///< "HP:nanHz"
  header_encoding,
  perhaps_shift_jis,
  decimal_comma,
  number_form,
  nul_padding,
  duplicate_labels,
  empty_labels,
  anonymised,
  identity_free_text,
  count_  // not a finding
};

struct FindingText {
  Finding finding;
  std::string_view code;
  words::Id sentence;

  constexpr Severity severity() const {
    return code.front() == 'E' ? Severity::error : code.front() == 'W' ? Severity::warning : Severity::note;
  }
};

/// In order of weight; entry i describes Finding i.
inline constexpr std::array<FindingText, static_cast<std::size_t>(Finding::count_)> finding_table{{
    {Finding::empty_file, "E_EMPTY", "edf.empty_file"},
    {Finding::web_page, "E_WEB_PAGE", "edf.web_page"},
    {Finding::git_pointer, "E_GIT_POINTER", "edf.git_pointer"},
    {Finding::compressed, "E_COMPRESSED", "edf.compressed"},
    {Finding::base64, "E_BASE64", "edf.base64"},
    {Finding::other_format, "E_OTHER_FORMAT", "edf.other_format"},
    {Finding::not_edf, "E_NOT_EDF", "edf.not_edf"},
    {Finding::utf8_damage, "E_DAMAGED_UTF8", "edf.utf8_damage"},
    {Finding::recoded, "E_DAMAGED_RECODED", "edf.recoded"},
    {Finding::crlf_damage, "E_DAMAGED_CRLF", "edf.crlf_damage"},
    {Finding::header_shifted, "E_HEADER_SHIFTED", "edf.header_shifted"},
    {Finding::header_short, "E_HEADER_SHORT", "edf.header_short"},
    {Finding::signal_count, "E_SIGNAL_COUNT", "edf.signal_count"},
    {Finding::header_field, "E_HEADER_FIELD", "edf.header_field"},
    {Finding::samples_per_record, "E_SAMPLES_PER_RECORD", "edf.samples_per_record"},
    {Finding::no_samples, "E_NO_SAMPLES", "edf.no_samples"},
    {Finding::record_too_large, "E_RECORD_TOO_LARGE", "edf.record_too_large"},
    {Finding::no_records, "E_NO_RECORDS", "edf.no_records"},
    {Finding::times_unknown, "W_TIMES_UNKNOWN", "edf.times_unknown"},
    {Finding::duration_zero, "W_DURATION_ZERO", "edf.duration_zero"},
    {Finding::duration_unusable, "W_DURATION_UNUSABLE", "edf.duration_unusable"},
    {Finding::truncated, "W_TRUNCATED", "edf.truncated"},
    {Finding::read_short, "W_READ_SHORT", "edf.read_short"},
    {Finding::surplus_records, "W_SURPLUS", "edf.surplus_records"},
    {Finding::record_times, "W_RECORD_TIMES", "edf.record_times"},
    {Finding::records_overlap, "W_RECORDS_OVERLAP", "edf.records_overlap"},
    {Finding::records_unordered, "W_RECORDS_UNORDERED", "edf.records_unordered"},
    {Finding::gaps_in_continuous, "W_GAPS_UNMARKED", "edf.gaps_in_continuous"},
    {Finding::gaps, "W_GAPS", "edf.gaps"},
    {Finding::uncalibrated, "W_UNCALIBRATED", "edf.uncalibrated"},
    {Finding::dummy_channel, "W_DUMMY_CHANNEL", "edf.dummy_channel"},
    {Finding::digital_inverted, "W_DIGITAL_INVERTED", "edf.digital_inverted"},
    {Finding::digital_range_wide, "W_DIGITAL_RANGE", "edf.digital_range_wide"},
    {Finding::outside_digital_range, "W_OUTSIDE_RANGE", "edf.outside_digital_range"},
    {Finding::unit_ambiguous, "W_UNIT", "edf.unit_ambiguous"},
    {Finding::filter_implausible, "W_FILTER", "edf.filter_implausible"},
    {Finding::byte_order_mark, "W_BYTE_ORDER_MARK", "edf.byte_order_mark"},
    {Finding::version, "W_VERSION", "edf.version"},
    {Finding::sample_width, "W_SAMPLE_WIDTH", "edf.sample_width"},
    {Finding::header_bytes, "W_HEADER_BYTES", "edf.header_bytes"},
    {Finding::records_field, "W_RECORDS_FIELD", "edf.records_field"},
    {Finding::start_unknown, "W_START_UNKNOWN", "edf.start_unknown"},
    {Finding::start_disagrees, "W_START_DISAGREES", "edf.start_disagrees"},
    {Finding::start_shifted, "W_START_SHIFTED", "edf.start_shifted"},
    {Finding::no_timekeeping, "W_NO_TIMEKEEPING", "edf.no_timekeeping"},
    {Finding::bad_annotations, "W_BAD_ANNOTATIONS", "edf.bad_annotations"},
    {Finding::annotation_outside, "W_ANNOTATION_OUTSIDE", "edf.annotation_outside"},
    {Finding::reference_lost, "W_CMS_LOST", "edf.reference_lost"},
    {Finding::empty_signal, "W_EMPTY_SIGNAL", "edf.empty_signal"},
    {Finding::inverted, "N_INVERTED", "edf.inverted"},
    {Finding::records_unknown, "N_RECORDS_UNKNOWN", "edf.records_unknown"},
    {Finding::tail_bytes, "N_TAIL", "edf.tail_bytes"},
    {Finding::events_only, "N_EVENTS_ONLY", "edf.events_only"},
    {Finding::trend, "N_TREND", "edf.trend"},
    {Finding::battery_low, "N_BATTERY_LOW", "edf.battery_low"},
    {Finding::duration_rounded, "N_DURATION_ROUNDED", "edf.duration_rounded"},
    {Finding::plus_without_annotations, "N_NO_ANNOTATION_SIGNAL", "edf.plus_without_annotations"},
    {Finding::annotations_without_plus, "N_PLUS_UNMARKED", "edf.annotations_without_plus"},
    {Finding::plus_field, "N_PLUS_FIELD", "edf.plus_field"},
    {Finding::annotation_repaired, "N_ANNOTATION_FORM", "edf.annotation_repaired"},
    {Finding::annotation_encoding, "N_ANNOTATION_ENCODING", "edf.annotation_encoding"},
    {Finding::annotation_cut, "N_ANNOTATION_CUT", "edf.annotation_cut"},
    {Finding::known_writer, "N_WRITER", "edf.known_writer"},
    {Finding::filter_nan, "N_FILTER_NAN", "edf.filter_nan"},
    {Finding::header_encoding, "N_HEADER_ENCODING", "edf.header_encoding"},
    {Finding::perhaps_shift_jis, "N_SHIFT_JIS", "edf.perhaps_shift_jis"},
    {Finding::decimal_comma, "N_DECIMAL_COMMA", "edf.decimal_comma"},
    {Finding::number_form, "N_NUMBER_FORM", "edf.number_form"},
    {Finding::nul_padding, "N_NUL_PADDING", "edf.nul_padding"},
    {Finding::duplicate_labels, "N_DUPLICATE_LABELS", "edf.duplicate_labels"},
    {Finding::empty_labels, "N_EMPTY_LABEL", "edf.empty_labels"},
    {Finding::anonymised, "N_ANONYMISED", "edf.anonymised"},
    {Finding::identity_free_text, "N_IDENTITY_FREE_TEXT", "edf.identity_free_text"},
}};

constexpr words::Id sentence_of(Finding finding) {
  return finding_table[static_cast<std::size_t>(finding)].sentence;
}

/// What stands in a file, as it is; bytes that are not UTF-8 become it.
words::AsIs in_quotes(std::string_view bytes);

Error refusal(Finding finding, words::Said sentence, words::Text where);

/// The file is refused: refuse<Finding::compressed>({{"name", words::as_is("ZIP")}}).
template <Finding finding>
requires(words::holes_of<sentence_of(finding)>().empty()) Error refuse(words::Text where = {}) {
  return refusal(finding, words::say<sentence_of(finding)>(), std::move(where));
}
template <Finding finding, std::size_t count>
Error refuse(words::Filled<sentence_of(finding)> (&&holes)[count], words::Text where = {}) {
  return refusal(finding, words::say<sentence_of(finding)>(std::move(holes)), std::move(where));
}

/// Puts diagnostics in order of weight, earlier ones first among equals.
void sort_by_weight(std::vector<Diagnostic>& diagnostics);

/// Findings of one file. Findings about signals, whose sentences have no holes, are gathered and told once for all of
/// them.
class Findings {
 public:
  template <Finding finding>
  requires(words::holes_of<sentence_of(finding)>().empty()) void add(const words::Text& where = {},
                                                                     std::string_view raw = {}) {
    put(finding, words::say<sentence_of(finding)>(), where, raw);
  }
  template <Finding finding, std::size_t count>
  void add(words::Filled<sentence_of(finding)> (&&holes)[count], const words::Text& where = {},
           std::string_view raw = {}) {
    put(finding, words::say<sentence_of(finding)>(std::move(holes)), where, raw);
  }
  template <Finding finding>
  void add_signal(std::size_t signal, std::string_view raw = {}) {
    gather(finding, words::name<sentence_of(finding)>, signal, raw);
  }

  /// Turns what was gathered about signals into diagnostics; `labels` are the signals' labels in order.
  void settle_signals(std::span<const std::string> labels);
  void sort() { sort_by_weight(list_); }
  const std::vector<Diagnostic>& list() const { return list_; }

 private:
  struct OfSignals {
    Finding finding;
    std::string_view sentence;
    std::vector<std::size_t> signals;
    std::string raw;
  };
  void put(Finding finding, words::Said sentence, words::Text where, std::string_view raw);
  void gather(Finding finding, std::string_view sentence, std::size_t signal, std::string_view raw);

  std::vector<Diagnostic> list_;
  std::vector<OfSignals> of_signals_;
};

/// "signal 3", "signal 3 (ECG)", "5 signals: 0-3, 7": where something was found.
words::Said where_signals(const std::vector<std::size_t>& sorted, std::span<const std::string> labels);
words::Said where_signal(std::size_t index);
words::Said where_byte(std::uint64_t byte);
words::Said where_record(std::uint64_t record);

}  // namespace attune::edf
