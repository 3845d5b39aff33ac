#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The system calls that touch files, one function each: interrupted ones are tried again, failed
/// ones throw. Everything the store does to a disk passes through here.
enum SystemCalls {
  /// Runs a call until it is not interrupted; -1 is a failure.
  @discardableResult
  static func check<Number: SignedInteger>(
    _ operation: String, _ path: String, _ call: () -> Number
  ) throws -> Number {
    while true {
      let result = call()
      if result != -1 { return result }
      if errno != EINTR { throw SystemError(operation, path, code: errno) }
    }
  }

  static func open(_ path: String, _ flags: Int32, mode: mode_t = 0o666) throws -> Int32 {
    #if canImport(Darwin)
      try check("open", path) { Darwin.open(path, flags | O_CLOEXEC, mode) }
    #elseif canImport(Musl)
      try check("open", path) { Musl.open(path, flags | O_CLOEXEC, mode) }
    #else
      try check("open", path) { Glibc.open(path, flags | O_CLOEXEC, mode) }
    #endif
  }

  static func read(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer, _ path: String) throws
    -> Int
  {
    #if canImport(Darwin)
      try check("read", path) { Darwin.read(file, buffer.baseAddress, buffer.count) }
    #elseif canImport(Musl)
      try check("read", path) { Musl.read(file, buffer.baseAddress, buffer.count) }
    #else
      try check("read", path) { Glibc.read(file, buffer.baseAddress, buffer.count) }
    #endif
  }

  /// Writes all the bytes, in as few calls as the system takes.
  static func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer, _ path: String) throws {
    var rest = bytes
    while !rest.isEmpty {
      let part = rest
      #if canImport(Darwin)
        let count = try check("write", path) { Darwin.write(file, part.baseAddress, part.count) }
      #elseif canImport(Musl)
        let count = try check("write", path) { Musl.write(file, part.baseAddress, part.count) }
      #else
        let count = try check("write", path) { Glibc.write(file, part.baseAddress, part.count) }
      #endif
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Waits until the file's bytes (and its length) are on the disk.
  static func sync(_ file: Int32, _ path: String) throws {
    #if canImport(Darwin)
      try check("sync", path) { fcntl(file, F_FULLFSYNC) }
    #else
      try check("sync", path) { fdatasync(file) }
    #endif
  }

  /// Waits until a folder's entries are on the disk.
  static func syncFolder(_ path: String) throws {
    let folder = try open(path, O_RDONLY | O_DIRECTORY)
    defer { close(folder) }
    try check("sync", path) { fsync(folder) }
  }

  /// Waits until everything in the file system of a folder is on the disk.
  static func syncFileSystem(_ path: String) throws {
    #if canImport(Darwin)
      try check("sync", path) {
        sync_volume_np(path, SYNC_VOLUME_FULLSYNC | SYNC_VOLUME_WAIT) == 0 ? 0 : -1
      }
    #else
      let folder = try open(path, O_RDONLY | O_DIRECTORY)
      defer { close(folder) }
      try check("sync", path) { syncfs(folder) }
    #endif
  }

  static func truncate(_ file: Int32, to size: Int, _ path: String) throws {
    try check("truncate", path) { ftruncate(file, off_t(size)) }
  }

  static func rename(_ old: String, to new: String) throws {
    #if canImport(Darwin)
      try check("rename", new) { Darwin.rename(old, new) }
    #elseif canImport(Musl)
      try check("rename", new) { Musl.rename(old, new) }
    #else
      try check("rename", new) { Glibc.rename(old, new) }
    #endif
  }

  static func remove(_ path: String) throws { try check("remove", path) { unlink(path) } }
  static func removeFolder(_ path: String) throws { try check("remove", path) { rmdir(path) } }
  static func makeFolder(_ path: String) throws { try check("make", path) { mkdir(path, 0o777) } }

  static func status(_ path: String, followLinks: Bool = true) throws -> stat {
    var status = stat()
    try check("read", path) { followLinks ? stat(path, &status) : lstat(path, &status) }
    return status
  }

  static func status(_ file: Int32, _ path: String) throws -> stat {
    var status = stat()
    try check("read", path) { fstat(file, &status) }
    return status
  }
}

#if !canImport(Darwin)
  /// Linux's own call, which the C library declares only for programs that ask for its extensions.
  @_silgen_name("syncfs")
  private func syncfs(_ file: Int32) -> Int32
#endif
