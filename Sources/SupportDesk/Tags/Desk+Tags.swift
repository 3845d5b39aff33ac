import SupportModel
import SupportStore

/// A tag with what the desk says of it, and how many tickets have it.
package struct TagUse: Hashable, Sendable {
  package var tag: Tag
  package var tickets: Int
}

/// New values for a tag's file; what is nil stays as it is, and empty texts take away.
package struct TagEdit: Hashable, Sendable {
  package var colour: String?
  package var description: String?

  package init() {}

  func apply(to tag: inout Tag) throws {
    if let colour { tag.colour = try Colour.typed(colour) }
    if let description { tag.description = description.filled }
  }
}

extension Desk {
  private var tagFiles: TagFiles { TagFiles(store.layout) }

  /// All tags that tickets have or that are described, by name.
  package func allTags() throws -> ReadFiles<TagUse> {
    try requireStaff("see the tags")
    var uses: [String: Int] = [:]
    for (value, count) in try counts(.everything, by: .tag) {
      if let value { uses[value] = count }
    }
    var tags = try tagFiles.all().map { TagUse(tag: $0, tickets: uses[$0.name] ?? 0) }
    let described = Set(try tagFiles.names())
    tags.values += uses.filter { !described.contains($0.key) }.map { name, count in
      TagUse(tag: Tag(name), tickets: count)
    }
    tags.values.sort { $0.tag.name < $1.tag.name }
    return tags
  }

  package func tag(_ name: String) throws -> TagUse {
    try requireStaff("see the tags")
    let name = Self.known(name)
    let tag = try tagFiles.tag(name)
    let tickets = try count(Filter.having(name, in: .tag))
    guard tag != nil || tickets > 0 else {
      throw DeskError.notFound(kind: "tag", name: name, known: try tagNames())
    }
    return TagUse(tag: tag ?? Tag(name), tickets: tickets)
  }

  /// A tag that somebody typed as tickets and files have it. An old ticket may have one that could not be
  /// given any more: that is found as it is.
  private static func known(_ typed: String) -> String { (try? TextRules.tag(typed)) ?? typed }

  private func tagNames() throws -> [String] {
    try allTags().values.map(\.tag.name)
  }

  package func addTag(
    _ name: String, _ edit: TagEdit, isDryRun: Bool = false
  ) throws -> Written<Tag> {
    try permissions.requireAgent("describe tags")
    let name = try TextRules.tag(name)
    return try changeFile(for: "tag add", isDryRun: isDryRun) {
      guard try !tagFiles.names().contains(name) else {
        throw Refusal.exists(kind: "tag", name: name)
      }
      var tag = Tag(name)
      try edit.apply(to: &tag)
      return (tag, try change(to: tag, .tagAdded))
    }
  }

  /// Describes a tag in other words; one that had no file gets one.
  package func editTag(
    _ name: String, _ edit: TagEdit, isDryRun: Bool = false
  ) throws -> Written<Tag> {
    try permissions.requireAgent("describe tags")
    return try changeFile(for: "tag edit", isDryRun: isDryRun) {
      let before = try tag(name).tag
      var after = before
      try edit.apply(to: &after)
      return (after, after == before ? nil : try change(to: after, .tagUpdated))
    }
  }

  /// Takes away what is said of a tag, and where it is to go `everywhere` the tag from all tickets.
  package func removeTag(
    _ name: String, everywhere: Bool = false, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Written<String> {
    try permissions.requireAgent("remove tags")
    if everywhere { try permissions.requireAdmin("take a tag from all tickets") }
    let name = Self.known(name)
    return try changeSettings(for: "tag remove", options) { _ in
      let names = try tagFiles.names()
      guard try names.contains(name) || everywhere && tag(name).tickets > 0 else {
        throw DeskError.notFound(
          kind: everywhere ? "tag" : "description of a tag", name: name, known: names)
      }
      var change = SettingsChange()
      if everywhere { change.tickets = retagging([name], to: nil) }
      change.tell(EventDraft(.tagRemoved, RecordKey(.tag, name)))
      if names.contains(name) { change.clear { try tagFiles.remove(name) } }
      return (name, change)
    }
  }

  /// Gives a tag another name, on all tickets and in its description.
  package func renameTag(
    _ name: String, to new: String, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Written<Tag> {
    try permissions.requireAdmin("rename tags")
    let new = try TextRules.tag(new)
    return try changeSettings(for: "tag rename", options) { _ in
      let old = try tag(name).tag
      var renamed = old
      renamed.name = new
      guard new != old.name else { return (old, nil) }
      try requireFree(renamed, for: old)
      return (renamed, try change(from: [old.name], to: renamed, .tagRenamed))
    }
  }

  /// Refuses a name that another tag has. A change that was begun and killed can be ended: then the same
  /// is said of the new name already, and tickets have either the old one or the new one.
  private func requireFree(_ renamed: Tag, for old: Tag) throws {
    let file = try tagFiles.tag(renamed.name)
    let isTaken = try count(Filter.having(renamed.name, in: .tag)) > 0
    if file == nil, !isTaken { return }
    let isMoved = try isTaken && count(Filter.having(old.name, in: .tag)) == 0
    guard file == renamed, !isTaken || isMoved else {
      throw Refusal.nameTaken(kind: "tag", name: renamed.name)
    }
  }

  /// Makes one of several tags: all tickets that had one of them have that.
  package func mergeTags(
    _ names: [String], into target: String, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Written<Tag> {
    try permissions.requireAdmin("merge tags")
    let target = try TextRules.tag(target)
    return try changeSettings(for: "tag merge", options) { _ in
      let gone = try names.map { try tag($0).tag.name }.filter { $0 != target }
      guard !gone.isEmpty else {
        throw Refusal.invalid(field: "tag to merge", value: target, expected: "another one")
      }
      let merged = try tagFiles.tag(target) ?? Tag(target)
      return (merged, try change(from: gone, to: merged, .tagMerged))
    }
  }

  private func change(
    from old: [String], to tag: Tag, _ type: EventType
  ) throws -> SettingsChange {
    var change = SettingsChange()
    change.tickets = retagging(old, to: tag.name)
    let files = Set(try tagFiles.names())
    var draft = EventDraft(type, tag.key, Patch(set: tag.json))
    draft.meta["from"] = .array(old.map(JSON.string))
    change.tell(draft)
    if type == .tagRenamed, old.contains(where: files.contains) {
      change.write(try tagFiles.kept(tag.name)) { try tagFiles.write(tag) }
    }
    for name in old where files.contains(name) { change.clear { try tagFiles.remove(name) } }
    return change
  }

  private func retagging(_ old: [String], to new: String?) -> SettingsChange.TicketsBehind {
    let expression = FilterExpression.any(
      of: old.map { Filter.having($0, in: .tag).expression })
    return SettingsChange.TicketsBehind(filter: Filter(expression)) { ticket, acting in
      var edit = Edit()
      edit.removeTags = old
      edit.addTags = [new].compactMap(\.self)
      return try ticket.edit(edit, acting)
    }
  }

  private func change(to tag: Tag, _ type: EventType) throws -> FileChange {
    FileChange(
      draft: EventDraft(type, tag.key, Patch(set: tag.json)), kept: try tagFiles.kept(tag.name)
    ) { try tagFiles.write(tag) }
  }
}
