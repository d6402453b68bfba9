#include "edf/deidentify.hpp"

#include <algorithm>

#include "edf/header_fields.hpp"
#include "edf/text.hpp"
#include "words/ids/edf.hpp"

namespace attune::edf {

namespace {

constexpr std::string_view anonymous_patient = "X X X X";
constexpr std::string_view anonymous_recording = "Startdate X X X X";
constexpr std::string_view anonymous_date = "01.01.85";
constexpr std::string_view anonymous_time = "00.00.00";

void put(std::span<std::uint8_t> field, std::string_view text) {
  for (std::size_t i = 0; i < field.size(); ++i)
    field[i] = static_cast<std::uint8_t>(i < text.size() ? text[i] : ' ');
}

/// The part of the file's reserved field that is no marker ("EDF+C", "24BIT").
std::size_t marker_length(std::string_view reserved) {
  const std::string text = lower(reserved);
  if (text.starts_with("edf+") || text.starts_with("bdf+") || text.starts_with("24bit")) return 5;
  return 0;
}

bool has_technical_text(const Header& header) {
  if (header.reserved.size() > marker_length(header.reserved)) return true;
  return std::any_of(header.signals.begin(), header.signals.end(), [](const Signal& signal) {
    return !signal.transducer.empty() || !signal.reserved.empty();
  });
}

}  // namespace

std::vector<std::uint8_t> deidentified_header(std::span<const std::uint8_t> header_bytes,
                                              const Header& header, DeidentifyOptions options) {
  std::vector<std::uint8_t> copy(header_bytes.begin(), header_bytes.end());
  const std::size_t mark = byte_order_mark_bytes(as_text(header_bytes));
  const std::size_t signals = header.signals.size();
  if (copy.size() < mark + 256 * (signals + 1)) return copy;
  const std::span<std::uint8_t> fields = std::span(copy).subspan(mark);
  put(fields.subspan(8, 80), anonymous_patient);
  put(fields.subspan(88, 80), anonymous_recording);
  put(fields.subspan(168, 8), anonymous_date);
  put(fields.subspan(176, 8), anonymous_time);
  constexpr std::size_t kind_at = 192 + 4;  // "EDF+D"
  const bool discontinuous = header.variant == Variant::edf_d || header.variant == Variant::bdf_d;
  if (options.continuous && discontinuous && marker_length(as_text(fields.subspan(192, 44))) > 0)
    fields[kind_at] = 'C';
  // Bytes between the signals' headers and the data belong to nobody's specification.
  put(fields.subspan(256 * (signals + 1)), "");
  if (!options.technical) return copy;
  put(fields.subspan(192 + marker_length(as_text(fields.subspan(192, 44))),
                     44 - marker_length(as_text(fields.subspan(192, 44)))),
      "");
  constexpr std::size_t label_bytes = 16, transducer_bytes = 80, reserved_bytes = 32, before_reserved = 224;
  put(fields.subspan(256 + label_bytes * signals, transducer_bytes * signals), "");
  put(fields.subspan(256 + before_reserved * signals, reserved_bytes * signals), "");
  return copy;
}

bool is_continuous_in_truth(const Reader& reader) {
  const Variant variant = reader.header().variant;
  // EDF+C: no record but follows the one before, and the first begins within the second of the start time.
  const bool within_second = reader.first_onset() >= 0 && reader.first_onset() < ticks_per_second;
  return (variant == Variant::edf_d || variant == Variant::bdf_d) && reader.has_exact_times() &&
         within_second && reader.segments().size() == 1;
}

void blank_annotations(const Header& header, std::span<std::uint8_t> record) {
  const std::size_t width = is_bdf(header.variant) ? 3 : 2;
  for (const Signal& signal : header.signals) {
    if (signal.kind != ChannelKind::annotation || signal.record_offset >= record.size()) continue;
    const auto bytes = std::min(static_cast<std::size_t>(signal.samples_per_record) * width,
                                record.size() - static_cast<std::size_t>(signal.record_offset));
    bool in_text = false;
    for (std::uint8_t& byte : record.subspan(static_cast<std::size_t>(signal.record_offset), bytes)) {
      if (byte == 0) in_text = false;
      if (byte == 0x14)
        in_text = true;
      else if (in_text && byte > ' ')
        byte = 'X';
    }
  }
}

std::vector<Place> identity_places(const Reader& reader, DeidentifyOptions options) {
  const Header& header = reader.header();
  const std::string recording = lower(header.identity.recording);
  std::vector<Place> places;
  const auto header_field = [&](words::Said name, bool was_clean, std::string_view value) {
    places.push_back({std::move(name), was_clean ? Treatment::clean_already : Treatment::cleaned,
                      words::say<"edf.copy.set_to">({{"value", words::as_is(value)}})});
  };
  const std::string start = std::string(anonymous_date) + " " + std::string(anonymous_time);
  header_field(words::say<"edf.copy.patient">(), header.identity.patient == anonymous_patient,
               anonymous_patient);
  header_field(words::say<"edf.copy.recording">(), header.identity.recording == anonymous_recording,
               anonymous_recording);
  header_field(words::say<"edf.where.start">(), header.start_raw == start, start);
  const bool fraction = header.start_fraction_s != 0;
  places.push_back(
      {words::say<"edf.copy.fraction">(), fraction ? Treatment::kept : Treatment::clean_already,
       fraction ? words::say<"edf.copy.fraction_stays">() : words::say<"edf.copy.full_second">()});
  const bool technical = has_technical_text(header);
  places.push_back({words::say<"edf.copy.technical">(),
                    !technical          ? Treatment::clean_already
                    : options.technical ? Treatment::cleaned
                                        : Treatment::kept,
                    !technical          ? words::say<"edf.copy.empty">()
                    : options.technical ? words::say<"edf.copy.blanked">()
                                        : words::say<"edf.copy.look_or_blank">()});
  places.push_back(
      {words::say<"edf.copy.labels">(), Treatment::kept, words::say<"edf.copy.labels_needed">()});
  const std::size_t texts = reader.annotations().size();
  places.push_back({words::say<"edf.copy.annotations">(),
                    texts == 0            ? Treatment::clean_already
                    : options.annotations ? Treatment::cleaned
                                          : Treatment::kept,
                    texts == 0            ? words::say<"edf.copy.none">()
                    : options.annotations ? words::say<"edf.copy.replaced">()
                                          : words::say<"edf.copy.texts_kept">({{"texts", texts}})});
  const std::uint64_t left = header.tail_bytes + header.surplus_records * header.record_bytes;
  places.push_back(
      {words::say<"edf.copy.after_last_record">(), left == 0 ? Treatment::clean_already : Treatment::kept,
       left == 0 ? words::say<"edf.copy.none">() : words::say<"edf.copy.bytes_kept">({{"bytes", left}})});
  places.push_back({words::say<"edf.copy.name">(), Treatment::kept, words::say<"edf.copy.name_yours">()});
  places.push_back(
      {words::say<"edf.copy.signals">(), Treatment::kept, words::say<"edf.copy.signals_identify">()});
  return places;
}

}  // namespace attune::edf
