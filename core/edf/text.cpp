#include "edf/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.hpp"
#include "base/words.hpp"

namespace attune::edf {

std::string_view trim(std::string_view field) {
  field = field.substr(0, field.find('\0'));
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!field.empty() && blank(field.front())) field.remove_prefix(1);
  while (!field.empty() && blank(field.back())) field.remove_suffix(1);
  return field;
}

namespace {

/// True if every byte from 0x80 up belongs to a Shift-JIS pair (JIS X 0208) and there are two pairs at least.
bool forms_shift_jis(std::string_view bytes) {
  int pairs = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    if (lead < 0x80) continue;
    const bool is_lead = (lead >= 0x81 && lead <= 0x9F) || (lead >= 0xE0 && lead <= 0xEF);
    if (!is_lead || i + 1 == bytes.size()) return false;
    const auto trail = static_cast<unsigned char>(bytes[++i]);
    if (trail < 0x40 || trail == 0x7F || trail > 0xFC) return false;
    ++pairs;
  }
  return pairs >= 2;
}

/// Bytes at the end that begin a UTF-8 sequence and break off; 0 if there are none.
std::size_t cut_tail(std::string_view bytes) {
  for (std::size_t length = 1; length <= 3 && length <= bytes.size(); ++length) {
    const std::string_view tail = bytes.substr(bytes.size() - length);
    const auto lead = static_cast<unsigned char>(tail[0]);
    if ((lead & 0xC0u) == 0x80u) continue;  // goes on with what stands before it
    std::string whole(tail);
    const std::size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || length >= wanted) return 0;
    // Some continuation must make it whole; 0x80 does not after 0xE0 and 0xF0, 0xBF not after 0xED and 0xF4.
    for (const char next : {'\x80', '\xBF'}) {
      whole = tail;
      whole.resize(wanted, next);
      if (utf8_sequence(whole) == wanted) return length;
    }
    return 0;
  }
  return 0;
}

/// The length of text in UTF-8 whose last letter was cut by a field's end, without what is left of that letter; none if
/// it is no such text. A letter before it must be whole, or the rest be one that no word of Windows-1252 ends with: a
/// capital with a tilde or circumflex after a small letter.
std::optional<std::size_t> length_before_cut(std::string_view bytes) {
  const std::size_t cut = cut_tail(bytes);
  const std::string_view rest = bytes.substr(0, bytes.size() - cut);
  if (cut == 0 || !is_utf8(rest)) return std::nullopt;
  for (const char c : rest)
    if (static_cast<unsigned char>(c) >= 0x80) return rest.size();
  const bool no_end_of_word = cut == 1 && (bytes.back() == '\xC3' || bytes.back() == '\xC2') &&
                              !rest.empty() && rest.back() >= 'a' && rest.back() <= 'z';
  return no_end_of_word ? std::optional(rest.size()) : std::nullopt;
}

}  // namespace

std::string printable(std::string_view bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= ' ' && byte < 0x7F)
      out += c;
    else
      out.append("\\x").append({digits[byte >> 4], digits[byte & 15]});
  }
  return out;
}

std::string_view without_cut_letter(std::string_view text) {
  constexpr std::size_t usual_cut = 40, longest_part = 3;
  if (is_utf8(text)) return text;
  for (std::size_t part = 1; part <= longest_part && part < text.size(); ++part) {
    const std::string_view whole = text.substr(0, text.size() - part);
    const auto lead = static_cast<unsigned char>(text[whole.size()]);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (part >= length || !is_utf8(whole)) continue;
    const bool has_letters = std::any_of(whole.begin(), whole.end(), [](char c) { return (c & 0x80) != 0; });
    if (has_letters || text.size() == usual_cut) return whole;
  }
  return text;
}

DecodedText decode_text(std::string_view bytes) {
  bool ascii = true;
  for (const char c : bytes) ascii &= static_cast<unsigned char>(c) < 0x80;
  if (ascii) return {std::string(bytes), Encoding::ascii};
  if (is_utf8(bytes)) return {std::string(bytes), Encoding::utf8};
  if (const auto length = length_before_cut(bytes))
    return {std::string(bytes.substr(0, *length)), Encoding::utf8};
  return {from_windows_1252(bytes),
          forms_shift_jis(bytes) ? Encoding::perhaps_shift_jis : Encoding::windows_1252};
}

