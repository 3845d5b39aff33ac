import SupportModel

/// Names that files of a desk may have, by the folder they are in.
enum FileName {
  /// The ticket whose document has this name in the folder of a day, which is `261120-`.
  static func ticket(_ name: String, day: String) -> TicketID? {
    guard name.hasPrefix(day), name.hasSuffix(".json") else { return nil }
    return TicketID(name.dropLast(5)).flatMap { $0.description + ".json" == name ? $0 : nil }
  }

  /// Why no command reads a file that looks like one of the room's; nil for a name that is fine, and
  /// for other people's files.
  static func fault(of name: String, in room: DeskTree.Room) -> String? {
    guard !name.hasPrefix(".") else { return nil }
    let isJSON = name.lowercased().hasSuffix(".json")
    let what: String
    switch room {
    case .year where isJSON, .month where isJSON:
      what = "no ticket's document lies here"
    case .tickets(let day) where isJSON && ticket(name, day: day) == nil:
      what = "no ticket of this day has such a name"
    // A name that was cut because it is long cannot be told from its file's.
    case .customers where isJSON && !name.contains("~") && Documents.customerKey(name) == nil:
      what = "no customer's document has such a name"
    case .agents where isJSON && !Agent.isLegal(handle: String(name.dropLast(5))):
      what = "no agent's file has such a name"
    case .teams where isJSON && !Team.isLegal(code: String(name.dropLast(5))):
      what = "no team's file has such a name"
    case .categories(let top) where !isCategory(name, below: top):
      what = "no category has such a name"
    case .tags where isJSON && TagFiles.name(ofFile: name) == nil:
      what = "no tag's file has such a name"
    case .views where isJSON && !SavedView.isLegal(name: String(name.dropLast(5))):
      what = "no view's file has such a name"
    case .templates
    where name.lowercased().hasSuffix(".md") && !Template.isLegal(name: String(name.dropLast(3))):
      what = "no template has such a name"
    case .languages where !Article.isLegal(language: name) && !name.contains("."):
      what = "no language has such a name"
    case .articles
    where name.lowercased().hasSuffix(".md") && !Article.isLegal(slug: String(name.dropLast(3))):
      what = "no article has such a name"
    default: return nil
    }
    return what + (oddity(of: name).map { ": \($0)" } ?? "")
  }

  /// Whether a name is that of a category's file, or of the folder of those below it.
  private static func isCategory(_ name: String, below top: String?) -> Bool {
    let isFile = name.lowercased().hasSuffix(".json")
    guard isFile || !name.contains(".") else { return true }
    let last = isFile ? String(name.dropLast(5)) : name
    return Category.isLegal(path: top.map { "\($0)/\(last)" } ?? last)
  }

  /// What is odd about the letters of a name.
  private static func oddity(of name: String) -> String? {
    if name.unicodeScalars.contains("\u{FFFD}") { return "it is not UTF-8" }
    if name.unicodeScalars.contains(where: {
      $0.properties.canonicalCombiningClass != .notReordered
    }) {
      return "it is not in Unicode's normal form NFC"
    }
    if name.lowercased() != name { return "it has capital letters" }
    return nil
  }
}
