// Measures two commands in turn: A B A B …, after one round that does not count.
//
//   pairs PAIRS ROWS LABEL A... -- B...
//
// Prints a line: CPU seconds (user + system) and wall seconds of A, its rows per CPU second, its peak memory, the
// CPU seconds of B, and the CPU and wall ratios A/B. Each figure is a median, a ratio that of the pairs.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST = 99 };
typedef struct { double cpu, wall, peak; } Run;

static double seconds(struct timeval t) { return (double)t.tv_sec + (double)t.tv_usec / 1e6; }

static Run run(char **command) {
  struct timeval start, end;
  struct rusage usage;
  int status;
  gettimeofday(&start, NULL);
  pid_t child = fork();
  if (child == 0) {
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, 1), dup2(nowhere, 2);
    execvp(command[0], command);
    _exit(127);
  }
  wait4(child, &status, 0, &usage);
  gettimeofday(&end, NULL);
  if (status != 0) fprintf(stderr, "status %d of %s %s\n", status, command[0], command[1]), exit(1);
#ifdef __APPLE__
  double peak = (double)usage.ru_maxrss / 1048576;
#else
  double peak = (double)usage.ru_maxrss / 1024;
#endif
  return (Run){seconds(usage.ru_utime) + seconds(usage.ru_stime), seconds(end) - seconds(start), peak};
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *values, int count) {
  qsort(values, (size_t)count, sizeof *values, ascending);
  return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

int main(int count, char **arguments) {
  int middle = 4;
  while (middle < count && strcmp(arguments[middle], "--") != 0) middle++;
  int pairs = count > 1 ? atoi(arguments[1]) : 0;
  if (middle >= count - 1 || pairs < 1 || pairs > MOST) return fputs("pairs PAIRS ROWS LABEL A... -- B...\n", stderr), 64;
  arguments[middle] = NULL;
  char **a = arguments + 4, **b = arguments + middle + 1;
  double cpu[MOST], wall[MOST], peak[MOST], other[MOST], cpuRatio[MOST], wallRatio[MOST];
  for (int i = -1; i < pairs; i++) {
    Run left = run(a), right = run(b);
    if (i < 0) continue;
    cpu[i] = left.cpu, wall[i] = left.wall, peak[i] = left.peak, other[i] = right.cpu;
    cpuRatio[i] = left.cpu / right.cpu, wallRatio[i] = left.wall / right.wall;
  }
  double middleCPU = median(cpu, pairs);
  printf("%-44s %8.3f %8.3f %8.2f %7.0f %9.3f %8.2f %8.2f\n", arguments[3], middleCPU, median(wall, pairs),
         atof(arguments[2]) / middleCPU / 1e6, median(peak, pairs), median(other, pairs), median(cpuRatio, pairs),
         median(wallRatio, pairs));
  return 0;
}
