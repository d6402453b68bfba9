// Header fields as bytes -> text and numbers. Fields are fixed-width ASCII, left-justified, padded with
// blanks (Kemp et al. 1992); real files pad with NUL or on the left, write decimal commas and exponents, and
// use other alphabets. What was accepted beyond the specification is told, so that it can be listed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "base/words.hpp"

namespace attune::edf {

/// Bytes as characters, without copying.
inline std::string_view as_text(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The field up to its first NUL, without blanks at either end.
std::string_view trim(std::string_view field);

/// Whether `bytes` is well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
using attune::is_utf8;

/// Bytes for people: what is not printable ASCII as \xHH.
std::string printable(std::string_view bytes);

enum class Encoding { ascii, utf8, windows_1252, perhaps_shift_jis };

/// Text as UTF-8. Bytes that are not UTF-8 are read as Windows-1252, which gives every byte a character;
/// `perhaps_shift_jis` says that they also form Shift-JIS pairs throughout.
struct DecodedText {
  std::string text;
  Encoding encoding = Encoding::ascii;
};
DecodedText decode_text(std::string_view bytes);

/// The text without the part of a letter at its end, where it is UTF-8 but for that: programs cut texts at a number of
/// bytes (40). Of plain letters alone the last byte may be one of Windows-1252, unless the text has just that length.
std::string_view without_cut_letter(std::string_view text);

/// A decimal number, exactly: mantissa × 10^exponent.
struct Number {
  std::int64_t mantissa = 0;
  int exponent = 0;
  bool comma = false;          ///< decimal comma instead of a point
  bool exponent_form = false;  ///< "1e3"

  double value() const;
  /// The value if it is a whole number that fits 64 bits ("-32768.0" is one).
  std::optional<std::int64_t> whole() const;
};

/// The number in a field, nothing around it but padding; none if there is any other character, no digit, or
/// more than 18 significant digits. "inf" and "nan" are no numbers.
std::optional<Number> parse_number(std::string_view field);

/// Bytes of the sign at `at` that is no letter though it is no ASCII (dashes, quotes, hard and narrow blanks: U+0080 to
/// U+00BF but ª, µ and º, U+2000 to U+206F, U+2212); 0: there is none.
std::size_t sign_bytes(std::string_view text, std::size_t at);

/// Lower case, Latin letters without their accents, also decomposed ones: "RÉUNION" gives "reunion".
std::string folded(std::string_view text);

}  // namespace attune::edf
