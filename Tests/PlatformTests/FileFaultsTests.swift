#if DEBUG
  import Foundation
  import Testing

  @testable import Platform

  struct FileFaultsTests {
    private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
      let path = FileManager.default.temporaryDirectory.path + "/faults-" + UUID().uuidString
      try FileSystem.replace(path, with: bytes)
      defer { try? FileSystem.removeIfPresent(path) }
      try body(path)
    }

    /// The number of calls that reading the whole file takes.
    private func calls(toRead path: String) throws -> Int {
      let faults = FileFaults { _, _ in .proceed }
      _ = try faults.during { try FileSystem.read(path) }
      return faults.count
    }

    @Test("Each call can fail, and the failure names what was tried")
    func failures() throws {
      try withFile([1, 2, 3]) { path throws in
        var tried: [String] = []
        for number in 1...(try calls(toRead: path)) {
          let faults = FileFaults { $1 == number ? .fail(EIO) : .proceed }
          do { _ = try faults.during { try FileSystem.read(path) } } catch let error as SystemError
          {
            #expect(error.code == EIO)
            #expect(error.path == path)
            tried.append(error.operation)
          }
        }
        #expect(tried == ["open", "read", "read"])
      }
    }

    @Test("An interrupted call is tried again, and counts as another one")
    func interruption() throws {
      try withFile([1, 2, 3]) { path throws in
        let calls = try calls(toRead: path)
        for number in 1...calls {
          let faults = FileFaults { $1 == number ? .fail(EINTR) : .proceed }
          #expect(try faults.during { try FileSystem.read(path) } == [1, 2, 3])
          // A close is not tried again: the file is closed all the same.
          #expect(faults.count == (number == calls ? calls : calls + 1))
        }
      }
    }

    @Test("Short reads and writes lose nothing", arguments: [1, 2, 7])
    func short(most: Int) throws {
      let text = Array("the end of a file is where nothing comes any more".utf8)
      try withFile(Array(text.prefix(3))) { path throws in
        let faults = FileFaults { _, _ in .short(most) }
        try faults.during {
          try FileSystem.appendDurably(Array(text.dropFirst(3)), to: path)
          #expect(try FileSystem.read(path) == text)
          #expect(try FileSystem.read(path, from: 4, count: 9) == Array(text[4..<13]))
        }
        #expect(try FileSystem.read(path) == text)
      }
    }

    @Test("After a death nothing touches the disk, and locks are free for others")
    func death() throws {
      try withFile([1]) { path throws in
        let faults = FileFaults { call, _ in
          if case .write(_, _, let bytes) = call, bytes.count == 5 { return .die }
          return .proceed
        }
        try faults.during {
          let lock = try FileLock.take(path + ".lock", patience: 0, holder: "me")
          #expect(throws: SystemError("write", path, code: EIO)) {
            try FileSystem.appendDurably([1, 2, 3, 4, 5], to: path)
          }
          #expect(throws: SystemError.self) { try FileSystem.remove(path) }
          _ = consume lock
        }
        #expect(faults.isDead)
        #expect(try FileSystem.read(path) == [1])
        #expect(try FileSystem.read(path + ".lock") == Array("me".utf8))
        #expect(try FileLock.take(path + ".lock", patience: 0, holder: "next") != nil)
        try FileSystem.remove(path + ".lock")
      }
    }

    @Test("Only the task that asked for faults has them")
    func others() async throws {
      let faults = FileFaults { _, _ in .fail(EIO) }
      let other = faults.during { Task.detached { try FileSystem.status("/").kind } }
      #expect(try await other.value == .folder)
    }

    @Test("No file of the platform makes such a call elsewhere")
    func oneDoor() throws {
      let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Platform")
      let calls = [
        "fopen", "fdatasync", "fsync", "ftruncate", "unlink", "rmdir", "mkdir", "opendir",
        "readdir", "lseek", "flock", "access", "realpath", "lstat", "fstat", "pread", "pwrite",
        "mmap", "link", "symlink", "chmod", "utimes",
      ]
      let door = try Regex("\\b(\(calls.joined(separator: "|")))\\(")
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      var seen = 0
      for file in files where file.hasSuffix(".swift") && file != "SystemCalls.swift" {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        let found = text.split(separator: "\n").filter { $0.contains(door) }
        #expect(found.isEmpty, "\(file): \(found)")
        seen += 1
      }
      #expect(seen > 5)
    }
  }
#endif
