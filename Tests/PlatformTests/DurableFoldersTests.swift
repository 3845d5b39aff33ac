import Foundation
import Testing

@testable import Platform

struct DurableFoldersTests {
  /// Runs a body with a folder that is gone afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/files-" + UUID().uuidString
    try FileSystem.makeFolder(path)
    defer { try? FileSystem.removeTree(path) }
    try body(path)
  }

  @Test("Making a folder tells which were made, the outermost first")
  func madeFolders() throws {
    try withFolder { folder throws in
      #expect(
        try FileSystem.makeFolder(folder + "/a/b/c")
          == [folder + "/a", folder + "/a/b", folder + "/a/b/c"])
      #expect(try FileSystem.makeFolder(folder + "/a/b/d") == [folder + "/a/b/d"])
      #expect(try FileSystem.makeFolder(folder + "/a/b/d") == [])
    }
  }

  @Test("A durable file's folder is synced, and the one above each folder that was made for it")
  func foldersToSync() {
    #expect(FileSystem.foldersNaming("/desk/a/b/file", made: []) == ["/desk/a/b"])
    #expect(
      FileSystem.foldersNaming("/desk/a/b/file", made: ["/desk/a", "/desk/a/b"])
        == ["/desk/a/b", "/desk/a", "/desk"])
    #expect(FileSystem.foldersNaming("file", made: []) == ["."])
  }

  @Test("A durable file is put into folders that were not there")
  func durable() throws {
    try withFolder { folder throws in
      try FileSystem.replace(folder + "/x/y/file", with: [1, 2], durable: true)
      #expect(try FileSystem.read(folder + "/x/y/file") == [1, 2])
      #expect(try FileSystem.names(in: folder + "/x/y") == ["file"])
    }
  }

  @Test("A pipe is read to its end, and a stream that is too long is refused")
  func streams() throws {
    try withFolder { folder throws in
      let pipe = folder + "/pipe"
      #expect(mkfifo(pipe, 0o600) == 0)
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/sh")
      shell.arguments = ["-c", "printf 'from a pipe' > '\(pipe)'"]
      try shell.run()
      let bytes = try FileSystem.readStream(pipe, limit: 11)
      #expect(String(decoding: bytes, as: UTF8.self) == "from a pipe")
      shell.waitUntilExit()
      #expect(throws: SystemError("read", "/dev/zero", code: EMSGSIZE)) {
        try FileSystem.readStream("/dev/zero", limit: 100_000)
      }
      #expect(throws: SystemError("read", folder, code: EISDIR)) {
        try FileSystem.readStream(folder, limit: 10)
      }
      #expect(throws: SystemError("read", pipe, code: EINVAL)) { try FileSystem.read(pipe) }
    }
  }
}
