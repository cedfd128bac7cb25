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

// Columns of names, and bytes of a field, that can be looked up, one less than a power of two; the room that a field
// takes; and how many places an entry is looked for in.
#define CSCAN_NAMES 6
#define CSCAN_NAME_BYTES 31
#define CSCAN_NAME_ROOM 32
#define CSCAN_REACH 8

// Columns of names, in a window whose rows all have `width` fields.
typedef struct {
  const uint8_t *window;
  // Where the fields end, the one before the first at -1; see `cscan_index`.
  const uint32_t *ends;
  int64_t rows, width;
  // The positions of the columns, ascending; at most CSCAN_NAMES of them.
  const int32_t *columns;
  int64_t column_count;
} cscan_columns;

// The fields of a row in columns of names as they stand, zeros behind each, and how long they are, a byte for each.
// `fits` is 0 where a field is too long to be looked up.
typedef struct {
  uint8_t fields[CSCAN_NAMES][CSCAN_NAME_ROOM];
  uint64_t lengths, hash, fits;
} cscan_names;

// Known rows of names. There are `mask` + 1 places, a power of two: each 0, or one more than the position of its entry.
// An entry is `stride` bytes: a number that is not negative, the lengths, the fields of the columns that there are.
typedef struct {
  const uint32_t *places;
  uint64_t mask;
  const uint8_t *entries;
  int64_t stride;
} cscan_known;

// The names of a row.
void cscan_read_names(const cscan_columns *columns, int64_t row, cscan_names *names);

// By row, the number of its names; -1 where they are not known. Returns how many are not. 64 bytes behind each field
// must be readable.
int64_t cscan_find_names(const cscan_columns *columns, const cscan_known *known, int64_t *numbers);

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
