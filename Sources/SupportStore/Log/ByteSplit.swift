import SupportModel

/// Taking bytes apart, which every command does with the mark: by hand, for the general way takes ten
/// times as long.
extension ArraySlice<UInt8> {
  /// The parts between separators, without empty ones where they are to be left out.
  func parts(at separator: UInt8, keepingEmpty: Bool) -> [ArraySlice<UInt8>] {
    var ends: [Int] = []
    withUnsafeBufferPointer { bytes in
      var start = 0
      while let end = bytes.firstPlace(of: separator, from: start) {
        ends.append(end)
        start = end + 1
      }
    }
    var parts: [ArraySlice<UInt8>] = []
    parts.reserveCapacity(ends.count + 1)
    var start = startIndex
    for end in ends {
      let end = startIndex + end
      if keepingEmpty || start < end { parts.append(self[start..<end]) }
      start = end + 1
    }
    if keepingEmpty || start < endIndex { parts.append(self[start..<endIndex]) }
    return parts
  }
}

extension ArraySlice<UInt8> {
  func firstPlace(of byte: UInt8) -> Int? {
    withUnsafeBufferPointer { $0.firstPlace(of: byte, from: 0).map { startIndex + $0 } }
  }

  /// The last place of a byte before another place.
  func lastPlace(of byte: UInt8, before end: Int) -> Int? {
    withUnsafeBufferPointer { bytes in
      var place = end - startIndex
      while place > 0 {
        place -= 1
        if bytes[place] == byte { return startIndex + place }
      }
      return nil
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func firstPlace(of byte: UInt8, from start: Int) -> Int? {
    var place = start
    while place + 8 <= count {
      let step = EightBytes.first(EightBytes(self, at: place).marks(of: byte))
      place += step
      if step < 8 { return place }
    }
    while place < count {
      if self[place] == byte { return place }
      place += 1
    }
    return nil
  }
}
