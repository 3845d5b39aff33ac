#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The system calls that touch files, one function each: interrupted ones are tried again, failed
/// ones throw. Everything the store does to a disk passes through here, and through the plan of
/// `FileFaults` where a test has one.
enum SystemCalls {
  /// Runs any call until it is not interrupted; -1 is a failure.
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

  /// Makes a call about a file until it is not interrupted; -1 is a failure. `size` is the number of
  /// bytes that it is to move, where it moves any.
  @discardableResult
  private static func make(
    _ call: @autoclosure () -> FileCall, size: Int = 0, _ body: (Int) -> Int
  ) throws -> Int {
    while true {
      let result = attempt(call(), size, body)
      if result != -1 { return result }
      let code = errno
      if code != EINTR { throw SystemError(call().operation, call().path, code: code) }
    }
  }

  #if DEBUG
    private static func attempt(
      _ call: @autoclosure () -> FileCall, _ size: Int, _ body: (Int) -> Int
    ) -> Int {
      guard let faults = FileFaults.current else { return body(size) }
      return faults.attempt(call(), size, body)
    }
  #else
    @inline(__always)
    private static func attempt(
      _ call: @autoclosure () -> FileCall, _ size: Int, _ body: (Int) -> Int
    ) -> Int { body(size) }
  #endif
}

// MARK: Open files

extension SystemCalls {
  static func open(_ path: String, _ flags: Int32, mode: mode_t = 0o666) throws -> Int32 {
    Int32(
      try make(.open(path, flags: flags)) { _ in Int(systemOpen(path, flags | O_CLOEXEC, mode)) })
  }

  /// Nothing is to be done about a close that fails: what had to be on the disk was synced before.
  static func close(_ file: Int32) {
    _ = attempt(.close(file), 0) { _ in Int(systemClose(file)) }
  }

  /// Gives a lock back before its file is closed: to close it is not enough while a program that has
  /// just been started still has a copy of the descriptor.
  static func unlockAndClose(_ file: Int32) {
    _ = attempt(.close(file), 0) { _ in
      flock(file, LOCK_UN)
      return Int(systemClose(file))
    }
  }

  /// Reads what one call gives; nothing at the end.
  static func read(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer, _ path: String) throws
    -> Int
  {
    try make(.read(file, path), size: buffer.count) { systemRead(file, buffer.baseAddress, $0) }
  }

  /// Reads what one call gives of the bytes from an offset on; nothing at the end.
  static func read(
    _ file: Int32, _ buffer: UnsafeMutableRawBufferPointer, at offset: Int, _ path: String
  ) throws -> Int {
    try make(.read(file, path), size: buffer.count) {
      pread(file, buffer.baseAddress, $0, off_t(offset))
    }
  }

  /// Memory for so many bytes, of which none is used before it is written to.
  static func reserve(_ size: Int, _ path: String) throws -> UnsafeMutableRawBufferPointer {
    guard size > 0 else { return UnsafeMutableRawBufferPointer(start: nil, count: 0) }
    let start = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
    guard start != MAP_FAILED else { throw SystemError("read", path, code: errno) }
    return UnsafeMutableRawBufferPointer(start: start, count: size)
  }

  static func release(_ memory: UnsafeMutableRawBufferPointer) {
    if let start = memory.baseAddress { munmap(start, memory.count) }
  }

