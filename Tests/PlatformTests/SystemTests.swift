import Testing

@testable import Platform

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct SystemErrorTests {
  @Test(
    "An error says what was tried, on what, and why",
    arguments: [
      (ENOENT, "cannot open /x: no such file or directory"),
      (ENOSPC, "cannot open /x: no space left on device"),
      (EROFS, "cannot open /x: read-only file system"),
      (EACCES, "cannot open /x: permission denied"),
      (EIO, "cannot open /x: input/output error"),
    ])
  func texts(code: Int32, text: String) {
    #expect(SystemError("open", "/x", code: code).description == text)
  }

  @Test("Errors are told apart by what can be done about them")
  func kinds() {
    func error(_ code: Int32) -> SystemError { SystemError("open", "/x", code: code) }
    #expect([ENOENT, ENOTDIR].allSatisfy { error($0).isMissing })
    #expect([EROFS, EACCES, EPERM].allSatisfy { error($0).isReadOnly })
    #expect([ENOSPC, EDQUOT].allSatisfy { error($0).isFull })
    #expect(!error(EIO).isMissing && !error(EIO).isReadOnly && !error(EIO).isFull)
  }
}

struct ChanceTests {
  @Test("A seed gives the numbers of SplitMix64")
  func seeded() {
    var chance = Chance(seed: 1_234_567)
    #expect(chance.next() == 6_457_827_717_110_365_317)
    #expect(chance.next() == 3_203_168_211_198_807_973)
    #expect(chance.next() == 9_817_491_932_198_370_423)
  }

  @Test("Without a seed no two are the same")
  func unseeded() {
    var (one, other) = (Chance(), Chance())
    #expect(one.next() != other.next())
    #expect(one.next() != one.next())
  }
}

struct FileLockTests {
  /// A lock cannot be copied, which is what `#expect` does with values.
  private func expect(
    _ lock: borrowing FileLock?, isTaken expected: Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let isTaken =
      switch lock {
      case .some: true
      case .none: false
      }
    #expect(isTaken == expected, sourceLocation: sourceLocation)
  }

  @Test("A lock is held by one, says by whom, and is given back")
  func lock() throws {
    let folder = try TemporaryFolder()
    let path = folder["lock"]
    let first = try FileLock.take(path, patience: 0, holder: "first")
    expect(first, isTaken: true)
    #expect(try String(decoding: FileSystem.read(path), as: UTF8.self) == "first")
    let second = try FileLock.take(path, patience: 0, holder: "second")
    expect(second, isTaken: false)
    #expect(try String(decoding: FileSystem.read(path), as: UTF8.self) == "first")
    _ = consume first
    #expect(try FileSystem.read(path).isEmpty)
    let third = try FileLock.take(path, patience: 0, holder: "third")
    expect(third, isTaken: true)
  }

  @Test("Patience is kept, and rewarded")
  func patience() throws {
    let folder = try TemporaryFolder()
    let path = folder["lock"]
    let start = WallClock.monotonicNanoseconds()
    let holder = Worker {
      let lock = try? FileLock.take(path, patience: 0, holder: "a")
      try? FileSystem.replace(path + ".held", with: [])
      WallClock.sleep(milliseconds: 150)
      _ = consume lock
    }
    while try FileSystem.statusIfPresent(path + ".held") == nil { WallClock.sleep(milliseconds: 1) }
    let early = try FileLock.take(path, patience: 20, holder: "b")
    expect(early, isTaken: false)
    let late = try FileLock.take(path, patience: 10_000, holder: "c")
    expect(late, isTaken: true)
    #expect(WallClock.monotonicNanoseconds() - start >= 150_000_000)
    holder.join()
  }

  @Test("A lock whose file is removed while others wait is not given to two")
  func removed() throws {
    let folder = try TemporaryFolder()
    let path = folder["lock"]
    let first = try FileLock.take(path, patience: 0, holder: "first")
    let waiter = Worker {
      let lock = try? FileLock.take(path, patience: 10_000, holder: "waiter")
      try? FileSystem.replace(path + ".got", with: [])
      _ = consume lock
    }
    // Long enough for the waiter to have opened the file that goes, and to be in line for it.
    WallClock.sleep(milliseconds: 400)
    try FileSystem.remove(path)
    let second = try FileLock.take(path, patience: 0, holder: "second")
    expect(second, isTaken: true)
    _ = consume first
    WallClock.sleep(milliseconds: 100)
    #expect(try FileSystem.statusIfPresent(path + ".got") == nil)
    _ = consume second
    waiter.join()
    #expect(try FileSystem.statusIfPresent(path + ".got") != nil)
  }

