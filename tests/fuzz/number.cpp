// Header numbers and TAL times: any bytes, no undefined arithmetic, and agreement between forms.
#include "edf/duration.hpp"
#include "edf/tal.hpp"
#include "edf/text.hpp"
#include "fuzz.hpp"

using namespace attune;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  if (const auto number = edf::parse_number(text)) {
    require(std::isfinite(number->value()), "a number is finite");
    if (const auto whole = number->whole())
      require(std::abs(number->value() - static_cast<double>(*whole)) <= std::abs(number->value()) * 1e-15,
              "a whole number is its value");
  }
  if (const auto ticks = edf::parse_ticks(text))
    require(std::abs(ticks->ticks) <= 100'000'000'010'000'000, "times are bounded");
  // The header parser asks for the fraction of a field only within its range guard.
  const std::string_view field = text.substr(0, 8);
  const auto number = edf::parse_number(field);
  if (number && number->value() >= 1e-6 && number->value() <= 1e6) {
    const std::int64_t samples[] = {1, 100, 255, 99999999};
    const edf::Rational duration = edf::true_duration(edf::trim(field), samples);
    require(duration.numerator > 0 && duration.denominator > 0, "a duration is positive");
    const double last_digit = std::pow(10.0, number->exponent);
    require(std::abs(duration.value() - number->value()) <= 1.000001 * last_digit,
            "a duration stays within its last digit");
    edf::Ticks before = 0;
    for (const std::uint64_t index : {1u, 2u, 1000u, 4000u}) {
      const edf::Ticks time = edf::ticks_of(index, duration);
      require(time >= before, "time goes on");
      before = time;
    }
  }
  return 0;
}
