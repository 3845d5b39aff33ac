extension Range<Int> {
  /// The first number of which something holds that holds of all that follow; the end where it holds of
  /// none. Found by halving.
  func firstPlace(where holds: (Int) throws -> Bool) rethrows -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if try holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
