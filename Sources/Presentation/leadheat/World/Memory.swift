import CLinux

/// Makes memory that one thread frees serve the others, and go back to the system only when a lot of it is free.
///
/// While leads are put into their table they are freed where they lay before, in pieces of a size that the C library of
/// Linux gives back at once, only to ask for as much again: the system clears all of it twice.
func keepFreedMemory() {
  #if canImport(Glibc)
    // Threads that have arenas of their own cannot use what another freed.
    _ = mallopt(M_ARENA_MAX, 1)
    _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
    _ = mallopt(M_TRIM_THRESHOLD, 64 << 20)
  #endif
}
