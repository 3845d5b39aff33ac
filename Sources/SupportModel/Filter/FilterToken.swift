/// A piece of a filter's text, with its place in bytes.
struct FilterToken {
  enum Kind {
    case open, close, minus
    /// `or` or `and`.
    case or, and
    case words(String)
    case field(FilterName, [FilterItem])
  }

  var kind: Kind
  var range: Range<Int>
}

/// What stands before the colon.
struct FilterName {
  var text: String
  var range: Range<Int>
}

/// One value after the colon, still uninterpreted.
struct FilterItem {
  enum Comparison: String {
    case less = "<"
    case atMost = "<="
    case more = ">"
    case atLeast = ">="
  }

  enum Shape {
    case single(FilterOperand)
    case compared(Comparison, FilterOperand)
    case between(FilterOperand?, FilterOperand?)
  }

  var shape: Shape
  /// The item as it stands in the text.
  var range: Range<Int>
}

struct FilterOperand {
  var text: String
  /// A quoted word is itself, also where it would mean `none` or `me`.
  var isQuoted: Bool
  var range: Range<Int>

  func isKeyword(_ keyword: String) -> Bool { !isQuoted && text.lowercased() == keyword }
}
