import SupportModel
import SupportStore

extension Desk {
  var categoryFiles: CategoryFiles { CategoryFiles(store.layout, settings) }

  /// All categories in the order of a menu. Customers see those that their tickets can have.
  package func allCategories() throws -> ReadFiles<CategoryStanding> {
    try readableCategories().map { category in
      person.isStaff
        ? CategoryStanding(category, settings) : CategoryStanding(forCustomers: category)
    }
  }

  private func readableCategories() throws -> ReadFiles<Category> {
    var found = try categoryFiles.all()
    found.values = Category.menu(found.values)
    if !person.isStaff {
      found.values.removeAll { !$0.isActive }
      found.broken = []
    }
    return found
  }

  package func category(_ path: String) throws -> CategoryStanding {
    try requireStaff("see the categories")
    return CategoryStanding(try categoryAsWritten(path), settings)
  }

  func categoryAsWritten(_ path: String) throws -> Category {
    guard let category = try categoryFiles.category(path) else {
      throw DeskError.notFound(kind: "category", name: path, known: try categoryFiles.paths())
    }
    return category
  }

  /// What a category decides about a new ticket, and whether it may have it at all. Where the desk
  /// says nothing of categories each ticket has what it likes. Only the files of the category and of
  /// those above it are read.
  func defaults(ofCategory path: String) throws -> CategoryDefaults {
    let line = try categoryFiles.line(from: path)
    guard line.first?.path == path else {
      if try categoryFiles.isEmpty() { return CategoryDefaults() }
      throw try unknownCategory(path)
    }
    guard line.allSatisfy(\.isActive) else {
      throw person.isStaff
        ? Refusal.inactive(kind: "category", name: path) : try unknownCategory(path)
    }
    return CategoryDefaults(line)
  }

  private func unknownCategory(_ path: String) throws -> Refusal {
    let known = try readableCategories().values.filter(\.isActive).map(\.path)
    return .unknown(kind: "category", word: path, known: known)
  }
}
