/// A thing outside of the desk that a ticket is about: an order, a consignment.
package struct OutsideReference: Hashable, Sendable {
  package var kind: String
  /// What it is called where it lives: `C-17`.
  package var ref: String

  package init(kind: String, ref: String) { (self.kind, self.ref) = (kind, ref) }

  /// In bytes.
  private static let longest = 200

  /// As one may be kept: a kind that the desk knows, and a line of text.
  func checked(_ known: ReferenceKinds) throws(Refusal) -> OutsideReference {
    guard known.kinds.contains(kind) else {
      throw .unknown(kind: "kind of reference", word: kind, known: known.kinds)
    }
    let line = ref.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !line.isEmpty else { throw .empty(field: kind) }
    try TextRules.refuseNul(line, field: kind)
    guard line.utf8.count <= Self.longest else {
      throw .tooLong(
        field: kind, limit: Self.longest, actual: line.utf8.count, unit: "bytes")
    }
    return OutsideReference(kind: kind, ref: line)
  }

  /// The entry among the links of a document.
  var link: JSON { .object(JSONObject([("kind", .string(kind)), ("ref", .string(ref))])) }
}

extension Ticket {
  /// What it is about outside of the desk, its order first.
  package var references: [OutsideReference] {
    let links = document["links"]?.array ?? []
    let order = order.map { OutsideReference(kind: ReferenceKind.order, ref: $0) }
    return [order].compactMap(\.self)
      + links.compactMap { link in
        guard let kind = link["kind"]?.string, let ref = link["ref"]?.string else { return nil }
        return OutsideReference(kind: kind, ref: ref)
      }
  }

  func references(of kind: String?) -> [String] {
    references.filter { kind == nil || $0.kind == kind }.map(\.ref)
  }
}

extension TicketChange {
  /// Puts references onto the ticket, or takes them away. There is one order, and any number of all
  /// else.
  mutating func refer(
    to added: [OutsideReference], notTo removed: [OutsideReference] = [],
    _ known: ReferenceKinds
  ) throws(Refusal) {
    for reference in added {
      let reference = try reference.checked(known)
      if reference.kind == ReferenceKind.order {
        set("order", reference.ref)
      } else {
        add("links", [reference.link])
      }
    }
    for reference in removed {
      if reference.kind == ReferenceKind.order {
        if document["order"]?.string == reference.ref { set("order", nil as String?) }
      } else {
        remove("links", [reference.link])
      }
    }
  }
}
