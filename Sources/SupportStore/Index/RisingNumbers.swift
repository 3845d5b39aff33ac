/// Numbers in rising order. A set of them would be made in no time as well, but not its type: to have the
/// runtime make one more kind of set takes as long as to go through a thousand numbers.
extension [UInt64] {
  func without(_ others: [UInt64]) -> [UInt64] {
    var rest = others[...]
    return filter { number in
      rest = rest.drop { $0 < number }
      return rest.first != number
    }
  }
}
