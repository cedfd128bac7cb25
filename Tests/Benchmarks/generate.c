// Writes a lead export: the same bytes for the same arguments.
//
//   generate ROWS iso|us|z TEAMS REPS sorted|ids|random > leads.csv
//
// Two years of leads with the shape of a working week, quoted names in about a quarter of the rows, one row in
// eight never contacted. Each row is a function of its number, so that the three orders hold the same rows:
// `sorted` by time with ascending ids, `ids` by time with ids in random order, `random` in every respect.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAYS = 731, HOURS = DAYS * 24, FIRST_DAY = 19723 /* 2024-01-01, a Monday, since 1970 */ };

static uint64_t mixed(uint64_t x) {
  x += 0x9E3779B97F4A7C15u;
  x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
  x = (x ^ x >> 27) * 0x94D049BB133111EBu;
  return x ^ x >> 31;
}

// The k-th random number of a row, and the same as a fraction in (0, 1).
static uint64_t number(uint64_t row, int k) { return mixed(mixed(row) + (uint64_t)k * 0xD1B54A32D192ED03u); }
static double fraction(uint64_t row, int k) { return ((double)(number(row, k) >> 11) + 0.5) / 9007199254740992.0; }

// A random order of 0..<rows: a Feistel network over the next power of four, walked until it is inside.
static uint64_t shuffled(uint64_t row, uint64_t rows) {
  int half = 1;
  while (UINT64_C(1) << 2 * half < rows) half++;
  uint64_t mask = (UINT64_C(1) << half) - 1;
  do {
    uint64_t left = row >> half, right = row & mask;
    for (int round = 0; round < 4; round++) {
      uint64_t next = left ^ (mixed(right + ((uint64_t)round << 40)) & mask);
      left = right, right = next;
    }
    row = left << half | right;
  } while (row >= rows);
  return row;
}

static char *digits(char *out, uint64_t value, int width) {
  for (int i = width - 1; i >= 0; i--) out[i] = (char)('0' + value % 10), value /= 10;
  return out + width;
}

static char *text(char *out, const char *piece) {
  size_t length = strlen(piece);
  memcpy(out, piece, length);
  return out + length;
}

static int years[DAYS + 10], months[DAYS + 10], days[DAYS + 10];

