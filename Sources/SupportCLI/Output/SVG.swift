import CommandKit

/// A picture in SVG 1.1, element by element. Lengths are pixels, y grows downwards.
struct SVG {
  enum Anchor: String { case start, middle, end }

  private let width: Int
  private let height: Int
  private var elements = ""

  init(width: Int, height: Int) { (self.width, self.height) = (width, height) }

  private static let fonts = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"

  var text: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
    viewBox="0 0 \(width) \(height)" font-family="\(Self.fonts)">
    <rect width="\(width)" height="\(height)" fill="#ffffff"/>
    \(elements)</svg>

    """
  }

  /// Elements that belong together; the title is shown where a pointer rests on one of them.
  mutating func group(_ title: String, _ draw: (inout SVG) -> Void) {
    elements += "<g><title>\(Self.escaped(title))</title>\n"
    draw(&self)
    elements += "</g>\n"
  }

  mutating func box(x: Int, y: Int, width: Double, height: Int, fill: String) {
    let place = "x=\"\(x)\" y=\"\(y)\" width=\"\(Self.number(width))\" height=\"\(height)\""
    elements += "<rect \(place) fill=\"\(fill)\"/>\n"
  }

  mutating func line(x: Int, y: Int, toX: Int, toY: Int, colour: String) {
    elements += "<line x1=\"\(x)\" y1=\"\(y)\" x2=\"\(toX)\" y2=\"\(toY)\" stroke=\"\(colour)\"/>\n"
  }

  /// A line of text that stands on `y`.
  mutating func text(
    _ text: String, x: Int, y: Int, size: Int, fill: String, isBold: Bool = false,
    anchor: Anchor = .start
  ) {
    let weight = isBold ? " font-weight=\"bold\"" : ""
    let side = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    elements +=
      "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\" fill=\"\(fill)\"\(weight)\(side)>"
      + Self.escaped(text) + "</text>\n"
  }

  /// At most two decimals, none where they are zero.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return hundredths % 100 == 0 ? "\(hundredths / 100)" : "\(Double(hundredths) / 100)"
  }

  /// Text as XML 1.0 may hold it: what has a meaning there is escaped, what is not allowed there
  /// is made visible.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in Visible.line(text).unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "\u{FFFE}", "\u{FFFF}": escaped.append("\u{FFFD}")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}

extension SVG {
  /// Cuts a text, with `…` where something went, so that it is about `width` pixels wide at most.
  static func fitted(_ text: String, to width: Int, size: Int) -> String {
    guard advance(text, size) > Double(width) else { return text }
    var kept = ""
    for character in text {
      if advance(kept + String(character) + "…", size) > Double(width) { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// About how wide a sans-serif font sets a text, on the safe side.
  private static func advance(_ text: String, _ size: Int) -> Double {
    text.reduce(0) { $0 + ems($1) } * Double(size)
  }

  private static func ems(_ character: Character) -> Double {
    switch character {
    case "i", "j", "l", "t", "f", "r", "I", "1", ".", ",", ":", ";", "'", "|", "!", "/", "(", ")",
      " ", "-":
      0.4
    case "m", "w", "M", "W", "@", "%", "…": 1
    case _ where displayWidth(String(character)) > 1: 1.05
    case _ where character.isUppercase: 0.75
    default: 0.6
    }
  }
}
