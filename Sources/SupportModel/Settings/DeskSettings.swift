/// `support.json`: what a desk has decided about itself. Everything in it has a default.
package struct DeskSettings: Hashable, Sendable {
  /// The newest store format this version reads and writes.
  package static let newestFormat = 1
  package static let fileName = "support.json"

  package var format = newestFormat
  package var name = "Support"
  /// The language that people are expected to read, as a tag such as `en` or `pt-br`.
  package var language = "en"
  package var lifecycle = Lifecycle.standard
  package var priorities = Priorities.standard
  package var defaultPriority = "normal"
  package var channels = [
    "web", "email", "phone", "chat", "social", "api", "portal", "system", "ai",
  ]
  package var defaultChannel = "web"
  package var limits = Limits()
  package var permissions = PermissionSettings()
  package var organisations = Organisations()
  package var sla = SLASettings.standard
  package var search = SearchSettings()
  package var fields = CustomFields()
  package var references = ReferenceKinds()
  package var rules = RuleSettings()
  package var care = CareSettings()

  package init() {}

  /// `zones` are those that calendars may name; only a file with calendars asks for any.
  package init(file: String, bytes: [UInt8], zones: Zones = .none) throws {
    try self.init(Self.reader(file: file, bytes: bytes), zones: zones)
  }

  /// Opens the file, and leaves the rules in it unread.
  package static func reader(
    file: String = fileName, bytes: [UInt8]
  ) throws -> SettingsReader {
    try SettingsReader(file: file, bytes: bytes, leaving: RuleSettings.unread)
  }

  package init(_ reader: SettingsReader, zones: Zones = .none) throws {
    guard let format = try reader.integer("format", in: 1...1_000_000) else {
      throw reader.error("format", "the number of the store format is missing")
    }
    self.format = format
    guard format <= Self.newestFormat else { throw NewerFormat(file: reader.file, format: format) }
    try reader.allowOnly([
      "format", "name", "language", "statuses", "priorities", "default_priority", "channels",
      "default_channel", "fields", "references", "limits", "permissions", "organisations",
      "calendars", "sla", "search", "rules", "care",
    ])
    name = try reader.text("name") ?? name
    language = try reader.text("language") ?? language
    guard Article.isLegal(language: language) else {
      throw reader.error("language", "\"\(language)\" is no tag such as en or pt-br")
    }
    lifecycle = try reader.children("statuses").map(Lifecycle.init) ?? lifecycle
    guard !lifecycle.statuses.isEmpty else {
      throw reader.error("statuses", "a desk needs at least one status")
    }
    priorities = try reader.children("priorities").map(Priorities.init) ?? priorities
    channels = try reader.texts("channels") ?? channels
    fields = try reader.children("fields").map(CustomFields.init) ?? fields
    references = try reader.children("references").map(ReferenceKinds.init) ?? references
    limits = try reader.child("limits").map(Limits.init) ?? limits
    permissions = try reader.child("permissions").map(PermissionSettings.init) ?? permissions
    organisations =
      try reader.children("organisations").map(Organisations.init) ?? organisations
    defaultPriority = try reader.text("default_priority") ?? defaultPriority
    guard priorities[defaultPriority] != nil else {
      throw reader.error("default_priority", "no priority is called \"\(defaultPriority)\"")
    }
    defaultChannel = try reader.text("default_channel") ?? defaultChannel
    guard channels.contains(defaultChannel) else {
      throw reader.error("default_channel", "no channel is called \"\(defaultChannel)\"")
    }
    search = try reader.child("search").map(SearchSettings.init) ?? search
    sla.calendars =
      try reader.child("calendars").map { try BusinessCalendar.byName($0, zones: zones) } ?? [:]
    sla = try reader.child("sla").map { try SLASettings($0, self) } ?? sla
    rules = try RuleSettings(reader)
    care = try reader.child("care").map { try CareSettings($0, lifecycle, limits) } ?? care
  }
}

/// The desk was written by a newer version than this one understands.
package struct NewerFormat: Error, Equatable {
  package var file: String
  package var format: Int
}

/// Who may change what, beyond the roles.
package struct PermissionSettings: Hashable, Sendable {
  /// Whether only its assignee and admins may change a ticket's fields.
  package var assigneeOnly = false
  /// Whether agents see and change only tickets of their own categories.
  package var ownCategoriesOnly = false

  package init() {}

  init(_ reader: SettingsReader) throws {
    try reader.allowOnly(["assignee_only", "own_categories_only"])
    assigneeOnly = try reader.bool("assignee_only") ?? false
    ownCategoriesOnly = try reader.bool("own_categories_only") ?? false
  }

  /// Whether there may be tickets that an agent is not to see.
  func confines(_ agent: Agent) -> Bool {
    ownCategoriesOnly && agent.role == .agent && !agent.categories.isEmpty
  }
}
