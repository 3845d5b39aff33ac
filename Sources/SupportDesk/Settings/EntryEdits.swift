import SupportModel

/// New values for a priority.
package struct PriorityEdit: DeskEntryEdit {
  package var name: String?
  package var rank: Int?
  /// Empty for none.
  package var colour: String?
  package var addAliases: [String] = []
  package var removeAliases: [String] = []

  package init() {}

  package func apply(to place: Int, of entries: inout [Priority], isNew: Bool) throws {
    // Without a word of it, what is new is more pressing than all there is.
    if isNew { entries[place].rank = (entries.map(\.rank).max() ?? 0) + 1 }
    var priority = entries[place]
    priority.name = name ?? priority.name
    priority.rank = rank ?? priority.rank
    if let colour { priority.colour = try Colour.typed(colour) }
    priority.aliases.edit(adding: addAliases, removing: removeAliases)
    entries[place] = priority
  }
}

/// New values for a status.
package struct StatusEdit: DeskEntryEdit {
  package var name: String?
  package var phase: Phase?
  /// Empty for none.
  package var colour: String?
  package var addAliases: [String] = []
  package var removeAliases: [String] = []
  package var addNext: [String] = []
  package var removeNext: [String] = []
  /// The statuses that may become it.
  package var addFrom: [String] = []
  package var removeFrom: [String] = []

  package init() {}

  package func apply(to place: Int, of entries: inout [Status], isNew: Bool) throws {
    let code = entries[place].code
    var status = entries[place]
    status.name = name ?? status.name
    status.phase = phase ?? status.phase
    if let colour { status.colour = try Colour.typed(colour) }
    status.aliases.edit(adding: addAliases, removing: removeAliases)
    entries[place] = status
    if isNew, addNext.isEmpty, addFrom.isEmpty { entries.open(to: place) }
    let codes = entries.map(\.code)
    let others = codes.filter { $0 != code }
    entries[place].next.edit(
      adding: try addNext.map { try Self.known($0, others) }, removing: removeNext)
    for from in try (addFrom + removeFrom).map({ try Self.known($0, others) }) {
      guard let other = codes.firstIndex(of: from) else { continue }
      let isAdded = addFrom.contains(from)
      entries[other].next.edit(adding: isAdded ? [code] : [], removing: isAdded ? [] : [code])
    }
  }

  private static func known(_ word: String, _ codes: [String]) throws -> String {
    guard codes.contains(word) else {
      throw Refusal.unknown(kind: "status", word: word, known: codes)
    }
    return word
  }
}

extension [Status] {
  /// Where nobody says what may come before and after a new status: all that is not done may become it,
  /// and it may become anything but new.
  fileprivate mutating func open(to place: Int) {
    self[place].next = map(\.code).filter { $0 != "new" && $0 != self[place].code }
    for other in indices where other != place && self[other].phase != .done {
      self[other].next.append(self[place].code)
    }
  }
}

/// New values for a custom field.
package struct FieldEdit: DeskEntryEdit {
  /// Empty for the name.
  package var label: String?
  package var kind: CustomField.Kind?
  package var addChoices: [String] = []
  package var removeChoices: [String] = []
  package var addRequiredIn: [String] = []
  package var removeRequiredIn: [String] = []

  package init() {}

  package func apply(to place: Int, of entries: inout [CustomField], isNew: Bool) throws {
    var field = entries[place]
    if let label { field.label = label.isEmpty ? field.name : label }
    field.kind = kind ?? field.kind
    field.choices.edit(adding: addChoices, removing: removeChoices)
    field.requiredIn.edit(adding: addRequiredIn, removing: removeRequiredIn)
    entries[place] = field
  }
}

/// New values for a kind of reference.
package struct ReferenceEdit: DeskEntryEdit {
  /// Empty for the name.
  package var label: String?
  /// Empty for none.
  package var url: String?

  package init() {}

  package func apply(to place: Int, of entries: inout [ReferenceKind], isNew: Bool) throws {
    var reference = entries[place]
    if let label { reference.label = label.isEmpty ? reference.kind : label }
    if let url { reference.url = url.isEmpty ? nil : url }
    entries[place] = reference
  }
}
