// Where the fields and rows of CSV end: the one loop that wants what the processor at hand has, and Swift cannot say.

#ifndef CSCAN_H
#define CSCAN_H

#include <stdint.h>
#include <string.h>

// What is found in a window. Each array has room for one position per byte and 64 more.
typedef struct {
  // Delimiters and line breaks outside quotes; the line breaks among them; the line breaks inside quotes.
  uint32_t *ends, *row_ends, *quoted_breaks;
  // How many there are of each.
  int64_t end_count, row_count, quoted_break_count;
} cscan_index;

// Adds to an index what is in the bytes from `start`, where a row begins, up to `count`, which is below 2^31.
//
// 64 bytes after `count` must be readable, and the first of them be the one that follows, or 0 at the end of the
// input. Returns whether it came to the end: not so where a quote neither opens nor closes a whole field. Then the
// index ends before that quote.
int cscan_rows(const uint8_t *window, int64_t start, int64_t count, uint8_t delimiter, cscan_index *index);

// Sixteen bytes as two words, the first byte in the lowest place.
typedef struct {
  uint64_t low, high;
} cscan_words;

// The first `count` of sixteen bytes that can be read, or all of them; zeros in place of the others.
static inline cscan_words cscan_head(const void *bytes, int64_t count) {
  static const uint8_t masks[32] = {255, 255, 255, 255, 255, 255, 255, 255,
                                    255, 255, 255, 255, 255, 255, 255, 255};
  const uint8_t *mask = masks + (count < 16 ? 16 - count : 0);
  cscan_words words, kept;
  memcpy(&words, bytes, 16);
  memcpy(&kept, mask, 16);
  words.low &= kept.low;
  words.high &= kept.high;
  return words;
}

#endif
