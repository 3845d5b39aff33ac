import Foundation
import Testing

@testable import Platform

struct InputLinesTests {
  /// The lines of a text that comes through a pipe in pieces.
  private func lines(_ pieces: [String], longest: Int = 20) throws -> [String] {
    let pipe = Foundation.Pipe()
    var input = InputLines(
      file: pipe.fileHandleForReading.fileDescriptor, name: "a pipe", longest: longest)
    var rest = pieces[...]
    var lines: [String] = []
    try input.forEach {
      // The next piece is written when the reader is about to wait for it.
      if let piece = rest.popFirst() {
        try pipe.fileHandleForWriting.write(contentsOf: Data(piece.utf8))
      }
      if rest.isEmpty { try pipe.fileHandleForWriting.close() }
    } _: { line in
      switch line {
      case .bytes(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
      case .tooLong(let limit): lines.append("more than \(limit)")
      }
    }
    return lines
  }

  @Test(
    "Lines come one by one, however they were written",
    arguments: [
      (["one\ntwo\n"], ["one", "two"]), (["one\ntwo"], ["one", "two"]), ([""], []),
      (["\n\n"], ["", ""]), (["o", "ne\nt", "wo", "\n"], ["one", "two"]),
      (["12345678901234567890\nx"], ["12345678901234567890", "x"]),
      (["123456789012345678901\nx"], ["more than 20", "x"]),
      (["1234567890123", "45678901", "2345", "67890\nx\n"], ["more than 20", "x"]),
      (["1234567890123", "45678901", "2345", "67890"], ["more than 20"]),
    ])
  func pieces(pieces: [String], expected: [String]) throws {
    #expect(try lines(pieces) == expected)
  }

  @Test("A text much longer than a block is whole")
  func long() throws {
    let file = FileManager.default.temporaryDirectory.path + "/lines-" + UUID().uuidString
    defer { try? FileSystem.removeIfPresent(file) }
    let expected = (0..<200_000).map { "line \($0)" }
    try FileSystem.replace(file, with: Array(expected.joined(separator: "\n").utf8))
    let handle = try #require(FileHandle(forReadingAtPath: file))
    var input = InputLines(file: handle.fileDescriptor, name: file, longest: 1000)
    var lines: [String] = []
    try input.forEach {
    } _: { line in
      if case .bytes(let bytes) = line { lines.append(String(decoding: bytes, as: UTF8.self)) }
    }
    #expect(lines == expected)
  }
}
