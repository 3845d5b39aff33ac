import CommandKit
import SupportModel

/// The piece of a text that shows why it was found, for a terminal.
struct FoundText {
  let snippet: String
  /// The parts that were searched for, in bytes of the snippet's UTF-8.
  let marks: [Range<Int>]

  /// The snippet in lines of a width, with the marked words set off. Colours take no room, so words
  /// are measured before they get theirs.
  func lines(width: Int, isColoured: Bool) -> [String] {
    var lines: [String] = []
    var (line, used) = ("", 0)
    for word in words {
      let length = displayWidth(word.text)
      if used > 0, used + 1 + length > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 { (line, used) = (line + " ", used + 1) }
      line += word.isMarked ? Style.yellow.wrap(word.text, isColoured) : word.text
      used += length
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// A word is marked when a mark touches it.
  private var words: [(text: String, isMarked: Bool)] {
    let bytes = Array(snippet.utf8)
    return bytes.indices.split { bytes[$0] == UInt8(ascii: " ") }.map { place in
      let text = String(decoding: bytes[place], as: UTF8.self)
      let range = place.startIndex..<place.endIndex
      return (Visible.line(text), marks.contains { $0.overlaps(range) })
    }
  }
}

/// How well a text answers a search, with two digits behind the point.
func scoreText(_ score: Double) -> String {
  let hundredths = Int((score * 100).rounded())
  return "\(hundredths / 100).\(padded(hundredths % 100, to: 2))"
}
