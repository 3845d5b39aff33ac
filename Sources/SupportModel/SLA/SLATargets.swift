/// How long each clock of a ticket may run, in working time; nil where nothing is promised.
package struct SLATargets: Hashable, Sendable {
  package var firstResponse: TimeSpan?
  package var nextResponse: TimeSpan?
  package var resolution: TimeSpan?

  package init(
    firstResponse: TimeSpan? = nil, nextResponse: TimeSpan? = nil, resolution: TimeSpan? = nil
  ) {
    self.firstResponse = firstResponse
    self.nextResponse = nextResponse
    self.resolution = resolution
  }

  package var isEmpty: Bool { self == SLATargets() }

  /// These, and what they leave open from others.
  func filled(from others: SLATargets) -> SLATargets {
    SLATargets(
      firstResponse: firstResponse ?? others.firstResponse,
      nextResponse: nextResponse ?? others.nextResponse,
      resolution: resolution ?? others.resolution)
  }
}

extension SLATargets {
  /// Ten years: what is longer is a slip of the pen.
  private static let longest = TimeSpan(seconds: 3650 * 86_400)

  /// Reads an object whose keys are priorities, by code or alias.
  static func byPriority(
    _ reader: SettingsReader, _ priorities: Priorities
  ) throws -> [String: SLATargets] {
    var targets: [String: SLATargets] = [:]
    for word in reader.object.keys {
      let code = try priorities.code(of: word, at: word, in: reader)
      guard targets[code] == nil else {
        throw reader.error(word, "the priority \"\(code)\" has targets already")
      }
      targets[code] = try reader.child(word).map(SLATargets.init)
    }
    return targets
  }

  /// Reads an object whose keys are paths of categories, each with targets by priority.
  static func byCategory(
    _ reader: SettingsReader, _ priorities: Priorities
  ) throws -> [String: [String: SLATargets]] {
    var categories: [String: [String: SLATargets]] = [:]
    for word in reader.object.keys {
      let path = categoryPath(word)
      guard !path.isEmpty else {
        throw reader.error(word, "a category such as billing/refunds should be here")
      }
      guard categories[path] == nil else {
        throw reader.error(word, "the category \"\(path)\" has targets already")
      }
      categories[path] = try reader.child(word).map { try byPriority($0, priorities) }
    }
    return categories
  }

  private init(_ reader: SettingsReader) throws {
    let kinds = SLAClock.Kind.self
    try reader.allowOnly(kinds.allCases.map(\.rawValue))
    firstResponse = try Self.target(reader, kinds.firstResponse.rawValue)
    nextResponse = try Self.target(reader, kinds.nextResponse.rawValue)
    resolution = try Self.target(reader, kinds.resolution.rawValue)
  }

  private static func target(_ reader: SettingsReader, _ key: String) throws -> TimeSpan? {
    guard let span = try reader.span(key) else { return nil }
    guard .zero < span, span <= longest else {
      throw reader.error(key, "a target must be longer than 0 and at most \(longest)")
    }
    return span
  }
}

extension Priorities {
  /// The code that a settings file means by a priority's code or alias.
  func code(of word: String, at key: String, in reader: SettingsReader) throws -> String {
    guard let priority = find(word) else {
      let near = nearest(to: word, among: codes).map { "; did you mean \"\($0)\"?" }
      throw reader.error(key, "no priority is called \"\(word)\"" + (near ?? ""))
    }
    return priority.code
  }
}

extension TimeSpan {
  static func minutes(_ count: Int) -> TimeSpan { TimeSpan(seconds: count * 60) }
  static func hours(_ count: Int) -> TimeSpan { TimeSpan(seconds: count * 3600) }
}
