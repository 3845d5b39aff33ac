/// The chance of one history: the same rolls for the same seed (SplitMix64; Steele, Lea and Flood,
/// 2014), so that a history can be told again.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[roll(elements.count)]
  }

  /// A number from 0 up to, not including, `count`.
  mutating func roll(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

  /// True once in so many times.
  mutating func once(in count: Int) -> Bool { roll(count) == 0 }

  /// Some of the elements, at least one, in any order.
  mutating func some<Element>(_ elements: [Element], most: Int) -> [Element] {
    Array(elements.shuffled(using: &self).prefix(1 + roll(most)))
  }
}