  /// Puts a file's bytes into memory without reading them.
  static func map(_ file: Int32, size: Int, _ path: String) throws -> UnsafeRawBufferPointer {
    guard size > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    var start: UnsafeMutableRawPointer?
    try make(.map(file, path)) { _ in
      start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0)
      return start == MAP_FAILED ? -1 : 0
    }
    return UnsafeRawBufferPointer(start: start, count: size)
  }

  /// Writes all the bytes, in as few calls as the system takes.
  static func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer, _ path: String) throws {
    var rest = bytes
    while !rest.isEmpty {
      let part = rest
      let count = try make(.write(file, path, part), size: part.count) {
        systemWrite(file, part.baseAddress, $0)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  static func seek(_ file: Int32, to offset: Int, _ path: String) throws {
    try make(.seek(file, path, to: offset)) { _ in Int(lseek(file, off_t(offset), SEEK_SET)) }
  }

  static func truncate(_ file: Int32, to size: Int, _ path: String) throws {
    try make(.truncate(file, path, to: size)) { _ in Int(ftruncate(file, off_t(size))) }
  }

  /// Waits until the file's bytes (and its length) are on the disk.
  static func sync(_ file: Int32, _ path: String) throws {
    #if canImport(Darwin)
      try make(.sync(file, path)) { _ in Int(fcntl(file, F_FULLFSYNC)) }
    #else
      try make(.sync(file, path)) { _ in Int(fdatasync(file)) }
    #endif
  }

  /// Waits until a folder's entries are on the disk.
  static func syncFolder(_ path: String) throws {
    let folder = try open(path, O_RDONLY | O_DIRECTORY)
    defer { close(folder) }
    try make(.syncFolder(folder, path)) { _ in Int(fsync(folder)) }
  }

  /// Waits until everything in the file system of a folder is on the disk.
  static func syncFileSystem(_ path: String) throws {
    #if canImport(Darwin)
      try make(.syncFileSystem(path)) { _ in
        sync_volume_np(path, SYNC_VOLUME_FULLSYNC | SYNC_VOLUME_WAIT) == 0 ? 0 : -1
      }
    #else
      let folder = try open(path, O_RDONLY | O_DIRECTORY)
      defer { close(folder) }
      try make(.syncFileSystem(path)) { _ in Int(systemSyncFileSystem(folder)) }
    #endif
  }

  /// Takes an exclusive lock on the file; false while somebody else has it.
  static func lock(_ file: Int32, _ path: String) throws -> Bool {
    do {
      try make(.lock(file, path)) { _ in Int(flock(file, LOCK_EX | LOCK_NB)) }
      return true
    } catch let error as SystemError where error.code == EWOULDBLOCK { return false }
  }

  /// Waits in the kernel for the lock, for as long as it takes: called on a thread of its own.
  static func waitForLock(_ file: Int32) { while flock(file, LOCK_EX) != 0, errno == EINTR {} }

  static func status(_ file: Int32, _ path: String) throws -> stat {
    var status = stat()
    try make(.status(path)) { _ in Int(fstat(file, &status)) }
    return status
  }

  /// The status of what has a name in an open folder.
  static func status(
    of name: UnsafePointer<CChar>, in folder: Int32, _ path: String
  ) throws -> stat {
    var status = stat()
    try make(.status(path + "/" + String(cString: name))) { _ in
      Int(fstatat(folder, name, &status, 0))
    }
    return status
  }
}

// MARK: Paths

extension SystemCalls {
  static func rename(_ old: String, to new: String) throws {
    try make(.rename(old, to: new)) { _ in Int(systemRename(old, new)) }
  }

  /// Has two names stand for each other's files. False where the system cannot do that.
  static func exchange(_ one: String, with other: String) throws -> Bool {
    #if canImport(Glibc)
      do {
        try make(.exchange(one, with: other)) { _ in
          Int(systemRenameWithFlags(AT_FDCWD, one, AT_FDCWD, other, 2))
        }
        return true
      } catch let error as SystemError where [EINVAL, ENOSYS, ENOTSUP].contains(error.code) {
        return false
      }
    #else
      return false
    #endif
  }

  static func remove(_ path: String) throws { try make(.remove(path)) { _ in Int(unlink(path)) } }

  static func removeFolder(_ path: String) throws {
    try make(.removeFolder(path)) { _ in Int(rmdir(path)) }
  }

  static func makeFolder(_ path: String) throws {
    try make(.makeFolder(path)) { _ in Int(mkdir(path, 0o777)) }
  }

  static func status(_ path: String, followLinks: Bool = true) throws -> stat {
    var status = stat()
    try make(.status(path)) { _ in
      Int(followLinks ? stat(path, &status) : lstat(path, &status))
    }
    return status
  }

  /// The names in a folder, in no order; without `.` and `..`.
  static func names(in folder: String) throws -> [String] {
    var stream: FolderStream?
    try make(.list(folder)) { _ in
      stream = opendir(folder)
      return stream == nil ? -1 : 0
    }
    guard let stream else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    try make(.list(folder)) { _ in
      errno = 0
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
      }
      return errno == 0 ? 0 : -1
    }
    return names
  }

  /// The path with links and `..` taken out.
  static func realPath(_ path: String) throws -> String {
    var real = ""
    try make(.resolve(path)) { _ in
      guard let found = realpath(path, nil) else { return -1 }
      defer { free(found) }
      real = String(cString: found)
      return 0
    }
    return real
  }

  /// Throws where whoever runs this may not execute the file.
  static func requireExecutable(_ path: String) throws {
    try make(.permission(path)) { _ in Int(access(path, X_OK)) }
  }
}

#if canImport(Darwin)
  private typealias FolderStream = UnsafeMutablePointer<DIR>
#else
  private typealias FolderStream = OpaquePointer
#endif

// The system's functions by names that the members above do not hide.

private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}

private func systemClose(_ file: Int32) -> Int32 { close(file) }

private func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, bytes, count)
}

private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}

private func systemRename(_ old: String, _ new: String) -> Int32 { rename(old, new) }

#if canImport(Glibc)
  /// Linux's own call; its flag 2 is `RENAME_EXCHANGE`.
  @_silgen_name("renameat2")
  private func systemRenameWithFlags(
    _ oldFolder: Int32, _ old: UnsafePointer<CChar>, _ newFolder: Int32,
    _ new: UnsafePointer<CChar>, _ flags: UInt32
  ) -> Int32
#endif

#if !canImport(Darwin)
  /// Linux's own call, which the C library declares only for programs that ask for its extensions.
  @_silgen_name("syncfs")
  private func systemSyncFileSystem(_ folder: Int32) -> Int32
#endif
