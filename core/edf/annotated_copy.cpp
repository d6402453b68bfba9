#include "edf/annotated_copy.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "edf/header_fields.hpp"
#include "edf/start.hpp"
#include "edf/text.hpp"
#include "words/ids/edf.hpp"

namespace attune::edf {

namespace {

Error no_copy(std::string why) {
  return {"E_COPY", std::move(why), ""};
}

/// What a reader finds again: blanks in the place of signs that end texts or lines.
std::string one_line(const std::string& text) {
  std::string line = text;
  for (char& c : line)
    if (c >= '\0' && c < ' ') c = ' ';
  return line;
}

std::vector<Annotation> annotations_of(const AnnotatedCopy::Options& wanted) {
  const auto ticks = [](double seconds) {
    return static_cast<Ticks>(std::llround(seconds * ticks_per_second));
  };
  std::vector<Annotation> made;
  for (const NewAnnotation& one : wanted) {
    if (one.text.empty()) continue;
    Annotation& annotation = made.emplace_back();
    annotation.onset = ticks(one.onset_s);
    if (one.duration_s) annotation.duration = ticks(*one.duration_s);
    annotation.text = one_line(one.text);
  }
  return made;
}

bool is_plus(const Header& header) {
  return header.variant != Variant::edf && header.variant != Variant::bdf;
}

bool has_list(const Header& header) {
  return std::any_of(header.signals.begin(), header.signals.end(), [](const Signal& signal) {
    return signal.kind == ChannelKind::annotation && signal.samples_per_record > 0;
  });
}

/// A file without a list of annotations is read as one without gaps, whatever it calls itself.
bool says_discontinuous(const Header& header) {
  const std::string mark = lower(header.reserved);
  return mark.starts_with("edf+d") || mark.starts_with("bdf+d");
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

/// "code sex birthdate name": a field of another form is the name.
std::string plus_patient(std::string_view found) {
  const std::vector<std::string> words = split(found);
  const bool is_plus_form = words.size() >= 4 && (words[1] == "F" || words[1] == "M" || words[1] == "X") &&
                            (words[2] == "X" || parse_plus_date(words[2]));
  if (is_plus_form) return std::string(found);
  std::string name;
  for (const std::string& word : words) name += (name.empty() ? "" : "_") + word;
  return "X X X " + (name.empty() ? "X" : name);
}

/// "Startdate date administration technician equipment", and what stood there.
std::string plus_recording(std::string_view found, const Header& header) {
  if (found.starts_with("Startdate ")) return std::string(found);
  constexpr std::array<const char*, 12> months{"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                               "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
  std::string date = "X";
  const auto start = header.start ? parse_iso(*header.start) : std::nullopt;
  if (start && start->year >= 1000 && start->year <= 9999)
    date = std::to_string(100 + start->day).substr(1) + "-" +
           months[static_cast<std::size_t>(start->month - 1)] + "-" + std::to_string(start->year);
  return "Startdate " + date + " X X X" + (found.empty() ? "" : " ") + std::string(found);
}

/// The header of the copy: the file's own fields, and one signal more.
std::string copy_header(std::string_view found, const Header& header, std::uint64_t records,
                        std::size_t samples) {
  const HeaderFields fields(found);
  const bool bdf = is_bdf(header.variant);
  std::string text;
  const auto put = [&](std::string_view value, std::size_t width) {
    text += value.substr(0, width);
    text.append(width - std::min(width, value.size()), ' ');
  };
  text += fields.version;
  const bool becomes_plus = !is_plus(header) && !has_list(header);
  // Nothing of what stood there is cut off for the sake of subfields.
  const auto whole = [&](std::string plus, std::string_view own) {
    return becomes_plus && plus.size() <= 80 ? std::move(plus) : std::string(own);
  };
  put(whole(plus_patient(trim(fields.patient)), fields.patient), 80);
  put(whole(plus_recording(trim(fields.recording), header), fields.recording), 80);
  text += fields.date;
  text += fields.time;
  const std::size_t count = header.signals.size();
  put(std::to_string(256 * (count + 2)), 8);
  put(becomes_plus ? (bdf ? "BDF+C" : "EDF+C") : std::string(fields.reserved), 44);
  put(std::to_string(records), 8);
  text += fields.duration;
  put(std::to_string(count + 1), 4);
  const std::array<std::pair<std::size_t, std::string>, 10> added{
      {{16, bdf ? "BDF Annotations" : "EDF Annotations"},
       {80, ""},
       {8, ""},
       {8, "-1"},
       {8, "1"},
       {8, bdf ? "-8388608" : "-32768"},
       {8, bdf ? "8388607" : "32767"},
       {80, ""},
       {8, std::to_string(samples)},
       {32, ""}}};
  std::size_t at = 256;
  for (const auto& [width, value] : added) {
    text += found.substr(at, width * count);
    put(value, width);
    at += width * count;
  }
  return text;
}

}  // namespace

AnnotatedCopy::AnnotatedCopy(std::uint64_t file_size, const Options& annotations, Write write)
    : added_(annotations_of(annotations)),
      write_(std::move(write)),
      reader_(file_size, [this](const Record& record) { take(record); }) {}

Status AnnotatedCopy::push(std::span<const std::uint8_t> bytes) {
  if (!reader_.has_header()) held_.insert(held_.end(), bytes.begin(), bytes.end());
  if (const Status status = reader_.push(bytes); !status) return status;
  // Of what came with the end of the header only that is wanted.
  if (reader_.has_header() && held_.size() > reader_.header().header_bytes)
    held_.resize(static_cast<std::size_t>(reader_.header().header_bytes));
  return status_;
}

void AnnotatedCopy::take(const Record& record) {
  if (status_ && record.index == 0) status_ = begin(record);
  if (status_) status_ = write_record(record);
}

Status AnnotatedCopy::begin(const Record& record) {
  const Header& header = record.header;
  const bool discontinuous = header.variant == Variant::edf_d || header.variant == Variant::bdf_d;
  keeps_time_ = !has_list(header);
  if (keeps_time_ && says_discontinuous(header))
    return Error{"E_COPY_TIMES", words::say<"edf.copy.no_times">(), ""};
  constexpr std::size_t most_signals = 9999;
  const auto found = as_text(held_).substr(byte_order_mark_bytes(as_text(held_)));
  if (header.signals.size() >= most_signals || found.size() < 256 * (header.signals.size() + 1))
    return no_copy("The header has no room for another signal.");
  records_ = header.records;
  first_onset_ = reader_.first_onset();
  // Annotations count from the header's start time, in a file.
  std::vector<Annotation> counted = added_;
  for (Annotation& one : counted) one.onset += first_onset_;
  TalBlocks blocks = lay_out(std::move(counted), records_, discontinuous ? 0 : header.record_duration_s);
  blocks_ = std::move(blocks.records);
  const std::size_t width = is_bdf(header.variant) ? 3 : 2;
  const std::size_t room = blocks.room + (keeps_time_ ? timekeeping_room : 0);
  const std::size_t samples = std::max<std::size_t>(1, (room + width - 1) / width);
  annotation_bytes_ = samples * width;
  const std::string text = copy_header(found, header, records_, samples);
  held_ = {};
  return write_({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

Status AnnotatedCopy::write_record(const Record& record) {
  const std::size_t width = is_bdf(record.header.variant) ? 3 : 2;
  for (const Signal& signal : record.header.signals)
    if (signal.kind != ChannelKind::annotation)
      samples_.update(record.bytes.subspan(static_cast<std::size_t>(signal.record_offset),
                                           static_cast<std::size_t>(signal.samples_per_record) * width));
  std::string block = keeps_time_ ? timekeeping_tal(first_onset_ + record.onset) : "";
  if (next_block_ < blocks_.size() && blocks_[next_block_].record == record.index)
    block += blocks_[next_block_++].tals;
  block.resize(annotation_bytes_, '\0');
  if (const Status status = write_(record.bytes); !status) return status;
  return write_({reinterpret_cast<const std::uint8_t*>(block.data()), block.size()});
}

Result<AnnotatedCopyResult> AnnotatedCopy::finish() {
  if (!status_) return status_.error();
  if (const Status status = reader_.finish(); !status) return status.error();
  const Header& header = reader_.header();
  if (header.records != records_ || reader_.first_onset() != first_onset_)
    return no_copy("Only its end shows when the recording began, or how many records it has.");
  return AnnotatedCopyResult{samples_.hex(), annotations_digest(),
                             header.tail_bytes + header.surplus_records * header.record_bytes};
}

std::string AnnotatedCopy::annotations_digest() const {
  std::vector<std::string> lines;
  const auto add = [&](const Annotation& one) {
    const std::string lasts = one.duration ? std::to_string(*one.duration) : "";
    lines.push_back(std::to_string(one.onset) + '\x15' + lasts + '\x14' + one.text + '\0');
  };
  for (const Annotation& one : reader_.annotations()) add(one);
  for (const Annotation& one : added_) add(one);
  std::sort(lines.begin(), lines.end());
  Sha256 digest;
  for (const std::string& line : lines)
    digest.update({reinterpret_cast<const std::uint8_t*>(line.data()), line.size()});
  return digest.hex();
}

}  // namespace attune::edf
