#include "edf/reader.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "base/sort_by.hpp"
#include "edf/damage.hpp"
#include "edf/header.hpp"
#include "edf/start.hpp"
#include "edf/tal.hpp"
#include "edf/text.hpp"
#include "edf/timeline.hpp"

namespace attune::edf {

namespace {

constexpr std::size_t first_bytes = 512;  ///< enough to tell what a file is

/// Annotations of one recording as they come by, and what was wrong with them.
struct AnnotationList {
  std::vector<Annotation> items;  ///< onsets counted from the header's start time until they are settled
  std::uint64_t repaired = 0, unreadable = 0, not_utf8 = 0, cut = 0;
  std::uint64_t first_repaired = 0, first_unreadable = 0;
  std::string raw_unreadable;              ///< the first few, escaped
  std::unordered_set<std::string> labels;  ///< of the signals, once an annotation names one

  void add(const Tal& tal, const Header& header) {
    const std::string_view text = without_cut_letter(tal.text);
    if (text.size() < tal.text.size()) ++cut;
    DecodedText decoded = decode_text(text);
    if (decoded.encoding != Encoding::ascii && decoded.encoding != Encoding::utf8) ++not_utf8;
    Annotation annotation{tal.onset, tal.duration, std::move(decoded.text), ""};
    const std::size_t mark = annotation.text.rfind("@@");
    if (mark != std::string::npos) {
      std::string label = annotation.text.substr(mark + 2);
      if (labels.empty())
        for (const Signal& signal : header.signals)
          if (signal.kind != ChannelKind::annotation) labels.insert(signal.label);
      if (labels.contains(label)) annotation.channel = std::move(label);
    }
    items.push_back(std::move(annotation));
  }

  void reject(std::string_view tal) {
    constexpr std::size_t enough = 400;
    if (raw_unreadable.size() > enough) return;
    if (!raw_unreadable.empty()) raw_unreadable += "  ";
    raw_unreadable += printable(tal.substr(0, enough));
  }

  void count(const TalBlock& block, std::uint64_t record) {
    if (block.repaired > 0 && repaired == 0) first_repaired = record;
    if (block.unreadable > 0 && unreadable == 0) first_unreadable = record;
    repaired += static_cast<std::uint64_t>(block.repaired);
    unreadable += static_cast<std::uint64_t>(block.unreadable);
  }

  /// Onsets from the first sample, in order.
  void settle(Ticks first_onset) {
    for (Annotation& item : items) item.onset -= first_onset;
    sort_by(items, &Annotation::onset);
  }

  void tell(Ticks end, bool timed, Findings& findings) const {
    if (unreadable > 0)
      findings.add<Finding::bad_annotations>({{"count", unreadable}, {"record", first_unreadable}},
                                             where_record(first_unreadable), raw_unreadable);
    if (repaired > 0)
      findings.add<Finding::annotation_repaired>({{"count", repaired}, {"record", first_repaired}},
                                                 where_record(first_repaired));
    if (cut > 0)
      findings.add<Finding::annotation_cut>({{"count", cut}}, words::say<"edf.where.annotations">());
    if (not_utf8 > 0)
      findings.add<Finding::annotation_encoding>({{"count", not_utf8}},
                                                 words::say<"edf.where.annotations">());
    if (!timed) return;
    const auto outside = [&](const Annotation& item) { return item.onset < 0 || item.onset > end; };
    const auto first = std::find_if(items.begin(), items.end(), outside);
    if (first == items.end()) return;
    findings.add<Finding::annotation_outside>({{"count", std::count_if(items.begin(), items.end(), outside)},
                                               {"onset", words::duration(seconds(first->onset))}},
                                              words::say<"edf.where.annotations">(), first->text);
  }
};

}  // namespace

struct Reader::State {
  std::uint64_t file_size;
  RecordHandler on_record;
  ReaderOptions options;

  std::vector<std::uint8_t> held;  ///< bytes of the header, later of a record that is not yet complete
  std::uint64_t header_needs = 0;
  std::uint64_t position = 0;  ///< bytes pushed so far
  bool has_header = false;
  bool finished = false;
  std::optional<Error> error;

