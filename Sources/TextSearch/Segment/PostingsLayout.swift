/// How the documents of one word lie in a segment, by their number alone.
///
/// Documents come in rising order, and after them the word's impact on each in the same order: how
/// much the document is about the word, from 1 to 255. A block stands for 256 documents in a row;
/// `starts` says for each how many of the word's documents come before it.
///
/// ```
/// single   nothing: document and impact stand in the dictionary
/// sparse   documents, 16 bits each                         | impacts
/// blocks   starts, 16 bits each | documents, low 8 bits    | impacts
/// bitmap   starts, 16 bits each | 256 bits for each block  | impacts
/// ```
struct PostingsLayout {
  enum Form {
    case single
    case sparse
    case blocks
    case bitmap
  }

  /// The number of documents with the word.
  let documents: Int
  let form: Form
  /// The number of blocks of the segment.
  let blocks: Int

  /// The least documents to a block for which bits are smaller than bytes.
  private static let dense = 32
  static let blockBits = 32

  /// The layout for a word that is in so many documents, out of so many in the segment.
  init(_ documents: Int, of capacity: Int) {
    self.init(documents, blocks: Self.blocks(of: capacity))
  }

  static func blocks(of capacity: Int) -> Int { (capacity + 255) / 256 }

  init(_ documents: Int, blocks: Int) {
    (self.documents, self.blocks) = (documents, blocks)
    form =
      if documents == 1 {
        .single
      } else if documents <= 2 * blocks {
        .sparse
      } else if documents < Self.dense * blocks {
        .blocks
      } else {
        .bitmap
      }
  }

  /// Where the documents begin, after the starts.
  var members: Int {
    switch form {
    case .single, .sparse: 0
    case .blocks, .bitmap: 2 * blocks
    }
  }

  /// Where the impacts begin.
  var impacts: Int {
    switch form {
    case .single: 0
    case .sparse: 2 * documents
    case .blocks: members + documents
    case .bitmap: members + Self.blockBits * blocks
    }
  }

  /// The number of bytes.
  var size: Int { form == .single ? 0 : impacts + documents }
}

/// The impact of a word on a document: its relevance (see `BM25`) in a byte.
enum Impact {
  private static let scale = 256.0

  static func byte(_ relevance: Double) -> UInt8 {
    UInt8(min(max(relevance * scale + 0.5, 1), 255))
  }

  /// The relevance for which a byte stands.
  @inline(__always)
  static func relevance(_ byte: UInt8) -> Float { Float(byte) / Float(scale) }

  /// The odds for which a byte stands: those of several words add up to those of all together.
  static func odds(_ byte: UInt8) -> Float { Float(byte) / (Float(scale) - Float(byte)) }
}
