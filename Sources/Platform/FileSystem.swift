#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Files and folders by path. Failures are `SystemError`s that name the path.
package enum FileSystem {
  package static func status(_ path: String) throws -> FileStatus {
    FileStatus(try SystemCalls.status(path))
  }

  /// The status, or nil where there is nothing at the path. A dangling link counts as nothing.
  package static func statusIfPresent(_ path: String) throws -> FileStatus? {
    do { return try status(path) } catch let error as SystemError where error.isMissing {
      return nil
    }
  }

  /// The whole of a regular file. A folder, device or pipe is refused before it is read.
  package static func read(_ path: String) throws -> [UInt8] { try read(path, from: 0) }

  package static func readIfPresent(_ path: String) throws -> [UInt8]? {
    do { return try read(path) } catch let error as SystemError where error.isMissing {
      return nil
    }
  }

  /// Whether a regular file holds just these bytes.
  package static func holds(_ path: String, _ bytes: [UInt8]) throws -> Bool {
    let file = try openRegular(path)
    defer { SystemCalls.close(file.descriptor) }
    // In pieces: memory that was not in use yet costs more than to read into it.
    return try withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 16) { piece in
      var compared = 0
      while true {
        let count = try SystemCalls.read(file.descriptor, piece, path)
        if count == 0 { return compared == bytes.count }
        // Two arrays are compared one byte at a time.
        let isSame = bytes.withUnsafeBytes { bytes in
          guard count <= bytes.count - compared, let ours = bytes.baseAddress,
            let theirs = piece.baseAddress
          else { return false }
          return memcmp(ours + compared, theirs, count) == 0
        }
        guard isSame else { return false }
        compared += count
      }
    }
  }

  /// The bytes of a regular file from `offset` on: to its end as it is now, or `count` of them.
  package static func read(
    _ path: String, from offset: Int, count: Int? = nil
  ) throws -> [UInt8] {
    try readWithStatus(path, from: offset, count: count).bytes
  }

  /// The same with what the system says of the file that was read, whatever is at the path by then.
  package static func readWithStatus(
    _ path: String, from offset: Int = 0, count: Int? = nil
  ) throws -> (bytes: [UInt8], status: FileStatus) {
    let (file, status) = try openRegular(path)
    defer { SystemCalls.close(file) }
    if offset > 0 {
      guard offset < status.size else { return ([], status) }
      try SystemCalls.seek(file, to: offset, path)
    }
    guard let count else {
      let size = status.size - offset
      return (try readAll(file, path, expecting: size, isRegular: true), status)
    }
    return (try readUpTo(count, file, path), status)
  }

  /// Opens a regular file to read it, and nothing else; somebody has to close it.
  private static func openRegular(
    _ path: String
  ) throws -> (descriptor: Int32, status: FileStatus) {
    let file = try SystemCalls.open(path, O_RDONLY | O_NONBLOCK)
    do {
      let status = FileStatus(try SystemCalls.status(file, path))
      guard status.kind == .file else {
        throw SystemError("read", path, code: status.kind == .folder ? EISDIR : EINVAL)
      }
      return (file, status)
    } catch {
      SystemCalls.close(file)
      throw error
    }
  }

  /// The whole of a regular file with what the system says of it; nil where there is nothing.
  package static func readWithStatusIfPresent(
    _ path: String
  ) throws -> (bytes: [UInt8], status: FileStatus)? {
    do { return try readWithStatus(path) } catch let error as SystemError where error.isMissing {
      return nil
    }
  }

  /// Reads until it has so many bytes, or up to the end.
  private static func readUpTo(_ count: Int, _ file: Int32, _ path: String) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while initialized < count {
        let room = UnsafeMutableBufferPointer(rebasing: buffer[initialized...])
        let part = try SystemCalls.read(file, UnsafeMutableRawBufferPointer(room), path)
        if part == 0 { break }
        initialized += part
      }
    }
  }

  /// All that can be read from a file, pipe or device, up to `limit` bytes; what is longer is
  /// refused. Waits for whoever writes to a pipe, as `cat` does.
  package static func readStream(_ path: String, limit: Int) throws -> [UInt8] {
    let file = try SystemCalls.open(path, O_RDONLY)
    defer { SystemCalls.close(file) }
    var bytes: [UInt8] = []
    while true {
      let part = try [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, initialized in
        initialized = try SystemCalls.read(file, UnsafeMutableRawBufferPointer(buffer), path)
      }
      if part.isEmpty { return bytes }
      bytes += part
      guard bytes.count <= limit else { throw SystemError("read", path, code: EMSGSIZE) }
    }
  }

  /// Reads up to the end, which a regular file has reached when it gives all that was expected, and
  /// less than was asked for.
  static func readAll(
    _ file: Int32, _ path: String, expecting size: Int, isRegular: Bool = false
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than expected, so that the usual file ends with one read.
    var room = max(size, 0) + 1
    while true {
      let count = bytes.count
      let part = try [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        initialized = try SystemCalls.read(file, UnsafeMutableRawBufferPointer(buffer), path)
      }
      if count == 0 { bytes = part } else { bytes += part }
      if part.isEmpty { return bytes }
      if isRegular, bytes.count == size, part.count < room { return bytes }
      room = bytes.count == size ? 1 : 65_536
    }
  }

  /// The names in a folder, sorted by their bytes; without `.` and `..`.
  package static func names(in folder: String) throws -> [String] {
    try SystemCalls.names(in: folder).sorted(by: standInOrder)
  }

  /// Whether a name comes before another one by its bytes, asked of texts as they lie in memory: the
  /// general way takes ten times as long.
  private static func standInOrder(_ left: String, _ right: String) -> Bool {
    let found = left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right in
        for place in 0..<min(left.count, right.count) where left[place] != right[place] {
          return left[place] < right[place]
        }
        return left.count < right.count
      }
    }
    return found.flatMap(\.self) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// The names in a folder; none where there is no folder.
  package static func namesIfPresent(in folder: String) throws -> [String] {
    do { return try names(in: folder) } catch let error as SystemError where error.isMissing {
      return []
    }
  }

  /// Makes a folder and those above it; an existing one is fine. Returns those that it made, the
  /// outermost first.
  @discardableResult
  package static func makeFolder(_ path: String) throws -> [String] {
    do {
      try SystemCalls.makeFolder(path)
      return [path]
    } catch let error as SystemError where error.code == EEXIST {
      guard try status(path).kind == .folder else { throw error }
      return []
    } catch let error as SystemError where error.code == ENOENT {
      guard let parent = parent(of: path) else { throw error }
      return try makeFolder(parent) + makeFolder(path)
    }
  }

  package static func remove(_ path: String) throws { try SystemCalls.remove(path) }

  package static func removeIfPresent(_ path: String) throws {
    do { try remove(path) } catch let error as SystemError where error.isMissing {}
  }

  /// Removes a folder that nothing is in.
  package static func removeFolderIfEmpty(_ path: String) throws {
    if try names(in: path).isEmpty { try SystemCalls.removeFolder(path) }
  }

  /// Removes a folder with all that is in it; links are removed, not followed.
  package static func removeTree(_ path: String) throws {
    guard FileStatus(try SystemCalls.status(path, followLinks: false)).kind == .folder else {
      return try remove(path)
    }
    for name in try names(in: path) { try removeTree(path + "/" + name) }
    try SystemCalls.removeFolder(path)
  }

  package static func rename(_ old: String, to new: String) throws {
    try SystemCalls.rename(old, to: new)
  }

  /// The folder that holds the path; nil for `/` and for a bare name.
  package static func parent(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    if slash == path.startIndex { return path == "/" ? nil : "/" }
    return String(path[..<slash])
  }

  package static func currentFolder() throws -> String {
    guard let path = getcwd(nil, 0) else { throw SystemError("find", ".", code: errno) }
    defer { free(path) }
    return String(cString: path)
  }

  /// The path with links and `..` taken out; nil where it does not exist.
  package static func realPath(_ path: String) -> String? {
    try? SystemCalls.realPath(path)
  }

  /// Whether a symbolic link is at the path, wherever it leads.
  package static func isLink(_ path: String) throws -> Bool {
    FileStatus(try SystemCalls.status(path, followLinks: false)).kind == .link
  }

  package static func isExecutable(_ path: String) -> Bool {
    (try? SystemCalls.requireExecutable(path)) != nil && (try? status(path).kind) == .file
  }
}