  Header header;
  std::vector<std::size_t> annotation_signals;
  Timeline timeline;
  AnnotationList annotations;
  TransferDamage damage;
  Findings findings;

  Status fail(Error why) {
    error = std::move(why);
    return *error;
  }

  Status push(std::span<const std::uint8_t> bytes);
  Status read_header(std::span<const std::uint8_t>& bytes);
  Status begin_records();
  void read_records(std::span<const std::uint8_t> bytes);
  void deliver(std::span<const std::uint8_t> record);
  std::optional<Ticks> read_annotations(std::span<const std::uint8_t> record);
  Status finish();
  std::optional<Error> find_damage() const;
  void settle_start();
};

Status Reader::State::push(std::span<const std::uint8_t> bytes) {
  if (error) return *error;
  if (bytes.empty() || finished) return success();
  position += bytes.size();
  if (!has_header) {
    if (const Status status = read_header(bytes); !status) return status;
    if (!has_header) return success();
  }
  // A header may be longer than its signals need; what lies between is skipped.
  const std::uint64_t at = position - bytes.size();
  if (at < header.header_bytes)
    bytes = bytes.subspan(
        static_cast<std::size_t>(std::min<std::uint64_t>(header.header_bytes - at, bytes.size())));
  damage.push(bytes);
  read_records(bytes);
  return success();
}

/// Takes header bytes; `bytes` is left with what follows the header.
Status Reader::State::read_header(std::span<const std::uint8_t>& bytes) {
  const auto take = [&](std::uint64_t wanted) {
    if (held.size() >= wanted) return;
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(wanted - held.size(), bytes.size()));
    held.insert(held.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count));
    bytes = bytes.subspan(count);
  };
  if (header_needs == 0) {
    const std::uint64_t first = std::min<std::uint64_t>(first_bytes, file_size);
    take(first);
    if (held.size() < first) return success();
    const auto length = header_length(held, file_size);
    if (!length) return fail(length.error());
    header_needs = *length;
  }
  take(header_needs);
  if (held.size() < header_needs) return success();
  return begin_records();
}

Status Reader::State::begin_records() {
  auto parsed = parse_header(std::span(held).first(static_cast<std::size_t>(header_needs)), file_size,
                             options, findings);
  if (!parsed) return fail(parsed.error());
  header = std::move(*parsed);
  for (std::size_t i = 0; i < header.signals.size(); ++i)
    if (header.signals[i].kind == ChannelKind::annotation && header.signals[i].samples_per_record > 0)
      annotation_signals.push_back(i);
  timeline = Timeline(header);
  has_header = true;
  // A header of one signal is as long as what was taken to tell the format, so nothing of a record is held.
  held.clear();
  return success();
}

void Reader::State::read_records(std::span<const std::uint8_t> bytes) {
  const auto record_bytes = static_cast<std::size_t>(header.record_bytes);
  while (!bytes.empty() && timeline.records() < header.records) {
    if (held.empty() && bytes.size() >= record_bytes) {
      deliver(bytes.first(record_bytes));
      bytes = bytes.subspan(record_bytes);
      continue;
    }
    const std::size_t count = std::min(record_bytes - held.size(), bytes.size());
    held.insert(held.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count));
    bytes = bytes.subspan(count);
    if (held.size() < record_bytes) break;
    deliver(held);
    held.clear();
  }
}

void Reader::State::deliver(std::span<const std::uint8_t> record) {
  const std::uint64_t index = timeline.records();
  const std::optional<Ticks> own = read_annotations(record);
  const Timeline::Place place = timeline.place(own);
  if (on_record) on_record(Record{header, index, place.onset, place.starts_segment, record});
}

/// Collects the record's annotations; its own time if it has one.
std::optional<Ticks> Reader::State::read_annotations(std::span<const std::uint8_t> record) {
  std::optional<Ticks> own;
  const std::size_t width = is_bdf(header.variant) ? 3 : 2;
  for (const std::size_t i : annotation_signals) {
    const Signal& signal = header.signals[i];
    const auto block = as_text(record.subspan(static_cast<std::size_t>(signal.record_offset),
                                              static_cast<std::size_t>(signal.samples_per_record) * width));
    const bool keeps_time = i == annotation_signals.front();
    const TalBlock read = read_tals(
        block, keeps_time, [&](const Tal& tal) { annotations.add(tal, header); },
        [&](std::string_view tal) { annotations.reject(tal); });
    annotations.count(read, timeline.records());
    if (keeps_time) own = read.timekeeping;
  }
  return own;
}

