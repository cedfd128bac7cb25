// Where a byte occurs among 64 others, as a bit mask: the one thing the scanner needs that Swift cannot say.
// Bit i stands for byte i. SSE2 belongs to every x86-64 and NEON to every arm64, so no flags are needed.

#ifndef CSCAN_H
#define CSCAN_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>

static inline uint64_t cscan_mask(const void *bytes, uint8_t byte) {
  const __m128i *p = (const __m128i *)bytes;
  const __m128i wanted = _mm_set1_epi8((char)byte);
  uint64_t a = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(p), wanted));
  uint64_t b = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(p + 1), wanted));
  uint64_t c = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(p + 2), wanted));
  uint64_t d = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_loadu_si128(p + 3), wanted));
  return a | b << 16 | c << 32 | d << 48;
}

static inline int cscan_contains(const void *bytes, uint8_t byte) {
  const __m128i *p = (const __m128i *)bytes;
  const __m128i wanted = _mm_set1_epi8((char)byte);
  __m128i a = _mm_cmpeq_epi8(_mm_loadu_si128(p), wanted);
  __m128i b = _mm_cmpeq_epi8(_mm_loadu_si128(p + 1), wanted);
  __m128i c = _mm_cmpeq_epi8(_mm_loadu_si128(p + 2), wanted);
  __m128i d = _mm_cmpeq_epi8(_mm_loadu_si128(p + 3), wanted);
  return _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d))) != 0;
}

#elif defined(__aarch64__)
#include <arm_neon.h>

static inline uint64_t cscan_mask(const void *bytes, uint8_t byte) {
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8_t *p = (const uint8_t *)bytes;
  const uint8x16_t wanted = vdupq_n_u8(byte), weight = vld1q_u8(weights);
  uint8x16_t a = vandq_u8(vceqq_u8(vld1q_u8(p), wanted), weight);
  uint8x16_t b = vandq_u8(vceqq_u8(vld1q_u8(p + 16), wanted), weight);
  uint8x16_t c = vandq_u8(vceqq_u8(vld1q_u8(p + 32), wanted), weight);
  uint8x16_t d = vandq_u8(vceqq_u8(vld1q_u8(p + 48), wanted), weight);
  uint8x16_t sum = vpaddq_u8(vpaddq_u8(a, b), vpaddq_u8(c, d));
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sum, sum)), 0);
}

static inline int cscan_contains(const void *bytes, uint8_t byte) { return cscan_mask(bytes, byte) != 0; }

#else

static inline uint64_t cscan_mask(const void *bytes, uint8_t byte) {
  const uint8_t *p = (const uint8_t *)bytes;
  uint64_t mask = 0;
  for (int i = 0; i < 64; i++) mask |= (uint64_t)(p[i] == byte) << i;
  return mask;
}

static inline int cscan_contains(const void *bytes, uint8_t byte) { return memchr(bytes, byte, 64) != 0; }

#endif

// The position of the lowest bit that is set; 63 where there is none.
static inline uint32_t cscan_lowest(uint64_t mask) {
  return (uint32_t)__builtin_ctzll(mask | (uint64_t)1 << 63);
}

#endif
