// Several numbers side by side, one of each of several series: every operation is done on all by one instruction, and each
// comes out with the digits that it would have alone. KissFFT, a template over its scalar, so transforms several series at
// once.
//
// SSE2 (every x86-64), NEON and WebAssembly's SIMD hold two doubles, AVX2 four; elsewhere the compiler takes them in turn.
// The standard leaves std::complex of such a type open, and a std::exp of one's own; in libstdc++ and libc++ the first is a
// pair of them and the second is taken. What would differ between the two, product and exponential, is written here.
#pragma once

#include <cmath>
#include <complex>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace attune::dsp {

/// Written out: GCC forgets a size that hangs on a template's argument.
template <std::size_t n>
struct VectorTypes;
template <>
struct VectorTypes<2> {
  using Doubles = double __attribute__((vector_size(16)));
  using Whole = std::int64_t __attribute__((vector_size(16)));
};
template <>
struct VectorTypes<4> {
  using Doubles = double __attribute__((vector_size(32)));
  using Whole = std::int64_t __attribute__((vector_size(32)));
};

template <std::size_t n>
struct Lanes {
  using All = typename VectorTypes<n>::Doubles;
  /// All bits of a place, or none.
  using Which = typename VectorTypes<n>::Whole;

  All all{};

  Lanes() = default;
  Lanes(double same) : all(same - All{}) {}  // NOLINT: constants stand in formulas as they are
  Lanes(double first, double second) requires(n == 2) : all{first, second} {}
  Lanes(All values) : all(values) {}  // NOLINT
  /// The first: KissFFT asks for the arc cosine of -1.
  operator double() const { return all[0]; }  // NOLINT
  double operator[](std::size_t which) const { return all[which]; }

  friend Lanes operator-(Lanes a) { return -a.all; }
  friend Lanes operator+(Lanes a, Lanes b) { return a.all + b.all; }
  friend Lanes operator-(Lanes a, Lanes b) { return a.all - b.all; }
  friend Lanes operator*(Lanes a, Lanes b) { return a.all * b.all; }
  friend Lanes operator/(Lanes a, Lanes b) { return a.all / b.all; }
  friend Lanes operator*(std::size_t times, Lanes a) { return Lanes(static_cast<double>(times)) * a; }
  friend Lanes operator/(Lanes a, std::size_t by) { return a / Lanes(static_cast<double>(by)); }
  Lanes& operator+=(Lanes b) { return *this = *this + b; }
  Lanes& operator-=(Lanes b) { return *this = *this - b; }
  Lanes& operator*=(Lanes b) { return *this = *this * b; }

  friend Which operator<(Lanes a, Lanes b) { return a.all < b.all; }
  friend Which operator>(Lanes a, Lanes b) { return a.all > b.all; }
  friend Which operator<=(Lanes a, Lanes b) { return a.all <= b.all; }
  friend Which operator==(Lanes a, Lanes b) { return a.all == b.all; }

  /// By place, `yes` or `no`.
  friend Lanes chosen(Which which, Lanes yes, Lanes no) { return which ? yes.all : no.all; }
  friend Lanes magnitude(Lanes a) {
    constexpr std::int64_t sign = std::numeric_limits<std::int64_t>::min();
    return reinterpret_cast<All>(reinterpret_cast<Which>(a.all) & ~(Which{} + sign));
  }
};

using Two = Lanes<2>;
using ComplexTwo = std::complex<Two>;

template <std::size_t n>
std::complex<Lanes<n>> operator*(const std::complex<Lanes<n>>& a, const std::complex<Lanes<n>>& b) {
  return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
}

template <std::size_t n>
std::complex<Lanes<n>> exponential(const std::complex<Lanes<n>>& z) {
  Lanes<n> real, imaginary;
  for (std::size_t i = 0; i < n; ++i) {
    const double size = std::exp(z.real()[i]);
    real.all[i] = size * std::cos(z.imag()[i]);
    imaginary.all[i] = size * std::sin(z.imag()[i]);
  }
  return {real, imaginary};
}

}  // namespace attune::dsp

template <>
inline attune::dsp::ComplexTwo std::exp(const attune::dsp::ComplexTwo& z) {
  return attune::dsp::exponential(z);
}
