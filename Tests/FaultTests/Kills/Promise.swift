import SupportModel

@testable import SupportStore

/// What a command acknowledged with exit status 0, and what therefore has to be there for ever.
enum Promise: Sendable {
  case opened(String, subject: String)
  case said(String, body: String, file: String?)
  case closed([String])
  case published(slug: String, title: String)

  /// What is missing of it; nil where it was kept.
  func broken(in store: DeskStore, _ snapshot: Snapshot) throws -> String? {
    switch self {
    case .opened(let id, let subject):
      return try snapshot.ticket(named: id)?.subject == subject ? nil : "ticket \(id), \(subject)"
    case .said(let id, let body, let file):
      let said = try snapshot.ticket(named: id)?.messages.filter { $0.body == body } ?? []
      guard said.count == 1 else { return "\(body) stands \(said.count) times in ticket \(id)" }
      guard let file else { return nil }
      let attachments = AttachmentStore(store.layout)
      let texts = try said[0].attachments.map {
        String(decoding: try attachments.bytes(of: $0), as: UTF8.self)
      }
      return texts == [file] ? nil : "\(body) of ticket \(id) has \(texts) attached"
    case .closed(let ids):
      let open = try ids.filter { try snapshot.ticket(named: $0)?.status != "closed" }
      return open.isEmpty ? nil : "\(open) are not closed"
    case .published(let slug, let title):
      let article = try ArticleFiles(store.layout).article("en", slug)
      return article?.title == title ? nil : "the article \(slug)"
    }
  }
}

extension Snapshot {
  func ticket(named name: String) throws -> Ticket? { try TicketID(name).flatMap(ticket) }
}
