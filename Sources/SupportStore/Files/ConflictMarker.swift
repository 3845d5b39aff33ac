/// One of the lines between which git puts the two sides of a merge that it left to a person.
///
///     <<<<<<< HEAD
///     ours
///     ||||||| base
///     =======
///     theirs
///     >>>>>>> branch
enum ConflictMarker: UInt8 {
  case ours = 0x3C
  case base = 0x7C
  case middle = 0x3D
  case theirs = 0x3E

  private static let width = 7

  /// Reads a line, which has neither LF nor CR at its end.
  init?(_ line: some Collection<UInt8>) {
    guard let first = line.first, let marker = Self(rawValue: first),
      line.prefix(Self.width + 1).count(where: { $0 == first }) == Self.width
    else { return nil }
    let rest = line.dropFirst(Self.width)
    guard rest.isEmpty || (marker != .middle && rest.first == UInt8(ascii: " ")) else { return nil }
    self = marker
  }

  /// Whether a side of a conflict begins anywhere in a file.
  static func begins(in bytes: [UInt8]) -> Bool {
    bytes.split(separator: 0x0A).contains {
      ConflictMarker($0.last == 0x0D ? $0.dropLast() : $0) == .ours
    }
  }

  /// The line, from 1, with which the first whole conflict begins.
  static func line(in bytes: [UInt8]) -> Int? {
    var beginning: Int?
    var hasMiddle = false
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      switch ConflictMarker(line.last == 0x0D ? line.dropLast() : line) {
      case .ours: (beginning, hasMiddle) = (number + 1, false)
      case .middle: hasMiddle = beginning != nil
      case .theirs where hasMiddle: return beginning
      default: break
      }
    }
    return nil
  }
}
