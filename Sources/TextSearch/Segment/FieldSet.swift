/// Some of the fields of an index, of which there are at most 64.
struct FieldSet: Hashable {
  /// A bit for each field's number.
  private let bits: UInt64

  /// The fields that `isTaken` takes, by their names.
  init(_ fields: [TextField], where isTaken: (String) -> Bool) {
    bits = fields.indices.reduce(0) { bits, field in
      isTaken(fields[field].name) ? bits | 1 << UInt64(field) : bits
    }
  }

  /// The fields that have any words, of which there are so many in each.
  init(lengths: [Int]) {
    bits = lengths.indices.reduce(0) { lengths[$1] > 0 ? $0 | 1 << UInt64($1) : $0 }
  }

  func isSuperset(of other: FieldSet) -> Bool { bits & other.bits == other.bits }

  func contains(_ field: Int) -> Bool { bits >> UInt64(field) & 1 != 0 }
}
