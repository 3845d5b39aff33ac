/// What happened: the part of an event that a rule may ask for.
package struct RuleOccasion: Sendable {
  package let type: EventType
  package let by: Actor
  private let patch: Patch
  /// What was said, once somebody has listened.
  private var heard: Said?

  package init(_ draft: EventDraft, by actor: Actor) {
    self.init(draft.type, by: actor, draft.patch)
  }

  package init(_ event: Event) { self.init(event.type, by: event.by, event.patch) }

  private init(_ type: EventType, by actor: Actor, _ patch: Patch) {
    (self.type, by, self.patch) = (type, actor, patch)
  }

  /// Reads the words once, where several rules ask for them.
  mutating func listen() { heard = heard ?? Said(patch) }

  var said: Said { heard ?? Said(patch) }

  /// Whether something was said in the thread.
  var says: Bool { patch.message != nil }

  /// Whether a field changed, or something inside of it, or what it lies in.
  func changes(_ field: String) -> Bool {
    func concerns(_ path: String) -> Bool {
      path == field || path.hasPrefix(field + ".") || field.hasPrefix(path + ".")
    }
    return patch.set.keys.contains(where: concerns) || patch.add.keys.contains(where: concerns)
      || patch.remove.keys.contains(where: concerns)
      || field == "messages" && patch.message != nil
  }
}
