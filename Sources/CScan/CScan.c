#include "CScan.h"

// The loop is compiled for any x86-64 and for those since 2013 or so; which one runs is decided when the program is
// loaded, where the system can do that. The thread sanitizer is not up yet by then.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define CSCAN_ONE_VERSION
#endif
#endif
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(CSCAN_ONE_VERSION)
#define FOR_THE_PROCESSOR_AT_HAND __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_THE_PROCESSOR_AT_HAND
#endif

typedef uint8_t bytes64 __attribute__((ext_vector_type(64)));
typedef _Bool bits64 __attribute__((ext_vector_type(64)));

// Where a byte occurs among 64 others, as a mask: bit i stands for byte i.
#define MASK(block, byte)                                              \
  ({                                                                   \
    bits64 is_same = __builtin_convertvector((block) == (byte), bits64); \
    uint64_t mask;                                                     \
    memcpy(&mask, &is_same, sizeof mask);                              \
    mask;                                                              \
  })

// The position of the lowest bit that is set; 64 where there is none.
#define LOWEST(mask) ((mask) ? (uint32_t)__builtin_ctzll(mask) : 64)

// Sixty-four bytes at a time: a mask each of delimiters, line breaks and quotes, and the running exclusive or of the
// quotes tells which of the others lie inside quoted fields, without a branch per field.
FOR_THE_PROCESSOR_AT_HAND
int cscan_rows(const uint8_t *window, int64_t start, int64_t count, uint8_t delimiter, cscan_index *index) {
  uint32_t *end = index->ends + index->end_count, *row_end = index->row_ends + index->row_count;
  uint32_t *quoted_break = index->quoted_breaks + index->quoted_break_count;
  // Whether the byte before lies inside quotes, in every bit; and in the lowest one whether it lets a quote open a
  // field, as a row's beginning does.
  uint64_t inside = 0, opener = 1, odd = 0;
  for (int64_t offset = start; offset < count && !odd; offset += 64) {
    bytes64 block;
    memcpy(&block, window + offset, 64);
    const int64_t left = count - offset;
    const uint64_t valid = left >= 64 ? ~(uint64_t)0 : ((uint64_t)1 << left) - 1;
    const uint64_t quotes = MASK(block, '"') & valid;
    uint64_t breaks = MASK(block, '\n');
    const uint64_t returns = MASK(block, '\r');
    if (returns) {
      const uint64_t next = window[offset + 64] == '\n' ? (uint64_t)1 << 63 : 0;
      breaks |= returns & ~(breaks >> 1 | next);
    }
    breaks &= valid;
    const uint64_t marks = (MASK(block, delimiter) & valid) | breaks;

    uint64_t quoted = quotes ^ quotes << 1;
    quoted ^= quoted << 2;
    quoted ^= quoted << 4;
    quoted ^= quoted << 8;
    quoted ^= quoted << 16;
    quoted ^= quoted << 32;
    quoted ^= inside;
    odd = quotes & quoted & ~((marks | quotes) << 1 | opener);
    // What stands before the odd quote is as good as ever.
    const uint64_t good = odd ? (odd & -odd) - 1 : ~(uint64_t)0;
    inside = (uint64_t)((int64_t)quoted >> 63);
    opener = (marks | quotes) >> 63;
    uint64_t fields = marks & ~quoted & good, rows = breaks & ~quoted & good;
    uint64_t inner = breaks & quoted & good;

    const uint32_t base = (uint32_t)offset;
    uint32_t *slot = end;
    end += __builtin_popcountll(fields);
    // Eight at once whatever their number: what is written beyond it is overwritten by the next.
    do {
      for (int i = 0; i < 8; i++) {
        slot[i] = base + LOWEST(fields);
        fields &= fields - 1;
      }
      slot += 8;
    } while (slot < end);
    // One or two at once, since how many there are cannot be guessed.
    for (int i = 0; i < 2; i++) {
      *row_end = base + LOWEST(rows);
      row_end += rows != 0;
      rows &= rows - 1;
    }
    for (; rows; rows &= rows - 1) *row_end++ = base + LOWEST(rows);
    for (; inner; inner &= inner - 1) *quoted_break++ = base + LOWEST(inner);
  }
  index->end_count = end - index->ends;
  index->row_count = row_end - index->row_ends;
  index->quoted_break_count = quoted_break - index->quoted_breaks;
  return !odd;
}
