// What the C library of Linux has, but Swift's own module of it leaves out.
#if defined(__linux__)
// How memory is kept that was freed.
#include <malloc.h>
// The folder in which a program is started, which this header has for _GNU_SOURCE only.
#include <spawn.h>
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
#endif