  @Test("A lock that cannot be made says where")
  func impossible() throws {
    let folder = try TemporaryFolder()
    #expect(throws: SystemError("open", folder.path, code: EISDIR)) {
      _ = try FileLock.take(folder.path, patience: 0, holder: "a")
    }
  }
}

struct ChildProcessTests {
  @Test("What a program prints is taken, with its exit status; its errors are apart")
  func output() throws {
    let result = try ChildProcess.talk("/bin/sh", ["-c", "echo out; echo err >&2; exit 3"])
    #expect(String(decoding: result.output, as: UTF8.self) == "out\n")
    #expect(String(decoding: result.errors, as: UTF8.self) == "err\n")
    #expect(result.status == 3)
  }

  @Test("Arguments arrive as they are, and standard input is empty")
  func arguments() throws {
    let words = ["a b", "", "$HOME", "'\"\\", "ä\n"]
    let result = try ChildProcess.talk(
      "/bin/sh", ["-c", "printf '<%s>' \"$@\"; cat", "sh"] + words)
    #expect(
      String(decoding: result.output, as: UTF8.self) == words.map { "<\($0)>" }.joined())
  }

  @Test("A program that prints much is read to its end")
  func large() throws {
    let result = try ChildProcess.talk("/bin/sh", ["-c", "head -c 300000 /dev/zero"])
    #expect(result.output.count == 300_000)
    #expect(result.status == 0)
  }

  @Test("A program that was killed has 128 and its signal as status")
  func killed() throws {
    #expect(try ChildProcess.talk("/bin/sh", ["-c", "kill -9 $$"]).status == 137)
    #expect(try ChildProcess.run("/bin/sh", ["-c", "kill -9 $$"]) == 137)
  }

  @Test("A program is run to its end")
  func run() throws {
    #expect(try ChildProcess.run("/bin/sh", ["-c", "exit 7"]) == 7)
  }

  @Test("A program that is not there cannot be run")
  func missing() {
    for path in ["/nowhere/program", "/"] {
      let error = #expect(throws: SystemError.self) { try ChildProcess.talk(path, []) }
      #expect(error?.operation == "run")
      #expect(error?.path == path)
    }
  }

  @Test("A program that is started inherits none of our files")
  func descriptors() throws {
    let folder = try TemporaryFolder()
    let file = try SystemCalls.open(folder["file"], O_RDWR | O_CREAT)
    defer { close(file) }
    let command = "test ! -e /dev/fd/\(file)"
    #expect(try ChildProcess.talk("/bin/sh", ["-c", command]).status == 0)
    #expect(fcntl(file, F_SETFD, 0) == 0)
    #expect(try ChildProcess.talk("/bin/sh", ["-c", command]).status == 1)
  }

  @Test("A program is found along the path, as a shell would find it")
  func find() throws {
    let folder = try TemporaryFolder()
    try FileSystem.replace(folder["one/tool"], with: [], mode: 0o644)
    try FileSystem.replace(folder["two/tool"], with: [], mode: 0o755)
    try FileSystem.makeFolder(folder["zero/tool"])
    let path = ["none", "zero", "one", "two"].map { folder[$0] }.joined(separator: ":")
    #expect(ChildProcess.find("tool", path: path) == folder["two/tool"])
    #expect(ChildProcess.find("tool", path: folder["one"]) == nil)
    #expect(ChildProcess.find(folder["two/tool"], path: "") == folder["two/tool"])
    #expect(ChildProcess.find(folder["one/tool"], path: path) == nil)
    #expect(ChildProcess.find("sh", path: nil) != nil)
  }
}

struct EnvironmentTests {
  @Test("An empty variable counts as an absent one, except where being set is what counts")
  func empty() {
    let environment = Environment(["A": "1", "NO_COLOR": ""])
    #expect(environment["A"] == "1")
    #expect(environment["NO_COLOR"] == nil)
    #expect(environment.has("NO_COLOR"))
    #expect(!environment.has("B"))
  }

  @Test("The environment of the process is taken as it is")
  func current() {
    #expect(Environment.current()["PATH"] == getenv("PATH").map { String(cString: $0) })
  }
}
