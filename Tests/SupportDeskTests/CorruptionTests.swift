import Foundation
import Platform
import SupportModel
import SupportStore
import Testing

@testable import SupportDesk

/// Whatever byte of whatever file changes or is cut off: nothing crashes or hangs, fsck names the
/// file, other tickets are read and changed, and a repair guesses nothing, drops nothing and is done
/// the first time.
///
/// A few hurts of each kind of file; `LONG=1` takes every one of them.
struct CorruptionTests {
  /// The kinds of files, by how their paths begin.
  static let kinds = [
    "events/", "tickets/", "customers/", "attachments/", "agents/", "kb/", "support.json",
    ".support/folded/", ".support/replica", ".support/config.json",
  ]

  private static let isLong = ProcessInfo.processInfo.environment["LONG"] != nil

  @Test("Any byte of any file", arguments: kinds)
  func anyByte(kind: String) throws {
    let desk = try HurtDesk()
    let victims = desk.files.filter { $0.key.hasPrefix(kind) }
    #expect(!victims.isEmpty)
    var random = Chance(seed: UInt64(kind.utf8.count))
    for (file, bytes) in victims.sorted(by: { $0.key < $1.key }) {
      let all = Hurt.all(of: file, bytes)
      for hurt in Self.isLong ? all : (0..<6).compactMap({ _ in all.randomElement(using: &random) })
      {
        do { try check(hurt, desk) } catch { Issue.record(error, "\(hurt)") }
      }
    }
  }

  private func check(_ hurt: Hurt, _ desk: HurtDesk) throws {
    try desk.restore()
    let whole = try #require(desk.files[hurt.file])
    let bytes = hurt.apply(to: whole)
    try FileSystem.replace(desk.layout.root + "/" + hurt.file, with: bytes)
    let name = hurt.file == "agents/ada.json" ? "eve" : "ada"
    guard let ada = try open(desk, as: name, hurt) else { return }
    let others = desk.tickets.filter { !isAbout($0, hurt, whole) }
    for id in desk.tickets {
      let reads = try desk.readsWhole(id, by: ada)
      #expect(reads || !others.contains(id), "\(hurt): ticket \(id)")
    }
    _ = try ada.allAgents()
    _ = try ada.allArticles()
    _ = try ada.list(try Filter.parse("", ada.filterContext))
    try checkFindings(hurt, desk, bytes, whole)
    try checkRepair(hurt, desk, whole)
    if let id = others.last {
      let head = try desk.office.desk(name).ticket(id).messages.count
      _ = try desk.office.desk(name).note(id, "still works")
      #expect(try desk.office.desk(name).ticket(id).messages.count == head + 1, "\(hurt)")
    }
  }

  /// The desk, or nil where its settings are broken and that is said.
  private func open(_ desk: HurtDesk, as name: String, _ hurt: Hurt) throws -> Desk? {
    do { return try desk.office.desk(name) } catch let error as SettingsError {
      #expect(["support.json", ".support/config.json"].contains(error.file), "\(hurt)")
      #expect(error.file == hurt.file, "\(hurt)")
      let report = try Desk.fsck(from: desk.layout.root, repair: true, at: desk.office.now)
      #expect(report.findings.contains { $0.file == hurt.file && !$0.isRepaired }, "\(hurt)")
    } catch let error as NewerFormat {
      #expect(error.file == hurt.file)
    }
    return nil
  }

  /// Whether a ticket is told of by what was hurt. A damaged LF hurts the line behind it too.
  private func isAbout(_ id: String, _ hurt: Hurt, _ whole: [UInt8]) -> Bool {
    if !hurt.file.hasPrefix("events/") { return hurt.file.contains(id) }
    let range = hurt.range(in: whole)
    var start = 0
    for line in whole.split(separator: 0x0A) {
      let end = start + line.count + 1
      if range.overlaps(max(0, start - 1)..<end),
        String(decoding: line, as: UTF8.self).contains(id)
      {
        return true
      }
      start = end
    }
    return false
  }

  private func checkFindings(
    _ hurt: Hurt, _ desk: HurtDesk, _ bytes: [UInt8], _ whole: [UInt8]
  ) throws {
    let report = try desk.office.desk("system").fsck(repair: false)
    let named = (report.findings + report.notes).filter { $0.file == hurt.file }
    for finding in named where finding.code == .logChecksum { #expect(finding.line != nil) }
    switch hurt.file.prefix(while: { $0 != "/" }) {
    case "events":
      // Nobody can see that whole lines are gone from the end: so it looks after a reset, too.
      let isCutBetweenLines = bytes.isEmpty || bytes.last == 0x0A
      let isSeen = !named.isEmpty || !report.notes.isEmpty || !report.isSound
      if case .cut = hurt.kind, isCutBetweenLines { return }
      #expect(isSeen, "\(hurt)")
    case "tickets", "customers":
      // A document that does not say any more which events it holds is folded again by whoever reads
      // it, before the check can name it.
      let isMended = try FileSystem.read(desk.layout.root + "/" + hurt.file) == whole
      #expect(!named.isEmpty || isMended, "\(hurt)")
    case "attachments": #expect(!named.isEmpty, "\(hurt)")
    case ".support" where hurt.file.hasSuffix("config.json"): break
    case ".support": #expect(report.isSound, "\(hurt)")
    // Settings have no checksum: another text may mean something else.
    default: break
    }
  }

  private func checkRepair(_ hurt: Hurt, _ desk: HurtDesk, _ whole: [UInt8]) throws {
    let first = try desk.office.desk("system").fsck(repair: true)
    for finding in first.findings where finding.isRepaired { #expect(finding.code.isDerivable) }
    let before = try desk.state()
    let second = try desk.office.desk("system").fsck(repair: true)
    #expect(second.findings.allSatisfy { !$0.isRepaired }, "\(hurt)")
    let after = try desk.state()
    #expect(
      before == after, "\(hurt): the second repair changed \(Self.differing(before, after))")
    expectNothingDropped(hurt, whole, after)
  }

  private static func differing(_ one: [String: [UInt8]], _ other: [String: [UInt8]]) -> [String] {
    Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
  }

  /// Every line of the log that was not hurt is there still, and what is left of one that was lies
  /// in its file or was set aside.
  private func expectNothingDropped(
    _ hurt: Hurt, _ whole: [UInt8], _ after: [String: [UInt8]]
  ) {
    guard hurt.file.hasPrefix("events/") else { return }
    let kept = after.filter { $0.key == hurt.file || $0.key.hasPrefix(".support/torn/") }.values
    let lines = kept.flatMap { $0.split(separator: 0x0A, omittingEmptySubsequences: false) }
    let pieces = Set(lines.map(Array.init))
    let left = hurt.apply(to: whole).split(separator: 0x0A).map(Array.init)
    for line in left { #expect(pieces.contains(line), "\(hurt): a line was dropped") }
  }
}