double Number::value() const {
  // An 8-byte field has at most 8 digits, so one correctly rounded operation is all there is up to 10^22.
  constexpr std::array<double, 23> tens{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                        1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                        1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  double value = static_cast<double>(mantissa);
  int power = exponent;
  for (; power > 22; power -= 22) value *= 1e22;
  for (; power < -22; power += 22) value /= 1e22;
  return power >= 0 ? value * tens[power] : value / tens[-power];
}

std::optional<std::int64_t> Number::whole() const {
  std::int64_t value = mantissa;
  int power = exponent;
  for (; power < 0 && value != 0; ++power) {
    if (value % 10 != 0) return std::nullopt;
    value /= 10;
  }
  for (; power > 0 && value != 0; --power) {
    if (value > INT64_MAX / 10 || value < INT64_MIN / 10) return std::nullopt;
    value *= 10;
  }
  return value;
}

std::optional<Number> parse_number(std::string_view field) {
  std::string_view rest = trim(field);
  const auto digit = [&] { return !rest.empty() && rest.front() >= '0' && rest.front() <= '9'; };
  const auto sign = [&] {
    const bool negative = !rest.empty() && rest.front() == '-';
    if (negative || (!rest.empty() && rest.front() == '+')) rest.remove_prefix(1);
    return negative;
  };
  Number number;
  const bool negative = sign();
  int digits = 0, significant = 0;
  bool fraction = false;
  while (digit() || (!fraction && !rest.empty() && (rest.front() == '.' || rest.front() == ','))) {
    const char c = rest.front();
    rest.remove_prefix(1);
    if (c == '.' || c == ',') {
      fraction = true;
      number.comma = c == ',';
      continue;
    }
    ++digits;
    if (number.mantissa != 0 || c != '0') ++significant;
    if (significant > 18) return std::nullopt;
    number.mantissa = 10 * number.mantissa + (c - '0');
    if (fraction) --number.exponent;
  }
  if (digits == 0) return std::nullopt;
  if (!rest.empty() && (rest.front() == 'e' || rest.front() == 'E')) {
    rest.remove_prefix(1);
    number.exponent_form = true;
    const bool negative_exponent = sign();
    int power = 0, power_digits = 0;
    for (; digit() && power_digits < 4; ++power_digits) {
      power = 10 * power + (rest.front() - '0');
      rest.remove_prefix(1);
    }
    if (power_digits == 0) return std::nullopt;
    number.exponent += negative_exponent ? -power : power;
  }
  if (!rest.empty()) return std::nullopt;
  if (negative) number.mantissa = -number.mantissa;
  if (!std::isfinite(number.value())) return std::nullopt;
  return number;
}

std::size_t sign_bytes(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t ahead) {
    return static_cast<unsigned char>(at + ahead < text.size() ? text[at + ahead] : 0);
  };
  if (byte(0) == 0xC2) return byte(1) == 0xAA || byte(1) == 0xB5 || byte(1) == 0xBA ? 0 : 2;
  const bool punctuation = byte(0) == 0xE2 && (byte(1) == 0x80 || (byte(1) == 0x81 && byte(2) < 0xB0));
  return punctuation || (byte(0) == 0xE2 && byte(1) == 0x88 && byte(2) == 0x92) ? 3 : 0;
}

std::string folded(std::string_view text) {
  // U+00C0 to U+00FF, without their accents; a blank stands for what is no letter with an accent.
  static constexpr std::string_view plain =
      "aaaaaa ceeeeiiii nooooo  uuuuy  aaaaaa ceeeeiiii nooooo  uuuuy y";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
    if (byte == 0xC3 && next >= 0x80 && next < 0xC0 && plain[next - 0x80] != ' ') {
      out += plain[next - 0x80];
      ++i;
    } else if ((byte == 0xCC && next >= 0x80) || (byte == 0xCD && next >= 0x80 && next < 0xB0)) {
      ++i;  // a combining accent
    } else {
      out += text[i];
    }
  }
  return lower(out);
}

}  // namespace attune::edf
