/// Numbers in rising order, each once. A set of them would do as well, but to have the runtime make one
/// more type of set takes as long as to go through a thousand numbers.
extension [UInt64] {
  /// Puts others in, which may be in any order and there already.
  mutating func merge(_ others: [UInt64]) {
    if others.isEmpty { return }
    var all: [UInt64] = []
    for number in (self + others).sorted() where number != all.last { all.append(number) }
    self = all
  }

  func without(_ others: [UInt64]) -> [UInt64] {
    var rest = others[...]
    return filter { number in
      rest = rest.drop { $0 < number }
      return rest.first != number
    }
  }
}
