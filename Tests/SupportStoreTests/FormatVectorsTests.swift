import Foundation
import Platform
import SupportModel
import Testing

@testable import SupportStore

/// `docs/format.md` is a contract: what its vectors say must be what this implementation does.
@Suite struct FormatVectorsTests {
  static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/format.md")

  /// The fenced blocks of the page, by what stands behind their fences.
  static let blocks: [String: [String]] = {
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    var blocks: [String: [String]] = [:]
    var fence: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        fence = fence == nil ? String(line.dropFirst(3)) : nil
      } else if let fence {
        blocks[fence, default: []].append(line)
      }
    }
    return blocks
  }()

  private static func lines(_ block: String) throws -> [String] {
    try #require(blocks[block], "docs/format.md has no block \(block)")
  }

  @Test func `Checksums are those of the page`() throws {
    let lines = try Self.lines("text vector-crc")
    #expect(lines.count >= 3)
    for line in lines {
      let checksum = try #require(UInt32(line.prefix(8), radix: 16))
      #expect(CRC32C.checksum(line.dropFirst(9).utf8) == checksum, "\(line)")
    }
  }

  @Test func `Every line of the page is an event, written again with the same bytes`() throws {
    let lines = try Self.lines("jsonl vector-events") + Self.lines("jsonl vector-transaction")
    #expect(lines.count >= 5)
    for line in lines {
      let event = try EventLine.decode(Array(line.utf8))
      // A member from a newer version is passed over, and so not written again.
      let isKnown = !line.contains(#""colour":"brass""#)
      #expect(!isKnown || String(decoding: EventLine.encode(event), as: UTF8.self) == line)
    }
  }

  @Test func `Any flipped bit of a line is found`() throws {
    let line = Array(try #require(try Self.lines("jsonl vector-events").first).utf8)
    for place in line.indices {
      var flipped = line
      flipped[place] ^= 1
      #expect(throws: EventError.self) { try EventLine.decode(flipped) }
    }
  }

  @Test func `The page's transaction says its parts, and half of it is no line yet`() throws {
    let lines = try Self.lines("jsonl vector-transaction").map { Array($0.utf8) }
    #expect(try lines.map { try EventLine.decode($0).part } == (1...2).map { EventPart($0, of: 2) })
    let folder = try TemporaryFolder()
    let log = EventLog(DeskLayout(root: folder.path))
    let file = LogFile(CivilDate(year: 2026, month: 11, day: 20), replica: "4kx9")
    for (count, readable) in [(1, 0), (2, 2)] {
      let bytes = Array(lines.prefix(count).map { $0 + [0x0A] }.joined())
      try FileSystem.replace(log.path(file), with: bytes)
      #expect(try log.lines(of: file).lines.count == readable)
    }
  }

  @Test func `The lines of the page fold into its documents, byte for byte`() throws {
    let lines = try Self.lines("jsonl vector-events")
    let events = try lines.map { try EventLine.decode(Array($0.utf8)) }
    let layout = DeskLayout(root: "")
    for (key, events) in Dictionary(grouping: events, by: \.subject) {
      let path = String(layout.document(key).dropFirst())
      let expected = try Self.lines("json vector-document \(path)").joined(separator: "\n") + "\n"
      for events in [events, events.reversed()] {
        let document = try #require(Fold.document(events))
        #expect(String(decoding: Documents.bytes(document), as: UTF8.self) == expected)
      }
    }
  }

  @Test func `Folding one event after the other gives the same document`() throws {
    let lines = try Self.lines("jsonl vector-events")
    let events = try lines.map { try EventLine.decode(Array($0.utf8)) }
    for (_, events) in Dictionary(grouping: EventLog.ordered(events), by: \.subject) {
      let grown = events.reduce(nil as JSONObject?) { Fold.document($0, adding: $1) }
      #expect(grown == Fold.document(events))
    }
  }

  /// The lines of the page with those that erase, in order and each once.
  private static func erasingEvents() throws -> [Event] {
    let lines = try lines("jsonl vector-events") + lines("jsonl vector-erasures")
    return EventLog.ordered(try lines.map { try EventLine.decode(Array($0.utf8)) })
  }

  private static func histories(_ events: [Event]) -> Histories {
    var histories = Histories()
    for event in events { histories.add(event) }
    histories.keep { _ in true }
    return histories
  }

  @Test func `The lines of the page are scrubbed as it says, byte for byte`() throws {
    let expected = try Self.lines("jsonl vector-scrubbed")
    let histories = Self.histories(try Self.erasingEvents())
    let scrubbed = EventLog.ordered(histories.records.flatMap { histories[$0] })
    #expect(scrubbed.map { String(decoding: EventLine.encode($0), as: UTF8.self) } == expected)
  }

  @Test func `What was erased folds into the documents of the page, scrubbed or not`() throws {
    let lines = try Self.lines("jsonl vector-scrubbed")
    let scrubbed = try lines.map { try EventLine.decode(Array($0.utf8)) }
    for events in [try Self.erasingEvents(), scrubbed] {
      let histories = Self.histories(events)
      let records = histories.records.filter(\.kind.isFolded)
      #expect(records.count == 3)
      for key in records {
        let path = String(DeskLayout(root: "").document(key).dropFirst())
        let block = try Self.lines("json vector-erased-document \(path)")
        let document = try #require(Fold.document(histories[key]))
        #expect(
          String(decoding: Documents.bytes(document), as: UTF8.self)
            == block.joined(separator: "\n") + "\n")
      }
    }
  }

  @Test func `Records lie where the page says`() throws {
    let layout = DeskLayout(root: "")
    for line in try Self.lines("tsv vector-paths") {
      let (record, path) = try #require(Self.pair(line))
      let (kind, name) = try #require(Self.pair(record, at: ":"))
      let key = RecordKey(try #require(RecordKind(rawValue: kind)), name)
      #expect(layout.document(key) == "/" + path)
      let file = path.split(separator: "/").last?.dropLast(5) ?? ""
      #expect(PercentName.decode(file) == name)
    }
  }

  @Test func `Texts are the same only where their bytes are`() {
    #expect(JSON.string("\u{E9}") != JSON.string("e\u{301}"))
    #expect(JSON.string("é") == JSON.string("é"))
  }

  @Test func `The page names every finding, with its severity and whether it is mended`() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    for code in Finding.Code.allCases {
      let severity = code.severity.rawValue
      let row = "| `\(code.rawValue)` | \(severity) | \(code.isDerivable ? "" : "no |")"
      #expect(text.contains(row), "docs/format.md lacks \(row)")
    }
  }

  @Test func `The page about damage tells of every finding`() throws {
    let page = Self.page.deletingLastPathComponent().appending(path: "damage.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    for code in Finding.Code.allCases {
      #expect(text.contains("`\(code.rawValue)`"), "docs/damage.md lacks \(code.rawValue)")
    }
  }

  private static func pair(_ line: String, at mark: Character = "\t") -> (String, String)? {
    line.firstIndex(of: mark).map { (String(line[..<$0]), String(line[line.index(after: $0)...])) }
  }
}
