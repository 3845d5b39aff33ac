#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension FileSystem {
  /// Puts a file in place whole: it is written beside its place and renamed, so that a reader sees
  /// the old bytes or the new ones. With `durable` it also survives a power cut.
  package static func replace(
    _ path: String, with bytes: [UInt8], durable: Bool = false, mode: UInt32 = 0o666
  ) throws {
    let beside = "\(path).\(getpid()).tmp"
    var made: [String] = []
    do {
      let file: Int32
      (file, made) = try openMakingFolder(
        beside, O_WRONLY | O_CREAT | O_TRUNC, mode: mode_t(mode))
      defer { SystemCalls.close(file) }
      try bytes.withUnsafeBytes { try SystemCalls.write(file, $0, path) }
      if durable {
        try SystemCalls.sync(file, path)
        try SystemCalls.rename(beside, to: path)
      } else {
        try put(beside, inPlaceOf: path)
      }
    } catch let error as SystemError {
      // The failure that led here is the one to tell, of the file that was meant.
      try? SystemCalls.remove(beside)
      throw SystemError(error.operation, error.path == beside ? path : error.path, code: error.code)
    }
    if durable { try foldersNaming(path, made: made).forEach(SystemCalls.syncFolder) }
  }

  /// Puts a file in place that is not there yet, for what can be made again: it is written where it
  /// belongs, so that a reader, or whoever comes after a kill, may find the beginning of it. A file
  /// that is there is replaced whole.
  package static func create(_ path: String, with bytes: [UInt8]) throws {
    let file: Int32
    do {
      file = try openMakingFolder(path, O_WRONLY | O_CREAT | O_EXCL).file
    } catch let error as SystemError where error.code == EEXIST {
      return try replace(path, with: bytes)
    }
    defer { SystemCalls.close(file) }
    do { try bytes.withUnsafeBytes { try SystemCalls.write(file, $0, path) } } catch {
      // The failure that led here is the one to tell.
      try? SystemCalls.remove(path)
      throw error
    }
  }

  /// Gives a file's name to a new one. To rename it over an old one makes some file systems (ext4) hand
  /// its bytes to the disk at once, which takes a hundred times as long as to exchange the two: who
  /// wants to wait for the disk syncs.
  private static func put(_ beside: String, inPlaceOf path: String) throws {
    guard try isReplaceable(path), try SystemCalls.exchange(beside, with: path) else {
      return try SystemCalls.rename(beside, to: path)
    }
    try SystemCalls.remove(beside)
  }

  /// Whether something other than a folder has a name.
  private static func isReplaceable(_ path: String) throws -> Bool {
    do {
      return FileStatus(try SystemCalls.status(path, followLinks: false)).kind != .folder
    } catch let error as SystemError where error.isMissing {
      return false
    }
  }

  /// Writes over the bytes of a file in its place, for what is written often and lost without harm: to
  /// rename a new file over an old one makes some file systems wait for the disk. A reader may see
  /// old bytes beside new ones, and so may whoever comes after a kill: the bytes have to tell.
  package static func overwrite(_ path: String, with bytes: [UInt8]) throws {
    let (file, _) = try openMakingFolder(path, O_WRONLY | O_CREAT | O_NOFOLLOW)
    defer { SystemCalls.close(file) }
    let size = FileStatus(try SystemCalls.status(file, path)).size
    try bytes.withUnsafeBytes { try SystemCalls.write(file, $0, path) }
    if size > bytes.count { try SystemCalls.truncate(file, to: bytes.count, path) }
  }

  /// Appends to a file in one write and waits until the bytes are on the disk; a new file's folder
  /// entry as well. When it fails, what was written of the bytes is taken back. A link in the
  /// file's place is refused: what somebody else put there must not choose where the bytes go.
  ///
  /// Returns the size before.
  @discardableResult
  package static func appendDurably(_ bytes: [UInt8], to path: String) throws -> Int {
    let (file, _) = try openMakingFolder(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW)
    defer { SystemCalls.close(file) }
    let size = FileStatus(try SystemCalls.status(file, path)).size
    do {
      try bytes.withUnsafeBytes { try SystemCalls.write(file, $0, path) }
      try SystemCalls.sync(file, path)
      if size == 0 { try syncNewEntry(path) }
    } catch {
      // Should even this fail, the torn line is set aside by the next command.
      try? SystemCalls.truncate(file, to: size, path)
      throw error
    }
    return size
  }

  /// Removes a file so that it stays gone after a power cut.
  package static func removeDurably(_ path: String) throws {
    try remove(path)
    try SystemCalls.syncFolder(parent(of: path) ?? ".")
  }

  /// The same where there may be none: whoever removed it may have been killed before it was durable.
  package static func removeDurablyIfPresent(_ path: String) throws {
    try removeIfPresent(path)
    try settleNames(in: parent(of: path) ?? ".")
  }

  /// Makes a folder and those above it, so that their names survive a power cut.
  package static func makeFolderDurably(_ path: String) throws {
    let made = try makeFolder(path)
    try made.map { parent(of: $0) ?? "." }.forEach(SystemCalls.syncFolder)
  }

  /// The folders to sync for a path to be found again after a power cut, the nearest first: the
  /// path's own, and for each folder that was made for it the one that names it.
  static func foldersNaming(_ path: String, made: [String]) -> [String] {
    ([path] + made.reversed()).map { parent(of: $0) ?? "." }
  }

  /// Makes a new file's name durable, and the names of the three folders that may be new with it.
  private static func syncNewEntry(_ path: String) throws {
    var folder = parent(of: path)
    for _ in 0..<4 {
      guard let path = folder else { return }
      try SystemCalls.syncFolder(path)
      folder = parent(of: path)
    }
  }

  /// Cuts a file down to its first `size` bytes, durably.
  package static func truncate(_ path: String, to size: Int) throws {
    let file = try SystemCalls.open(path, O_WRONLY)
    defer { SystemCalls.close(file) }
    try SystemCalls.truncate(file, to: size, path)
    try SystemCalls.sync(file, path)
  }

  /// Opens a file for writing; its folder is made only when it proves to be missing. Returns the
  /// folders that were made as well.
  private static func openMakingFolder(
    _ path: String, _ flags: Int32, mode: mode_t = 0o666
  ) throws -> (file: Int32, made: [String]) {
    do { return (try SystemCalls.open(path, flags, mode: mode), []) } catch let error as SystemError
      where error.code == ENOENT
    {
      guard let folder = parent(of: path) else { throw error }
      let made = try makeFolder(folder)
      return (try SystemCalls.open(path, flags, mode: mode), made)
    }
  }
}
