import Platform
import SupportModel

/// Where the parts of a desk lie. Paths of records follow from their names alone.
///
///     support.json                            settings
///     tickets/2026/11/20/261120-k7qx9m.json   a document a ticket
///     events/2026/11/20-4kx9.jsonl            a log file a day and replica
///     customers/bob@example.com.json
///     agents/ada.json   teams/tier-1.json   categories/account/password.json   tags/vip.json
///     views/mine.json   templates/refund.md   kb/en/SLUG.md   attachments/ab/abcdef...
///     .support/                               this copy's own, never versioned
package struct DeskLayout: Hashable, Sendable {
  /// The desk's folder, as an absolute path.
  package let root: String

  package init(root: String) { self.root = root }

  package var settings: String { root + "/" + DeskSettings.fileName }
  package var events: String { root + "/events" }
  package var tickets: String { root + "/tickets" }
  package var customers: String { root + "/customers" }
  package var agents: String { root + "/agents" }
  package var teams: String { root + "/teams" }
  package var categories: String { root + "/categories" }
  package var tags: String { root + "/tags" }
  package var views: String { root + "/views" }
  package var templates: String { root + "/templates" }
  package var articles: String { root + "/kb" }
  package var attachments: String { root + "/attachments" }
  package var local: String { root + "/.support" }

  package var lock: String { local + "/lock" }
  /// Held while this copy commits or merges.
  package var gitLock: String { local + "/git" }
  /// Held for the whole of a sync.
  package var syncLock: String { local + "/sync" }
  /// Held for the whole of an import.
  package var importLock: String { local + "/import" }
  /// What comes from a pipe and is read twice by an import.
  package var importSpool: String { local + "/import.\(ProcessID.current).tmp" }
  /// The commit that a sync is merging, so that the next one can end what was killed.
  package var merging: String { local + "/merging" }
  package var templateUses: String { local + "/template-uses" }
  package var agentRoster: String { local + "/agents" }
  package var replica: String { local + "/replica" }
  package var folded: String { local + "/folded" }
  package var index: String { local + "/index" }
  package var torn: String { local + "/torn" }
  package var drafts: String { local + "/drafts" }
  package var localConfig: String { local + "/config.json" }

  /// The path of a record's document.
  package func document(_ key: RecordKey) -> String {
    switch key.kind {
    case .ticket:
      guard let id = key.ticketID else { return tickets + "/" + PercentName.encode(key.name) }
      return document(of: id)
    case .customer: return "\(customers)/\(PercentName.encode(key.name)).json"
    default: return "\(root)/\(key.kind.rawValue)s/\(PercentName.encode(key.name)).json"
    }
  }

  /// An id begins with its day, whose century is the only one. An import makes very many of these.
  private func document(of id: TicketID) -> String {
    let name = Array(id.description.utf8)
    var path: [UInt8] = []
    path.reserveCapacity(tickets.utf8.count + 32)
    path += tickets.utf8
    path += "/20".utf8
    for digits in [0..<2, 2..<4, 4..<6] {
      path += name[digits]
      path.append(UInt8(ascii: "/"))
    }
    path += name
    path += ".json".utf8
    return String(decoding: path, as: UTF8.self)
  }

  /// The folder that holds the tickets of a day.
  package func folder(of date: CivilDate) -> String {
    "\(tickets)/\(padded(date.year, to: 4))/\(padded(date.month, to: 2))/\(padded(date.day, to: 2))"
  }

  package func agent(_ handle: String) -> String { "\(agents)/\(handle).json" }

  package func team(_ code: String) -> String { "\(teams)/\(code).json" }

  /// The path is the tree.
  package func category(_ path: String) -> String { "\(categories)/\(path).json" }

  package func tag(_ name: String) -> String { "\(tags)/\(PercentName.encode(name)).json" }

  package func view(_ name: String) -> String { "\(views)/\(name).json" }

  package func template(_ name: String) -> String { "\(templates)/\(name).md" }

  package func article(_ language: String, _ slug: String) -> String {
    "\(articles)/\(language)/\(slug).md"
  }

  package func attachment(_ sha256: String) -> String {
    "\(attachments)/\(sha256.prefix(2))/\(sha256)"
  }

  /// A path as people see it: below the desk's folder.
  package func relative(_ path: String) -> String {
    path.hasPrefix(root + "/") ? String(path.dropFirst(root.utf8.count + 1)) : path
  }
}

extension DeskLayout {
  /// Walks up from a folder to the one that holds `support.json`.
  package static func find(from folder: String) throws -> DeskLayout? {
    var folder: String? = FileSystem.realPath(folder)
    while let path = folder {
      let layout = DeskLayout(root: path == "/" ? "" : path)
      if try FileSystem.statusIfPresent(layout.settings) != nil { return layout }
      folder = FileSystem.parent(of: path)
    }
    return nil
  }
}

/// Names of records as file names: what is not plain is written as `%XX` of its UTF-8. A name that
/// gets longer than 200 bytes, more than file systems take once it has an ending, is its first 150,
/// `~` and the first 32 digits of its SHA-256.
package enum PercentName {
  package static func encode(_ name: String) -> String {
    let encoded = whole(name)
    guard encoded.utf8.count > 200 else { return encoded }
    return encoded.prefix(150) + "~" + SHA256.hexadecimal(of: Array(name.utf8)).prefix(32)
  }

  private static func whole(_ name: String) -> String {
    var encoded = ""
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "@"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "+"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: ".") where !encoded.isEmpty:
        encoded.append(".")
      default:
        encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }

  /// The name, or nil for a file name that no record has, or that is not the whole of a name.
  package static func decode(_ encoded: some StringProtocol) -> String? {
    guard !encoded.utf8.contains(UInt8(ascii: "~")) else { return nil }
    var bytes: [UInt8] = []
    var rest = Substring(encoded).utf8
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let code = UInt8(String(Substring(rest.prefix(2))), radix: 16), rest.count >= 2 else {
        return nil
      }
      bytes.append(code)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
