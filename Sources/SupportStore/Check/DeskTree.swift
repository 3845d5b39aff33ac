import Platform
import SupportModel

/// The folders of a desk with the names in them. What cannot be read is noted, and the rest is
/// there all the same.
struct DeskTree {
  /// What a folder is for.
  enum Room {
    case year, month
    /// With the day as ticket ids begin with it: `261120-`.
    case tickets(day: String)
    case log(month: String)
    case customers, agents, teams, tags, views, templates, languages
    /// Of the categories below one, or of those at the top.
    case categories(below: String?)
    case articles
    case attachments(prefix: String)
    case local
  }

  struct Folder {
    var path: String
    var room: Room
    var names: [String]
  }

  private(set) var folders: [Folder] = []
  private(set) var unreadable: [SystemError] = []

  init(_ layout: DeskLayout) {
    for (day, path) in dates(in: layout.tickets, depth: 3) {
      let id = day.dropFirst(2).split(separator: "/").joined() + "-"
      enter(path, .tickets(day: id))
    }
    for (month, path) in dates(in: layout.events, depth: 2) { enter(path, .log(month: month)) }
    enter(layout.customers, .customers)
    enter(layout.agents, .agents)
    enter(layout.teams, .teams)
    enterCategories(layout.categories, below: nil)
    enter(layout.tags, .tags)
    enter(layout.views, .views)
    enter(layout.templates, .templates)
    for language in enter(layout.articles, .languages) {
      enter(layout.articles + "/" + language, .articles)
    }
    for prefix in names(in: layout.attachments) {
      enter(layout.attachments + "/" + prefix, .attachments(prefix: prefix))
    }
    for path in [layout.root, layout.local, layout.folded, layout.torn] { enter(path, .local) }
  }

  /// The folders so many levels down whose names are those of a year, a month, a day.
  private mutating func dates(in root: String, depth: Int) -> [(date: String, path: String)] {
    var found = [(date: "", path: root)]
    for level in 0..<depth {
      found = found.flatMap { date, path in
        enter(path, level == 0 ? .year : .month).filter { $0.isNumber(digits: level == 0 ? 4 : 2) }
          .map { (date.isEmpty ? $0 : date + "/" + $0, path + "/" + $0) }
      }
    }
    return found
  }

  private mutating func enterCategories(_ folder: String, below top: String?) {
    for name in enter(folder, .categories(below: top)) {
      let path = top.map { "\($0)/\(name)" } ?? name
      if Category.isLegal(path: path) { enterCategories("\(folder)/\(name)", below: path) }
    }
  }

  @discardableResult
  private mutating func enter(_ path: String, _ room: Room) -> [String] {
    let names = names(in: path)
    if !names.isEmpty { folders.append(Folder(path: path, room: room, names: names)) }
    return names
  }

  private mutating func names(in path: String) -> [String] {
    do { return try FileSystem.namesIfPresent(in: path) } catch let error as SystemError {
      unreadable.append(SystemError(error.operation, path, code: error.code))
    } catch {
      preconditionFailure("folders are read with system calls only")
    }
    return []
  }
}
