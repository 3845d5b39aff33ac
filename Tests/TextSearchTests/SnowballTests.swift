import Foundation
import Testing

@testable import TextSearch

/// English stems against those of Snowball's own program, word for word, where it is installed: the
/// Python package `snowballstemmer`, from release 3.1 on.
@Suite("Snowball")
struct SnowballTests {
  @Test(
    "gives each English word the stem that ours has",
    .enabled(if: isInstalled, "skipped: no snowballstemmer 3.1 or no list of words"))
  func agrees() throws {
    let words = try String(contentsOfFile: Self.list, encoding: .utf8)
      .split(separator: "\n").map { $0.lowercased() }
      .filter { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x27 } }
    let stems = try Self.python(
      """
      import sys, snowballstemmer
      stem = snowballstemmer.stemmer("english").stemWord
      for line in sys.stdin: print(stem(line.rstrip("\\n")))
      """, input: words.joined(separator: "\n") + "\n"
    ).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(words.count > 50_000)
    for (word, stem) in zip(words, stems) where EnglishStemmer.stem(word) != stem {
      Issue.record("\(word): \(EnglishStemmer.stem(word)), Snowball says \(stem)")
    }
  }

  private static let list = "/usr/share/dict/words"

  private static let isInstalled: Bool = {
    let test = """
      import snowballstemmer, importlib.metadata as m
      print([int(n) for n in m.version("snowballstemmer").split(".")[:2]] >= [3, 1])
      """
    return FileManager.default.fileExists(atPath: list)
      && (try? python(test, input: "")) == "True\n"
  }()

  /// What a Python program prints; the input is a file, so that neither side waits for the other.
  private static func python(_ program: String, input: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "words-\(UUID()).txt")
    try input.write(to: file, atomically: false, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: printed, as: UTF8.self)
  }
}
