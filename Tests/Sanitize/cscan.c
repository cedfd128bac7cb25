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
      if (text[i] != delimiter) index->row_ends[index->row_count++] = (uint32_t)i;
      state = BEFORE;
    } else {
      state = PLAIN;
    }
  }
  return 1;
}

static cscan_index room(int count) {
  size_t size = ((size_t)count + 64) * sizeof(uint32_t);
  return (cscan_index){malloc(size), malloc(size), malloc(size), 0, 0, 0};
}

static void give_back(cscan_index index) { free(index.ends), free(index.row_ends), free(index.quoted_breaks); }

static int is_same(const uint32_t *a, const uint32_t *b, int64_t count) {
  return memcmp(a, b, (size_t)count * sizeof *a) == 0;
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
    demand(fast.row_count == slow.row_count && is_same(fast.row_ends, slow.row_ends, slow.row_count), "rows differ");
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
  return 0;
}
