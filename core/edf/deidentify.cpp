#include "edf/deidentify.hpp"

#include <algorithm>

#include "edf/header_fields.hpp"
#include "edf/text.hpp"

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
  const auto header_field = [&](const char* name, bool was_clean, std::string_view value) {
    places.push_back({name, was_clean ? Treatment::clean_already : Treatment::cleaned,
                      "Set to \"" + std::string(value) + "\"."});
  };
  header_field("patient field", header.identity.patient == anonymous_patient, anonymous_patient);
  header_field("recording field", header.identity.recording == anonymous_recording, anonymous_recording);
  header_field("start date and time",
               header.start_raw == std::string(anonymous_date) + " " + std::string(anonymous_time),
               std::string(anonymous_date) + " " + std::string(anonymous_time));
  const bool fraction = header.start_fraction_s != 0;
  places.push_back(
      {"fraction of the start's second", fraction ? Treatment::kept : Treatment::clean_already,
       fraction ? "The first record's annotation says how far into a second the recording began, which "
                  "all its times count from; it stays."
                : "The recording begins on a full second."});
  const bool technical = has_technical_text(header);
  places.push_back({"transducers and reserved fields",
                    !technical          ? Treatment::clean_already
                    : options.technical ? Treatment::cleaned
                                        : Treatment::kept,
                    !technical ? "They are empty."
                    : options.technical
                        ? "Blanked."
                        : "They may hold serial numbers and notes: look at them, or blank them too."});
  places.push_back({"signal labels and filters", Treatment::kept,
                    "They are needed to read the signals. Labels rarely hold names: look at them."});
  const std::size_t texts = reader.annotations().size();
  places.push_back({"annotation texts",
                    texts == 0            ? Treatment::clean_already
                    : options.annotations ? Treatment::cleaned
                                          : Treatment::kept,
                    texts == 0 ? "There are none."
                    : options.annotations
                        ? "Every letter was replaced by X, which takes the names of phases with it."
                        : std::to_string(texts) + " texts are kept: look for names and remarks."});
  const std::uint64_t left = header.tail_bytes + header.surplus_records * header.record_bytes;
  places.push_back({"bytes after the last record", left == 0 ? Treatment::clean_already : Treatment::kept,
                    left == 0 ? "There are none." : std::to_string(left) + " bytes are kept as they are."});
  places.push_back({"file name and folder", Treatment::kept, "They are yours to choose: look at them."});
  places.push_back({"the signals themselves", Treatment::kept,
                    "EEG and ECG can identify a person; removing the header does not anonymise the signal."});
  return places;
}

}  // namespace attune::edf
