#include "base/sha256.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace attune {
namespace {

alignas(16) constexpr std::array<std::uint32_t, 64> round_constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

/// Four words of the schedule: what the compiler computes side by side where the processor, or WebAssembly, can.
using FourWords = std::uint32_t __attribute__((vector_size(16)));

template <int bits>
FourWords rotr(FourWords words) {
  return words >> bits | words << (32 - bits);
}

/// One round; the new values of `d` and `h` are those of `e` and `a` in the next.
inline void round(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t& d, std::uint32_t e,
                  std::uint32_t f, std::uint32_t g, std::uint32_t& h, std::uint32_t constant_and_word) {
  h += (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + (g ^ (e & (f ^ g))) + constant_and_word;
  d += h;
  h += (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) | (c & (a | b)));
}

/// The four words that follow on sixteen. The last two are made of the first two, so that what all four take from the
/// words before them is added in two steps.
inline FourWords extend(FourWords w0, FourWords w4, FourWords w8, FourWords w12) {
  const FourWords after = __builtin_shufflevector(w0, w4, 1, 2, 3, 4);
  const FourWords sum =
      w0 + (rotr<7>(after) ^ rotr<18>(after) ^ after >> 3) + __builtin_shufflevector(w8, w12, 1, 2, 3, 4);
  const auto with = [&](FourWords before) {
    return sum + (rotr<17>(before) ^ rotr<19>(before) ^ before >> 10);
  };
  const FourWords first = with(__builtin_shufflevector(w12, w12, 2, 3, 2, 3));
  const FourWords last = with(__builtin_shufflevector(first, first, 0, 1, 0, 1));
  return __builtin_shufflevector(first, last, 0, 1, 6, 7);
}

inline FourWords four_words(const std::uint8_t* bytes) {
  using Bytes = std::uint8_t __attribute__((vector_size(16)));
  Bytes read;
  std::memcpy(&read, bytes, sizeof(read));
  if constexpr (std::endian::native == std::endian::little)
    read = __builtin_shufflevector(read, read, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
  return FourWords(read);
}

/// What each of four rounds from `first` on adds: its word of the schedule and its constant.
inline void add_constants(FourWords words, int first, std::uint32_t* sums) {
  FourWords constants;
  std::memcpy(&constants, round_constants.data() + first, sizeof(constants));
  words += constants;
  std::memcpy(sums, &words, sizeof(words));
}

void take_block(Sha256State& state, const std::uint8_t* bytes) {
  // Sixteen words of the schedule, of which the next eight rounds take the first eight.
  FourWords w0 = four_words(bytes), w4 = four_words(bytes + 16), w8 = four_words(bytes + 32),
            w12 = four_words(bytes + 48);
  auto [a, b, c, d, e, f, g, h] = state;
  for (int from = 0; from < 64; from += 8) {
    std::array<std::uint32_t, 8> sums;
    add_constants(w0, from, sums.data());
    add_constants(w4, from + 4, sums.data() + 4);
    // Eight rounds bring every variable back to its own name, so that none is moved.
    round(a, b, c, d, e, f, g, h, sums[0]);
    round(h, a, b, c, d, e, f, g, sums[1]);
    round(g, h, a, b, c, d, e, f, sums[2]);
    round(f, g, h, a, b, c, d, e, sums[3]);
    round(e, f, g, h, a, b, c, d, sums[4]);
    round(d, e, f, g, h, a, b, c, sums[5]);
    round(c, d, e, f, g, h, a, b, sums[6]);
    round(b, c, d, e, f, g, h, a, sums[7]);
    const FourWords w16 = extend(w0, w4, w8, w12);
    const FourWords w20 = extend(w4, w8, w12, w16);
    w0 = w8;
    w4 = w12;
    w8 = w16;
    w12 = w20;
  }
  const Sha256State step{a, b, c, d, e, f, g, h};
  for (int i = 0; i < 8; ++i) state[i] += step[i];
}

#if defined(__x86_64__)
#define ATTUNE_SHA_INSTRUCTIONS __attribute__((target("sha,sse4.1")))

/// Four rounds, with the four words of the schedule that they take.
ATTUNE_SHA_INSTRUCTIONS inline void four_rounds(__m128i& abef, __m128i& cdgh, __m128i words, int first) {
  const __m128i* const constants = reinterpret_cast<const __m128i*>(round_constants.data() + first);
  const __m128i sums = _mm_add_epi32(words, _mm_load_si128(constants));
  cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sums);
  abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_unpackhi_epi64(sums, sums));
}