static void makeCalendar(void) {
  int lengths[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int year = 2024, month = 0, day = 1;
  for (int i = 0; i < DAYS + 10; i++) {
    years[i] = year, months[i] = month + 1, days[i] = day;
    lengths[1] = year % 4 == 0 ? 29 : 28;
    if (++day > lengths[month]) day = 1, month++;
    if (month == 12) month = 0, year++;
  }
}

static char *timestamp(char *out, int64_t second, char form) {
  int day = (int)(second / 86400), clock = (int)(second % 86400);
  int hour = clock / 3600, minute = clock / 60 % 60;
  if (form == 'u') {
    out += sprintf(out, "%d/%d/%d %d:", months[day], days[day], years[day], hour % 12 ? hour % 12 : 12);
    return text(digits(out, (uint64_t)minute, 2), hour < 12 ? " AM" : " PM");
  }
  out = digits(out, (uint64_t)years[day], 4), *out++ = '-';
  out = digits(out, (uint64_t)months[day], 2), *out++ = '-';
  out = digits(out, (uint64_t)days[day], 2), *out++ = form == 'z' ? 'T' : ' ';
  out = digits(out, (uint64_t)hour, 2), *out++ = ':';
  out = digits(out, (uint64_t)minute, 2), *out++ = ':';
  out = digits(out, (uint64_t)clock % 60, 2);
  if (form == 'z') *out++ = 'Z';
  return out;
}

// How many leads came until the end of each hour, as a part of all.
static double until[HOURS];

static void makeSeason(void) {
  const double week[] = {1.15, 1.2, 1.1, 1.0, 0.85, 0.3, 0.22};
  const double hours[] = {1, 1, 1, 1, 1, 2, 5, 12, 24, 35, 40, 38, 32, 30, 34, 35, 31, 27, 21, 18, 15, 11, 6, 3};
  double sum = 0;
  for (int i = 0; i < HOURS; i++) {
    sum += week[i / 24 % 7] * hours[i % 24] * (0.8 + 0.4 * i / HOURS);
    until[i] = sum;
  }
  for (int i = 0; i < HOURS; i++) until[i] /= sum;
}

int main(int count, char **arguments) {
  if (count != 6) return fputs("generate ROWS iso|us|z TEAMS REPS sorted|ids|random\n", stderr), 64;
  uint64_t rows = strtoull(arguments[1], NULL, 10);
  char form = arguments[2][0], order = arguments[5][0];
  int teams = atoi(arguments[3]), reps = atoi(arguments[4]);
  const char *regions[] = {"North", "South", "East", "West", "Inbound", "Enterprise", "Partners", "\"Sales, EMEA"};
  const char *first[] = {"Ann", "Bob", "Chloé", "Dirk", "Eva", "Finn", "Gita", "Hugo", "Ines", "Jan", "Kai", "Lea"};
  const char *last[] = {"Lee", "Ray", "Núñez", "Moser", "Okoro", "Pohl", "Quint", "Rossi", "Singh", "Tran"};
  const char *channels[] = {"Call", "Call", "Call", "Email", "Email", "SMS", "Call", "Chat"};
  char(*repNames)[64] = calloc((size_t)reps, 64), (*teamNames)[64] = calloc((size_t)teams, 64);
  for (int i = 0; i < reps; i++) {
    const char *shape = i % 6 == 4 ? "\"%2$s, %1$s %3$d\"" : i % 30 == 17 ? "\"%1$s \"\"Ace\"\" %2$s %3$d\"" : "%1$s %2$s %3$d";
    snprintf(repNames[i], 64, shape, first[i % 12], last[i / 12 % 10], i / 120 + 1);
  }
  for (int i = 0; i < teams; i++)
    snprintf(teamNames[i], 64, i % 8 == 7 ? "%s %d\"" : "%s %d", regions[i % 8], i / 8 + 1);
  makeCalendar();
  makeSeason();

  static char block[1 << 20];
  char *out = text(block, "lead_id,received_time,first_contact_time,first_contact_channel,rep_name,team\n");
  for (uint64_t i = 0, hour = 0; i < rows; i++) {
    uint64_t row = order == 'r' ? shuffled(i, rows) : i;
    uint64_t id = order == 'i' ? shuffled(i, rows) : row;
    double part = ((double)row + fraction(row, 0)) / (double)rows;
    if (order == 'r') {
      uint64_t low = 0, high = HOURS - 1;
      while (low < high) {
        uint64_t middle = (low + high) / 2;
        if (until[middle] < part) low = middle + 1; else high = middle;
      }
      hour = low;
    } else {
      while (hour < HOURS - 1 && until[hour] < part) hour++;
    }
    double begin = hour ? until[hour - 1] : 0;
    int64_t received = (int64_t)hour * 3600 + (int64_t)fmin(3599, (part - begin) / (until[hour] - begin) * 3600);
    int rep = (int)(number(row, 1) % (uint64_t)reps), team = rep % teams;

    *out++ = 'L', out = digits(out, id + 1, 8), *out++ = ',';
    out = timestamp(out, received, form), *out++ = ',';
    if (number(row, 2) % 8) {
      double normal = sqrt(-2 * log(fraction(row, 3))) * cos(6.283185307179586 * fraction(row, 4));
      int isLate = hour % 24 < 8 || hour % 24 > 18;
      double minutes = 22 * exp(1.25 * normal + 0.5 * isLate + 0.12 * (team % 5));
      out = timestamp(out, received + 5 + (int64_t)fmin(minutes * 60, 6 * 86400), form), *out++ = ',';
      out = text(out, channels[number(row, 5) % 8]);
    } else {
      *out++ = ',';
    }
    *out++ = ',', out = text(out, repNames[rep]), *out++ = ',', out = text(out, teamNames[team]), *out++ = '\n';
    if (out - block > (1 << 20) - 512) fwrite(block, 1, (size_t)(out - block), stdout), out = block;
  }
  fwrite(block, 1, (size_t)(out - block), stdout);
  return fflush(stdout) || ferror(stdout) ? 1 : 0;
}
