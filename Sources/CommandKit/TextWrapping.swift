/// Breaks a text into lines of at most `width` columns, at blanks; a longer word stands alone, but
/// wide characters, which know no blanks, are broken anywhere.
package func wrap(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in text.split(whereSeparator: \.isWhitespace) {
    for (index, piece) in pieces(of: word, width: width).enumerated() {
      let size = displayWidth(piece)
      let gap = line.isEmpty || index > 0 ? 0 : 1
      if !line.isEmpty, used + gap + size > width {
        lines.append(line)
        (line, used) = (String(piece), size)
      } else {
        line += (gap == 1 ? " " : "") + piece
        used += gap + size
      }
    }
  }
  return line.isEmpty ? lines : lines + [line]
}

/// A word as it is, or its characters where it is too long and made of wide ones.
private func pieces(of word: Substring, width: Int) -> [Substring] {
  guard displayWidth(word) > width, word.contains(where: { displayWidth($0) == 2 }) else {
    return [word]
  }
  return word.indices.map { word[$0...$0] }
}
