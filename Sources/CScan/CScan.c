#include "CScan.h"

// The loops are compiled for any x86-64 and for those since 2013 or so; which one runs is decided when the program is
// loaded, where the system can do that. The thread sanitizer is not up yet by then.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define CSCAN_ONE_VERSION
#endif
#endif
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(CSCAN_ONE_VERSION)
#define FOR_THE_PROCESSOR_AT_HAND __attribute__((target_clones("arch=x86-64-v3", "default")))
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
  uint32_t *end = index->ends + index->end_count, *quoted_break = index->quoted_breaks + index->quoted_break_count;
  int64_t row_count = index->row_count;
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
    uint64_t fields = marks & ~quoted & good, inner = breaks & quoted & good;
    row_count += __builtin_popcountll(breaks & ~quoted & good);

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
    for (; inner; inner &= inner - 1) *quoted_break++ = base + LOWEST(inner);
  }
  index->end_count = end - index->ends;
  index->row_count = row_count;
  index->quoted_break_count = quoted_break - index->quoted_breaks;
  return !odd;
}

typedef uint64_t words8 __attribute__((ext_vector_type(8)));
typedef uint64_t words4 __attribute__((ext_vector_type(4)));
typedef uint64_t words2 __attribute__((ext_vector_type(2)));

// As many bytes of all ones as are left for a part, from `kept + CSCAN_ROOM` less that on, and then zeros: also where
// less than nothing is left.
static const uint8_t kept[(1 + CSCAN_PARTS) * CSCAN_ROOM] = {
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};

// What is the same for all rows, at hand.
typedef struct {
  const uint8_t *window;
  // By part, the ends before its first column and of its last one in the first row; where it begins in the names, and how
  // much may be left there.
  const uint32_t *before[CSCAN_PARTS], *end[CSCAN_PARTS];
  int64_t offset[CSCAN_PARTS], limit[CSCAN_PARTS];
} name_columns;

static inline __attribute__((always_inline)) name_columns at_hand(
    const cscan_table *table, const cscan_part *parts, int64_t count) {
  name_columns found = {.window = table->window};
  for (int64_t i = 0; i < count; i++) {
    found.before[i] = table->ends + parts[i].first - 1;
    found.end[i] = table->ends + parts[i].last;
    found.offset[i] = parts[i].offset;
    found.limit[i] = parts[i].is_end ? CSCAN_ROOM : INT32_MAX;
  }
  return found;
}

// The names of a row, whose fields end `offset` places after those of the first row, in `count` parts. Without branches:
// lengths are as good as random.
static inline __attribute__((always_inline)) void read_names(
    const name_columns *columns, int64_t offset, int64_t count, cscan_names *names) {
  uint64_t lengths = 0;
  // Negative where the names are too long.
  int64_t spare = 0;
  words8 mixed = {0};
  for (int64_t i = 0; i < count; i++) {
    const uint32_t start = columns->before[i][offset] + 1;
    const int64_t length = columns->end[i][offset] - start, left = length - columns->offset[i];
    spare |= columns->limit[i] - left;
    bytes64 text, mask;
    // What is behind the names may not be readable.
    memcpy(&text, columns->window + start + (left > 0 ? columns->offset[i] : 0), sizeof text);
    memcpy(&mask, kept + CSCAN_ROOM - (left < CSCAN_ROOM ? left : CSCAN_ROOM), sizeof mask);
    text &= mask;
    memcpy(names->parts[i], &text, sizeof text);
    mixed = (mixed << 27 | mixed >> 37) ^ (words8)text;
    lengths = lengths << 8 | (uint64_t)length;
  }
  // Both halves of a product depend on all bits of its factors.
  const words4 high = mixed.hi, half = mixed.lo ^ (high << 13 | high >> 51);
  const words2 higher = half.hi, folded = half.lo ^ (higher << 29 | higher >> 35);
  const uint64_t x = folded.x ^ (lengths + 0x9E3779B97F4A7C15), y = folded.y ^ 0xC2B2AE3D27D4EB4F;
  const unsigned __int128 product = (unsigned __int128)x * y;
  names->lengths = lengths | (uint64_t)(spare >> 63);
  names->hash = (uint64_t)product ^ (uint64_t)(product >> 64);
}

void cscan_read_names(const cscan_table *table, const cscan_known *known, int64_t row, cscan_names *names) {
  const name_columns found = at_hand(table, known->parts, known->part_count);
  read_names(&found, row * table->width, known->part_count, names);
}

static inline __attribute__((always_inline)) int is_entry(
    const uint8_t *entry, const cscan_names *names, int64_t count) {
  uint64_t lengths;
  memcpy(&lengths, entry + 8, 8);
  bytes64 differences = {0};
  for (int64_t i = 0; i < count; i++) {
    bytes64 known, part;
    memcpy(&known, entry + 16 + i * CSCAN_ROOM, sizeof known);
    memcpy(&part, names->parts[i], sizeof part);
    differences |= known ^ part;
  }
  return (__builtin_reduce_or((words8)differences) == 0) & (lengths == names->lengths);
}

// In batches, so that the processor need not wait for a row's entry before it goes to the next row.
enum { BATCH = 16 };

static inline __attribute__((always_inline)) int64_t find_names(
    const cscan_table *table, const cscan_known *known, int64_t count, int64_t *numbers) {
  cscan_names names[BATCH];
  const name_columns found = at_hand(table, known->parts, count);
  const uint32_t *places = known->places;
  const uint8_t *entries = known->entries;
  const uint64_t mask = known->mask;
  const int64_t rows = table->rows, width = table->width;
  int64_t unknown = 0, offset = 0;
  for (int64_t first = 0; first < rows; first += BATCH) {
    const int64_t size = rows - first < BATCH ? rows - first : BATCH;
    for (int64_t i = 0; i < size; i++, offset += width) {
      read_names(&found, offset, count, &names[i]);
      __builtin_prefetch(&places[names[i].hash & mask]);
    }
    for (int64_t i = 0; i < size; i++) {
      int64_t number = -1;
      uint32_t place = places[names[i].hash & mask];
      for (uint64_t step = 1; place; step++) {
        const uint8_t *entry = entries + (int64_t)(place - 1) * (16 + count * CSCAN_ROOM);
        if (is_entry(entry, &names[i], count)) {
          memcpy(&number, entry, 8);
          break;
        }
        place = step < CSCAN_REACH ? places[(names[i].hash + step) & mask] : 0;
      }
      numbers[first + i] = number;
      unknown += number < 0;
    }
  }
  return unknown;
}

// A loop for each number of parts, so that none has to ask how many there are.
FOR_THE_PROCESSOR_AT_HAND
int64_t cscan_find_names(const cscan_table *table, const cscan_known *known, int64_t *numbers) {
  switch (known->part_count) {
    case 0: return find_names(table, known, 0, numbers);
    case 1: return find_names(table, known, 1, numbers);
    case 2: return find_names(table, known, 2, numbers);
    case 3: return find_names(table, known, 3, numbers);
    case 4: return find_names(table, known, 4, numbers);
    case 5: return find_names(table, known, 5, numbers);
    default: return find_names(table, known, CSCAN_PARTS, numbers);
  }
}
