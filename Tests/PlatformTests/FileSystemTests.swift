import Testing

@testable import Platform

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of its own for one test, gone when the test is.
final class TemporaryFolder {
  let path: String

  init() throws {
    var chance = Chance()
    let base = FileSystem.realPath("/tmp") ?? "/tmp"
    path = "\(base)/platform-tests-\(ProcessID.current)-\(String(chance.next(), radix: 36))"
    try FileSystem.makeFolder(path)
  }

  deinit { try? FileSystem.removeTree(path) }

  subscript(name: String) -> String { path + "/" + name }
}

/// Runs a shell command; returns its exit status.
@discardableResult
func shell(_ command: String) throws -> Int32 {
  try ChildProcess.talk("/bin/sh", ["-c", command]).status
}

/// A thread of its own: the pool that tests run on is too small for one that waits for another.
final class Worker {
  private var thread = pthread_t()

  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  init(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body)).toOpaque()
    pthread_create(
      &thread, nil,
      { work in
        work.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().body() }
        return nil
      }, work)
  }

  func join() { pthread_join(thread, nil) }
}

struct FileSystemTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  // MARK: Replacing

  @Test("A file is put in place with its folders, and nothing is left beside it")
  func replace() throws {
    let path = folder["a/b/c.txt"]
    try FileSystem.replace(path, with: [1, 2])
    try FileSystem.replace(path, with: [3], durable: true)
    #expect(try FileSystem.read(path) == [3])
    #expect(try FileSystem.names(in: folder["a/b"]) == ["c.txt"])
  }

  @Test("A reader sees the old bytes or the new ones, never a mixture")
  func atomic() throws {
    let path = folder["file"]
    try FileSystem.replace(path, with: Self.contents(0))
    let writer = Worker {
      for number in 1...300 { try? FileSystem.replace(path, with: Self.contents(number)) }
    }
    var seen = 0
    while seen < 300 {
      let bytes = try FileSystem.read(path)
      seen = Int(bytes[0]) * 256 + Int(bytes[1])
      guard bytes == Self.contents(seen) else {
        Issue.record("\(bytes.count) bytes that begin as number \(seen)")
        break
      }
    }
    writer.join()
  }

  private static func contents(_ number: Int) -> [UInt8] {
    let number = [UInt8(number / 256), UInt8(number % 256)]
    return Array(repeatElement(number, count: 500 + Int(number[1]) % 7 * 2500).joined())
  }

  @Test("A failed replacement leaves the old file and no leftover")
  func failedReplacement() throws {
    let path = folder["file"]
    try FileSystem.makeFolder(path + "/inside")
    #expect(throws: SystemError.self) { try FileSystem.replace(path, with: [1]) }
    #expect(try FileSystem.names(in: folder.path) == ["file"])
    #expect(throws: SystemError("open", "/dev/null/x", code: ENOTDIR)) {
      try FileSystem.replace("/dev/null/x", with: [1])
    }
  }

  @Test("A file can be kept for its owner alone")
  func mode() throws {
    try FileSystem.replace(folder["secret"], with: [1], mode: 0o600)
    #expect(try shell("test \"$(ls -l '\(folder["secret"])' | cut -c1-10)\" = -rw-------") == 0)
  }

  // MARK: Appending

  @Test("Appends follow each other and say where they began")
  func append() throws {
    let path = folder["2026/11/log"]
    #expect(try FileSystem.appendDurably([1, 2], to: path) == 0)
    #expect(try FileSystem.appendDurably([3], to: path) == 2)
    #expect(try FileSystem.read(path) == [1, 2, 3])
  }

  @Test("A full disk is told as such")
  func fullDisk() {
    let error = #expect(throws: SystemError.self) {
      try FileSystem.appendDurably([1], to: "/dev/full")
    }
    #expect(error?.operation == "write")
    #expect(error?.isFull == true)
    #expect(error?.description == "cannot write /dev/full: no space left on device")
  }

  @Test("What was written of a failed append is taken back")
  func takenBack() throws {
    let path = folder["log"]
    try FileSystem.replace(path, with: [])
    try FileSystem.truncate(path, to: FileSizeLimit.bytes - 50)
    try FileSizeLimit.hold {
      #expect(throws: SystemError("write", path, code: EFBIG)) {
        try FileSystem.appendDurably([UInt8](repeating: 2, count: 100), to: path)
      }
      #expect(try FileSystem.status(path).size == FileSizeLimit.bytes - 50)
      try FileSystem.appendDurably([UInt8](repeating: 2, count: 50), to: path)
    }
    #expect(try FileSystem.status(path).size == FileSizeLimit.bytes)
  }

  @Test("An append does not follow a link")
  func appendToLink() throws {
    try FileSystem.replace(folder["target"], with: [1])
    #expect(symlink(folder["target"], folder["link"]) == 0)
    #expect(throws: SystemError("open", folder["link"], code: ELOOP)) {
      try FileSystem.appendDurably([2], to: folder["link"])
    }
    #expect(try FileSystem.read(folder["target"]) == [1])
  }

  @Test("A file is cut down to its beginning")
  func truncate() throws {
    try FileSystem.replace(folder["file"], with: [1, 2, 3])
    try FileSystem.truncate(folder["file"], to: 1)
    #expect(try FileSystem.read(folder["file"]) == [1])
  }

  // MARK: Reading

  @Test("A file of any size is read whole", arguments: [0, 1, 4095, 65_536, 65_537, 300_000])
  func readWhole(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 * 7) }
    try FileSystem.replace(folder["file"], with: bytes)
    #expect(try FileSystem.read(folder["file"]) == bytes)
    #expect(try FileSystem.read(folder["file"], from: size / 2) == Array(bytes[(size / 2)...]))
  }

  @Test("A part of a file is read, as far as there is one")
  func readPart() throws {
    try FileSystem.replace(folder["file"], with: [1, 2, 3, 4])
    #expect(try FileSystem.read(folder["file"], from: 1, count: 2) == [2, 3])
    #expect(try FileSystem.read(folder["file"], from: 3, count: 9) == [4])
    #expect(try FileSystem.read(folder["file"], from: 4) == [])
    #expect(try FileSystem.read(folder["file"], from: 9, count: 1) == [])
  }

  @Test("A folder, a device and a pipe are refused before they are read")
  func notFiles() throws {
    #expect(mkfifo(folder["pipe"], 0o600) == 0)
    for (path, code) in [(folder.path, EISDIR), ("/dev/zero", EINVAL), (folder["pipe"], EINVAL)] {
      #expect(throws: SystemError("read", path, code: code)) { try FileSystem.read(path) }
      #expect(throws: SystemError("read", path, code: code)) {
        try FileSystem.read(path, from: 1)
      }
    }
  }

  @Test("What is not there is nothing, and other failures stay failures")
  func missing() throws {
    #expect(try FileSystem.readIfPresent(folder["none"]) == nil)
    #expect(try FileSystem.readIfPresent("/dev/null/none") == nil)
    #expect(try FileSystem.statusIfPresent(folder["none"]) == nil)
    #expect(try FileSystem.namesIfPresent(in: folder["none"]) == [])
    try FileSystem.removeIfPresent(folder["none"])
    #expect(throws: SystemError("open", folder["none"], code: ENOENT)) {
      try FileSystem.read(folder["none"])
    }
    #expect(throws: SystemError("open", folder.path, code: EISDIR)) {
      try FileSystem.appendDurably([1], to: folder.path)
    }
    #expect(throws: SystemError.self) { try FileSystem.readIfPresent(folder.path) }
  }

  @Test("Names are sorted by their bytes")
  func names() throws {
    for name in ["b", "a", "B", "é", ".h", "a b", "10", "9"] {
      try FileSystem.replace(folder[name], with: [])
    }
    #expect(try FileSystem.names(in: folder.path) == [".h", "10", "9", "B", "a", "a b", "b", "é"])
  }

  // MARK: Folders

  @Test("The files of an open folder are found by their names, wherever the folder is by then")
  func openFolder() throws {
    try FileSystem.replace(folder["a/file"], with: [1, 2, 3])
    #expect(
      try shell("ln -s a/file '\(folder["link"])' && ln -s ../link '\(folder["a/link"])'") == 0)
    let open = try OpenFolder(folder["a"])
    let status = try FileSystem.status(folder["a/file"])
    #expect(try open.status() == FileSystem.status(folder["a"]))
    try FileSystem.rename(folder["a"], to: folder["b"])
    #expect(try open.status(of: "file") == status)
    #expect(throws: SystemError("read", folder["a/link"], code: ENOENT)) {
      try open.status(of: "link")
    }
    try FileSystem.rename(folder["b"], to: folder["a"])
    #expect(try open.status(of: "link") == status)
    #expect(throws: SystemError("open", folder["link"], code: ENOTDIR)) {
      _ = try OpenFolder(folder["link"])
    }
  }

  @Test("A folder is made with those above it, once")
  func makeFolder() throws {
    #expect(try FileSystem.makeFolder(folder["a/b/c"]).count == 3)
    #expect(try FileSystem.makeFolder(folder["a/b/c"]).isEmpty)
    try FileSystem.replace(folder["file"], with: [])
    #expect(throws: SystemError("make", folder["file"], code: EEXIST)) {
      try FileSystem.makeFolder(folder["file"])
    }
  }

  @Test("Removing a tree removes links, not what they point to")
  func removeTree() throws {
    try FileSystem.replace(folder["keep/file"], with: [1])
    try FileSystem.replace(folder["tree/a/b"], with: [1])
    #expect(symlink(folder["keep"], folder["tree/link"]) == 0)
    #expect(symlink(folder["nowhere"], folder["tree/dangling"]) == 0)
    try FileSystem.removeTree(folder["tree"])
    #expect(try FileSystem.names(in: folder.path) == ["keep"])
    #expect(try FileSystem.read(folder["keep/file"]) == [1])
  }

  @Test(
    "A path has a parent, up to the root",
    arguments: [("/a/b", "/a"), ("/a", "/"), ("/", nil), ("a", nil), ("a/b", "a"), ("/a/", "/a")]
      as [(String, String?)])
  func parents(path: String, parent: String?) {
    #expect(FileSystem.parent(of: path) == parent)
  }

  @Test("A status says what a file is, and its time of change cannot be set back")
  func status() throws {
    try FileSystem.replace(folder["file"], with: [1, 2, 3])
    let before = try FileSystem.status(folder["file"])
    #expect(before.kind == .file && before.size == 3)
    #expect(try FileSystem.status(folder.path).kind == .folder)
    #expect(try FileSystem.status("/dev/null").kind == .device)
    WallClock.sleep(milliseconds: 20)
    try shell("touch -d 2001-01-01 '\(folder["file"])'")
    #expect(try FileSystem.status(folder["file"]).changed > before.changed)
    #expect(abs(WallClock.nanoseconds() - before.changed) < 60_000_000_000)
  }
}

/// The system's own limit on the size of files, far above what any other test writes.
enum FileSizeLimit {
  static let bytes = 64 << 20

  static func hold(_ body: () throws -> Void) throws {
    // The signal's default is to kill the process before it could see the error.
    signal(SIGXFSZ, SIG_IGN)
    #if canImport(Glibc)
      let kind = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
    #else
      let kind = RLIMIT_FSIZE
    #endif
    var before = rlimit()
    getrlimit(kind, &before)
    var held = before
    held.rlim_cur = rlim_t(bytes)
    setrlimit(kind, &held)
    defer { setrlimit(kind, &before) }
    try body()
  }
}
