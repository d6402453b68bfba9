#include "edf/duration.hpp"

#include <algorithm>
#include <numeric>

#include "edf/text.hpp"

namespace attune::edf {

namespace {

/// The decimal itself as a fraction; the header's range guard keeps both parts within 10^14.
Rational as_printed(const Number& number) {
  std::int64_t numerator = number.mantissa, denominator = 1;
  for (int power = number.exponent; power > 0; --power) numerator *= 10;
  for (int power = number.exponent; power < 0; ++power) {
    if (numerator % 10 == 0)
      numerator /= 10;
    else
      denominator *= 10;
  }
  const std::int64_t common = std::gcd(numerator, denominator);
  return {numerator / common, denominator / common};
}

/// Whether all rates are whole numbers of 1/`per` Hz.
bool rates_are_whole(std::span<const std::int64_t> samples_per_record, const Rational& duration,
                     std::int64_t per) {
  return std::all_of(samples_per_record.begin(), samples_per_record.end(), [&](std::int64_t samples) {
    return per % (duration.numerator / std::gcd(samples, duration.numerator)) == 0;
  });
}

/// The fraction of smallest denominator from low/scale to high/scale (Stern 1858, Brocot 1861); none below
/// 10^4.
std::optional<Rational> simplest_between(std::int64_t low, std::int64_t high, std::int64_t scale) {
  constexpr int most_steps = 20000;
  constexpr std::int64_t largest_denominator = 10000;
  std::int64_t a = 0, b = 1, c = 1, d = 0;  // a/b < x < c/d
  for (int step = 0; step < most_steps && b + d <= largest_denominator; ++step) {
    const std::int64_t p = a + c, q = b + d;
    if (p * scale < low * q)
      a = p, b = q;
    else if (p * scale > high * q)
      c = p, d = q;
    else
      return Rational{p, q};
  }
  return std::nullopt;
}

}  // namespace

Rational true_duration(std::string_view field, std::span<const std::int64_t> samples_per_record) {
  const auto number = parse_number(field);
  if (!number || number->mantissa <= 0) return {};
  const Rational printed = as_printed(*number);
  constexpr std::int64_t thousandths = 1000;  // 512.123 Hz may be meant; 300.0003 Hz is not
  constexpr std::size_t field_width = 8;
  constexpr int fewest_decimals = 4;
  const bool cut =
      field.size() >= field_width && number->exponent <= -fewest_decimals && !number->exponent_form;
  if (samples_per_record.empty() || !cut || rates_are_whole(samples_per_record, printed, thousandths))
    return printed;
  std::int64_t scale = 1;
  for (int power = number->exponent; power < 0; ++power) scale *= 10;
  const auto simple = simplest_between(number->mantissa - 1, number->mantissa + 1, scale);
  return simple && rates_are_whole(samples_per_record, *simple, 1) ? *simple : printed;
}

Ticks ticks_of(std::uint64_t index, const Rational& duration_s) {
  // whole + rest/denominator ticks a record; every product stays within 64 bits (header.cpp guards the
  // range).
  const std::int64_t n = static_cast<std::int64_t>(index), d = duration_s.denominator;
  const std::int64_t whole_s = duration_s.numerator / d, rest = duration_s.numerator % d;
  const std::int64_t whole_rounds = n / d * rest, last_round = n % d * rest;  // in units of 1/d s
  const std::int64_t seconds_part = n * whole_s + whole_rounds + last_round / d;
  return seconds_part * ticks_per_second + (last_round % d * ticks_per_second + d / 2) / d;
}

}  // namespace attune::edf