Status Reader::State::finish() {
  if (error) return *error;
  if (finished) return success();
  if (!has_header) {
    const auto length = header_length(held, std::min<std::uint64_t>(position, file_size));
    if (!length) return fail(length.error());
    return fail(refuse<Finding::header_short>({{"present", position}, {"needed", *length}}));
  }
  if (auto damaged = find_damage()) return fail(*std::move(damaged));

  finished = true;
  if (position < file_size && timeline.records() < header.records)
    findings.add<Finding::read_short>({{"present", position}, {"promised", file_size}},
                                      words::say<"edf.where.file_end">());
  header.records = timeline.records();
  annotations.settle(timeline.first_onset());
  settle_start();
  timeline.tell(header, findings);
  const bool timed = header.record_duration.numerator > 0 && !timeline.segments().empty();
  annotations.tell(timeline.end(), timed && annotation_signals.size() < header.signals.size(), findings);
  const std::uint64_t follows = position > header.header_bytes ? position - header.header_bytes : 0;
  if (header.records == 0)
    findings.add<Finding::no_records>({{"present", follows}, {"needed", header.record_bytes}},
                                      words::say<"edf.where.file_end">());
  findings.sort();
  if (header.records > 0) return success();
  return fail(refuse<Finding::no_records>({{"present", follows}, {"needed", header.record_bytes}}));
}

/// What a transfer as text did to the file, if it did.
std::optional<Error> Reader::State::find_damage() const {
  std::optional<std::int64_t> excess;
  if (header.promised_records && header.record_bytes <= max_record_bytes)
    excess = static_cast<std::int64_t>(position) -
             static_cast<std::int64_t>(header.header_bytes + *header.promised_records * header.record_bytes);
  if (const auto count = damage.replaced_bytes(excess))
    return refuse<Finding::utf8_damage>({{"times", *count}});
  if (damage.recoded_bytes(excess)) return refuse<Finding::recoded>({{"coding", words::as_is("UTF-8")}});
  if (const auto count = damage.inserted_returns(excess))
    return refuse<Finding::crlf_damage>({{"count", *count}});
  return std::nullopt;
}

/// The first record begins within a second of the header's start time; where it does not, the start moves.
void Reader::State::settle_start() {
  const Ticks first = timeline.first_onset();
  const std::int64_t whole_s =
      first >= 0 ? first / ticks_per_second : -((-first + ticks_per_second - 1) / ticks_per_second);
  header.start_fraction_s = seconds(first - whole_s * ticks_per_second);
  if (whole_s == 0) return;
  findings.add<Finding::start_shifted>({{"offset", words::duration(seconds(first))}}, where_record(0));
  if (header.start)
    if (const auto start = parse_iso(*header.start)) header.start = iso(later(*start, whole_s));
}

Reader::Reader(std::uint64_t file_size, RecordHandler on_record, ReaderOptions options)
    : state_(std::make_unique<State>()) {
  state_->file_size = file_size;
  state_->on_record = std::move(on_record);
  state_->options = options;
  if (file_size == 0) state_->error = refuse<Finding::empty_file>();
}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

Status Reader::push(std::span<const std::uint8_t> bytes) {
  return state_->push(bytes);
}
Status Reader::finish() {
  return state_->finish();
}
bool Reader::has_exact_times() const {
  return state_->timeline.is_exact();
}

Ticks Reader::first_onset() const {
  return state_->timeline.first_onset();
}
bool Reader::has_header() const {
  return state_->has_header;
}
const Header& Reader::header() const {
  return state_->header;
}
const std::vector<Segment>& Reader::segments() const {
  return state_->timeline.segments();
}
const std::vector<Annotation>& Reader::annotations() const {
  return state_->annotations.items;
}
const std::vector<Diagnostic>& Reader::diagnostics() const {
  return state_->findings.list();
}
Ticks Reader::recorded() const {
  return ticks_of(state_->timeline.records(), state_->header.record_duration);
}

}  // namespace attune::edf
