import CMalloc

/// Makes large blocks of memory go back to the system when they are freed.
///
/// While leads are put into their table they are freed where they lay before: the C library of Linux would keep
/// those blocks as soon as it has seen a few of them, and the program be a third larger than its leads.
func giveBackFreedMemory() {
  #if canImport(Glibc)
    // Said once, the threshold no longer grows by itself; this is where it begins.
    _ = mallopt(M_MMAP_THRESHOLD, 128 << 10)
  #endif
}
