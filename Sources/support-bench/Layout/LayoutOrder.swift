import Platform

/// The pieces of a program in the order in which commands first need them.
///
/// The system maps a program into memory in pieces of 64 KiB as it runs. Functions that are needed lie
/// scattered in what a linker puts together file by file, and most of what is mapped is not needed.
struct LayoutOrder {
  private let map: LinkMap
  private var isNeeded: [Bool]
  /// What has been looked up, by address: a loop is traced each time round.
  private var known: Set<UInt64> = []
  private var named: Set<String> = []
  private(set) var symbols: [String] = []

  init(_ map: LinkMap) {
    self.map = map
    isNeeded = [Bool](repeating: false, count: map.pieces.count)
  }

  /// Adds what a run of the program has read, written or executed: a log of valgrind's lackey
  /// (`--trace-mem=yes`). Throws `SystemError`.
  mutating func add(traceAt path: String) throws {
    try InputFile(path).forEachLine(longest: 4096) { line in
      guard case .bytes(let bytes) = line, let address = Self.address(in: bytes) else { return }
      add(address)
    }
  }

  mutating func add(_ address: UInt64) {
    guard known.insert(address).inserted, let piece = map.piece(at: address), !isNeeded[piece]
    else { return }
    isNeeded[piece] = true
    // Helpers of several files may have one name, and then go together.
    if named.insert(map.pieces[piece].symbol).inserted { symbols.append(map.pieces[piece].symbol) }
  }

  /// Of `I  04001f2c,3` or ` S 1fff0005d8,8`; nil for a line that says something else.
  static func address(in line: some Collection<UInt8>) -> UInt64? {
    var address: UInt64 = 0
    for (place, byte) in line.enumerated() {
      switch (place, byte) {
      case (0, UInt8(ascii: "I")), (0...2, UInt8(ascii: " ")): continue
      case (1, UInt8(ascii: "L")), (1, UInt8(ascii: "S")), (1, UInt8(ascii: "M")): continue
      case (4..., UInt8(ascii: ",")): return address
      case (3..., UInt8(ascii: "0")...UInt8(ascii: "9")):
        address = address << 4 | UInt64(byte - UInt8(ascii: "0"))
      case (3..., UInt8(ascii: "a")...UInt8(ascii: "f")):
        address = address << 4 | UInt64(byte - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
    return nil
  }
}
