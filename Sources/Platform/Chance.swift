/// Where random numbers come from: the system, or a seed for tests that must repeat.
package struct Chance: RandomNumberGenerator, Sendable {
  private var system = SystemRandomNumberGenerator()
  private var seeded: UInt64?

  package init(seed: UInt64? = nil) { seeded = seed }

  /// The seeded sequence is SplitMix64 (Steele, Lea and Flood, 2014).
  package mutating func next() -> UInt64 {
    guard let state = seeded else { return system.next() }
    let moved = state &+ 0x9E37_79B9_7F4A_7C15
    seeded = moved
    var mixed = (moved ^ moved >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
