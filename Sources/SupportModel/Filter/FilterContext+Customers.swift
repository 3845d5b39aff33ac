/// The filter language as lists of customers speak it: the fields are those of a customer's record,
/// and plain words are looked for in names, addresses and telephone numbers.
extension FilterContext {
  private static let customerFields: [(field: FilterField, names: [String])] =
    [
      (.customer, ["email", "customer"]), (.created, ["created", "created_at"]),
      (.updated, ["updated", "updated_at"]),
    ]
    + ["name", "emails", "phones", "organisation", "tier", "language", "notes"].map { name in
      (.customerDetail(name), [name, "customer.\(name)"])
    }

  /// What tells whether somebody agreed: `consent.marketing:true`.
  private static let consents = ["consent", "consents"]

  /// A field by its name, of whatever the filter is about.
  func found(_ name: String) -> FilterField? {
    guard isAboutCustomers else { return FilterField(name) ?? reference(name) }
    let plain = plainName(name)
    if let known = Self.customerFields.first(where: { $0.names.contains(plain) }) {
      return known.field
    }
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, Self.consents.contains(parts[0].lowercased()) else {
      return nil
    }
    return .customerDetail("consents.\(parts[1]).given")
  }

  /// The names of a customer's fields, for suggestions.
  static var customerFieldNames: [String] {
    customerFields.map { $0.names[0] } + ["has", "consent.NAME"]
  }
}

extension Customer {
  /// The record as a filter of customers looks at it: in the place of a ticket stands what is
  /// searched for words.
  package var filterSubject: FilterSubject? {
    let words = ([name, organisation].compactMap(\.self) + emails + phones).joined(separator: "\n")
    var blank = JSONObject([("id", "000101-000000"), ("subject", .string(words))])
    for member in ["created_at", "updated_at"] { blank[member] = document[member] }
    blank["customer"] = .string(email)
    let document = document
    return Ticket(blank).map { FilterSubject($0, customer: { document }) }
  }
}
