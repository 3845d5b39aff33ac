#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension FileSystem {
  /// Waits until all that was written to the file systems of these folders is on the disk; those that
  /// are not there are passed over. One call for thousands of files, where syncing each would take
  /// seconds.
  package static func settle(_ folders: [String]) throws {
    var settled: Set<UInt64> = []
    for folder in folders {
      guard let status = try statusIfPresent(folder), settled.insert(status.device).inserted else {
        continue
      }
      try SystemCalls.syncFileSystem(folder)
    }
  }

  /// Waits until a file and its name are on the disk.
  package static func settleFile(_ path: String) throws {
    let file = try SystemCalls.open(path, O_RDONLY)
    defer { SystemCalls.close(file) }
    try SystemCalls.sync(file, path)
    if let folder = parent(of: path) { try SystemCalls.syncFolder(folder) }
  }

  /// Waits until the disk has the names in a folder as they are now, if there is such a folder.
  package static func settleNames(in folder: String) throws {
    do { try SystemCalls.syncFolder(folder) } catch let error as SystemError where error.isMissing {
    }
  }
}
