/// How the C library keeps memory that was freed.
package enum HeapMemory {
  /// Gives large blocks back to the system as soon as they are freed, from now on. By itself glibc
  /// keeps blocks up to the size of the largest that it ever freed: work that goes from one large
  /// array to the next then holds many of them.
  package static func returnLargeBlocks() {
    #if canImport(Glibc)
      for threshold in [trimThreshold, mmapThreshold] { _ = mallopt(threshold, 128 * 1024) }
    #endif
  }

  /// `M_TRIM_THRESHOLD` and `M_MMAP_THRESHOLD` of `malloc.h`, which the module of glibc leaves out.
  private static let (trimThreshold, mmapThreshold): (Int32, Int32) = (-1, -3)
}

#if canImport(Glibc)
  @_silgen_name("mallopt")
  private func mallopt(_ parameter: Int32, _ value: Int32) -> Int32
#endif
