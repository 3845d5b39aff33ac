import Foundation
import Testing

@testable import TextSearch

/// Words against those of Unicode Standard Annex 29: where the annex has one begin, one of ours does.
@Suite("Word boundaries")
struct WordBoundaryTests {
  @Test("are those of the annex, rule by rule", arguments: rules)
  func agree(rule: String, cases: [(text: String, words: [String])]) {
    for (text, words) in cases {
      #expect(
        Self.compounds(of: text).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
          == words, "\(rule): \(text)")
    }
  }

  @Test(
    "are those of its published test, but for a few kinds of text",
    .enabled(if: published != nil, "skipped: the package unicode-data is not installed"))
  func publishedTest() throws {
    let lines = try #require(Self.published).split(separator: "\n")
    var (seen, different) = (0, 0)
    for line in lines where !line.hasPrefix("#") {
      let (text, starts) = Self.read(line)
      seen += 1
      if Self.compounds(of: text).map(\.lowerBound) == starts { continue }
      #expect(Self.isMeantToDiffer(text), "\(line.prefix { $0 != "#" })")
      different += 1
    }
    #expect(seen > 1800 && different < 60)
  }

  /// A colon between letters joins nothing here (`title:word`), and neither does a sign with a mark
  /// of its own, or an underscore beside another or beside kana.
  private static func isMeantToDiffer(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return zip(scalars, scalars.dropFirst()).contains { sign, next in
      sign == ":" || sign == "_" && [.unspaced, .other].contains(ScalarClass(next))
        || ["'", ",", "."].contains(sign)
          && [.mark, .ignored].contains(ScalarClass(next))
    }
  }

  /// Where our words begin and end; a compound is one.
  private static func compounds(of text: String) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for word in WordSplitter.words(in: text) {
      if let last = ranges.last, word.range.lowerBound < last.upperBound {
        ranges[ranges.count - 1] =
          last.lowerBound..<max(last.upperBound, word.range.upperBound)
      } else {
        ranges.append(word.range)
      }
    }
    return ranges
  }

  /// A line of the published test: its text, and where words in it begin, with letters or digits.
  private static func read(_ line: Substring) -> (text: String, starts: [Int]) {
    var (text, starts, isOpen) = ("", [Int](), false)
    for sign in line.prefix(while: { $0 != "#" }).split(whereSeparator: \.isWhitespace) {
      if sign == "÷" { isOpen = true }
      guard let value = UInt32(sign, radix: 16), let scalar = Unicode.Scalar(value) else {
        continue
      }
      if isOpen, [.letter, .digit, .unspaced].contains(ScalarClass(scalar)) {
        starts.append(text.utf8.count)
        isOpen = false
      }
      text.unicodeScalars.append(scalar)
    }
    return (text, starts)
  }

  private static let published: String? = {
    let path = "/usr/share/unicode/auxiliary/WordBreakTest.txt"
    return (try? Data(contentsOf: URL(filePath: path))).map { String(decoding: $0, as: UTF8.self) }
  }()

  private static let rules: [(String, [(text: String, words: [String])])] = [
    ("letters stay together, WB5", [("abc ЖЗИ αβγ", ["abc", "ЖЗИ", "αβγ"])]),
    (
      "a period or apostrophe between letters joins, WB6 and WB7",
      [("can't e.g", ["can't", "e.g"]), ("a.b' c", ["a.b", "c"]), ("a..b", ["a", "b"])]
    ),
    ("digits and letters stay together, WB8 to WB10", [("A4 4A 42", ["A4", "4A", "42"])]),
    (
      "signs between digits join, WB11 and WB12",
      [("3.2 3,456.78 1'000", ["3.2", "3,456.78", "1'000"]), ("3, 4.", ["3", "4"])]
    ),
    (
      "an underscore joins, and is no part of what it begins, WB13",
      [("a_b 1_2", ["a_b", "1_2"]), ("_a", ["a"])]
    ),
    (
      "marks, joiners and formats belong to what is before them, WB4",
      [("e\u{301}te\u{301} a\u{AD}b", ["e\u{301}te\u{301}", "a\u{AD}b"])]
    ),
    ("signs and pictures are no words, WB3c and WB15", [("🙂 👩‍👩‍👧 🇫🇷 $ = a", ["a"])]),
  ]
}
