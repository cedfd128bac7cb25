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

typedef uint8_t bytes32 __attribute__((ext_vector_type(CSCAN_NAME_ROOM)));
typedef uint64_t words2 __attribute__((ext_vector_type(2)));
typedef uint64_t words4 __attribute__((ext_vector_type(4)));

// As many bytes of all ones as a field has, from the middle on, and then zeros.
static const uint8_t kept[2 * CSCAN_NAME_ROOM] = {
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};

// What is the same for all rows, at hand.
typedef struct {
  const uint8_t *window;
  // The end of each column's field in the first row.
  const uint32_t *ends[CSCAN_NAMES];
  // Whether the last of the columns is the rows' last one too: only there may a field end with the first byte of a line
  // break of two.
  int has_last;
} name_columns;

static inline __attribute__((always_inline)) name_columns at_hand(const cscan_columns *columns, int64_t count) {
  name_columns found = {columns->window, {0}, 0};
  for (int64_t i = 0; i < count; i++) found.ends[i] = columns->ends + columns->columns[i];
  found.has_last = count && columns->columns[count - 1] == columns->width - 1;
  return found;
}

// The names of a row in `count` columns, whose fields end `offset` places after those of the first row. Without
// branches: lengths are as good as random.
static inline __attribute__((always_inline)) void read_names(
    const name_columns *columns, int64_t offset, int64_t count, cscan_names *names) {
  uint64_t lengths = 0;
  uint32_t any = 0;
  words4 mixed = {0};
  for (int64_t i = 0; i < count; i++) {
    const uint32_t *end = columns->ends[i] + offset;
    const uint32_t start = end[-1] + 1;
    uint32_t length = *end - start;
    if (i == count - 1 && columns->has_last)
      length -= length > 0 && columns->window[*end] == '\n' && columns->window[*end - 1] == '\r';
    any |= length;
    length &= CSCAN_NAME_BYTES;
    bytes32 text, mask;
    memcpy(&text, columns->window + start, sizeof text);
    memcpy(&mask, kept + CSCAN_NAME_ROOM - length, sizeof mask);
    text &= mask;
    memcpy(names->fields[i], &text, sizeof text);
    mixed = (mixed << 27 | mixed >> 37) ^ (words4)text;
    lengths = lengths << 8 | length;
  }
  const words2 high = mixed.hi, folded = mixed.lo ^ (high << 29 | high >> 35);
  const uint64_t hash = folded.x * 0x9E3779B97F4A7C15 ^ folded.y * 0xC2B2AE3D27D4EB4F ^ lengths * 0x165667B19E3779F9;
  names->lengths = lengths;
  names->hash = hash ^ hash >> 32;
  names->fits = any <= CSCAN_NAME_BYTES;
}

void cscan_read_names(const cscan_columns *columns, int64_t row, cscan_names *names) {
  const name_columns found = at_hand(columns, columns->column_count);
  read_names(&found, row * columns->width, columns->column_count, names);
}

static inline __attribute__((always_inline)) int is_entry(
    const uint8_t *entry, const cscan_names *names, int64_t count) {
  uint64_t lengths;
  memcpy(&lengths, entry + 8, 8);
  bytes32 differences = {0};
  for (int64_t i = 0; i < count; i++) {
    bytes32 known, field;
    memcpy(&known, entry + 16 + i * CSCAN_NAME_ROOM, sizeof known);
    memcpy(&field, names->fields[i], sizeof field);
    differences |= known ^ field;
  }
  return (__builtin_reduce_or((words4)differences) == 0) & (lengths == names->lengths);
}

// In batches, so that the processor need not wait for a row's entry before it goes to the next row.
enum { BATCH = 16 };

static inline __attribute__((always_inline)) int64_t find_names(
    const cscan_columns *columns, const cscan_known *known, int64_t count, int64_t *numbers) {
  cscan_names names[BATCH];
  const name_columns found = at_hand(columns, count);
  int64_t unknown = 0, offset = 0;
  for (int64_t first = 0; first < columns->rows; first += BATCH) {
    const int64_t size = columns->rows - first < BATCH ? columns->rows - first : BATCH;
    for (int64_t i = 0; i < size; i++, offset += columns->width) {
      read_names(&found, offset, count, &names[i]);
      __builtin_prefetch(&known->places[names[i].hash & known->mask]);
    }
    for (int64_t i = 0; i < size; i++) {
      int64_t number = -1;
      uint32_t place = known->places[names[i].hash & known->mask];
      for (uint64_t step = 1; place && names[i].fits; step++) {
        const uint8_t *entry = known->entries + (int64_t)(place - 1) * known->stride;
        if (is_entry(entry, &names[i], count)) {
          memcpy(&number, entry, 8);
          break;
        }
        place = step < CSCAN_REACH ? known->places[(names[i].hash + step) & known->mask] : 0;
      }
      numbers[first + i] = number;
      unknown += number < 0;
    }
  }
  return unknown;
}

// A loop for each number of columns, so that none has to ask how many there are.
FOR_THE_PROCESSOR_AT_HAND
int64_t cscan_find_names(const cscan_columns *columns, const cscan_known *known, int64_t *numbers) {
  switch (columns->column_count) {
    case 0: return find_names(columns, known, 0, numbers);
    case 1: return find_names(columns, known, 1, numbers);
    case 2: return find_names(columns, known, 2, numbers);
    case 3: return find_names(columns, known, 3, numbers);
    case 4: return find_names(columns, known, 4, numbers);
    case 5: return find_names(columns, known, 5, numbers);
    default: return find_names(columns, known, CSCAN_NAMES, numbers);
  }
}
