#include "edf/header_fields.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/words.hpp"
#include "edf/diagnostics.hpp"
#include "edf/text.hpp"

namespace attune::edf {

namespace {

/// Widths of a signal's fields in the order of the header.
constexpr std::array<std::size_t, 10> widths{16, 80, 8, 8, 8, 8, 8, 80, 8, 32};
constexpr std::size_t first_number = 3, last_number = 6, samples_field = 8;

constexpr std::size_t offset_of(std::size_t field, std::size_t signals) {
  std::size_t before = 0;
  for (std::size_t i = 0; i < field; ++i) before += widths[i];
  return 256 + before * signals;
}

/// `bytes.substr` that gives an empty view instead of throwing.
std::string_view cut(std::string_view bytes, std::size_t at, std::size_t length) {
  return at < bytes.size() ? bytes.substr(at, length) : std::string_view();
}

/// "dd.mm.yy" or "hh.mm.ss" in form; any separator.
bool is_triple(std::string_view field) {
  return field.size() == 8 && is_digit(field[0]) && is_digit(field[1]) && !is_digit(field[2]) &&
         is_digit(field[3]) && is_digit(field[4]) && field[5] == field[2] && is_digit(field[6]) &&
         is_digit(field[7]);
}

bool is_whole(std::string_view field, std::int64_t least, std::int64_t most) {
  const auto number = parse_number(field);
  const auto whole = number ? number->whole() : std::nullopt;
  return whole && *whole >= least && *whole <= most;
}

/// The fields after the identity, whether they read correctly when moved by `shift`.
constexpr std::size_t tail_fields = 6;
constexpr std::array<std::size_t, tail_fields> tail_offsets{168, 176, 184, 236, 244, 252};

bool reads(std::string_view bytes, std::size_t field, int shift) {
  const std::size_t at = tail_offsets[field] + static_cast<std::size_t>(shift);
  const std::string_view value = cut(bytes, at, field == 5 ? 4 : 8);
  switch (field) {
    case 0:
    case 1:
      return is_triple(value);
    case 2:
      return is_whole(value, 256, 99999999);
    case 3:
      return is_whole(value, -1, 99999999);
    case 4: {
      const auto number = parse_number(value);
      return number && number->mantissa >= 0;
    }
    default:
      return is_whole(value, 1, 9999);
  }
}

/// Header length = 256 × (signals + 1), when both fields are moved by `shift` (the first only if it is
/// moved).
bool length_agrees(std::string_view bytes, int length_shift, int signals_shift) {
  const auto length = parse_number(cut(bytes, 184 + static_cast<std::size_t>(length_shift), 8));
  const auto signals = parse_number(cut(bytes, 252 + static_cast<std::size_t>(signals_shift), 4));
  return length && signals && length->value() == 256 * (signals->value() + 1);
}

/// Whether the fixed part of a header is all there, whatever its version field says: programs leave it blank, or write dates
/// and names of their own into it (Emotiv: 20160817).
bool has_sound_fields(std::string_view bytes) {
  if (bytes.size() < 256 || !length_agrees(bytes, 0, 0)) return false;
  for (std::size_t field = 0; field < tail_fields; ++field)
    if (!reads(bytes, field, 0)) return false;
  return std::none_of(bytes.begin(), bytes.begin() + 8,
                      [](char c) { return static_cast<unsigned char>(c) < ' ' && c != '\0'; });
}

Error shifted(int shift, words::Said place) {
  const bool lost = shift < 0;
  const int count = lost ? -shift : shift;
  return refuse<Finding::header_shifted>({{"lost", lost}, {"bytes", count}, {"place", place}}, place);
}

constexpr std::array<int, 4> shifts{-1, 1, -2, 2};

}  // namespace

HeaderFields::HeaderFields(std::string_view header)
    : bytes(header),
      version(header.substr(0, 8)),
      patient(header.substr(8, 80)),
      recording(header.substr(88, 80)),
      date(header.substr(168, 8)),
      time(header.substr(176, 8)),
      header_bytes(header.substr(184, 8)),
      reserved(header.substr(192, 44)),
      records(header.substr(236, 8)),
      duration(header.substr(244, 8)),
      signals(header.substr(252, 4)) {}

SignalFields HeaderFields::signal(std::size_t index) const {
  const auto field = [&](std::size_t i) {
    return bytes.substr(offset_of(i, signal_count()) + index * widths[i], widths[i]);
  };
  return {field(0), field(1), field(2), field(3), field(4), field(5), field(6), field(7), field(8), field(9)};
}

std::array<std::pair<std::string_view, std::string_view>, 4> SignalFields::ranges() const {
  return {{{"physical minimum", physical_min},
           {"physical maximum", physical_max},
           {"digital minimum", digital_min},
           {"digital maximum", digital_max}}};
}

std::size_t byte_order_mark_bytes(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

bool is_magic(std::string_view bytes) {
  if (bytes.starts_with("\xFF"
                        "BIOSEMI"))
    return true;
  const std::string_view version = trim(bytes.substr(0, 8));
  const bool number =
      !version.empty() && version.size() <= 3 && std::all_of(version.begin(), version.end(), is_digit);
  return number || has_sound_fields(bytes);
}

bool has_wide_samples(const HeaderFields& fields, std::uint64_t file_size) {
  const bool says_wide = fields.version.starts_with('\xFF');
  constexpr double narrow_limit = 32768;  // of 16 bits
  double samples = 0, largest = 0,
         smallest = 1e300;  // reach of the digital ranges, of the widest and the narrowest
  for (std::size_t i = 0; i < fields.signal_count(); ++i) {
    const SignalFields signal = fields.signal(i);
    const auto value = [](std::string_view field) {
      const auto number = parse_number(field);
      return number ? number->value() : 0;
    };
    samples += value(signal.samples_per_record);
    const double reach = std::max(std::abs(value(signal.digital_min)), std::abs(value(signal.digital_max)));
    largest = std::max(largest, reach);
    smallest = std::min(smallest, reach);
  }
  const auto records = parse_number(fields.records);
  const auto fits = [&](int bytes) {
    return records && records->value() > 0 &&
           static_cast<double>(file_size) ==
               static_cast<double>(fields.bytes.size()) + bytes * records->value() * samples;
  };
  // Under BioSemi's own version a range beyond 16 bits is 24 bits' whatever the size.
  if (says_wide) return !fits(2) || (largest > narrow_limit && fields.version.substr(1) == "BIOSEMI");
  // Of a file cut off, or whose records were never counted, the ranges alone tell: all of them beyond 16 bits.
  return largest > narrow_limit && (fits(3) || (smallest > narrow_limit && !fits(2)));
}

bool looks_like_header(std::string_view bytes) {
  int numbers = 0;
  for (std::size_t field = 2; field < tail_fields; ++field) numbers += reads(bytes, field, 0) ? 1 : 0;
  return numbers >= 2;
}

std::optional<Error> find_shift(std::string_view bytes) {
  // One field that does not read is a bad field; a shift shows in several, or in the number of signals, which
  // leaves no room for blanks.
  int unreadable = 0;
  for (std::size_t field = 0; field < tail_fields; ++field) unreadable += reads(bytes, field, 0) ? 0 : 1;
  if (unreadable < 2 && reads(bytes, tail_fields - 1, 0)) return std::nullopt;
  // From field `first` on everything is moved; what stands before it is where it should be.
  for (std::size_t first = 0; first < tail_fields; ++first) {
    if (first > 0 && !reads(bytes, first - 1, 0)) break;
    for (const int shift : shifts) {
      bool all = length_agrees(bytes, first <= 2 ? shift : 0, shift);
      for (std::size_t field = first; field < tail_fields; ++field) all &= reads(bytes, field, shift);
      if (!all) continue;
      if (first > 0)
        return shifted(shift, first <= 2 ? words::say<"edf.where.date_and_time_fields">()
                                         : words::say<"edf.where.after_184">());
      const bool patient = cut(bytes, 88 + static_cast<std::size_t>(shift), 9) == "Startdate";
      return shifted(shift, patient ? words::say<"edf.where.patient">()
                                    : words::say<"edf.where.patient_and_recording">());
    }
  }
  return std::nullopt;
}

namespace {

/// How the signals' numeric fields look when moved by `shift`.
struct Alignment {
  bool readable = true;        ///< every one is a number
  bool left_justified = true;  ///< and begins where its field begins
};

Alignment alignment(const HeaderFields& fields, int shift) {
  Alignment result;
  const std::size_t count = fields.signal_count();
  for (std::size_t field = first_number; field <= samples_field; ++field) {
    if (field > last_number && field < samples_field) continue;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t at = offset_of(field, count) + 8 * i + static_cast<std::size_t>(shift);
      const std::string_view value = cut(fields.bytes, at, 8);
      result.readable &= parse_number(value).has_value();
      result.left_justified &= !value.empty() && value.front() != ' ';
    }
  }
  return result;
}

}  // namespace

std::optional<Error> find_signal_shift(const HeaderFields& fields, bool wide_samples,
                                       std::uint64_t file_size) {
  const Alignment here = alignment(fields, 0);
  if (here.readable && here.left_justified) return std::nullopt;
  const std::uint64_t residue = [&] {
    std::uint64_t record = 0;
    for (std::size_t i = 0; i < fields.signal_count(); ++i) {
      const auto samples = parse_number(fields.signal(i).samples_per_record);
      record += samples && samples->value() > 0 && samples->value() < 1e9
                    ? static_cast<std::uint64_t>(samples->value()) * (wide_samples ? 3 : 2)
                    : 0;
    }
    return record > 0 ? (file_size - fields.bytes.size()) % record : 0;
  }();
  for (const int shift : shifts) {
    const Alignment there = alignment(fields, shift);
    // A surplus of blanks can leave every field readable; then the size of the file must give it away too.
    const bool by_size = shift > 0 && residue == static_cast<std::uint64_t>(shift);
    if (there.readable && there.left_justified && (!here.readable || by_size))
      return shifted(shift, words::say<"edf.where.signals_part">());
  }
  return std::nullopt;
}

}  // namespace attune::edf
