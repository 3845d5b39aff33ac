/// Why the bytes of a zone cannot be read.
package enum ZoneError: Error, Equatable {
  case notTZif
  case damaged
}

/// Reads compiled zones, TZif of versions 1 to 4 (RFC 9636):
///
///     header   "TZif", version, six counts
///     data     changes | their kinds | kinds of local time | names | leap seconds | flags
///     -- from version 2 on, both again with 8 bytes a time instead of 4, and then --
///     footer   newline, the TZ string of the years to come (or nothing), newline
///
/// Times in a file that counts leap seconds are brought back to the seconds everybody else counts.
extension TimeZoneRules {
  package init(tzif bytes: [UInt8]) throws(ZoneError) {
    var reader = TZifReader(bytes)
    var header = try reader.header()
    if header.version > 1 {
      try reader.skip(header.size(timeSize: 4))
      header = try reader.header()
    }
    let timeSize = header.version > 1 ? 8 : 4
    var changes: [Int] = []
    for _ in 0..<header.times { changes.append(try reader.integer(timeSize)) }
    kinds = try reader.take(header.times)
    var types: [(offset: Int, name: Int)] = []
    for _ in 0..<header.types {
      let offset = try reader.integer(4)
      // Whether it is daylight-saving time matters to nobody here.
      try reader.skip(1)
      types.append((offset, try reader.integer(1)))
    }
    let names = try reader.take(header.characters)
    var leaps: [(at: Int, seconds: Int)] = []
    for _ in 0..<header.leaps {
      leaps.append((try reader.integer(timeSize), try reader.integer(4)))
    }
    try reader.skip(header.standardFlags + header.utcFlags)
    self.changes = changes.map { time in time - (leaps.last { $0.at <= time }?.seconds ?? 0) }
    clocks = types.map { type in
      let name = names.dropFirst(type.name).prefix { $0 != 0 }
      return ZoneRule.Clock(name: String(decoding: name, as: UTF8.self), offset: type.offset)
    }
    let footer = header.version > 1 ? try reader.footer() : ""
    rule = footer.isEmpty ? nil : ZoneRule(footer)
    let isSane =
      !clocks.isEmpty && kinds.allSatisfy { $0 < clocks.count }
      && clocks.allSatisfy { abs($0.offset) < 172_800 }
      && zip(self.changes, self.changes.dropFirst()).allSatisfy { $0 < $1 }
      && footer.isEmpty == (rule == nil)
    guard isSane else { throw .damaged }
  }
}

/// Takes big-endian numbers off the front of a file.
private struct TZifReader {
  struct Header {
    var version: Int
    var utcFlags, standardFlags, leaps, times, types, characters: Int

    /// The bytes of the data that follow.
    func size(timeSize: Int) -> Int {
      times * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4) + standardFlags
        + utcFlags
    }
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  mutating func header() throws(ZoneError) -> Header {
    guard rest.count >= 44, rest.starts(with: "TZif".utf8) else { throw .notTZif }
    try skip(4)
    let version = try integer(1)
    try skip(15)
    return Header(
      // The first version is written as 0, the others as digits.
      version: version == 0 ? 1 : version - 0x30,
      utcFlags: try count(), standardFlags: try count(), leaps: try count(), times: try count(),
      types: try count(), characters: try count())
  }

  private mutating func count() throws(ZoneError) -> Int {
    let count = try integer(4)
    guard (0...rest.count).contains(count) else { throw .damaged }
    return count
  }

  mutating func take(_ count: Int) throws(ZoneError) -> [UInt8] {
    guard count <= rest.count else { throw .damaged }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func skip(_ count: Int) throws(ZoneError) {
    guard count <= rest.count else { throw .damaged }
    rest = rest.dropFirst(count)
  }

  /// A signed number of 4 or 8 bytes, an unsigned one of 1.
  mutating func integer(_ size: Int) throws(ZoneError) -> Int {
    guard size <= rest.count else { throw .damaged }
    let bits = rest.prefix(size).reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    rest = rest.dropFirst(size)
    return switch size {
    case 8: Int(Int64(bitPattern: bits))
    case 4: Int(Int32(truncatingIfNeeded: bits))
    default: Int(bits)
    }
  }

  mutating func footer() throws(ZoneError) -> String {
    guard rest.first == 0x0A, let end = rest.dropFirst().firstIndex(of: 0x0A) else {
      throw .damaged
    }
    return String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
  }
}
