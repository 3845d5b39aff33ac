import Platform
import SupportModel

/// A settings file as it was before a change, to put back when the change cannot be logged.
package struct KeptFile: Sendable {
  private let path: String
  /// Nil where there was no file.
  private let bytes: [UInt8]?

  init(_ path: String) throws {
    self.path = path
    bytes = try FileSystem.readIfPresent(path)
  }

  package func putBack() throws {
    guard let bytes else {
      guard try FileSystem.statusIfPresent(path) != nil else { return }
      return try FileSystem.removeDurably(path)
    }
    try FileSystem.replace(path, with: bytes, durable: true)
  }
}

extension AgentFiles {
  package func kept(_ handle: String) throws -> KeptFile { try KeptFile(layout.agent(handle)) }
}

extension ArticleFiles {
  package func kept(_ article: Article) throws -> KeptFile {
    try KeptFile(layout.article(article.language, article.slug))
  }
}