/// The four words that follow on sixteen.
ATTUNE_SHA_INSTRUCTIONS inline __m128i next_words(__m128i w0, __m128i w4, __m128i w8, __m128i w12) {
  const __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(w0, w4), _mm_alignr_epi8(w12, w8, 4));
  return _mm_sha256msg2_epu32(sum, w12);
}

/// Intel's SHA extensions (Gulley et al. 2013): they keep the state as the words A B E F and C D G H.
ATTUNE_SHA_INSTRUCTIONS void take_blocks_by_instructions(Sha256State& state, const std::uint8_t* bytes,
                                                         std::size_t blocks) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  auto* const kept = reinterpret_cast<__m128i*>(state.data());
  const __m128i badc = _mm_shuffle_epi32(_mm_loadu_si128(kept), 0xb1);
  const __m128i hgfe = _mm_shuffle_epi32(_mm_loadu_si128(kept + 1), 0x1b);
  __m128i abef = _mm_alignr_epi8(badc, hgfe, 8);
  __m128i cdgh = _mm_blend_epi16(hgfe, badc, 0xf0);
  for (; blocks > 0; --blocks, bytes += 64) {
    const __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i w[4];
    for (int i = 0; i < 4; ++i) {
      w[i] = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes) + i), big_endian);
      four_rounds(abef, cdgh, w[i], 4 * i);
    }
    for (int first = 16; first < 64; first += 16) {
      for (int i = 0; i < 4; ++i) {
        w[i] = next_words(w[i], w[(i + 1) & 3], w[(i + 2) & 3], w[(i + 3) & 3]);
        four_rounds(abef, cdgh, w[i], first + 4 * i);
      }
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  const __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
  const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
  _mm_storeu_si128(kept, _mm_blend_epi16(feba, dchg, 0xf0));
  _mm_storeu_si128(kept + 1, _mm_alignr_epi8(dchg, feba, 8));
}

bool has_sha_instructions() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1)) return false;
  constexpr unsigned sha = 1u << 29;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & sha);
}
#undef ATTUNE_SHA_INSTRUCTIONS
#endif

}  // namespace

void sha256_blocks_plain(Sha256State& state, const std::uint8_t* bytes, std::size_t blocks) {
  for (; blocks > 0; --blocks, bytes += 64) take_block(state, bytes);
}

Sha256Blocks sha256_blocks() {
#if defined(__x86_64__)
  static const bool by_instructions = has_sha_instructions();
  if (by_instructions) return take_blocks_by_instructions;
#endif
  return sha256_blocks_plain;
}

void Sha256::update(std::span<const std::uint8_t> bytes) {
  std::size_t held = length_ % 64;
  length_ += bytes.size();
  if (held > 0) {
    const std::size_t take = std::min(bytes.size(), 64 - held);
    std::copy_n(bytes.begin(), take, buffer_.begin() + held);
    bytes = bytes.subspan(take);
    held += take;
    if (held < 64) return;
    take_blocks_(state_, buffer_.data(), 1);
  }
  // A browser compiles what runs long a second time, and better, but runs that from the next call on only.
  constexpr std::size_t blocks_a_call = 64;
  while (bytes.size() >= 64) {
    const std::size_t blocks = std::min(bytes.size() / 64, blocks_a_call);
    take_blocks_(state_, bytes.data(), blocks);
    bytes = bytes.subspan(64 * blocks);
  }
  std::copy(bytes.begin(), bytes.end(), buffer_.begin());
}

std::string Sha256::hex() {
  const std::uint64_t bits = length_ * 8;
  std::array<std::uint8_t, 72> tail{0x80};
  const std::size_t padding = (length_ % 64 < 56 ? 56 : 120) - length_ % 64;
  for (int i = 0; i < 8; ++i) tail[padding + i] = static_cast<std::uint8_t>(bits >> (56 - 8 * i));
  update({tail.data(), padding + 8});
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint32_t word : state_)
    for (int shift = 28; shift >= 0; shift -= 4) text += digits[(word >> shift) & 15];
  return text;
}

std::string sha256_hex(std::span<const std::uint8_t> bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.hex();
}

}  // namespace attune
