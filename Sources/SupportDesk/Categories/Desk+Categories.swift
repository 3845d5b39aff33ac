import SupportModel
import SupportStore

extension Desk {
  var categoryFiles: CategoryFiles { CategoryFiles(store.layout, settings) }

  /// All categories in the order of a menu. Customers see those that their tickets can have.
  package func allCategories() throws -> ReadFiles<Category> {
    var found = try categoryFiles.all()
    found.values = Category.menu(found.values)
    if !person.isStaff {
      found.values.removeAll { !$0.isActive }
      found.broken = []
    }
    return found
  }

  package func category(_ path: String) throws -> Category {
    try requireStaff("see the categories")
    guard let category = try categoryFiles.category(path) else {
      throw DeskError.notFound(kind: "category", name: path, known: try categoryFiles.paths())
    }
    return category
  }

  /// What a category decides about a new ticket, and whether it may have it at all. Where the desk
  /// says nothing of categories each ticket has what it likes. Only the files of the category and of
  /// those above it are read.
  func defaults(ofCategory path: String) throws -> CategoryDefaults {
    guard let category = try categoryFiles.category(path) else {
      let known = try allCategories().values.filter(\.isActive).map(\.path)
      guard try categoryFiles.isEmpty() else {
        throw Refusal.unknown(kind: "category", word: path, known: known)
      }
      return CategoryDefaults()
    }
    let line = try [category] + categoryFiles.line(from: path).dropFirst()
    guard line.allSatisfy(\.isActive) else {
      throw Refusal.inactive(kind: "category", name: path)
    }
    return CategoryDefaults(line)
  }
}
