import Foundation
import Platform
import SupportModel
import SupportStore
import Testing

@testable import SupportDesk

/// A small desk with something of everything in it, whose files are hurt one at a time and put back.
final class HurtDesk {
  let office: Office
  let layout: DeskLayout
  let tickets: [String]
  /// Every file by its path below the desk's folder.
  let files: [String: [UInt8]]
  /// Every ticket as it reads when nothing is hurt.
  private let whole: [String: JSONObject]

  init() throws {
    office = try Office()
    layout = DeskLayout(root: office.root)
    tickets = [
      try office.open("Lamp flickers", by: "bob@example.com"),
      try office.open("Cannot sign in", by: "eva@example.com"),
      try office.open("Invoice", by: "ada"),
    ]
    try Self.work(office, tickets)
    try Self.receive(office, layout, tickets)
    let ada = try office.desk("ada")
    whole = try Dictionary(
      uniqueKeysWithValues: tickets.map { ($0, try ada.ticket($0).document) })
    #expect(try ada.fsck(repair: true).findings.isEmpty)
    files = try Self.files(below: layout.root)
  }

  private static func work(_ office: Office, _ tickets: [String]) throws {
    let file = try office.file("log.txt", "it blinks\n")
    _ = try office.desk("ada").reply(tickets[0], "Which bulb?", attaching: [file])
    _ = try office.desk("eve").note(tickets[0], "Same lot as before.")
    _ = try office.desk("ada").assign([tickets[1]], to: "eve", team: nil)
    _ = try office.desk("ada").link(tickets[0], .relates, tickets[1])
    _ = try office.desk("ada").setStatus([tickets[0]], "resolved")
    _ = try office.desk("bob@example.com").rate(tickets[0], 5)
    var article = ArticleEdit()
    (article.title, article.body) = ("Reset", "# Reset\n\nDo it.")
    _ = try office.desk("ada").newArticle("reset", article)
    article.title = "Lamps"
    _ = try office.desk("ada").newArticle("lamps", article)
  }

  /// A line of another replica.
  private static func receive(_ office: Office, _ layout: DeskLayout, _ tickets: [String]) throws {
    let id = try #require(TicketID(tickets[2]))
    let at = office.now + TimeSpan(seconds: 5)
    let event = Event(
      EventDraft(.ticketUpdated, .ticket(id), Patch(set: JSONObject([("order", "A-17")]))),
      id: EventID(time: at, chance: 5), at: at, by: .agent("eve"))
    let path = EventLog(layout).path(LogFile(at.date, replica: "zzzz"))
    try FileSystem.replace(path, with: EventLine.encode(event) + [0x0A])
    _ = try office.desk("ada").ticket(tickets[2])
  }

  private static func files(below root: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    func visit(_ folder: String) throws {
      for name in try FileSystem.names(in: folder) {
        let path = folder + "/" + name
        if try FileSystem.status(path).kind == .folder {
          try visit(path)
        } else {
          files[String(path.dropFirst(root.utf8.count + 1))] = try FileSystem.read(path)
        }
      }
    }
    try visit(root)
    return files
  }

  /// Puts every file back as it was, and takes away those that came.
  func restore() throws {
    let now = try Self.files(below: layout.root)
    for (path, bytes) in files where now[path] != bytes {
      try FileSystem.replace(layout.root + "/" + path, with: bytes)
    }
    for path in now.keys where files[path] == nil {
      try FileSystem.remove(layout.root + "/" + path)
    }
  }

  /// All that a repair may change, to see whether it did. Any command may move the mark, when times that
  /// were too young to prove anything have become old enough.
  func state() throws -> [String: [UInt8]] {
    let moving = [".support/lock", ".support/folded/mark"]
    return try Self.files(below: layout.root).filter { !moving.contains($0.key) }
  }

  /// Whether a ticket reads as if nothing were hurt. One whose events are cut off is gone, as it is
  /// after a reset.
  func readsWhole(_ id: String, by desk: Desk) throws -> Bool {
    do { return try desk.ticket(id).document == whole[id] } catch DeskError.notFound {
      return false
    }
  }
}

/// One hurt of one file.
struct Hurt: CustomStringConvertible {
  enum Kind {
    /// The byte at a place becomes another one.
    case flip(Int, UInt8)
    /// Everything from a place on is gone.
    case cut(Int)
  }

  var file: String
  var kind: Kind

  func apply(to bytes: [UInt8]) -> [UInt8] {
    switch kind {
    case .flip(let place, let byte):
      var bytes = bytes
      bytes[place] = byte
      return bytes
    case .cut(let length): return Array(bytes.prefix(length))
    }
  }

  /// The bytes that are not what they were.
  func range(in bytes: [UInt8]) -> Range<Int> {
    switch kind {
    case .flip(let place, _): place..<(place + 1)
    case .cut(let length): length..<bytes.count
    }
  }

  var description: String {
    switch kind {
    case .flip(let place, let byte): "\(file): byte \(place) becomes \(byte)"
    case .cut(let length): "\(file): cut to \(length)"
    }
  }

  /// Every cut, and every byte with its lowest bit, its top bit, and all bits flipped, or as LF or NUL
  /// in turn.
  static func all(of file: String, _ bytes: [UInt8]) -> [Hurt] {
    let flips = bytes.indices.flatMap { place in
      let byte = bytes[place]
      let other: UInt8 = [~byte, 0x0A, 0][place % 3]
      return Set([byte ^ 1, byte ^ 0x80, other]).subtracting([byte]).sorted()
        .map { Hurt(file: file, kind: .flip(place, $0)) }
    }
    return flips + bytes.indices.map { Hurt(file: file, kind: .cut($0)) }
  }
}
