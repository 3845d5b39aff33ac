import Platform
import SupportModel

/// What is known to be erased. Most commands never have to ask.
enum KnownErasures: Sendable {
  case none
  /// In the file beside the mark, which has this checksum.
  case kept(UInt32)
  case these(Erasures)

  /// All of them; the log says them again where their file is lost.
  func all(_ layout: DeskLayout) throws -> Erasures {
    switch self {
    case .none: return Erasures()
    case .these(let erasures): return erasures
    case .kept(let check):
      let bytes = try FileSystem.readIfPresent(Self.path(layout)) ?? []
      if CRC32C.checksum(bytes) == check,
        let erasures = Erasures(String(decoding: bytes, as: UTF8.self))
      {
        return erasures
      }
      return try EventLog(layout).erasures()
    }
  }

  /// Keeps them beside the mark, where their file is not there or another one. Returns its checksum;
  /// nil where there are none.
  static func write(_ erasures: Erasures, _ layout: DeskLayout) throws -> UInt32? {
    guard !erasures.isEmpty else { return nil }
    let bytes = Array(erasures.description.utf8)
    if try FileSystem.readIfPresent(path(layout)) != bytes {
      try FileSystem.replace(path(layout), with: bytes)
    }
    return CRC32C.checksum(bytes)
  }

  private static func path(_ layout: DeskLayout) -> String { layout.folded + "/erasures" }
}

extension FoldMark {
  var knownErasures: KnownErasures { erasureCheck.map(KnownErasures.kept) ?? .none }
}
