#if canImport(Darwin)
  import Darwin
#endif

/// Which start of the machine this is. What was written without waiting for the disk is there as
/// long as the machine runs; after a power cut the next start has another id.
package enum BootID {
  /// Nil where the system does not tell.
  package static func current() -> String? {
    #if canImport(Darwin)
      var length = 0
      guard sysctlbyname("kern.bootsessionuuid", nil, &length, nil, 0) == 0 else { return nil }
      var bytes = [UInt8](repeating: 0, count: length)
      guard sysctlbyname("kern.bootsessionuuid", &bytes, &length, nil, 0) == 0 else { return nil }
    #else
      let path = "/proc/sys/kernel/random/boot_id"
      guard let bytes = try? FileSystem.read(path, from: 0, count: 64) else { return nil }
    #endif
    let text = String(decoding: bytes.prefix { $0 > 0x20 }, as: UTF8.self)
    return text.isEmpty ? nil : text
  }
}
