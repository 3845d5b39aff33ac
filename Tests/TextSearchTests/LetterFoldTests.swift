import Testing

@testable import TextSearch

@Suite("Folding letters")
struct LetterFoldTests {
  @Test(
    "makes capital and small letters one, and is done after one pass",
    arguments: [0xC0...0x24F, 0x370...0x52F, 0x531...0x587, 0x10A0...0x10FF, 0x1E00...0x1FFF])
  func cases(range: ClosedRange<UInt32>) {
    for scalar in range.compactMap(Unicode.Scalar.init) where ScalarClass(scalar) == .letter {
      let once = fold(String(scalar))
      #expect(!once.isEmpty && !once.contains(" "), "U+\(String(scalar.value, radix: 16))")
      #expect(fold(once) == once, "\(scalar)")
      let lower = scalar.properties.lowercaseMapping
      #expect(fold(lower) == once, "\(scalar)")
    }
  }

  private func fold(_ text: String) -> String {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch ScalarClass(scalar) {
      case .letter where scalar.isASCII: bytes.append(contentsOf: String(scalar).lowercased().utf8)
      case .letter: LetterFold.append(scalar, to: &bytes)
      case .ignored: break
      default: bytes.append(contentsOf: scalar.utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
