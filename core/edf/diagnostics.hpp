// Everything the EDF floor can say about a file, in one table: a stable code, its weight and one sentence for
// people. The table is diagnostics.cpp; it stands in order of weight, which is the order of a report.
//
// E_ as an Error: the file is refused. E_ as a Diagnostic: it opens, but something is missing that most uses
// need. W_: it opens, and a reader of numbers must know. N_: a deviation without consequence.
// `{name}` in a sentence is filled in when it is said.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

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
  Severity severity;
  std::string_view sentence;
};

/// The whole table, in order of weight; entry i describes Finding i.
std::span<const FindingText> finding_table();

using Blanks = std::initializer_list<std::pair<std::string_view, std::string>>;

/// The finding's sentence with its blanks filled in; bytes of a file that stand in them become UTF-8.
std::string say(Finding finding, Blanks blanks = {});

Error refuse(Finding finding, Blanks blanks = {}, std::string where = "");

/// Puts diagnostics in order of weight, earlier ones first among equals.
void sort_by_weight(std::vector<Diagnostic>& diagnostics);

/// Findings of one file. Findings about signals are gathered and told once for all of them.
class Findings {
 public:
  void add(Finding finding, Blanks blanks = {}, std::string where = "", std::string raw = "");
  void add_signal(Finding finding, std::size_t signal, std::string_view raw = {});

  /// Turns what was gathered about signals into diagnostics; `labels` are the signals' labels in order.
  void settle_signals(std::span<const std::string> labels);
  void sort() { sort_by_weight(list_); }
  const std::vector<Diagnostic>& list() const { return list_; }

 private:
  struct OfSignals {
    Finding finding;
    std::vector<std::size_t> signals;
    std::string raw;
  };
  std::vector<Diagnostic> list_;
  std::vector<OfSignals> of_signals_;
};

/// "12.5 s", "3 min 20 s", "2 h 5 min": a length of time for people.
std::string words_for_seconds(double seconds);

/// A number rounded to `decimals`, without needless zeros.
std::string words_for_number(double value, int decimals);

/// "signal 3 (ECG)", "5 signals: 0-3, 7".
std::string words_for_signals(const std::vector<std::size_t>& sorted, std::span<const std::string> labels);

/// "1 gap", "3 gaps".
std::string words_for_count(std::uint64_t count, std::string_view one, std::string_view many);

}  // namespace attune::edf
