// CScan.h under the address and the undefined-behaviour sanitizer, against the obvious way. Compiled twice by
// `make sanitize`: as this processor has it, and as processors have it that are neither x86-64 nor arm64.
#include "CScan.h"
#include <stdio.h>
#include <stdlib.h>

static void demand(int holds, const char *otherwise) {
  if (holds) return;
  fprintf(stderr, "%s\n", otherwise);
  exit(1);
}

int main(void) {
  uint64_t state = 1;
  for (int round = 0; round < 20000; round++) {
    // Blocks that end where their memory does, beginning at every alignment.
    size_t before = (size_t)(round % 16);
    uint8_t *memory = malloc(before + 64), *block = memory + before;
    uint64_t expected = 0;
    for (int i = 0; i < 64; i++) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      block[i] = round % 3 == 0 ? 0x80 : (uint8_t)(state >> 33 & (round % 3 == 1 ? 0x81 : 0xFF));
      expected |= (uint64_t)(block[i] == 0x80) << i;
    }
    demand(cscan_mask(block, 0x80) == expected, "cscan_mask is wrong");
    demand((cscan_contains(block, 0x80) != 0) == (expected != 0), "cscan_contains is wrong");
    uint32_t lowest = 0;
    while (lowest < 63 && !(expected >> lowest & 1)) lowest++;
    demand(cscan_lowest(expected) == lowest, "cscan_lowest is wrong");
    free(memory);
  }
  return 0;
}
