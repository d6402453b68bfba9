// Two numbers side by side, one of each of two series: every operation is done on both by one instruction, and each
// comes out with the digits that it would have alone. KissFFT, a template over its scalar, so transforms two series
// at once.
//
// SSE2 (every x86-64), NEON and WebAssembly's SIMD hold two doubles; elsewhere the compiler takes them in turn.
// The standard leaves std::complex of such a type open, and a std::exp of one's own; in libstdc++ and libc++ the first is a
// pair of them and the second is taken. What would differ between the two, product and exponential, is written here.
#pragma once

#include <complex>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace attune::dsp {

struct Two {
  using Both = double __attribute__((vector_size(16)));
  /// All bits of a place, or none.
  using Which = std::int64_t __attribute__((vector_size(16)));

  Both both{};

  Two() = default;
  Two(double same) : both{same, same} {}  // NOLINT: constants stand in formulas as they are
  Two(double first, double second) : both{first, second} {}
  Two(Both values) : both(values) {}  // NOLINT
  /// The first: KissFFT asks for the arc cosine of -1.
  operator double() const { return both[0]; }  // NOLINT
  double operator[](std::size_t which) const { return both[which]; }

  friend Two operator-(Two a) { return -a.both; }
  friend Two operator+(Two a, Two b) { return a.both + b.both; }
  friend Two operator-(Two a, Two b) { return a.both - b.both; }
  friend Two operator*(Two a, Two b) { return a.both * b.both; }
  friend Two operator/(Two a, Two b) { return a.both / b.both; }
  friend Two operator*(std::size_t n, Two a) { return Two(static_cast<double>(n)) * a; }
  friend Two operator/(Two a, std::size_t n) { return a / Two(static_cast<double>(n)); }
  Two& operator+=(Two b) { return *this = *this + b; }
  Two& operator-=(Two b) { return *this = *this - b; }
  Two& operator*=(Two b) { return *this = *this * b; }

  friend Which operator<(Two a, Two b) { return a.both < b.both; }
  friend Which operator>(Two a, Two b) { return a.both > b.both; }
  friend Which operator<=(Two a, Two b) { return a.both <= b.both; }
  friend Which operator==(Two a, Two b) { return a.both == b.both; }
};

/// By place, `yes` or `no`.
inline Two chosen(Two::Which which, Two yes, Two no) {
  return which ? yes.both : no.both;
}
inline Two magnitude(Two a) {
  constexpr std::int64_t sign = std::numeric_limits<std::int64_t>::min();
  return reinterpret_cast<Two::Both>(reinterpret_cast<Two::Which>(a.both) & ~Two::Which{sign, sign});
}

using ComplexTwo = std::complex<Two>;
inline ComplexTwo operator*(const ComplexTwo& a, const ComplexTwo& b) {
  return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
}

}  // namespace attune::dsp

template <>
inline attune::dsp::ComplexTwo std::exp(const attune::dsp::ComplexTwo& z) {
  const auto first = std::exp(std::complex<double>(z.real()[0], z.imag()[0]));
  const auto second = std::exp(std::complex<double>(z.real()[1], z.imag()[1]));
  return {{first.real(), second.real()}, {first.imag(), second.imag()}};
}
