// Where the fields and rows of CSV end, and whose rows they are: the loops that want what the processor at hand has, and
// Swift cannot say.

#ifndef CSCAN_H
#define CSCAN_H

#include <stdint.h>
#include <string.h>

// What is found in a window. Each array has room for one position per byte and 64 more.
typedef struct {
  // Delimiters and line breaks outside quotes; the line breaks inside quotes.
  uint32_t *ends, *quoted_breaks;
  // How many there are of each, and how many of the ends are line breaks.
  int64_t end_count, quoted_break_count, row_count;
} cscan_index;

// Adds to an index what is in the bytes from `start`, where a row begins, up to `count`, which is below 2^31.
//
// 64 bytes after `count` must be readable, and the first of them be the one that follows, or 0 at the end of the
// input. Returns whether it came to the end: not so where a quote neither opens nor closes a whole field. Then the
// index ends before that quote.
int cscan_rows(const uint8_t *window, int64_t start, int64_t count, uint8_t delimiter, cscan_index *index);

// Rows of a window that all have `width` fields.
typedef struct {
  const uint8_t *window;
  // Where the fields end, the one before the first at -1; see `cscan_index`.
  const uint32_t *ends;
  int64_t rows, width;
} cscan_table;

// Parts into which the names of a row are cut, and the bytes that one takes; and how many places an entry is looked for
// in.
#define CSCAN_PARTS 6
#define CSCAN_ROOM 64
#define CSCAN_REACH 8

// A part of the names in columns that stand side by side, from `first` to `last`: their bytes from `offset` on, as they
// stand, delimiters between them and the first byte of a line break of two included. They have to end in the part for
// which `is_end` is 1. `offset` is a multiple of CSCAN_ROOM below CSCAN_PARTS of them.
typedef struct {
  int32_t first, last, offset, is_end;
} cscan_part;

// The parts of a row's names, zeros behind each, and for each part how long the names are that it is of, a byte for each;
// or CSCAN_TOO_LONG where they do not end in their last part.
typedef struct {
  uint8_t parts[CSCAN_PARTS][CSCAN_ROOM];
  uint64_t lengths, hash;
} cscan_names;

#define CSCAN_TOO_LONG 0xFFFFFFFFFFFFFFFFu

// Known names of rows, cut into those parts, which ascend. There are `mask` + 1 places, a power of two: each 0, or one
// more than the position of its entry. An entry is a number that is not negative, the lengths, and the parts.
typedef struct {
  const cscan_part *parts;
  int64_t part_count;
  const uint32_t *places;
  uint64_t mask;
  const uint8_t *entries;
} cscan_known;

// The names of a row.
void cscan_read_names(const cscan_table *table, const cscan_known *known, int64_t row, cscan_names *names);

// By row, the number of its names; -1 where they are not known. Returns how many are not. 64 bytes behind each field
// must be readable.
int64_t cscan_find_names(const cscan_table *table, const cscan_known *known, int64_t *numbers);

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
