// CScan under the address and the undefined-behaviour sanitizer, against the obvious way. Compiled twice by
// `make sanitize`: for the processor at hand, and for any.
#include "CScan.h"
#include <stdio.h>
#include <stdlib.h>

static void demand(int holds, const char *otherwise) {
  if (holds) return;
  fprintf(stderr, "%s\n", otherwise);
  exit(1);
}

static int is_break(const uint8_t *text, int i) {
  return text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
}

// The same as cscan_rows, byte by byte.
static int obvious_rows(const uint8_t *text, int start, int count, uint8_t delimiter, cscan_index *index) {
  enum { BEFORE, PLAIN, QUOTED, CLOSED } state = BEFORE;
  for (int i = start; i < count; i++) {
    if (state == QUOTED) {
      if (text[i] == '"') state = CLOSED;
      if (is_break(text, i)) index->quoted_breaks[index->quoted_break_count++] = (uint32_t)i;
    } else if (text[i] == '"') {
      if (state == PLAIN) return 0;
      state = QUOTED;
    } else if (text[i] == delimiter || is_break(text, i)) {
      index->ends[index->end_count++] = (uint32_t)i;
      index->row_count += text[i] != delimiter;
      state = BEFORE;
    } else {
      state = PLAIN;
    }
  }
  return 1;
}

static cscan_index room(int count) {
  size_t size = ((size_t)count + 64) * sizeof(uint32_t);
  return (cscan_index){malloc(size), malloc(size), 0, 0, 0};
}

static void give_back(cscan_index index) { free(index.ends), free(index.quoted_breaks); }

static int is_same(const uint32_t *a, const uint32_t *b, int64_t count) {
  return memcmp(a, b, (size_t)count * sizeof *a) == 0;
}

// cscan_find_names against comparing names byte by byte, in a table that grows with every row. The names are those of two
// stretches of columns, cut into some parts.
static void look_names_up(uint64_t *state) {
  enum { ROWS = 40, WIDTH = 7, PLACES = 256 };
  uint8_t *text = malloc(ROWS * WIDTH * 120 + 64);
  uint32_t *ends = malloc((1 + ROWS * WIDTH) * sizeof *ends), place = 0;
  *ends = UINT32_MAX;
  for (int i = 1; i <= ROWS * WIDTH; i++) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    for (uint32_t length = (*state >> 40) % 111 >> (*state >> 33) % 5; length; length--)
      text[place++] = (uint8_t)(*state >> (50 + length % 3) & 1 ? 'a' : '\0');
    if (i % WIDTH == 0 && *state >> 62) text[place++] = '\r';
    ends[i] = place;
    text[place++] = i % WIDTH ? ',' : '\n';
  }
  for (int i = 0; i < 64; i++) text[place + (uint32_t)i] = 0;
  // As large as promised, so that reading beyond is noticed.
  text = realloc(text, place + 64);
  const cscan_table table = {text, ends + 1, ROWS, WIDTH};

  const int32_t run_count = (int32_t)(*state >> 33) % 3, first = (int32_t)(*state >> 50) % 2;
  const int32_t runs[2][2] = {{first, first + (int32_t)(*state >> 36) % 3}, {first + 4, first + 4 + (int32_t)(*state >> 45) % 2}};
  cscan_part parts[CSCAN_PARTS];
  int32_t part_count = 0, run_parts[2];
  for (int run = 0; run < run_count; run++) {
    run_parts[run] = 1 + (int32_t)(*state >> (52 + run)) % 3;
    for (int32_t i = 0; i < run_parts[run]; i++)
      parts[part_count++] = (cscan_part){runs[run][0], runs[run][1], i * CSCAN_ROOM, i + 1 == run_parts[run]};
  }

  const int64_t stride = 16 + part_count * CSCAN_ROOM;
  uint8_t *entries = malloc((size_t)(ROWS * stride));
  uint32_t places[PLACES] = {0}, count = 0;
  cscan_known known = {parts, part_count, places, PLACES - 1, entries};
  int64_t numbers[ROWS];
  for (int row = 0; row < ROWS; row++) {
    int64_t unknown = cscan_find_names(&table, &known, numbers), obviously_unknown = 0;
    for (int other = 0; other < ROWS; other++) {
      int64_t number = -1;
      for (int before = 0; before < row && number < 0; before++) {
        int same = 1;
        for (int run = 0; run < run_count; run++) {
          uint32_t starts[2], lengths[2];
          for (int k = 0; k < 2; k++) {
            int64_t at = (k ? before : other) * WIDTH;
            starts[k] = ends[at + runs[run][0]] + 1, lengths[k] = ends[at + runs[run][1] + 1] - starts[k];
          }
          same = same && lengths[0] == lengths[1] && lengths[0] <= (uint32_t)run_parts[run] * CSCAN_ROOM &&
                 !memcmp(text + starts[0], text + starts[1], lengths[0]);
        }
        if (same) number = before;
      }
      demand(numbers[other] == number, "cscan_find_names is wrong");
      obviously_unknown += number < 0;
    }
    demand(unknown == obviously_unknown, "cscan_find_names counts wrongly");
    cscan_names names;
    cscan_read_names(&table, &known, row, &names);
    if (numbers[row] >= 0 || names.lengths == CSCAN_TOO_LONG) continue;
    int64_t number = row;
    memcpy(entries + count * stride, &number, 8);
    memcpy(entries + count * stride + 8, &names.lengths, 8);
    memcpy(entries + count * stride + 16, names.parts, (size_t)(stride - 16));
    uint64_t free_place = names.hash;
    while (places[free_place % PLACES]) free_place++;
    demand(free_place - names.hash < CSCAN_REACH, "the test needs more places");
    places[free_place % PLACES] = ++count;
  }
  free(text), free(ends), free(entries);
}

