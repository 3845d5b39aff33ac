#if DEBUG
  import Foundation
  @testable import Platform
  import Testing

  /// The disk that loses its power has to be believed before what it proves is.
  struct DiskTests {
    /// What is found after a cut at the end of a body, in many dice rolls.
    private func found(
      _ before: [String: String] = [:], after body: (String) throws -> Void
    ) throws -> Set<[String: String]> {
      let folder = FileManager.default.temporaryDirectory.path + "/disk-" + UUID().uuidString
      try FileSystem.makeFolder(folder)
      defer { try? FileSystem.removeTree(folder) }
      for (path, text) in before {
        try FileSystem.replace(folder + "/" + path, with: Array(text.utf8))
      }
      let disk = Disk(try FolderTree(of: folder), at: folder)
      let faults = FileFaults({ _, _ in .proceed }, witness: disk.note)
      try faults.during { try body(folder) }
      return Set(
        (1...200 as ClosedRange<UInt64>).map { seed in
          var chance = Chance(seed: seed)
          return disk.afterCut(&chance).texts(of: ["a", "b"])
        })
    }

    @Test("Bytes that were not synced are lost, cut, zeros, or there")
    func bytes() throws {
      let folders = try found(["a": "old"]) { folder in
        let file = try SystemCalls.open(folder + "/a", O_WRONLY | O_APPEND)
        try Array("er".utf8).withUnsafeBytes { try SystemCalls.write(file, $0, "a") }
        SystemCalls.close(file)
      }
      let texts = ["old", "olde", "older", "old\0\0", "olde\0"]
      #expect(folders == Set(texts.map { ["a": $0] }))
    }

    @Test("A durable append is there, also in a folder that was made for it")
    func durable() throws {
      #expect(
        try found(["a": "old"]) { try FileSystem.appendDurably(Array("er".utf8), to: $0 + "/a") }
          == [["a": "older"]])
      #expect(
        try found { try FileSystem.appendDurably(Array("new".utf8), to: $0 + "/a/b/c") }
          == [["a/b/c": "new"]])
      #expect(
        try found { try FileSystem.replace($0 + "/a/b", with: Array("new".utf8), durable: true) }
          == [["a/b": "new"]])
    }

    @Test("A file that is replaced without a sync is old, new, cut, zeros or empty, but there")
    func replaced() throws {
      let folders = try found(["a": "old"]) {
        try FileSystem.replace($0 + "/a", with: [0x6E, 0x65])
      }
      #expect(
        folders == [
          ["a": "old"], ["a": "ne"], ["a": "n"], ["a": ""], ["a": "n\0"], ["a": "\0\0"],
        ])
    }

    @Test("A removal is there or not, unless its folder was synced")
    func removed() throws {
      #expect(try found(["a": "x"]) { try FileSystem.remove($0 + "/a") } == [[:], ["a": "x"]])
      #expect(try found(["a": "x"]) { try FileSystem.removeDurably($0 + "/a") } == [[:]])
    }

    @Test("Two changes in one folder come in any order")
    func unordered() throws {
      let folders = try found(["a/1": "x", "b/1": "y"]) { folder in
        try FileSystem.remove(folder + "/a/1")
        try FileSystem.remove(folder + "/b/1")
      }
      #expect(folders == [["a/1": "x", "b/1": "y"], ["a/1": "x"], ["b/1": "y"], [:]])
    }
  }
#endif
