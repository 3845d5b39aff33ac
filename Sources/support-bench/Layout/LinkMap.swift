import Platform

/// Where the linker has put each piece of a program, from the map that lld writes (`-Map`).
///
/// A line of it has an address, a load address, a size and an alignment in columns, and then the name
/// of an output section, of an input section (8 spaces further in) or of a symbol (16).
struct LinkMap {
  /// What the linker moves as a whole, and one of the symbols by which it can be told to.
  struct Piece: Equatable {
    var place: Range<UInt64>
    var symbol: String
  }

  /// By where they lie.
  private(set) var pieces: [Piece] = []

  /// Reads a map whose symbols are not demangled. Throws `SystemError`.
  init(path: String) throws {
    var map = Self()
    try InputFile(path).forEachLine(longest: 1 << 20) { line in
      guard case .bytes(let bytes) = line else { return }
      map.take(String(decoding: bytes, as: UTF8.self))
    }
    self = map.sorted
  }

  /// Reads a map from its lines.
  init(lines: [String]) {
    var map = Self()
    for line in lines { map.take(line) }
    self = map.sorted
  }

  private init() {}

  /// The input section whose symbol has not come yet.
  private var section: Range<UInt64>?

  private var sorted: Self {
    var map = self
    map.pieces.sort { $0.place.lowerBound < $1.place.lowerBound }
    return map
  }

  /// The output sections whose pieces are worth ordering: of the others no command needs fewer pages.
  private static let ordered: Set<Substring> = [".text", ".data", ".data.rel.ro", ".bss"]
  private var isOrdered = false

  private mutating func take(_ line: String) {
    let columns = line.split(separator: " ", maxSplits: 4)
    guard columns.count == 5, let address = UInt64(columns[0], radix: 16),
      let size = UInt64(columns[2], radix: 16)
    else { return }
    switch columns[4].prefix(while: { $0 == " " }).count {
    case 8: section = isOrdered && size > 0 ? address..<address + size : nil
    case 16:
      guard let place = section else { return }
      pieces.append(Piece(place: place, symbol: String(columns[4].dropFirst(16))))
      section = nil
    default:
      isOrdered = Self.ordered.contains(columns[4])
      section = nil
    }
  }

  /// The number of the piece that an address lies in.
  func piece(at address: UInt64) -> Int? {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].place.upperBound <= address { low = middle + 1 } else { high = middle }
    }
    return low < pieces.count && pieces[low].place.contains(address) ? low : nil
  }
}
