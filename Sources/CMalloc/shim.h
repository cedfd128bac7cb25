// How the C library of Linux keeps memory that was freed: what Swift's own module of it leaves out.
#if defined(__GLIBC__) || defined(__linux__)
#include <malloc.h>
#endif
