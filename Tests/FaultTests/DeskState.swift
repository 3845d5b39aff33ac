import Platform
import SupportModel

@testable import SupportStore

/// What a desk says to whoever asks: all records, and all settings.
struct DeskState: Equatable {
  /// Documents in compact JSON, by record.
  private(set) var records: [RecordKey: String] = [:]
  /// The text of settings, by path.
  private(set) var settings: [String: String] = [:]
  /// How many events the log holds.
  private(set) var events = 0
  /// The attachments there are, by their digests.
  private(set) var attachments: Set<String> = []
  /// Whether all erasures that the log holds are known.
  private(set) var knowsErasures = true

  /// Events that tell of settings are for the audit: a file may have changed without.
  static func == (left: DeskState, right: DeskState) -> Bool {
    left.records == right.records && left.settings == right.settings
  }

  /// Asks as a command does that begins anew; nil where there is no desk.
  init?(of scene: Scene) throws {
    guard try DeskLayout.find(from: scene.folder + "/desk") != nil else { return nil }
    let snapshot = try scene.store.snapshot()
    let keys =
      try Documents(layout: scene.layout).keys() + snapshot.ticketIDs().map(RecordKey.ticket)
    for key in Set(keys).union(snapshot.overlay.keys) {
      records[key] = try snapshot.document(key).map { JSON.object($0).compact }
    }
    knowsErasures = try snapshot.erasures.all(scene.layout) == scene.store.log.erasures()
    let tree = try FolderTree(of: scene.root)
    attachments = Set(tree.texts(of: ["attachments"]).keys)
    settings = tree.texts(of: [
      "support.json", ".gitattributes", ".gitignore", "agents", "teams", "categories", "tags",
      "views", "templates", "kb", ".support/config.json",
    ])
    events = try scene.store.log.allEvents().count
  }
}

extension DeskState {
  /// Whether each record and each file is as in one of two states.
  func isBetween(_ one: DeskState, _ other: DeskState) -> Bool {
    let keys = Set(records.keys).union(one.records.keys).union(other.records.keys)
    let paths = Set(settings.keys).union(one.settings.keys).union(other.settings.keys)
    return keys.allSatisfy { [one.records[$0], other.records[$0]].contains(records[$0]) }
      && paths.allSatisfy { [one.settings[$0], other.settings[$0]].contains(settings[$0]) }
  }

  /// What differs, for a failure to tell.
  func difference(from other: DeskState) -> String {
    let paths = Set(settings.keys).union(other.settings.keys).filter {
      settings[$0] != other.settings[$0]
    }
    let keys = Set(records.keys).union(other.records.keys).filter {
      records[$0] != other.records[$0]
    }
    let documents = keys.map {
      "\($0.name): \(records[$0] ?? "none") and not \(other.records[$0] ?? "none")"
    }
    return (paths.sorted() + documents.sorted()).joined(separator: "; ")
  }
}