int main(void) {
  uint64_t state = 1;
  for (int round = 0; round < 200000; round++) {
    // Texts that end 64 bytes before their memory does, beginning at every alignment.
    int before = round % 16, count = round % 300, start = count ? round / 7 % count : 0, whole = 0;
    uint8_t *memory = malloc((size_t)(before + count + 64)), *text = memory + before;
    for (int i = 0; i < count + 64; i++) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      int choice = (int)(state >> 33 & 31);
      text[i] = choice < 8 && round % 5 != choice ? (uint8_t)"\",\n\r\"x;,"[choice] : (uint8_t)(state >> 40 & 127);
      // Most quotes enclose a field, so that texts go on for a while.
      if (text[i] == '"' && round % 3 && !whole && i && text[i - 1] != ',' && text[i - 1] != '\n') text[i] = 'q';
      if (text[i] == '"') whole = !whole;
    }
    text[count] = round % 2 ? text[count] : 0;
    cscan_index fast = room(count), slow = room(count);
    int fast_end = cscan_rows(text, start, count, ',', &fast);
    int slow_end = obvious_rows(text, start, count, ',', &slow);
    demand(fast_end == slow_end, "cscan_rows stops elsewhere");
    demand(fast.row_count == slow.row_count, "rows differ");
    demand(fast.end_count == slow.end_count && is_same(fast.ends, slow.ends, slow.end_count), "fields differ");
    demand(fast.quoted_break_count == slow.quoted_break_count &&
               is_same(fast.quoted_breaks, slow.quoted_breaks, slow.quoted_break_count),
           "line breaks in quotes differ");

    for (int length = 0; length <= count && length <= 20; length++) {
      uint8_t head[16] = {0};
      memcpy(head, text, (size_t)(length < 16 ? length : 16));
      cscan_words words = cscan_head(text, length);
      demand(memcmp(head, &words, 16) == 0, "cscan_head is wrong");
    }
    give_back(fast), give_back(slow), free(memory);
  }
  for (int round = 0; round < 2000; round++) look_names_up(&state);
  return 0;
}
